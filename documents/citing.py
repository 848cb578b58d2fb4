"""Where a place of a policy stands, as a lawyer cites it: 三.6 第1点, 4.2(a), 3, table 1, row 2."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from documents.addresses import between, in_cell, in_table, joined, place_name, shown
from documents.cell_items import item_of
from documents.lines import shortened
from documents.model import Block, BlockKind, Clause, ClausePart, PolicyDocument, Span, Story

__all__ = ["address_of", "clause_at"]

_HEAD = 40


def clause_at(document: PolicyDocument, position: int) -> Clause | None:
    """Return the innermost clause that holds `position`, None between clauses and in notes, headers and the title."""
    starts, held = document.clause_bounds
    index = bisect_right(starts, position) - 1
    return held[index] if index >= 0 else None


def address_of(document: PolicyDocument, spans: Sequence[Span], language: str | None = None) -> str:
    """Return where `spans` stand, several places joined, "全文" for none.

    Places in a table are told by its rows, counted as they stand, headings too, and by the column where the table
    heads it; several cells of one row are one place. In one cell with a list they are told by its item too.
    """
    language = language or document.language
    if not spans:
        return place_name("whole", language)
    found = _with_rows_joined([_place(document, span, language) for span in sorted(spans)])
    return joined((place.written(language) for place in found), language)


@dataclass(frozen=True, slots=True)
class _Place:
    """One place to cite; within a table, the rows it takes in (-1 for none) and the head of its only column."""

    address: str
    first: int = -1
    last: int = -1
    column: str = ""
    item: str = ""

    def written(self, language: str) -> str:
        place = self.address
        if self.first >= 0:
            place = in_table(place, (self.first, self.last), self.column, language)
        return in_cell(place, self.item, language)


def _with_rows_joined(places: Sequence[_Place]) -> list[_Place]:
    """Return places of the same rows of a table as one; the column is told where they share it."""
    kept: list[_Place] = []
    for place in places:
        before = kept[-1] if kept else None
        if (
            before
            and place.first >= 0
            and (before.address, before.first, before.last) == (*(place.address, place.first, place.last),)
        ):
            same = before.column == place.column
            kept[-1] = before if before == place else replace(before, column=before.column if same else "", item="")
        else:
            kept.append(place)
    return kept


def _place(document: PolicyDocument, span: Span, language: str) -> _Place:
    first = clause_at(document, span.start)
    if first is None:
        return _Place(_outside(document, span, language))
    if first.part is ClausePart.TABLE and first.span.contains(span):
        return _in_table(document, first, span, language)
    last = clause_at(document, max(span.start, span.end - 1))
    if last is None or first.span.contains(span):
        return _Place(_shown(first, language))
    if last.span.contains(span):
        return _Place(_shown(last, language))
    return _Place(between(_shown(first, language), _shown(last, language), language))


def _shown(clause: Clause, language: str) -> str:
    return shown(clause.path, clause.part, clause.ordinal, language)


def _in_table(document: PolicyDocument, table: Clause, span: Span, language: str) -> _Place:
    address = _shown(table, language)
    cells = _cells(document.blocks, table.span)
    touched = [
        block for block in cells if block.span.start < max(span.end, span.start + 1) and span.start <= block.span.end
    ]
    places = [block.cell for block in touched if block.cell]
    item = item_of(touched[0], span) if len(touched) == 1 else ""
    if not places or len(places) == len(cells):
        return _Place(address, item=item)
    first, last = min(one.row for one in places), max(one.row + one.row_span - 1 for one in places)
    columns = {one.column for one in places}
    column = _head(document.text, cells, columns.pop(), first) if len(columns) == 1 else ""
    return _Place(address, first, last, column, item)


def _cells(blocks: Sequence[Block], span: Span) -> list[Block]:
    """Return the cells of the table that stands at `span`, without those of tables inside it."""
    index = bisect_right(blocks, span.start, key=lambda block: block.span.start) - 1
    found: list[Block] = []
    number = None
    while 0 <= index < len(blocks) and blocks[index].span.start < max(span.end, span.start + 1):
        cell = blocks[index].cell
        number = cell.table if number is None and cell else number
        if cell and cell.table == number:
            found.append(blocks[index])
        index += 1
    return found


def _head(text: str, cells: Sequence[Block], column: int, row: int) -> str:
    """Return what the first row says over `column`, where that is a row of headings above `row`."""
    top = [block for block in cells if block.cell and block.cell.row == 0]
    if row == 0 or not all(block.cell and block.cell.header for block in top):
        return ""
    over = (block for block in top if block.cell and 0 <= column - block.cell.column < block.cell.column_span)
    return next((shortened(block.span.of(text), _HEAD) for block in over), "")


def _outside(document: PolicyDocument, span: Span, language: str) -> str:
    block = document.block_at(span.start)
    if block is not None and block.story is not Story.MAIN:
        return place_name(block.story.value, language)
    if block is not None and block.kind is BlockKind.TITLE:
        return place_name("title", language)
    later = (one for one in document.clauses if one.span.start >= span.start)
    beyond = next(later, None)
    if beyond is None:
        return place_name("closing", language)
    return _shown(beyond, language) if span.end > beyond.span.start else place_name("preface", language)
