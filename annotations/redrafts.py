"""Wording we proposed as recorded changes, in a file that came back: still open, accepted or rejected. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from collections.abc import Mapping as TypingMapping
from dataclasses import dataclass, field

from annotations.model import Anchor, AnchorState, Note
from annotations.past import folded
from annotations.settled import without
from documents.compare import Mapping
from documents.model import PolicyDocument, Revision, RevisionKind, Span

__all__ = ["Compared", "Ours", "Redraft", "changes_by", "decided", "open_redrafts"]

_KINDS = (RevisionKind.INSERTED, RevisionKind.DELETED)
_PLACELESS = (AnchorState.LOST, AnchorState.AMBIGUOUS)
_DELETES = re.compile(r"[（(〔\[].*[)）〕\]]", re.DOTALL)  # wording in brackets that says that the words go


@dataclass(frozen=True, slots=True)
class Redraft:
    """What became of the wording a note proposes for one of its anchors; `span` is what stands there now.

    `anchor` is None for a clause that was put in.
    """

    note: Note
    anchor: Anchor | None
    span: Span
    accepted: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """A version by its uid and what it says, the `text` that came back, and the way between them.

    `waiting` are our changes that wait there; `waited` and `stands` all of ours that are in the version, and there.
    `commented` leads from a note and its place to where its own comment stands there.
    """

    version: str
    policy: PolicyDocument
    mapping: Mapping
    text: str
    waiting: Sequence[Revision]
    waited: Sequence[Revision] = ()
    stands: Sequence[Revision] = ()
    commented: TypingMapping[tuple[str, int], Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ours:
    """How recorded changes of ours are known: by the `names` on them, and by what they put in and strike.

    A colleague may bear one of the names, and a reviewer may write into the file by hand: what no note proposes is an
    edit of the text. `proposed` and `quoted` are the notes' wordings and words.
    """

    names: Collection[str]
    proposed: Collection[str]
    quoted: Collection[str]

    def wrote(self, revision: Revision, text: str) -> bool:
        """Whether a recorded change in `text` is a piece of wording that we proposed."""
        struck = revision.kind is RevisionKind.DELETED
        words = _letters(revision.words if struck else revision.span.of(text))
        return any(words in _letters(said) for said in (self.quoted if struck else self.proposed))


def _letters(words: str) -> str:
    """Letters and figures alone: a hyphen or a tab that is struck is not always told as the one it was."""
    return "".join(letter for letter in words if letter.isalnum())


def open_redrafts(came: PolicyDocument, standing: PolicyDocument, ours: Ours) -> tuple[Revision, ...]:
    """Return the recorded changes of ours that wait to be decided, but for those the file had before we sent it."""
    before = Counter(_key(one) for one in standing.revisions)
    found = []
    for one in changes_by(came, ours.names):
        key = _key(one)
        if before[key]:
            before[key] -= 1
        elif ours.wrote(one, came.text):
            found.append(one)
    return tuple(found)


def changes_by(policy: PolicyDocument, names: Collection[str]) -> tuple[Revision, ...]:
    """Return the words that were put in and struck by `names` as recorded changes of a file."""
    return tuple(one for one in policy.revisions if one.kind in _KINDS and one.author in names)


def _key(revision: Revision) -> tuple[object, ...]:
    return revision.kind, revision.author, revision.date[:16], revision.words, len(revision.span)


def decided(notes: Sequence[Note], tracked: Collection[tuple[str, int]], found: Compared) -> Iterator[Redraft]:
    """Give the redrafts that were accepted, and those rejected that are known to have been in the file.

    `tracked` are the notes and places whose comments say, by their mark, that the wording was a recorded change.
    """
    for note in notes:
        if note.insert_after:
            yield from _of_clause(note, tracked, found)
            continue
        placed = [a for a in note.anchors if a.version == found.version and a.state not in _PLACELESS]
        for place, anchor in enumerate(placed):
            redraft = _of_place(note, anchor, found, tracked=(note.uid, place) in tracked)
            redraft = redraft or _under_comment(note, anchor, found, found.commented.get((note.uid, place)))
            if redraft is not None:
                yield redraft


def _of_clause(note: Note, tracked: Collection[tuple[str, int]], found: Compared) -> Iterator[Redraft]:
    before, settled = folded(found.policy.text), folded(without(found.text, found.waiting))
    wordings = _wordings(note)
    if any(words in settled and words not in before for words in wordings):
        yield Redraft(note, None, Span(0, 0), accepted=True)
    elif any(uid == note.uid for uid, _ in tracked) and not any(words in folded(found.text) for words in wordings):
        yield Redraft(note, None, Span(0, 0), accepted=False)


def _of_place(note: Note, anchor: Anchor, found: Compared, *, tracked: bool) -> Redraft | None:
    wordings = _wordings(note)
    now = _now(anchor.span, found.mapping, len(found.text))
    if now is None or not wordings or not folded(anchor.exact) or _within(now, (*found.waiting, *found.stands)):
        return None
    words = folded(now.of(found.text))
    if folded(anchor.exact) in wordings:
        return _once_waiting(note, anchor, now, words) if _within(anchor.span, found.waited) else None
    if words in wordings or (tracked and not words and any(_DELETES.fullmatch(wording) for wording in wordings)):
        return Redraft(note, anchor, now, accepted=True)
    return Redraft(note, anchor, now, accepted=False) if tracked and words == folded(anchor.exact) else None


def _under_comment(note: Note, anchor: Anchor, found: Compared, span: Span | None) -> Redraft | None:
    """What our own comment tells, where the wording left too little of the paragraph to find the place by its text."""
    if span is None or _within(span, (*found.waiting, *found.stands)) or folded(anchor.exact) in _wordings(note):
        return None
    accepted = folded(span.of(found.text)) in _wordings(note)
    return Redraft(note, anchor, span, accepted=True) if accepted else None


def _once_waiting(note: Note, anchor: Anchor, now: Span, words: str) -> Redraft | None:
    """What became of wording that waited in the version itself, so that the note stands on it there."""
    if words in _wordings(note):
        return Redraft(note, anchor, now, accepted=True)
    older = {folded(one.exact) for one in note.anchors if one.version != anchor.version}
    return Redraft(note, anchor, now, accepted=False) if words in older else None


def _within(span: Span, changes: Iterable[Revision]) -> bool:
    return any(span.start <= one.span.start and one.span.end <= span.end for one in changes)


def _wordings(note: Note) -> set[str]:
    """The proposed wording in every language: which one was written depends on the policy's."""
    told = [block.get("proposed_wording", "") for block in note.translations.values()]
    return {folded(words) for words in (note.proposed_wording, *told) if words.strip()}


def _now(span: Span, mapping: Mapping, length: int) -> Span | None:
    """Return what stands between the letters that were left and right of `span`."""
    before = mapping.moved(Span(span.start - 1, span.start)) if span.start else Span(0, 0)
    after = mapping.moved(Span(span.end, span.end + 1)) or (Span(length, length) if span.end >= length else None)
    if before is None or after is None or before.end > after.start:
        return None
    return Span(before.end, after.start)
