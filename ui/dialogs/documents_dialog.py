"""The documents of the matter in a list: what is open in each, how much was read; one can be shown or taken out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotations.overview import Counted
from ui.dialog import Dialog
from ui.dialogs.table_sizes import size_table
from ui.labels import severity_short
from ui.look import Look
from ui.moments import day_words
from ui.session import Session
from ui.shapes import paint_shape
from ui.tasks import Tasks

__all__ = ["DocumentsDialog", "DocumentsModel", "counts_words"]

AnyIndex = QModelIndex | QPersistentModelIndex
ROW = int(Qt.ItemDataRole.UserRole) + 1
_COUNTS, _PERCENT = 1, 2


def counts_words(one: Counted) -> str:
    """Return the open notes of a document in words: High 2, Low 1."""
    return ", ".join(f"{severity_short(severity)} {count}" for severity, count in one.standing.items())


class DocumentsModel(QAbstractTableModel):
    """A row for each document, in the order they came."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.documents: tuple[Counted, ...] = ()

    def show(self, documents: Sequence[Counted]) -> None:
        """Show documents as they are now."""
        self.beginResetModel()
        self.documents = tuple(documents)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        """Return how many documents there are."""
        return 0 if parent.isValid() else len(self.documents)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:
        """Return how many things are said of each."""
        return 0 if parent.isValid() else len(_heads())

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a column is called."""
        if way == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _heads()[section]
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says; the whole row under ROW."""
        one = self.documents[index.row()]
        if role == ROW:
            return one
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._cells(one)[index.column()]
        return None

    def _cells(self, one: Counted) -> tuple[str, ...]:
        latest = one.document.latest
        name = self._session.document_name(one.document)
        read = f"{one.percent}%" if one.clauses else "–"
        return (
            name,
            counts_words(one),
            read,
            str(one.notes),
            str(latest.number),
            day_words(latest.received.date(), self._session.language),
        )


def _heads() -> tuple[str, ...]:
    translate = QCoreApplication.translate
    return (
        translate("Documents", "Document"),
        translate("Documents", "Open"),
        translate("Documents", "Read"),
        translate("Documents", "Notes"),
        translate("Documents", "Version"),
        translate("Documents", "Received"),
    )


class CountsDelegate(QStyledItemDelegate):
    """Draws the open notes as the shapes of their severities, each with its number."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw a row's shapes."""
        one = index.data(ROW)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(self._look.theme.row))
        px = self._look.px
        left, middle = float(option.rect.left() + 8), option.rect.center().y()
        painter.setFont(self._look.font(12))
        metrics = QFontMetricsF(painter.font())
        for severity, count in one.standing.items() if isinstance(one, Counted) else ():
            paint_shape(painter, QRectF(left, middle - px(12) / 2, px(12), px(12)), severity, self._look.theme)
            painter.setPen(QColor(self._look.theme.second))
            painter.drawText(
                QRectF(left + px(16), option.rect.top(), px(40), option.rect.height()),
                int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft),
                str(count),
            )
            left += px(24) + metrics.horizontalAdvance(str(count))


class DocumentsDialog(Dialog):
    """Stands beside the work and follows it."""

    document_wanted = Signal(str)
    beside_wanted = Signal(str)
    removal_wanted = Signal(str)

    def __init__(self, session: Session, tasks: Tasks, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Documents of this matter"))
        self.resize(760, 400)
        self._session, self._tasks = session, tasks
        self.model = DocumentsModel(session, self)
        self.table = QTableView(self)
        self.show_it = QPushButton(self.tr("Show"), self)
        self.beside = QPushButton(self.tr("Show beside"), self)
        self.remove = QPushButton(self.tr("Take out…"), self)
        self.shut = QPushButton(self.tr("Close"), self)
        self._fill_table(look)
        self._lay_out()
        self._wire()
        self.count()

    def count(self) -> None:
        """Count anew, away from the window's thread: a long reading takes a moment to be unpacked."""
        matter = self._session.matter
        if matter is None:
            self.close()
            return
        path, reviewer, clock = matter.path, matter.reviewer, self._session.clock

        def work() -> tuple[Counted, ...]:
            from annotations.overview import counted

            with type(matter).open(path, reviewer, clock, read_only=True) as read:
                return counted(read)

        self._tasks.run(lambda _job: work(), self._show, lambda _error: None, owner=self, key="documents")

    @property
    def chosen(self) -> str:
        """The document of the current row; empty where there is none."""
        one = self.table.currentIndex().data(ROW)
        return one.document.uid if isinstance(one, Counted) else ""

    def _show(self, documents: Sequence[Counted]) -> None:
        before = self.chosen
        shown = before or ("" if self._session.document is None else self._session.document.uid)
        self.model.show(documents)
        uids = [one.document.uid for one in documents]
        self.table.selectRow(uids.index(shown) if shown in uids else 0)
        writable = not self._session.read_only and bool(uids)
        self.remove.setEnabled(writable)

    def _wire(self) -> None:
        session = self._session
        for fact in (session.documents_changed, session.notes_changed, session.read_changed, session.note_edited):
            fact.connect(self.count)
        session.matter_changed.connect(self.close)
        session.names_changed.connect(self.count)
        self.table.doubleClicked.connect(lambda _index: self.document_wanted.emit(self.chosen))
        self.table.activated.connect(lambda _index: self.document_wanted.emit(self.chosen))
        self.show_it.clicked.connect(lambda: self.document_wanted.emit(self.chosen))
        self.beside.clicked.connect(lambda: self.beside_wanted.emit(self.chosen))
        self.remove.clicked.connect(lambda: self.removal_wanted.emit(self.chosen))
        self.shut.clicked.connect(self.accept)

    def _fill_table(self, look: Look) -> None:
        table = self.table
        table.setModel(self.model)
        table.setItemDelegateForColumn(_COUNTS, CountsDelegate(look, table))
        table.setAccessibleName(self.windowTitle())
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setProperty("look", "sheet")
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        size_table(table, (240, 176, 64, 64, 72, 152), 36)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.remove)
        foot.addStretch(1)
        for button in (self.beside, self.show_it, self.shut):
            foot.addWidget(button)
        for button in (self.remove, self.beside, self.show_it, self.shut):
            button.setAccessibleName(button.text().rstrip("…"))
            button.setMinimumHeight(32)
            button.setAutoDefault(False)
        self.show_it.setProperty("look", "strong")
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(12)
        box.addWidget(self.table, 1)
        box.addLayout(foot)
