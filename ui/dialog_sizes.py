"""Dialogs grow with the words in them: the sizes they ask for are those of the usual letters."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog

__all__ = ["DialogSizes"]


class DialogSizes(QObject):
    """Watches dialogs come, only while the letters are larger than usual: it costs a look at every event.

    It lives as long as its parent, and grows nothing after that.
    """

    def __init__(self, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._application = application
        self._scale = 1.0

    def set_scale(self, scale: float) -> None:
        """Grow dialogs from now on."""
        if (scale > 1.0) != (self._scale > 1.0):
            change = self._application.installEventFilter if scale > 1.0 else self._application.removeEventFilter
            change(self)
        self._scale = scale

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give a dialog that is about to be shown its room, within the screen."""
        if event.type() == QEvent.Type.Polish and isinstance(watched, QDialog):
            self._grow(watched)
        return False

    def _grow(self, dialog: QDialog) -> None:
        room = dialog.screen().availableSize()
        width = min(round(dialog.width() * self._scale), room.width() - 24)
        height = min(round(dialog.height() * self._scale), room.height() - 48)
        dialog.resize(max(width, dialog.width()), max(height, dialog.height()))
