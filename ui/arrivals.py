"""Files on their way in: one is read after another, away from the window's thread; each can be waited for or given up.

What comes of a file is told by signals; keeping it is the session's business.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from documents.errors import ClausemarkError
from ui.opening import Arrival, Holding, ReadFile, place_of_matter, read_arrival

if TYPE_CHECKING:
    from ui.tasks import Job, Tasks

__all__ = ["Arrivals"]

_LOCKED = ("password", "wrong_password")


class Arrivals(QObject):
    """The line of files to be read. It stands still while a question is open: a password, a choice of parts."""

    began = Signal(object)
    """An Arrival is being read now."""
    moved = Signal(int, int)
    """So much of so much of it is done."""
    first_came = Signal(object)
    """Its beginning as a PolicyDocument; the whole follows."""
    ended = Signal()
    """It is read, given up or refused; another may begin at once."""
    arrived = Signal(object)
    refused = Signal(object, object)
    """An Arrival could not be read, and why."""
    password_wanted = Signal(object, bool)
    """An Arrival asks for its password; whether one was given and was wrong."""
    parts_wanted = Signal(object)
    """A Holding: several documents in one file."""
    opened_alone = Signal(object)
    """A Holding whose only document is opened without asking, though the mail has words of its own."""
    matter_wanted = Signal(object)
    """The turn has come to a matter's path."""
    line_changed = Signal()

    def __init__(self, tasks: Tasks, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._folder = folder
        self.language = "en"
        self._line: list[Arrival] = []
        self._current: Arrival | None = None
        self._asked: Arrival | Holding | None = None
        self._job: Job | None = None

    @property
    def waiting(self) -> int:
        """How many files come after the one that is being read or asked about."""
        return len(self._line)

    @property
    def current(self) -> Arrival | None:
        """The file that is being read."""
        return self._current

    @property
    def busy(self) -> bool:
        """Whether a file is being read or a question about one is open."""
        return self._current is not None or self._asked is not None

    # -- wishes ------------------------------------------------------------------------------------------------------

    def add(self, *arrivals: Arrival) -> None:
        """Let files come in after those that are on their way."""
        self._line.extend(arrivals)
        self._go_on()

    def cancel(self) -> None:
        """Give up the file that is being read; the next one begins."""
        if self._current is not None:
            self._finish()
            self._go_on()

    def cancel_all(self) -> None:
        """Give up everything that is on its way."""
        self._line.clear()
        self._asked = None
        self.cancel()
        self.line_changed.emit()

    def give_password(self, password: str) -> None:
        """Read the file that asked with a password; an empty one leaves it closed."""
        asked, self._asked = self._asked, None
        if isinstance(asked, Arrival) and password:
            self._line.insert(0, replace(asked, password=password))
        self._go_on()

    def choose(self, parts: Iterable[object]) -> None:
        """Read the chosen parts of the file that was asked about, before anything else; none leaves it closed."""
        asked, self._asked = self._asked, None
        if isinstance(asked, Holding):
            chosen = set(map(id, parts))
            self._line[:0] = asked.arrivals([part for part in asked.parts if id(part) in chosen], self.language)
        self._go_on()

    # -- inside ------------------------------------------------------------------------------------------------------

    def _go_on(self) -> None:
        while not self.busy and self._line:
            arrival = self._line.pop(0)
            if arrival.is_matter:
                self.matter_wanted.emit(arrival.path)
            else:
                self._begin(arrival)
        self.line_changed.emit()

    def _begin(self, arrival: Arrival) -> None:
        self._current = arrival
        language, folder = self.language, self._folder
        self._job = self._tasks.run(
            lambda job: _read(arrival, language, folder, job),
            self._came,
            self._refused,
            owner=self,
            on_progress=self.moved.emit,
            on_piece=self.first_came.emit,
        )
        self.began.emit(arrival)

    def _finish(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._current = self._job = None
        self.ended.emit()

    def _came(self, result: ReadFile | Holding) -> None:
        if isinstance(result, ReadFile):
            self.arrived.emit(result)
            self._finish()
        else:
            self._finish()
            self._ask_for_parts(result)
        self._go_on()

    def _ask_for_parts(self, holding: Holding) -> None:
        self._asked = holding
        documents = [part for part in holding.parts if holding.letter is None or part is not holding.letter.words]
        if len(documents) == 1:
            self.choose(documents)
            if len(holding.parts) > 1:
                self.opened_alone.emit(holding)
        else:
            self.parts_wanted.emit(holding)

    def _refused(self, error: Exception) -> None:
        arrival = self._current
        self._finish()
        if arrival is not None and isinstance(error, ClausemarkError) and error.code in _LOCKED:
            self._asked = arrival
            self.password_wanted.emit(arrival, bool(arrival.password))
        elif arrival is not None:
            self.refused.emit(arrival, error)
        self._go_on()


def _read(arrival: Arrival, language: str, folder: Path, job: Job) -> ReadFile | Holding:
    from annotations.loading import load_libraries
    from documents.watch import Watch

    load_libraries()  # keeping the file takes them, on the window's thread
    watch = Watch(progress=job.progress, first=job.piece, wanted=lambda: not job.cancelled)
    result = read_arrival(arrival, language, watch)
    return replace(result, place=place_of_matter(result, folder)) if isinstance(result, ReadFile) else result
