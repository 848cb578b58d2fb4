"""A whole, closed copy of a matter somewhere else: it may be open and worked in meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.faults import faults_of
from annotations.file import connect, copy_whole

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["save_copy"]


def save_copy(matter: Path, to: Path) -> None:
    """Write all of a matter that is on disk to `to`, which becomes a matter of its own or stays as it was.

    What lies there is replaced at the end, at once. Raises MatterError.
    """
    found = connect(matter, read_only=True)
    try:
        with faults_of(to.name):
            copy_whole(found.connection, to)
    finally:
        found.connection.close()
