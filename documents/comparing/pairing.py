"""Units that stay in the order of both sides: what is equal or alike and weighs most, then what lies between."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from documents.comparing.likeness import candidates, likeness
from documents.comparing.rising import rising
from documents.comparing.units import Unit

__all__ = ["pairs"]

_ALIKE: Final = 0.5  # anywhere in the text
_BETWEEN: Final = 0.35  # between two that are certain
_ALONE: Final = 0.2  # where nothing else can be meant
_HEADINGS: Final = 0.1  # the same for two headings over what stands
_WEIGHED: Final = 2_500  # pairs between two that are certain that are weighed one by one

_Fill = Callable[[Sequence[Unit], Sequence[Unit]], list[tuple[int, int]]]


def pairs(old: Sequence[Unit], new: Sequence[Unit]) -> list[tuple[int, int]]:
    """Return the places of units that are one another's, in an order that rises on both sides."""
    fixed = _through(old, new, rising(_sure(old, new)), _repeated)
    return _through(old, new, _through(old, new, fixed, _between), _alone)


def _through(
    old: Sequence[Unit], new: Sequence[Unit], fixed: Sequence[tuple[int, int]], fill: _Fill
) -> list[tuple[int, int]]:
    """Return pairs with those that are found between each two of them, and at both ends."""
    found: list[tuple[int, int]] = []
    one = other = 0
    for start, to in [*fixed, (len(old), len(new))]:
        if one < start and other < to:
            found += [(one + at, other + there) for at, there in fill(old[one:start], new[other:to])]
        if start < len(old):
            found.append((start, to))
        one, other = start + 1, to + 1
    return found


def _sure(old: Sequence[Unit], new: Sequence[Unit]) -> list[tuple[int, int, float]]:
    """Return what each side has once, and for the rest what is most like it anywhere."""
    times, again = Counter(map(_key, old)), Counter(map(_key, new))
    where = {_key(unit): place for place, unit in enumerate(new)}
    once = {place: where[_key(unit)] for place, unit in enumerate(old) if times[_key(unit)] == again[_key(unit)] == 1}
    found = [(place, to, len(old[place].key) + 1.0) for place, to in once.items()]
    taken = set(once.values())
    here = [place for place, unit in enumerate(old) if not again[_key(unit)]]
    there = [place for place, unit in enumerate(new) if place not in taken and not times[_key(unit)]]
    for place, to, share in candidates(old, new, here, there):
        if share >= _ALIKE:
            found.append((place, to, share * (len(old[place].key) + len(new[to].key)) / 2))
    return sorted(found)


def _key(unit: Unit) -> tuple[str, str]:
    return unit.sort, unit.key


def _repeated(old: Sequence[Unit], new: Sequence[Unit]) -> list[tuple[int, int]]:
    """Pair equal units that stand several times: first with first, or last with last where that pairs more."""
    forward = _counted(old, new)
    back = [(len(old) - 1 - one, len(new) - 1 - other) for one, other in _counted(old[::-1], new[::-1])][::-1]
    return back if len(back) > len(forward) else forward


def _counted(old: Sequence[Unit], new: Sequence[Unit]) -> list[tuple[int, int]]:
    places: dict[tuple[str, str], list[int]] = {}
    for place in range(len(new) - 1, -1, -1):
        places.setdefault(_key(new[place]), []).append(place)
    found = [
        (place, left.pop(), len(unit.key) + 1.0) for place, unit in enumerate(old) if (left := places.get(_key(unit)))
    ]
    return rising(found)


def _between(old: Sequence[Unit], new: Sequence[Unit]) -> list[tuple[int, int]]:
    if len(old) * len(new) > _WEIGHED:
        return []
    return rising(list(_weighed(old, new, _BETWEEN)))


def _alone(old: Sequence[Unit], new: Sequence[Unit]) -> list[tuple[int, int]]:
    if len(old) != 1 or len(new) != 1:
        return []
    least = _HEADINGS if old[0].heading and new[0].heading else _ALONE
    numbered = old[0].label and old[0].label == new[0].label and old[0].sort == new[0].sort
    return [(0, 0)] if numbered or likeness(old[0], new[0]) >= least else []


def _weighed(old: Sequence[Unit], new: Sequence[Unit], least: float) -> Iterator[tuple[int, int, float]]:
    for place, unit in enumerate(old):
        for at, other in enumerate(new):
            share = likeness(unit, other)
            if share >= least:
                yield place, at, share * (len(unit.key) + len(other.key) + 2) / 2
