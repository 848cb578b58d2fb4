"""How high a row must be for its words: programs other than Excel do not find out by themselves. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

__all__ = ["height", "lines"]

_LINE: Final = 14.0
"""Points that a line of ten-point letters takes."""
_MOST: Final = 409.0
"""No row of a workbook is higher; what does not fit is read in the cell itself."""
_WORD_WRAP: Final = 1.1
"""What breaking lines between words costs."""
_EDGES: Final = 1.5
"""Digits that fit a column less because letters keep off its lines."""


def lines(text: str, width: int) -> int:
    """Return how many lines `text` takes in a column of `width` digits. A hanzi is as wide as two of them.

    Letters are told apart by their bytes in UTF-8, three for a hanzi: that is quick, and close enough.
    """
    room = max(width - _EDGES, 1) / _WORD_WRAP
    sizes = ((len(line.encode("utf-8", "replace")) + len(line)) / 2 for line in text.split("\n"))
    return sum(1 + int(size / room) for size in sizes)


def height(cells: Iterable[tuple[str, int]]) -> float:
    """Return the height in points of a row of texts, each in a column of its width."""
    most = max((lines(text, width) for text, width in cells), default=1)
    return min(most * _LINE + 3, _MOST)
