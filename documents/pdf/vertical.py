"""Pages written from top to bottom, their columns from right to left, as Chinese and Japanese may be."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from documents.pdf.style import Style

__all__ = ["DOWNWARDS", "downward_styles"]

DOWNWARDS = 3  # the direction of such lines: as text turned a quarter with the clock, though each letter stands upright

_LINES = re.compile(r"\S(?:[^\r\n]*[^\s])?")
_CJK = re.compile("[\u2e80-\u9fff\uf900-\ufaff]")
_ASIDE = 0.6
_LONGEST_STEP = 3.0
_ACROSS = 2.0


def downward_styles(letters: str, left: array[float], top: array[float], styles: Sequence[Style]) -> list[Style] | None:
    """Return the styles with the direction set, of a page most of which is written downwards; None for any other."""
    lines = [match.span() for match in _LINES.finditer(letters)]
    down = [span for span in lines if _runs_down(letters, left, top, styles, span)]
    if not down or sum(end - start for start, end in down) * 2 <= sum(end - start for start, end in lines):
        return None
    turned = list(styles)
    made: dict[Style, Style] = {}
    for start, end in lines:
        size = max(styles[start].size, 1.0)
        if max(left[start:end]) - min(left[start:end]) < _ACROSS * size:
            for index in range(start, end):
                style = turned[index]
                turned[index] = made.get(style) or made.setdefault(style, replace(style, turn=DOWNWARDS))
    return turned


def _runs_down(
    letters: str, left: array[float], top: array[float], styles: Sequence[Style], span: tuple[int, int]
) -> bool:
    """Whether each letter stands right below the one before it."""
    start, end = span
    size = max(styles[start].size, 1.0)
    if styles[start].turn or end - start == 1 or top[start] - top[end - 1] < size / 2:
        return False
    seen = [index for index in range(start, end) if not letters[index].isspace()]
    return _CJK.search(letters, start, end) is not None and all(
        abs(left[after] - left[before]) < _ASIDE * size and 0 < top[before] - top[after] < _LONGEST_STEP * size
        for before, after in pairwise(seen)
    )
