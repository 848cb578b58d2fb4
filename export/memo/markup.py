"""Small builders of WordprocessingML: runs, paragraphs, tables. Every look is a style, named here, set in looks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml import etree

from export.word.names import XML_SPACE, W, w

__all__ = [
    "Cell",
    "bookmarked",
    "clean",
    "linked",
    "paragraph",
    "row",
    "run",
    "runs",
    "table",
    "wml",
]


ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
LONE = re.compile(r"[\ud800-\udfff]")
HANZI = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
PIECES = re.compile(r"(\t|\n|\u2011)")


def wml(tag: str, *children: etree._Element | None, **attributes: object) -> etree._Element:
    """Return `w:tag` with the attributes, all in Word's namespace; children that are None are left out."""
    element = etree.Element(w(tag), {w(key): str(value) for key, value in attributes.items()}, nsmap={"w": W})
    element.extend(child for child in children if child is not None)
    return element


def clean(text: str) -> str:
    """Return `text` without the characters XML cannot hold; half a surrogate pair becomes U+FFFD."""
    joined = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return LONE.sub("\ufffd", ILLEGAL.sub("", joined))


def run(text: str, style: str = "") -> etree._Element:
    """Return one run of `text`: line feeds are breaks, tabs are tabs.

    Quotation marks and dashes are as wide as their font: beside hanzi the hint asks for the Chinese one.
    """
    text = clean(text)
    hint = wml("rFonts", hint="eastAsia") if HANZI.search(text) else None
    look = wml("rStyle", val=style) if style else None
    properties = wml("rPr", look, hint) if style or hint is not None else None
    return wml("r", properties, *map(_piece, filter(None, PIECES.split(text))))


def _piece(piece: str) -> etree._Element:
    match piece:
        case "\t":
            return wml("tab")
        case "\n":
            return wml("br")
        case "\u2011":
            return wml("noBreakHyphen")
    element = wml("t")
    element.text = piece
    element.set(XML_SPACE, "preserve")
    return element


def runs(text: str, marks: re.Pattern[str], style: str, base: str = "") -> list[etree._Element]:
    """Return `text` as runs, those that `marks` finds in `style`."""
    made, at = [], 0
    for found in marks.finditer(text):
        made += [run(text[at : found.start()], base), run(found.group(), style)]
        at = found.end()
    return [piece for piece in [*made, run(text[at:], base)] if piece.find(w("t")) is not None]


def paragraph(style: str, *content: etree._Element | str, keep: bool = False) -> etree._Element:
    """Return a paragraph in `style`; `keep` holds it on the page of the next one."""
    properties = wml("pPr", wml("pStyle", val=style), wml("keepNext") if keep else None)
    return wml("p", properties, *(run(piece) if isinstance(piece, str) else piece for piece in content))


def linked(name: str, *content: etree._Element) -> etree._Element:
    """Return a link to the bookmark `name` of the same document."""
    return wml("hyperlink", *content, anchor=name, history=1)


def bookmarked(name: str, number: int, *content: etree._Element) -> list[etree._Element]:
    """Return `content` between the two ends of the bookmark `name`; `number` is its own in the document."""
    return [wml("bookmarkStart", id=number, name=name), *content, wml("bookmarkEnd", id=number)]


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: its paragraphs (one at least), its fill as RRGGBB, the columns it takes."""

    content: Sequence[etree._Element]
    fill: str = ""
    columns: int = 1


def row(cells: Iterable[Cell], widths: Sequence[int], *, header: bool = False, height: int = 0) -> etree._Element:
    """Return a row that no page break splits; a `header` is repeated on every page."""
    properties = wml(
        "trPr",
        wml("cantSplit"),
        wml("trHeight", val=height, hRule="exact") if height else None,
        wml("tblHeader") if header else None,
    )
    made, at = [], 0
    for cell in cells:
        made.append(_cell(cell, sum(widths[at : at + cell.columns])))
        at += cell.columns
    return wml("tr", properties, *made)


def _cell(cell: Cell, width: int) -> etree._Element:
    properties = wml(
        "tcPr",
        wml("tcW", w=width, type="dxa"),
        wml("gridSpan", val=cell.columns) if cell.columns > 1 else None,
        wml("shd", val="clear", color="auto", fill=cell.fill) if cell.fill else None,
    )
    return wml("tc", properties, *cell.content)


def table(style: str, widths: Sequence[int], rows: Iterable[etree._Element], describes: str = "") -> etree._Element:
    """Return a table of fixed column `widths` (twentieths of a point); `describes` is for those who cannot see it."""
    properties = wml(
        "tblPr",
        wml("tblStyle", val=style),
        wml("tblW", w=sum(widths), type="dxa"),
        wml("tblLayout", type="fixed"),
        wml("tblLook", val="0420", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=0, noVBand=1),
        wml("tblCaption", val=clean(describes)) if describes else None,
    )
    return wml("tbl", properties, wml("tblGrid", *(wml("gridCol", w=width) for width in widths)), *rows)
