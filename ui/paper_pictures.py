"""Pictures of a PDF's pages: asked for off the window's thread, what is in view first, kept within a bound of bytes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QImage

from documents.errors import ClausemarkError
from ui.tasks import Job, Tasks

__all__ = ["KEPT_BYTES", "PaperPictures", "Pictures", "Pixels", "Tile", "tiles_of"]

KEPT_BYTES = 128_000_000
_WHOLE = 4_000_000  # pixels of a page that are drawn at once: parts cost a parse of the page each
_SIDE = 1024

Clip = tuple[int, int, int, int]


class Pixels(Protocol):
    """What a page's picture is: four bytes a pixel, blue first."""

    @property
    def width(self) -> int:
        """In pixels."""

    @property
    def height(self) -> int:
        """In pixels."""

    @property
    def stride(self) -> int:
        """In bytes."""

    @property
    def pixels(self) -> bytes:
        """All of them, row by row."""


class Pictures(Protocol):
    """What draws the pages of one file; both calls may block. `documents.page_pictures.PagePictures` is one."""

    def picture(self, page: int, scale: float, clip: Clip | None = None) -> Pixels:
        """Return a page or a part of it at `scale` pixels to a point. Raises ClausemarkError."""

    def close(self) -> None:
        """Let the file go."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A part of a page at a scale of the screen's own pixels; no clip for the whole page."""

    page: int
    scale: float
    clip: Clip | None = None


class _Source:
    """A file that is let go by whoever looks at it last: the window, or the thread that is drawing from it."""

    def __init__(self, pictures: Pictures) -> None:
        self._pictures = pictures
        self._lock = threading.Lock()
        self._drawing = False
        self._left = False

    def draw(self, tile: Tile) -> _Held:
        """Draw a part of a page; on a worker's thread."""
        try:
            made = self._pictures.picture(tile.page, tile.scale, tile.clip)
        finally:
            with self._lock:
                self._drawing = False
                left = self._left
            if left:
                self._pictures.close()
        image = QImage(made.pixels, made.width, made.height, made.stride, QImage.Format.Format_RGB32)
        return _Held(image, made.pixels)

    def begin(self) -> None:
        """Say that something will be drawn."""
        self._drawing = True

    def leave(self) -> None:
        """Say that nothing will be drawn any more."""
        with self._lock:
            self._left = True
            drawing = self._drawing
        if not drawing:
            self._pictures.close()


@dataclass(frozen=True, slots=True)
class _Held:
    image: QImage
    pixels: bytes  # which the image only points to


def tiles_of(page: int, size: tuple[int, int], scale: float, seen: tuple[int, int, int, int]) -> list[Tile]:
    """Return what to draw of a page of `size` pixels so that the part `seen` (left, top, right, bottom) is covered."""
    width, height = size
    if width * height <= _WHOLE:
        return [Tile(page, scale)]
    left, top = max(seen[0], 0) // _SIDE, max(seen[1], 0) // _SIDE
    right, bottom = min(seen[2], width - 1) // _SIDE, min(seen[3], height - 1) // _SIDE
    return [
        Tile(page, scale, (x * _SIDE, y * _SIDE, min(_SIDE, width - x * _SIDE), min(_SIDE, height - y * _SIDE)))
        for y in range(top, bottom + 1)
        for x in range(left, right + 1)
    ]


class PaperPictures(QObject):
    """Holds the pictures of one file. One is drawn at a time; which is next is decided when the last has come."""

    arrived = Signal(int)  # the page
    refused = Signal(int)

    def __init__(self, tasks: Tasks, parent: QObject | None = None, kept: int = KEPT_BYTES) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._most = kept
        self._source: _Source | None = None
        self._held: OrderedDict[Tile, _Held] = OrderedDict()
        self._bytes = 0
        self._wanted: list[Tile] = []
        self._job: Job | None = None
        self._drawing: Tile | None = None
        self._faults: dict[int, ClausemarkError] = {}

    def set_source(self, source: Pictures | None) -> None:
        """Draw from another file from now on; the last one is let go once nothing is drawn from it."""
        last, self._source = self._source, None if source is None else _Source(source)
        if self._job is not None:
            self._job.cancel()
            self._job = self._drawing = None
        self._held.clear()
        self._bytes = 0
        self._wanted = []
        self._faults = {}
        if last is not None:
            last.leave()

    @property
    def held_bytes(self) -> int:
        """How much all pictures take."""
        return self._bytes

    def fault(self, page: int) -> ClausemarkError | None:
        """Return why a page could not be drawn, None while nothing is known against it."""
        return self._faults.get(page)

    def want(self, tiles: Sequence[Tile]) -> None:
        """Say what is needed now, the first first; what was asked before and is not among them is not drawn."""
        here = (*self._held, self._drawing)
        self._wanted = [tile for tile in tiles if tile not in here and tile.page not in self._faults]
        self._next()

    def exact(self, tile: Tile) -> QImage | None:
        """Return a picture that is there, and keep it longer."""
        held = self._held.get(tile)
        if held is None:
            return None
        self._held.move_to_end(tile)
        return held.image

    def others(self, page: int, scale: float) -> list[tuple[QRectF, QImage]]:
        """Return pictures of a page at other scales, and where each belongs on the page in points, coarsest first."""
        found = [(tile, held) for tile, held in self._held.items() if tile.page == page and tile.scale != scale]
        found.sort(key=lambda entry: (entry[0].clip is not None, entry[0].scale))
        for tile, _ in found:
            self._held.move_to_end(tile)
        return [(_points(tile, held.image), held.image) for tile, held in found]

    def _next(self) -> None:
        if self._job is not None or self._source is None or not self._wanted:
            return
        tile, source = self._wanted.pop(0), self._source
        self._drawing = tile

        source.begin()
        self._job = self._tasks.run(
            lambda _job: source.draw(tile),
            lambda held: self._take(tile, held),
            lambda error: self._fail(tile, error),
            owner=self,
        )

    def _take(self, tile: Tile, held: _Held) -> None:
        self._job = self._drawing = None
        self._held[tile] = held
        self._bytes += len(held.pixels)
        while self._bytes > self._most and len(self._held) > 1:
            _, oldest = self._held.popitem(last=False)
            self._bytes -= len(oldest.pixels)
        self.arrived.emit(tile.page)
        self._next()

    def _fail(self, tile: Tile, error: Exception) -> None:
        self._job = self._drawing = None
        if not isinstance(error, ClausemarkError):
            raise error
        self._faults[tile.page] = error
        self._wanted = [other for other in self._wanted if other.page != tile.page]
        self.refused.emit(tile.page)
        self._next()


def _points(tile: Tile, image: QImage) -> QRectF:
    x, y, width, height = tile.clip or (0, 0, image.width(), image.height())
    return QRectF(x / tile.scale, y / tile.scale, width / tile.scale, height / tile.scale)
