"""The least that must be changed to make one text of another, by words of Latin and by characters of Chinese."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from documents.compare import common_ends

__all__ = ["Edit", "applied", "edits"]

# Numbers stay whole ("1,000.50"), so do words with an apostrophe or a hyphen; all else is one character at a time.
_WIDE: Final = "\u1100-\u11ff\u2e80-\ud7af\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
_WORD: Final = rf"(?:(?![{_WIDE}_])\w)+"
_JOINED: Final = "[\u0300-\u036f\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef]"
_TOKEN: Final = re.compile(rf"(?:\d+(?:[.,]\d+)+|{_WORD}(?:['’-]{_WORD})*|.)(?:{_JOINED}|(?<=\u200d).)*", re.DOTALL)
_LONG: Final = 3  # a longer word is worth keeping for itself, and so are three characters or short words
_SCATTERED: Final = 3  # so many changes are one, if less than a sixth of the new words stood there before
_SIXTH: Final = 6
_MOST: Final = 6_000_000  # pairs of tokens that are compared; beyond, the whole is one change


class Edit(NamedTuple):
    """The words from `start` to `end` become `words`. Offsets are code points."""

    start: int
    end: int
    words: str


def edits(old: str, new: str, at: int = 0) -> tuple[Edit, ...]:
    """Return what turns `old`, which stands at `at`, into `new`; nothing where they are the same.

    What both share stays, but for a short word or two characters between longer changes: a redline must be readable.
    The end of a paragraph stays wherever both have it.
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    lead, tail = common_ends(before, after)
    middle = slice(lead, len(before) - tail), slice(lead, len(after) - tail)
    changes = _changes(before[middle[0]], after[middle[1]])
    starts = [at]
    for token in before:
        starts.append(starts[-1] + len(token))
    return tuple(
        Edit(starts[lead + change.first], starts[lead + change.last], change.words)
        for change in _readable(changes, before[middle[0]])
    )


def applied(text: str, changes: Sequence[Edit]) -> str:
    """Return the text with the changes made; they are in order and do not overlap."""
    pieces, at = [], 0
    for change in changes:
        pieces += [text[at : change.start], change.words]
        at = change.end
    return "".join([*pieces, text[at:]])


class _Change(NamedTuple):
    """The tokens from `first` to `last` become `words`; `taken` is how many characters they are."""

    first: int
    last: int
    taken: int
    words: str

    @property
    def weight(self) -> int:
        return max(self.taken, len(self.words))


def _changes(before: Sequence[str], after: Sequence[str]) -> list[_Change]:
    if len(before) * len(after) > _MOST:
        return [_Change(0, len(before), sum(map(len, before)), "".join(after))]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return [
        _Change(first, last, sum(map(len, before[first:last])), "".join(after[start:end]))
        for kind, first, last, start, end in matcher.get_opcodes()
        if kind != "equal"
    ]


def _readable(changes: Sequence[_Change], before: Sequence[str]) -> list[_Change]:
    """Join changes between which too little stays to be worth reading."""
    joined: list[_Change] = []
    for change in changes:
        now = change
        while joined and _too_little(joined[-1], now, before):
            last = joined.pop()
            between = "".join(before[last.last : now.first])
            taken = last.taken + len(between) + now.taken
            now = _Change(last.first, now.last, taken, last.words + between + now.words)
        joined.append(now)
    return _as_one(joined, before) if _is_scattered(joined, before) else joined


def _is_scattered(changes: Sequence[_Change], before: Sequence[str]) -> bool:
    """Whether so little stays among several changes that it only tells that the same words are used."""
    if len(changes) < _SCATTERED:
        return False
    between = "".join(before[changes[0].first : changes[-1].last])
    kept = len(between) - sum(change.taken for change in changes)
    new = kept + sum(len(change.words) for change in changes)
    return "\n" not in between and kept * _SIXTH < new


def _as_one(changes: Sequence[_Change], before: Sequence[str]) -> list[_Change]:
    words, at = [], changes[0].first
    for change in changes:
        words += [*before[at : change.first], change.words]
        at = change.last
    taken = sum(map(len, before[changes[0].first : at]))
    return [_Change(changes[0].first, at, taken, "".join(words))]


def _too_little(one: _Change, other: _Change, before: Sequence[str]) -> bool:
    tokens = before[one.last : other.first]
    between = "".join(tokens)
    if "\n" in between or not (one.taken or other.taken):
        return False  # where words are only put in, nothing is struck for the eye's sake
    if not between.strip():
        return bool(one.taken and other.taken)
    worth = sum(_LONG if len(token) > _LONG else 1 for token in tokens if token.strip())
    return worth < _LONG and len(between) < min(one.weight, other.weight)
