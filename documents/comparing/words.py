"""Word by word: which words of two wordings stand in both, and what a reader should see as one edit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate
from typing import Final, NamedTuple

from documents.compare import common_ends
from documents.comparing.readable import Tokens, TokenSwap, readable
from documents.comparing.rising import rising

__all__ = ["Swap", "plain", "swaps", "tokens"]

_MARKS: Final = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0903\u093a-\u094f"
    "\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a4d\u0b82-\u0bcd\u0e31-\u0e3a\u0e47-\u0e4e\u20d0-\u20ff\u200c\u200d"
)
_EACH: Final = "\u2e80-\u30a0\u30fb\u3100-\ua63f\uf900-\ufaff\uff01-\uff65\U00020000-\U0003ffff"  # without spaces
_KATAKANA: Final = "\u30a1-\u30fa\u30fc-\u30ff\uff66-\uff9f"
_LETTER: Final = rf"(?:[^\W_{_EACH}{_KATAKANA}]|[{_MARKS}])"
_UNIT: Final = "[年月日天号號时時点點分秒周週岁歲元円万萬亿億名个個倍次条條款项項章页頁%％‰]"
_TOKEN: Final = re.compile(
    rf"(?:https?://|www\.)[!-~]*[\w/#&=+-]|[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    rf"|\d+(?:[.,:/-]\d+)*(?!{_LETTER})(?:[ \u3000\xa0]?{_UNIT})?"
    rf"|{_LETTER}+(?:['’.\-]{_LETTER}+)*|[{_KATAKANA}]+|\n|[^\S\n]+|.",
    re.DOTALL,
)
_EFFORT: Final = 250_000  # of words times words that are compared in full
_GROUP: Final = 3  # words next to each other that are no accident where each wording has them once


class Swap(NamedTuple):
    """Letters from `start` to `end` of the old wording that those from `to` to `until` of the new one stand for."""

    start: int
    end: int
    to: int
    until: int


def tokens(text: str) -> list[str]:
    """Return words, numbers with their unit, each hanzi and sign, stretches of space; together they are the text."""
    return _TOKEN.findall(text)


def plain(token: str) -> str:
    """Return a word as it counts: 30 日 is 30日, and capital letters are no other word."""
    return "".join(token.split()).casefold() or token


def swaps(old: str, new: str) -> list[Swap]:
    """Return the edits from one wording to another, in order, without crumbs between them.

    Words in other capital letters, and figures set off from their unit, are edits of their own: a clause written large
    is not written anew.
    """
    if old == new:
        return []
    both = Tokens(tokens(old), tokens(new))
    found = list(_edits(both, _equal([*map(plain, both.old)], [*map(plain, both.new)])))
    starts, ends = [0, *accumulate(map(len, both.old))], [0, *accumulate(map(len, both.new))]
    return [Swap(starts[one.start], starts[one.end], ends[one.to], ends[one.until]) for one in readable(found, both)]


def _edits(both: Tokens, runs: Iterable[tuple[int, int, int]]) -> Iterator[TokenSwap]:
    """Yield what is not equal, and between that what is equal but for its capital letters."""
    one = other = 0
    for start, to, size in [*runs, (len(both.old), len(both.new), 0)]:
        if start > one or to > other:
            yield TokenSwap(one, start, other, to)
        for at in range(size):
            if both.old[start + at] != both.new[to + at]:
                yield TokenSwap(start + at, start + at + 1, to + at, to + at + 1, form=True)
        one, other = start + size, to + size


# -- what is equal ------------------------------------------------------------------------------------------------


def _equal(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield the runs of words that both have: at both ends first, then between."""
    head, tail = common_ends(before, after)
    if head:
        yield 0, 0, head
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    for one, other, size in _matching(old, new):
        yield head + one, head + other, size
    if tail:
        yield len(before) - tail, len(after) - tail, tail


def _matching(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    if len(old) * len(new) <= _EFFORT:
        yield from _in_full(old, new)
        return
    one = other = 0
    for start, to in [*_anchors(old, new), (len(old), len(new))]:
        for at, there, size in _in_full(old[one:start], new[other:to]):
            yield one + at, other + there, size
        if start < len(old):
            yield start, to, 1
        one, other = start + 1, to + 1


def _in_full(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    if not old or not new or len(old) * len(new) > _EFFORT:
        return
    for one, other, size in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        if size:
            yield one, other, size


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Return places where groups of words begin that each wording has once, in the order of both."""
    before, after = _once(old), _once(new)
    return rising([(place, after[group], 1) for group, place in before.items() if group in after])


def _once(words: Sequence[str]) -> dict[tuple[str, ...], int]:
    found: dict[tuple[str, ...], int] = {}
    again: set[tuple[str, ...]] = set()
    for place in range(len(words) - _GROUP + 1):
        group = tuple(words[place : place + _GROUP])
        if group in found:
            again.add(group)
        found[group] = place
    return {group: place for group, place in found.items() if group not in again}
