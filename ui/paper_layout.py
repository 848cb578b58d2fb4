"""Where the pages of a PDF lie below one another at a zoom, in pixels of the window. Pure; pages keep their shape."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from statistics import median

from documents.pages import Page
from ui.paper_places import Box

__all__ = ["FIT", "ZOOMS", "PaperLayout"]

FIT = 0
ZOOMS = (25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400, 500)
_PIXELS_A_POINT = 96 / 72
_TOP, _GAP, _SIDE = 16, 12, 12
_WIDEST_FIT = 1.5
_LEAST = 0.05


class PaperLayout:
    """Pages at `zoom` percent, or each as wide as the room where `zoom` is FIT (never above 150%).

    Heights count from the top of the first page's margin; across, pages stand in the middle of the room.
    """

    def __init__(self, pages: Sequence[Page] = (), room: int = 700, zoom: int = FIT) -> None:
        self.pages = pages
        self.room = room
        self.zoom = zoom
        inside = max(room - 2 * _SIDE, 40)
        usual = _PIXELS_A_POINT * zoom / 100
        if zoom == FIT:
            middle = median(max(page.width, 1.0) for page in pages) if pages else 612.0
            usual = min(inside / middle, _WIDEST_FIT * _PIXELS_A_POINT)
        self._usual = max(usual, _LEAST)
        self._inside = inside
        self._heights = [round(page.height * self.scale(number)) for number, page in enumerate(pages)]
        steps = (height + _GAP for height in self._heights)
        self._tops = list(accumulate(steps, initial=_TOP))

    @property
    def percent(self) -> int:
        """How large a usual page is shown, 100 for its true size at 96 pixels an inch."""
        return round(100 * self._usual / _PIXELS_A_POINT)

    @property
    def height(self) -> int:
        """Of everything, with the margins."""
        return self._tops[-1] - _GAP + _TOP if self.pages else 0

    @cached_property
    def width(self) -> int:
        """Of the widest page with its margins."""
        widest = max((self.size(number)[0] for number in range(len(self.pages))), default=0)
        return widest + 2 * _SIDE

    def scale(self, number: int) -> float:
        """Return the pixels of the window that a point of this page takes."""
        if self.zoom != FIT:
            return self._usual
        return max(min(self._usual, self._inside / max(self.pages[number].width, 1.0)), _LEAST / 10)

    def size(self, number: int) -> tuple[int, int]:
        """Return a page's width and height."""
        return round(self.pages[number].width * self.scale(number)), self._heights[number]

    def top(self, number: int) -> int:
        """Return where a page begins."""
        return self._tops[number]

    def left(self, number: int) -> int:
        """Return where a page begins across, in a room as wide as the widest page or the window."""
        return (max(self.room, self.width) - self.size(number)[0]) // 2

    def page_at(self, height: float) -> int:
        """Return the page at a height; in a gap, the one above it."""
        return min(max(bisect_right(self._tops, height) - 1, 0), max(len(self.pages) - 1, 0))

    def visible(self, top: float, bottom: float) -> range:
        """Return the pages that have a part between two heights."""
        if not self.pages:
            return range(0)
        first = self.page_at(top)
        if self._tops[first] + self._heights[first] <= top:
            first += 1
        return range(first, max(self.page_at(bottom - 1) + 1, first))

    def shown(self, number: int, box: Box) -> Box:
        """Return a box of the page's own space in pixels from the upper left of the page as it is shown."""
        page, scale = self.pages[number], self.scale(number)
        x0, y0, x1, y1 = box[0] - page.left, box[1] - page.bottom, box[2] - page.left, box[3] - page.bottom
        turned = {
            90: (y0, x0, y1, x1),
            180: (page.width - x1, y0, page.width - x0, y1),
            270: (page.width - y1, page.height - x1, page.width - y0, page.height - x0),
        }
        found = turned.get(page.rotation, (x0, page.height - y1, x1, page.height - y0))
        return found[0] * scale, found[1] * scale, found[2] * scale, found[3] * scale

    def own(self, number: int, x: float, y: float) -> tuple[float, float]:
        """Return the point of the page's own space at a place, in pixels from the page's upper left."""
        page, scale = self.pages[number], self.scale(number)
        across, down = x / scale, y / scale
        turned = {
            90: (down, across),
            180: (page.width - across, down),
            270: (page.height - down, page.width - across),
        }
        found = turned.get(page.rotation, (across, page.height - down))
        return found[0] + page.left, found[1] + page.bottom
