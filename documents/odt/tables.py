"""Tables of an OpenDocument text while they are read: where each cell stands; one in a cell is its words."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from documents.model import Block, BlockKind, Cell, Span, Story
from documents.odt.names import attribute, whole_number

__all__ = ["OpenTable", "Tables"]

_NOWHERE = Span(0, 0)
_MOST_REPEATED = 1_000


@dataclass(slots=True)
class OpenTable:
    """An open table. `cell` is the one at hand, `has_lines` whether it holds words already."""

    number: int
    row: int = -1
    column: int = 0
    header: bool = False
    cell: Block | None = None
    has_lines: bool = False


class Tables:
    """The open tables, the innermost last; None stands for one inside a cell."""

    def __init__(self) -> None:
        self._open: list[OpenTable | None] = []
        self._count = 0

    @property
    def at_hand(self) -> OpenTable | None:
        """The table whose cell is at hand; one inside a cell does not count."""
        return next((one for one in reversed(self._open) if one is not None and one.cell is not None), None)

    @property
    def _inner(self) -> OpenTable | None:
        return self._open[-1] if self._open else None

    def open(self, _node: etree._Element) -> bool:
        """Begin a table."""
        if self.at_hand is not None:
            self._open.append(None)
        else:
            self._open.append(OpenTable(self._count))
            self._count += 1
        return True

    def close(self) -> None:
        """End the innermost table."""
        self._open.pop()

    def open_header(self, _node: etree._Element) -> bool:
        """Begin the rows that are repeated on each page."""
        if self._inner is not None:
            self._inner.header = True
        return True

    def close_header(self) -> None:
        """End the rows that are repeated on each page."""
        if self._inner is not None:
            self._inner.header = False

    def row(self, _node: etree._Element) -> bool:
        """Begin a row."""
        if self._inner is not None:
            self._inner.row += 1
            self._inner.column = 0
        return True

    def cell(self, node: etree._Element, story: Story) -> None:
        """Begin a cell."""
        table = self._inner
        if table is None:
            return
        columns = min(whole_number(attribute(node, "table:number-columns-spanned"), 1), _MOST_REPEATED)
        rows = whole_number(attribute(node, "table:number-rows-spanned"), 1)
        cell = Cell(table.number, max(table.row, 0), table.column, max(rows, 1), max(columns, 1), table.header)
        table.cell = Block(BlockKind.CELL, _NOWHERE, story, cell=cell)
        table.has_lines = False
        table.column += min(whole_number(attribute(node, "table:number-columns-repeated"), 1), _MOST_REPEATED)

    def covered(self, node: etree._Element) -> bool:
        """Pass over a cell that another one covers."""
        if self._inner is not None:
            repeated = whole_number(attribute(node, "table:number-columns-repeated"), 1)
            self._inner.column += min(repeated, _MOST_REPEATED)
        return False

    def take_cell(self) -> Block | None:
        """End the cell at hand and return it; None inside a table within a cell."""
        table = self._inner
        if table is None:
            return None
        cell, table.cell = table.cell, None
        return cell
