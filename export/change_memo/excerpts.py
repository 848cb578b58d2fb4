"""A change as a redline to be printed: kept, struck and inserted words, long ones by their ends. Pure.

No cut goes through a word or a number: it stands where a sentence or a phrase ends, else between words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from documents.comparing.model import Change, Comparison, Fate, Piece
from export.word.edits import edits

__all__ = ["Bit", "head_of", "redline_of", "redline_of_words", "shortened", "tail_of"]

_HANZI: Final = re.compile(r"[\u3400-\u9fff]")
_SHORT: Final = (400, 200)
"""Letters of a redline that is shown whole: of English, of Chinese."""
_AROUND: Final = (100, 50)
"""Letters shown on each side of an edit in a longer one."""
_LONG: Final = (700, 350)
"""Letters of words that came or went in one piece; longer ones are shown by their ends."""
_ENDS: Final = ((450, 150), (220, 80))
_MOST: Final = (4000, 2000)
"""Letters of one redline: what comes after is counted, not shown."""
_PHRASE: Final = re.compile(r"[，。；：、！？,;:.!?)）》”](?=\s|[\u3400-\u9fff]|$)")


class Bit(NamedTuple):
    """Some words of a redline, what became of them, and how many letters were left out after them."""

    fate: Fate
    words: str
    omitted: int = 0


def redline_of(found: Comparison, change: Change) -> tuple[Bit, ...]:
    """Return the whole redline of a change; what was moved is compared with where it stood."""
    bits: list[Bit] = []
    for place in change.rows:
        row = found.rows[place]
        made = list(_bits(found, row.inside or row.pieces))
        if bits and made:
            bits.append(Bit(Fate.KEPT, "\n"))
        bits += _stripped(made)
    return tuple(_joined(bits))


def _bits(found: Comparison, pieces: Sequence[Piece]) -> Iterator[Bit]:
    for piece in pieces:
        if piece.label and piece.fate is Fate.DELETED:
            continue
        gone = piece.fate is Fate.DELETED
        words = piece.old.of(found.old.text) if gone else piece.new.of(found.new.text)
        yield Bit(Fate.KEPT if piece.label else piece.fate, words.replace("\ufffc", ""))


def redline_of_words(old: str, new: str) -> tuple[Bit, ...]:
    """Return two wordings as one redline."""
    bits, at = [], 0
    for edit in edits(old, new):
        bits += [Bit(Fate.KEPT, old[at : edit.start]), Bit(Fate.DELETED, old[edit.start : edit.end])]
        bits.append(Bit(Fate.INSERTED, edit.words))
        at = edit.end
    return tuple(_joined([*bits, Bit(Fate.KEPT, old[at:])]))


def _stripped(bits: list[Bit]) -> list[Bit]:
    """Leave out the line ends around a row's words."""
    while bits and not bits[-1].words.strip():
        bits.pop()
    while bits and not bits[0].words.strip():
        bits.pop(0)
    if bits:
        bits[-1] = bits[-1]._replace(words=bits[-1].words.rstrip())
        bits[0] = bits[0]._replace(words=bits[0].words.lstrip())
    return bits


def _joined(bits: Iterable[Bit]) -> Iterator[Bit]:
    for fate, same in groupby((bit for bit in bits if bit.words), key=lambda bit: bit.fate):
        yield Bit(fate, "".join(bit.words for bit in same))


def shortened(bits: Sequence[Bit]) -> tuple[Bit, ...]:
    """Return a redline short enough to be read: kept words are cut to those around edits, long ones to their ends."""
    chinese = any(_HANZI.search(bit.words) for bit in bits)
    if sum(len(bit.words) for bit in bits) <= _SHORT[chinese]:
        return tuple(bits)
    last = len(bits) - 1
    made = [one for place, bit in enumerate(bits) for one in _cut(bit, chinese, place == 0, place == last)]
    return tuple(_within(made, _MOST[chinese]))


def _cut(bit: Bit, chinese: bool, first: bool, last: bool) -> Iterator[Bit]:  # noqa: FBT001 - where it stands
    """Yield one of the bits as it is shown."""
    if bit.fate is not Fate.KEPT or (first and last):
        yield from _by_ends(bit, _ENDS[chinese], _LONG[chinese])
        return
    around = _AROUND[chinese]
    before, after = (0 if first else around), (0 if last else around)
    yield from _by_ends(bit, (before, after), before + after + around // 2)


def _by_ends(bit: Bit, ends: tuple[int, int], longest: int) -> Iterator[Bit]:
    if len(bit.words) <= longest:
        yield bit
        return
    head = head_of(bit.words, ends[0]) if ends[0] else ""
    tail = tail_of(bit.words[len(head) :], ends[1]) if ends[1] else ""
    yield Bit(bit.fate, head, len(bit.words) - len(head) - len(tail))
    if tail:
        yield Bit(bit.fate, tail)


def _within(bits: Sequence[Bit], most: int) -> Iterator[Bit]:
    """Yield what fits; the rest is counted on the last one shown."""
    shown = 0
    for place, bit in enumerate(bits):
        if shown and shown + len(bit.words) > most:
            rest = sum(len(one.words) + one.omitted for one in bits[place:])
            yield Bit(Fate.KEPT, "", rest)
            return
        shown += len(bit.words)
        yield bit


def head_of(words: str, most: int) -> str:
    """Return the beginning of `words`, `most` letters or fewer, to the end of a phrase or of a word."""
    if len(words) <= most:
        return words
    ends = [found.end() for found in _PHRASE.finditer(words, 0, most + 1) if most // 2 <= found.end() <= most]
    if ends:
        return words[: ends[-1]]
    at = most
    while at > 0 and _is_whole(words[at - 1], words[at]):
        at -= 1
    return words[:at].rstrip() if at else _word_at_start(words)


def tail_of(words: str, most: int) -> str:
    """Return the end of `words`, `most` letters or fewer, from the beginning of a phrase or of a word."""
    if len(words) <= most:
        return words
    start = len(words) - most
    found = next((one for one in _PHRASE.finditer(words, start - 1) if one.end() <= start + most // 2), None)
    if found:
        return words[found.end() :].lstrip()
    while start < len(words) and _is_whole(words[start - 1], words[start]):
        start += 1
    return words[start:].lstrip()


def _word_at_start(words: str) -> str:
    """Return the first word whole, however long it is."""
    found = re.match(r"\S+", words)
    return found.group() if found else words


def _is_whole(left: str, right: str) -> bool:
    """Whether two letters beside each other belong to one word or number, so that no cut goes between them."""
    joined = ".,%‰/-–:'’_@&$€£¥￥+·％"
    digits = left.isdigit() or right.isdigit()
    if digits and not left.isspace() and not right.isspace():
        return True  # 30日, 1,000.50 and 第12条 too
    if left.isspace() or right.isspace() or _HANZI.match(left) or _HANZI.match(right):
        return False
    return (left.isalnum() or left in joined) and (right.isalnum() or right in joined)
