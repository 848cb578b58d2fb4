"""The field that takes the keys pressed in it: one press, whatever it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.keys import key_of

__all__ = ["KeyField"]


class KeyField(QLineEdit):
    """Shows the keys that were pressed last. Esc alone gives up, as everywhere."""

    pressed = Signal(QKeySequence)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAccessibleName(self.tr("New keys"))
        self.setPlaceholderText(self.tr("Press the new keys"))
        self.keys = QKeySequence()

    def forget(self) -> None:
        """Wait for keys anew."""
        self.keys = QKeySequence()
        self.clear()

    def event(self, event: QEvent) -> bool:
        """Take every key before a shortcut of the window or the way to the next field has it."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._take(key_of(event))
            return True
        return super().event(event)

    def _take(self, keys: QKeySequence) -> None:
        if keys == QKeySequence("Esc"):
            self.left.emit()
            return
        self.keys = keys
        self.setText(keys.toString(QKeySequence.SequenceFormat.NativeText))
        self.pressed.emit(keys)
