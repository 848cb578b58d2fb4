"""How high rows are: guessed until they are measured, so that only those in view need be set. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

__all__ = ["Heights"]


class Heights:
    """The heights of rows in pixels, one below the other."""

    def __init__(self, guesses: Iterable[int] = ()) -> None:
        self._heights = list(guesses)
        self._measured = [False] * len(self._heights)
        self._tops: list[int] | None = None

    def __len__(self) -> int:
        return len(self._heights)

    @property
    def total(self) -> int:
        """All of them together."""
        return self._sums()[-1]

    def extend(self, guesses: Iterable[int]) -> None:
        """Put more rows below."""
        self._heights += guesses
        self._measured += [False] * (len(self._heights) - len(self._measured))
        self._tops = None

    def measured(self, row: int) -> bool:
        """Whether a row's height is no guess."""
        return self._measured[row]

    def set(self, row: int, height: int) -> int:
        """Say how high a row is; return by how much that is more than was thought."""
        more = height - self._heights[row]
        self._measured[row] = True
        if more:
            self._heights[row] = height
            self._tops = None
        return more

    def forget(self, row: int) -> None:
        """Let a row be measured anew."""
        self._measured[row] = False

    def top(self, row: int) -> int:
        """Return where a row begins; of the row behind the last, where all end."""
        return self._sums()[row]

    def height(self, row: int) -> int:
        """Return how high a row is."""
        return self._heights[row]

    def row_at(self, y: int) -> int:
        """Return the row that a height lies in: the first above all, the last below them; -1 where there is none."""
        if not self._heights:
            return -1
        return min(max(bisect_right(self._sums(), y) - 1, 0), len(self._heights) - 1)

    def _sums(self) -> list[int]:
        if self._tops is None:
            self._tops = [0, *accumulate(self._heights)]
        return self._tops
