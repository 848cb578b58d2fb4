"""Where the letters of a PDF stand on its pages, and which letter a point on a page means. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from documents.model import PolicyDocument, Span, Story
from documents.pages import PIECE, UNIT
from documents.pdf.boxes import rectangles

__all__ = ["Box", "Hit", "PaperPlaces", "Stretch", "page_named"]

Box = tuple[float, float, float, float]
_BESIDE = 44.0  # points left of a paragraph that still speak of it


@dataclass(frozen=True, slots=True)
class Stretch:
    """Letters that stand on one line: `box` in points of the page's own space, from its lower left, unrotated.

    `turn` is the direction in quarter turns against the clock; `piece` tells one line's stretch from another's.
    """

    page: int
    box: Box
    turn: int
    span: Span
    piece: int


@dataclass(frozen=True, slots=True)
class Hit:
    """The letter a point means and the gap between letters it is nearest to.

    `inside`: the point is on a line's letters. `beside`: it is left of the first line of a paragraph, near it.
    """

    point: int
    gap: int
    inside: bool
    beside: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    """A piece of the boxes, in units, as if its line ran to the right; `far` may be less than `near`."""

    index: int
    start: int
    end: int
    turn: int
    near: int
    far: int
    low: int
    high: int

    def away(self, along: float, across: float) -> tuple[float, float]:
        """How far a point is from this line across it and along it, 0 within."""
        left, right = sorted((self.near, self.far))
        return max(self.low - across, across - self.high, 0.0), max(left - along, along - right, 0.0)


@dataclass(frozen=True, slots=True)
class _Group:
    """Lines of one paragraph in one column, and the box round them in the page's own space."""

    lines: list[_Line]
    box: Box


def page_named(policy: PolicyDocument, name: str) -> int:
    """Return the page, counted from 0, that the file labels so, else the one of that number; -1 for none."""
    wanted = name.strip().casefold()
    labels = [page.label.casefold() for page in policy.pages]
    if wanted in labels:
        return labels.index(wanted)
    number = int(wanted) if wanted.isdecimal() else 0
    return number - 1 if 1 <= number <= len(labels) else -1


