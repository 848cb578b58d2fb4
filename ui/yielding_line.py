"""A field of one line that leaves the window its keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

__all__ = ["YieldingLine"]

_TAKEN = frozenset({Qt.Key.Key_D, Qt.Key.Key_E, Qt.Key.Key_K, Qt.Key.Key_U})


class YieldingLine(QLineEdit):
    """On Linux Qt's fields take Ctrl with E, K, D and U as Emacs does; in a window of commands those are commands."""

    def event(self, event: QEvent) -> bool:
        """Let a command of the window have its key."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_command(event):
            event.ignore()
            return False
        return super().event(event)


def _is_command(event: QKeyEvent) -> bool:
    return event.modifiers() == Qt.KeyboardModifier.ControlModifier and Qt.Key(event.key()) in _TAKEN
