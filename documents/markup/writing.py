"""Words of a page as they come -> blocks: ended at each box, cut into paragraphs, given the label of their item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from documents.cell_labels import labelled_cell
from documents.markdown.page import Page
from documents.markup.lists import OpenList
from documents.markup.paragraphs import UNSEEN, is_numbered, paragraphs_of, seen_lines, words_of
from documents.markup.spaces import PLAIN, Flow, Line, WhiteSpace
from documents.model import Block, BlockKind, Cell, InnerLabel, Picture, Run, Span, Story

__all__ = ["NOTE_STATE", "Flowing", "State", "state_of"]

_NOWHERE = Span(0, 0)


class State(NamedTuple):
    """What holds inside an open element, and the block its words make. `around` keeps alive what it was made from."""

    look: Run = PLAIN
    white_space: WhiteSpace = WhiteSpace.NORMAL
    heading: int = 0
    quoted: bool = False
    code: bool = False
    block: Block = Block(BlockKind.PARAGRAPH, _NOWHERE)
    around: object = None


PLAIN_STATE = State()
NOTE_STATE = State(block=Block(BlockKind.PARAGRAPH, _NOWHERE, Story.FOOTNOTE))


def state_of(  # noqa: PLR0913 - what may differ inside an element
    around: State, look: Run, white_space: WhiteSpace, heading: int, *, quoted: bool, code: bool
) -> State:
    """Return the state inside an element; the one around it where nothing differs."""
    if (look, white_space, heading, quoted, code) == around[:5]:
        return around
    story = around.block.story
    if heading:
        block = Block(BlockKind.HEADING, _NOWHERE, story, heading)
    elif code:
        block = Block(BlockKind.CODE, _NOWHERE, story)
    else:
        block = Block(BlockKind.QUOTE if quoted else BlockKind.PARAGRAPH, _NOWHERE, story)
    return State(look, white_space, heading, quoted, code, block, around)


class Flowing:
    """The page as it grows. `state`, `lists` and `cell` are those of the words that come next.

    `painted` is the number that a style sheet puts before them.
    """

    def __init__(self) -> None:
        self.page = Page()
        self.tops: list[str] = []
        self.state = PLAIN_STATE
        self.lists: list[OpenList] = []
        self.cell: Cell | None = None
        self.painted = ""
        self._cell_labels: list[InnerLabel] = []
        self._cell_start = 0
        self._flow = Flow()

    def add(self, words: str) -> None:
        """Add the characters of a text node."""
        state = self.state
        if words == "\n" and state.white_space is WhiteSpace.NORMAL and self._flow.is_empty:
            return  # between two boxes, as nearly everywhere
        self._flow.add(words, state.look, state.white_space)

    def sign(self, picture: Picture) -> None:
        """Add a picture."""
        self._flow.sign(picture, self.state.look)

    def break_line(self) -> None:
        """Begin a new line, as <br> does."""
        self._flow.break_line()

    def hide(self, words: str) -> None:
        """Keep words aside that the page does not show, at the place where they would stand."""
        ahead = self._flow.length
        owes_line = self.cell is not None and ahead > 0 and self.page.position > self._cell_start
        self.page.hide(words, ahead=ahead + owes_line)

    def open_cell(self, cell: Cell) -> None:
        """Begin a cell: what comes until its end is its words."""
        self.cell = cell
        self._cell_start, self._cell_labels = self.page.position, []

    def end_cell(self) -> None:
        """End the cell, empty or not."""
        self._end_line_of_cell()
        block = Block(BlockKind.CELL, self.page.span, self.state.block.story, cell=self.cell)
        self.page.close(labelled_cell(block, self._cell_labels))
        self.cell = None

    def boundary(self) -> None:
        """End the block at hand; inside a cell, the line."""
        flow = self._flow
        if self.cell is not None:
            self._end_line_of_cell()
        elif flow.is_empty:  # between boxes in boxes, as mostly
            flow.forget_space()
        else:
            self._blocks(flow.take())

    def _end_line_of_cell(self) -> None:
        """Write the lines since the last box; the first of them takes the label that waits."""
        if self._flow.is_empty:
            self._flow.forget_space()
            return
        for index, line in enumerate(seen_lines(self._flow.take())):
            begun = self.page.position > self._cell_start
            if index == 0:
                self._label_line(words_of(line), self.page.position + begun - self._cell_start)
            self._write(line, first=not begun)

    def _label_line(self, words: str, offset: int) -> None:
        """Give a line of a cell the number painted before it, else that of its item, unless one is typed."""
        inner = self.lists[-1] if self.lists else None
        label, ordered = (inner.label, inner.ordered) if inner and not self.painted else (self.painted, True)
        level, identity = (inner.level, inner.id) if inner else (0, None)
        if label and not is_numbered(words):
            self._cell_labels.append(InnerLabel(offset, label, level, identity, ordered))
        elif label or not inner:
            self._cell_labels.append(InnerLabel(offset, ""))
        self.painted = ""
        if inner:
            inner.label = ""

    def _blocks(self, lines: Sequence[Line]) -> None:
        """Write the block, or the blocks, that the lines make."""
        if len(lines) == 1:
            if words_of(lines[0]).strip(UNSEEN):
                self._block(lines)
        elif self.state.code:
            self._block(lines)
        elif self.state.heading:
            self._block(seen_lines(lines))
        else:
            for group in paragraphs_of(lines):
                self._block(group)

    def _block(self, lines: Sequence[Line]) -> None:
        words = "\n".join(map(words_of, lines))
        if not words or words.isspace():
            return
        for index, line in enumerate(lines):
            self._write(line, first=index == 0)
        self.page.close(self._labelled(words_of(lines[0])))
        if self.state.heading == 1:
            self._add_top(" ".join(words_of(line) for line in lines))

    def _add_top(self, words: str) -> None:
        if any(letter.isalnum() for letter in words):
            self.tops.append(words)

    def _write(self, line: Line, *, first: bool) -> None:
        page = self.page
        if not first:
            page.write("\n")
        for words, look, picture in line:
            if picture is not None:
                page.picture(picture)
            page.write(words, look)

    def _labelled(self, words: str) -> Block:
        """Give the first block of an item its label, unless a number is typed: then the page hides its own."""
        block = self.state.block
        inner = self.lists[-1] if self.lists else None
        if self.painted and words.strip():
            painted, self.painted = self.painted, ""
            if inner is None:
                block = block if is_numbered(words) else replace(block, label=painted, ordered=True)
                return replace(block, span=self.page.span)
            inner.label, inner.ordered = painted, True
        if inner is None or not inner.label or not words.strip():
            return Block(block.kind, self.page.span, block.story, block.level)
        label, inner.label = inner.label, ""
        if is_numbered(words):
            return Block(block.kind, self.page.span, block.story, block.level)
        is_heading = block.kind is BlockKind.HEADING
        kind, level = (block.kind, block.level) if is_heading else (BlockKind.LIST_ITEM, inner.level)
        return Block(kind, self.page.span, block.story, level, label, None, None, inner.id, inner.ordered)
