"""The sections of a memo or report: which stand in it, and in which order, by mouse and keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from export.memo.sections import ORDERS, SECTIONS
from ui.icons import icon
from ui.look import Look

__all__ = ["SectionsPane"]

_NAME = Qt.ItemDataRole.UserRole
_ROW = 28


class SectionsPane(QWidget):
    """A list with check boxes over the form; every change shows in the preview at once."""

    changed = Signal()
    done = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._own: tuple[str, ...] = ()
        self._shows = ""
        self.list = _List(self)
        self.up = self._mover("caret-up", self.tr("Move up (Alt+Up)"), -1)
        self.down = self._mover("caret-down", self.tr("Move down (Alt+Down)"), 1)
        self.usual = QPushButton(self.tr("As usual"), self)
        self.back = QPushButton(self.tr("Done"), self)
        self._lay_out()
        self._wire()

    @property
    def asked(self) -> tuple[str, ...]:
        """The sections in the order wanted; () for the product's own."""
        items = [self.list.item(row) for row in range(self.list.count())]
        chosen = tuple(str(item.data(_NAME)) for item in items if item.checkState() is Qt.CheckState.Checked)
        return () if chosen == self._own else chosen

    @property
    def told(self) -> tuple[int, int]:
        """How many sections are chosen, and how many there are."""
        return len(self.asked or self._own), self.list.count()

    def show_sections(self, product: str, asked: Sequence[str], language: str) -> None:
        """List what a product ("memo", "gap") can have: what is asked for first, () for its own."""
        shown = f"{product} {language}"
        self._own = ORDERS[product]
        chosen = tuple(asked) or self._own
        if shown == self._shows and chosen == (self.asked or self._own):
            return
        self._shows = shown
        names = {section.name: section.chinese if language == "zh" else section.english for section in SECTIONS}
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.list.clear()
        for name in (*chosen, *(name for name in names if name not in chosen)):
            item = QListWidgetItem(names[name], self.list)
            item.setData(_NAME, name)
            item.setSizeHint(QSize(0, max(_ROW, self.list.fontMetrics().height() + 8)))
            item.setCheckState(Qt.CheckState.Checked if name in chosen else Qt.CheckState.Unchecked)
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's own signature

    def _move(self, step: int) -> None:
        row = self.list.currentRow()
        if row < 0 or not 0 <= row + step < self.list.count():
            return
        self.list.insertItem(row + step, self.list.takeItem(row))
        self.list.setCurrentRow(row + step)
        self.changed.emit()

    def _as_usual(self) -> None:
        product, _space, language = self._shows.partition(" ")
        self.show_sections(product, (), language)
        self.changed.emit()

    def _mover(self, name: str, words: str, step: int) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name, self._look.theme.second, 16))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(lambda: self._move(step))
        return button

    def _wire(self) -> None:
        self.list.itemChanged.connect(lambda _item: self.changed.emit())
        self.list.model().rowsMoved.connect(lambda *_rows: self.changed.emit())
        self.list.moved.connect(self._move)
        self.usual.clicked.connect(self._as_usual)
        self.back.clicked.connect(self.done)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.done)

    def _lay_out(self) -> None:
        head = QLabel(self.tr("Sections"), self)
        head.setProperty("look", "head")
        how = QLabel(self.tr("Tick what goes in. Drag a section, or move it with Alt and the arrow keys."), self)
        how.setProperty("look", "hint")
        how.setWordWrap(True)
        self.list.setAccessibleName(head.text())
        for button in (self.usual, self.back):
            button.setAccessibleName(button.text())
            button.setAutoDefault(False)
        self.usual.setProperty("look", "link")
        self.back.setMinimumSize(88, 32)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for widget in (self.up, self.down, self.usual):
            foot.addWidget(widget)
        foot.addStretch(1)
        foot.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 12)
        column.setSpacing(8)
        column.addWidget(head)
        column.addWidget(how)
        column.addWidget(self.list, 1)
        column.addLayout(foot)


class _List(QListWidget):
    """Rows that can be dragged about, and moved with Alt and the arrows."""

    moved = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "sheet")
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the row with Alt and an arrow; everything else is the list's own."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
