"""Two texts side by side: which stretches stand in both. Paragraphs are aligned first, then characters inside them.

This is the exact half: what it maps are the very same words. Linear in the paragraphs, but for a changed one, whose
words are compared among themselves.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate
from typing import Final

from documents.model import Span

__all__ = ["Mapping", "common_ends", "compare"]

_WORDS: Final = re.compile(r"[^\W\d_\u2e80-\U0003ffff]+|\d+|\s+|.", re.DOTALL)  # each hanzi by itself
_ALIKE: Final = 0.5  # of their words two paragraphs have in common to be the same one, changed
_PAIRS: Final = 10_000  # of changed paragraphs weighed against each other between two that stand
_EFFORT: Final = 250_000  # of words times words in two paragraphs that are compared in full

Stretch = tuple[int, int, int]
"""Where a stretch that both have begins in the old, in the new, and how long it is."""


class Mapping:
    """From places in an old text to places in a new one."""

    def __init__(self, stretches: Sequence[Stretch]) -> None:
        self._stretches = _joined(stretches)
        self._starts = [stretch[0] for stretch in self._stretches]

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """What both texts have, in order: where in the old, where in the new, how long."""
        return tuple(self._stretches)

    def moved(self, span: Span) -> Span | None:
        """Return where the words of `span` stand, all of them and nothing between; None where they do not."""
        index = bisect_right(self._starts, span.start) - 1
        if index < 0:
            return None
        start, to, length = self._stretches[index]
        if span.end > start + length:
            return None
        return Span(span.start - start + to, span.end - start + to)

    def edited(self, span: Span) -> Span | None:
        """Return what stands in the new text in the place of `span`, where at least half of it stands still."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        last = bisect_left(self._starts, span.end)
        within = [cut for one in self._stretches[first:last] if (cut := _cut(one, span))]
        kept = sum(length for _, _, length in within)
        if not within or kept * 2 < len(span):
            return None
        start = within[0][1] if within[0][0] == span.start else self._end_before(span.start, within[0][1])
        end = within[-1][1] + within[-1][2]
        if within[-1][0] + within[-1][2] < span.end:
            end = self._start_after(span.end, end)
        return Span(start, end) if end - start <= 3 * len(span) else Span(within[0][1], within[-1][1] + within[-1][2])

    def _end_before(self, place: int, otherwise: int) -> int:
        index = bisect_left(self._starts, place) - 1
        if index < 0:
            return otherwise
        start, to, length = self._stretches[index]
        return to + length if start + length <= place else otherwise

    def _start_after(self, place: int, otherwise: int) -> int:
        index = bisect_left(self._starts, place)
        return self._stretches[index][1] if index < len(self._stretches) else otherwise


def compare(old: str, new: str) -> Mapping:
    """Return where the words of `old` stand in `new`. Paragraphs that are there several times are matched in order."""
    if old == new:
        return Mapping([(0, 0, len(old))])
    return Mapping(list(_stretches(old, new)))


def _joined(stretches: Sequence[Stretch]) -> list[Stretch]:
    joined: list[Stretch] = []
    for start, to, length in stretches:
        if not length:
            continue
        if joined and joined[-1][0] + joined[-1][2] == start and joined[-1][1] + joined[-1][2] == to:
            joined[-1] = (joined[-1][0], joined[-1][1], joined[-1][2] + length)
        else:
            joined.append((start, to, length))
    return joined


def _cut(stretch: Stretch, span: Span) -> Stretch | None:
    start, to, length = stretch
    first, last = max(start, span.start), min(start + length, span.end)
    return (first, first - start + to, last - first) if first < last else None


# -- paragraphs ---------------------------------------------------------------------------------------------------


def _stretches(old: str, new: str) -> Iterator[Stretch]:
    before, after = old.split("\n"), new.split("\n")
    starts, ends = _starts(before), _starts(after)
    for one, other in _paired(before, after):
        if before[one] == after[other]:
            yield starts[one], ends[other], len(before[one])
        else:
            for start, to, length in _within(before[one], after[other]):
                yield starts[one] + start, ends[other] + to, length
        if one + 1 < len(before) and other + 1 < len(after):
            yield starts[one] + len(before[one]), ends[other] + len(after[other]), 1  # its line feed