class PaperPlaces:
    """Answers for one policy. What is asked about a page is worked out once and kept."""

    def __init__(self, policy: PolicyDocument) -> None:
        self._policy = policy
        self._boxes = policy.boxes
        pieces = policy.boxes.pieces if policy.boxes is not None else ()
        self._starts = list(pieces[0::PIECE])
        self._pages = list(pieces[2::PIECE])
        self._runs: dict[int, list[range]] = {}
        place = 0
        for page, run in groupby(self._pages):
            count = sum(1 for _ in run)
            self._runs.setdefault(page, []).append(range(place, place + count))
            place += count
        self._lines: dict[int, list[_Line]] = {}
        self._groups: dict[int, list[_Group]] = {}
        self._main: dict[int, list[Stretch]] = {}
        self._line_ends = list(pieces[1::PIECE])
        self._line_boxes: dict[int, tuple[int, Box]] = {}

    # -- letters to places --------------------------------------------------------------------------------------

    def has_letters(self, page: int) -> bool:
        """Whether any letter of the text stands on a page."""
        return page in self._runs

    def stretches(self, span: Span) -> Iterator[Stretch]:
        """Give the parts of a span line by line, in the order of the text."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        for index in range(first, len(self._starts)):
            line = self._line(index)
            if line.start >= span.end:
                return
            yield from self._stretch(line, span)

    def stretches_on(self, page: int, span: Span) -> Iterator[Stretch]:
        """Give the parts of a span that stand on one page."""
        for run in self._runs.get(page, ()):
            starts = self._starts
            first = max(bisect_right(starts, span.start, run.start, run.stop) - 1, run.start)
            for index in range(first, run.stop):
                line = self._line(index)
                if line.start >= span.end:
                    break
                yield from self._stretch(line, span)

    def spans_on(self, page: int) -> list[Span]:
        """Return the ranges of text whose lines stand on a page: its own words, then headers and footers."""
        return [Span(self._line(run.start).start, self._line(run.stop - 1).end) for run in self._runs.get(page, ())]

    def place_of(self, point: int) -> Stretch | None:
        """Return where a letter stands; of one without a place, where the next one with a place does, else the last."""
        following = self.stretches(Span(point, len(self._policy.text)))
        found = next(following, None)
        if found is not None:
            at = max(found.span.start, point)
            letter = next(self.stretches(Span(at, at + 1)), None)
            return letter or found
        last = max(bisect_right(self._starts, point) - 1, 0)
        return next(self.stretches(Span(self._starts[last], len(self._policy.text))), None) if self._starts else None

    def line_box(self, point: int) -> tuple[int, Box] | None:
        """Return the page and box of the line a letter stands on, or the next one does; cheap, for thousands."""
        if not self._starts:
            return None
        index = max(bisect_right(self._starts, point) - 1, 0)
        if point >= self._line_ends[index] and index + 1 < len(self._starts):
            index += 1
        found = self._line_boxes.get(index)
        if found is None:
            found = self._line_boxes[index] = self._pages[index], _box(self._line(index))
        return found

    def line_of(self, point: int) -> Span | None:
        """Return the letters of the line a letter stands on."""
        place = self.place_of(point)
        if place is None:
            return None
        line = self._line(place.piece)
        first = last = place.piece
        while first > 0 and self._same_line(line, place.page, first - 1):
            first -= 1
        while last + 1 < len(self._starts) and self._same_line(line, place.page, last + 1):
            last += 1
        return Span(self._line(first).start, self._line(last).end)

    def lines_on(self, page: int) -> list[Stretch]:
        """Return the lines of the main story on a page, in the order of the text."""
        if page not in self._main:
            found = (line for line in self._lines_of(page) if self._in_main(line))
            self._main[page] = [
                Stretch(page, _box(line), line.turn, Span(line.start, line.end), line.index) for line in found
            ]
        return self._main[page]

    def _in_main(self, line: _Line) -> bool:
        block = self._policy.block_at(line.start)
        return block is None or block.story is Story.MAIN

    def _stretch(self, line: _Line, span: Span) -> Iterator[Stretch]:
        start, end = max(line.start, span.start), min(line.end, span.end)
        if start >= end:
            return
        part = Span(start, end)
        for page, *box in rectangles(self._policy, part):
            yield Stretch(page, (box[0], box[1], box[2], box[3]), line.turn, part, line.index)

    def _line(self, index: int) -> _Line:
        assert self._boxes is not None
        start, end, _, turn, near, low, high = self._boxes.pieces[index * PIECE : (index + 1) * PIECE]
        return _Line(index, start, end, turn, near, near + sum(self._boxes.advances[start:end]), low, high)

    # -- places to letters --------------------------------------------------------------------------------------

    def hit(self, page: int, x: float, y: float) -> Hit | None:
        """Return the letter at or nearest to a point of a page's own space; None on a page without letters."""
        lines = self._lines_of(page)
        if not lines:
            return None
        here = [line for line in lines if line.away(*_turned(line.turn, x, y)) == (0.0, 0.0)]
        if here:
            line = min(here, key=lambda line: _off_middle(line, x, y))
            return self._on_line(line, x, y, inside=True)
        group = min(self._groups_of(page), key=lambda group: _distance(group.box, x, y))
        line = min(group.lines, key=lambda line: line.away(*_turned(line.turn, x, y)))
        return self._on_line(line, x, y, inside=False, group=group)

    def _on_line(self, line: _Line, x: float, y: float, *, inside: bool, group: _Group | None = None) -> Hit:
        along = _turned(line.turn, x, y)[0]
        point, near, far = self._letter(line, along)
        gap = point + 1 if abs(along - far) < abs(along - near) else point
        beside = (
            group is not None
            and self._first_of_paragraph(group.lines[0], line)
            and (
                0.0 < min(line.near, line.far) - along <= _BESIDE * UNIT
                and line.away(*_turned(line.turn, x, y))[0] == 0.0
            )
        )
        return Hit(point, gap, inside, beside)

    def _first_of_paragraph(self, first: _Line, line: _Line) -> bool:
        block = self._policy.block_at(line.start)
        return first.index == line.index and block is not None and line.start <= block.span.start

    def _letter(self, line: _Line, along: float) -> tuple[int, int, int]:
        """Return the letter of a line that stands nearest to a place along it, and its two ends."""
        assert self._boxes is not None
        advances = self._boxes.advances[line.start : line.end]
        best, least = (line.start, line.near, line.near), (float("inf"), 0.0)
        for offset, near in enumerate(accumulate(advances[:-1], initial=line.near)):
            far = near + advances[offset]
            if near == far:
                continue
            away = max(min(near, far) - along, along - max(near, far), 0.0), abs((near + far) / 2 - along)
            if away < least:
                best, least = (line.start + offset, near, far), away
        return best

    def line_step(self, point: int, step: int, along: float | None = None) -> tuple[int, float]:
        """Return the letter a line further on (`step` 1) or back (-1), nearest to `along` (units), and that `along`."""
        place = self.place_of(point)
        if place is None or not self._starts:
            return point, 0.0
        line = self._line(place.piece)
        if along is None:
            near, far = _along(line.turn, place.box)
            along = (near + far) / 2 * UNIT
        other = place.piece + step
        while 0 <= other < len(self._starts) and self._same_line(line, place.page, other):
            other += step
        if not 0 <= other < len(self._starts):
            return (len(self._policy.text) if step > 0 else 0), along
        return self._letter(self._line(other), along)[0], along

    def _same_line(self, line: _Line, page: int, index: int) -> bool:
        other = self._line(index)
        return self._pages[index] == page and (other.low, other.high, other.turn) == (line.low, line.high, line.turn)

    def _lines_of(self, page: int) -> list[_Line]:
        if page not in self._lines:
            lines = (self._line(index) for run in self._runs.get(page, ()) for index in run)
            self._lines[page] = [line for line in lines if line.near != line.far]
        return self._lines[page]

    def _groups_of(self, page: int) -> list[_Group]:
        if page not in self._groups:
            self._groups[page] = list(self._grouped(self._lines_of(page)))
        return self._groups[page]

    def _grouped(self, lines: Sequence[_Line]) -> Iterator[_Group]:
        held: list[_Line] = []
        for line in lines:
            if held and not self._goes_on(held[-1], line):
                yield _Group(held, _around(held))
                held = []
            held.append(line)
        if held:
            yield _Group(held, _around(held))

    def _goes_on(self, before: _Line, line: _Line) -> bool:
        """Whether a line belongs to the same paragraph and column as the one before it: it does not jump up."""
        if before.turn != line.turn or line.low > before.high:
            return False
        return self._policy.block_at(before.start) is self._policy.block_at(line.start)


