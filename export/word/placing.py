"""Where each note's comments go in a Word file, and why one stands elsewhere than on its words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from itertools import takewhile

from lxml import etree

from annotations.model import Anchor, AnchorState, Note
from documents.model import PolicyDocument, Span, Story
from export.word.base import Base
from export.word.note_marks import NoteMarks
from export.word.runs import Letters

__all__ = ["Place", "Places"]

_UNPLACED = {AnchorState.LOST: "lost", AnchorState.AMBIGUOUS: "ambiguous"}


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the file's text that a comment goes on; `why` when it is elsewhere than the `words` it is about.

    `mark` is the mark of a footnote or endnote in the main text, for a comment that hangs on it and not on the span.
    """

    span: Span
    part: str
    why: str = ""
    words: str = ""
    mark: etree._Element | None = None

    @property
    def gone(self) -> bool:
        """Whether the words it is about are not in the text."""
        return self.why in {"lost", "other_version", "ambiguous", "differs"}


class Places:
    """Finds places in one file for the notes of one version."""

    def __init__(self, base: Base, policy: PolicyDocument, version: str, moved: Callable[[Span], Span | None]) -> None:
        self._base = base
        self._policy = policy
        self._version = version
        self._moved = moved
        self._letters = [letter for letter in base.letters if letter.end > letter.start]
        self._note_marks = NoteMarks(base.trees[base.package.main])
        self.first = self._first_paragraph()
        self.title = self._title(policy)
        self.put_in: dict[str, Place] = {}  # by note: clauses that stand in this file alone
        self.tracked: set[tuple[str, Span]] = set()  # notes, and where their wording is a recorded change

    def of(self, note: Note) -> tuple[Place, ...]:
        """Return a place for each anchor of a note; one on the title for a note without, unless it puts words in."""
        put_in = self.put_in.get(note.uid)
        if put_in is not None:
            return (*self._of_anchors(note), put_in) if note.anchors else (put_in,)
        return self._of_anchors(note) if note.anchors else (self.title,)

    def _of_anchors(self, note: Note) -> tuple[Place, ...]:
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
        main = self._base.package.main
        letter = self._letter_at(span.start)
        if letter is None or letter.part == main:
            return Place(span, main, words=anchor.exact)
        mark = self._note_marks.of(letter.paragraph)
        if mark is not None:
            return Place(span, main, "footnote", anchor.exact, mark)
        block = self._policy.block_at(anchor.start)
        why = "inserted_file" if block is not None and block.story is Story.MAIN else "header"
        return Place(self.first.span, self.first.part, why, anchor.exact)

    def _on_title(self, why: str, anchor: Anchor) -> Place:
        return Place(self.title.span, self.title.part, why, anchor.exact)

    def _letter_at(self, position: int) -> Letters | None:
        index = bisect_right(self._letters, position, key=lambda letter: letter.end)
        return self._letters[index] if index < len(self._letters) else None

    def _title(self, policy: PolicyDocument) -> Place:
        block = policy.title_block
        span = self._moved(block.span) if block is not None else None
        if block is None or span is None or span.of(self._base.text) != block.span.of(policy.text):
            return self.first
        letter = self._letter_at(span.start)
        stands = letter is not None and letter.part == self._base.package.main and len(span)
        return Place(span, self._base.package.main) if stands else self.first

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
