"""What a policy is called: its title block, or failing that its first short line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from documents.draft import Draft
from documents.labels import mark_of
from documents.lines import is_dated, is_heading_like, shortened, without_pictures
from documents.model import Block, BlockKind, Story

__all__ = ["looks_like_title", "title_of", "with_title"]

_LONGEST = 120
_WITHIN = 3
_PAGE = re.compile(
    r"\W*(?:(?:page|seite|página)\W*)?\d+(?:\W*(?:of|/|von|sur|de)\W*\d+)?\W*|\W*第\s*\d+\s*页.*", re.IGNORECASE
)


def title_of(text: str, blocks: Sequence[Block], *, guessed: bool = False) -> str:
    """Return the words of the title or first heading, else of the first short block; "" when there is none.

    `guessed`: headings are guesses from the words, and no guide to the title.
    """
    main = [one for one in blocks if one.story is Story.MAIN and _words(one, text)]
    titles = (one for one in main if one.kind is BlockKind.TITLE)
    headings = (one for one in main[:_WITHIN] if one.kind is BlockKind.HEADING and not one.label and not guessed)
    short = (one for one in main[:1] if not one.label and looks_like_title(one.span.of(text)))
    block = next((one for kind in (titles, headings, short) for one in kind), None)
    return shortened(block.span.of(text), _LONGEST) if block else ""


def looks_like_title(words: str) -> bool:
    """Whether a line that nothing marks could be a title: short, no number, no sentence, no date."""
    plain = without_pictures(words)
    return mark_of(plain) is None and is_heading_like(plain) and not is_dated(plain) and not _PAGE.fullmatch(plain)


def with_title(draft: Draft) -> tuple[Block, ...]:
    """Return the blocks, the one that is the title marked as such where the format did not say."""
    blocks = draft.blocks
    if any(block.kind is BlockKind.TITLE for block in blocks):
        return blocks
    index = _title_index(draft.text, blocks)
    if index is None:
        return blocks
    return (*blocks[:index], replace(blocks[index], kind=BlockKind.TITLE, level=0), *blocks[index + 1 :])


def _title_index(text: str, blocks: Sequence[Block]) -> int | None:
    """Return the first block with words if it looks like a title; or the first top heading, if little stands before.

    What stands in the margin, before it or not, is no part of this.
    """
    main = [index for index, block in enumerate(blocks) if block.story is Story.MAIN]
    first = next((index for index in main if _words(blocks[index], text)), 0)
    soon = [blocks[index] for index in main[:_WITHIN]]
    for index, block in zip(main, soon, strict=False):
        if block.cell or block.label or block.contents:
            return None
        words = _words(block, text)
        if not words:
            continue
        if block.kind is BlockKind.HEADING:
            return index if mark_of(words) is None and _is_topmost(block, blocks) else None
        if index == first and len(main) > 1 and looks_like_title(words) and not _has_heading_soon(soon):
            return index
    return None


def _words(block: Block, text: str) -> str:
    """What a block says; a logo says nothing."""
    return without_pictures(block.span.of(text)).strip()


def _is_topmost(heading: Block, blocks: Sequence[Block]) -> bool:
    """Whether it is a first-level heading, or the only one of its level and above."""
    others = (one for one in blocks if one.kind is BlockKind.HEADING and one.story is Story.MAIN and one is not heading)
    return heading.level == 1 or all(one.level > heading.level for one in others)


def _has_heading_soon(soon: Sequence[Block]) -> bool:
    return any(one.kind is BlockKind.HEADING and one.level == 1 for one in soon)
