"""What SQLite and the disk complain about, as faults a user can mend."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from annotations.errors import MatterError

__all__ = ["faults_of"]

_CODES = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_READONLY: "no_permission",
    sqlite3.SQLITE_PERM: "no_permission",
    sqlite3.SQLITE_AUTH: "no_permission",
    sqlite3.SQLITE_CANTOPEN: "no_permission",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
    sqlite3.SQLITE_FORMAT: "damaged",
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_IOERR: "disk_fault",
}
_SYSTEM = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC: "disk_full",
    errno.EACCES: "no_permission",
    errno.EPERM: "no_permission",
    errno.EROFS: "no_permission",
    errno.ENOENT: "not_found",
    errno.EISDIR: "folder",
}


@contextmanager
def faults_of(name: str) -> Iterator[None]:
    """Turn the faults of the disk and of the file `name` into MatterError; our own mistakes go through unchanged."""
    try:
        yield
    except sqlite3.Error as error:
        code = _code_of(error)
        if code is None:
            raise
        raise MatterError(code, name=name) from error
    except OSError as error:
        raise MatterError(_SYSTEM.get(error.errno or 0, "disk_fault"), name=name) from error


def _code_of(error: sqlite3.Error) -> str | None:
    number = getattr(error, "sqlite_errorcode", None)
    if number is not None:
        return _CODES.get(number & 0xFF)
    return "damaged" if "malformed" in str(error) or "not a database" in str(error) else None
