"""Versions of a document: a new one, and the notes carried to it where their words stand."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Mapping as TypingMapping
from dataclasses import dataclass, field, replace

from annotations.adding import Prepared, Received
from annotations.anchors import describe, lost
from annotations.carry import PLACELESS, WORSE, CarriedNote, carried_notes
from annotations.following import Follower, follower_between
from annotations.history import WHOLE
from annotations.incoming_notes import CLAUSEMARK
from annotations.journal import Journal, Wish
from annotations.model import Anchor, AnchorState, Document, Note
from annotations.passage import Passage
from annotations.past import folded
from annotations.rows import target
from annotations.settled import Settled, without
from annotations.shelf import Shelf
from documents.compare import Mapping, compare
from documents.model import PolicyDocument, Revision, Span, Story

__all__ = [
    "Came",
    "Carried",
    "NewVersion",
    "Told",
    "add_version",
    "carried_wishes",
    "is_alike",
    "keep_bytes",
    "new_version",
    "same_text",
    "version_wishes",
]

_ALIKE = 0.3  # of two texts that one is a version of the other
_BODY = (Story.MAIN, Story.FOOTNOTE, Story.ENDNOTE)


@dataclass(frozen=True, slots=True)
class Told:
    """What a file that came back tells of where words went, besides its text.

    `settled` is that text without our waiting redrafts; `accepted` leads from a note and its old place to what replaced
    the words; `commented` from a note and the ordinal of its place to where its own comment stands, on words that are,
    or in an older version were, its own.
    """

    settled: Settled
    accepted: TypingMapping[tuple[str, Span], Span] = field(default_factory=dict)
    commented: TypingMapping[tuple[str, int], Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Came:
    """A file to be kept as a version: what it was read as, its bytes, how it came; and what leads there, if known."""

    policy: PolicyDocument
    data: bytes
    told: Received
    follower: Follower | None = None


@dataclass(frozen=True, slots=True)
class NewVersion:
    """A version to be, and the text it is read as."""

    uid: str
    text: str
    file_name: str
    prepared: Prepared


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of a note on a new version: its worst state; `edited` are (old words, new words) of those changed,
    `lost` are the words that have no place there any more, `struck` those that only a waiting redraft of ours strikes.
    """

    note: str
    state: AnchorState
    edited: tuple[tuple[str, str], ...] = ()
    lost: tuple[str, ...] = ()
    struck: tuple[str, ...] = ()


def new_version(document: Document, text: str, file_name: str, prepared: Prepared) -> NewVersion:
    """Return the version that a file would be; the same file read the same way is always the same version."""
    read_as = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    uid = str(uuid.uuid5(CLAUSEMARK, f"version/{document.uid}/{prepared.sha256}/{read_as}"))
    return NewVersion(uid, text, file_name, prepared)


def is_alike(one: str, other: str) -> bool:
    """Whether one text may be a version of the other."""
    kept = sum(length for _, _, length in compare(one, other).stretches)
    return kept >= _ALIKE * max(len(one), len(other))


def same_text(one: PolicyDocument, other: PolicyDocument, waiting: Sequence[Revision] = ()) -> bool:
    """Whether what came back as `one` says what `other` says, but for the changes `waiting` in it.

    Empty lines and the width of spaces are nothing to a reader. Programs write headers and footers as often as they
    like, with the page's number as it stands; and a Word file made of another format has feet of its own.
    """
    if one.text == other.text:
        return True
    (text, sides), (standing, others) = _parted(one, waiting), _parted(other)
    if one.format == other.format and set(_lines(sides)) != set(_lines(others)):
        return False
    return _lines(text) == _lines(standing)


def _parted(policy: PolicyDocument, waiting: Sequence[Revision] = ()) -> tuple[str, str]:
    """Return the text, and what stands behind it without figures: headers, footers, and boxes in them.

    Both as they were before the changes `waiting` in them. A paragraph that is struck whole is of no story any more:
    the last of the text may be there in a change alone.
    """
    beside = [block.span for block in policy.blocks if block.story not in _BODY]
    own = [one for one in waiting if not any(span.start <= one.span.start <= span.end for span in beside)]
    ends = [block.span.end for block in policy.blocks if block.story in _BODY]
    at = max([*ends, *(change.span.end for change in own)], default=len(policy.text))
    inside = [change for change in waiting if change.span.end <= at]
    behind = [
        replace(change, span=Span(change.span.start - at, change.span.end - at))
        for change in waiting
        if change.span.end > at
    ]
    sides = without(policy.text[at:], behind)
    return without(policy.text[:at], inside), "".join(letter for letter in sides if not letter.isdigit())


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


