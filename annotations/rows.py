"""Rows of the matter file's tables <-> the values that changes carry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from annotations.codec import MATTER_FIELDS, NOTE_FIELDS, canonical
from annotations.model import Anchor

__all__ = ["ANCHOR_COLUMNS", "COLUMNS", "JSON_COLUMNS", "kind_of", "row_of", "target", "uid_of", "values_of"]

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
    "reply": ("note", "deleted", "author", "initials", "text", "created"),
    "document": ("title", "added", "removed"),
    "version": (
        "document", "number", "file_name", "sha256", "label", "received_from", "received", "received_how", "removed",
    ),
    "sent": ("sent", "sent_by", "sent_to", "product", "file_name", "sha256", "profile", "language", "versions"),
}  # fmt: skip
"""Columns of each kind of target, its uid apart."""

ANCHOR_COLUMNS = tuple(f.name for f in fields(Anchor))


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
    return [_cell(name, values.get(name)) for name in COLUMNS[kind]]


def _cell(name: str, value: Any) -> Any:  # noqa: ANN401 - what SQLite takes
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
