"""The process in which files are read that can bring a library down: one at a time, limited, restarted when it dies.

It contains crashes; it is no sandbox. Its only ways out are two pipes, and what comes back is a packed reading.
"""

from __future__ import annotations

import atexit
import subprocess
import sys
import threading
from functools import cache
from pathlib import Path
from typing import Any

from documents.draft import Source
from documents.errors import UnreadableDocument
from documents.limits import DEFAULT, Limits
from documents.model import PolicyDocument
from documents.worker_frames import Frame, receive, send
from documents.worker_process import request_of

__all__ = ["Worker", "shared_worker"]

_ROOT = Path(__file__).resolve().parent.parent
_PROGRAM = "import sys; sys.path.insert(0, sys.argv[1]); from documents.worker_process import serve; serve()"
_GRACE_SECONDS = 2.0
_MORE_SECONDS = 10.0


class Worker:
    """Reads files in a process of its own, which it starts when it is first asked and again after each death."""

    def __init__(self, *, seconds: float = 25.0, memory: int = 1_000_000_000) -> None:
        """`seconds` and `memory` (bytes of addresses) bound one file; one that wants more costs a sentence.

        A large file is given ten seconds more for each million of its bytes.
        """
        self._seconds = seconds
        self._memory = memory
        self._process: subprocess.Popen[bytes] | None = None
        self._turn = threading.Lock()

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self) -> None:
        """Start the process if it does not run, so that the first file need not wait for it."""
        with self._turn:
            self._running()

    def read(
        self, source: Path | bytes, *, name: str = "", encoding: str = "", password: str = "", limits: Limits = DEFAULT
    ) -> PolicyDocument:
        """Return the policy. Raises UnreadableDocument, with "reader_stopped" when the file brought the reader down."""
        if isinstance(source, bytes):
            return self.read_source(Source(source, name, encoding, limits, password=password))
        given = Source(b"", name or source.name, encoding, limits, password=password)
        return self.read_source(given, path=str(source.resolve()))

    def read_source(self, source: Source, *, path: str = "") -> PolicyDocument:
        """Return the policy that the bytes of a source, or the file at `path`, hold."""
        from documents.reading import unpack

        size = Path(path).stat().st_size if path and Path(path).is_file() else len(source.data)
        seconds = self._seconds + _MORE_SECONDS * size / 1_000_000
        request = {**request_of(source, seconds, self._memory), "path": path}
        with self._turn:
            answer = self._asked(request, source.data, seconds)
        if answer is None:
            raise UnreadableDocument("reader_stopped", name=source.name)
        head, body = answer
        if head["state"] == "unreadable":
            raise UnreadableDocument(head["code"], **head["arguments"])
        if head["state"] != "read":
            raise RuntimeError(f"the worker could not read a file:\n{body.decode('utf-8', 'replace')}")
        return unpack(body)

    def close(self) -> None:
        """End the process; a later read starts another."""
        with self._turn:
            self._end(kill=False)

    def _asked(self, request: dict[str, Any], data: bytes, seconds: float) -> Frame | None:
        """Send a request and wait for the answer; None when the process died or was stopped because time was up."""
        process = self._running()
        if process.stdin is None or process.stdout is None:
            raise RuntimeError("the worker has no pipes")
        watch = threading.Timer(seconds, process.kill)
        watch.daemon = True
        watch.start()
        try:
            send(process.stdin, request, data)
            answer = receive(process.stdout)
        except OSError:
            answer = None
        finally:
            watch.cancel()
            watch.join()
        if answer is None:
            self._end(kill=True)
        return answer

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is not None:
            self._end(kill=True)
        if self._process is None:
            command = [sys.executable, "-X", "utf8", "-c", _PROGRAM, str(_ROOT)]
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # no console flashes up on Windows
            )
        return self._process

    def _end(self, *, kill: bool) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if kill:
            process.kill()
        _shut(process.stdin)
        try:
            process.wait(_GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        _shut(process.stdout)


def _shut(pipe: Any) -> None:  # noqa: ANN401
    """Close a pipe; what was still to be written to a dead process is lost with it."""
    try:
        pipe.close()
    except OSError:
        return


@cache
def shared_worker() -> Worker:
    """Return the one worker of this process, ended with it."""
    worker = Worker()
    atexit.register(worker.close)
    return worker
