"""Return presses the button that has the keys, and no other one: in dialogs and in the window alike."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QPushButton, QToolButton, QWidget

__all__ = ["Dialog", "pressed_by_return"]

_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def pressed_by_return(window: QWidget, event: QKeyEvent) -> bool:
    """Press the button of a window that has the keys, if Return is what came; say whether it did.

    By itself Qt presses a dialog's default button instead, and in a window none at all.
    """
    button = window.focusWidget()
    if event.key() not in _RETURN or event.modifiers() not in _PLAIN or event.isAutoRepeat():
        return False
    if not isinstance(button, (QPushButton, QToolButton)) or not button.isEnabled():
        return False
    button.click()
    return True


class Dialog(QDialog):
    """A window over the window, whose keys do what is seen."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button with the focus ring; elsewhere Return means the strong one."""
        if not pressed_by_return(self, event):
            super().keyPressEvent(event)
