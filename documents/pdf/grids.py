"""Lines drawn on a page -> the grids of tables: rows, columns, and cells that span several."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from documents.pdf.rules import Rules, Stroke

__all__ = ["Grid", "Slot", "grids_of"]

_NEAR = 3.0  # lines meant to meet miss each other by no more
_NARROWEST, _LOWEST = 6.0, 5.0
_MOST_COLUMNS, _MOST_ROWS = 40, 300
_LEAST = 3  # lines for two rows or columns
_LOOKS = (0.25, 0.75)


@dataclass(frozen=True, slots=True)
class Slot:
    """One cell of a grid: where its row and column begin and how many it spans."""

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table. `xs` go from left to right, `ys` from the top down; `slots` row by row."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    slots: tuple[Slot, ...]
    by_place: dict[tuple[int, int], Slot]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, low, right, high."""
        return self.xs[0], self.ys[-1], self.xs[-1], self.ys[0]

    def slot_at(self, x: float, y: float) -> Slot | None:
        """Return the cell a point lies in, None outside."""
        left, low, right, high = self.box
        if not (left <= x <= right and low <= y <= high):
            return None
        column = min(bisect_right(self.xs, x), len(self.xs) - 1) - 1
        row = min(bisect_right(self.ys, -y, key=lambda height: -height), len(self.ys) - 1) - 1
        return self.by_place[row, column]

    def sides(self, slot: Slot) -> tuple[float, float]:
        """Return the left and right edge of a cell."""
        return self.xs[slot.column], self.xs[slot.column + slot.column_span]


def grids_of(rules: Rules) -> list[Grid]:
    """Return the grids that lines form, from the top of the page; what is none for certain is left out."""
    if len(rules.across) < _LEAST or len(rules.down) < 1:
        return []
    across, down = _joined(rules.across), _joined(rules.down)
    found = (_grid(*group) for group in _met(across, down))
    return sorted((grid for grid in found if grid), key=lambda grid: -grid.ys[0])


def _joined(strokes: Iterable[Stroke]) -> list[Stroke]:
    """Return strokes with those that continue or cover each other made one."""
    joined: list[Stroke] = []
    for row in _alike(sorted(strokes)):
        at = sum(one.at for one in row) / len(row)
        whole: Stroke | None = None
        for one in sorted(row, key=lambda one: one.start):
            if whole and one.start <= whole.end + _NEAR:
                whole = Stroke(at, whole.start, max(whole.end, one.end))
            else:
                joined += [whole] if whole else []
                whole = Stroke(at, one.start, one.end)
        joined += [whole] if whole else []
    return joined


def _alike(strokes: Sequence[Stroke]) -> Iterator[list[Stroke]]:
    """Yield strokes, given in order, that lie within a line's breadth of the first."""
    row: list[Stroke] = []
    for one in strokes:
        if row and one.at - row[0].at > _NEAR:
            yield row
            row = []
        row.append(one)
    if row:
        yield row


def _met(across: Sequence[Stroke], down: Sequence[Stroke]) -> Iterator[tuple[list[Stroke], list[Stroke]]]:
    """Yield lines that meet each other, directly or by way of others."""
    left = list(range(len(down)))
    waiting = set(range(len(across)))
    while waiting:
        rows: set[int] = {waiting.pop()}
        columns: set[int] = set()
        new = set(rows)
        while new:
            touched = {at for at in left if any(_meet(across[row], down[at]) for row in new)} - columns
            columns |= touched
            new = {row for row in waiting if any(_meet(across[row], down[at]) for at in touched)}
            waiting -= new
            rows |= new
        left = [at for at in left if at not in columns]
        yield [across[row] for row in rows], [down[at] for at in columns]


def _meet(across: Stroke, down: Stroke) -> bool:
    return across.start - _NEAR <= down.at <= across.end + _NEAR and down.start - _NEAR <= across.at <= down.end + _NEAR


def _grid(across: Sequence[Stroke], down: Sequence[Stroke]) -> Grid | None:
    if len(across) < _LEAST or not down:
        return None
    ends = [min(one.start for one in across), max(one.end for one in across)]
    xs = _places([*(one.at for one in down), *ends])
    ys = _places([one.at for one in across])[::-1]
    if not (_LEAST <= len(xs) <= _MOST_COLUMNS + 1 and _LEAST <= len(ys) <= _MOST_ROWS + 1):
        return None
    if min(b - a for a, b in pairwise(xs)) < _NARROWEST or min(a - b for a, b in pairwise(ys)) < _LOWEST:
        return None
    by_place = _slots(_Walls(xs, ys, across, down))
    if by_place is None:
        return None
    slots = tuple(dict.fromkeys(by_place[place] for place in sorted(by_place)))
    whole = len({slot.row for slot in slots}) > 1 and len({slot.column for slot in slots}) > 1
    return Grid(tuple(xs), tuple(ys), slots, by_place) if whole else None


def _places(values: Iterable[float]) -> list[float]:
    """Return values with those that are nearly the same made one, in order."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _NEAR:
            places.append(value)
    return places


@dataclass(frozen=True, slots=True)
class _Walls:
    """Where a line stands between two cells that lie next to each other."""

    xs: Sequence[float]
    ys: Sequence[float]
    across: Sequence[Stroke]
    down: Sequence[Stroke]

    def right_of(self, row: int, column: int) -> bool:
        high, low = self.ys[row], self.ys[row + 1]
        return self._stands(self.down, self.xs[column + 1], [low + (high - low) * look for look in _LOOKS])

    def below(self, row: int, column: int) -> bool:
        left, right = self.xs[column], self.xs[column + 1]
        return self._stands(self.across, self.ys[row + 1], [left + (right - left) * look for look in _LOOKS])

    @staticmethod
    def _stands(strokes: Iterable[Stroke], at: float, looks: Sequence[float]) -> bool:
        near = [one for one in strokes if abs(one.at - at) <= _NEAR]
        return all(any(one.start <= look <= one.end for one in near) for look in looks)


def _slots(walls: _Walls) -> dict[tuple[int, int], Slot] | None:
    """Return the cell of each place; None where lines part the grid otherwise than into rectangles."""
    rows, columns = len(walls.ys) - 1, len(walls.xs) - 1
    taken: dict[tuple[int, int], Slot] = {}
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            across = column + 1
            while across < columns and not walls.right_of(row, across - 1):
                across += 1
            down = row + 1
            while down < rows and not any(walls.below(down - 1, at) for at in range(column, across)):
                down += 1
            slot = Slot(row, column, down - row, across - column)
            places = [(r, c) for r in range(row, down) for c in range(column, across)]
            if any(place in taken for place in places):
                return None
            taken.update(dict.fromkeys(places, slot))
    return taken
