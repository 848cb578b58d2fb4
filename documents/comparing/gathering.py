"""Which rows are one change together: a clause that was put in with all below it, a row of a table with its cells."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from documents.citing import clause_at
from documents.comparing.rows import Frame
from documents.comparing.units import Side

__all__ = ["gathered"]


def gathered(laid: Sequence[Frame], sides: tuple[Side, Side]) -> list[range]:
    """Return the places of rows, those that are one change together; together they are all rows, in order."""
    found: list[range] = []
    place = 0
    while place < len(laid):
        end = _end(laid, place, sides)
        found.append(range(place, end))
        place = end
    return found


def _end(laid: Sequence[Frame], first: int, sides: tuple[Side, Side]) -> int:
    """Return where the change ends that begins with a row."""
    head = laid[first]
    if head.old and head.new:
        return first + 1
    run = first + 1
    while run < len(laid) and _goes_on(laid[run - 1], laid[run]):
        run += 1
    side = sides[0] if head.old else sides[1]
    blocks = [(frame.old or frame.new).start for frame in laid[first:run]]
    return first + _together(side, blocks)


def _goes_on(last: Frame, frame: Frame) -> bool:
    if bool(frame.old) != bool(last.old) or bool(frame.new) != bool(last.new):
        return False
    if (frame.partner >= 0) != (last.partner >= 0):
        return False
    return frame.partner < 0 or frame.partner == last.partner + 1


def _together(side: Side, blocks: Sequence[int]) -> int:
    """Return how many of some blocks in a row, which came or went, belong to the first of them."""
    first = side.blocks[blocks[0]]
    if first.cell is not None:
        table = _while(blocks, lambda place: _table(side, place) == _table(side, blocks[0]))
        if _table(side, blocks[0] - 1) != _table(side, blocks[0]) != _table(side, blocks[table - 1] + 1):
            return table
        return _while(blocks, lambda place: _row(side, place) == _row(side, blocks[0]))
    clause = clause_at(side.policy, first.span.start)
    if clause is None:
        return 1
    return _while(blocks, lambda place: side.blocks[place].span.start < clause.span.end)


def _while(blocks: Sequence[int], holds: Callable[[int], bool]) -> int:
    return next((count for count, place in enumerate(blocks) if not holds(place)), len(blocks))


def _table(side: Side, place: int) -> int:
    cell = side.blocks[place].cell if 0 <= place < len(side.blocks) else None
    return cell.table if cell else -1


def _row(side: Side, place: int) -> tuple[int, int]:
    cell = side.blocks[place].cell
    return (cell.table, cell.row) if cell else (-1, place)
