"""Open a matter for a command: for writing it must be free, for reading it is left as it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from annotations.matter import OpenMatter
from ui.commands.command import Call

__all__ = ["create_or_open", "open_for_reading", "open_for_writing"]


@contextmanager
def create_or_open(path: Path, call: Call) -> Iterator[OpenMatter]:
    """Give the matter at `path`, made if there is none; closed afterwards; a new one goes again if the work fails."""
    is_new = not path.exists()
    matter = (OpenMatter.create if is_new else OpenMatter.open)(path, call.reviewer, call.clock)
    try:
        yield matter
    except BaseException:
        matter.close()
        if is_new:
            path.unlink(missing_ok=True)
        raise
    matter.close()


@contextmanager
def open_for_writing(path: Path, call: Call) -> Iterator[OpenMatter]:
    """Give the matter at `path` for writing. Raises MatterError, also where someone else has it open."""
    matter = OpenMatter.open(path, call.reviewer, call.clock)
    try:
        yield matter
    finally:
        matter.close()


@contextmanager
def open_for_reading(path: Path, call: Call) -> Iterator[OpenMatter]:
    """Give the matter at `path` for reading only. Raises MatterError."""
    matter = OpenMatter.open(path, call.reviewer, call.clock, read_only=True)
    try:
        yield matter
    finally:
        matter.close()
