"""Fields of notes and the rest as plain JSON values, and back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from enum import StrEnum
from typing import Any

from annotations.model import (
    Anchor,
    AnchorState,
    Assessment,
    Document,
    Level,
    Matter,
    Note,
    Reply,
    Review,
    Sent,
    Severity,
    Status,
    Version,
    Visibility,
)
from annotations.passage import how_read, how_written

__all__ = [
    "ANCHOR_FIELDS",
    "CHOICES",
    "MATTER_FIELDS",
    "NOTE_FIELDS",
    "RECEIVED_FIELDS",
    "SENT_FIELDS",
    "canonical",
    "clean",
    "document_from",
    "first_fields",
    "matter_from",
    "note_from",
    "plain",
    "refuse_unknown",
    "reply_from",
    "sent_from",
    "version_from",
    "with_choices",
]

CHOICES: dict[str, type[StrEnum]] = {
    "severity": Severity,
    "likelihood": Level,
    "impact": Level,
    "assessment": Assessment,
    "status": Status,
    "review": Review,
    "visibility": Visibility,
}
ANCHOR_FIELDS = tuple(f.name for f in fields(Anchor) if f.name != "passage")
_TIMES = frozenset({"reviewed_at", "created", "modified", "received", "sent"})
_MAPPINGS = frozenset({"translations", "conclusion_translations"})
_OWN = frozenset({"uid", "number", "document", "replies", "created", "modified"})

NOTE_FIELDS: tuple[str, ...] = tuple(f.name for f in fields(Note) if f.name not in _OWN)
"""What an edit may set, in the order of the model."""

RECEIVED_FIELDS = ("received_from", "received", "received_how")
"""What can be said of a version later: where it came from."""

SENT_FIELDS: tuple[str, ...] = tuple(f.name for f in fields(Sent) if f.name != "uid")

MATTER_FIELDS: tuple[str, ...] = tuple(f.name for f in fields(Matter))

_FIRST: dict[str, str] = {
    "severity": Severity.MEDIUM,
    "assessment": Assessment.RISK,
    "status": Status.OPEN,
    "review": Review.DRAFT,
    "visibility": Visibility.CLIENT,
}


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical(value: object) -> str:
    """Return the one JSON text of a plain value."""
    return _ENCODER.encode(value)


def clean(text: str) -> str:
    """Return `text` with half surrogate pairs, which no file can hold, replaced."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def plain(value: Any) -> Any:  # noqa: ANN401 - JSON has no narrower type
    """Return `value` as JSON has it: text, numbers, lists, mappings, None."""
    if isinstance(value, str):
        return clean(str(value))
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Anchor):
        return _plain_anchor(value)
    if isinstance(value, Mapping):
        return {clean(str(key)): plain(part) for key, part in value.items()}
    if isinstance(value, tuple | list | set | frozenset):
        return [plain(part) for part in value]
    return value


def _plain_anchor(anchor: Anchor) -> dict[str, Any]:
    told = {name: plain(getattr(anchor, name)) for name in ANCHOR_FIELDS}
    return {**told, "how": clean(how_written(anchor.how, anchor.passage))}


def first_fields(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the plain values a new note begins with: empty ones left out, choices always said.

    A default that a later program has changes no old note.
    """
    given = {name: plain(value) for name, value in values.items()}
    return {**_FIRST, **{name: value for name, value in given.items() if value not in (None, "", [], {})}}


def refuse_unknown(fields: Iterable[str], known: Sequence[str]) -> None:
    """Raise TypeError for a field that is not in `known`: our own fault, before anything is kept."""
    if unknown := sorted(set(fields) - set(known)):
        raise TypeError(f"No such fields: {', '.join(unknown)}")


def with_choices(fields: Mapping[str, object]) -> dict[str, Any]:
    """Return `fields` with choices checked. Raises ValueError for a word that is none, before anything is kept."""
    return {
        name: CHOICES[name](str(value)) if name in CHOICES and value is not None else value
        for name, value in fields.items()
    }


def note_from(uid: str, values: Mapping[str, Any], replies: tuple[Reply, ...] = ()) -> Note:
    """Return the note that plain `values` describe; what they leave out is the default."""
    return Note(uid=uid, replies=replies, **_typed(values, Note))


def reply_from(uid: str, values: Mapping[str, Any]) -> Reply:
    """Return the reply that plain `values` describe."""
    seen = values.get("visibility") or Visibility.INTERNAL  # empty in those written before it was asked
    return Reply(uid=uid, **_typed({**values, "visibility": seen}, Reply))


def version_from(uid: str, values: Mapping[str, Any]) -> Version:
    """Return the version that plain `values` describe."""
    return Version(uid=uid, **_typed(values, Version))


def sent_from(uid: str, values: Mapping[str, Any]) -> Sent:
    """Return the line of the register that plain `values` describe."""
    return Sent(uid=uid, **_typed(values, Sent))


def document_from(uid: str, values: Mapping[str, Any], versions: tuple[Version, ...]) -> Document:
    """Return the document that plain `values` describe."""
    return Document(uid=uid, title=values["title"], versions=versions)


def matter_from(values: Mapping[str, Any]) -> Matter:
    """Return the matter that plain `values` describe."""
    return Matter(**_typed(values, Matter))


def _typed(values: Mapping[str, Any], kind: type) -> dict[str, Any]:
    names = _NAMES[kind]
    return {
        name: _READ[name](value) if name in _READ else value
        for name, value in values.items()
        if name in names and value is not None
    }


_NAMES: dict[type, frozenset[str]] = {
    kind: frozenset(f.name for f in fields(kind)) - {"uid", "replies"} for kind in (Note, Reply, Version, Sent, Matter)
}


def _anchors(value: Iterable[Mapping[str, Any]]) -> tuple[Anchor, ...]:
    return tuple(_anchor(part) for part in value)


def _mapping(value: Mapping[str, Any]) -> dict[str, Any]:
    return {k: dict(v) if isinstance(v, dict) else v for k, v in value.items()}


def _anchor(values: Mapping[str, Any]) -> Anchor:
    parts = {name: value for name, value in values.items() if name in ANCHOR_FIELDS}
    parts["how"], parts["passage"] = how_read(parts.get("how", ""))
    parts["state"] = AnchorState(parts.get("state", AnchorState.PLACED))
    parts["alerts"] = tuple(parts.get("alerts", ()))
    return Anchor(**parts)


_READ: dict[str, Callable[[Any], Any]] = {
    **CHOICES,
    **dict.fromkeys(_TIMES, datetime.fromisoformat),
    **dict.fromkeys(_MAPPINGS, _mapping),
    **dict.fromkeys(("rules", "versions"), tuple),
    "anchors": _anchors,
}
"""What makes a field's value of its plain one; of the others the two are the same."""
