"""Which paragraphs and cells of two policies are one another's: in place, moved, split or merged."""

from __future__ import annotations

from dataclasses import dataclass, field

from documents.comparing.moving import moved
from documents.comparing.pairing import pairs
from documents.comparing.splitting import joined
from documents.comparing.units import Side, Unit

__all__ = ["Alignment", "align"]


@dataclass
class Alignment:
    """`matches` rise in both: ranges of blocks that are one another's. `moves` are those out of their order."""

    matches: list[tuple[range, range]] = field(default_factory=list)
    moves: list[tuple[range, range]] = field(default_factory=list)


def align(old: Side, new: Side) -> Alignment:
    """Return which blocks are one another's."""
    found = Alignment()
    before, after = old.units(), new.units()
    stay = pairs(before, after)
    gone = moved(before, after, stay)
    for number, (here, there) in enumerate(joined(before, after, [*stay, *gone])):
        add = _expand if number < len(stay) else _move
        add(found, (old, before[here.start : here.stop]), (new, after[there.start : there.stop]))
    return found


def _expand(found: Alignment, old: tuple[Side, list[Unit]], new: tuple[Side, list[Unit]]) -> None:
    """Add what is one another's within units: a table row by row, cell by cell."""
    one, other = _hull(old[1]), _hull(new[1])
    if not old[1][0].is_table:
        found.matches.append((one, other))
        return
    before, after = old[0].rows(one), new[0].rows(other)
    stay = pairs(before, after)
    for place, at in moved(before, after, stay):
        _move(found, (old[0], [before[place]]), (new[0], [after[at]]))
    for place, at in stay:
        found.matches += _cells((old[0], before[place].blocks), (new[0], after[at].blocks))


def _hull(units: list[Unit]) -> range:
    return range(units[0].blocks.start, units[-1].blocks.stop)


def _cells(old: tuple[Side, range], new: tuple[Side, range]) -> list[tuple[range, range]]:
    """Return the cells of a row that are one another's: column by column where there are as many."""
    before, after = old[0].cells(old[1]), new[0].cells(new[1])
    if len(before) == len(after):
        return [(one.blocks, other.blocks) for one, other in zip(before, after, strict=True)]
    return [(before[one].blocks, after[other].blocks) for one, other in pairs(before, after)]


def _move(found: Alignment, old: tuple[Side, list[Unit]], new: tuple[Side, list[Unit]]) -> None:
    """Add the blocks of units that stand elsewhere now; of a table or a row, the cells that are one another's."""
    one, other = _hull(old[1]), _hull(new[1])
    if old[0].blocks[one.start].cell is None:
        found.moves.append((one, other))
        return
    rows, present = old[0].rows(one), new[0].rows(other)
    for place, at in pairs(rows, present):
        found.moves += _cells((old[0], rows[place].blocks), (new[0], present[at].blocks))
