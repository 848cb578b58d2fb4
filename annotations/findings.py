"""Findings in JSON, as a review is often handed over: one file, two languages side by side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from annotations.codec import CHOICES, MATTER_FIELDS, NOTE_FIELDS
from annotations.errors import MatterError
from annotations.incoming_notes import Incoming, IncomingAnchor, IncomingNote
from annotations.model import AnchorState, Reply, Visibility

__all__ = ["checked", "looks_like_findings", "read_findings", "time_of"]

_LANGUAGES = ("zh", "en")
_TEXTS = frozenset(NOTE_FIELDS) - CHOICES.keys() - {"rules", "translations", "anchors", "reviewed_at"}
_TIMES = ("created", "modified", "reviewed_at")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_LIKE_A_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}(?:T|$)")
_SHOWN = 60


def looks_like_findings(values: object) -> bool:
    """Whether `values` have the shape of a findings file: an object with a list of findings, or such a list."""
    return isinstance(_findings(values), list)


def _findings(values: object) -> object:
    if isinstance(values, dict):
        return values.get("findings", values.get("notes"))
    if isinstance(values, list) and values and all(isinstance(v, dict) and "id" in v for v in values):
        return None if any("target" in v or "type" in v for v in values) else values
    return None


def read_findings(values: Any, language: str) -> Incoming:  # noqa: ANN401 - JSON as it was read
    """Return the notes of a findings file, their words in `language`, other languages kept as translations.

    Raises MatterError "bad_note" for a choice or a time that cannot be read, "not_notes" for another shape.
    """
    found = _findings(values)
    if not isinstance(found, list) or not all(isinstance(finding, dict) for finding in found):
        raise MatterError("not_notes")
    notes = _told_apart(_note(finding, place, language) for place, finding in enumerate(found, 1))
    return Incoming(notes, _matter(values, language) if isinstance(values, dict) else {})


def _told_apart(notes: Iterable[IncomingNote]) -> tuple[IncomingNote, ...]:
    """Give a second note of the same id one of its own, or the two would be kept as one."""
    met: Counter[str] = Counter()
    apart = []
    for note in notes:
        met[note.source_id] += 1
        again = met[note.source_id]
        apart.append(note if again == 1 else replace(note, source_id=f"{note.source_id} ({again})"))
    return tuple(apart)


def _note(finding: Mapping[str, Any], place: int, language: str) -> IncomingNote:
    source = str(finding.get("id") or finding.get("source_id") or place)
    blocks = {name: _texts(finding[name]) for name in _LANGUAGES if isinstance(finding.get(name), dict)}
    chosen = language[:2] if language[:2] in blocks else next(iter(blocks), "")
    fields = {name: value for name, value in finding.items() if name in (*NOTE_FIELDS, *_TIMES) and name != "anchors"}
    if chosen:
        others = {name: texts for name, texts in blocks.items() if name != chosen}
        kept = {**(finding.get("translations") or {}), **others}
        fields = {**fields, **blocks[chosen], "language": chosen, **({"translations": kept} if kept else {})}
    return IncomingNote(
        source_id=source,
        fields=checked(fields, source),
        anchors=tuple(_anchor(anchor, source) for anchor in _rows(finding, "anchors", source)),
        replies=tuple(_reply(reply, source) for reply in _rows(finding, "replies", source)),
        number=_whole(finding.get("number")),
    )


def _rows(finding: Mapping[str, Any], name: str, source: str) -> Sequence[Mapping[str, Any]]:
    values = finding.get(name)
    if values is None:
        return []
    if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
        raise MatterError("bad_note", id=source, field=name, value=_cut(values))
    return values


def _text(values: Mapping[str, Any], name: str, source: str) -> str:
    """Return a field's text, empty for none. Raises MatterError "bad_note" for what is none, or what no file holds."""
    value = values.get(name)
    if value is None:
        return ""
    if not isinstance(value, str) or _UNWRITABLE.search(value):
        raise MatterError("bad_note", id=source, field=name, value=_cut(value))
    return value


