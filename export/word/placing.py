"""Where each note's comments go in a Word file, and why one stands elsewhere than on its words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from itertools import takewhile

from annotations.model import Anchor, AnchorState, Note
from documents.model import PolicyDocument, Span
from export.word.base import Base

__all__ = ["Place", "Places"]

_UNPLACED = {AnchorState.LOST: "lost", AnchorState.AMBIGUOUS: "ambiguous"}


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the file's text that a comment goes on; `why` and the `words` it is about when it is elsewhere."""

    span: Span
    part: str
    why: str = ""
    words: str = ""

    @property
    def gone(self) -> bool:
        """Whether the words it is about are not in the text."""
        return self.why in {"lost", "other_version", "ambiguous", "differs"}


class Places:
    """Finds places in one file for the notes of one version."""

    def __init__(self, base: Base, policy: PolicyDocument, version: str, moved: Callable[[Span], Span | None]) -> None:
        self._base = base
        self._version = version
        self._moved = moved
        self._letters = [letter for letter in base.letters if letter.end > letter.start]
        self.first = self._first_paragraph()
        self.title = self._title(policy)

    def of(self, note: Note) -> tuple[Place, ...]:
        """Return a place for each anchor of a note; one on the title for a note without."""
        if not note.anchors:
            return (self.title,)
        anchors = [anchor for anchor in note.anchors if anchor.version == self._version]
        if not anchors:
            return tuple(self._on_title("other_version", anchor) for anchor in _latest(note))
        return tuple(self._of_anchor(anchor) for anchor in anchors)

    def _of_anchor(self, anchor: Anchor) -> Place:
        if anchor.state in _UNPLACED:
            return self._on_title(_UNPLACED[anchor.state], anchor)
        span = self._moved(anchor.span)
        if span is None or span.of(self._base.text) != anchor.exact:
            return self._on_title("differs", anchor)
        part = self._part_at(span.start)
        if part not in self._base.trees:
            return Place(self.first.span, self.first.part, "header", anchor.exact)
        return Place(span, part, words=anchor.exact)

    def _on_title(self, why: str, anchor: Anchor) -> Place:
        return Place(self.title.span, self.title.part, why, anchor.exact)

    def _part_at(self, position: int) -> str:
        index = bisect_right(self._letters, position, key=lambda letter: letter.end)
        if index < len(self._letters):
            return self._letters[index].part
        return self._base.package.main

    def _title(self, policy: PolicyDocument) -> Place:
        block = policy.title_block
        span = self._moved(block.span) if block is not None else None
        if block is None or span is None or span.of(self._base.text) != block.span.of(policy.text):
            return self.first
        part = self._part_at(span.start)
        return Place(span, part) if part == self._base.package.main and len(span) else self.first

    def _first_paragraph(self) -> Place:
        """The first paragraph of the main text that holds a letter; else a point."""
        main = self._base.package.main
        letters = [letter for letter in self._letters if letter.part == main]
        if not letters:
            return Place(Span(0, 0), main)
        own = takewhile(lambda letter: letter.paragraph is letters[0].paragraph, letters)
        return Place(Span(letters[0].start, max(letter.end for letter in own)), main)


def _latest(note: Note) -> tuple[Anchor, ...]:
    """The anchors of the last version that a note has any on."""
    version = note.anchors[-1].version
    return tuple(anchor for anchor in note.anchors if anchor.version == version)
