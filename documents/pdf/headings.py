"""What a paragraph is to a reader by how it is set: heading and its level, list item, or plain words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from documents.lines import is_heading_like
from documents.model import Block, BlockKind, Span, Story
from documents.pdf.lines import is_cjk
from documents.pdf.paragraphs import Measure, Paragraph

__all__ = ["Kinds"]

_BIGGER = 1.12
_MUCH_BIGGER = 1.3
_MOST_LINES = 3
_LONGEST = 160
_LEVELS = 9
_INDENT = 1.2

Looks = tuple[float, bool]


class Kinds:
    """Tells headings of a document by their looks, and how deep they stand."""

    def __init__(
        self, paragraphs: Sequence[Paragraph], known: Measure, outlined: Mapping[int, int] | None = None
    ) -> None:
        """`outlined` gives the level of paragraphs, by `id`, that the file's own outline names."""
        self._known = known
        self._outlined = outlined or {}
        self._left = min((line.x0 for one in paragraphs for line in one.lines if line.turn == 0), default=0.0)
        looks = {_looks(one) for one in paragraphs if self._stands_out(one)}
        self._ranks = {look: rank for rank, look in enumerate(sorted(looks, reverse=True), 1)}
        self.found = sum(1 for one in paragraphs if self._level(one)) > 1

    def block(self, paragraph: Paragraph, span: Span) -> Block:
        """Return the block of a paragraph that stands at `span` in the text."""
        if paragraph.cell is not None:
            return Block(BlockKind.CELL, span, cell=paragraph.cell)
        if paragraph.story is not Story.MAIN:
            return Block(BlockKind.PARAGRAPH, span, paragraph.story, label=paragraph.label)
        if paragraph.leads_to_page:
            return Block(BlockKind.PARAGRAPH, span, contents=True)
        if level := self._level(paragraph):
            return Block(BlockKind.HEADING, span, level=min(level, _LEVELS))
        mark = paragraph.mark
        if mark is None or mark.weak or not self.found:  # without headings, the numbers decide what is a list
            return Block(BlockKind.PARAGRAPH, span)
        depth = int(max(0.0, paragraph.lines[0].x0 - self._left) / (_INDENT * paragraph.lines[0].height) / 2)
        return Block(BlockKind.LIST_ITEM, span, level=min(depth, _LEVELS - 1), ordered=not mark.is_bullet)

    def _level(self, paragraph: Paragraph) -> int:
        if self._outlined:
            return self._outlined.get(id(paragraph), 0)
        return self._ranks[_looks(paragraph)] if self._stands_out(paragraph) else 0

    def _stands_out(self, paragraph: Paragraph) -> bool:
        first = paragraph.lines[0]
        if first.celled or first.turn < 0 or len(paragraph.lines) > _MOST_LINES:
            return False
        words = _joined(paragraph)
        if len(words) > _LONGEST or not any(letter.isalpha() for letter in words):
            return False
        size, bold = _looks(paragraph)
        if size >= _MUCH_BIGGER * self._known.size:
            return not words.endswith(("。", "；", ";"))
        if size >= _BIGGER * self._known.size or (bold and not self._known.bold):
            return is_heading_like(words.rstrip("?？")) and not words.endswith((":", "："))
        return False


def _looks(paragraph: Paragraph) -> Looks:
    first = paragraph.lines[0]
    return round(first.height), all(line.style.bold for line in paragraph.lines)


def _joined(paragraph: Paragraph) -> str:
    """Return the words without their number, roughly joined: good enough to judge them by."""
    texts = [line.text for line in paragraph.lines]
    start = paragraph.mark.end if paragraph.mark else 0
    return ("" if is_cjk(texts[0][-1]) else " ").join(texts)[start:].strip()
