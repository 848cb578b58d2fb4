"""Other programs a worker starts: each notes its process group beside its files, to be ended from outside."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

__all__ = ["end_noted", "note_group", "room_for_programs"]

_FILE = "group"


@contextmanager
def room_for_programs() -> Iterator[None]:
    """Start a program with twice the addresses this process is bounded to: it loads more of them than it uses."""
    own, hard = _addresses()
    try:
        _bound_addresses(2 * own if hard < 0 else min(2 * own, hard), hard)
        yield
    finally:
        _bound_addresses(own, hard)


def _addresses() -> tuple[int, int]:
    """Return how many addresses this process may have, and how many it could ask for; negative for any number."""
    if sys.platform != "win32":
        import resource

        return resource.getrlimit(resource.RLIMIT_AS)
    return -1, -1  # type: ignore[unreachable,unused-ignore] # other systems are looked at too


def _bound_addresses(wanted: int, hard: int) -> None:
    if sys.platform != "win32" and wanted > 0:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))


def note_group(folder: Path, pid: int) -> None:
    """Write into the folder a program works in which process group it leads."""
    (folder / _FILE).write_text(str(pid), encoding="ascii")


def end_noted(scratch: Path) -> None:
    """Kill every program noted in a folder of `scratch`. On Windows the worker's job does that."""
    if sys.platform != "win32":
        for file in scratch.glob(f"*/{_FILE}"):
            with suppress(OSError, ValueError):  # it has ended
                os.killpg(int(file.read_text(encoding="ascii")), signal.SIGKILL)
