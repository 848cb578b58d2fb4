"""What stands for a picture of the policy: a small quiet box as high as a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QTextCharFormat, QTextDocument, QTextImageFormat

if TYPE_CHECKING:
    from ui.page_style import PageStyle

__all__ = ["PICTURE", "PictureBox"]

PICTURE = "\ufffc"
_NAME = "clausemark:picture"
_SHARP = 2  # drawn at twice its size, for fine screens
_HILLS = ((0.16, 0.82), (0.40, 0.42), (0.56, 0.66), (0.70, 0.50), (0.86, 0.82))


class PictureBox:
    """The box in one style. It is an image of the document's own, so that Qt lays it out and paints it by itself."""

    def __init__(self, style: PageStyle, document: QTextDocument) -> None:
        self._height = style.scaled(15)
        self._width = style.scaled(22)
        document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(_NAME), self._image(style))

    def letters(self, around: QTextCharFormat) -> QTextImageFormat:
        """The format of its one character among letters set like `around`."""
        box = QTextImageFormat()
        box.merge(around)
        box.setName(_NAME)
        box.setWidth(self._width)
        box.setHeight(self._height)
        return box

    def _image(self, style: PageStyle) -> QImage:
        image = QImage(self._width * _SHARP, self._height * _SHARP, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(_SHARP)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(style.theme.edge), 1))
        painter.setBrush(QColor(style.theme.panel))
        painter.drawRoundedRect(QRectF(0.5, 0.5, self._width - 1, self._height - 1), 2, 2)
        painter.drawPolyline([QPointF(x * self._width, y * self._height) for x, y in _HILLS])
        painter.end()
        return image
