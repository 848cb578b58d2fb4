"""Characters -> segments: letters that stand next to each other on one line, before anything is put in order."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from operator import sub

from documents.pdf.characters import Characters

__all__ = ["DROPPED", "Segment", "Upright", "is_space", "segments_of", "upright"]

_GAP = 0.7
_OVERLAP = 0.4
DROPPED = 1.8  # how much larger than the letters beside it a letter is that begins a paragraph and hangs into it
_LINE = re.compile(r"[^\s][^\r\n]*")  # from the first thing that can be seen


@dataclass(frozen=True, slots=True)
class Upright:
    """Boxes of a page turned so that the text of one direction runs from left to right."""

    left: array[float]
    low: array[float]
    right: array[float]
    high: array[float]


@dataclass(slots=True)
class Segment:
    """Characters `start` to `end`, in the order of the stream, and the box around those that can be seen."""

    start: int
    end: int
    x0: float
    y0: float
    x1: float
    y1: float
    size: float

    @property
    def middle(self) -> float:
        """Half its height."""
        return (self.y0 + self.y1) / 2


def upright(page: Characters, turn: int) -> Upright:
    """Return the boxes in the frame of text that runs in direction `turn` (askew text is left as it is)."""
    if turn == 1:
        return Upright(page.bottom, _negative(page.right), page.top, _negative(page.left))
    if turn == 2:  # noqa: PLR2004 - half a turn
        return Upright(_negative(page.right), _negative(page.top), _negative(page.left), _negative(page.bottom))
    if turn == 3:  # noqa: PLR2004 - downwards
        return Upright(_negative(page.top), page.left, _negative(page.bottom), page.right)
    return Upright(page.left, page.bottom, page.right, page.top)


def _negative(values: array[float]) -> array[float]:
    return array("f", [-value for value in values])


def is_space(letter: str) -> bool:
    """Whether a character is white; control characters are not: fonts without names put bullets there."""
    return letter.isspace() and (letter >= " " or letter in "\t\r\n\f\v")


def segments_of(page: Characters, frame: Upright, turn: int) -> Iterator[Segment]:
    """Yield the segments of the text that runs in direction `turn`."""
    for match in _LINE.finditer(page.letters):
        start, end = match.span()
        even = _even(page, frame, start, start + len(match[0].rstrip())) if turn == 0 else None
        if even:
            yield even
        else:
            yield from _uneven(page, frame, turn, range(start, end))


def _even(page: Characters, frame: Upright, start: int, end: int) -> Segment | None:
    """Return a line of PDFium's that is one segment, told without a look at each letter: no gap, and one height."""
    style = page.styles[start]
    single = start in page.single
    if style.turn != 0 or (not single and page.styles[start:end].count(style) != end - start):
        return None
    left, right = frame.left[start:end], frame.right[start:end]
    gaps = list(map(sub, left[1:], right[:-1])) or [0.0]
    if max(gaps) > _GAP * max(style.size, 1) or min(gaps) < -max(style.size, 1):
        return None
    if single:
        low, high = frame.low[start], frame.high[start]
        if not low < high:
            return None
        return Segment(start, end, left[0], low, right[-1], high, style.size)
    lows, highs = frame.low[start:end], frame.high[start:end]
    low, high = min(lows), max(highs)
    if not min(highs) - max(lows) >= _OVERLAP * (high - low) > 0:
        return None
    return Segment(start, end, min(left), low, max(right), high, style.size)


def _uneven(page: Characters, frame: Upright, turn: int, indexes: range) -> Iterator[Segment]:
    current: Segment | None = None
    last = 0
    for index in indexes:
        letter, style = page.letters[index], page.styles[index]
        goes_on = current is not None and style.turn == turn
        if is_space(letter) and (goes_on or not current):
            if current:
                current.end = index + 1
                last = index if frame.right[index] > frame.left[index] else last
            continue
        dropped = page.styles[last].size >= DROPPED * style.size > 0
        if current and goes_on and not dropped and _goes_on(frame, last, index, style.size):
            _take(current, frame, index)
        else:
            if current:
                yield current
            current = None if is_space(letter) or style.turn != turn else _begun(frame, index, style.size)
        last = index
    if current:
        yield current


def _begun(frame: Upright, index: int, size: float) -> Segment:
    return Segment(index, index + 1, frame.left[index], frame.low[index], frame.right[index], frame.high[index], size)


def _goes_on(frame: Upright, last: int, index: int, size: float) -> bool:
    gap = max(frame.left[index] - frame.right[last], frame.left[last] - frame.right[index])
    if gap > _GAP * max(size, 1):
        return False
    shared = min(frame.high[last], frame.high[index]) - max(frame.low[last], frame.low[index])
    least = min(frame.high[last] - frame.low[last], frame.high[index] - frame.low[index])
    return shared >= _OVERLAP * least


def _take(segment: Segment, frame: Upright, index: int) -> None:
    segment.end = index + 1
    segment.x0 = min(segment.x0, frame.left[index])
    segment.x1 = max(segment.x1, frame.right[index])
    segment.y0 = min(segment.y0, frame.low[index])
    segment.y1 = max(segment.y1, frame.high[index])
