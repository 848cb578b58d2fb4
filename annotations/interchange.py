"""Notes as W3C Web Annotations, out and in; and which kind of file of notes one is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from annotations.codec import plain
from annotations.errors import MatterError
from annotations.findings import looks_like_findings, read_findings
from annotations.incoming_notes import Incoming, IncomingNote
from annotations.marks import uid_outside
from annotations.model import Anchor, AnchorState, Note, Reply, Version
from annotations.own_words import is_theirs
from annotations.rules_of_sending import fields_for, replies_for
from annotations.web_annotation import OURS, SOURCE, annotations_of, is_reply_to, read_annotation, reply_of

if TYPE_CHECKING:
    from annotations.matter import OpenMatter

__all__ = ["CONTEXT", "TERMS", "read_notes", "to_jsonld"]

_OUTSIDE_OURS = frozenset({"uid", "document", "anchors", "replies", "author", "initials", "created", "modified"})

_SAID = ("title", "issue", "recommendation")
"""What the words of an annotation are made of."""

TERMS: tuple[str, ...] = tuple(
    sorted({f.name for f in fields(Note)} - _OUTSIDE_OURS - {"private_remark"} | {"state", "alerts", "how", "file"})
)
"""What stands under our own prefix."""

CONTEXT: list[object] = [
    "http://www.w3.org/ns/anno.jsonld",
    {"clausemark": "urn:x-clausemark:1:", f"{OURS}translations": {"@id": f"{OURS}translations", "@type": "@json"}},
]
"""W3C's own terms, and ours under a prefix. Naming it fetches nothing."""


def to_jsonld(
    matter: OpenMatter, notes: Iterable[Note], profile: str = "internal", author: str = ""
) -> dict[str, object]:
    """Return `notes` as a page of W3C annotations, with the fields that `profile` lets out.

    `author` stands in place of every person's name; without it the profile "outside" names the firm. Which notes go
    out is for the caller to say (rules_of_sending.goes_out). Raises KeyError for a profile there is not.
    """
    allowed = fields_for(profile)
    name = author or (matter.matter().firm if "author" not in allowed else "")
    versions = {version.uid: version for document in matter.documents() for version in document.versions}
    latest = {document.uid: document.latest for document in matter.documents()}
    told = [replace(note, replies=replies_for(note, profile)) for note in notes]
    sent = [note if "uid" in allowed else _known_outside(note, matter) for note in told]
    items = [_annotation(note, versions, latest[note.document], allowed, name) for note in sent]
    for note, item in zip(told, items, strict=True):
        if is_theirs(note):
            item["body"] = _by_each(matter, note, item["body"], allowed, name)
    return {"@context": CONTEXT, "type": "AnnotationPage", "items": items}


def _known_outside(note: Note, matter: OpenMatter) -> Note:
    return replace(note, uid=uid_outside(matter.secrets(note.document)[0], note.uid))


def _annotation(
    note: Note, versions: Mapping[str, Version], latest: Version, allowed: frozenset[str], name: str
) -> dict[str, object]:
    told: dict[str, object] = {"id": f"urn:uuid:{note.uid}", "type": "Annotation", "motivation": "commenting"}
    told |= _creator(name, "") if name else _creator(note.author, note.initials) if "author" in allowed else {}
    if "created" in allowed:
        told |= {"created": note.created.isoformat(), "modified": note.modified.isoformat()}
    told["body"] = _bodies(note, allowed, name)
    sources = [_target(anchor, versions.get(anchor.version, latest), allowed) for anchor in note.anchors]
    told["target"] = sources or [{"source": SOURCE + latest.sha256, f"{OURS}file": latest.file_name}]
    for term in TERMS:
        value = _filtered(note, term, allowed) if term in allowed and hasattr(note, term) else None
        if value not in (None, "", [], {}):
            told[OURS + term] = value
    return told


def _filtered(note: Note, term: str, allowed: frozenset[str]) -> object:
    if term != "translations":
        return plain(getattr(note, term))
    kept = {
        language: {name: text for name, text in block.items() if name in allowed}
        for language, block in note.translations.items()
    }
    return {language: block for language, block in kept.items() if block}


def _creator(name: str, initials: str) -> dict[str, object]:
    if not name and not initials:
        return {}
    short = {"nickname": initials} if initials else {}
    return {"creator": {"type": "Person", "name": name, **short}}


def _bodies(note: Note, allowed: frozenset[str], name: str) -> list[dict[str, object]]:
    language = {"language": note.language} if note.language else {}
    shown = [getattr(note, field) for field in _SAID if field in allowed]
    text = "\n\n".join(part for part in shown if part)
    bodies: list[dict[str, object]] = [_textual("commenting", text, language)] if text else []
    if "category" in allowed and note.category:
        bodies.append(_textual("tagging", note.category, {}))
    return bodies + [_reply(reply, name, allowed) for reply in note.replies]


