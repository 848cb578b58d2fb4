"""Wording we proposed as recorded changes, in a file that came back: still open, accepted or rejected. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from annotations.model import Anchor, AnchorState, Note, Status
from annotations.past import folded
from documents.compare import Mapping
from documents.model import PolicyDocument, Revision, RevisionKind, Span, Story

__all__ = ["Redraft", "decided", "open_redrafts", "without"]

_KINDS = (RevisionKind.INSERTED, RevisionKind.DELETED)
_PLACELESS = (AnchorState.LOST, AnchorState.AMBIGUOUS)
_STANDING = (Status.OPEN, Status.IN_PROGRESS)
_UNTRACKED = (Story.HEADER, Story.FOOTER, Story.TEXT_BOX)


@dataclass(frozen=True, slots=True)
class Redraft:
    """What became of the wording a note proposes for one of its anchors; `span` is what stands there now.

    `anchor` is None for a clause that was put in.
    """

    note: Note
    anchor: Anchor | None
    span: Span
    accepted: bool


def open_redrafts(came: PolicyDocument, standing: PolicyDocument, names: Collection[str]) -> tuple[Revision, ...]:
    """Return the recorded changes by `names` that wait to be decided, but for those the file had before we sent it."""
    before = Counter(_key(one) for one in standing.revisions)
    found = []
    for one in came.revisions:
        if one.kind in _KINDS and one.author in names:
            key = _key(one)
            if before[key]:
                before[key] -= 1
            else:
                found.append(one)
    return tuple(found)


def _key(revision: Revision) -> tuple[object, ...]:
    return revision.kind, revision.author, revision.date[:16], revision.words, len(revision.span)


def without(text: str, redrafts: Sequence[Revision]) -> str:
    """Return `text` as it was before `redrafts`: what they put in left out, what they took out put back."""
    pieces: list[str] = []
    at = 0
    for one in sorted(redrafts, key=lambda one: (one.span.start, one.span.end)):
        pieces += [text[at : one.span.start], one.words if one.kind is RevisionKind.DELETED else ""]
        at = max(at, one.span.end)
    return "".join([*pieces, text[at:]])


def decided(
    notes: Sequence[Note],
    standing: tuple[str, PolicyDocument],
    mapping: Mapping,
    text: str,
    waiting: Sequence[Revision],
) -> Iterator[Redraft]:
    """Give the redrafts that were accepted; and rejected ones, where others still wait, so that they were in the file.

    `standing` is the version and what it says, and `mapping` leads from that to `text`, what came back. Wording that is
    never tracked (of a settled note, in a header, a footer or a text box) is not rejected where it is not in the file.
    """
    version, before = standing[0], folded(standing[1].text)
    settled = folded(without(text, waiting))
    for note in notes:
        if note.insert_after and any(words and words in settled and words not in before for words in _wordings(note)):
            yield Redraft(note, None, Span(0, 0), accepted=True)
        for anchor in note.anchors:
            if anchor.version != version or anchor.state in _PLACELESS or not _proposes(note, anchor):
                continue
            now = _now(anchor.span, mapping, len(text))
            if now is None or any(now.start <= one.span.start and one.span.end <= now.end for one in waiting):
                continue
            if folded(now.of(text)) in _wordings(note):
                yield Redraft(note, anchor, now, accepted=True)
            elif waiting and now.of(text) == anchor.exact and _is_tracked(note, anchor, standing[1]):
                yield Redraft(note, anchor, now, accepted=False)


def _is_tracked(note: Note, anchor: Anchor, policy: PolicyDocument) -> bool:
    """Whether the wording goes out as a recorded change, if any does."""
    held = (block.span for block in policy.blocks if block.story in _UNTRACKED)
    return note.status in _STANDING and not any(span.start <= anchor.span.start < span.end for span in held)


def _proposes(note: Note, anchor: Anchor) -> bool:
    return not note.insert_after and any(_wordings(note)) and folded(anchor.exact) not in _wordings(note)


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