def _starts(lines: Sequence[str]) -> list[int]:
    return [0, *accumulate(len(line) + 1 for line in lines)]


def _paired(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Give the paragraphs that are one another's, in order: equal ones, and between them those that are alike."""
    one = other = 0
    for start, to in [*_equal(before, after), (len(before), len(after))]:
        for pair in _alike(before[one:start], after[other:to]):
            yield one + pair[0], other + pair[1]
        if start < len(before):
            yield start, to
        one, other = start + 1, to + 1


def _equal(before: Sequence[Hashable], after: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Return pairs of equal things in order: those there once in both first, the others between them, one to one."""
    head, tail = common_ends(before, after)
    middle = range(head, len(before) - tail), range(head, len(after) - tail)
    anchors = _in_order(_once(before, after, *middle))
    found = [(place, place) for place in range(head)]
    bounds = [*anchors, (len(before) - tail, len(after) - tail)]
    one = other = head
    for start, to in bounds:
        found += _in_order(_counted(before, after, range(one, start), range(other, to)))
        if start < len(before) - tail:
            found.append((start, to))
        one, other = start + 1, to + 1
    return found + [(len(before) - place, len(after) - place) for place in range(tail, 0, -1)]


def common_ends(before: Sequence[Hashable], after: Sequence[Hashable]) -> tuple[int, int]:
    """Return how many items two sequences share at their beginning, and how many of the rest at their end."""
    head = _common(before, after)
    return head, _common(before[head:][::-1], after[head:][::-1])


def _common(before: Sequence[Hashable], after: Sequence[Hashable]) -> int:
    length = 0
    for one, other in zip(before, after, strict=False):
        if one != other:
            break
        length += 1
    return length


def _once(before: Sequence[Hashable], after: Sequence[Hashable], old: range, new: range) -> Iterator[tuple[int, int]]:
    times, again = Counter(before[place] for place in old), Counter(after[place] for place in new)
    where = {after[place]: place for place in new}
    for place in old:
        if times[before[place]] == again[before[place]] == 1:
            yield place, where[before[place]]


def _counted(
    before: Sequence[Hashable], after: Sequence[Hashable], old: range, new: range
) -> Iterator[tuple[int, int]]:
    """Give pairs of equal things: the first with the first, the second with the second."""
    places: dict[Hashable, list[int]] = {}
    for place in reversed(new):
        places.setdefault(after[place], []).append(place)
    for place in old:
        if left := places.get(before[place]):
            yield place, left.pop()


def _in_order(pairs: Iterator[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of pairs that rise in both: patience sorting."""
    tops: list[int] = []
    piles: list[int] = []
    listed = list(pairs)
    before: list[int] = []
    for index, (_, to) in enumerate(listed):
        pile = bisect_left(tops, to)
        before.append(piles[pile - 1] if pile else -1)
        tops[pile : pile + 1], piles[pile : pile + 1] = [to], [index]
    found: list[tuple[int, int]] = []
    index = piles[-1] if piles else -1
    while index >= 0:
        found.append(listed[index])
        index = before[index]
    return found[::-1]


def _alike(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Give pairs of changed paragraphs, in order, that have at least half of their words in common."""
    if len(before) * len(after) > _PAIRS:
        return
    bags = [Counter(_WORDS.findall(line)) for line in after]
    at = 0
    for one, line in enumerate(before):
        own = Counter(_WORDS.findall(line))
        likeness = [(_likeness(own, bags[other]), -other) for other in range(at, len(after))]
        best, other = max(likeness, default=(0.0, 0))
        if best >= _ALIKE:
            yield one, -other
            at = 1 - other


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


# -- characters ---------------------------------------------------------------------------------------------------


def _within(old: str, new: str) -> Iterator[Stretch]:
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    starts = [0, *accumulate(map(len, before))]
    ends = [0, *accumulate(map(len, after))]
    for one, other, size in _same_words(before, after):
        yield starts[one], ends[other], starts[one + size] - starts[one]


def _same_words(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    head, tail = common_ends(before, after)
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    yield 0, 0, head
    if len(old) * len(new) <= _EFFORT:
        for one, other, size in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
            yield head + one, head + other, size
    else:
        for one, other in _equal(old, new):
            yield head + one, head + other, 1
    yield len(before) - tail, len(after) - tail, tail
