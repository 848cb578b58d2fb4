"""How high a row must be for its words: programs other than Excel do not find out by themselves. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

__all__ = ["height", "lines"]

_LINE: Final[Mapping[str, float]] = {"en": 12.75, "zh": 14.5}
"""Points that a line of ten-point letters takes; Chinese fonts stand higher than Arial."""
_MOST: Final = 409.0
"""No row of a workbook is higher; what does not fit is read in the cell itself."""
_WORD_WRAP: Final = 1.1
"""What breaking lines between words costs."""
_PER_BYTE, _PER_LETTER = 0.59, 0.23
"""What a letter's bytes in UTF-8 and the letter itself add to a line: 0.8 of a digit for a, two digits for a hanzi."""
_EDGES: Final = 1.5
"""Digits that fit a column less because letters keep off its lines."""


def lines(text: str, width: int) -> int:
    """Return how many lines `text` takes in a column of `width` digits."""
    room = max(width - _EDGES, 1) / _WORD_WRAP
    sizes = (_PER_BYTE * len(line.encode("utf-8", "replace")) + _PER_LETTER * len(line) for line in text.split("\n"))
    return sum(1 + int(size / room) for size in sizes)


def height(cells: Iterable[tuple[str, int]], language: str) -> float:
    """Return the height in points of a row of texts, each in a column of its width, in the fonts of a language."""
    most = max((lines(text, width) for text, width in cells), default=1)
    return min(most * _LINE[language] + 3, _MOST)
