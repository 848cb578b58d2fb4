"""A window over the window: it stands whole on the screen, and Return presses the button that has the keys."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton, QToolButton, QWidget

__all__ = ["Dialog", "fitting", "pressed_by_return"]

_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_FRAME = (16, 40)
"""Pixels that the frame and the title bar of a window take at most."""


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


def _is_seen() -> bool:
    """Whether there is a real screen: the one without a screen is 800 pixels wide and says nothing of people's."""
    return QGuiApplication.platformName() != "offscreen"


def fitting(size: QSize, room: QSize) -> QSize:
    """Return the size of a window, no larger than a screen's room lets it be with its frame."""
    return size.boundedTo(QSize(room.width() - _FRAME[0], room.height() - _FRAME[1]))


class Dialog(QDialog):
    """What all windows over the window have in common."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button with the focus ring; elsewhere Return means the strong one."""
        if not pressed_by_return(self, event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Take no more room than the screen has: the buttons at the foot are to be reached."""
        size = fitting(self.size(), self.screen().availableSize())
        if _is_seen() and size != self.size():
            self.resize(size)
        super().showEvent(event)
