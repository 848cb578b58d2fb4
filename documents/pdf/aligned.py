"""Tables that no line rules off: three columns or more, and rows parted by white space at one height in all of them.

Only what leaves no doubt is one: words in lines that end where they like, with a little room between rows, in a page
whose other lines run across the columns. Two columns are left to the order of reading.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from documents.pdf.grids import Grid, Slot
from documents.pdf.order import Interval, rows_of
from documents.pdf.segments import Segment

__all__ = ["aligned_grids"]

_LEAST_COLUMNS, _LEAST_ROWS = 3, 3
_GUTTER = 0.4
_MORE_SPACE = 0.35
_SAME_EDGE = 2.5
_MOST_ALIKE = 0.8
_LEAST_LETTERS = 6
_LEAST_FILLED = 0.6
_FILLED = 2
_MARGIN = 1.0

_Rows = Sequence[list[Segment]]


def aligned_grids(segments: Sequence[Segment]) -> list[Grid]:
    """Return the grids that white space alone forms on a page, from the top."""
    if len(segments) < _LEAST_COLUMNS * _LEAST_ROWS:
        return []
    rows = rows_of(segments)
    size = max(median(one.size or one.y1 - one.y0 for one in segments), 1.0)
    grids: list[Grid] = []
    at = 0
    while at < len(rows):
        end, columns = _grown(rows, at, _GUTTER * size)
        grid = _grid(rows[at:end], columns, size) if end - at > _LEAST_ROWS else None
        if grid is not None and _is_crossed([*rows[:at], *rows[end:]], columns):
            grids.append(grid)
            at = end
        else:
            at += 1
    return grids


def _grown(rows: _Rows, start: int, gutter: float) -> tuple[int, list[Interval]]:
    """Return how far down the columns of a row go on, and where they stand."""
    columns = _merged([(one.x0, one.x1) for one in rows[start]], gutter)
    end = start + 1
    while len(columns) >= _LEAST_COLUMNS and end < len(rows):
        wider = _merged([*columns, *((one.x0, one.x1) for one in rows[end])], gutter)
        if len(wider) != len(columns):
            break
        columns = wider
        end += 1
    return end if len(columns) >= _LEAST_COLUMNS else start + 1, columns


def _merged(intervals: Sequence[Interval], gutter: float) -> list[Interval]:
    """Return intervals with those made one that less than a gutter parts."""
    found: list[Interval] = []
    for left, right in sorted(intervals):
        if found and left - found[-1][1] < gutter:
            found[-1] = found[-1][0], max(found[-1][1], right)
        else:
            found.append((left, right))
    return found


def _grid(rows: _Rows, columns: Sequence[Interval], size: float) -> Grid | None:
    """Return the grid of rows whose columns are known; None where it is in doubt whether they are a table."""
    sides = [[one for line in rows for one in line if _column(one, columns) == at] for at in range(len(columns))]
    if not all(map(_is_column, sides)) or _is_labels(sides[0]):
        return None
    blocks = _blocks(rows, sides, size)
    filled = [{_column(one, columns) for line in block for one in line} for block in blocks]
    enough = sum(map(len, filled)) >= _LEAST_FILLED * len(blocks) * len(columns)
    if len(blocks) < _LEAST_ROWS or not enough or any(0 not in row or len(row) < _FILLED for row in filled):
        return None
    return _drawn(blocks, columns, size)


def _blocks(rows: _Rows, sides: _Rows, size: float) -> list[list[list[Segment]]]:
    """Return rows in groups, parted by white space through all columns, more of it than lines of a column have."""
    spaces = [above.y0 - below.y1 for side in sides for above, below in pairwise(sorted(side, key=_height))]
    least = sorted(spaces)[len(spaces) // 4] + _MORE_SPACE * size
    blocks: list[list[list[Segment]]] = []
    floor = 0.0
    for row in rows:
        if not blocks or floor - max(one.y1 for one in row) > least:
            blocks.append([])
            floor = row[0].y0
        blocks[-1].append(row)
        floor = min(floor, *(one.y0 for one in row))
    return blocks


def _height(one: Segment) -> float:
    return -one.middle


def _column(one: Segment, columns: Sequence[Interval]) -> int:
    return next(at for at, (_, right) in enumerate(columns) if one.x0 <= right)


def _is_column(side: Sequence[Segment]) -> bool:
    """Whether lines begin at one edge."""
    edge = min(one.x0 for one in side)
    return sum(one.x0 - edge <= _SAME_EDGE for one in side) >= _MOST_ALIKE * len(side)


def _is_labels(side: Sequence[Segment]) -> bool:
    """Whether lines are so short that they may be the numbers of a list."""
    return median(one.end - one.start for one in side) < _LEAST_LETTERS


def _is_crossed(rows: _Rows, columns: Sequence[Interval]) -> bool:
    """Whether a line of the page runs across the columns, as those of a page in columns do not."""
    inner = [sum(gap) / 2 for gap in _between(columns)]
    return any(sum(one.x0 < middle < one.x1 for middle in inner) == len(inner) for row in rows for one in row)


def _between(columns: Sequence[Interval]) -> list[Interval]:
    return [(first[1], second[0]) for first, second in pairwise(columns)]


def _drawn(blocks: Sequence[_Rows], columns: Sequence[Interval], size: float) -> Grid:
    high = [max(one.y1 for line in block for one in line) for block in blocks]
    low = [min(one.y0 for line in block for one in line) for block in blocks]
    ys = [high[0] + _MARGIN, *((above + below) / 2 for above, below in zip(low, high[1:], strict=False))]
    inner = (left + min((right - left) / 2, size) for left, right in _between(columns))
    xs = [columns[0][0] - _MARGIN, *inner, columns[-1][1] + _MARGIN]
    by_place = {(row, at): Slot(row, at) for row in range(len(blocks)) for at in range(len(columns))}
    return Grid(tuple(xs), (*ys, low[-1] - _MARGIN), tuple(by_place.values()), by_place)
