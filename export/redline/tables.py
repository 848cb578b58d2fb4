"""Tables of two versions as one: the rows of both in one order, what went before what came in its place. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeAlias

from documents.comparing.model import Fate
from documents.model import Block, Cell

__all__ = ["CellFate", "Paired", "with_tables"]

_Key: TypeAlias = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Paired:
    """A block of both texts, of the old one alone (DELETED) or of the new one alone (INSERTED).

    `block` is the new text's unless it went; `old` is where a cell that stays stood.
    """

    block: Block
    fate: Fate
    old: Cell | None = None


@dataclass(frozen=True, slots=True)
class CellFate:
    """What became of a cell, and of its whole row."""

    cell: Fate
    row: Fate


def with_tables(parts: Sequence[Paired]) -> tuple[list[Block], dict[int, CellFate]]:
    """Return the blocks, cells numbered by tables and rows as they stand now, and the fates of cells by their start."""
    partners = {part.old.table: part.block.cell.table for part in parts if part.old and part.block.cell}
    blocks: list[Block] = []
    fates: dict[int, CellFate] = {}
    for number, (key, group) in enumerate(groupby(parts, key=lambda part: _table(part, partners))):
        own = list(group)
        if key is None:
            blocks += [part.block for part in own]
            continue
        rows = _rows(own)
        blocks += _numbered(own, rows, number)
        for row in set(rows):
            held = [part for part, place in zip(own, rows, strict=True) if place == row]
            whole = {part.fate for part in held}
            told = whole.pop() if len(whole) == 1 else Fate.KEPT
            fates |= {part.block.span.start: CellFate(part.fate, told) for part in held}
    return blocks, fates


def _table(part: Paired, partners: dict[int, int]) -> _Key | None:
    """The table a cell goes into: the new text's, or the old one's where nothing of it stays."""
    if part.block.cell is None:
        return None
    own = part.block.cell.table
    if part.fate is not Fate.DELETED:
        return "new", own
    return ("new", partners[own]) if own in partners else ("old", own)


def _rows(parts: Sequence[Paired]) -> list[int]:
    """Return the row of each cell, counted from 0: a cell that went from a row that stays is still in it."""
    stays = {part.old.row: part.block.cell.row for part in parts if part.old and part.block.cell}
    numbers: dict[_Key, int] = {}
    return [numbers.setdefault(_row(part, stays), len(numbers)) for part in parts]


def _row(part: Paired, stays: dict[int, int]) -> _Key:
    row = part.block.cell.row if part.block.cell else 0
    if part.fate is not Fate.DELETED:
        return "new", row
    return ("new", stays[row]) if row in stays else ("old", row)


def _numbered(parts: Sequence[Paired], rows: Sequence[int], table: int) -> list[Block]:
    """Give the cells the table and rows they stand in now; one over several rows reaches as far as it did."""
    ends: dict[bool, dict[int, int]] = {True: {}, False: {}}
    for part, row in zip(parts, rows, strict=True):
        if part.block.cell is not None:
            ends[part.fate is Fate.DELETED][part.block.cell.row] = row
    made = []
    for part, row in zip(parts, rows, strict=True):
        cell = part.block.cell
        assert cell is not None
        last = _last(ends[part.fate is Fate.DELETED], cell.row + cell.row_span - 1, row)
        now = replace(cell, table=table, row=row, row_span=last - row + 1)
        made.append(replace(part.block, cell=now))
    return sorted(made, key=lambda block: block.span.start)


def _last(rows: dict[int, int], row: int, least: int) -> int:
    """The row that an old or new row is now, or the last one before it that is known."""
    known = sorted(rows)
    place = bisect_right(known, row) - 1
    return max(least, rows[known[place]]) if place >= 0 else least