def _turned(turn: int, x: float, y: float) -> tuple[float, float]:
    """Return a point of the page in units along and across a line of that direction."""
    along, across = {1: (y, -x), 2: (-x, -y), 3: (-y, x)}.get(turn, (x, y))
    return along * UNIT, across * UNIT


def _along(turn: int, box: Box) -> tuple[float, float]:
    """Return where a box begins and ends along a line of that direction, in points."""
    x0, y0, x1, y1 = box
    return {1: (y0, y1), 2: (-x1, -x0), 3: (-y1, -y0)}.get(turn, (x0, x1))


def _off_middle(line: _Line, x: float, y: float) -> float:
    return abs(_turned(line.turn, x, y)[1] - (line.low + line.high) / 2)


def _around(lines: Sequence[_Line]) -> Box:
    boxes = [_box(line) for line in lines]
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def _box(line: _Line) -> Box:
    near, far = sorted((line.near, line.far))
    turned = {
        1: (-line.high, near, -line.low, far),
        2: (-far, -line.high, -near, -line.low),
        3: (line.low, -far, line.high, -near),
    }
    x0, y0, x1, y1 = turned.get(line.turn, (near, line.low, far, line.high))
    return x0 / UNIT, y0 / UNIT, x1 / UNIT, y1 / UNIT


def _distance(box: Box, x: float, y: float) -> float:
    across, down = max(box[0] - x, x - box[2], 0.0), max(box[1] - y, y - box[3], 0.0)
    return across * across + down * down
