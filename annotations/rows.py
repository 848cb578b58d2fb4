"""Rows of the matter file's tables <-> the values that changes carry."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from annotations.codec import ANCHOR_FIELDS, MATTER_FIELDS, NOTE_FIELDS, canonical
from annotations.history import Change, utc_text, when

__all__ = [
    "ANCHOR_COLUMNS",
    "COLUMNS",
    "JSON_COLUMNS",
    "anchor_row",
    "cell_of",
    "change_from",
    "kind_of",
    "row_of",
    "row_of_change",
    "target",
    "uid_of",
    "values_in",
    "values_of",
]

JSON_COLUMNS = frozenset({"rules", "translations", "alerts", "versions"})
_EMPTY: dict[str, Any] = {"rules": [], "translations": {}, "versions": []}
_NULLABLE = frozenset({"likelihood", "impact", "reviewed_at"})
_FLAGS = frozenset({"deleted", "removed"})

COLUMNS: dict[str, tuple[str, ...]] = {
    "note": (
        "number", "document", "deleted",
        *(name for name in NOTE_FIELDS if name != "anchors"),
        "created", "modified",
    ),
    "reply": ("note", "deleted", "author", "initials", "text", "created", "visibility"),
    "document": ("title", "added", "removed"),
    "version": (
        "document", "number", "file_name", "sha256", "label", "received_from", "received", "received_how", "removed",
    ),
    "sent": ("sent", "sent_by", "sent_to", "product", "file_name", "sha256", "profile", "language", "versions"),
}  # fmt: skip
"""Columns of each kind of target, its uid apart."""

ANCHOR_COLUMNS = ANCHOR_FIELDS  # its passage is written in `how`


def target(kind: str, uid: str = "") -> str:
    """Return the name by which changes speak of something."""
    return f"{kind}/{uid}" if uid else kind


def kind_of(name: str) -> str:
    """Return what a target is: note, reply, document, version, sent, matter or group."""
    return name.partition("/")[0]


def uid_of(name: str) -> str:
    """Return the uid in a target's name; empty for the matter."""
    return name.partition("/")[2]


def row_of(kind: str, values: Mapping[str, Any]) -> list[Any]:
    """Return `values` in the order of COLUMNS; what they leave out is empty."""
    return [cell_of(name, values.get(name)) for name in COLUMNS[kind]]


def cell_of(name: str, value: Any) -> Any:  # noqa: ANN401 - what SQLite takes
    """Return a plain value as its column keeps it."""
    if name in JSON_COLUMNS:
        return canonical(_EMPTY[name] if value is None else value)
    if name in _FLAGS:
        return int(bool(value))
    if value is None and name not in _NULLABLE:
        return ""
    return value


def values_of(folded: Mapping[str, Any], kind: str) -> dict[str, Any]:
    """Return the fields of `folded` that rows of `kind` keep, the empty ones left out, so that equal rows compare."""
    names = (*COLUMNS[kind], "anchors") if kind == "note" else COLUMNS.get(kind, MATTER_FIELDS)
    return {name: folded[name] for name in names if folded.get(name) not in (None, "", [], {}, False)}


def row_of_change(change: Change) -> tuple[Any, ...]:
    """Return a change in the order of the table's columns."""
    return (
        change.id, change.group, change.session, change.seq, change.author, utc_text(change.time), change.offset,
        change.target, change.field, canonical(change.before), canonical(change.after),
        canonical(list(change.replaces)), change.undoes, change.hash, int(change.struck),
    )  # fmt: skip


def change_from(row: tuple[Any, ...]) -> Change:
    """Return the change that a row of the table is."""
    uid, group, session, seq, author, time, offset, target, field, before, after, replaces, undoes, seal, struck = row
    return Change(
        id=uid, group=group, session=session, seq=seq, author=author, time=when(time, offset), target=target,
        field=field, before=_read(before), after=_read(after), replaces=tuple(_read(replaces)),
        undoes=undoes, hash=seal, struck=bool(struck),
    )  # fmt: skip


def anchor_row(anchor: Mapping[str, Any]) -> list[Any]:
    """Return an anchor's plain values in the order of ANCHOR_COLUMNS."""
    return [
        canonical(anchor.get(name, [])) if name in JSON_COLUMNS else anchor.get(name, "") for name in ANCHOR_COLUMNS
    ]


def values_in(columns: Sequence[str], row: Sequence[Any]) -> dict[str, Any]:
    """Return the plain values of a row; what is NULL is left out."""
    return {
        name: _read(cell) if name in JSON_COLUMNS else cell
        for name, cell in zip(columns, row, strict=True)
        if cell is not None
    }


def _read(cell: str) -> Any:  # noqa: ANN401 - what JSON holds
    """Return what a cell holds; the empty ones, which nearly all are, at once."""
    if cell == "[]":
        return []
    return None if cell == "null" else json.loads(cell)
