"""Long writing on a connection of its own, for another thread: the matter answers from memory meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from typing import Generic, Self, TypeVar

from annotations.errors import MatterError
from annotations.journal import Journal
from annotations.open_file import OpenFile
from annotations.shelf import Shelf
from annotations.store import Store

__all__ = ["Apart", "DoneApart"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class DoneApart(Generic[T]):
    """What came of work on another thread, and what the matter says after it."""

    result: T
    journal: Journal
    shelf: Shelf


class Apart(OpenFile):
    """`begin_apart` on the matter's own thread, `work_apart` on any other, then `end_apart` on its own again."""

    def begin_apart(self) -> None:
        """Answer from memory and write nothing until `end_apart`. Raises MatterError as writing does."""
        self._may_write()
        self._at_work = True
        self._shelf.rest(resting=True)

    def work_apart(self, deed: Callable[[Self], T]) -> DoneApart[T]:
        """Let `deed` write to this matter on a connection of its own; its notes are read anew there too.

        Raises what `deed` raises; nothing was done then, as ever.
        """
        with closing(Store(self.path, read_only=False)) as store:
            store.spill_nothing()
            return type(self)(store, self._journal.on(store), self._lock).carry_out(deed, self)

    def carry_out(self, deed: Callable[[Self], T], like: Apart) -> DoneApart[T]:
        """Know what another one of the same file knows, do something, and tell all that is known then."""
        self._shelf.take(like._shelf)
        result = deed(self)
        self._shelf.read_all()
        return DoneApart(result, self._journal, self._shelf)

    def end_apart(self, done: DoneApart[T] | None) -> None:
        """Take over what was done apart; None where it failed. Writing goes on as before."""
        self._at_work = False
        self._shelf.rest(resting=False)
        if done is not None:
            self._journal.take(done.journal)
            self._shelf.take(done.shelf)

    # -- reading -----------------------------------------------------------------------------------------------------

    def begin_reading(self) -> None:
        """Have no notes, and write nothing, until `end_reading`."""
        self._at_work = True
        self._shelf.without_notes()

    def read_apart(self) -> Shelf:
        """Read all notes on a connection of its own, on another thread."""
        with closing(Store(self.path, read_only=True)) as store:
            shelf = Shelf(store)
            shelf.read_all()
            return shelf

    def end_reading(self, shelf: Shelf | None) -> None:
        """Have the notes that were read; where that failed, each question reads for itself."""
        self._at_work = False
        self._shelf.rest(resting=False)
        self._shelf.forget()
        if shelf is not None:
            self._shelf.take(shelf)

    # -- how much ----------------------------------------------------------------------------------------------------

    def count_notes(self) -> int:
        """Return how many notes the file has, deleted ones too, without reading them."""
        return self._store.count_notes()

    def size_of_step(self, *, forward: bool) -> int:
        """Return how many changes an undo, or a redo where `forward`, would be about."""
        return self._journal.size_of_step(forward=forward)

    def _may_write(self) -> None:
        super()._may_write()
        if self._at_work:
            raise MatterError("at_work")
