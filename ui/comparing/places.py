"""Which change stands at a row, and which listed change is nearest to one that is not listed. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from documents.comparing.model import Change

__all__ = ["Places"]


class Places:
    """The changes by their rows: where they stand, and where what was moved stood."""

    def __init__(self) -> None:
        self._at: dict[int, Change] = {}

    def add(self, changes: Iterable[Change]) -> None:
        """Take more changes in."""
        for change in changes:
            for row in (*change.rows, *change.left):
                self._at[row] = change

    def change_at(self, row: int) -> Change | None:
        """Return the change at a row; None where nothing changed."""
        return self._at.get(row)

    def row_near(self, shown: Sequence[Change], change: Change | None) -> int:
        """Return the place in a list of changes, in reading order, where another one would stand."""
        if change is None:
            return 0
        return bisect_left(shown, change.rows.start, key=lambda one: one.rows.start)
