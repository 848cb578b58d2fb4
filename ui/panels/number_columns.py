"""How wide the numbers of the outline stand: as wide as those of a level need, within bounds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil
from typing import NamedTuple

from ui.models.outline_model import OutlineRow

__all__ = ["GAP", "LEAST_NUMBER", "Column", "number_columns", "shown_label"]

LEAST_NUMBER = 26
GAP = 6
"""Pixels between a number and its title."""

_MOST_NUMBER = 68
_INDENT = 14
_STEP = 8
"""The least by which the titles of a level stand in from those of the level above."""


class Column(NamedTuple):
    """Where the numbers of a level begin, and how wide they are, in pixels."""

    left: int
    width: int


def shown_label(row: OutlineRow) -> str:
    """Return a number without the dot after it."""
    return row.label.rstrip(".、．")


def number_columns(rows: Sequence[OutlineRow], width_of: Callable[[str], float]) -> dict[int, Column]:
    """Return the column of every level; `width_of` measures a label."""
    widest: dict[int, float] = {}
    for level, label in {(max(0, row.level), shown_label(row)) for row in rows}:
        widest[level] = max(widest.get(level, 0.0), width_of(label))
    columns: dict[int, Column] = {}
    title = 0
    for level in sorted(widest):
        left, width = level * _INDENT, min(max(LEAST_NUMBER, ceil(widest[level])), _MOST_NUMBER)
        title = max(title + _STEP, left + width + GAP) if columns else left + width + GAP
        columns[level] = Column(title - GAP - width, width)
    return columns
