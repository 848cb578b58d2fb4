"""A table of Word out of a grid: merged cells, header rows that come again on each page, widths by content."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from lxml import etree

from documents.model import Block
from export.word.names import element, sub
from export.word.styles import CELL, TABLE
from export.word.tables import Grid, Placed

__all__ = ["TableWriter"]

_LONG: Final = 600  # characters of a cell: its row may go over the end of a page
_HEAD_FILL: Final = "F2F2F2"


class TableWriter:
    """Writes one table; `fill` puts the paragraphs of a block into its `w:tc`."""

    def __init__(self, grid: Grid, fill: Callable[[etree._Element, Block], None]) -> None:
        self._grid = grid
        self._fill = fill

    def table(self, *, leftwards: bool) -> etree._Element:
        """Return the table; one that runs `leftwards` begins with its right column."""
        grid = self._grid
        table = element("tbl")
        properties = sub(table, "tblPr")
        sub(properties, "tblStyle", {"val": TABLE})
        if leftwards:
            sub(properties, "bidiVisual")
        sub(properties, "tblW", {"w": str(sum(grid.widths)), "type": "dxa"})
        sub(properties, "tblLayout", {"type": "fixed"})
        look = ("0420", "1") if grid.header_rows else ("0400", "0")  # the same said twice: programs read either
        sub(properties, "tblLook", {"val": look[0], "firstRow": look[1], "noVBand": "1"})
        columns = sub(table, "tblGrid")
        for width in grid.widths:
            sub(columns, "gridCol", {"w": str(width)})
        for number, row in enumerate(grid.rows):
            self._row(table, number, row)
        return table

    def _row(self, table: etree._Element, number: int, cells: Sequence[Placed]) -> None:
        row = sub(table, "tr")
        properties = sub(row, "trPr")
        if cells and cells[0].block is None:
            _left_out(properties, "Before", cells[0].columns, self._grid.width(cells[0]))
            cells = cells[1:]
        end = cells[-1].end if cells else 0
        if end < len(self._grid.widths):
            _left_out(properties, "After", len(self._grid.widths) - end, sum(self._grid.widths[end:]))
        if all(cell.block is None or len(cell.block.span) < _LONG for cell in cells):
            sub(properties, "cantSplit")
        if number < self._grid.header_rows:
            sub(properties, "tblHeader")
        if not len(properties):
            row.remove(properties)
        for cell in cells:
            self._cell(row, number, cell)

    def _cell(self, row: etree._Element, number: int, cell: Placed) -> None:
        made = sub(row, "tc")
        properties = sub(made, "tcPr")
        sub(properties, "tcW", {"w": str(self._grid.width(cell)), "type": "dxa"})
        if cell.columns > 1:
            sub(properties, "gridSpan", {"val": str(cell.columns)})
        if cell.rows > 1:
            sub(properties, "vMerge", {"val": "restart"} if cell.row == number else {})
        if cell.block is not None and cell.block.cell is not None and cell.block.cell.header:
            sub(properties, "shd", {"val": "clear", "color": "auto", "fill": _HEAD_FILL})
        if cell.block is None or cell.row != number:
            sub(sub(sub(made, "p"), "pPr"), "pStyle", {"val": CELL})
        else:
            self._fill(made, cell.block)


def _left_out(properties: etree._Element, side: str, columns: int, width: int) -> None:
    """Say that a row begins late or ends early."""
    sub(properties, f"grid{side}", {"val": str(columns)})
    sub(properties, f"w{side}", {"w": str(width), "type": "dxa"})
