"""How far in a line begins: counted from the left edge of its column, where the page has several."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from documents.pdf.lines import Line

__all__ = ["Indents"]

_ROOM = 1.0


@dataclass(slots=True)
class _Region:
    """What the lines of one region of a page take up."""

    x0: float
    y0: float
    x1: float
    y1: float

    def take(self, line: Line) -> None:
        self.x0, self.y0 = min(self.x0, line.x0), min(self.y0, line.y0)
        self.x1, self.y1 = max(self.x1, line.x1), max(self.y1, line.y1)

    def is_left_of(self, other: _Region) -> bool:
        return self.x1 <= other.x0 and self.y0 < other.y1 and other.y0 < self.y1


class Indents:
    """Knows where text of a document begins on the left, and where each column beside other text does."""

    def __init__(self, lines: Iterable[Line]) -> None:
        pages: dict[int, dict[int, _Region]] = defaultdict(dict)
        for line in lines:
            if line.turn == 0 and line.table < 0:
                box = (line.x0, line.y0, line.x1, line.y1)
                pages[line.page].setdefault(line.region, _Region(*box)).take(line)
        everything = [one for regions in pages.values() for one in regions.values()]
        self._left = min((one.x0 for one in everything), default=0.0)
        self._columns = {
            (page, number): _edge(one, list(regions.values()))
            for page, regions in pages.items()
            for number, one in regions.items()
        }

    def of(self, line: Line) -> float:
        """Return how far to the right of its column's edge a line begins, in points."""
        edge = self._columns.get((line.page, line.region))
        return max(0.0, line.x0 - (self._left if edge is None else edge))


def _edge(region: _Region, regions: Sequence[_Region]) -> float | None:
    """Return where the column of a region begins that stands to the right of others; None for one that does not."""
    beside = max((other.x1 for other in regions if other.is_left_of(region)), default=None)
    return None if beside is None else min(one.x0 for one in regions if one.x0 >= beside - _ROOM)
