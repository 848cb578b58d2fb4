"""Which paragraphs and cells of two policies are one another's: in place, moved, split or merged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from documents.comparing.rising import rising
from documents.comparing.units import Side, Unit

__all__ = ["Alignment", "align"]

_ALIKE: Final = 0.45
_IN_PLACE: Final = 0.25
_PAIRS: Final = 40_000


@dataclass
class Alignment:
    """`matches` rise in both: ranges of blocks that are one another's. `moves` lead from an old block to a new one."""

    matches: list[tuple[range, range]] = field(default_factory=list)
    moves: dict[int, int] = field(default_factory=dict)


def align(old: Side, new: Side) -> Alignment:
    """Return which blocks are one another's."""
    found = Alignment()
    for one, other in _pairs(old.units(), new.units()):
        _expand(found, (old, one), (new, other))
    return found


def _expand(found: Alignment, old: tuple[Side, Unit], new: tuple[Side, Unit]) -> None:
    """Add what is one another's within two units: a table row by row, cell by cell."""
    (before, one), (after, other) = old, new
    if not one.sort.endswith("cell"):
        found.matches.append((one.blocks, other.blocks))
        return
    for row, now in _pairs(before.rows(one.blocks), after.rows(other.blocks)):
        cells, present = before.cells(row.blocks), after.cells(now.blocks)
        pairs = zip(cells, present, strict=True) if len(cells) == len(present) else _pairs(cells, present)
        found.matches += [(cell.blocks, its.blocks) for cell, its in pairs]


def _pairs(old: Sequence[Unit], new: Sequence[Unit]) -> list[tuple[Unit, Unit]]:
    """Return the units that are one another's, in an order that rises in both."""
    fixed = _fixed(old, new)
    found: list[tuple[Unit, Unit]] = []
    one = other = 0
    for start, to in [*fixed, (len(old), len(new))]:
        found += _similar(old[one:start], new[other:to])
        if start < len(old):
            found.append((old[start], new[to]))
        one, other = start + 1, to + 1
    return found


def _fixed(old: Sequence[Unit], new: Sequence[Unit]) -> list[tuple[int, int]]:
    """Return the places of equal units, those that each side has once first, the others in their order between."""
    times, again = Counter(_key(unit) for unit in old), Counter(_key(unit) for unit in new)
    where = {_key(unit): place for place, unit in enumerate(new)}
    once = [
        (place, where[_key(unit)], len(unit.key) + 1)
        for place, unit in enumerate(old)
        if times[_key(unit)] == again[_key(unit)] == 1
    ]
    found: list[tuple[int, int]] = []
    one = other = 0
    for start, to in [*rising(once), (len(old), len(new))]:
        found += _counted(old, new, range(one, start), range(other, to))
        if start < len(old):
            found.append((start, to))
        one, other = start + 1, to + 1
    return found


def _counted(old: Sequence[Unit], new: Sequence[Unit], here: range, there: range) -> list[tuple[int, int]]:
    places: dict[tuple[str, str], list[int]] = {}
    for place in reversed(there):
        places.setdefault(_key(new[place]), []).append(place)
    pairs = [(place, left.pop(), len(old[place].key) + 1) for place in here if (left := places.get(_key(old[place])))]
    return rising(pairs)


def _key(unit: Unit) -> tuple[str, str]:
    return unit.sort, unit.key


def _similar(old: Sequence[Unit], new: Sequence[Unit]) -> Iterator[tuple[Unit, Unit]]:
    if not old or not new or len(old) * len(new) > _PAIRS:
        return
    least = _IN_PLACE if len(old) == len(new) == 1 else _ALIKE
    pairs: list[tuple[int, int, float]] = []
    for place, unit in enumerate(old):
        for at, other in enumerate(new):
            likeness = _likeness(unit, other)
            if likeness >= least:
                pairs.append((place, at, likeness * (len(unit.words) + len(other.words) + 1)))
    for one, two in rising(pairs):
        yield old[one], new[two]


def _likeness(one: Unit, other: Unit) -> float:
    """Return how much of what two units say is the same, from 0 to 1."""
    if one.sort != other.sort:
        return 0.0
    total = len(one.features) + len(other.features)
    return 2 * len(one.features & other.features) / total if total else 0.0
