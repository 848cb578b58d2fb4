"""The lines of an outline: blocks of the main story, numbered lines inside them, and whole tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from documents.labels import mark_of
from documents.model import Block, BlockKind, Story

__all__ = ["Unit", "is_uncut", "units_of"]

_LOOK = 200
_SAYS = re.compile(r"[^\W_]")
_PROSE = re.compile(r"\s+[\"“]?(?:[^\W\d_]+,? +){4}|\s*[\u4e00-\u9fff，、]{8}")


class Unit(NamedTuple):
    """One line of the outline: which blocks it takes in, first and last, and where its words start and end."""

    first: int
    last: int
    start: int
    end: int


def units_of(text: str, blocks: Sequence[Block], leads: Mapping[int, int]) -> list[Unit]:
    """Return the units of the main story; what holds no letter and no digit (a picture, a rule) is none.

    `leads` tells by the index of a block where words that open it as a heading does end.
    """
    ends = {block.cell.table: index for index, block in enumerate(blocks) if block.cell is not None}
    units: list[Unit] = []
    beyond = 0
    for index, block in enumerate(blocks):
        if index < beyond or block.story is not Story.MAIN:
            continue
        if block.cell is None:
            _add_block(units, text, block, index, leads)
            continue
        last = ends[block.cell.table]
        _add(units, text, Unit(index, last, block.span.start, blocks[last].span.end))
        beyond = last + 1
    return units


def is_uncut(text: str, block: Block) -> bool:
    """Whether no line of a block is a clause: a title, or code; but not clauses that Markdown takes for code.

    A sub-clause set in by four spaces is code to Markdown: "2.3.2. All notes and records ..." is none to a reader.
    """
    if block.kind is not BlockKind.CODE:
        return block.kind is BlockKind.TITLE
    start, end = block.span.start, min(block.span.end, block.span.start + _LOOK)
    mark = mark_of(text[start:end])
    numbered = mark is not None and not mark.weak and not mark.is_bullet
    return mark is None or not numbered or _PROSE.match(text, start + mark.end, end) is None


def _add(units: list[Unit], text: str, unit: Unit) -> None:
    if _SAYS.search(text, unit.start, unit.end):
        units.append(unit)


def _add_block(units: list[Unit], text: str, block: Block, index: int, leads: Mapping[int, int]) -> None:
    start, end = block.span.start, block.span.end
    if not _SAYS.search(text, start, end):
        return
    lead = leads.get(index)
    if is_uncut(text, block) or text.find("\n", start, end) < 0:
        lines = [Unit(index, index, start, end)]
    else:
        lines = list(_numbered_lines(text, start, end, index))
    units.extend(lines if lead is None else _cut(lines, lead))


def _numbered_lines(text: str, start: int, end: int, index: int) -> Iterator[Unit]:
    """Yield a block, cut where a line inside it begins with a number: some write a whole policy in one paragraph."""
    at = text.find("\n", start, end)
    while at >= 0:
        mark = None if text[at + 1] == "\n" else mark_of(text[at + 1 : min(end, at + _LOOK)])
        if mark and not mark.weak:
            yield Unit(index, index, start, start + len(text[start:at].rstrip("\n")))
            start = at + 1
        at = text.find("\n", at + 1, end)
    yield Unit(index, index, start, end)


def _cut(lines: list[Unit], lead: int) -> list[Unit]:
    """Part the words that open a paragraph as a heading does from the rest of it."""
    first = lines[0]
    if not first.start < lead < first.end:
        return lines
    return [first._replace(end=lead), first._replace(start=lead), *lines[1:]]
