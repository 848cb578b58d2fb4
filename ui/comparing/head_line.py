"""The head over a text, in line with its words: cut by … where there is no room for all of it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from ui.comparing.row_painter import gutter_of
from ui.look import Look

__all__ = ["HeadLine"]


class HeadLine(QLabel):
    """What a column is called."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("look", "head")
        self.setProperty("elides", "true")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumHeight(look.px(28))

    def minimumSizeHint(self) -> QSize:
        """Ask for no width."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write as much as there is room for."""
        room = self.rect().adjusted(gutter_of(self.width(), self._look), 0, -12, 0)
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)
        painter.end()
