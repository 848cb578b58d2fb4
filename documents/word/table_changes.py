"""Recorded changes of a table's rows and cells as a whole: put in, taken out, set otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from documents.model import Span
from documents.word.asides import Asides, words_of
from documents.word.names import w
from documents.word.structure import ROW, TableCell, cell_change, row_change

__all__ = ["note_table_changes"]

_PROPERTIES, _CHANGE = w("tblPr"), w("tblPrChange")
_INSERTED = w("ins")
_CHANGES = tuple(w(name) for name in ("ins", "del", "cellIns", "cellDel", "tblPrChange", "trPrChange", "tcPrChange"))


def note_table_changes(table: etree._Element, placed: Sequence[tuple[TableCell, Span]], asides: Asides) -> bool:
    """Note the changes of a table whose cells stand at these spans; return whether any put in or took out words.

    A row or cell whose words are marked as put in one by one is not noted a second time.
    """
    if next(table.iter(*_CHANGES), None) is None:
        return False
    rows: dict[etree._Element, Span] = {}
    changed = False
    for cell, span in placed:
        changed = _note_cell(cell, span, asides) or changed
        if cell.element is not None:
            rows[cell.tr] = Span(rows.get(cell.tr, span).start, span.end)
    for row, span in rows.items():
        changed = _note_row(row, span, asides) or changed
    properties = table.find(_PROPERTIES)
    if properties is not None and (change := properties.find(_CHANGE)) is not None and placed:
        asides.change(change, Span(placed[0][1].start, placed[-1][1].end))
    return changed


def _note_cell(cell: TableCell, span: Span, asides: Asides) -> bool:
    if cell.gone is not None:
        _note_gone(cell.gone, span, asides)
        return True
    if cell.element is None:
        return False
    if (setting := cell_change(cell.element, "tcPrChange")) is not None:
        asides.change(setting, span)
    change = cell_change(cell.element, "cellIns")
    if change is not None and not _is_marked_within(cell.element):
        asides.change(change, span)
    return change is not None


def _note_gone(element: etree._Element, span: Span, asides: Asides) -> None:
    change = row_change(element, "del") if element.tag == ROW else cell_change(element, "cellDel")
    words = words_of(element).strip("\n")
    if change is not None and words:
        asides.change(change, span, words)


def _note_row(row: etree._Element, span: Span, asides: Asides) -> bool:
    if (setting := row_change(row, "trPrChange")) is not None:
        asides.change(setting, span)
    change = row_change(row, "ins")
    if change is None:
        return False
    if not _is_marked_within(row):
        asides.change(change, span)
    return True


def _is_marked_within(element: etree._Element) -> bool:
    return any(len(one) for one in element.iter(_INSERTED))
