"""Pictures of a PDF's pages: drawn in a worker process of their own, so that a long read does not hold them up."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from documents.errors import UnreadableDocument
from documents.worker import Worker

__all__ = ["PagePicture", "PagePictures"]

_SECONDS = 20.0

Clip = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class PagePicture:
    """Pixels in rows from the top, `stride` bytes each, four bytes a pixel: blue, green, red, 255."""

    width: int
    height: int
    stride: int
    pixels: bytes


class PagePictures:
    """Draws the pages of one file, from any thread, one at a time. The process that does it starts at the first."""

    def __init__(self, data: bytes, *, name: str = "", password: str = "") -> None:
        """`name` is what messages call the file."""
        self._data = data
        self._file = {"name": name, "password": password}
        self._worker = Worker(seconds=_SECONDS)
        self._opened_in = 0
        self._turn = threading.Lock()

    def __enter__(self) -> PagePictures:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def picture(self, page: int, scale: float, clip: Clip | None = None) -> PagePicture:
        """Draw a page, counted from 0, or a part of it. Waits until it is there.

        `scale` is pixels to a point; `clip` is x, y, width and height in pixels of the whole page at that scale, as
        shown. A process that dies of it is asked once more. Raises UnreadableDocument.
        """
        with self._turn:
            try:
                return self._drawn(page, scale, clip)
            except UnreadableDocument as error:
                if error.code != "reader_stopped":
                    raise
            return self._drawn(page, scale, clip)

    def close(self) -> None:
        """End the process; a picture asked for later starts another."""
        self._worker.close()

    def _drawn(self, page: int, scale: float, clip: Clip | None) -> PagePicture:
        ask = {"ask": "picture", "name": self._file["name"], "page": page, "scale": scale, "clip": clip}
        head: dict[str, int] = {"closed": 1}
        if self._opened_in and self._opened_in == self._worker.pid:
            head, pixels = self._worker.ask(ask)
        if head.get("closed"):  # another process than the one that opened the file
            self._worker.ask({**self._file, "ask": "open"}, self._data)
            self._opened_in = self._worker.pid
            head, pixels = self._worker.ask(ask)
        return PagePicture(head["width"], head["height"], head["stride"], pixels)
