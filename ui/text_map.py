"""Our code points <-> Qt positions, piece by piece: the only place that converts.

Qt counts UTF-16 units and puts characters of its own round tables; some of our white space never reaches it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from documents.model import Span

__all__ = ["Pieces", "TextMap", "Units"]

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Units:
    """Code points of one text as UTF-16 units and back."""

    def __init__(self, text: str) -> None:
        self.plain = len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text)  # ten times faster than looking
        self._points = [] if self.plain else [match.start() for match in _ASTRAL.finditer(text)]
        self._units = [point + before for before, point in enumerate(self._points)]

    def of(self, point: int) -> int:
        """Return how many units stand before a code point."""
        return point + bisect_left(self._points, point)

    def point(self, unit: int) -> int:
        """Return the code point at a unit; the middle of a surrogate pair counts as its beginning."""
        return unit - bisect_left(self._units, unit)


class Pieces:
    """Stretches of our text in Qt, collected while a document is filled; `position` is where Qt's cursor stands."""

    def __init__(self, units: Units) -> None:
        self._units = units
        self.position = 0
        self.ours: list[int] = []
        self.ends: list[int] = []
        self.qt: list[int] = []
        self._qt_end = -1

    def add(self, start: int, end: int) -> None:
        """Say that Qt holds this stretch from `position` on; one of no length gives an empty cell a place."""
        if self.ends and self.ends[-1] == start and self._qt_end == self.position:
            self.ends[-1] = end
        else:
            self.ours.append(start)
            self.ends.append(end)
            self.qt.append(self.position)
        self.position += end - start if self._units.plain else self._units.of(end) - self._units.of(start)
        self._qt_end = self.position


class TextMap:
    """Where each stretch of our text stands in a QTextDocument. Pieces are given in order and never overlap."""

    def __init__(self, text: str, units: Units, pieces: Pieces | None = None) -> None:
        self.text = text
        self._units = units
        listed = pieces or Pieces(units)
        self._ours, self._ends, self._qt = listed.ours, listed.ends, listed.qt

    @property
    def pieces(self) -> list[tuple[int, int, int]]:
        """The pieces as (our start, Qt's start, our length)."""
        return [(ours, qt, end - ours) for ours, end, qt in zip(self._ours, self._ends, self._qt, strict=True)]

    def stands_as(self, other: TextMap) -> bool:
        """Whether every character stands where it stands in another map."""
        return (self._qt, self._ours, self._ends) == (other._qt, other._ours, other._ends)

    def _qt_of(self, piece: int, point: int) -> int:
        return self._qt[piece] + self._units.of(point) - self._units.of(self._ours[piece])

    def _point_of(self, piece: int, position: int) -> int:
        point = self._units.point(self._units.of(self._ours[piece]) + position - self._qt[piece])
        return min(point, self._ends[piece])

    def to_qt(self, point: int) -> int:
        """Return Qt's position of a code point; one that Qt does not hold stands where the next one does."""
        if not self._ours:
            return 0
        piece = bisect_right(self._ours, point) - 1
        if piece >= 0 and point <= self._ends[piece]:
            return self._qt_of(piece, point)
        if piece + 1 < len(self._ours):
            return self._qt[piece + 1]
        return self._qt_of(piece, self._ends[piece])

    def to_point(self, position: int) -> int:
        """Return the code point at Qt's position; a character of Qt's own counts as the end of what stands before."""
        if not self._qt:
            return 0
        piece = max(bisect_right(self._qt, position) - 1, 0)
        return self._point_of(piece, max(position, self._qt[piece]))

    def range_of(self, span: Span) -> tuple[int, int]:
        """Return Qt's half-open range of a span, without the gaps at its ends; empty when Qt holds none of it."""
        first = self._first_held(bisect_right(self._ends, span.start))
        last = self._last_held(bisect_left(self._ours, span.end) - 1)
        if first > last:
            place = self.to_qt(span.start)
            return place, place
        start = self._qt_of(first, max(span.start, self._ours[first]))
        return start, self._qt_of(last, min(span.end, self._ends[last]))

    def span_of(self, start: int, end: int) -> Span:
        """Return the span of Qt's half-open range, without line ends and frame characters at its ends."""
        first = self._first_after(start)
        last = self._last_held(bisect_left(self._qt, end) - 1)
        if first >= len(self._qt) or first > last:
            place = self.to_point(start)
            return Span(place, place)
        begin = self._point_of(first, max(start, self._qt[first]))
        return Span(begin, max(begin, self._point_of(last, end)))

    def _last_held(self, piece: int) -> int:
        """Return this piece or the last one before it that holds a character: the place of an empty cell does not."""
        while piece >= 0 and self._ends[piece] == self._ours[piece]:
            piece -= 1
        return piece

    def _first_held(self, piece: int) -> int:
        """Return this piece or the next one that holds a character."""
        while piece < len(self._ours) and self._ends[piece] == self._ours[piece]:
            piece += 1
        return piece

    def _first_after(self, position: int) -> int:
        """Return the first piece with a character at or after Qt's position."""
        piece = max(bisect_right(self._qt, position) - 1, 0)
        while piece < len(self._qt) and self._qt_of(piece, self._ends[piece]) <= position:
            piece += 1
        return self._first_held(piece)
