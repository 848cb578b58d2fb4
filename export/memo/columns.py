"""How wide the columns of a table are: by their shares, and so that no word of them is broken in its middle."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

__all__ = ["longest_word", "shared_out"]

_UNBROKEN: Final = re.compile(r"[^\s\u3000-\u9fff\uff00-\uffef]+")
_SHORT_HANZI: Final = re.compile(r"[\u4e00-\u9fff]{1,4}")
"""Hanzi that are one word: two to four of them by themselves."""
_PADDING: Final = 200
_LETTER: Final = 0.56
"""The width of a Latin letter as a share of the type's size, on the generous side."""
_MOST: Final = 0.28
"""The share of a table that a column may grow to for the sake of a word."""


def longest_word(texts: Iterable[str], half_points: int) -> int:
    """Return the width that the longest unbroken word of `texts` takes in a cell, in twentieths of a point."""
    told = set(texts)
    longest = max((len(word) for text in told for word in _UNBROKEN.findall(text)), default=0)
    hanzi = max((len(text) for text in told if _SHORT_HANZI.fullmatch(text)), default=0)
    return int(max(longest * _LETTER, hanzi) * half_points * 10) + _PADDING


def shared_out(shares: Sequence[int], least: Sequence[int], width: int) -> list[int]:
    """Return widths by `shares` that make `width` together, none below its `least` as far as that is reasonable."""
    total = sum(shares)
    widths = [
        max(width * share // total, min(need, int(width * _MOST))) for share, need in zip(shares, least, strict=True)
    ]
    while (excess := sum(widths) - width) > 0:
        room = [have - min(need, have) for have, need in zip(widths, least, strict=True)]
        widest = room.index(max(room)) if max(room) > 0 else widths.index(max(widths))
        widths[widest] -= min(excess, max(room[widest], 1) if max(room) > 0 else excess)
    widths[widths.index(max(widths))] += width - sum(widths)
    return widths
