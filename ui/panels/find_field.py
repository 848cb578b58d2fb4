"""The find field in the bar: hits are counted as one types, Return goes on, Shift+Return goes back."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

__all__ = ["FindField"]

_PAUSE = 120
_WIDTH = 240


class FindField(QLineEdit):
    """Asks; the answer comes back through `show_count`."""

    words_changed = Signal(str)
    next_wanted = Signal(str, int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(_WIDTH)
        self.setProperty("look", "find")
        self._count = QLabel(self)
        self._count.setProperty("look", "hint")
        self._count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(lambda: self.words_changed.emit(self.text()))
        self.textChanged.connect(self._changed)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        key = QKeySequence(QKeySequence.StandardKey.Find).toString(QKeySequence.SequenceFormat.NativeText)
        self.setPlaceholderText(self.tr("Find words or a clause") + f"  {key}")
        self.setAccessibleName(self.tr("Find words or a clause"))
        self.setToolTip(
            self.tr("Find in this document ({key}); Return for the next, Shift+Return for the previous").format(key=key)
        )

    def show_count(self, words: str) -> None:
        """Show how many there are: "3 of 12"."""
        self._count.setText(words)
        self._count.adjustSize()
        self.setTextMargins(0, 0, self._count.width() + 8 if words else 0, 0)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the count at the right end."""
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the hits, or back to the text."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._pause.stop()
            self.next_wanted.emit(self.text(), -1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self._pause.stop()
            self.words_changed.emit("")
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _changed(self, text: str) -> None:
        if not text:
            self.show_count("")
        self._pause.start()

    def _place(self) -> None:
        self._count.move(self.width() - self._count.width() - 10, (self.height() - self._count.height()) // 2)
