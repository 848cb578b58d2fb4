"""Notes that come from elsewhere: the values an import reads, and the wishes that keep them."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from annotations.anchors import describe, locate, lost
from annotations.codec import NOTE_FIELDS, canonical, first_fields, plain
from annotations.history import WHOLE
from annotations.journal import Wish
from annotations.model import Anchor, AnchorState, Reply, Visibility
from annotations.past import folded
from annotations.rows import target

__all__ = [
    "CLAUSEMARK",
    "ImportReport",
    "Incoming",
    "IncomingAnchor",
    "IncomingNote",
    "Placed",
    "place",
    "uid_for",
    "wishes_for",
]

CLAUSEMARK = uuid.UUID("6f3f9a0e-2f0b-5a47-9d8e-5e0c1a7b4d21")
"""The namespace of every id that is derived from what it names."""


@dataclass(frozen=True, slots=True)
class IncomingAnchor:
    """A place as another program tells it; `start` and `end` are trusted only over `exact`, or where it is empty."""

    exact: str
    start: int | None = None
    end: int | None = None
    prefix: str = ""
    suffix: str = ""
    state: AnchorState = AnchorState.PLACED
    alerts: tuple[str, ...] = ()
    how: str = ""


@dataclass(frozen=True, slots=True)
class IncomingNote:
    """A note as another program tells it: `fields` are fields of Note, `uid` and `number` those of our own export.

    `about` is the SHA-256 of the document it is about, where the file tells it.
    """

    source_id: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    anchors: tuple[IncomingAnchor, ...] = ()
    replies: tuple[Reply, ...] = ()
    uid: str = ""
    number: int = 0
    about: str = ""


@dataclass(frozen=True, slots=True)
class Incoming:
    """What one file brings: notes, and fields of the matter that are set where they are still empty."""

    notes: tuple[IncomingNote, ...]
    matter: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of an import: notes in the file, those with a place, and (id, quote) of anchors without one.

    `ambiguous` are those of `unplaced` that stand in the text several times; `unchanged` counts the notes that were
    here before (or were deleted here), which stay as the reviewer has them, whatever the file says now; `differing`
    are the ids of those of which the file says what no state of the note here ever said.
    """

    notes: int
    anchored: int
    unplaced: tuple[tuple[str, str], ...] = ()
    ambiguous: tuple[tuple[str, str], ...] = ()
    unchanged: int = 0
    differing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """The anchors of one incoming note on our text."""

    anchors: tuple[Anchor, ...]
    unplaced: tuple[str, ...]

    @property
    def is_anchored(self) -> bool:
        """Whether at least one anchor has its place."""
        return len(self.anchors) > len(self.unplaced)


def uid_for(note: IncomingNote, space: str, *, always: bool = False) -> str:
    """Return the uid of an incoming note: the same at every import of it in `space` (the document's SHA-256).

    A note that brings a uid of ours keeps it, unless `always` asks for a derived one. Two notes that came under one id
    into two copies, but speak of other words, are two: what a note is about is part of its uid.
    """
    if note.uid and not always:
        return note.uid
    return str(uuid.uuid5(CLAUSEMARK, f"{space}/{note.source_id or note.uid}/{_about(note)}"))


def _about(note: IncomingNote) -> str:
    """Return a fingerprint of the words a note is about, whatever its language; without such, of what it says."""
    quotes = {folded(anchor.exact) or f"{anchor.start}-{anchor.end}" for anchor in note.anchors}
    blocks = [note.fields, *(note.fields.get("translations") or {}).values()]
    said = {folded(str(block[name])) for block in blocks for name in ("title", "issue") if block.get(name)}
    return hashlib.sha256(canonical(sorted(quotes or said)).encode()).hexdigest()[:16]


def place(text: str, version: str, anchors: Iterable[IncomingAnchor]) -> Placed:
    """Put the anchors of a note on `text`; what has no certain place keeps its words."""
    placed: list[Anchor] = []
    unplaced: list[str] = []
    for told in (_with_words(text, anchor) for anchor in anchors):
        if not told.exact:
            continue
        anchor = _as_anchor(told, version)
        if told.state in (AnchorState.LOST, AnchorState.AMBIGUOUS):
            placed.append(lost(anchor, told.state))
            unplaced.append(told.exact)
            continue
        found = locate(text, anchor)
        if found.span is None:
            placed.append(lost(anchor, AnchorState.AMBIGUOUS if found.how == "ambiguous" else AnchorState.LOST))
            unplaced.append(told.exact)
        else:
            placed.append(_kept(describe(text, found.span, version), told))
    return Placed(tuple(placed), tuple(unplaced))


def _with_words(text: str, told: IncomingAnchor) -> IncomingAnchor:
    if told.exact or told.start is None or told.end is None or not 0 <= told.start < told.end <= len(text):
        return told
    return replace(told, exact=text[told.start : told.end])


def _as_anchor(told: IncomingAnchor, version: str) -> Anchor:
    start = -1 if told.start is None else told.start
    end = start + len(told.exact) if told.end is None else told.end
    if start < 0 or end - start != len(told.exact):
        start = end = 0
    return Anchor(version, start, end, told.exact, told.prefix, told.suffix, told.state, told.alerts, told.how)


def _kept(anchor: Anchor, told: IncomingAnchor) -> Anchor:
    return Anchor(
        anchor.version, anchor.start, anchor.end, anchor.exact, anchor.prefix, anchor.suffix,
        told.state, told.alerts, told.how,
    )  # fmt: skip


def wishes_for(uid: str, note: IncomingNote, first: Mapping[str, Any]) -> Iterator[Wish]:
    """Give the changes that keep a new note: itself with all its fields, and its replies.

    `first` holds what the matter decides: number, document, anchors, author and times.
    """
    given = {name: value for name, value in note.fields.items() if name in (*NOTE_FIELDS, "created", "modified")}
    told = {"visibility": Visibility.INTERNAL, "source_id": note.source_id, **first, **given}
    yield Wish(target("note", uid), WHOLE, first_fields(told))
    for reply in note.replies:
        known = reply.uid if reply.uid and uid == note.uid else _reply_uid(uid, reply)
        yield Wish(target("reply", known), WHOLE, plain(reply_values(uid, reply)))


def _reply_uid(note: str, reply: Reply) -> str:
    told = reply.uid or f"{reply.author}/{reply.created.isoformat()}/{reply.text}"
    return str(uuid.uuid5(CLAUSEMARK, f"{note}/{told}"))


def reply_values(note: str, reply: Reply) -> dict[str, object]:
    """Return the fields of a reply as a change keeps them."""
    seen = {} if reply.visibility is Visibility.INTERNAL else {"visibility": reply.visibility}
    return {
        "note": note, "author": reply.author, "initials": reply.initials, "text": reply.text, "created": reply.created,
        **seen,
    }  # fmt: skip