def _cut(value: object) -> str:
    words = value if isinstance(value, str) else repr(value)
    return _UNWRITABLE.sub("\ufffd", words[:_SHOWN])


def _texts(block: Mapping[str, object]) -> dict[str, str]:
    return {name: value for name, value in block.items() if name in _TEXTS and isinstance(value, str)}


def _whole(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def _anchor(values: Mapping[str, Any], source: str) -> IncomingAnchor:
    start, end, state = _place(values, "start", source), _place(values, "end", source), values.get("state")
    exact, prefix, suffix = (_text(values, name, source) for name in ("exact", "prefix", "suffix"))
    if not exact.strip() and (start is None or end is None or start >= end):
        raise MatterError("bad_note", id=source, field="anchors.exact", value=exact)
    try:
        return IncomingAnchor(
            exact=exact,
            start=start,
            end=end,
            prefix=prefix,
            suffix=suffix,
            state=AnchorState(state or AnchorState.PLACED),
            alerts=tuple(str(alert) for alert in values.get("alerts") or ()),
            how=_text(values, "how", source),
        )
    except (ValueError, TypeError) as error:
        raise MatterError("bad_note", id=source, field="state", value=_cut(state)) from error


def _place(values: Mapping[str, Any], name: str, source: str) -> int | None:
    value = values.get(name)
    if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
        raise MatterError("bad_note", id=source, field=f"anchors.{name}", value=_cut(value))
    return value


def _reply(values: Mapping[str, Any], source: str) -> Reply:
    told = {name: _text(values, name, source) for name in ("uid", "author", "initials", "text")}
    seen = _text(values, "visibility", source) or Visibility.INTERNAL.value
    if seen not in list(Visibility):
        raise MatterError("bad_note", id=source, field="visibility", value=_cut(seen))
    return Reply(**told, created=time_of(values.get("created"), source), visibility=Visibility(seen))


def time_of(value: object, source: str) -> datetime:
    """Return the time `value` tells; without a zone it is UTC. Raises MatterError "bad_note" for none."""
    try:
        time = datetime.fromisoformat(str(value))
    except ValueError as error:
        raise MatterError("bad_note", id=source, field="created", value=value) from error
    return time if time.tzinfo is not None else time.replace(tzinfo=UTC)


def _matter(values: Mapping[str, Any], language: str) -> dict[str, Any]:
    told: dict[str, Any] = {n: v for n, v in values.items() if n in MATTER_FIELDS and isinstance(v, str)}
    told.pop("language", None)
    conclusion = values.get("conclusion")
    if isinstance(conclusion, dict):
        words = {str(name): text for name, text in conclusion.items() if isinstance(text, str)}
        chosen = language[:2] if language[:2] in words else next(iter(words), "")
        told["conclusion"] = words.pop(chosen, "")
        told["conclusion_translations"] = words
    return told


def checked(fields: Mapping[str, Any], source: str) -> dict[str, Any]:
    """Return `fields` with choices and times of the right type. Raises MatterError "bad_note" for what is none."""
    return {name: _checked(name, value, source) for name, value in fields.items() if value is not None}


def _checked(name: str, value: Any, source: str) -> Any:  # noqa: ANN401 - the field decides the type
    try:
        if name in CHOICES:
            return CHOICES[name](value) if value != "" else None
        if name in _TIMES:
            return time_of(value, source)
        if name == "rules":
            return tuple(_text({name: rule}, name, source) for rule in ([value] if isinstance(value, str) else value))
        if name == "translations":
            return {str(language): _texts(block) for language, block in value.items()}
    except (ValueError, TypeError, AttributeError) as error:
        raise MatterError("bad_note", id=source, field=name, value=value) from error
    text = _text({name: value}, name, source)
    if name == "due" and not _is_due(text):
        raise MatterError("bad_note", id=source, field=name, value=_cut(text))
    return text


def _is_due(text: str) -> bool:
    """Whether a due date is words ("before publication"), or a date that there is."""
    if not _LIKE_A_DATE.match(text):
        return True
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
