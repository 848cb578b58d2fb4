"""What a policy is called: its title block, or failing that its first short line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from documents.draft import Draft
from documents.labels import mark_of
from documents.lines import is_heading_like, shortened
from documents.model import Block, BlockKind, Story

__all__ = ["title_of", "with_title"]

_LONGEST = 120
_WITHIN = 3


def title_of(text: str, blocks: Sequence[Block]) -> str:
    """Return the words of the title or first heading, else of the first short block; "" when there is none."""
    for kinds in ({BlockKind.TITLE}, {BlockKind.HEADING}, {BlockKind.PARAGRAPH, BlockKind.CELL}):
        block = next((one for one in blocks if one.kind in kinds and one.story is Story.MAIN), None)
        words = block.span.of(text).strip() if block else ""
        if words and (kinds != {BlockKind.PARAGRAPH, BlockKind.CELL} or is_heading_like(words)):
            return shortened(words, _LONGEST)
    return ""


def with_title(draft: Draft) -> tuple[Block, ...]:
    """Return the blocks, the one that is the title marked as such where the format did not say."""
    blocks = draft.blocks
    if any(block.kind is BlockKind.TITLE for block in blocks):
        return blocks
    index = _title_index(draft.text, blocks, guess=draft.typed_headings)
    if index is None:
        return blocks
    return (*blocks[:index], replace(blocks[index], kind=BlockKind.TITLE, level=0), *blocks[index + 1 :])


def _title_index(text: str, blocks: Sequence[Block], *, guess: bool) -> int | None:
    """Return the first block if it looks like a title; or the first top heading if little stands before it."""
    for index, block in enumerate(blocks[:_WITHIN]):
        if block.story is not Story.MAIN or block.cell or block.label:
            return None
        words = block.span.of(text)
        if block.kind is BlockKind.HEADING:
            return index if block.level == 1 and mark_of(words) is None else None
        if index == 0 and len(blocks) > 1 and block.kind is BlockKind.PARAGRAPH and guess:
            if mark_of(words) is None and is_heading_like(words):
                return 0
    return None
