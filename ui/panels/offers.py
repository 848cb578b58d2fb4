"""Words offered below a field while one types: chosen with the arrows and Enter, or with the mouse.

Not a QCompleter: its list is a window that takes the keys, which stops a Chinese input method in the middle of a word.
This list never has the keys; they stay in the field, and what an input method still composes is left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QTextEdit, QVBoxLayout

from ui.models.offering import offered

__all__ = ["Offers"]

_ROWS = 8
_ROW = 28


class Offers(QObject):
    """Belongs to one field; `source` is asked once a visit, when words are wanted first; `taken` tells the choice."""

    taken = Signal(str)

    def __init__(self, field: QLineEdit | QTextEdit, source: Callable[[], Iterable[str]]) -> None:
        super().__init__(field)
        self._field = field
        self._source = source
        self._frame: QFrame | None = None
        self._list: QListWidget | None = None
        self._composing = False
        self._words: tuple[str, ...] | None = None
        field.installEventFilter(self)
        if isinstance(field, QLineEdit):
            field.textEdited.connect(lambda _text: self._offer())
        else:
            field.textChanged.connect(self._offer)

    @property
    def shown(self) -> tuple[str, ...]:
        """The words that are offered now."""
        if self._frame is None or self._list is None or self._frame.isHidden():
            return ()
        return tuple(self._list.item(row).text() for row in range(self._list.count()))

    def hide(self) -> None:
        """Put the list away."""
        if self._frame is not None:
            self._frame.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows, Enter, Tab and Esc work on the list while it is there."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event) or super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self.shown:
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        elif isinstance(event, QInputMethodEvent):
            self._composing = bool(event.preeditString())
            if self._composing:
                self.hide()
        elif event.type() == QEvent.Type.FocusIn:
            self._words = None
        elif event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.hide()
        return super().eventFilter(watched, event)

    # -- inside ------------------------------------------------------------------------------------------------------

    def _key(self, event: QKeyEvent) -> bool:
        rows = self._list
        if event.key() == Qt.Key.Key_Down and not self.shown and isinstance(self._field, QLineEdit):
            self._offer(everything=not self._field.text())
            return bool(self.shown)
        if rows is None or not self.shown or self._composing:
            return False
        steps = {int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1}
        if event.key() in steps:
            rows.setCurrentRow((rows.currentRow() + steps[event.key()]) % rows.count())
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return True
        chosen = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab) and rows.currentRow() >= 0
        if chosen:
            self._take(rows.item(rows.currentRow()).text())
        return chosen

    def _offer(self, *, everything: bool = False) -> None:
        field = self._field
        if not field.hasFocus() or field.isReadOnly():
            return
        typed = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        if self._words is None:
            self._words = tuple(self._source())
        words = offered(self._words, typed, everything=everything)
        if not words:
            self.hide()
            return
        self._show(words)

    def _show(self, words: tuple[str, ...]) -> None:
        if self._frame is None or self._frame.parent() is not self._field.window():
            self._make()
        frame, rows = self._frame, self._list
        if frame is None or rows is None:
            return
        rows.clear()
        rows.addItems(list(words))
        rows.setCurrentRow(-1)
        window = self._field.window()
        below = self._field.mapTo(window, QPoint(0, self._field.height() + 4))
        height = min(len(words), _ROWS) * _ROW + 10
        if below.y() + height > window.height():
            below.setY(max(0, self._field.mapTo(window, QPoint(0, -4)).y() - height))
        frame.setGeometry(below.x(), below.y(), max(self._field.width(), 240), height)
        frame.move(min(below.x(), window.width() - frame.width() - 4), below.y())
        frame.show()
        frame.raise_()

    def _make(self) -> None:
        frame = QFrame(self._field.window())
        frame.setProperty("look", "floating")
        rows = QListWidget(frame)
        rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rows.setFrameShape(QFrame.Shape.NoFrame)
        rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows.setAccessibleName(self._field.accessibleName())
        rows.itemPressed.connect(lambda item: self._take(item.text()))
        box = QVBoxLayout(frame)
        box.setContentsMargins(4, 4, 4, 4)
        box.addWidget(rows)
        self._frame, self._list = frame, rows
        self._field.destroyed.connect(frame.deleteLater)

    def _take(self, words: str) -> None:
        self.taken.emit(words)
        self.hide()
