"""Other programs a worker starts: each notes its process group beside its files, to be ended from outside."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

__all__ = ["end_noted", "note_group"]

_FILE = "group"


def note_group(folder: Path, pid: int) -> None:
    """Write into the folder a program works in which process group it leads."""
    (folder / _FILE).write_text(str(pid), encoding="ascii")


def end_noted(scratch: Path) -> None:
    """Kill every program noted in a folder of `scratch`. On Windows the worker's job does that."""
    if sys.platform == "win32":
        return
    for file in scratch.glob(f"*/{_FILE}"):
        try:
            os.killpg(int(file.read_text(encoding="ascii")), signal.SIGKILL)
        except (OSError, ValueError):  # it has ended
            continue
