"""A W3C Web Annotation, from whichever tool, read into an incoming note."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from annotations.anchors import AROUND
from annotations.codec import NOTE_FIELDS
from annotations.errors import MatterError
from annotations.findings import checked, time_of
from annotations.incoming_notes import IncomingAnchor, IncomingNote
from annotations.model import AnchorState, Assessment, Reply, Severity, Visibility

__all__ = ["OURS", "SOURCE", "annotations_of", "is_reply_to", "read_annotation", "reply_of", "rows"]

OURS = "clausemark:"
"""The prefix of every term of ours."""

SOURCE = "urn:sha256:"
"""How a document is named: by the hash of its bytes."""

_UUID = "urn:uuid:"
_TAGS = re.compile(r"<[^>]*>")


def rows(value: object) -> list[Any]:
    """Return `value` as JSON-LD means it: nothing, one thing or a list of things."""
    return [] if value is None else value if isinstance(value, list) else [value]


def _key(values: Mapping[str, Any], name: str) -> Any:  # noqa: ANN401 - JSON as it was read
    return next((values[key] for key in (name, f"@{name}", f"oa:{name}") if key in values), None)


def _is_a(values: object, name: str) -> bool:
    return isinstance(values, dict) and any(str(kind).split(":")[-1] == name for kind in rows(_key(values, "type")))


def annotations_of(values: object) -> list[dict[str, Any]]:
    """Return the annotations in a single one, an array, a page, a collection or a graph; empty for anything else."""
    if isinstance(values, list):
        return [found for value in values for found in annotations_of(value)]
    if not isinstance(values, dict):
        return []
    if _is_a(values, "Annotation") or "target" in values or "oa:hasTarget" in values:
        return [values]
    return [
        found
        for name in ("first", "items", "@graph", "rows", "annotations")
        for found in annotations_of(values.get(name))
    ]


def is_reply_to(annotation: Mapping[str, Any]) -> str:
    """Return the id of the annotation that this one answers; empty if it is about the document itself."""
    if "replying" not in _words(annotation.get("motivation")):
        return ""
    for target in rows(annotation.get("target")):
        told = target if isinstance(target, dict) else {}
        name = target if isinstance(target, str) else _key(told, "id") or told.get("source")
        if isinstance(name, str):
            return name
    return ""


def reply_of(annotation: Mapping[str, Any]) -> Reply:
    """Return an annotation that answers another as a reply."""
    texts = [text for purpose, text, _ in _bodies(annotation) if purpose not in ("tagging", "classifying")]
    return _reply(annotation, "\n\n".join(texts))


def _reply(told: Mapping[str, Any], text: str) -> Reply:
    name, initials = _creator(told)
    uid = str(_key(told, "id") or "").removeprefix(_UUID)
    created = time_of(told.get("created") or "1970-01-01T00:00:00Z", uid)
    seen = told.get(f"{OURS}visibility", Visibility.INTERNAL)
    if seen not in list(Visibility):
        raise MatterError("bad_note", id=uid, field="visibility", value=seen)
    return Reply(uid=uid, author=name, initials=initials, text=text, created=created, visibility=Visibility(seen))


def read_annotation(annotation: Mapping[str, Any], place: int) -> IncomingNote:
    """Return the note an annotation tells; ours with every field, others as far as their words go.

    Raises MatterError "bad_note" for a field of ours that cannot be read.
    """
    own = {key.removeprefix(OURS): value for key, value in annotation.items() if key.startswith(OURS)}
    name = str(_key(annotation, "id") or place)
    fields = own if own else _foreign(annotation)
    author, initials = _creator(annotation)
    told = {
        **{
            key: value
            for key, value in fields.items()
            if key in NOTE_FIELDS and key not in ("anchors", "private_remark")
        },
        "author": author or None,
        "initials": initials or None,
        "created": annotation.get("created"),
        "modified": annotation.get("modified") or annotation.get("created"),
    }
    number = own.get("number")
    return IncomingNote(
        source_id=str(own.get("source_id", "")) if own else name,
        fields=checked(told, name),
        anchors=tuple(_anchors(annotation)),
        replies=tuple(_replies(annotation)),
        uid=name.removeprefix(_UUID) if own and name.startswith(_UUID) else "",
        number=number if isinstance(number, int) else 0,
        about=_about(annotation),
    )


def _creator(annotation: Mapping[str, Any]) -> tuple[str, str]:
    for creator in rows(annotation.get("creator") or annotation.get("user")):
        if not isinstance(creator, dict):
            return str(creator or ""), ""
        name = creator.get("name") or creator.get("nickname") or _key(creator, "id") or ""
        return str(name), str(creator.get("nickname") or "") if creator.get("name") else ""
    return "", ""


def _about(annotation: Mapping[str, Any]) -> str:
    for target in rows(annotation.get("target")):
        source = target.get("source") if isinstance(target, dict) else target
        if isinstance(source, str) and source.startswith(SOURCE):
            return source.removeprefix(SOURCE)
    return ""


# -- words of other tools -----------------------------------------------------------------------------------------


def _words(value: object) -> list[str]:
    return [str(word).split(":")[-1] for word in rows(value)]


def _bodies(annotation: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Give the purpose, text and language of each body."""
    for text in (annotation.get("bodyValue"), annotation.get("text")):
        if isinstance(text, str):
            yield "commenting", text, ""
    for tag in rows(annotation.get("tags")):
        yield "tagging", str(tag), ""
    for body in rows(_key(annotation, "body")):
        if not isinstance(body, dict):
            if isinstance(body, str):
                yield "commenting", body, ""
            continue
        text = body.get("value", body.get("chars", body.get("rdf:value")))
        purpose = (_words(body.get("purpose")) or ["commenting"])[0]
        if isinstance(text, str):
            language = str((rows(body.get("language")) or [""])[0])
            yield purpose, _unmarked(text) if body.get("format") == "text/html" else text, language


