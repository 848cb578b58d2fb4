"""The five severity shapes, drawn: told apart without any colour, the same everywhere and at any size."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QWidget

from annotations.model import Severity

if TYPE_CHECKING:
    from ui.theme import Theme

__all__ = ["SeverityShape", "paint_shape", "shape_icon", "shape_pixmap"]


def paint_shape(painter: QPainter, box: QRectF, severity: Severity, theme: Theme) -> None:
    """Draw the shape of a severity as large as `box` (a square) allows."""
    colours = theme.severity(severity)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.mark))
    painter.translate(box.center())
    painter.scale(box.width() / 16, box.height() / 16)
    _PAINTERS[severity](painter, colours.mark, colours.on)
    painter.restore()


def _octagon(painter: QPainter, _mark: str, on: str) -> None:
    radius = 8.0
    corners = [pi / 8 + pi / 4 * step for step in range(8)]
    painter.drawPolygon(QPolygonF([QPointF(radius * cos(turn), radius * sin(turn)) for turn in corners]))
    painter.setBrush(QColor(on))
    painter.drawRoundedRect(QRectF(-1, -4.5, 2, 5.5), 1, 1)
    painter.drawEllipse(QPointF(0, 3.4), 1.2, 1.2)


def _triangle(painter: QPainter, _mark: str, _on: str) -> None:
    painter.drawPolygon(QPolygonF([QPointF(0, -7), QPointF(8, 7), QPointF(-8, 7)]))


def _diamond(painter: QPainter, _mark: str, _on: str) -> None:
    painter.drawPolygon(QPolygonF([QPointF(0, -8), QPointF(8, 0), QPointF(0, 8), QPointF(-8, 0)]))


def _disc(painter: QPainter, _mark: str, _on: str) -> None:
    painter.drawEllipse(QPointF(0, 0), 6, 6)


def _ring(painter: QPainter, mark: str, _on: str) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(mark), 1.6))
    painter.drawEllipse(QPointF(0, 0), 7, 7)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(mark))
    painter.drawRoundedRect(QRectF(-0.9, -1.2, 1.8, 5), 0.9, 0.9)
    painter.drawEllipse(QPointF(0, -3.6), 1.1, 1.1)


_PAINTERS = {
    Severity.CRITICAL: _octagon,
    Severity.HIGH: _triangle,
    Severity.MEDIUM: _diamond,
    Severity.LOW: _disc,
    Severity.INFO: _ring,
}


def shape_pixmap(severity: Severity, theme: Theme, size: int, ratio: float = 1.0) -> QPixmap:
    """Draw a shape `size` device-independent pixels square for a screen of the given pixel ratio."""
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_shape(painter, QRectF(0, 0, size, size), severity, theme)
    painter.end()
    return picture


def shape_icon(severity: Severity, theme: Theme, size: int = 16) -> QIcon:
    """Return the shape as an icon for buttons, menus and models."""
    result = QIcon()
    ratios = {1.0} | {screen.devicePixelRatio() for screen in QGuiApplication.screens()}
    for ratio in sorted(ratios):
        result.addPixmap(shape_pixmap(severity, theme, size, ratio))
    return result


class SeverityShape(QWidget):
    """A widget that is nothing but a shape, for cards and rows. The word beside it is the caller's."""

    def __init__(self, severity: Severity, theme: Theme, size: int = 14, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._severity = severity
        self._theme = theme
        self.setFixedSize(QSize(size, size))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_severity(self, severity: Severity) -> None:
        """Show another severity."""
        self._severity = severity
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Show it in another theme's colours."""
        self._theme = theme
        self.update()

    def paintEvent(self, _event: object) -> None:
        """Draw the shape."""
        painter = QPainter(self)
        paint_shape(painter, QRectF(self.rect()), self._severity, self._theme)
        painter.end()
