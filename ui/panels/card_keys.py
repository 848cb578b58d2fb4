"""Which keys belong to an open card: there they are no command of one letter or digit, and none of the list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

__all__ = ["is_typing", "stays_in_card"]

_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_ERASING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


def is_typing(event: QKeyEvent) -> bool:
    """Whether a key writes a letter, a digit or a sign."""
    return not event.modifiers() & ~_PLAIN and event.text().isprintable() and bool(event.text())


def stays_in_card(event: QKeyEvent) -> bool:
    """Whether a key would be a command elsewhere, and here means writing or erasing, or nothing."""
    return is_typing(event) or (event.key() in _ERASING and not event.modifiers() & ~_PLAIN)
