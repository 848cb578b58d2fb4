"""The body of a Word file made from a policy: its paragraphs and tables, each set as what it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from lxml import etree

from documents.cell_labels import labelled_parts
from documents.model import Block, BlockKind, InnerLabel, PolicyDocument, Span, Story
from export.word.directions import runs_leftwards
from export.word.fonts import is_chinese
from export.word.footnotes import Note
from export.word.inking import Ink
from export.word.names import R, W, sub, w
from export.word.new_package import MAIN
from export.word.numbering import Numbering
from export.word.page_setup import Paper
from export.word.ranges import Paragraph
from export.word.styles import (
    BLANK,
    BODY,
    BOX,
    CELL,
    CELL_HEAD,
    CODE,
    FOOTNOTE_TEXT,
    HEADINGS,
    LIST,
    MARGIN,
    NOTE,
    QUOTE,
    divided,
)
from export.word.table_rows import TableWriter
from export.word.tables import grid_of
from export.word.widths import width_of

__all__ = ["Body"]

_STYLES: Final = {
    BlockKind.TITLE: "Title",
    BlockKind.LIST_ITEM: LIST,
    BlockKind.QUOTE: QUOTE,
    BlockKind.CODE: CODE,
    BlockKind.CELL: CELL,
    BlockKind.PARAGRAPH: BODY,
}
_APART: Final = {Story.FOOTNOTE: NOTE, Story.ENDNOTE: NOTE, Story.HEADER: MARGIN, Story.FOOTER: MARGIN}
_LOOK: Final = 20
_LEFTWARDS: Final = {"ar", "he", "fa", "ur"}
_HEADS: Final = {BlockKind.HEADING, BlockKind.TITLE}


class Body:
    """Grows a document body paragraph by paragraph. `bookmarks` are the names of headings by where they begin."""

    def __init__(self, policy: PolicyDocument, ink: Ink, paper: Paper, bookmarks: Mapping[int, str]) -> None:
        self._text = policy.text
        self._ink = ink
        self._paper = paper
        self._bookmarks = bookmarks
        self._chinese = is_chinese(policy.language)
        self._em = 240 if self._chinese else 220
        self._lowest = _lowest(policy)
        self._leftwards_by_language = policy.language in _LEFTWARDS
        self.root = etree.Element(w("document"), nsmap={"w": W, "r": R})
        self.body = sub(self.root, "body")
        self.numbering = Numbering(self._em)
        self.paragraphs: list[Paragraph] = []
        self._story = Story.MAIN
        self._after_heading = False
        self._after_table = False

    def paragraph(self, span: Span, block: Block | None) -> None:
        """Append a paragraph with the words of `span`, set as what its block is."""
        made = sub(self.body, "p")
        properties = sub(made, "pPr")
        words = span.of(self._text)
        leftwards = self._leftwards(words, block)
        if words.strip():
            self._set(properties, span, block, leftwards=leftwards)
            self._after_heading = block is not None and block.kind in _HEADS
        else:
            sub(properties, "pStyle", {"val": BLANK})
            if self._after_heading:
                sub(properties, "keepNext")
        self._after_table = False
        if not len(properties):
            made.remove(properties)
        self._fill(made, span, leftwards=leftwards)

    def note(self, root: etree._Element, note: Note) -> None:
        """Append a footnote or endnote to the part of its kind."""
        made = sub(root, note.kind, {"id": str(note.id)})
        for number, block in enumerate(note.blocks):
            paragraph = sub(made, "p")
            properties = sub(paragraph, "pPr")
            sub(properties, "pStyle", {"val": FOOTNOTE_TEXT})
            if block.label and block.label_span is None and (number or block.kind is BlockKind.LIST_ITEM):
                self._number(properties, block)  # a note's own number is its mark
            leftwards = self._leftwards(block.span.of(self._text), block)
            if leftwards:
                sub(properties, "bidi")
            if number == 0:
                note.own_mark(paragraph)
            self._fill(paragraph, block.span, note.part, leftwards=leftwards)

    def table(self, cells: Sequence[Block]) -> None:
        """Append a table of blocks that are cells."""
        if self._after_table:  # two tables without a paragraph between them are one to Word
            sub(sub(sub(self.body, "p"), "pPr"), "pStyle", {"val": BLANK})
        leftwards = self._leftwards(" ".join(block.span.of(self._text) for block in cells[:_LOOK]), cells[0])
        grid = grid_of(cells, self._text, self._em, self._paper.inner_width, stretched=leftwards)
        self.body.append(TableWriter(grid, self._cell).table(leftwards=leftwards))
        self._after_table = True
        self._after_heading = False
        self._story = cells[-1].story

    def end(self) -> None:
        """See to it that there is a paragraph at the end, as Word wants."""
        if not self.paragraphs:
            self.paragraph(Span(0, 0), None)

    def _leftwards(self, words: str, block: Block | None) -> bool:
        if block is not None and block.right_to_left:
            return True
        code = block is not None and block.kind is BlockKind.CODE
        return runs_leftwards(words) or (self._leftwards_by_language and not code)

    def _fill(self, paragraph: etree._Element, span: Span, part: str = MAIN, *, leftwards: bool) -> None:
        self.paragraphs.append(Paragraph(paragraph, span.start, part))
        bookmark = self._bookmarks.get(span.start)
        if bookmark:
            number = {"id": bookmark.removeprefix("_Heading")}
            sub(paragraph, "bookmarkStart", {**number, "name": bookmark})
        self._ink.write(paragraph, span, part, leftwards=leftwards)
        if bookmark:
            sub(paragraph, "bookmarkEnd", number)

    def _set(self, properties: etree._Element, span: Span, block: Block | None, *, leftwards: bool) -> None:
        """Say how a paragraph is set, in the order of Word's schema."""
        style = self._style(span, block)
        sub(properties, "pStyle", {"val": style})
        indent: dict[str, str] = {}
        if block is not None and block.label:
            if block.label_span is None:
                self._number(properties, block)
            elif block.kind is BlockKind.LIST_ITEM:
                indent = self._hung(span, block.label_span.end, block.level)
        if style == BODY and self._chinese and self._text[span.start].isspace():
            indent = {"firstLine": "0", "firstLineChars": "0"}  # indented by hand
        if leftwards:
            sub(properties, "bidi")
        if self._after_table and style in {BODY, LIST, CODE, QUOTE, BOX}:
            sub(properties, "spacing", {"before": "160"})
        if indent:
            sub(properties, "ind", indent)

    def _style(self, span: Span, block: Block | None) -> str:
        if block is None:
            return BODY
        before, self._story = self._story, block.story
        if block.story in _APART:
            style = _APART[block.story]
            return divided(style) if before is not block.story and len(span) else style
        if block.story is Story.TEXT_BOX and block.kind is BlockKind.PARAGRAPH:
            return BOX
        if block.kind is BlockKind.HEADING:
            return HEADINGS[min(max(1, block.level) - self._lowest, len(HEADINGS) - 1)]
        return _STYLES[block.kind]

    def _number(self, properties: etree._Element, block: Block) -> None:
        number, level = self.numbering.number_of(block)
        made = sub(properties, "numPr")
        sub(made, "ilvl", {"val": str(level)})
        sub(made, "numId", {"val": str(number)})

    def _hung(self, span: Span, end: int, level: int) -> dict[str, str]:
        """A typed label hangs by its own width."""
        while end < span.end and self._text[end].isspace():
            end += 1
        hanging = width_of(self._text[span.start : end], self._em)
        return {"left": str(hanging + level * 2 * self._em), "hanging": str(hanging)}

    def _cell(self, cell: etree._Element, block: Block) -> None:
        """Fill a cell: each of its lines is a paragraph, and so is each of its items, however many lines it has."""
        head = block.cell is not None and block.cell.header
        parts = labelled_parts(block)
        lines = [(one, label) for span, label in parts for one in ([span] if label else _lines(span, self._text))]
        for span, label in lines:
            made = sub(cell, "p")
            properties = sub(made, "pPr")
            sub(properties, "pStyle", {"val": CELL_HEAD if head else CELL})
            if label is not None:
                self._number(properties, _item(block, label))
            leftwards = self._leftwards(span.of(self._text), block)
            if leftwards:
                sub(properties, "bidi")
            self._fill(made, span, leftwards=leftwards)


def _item(cell: Block, label: InnerLabel) -> Block:
    """A cell as what one of its items is to the numbering."""
    return replace(cell, label=label.label, level=label.level, list_id=label.list_id, ordered=label.ordered)


def _lowest(policy: PolicyDocument) -> int:
    """The level that becomes Word's first. Below a title that is the highest there is.

    Without one, headings that begin lower stay below the first level: one of that is a title to many a program.
    """
    levels = [block.level for block in policy.blocks if block.kind is BlockKind.HEADING and block.level]
    lowest = min(levels, default=1)
    titled = any(block.kind is BlockKind.TITLE for block in policy.blocks)
    return lowest if titled else max(1, lowest - 1)


def _lines(span: Span, text: str) -> list[Span]:
    """The lines of a cell. One without words stays within the line before it, for Word to keep it."""
    lines: list[Span] = []
    at = span.start
    for words in span.of(text).split("\n"):
        end = at + len(words)
        if lines and not (words.strip() and text[lines[-1].start : lines[-1].end].strip()):
            lines[-1] = Span(lines[-1].start, end)
        else:
            lines.append(Span(at, end))
        at = end + 1
    return lines
