"""What a paragraph is to a reader by how it is set: heading and its level, list item, or plain words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from documents.contents import titled_contents
from documents.labels import Rank, rank_of
from documents.lines import is_heading_like
from documents.model import Block, BlockKind, Span, Story
from documents.pdf.indents import Indents
from documents.pdf.lines import is_cjk
from documents.pdf.paragraphs import Measure, Paragraph, is_centred

__all__ = ["Kinds"]

_BIGGER = 1.12
_MUCH_BIGGER = 1.3
_MOST_LINES = 3
_LONGEST = 160
_LEVELS = 9
_INDENT = 1.2
_ON_COVER = 3
_AWAY = 3

Looks = tuple[float, bool]


class Kinds:
    """Tells headings of a document by their looks, and how deep they stand."""

    def __init__(
        self, paragraphs: Sequence[Paragraph], known: Measure, outlined: Mapping[int, int] | None = None
    ) -> None:
        """`outlined` gives the level of paragraphs, by `id`, that the file's own outline names."""
        self._known = known
        self._outlined = outlined or {}
        self._contents = _contents(paragraphs)
        self._indents = Indents(line for one in paragraphs for line in one.lines)
        titles = [one for one in self._cover(paragraphs) if self._stands_out(one)]
        self._plain = self._contents | {id(one) for one in titles[1:]}
        looks = {_looks(one) for one in paragraphs if id(one) not in self._plain and self._stands_out(one)}
        self._title = self._title_above(paragraphs) if self._outlined else None
        self._ranks = {look: rank for rank, look in enumerate(sorted(looks, reverse=True), 1)}
        self.found = sum(1 for one in paragraphs if self._level(one)) > 1

    def block(self, paragraph: Paragraph, span: Span) -> Block:
        """Return the block of a paragraph that stands at `span` in the text."""
        if paragraph.cell is not None:
            return Block(BlockKind.CELL, span, cell=paragraph.cell)
        if paragraph.story is not Story.MAIN:
            return Block(BlockKind.PARAGRAPH, span, paragraph.story, label=paragraph.label)
        if paragraph.leads_to_page or id(paragraph) in self._contents:
            return Block(BlockKind.PARAGRAPH, span, contents=True)
        level = self._level(paragraph)
        if level or paragraph is self._title:
            return Block(BlockKind.HEADING if level else BlockKind.TITLE, span, level=min(level, _LEVELS))
        mark = paragraph.mark
        if mark is None or mark.weak or not self.found:  # without headings, the numbers decide what is a list
            return Block(BlockKind.PARAGRAPH, span)
        first = paragraph.lines[0]
        depth = 0 if is_centred(first) else int(self._indents.of(first) / (_INDENT * first.height) / 2)
        return Block(BlockKind.LIST_ITEM, span, level=min(depth, _LEVELS - 1), ordered=not mark.is_bullet)

    def _level(self, paragraph: Paragraph) -> int:
        if id(paragraph) in self._plain:
            return 0
        if self._outlined:
            return self._outlined.get(id(paragraph), 0)
        return self._ranks[_looks(paragraph)] if self._stands_out(paragraph) else 0

    def _title_above(self, paragraphs: Sequence[Paragraph]) -> Paragraph | None:
        """Return what stands on the first page in letters larger than those of any heading, above the first of them.

        A file's own outline names its headings, and mostly not its title.
        """
        named = [at for at, one in enumerate(paragraphs) if id(one) in self._outlined]
        above = [one for one in paragraphs[: min(named, default=0)] if one.lines[0].page == 0]
        largest = max(above, key=lambda one: _looks(one)[0], default=None)
        if largest is None or not self._is_large(largest) or not self._stands_out(largest):
            return None
        return largest if _looks(largest)[0] > max(_looks(paragraphs[at])[0] for at in named) else None

    def _is_large(self, paragraph: Paragraph) -> bool:
        return _looks(paragraph)[0] >= _MUCH_BIGGER * self._known.size

    def _cover(self, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
        """Return the paragraphs of a first page on which nothing begins at the left; none for any other."""
        first = [one for one in paragraphs if one.lines[0].page == 0]
        if len(first) == len(paragraphs) or len(first) < _ON_COVER:
            return []
        away = (self._indents.of(line) > _AWAY * line.height for one in first for line in one.lines)
        return first if all(away) else []

    def _stands_out(self, paragraph: Paragraph) -> bool:
        first = paragraph.lines[0]
        if first.celled or first.turn < 0 or len(paragraph.lines) > _MOST_LINES:
            return False
        words = _joined(paragraph) or _number_alone(paragraph)
        if len(words) > _LONGEST or not any(letter.isalpha() for letter in words):
            return False
        size, bold = _looks(paragraph)
        if self._is_large(paragraph):
            return not words.endswith(("。", "；", ";"))
        if size >= _BIGGER * self._known.size or (bold and not self._known.bold):
            return is_heading_like(words.rstrip("?？")) and not words.endswith((":", "："))
        return False


def _contents(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Return the `id` of each paragraph that stands in a table of contents."""
    found = titled_contents([paragraph.lines[-1].text for paragraph in paragraphs])
    return frozenset(id(paragraphs[index]) for index in found)


def _number_alone(paragraph: Paragraph) -> str:
    """Return the words of a number that needs none beside it ("ARTICLE I"): its title stands on the next line."""
    mark = paragraph.mark
    rank = rank_of(mark.readings[0].family) if mark is not None and not mark.weak else Rank.BULLET
    stamp = rank == Rank.ANNEX and paragraph.lines[0].page == 0  # of whoever filed it
    return paragraph.lines[0].text if rank <= Rank.ARTICLE and not stamp else ""


def _looks(paragraph: Paragraph) -> Looks:
    first = paragraph.lines[0]
    return round(first.height), all(line.style.bold for line in paragraph.lines)


def _joined(paragraph: Paragraph) -> str:
    """Return the words without their number, roughly joined: good enough to judge them by."""
    texts = [line.text for line in paragraph.lines]
    start = paragraph.mark.end if paragraph.mark else 0
    return ("" if is_cjk(texts[0][-1]) else " ").join(texts)[start:].strip()
