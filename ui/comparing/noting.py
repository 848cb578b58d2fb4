"""Which words a note about a change goes on: those that came; where nothing came, the nearest. Pure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from annotations.model import AnchorState, Note
from documents.comparing.model import Change
from documents.model import Span
from ui.comparing.change_words import on_one_line
from ui.comparing.strips import Sides
from ui.stretches import sentence_at

__all__ = ["NotePlace", "NotePlaces"]

_STRUCK = 400
_PLACELESS = (AnchorState.LOST, AnchorState.AMBIGUOUS)


@dataclass(frozen=True, slots=True)
class NotePlace:
    """Where a note goes in the new version; `struck`: what stood there and is gone, where nothing took its place."""

    span: Span
    struck: str = ""


class NotePlaces:
    """The places of the changes between two texts; each is found once, when it is first asked for."""

    def __init__(self, sides: Sides) -> None:
        self._sides = sides
        text = sides.new.text
        self._blocks = [block for block in sides.new.blocks if block.span.of(text).strip()]
        self._found: dict[str, NotePlace | None] = {}

    def place_for(self, change: Change) -> NotePlace | None:
        """Return where a note about a change goes; None where the new version has no words at all."""
        if change.id not in self._found:
            self._found[change.id] = self._find(change)
        return self._found[change.id]

    def numbers(self, changes: Iterable[Change], notes: Iterable[Note], version: str) -> dict[str, tuple[int, ...]]:
        """Return the numbers of the notes on each change that has any, by the change's id."""
        standing = [
            (anchor.span, note)
            for note in notes
            for anchor in note.anchors
            if anchor.version == version and anchor.state not in _PLACELESS
        ]
        found: defaultdict[str, set[int]] = defaultdict(set)
        order = self._in_order(changes) if standing else []
        starts = [place.span.start for place, _change in order]
        reach = list(accumulate((place.span.end for place, _change in order), max))
        for span, note in standing:
            at = bisect_left(starts, span.end) - 1
            while at >= 0 and reach[at] > span.start:
                place, change = order[at]
                if place.span.end > span.start and (not place.struck or place.struck in note.issue):
                    found[change].add(note.number)
                at -= 1
        return {change: tuple(sorted(numbers)) for change, numbers in found.items()}

    def _in_order(self, changes: Iterable[Change]) -> list[tuple[NotePlace, str]]:
        placed = ((self.place_for(change), change.id) for change in changes)
        return sorted(((place, uid) for place, uid in placed if place is not None), key=lambda one: one[0].span)

    def _find(self, change: Change) -> NotePlace | None:
        old, text = self._sides.old.text, self._sides.new.text
        came = [edit.new for edit in change.edits if edit.new.of(text).strip()]
        if came:
            return NotePlace(_trimmed(text, Span(came[0].start, max(span.end for span in came))))
        gone = " … ".join(edit.old.of(old).strip() for edit in change.edits)
        if change.new.of(text).strip() and not gone.strip(" …"):
            return NotePlace(_trimmed(text, change.new))
        found = self._nearest(change.edits[0].new.start if change.edits else change.new.start)
        return None if found is None else NotePlace(found, on_one_line(gone or change.old.of(old), _STRUCK))

    def _nearest(self, point: int) -> Span | None:
        """Return the sentence a place is in, else the last one before it, else the first after it."""
        text, blocks = self._sides.new.text, self._blocks
        at = bisect_right(blocks, point, key=lambda block: block.span.start) - 1
        if not blocks:
            return None
        block = blocks[max(at, 0)]
        if at > 0 and point == block.span.start and block.story == blocks[at - 1].story:
            block = blocks[at - 1]
        inside = min(max(point, block.span.start), block.span.end)
        behind = len(text[block.span.start : inside].rstrip())
        found = sentence_at(text, block.span.start + max(0, behind - 1), block.span)
        return found if len(found) else _trimmed(text, block.span)


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))
