"""A memo of changes as a page, for the preview and for printing: the very words of the Word file, walked once more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from annotations.model import Severity
from export.change_memo.document import laid_out
from export.change_memo.memo import ChangeMemo
from export.memo.opening import confidentiality
from export.memo.words import subject
from export.pages.blocks import Block, Cell, Facts, Heading, Items, Line, Mark, Paragraph, Section, Table, Text
from export.pages.page import Page
from export.word.names import w

__all__ = ["page_of_changes"]

_MARKS: Final = {
    "FieldLabel": Mark.STRONG,
    "Deleted": Mark.TAKEN_OUT,
    "Inserted": Mark.PUT_IN,
    "Context": Mark.CONTEXT,
    "ToVerify": Mark.VERIFY,
}
_RATES: Final = {f"Severity{severity.name.title()}": severity for severity in Severity}
_FACTS: Final = {"FactsTable": "", "SignatureTable": "signature", "HeadingBlock": "head"}
_ITEMS: Final = ("ListItem", "DecisionItem")
_HEADS: Final = ("Heading1", "Heading2")


def page_of_changes(memo: ChangeMemo) -> Page:
    """Return the page of a memo of changes; it says what the Word file says."""
    layout, sheets = laid_out(memo)
    elements = [element for _, content in sheets for element in content]
    first = next(place for place, element in enumerate(elements) if _style(element) == "Heading1")
    heading = next(_facts(element) for element in elements[:first] if element.tag == w("tbl"))
    return Page(
        language=layout.language,
        title=layout.say("title"),
        subject=subject(layout.report, layout.key("subject")),
        firm=layout.report.heading.firm.strip(),
        confidentiality=confidentiality(layout.report),
        heading=heading,
        sections=tuple(_sections(elements[first:])),
        contents=layout.say("contents"),
    )


def _sections(elements: Sequence[etree._Element]) -> Iterator[Section]:
    starts = [place for place, element in enumerate(elements) if _style(element) == "Heading1"]
    for order, start in enumerate(starts):
        stop = starts[order + 1] if order + 1 < len(starts) else len(elements)
        title = "".join(text.words for text in _line(elements[start]))
        yield Section(f"part{order + 1}", title, tuple(_blocks(elements[start + 1 : stop])))


def _blocks(elements: Sequence[etree._Element]) -> Iterator[Block]:
    caption, items = "", list[Line]()
    for element in elements:
        style = _style(element)
        if items and style not in _ITEMS:
            yield Items(tuple(items))
            items = []
        if element.tag == w("tbl"):
            yield _facts(element) if style in _FACTS else _table(element, caption)
        elif style == "Caption":
            caption = "".join(text.words for text in _line(element))
        elif style in _ITEMS:
            items.append(_line(element))
        elif line := _line(element):
            yield Heading(3, line) if style in _HEADS else Paragraph(line)
    if items:
        yield Items(tuple(items))


def _style(element: etree._Element) -> str:
    table = element.tag == w("tbl")
    mark = element.find(f"{w('tblPr')}/{w('tblStyle')}" if table else f"{w('pPr')}/{w('pStyle')}")
    return (mark.get(w("val")) or "") if mark is not None else ""


def _facts(table: etree._Element) -> Facts:
    rows = [[_lines(cell) for cell in row.iterfind(w("tc"))] for row in table.iterfind(w("tr"))]
    told = tuple(("".join(text.words for line in name for text in line), value) for name, value in rows)
    return Facts(told, _FACTS[_style(table)])


def _table(table: etree._Element, caption: str) -> Table:
    head, *rows = [[_lines(cell) for cell in row.iterfind(w("tc"))] for row in table.iterfind(w("tr"))]
    widths = [int(column.get(w("w")) or 0) for column in table.iter(w("gridCol"))]
    shares = tuple(width * 100 // sum(widths) for width in widths)
    heads = tuple("".join(text.words for line in cell for text in line) for cell in head)
    return Table(caption, heads, tuple(tuple(Cell(cell) for cell in row) for row in rows), shares)


def _lines(cell: etree._Element) -> tuple[Line, ...]:
    return tuple(line for paragraph in cell.iterfind(w("p")) if (line := _line(paragraph)))


def _line(paragraph: etree._Element) -> Line:
    """Return the words of a paragraph, each run marked as its style says."""
    told = []
    for run in paragraph.iter(w("r")):
        words = "".join(_letters(piece) for piece in run)
        mark = run.find(f"{w('rPr')}/{w('rStyle')}")
        style = (mark.get(w("val")) or "") if mark is not None else ""
        if words:
            told.append(Text(words, _MARKS.get(style, Mark.PLAIN), rates=_RATES.get(style)))
    return tuple(told)


def _letters(piece: etree._Element) -> str:
    if piece.tag in (w("br"), w("tab")):
        return " "
    return (piece.text or "") if piece.tag == w("t") else "\u2011" if piece.tag == w("noBreakHyphen") else ""
