"""What is selected on the pages of a PDF: two places between letters, moved by mouse and keys. Pure."""

from __future__ import annotations

from enum import Enum, auto

from documents.model import PolicyDocument, Span
from ui.paper_places import PaperPlaces
from ui.stretches import whole_words, word_step

__all__ = ["Motion", "PaperSelection"]


class Motion(Enum):
    """How a key moves the end of a selection."""

    PREVIOUS = auto()
    NEXT = auto()
    LINE_UP = auto()
    LINE_DOWN = auto()
    WORD_BACK = auto()
    WORD_ON = auto()
    LINE_START = auto()
    LINE_END = auto()
    START = auto()
    END = auto()


class PaperSelection:
    """`anchor` stays where it was put, `caret` moves; both count gaps between code points."""

    def __init__(self, policy: PolicyDocument, places: PaperPlaces) -> None:
        self._policy = policy
        self._places = places
        self._along: float | None = None
        self.anchor = self.caret = self._began = 0

    @property
    def span(self) -> Span | None:
        """The selected words without line feeds at their ends, None for none."""
        start, end = sorted((self.anchor, self.caret))
        text = self._policy.text
        while start < end and text[start] == "\n":
            start += 1
        while end > start and text[end - 1] == "\n":
            end -= 1
        return Span(start, end) if end > start else None

    def put(self, gap: int) -> None:
        """Select nothing and begin here."""
        self.anchor = self.caret = self._began = gap
        self._along = None

    def drag(self, gap: int) -> None:
        """Move the end that moves."""
        self.caret = gap
        self._along = None

    def drag_over(self, gap: int) -> None:
        """Move the end that moves, over whole words where the drag began inside one."""
        self.anchor, self.caret = whole_words(self._policy.text, self._began, gap)
        self._along = None

    def take(self, span: Span) -> None:
        """Select words."""
        last = len(self._policy.text)
        self.anchor, self.caret = min(span.start, last), min(span.end, last)
        self._along = None

    def flip(self) -> None:
        """Let the other end be the one that moves."""
        self.anchor, self.caret = self.caret, self.anchor

    def clear(self) -> None:
        """Select nothing; the caret stays."""
        self.anchor = self.caret

    def move(self, motion: Motion) -> None:
        """Move the end that moves by a key."""
        if motion in (Motion.LINE_UP, Motion.LINE_DOWN):
            step = 1 if motion is Motion.LINE_DOWN else -1
            letter = self.caret if self._has_place(self.caret) else max(self.caret - 1, 0)
            self.caret, self._along = self._places.line_step(letter, step, self._along)
            return
        self._along = None
        self.caret = self._moved(motion)

    def _moved(self, motion: Motion) -> int:
        text = self._policy.text
        if motion is Motion.START:
            return 0
        if motion is Motion.END:
            return len(text)
        if motion in (Motion.LINE_START, Motion.LINE_END):
            line = self._places.line_of(max(self.caret - 1, 0) if motion is Motion.LINE_END else self.caret)
            return self.caret if line is None else line.end if motion is Motion.LINE_END else line.start
        if motion in (Motion.WORD_BACK, Motion.WORD_ON):
            return word_step(text, self.caret, -1 if motion is Motion.WORD_BACK else 1)
        return self._step(-1 if motion is Motion.PREVIOUS else 1)

    def _step(self, step: int) -> int:
        """Return the gap beyond the next letter that has a place; those without are skipped."""
        gap, end = self.caret + step, len(self._policy.text)
        while 0 < gap < end and not self._has_place(gap - 1 if step > 0 else gap):
            gap += step
        return min(max(gap, 0), end)

    def _has_place(self, point: int) -> bool:
        boxes = self._policy.boxes
        return boxes is not None and 0 <= point < len(boxes.advances) and boxes.advances[point] != 0
