"""What a reader should see as one edit: no crumbs between two, and the edges where the sentence has them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

__all__ = ["TokenSwap", "Tokens", "readable"]

_TINY: Final = 2  # letters between two edits that are no news
_SMALL: Final = 8  # letters that are none where both edits are twice as long
_ALIKE: Final = 0.3  # of the shorter wording must stand, else one replaces the other whole
_STOPS: Final = frozenset(".!?。！？；;…")
_PAUSES: Final = frozenset(',，、:：()（）“”"《》')


class TokenSwap(NamedTuple):
    """Words from `start` to `end` of the old wording that those from `to` to `until` of the new one stand for.

    `form`: the same words in other capital letters.
    """

    start: int
    end: int
    to: int
    until: int
    form: bool = False


@dataclass(frozen=True, slots=True)
class Tokens:
    """Two wordings, word by word."""

    old: list[str]
    new: list[str]


def readable(found: Sequence[TokenSwap], both: Tokens) -> list[TokenSwap]:
    """Return edits joined and shifted so that a lawyer can read them."""
    real = [swap for swap in found if not swap.form]
    if len(real) > 1 and _is_rewritten(real, both):
        return [TokenSwap(found[0].start, found[-1].end, found[0].to, found[-1].until)]
    alike = _joined(found, both, mixed=False)
    joined = _joined(alike, both, mixed=True)
    return [
        _shifted(swap, joined[place - 1 : place] if place else [], joined[place + 1 : place + 2], both)
        for place, swap in enumerate(joined)
    ]


def _joined(found: Sequence[TokenSwap], both: Tokens, *, mixed: bool) -> list[TokenSwap]:
    """Return edits without crumbs between them; `mixed`: those of words with those of capital letters."""
    joined: list[TokenSwap] = []
    for swap in found:
        now = swap
        while joined and (mixed or joined[-1].form == now.form) and _is_crumb(joined[-1], now, both):
            last = joined.pop()
            now = TokenSwap(last.start, now.end, last.to, now.until, last.form and now.form)
        joined.append(now)
    return joined


def _is_rewritten(found: Sequence[TokenSwap], both: Tokens) -> bool:
    """Whether so little stands of a wording that it only tells that the same small words are used."""
    old, new = _letters(both.old), _letters(both.new)
    gone = sum(_letters(both.old[swap.start : swap.end]) for swap in found)
    came = sum(_letters(both.new[swap.to : swap.until]) for swap in found)
    return min(old - gone, new - came) < _ALIKE * min(old, new)


def _is_crumb(one: TokenSwap, other: TokenSwap, both: Tokens) -> bool:
    """Whether what stands between two edits is so little that they are one."""
    island = both.old[one.end : other.start]
    if "\n" in island:
        return False
    if one.form != other.form and _size(one if one.form else other, both) > _SMALL:
        return False
    letters = _letters(island)
    if letters <= _TINY:
        return not any(word[0].isdigit() for word in island)
    return letters <= _SMALL and 2 * letters <= min(_size(one, both), _size(other, both))


def _size(swap: TokenSwap, both: Tokens) -> int:
    return max(_letters(both.old[swap.start : swap.end]), _letters(both.new[swap.to : swap.until]))


def _letters(words: Sequence[str]) -> int:
    return sum(len(word) for word in words if word[0].isalnum())


# -- edges --------------------------------------------------------------------------------------------------------


def _shifted(swap: TokenSwap, before: Sequence[TokenSwap], behind: Sequence[TokenSwap], both: Tokens) -> TokenSwap:
    """Return words that only came, or only went, cut where the sentence is: "not sell. |We may share. |Ask us"."""
    if swap.start != swap.end and swap.to != swap.until:
        return swap
    inserted = swap.start == swap.end
    words = both.new if inserted else both.old
    first, last = (swap.to, swap.until) if inserted else (swap.start, swap.end)
    low = before[0].until if inserted and before else before[0].end if before else 0
    high = behind[0].to if inserted and behind else behind[0].start if behind else len(words)
    best, at = _edges(words, first, last), 0
    for step in (-1, 1):
        by = step
        while _can_shift(words, (first, last), by, (low, high)):
            score = _edges(words, first + by, last + by)
            if score > best:
                best, at = score, by
            by += step
    return TokenSwap(swap.start + at, swap.end + at, swap.to + at, swap.until + at)


def _can_shift(words: Sequence[str], edges: tuple[int, int], by: int, room: tuple[int, int]) -> bool:
    first, last = edges[0] + by, edges[1] + by
    if first <= room[0] - (room[0] == 0) or last >= room[1] + (room[1] == len(words)):
        return False
    return words[first] == words[last] if by < 0 else words[first - 1] == words[last - 1]


def _edges(words: Sequence[str], first: int, last: int) -> int:
    return _edge(words, first) + _edge(words, last)


def _edge(words: Sequence[str], place: int) -> int:
    """Return how good a place before the word at `place` is to cut at."""
    if place in (0, len(words)) or "\n" in (words[place - 1], words[place]):
        return 5
    left, right = words[place - 1], words[place]
    if left in _STOPS or (left.isspace() and place > 1 and words[place - 2] in _STOPS):
        return 4
    if left in _PAUSES or right in _PAUSES:
        return 2
    return 1 if left.isspace() or right.isspace() else 0
