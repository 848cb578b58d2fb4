"""Bounds a worker process puts on itself: memory, computing time, and not to outlive whoever started it."""

from __future__ import annotations

import os
import shutil
import sys
import threading
from contextlib import suppress
from pathlib import Path

from documents.programs import end_noted

__all__ = ["bound", "is_full", "is_tired", "watch_parent"]

_SPARE_SECONDS = 5
_POLL_SECONDS = 0.25
_FULL = 0.9  # of its addresses: whatever failed then most likely failed for want of memory
_TIRED = 0.6  # of its memory: what a process once took is in pieces, and may be too little for the next file
_most = [0]


def bound(seconds: float, memory: int) -> None:
    """Bound what the next answer may take. On Windows the worker's job bounds memory, and its parent the time.

    Linux bounds addresses; macOS has no such bound, so there the thread that watches the parent looks at the memory.
    """
    _most[0] = memory
    if sys.platform != "win32":
        import resource

        own = resource.getrusage(resource.RUSAGE_SELF)
        ends = int(own.ru_utime + own.ru_stime + seconds) + _SPARE_SECONDS
        for kind, wanted in ((resource.RLIMIT_CPU, ends), (resource.RLIMIT_AS, memory)):
            _, hard = resource.getrlimit(kind)
            bounded = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
            with suppress(ValueError, OSError):  # macOS knows no bound on addresses
                resource.setrlimit(kind, (bounded, hard))


def is_tired() -> bool:
    """Whether the process took so much memory that the next file had better be read by another."""
    return _peak() > _TIRED * _most[0]


def is_full() -> bool:
    """Whether the process came near the bound on its addresses.

    Not every library says MemoryError then: Python's own compiler speaks of a field that is required.
    """
    return _noted("VmPeak:") > _FULL * _most[0] if sys.platform == "linux" else False


def watch_parent(scratch: Path) -> None:
    """End this process, what it started and its scratch folder when its parent is gone, however that happened.

    On Windows the job does that: it ends with whoever made it.
    """
    if sys.platform != "win32":
        threading.Thread(target=_stand, args=(scratch, os.getppid()), name="bounds", daemon=True).start()


def _stand(scratch: Path, parent: int) -> None:
    rest = threading.Event()
    while os.getppid() == parent and not _is_over():
        rest.wait(_POLL_SECONDS)
    end_noted(scratch)
    if os.getppid() != parent:
        shutil.rmtree(scratch, ignore_errors=True)
    os._exit(1)


def _is_over() -> bool:
    return sys.platform == "darwin" and 0 < _most[0] < _peak()


def _peak() -> int:
    """Return the most bytes this process ever held, 0 where that cannot be told.

    Linux counts in `ru_maxrss` what the parent held when it started us; its own account of us does not.
    """
    if sys.platform == "linux":
        most = _noted("VmHWM:")
    elif sys.platform != "win32":
        import resource

        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    else:
        most = 0
    return most


def _noted(name: str) -> int:
    """Return what Linux notes of this process's memory under `name`, in bytes."""
    words = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    return int(words.partition(name)[2].split()[0]) * 1024
