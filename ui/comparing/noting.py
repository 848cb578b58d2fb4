"""Which words a note about a change goes on: those that came; where nothing came, the nearest. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotations.model import AnchorState, Note
from documents.comparing.model import Change
from documents.model import Block, PolicyDocument, Span
from ui.comparing.strips import Sides
from ui.stretches import sentence_at

__all__ = ["NotePlace", "note_numbers", "place_for"]

_STRUCK = 400
_PLACELESS = (AnchorState.LOST, AnchorState.AMBIGUOUS)


@dataclass(frozen=True, slots=True)
class NotePlace:
    """Where a note goes in the new version; `struck`: what stood there and is gone, where nothing took its place."""

    span: Span
    struck: str = ""


def place_for(change: Change, sides: Sides) -> NotePlace | None:
    """Return where a note about a change goes; None where the new version has no words at all."""
    text = sides.new.text
    came = [edit.new for edit in change.edits if edit.new.of(text).strip()]
    if came:
        return NotePlace(_trimmed(text, Span(came[0].start, max(span.end for span in came))))
    gone = " … ".join(edit.old.of(sides.old.text).strip() for edit in change.edits)
    if change.new.of(text).strip() and not gone.strip(" …"):
        return NotePlace(_trimmed(text, change.new))
    point = change.edits[0].new.start if change.edits else change.new.start
    found = _nearest(sides.new, point)
    return None if found is None else NotePlace(found, _shortened(gone or change.old.of(sides.old.text)))


def note_numbers(
    changes: Iterable[Change], sides: Sides, notes: Iterable[Note], version: str
) -> Mapping[str, tuple[int, ...]]:
    """Return the numbers of the notes on each change that has any, by the change's id."""
    standing = [
        (anchor.span, note)
        for note in notes
        for anchor in note.anchors
        if anchor.version == version and anchor.state not in _PLACELESS
    ]
    found: dict[str, tuple[int, ...]] = {}
    for change in changes if standing else ():
        place = place_for(change, sides)
        if place is not None:
            numbers = {note.number for span, note in standing if _is_about(place, span, note)}
            if numbers:
                found[change.id] = tuple(sorted(numbers))
    return found


def _is_about(place: NotePlace, span: Span, note: Note) -> bool:
    meets = span.start < place.span.end and place.span.start < span.end
    return meets and (not place.struck or place.struck in note.issue)


def _nearest(policy: PolicyDocument, point: int) -> Span | None:
    """Return the sentence a place is in, else the last one before it, else the first after it."""
    text, blocks = policy.text, [block for block in policy.blocks if block.span.of(policy.text).strip()]
    at = bisect_right(blocks, point, key=lambda block: block.span.start) - 1
    block: Block | None = blocks[max(at, 0)] if blocks else None
    if block is None:
        return None
    if at >= 0 and point == block.span.start and at > 0 and block.story == blocks[at - 1].story:
        block = blocks[at - 1]
    inside = min(max(point, block.span.start), block.span.end)
    behind = len(text[block.span.start : inside].rstrip())
    found = sentence_at(text, block.span.start + max(0, behind - 1), block.span)
    return found if len(found) else _trimmed(text, block.span)


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _shortened(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _STRUCK else f"{line[:_STRUCK]} …"
