"""Room for words that break over lines: Qt sizes a dialog as if they did not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QDialog

__all__ = ["RoomForWords"]


class RoomForWords(QObject):
    """Makes a dialog as high as its words need at its width, when it is shown and when they change."""

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        dialog.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again when the dialog comes and when its layout has changed."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.LayoutRequest):
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        layout = self._dialog.layout()
        if layout is not None and layout.hasHeightForWidth():
            needed = layout.totalHeightForWidth(self._dialog.width())
            if needed > self._dialog.height():
                self._dialog.resize(self._dialog.width(), needed)
