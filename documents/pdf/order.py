"""Segments -> regions in reading order: columns are cut apart along white gutters, tables and labels are not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from documents.pdf.segments import Segment

__all__ = ["Interval", "regions", "rows_of"]

Interval = tuple[float, float]

_CORE = 0.25
_GUTTER = 0.7
_MARGIN = 0.2
_LEAST_LINES = 3
_LEAST = (0.15, 8)
_LEAST_ASIDE = (0.08, 5)  # what is set in letters of another size stands aside
_OTHER_SIZE = 0.12
_FULL, _FULL_OF_LIST = 0.45, 0.3
_LONG_LIST, _LONG_ENTRY = 20, 20
_MORE_SPACE = 0.5
_SAME_ROWS = 0.7
_DEEPEST = 12
_MOST_KNOWN = 4
_SAME_EDGE = 2.0
_TWO = 2


@dataclass(frozen=True, slots=True)
class _Area:
    """A part of a page: where gutters may stand in it and how wide they must be."""

    left: float
    right: float
    gutter: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def inner(self) -> Interval:
        return self.left + _MARGIN * self.width, self.right - _MARGIN * self.width


def regions(segments: Sequence[Segment], known: list[Interval], depth: int = 0) -> list[list[Segment]]:
    """Return the segments in groups, each read from top to bottom, in the order in which they are read.

    `known` are the gutters between columns on the pages before; those found are added. By them a last column that
    holds a line or two is told from what merely stands to the right.
    """
    if len(segments) < 2 * _LEAST_LINES or depth > _DEEPEST:
        return [list(segments)] if segments else []
    rows = rows_of(segments)
    best = _best_run(rows, _area(segments)) or (_known_run(rows, known) if depth == 0 else None)
    if best is None:
        return [list(segments)]
    if best.gutter and len(best.parts) == _TWO and best.gutter not in known[-_MOST_KNOWN:]:
        known.append(best.gutter)
    parts = [_flat(rows[: best.start]), *best.parts, _flat(rows[best.end :])]
    return [region for part in parts for region in regions(part, known, depth + 1)]


def _known_run(rows: Sequence[list[Segment]], known: Sequence[Interval]) -> _Run | None:
    """Return the columns of a page whose last one holds too little to be told as one, by a gutter of pages before."""
    for left, right in known[-_MOST_KNOWN:]:
        beside = [index for index, row in enumerate(rows) if _is_between((left, right), row)]
        if not beside or beside[-1] - beside[0] >= _LEAST_LINES:
            continue
        end = next((at for at in range(beside[0], len(rows)) if not _leaves(rows[at], left, right)), len(rows))
        within = _flat(rows[beside[0] : end])
        sides = [[one for one in within if one.x1 <= left], [one for one in within if one.x0 >= right]]
        begins = abs(min(one.x0 for one in sides[1]) - right) <= _SAME_EDGE
        if end - beside[-1] > _LEAST_LINES and begins and end > beside[-1]:
            return _Run(beside[0], end, sides)
    return None


def _leaves(row: Sequence[Segment], left: float, right: float) -> bool:
    return all(one.x1 <= left or one.x0 >= right for one in row)


def _flat(rows: Sequence[Sequence[Segment]]) -> list[Segment]:
    return [one for row in rows for one in row]


@dataclass(frozen=True, slots=True)
class _Run:
    """Rows that leave one gutter free, and the parts it cuts them into."""

    start: int
    end: int
    parts: list[list[Segment]]
    gutter: Interval | None = None


def _best_run(rows: Sequence[list[Segment]], area: _Area) -> _Run | None:
    """Return the columns that hold the most letters; every gutter between two things in a row is tried."""
    best: tuple[int, _Run] | None = None
    tried: set[tuple[int, int]] = set()
    for index, row in enumerate(rows):
        for gap in _gaps(row, area):
            if not _is_between(gap, row):
                continue
            start, end, gutter = _grown(rows, index, gap, area)
            if (start, end) in tried:
                continue
            tried.add((start, end))
            within = _flat(rows[start:end])
            letters = sum(one.end - one.start for one in within)
            if best and letters <= best[0]:
                continue
            parts = _columns(within, gutter, area)
            best = (letters, _Run(start, end, parts, _edges_of(parts))) if parts else best
    return best[1] if best else None


def _edges_of(parts: Sequence[Sequence[Segment]]) -> Interval:
    """Return where the first part ends on the right and the second begins on the left."""
    return max(one.x1 for one in parts[0]), min(one.x0 for one in parts[1])


def _is_between(gap: Interval, row: Sequence[Segment]) -> bool:
    return any(one.x1 <= gap[0] for one in row) and any(one.x0 >= gap[1] for one in row)


def _grown(rows: Sequence[list[Segment]], index: int, gap: Interval, area: _Area) -> tuple[int, int, Interval]:
    """Return how far up and down from a row the gutter stays free, and what of it is free throughout."""
    start, end = index, index + 1
    while start > 0 and (free := _shared([gap], _gaps(rows[start - 1], area), area.gutter)):
        gap = max(free, key=_width)
        start -= 1
    while end < len(rows) and (free := _shared([gap], _gaps(rows[end], area), area.gutter)):
        gap = max(free, key=_width)
        end += 1
    return start, end, gap


def _width(gap: Interval) -> float:
    return gap[1] - gap[0]


def _area(segments: Sequence[Segment]) -> _Area:
    size = median(one.size or one.y1 - one.y0 for one in segments)
    return _Area(min(one.x0 for one in segments), max(one.x1 for one in segments), _GUTTER * max(size, 1))


def rows_of(segments: Sequence[Segment]) -> list[list[Segment]]:
    """Return the segments in rows from the top: what shares a height, leaving out the edges of each box."""
    rows: list[list[Segment]] = []
    floor = float("inf")
    for one in sorted(segments, key=lambda one: (-one.y1, one.x0)):
        core = _CORE * (one.y1 - one.y0)
        if one.y1 - core <= floor or not rows:
            rows.append([])
            floor = one.y0 + core
        rows[-1].append(one)
        floor = min(floor, one.y0 + core)
    return rows


def _gaps(row: Sequence[Segment], area: _Area) -> list[Interval]:
    """Return where a row leaves room for a gutter in the inner part of the area."""
    left, right = area.inner
    gaps = []
    edge = left
    for one in sorted(row, key=lambda one: one.x0):
        if min(one.x0, right) - edge >= area.gutter:
            gaps.append((edge, min(one.x0, right)))
        edge = max(edge, one.x1)
    if right - edge >= area.gutter:
        gaps.append((edge, right))
    return gaps


def _shared(first: Sequence[Interval], second: Sequence[Interval], least: float) -> list[Interval]:
    both = ((max(a, c), min(b, d)) for a, b in first for c, d in second)
    return [(a, b) for a, b in both if b - a >= least]


def _columns(segments: Sequence[Segment], gutter: Interval, area: _Area) -> list[list[Segment]] | None:
    """Return the parts in reading order, None where the gutter does not divide columns of text."""
    middle = sum(gutter) / 2
    sides = [[one for one in segments if one.x1 <= middle], [one for one in segments if one.x1 > middle]]
    if not all(sides):
        return None
    first, second = (median(one.size for one in side) for side in sides)
    least = _LEAST_ASIDE if abs(first - second) > _OTHER_SIZE * max(first, second) else _LEAST
    if not all(_is_column(side, area, least) for side in sides):
        return None
    table = _table_rows(segments, sides, area.gutter)
    if table is None:
        return sides
    parts = ([one for one in row if (one.x1 > middle) is right] for row in table for right in (False, True))
    return [part for part in parts if part]  # a row may hold but one side


def _is_column(side: Sequence[Segment], area: _Area, least: tuple[float, int]) -> bool:
    """Whether it holds lines enough, and these fill it; `least` are its share of the width and letters to a line."""
    rows = rows_of(side)
    if len(rows) < _LEAST_LINES:
        return False
    left, right = min(one.x0 for one in side), max(one.x1 for one in side)
    letters = sum(one.end - one.start for one in side) / len(rows)
    widths = [max(one.x1 for one in row) - min(one.x0 for one in row) for row in rows]
    long_list = len(rows) >= _LONG_LIST and letters >= _LONG_ENTRY
    full = median(widths) >= (_FULL_OF_LIST if long_list else _FULL) * (right - left)
    return right - left >= least[0] * area.width and letters >= least[1] and full


def _table_rows(
    segments: Sequence[Segment], sides: Sequence[Sequence[Segment]], size: float
) -> list[list[Segment]] | None:
    """Return the rows of a table; None for columns, whose paragraphs do not break at the same heights."""
    space = max(_common_space(side) for side in sides) + _MORE_SPACE * size
    most = max(len(_blocks(side, space)) for side in sides)
    both = _blocks(segments, space)
    return both if most >= _LEAST_LINES and len(both) >= _SAME_ROWS * most else None


def _spaces(rows: Sequence[Sequence[Segment]]) -> list[float]:
    """Return the white space between each row and the next."""
    return [min(one.y0 for one in above) - max(one.y1 for one in below) for above, below in pairwise(rows)]


def _common_space(segments: Sequence[Segment]) -> float:
    return median(_spaces(rows_of(segments)) or [0.0])


def _blocks(segments: Sequence[Segment], space: float) -> list[list[Segment]]:
    """Return rows gathered into blocks with more than `space` between them."""
    rows = rows_of(segments)
    blocks = [list(rows[0])]
    for row, white in zip(rows[1:], _spaces(rows), strict=True):
        if white > space:
            blocks.append([])
        blocks[-1].extend(row)
    return blocks