def _by_each(
    matter: OpenMatter, note: Note, bodies: object, allowed: frozenset[str], name: str
) -> list[dict[str, object]]:
    """Return the bodies of somebody else's comment: its words as theirs, those written here as whose they are."""
    theirs = matter.their_words(note)
    own = [
        (one.author, one.written, {field: str(getattr(note, field)) for field in one.fields})
        for one in matter.own_words(note)
    ]
    made = []
    for author, written, words in ((note.author, note.created, theirs), *own):
        text = "\n\n".join(words[field] for field in _SAID if field in allowed and words.get(field))
        when = {"created": written.isoformat()} if "created" in allowed else {}
        by = _creator(name or author, "") if name or "author" in allowed else {}
        made += [_textual("commenting", text, {**when, **by})] if text else []
    others = [body for body in bodies if body["purpose"] != "commenting"] if isinstance(bodies, list) else []
    return made + others


def _textual(purpose: str, value: str, more: Mapping[str, object]) -> dict[str, object]:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value, **more}


def _reply(reply: Reply, name: str, allowed: frozenset[str]) -> dict[str, object]:
    by = _creator(name, "") if name else _creator(reply.author, reply.initials) if "author" in allowed else {}
    when = {"created": reply.created.isoformat()} if "created" in allowed else {}
    told = _textual("replying", reply.text, {**when, **by})
    if "replies" in allowed:  # every one: inside the firm, where it is known again
        told |= {"id": f"urn:uuid:{reply.uid}", f"{OURS}visibility": reply.visibility.value}
    return told


def _target(anchor: Anchor, version: Version, allowed: frozenset[str]) -> dict[str, object]:
    quote = {"type": "TextQuoteSelector", "exact": anchor.exact, "prefix": anchor.prefix, "suffix": anchor.suffix}
    selectors: list[dict[str, object]] = [{**quote}]
    if anchor.state not in (AnchorState.LOST, AnchorState.AMBIGUOUS):
        selectors.append({"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end})
    told: dict[str, object] = {
        "source": SOURCE + version.sha256,
        f"{OURS}file": version.file_name,
        "selector": selectors,
        f"{OURS}state": anchor.state.value,
    }
    if "how" in allowed:
        told |= {
            f"{OURS}{key}": plain(value) for key, value in (("alerts", anchor.alerts), ("how", anchor.how)) if value
        }
    return told


def read_notes(data: bytes, language: str) -> Incoming:
    """Return the notes in a file: findings JSON or W3C annotations, told apart by their shape.

    Findings that say the same in several languages are read in `language`, the others kept as translations.
    Raises MatterError: "not_notes", and "bad_note" for a field that cannot be read.
    """
    try:
        values: Any = json.loads(data.decode("utf-8-sig") if data.startswith(b"\xef\xbb\xbf") else data)
    except (ValueError, RecursionError) as error:
        raise MatterError("not_notes") from error
    if looks_like_findings(values):
        return read_findings(values, language)
    found = annotations_of(values)
    if not found and not _is_empty_page(values):
        raise MatterError("not_notes")
    return Incoming(tuple(_threaded(found)))


def _is_empty_page(values: object) -> bool:
    return isinstance(values, dict) and values.get("items") == [] and "Annotation" in str(values.get("type"))


def _threaded(found: list[dict[str, Any]]) -> list[IncomingNote]:
    """Read annotations; one that answers another becomes a reply to it, if the other is in the same file."""
    names = {str(value.get("id", value.get("@id"))) for value in found}
    answers: dict[str, list[Reply]] = {}
    heads: list[dict[str, Any]] = []
    for value in found:
        answered = is_reply_to(value)
        if answered in names and answered:
            answers.setdefault(_head(answered, found), []).append(reply_of(value))
        else:
            heads.append(value)
    notes = []
    for place, value in enumerate(heads, 1):
        note = read_annotation(value, place)
        more = answers.get(str(value.get("id", value.get("@id"))), [])
        notes.append(replace(note, replies=(*note.replies, *more)))
    return notes


def _head(name: str, found: list[dict[str, Any]]) -> str:
    """Return the first of a thread: replies are one level deep here."""
    known = {str(value.get("id", value.get("@id"))): value for value in found}
    seen: set[str] = set()
    while name in known and name not in seen and is_reply_to(known[name]) in known:
        seen.add(name)
        name = is_reply_to(known[name])
    return name
