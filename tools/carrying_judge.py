"""A slow and careful judge of where words went between two texts; it shares no code with what carries notes.

Sentences are aligned by difflib, then the words of those that changed. What the judge cannot tell it leaves out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from difflib import SequenceMatcher
from itertools import accumulate

__all__ = ["Judge", "coverage", "words_of"]

_WORD = re.compile(r"[^\W\d_\u2e80-\U0003ffff]+|\d+|\s+|.", re.DOTALL)
_SENTENCE = re.compile(r".*?(?:[.!?;。！？；]\s*|\n+|$)", re.DOTALL)
_EFFORT = 30_000_000
_GONE = 0.6
_HALF = 0.5
_TWICE = 2.0
_MANY = 50

Place = tuple[int, int]
Block = tuple[int, int, int]


def words_of(text: str) -> list[Place]:
    """Return where the words of a text are, each hanzi by itself, without white space."""
    return [(found.start(), found.end()) for found in _WORD.finditer(text) if not found.group().isspace()]


def coverage(text: str, quote: str) -> float:
    """Return the most groups of four letters of a quote that stand near each other in a text, as a share of all."""
    wanted = {quote[at : at + 4] for at in range(len(quote) - 3)}
    if not wanted:
        return float(quote in text)
    width, best, held = int(len(quote) * 1.5) + 4, 0, Counter[str]()
    for at in range(len(text) - 3):
        if (group := text[at : at + 4]) in wanted:
            held[group] += 1
        if at >= width and (left := text[at - width : at - width + 4]) in wanted:
            held[left] -= 1
            if not held[left]:
                del held[left]
        best = max(best, len(held))
    return best / len(wanted)


class Judge:
    """Says of a place of the old text what became of it: its class, and where it is now."""

    def __init__(self, old: str, new: str, *, east_asian: bool) -> None:
        self._old, self._new = old, new
        self._blocks = _blocks(old, new)
        self._starts = [block[0] for block in self._blocks]
        self._around = 10 if east_asian else 24
        self._firm = 4 if east_asian else 8

    def judge(self, start: int, end: int) -> tuple[str, Place | None]:
        """Return the class, "" for what cannot be told, and the place."""
        quote = self._old[start:end]
        times = _count(self._old, quote), _count(self._new, quote)
        index = max(0, bisect_right(self._starts, start) - 1)
        if self._blocks and self._blocks[index][0] <= start and end <= sum(self._blocks[index][::2]):
            return self._stands(start, end, times, self._blocks[index])
        if times[1]:
            at = self._new.find(quote)
            return ("moved", (at, at + len(quote))) if times == (1, 1) else ("", None)
        return self._changed(start, end, index)

    def _stands(self, start: int, end: int, times: Place, block: Block) -> tuple[str, Place | None]:
        old, new, size = block
        place = new + start - old, new + end - old
        if times == (1, 1):
            return "survivor", place
        clear = start - old >= self._around or old + size - end >= self._around
        return ("repeated", place) if clear else ("", None)

    def _changed(self, start: int, end: int, index: int) -> tuple[str, Place | None]:
        parts = [
            (max(old, start), new + max(old, start) - old, min(old + size, end) - max(old, start), size)
            for old, new, size in self._blocks[index:]
            if old < end and old + size > start
        ]
        if parts and parts[0][0] == start and parts[-1][0] + parts[-1][2] == end:
            kept = sum(part[2] for part in parts) / (end - start)
            place = parts[0][1], parts[-1][1] + parts[-1][2]
            alike = _HALF <= (place[1] - place[0]) / (end - start) <= _TWICE
            if min(parts[0][3], parts[-1][3]) >= self._firm and kept >= _HALF and alike:
                return "edited", place
        return ("gone" if coverage(self._new, self._old[start:end]) < _GONE else "half"), None


def _count(text: str, words: str) -> int:
    found, at = 0, text.find(words)
    while at >= 0 and found < _MANY:
        found, at = found + 1, text.find(words, at + 1)
    return found


def _blocks(old: str, new: str) -> list[Block]:
    before, after = ([one for one in _SENTENCE.findall(text) if one] for text in (old, new))
    starts, ends = [0, *accumulate(map(len, before))], [0, *accumulate(map(len, after))]
    found: list[Block] = []
    for kind, one, until, other, to in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append((starts[one], ends[other], starts[until] - starts[one]))
        elif kind == "replace":
            found += _within(old, new, (starts[one], starts[until]), (ends[other], ends[to]))
    return _joined(found)


def _within(old: str, new: str, here: Place, there: Place) -> list[Block]:
    before, after = _WORD.findall(old[slice(*here)]), _WORD.findall(new[slice(*there)])
    if len(before) * len(after) > _EFFORT:
        return []
    starts, ends = list(accumulate([here[0], *map(len, before)])), list(accumulate([there[0], *map(len, after)]))
    matched = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    return [(starts[one], ends[other], starts[one + size] - starts[one]) for one, other, size in matched if size]


def _joined(blocks: list[Block]) -> list[Block]:
    joined: list[Block] = []
    for old, new, size in blocks:
        if joined and joined[-1][0] + joined[-1][2] == old and joined[-1][1] + joined[-1][2] == new:
            joined[-1] = (joined[-1][0], joined[-1][1], joined[-1][2] + size)
        else:
            joined.append((old, new, size))
    return joined
