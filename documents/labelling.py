"""Set labels typed in the text on their blocks, and make headings and list items of plain text's numbered lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from documents.entries import Entry, Role
from documents.model import Block, BlockKind

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
    parents = _with_something_beneath(entries) if typed_headings else frozenset()
    headings: list[bool] = []
    for index, entry in enumerate(entries):
        block = blocks[entry.block]
        if entry.span.start != block.span.start or entry.last != entry.block:
            continue
        if typed_headings and block.kind is BlockKind.PARAGRAPH:
            is_heading = entry.role is Role.CLAUSE and entry.heading_like and index in parents
            if entry.role is Role.CLAUSE:
                headings = [*headings[: entry.depth - 1], is_heading]
            block = _kind_by_outline(block, entry, headings)
        if entry.label_span is not None:
            block = _with_label(block, entry)
        labelled[entry.block] = block
    return tuple(labelled)


def _with_label(block: Block, entry: Entry) -> Block:
    """As replace() would, in half the time: a long policy has thousands."""
    return Block(
        *(block.kind, block.span, block.story, block.level, entry.label, entry.label_span),
        *(block.cell, block.list_id),
        ordered=block.ordered,
        right_to_left=block.right_to_left,
        contents=block.contents,
    )


def _kind_by_outline(block: Block, entry: Entry, headings: Sequence[bool]) -> Block:
    """Set the kind; `headings` tells of each clause from the outermost to this one whether it is a heading."""
    lists_above = sum(1 for heading in headings[: entry.depth] if not heading)
    if entry.role is Role.BULLET:
        return replace(block, kind=BlockKind.LIST_ITEM, level=lists_above)
    if entry.role is not Role.CLAUSE:
        return block
    if headings[-1]:
        return replace(block, kind=BlockKind.HEADING, level=min(entry.depth, _DEEPEST_HEADING))
    return replace(block, kind=BlockKind.LIST_ITEM, level=lists_above - 1, ordered=True)


def _with_something_beneath(entries: Sequence[Entry]) -> frozenset[int]:
    """Return the clauses that hold a paragraph, a bullet or a deeper clause."""
    parents = set()
    for index, (entry, after) in enumerate(pairwise(entries)):
        deeper = after.depth > entry.depth if after.role is Role.CLAUSE else after.depth == entry.depth
        if entry.role is Role.CLAUSE and deeper and after.role is not Role.TITLE:
            parents.add(index)
    return frozenset(parents)
