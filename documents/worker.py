"""The process in which files are read and PDFium runs: asked one thing at a time, limited, restarted when it dies.

It contains crashes; it is no sandbox. Its only ways out are two pipes, and what comes back is text, rows and arrays.
"""

from __future__ import annotations

import atexit
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from typing import Any

from documents.errors import ReadingStopped, UnreadableDocument
from documents.watch import SILENT, Watch
from documents.worker_frames import Frame
from documents.worker_guard import Guard
from documents.worker_link import Link

__all__ = ["MEMORY", "SECONDS", "Worker", "shared_worker"]

SECONDS = 30.0
MEMORY = 1_000_000_000
_LONGEST_SECONDS = 4 * 60 * 60.0  # of computing, with all the patience there is
_TURN_SECONDS = 0.05

Heard = Callable[[dict[str, Any], bytes], None]


def _unheard(_head: dict[str, Any], _body: bytes) -> None:
    return


class Worker:
    """Answers asks in a process of its own, which it starts when it is first asked and again after each death."""

    def __init__(self, *, seconds: float = SECONDS, memory: int = MEMORY, patient: bool = False) -> None:
        """`seconds` of wall time and `memory` in bytes bound one ask; a file that wants more costs a sentence.

        A `patient` one counts its seconds anew whenever the process tells how far it is.
        """
        self._seconds = seconds
        self._patient = patient
        self._memory = memory
        self._link: Link | None = None
        self._turn = threading.Lock()

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """The number of the process that runs now, 0 for none; another number is another process."""
        link = self._link
        return link.pid if link is not None and link.runs() else 0

    def start(self) -> None:
        """Start the process if it does not run, so that the first file need not wait for it."""
        with self._turn:
            if not self.pid:
                with suppress(OSError):  # it died at once, and the first ask will tell
                    self._running().send({"ask": "warm"}, b"")

    def ask(
        self, head: Mapping[str, Any], body: bytes = b"", *, watch: Watch = SILENT, heard: Heard = _unheard
    ) -> Frame:
        """Ask one thing and return the last frame of the answer; those before it go to `heard` as they come.

        `head` names the ask and holds "name", which messages call the file. Raises UnreadableDocument, with
        "reader_stopped" when the file brought the process down or took too long, and ReadingStopped.
        """
        name = str(head["name"])
        seconds = _LONGEST_SECONDS if self._patient else self._seconds
        given = {**head, "seconds": seconds, "memory": self._memory}
        with self._my_turn(name, watch):
            answer = self._answer(given, body, watch, heard)
        if answer is None:
            raise UnreadableDocument("reader_stopped", name=name)
        return _taken(*answer)

    def close(self) -> None:
        """End the process, at once when it is in the middle of something; a later ask starts another."""
        if not self._turn.acquire(blocking=False):
            if (link := self._link) is not None:
                link.kill()
            self._turn.acquire()
        try:
            self._end()
        finally:
            self._turn.release()

    @contextmanager
    def _my_turn(self, name: str, watch: Watch) -> Iterator[None]:
        while not self._turn.acquire(timeout=_TURN_SECONDS):
            if not watch.wanted():
                raise ReadingStopped("stopped", name=name)
        try:
            yield
        except BaseException:  # whatever was still to come would be taken for the next answer
            self._end(kill=True)
            raise
        finally:
            self._turn.release()

    def _answer(self, head: dict[str, Any], body: bytes, watch: Watch, heard: Heard) -> Frame | None:
        """Return the last frame; None when the process died of the ask or was killed because time was up.

        One that had died before it took the ask is not the file's fault: another is started.
        """
        for _ in range(2):
            link = self._running()
            with Guard(link, self._seconds, watch.wanted) as guard:
                taken, answer = _talk(link, head, body, self._noted(heard, guard))
            if answer is None or guard.fired or answer[0].get("tired"):
                self._end()
            if guard.unwanted:
                raise ReadingStopped("stopped", name=head["name"])
            if taken or guard.fired:
                break
        return answer

    def _noted(self, heard: Heard, guard: Guard) -> Heard:
        """Return what hears frames, and takes them for signs of life where there is patience."""

        def note(head: dict[str, Any], body: bytes) -> None:
            guard.again()
            heard(head, body)

        return note if self._patient else heard

    def _running(self) -> Link:
        if self._link is not None and not self._link.runs():
            self._end()
        if self._link is None:
            self._link = Link(self._memory)
        return self._link

    def _end(self, *, kill: bool = False) -> None:
        link, self._link = self._link, None
        if link is not None:
            if kill:
                link.kill()
            link.close()


def _talk(link: Link, head: dict[str, Any], body: bytes, heard: Heard) -> tuple[bool, Frame | None]:
    """Return whether the process took the ask, and the last frame of its answer, None when it died."""
    try:
        link.send(head, body)
    except OSError:
        return False, None
    taken = link.receive() is not None
    while taken and (frame := link.receive()) is not None:
        if "state" in frame[0]:
            return True, frame
        heard(*frame)
    return taken, None


def _taken(head: dict[str, Any], body: bytes) -> Frame:
    """Return an answer; raise what it says went wrong."""
    if head["state"] == "unreadable":
        raise UnreadableDocument(head["code"], **head["arguments"])
    if head["state"] != "done":
        raise RuntimeError(f"the worker failed:\n{body.decode('utf-8', 'replace')}")
    return head, body


@cache
def shared_worker() -> Worker:
    """Return the one worker of this process that reads files, ended with it."""
    worker = Worker()
    atexit.register(worker.close)
    return worker
