"""What is aligned: paragraphs, whole tables, their rows and cells, each with its words and without its number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby, pairwise
from typing import Final

from documents.comparing.words import plain, tokens
from documents.labels import mark_of
from documents.model import Block, BlockKind, PolicyDocument, Span

__all__ = ["Side", "Unit"]

_EMPTY: Final = re.compile(r"\s*")
_LONGEST_MARK: Final = 40


@dataclass(eq=False)
class Unit:
    """Some blocks next to each other. Two units are one another's only where `sort` is the same."""

    blocks: range
    sort: str
    words: str
    heading: bool = False
    is_table: bool = False
    label: str = ""

    @cached_property
    def key(self) -> str:
        """The words without white space and capital letters: what stands equal stands still."""
        return "".join(self.words.split()).casefold()

    def _said(self) -> list[str]:
        return [plain(one) for one in tokens(self.words) if one[0].isalnum()]

    @cached_property
    def groups(self) -> frozenset[tuple[str, ...]]:
        """Three words next to each other: what two units share of these, one has from the other."""
        found = self._said()
        return frozenset(zip(found, found[1:], found[2:], strict=False))

    @cached_property
    def letters(self) -> str:
        """The letters and figures alone."""
        return "".join(letter for letter in self.key if letter.isalnum())

    @cached_property
    def features(self) -> frozenset[str]:
        """What its likeness to others is told by: words, and pairs of letters where words are not set apart."""
        found = self._said()
        pairs = {one + other for one, other in pairwise(found) if len(one) == 1}
        return frozenset(pairs.union(one for one in found if len(one) > 1)) or frozenset(found)


@dataclass
class Side:
    """One of the two documents, its text cut into stretches, one for each block."""

    policy: PolicyDocument
    blocks: tuple[Block, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.blocks = self.policy.blocks or tuple(_lines(self.policy.text))

    @cached_property
    def bounds(self) -> tuple[int, ...]:
        """Where each block's stretch begins; the first at 0, and last the end of the text."""
        return (0, *(block.span.start for block in self.blocks[1:]), len(self.policy.text))

    def stretch(self, blocks: range) -> Span:
        """Return the stretch of some blocks, with the line feeds that follow; it is empty for none of them."""
        return Span(self.bounds[blocks.start], self.bounds[blocks.stop])

    def content(self, blocks: range) -> Span:
        """Return the words of some blocks: without the number that is typed before them."""
        first, last = self.blocks[blocks.start], self.blocks[blocks.stop - 1]
        return Span(self._after_label(first), last.span.end)

    def label(self, place: int) -> str:
        """Return the number of a block, typed or computed; "" for none, and for a bullet."""
        block = self.blocks[place]
        return block.label if _is_number(block.label) else self._typed(block)[0]

    def _after_label(self, block: Block) -> int:
        """Return where the words begin, behind a typed number and the spaces round it."""
        text = self.policy.text
        start = block.span.start
        if block.label_span is not None:
            typed = block.label_span.end if not text[start : block.label_span.start].strip() else start
        else:
            typed = start if _is_number(block.label) else self._typed(block)[1]
        space = _EMPTY.match(text, typed, block.span.end)
        return space.end() if space and space.end() < block.span.end else typed

    def _typed(self, block: Block) -> tuple[str, int]:
        """Return a number that nobody counts, as in a table of contents, and where it ends."""
        text, start = self.policy.text, block.span.start
        if block.cell is not None or block.label_span is not None:
            return "", start
        mark = mark_of(text[start : min(block.span.end, start + _LONGEST_MARK)])
        if mark is None or mark.weak or mark.is_bullet or start + mark.end >= block.span.end:
            return "", start
        return mark.label, start + mark.end

    def words(self, blocks: range) -> str:
        """Return what some blocks say."""
        return self.content(blocks).of(self.policy.text)

    def words_of(self, span: Span) -> str:
        """Return the words at a place."""
        return span.of(self.policy.text)

    def units(self) -> list[Unit]:
        """Return the whole document: a table is one unit."""
        found: list[Unit] = []
        for _, places in groupby(range(len(self.blocks)), key=self._table_or_block):
            listed = list(places)
            blocks = range(listed[0], listed[-1] + 1)
            found.append(self._unit(blocks, is_table=self.blocks[blocks.start].cell is not None))
        return found

    def _table_or_block(self, place: int) -> tuple[bool, int]:
        cell = self.blocks[place].cell
        return (True, cell.table) if cell else (False, place)

    def rows(self, blocks: range) -> list[Unit]:
        """Return a table, row by row."""
        found: list[Unit] = []
        for _, places in groupby(blocks, key=self._row):
            listed = list(places)
            found.append(self._unit(range(listed[0], listed[-1] + 1)))
        return found

    def _row(self, place: int) -> tuple[int, int]:
        cell = self.blocks[place].cell
        return (cell.table, cell.row) if cell else (-1, place)

    def cells(self, blocks: range) -> list[Unit]:
        """Return a row, cell by cell."""
        return [self._unit(range(place, place + 1)) for place in blocks]

    def _unit(self, blocks: range, *, is_table: bool = False) -> Unit:
        first = self.blocks[blocks.start]
        sort = f"{first.story}{' contents' if first.contents else ''}{' cell' if first.cell else ''}"
        heading = first.kind in (BlockKind.HEADING, BlockKind.TITLE)
        label = "" if first.cell else self.label(blocks.start)
        return Unit(blocks, sort, self.words(blocks), heading, is_table, label)


def _is_number(label: str) -> bool:
    """Whether a label counts; a bullet does not."""
    return any(letter.isalnum() for letter in label)


def _lines(text: str) -> Sequence[Block]:
    """Return lines as blocks, for a text without any."""
    found: list[Block] = []
    here = 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Block(BlockKind.PARAGRAPH, Span(here, here + len(line))))
        here += len(line) + 1
    return found or [Block(BlockKind.PARAGRAPH, Span(0, len(text)))]
