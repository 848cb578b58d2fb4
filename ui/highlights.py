"""Which words are marked: highlights, an index that finds those in view, and the lanes of overlapping ones."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotations.model import Severity
    from documents.model import Span

__all__ = ["HIDDEN_LANE", "Highlight", "HighlightIndex", "Placed", "note_after", "note_here"]

LANES = 2
HIDDEN_LANE = LANES


@dataclass(frozen=True, slots=True)
class Highlight:
    """The words of one anchor of a note."""

    note_uid: str
    span: Span
    severity: Severity
    number: int = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """A highlight in Qt's positions, with the lane its line runs in; `HIDDEN_LANE` has no line, it is counted."""

    start: int
    end: int
    lane: int
    highlight: Highlight

    @property
    def rank(self) -> int:
        """4 for critical down to 0 for info."""
        return self.highlight.severity.rank


class _Lane:
    """Stretches that do not overlap."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def take(self, start: int, end: int) -> bool:
        place = bisect_right(self._starts, start)
        if place and self._ends[place - 1] > start:
            return False
        if place < len(self._starts) and self._starts[place] < end:
            return False
        self._starts.insert(place, start)
        self._ends.insert(place, end)
        return True


class HighlightIndex:
    """Finds the highlights that touch a stretch: sorted by start, with a running maximum of ends."""

    def __init__(self, highlights: Iterable[tuple[int, int, Highlight]] = ()) -> None:
        """Take (Qt's start, Qt's end, highlight); what has no place in Qt is left out."""
        worst_first = sorted(
            (entry for entry in highlights if entry[1] > entry[0]),
            key=lambda entry: (-entry[2].severity.rank, entry[0], -entry[1]),
        )
        lanes = [_Lane() for _ in range(LANES)]
        placed = [Placed(start, end, _free(lanes, start, end), item) for start, end, item in worst_first]
        self._placed = sorted(placed, key=lambda item: (item.start, item.end))
        self._starts = [item.start for item in self._placed]
        self._reach = _running_maximum([item.end for item in self._placed])

    def __len__(self) -> int:
        return len(self._placed)

    def __iter__(self) -> Iterable[Placed]:
        return iter(self._placed)

    def judge(self, uid: str, severity: Severity) -> None:
        """Change the severity of a note's highlights; only those that overlap them may come into other lanes."""
        found = [number for number, item in enumerate(self._placed) if item.highlight.note_uid == uid]
        for number in found:
            known = self._placed[number]
            self._placed[number] = replace(known, highlight=replace(known.highlight, severity=severity))
        for number in found:
            self._lay_anew(self._placed[number])

    def _lay_anew(self, changed: Placed) -> None:
        """Give lanes anew to all that overlap one highlight, and to what overlaps those."""
        start, end = changed.start, changed.end
        while True:
            first, last = bisect_right(self._reach, start), bisect_left(self._starts, end)
            numbers = [number for number in range(first, last) if self._placed[number].end > start]
            low = min(self._placed[number].start for number in numbers)
            high = max(self._placed[number].end for number in numbers)
            if (low, high) == (start, end):
                break
            start, end = low, high
        lanes = [_Lane() for _ in range(LANES)]
        for number in sorted(numbers, key=lambda number: _worst_first(self._placed[number])):
            item = self._placed[number]
            self._placed[number] = replace(item, lane=_free(lanes, item.start, item.end))

    def within(self, start: int, end: int) -> list[Placed]:
        """Return what shares at least one character with the range, in order."""
        first = bisect_right(self._reach, start)
        last = bisect_left(self._starts, end)
        return [item for item in self._placed[first:last] if item.end > start]

    def at(self, position: int) -> list[Placed]:
        """Return what covers a character, innermost first; the worse first among equals."""
        covering = self.within(position, position + 1)
        return sorted(covering, key=lambda item: (item.end - item.start, -item.rank, item.highlight.number))


def _worst_first(item: Placed) -> tuple[int, int, int]:
    return -item.rank, item.start, -item.end


def note_after(covering: Iterable[Placed], current: str) -> str:
    """Return the note a click on some words chooses: the first, or the one after the current; "" for none."""
    uids = list(dict.fromkeys(item.highlight.note_uid for item in covering))
    after = uids.index(current) + 1 if current in uids else 0
    return uids[after % len(uids)] if uids else ""


def note_here(covering: Iterable[Placed], current: str) -> str:
    """Return the note that some words stand for: the current one if it covers them, else the innermost; "" for none."""
    uids = [item.highlight.note_uid for item in covering]
    return current if current in uids else next(iter(uids), "")


def _free(lanes: Sequence[_Lane], start: int, end: int) -> int:
    for number, lane in enumerate(lanes):
        if lane.take(start, end):
            return number
    return HIDDEN_LANE


def _running_maximum(values: Iterable[int]) -> list[int]:
    result: list[int] = []
    for value in values:
        result.append(max(value, result[-1]) if result else value)
    return result
