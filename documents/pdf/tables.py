"""Which words of a page stand in the cells of a ruled table, and what such a table is in the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from documents.pdf.characters import Characters
from documents.pdf.grids import Grid, Slot
from documents.pdf.segments import Segment, Upright, is_space

__all__ = ["Table", "tables_in"]

_TOUCHES = 0.12
_MOST_TORN = 0.04
_LEAST_FILLED = 0.4
_PER_SIZE = 1.0
_INSIDE = 1.0


@dataclass(frozen=True, slots=True)
class Table:
    """A grid and the segments in each of its cells that holds any."""

    grid: Grid
    cells: dict[Slot, list[Segment]]

    @property
    def strips(self) -> list[Segment]:
        """Each row as one segment without a gap, so that the table finds its place among the words around it."""
        inside = [one for cell in self.cells.values() for one in cell]
        size = sorted(one.size for one in inside)[len(inside) // 2]
        letters = max(sum(one.end - one.start for one in inside) // (len(self.grid.ys) - 1), 1)
        left, _, right, _ = self.grid.box
        return [
            Segment(0, letters, left, low + _INSIDE, right, high - _INSIDE, size)
            for high, low in pairwise(self.grid.ys)
        ]


def tables_in(
    page: Characters, frame: Upright, segments: Sequence[Segment], grids: Iterable[Grid]
) -> tuple[list[Segment], list[Table]]:
    """Return the segments that stand in no table, and the tables: only such as leave no doubt."""
    rest = list(segments)
    tables: list[Table] = []
    for grid in grids:
        cut = _cut(page, frame, rest, grid)
        if cut is not None:
            rest, table = cut
            tables.append(table)
    return rest, tables


def _cut(
    page: Characters, frame: Upright, segments: Sequence[Segment], grid: Grid
) -> tuple[list[Segment], Table] | None:
    outside: list[Segment] = []
    cells: dict[Slot, list[Segment]] = defaultdict(list)
    torn = pieces = 0
    for segment in segments:
        if not _overlaps(segment, grid):
            outside.append(segment)
            continue
        for slot, piece, tears in _pieces(page, frame, segment, grid):
            pieces += 1
            torn += tears
            (outside if slot is None else cells[slot]).append(piece)
    return None if torn > _MOST_TORN * pieces or not _is_table(grid, cells) else (outside, Table(grid, dict(cells)))


def _overlaps(segment: Segment, grid: Grid) -> bool:
    left, low, right, high = grid.box
    return segment.x0 < right and segment.x1 > left and low < segment.middle < high


def _pieces(
    page: Characters, frame: Upright, segment: Segment, grid: Grid
) -> Iterable[tuple[Slot | None, Segment, bool]]:
    """Yield the parts of a segment by cell, and whether each was torn from the letters before it."""
    begun: int | None = None
    slot: Slot | None = None
    last, torn = segment.start, False
    for index in range(segment.start, segment.end):
        if is_space(page.letters[index]):
            continue
        middle = (frame.left[index] + frame.right[index]) / 2
        here = grid.slot_at(middle, (frame.low[index] + frame.high[index]) / 2)
        if begun is None:
            begun, slot = index, here
        elif here != slot:
            yield slot, _segment(frame, begun, last + 1, segment.size), torn
            gap = frame.left[index] - frame.right[last]
            begun, slot, torn = index, here, gap < _TOUCHES * max(segment.size, _PER_SIZE)
        last = index
    if begun is not None:
        yield slot, _segment(frame, begun, last + 1, segment.size), torn


def _segment(frame: Upright, start: int, end: int, size: float) -> Segment:
    left, right = min(frame.left[start:end]), max(frame.right[start:end])
    return Segment(start, end, left, min(frame.low[start:end]), right, max(frame.high[start:end]), size)


def _is_table(grid: Grid, cells: dict[Slot, list[Segment]]) -> bool:
    """Whether words stand in more than one row and column, and in a good part of the cells."""
    rows, columns = {slot.row for slot in cells}, {slot.column for slot in cells}
    return len(rows) > 1 and len(columns) > 1 and len(cells) >= _LEAST_FILLED * len(grid.slots)
