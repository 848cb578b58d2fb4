"""One worker process as its parent sees it: two pipes, a scratch folder, and an end that leaves nothing behind."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

from documents.programs import end_noted
from documents.worker_frames import Frame, receive, send
from documents.worker_job import Job

__all__ = ["Link"]

_ROOT = Path(__file__).resolve().parent.parent
_PROGRAM = "import sys; sys.path.insert(0, sys.argv[1]); from documents.worker_process import serve; serve(sys.argv[2])"
_GRACE_SECONDS = 2.0
_PIPE = 1 << 20  # bytes a pipe holds, where the system lets us choose
_NO_WINDOW = 0x08000000  # CREATE_NO_WINDOW, which Python names on Windows alone


class Link:
    """A running worker process."""

    def __init__(self, memory: int) -> None:
        """Start it; it can be asked at once and answers when it is up. `memory` in bytes is Windows' bound on it."""
        self._scratch = tempfile.mkdtemp(prefix="clausemark-")
        self._process = subprocess.Popen(
            [sys.executable, "-X", "utf8", "-c", _PROGRAM, str(_ROOT), self._scratch],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            pipesize=_PIPE,
            start_new_session=True,  # Ctrl-C in a terminal is for the program, which then ends its worker
            creationflags=_NO_WINDOW if sys.platform == "win32" else 0,
        )
        self._job = Job(self._process.pid, memory)

    @property
    def pid(self) -> int:
        """The number the system knows the process by."""
        return self._process.pid

    def runs(self) -> bool:
        """Whether the process has not ended."""
        return self._process.poll() is None

    def send(self, head: Mapping[str, Any], body: bytes) -> None:
        """Write one frame to it. Raises OSError when it is dead."""
        send(_open(self._process.stdin), head, body)

    def receive(self) -> Frame | None:
        """Wait for its next frame; None when it has died."""
        return receive(_open(self._process.stdout))

    def kill(self) -> None:
        """End the process at once, with every program it started; may be called from any thread and more than once."""
        self._job.end()
        self._process.kill()
        end_noted(Path(self._scratch))

    def close(self) -> None:
        """Let the process end by itself, by force if it does not; then clear up after it."""
        _shut(self._process.stdin)
        try:
            self._process.wait(_GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()
            self._process.wait()
        end_noted(Path(self._scratch))
        _shut(self._process.stdout)
        self._job.close()
        shutil.rmtree(self._scratch, ignore_errors=True)


def _open(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise RuntimeError("the worker has no pipes")
    return pipe


def _shut(pipe: IO[bytes] | None) -> None:
    """Close a pipe; what was still to be written to a dead process is lost with it."""
    try:
        _open(pipe).close()
    except OSError:
        return
