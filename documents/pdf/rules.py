"""The straight lines drawn on a page, across and down: what rules off tables and footnotes."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

__all__ = ["NONE", "Rules", "Stroke", "rules_on"]

_MOST_OBJECTS = 8_000
_MOST = 3_000
_MOST_POINTS = 400
_THIN = 3.0
_LEAST = 4.0
_LINE_TO, _MOVE_TO = 0, 2

Point = tuple[float, float]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, order=True)
class Stroke:
    """A line at `at`, from `start` to `end` along the other direction, in points."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Rules:
    """Lines across the page, each at its height, and lines down it, each at its distance from the left."""

    across: tuple[Stroke, ...] = ()
    down: tuple[Stroke, ...] = ()

    def turned(self, turn: int) -> Rules:
        """Return the same as if the page were turned until text of direction `turn` runs to the right."""
        if turn == 1:
            return Rules(_mirrored(self.down), _backwards(self.across))
        if turn == 2:  # noqa: PLR2004 - half a turn
            return Rules(_mirrored(_backwards(self.across)), _mirrored(_backwards(self.down)))
        if turn == 3:  # noqa: PLR2004 - downwards
            return Rules(_backwards(self.down), _mirrored(self.across))
        return self


NONE = Rules()


def _mirrored(strokes: Iterable[Stroke]) -> tuple[Stroke, ...]:
    return tuple(Stroke(-one.at, one.start, one.end) for one in strokes)


def _backwards(strokes: Iterable[Stroke]) -> tuple[Stroke, ...]:
    return tuple(Stroke(one.at, -one.end, -one.start) for one in strokes)


def rules_on(raw: Any, opened: Any, box: Box) -> Rules:  # noqa: ANN401
    """Return the lines of an open page, also the edges of boxes; none of one that holds too many: a drawing.

    `box` is the part of the page that is seen: left, low, right, high.
    """
    count = raw.FPDFPage_CountObjects(opened)
    if count > _MOST_OBJECTS:
        return NONE
    across: list[Stroke] = []
    down: list[Stroke] = []
    for index in range(count):
        thing = raw.FPDFPage_GetObject(opened, index)
        if raw.FPDFPageObj_GetType(thing) == raw.FPDF_PAGEOBJ_PATH:
            for (x0, y0), (x1, y1) in _sides(raw, thing):
                _take(across, down, _seen((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)), box))
            if len(across) + len(down) > _MOST:
                return NONE
    return Rules(tuple(across), tuple(down))


def _seen(line: Box, page: Box) -> Box:
    """Return the part of a line that lies on the page; it may end before it begins."""
    return max(line[0], page[0]), max(line[1], page[1]), min(line[2], page[2]), min(line[3], page[3])


def _take(across: list[Stroke], down: list[Stroke], line: Box) -> None:
    x0, y0, x1, y1 = line
    if x1 < x0 or y1 < y0:
        return
    if y1 - y0 <= _THIN and x1 - x0 >= _LEAST:
        across.append(Stroke((y0 + y1) / 2, x0, x1))
    elif x1 - x0 <= _THIN and y1 - y0 >= _LEAST:
        down.append(Stroke((x0 + x1) / 2, y0, y1))


def _sides(raw: Any, path: Any) -> Iterator[tuple[Point, Point]]:  # noqa: ANN401
    """Yield two ends of what is one thin line, drawn or filled, else of each straight part of a drawn path."""
    fills, draws = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fills, draws)
    left, low, right, high = (ctypes.c_float() for _ in range(4))
    if not (fills.value or draws.value) or not raw.FPDFPageObj_GetBounds(path, left, low, right, high):
        return
    if min(right.value - left.value, high.value - low.value) <= _THIN:
        yield (left.value, low.value), (right.value, high.value)
        return
    matrix = raw.FS_MATRIX()
    if not draws.value:
        return  # the edge of a coloured area rules nothing off
    if not 0 < raw.FPDFPath_CountSegments(path) <= _MOST_POINTS or not raw.FPDFPageObj_GetMatrix(path, matrix):
        return
    yield from _parts(raw, path, (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f))


def _parts(raw: Any, path: Any, matrix: tuple[float, ...]) -> Iterator[tuple[Point, Point]]:  # noqa: ANN401
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    begun = last = (0.0, 0.0)
    for index in range(raw.FPDFPath_CountSegments(path)):
        part = raw.FPDFPath_GetPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(part, x, y)
        point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        kind = raw.FPDFPathSegment_GetType(part)
        if kind == _MOVE_TO:
            begun = point
        elif kind == _LINE_TO:
            yield last, point
        last = point
        if raw.FPDFPathSegment_GetClose(part):
            yield point, begun
            last = begun
