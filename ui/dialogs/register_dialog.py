"""The register of what was sent: a table to read, to copy and to take along; who it went to can be said here."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotations.model import Sent, Visibility
from export.file_names import product_name
from ui.dialog import Dialog
from ui.dialogs.table_sizes import size_table
from ui.labels import visibility_label
from ui.moments import moment_words
from ui.session import Session

__all__ = ["RegisterDialog", "RegisterModel"]

AnyIndex = QModelIndex | QPersistentModelIndex
_FINGERPRINT = 12
WHEN, WHOM = 0, 4
"""The column of the moment, which is copied as spreadsheets know it; and the one that can be written in."""


class RegisterModel(QAbstractTableModel):
    """A row for each file that went out, the last one first."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.sent: tuple[Sent, ...] = ()
        self.refresh()

    def refresh(self) -> None:
        """Read the register anew."""
        self.beginResetModel()
        matter = self._session.matter
        self.sent = () if matter is None else tuple(reversed(matter.register()))
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.sent)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:
        """Return how many things a line says."""
        return 0 if parent.isValid() else len(_heads())

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a column is called."""
        if way == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _heads()[section]
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let who it went to be written."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        writable = index.column() == WHOM and not self._session.read_only
        return flags | Qt.ItemFlag.ItemIsEditable if writable else flags

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says."""
        shown = self.cells(index.row())[index.column()]
        if index.column() == WHEN and role == Qt.ItemDataRole.DisplayRole:
            return moment_words(self.sent[index.row()].sent, self._session.language)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return shown
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.sent[index.row()].sha256 if index.column() == len(_heads()) - 1 else shown
        return None

    def cells(self, row: int) -> tuple[str, ...]:
        """Return what a row says."""
        one = self.sent[row]
        when, what = f"{one.sent:%Y-%m-%d %H:%M}", product_name(one.product, self._session.language)
        whom = visibility_label(Visibility(one.profile))
        return (when, what, one.file_name, whom, one.sent_to, one.sent_by, one.sha256[:_FINGERPRINT])

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Say who a file was sent to."""
        if role != Qt.ItemDataRole.EditRole or index.column() != WHOM:
            return False
        self._session.set_sent_to(self.sent[index.row()].uid, str(value))
        return True


def _heads() -> tuple[str, ...]:
    translate = QCoreApplication.translate
    return (
        translate("Register", "When"),
        translate("Register", "What"),
        translate("Register", "File"),
        translate("Register", "For whom"),
        translate("Register", "Sent to"),
        translate("Register", "By"),
        translate("Register", "SHA-256"),
    )


class RegisterDialog(Dialog):
    """Stands beside the work; follows what is sent meanwhile."""

    save_wanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Register of what was sent"))
        self.resize(1120, 440)
        self._session = session
        self.model = RegisterModel(session, self)
        self.table = QTableView(self)
        self.empty = QLabel(self.tr("Nothing was sent yet. Every export is written down here by itself."), self)
        self.copy = QPushButton(self.tr("Copy"), self)
        self.save = QPushButton(self.tr("Save as table…"), self)
        self.shut = QPushButton(self.tr("Close"), self)
        self._fill_table()
        self._lay_out()
        self.copy.clicked.connect(self.copy_rows)
        self.save.clicked.connect(self._ask_where)
        self.shut.clicked.connect(self.accept)
        QShortcut(QKeySequence.StandardKey.Copy, self.table, self.copy_rows)
        session.register_changed.connect(self._refresh)
        session.matter_changed.connect(self.close)
        self._refresh()

    def copy_rows(self) -> None:
        """Copy the chosen rows, or all, as a spreadsheet takes them."""
        chosen = sorted({index.row() for index in self.table.selectedIndexes()}) or range(self.model.rowCount())
        lines = [_heads(), *((*self.model.cells(row)[:-1], self.model.sent[row].sha256) for row in chosen)]
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))

    def _ask_where(self) -> None:
        folder = Path() if self._session.path is None else self._session.path.parent
        name = f"{self.windowTitle()}.csv"
        chosen, _filter = QFileDialog.getSaveFileName(self, self.tr("Save as table"), str(folder / name), "CSV (*.csv)")
        if chosen:
            self.save_wanted.emit(Path(chosen))

    def _refresh(self) -> None:
        self.model.refresh()
        filled = self.model.rowCount() > 0
        self.table.setVisible(filled)
        self.empty.setVisible(not filled)
        self.copy.setEnabled(filled)
        self.save.setEnabled(filled)

    def _fill_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setAccessibleName(self.windowTitle())
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setProperty("look", "sheet")
        table.setShowGrid(False)
        table.setAlternatingRowColors(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        head = table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        size_table(table, (176, 136, 208, 80, 160, 96, 112), 32)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)

    def _lay_out(self) -> None:
        self.empty.setProperty("look", "second")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint = QLabel(
            self.tr("“Sent to” can be written in the table. Undo takes back what you wrote, never a line."), self
        )
        hint.setProperty("look", "hint")
        hint.setWordWrap(True)
        foot = QHBoxLayout()
        foot.addWidget(hint, 1)
        for button in (self.copy, self.save, self.shut):
            button.setAccessibleName(button.text())
            button.setMinimumHeight(32)
            button.setAutoDefault(False)
            foot.addWidget(button)
        self.shut.setProperty("look", "strong")
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(12)
        box.addWidget(self.table, 1)
        box.addWidget(self.empty, 1)
        box.addLayout(foot)
