"""Breaking the words of a card into lines, with an ellipsis where they do not fit. Measured once, then remembered."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

__all__ = ["lines_of"]

_MOST_CHARACTERS = 1_200
_FONTS: dict[str, QFont] = {}


def lines_of(text: str, font: QFont, width: int, most: int) -> tuple[str, ...]:
    """Return the lines of `text` at that width, at most `most` of them (0 for all), the last one cut with …."""
    flat = " ".join(text.split())
    return _lines(flat if most == 0 else flat[:_MOST_CHARACTERS], _key(font), width, most) if flat else ()


def _key(font: QFont) -> str:
    key = f"{'|'.join(font.families())} {font.pixelSize()} {font.weight()}"
    _FONTS.setdefault(key, font)
    return key


@lru_cache(maxsize=20_000)
def _lines(text: str, font_key: str, width: int, most: int) -> tuple[str, ...]:
    font = _FONTS[font_key]
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    found: list[str] = []
    utf16 = text.encode("utf-16-le")
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, 0))
        start = line.textStart()
        if most and len(found) == most - 1:
            rest = utf16[2 * start :].decode("utf-16-le")
            found.append(QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width))
            break
        found.append(utf16[2 * start : 2 * (start + line.textLength())].decode("utf-16-le").rstrip())
    layout.endLayout()
    return tuple(found)