def _unmarked(text: str) -> str:
    return html.unescape(_TAGS.sub("", text)).strip()


_FIELD_OF = {"editing": "proposed_wording", "describing": "issue", "questioning": "question"}


def _foreign(annotation: Mapping[str, Any]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    motives = _words(annotation.get("motivation"))
    for purpose, text, language in _bodies(annotation):
        if purpose in ("tagging", "classifying"):
            _tagged(fields, text)
        elif purpose != "replying":
            field = _FIELD_OF.get(purpose, "issue")
            fields[field] = "\n\n".join(part for part in (fields.get(field), text) if part)
            fields.setdefault("language", language)
    if "questioning" in motives:
        fields["assessment"] = Assessment.QUESTION
    return fields


def _tagged(fields: dict[str, Any], tag: str) -> None:
    if tag.casefold() in list(Severity):
        fields["severity"] = tag.casefold()
    elif "category" not in fields:
        fields["category"] = tag


def _replies(annotation: Mapping[str, Any]) -> Iterator[Reply]:
    for body in rows(_key(annotation, "body")):
        if isinstance(body, dict) and "replying" in _words(body.get("purpose")):
            yield _reply(body, str(body.get("value") or ""))


# -- places -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Found:
    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None


def _anchors(annotation: Mapping[str, Any]) -> Iterator[IncomingAnchor]:
    for target in rows(_key(annotation, "target")):
        if not isinstance(target, dict):
            continue
        found = _Found()
        for selector in rows(_key(target, "selector") or target.get("oa:hasSelector")):
            found = _told(selector, found)
        if found.exact or found.start is not None:
            yield IncomingAnchor(
                found.exact,
                found.start,
                found.end,
                found.prefix,
                found.suffix,
                _state(target),
                tuple(str(alert) for alert in rows(target.get(f"{OURS}alerts"))),
                str(target.get(f"{OURS}how", "")),
            )


def _state(target: Mapping[str, Any]) -> AnchorState:
    told = target.get(f"{OURS}state", AnchorState.PLACED)
    return AnchorState(told) if told in list(AnchorState) else AnchorState.PLACED


def _told(selector: object, found: _Found) -> _Found:
    """Add what a selector tells to what was found; one inside another (refinedBy) speaks about the other's words."""
    if not isinstance(selector, dict):
        return found
    if _is_a(selector, "Choice"):
        for choice in rows(selector.get("items")):
            found = _told(choice, found)
        return found
    own = _of_selector(selector)
    inner = selector.get("refinedBy")
    if inner is not None:
        own = _within(own, _told((rows(inner) or [None])[0], _Found()))
    return replace(
        found,
        exact=found.exact or own.exact,
        prefix=found.prefix or own.prefix,
        suffix=found.suffix or own.suffix,
        start=own.start if found.start is None else found.start,
        end=own.end if found.end is None else found.end,
    )


def _of_selector(selector: Mapping[str, Any]) -> _Found:
    if _is_a(selector, "TextQuoteSelector"):
        exact, prefix, suffix = (str(selector.get(name) or "") for name in ("exact", "prefix", "suffix"))
        return _Found(exact, prefix, suffix)
    start, end = selector.get("start"), selector.get("end")
    if _is_a(selector, "TextPositionSelector") and isinstance(start, int) and isinstance(end, int):
        return _Found(start=start, end=end)
    characters = re.fullmatch(r"#?char=(\d+),(\d+)", str(selector.get("value", "")))
    if characters:  # RFC 5147, which plain text files use
        return _Found(start=int(characters[1]), end=int(characters[2]))
    return _Found()


def _within(outer: _Found, inner: _Found) -> _Found:
    if inner.exact:
        if outer.exact.count(inner.exact) != 1:
            return replace(inner, start=None, end=None)
        at = outer.exact.index(inner.exact)
        return _cut(outer, at, at + len(inner.exact))
    if inner.start is None or inner.end is None:
        return outer
    if outer.exact:
        return _cut(outer, inner.start, inner.end)
    base = outer.start or 0
    return _Found(start=base + inner.start, end=base + inner.end)


def _cut(outer: _Found, start: int, end: int) -> _Found:
    base = outer.start
    return _Found(
        outer.exact[start:end],
        (outer.prefix + outer.exact[:start])[-AROUND:],
        (outer.exact[end:] + outer.suffix)[:AROUND],
        None if base is None else base + start,
        None if base is None else base + end,
    )
