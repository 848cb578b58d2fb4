"""The lines of all pages -> paragraphs by story: the main text with its tables, footnotes, headers and footers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from documents.model import Cell, Story
from documents.pdf.footnotes import Footnotes
from documents.pdf.grids import Grid
from documents.pdf.lines import Line
from documents.pdf.paragraphs import Measure, Paragraph, paragraphs_of
from documents.pdf.sheets import Sheet

__all__ = ["stories_of"]

Apart = Mapping[int, tuple[Story, str]]


def stories_of(sheets: Sequence[Sheet], apart: Apart, known: Measure) -> tuple[list[Paragraph], list[Paragraph]]:
    """Return the paragraphs of the main story; and footnotes, headers and footers, each distinct of these once."""
    notes = Footnotes(known.size)
    kept: list[Line] = []
    for one in sheets:
        kept.extend(notes.taken_from([line for line in one.lines if id(line) not in apart], one.rules))
    main = list(_main(kept, {(number, at): grid for number, one in enumerate(sheets) for at, grid in _own(one)}, known))
    others = notes.paragraphs
    lines = [line for one in sheets for line in one.lines]
    for story in (Story.HEADER, Story.FOOTER):
        others.extend(Paragraph([line], story) for line in _distinct(lines, apart, story))
    return main, others


def _own(one: Sheet) -> Iterable[tuple[int, Grid]]:
    return enumerate(one.grids)


def _main(lines: Sequence[Line], grids: Mapping[tuple[int, int], Grid], known: Measure) -> Iterator[Paragraph]:
    """Yield the paragraphs, and the cells of each table where it stands."""
    tables = 0
    for (_, table), group in groupby(lines, key=lambda line: (line.page if line.table >= 0 else -1, line.table)):
        within = list(group)
        if table < 0:
            yield from paragraphs_of(within, known)
        else:
            yield from _cells(within, grids[within[0].page, table], tables, known)
            tables += 1


def _cells(lines: Sequence[Line], grid: Grid, number: int, known: Measure) -> Iterator[Paragraph]:
    """Yield every cell of a table as one paragraph, what is set apart within it on lines of its own."""
    by_slot = {slot: list(own) for slot, own in groupby(lines, key=lambda line: line.slot)}
    head = {line.style.bold for line in lines if line.slot and line.slot.row == 0}
    below = {line.style.bold for line in lines if line.slot and line.slot.row > 0}
    for slot in grid.slots:
        is_head = slot.row == 0 and head == {True} and False in below
        cell = Cell(number, slot.row, slot.column, slot.row_span, slot.column_span, header=is_head)
        found = Paragraph(cell=cell)
        for part in paragraphs_of(by_slot.get(slot, ()), known):
            found.lines.extend(part.lines)
            found.ends.add(len(found.lines) - 1)
        yield found


def _distinct(lines: Iterable[Line], apart: Apart, story: Story) -> list[Line]:
    """Return those that no earlier page has the like of; two on one page are never taken for one."""
    first: dict[str, int] = {}
    found: list[Line] = []
    for line in lines:
        own, pattern = apart.get(id(line), (Story.MAIN, ""))
        if own is story and first.setdefault(pattern, line.page) == line.page:
            found.append(line)
    return found
