"""The matter file's tables, made and brought up to date by migrations."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

__all__ = ["APPLICATION_ID", "CURRENT", "STEPS", "bring_up_to_date"]

APPLICATION_ID = 0x436C4D6B
"""`ClMk` in the file's header: this SQLite file is a Clausemark matter."""

_FIRST = """
CREATE TABLE changes (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    group_id TEXT NOT NULL,
    session TEXT NOT NULL,
    seq INTEGER NOT NULL,
    author TEXT NOT NULL,
    time TEXT NOT NULL,
    utc_offset INTEGER NOT NULL,
    target TEXT NOT NULL,
    field TEXT NOT NULL,
    before TEXT,
    after TEXT,
    replaces TEXT NOT NULL,
    undoes TEXT NOT NULL,
    hash TEXT NOT NULL,
    arrived TEXT NOT NULL DEFAULT ''
);
CREATE INDEX changes_by_target ON changes (target);
CREATE INDEX changes_by_group ON changes (group_id);
CREATE TABLE matter (field TEXT PRIMARY KEY, value TEXT);
CREATE TABLE documents (
    uid TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    added TEXT NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE versions (
    uid TEXT PRIMARY KEY,
    document TEXT NOT NULL,
    number INTEGER NOT NULL,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    label TEXT NOT NULL,
    received_from TEXT NOT NULL,
    received TEXT NOT NULL,
    received_how TEXT NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE originals (sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, bytes BLOB NOT NULL);
CREATE TABLE readings (
    version TEXT PRIMARY KEY,
    reader TEXT NOT NULL,
    reader_version INTEGER NOT NULL,
    data BLOB NOT NULL
);
CREATE TABLE notes (
    uid TEXT PRIMARY KEY,
    number INTEGER NOT NULL,
    claimed INTEGER NOT NULL,
    document TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    source_id TEXT NOT NULL,
    severity TEXT NOT NULL,
    likelihood TEXT,
    impact TEXT,
    assessment TEXT NOT NULL,
    category TEXT NOT NULL,
    rules TEXT NOT NULL,
    title TEXT NOT NULL,
    issue TEXT NOT NULL,
    consequence TEXT NOT NULL,
    legal_basis TEXT NOT NULL,
    recommendation TEXT NOT NULL,
    proposed_wording TEXT NOT NULL,
    insert_after TEXT NOT NULL,
    question TEXT NOT NULL,
    quote_translation TEXT NOT NULL,
    private_remark TEXT NOT NULL,
    status TEXT NOT NULL,
    review TEXT NOT NULL,
    reviewed_by TEXT NOT NULL,
    reviewed_at TEXT,
    visibility TEXT NOT NULL,
    owner TEXT NOT NULL,
    due TEXT NOT NULL,
    language TEXT NOT NULL,
    translations TEXT NOT NULL,
    author TEXT NOT NULL,
    initials TEXT NOT NULL,
    created TEXT NOT NULL,
    modified TEXT NOT NULL
);
CREATE TABLE anchors (
    note TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    version TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    state TEXT NOT NULL,
    alerts TEXT NOT NULL,
    how TEXT NOT NULL,
    PRIMARY KEY (note, ordinal)
) WITHOUT ROWID;
CREATE TABLE replies (
    uid TEXT PRIMARY KEY,
    note TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    author TEXT NOT NULL,
    initials TEXT NOT NULL,
    text TEXT NOT NULL,
    created TEXT NOT NULL
);
CREATE TABLE read_clauses (
    document TEXT NOT NULL,
    address TEXT NOT NULL,
    PRIMARY KEY (document, address)
) WITHOUT ROWID;
CREATE TABLE drafts (
    note TEXT NOT NULL,
    field TEXT NOT NULL,
    text TEXT NOT NULL,
    author TEXT NOT NULL,
    saved TEXT NOT NULL,
    PRIMARY KEY (note, field)
) WITHOUT ROWID;
"""


_SENDING = """
ALTER TABLE changes ADD COLUMN struck INTEGER NOT NULL DEFAULT 0;
CREATE TABLE sent (
    uid TEXT PRIMARY KEY,
    sent TEXT NOT NULL,
    sent_by TEXT NOT NULL,
    sent_to TEXT NOT NULL,
    product TEXT NOT NULL,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    profile TEXT NOT NULL,
    language TEXT NOT NULL,
    versions TEXT NOT NULL
);
"""


def _run(db: Database, script: str) -> None:
    for statement in script.split(";\n"):
        if statement.strip():
            db.conn.execute(statement)


def first_tables(db: Database) -> None:
    """Make the list of changes, the rows it folds to, the files' bytes and the drafts."""
    _run(db, _FIRST)


def register_and_struck_changes(db: Database) -> None:
    """Make the register of what was sent, and let a change lose its words for good."""
    _run(db, _SENDING)


def answers_for_others(db: Database) -> None:
    """Let an answer say who may see it; those written before stay inside."""
    _run(db, "ALTER TABLE replies ADD COLUMN visibility TEXT NOT NULL DEFAULT ''")


STEPS = [first_tables, register_and_struck_changes, answers_for_others]
"""The migrations, oldest first. A step that has been released is never altered, only followed."""

CURRENT = len(STEPS)
"""The `user_version` of a file this program writes."""


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Make or migrate the tables of `connection`, each step in one transaction, and stamp the file's header.

    Raises sqlite3.Error; the steps done before stay.
    """
    from sqlite_utils import Database

    db = Database(connection, execute_plugins=False)
    _migrations().apply(db)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {len(STEPS)}")


def _migrations() -> Migrations:
    from sqlite_utils.migrations import Migrations

    migrations = Migrations("clausemark")
    for step in STEPS:
        migrations(name=step.__name__)(step)
    return migrations
