"""About this document: the file, where it came from, and what it holds besides its words."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotations.model import Version
from documents.model import PolicyDocument
from export.wording import date_text
from ui.dialog import Dialog
from ui.look import Look
from ui.matter_place import PlaceLine
from ui.models.document_facts import Found, Group, facts_of, groups_of
from ui.models.due import day_of
from ui.session import Session

__all__ = ["AboutDocumentDialog"]

_MOST = 2_000
_PLACE = Qt.ItemDataRole.UserRole
_NAMES = 184


class AboutDocumentDialog(Dialog):
    """Tells everything known about the shown document; what is typed about its coming is kept as each field is left."""

    place_wanted = Signal(object)
    """The Span of something found in the file."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._look = session, look
        assert session.document is not None
        assert session.policy is not None
        assert session.matter is not None
        self._version: Version = session.document.latest
        self._policy: PolicyDocument = session.policy
        self._size = len(session.matter.original(self._version.uid))
        self.setWindowTitle(self.tr("About this document"))
        self.resize(760, 752)
        self.source, self.day, self.how = (QLineEdit(self) for _field in range(3))
        self.found = QTreeWidget(self)
        self._lay_out()
        self._show_received()
        self._fill(groups_of(self._policy, look.language))
        session.documents_changed.connect(self._show_received)

    # -- where it came from ------------------------------------------------------------------------------------------

    def _show_received(self) -> None:
        """Show what stands in the matter, also after an undo."""
        document = next((d for d in self._session.documents() if d.uid == self._version.document), None)
        version = next((v for v in document.versions if v.uid == self._version.uid), None) if document else None
        if version is None:
            return
        self._version = version
        for field, words in (
            (self.source, version.received_from),
            (self.day, date_text(version.received.date(), self._look.language)),
            (self.how, version.received_how),
        ):
            if field.text() != words:
                field.setText(words)
                field.setCursorPosition(0)

    def _keep_source(self) -> None:
        self._keep("received_from", self._version.received_from, self.source.text().strip())

    def _keep_how(self) -> None:
        self._keep("received_how", self._version.received_how, self.how.text().strip())

    def _keep_day(self) -> None:
        """Keep another day; what is no date is the day that stood there."""
        day = day_of(self.day.text())
        before = self._version.received
        if day is None or day == before.date():
            self._show_received()
            return
        self._keep("received", before, _on(day, before))

    def _keep(self, name: str, before: object, after: object) -> None:
        if before != after and not self._session.read_only:
            self._session.set_received(self._version.uid, **{name: after})

    # -- putting it together -----------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        page = QWidget(self)
        box = QVBoxLayout(page)
        box.setContentsMargins(24, 24, 24, 16)
        box.setSpacing(8)
        box.addLayout(self._file())
        box.addSpacing(12)
        box.addWidget(self._head(self.tr("Where it came from")))
        box.addLayout(self._received())
        self._warnings(box)
        box.addSpacing(12)
        box.addWidget(self._head(self.tr("What the file holds besides its words")))
        box.addWidget(self.found, 1)
        area = QScrollArea(self)
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setAccessibleName(self.windowTitle())
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 16)
        whole.addWidget(area)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 0, 24, 0)
        foot.addStretch(1)
        foot.addWidget(self._close())
        whole.addLayout(foot)

    def _file(self) -> QGridLayout:
        grid = _grid()
        for name, value in facts_of(self._policy, self._version, self._size):
            self._row(grid, name, self._value(value, name))
        line = QHBoxLayout()
        line.setSpacing(8)
        fingerprint = QLineEdit(self._version.sha256, self)  # it has no place to break: here it can be scrolled
        fingerprint.setReadOnly(True)
        fingerprint.setFrame(False)
        fingerprint.setProperty("look", "told")
        fingerprint.setAccessibleName(f"SHA-256: {self._version.sha256}")
        fingerprint.setCursorPosition(0)
        line.addWidget(fingerprint, 1)
        line.addWidget(self._copy())
        self._row(grid, "SHA-256", line)
        if self._session.path is not None and not self._session.discreet:
            self._row(grid, self.tr("Matter"), PlaceLine(self._session.path, self))
        return grid

    def _copy(self) -> QPushButton:
        button = QPushButton(self.tr("Copy"), self)
        button.setAccessibleName(self.tr("Copy SHA-256"))
        button.setAutoDefault(False)
        button.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._version.sha256))
        return button

    def _received(self) -> QGridLayout:
        grid = _grid()
        fields = (
            (self.tr("From"), self.source, self._keep_source),
            (self.tr("On"), self.day, self._keep_day),
            (self.tr("How"), self.how, self._keep_how),
        )
        for name, field, keep in fields:
            field.setAccessibleName(name)
            field.setReadOnly(self._session.read_only)
            field.editingFinished.connect(keep)
            self._row(grid, name, field)
        if self._policy.origin:
            self._row(grid, self.tr("Says of itself"), self._value(self._policy.origin, self.tr("Says of itself")))
        return grid

    def _warnings(self, box: QVBoxLayout) -> None:
        warnings = self._policy.warnings
        if not warnings:
            return
        box.addSpacing(12)
        box.addWidget(self._head(self.tr("How it was read")))
        for warning in warnings:
            box.addWidget(self._value(warning.sentence(self._look.language), ""))

    def _fill(self, groups: tuple[Group, ...]) -> None:
        tree = self.found
        tree.setAccessibleName(self.tr("What the file holds besides its words"))
        tree.setHeaderLabels([self.tr("What"), self.tr("Where"), self.tr("By whom")])
        tree.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tree.setMinimumHeight(220)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.header().setStretchLastSection(False)
        for group in groups:
            tree.addTopLevelItem(self._group(group))
        if not groups:
            tree.addTopLevelItem(QTreeWidgetItem([self.tr("Nothing: no tracked changes, comments or hidden words.")]))
        tree.expandAll()
        for column in (1, 2):
            tree.resizeColumnToContents(column)
            tree.setColumnWidth(column, min(tree.columnWidth(column) + 8, _NAMES))
        tree.itemClicked.connect(self._chosen)
        tree.itemActivated.connect(self._chosen)

    def _group(self, group: Group) -> QTreeWidgetItem:
        top = QTreeWidgetItem([f"{group.title} ({len(group.items)})", "", group.authors])
        top.setToolTip(2, group.authors)
        for found in group.items[:_MOST]:
            top.addChild(_item(found))
        more = len(group.items) - _MOST
        if more > 0:
            top.addChild(QTreeWidgetItem([self.tr("{count} more").format(count=more)]))
        return top

    def _chosen(self, item: QTreeWidgetItem) -> None:
        place = item.data(0, _PLACE)
        if place is not None:
            self.place_wanted.emit(place)

    def _row(self, grid: QGridLayout, name: str, value: QWidget | QLayout) -> None:
        row = grid.rowCount()
        label = QLabel(name, self)
        label.setProperty("look", "second")
        middle = Qt.AlignmentFlag.AlignTop if isinstance(value, QLabel) else Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(label, row, 0, middle)
        if isinstance(value, QWidget):
            grid.addWidget(value, row, 1)
        else:
            grid.addLayout(value, row, 1)

    def _value(self, words: str, name: str) -> QLabel:
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        flags = Qt.TextInteractionFlag
        label.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        label.setAccessibleName(f"{name}: {words}" if name else words)
        return label

    def _head(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setProperty("look", "head")
        return label

    def _close(self) -> QPushButton:
        button = QPushButton(self.tr("Close"), self)
        button.setAccessibleName(button.text())
        button.setMinimumHeight(32)
        button.setAutoDefault(False)
        button.clicked.connect(self.accept)
        return button


def _item(found: Found) -> QTreeWidgetItem:
    words = f"{found.what}: {found.words}" if found.what else found.words
    item = QTreeWidgetItem([words, found.where, found.who])
    item.setToolTip(0, words)
    item.setData(0, _PLACE, found.place)
    return item


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnMinimumWidth(0, 96)
    grid.setColumnStretch(1, 1)
    return grid


def _on(day: date, before: datetime) -> datetime:
    """Return the beginning of another day, on the clock that was used before."""
    return datetime(day.year, day.month, day.day, tzinfo=before.tzinfo)
