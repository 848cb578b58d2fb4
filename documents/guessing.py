"""Headings of plain text, which nothing marks: short lines that stand alone above longer ones."""

from __future__ import annotations

import re
from collections.abc import Sequence

from documents.labels import Rank, rank_of
from documents.lines import begins_small, introduces, is_dated, is_heading_like
from documents.sequences import Line

__all__ = ["guessed_headings", "is_divided"]

_ENOUGH = 3
_SIGNS = ("◎", "【", "〖", "☆", "§§")
_LONGER = 2
_SHORT = 60
_FIELD = re.compile(r"[:：]\s*[\d+(（]|@|https?:|www\.|^[\u4e00-\u9fff]{2,8}[：:]\s*\S")  # 邮编：518054, 使用目的：登录


def guessed_headings(lines: Sequence[Line], words: Sequence[str], closely: Sequence[bool]) -> list[int]:
    """Return the indexes of unnumbered headings; none where numbers already divide the text.

    `closely` tells of each line whether the next one follows without an empty line between.
    """
    if is_divided(lines):
        return []
    return [
        index
        for index in range(1, len(lines) - 1)
        if _stands_above(lines, words, index) and not _ends_list(words, closely, index)
    ]


def _ends_list(words: Sequence[str], closely: Sequence[bool], index: int) -> bool:
    """Whether a line is the last of several short ones, with an empty line only after it; or begins small."""
    if begins_small(words[index]):
        return True
    before = words[index - 1]
    return closely[index - 1] and not closely[index] and (introduces(before) or len(before) <= _SHORT)


def is_divided(lines: Sequence[Line]) -> bool:
    """Whether chapters, articles or a top numbering that never begins anew run through the text."""
    starts: dict[str, int] = {}
    highest: dict[str, int] = {}
    for line in lines:
        if line.mark is None or line.mark.is_bullet:
            continue
        number = line.mark.readings[0]
        starts[number.family] = starts.get(number.family, 0) + (number.value == 1)
        highest[number.family] = max(highest.get(number.family, 0), number.value)
    if any(value > 1 and rank_of(family) <= Rank.ARTICLE for family, value in highest.items()):
        return True
    outer = [family for family, value in highest.items() if value >= _ENOUGH and rank_of(family) < Rank.BRACKET]
    return any(starts[family] <= 1 or rank_of(family) <= Rank.NUMERAL for family in outer)


def _stands_above(lines: Sequence[Line], words: Sequence[str], index: int) -> bool:
    if words[index].startswith(_SIGNS) and is_heading_like(words[index].rstrip(":：")):
        return True
    if lines[index].mark or not is_heading_like(words[index]) or is_dated(words[index]) or _is_sentence(words[index]):
        return False
    if _FIELD.search(words[index]):
        return False
    following = lines[index + 1]
    below = words[index + 1]
    return following.mark is not None or len(below) >= _LONGER * len(words[index]) or _is_sentence(below)


def _is_sentence(words: str) -> bool:
    """Whether a line that nothing marks ends as a sentence does: only a number makes a heading of "Payment."."""
    return words.rstrip().endswith(".") and not words.isupper()
