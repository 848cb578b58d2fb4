"""Rows of a table that would be torn between two sheets: found as Qt sets them, and begun on the next sheet instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from PySide6.QtGui import QTextDocument, QTextTable

__all__ = ["Torn", "torn_row", "with_whole_row"]

_TABLE: Final = re.compile(r"(<table[^>]*>)(<thead>.*?</thead>)(.*?)</table>", re.DOTALL)
_BREAK: Final = "page-break-before:always; "
_TALL: Final = 0.6
"""The share of a sheet above which a row may be torn: it would leave too much white behind."""


class Torn(NamedTuple):
    """A row: of which table with heads, the first being 0, and which of its rows below the heads."""

    table: int
    row: int


def torn_row(document: QTextDocument) -> Torn | None:
    """Return the first row of a set document that stands on two sheets and need not."""
    height = document.pageSize().height()
    tables = (frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable))
    headed = (table for table in tables if table.format().headerRowCount() > 0)
    for order, table in enumerate(headed):
        for row in range(1, table.rows()):
            lines = list(_lines(document, table, row))
            top, bottom = min((line[0] for line in lines), default=0.0), max((line[1] for line in lines), default=0.0)
            if int(top // height) != int((bottom - 1) // height) and _set_high(lines) <= height * _TALL:
                return Torn(order, row - 1)
    return None


def with_whole_row(part: str, torn: Torn) -> str:
    """Return a part in which a table goes on with a row on a new sheet, under its heads."""
    found = list(_TABLE.finditer(part))[torn.table]
    opening, heads, rows = found.groups()
    told = rows.split("<tr>")[1:]
    before, after = "<tr>".join(["", *told[: torn.row]]), "<tr>".join(["", *told[torn.row :]])
    broken = opening.replace('style="', f'style="{_BREAK}') if _BREAK not in opening else opening
    first = f"{opening}{heads}{before}</table>" if torn.row else ""
    return f"{part[: found.start()]}{first}{broken}{heads}{after}</table>{part[found.end() :]}"


def _set_high(lines: list[tuple[float, float, int]]) -> float:
    """Return how high a row would be on one sheet: as its highest cell."""
    columns = {column for _top, _bottom, column in lines}
    return max((sum(low - top for top, low, of in lines if of == column) for column in columns), default=0.0)


def _lines(document: QTextDocument, table: QTextTable, row: int) -> Iterator[tuple[float, float, int]]:
    """Yield where each line of a row begins and ends, and in which column."""
    layout = document.documentLayout()
    for column in range(table.columns()):
        cell = table.cellAt(row, column)
        block, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
        while block.isValid():
            top, set_block = layout.blockBoundingRect(block).top(), block.layout()
            for number in range(set_block.lineCount()):
                line = set_block.lineAt(number)
                yield top + line.y(), top + line.y() + line.height(), column
            if block == last:
                break
            block = block.next()
