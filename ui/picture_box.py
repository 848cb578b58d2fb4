"""What stands for a picture of the policy: its room on the page where the file holds it, else a small quiet box."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QImage,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
)

from documents.model import Picture
from ui.page_style import DEFAULT_SIZE

if TYPE_CHECKING:
    from ui.page_style import PageStyle

__all__ = ["PICTURE", "PictureBox", "PlacedPicture", "fitted", "resource_of"]

PICTURE = "\ufffc"
_NAME = "clausemark:picture"
_SHARP = 2  # drawn at twice its size, for fine screens
_HILLS = ((0.16, 0.82), (0.40, 0.42), (0.56, 0.66), (0.70, 0.50), (0.86, 0.82))
_PIXELS_A_POINT = 4 / 3
_SCREENS = 1.5
_IMAGE = QTextDocument.ResourceType.ImageResource.value


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture of the policy and where Qt has its character; `room` is how wide it may be, in pixels."""

    position: int
    picture: Picture
    room: int

    @property
    def measured(self) -> bool:
        """Whether the file says how large it is."""
        return self.picture.width > 0 and self.picture.height > 0


class PictureBox:
    """The boxes in one style. They are images of the document's own, so that Qt lays them out and paints them."""

    def __init__(self, style: PageStyle, document: QTextDocument) -> None:
        self._style = style
        self._height = style.scaled(15)
        self._width = style.scaled(22)
        self._document = document
        self._small = self._image(style)
        document.addResource(_IMAGE, QUrl(_NAME), self._small)

    def letters(self, around: QTextCharFormat, name: str = "") -> QTextImageFormat:
        """The format of a small box among letters set like `around`; `name` is what it is read aloud as."""
        return _letters(around, _NAME, (self._width, self._height), name)

    def room(self, around: QTextCharFormat, placed: PlacedPicture) -> QTextImageFormat:
        """The format of a picture that will come: its room where its size is known, else the small box for now."""
        url = resource_of(placed.picture)
        name = placed.picture.name
        if not placed.measured:
            self._document.addResource(_IMAGE, QUrl(url), self._small)
            return _letters(around, url, (self._width, self._height), name)
        self._document.addResource(_IMAGE, QUrl(url), blank(self._style))
        size = (placed.picture.width * _PIXELS_A_POINT, placed.picture.height * _PIXELS_A_POINT)
        return _letters(around, url, fitted(size, placed.room, self._style), name)

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


def resource_of(picture: Picture) -> str:
    """Return the name under which the document keeps a picture."""
    return f"{_NAME}/{picture.place}"


def blank(style: PageStyle) -> QImage:
    """Return what fills a picture's room until it comes: one dot of the panel's colour."""
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    image.fill(QColor(style.theme.panel))
    return image


def fitted(pixels: Sequence[float], room: int, style: PageStyle) -> tuple[int, int]:
    """Return the size a picture is shown at: its own, as large as the text, within the column and 1.5 screens."""
    scale = style.size / DEFAULT_SIZE
    width, height = (max(side, 1.0) * scale for side in pixels)
    screen = QGuiApplication.primaryScreen()
    tallest = (screen.availableSize().height() if screen is not None else 800) * _SCREENS
    shrink = min(1.0, room / width, tallest / height)
    return max(round(width * shrink), 1), max(round(height * shrink), 1)


def _letters(around: QTextCharFormat, url: str, size: tuple[int, int], name: str) -> QTextImageFormat:
    box = QTextImageFormat()
    box.merge(around)
    box.setName(url)
    box.setWidth(size[0])
    box.setHeight(size[1])
    if name:
        box.setProperty(QTextFormat.Property.ImageAltText.value, name)
    return box
