"""The skeleton of Word's XML: which paragraphs, rows and cells a container holds, in order, each once.

Everything here goes down without recursion, so that no nesting can exhaust the stack.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from documents.word.graphics import DRAWN
from documents.word.names import MC, attribute, child_value, w
from documents.word.styles import whole_number

__all__ = [
    "TableCell",
    "boxes_and_pictures",
    "cell_change",
    "cells_of",
    "chosen",
    "is_deleted_mark",
    "paragraphs_and_tables",
    "paragraphs_within",
    "row_change",
]

PARAGRAPH, TABLE, ROW, CELL, CHUNK = w("p"), w("tbl"), w("tr"), w("tc"), w("altChunk")
_ALTERNATES = f"{{{MC}}}AlternateContent"
_CHOICE, _FALLBACK = f"{{{MC}}}Choice", f"{{{MC}}}Fallback"
_BOX = w("txbxContent")
_TRANSPARENT = {w(name) for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "hyperlink")}
_MOST_COLUMNS = 63  # as many as Word allows
_PICTURES = {"blip", "chart", "relIds", "imagedata", "OLEObject", "control", "pic"}


class TableCell:
    """A cell as a reader sees it: merged cells are one. `row_span` grows while the rows below are read.

    `tr` is its w:tr. One whose `element` is None stands for what was deleted there: `gone`, a w:tr or w:tc.
    """

    __slots__ = ("column", "column_span", "element", "gone", "header", "row", "row_span", "tr")

    def __init__(  # noqa: PLR0913 - what a cell is
        self,
        element: etree._Element | None,
        tr: etree._Element,
        row: int = 0,
        column: int = 0,
        column_span: int = 1,
        *,
        header: bool = False,
        gone: etree._Element | None = None,
    ) -> None:
        self.element = element
        self.tr = tr
        self.gone = gone
        self.row = row
        self.column = column
        self.row_span = 1
        self.column_span = column_span
        self.header = header


def chosen(alternates: etree._Element) -> etree._Element | None:
    """Return the one branch of a mc:AlternateContent that is read: the first choice, else the fallback."""
    choice = alternates.find(_CHOICE)
    return alternates.find(_FALLBACK) if choice is None else choice


def paragraphs_and_tables(container: etree._Element) -> Iterator[etree._Element]:
    """Yield the w:p, w:tbl and w:altChunk of a container in order, through content controls and the like."""
    yield from _found(container, {PARAGRAPH, TABLE, CHUNK}, _TRANSPARENT)


def paragraphs_within(cell: etree._Element) -> Iterator[etree._Element]:
    """Yield every w:p and w:altChunk of a cell, those of tables inside it too."""
    yield from _found(cell, {PARAGRAPH, CHUNK}, _TRANSPARENT | {TABLE, ROW, CELL})


def _found(container: etree._Element, wanted: set[str], through: set[str]) -> Iterator[etree._Element]:
    pending = list(reversed(container))
    while pending:
        element = pending.pop()
        tag = element.tag
        if tag in wanted:
            yield element
        elif tag == _ALTERNATES:
            branch = chosen(element)
            pending.extend(reversed(branch) if branch is not None else ())
        elif tag in through and not (tag == ROW and _is_deleted_row(element)):
            pending.extend(reversed(element))


def is_deleted_mark(mark: etree._Element) -> bool:
    """Whether a paragraph's own mark (its w:rPr) is deleted or moved away, so that it runs on into the next."""
    return mark.find(w("del")) is not None or mark.find(w("moveFrom")) is not None


def _is_deleted_row(row: etree._Element) -> bool:
    return row_change(row, "del") is not None


def row_change(row: etree._Element, name: str) -> etree._Element | None:
    """Return the recorded change `name` ("ins", "del", "trPrChange") of a w:tr as a whole."""
    properties = row.find(w("trPr"))
    return None if properties is None else properties.find(w(name))


def cell_change(cell: etree._Element, name: str) -> etree._Element | None:
    """Return the recorded change `name` ("cellIns", "cellDel", "tcPrChange") of a w:tc as a whole."""
    properties = cell.find(w("tcPr"))
    return None if properties is None else properties.find(w(name))


def cells_of(table: etree._Element) -> list[TableCell]:
    """Return the cells of a table row by row; one merged over several rows stands in its first."""
    cells: list[TableCell] = []
    above: dict[int, TableCell] = {}
    number = 0
    for row in _found(table, {ROW}, _TRANSPARENT):
        if _is_deleted_row(row):
            cells.append(TableCell(None, row, gone=row))
        else:
            cells.extend(_cells_of_row(row, number, above))
            number += 1
    return cells


def _cells_of_row(row: etree._Element, number: int, above: dict[int, TableCell]) -> Iterator[TableCell]:
    """Yield the cells that begin in a row; `above` holds those, by their columns, that may go on into it."""
    properties = row.find(w("trPr"))
    column = min(max(0, whole_number(child_value(properties, "gridBefore")) or 0), _MOST_COLUMNS)
    header = properties is not None and properties.find(w("tblHeader")) is not None
    for element in _found(row, {CELL}, _TRANSPARENT):
        cell_properties = next(element.iterchildren(w("tcPr")), None)
        if cell_properties is not None and cell_properties.find(w("cellDel")) is not None:
            yield TableCell(None, row, gone=element)
            continue
        span = min(max(1, whole_number(child_value(cell_properties, "gridSpan")) or 1), _MOST_COLUMNS)
        merge = None if cell_properties is None else cell_properties.find(w("vMerge"))
        continues = merge is not None and attribute(merge, "val") != "restart"
        if continues and column in above:
            above[column].row_span += 1
        else:
            cell = TableCell(element, row, number, column, span, header=header)
            above.pop(column, None)
            if merge is not None:
                above[column] = cell
            yield cell
        column += span


def boxes_and_pictures(drawing: etree._Element) -> tuple[list[etree._Element], bool]:
    """Return the text boxes of a drawing, outermost only, with what else holds words, and whether it shows anything."""
    boxes = []
    pictured = drawing.tag == w("object")
    pending = [drawing]
    while pending:
        element = pending.pop()
        tag = element.tag
        if tag == _BOX:
            boxes.append(element)
        elif tag in DRAWN:
            boxes.append(element)
            pictured = pictured or tag.rpartition("}")[2] in _PICTURES
        elif tag == _ALTERNATES:
            branch = chosen(element)
            pending.extend([branch] if branch is not None else [])
        elif isinstance(tag, str):
            pictured = pictured or tag.rpartition("}")[2] in _PICTURES
            pending.extend(reversed(element))
    return boxes, pictured
