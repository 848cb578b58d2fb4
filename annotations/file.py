"""The matter file as a file: made whole, opened with care, refused with a reason, backed up before it is migrated."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
import uuid
from contextlib import closing
from pathlib import Path

from annotations import schema
from annotations.errors import MatterError
from annotations.faults import faults_of

__all__ = ["Connected", "connect", "copy_whole", "make", "refuse_strangers"]

_MAGIC = b"SQLite format 3\0"
_HEADER = 100


class Connected:
    """A connection to a matter, and the private copy it reads where the file itself may not be touched."""

    def __init__(self, connection: sqlite3.Connection, copy: tempfile.TemporaryDirectory[str] | None = None) -> None:
        self.connection = connection
        self._copy = copy

    def close(self) -> None:
        """Close the connection and throw the private copy away."""
        self.connection.close()
        if self._copy is not None:
            self._copy.cleanup()


def make(path: Path) -> None:
    """Make an empty matter at `path`, whole or not at all. Raises MatterError."""
    with faults_of(path.name):
        if path.exists():
            raise MatterError("exists", name=path.name)
        if not path.parent.is_dir():
            raise MatterError("not_found", name=path.parent.name)
        made = path.with_name(f".{uuid.uuid4().hex}.new")
        try:
            with closing(_connection(made, "rwc")) as connection:
                _set_up(connection)
                connection.execute("PRAGMA synchronous = OFF")  # nobody knows the file yet: once at the end will do
                schema.bring_up_to_date(connection)
            _onto_disk(made)
            made.replace(path)
        except BaseException:
            made.unlink(missing_ok=True)
            raise


def _onto_disk(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def connect(path: Path, *, read_only: bool) -> Connected:
    """Open the matter at `path`; an older one is migrated first, after a backup beside it. Raises MatterError.

    Read-only never writes: an older matter, or one whose last writer died in the middle of a change, is brought up
    to date in a private copy.
    """
    with faults_of(path.name):
        refuse_strangers(path)
        return _for_reading(path) if read_only else Connected(_for_writing(path))


def refuse_strangers(path: Path) -> None:
    """Refuse what is not a matter by its first bytes. Raises MatterError; touches nothing."""
    with faults_of(path.name):
        _look_at(path)


def _look_at(path: Path) -> None:
    if not path.exists():
        raise MatterError("not_found", name=path.name)
    if path.is_dir():
        raise MatterError("folder", name=path.name)
    with path.open("rb") as file:
        header = file.read(_HEADER)
    if not header:
        raise MatterError("empty", name=path.name)
    if not header.startswith(_MAGIC):
        raise MatterError("not_a_matter", name=path.name)
    if len(header) < _HEADER:
        raise MatterError("damaged", name=path.name)
    if int.from_bytes(header[68:72], "big") != schema.APPLICATION_ID:
        raise MatterError("not_a_matter", name=path.name)


def _for_writing(path: Path) -> sqlite3.Connection:
    with path.open("r+b"):  # SQLite would open a file it may not write without a word
        pass
    connection = _connection(path, "rw")
    try:
        _set_up(connection)
        if _version(connection, path) < schema.CURRENT:
            _back_up(connection, path)
            schema.bring_up_to_date(connection)
        _refuse_damaged(connection, path)
        if _journal_of(path).exists():
            # One left by a writer killed before it wrote: SQLite ignores it until the next write, so make one.
            connection.execute(f"PRAGMA user_version = {schema.CURRENT}")
    except BaseException:
        connection.close()
        raise
    return connection


def _journal_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")


def _for_reading(path: Path) -> Connected:
    connection = _connection(path, "ro")
    try:
        if _version(connection, path) == schema.CURRENT:
            _refuse_damaged(connection, path)
            return Connected(connection)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
            connection.close()
            raise
    except BaseException:
        connection.close()
        raise
    connection.close()
    return _private_copy(path)


def _private_copy(path: Path) -> Connected:
    folder = tempfile.TemporaryDirectory(prefix="clausemark-")
    try:
        copy = Path(folder.name) / path.name
        journal = _journal_of(path)
        if journal.exists():
            shutil.copyfile(journal, copy.with_name(journal.name))
        shutil.copyfile(path, copy)
        return Connected(_for_writing(copy), folder)
    except BaseException:
        folder.cleanup()
        raise


def _connection(path: Path, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=5, cached_statements=256
    )
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def _set_up(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA secure_delete = ON").fetchall()


def _version(connection: sqlite3.Connection, path: Path) -> int:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > schema.CURRENT:
        raise MatterError("newer", name=path.name)
    return version


def _refuse_damaged(connection: sqlite3.Connection, path: Path) -> None:
    page, count = (int(connection.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("page_size", "page_count"))
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if path.stat().st_size < page * count or not {"changes", "notes", "documents"} <= tables:
        raise MatterError("damaged", name=path.name)


def _back_up(connection: sqlite3.Connection, path: Path) -> None:
    version = _version(connection, path)
    backup = path.with_name(f"{path.stem} (backup of version {version}){path.suffix}")
    try:
        copy_whole(connection, backup)
    except (sqlite3.Error, OSError) as error:
        raise MatterError("backup_failed", name=path.name) from error


def copy_whole(connection: sqlite3.Connection, backup: Path) -> None:
    """Write a whole copy of an open matter, whose place it takes at the end. Raises sqlite3.Error and OSError."""
    part = backup.with_name(f"{backup.name}.part")
    part.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(part)) as target:
            connection.backup(target)
        part.replace(backup)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
