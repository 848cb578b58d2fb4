"""Long writing away from the window's thread: the window goes on answering, and writes nothing else meanwhile."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from ui.facts import Start
from ui.tasks import Tasks
from ui.typed_words import TypedWords

if TYPE_CHECKING:
    from annotations.apart import DoneApart
    from annotations.journal import Outcome
    from annotations.matter import OpenMatter

__all__ = ["LARGE", "MANY", "WorkingApart"]

MANY = 500
"""Notes, or changes, up to which they are written at once: some hundredths of a second."""
LARGE = 4_000_000
"""Bytes of a file up to which it is kept at once."""

_TURN, _USUAL_TURN = 0.0002, sys.getswitchinterval()
"""Seconds Python lets a thread run while another waits. Each call of Qt gives the turn away: painting has hundreds."""

T = TypeVar("T")


class WorkingApart(TypedWords):
    """Lets one thing at a time be written on another thread; what is to leave the matter waits until it is over.

    Who writes beside it is told to try again (MatterError "at_work"); typed words wait and are tried again.
    """

    at_work = Signal(str)
    """What is being written: "edit", "undo", "redo", "delete", "keep", "erase", "open"; empty once it is over."""

    def __init__(self, tasks: Tasks, start: Start, parent: QObject | None = None) -> None:
        super().__init__(tasks, start, parent)
        self.works = False
        self._afterwards: list[Callable[[], object]] = []

    def may_leave(self, then: Callable[[], object]) -> bool:
        """Let what is at work come to its end first, and then try `then`; else as ever."""
        if self.works:
            self._afterwards.append(then)
            return False
        return super().may_leave(then)

    def _apart(self, what: str, deed: Callable[[OpenMatter], T], done: Callable[[T], object]) -> None:
        """Let `deed` write to the matter on another thread; `done` follows here with what came of it."""
        matter = self.matter
        assert matter is not None
        matter.begin_apart()

        def over(found: DoneApart[T]) -> None:
            matter.end_apart(found)
            with self._guarded():
                done(found.result)

        self.begin_work(what, lambda: matter.work_apart(deed), over, lambda: matter.end_apart(None))

    def begin_work(
        self, what: str, work: Callable[[], T], over: Callable[[T], object], failed: Callable[[], object]
    ) -> None:
        """Do `work` on another thread; `over` or `failed` follows here, then what had to wait."""
        self.works = True
        sys.setswitchinterval(_TURN)
        self.at_work.emit(what)

        def done(found: T) -> None:
            self._end()
            over(found)
            self._go_on()

        def refused(error: Exception) -> None:
            self._end()
            failed()
            self._fail(error)
            self._go_on()

        self._tasks.run(lambda _job: work(), done, refused, owner=self)

    def _end(self) -> None:
        self.works = False
        sys.setswitchinterval(_USUAL_TURN)
        self.at_work.emit("")

    def _go_on(self) -> None:
        """Do what had to wait, as long as nothing is at work again."""
        while self._afterwards and not self.works:
            self._afterwards.pop(0)()

    # -- notes -------------------------------------------------------------------------------------------------------

    def _edit_apart(self, uids: Sequence[str], fields: dict[str, Any]) -> None:
        self._apart("edit", lambda matter: matter.edit_many(uids, **fields), lambda _notes: self._changed())

    def _delete_apart(self, uids: Sequence[str], following: str) -> None:
        def done(_result: None) -> None:
            self._changed()
            self.set_current(following)

        self._apart("delete", lambda matter: matter.delete_notes(uids), done)

    def _step_apart(self, *, forward: bool, done: Callable[[Outcome | None], object]) -> None:
        what = "redo" if forward else "undo"
        self._apart(what, lambda matter: matter.redo() if forward else matter.undo(), done)

    # -- opening -----------------------------------------------------------------------------------------------------

    def _read_notes_later(self, matter: OpenMatter) -> bool:
        """Where there are many notes, let them come after the text; whether they will."""
        if matter.count_notes() <= MANY:
            return False
        matter.begin_reading()

        def over(shelf: Any) -> None:  # noqa: ANN401 - the matter's own
            matter.end_reading(shelf)
            self._arrived_later()

        def failed() -> None:
            matter.end_reading(None)
            with self._guarded():
                self._arrived_later()

        self.begin_work("open", matter.read_apart, over, failed)
        return True

    def _arrived_later(self) -> None:
        if self.matter is not None and self.document is not None:
            self.notes = self.matter.notes(self.document.uid)
        self.notes_changed.emit()
        self.read_changed.emit()
        self.history_changed.emit()
