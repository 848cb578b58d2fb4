"""Units that stand elsewhere now: gone from their place, and there in another, with the very words or most of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from documents.comparing.likeness import candidates, likeness
from documents.comparing.units import Unit

__all__ = ["moved"]

_ALIKE: Final = 0.7
_HELD: Final = 0.6  # of the groups of three words of the smaller one
_LARGER: Final = 3  # times as large as the part of it that is known again
_BESIDE: Final = 0.5  # next to one that was moved
_LETTERS: Final = 12  # fewer say too little to be known again
_WORDS: Final = 8  # features of one that was moved and edited at once


def moved(old: Sequence[Unit], new: Sequence[Unit], stay: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the places of units that were moved, of those that are in no pair that stays."""
    here = set(range(len(old))) - {one for one, _ in stay}
    there = set(range(len(new))) - {other for _, other in stay}
    found: dict[int, int] = {}
    _take(found, _equal(old, new, here, there), here, there)
    long = [place for place in sorted(here) if len(old[place].features) >= _WORDS]
    alike = [
        (share, one, other)
        for one, other, share in candidates(old, new, long, sorted(there))
        if share >= _ALIKE or _is_part(old[one], new[other])
    ]
    _take(found, [(one, other) for _, one, other in sorted(alike, key=lambda told: (-told[0], *told[1:]))], here, there)
    _with_neighbours(found, (old, new), here, there)
    return sorted(found.items())


def _is_part(one: Unit, other: Unit) -> bool:
    """Whether one of two units is a good part of the other, word for word: it was split, or grew, where it stands."""
    small, large = sorted((one.groups, other.groups), key=len)
    return len(large) <= _LARGER * len(small) and len(small & large) >= _HELD * len(small) >= _HELD * _WORDS


def _take(found: dict[int, int], pairs: Sequence[tuple[int, int]], here: set[int], there: set[int]) -> None:
    for one, other in pairs:
        if one in here and other in there:
            found[one] = other
            here.discard(one)
            there.discard(other)


def _equal(
    old: Sequence[Unit], new: Sequence[Unit], here: Collection[int], there: Collection[int]
) -> list[tuple[int, int]]:
    places: dict[tuple[str, str], list[int]] = {}
    for at in sorted(there, reverse=True):
        if len(new[at].key) >= _LETTERS:
            places.setdefault((new[at].sort, new[at].key), []).append(at)
    return [(place, left.pop()) for place in sorted(here) if (left := places.get((old[place].sort, old[place].key)))]


def _with_neighbours(
    found: dict[int, int], units: tuple[Sequence[Unit], Sequence[Unit]], here: set[int], there: set[int]
) -> None:
    """Add what stands right beside something that was moved, there and here: the heading over a clause."""
    old, new = units
    waiting = list(found.items())
    while waiting:
        one, other = waiting.pop()
        for step in (-1, 1):
            pair = (one + step, other + step)
            if pair[0] in here and pair[1] in there and likeness(old[pair[0]], new[pair[1]]) >= _BESIDE:
                _take(found, [pair], here, there)
                waiting.append(pair)
