"""Set labels typed in the text on their blocks, and make headings and list items of plain text's numbered lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from documents.model import Block, BlockKind
from documents.outline import Entry, Role

__all__ = ["label_blocks"]

_DEEPEST_HEADING = 9


def label_blocks(
    blocks: Sequence[Block], entries: Sequence[Entry], *, typed_headings: bool = False
) -> tuple[Block, ...]:
    """Return the blocks with label and label_span where a label is typed; `typed_headings` for plain text.

    Of plain text, a heading-like clause with something under it becomes a HEADING, other numbered and bulleted lines
    become LIST_ITEM; words and spans stay as they are.
    """
    labelled = list(blocks)
    parents = _with_something_beneath(entries)
    for index, entry in enumerate(entries):
        block = blocks[entry.block]
        if entry.label_span is not None:
            block = replace(block, label=entry.label, label_span=entry.label_span)
        if typed_headings and block.kind is BlockKind.PARAGRAPH:
            block = _kind_by_outline(block, entry, parent=index in parents)
        labelled[entry.block] = block
    return tuple(labelled)


def _kind_by_outline(block: Block, entry: Entry, *, parent: bool) -> Block:
    if entry.role is Role.CLAUSE and entry.heading_like and parent:
        return replace(block, kind=BlockKind.HEADING, level=min(entry.depth, _DEEPEST_HEADING))
    if entry.role is Role.CLAUSE:
        return replace(block, kind=BlockKind.LIST_ITEM, level=entry.depth - 1, ordered=True)
    if entry.role is Role.BULLET:
        return replace(block, kind=BlockKind.LIST_ITEM, level=entry.depth)
    return block


def _with_something_beneath(entries: Sequence[Entry]) -> set[int]:
    """Return the clauses that hold a paragraph, a bullet or a deeper clause."""
    parents = set()
    for index, (entry, after) in enumerate(zip(entries, entries[1:], strict=False)):
        deeper = after.depth > entry.depth if after.role is Role.CLAUSE else after.depth == entry.depth
        if entry.role is Role.CLAUSE and deeper and after.role is not Role.TITLE:
            parents.add(index)
    return parents
