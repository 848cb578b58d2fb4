"""Who is writing to a matter: a lock beside the file, and a note of whose it is."""

from __future__ import annotations

import json
import platform
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.errors import MatterError

if TYPE_CHECKING:
    from filelock import BaseFileLock

__all__ = ["LockHolder", "MatterLock", "break_lock", "holder_of", "is_free"]


@dataclass(frozen=True, slots=True)
class LockHolder:
    """Who has a matter open for writing, on which machine and since when (as written, with its offset)."""

    user: str
    machine: str
    since: str


def _lock_path(matter: Path) -> Path:
    return matter.with_name(f"{matter.name}.lock")


def _holder_path(matter: Path) -> Path:
    return matter.with_name(f"{matter.name}.lock.json")


def holder_of(matter: Path) -> LockHolder | None:
    """Return who wrote the note beside `matter`; None where there is none. It may be of a process that died."""
    try:
        values = json.loads(_holder_path(matter).read_text("utf-8"))
        return LockHolder(str(values["user"]), str(values["machine"]), str(values["since"]))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError):
        return LockHolder("?", "?", "?")


class MatterLock:
    """The right to write to one matter; freed by `release`, or by the system when the process dies."""

    def __init__(self, matter: Path) -> None:
        self._matter = matter
        self._lock: BaseFileLock | None = None

    def acquire(self, user: str, since: datetime) -> None:
        """Take the lock. Raises MatterError "locked" or "no_permission".

        The system frees the lock of a process that died on this machine; one left by another machine cannot be
        told from a live one, so it stands until it is broken by hand.
        """
        lock = _taken(self._matter)
        if lock is None:
            raise _locked(self._matter)
        holder = holder_of(self._matter)
        if holder is not None and holder.machine not in (platform.node(), "?"):
            _let_go(self._matter, lock)
            raise _locked(self._matter)
        self._lock = lock
        note = {"user": user, "machine": platform.node(), "since": since.isoformat(timespec="seconds")}
        try:
            _holder_path(self._matter).write_text(json.dumps(note, ensure_ascii=False), "utf-8")
        except OSError as error:
            self.release()
            raise MatterError("no_permission", name=self._matter.name) from error

    def release(self) -> None:
        """Give the lock back and leave nothing beside the matter. Twice is once."""
        if self._lock is not None:
            with suppress(OSError):
                _holder_path(self._matter).unlink(missing_ok=True)
            lock, self._lock = self._lock, None
            _let_go(self._matter, lock)


def is_free(matter: Path) -> bool:
    """Whether nobody writes to `matter` now; also where nobody may write to it. Leaves nothing beside it."""
    try:
        lock = _taken(matter)
    except MatterError:
        return True
    if lock is not None:
        _let_go(matter, lock)
    return lock is not None


def break_lock(matter: Path) -> None:
    """Take away a lock that another machine left. Raises MatterError "locked" if a process of this machine holds it."""
    lock = _taken(matter)
    if lock is None:
        raise _locked(matter)
    _holder_path(matter).unlink(missing_ok=True)
    _let_go(matter, lock)


def _taken(matter: Path) -> BaseFileLock | None:
    from filelock import FileLock, Timeout

    lock = FileLock(_lock_path(matter), timeout=0)
    try:
        lock.acquire()
    except Timeout:
        return None
    except OSError as error:
        raise MatterError("no_permission", name=matter.name) from error
    return lock


def _let_go(matter: Path, lock: BaseFileLock) -> None:
    """Release `lock` and take its file away: while it is held where the system lets us (then nobody else's goes)."""
    try:
        _lock_path(matter).unlink(missing_ok=True)
    except PermissionError:  # Windows keeps a file that is open
        lock.release()
        with suppress(OSError):
            _lock_path(matter).unlink(missing_ok=True)
    else:
        lock.release()


def _locked(matter: Path) -> MatterError:
    holder = holder_of(matter) or LockHolder("?", "?", "?")
    return MatterError("locked", name=matter.name, user=holder.user, machine=holder.machine, since=holder.since)
