"""Word by word: which words of two wordings stand in both, and what a reader should see as one edit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate
from typing import Final, NamedTuple

__all__ = ["Swap", "swaps", "tokens"]

_MARKS: Final = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0903\u093a-\u094f"
    "\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a4d\u0b82-\u0bcd\u0e31-\u0e3a\u0e47-\u0e4e\u20d0-\u20ff\u200c\u200d"
)
_EACH: Final = "\u2e80-\u30a0\u30fb\u3100-\ua63f\uf900-\ufaff\U00020000-\U0003ffff"  # written without spaces
_LETTER: Final = rf"(?:[^\W_{_EACH}\u30a1-\u30ff]|[{_MARKS}])"
_TOKEN: Final = re.compile(
    rf"(?:https?://|www\.)[!-~]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    rf"|\d+(?:[.,:/-]\d+)*[%％‰]?(?!{_LETTER})[年月日号號天时時分秒周歲岁元万萬亿億名个個倍次条條款]?"
    rf"|{_LETTER}+(?:['’\-]{_LETTER}+)*|[\u30a1-\u30fa\u30fc-\u30ff]+|\n|[^\S\n]+|.",
    re.DOTALL,
)
_EFFORT: Final = 40_000  # of words times words that are compared in full
_TINY: Final = 2
_SHORT: Final = 3
_ALIKE: Final = 0.3  # of the letters of two wordings, below which one replaces the other whole


class Swap(NamedTuple):
    """Letters from `start` to `end` of the old wording that those from `to` to `until` of the new one stand for."""

    start: int
    end: int
    to: int
    until: int


def tokens(text: str) -> list[str]:
    """Return words, numbers with their unit, each hanzi and sign, stretches of space; together they are the text."""
    return _TOKEN.findall(text)


def swaps(old: str, new: str) -> list[Swap]:
    """Return the edits from one wording to another, in order, without crumbs between them."""
    if old == new:
        return []
    before, after = tokens(old), tokens(new)
    starts, ends = [0, *accumulate(map(len, before))], [0, *accumulate(map(len, after))]
    found = [
        Swap(starts[one], starts[two], ends[three], ends[four])
        for one, two, three, four in _between(list(_equal(before, after)), len(before), len(after))
    ]
    return _readable(found, old, new)


def _between(runs: Sequence[tuple[int, int, int]], old: int, new: int) -> Iterator[tuple[int, int, int, int]]:
    one = other = 0
    for start, to, size in [*runs, (old, new, 0)]:
        if start > one or to > other:
            yield one, start, other, to
        one, other = start + size, to + size


def _equal(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield the runs of words that both have: at both ends first, then between."""
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    if head:
        yield 0, 0, head
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    if old and new:
        for one, other, size in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
            if size:
                yield head + one, head + other, size
    if tail:
        yield len(before) - tail, len(after) - tail, tail


def _common(before: Sequence[str], after: Sequence[str]) -> int:
    length = 0
    for one, other in zip(before, after, strict=False):
        if one != other:
            break
        length += 1
    return length


# -- what a reader should see -------------------------------------------------------------------------------------


def _readable(found: list[Swap], old: str, new: str) -> list[Swap]:
    kept = len(old) - sum(swap.end - swap.start for swap in found)
    if len(found) > 1 and kept < _ALIKE * min(len(old), len(new)):
        return [Swap(found[0].start, found[-1].end, found[0].to, found[-1].until)]
    joined: list[Swap] = []
    for swap in found:
        if joined and _is_crumb(old[joined[-1].end : swap.start], joined[-1], swap):
            joined[-1] = Swap(joined[-1].start, swap.end, joined[-1].to, swap.until)
        else:
            joined.append(swap)
    return joined


def _is_crumb(island: str, one: Swap, other: Swap) -> bool:
    letters = sum(letter.isalnum() for letter in island)
    near = min(_size(one), _size(other))
    return letters <= _TINY or (letters <= _SHORT * _TINY and letters * 2 <= near)


def _size(swap: Swap) -> int:
    return max(swap.end - swap.start, swap.until - swap.to)
