"""The matter file's rows: the list of changes and what it folds to. With schema.py the only SQL."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from annotations.codec import canonical
from annotations.faults import faults_of
from annotations.file import Connected, connect
from annotations.history import ERASED, Change
from annotations.rows import (
    ANCHOR_COLUMNS,
    COLUMNS,
    anchor_row,
    cell_of,
    change_from,
    kind_of,
    row_of,
    row_of_change,
    target,
    uid_of,
    values_in,
)

__all__ = ["Store"]

_TABLES = {"note": "notes", "reply": "replies", "document": "documents", "version": "versions", "sent": "sent"}
_CHANGE = (
    "id, group_id, session, seq, author, time, utc_offset, target, field, before, after, replaces, undoes, hash, struck"
)
_TARGET = 7
"""Where among the columns of a change its target stands."""
_READ_MARK = "read:"
_AT_ONCE = 500
"""Keys in one question: older SQLite takes 999."""


def _upsert(kind: str) -> str:
    columns = ("uid", *COLUMNS[kind], *(("claimed",) if kind == "note" else ()))
    kept = [name for name in columns if name not in ("uid", *(("number",) if kind == "note" else ()))]
    return (
        f"INSERT INTO {_TABLES[kind]} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))}) "
        f"ON CONFLICT (uid) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in kept)}"
    )


_UPSERT = {kind: _upsert(kind) for kind in COLUMNS}
_INSERT_CHANGE = f"INSERT INTO changes ({_CHANGE}, arrived) VALUES ({', '.join('?' * 16)})"
_ANCHOR = ", ".join(f'"{name}"' for name in ANCHOR_COLUMNS)
_INSERT_ANCHOR = f"INSERT INTO anchors (note, ordinal, {_ANCHOR}) VALUES ({', '.join('?' * (len(ANCHOR_COLUMNS) + 2))})"


class Store:
    """Rows of one open matter file. Every method raises MatterError for what the disk or the file refuses."""

    def __init__(self, path: Path, *, read_only: bool) -> None:
        self.path = path
        self._connected: Connected = connect(path, read_only=read_only)
        self._db: sqlite3.Connection = self._connected.connection

    def close(self) -> None:
        """Close the file."""
        self._connected.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Make what is written inside one transaction: on disk whole at the end, or not at all."""
        with faults_of(self.path.name):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    def _all(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        with faults_of(self.path.name):
            return self._db.execute(sql, values).fetchall()

    def _all_of(self, sql: str, keys: Sequence[str], order: str = "") -> Iterator[tuple[Any, ...]]:
        """Give the rows whose key is one of `keys`, some hundreds of them at a time."""
        for start in range(0, len(keys), _AT_ONCE):
            some = keys[start : start + _AT_ONCE]
            yield from self._all(f"{sql} ({', '.join('?' * len(some))}) {order}", some)

    def data_version(self) -> int:
        """Return a number that moves when another connection has written."""
        return int(self._all("PRAGMA data_version")[0][0])

    def spill_nothing(self) -> None:
        """Keep what is written in memory until the end: so long can others read."""
        self._all("PRAGMA cache_spill = OFF")

    # -- changes -------------------------------------------------------------------------------------------------

    def append(self, changes: Iterable[Change], arrived: str = "") -> None:
        """Add to the list of changes; `arrived` is the merge that brought them."""
        self._db.executemany(_INSERT_CHANGE, [(*row_of_change(change), arrived) for change in changes])

    def changes(self) -> list[Change]:
        """Return the whole list in the order it was written here."""
        return [change_from(row) for row in self._all(f"SELECT {_CHANGE} FROM changes ORDER BY place")]

    def changes_of(self, target: str) -> list[Change]:
        """Return the changes of one target."""
        return [
            change_from(r)
            for r in self._all(f"SELECT {_CHANGE} FROM changes WHERE target = ? ORDER BY place", [target])
        ]

    def changes_of_many(self, targets: Sequence[str]) -> dict[str, list[Change]]:
        """Return the changes of some targets, by target; of one that has none an empty list."""
        found: dict[str, list[Change]] = {name: [] for name in targets}
        for row in self._all_of(f"SELECT {_CHANGE} FROM changes WHERE target IN", targets, "ORDER BY place"):
            found[row[_TARGET]].append(change_from(row))
        return found

    def changes_of_group(self, group: str) -> list[Change]:
        """Return the changes one undo takes back."""
        return [
            change_from(r)
            for r in self._all(f"SELECT {_CHANGE} FROM changes WHERE group_id = ? ORDER BY place", [group])
        ]

    def size_of_group(self, group: str) -> int:
        """Return how many changes one undo is about: its own, and those that a merge brought."""
        own = self._all("SELECT COUNT(*) FROM changes WHERE group_id = ?", [group])
        brought = self._all("SELECT COUNT(*) FROM changes WHERE arrived = ?", [group])
        return int(own[0][0]) + int(brought[0][0])

    def arrivals(self, merge: str) -> list[Change]:
        """Return the changes that the merge `merge` brought."""
        return [
            change_from(r)
            for r in self._all(f"SELECT {_CHANGE} FROM changes WHERE arrived = ? ORDER BY place", [merge])
        ]

    def tips(self) -> tuple[str, ...]:
        """Return the id of each session's last change: with them all that the file knows is told."""
        return tuple(row[0] for row in self._all("SELECT id, MAX(seq) FROM changes GROUP BY session ORDER BY id"))

    def arrived(self) -> frozenset[str]:
        """Return the ids of all changes that a merge brought."""
        return frozenset(row[0] for row in self._all("SELECT id FROM changes WHERE arrived <> ''"))

    def changes_after_merge(self, target: str, merge: str) -> list[Change]:
        """Return the changes of one target that were written after the merge `merge`."""
        after = "place > (SELECT MAX(place) FROM changes WHERE group_id = ?)"
        sql = f"SELECT {_CHANGE} FROM changes WHERE target = ? AND {after}"
        return [change_from(row) for row in self._all(sql, [target, merge])]

    def note_changes(self) -> list[tuple[str, str, str]]:
        """Return id, target and field of the changes to notes in the order they came."""
        return self._all("SELECT id, target, field FROM changes WHERE target LIKE 'note/%' ORDER BY place")

    def groups_of(self, author: str, session: str) -> list[tuple[str, str]]:
        """Return the groups a reviewer made in this file, in order, each with the group it takes back."""
        return self._all(
            "SELECT group_id, MAX(undoes) FROM changes "
            "WHERE arrived = '' AND NOT struck AND (author = ? OR session = ?) "
            "GROUP BY group_id ORDER BY MIN(place)",
            [author, session],
        )

    def erased_documents(self) -> list[str]:
        """Return the uids of the documents that were removed for good."""
        rows = self._all("SELECT DISTINCT target FROM changes WHERE field = ?", [ERASED])
        return sorted(uid_of(row[0]) for row in rows)

    def strike(self, changes: Iterable[Change]) -> None:
        """Write changes that have lost their words over what they said before."""
        rows = [(c.field, canonical(c.before), canonical(c.after), c.id) for c in changes]
        self._db.executemany("UPDATE changes SET field = ?, before = ?, after = ?, struck = 1 WHERE id = ?", rows)

    def session_ends(self) -> dict[str, tuple[int, str]]:
        """Return each session's last sequence number and hash."""
        return {
            row[0]: (row[1], row[2])
            for row in self._all("SELECT session, MAX(seq), hash FROM changes GROUP BY session")
        }

    # -- rows ----------------------------------------------------------------------------------------------------

    def put(self, target: str, values: Mapping[str, Any], changed: Iterable[str]) -> None:
        """Write what stands in a target; `changed` are the fields that moved."""
        kind, uid = kind_of(target), uid_of(target)
        if kind == "matter":
            self._put_matter(values, changed)
        elif kind in _UPSERT:
            claimed = (values["number"],) if kind == "note" else ()
            self._db.execute(_UPSERT[kind], (uid, *row_of(kind, values), *claimed))
            if kind == "note" and "anchors" in changed:
                self._put_anchors(uid, values.get("anchors") or ())
            if kind == "document":
                self._put_read(uid, values, changed)

    def set_notes(self, fields: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Write a few plain fields of notes that have their rows; each of `rows` is their values, then the uid."""
        columns = ", ".join(f"{name} = ?" for name in fields)
        cells = ([*(cell_of(name, v) for name, v in zip(fields, row, strict=False)), row[-1]] for row in rows)
        self._db.executemany(f"UPDATE notes SET {columns} WHERE uid = ?", cells)

    def _put_matter(self, values: Mapping[str, Any], changed: Iterable[str]) -> None:
        self._db.executemany(
            "INSERT INTO matter (field, value) VALUES (?, ?) ON CONFLICT (field) DO UPDATE SET value = excluded.value",
            [(name, canonical(values.get(name))) for name in changed],
        )

    def _put_anchors(self, note: str, anchors: Sequence[Mapping[str, Any]]) -> None:
        self._db.execute("DELETE FROM anchors WHERE note = ?", (note,))
        self._db.executemany(
            _INSERT_ANCHOR, [(note, place, *anchor_row(anchor)) for place, anchor in enumerate(anchors)]
        )

    def _put_read(self, document: str, values: Mapping[str, Any], changed: Iterable[str]) -> None:
        for name in changed:
            if name.startswith(_READ_MARK):
                row = (document, name.removeprefix(_READ_MARK))
                self._db.execute("DELETE FROM read_clauses WHERE document = ? AND address = ?", row)
                if values.get(name):
                    self._db.execute("INSERT INTO read_clauses (document, address) VALUES (?, ?)", row)

    def rows(self, kind: str) -> dict[str, dict[str, Any]]:
        """Return all rows of a kind as plain values, by uid; those taken away too."""
        columns = COLUMNS[kind]
        found = self._all(f"SELECT uid, {', '.join(columns)} FROM {_TABLES[kind]}")
        return {row[0]: values_in(columns, row[1:]) for row in found}

    def count_notes(self) -> int:
        """Return how many notes there are, deleted ones too."""
        return int(self._all("SELECT COUNT(*) FROM notes")[0][0])

    def rows_of(self, kind: str, uids: Sequence[str]) -> dict[str, dict[str, Any]]:
        """Return some rows of a kind as plain values, by uid; those that there are."""
        columns = COLUMNS[kind]
        sql = f"SELECT uid, {', '.join(columns)} FROM {_TABLES[kind]} WHERE uid IN"
        return {row[0]: values_in(columns, row[1:]) for row in self._all_of(sql, uids)}

    def row(self, kind: str, uid: str) -> dict[str, Any] | None:
        """Return one row as plain values, None where there is none."""
        columns = COLUMNS[kind]
        found = self._all(f"SELECT {', '.join(columns)} FROM {_TABLES[kind]} WHERE uid = ?", [uid])
        return values_in(columns, found[0]) if found else None

    def places(self, kind: str) -> dict[str, int]:
        """Return by uid where in this file's list of changes the targets of a kind were made."""
        found = self._all(
            "SELECT target, MIN(place) FROM changes WHERE target GLOB ? GROUP BY target", [target(kind, "*")]
        )
        return {uid_of(made): place for made, place in found}

    def deleted_notes(self) -> dict[str, dict[str, Any]]:
        """Return the rows of the notes that were taken away as plain values, by uid; not of those removed for good."""
        columns = COLUMNS["note"]
        found = self._all(f"SELECT uid, {', '.join(columns)} FROM notes WHERE deleted AND severity <> ''")
        return {row[0]: values_in(columns, row[1:]) for row in found}

    def anchors(self, notes: Sequence[str] | None = None) -> dict[str, list[dict[str, Any]]]:
        """Return the anchors of some notes, or of all, as plain values in their order."""
        found: dict[str, list[dict[str, Any]]] = {}
        sql, order = f"SELECT note, {_ANCHOR} FROM anchors", "ORDER BY note, ordinal"
        rows = self._all(f"{sql} {order}") if notes is None else self._all_of(f"{sql} WHERE note IN", notes, order)
        for row in rows:
            found.setdefault(row[0], []).append(values_in(ANCHOR_COLUMNS, row[1:]))
        return found

    def matter(self) -> dict[str, Any]:
        """Return the matter's own fields as plain values."""
        return {row[0]: json.loads(row[1]) for row in self._all("SELECT field, value FROM matter")}

    def read_clauses(self, document: str = "") -> list[tuple[str, str]]:
        """Return document and address of the clauses marked read, of one document or of all."""
        where, values = ("WHERE document = ?", [document]) if document else ("", [])
        return self._all(f"SELECT document, address FROM read_clauses {where} ORDER BY document, address", values)

    def highest_number(self) -> int:
        """Return the highest number a note ever had, deleted ones too; 0 for none."""
        return int(self._all("SELECT MAX(COALESCE(MAX(number), 0), COALESCE(MAX(claimed), 0)) FROM notes")[0][0])

    def numbers(self) -> dict[str, int]:
        """Return the number each note shows."""
        return dict(self._all("SELECT uid, number FROM notes"))

    def renumber(self, numbers: Mapping[str, int]) -> None:
        """Write the numbers of notes that moved."""
        self._db.executemany("UPDATE notes SET number = ? WHERE uid = ?", [(n, uid) for uid, n in numbers.items()])

    # -- bytes ---------------------------------------------------------------------------------------------------

    def keep_original(self, sha256: str, data: bytes) -> None:
        """Keep the bytes of a file; the same bytes are kept once."""
        sql = "INSERT INTO originals (sha256, size, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
        self._db.execute(sql, (sha256, len(data), data))

    def original(self, sha256: str) -> bytes | None:
        """Return the bytes kept under `sha256`, None where there are none."""
        rows = self._all("SELECT bytes FROM originals WHERE sha256 = ?", [sha256])
        return bytes(rows[0][0]) if rows else None

    def keep_reading(self, version: str, reader: str, reader_version: int, data: bytes) -> None:
        """Keep the reading that the anchors of a version count in."""
        sql = "INSERT INTO readings (version, reader, reader_version, data) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"
        self._db.execute(sql, (version, reader, reader_version, data))

    def reading(self, version: str) -> tuple[str, int, bytes] | None:
        """Return reader, its version and the packed reading; None where there is none."""
        rows = self._all("SELECT reader, reader_version, data FROM readings WHERE version = ?", [version])
        return rows[0] if rows else None

    # -- drafts --------------------------------------------------------------------------------------------------

    def put_draft(self, row: tuple[str, str, str, str, str]) -> None:
        """Keep typing that is not yet a change: note, field, text, author, when."""
        sql = "INSERT OR REPLACE INTO drafts (note, field, text, author, saved) VALUES (?, ?, ?, ?, ?)"
        with self.writing():
            self._db.execute(sql, row)

    def drafts(self) -> list[tuple[Any, ...]]:
        """Return the drafts, oldest first."""
        return self._all("SELECT note, field, text, author, saved FROM drafts ORDER BY saved, note, field")

    def drop_draft(self, note: str, field: str) -> None:
        """Forget a draft; none is no fault."""
        with self.writing():
            self._db.execute("DELETE FROM drafts WHERE note = ? AND field = ?", (note, field))

    def drop_typing(self, notes: Iterable[str], document: str) -> None:
        """Forget the drafts of notes and the clauses read in a document, inside a transaction."""
        self._db.executemany("DELETE FROM drafts WHERE note = ?", [(note,) for note in notes])
        self._db.execute("DELETE FROM read_clauses WHERE document = ?", (document,))

    def drop_bytes(self, originals: Iterable[str], readings: Iterable[str]) -> None:
        """Purge bytes and readings for good, inside a transaction; `pack` gives their room back."""
        self._db.executemany("DELETE FROM originals WHERE sha256 = ?", [(sha,) for sha in originals])
        self._db.executemany("DELETE FROM readings WHERE version = ?", [(version,) for version in readings])

    def drop_orphans(self) -> None:
        """Purge the bytes and readings of versions that were removed for good, inside a transaction."""
        self._db.execute("DELETE FROM originals WHERE sha256 NOT IN (SELECT sha256 FROM versions)")
        self._db.execute("DELETE FROM readings WHERE version IN (SELECT uid FROM versions WHERE sha256 = '')")

    # -- the file ------------------------------------------------------------------------------------------------

    def complaints(self) -> list[str]:
        """Return what SQLite finds wrong with the file."""
        return [row[0] for row in self._all("PRAGMA integrity_check") if row[0] != "ok"]

    def compact(self, originals: Iterable[str], readings: Iterable[str]) -> None:
        """Purge bytes and readings for good, and give their room back."""
        with self.writing():
            self.drop_bytes(originals, readings)
        self.pack()

    def pack(self) -> None:
        """Write the file anew without the room of what is gone, so that nothing of it is left in there."""
        with faults_of(self.path.name):
            self._db.execute("VACUUM")
