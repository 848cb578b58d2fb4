"""Lines of a text that has no structure of its own -> blocks."""

from __future__ import annotations

from documents.model import Block, BlockKind, Span

__all__ = ["line_blocks"]


def line_blocks(text: str) -> tuple[Block, ...]:
    """Return a paragraph for each line that holds something."""
    blocks = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(line))))
        start += len(line) + 1
    return tuple(blocks)
