"""About how wide words are set, without the fonts: enough to hang a number and to share out a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final
from unicodedata import east_asian_width

__all__ = ["longest_word", "shared_out", "width_of"]

_NARROW: Final = frozenset("iljtfrI.,;:!|'()[]/ ·•-–")
_BROAD: Final = frozenset("mwMW@%&—")
_BENT: Final = 0.6
_WORD: Final = re.compile(r"[^\s\u2e80-\U0003ffff-]+-?")


def width_of(words: str, em: int) -> int:
    """Return the width of words in the unit of `em`, the height of a letter."""
    return sum(_tenths(letter) for letter in words) * em // 100


def _tenths(letter: str) -> int:
    if letter in _NARROW:
        return 32
    if letter.isascii():
        return 85 if letter in _BROAD else 68 if letter.isupper() else 50
    return 100 if east_asian_width(letter) in "WF" else 55


def longest_word(words: str, em: int) -> int:
    """Return the width of the longest word, which no line end may break. East Asian words break anywhere."""
    longest = max(_WORD.findall(words), key=len, default="")
    return max(width_of(longest, em), em if words else 0)


def shared_out(natural: Sequence[int], least: Sequence[int], width: int) -> list[int]:
    """Return widths of columns that together are `width`, as near to what each would like as can be.

    Columns get `least` first, so that no word is broken that need not be. The rest goes by what they still lack, a
    column of long sentences more than one of names, yet not so much more as its sentences are longer.
    """
    if sum(least) >= width:
        return _filled([one * width // max(1, sum(least)) for one in least], width)
    rest = width - sum(natural)
    if rest >= 0:
        return _filled([one + rest * one // max(1, sum(natural)) for one in natural], width)
    widths = list(least)
    for _ in natural:  # each round fills a column, or is the last
        lacking = [max(0, like - now) for like, now in zip(natural, widths, strict=True)]
        weights = [one**_BENT for one in lacking]
        rest = width - sum(widths)
        shares = [int(rest * weight / sum(weights)) for weight in weights]
        widths = [now + min(lack, share) for now, lack, share in zip(widths, lacking, shares, strict=True)]
        if all(share <= lack for share, lack in zip(shares, lacking, strict=True)):
            break
    return _filled(widths, width)


def _filled(widths: list[int], width: int) -> list[int]:
    """Give the last column what rounding left over."""
    return [*widths[:-1], width - sum(widths[:-1])]
