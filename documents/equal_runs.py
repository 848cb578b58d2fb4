"""What two texts have in common, as runs of equal letters in the order of both: the map by which places are followed.

Strong runs grow from groups of letters that each text has once, so that one of them is no accident. Between two strong
runs the words are compared one by one; what is equal there is a fine run, which says where an edge lies but never
alone that a place is the same. Nothing depends on a clock: the same texts always give the same map.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import accumulate
from typing import Final, NamedTuple

from documents.model import Span

__all__ = ["EqualRuns", "Run", "RunIndex"]

_WORDS: Final = re.compile(r"[^\W\d_\u2e80-\U0003ffff]+|\d+|[^\S\n]+|.|\n", re.DOTALL)  # each hanzi by itself
_EAST: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]")
_LOOKED_AT: Final = 6000
_SHARE: Final = 0.3
_BUCKET: Final = 6  # places whose way is this many bits alike went the same way
_FEWEST: Final = 3
_EFFORT: Final = 4_000_000  # of words times words between two strong runs that are compared


class Run(NamedTuple):
    """Equal letters: where they begin in the old text, where in the new one, how many."""

    old: int
    new: int
    size: int


def _is_east_asian(text: str) -> bool:
    """Whether a text is written in Chinese, Japanese or Korean letters, by its beginning."""
    head = text[:_LOOKED_AT]
    return len(_EAST.findall(head)) > _SHARE * len(head)


class EqualRuns:
    """The map from an old text to a new one."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        self.east_asian = _is_east_asian(new)
        self.group = 6 if self.east_asian else 12
        self._groups = _single(new, self.group)
        self.strong = RunIndex(_strong(old, new, self._groups, self.group))
        self.fine = RunIndex(list(_with_fine(self.strong.runs, old, new)))

    def image(self, span: Span) -> Span | None:
        """Return where a place stands that lies whole in one strong run, None for any other."""
        return self.strong.image(span)

    def origin(self, span: Span) -> Span | None:
        """Return the old place of a new one that lies whole in one strong run, None for any other."""
        return self.strong.origin(span)

    def elsewhere(self, span: Span) -> RunIndex | None:
        """Return the runs between a place and where most of its rare groups of letters are now; None for too few.

        That need not be in the order of the texts: a clause may have moved.
        """
        votes = Counter(
            (self._groups[group] - place) >> _BUCKET
            for place in range(span.start, span.end - self.group + 1)
            if (group := self.old[place : place + self.group]) in self._groups
        )
        if not votes:
            return None
        (bucket, most), *_ = votes.most_common(1)
        if most < _FEWEST:
            return None
        shift = bucket << _BUCKET
        start = max(0, span.start + shift - len(span) // 3)
        end = min(len(self.new), span.end + shift + len(span) // 3 + (2 << _BUCKET))
        found = _same_words(self.old[span.start : span.end], self.new[start:end])
        return RunIndex([Run(span.start + one, start + other, size) for one, other, size in found])

    def window(self, span: Span) -> Span:
        """Return where in the new text a place can lie at most, between what stands round it in both."""
        index = bisect_right(self.strong.olds, span.start) - 1
        low = 0
        if index >= 0:
            run = self.strong.runs[index]
            low = run.new + min(run.size, span.start - run.old)
        index = bisect_left(self.strong.olds, span.end)
        high = len(self.new)
        before = self.strong.runs[index - 1] if index else None
        if before is not None and before.old < span.end <= before.old + before.size:
            high = before.new + span.end - before.old
        elif index < len(self.strong.runs):
            high = self.strong.runs[index].new
        return Span(low, max(low, high))


class RunIndex:
    """Runs in order, found by place."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self.runs = tuple(runs)
        self.olds = [run.old for run in self.runs]
        self._news = [run.new for run in self.runs]

    def image(self, span: Span) -> Span | None:
        """Return the new place of an old one that lies whole in one run."""
        index = bisect_right(self.olds, span.start) - 1
        if index < 0:
            return None
        run = self.runs[index]
        if span.end > run.old + run.size:
            return None
        return Span(run.new + span.start - run.old, run.new + span.end - run.old)

    def origin(self, span: Span) -> Span | None:
        """Return the old place of a new one that lies whole in one run."""
        index = bisect_right(self._news, span.start) - 1
        if index < 0:
            return None
        run = self.runs[index]
        if span.end > run.new + run.size:
            return None
        return Span(run.old + span.start - run.new, run.old + span.end - run.new)

    def come_from(self, place: Span) -> int:
        """Return how many letters of a new place stood in the old text already."""
        first = max(0, bisect_right(self._news, place.start) - 1)
        count = 0
        for run in self.runs[first:]:
            if run.new >= place.end:
                break
            count += max(0, min(run.new + run.size, place.end) - max(run.new, place.start))
        return count

    def within(self, span: Span) -> list[Run]:
        """Return the parts of the runs that lie in an old place."""
        first = max(0, bisect_right(self.olds, span.start) - 1)
        found: list[Run] = []
        for run in self.runs[first:]:
            if run.old >= span.end:
                break
            start, end = max(run.old, span.start), min(run.old + run.size, span.end)
            if start < end:
                found.append(Run(start, run.new + start - run.old, end - start))
        return found

    def last_before(self, place: int) -> Run | None:
        """Return the last run that ends at an old place or before it."""
        index = bisect_left(self.olds, place) - 1
        while index >= 0 and self.runs[index].old + self.runs[index].size > place:
            index -= 1
        return self.runs[index] if index >= 0 else None

    def first_from(self, place: int) -> Run | None:
        """Return the first run that begins at an old place or behind it."""
        index = bisect_left(self.olds, place)
        return self.runs[index] if index < len(self.runs) else None

    def ending_at(self, place: int) -> Run | None:
        """Return the run that holds the letter before an old place, None where that letter is in no run."""
        index = bisect_left(self.olds, place) - 1
        run = self.runs[index] if index >= 0 else None
        return run if run is not None and run.old + run.size >= place else None

    def starting_at(self, place: int) -> Run | None:
        """Return the run that holds the letter behind an old place, None where that letter is in no run."""
        index = bisect_right(self.olds, place) - 1
        run = self.runs[index] if index >= 0 else None
        return run if run is not None and run.old + run.size > place else None


# -- strong runs --------------------------------------------------------------------------------------------------


def _strong(old: str, new: str, places: Mapping[str, int], length: int) -> list[Run]:
    pairs = sorted((place, places[group]) for group, place in _single(old, length).items() if group in places)
    grown = _grown(_rising(pairs), old, new, length)
    return [run for run in grown if run.size >= 2 * length - 2 or _at_an_end(run, old, new)]


def _single(text: str, length: int) -> dict[str, int]:
    """Return the groups of letters that a text has once, with where."""
    found: dict[str, int] = {}
    again: set[str] = set()
    for place in range(len(text) - length + 1):
        group = text[place : place + length]
        if group in found:
            again.add(group)
        else:
            found[group] = place
    for group in again:
        del found[group]
    return found


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest row of pairs that rise in both: patience sorting."""
    tops: list[int] = []
    piles: list[int] = []
    before: list[int] = []
    for index, (_, to) in enumerate(pairs):
        pile = bisect_left(tops, to)
        before.append(piles[pile - 1] if pile else -1)
        tops[pile : pile + 1], piles[pile : pile + 1] = [to], [index]
    found: list[tuple[int, int]] = []
    index = piles[-1] if piles else -1
    while index >= 0:
        found.append(pairs[index])
        index = before[index]
    return found[::-1]


def _grown(pairs: Sequence[tuple[int, int]], old: str, new: str, length: int) -> list[Run]:
    """Join neighbours to runs, and let each run grow as far as the letters are equal, over no other one."""
    seeds = list(_joined(Run(one, other, length) for one, other in pairs))
    grown: list[Run] = []
    for index, seed in enumerate(seeds):
        from_old, from_new = (grown[-1].old + grown[-1].size, grown[-1].new + grown[-1].size) if grown else (0, 0)
        until = seeds[index + 1] if index + 1 < len(seeds) else Run(len(old), len(new), 0)
        cut = max(0, from_old - seed.old, from_new - seed.new)
        if cut < seed.size:
            run = Run(seed.old + cut, seed.new + cut, seed.size - cut)
            grown.append(_stretched(run, (old, new), (from_old, from_new), until))
    return list(_joined(grown))


def _stretched(run: Run, texts: tuple[str, str], low: tuple[int, int], until: Run) -> Run:
    old, new = texts
    one, other, size = run
    while one > low[0] and other > low[1] and old[one - 1] == new[other - 1]:
        one, other, size = one - 1, other - 1, size + 1
    while one + size < until.old and other + size < until.new and old[one + size] == new[other + size]:
        size += 1
    return Run(one, other, size)


def _joined(runs: Iterator[Run] | Sequence[Run]) -> Iterator[Run]:
    """Yield runs, those on one line with each other that touch or overlap as one."""
    last: Run | None = None
    for run in runs:
        if last is not None and run.old - run.new == last.old - last.new and run.old <= last.old + last.size:
            last = Run(last.old, last.new, max(last.size, run.old + run.size - last.old))
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last


def _at_an_end(run: Run, old: str, new: str) -> bool:
    at_start = run.old == 0 and run.new == 0
    return at_start or (run.old + run.size == len(old) and run.new + run.size == len(new))


# -- fine runs ----------------------------------------------------------------------------------------------------


def _with_fine(strong: Sequence[Run], old: str, new: str) -> Iterator[Run]:
    """Yield all runs in order: the strong ones, and between two of them what is equal word by word."""
    return _joined(_all(strong, old, new))


def _all(strong: Sequence[Run], old: str, new: str) -> Iterator[Run]:
    one = other = 0
    for run in [*strong, Run(len(old), len(new), 0)]:
        if one < run.old and other < run.new:
            for start, to, size in _same_words(old[one : run.old], new[other : run.new]):
                yield Run(one + start, other + to, size)
        if run.size:
            yield run
        one, other = run.old + run.size, run.new + run.size


def _same_words(old: str, new: str) -> Iterator[tuple[int, int, int]]:
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    if len(before) * len(after) > _EFFORT:
        return
    starts, ends = [0, *accumulate(map(len, before))], [0, *accumulate(map(len, after))]
    for one, other, size in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        if size:
            yield starts[one], ends[other], starts[one + size] - starts[one]
