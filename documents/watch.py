"""Who watches a file being read: told how far it is and given its first screen, free to want it no more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from documents.model import PolicyDocument

__all__ = ["SILENT", "Watch"]


def _nothing(*_: object) -> None:
    return


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Watch:
    """What whoever opens a file is told meanwhile.

    `progress` takes how much is done of how much, in units of the reader's own. `first` takes the beginning of a long
    file as a policy of its own, at most once and before the whole is there. Both are called on the thread that opens
    the file. `wanted` is asked at least ten times a second, on another thread: once it is False, reading stops.
    """

    progress: Callable[[int, int], None] = _nothing
    first: Callable[[PolicyDocument], None] = _nothing
    wanted: Callable[[], bool] = _always

    @property
    def wants_first(self) -> bool:
        """Whether anyone looks at the first screen; it is not made for nobody."""
        return self.first is not _nothing


SILENT = Watch()
