"""A paragraph that became two, and two that became one: a neighbour nobody claims, whose words the paragraph held."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from documents.comparing.units import Unit

__all__ = ["joined"]

_HELD: Final = 0.5  # of its groups of words
_FEWEST: Final = 4  # groups, below which only the very letters tell


def joined(old: Sequence[Unit], new: Sequence[Unit], stay: Sequence[tuple[int, int]]) -> list[tuple[range, range]]:
    """Return the pairs that stay as ranges, each with the neighbours it was split into or merged with."""
    taken = {one for one, _ in stay}, {other for _, other in stay}
    found: list[tuple[range, range]] = []
    for one, other in stay:
        here, there = range(one, one + 1), range(other, other + 1)
        if old[one].key != new[other].key:
            there = _grown(new, there, old[one], taken[1])
            if len(there) == 1:
                here = _grown(old, here, new[other], taken[0])
        taken[0].update(here)
        taken[1].update(there)
        found.append((here, there))
    return found


def _grown(units: Sequence[Unit], own: range, whole: Unit, taken: set[int]) -> range:
    """Return a unit with the free neighbours whose words stood in `whole` and stand in it no longer."""
    start, stop = own.start, own.stop
    while start - 1 not in taken and start > 0 and _was_in(units[start - 1], whole, units[start:stop]):
        start -= 1
    while stop not in taken and stop < len(units) and _was_in(units[stop], whole, units[start:stop]):
        stop += 1
    return range(start, stop)


def _was_in(part: Unit, whole: Unit, others: Sequence[Unit]) -> bool:
    if part.sort != whole.sort or part.is_table != whole.is_table or not part.key:
        return False
    if len(part.groups) < _FEWEST:
        return whole.letters.startswith(part.letters) or whole.letters.endswith(part.letters)
    left = part.groups & whole.groups
    for other in others:
        left = left - other.groups
    return len(left) >= _HELD * len(part.groups)
