"""Sheets of paper on the window's ground, one at a time, drawn as they will be printed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ui.icons import icon
from ui.look import Look

__all__ = ["SheetView"]

_EDGE = 20
_NOTCH = 120
Draw = Callable[[QPainter, int], None]


class _Paper(QWidget):
    """One sheet, as large as there is room for it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.draw: Draw | None = None
        self.size_in_points = QSizeF(595, 842)
        self.number = 0

    def sizeHint(self) -> QSize:
        """Ask for room to read in."""
        return QSize(480, 640)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the paper and what stands on it."""
        if self.draw is None:
            return
        room, page = self.rect().adjusted(_EDGE, _EDGE, -_EDGE, -8), self.size_in_points
        scale = min(room.width() / page.width(), room.height() / page.height())
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        left = room.left() + (room.width() - page.width() * scale) / 2
        sheet = QRectF(left, room.top(), page.width() * scale, page.height() * scale)
        painter.setPen(Qt.PenStyle.NoPen)
        for depth in range(6, 0, -1):
            painter.setBrush(QColor(0, 0, 0, 6))
            painter.drawRoundedRect(sheet.adjusted(-depth, -depth + 2, depth, depth + 2), depth, depth)
        painter.fillRect(sheet, QColor("#FFFFFF"))
        painter.setClipRect(sheet)
        painter.translate(sheet.topLeft())
        painter.scale(scale, scale)
        self.draw(painter, self.number)
        painter.end()


class SheetView(QWidget):
    """A sheet and, below it, how to turn to the others."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._paper = _Paper(self)
        self._count = 0
        self.label = QLabel(self)
        self.label.setProperty("look", "second")
        self.back, self.on = (QToolButton(self) for _ in range(2))
        for button, sign, words, step in (
            (self.back, "caret-left", self.tr("Previous sheet (PageUp)"), -1),
            (self.on, "caret-right", self.tr("Next sheet (PageDown)"), 1),
        ):
            button.setIcon(icon(sign, look.theme.second, 16))
            button.setAccessibleName(words)
            button.setToolTip(words)
            button.clicked.connect(lambda _checked=False, step=step: self.turn(step))
        row = QHBoxLayout()
        row.addStretch(1)
        for part in (self.back, self.label, self.on):
            row.addWidget(part)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 12)
        box.addWidget(self._paper, 1)
        box.addLayout(row)

    @property
    def number(self) -> int:
        """The sheet that is shown, counted from 0."""
        return self._paper.number

    def show_sheets(self, draw: Draw, count: int, size: QSizeF) -> None:
        """Show these sheets, from where one is."""
        self._paper.draw, self._paper.size_in_points, self._count = draw, size, count
        self.turn(0)

    def turn(self, step: int) -> None:
        """Turn over some sheets."""
        self._paper.number = min(max(self._paper.number + step, 0), max(self._count - 1, 0))
        self.label.setText(f"{self._paper.number + 1} / {self._count}")
        self._paper.setAccessibleName(self.tr("Sheet {number}").format(number=self._paper.number + 1))
        self.back.setEnabled(self._paper.number > 0)
        self.on.setEnabled(self._paper.number < self._count - 1)
        self._paper.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn the sheets with the wheel."""
        if abs(event.angleDelta().y()) >= _NOTCH:
            self.turn(-1 if event.angleDelta().y() > 0 else 1)
        event.accept()
