"""Icons of the window: Phosphor Regular, drawn in any colour at any size."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

__all__ = ["icon", "names", "pixmap"]

_FOLDER = "phosphor"


def names() -> tuple[str, ...]:
    """Return the names of all icons that can be asked for."""
    shelf = files(__name__) / _FOLDER
    return tuple(sorted(file.name[:-4] for file in shelf.iterdir() if file.name.endswith(".svg")))


@lru_cache(maxsize=128)
def _drawing(name: str) -> bytes:
    return (files(__name__) / _FOLDER / f"{name}.svg").read_bytes()


def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Draw an icon `size` device-independent pixels square for a screen of the given pixel ratio.

    Raises FileNotFoundError for a name that is not in the set: our own fault.
    """
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    svg = _drawing(name).replace(b"currentColor", QColor(colour).name().encode("ascii"))
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


@lru_cache(maxsize=256)
def _icon(name: str, colour: str, size: int, highest_ratio: float) -> QIcon:
    result = QIcon()
    for ratio in sorted({1.0, highest_ratio}):
        result.addPixmap(pixmap(name, colour, size, ratio))
    return result


def icon(name: str, colour: str, size: int = 20) -> QIcon:
    """Return the icon in a colour ("#545C67"), sharp on the screen with the most pixels. Needs a QGuiApplication."""
    screens = QGuiApplication.screens()
    return _icon(name, colour, size, max((screen.devicePixelRatio() for screen in screens), default=1.0))
