"""Where the cells of a policy's table stand in Word's grid, and how wide its columns are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from documents.model import Block, Cell
from export.word.numbering import indent_of
from export.word.widths import longest_word, shared_out, width_of

__all__ = ["Grid", "Placed", "grid_of"]

_MOST_COLUMNS: Final = 63  # Word refuses more
_MARGINS: Final = 220
_MOST_PAGES: Final = 20  # widths of the page: more is not asked for
_SMALL: Final = 0.6  # of the page: a table that needs less is not stretched


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell in the grid; rows and columns are counted from 0. `block` is None for a gap in a row."""

    block: Block | None
    row: int
    column: int
    rows: int = 1
    columns: int = 1

    @property
    def end(self) -> int:
        """The column after it."""
        return self.column + self.columns


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a table, each with every cell that touches it in order of the columns, gaps between them too.

    A cell that began in a row above stands in each row it reaches into. `widths` are twentieths of a point.
    """

    rows: Sequence[Sequence[Placed]]
    widths: Sequence[int]

    def width(self, cell: Placed) -> int:
        """Return how wide a cell is."""
        return sum(self.widths[cell.column : cell.end])

    @property
    def header_rows(self) -> int:
        """How many rows at the top are headers throughout, and so repeated on each page."""
        count = 0
        for number, row in enumerate(self.rows):
            own = [cell.block.cell for cell in row if cell.block is not None and cell.row == number]
            if not own or not all(cell is not None and cell.header for cell in own):
                break
            count += 1
        return count if count < len(self.rows) else 0


def grid_of(cells: Sequence[Block], text: str, em: int, width: int, *, stretched: bool = False) -> Grid:
    """Place the cells of one table, in their order, on a page `width` twentieths of a point wide.

    One that needs little of it gets no more, unless it is to be `stretched`.

    Spans that overlap others are cut, rows and columns in which nothing begins are left out, and a row of more than
    63 cells goes on in the next: no cell is ever lost, nor does one change its place in the order of the text.
    """
    rows = _tightened(_placed(cells))
    count = max(cell.end for row in rows for cell in row)
    if count > _MOST_COLUMNS:
        rows = _broken(rows)
        count = max(cell.end for row in rows for cell in row)
    natural, least = _wishes([cell for row in rows for cell in row], text, em, (count, width))
    wanted = sum(natural)
    wide = stretched or wanted > width * _SMALL
    return Grid(list(_whole_rows(rows)), shared_out(natural, least, width if wide else wanted))


def _cell(block: Block) -> Cell:
    return block.cell or Cell(0, 0, 0)


def _placed(cells: Sequence[Block]) -> list[list[Placed]]:
    """Give every cell a place of its own; a cell whose place is taken moves on to the right."""
    rows = [(number, list(row)) for number, row in groupby(cells, key=lambda block: _cell(block).row)]
    numbers = [number for number, _ in rows]
    ascending = numbers == sorted(set(numbers))
    taken: dict[int, int] = {}
    placed: list[list[Placed]] = []
    for index, (number, row) in enumerate(rows):
        column = 0
        placed.append([])
        for block in row:
            cell = _cell(block)
            column = _free(max(column, cell.column), taken, index)
            columns = next((n for n in range(1, cell.column_span) if taken.get(column + n, 0) > index), 0)
            columns = columns or max(1, cell.column_span)
            reach = bisect_left(numbers, number + cell.row_span, lo=index) - index if ascending else 1
            made = Placed(block, index, column, max(1, reach), columns)
            if made.rows > 1:
                taken |= dict.fromkeys(range(column, made.end), index + made.rows)
            placed[-1].append(made)
            column = made.end
    return placed


def _free(column: int, taken: dict[int, int], row: int) -> int:
    while taken.get(column, 0) > row:
        column += 1
    return column


def _tightened(rows: Sequence[Sequence[Placed]]) -> list[list[Placed]]:
    """Leave out columns in which no cell begins or ends."""
    edges = sorted({edge for row in rows for cell in row for edge in (cell.column, cell.end)})
    at = {edge: number for number, edge in enumerate(edges)}
    return [
        [replace(cell, column=at[cell.column], columns=at[cell.end] - at[cell.column]) for cell in row] for row in rows
    ]


def _broken(rows: Sequence[Sequence[Placed]]) -> list[list[Placed]]:
    """Rows of at most 63 cells, without spans: what does not fit into one goes on in the next."""
    broken: list[list[Placed]] = []
    for row in rows:
        for first in range(0, len(row), _MOST_COLUMNS):
            part = row[first : first + _MOST_COLUMNS]
            broken.append([Placed(cell.block, len(broken), column) for column, cell in enumerate(part)])
    return broken


def _whole_rows(rows: Sequence[Sequence[Placed]]) -> Iterator[list[Placed]]:
    """Yield each row with the cells that reach into it from above, and the gaps between."""
    reaching: list[Placed] = []
    for number, row in enumerate(rows):
        reaching = [cell for cell in reaching if cell.row + cell.rows > number]
        standing = sorted([*reaching, *row], key=lambda cell: cell.column)
        reaching += [cell for cell in row if cell.rows > 1]
        whole: list[Placed] = []
        at = 0
        for cell in standing:
            if at < cell.column:
                whole.append(Placed(None, number, at, columns=cell.column - at))
            whole.append(cell)
            at = cell.end
        yield whole


def _wishes(cells: Sequence[Placed], text: str, em: int, page: tuple[int, int]) -> tuple[list[int], list[int]]:
    """Return what each column would like to be and what it must be, by the words of its cells."""
    count, width = page
    natural, least = [em + _MARGINS] * count, [em + _MARGINS] * count
    for cell in sorted(cells, key=lambda cell: cell.columns):
        if cell.block is None:
            continue
        lines = cell.block.span.of(text).split("\n")
        around = _MARGINS + max((indent_of(one, em) for one in cell.block.labels if one.label), default=0)
        like = min(_MOST_PAGES * width, max(width_of(line, em) for line in lines) + around)
        must = min(width // count * cell.columns, max(longest_word(line, em) for line in lines) + around)
        _raise(natural, cell, like)
        _raise(least, cell, min(must, like))
    return natural, least


def _raise(widths: list[int], cell: Placed, wanted: int) -> None:
    """Widen the columns of a cell alike until it has what it wants."""
    lacking = wanted - sum(widths[cell.column : cell.end])
    if lacking > 0:
        for column in range(cell.column, cell.end):
            widths[column] += -(-lacking // cell.columns)