def version_wishes(journal: Journal, document: Document, made: NewVersion, told: Received) -> Iterator[Wish]:
    """Give the changes that show a version: made, or shown again if it was taken away."""
    name = target("version", made.uid)
    if journal.changes_of(name):
        yield Wish(name, "removed", after=None)
        return
    yield Wish(
        name,
        WHOLE,
        {
            "document": document.uid,
            "number": document.latest.number + 1,
            "file_name": made.file_name,
            "sha256": made.prepared.sha256,
            "received": journal.clock(),
            **told.fields(),
        },
    )


def add_version(
    journal: Journal, shelf: Shelf, document: Document, made: NewVersion, came: Came
) -> tuple[CarriedNote, ...]:
    """Keep a version and carry the notes of the latest to it, as one group; nothing where it is there already."""
    if any(version.uid == made.uid for version in document.versions):
        return ()
    latest = document.latest.uid
    before, follower = shelf.policy(latest), came.follower
    if follower is None or (follower.old, follower.new) != (before.text, made.text):
        follower = follower_between(before, came.policy)
    carried = list(carried_notes(shelf.notes(document.uid), latest, made.uid, follower))
    wishes = [*version_wishes(journal, document, made, came.told), *(wish for wish, _ in carried)]
    journal.write(wishes, also=lambda: keep_bytes(journal, made, came.policy, came.data))
    return tuple(one for _, one in carried)


def keep_bytes(journal: Journal, made: NewVersion, policy: PolicyDocument, data: bytes) -> None:
    """Keep the bytes of a version and what they are read as."""
    journal.store.keep_original(made.prepared.sha256, data)
    journal.store.keep_reading(made.uid, policy.reader, policy.reader_version, made.prepared.reading)


def carried_wishes(
    notes: Iterable[Note], old: str, old_text: str, made: NewVersion, told: Told | None = None
) -> Iterator[tuple[Wish, Carried]]:
    """Give for each note with words on version `old` its anchors on the new one, and what became of it."""
    told = told or Told(Settled(made.text, ()))
    way = _Way(compare(old_text, told.settled.text), made, told)
    for note in notes:
        standing = [anchor for anchor in note.anchors if anchor.version == old]
        if not standing or any(anchor.version == made.uid for anchor in note.anchors):
            continue
        pairs = [(anchor, way.carried(note.uid, place, anchor)) for place, anchor in enumerate(standing)]
        carried = tuple(now for _, now in pairs)
        wish = Wish(target("note", note.uid), "anchors", (*carried, *note.anchors))
        edited = tuple((was.exact, now.exact) for was, now in pairs if now.state is AnchorState.EDITED)
        gone = tuple(now.exact for was, now in pairs if now.state in PLACELESS and was.state not in PLACELESS)
        struck = tuple(words for words in gone if words in told.settled.text and words not in made.text)
        lost = tuple(words for words in gone if words not in struck)
        yield wish, Carried(note.uid, max((one.state for one in carried), key=WORSE.index), edited, lost, struck)


@dataclass(frozen=True, slots=True)
class _Way:
    """From an old version to a new one; `mapping` leads to what the new one says without our waiting redrafts."""

    mapping: Mapping
    made: NewVersion
    told: Told

    def carried(self, note: str, place: int, anchor: Anchor) -> Anchor:
        """Return an anchor on the new version."""
        passage = Passage(anchor.version, anchor.start, anchor.end)
        for state, span in self._places(note, place, anchor):
            if span is not None and (span.of(self.made.text).strip() or span.of(self.made.text) == anchor.exact):
                placed = replace(describe(self.made.text, span, self.made.uid), state=state, how="compared")
                return placed if state is AnchorState.UNCHANGED else replace(placed, passage=passage)
        gone = anchor if anchor.state in PLACELESS else lost(anchor)
        return replace(gone, version=self.made.uid, passage=passage)

    def _places(self, note: str, place: int, anchor: Anchor) -> Iterator[tuple[AnchorState, Span | None]]:
        """Give where an anchor may go, the surest first."""
        commented = self.told.commented.get((note, place))
        same = commented if commented is not None and self._is_said(anchor, commented) else None
        if anchor.state in PLACELESS:
            yield AnchorState.MOVED, commented
            return
        settled = self.told.settled
        moved, edited = self.mapping.moved(anchor.span), self.mapping.edited(anchor.span)
        yield AnchorState.EDITED, self.told.accepted.get((note, anchor.span))
        yield AnchorState.MOVED if moved is None else AnchorState.UNCHANGED, same
        yield AnchorState.UNCHANGED, None if moved is None else settled.there(moved)
        yield AnchorState.EDITED, commented
        yield AnchorState.EDITED, None if edited is None else settled.there(edited)

    def _is_said(self, anchor: Anchor, span: Span) -> bool:
        return folded(anchor.exact) in {folded(words) for words in self.told.settled.readings(span)}
