"""Sets the words of a cell in lines: what went struck, what came underlined, what was moved in dashes, in colours."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from ui.comparing.strips import Cell, Mark
from ui.fonts import SEMIBOLD
from ui.look import Look

__all__ = ["Laid", "Typesetter"]

_LEADING = 1.16
_SIZE = 15
_WIDE, _NARROW = 1.0, 0.47


@dataclass(frozen=True, slots=True)
class Laid:
    """A cell in its lines."""

    lines: QTextLayout
    height: int


class Typesetter:
    """Knows the fonts and colours of one look, for texts of one language."""

    def __init__(self, look: Look, language: str) -> None:
        self.look = look
        self._chinese = language.startswith("zh")
        self.font = look.serif(_SIZE, "zh" if self._chinese else "en")
        self._head = QFont(self.font)
        self._head.setWeight(SEMIBOLD)
        self._formats = {mark: _format(mark, look) for mark in Mark}
        self.line = ceil(QFontMetricsF(self.font).height() * _LEADING)

    def guess(self, letters: int, width: float) -> int:
        """Return about how high so many letters stand."""
        letter = look_size(self.font) * (_WIDE if self._chinese else _NARROW)
        return self.line * max(1, ceil(letters * letter / max(width, 1.0)))

    def set(self, cell: Cell, width: float) -> Laid | None:
        """Return a cell in lines of a width; None for an empty one."""
        if not cell.stretches:
            return None
        lines = QTextLayout(cell.text, self._head if cell.head else self.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        lines.setTextOption(option)
        lines.setFormats(self._ranges(cell))
        return Laid(lines, self._break(lines, max(width, 20.0)))

    def _ranges(self, cell: Cell) -> list[QTextLayout.FormatRange]:
        ranges, at = [], 0
        for stretch in cell.stretches:
            length = len(stretch.words.encode("utf-16-le")) // 2
            if stretch.mark is not Mark.PLAIN:
                one = QTextLayout.FormatRange()
                one.start, one.length, one.format = at, length, self._formats[stretch.mark]
                ranges.append(one)
            at += length
        return ranges

    def _break(self, lines: QTextLayout, width: float) -> int:
        lines.beginLayout()
        y = 0.0
        while (line := lines.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0.0, y))
            y += max(float(self.line), line.height())
        lines.endLayout()
        return ceil(y)


def look_size(font: QFont) -> float:
    """Return how high a font is set, in pixels."""
    return float(font.pixelSize()) if font.pixelSize() > 0 else QFontMetricsF(font).ascent()


def _format(mark: Mark, look: Look) -> QTextCharFormat:
    theme, made = look.theme, QTextCharFormat()
    if mark in (Mark.DELETED, Mark.GONE):
        made.setFontStrikeOut(True)
    if mark is Mark.INSERTED:
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    if mark in (Mark.COME, Mark.GONE):
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
    colours = {
        Mark.PLAIN: (theme.text, ""),
        Mark.DELETED: (theme.deleted_text, theme.deleted),
        Mark.INSERTED: (theme.inserted_text, theme.inserted),
        Mark.GONE: (theme.second, ""),
        Mark.COME: (theme.accent, ""),
    }
    words, ground = colours[mark]
    made.setForeground(QColor(words))
    if ground and not theme.high_contrast:
        made.setBackground(QColor(ground))
    return made
