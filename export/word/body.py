"""The body of a Word file made from a policy: paragraphs, tables, and where each letter came to stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final
from unicodedata import east_asian_width
from urllib.parse import urlsplit

from lxml import etree

from documents.model import Block, BlockKind, PolicyDocument, Run, Span
from export.word.base import Standing
from export.word.fonts import Faces, is_chinese
from export.word.names import XML_SPACE, R, W, element, legal, sub, w
from export.word.new_package import MAIN
from export.word.numbering import Numbering
from export.word.ranges import Paragraph
from export.word.styles import BLANK, CELL, CODE, HEADINGS, LIST, QUOTE, TABLE

__all__ = ["Body"]

_SCHEMES: Final = {"http", "https", "mailto", "tel"}
_STYLES: Final = {
    BlockKind.TITLE: "Title",
    BlockKind.LIST_ITEM: LIST,
    BlockKind.QUOTE: QUOTE,
    BlockKind.CODE: CODE,
    BlockKind.CELL: CELL,
}
_PAGE: Final = {"top": "1440", "right": "1588", "bottom": "1440", "left": "1588", "header": "851", "footer": "992"}
_WIDTH: Final = 11906 - 2 * 1588


class Body:
    """Grows a document body paragraph by paragraph."""

    def __init__(self, policy: PolicyDocument, faces: Faces) -> None:
        self._text = policy.text
        self._faces = faces
        self._chinese = is_chinese(policy.language)
        self._em = 240 if self._chinese else 220
        self._runs = sorted((run for run in policy.runs if len(run.span)), key=lambda run: run.span)
        self._starts = [run.span.start for run in self._runs]
        self._lowest = min((b.level for b in policy.blocks if b.kind is BlockKind.HEADING and b.level), default=1)
        self.root = etree.Element(w("document"), nsmap={"w": W, "r": R})
        self._body = sub(self.root, "body")
        self.numbering = Numbering()
        self.links: dict[str, int] = {}
        self.letters: list[Standing] = []
        self.paragraphs: list[Paragraph] = []
        self._after_heading = False
        self._last_was_table = False

    @staticmethod
    def link_id(number: int) -> str:
        """Return the relationship id of a link by its place in `links`."""
        return f"rIdLink{number + 1}"

    def paragraph(self, span: Span, block: Block | None) -> None:
        """Append a paragraph with the words of `span`, set as what its block is."""
        made = sub(self._body, "p")
        self._fill(made, span, block)
        if self._last_was_table and made.find(f"{w('pPr')}/{w('pStyle')}") is None:
            _space_before(made)
        self._last_was_table = False

    def table(self, cells: Sequence[Block]) -> None:
        """Append a table of blocks that are cells."""
        if self._last_was_table:  # two tables without a paragraph between them are one to Word
            sub(self._body, "p")
        self._last_was_table = True
        width = max(block.cell.column + block.cell.column_span for block in cells if block.cell is not None)
        table = sub(self._body, "tbl")
        properties = sub(table, "tblPr")
        sub(properties, "tblStyle", {"val": TABLE})
        sub(properties, "tblW", {"w": "5000", "type": "pct"})
        sub(properties, "tblLook", {"val": "0420", "firstRow": "1", "noVBand": "1"})
        grid = sub(table, "tblGrid")
        for _ in range(width):
            sub(grid, "gridCol", {"w": str(_WIDTH // width)})
        for _, row in groupby(cells, key=lambda block: block.cell.row if block.cell else 0):
            self._row(table, list(row), width)

    def close(self) -> None:
        """Append what ends a body: its page and footer."""
        if not self.paragraphs:
            self.paragraph(Span(0, 0), None)
        section = sub(self._body, "sectPr")
        reference = sub(section, "footerReference", {"type": "default"})
        reference.set(f"{{{R}}}id", "rId3")
        sub(section, "pgSz", {"w": "11906", "h": "16838"})
        sub(section, "pgMar", {**_PAGE, "gutter": "0"})
        sub(section, "cols", {"space": "425"})
        if self._chinese:
            sub(section, "docGrid", {"linePitch": "312"})

    def _row(self, table: etree._Element, cells: Sequence[Block], width: int) -> None:
        row = sub(table, "tr")
        properties = sub(row, "trPr")
        sub(properties, "cantSplit")
        if all(block.cell is not None and block.cell.header for block in cells):
            sub(properties, "tblHeader")
        filled = 0
        for block in cells:
            span = block.cell.column_span if block.cell is not None else 1
            self._fill(sub(_cell(row, span, _WIDTH // width), "p"), block.span, block)
            filled += span
        for _ in range(width - filled):
            sub(_cell(row, 1, _WIDTH // width), "p")

    def _fill(self, paragraph: etree._Element, span: Span, block: Block | None) -> None:
        self.paragraphs.append(Paragraph(paragraph, span.start, MAIN))
        properties = sub(paragraph, "pPr")
        words = span.of(self._text)
        if words.strip() or (block is not None and block.kind is BlockKind.CELL):
            self._set_style(properties, span, block)
            self._after_heading = block is not None and block.kind in {BlockKind.HEADING, BlockKind.TITLE}
        else:
            sub(properties, "pStyle", {"val": BLANK})
            if self._after_heading:
                sub(properties, "keepNext")
        if not len(properties):
            paragraph.remove(properties)
        for stretch, run in self._stretches(span):
            self._words(self._link(paragraph, run), paragraph, stretch, run)

    def _set_style(self, properties: etree._Element, span: Span, block: Block | None) -> None:
        kind = block.kind if block is not None else BlockKind.PARAGRAPH
        if block is not None and kind is BlockKind.HEADING:
            level = max(1, block.level) - self._lowest
            sub(properties, "pStyle", {"val": HEADINGS[min(level, len(HEADINGS) - 1)]})
        elif kind in _STYLES:
            sub(properties, "pStyle", {"val": _STYLES[kind]})
        if block is not None and kind is BlockKind.LIST_ITEM:
            self._set_list(properties, span, block)
        elif kind is BlockKind.PARAGRAPH and self._chinese and not self._text[span.start].isspace():
            sub(properties, "ind", {"firstLine": str(2 * self._em), "firstLineChars": "200"})

    def _set_list(self, properties: etree._Element, span: Span, block: Block) -> None:
        """Typed labels hang by their own width; computed ones are Word's numbering."""
        if block.label_span is None:
            if block.label:
                number, level = self.numbering.number_of(block)
                made = sub(properties, "numPr")
                sub(made, "ilvl", {"val": str(level)})
                sub(made, "numId", {"val": str(number)})
            return
        end = block.label_span.end
        while end < span.end and self._text[end].isspace():
            end += 1
        hanging = self._width(self._text[span.start : end])
        left = hanging + block.level * 2 * self._em
        sub(properties, "ind", {"left": str(left), "hanging": str(hanging)})

    def _width(self, words: str) -> int:
        """About how wide words are set, in twentieths of a point."""
        return sum(self._em if east_asian_width(letter) in "WF" else self._em // 2 for letter in words)

    def _stretches(self, span: Span) -> Iterator[tuple[Span, Run | None]]:
        """Cut a paragraph's stretch where letters change their look."""
        at = span.start
        first = max(0, bisect_right(self._starts, span.start) - 1)
        for run in self._runs[first : bisect_left(self._starts, span.end)]:
            start, end = max(at, run.span.start), min(span.end, run.span.end)
            if start >= end:
                continue
            if at < start:
                yield Span(at, start), None
            yield Span(start, end), run
            at = end
        if at < span.end:
            yield Span(at, span.end), None

    def _link(self, paragraph: etree._Element, run: Run | None) -> etree._Element:
        """The element that words go into: a link of the paragraph's, or the paragraph."""
        if run is None or urlsplit(run.link).scheme.lower() not in _SCHEMES:
            return paragraph
        given = self.link_id(self.links.setdefault(run.link, len(self.links)))
        last = paragraph[-1] if len(paragraph) else None
        if last is not None and last.tag == w("hyperlink") and last.get(f"{{{R}}}id") == given:
            return last
        made = sub(paragraph, "hyperlink")
        made.set(f"{{{R}}}id", given)
        made.set(w("history"), "1")
        return made

    def _words(self, parent: etree._Element, paragraph: etree._Element, span: Span, run: Run | None) -> None:
        made = sub(parent, "r")
        self._look(made, run, linked=parent is not paragraph)
        at = span.start
        for letters in _pieces(span.of(self._text)):
            if letters == "\t":
                item = sub(made, "tab")
            elif letters in {"\n", "\v"}:
                item = sub(made, "br")
            else:
                item = sub(made, "t")
                item.text = legal(letters)
                item.set(XML_SPACE, "preserve")
            self.letters.append(Standing(at, at + len(letters), item, made, paragraph, MAIN))
            at += len(letters)

    def _look(self, made: etree._Element, run: Run | None, *, linked: bool) -> None:
        properties = sub(made, "rPr")
        if linked:
            sub(properties, "rStyle", {"val": "Hyperlink"})
        fonts = {"hint": "eastAsia"} if self._chinese else {}
        if run is not None and run.code:
            fonts |= {"ascii": "Consolas", "hAnsi": "Consolas", "cs": "Consolas", "eastAsia": self._faces.east_asian}
        if fonts:
            sub(properties, "rFonts", fonts)
        for name in _toggles(run) if run is not None else ():
            sub(properties, name)
        if run is not None and run.underline:
            sub(properties, "u", {"val": "single"})
        if not len(properties):
            made.remove(properties)


def _toggles(run: Run) -> list[str]:
    """The run properties that are on or off, in the order of the schema."""
    bold = ["b", "bCs"] if run.bold else []
    italic = ["i", "iCs"] if run.italic else []
    return [*bold, *italic, *(["strike"] if run.strike else [])]


def _space_before(paragraph: etree._Element) -> None:
    """Keep a plain paragraph off the table above it."""
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = element("pPr")
        paragraph.insert(0, properties)
    properties.insert(0, element("spacing", {"before": "160"}))


def _cell(row: etree._Element, span: int, width: int) -> etree._Element:
    cell = sub(row, "tc")
    properties = sub(cell, "tcPr")
    sub(properties, "tcW", {"w": str(width * span), "type": "dxa"})
    if span > 1:
        sub(properties, "gridSpan", {"val": str(span)})
    return cell


def _pieces(words: str) -> Iterator[str]:
    """Cut words at tabs and line feeds, which are elements of their own."""
    for special, letters in groupby(words, key=lambda letter: letter in "\t\n\v"):
        if special:
            yield from letters
        else:
            yield "".join(letters)
