"""Work off the window's thread: a plain callable goes to a pool, its result or its error comes back as a value.

One `Tasks` object lives as long as the program. No QObject is born or buried on a worker thread, and nothing is
connected per run: both lead to crashes or leaks in PySide6 (see docs/decisions).
"""

from __future__ import annotations

import threading
import weakref
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal, Slot

__all__ = ["Job", "Tasks"]


class Job:
    """What a running piece of work can see: whether it is still wanted, and where to tell what there is so far."""

    def __init__(
        self, number: int, report: Callable[[int, int, int], None], hand_over: Callable[[int, object], None]
    ) -> None:
        self.number = number
        self._report = report
        self._hand_over = hand_over
        self._cancelled = threading.Event()

    @property
    def cancelled(self) -> bool:
        """Whether nobody waits for the result any more. Long work looks here between steps."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Say that the result is not wanted. The callbacks of this job are not called after this."""
        self._cancelled.set()

    def progress(self, done: int, total: int) -> None:
        """Tell how far the work has come; arrives on the window's thread."""
        self._report(self.number, done, total)

    def piece(self, piece: object) -> None:
        """Hand over a part of the result before the whole is there; arrives on the window's thread."""
        self._hand_over(self.number, piece)


Work = Callable[[Job], Any]
OnDone = Callable[[Any], None]
OnError = Callable[[Exception], None]


@dataclass(frozen=True, slots=True)
class _Waiting:
    job: Job
    on_done: OnDone
    on_error: OnError
    owner: weakref.ref[QObject]
    key: str | None
    on_progress: Callable[[int, int], None] | None
    on_piece: OnDone | None


class _Runnable(QRunnable):
    def __init__(self, work: Work, job: Job, finish: Callable[[int, object, object], None]) -> None:
        super().__init__()
        self._work = work
        self._job = job
        self._finish = finish

    def run(self) -> None:
        work, job, finish = self._work, self._job, self._finish
        del self._work, self._job, self._finish  # PySide 6.11 keeps some runnables in the pool: they hold nothing more
        result: object = None
        error: Exception | None = None
        try:
            if not job.cancelled:
                result = work(job)
        except Exception as fault:  # noqa: BLE001 - handed over whole; the window decides what it means
            error = fault
        finish(job.number, result, error)


class Tasks(QObject):
    """Runs callables on a pool and calls back on the thread this object lives on."""

    _finished = Signal(int, object, object)
    _progressed = Signal(int, int, int)
    _handed_over = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._waiting: dict[int, _Waiting] = {}
        self._newest: dict[str, int] = {}
        self._next = 0
        self._finished.connect(self._arrived)
        self._progressed.connect(self._moved)
        self._handed_over.connect(self._came)

    def run(  # noqa: PLR0913 - the callbacks and their owner belong together
        self,
        work: Work,
        on_done: OnDone,
        on_error: OnError,
        *,
        owner: QObject,
        key: str | None = None,
        on_progress: Callable[[int, int], None] | None = None,
        on_piece: OnDone | None = None,
    ) -> Job:
        """Start `work(job)`; exactly one of the callbacks follows, unless the owner dies or the job is overtaken.

        A new run under the same `key` supersedes the old one, whose result is thrown away.
        """
        self._next += 1
        job = Job(self._next, self._progressed.emit, self._handed_over.emit)
        self._waiting[job.number] = _Waiting(job, on_done, on_error, weakref.ref(owner), key, on_progress, on_piece)
        if key is not None:
            self._overtake(key, job.number)
        self._pool.start(_Runnable(work, job, self._finished.emit))
        return job

    @property
    def busy(self) -> bool:
        """Whether anything is still to come back."""
        return bool(self._waiting)

    def settle(self, milliseconds: int) -> None:
        """Wait a moment for the workers and take at once what they bring: what should stand before a window is seen."""
        self._pool.waitForDone(milliseconds)
        QCoreApplication.sendPostedEvents(self)

    def drain(self, milliseconds: int = -1) -> bool:
        """Cancel what is asked for and wait for the workers; used when the program ends."""
        for waiting in self._waiting.values():
            waiting.job.cancel()
        return self._pool.waitForDone(milliseconds)

    def _overtake(self, key: str, number: int) -> None:
        older = self._waiting.get(self._newest.get(key, 0))
        if older is not None:
            older.job.cancel()
        self._newest[key] = number

    @Slot(int, object, object)
    def _arrived(self, number: int, result: object, error: object) -> None:
        waiting = self._waiting.pop(number)
        if waiting.key is not None and self._newest.get(waiting.key) == number:
            del self._newest[waiting.key]
        owner = waiting.owner()
        if waiting.job.cancelled or owner is None or not shiboken6.isValid(owner):
            return
        if isinstance(error, Exception):
            waiting.on_error(error)
        else:
            waiting.on_done(result)

    @Slot(int, int, int)
    def _moved(self, number: int, done: int, total: int) -> None:
        waiting = self._listening(number)
        if waiting is not None and waiting.on_progress is not None:
            waiting.on_progress(done, total)

    @Slot(int, object)
    def _came(self, number: int, piece: object) -> None:
        waiting = self._listening(number)
        if waiting is not None and waiting.on_piece is not None:
            waiting.on_piece(piece)

    def _listening(self, number: int) -> _Waiting | None:
        """Return who waits for a job; None where nobody does any more."""
        waiting = self._waiting.get(number)
        owner = None if waiting is None or waiting.job.cancelled else waiting.owner()
        return waiting if owner is not None and shiboken6.isValid(owner) else None
