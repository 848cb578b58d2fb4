"""What the worker process has before it while it answers: whom to tell, and the file it keeps open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from documents.pdf.library import Pdf

__all__ = ["Desk"]

_STEPS = 200  # frames of progress at most, however often a reader tells


class Desk:
    """Frames go out by `tell`: those without a "state" come before the last one of an answer."""

    def __init__(self, tell: Callable[[Mapping[str, Any], bytes], None]) -> None:
        self.tell = tell
        self.pdf: Pdf | None = None
        self._step = -1
        self._kept: list[object] = []

    def start(self) -> None:
        """Begin an answer: progress counts from nothing."""
        self._step = -1

    def keep(self, thing: object) -> None:
        """Hold on to something until the answer is on its way."""
        self._kept.append(thing)

    def clear(self) -> None:
        """Take down what was kept."""
        self._kept.clear()

    def progress(self, done: int, total: int) -> None:
        """Tell how much is done of how much, forwards only."""
        step = _STEPS * done // max(total, 1)
        if step > self._step:
            self._step = step
            self.tell({"done": done, "total": total}, b"")

    def open(self, data: bytes, name: str, password: str) -> None:
        """Keep a PDF open in place of the last one. Raises UnreadableDocument."""
        if self.pdf is not None:
            self.pdf.close()
            self.pdf = None
        self.pdf = Pdf(data, name=name, password=password)
