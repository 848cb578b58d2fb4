"""Small builders of WordprocessingML: runs, paragraphs, tables. Every look is a style, named here, set in looks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cache

from lxml import etree

from export.word.directions import directed, runs_leftwards
from export.word.names import XML_SPACE, W, w

__all__ = [
    "ILLEGAL",
    "LONE",
    "Cell",
    "bookmarked",
    "clean",
    "controlled",
    "field",
    "kept_together",
    "linked",
    "paragraph",
    "referring",
    "row",
    "run",
    "runs",
    "table",
    "wml",
]


NAMES = {"w": W}
_VALUE, _INSTRUCTION = w("val"), w("instr")
ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
LONE = re.compile(r"[\ud800-\udfff]")
HANZI = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
PIECES = re.compile(r"(\t|\n|\u2011)")
SPECIAL = re.compile(r"[\t\n\u2011]")


def wml(tag: str, *children: etree._Element | None, **attributes: object) -> etree._Element:
    """Return `w:tag` with the attributes, all in Word's namespace; children that are None are left out."""
    element = etree.Element(w(tag), {w(key): str(value) for key, value in attributes.items()}, nsmap=NAMES)
    element.extend(child for child in children if child is not None)
    return element


def clean(text: str) -> str:
    """Return `text` with the characters that XML cannot hold as U+FFFD, and every line end as a line feed."""
    joined = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return LONE.sub("\ufffd", ILLEGAL.sub("\ufffd", joined.replace("\x0b", "\n").replace("\x0c", "\n")))


def run(text: str, style: str = "", *, leftwards: bool = False) -> etree._Element:
    """Return one run of `text`: line feeds are breaks, tabs are tabs.

    Quotation marks and dashes are as wide as their font: beside hanzi the hint asks for the Chinese one. A run set
    `leftwards` is told to be, for Word does not see it by the letters.
    """
    text = clean(text)
    made = deepcopy(_run_like(style, HANZI.search(text) is not None, leftwards))
    if SPECIAL.search(text):
        made.remove(made[-1])
        made.extend(map(_piece, filter(None, PIECES.split(text))))
    elif text:
        made[-1].text = text
    else:
        made.remove(made[-1])
    return made


@cache
def _run_like(style: str, eastern: bool, leftwards: bool) -> etree._Element:  # noqa: FBT001 - the key of a cache
    """Return a run to be copied: a copy takes a seventh of the time of a run made anew."""
    hint = wml("rFonts", hint="eastAsia") if eastern else None
    look = wml("rStyle", val=style) if style else None
    turned = wml("rtl") if leftwards else None
    properties = wml("rPr", look, hint, turned) if style or eastern or leftwards else None
    words = wml("t")
    words.set(XML_SPACE, "preserve")
    return wml("r", properties, words)


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


def runs(text: str, marks: re.Pattern[str] | None = None, style: str = "", base: str = "") -> list[etree._Element]:
    """Return `text` as runs, those that `marks` finds in `style`, cut where its direction turns."""
    made: list[etree._Element] = []
    at = 0
    for found in marks.finditer(text) if marks else ():
        made += [*_directed(text[at : found.start()], base), run(found.group(), style)]
        at = found.end()
    return [*made, *_directed(text[at:], base)]


def _directed(text: str, style: str) -> list[etree._Element]:
    if not text or text.isascii():
        return [run(text, style)] if text else []
    leftwards = runs_leftwards(text)
    return [run(piece, style, leftwards=turned) for piece, turned in directed(text, leftwards=leftwards)]


def paragraph(
    style: str, *content: etree._Element | str, keep: bool = False, leftwards: bool = False
) -> etree._Element:
    """Return a paragraph in `style`; `keep` holds it on the next one's page, `leftwards` starts it at the right."""
    made = deepcopy(_paragraph_like(style, keep, leftwards))
    for piece in content:
        made.extend(runs(piece) if isinstance(piece, str) else (piece,))
    return made


@cache
def _paragraph_like(style: str, keep: bool, leftwards: bool) -> etree._Element:  # noqa: FBT001 - the key of a cache
    """Return a paragraph without words, to be copied."""
    bidi = wml("bidi") if leftwards else None
    return wml("p", wml("pPr", wml("pStyle", val=style), wml("keepNext") if keep else None, bidi))


def field(code: str, shown: etree._Element) -> etree._Element:
    """Return a field with what it shows until a program works it out for itself."""
    made = deepcopy(_field_like())
    made.set(_INSTRUCTION, f" {code} ")
    made.append(shown)
    return made


@cache
def _field_like() -> etree._Element:
    return wml("fldSimple", instr="")


def referring(name: str, words: str) -> etree._Element:
    """Return a reference to the words of the bookmark `name`, which now are `words`."""
    return field(f"REF {name} \\h \\* MERGEFORMAT", run(words, "Hyperlink"))


def controlled(tag: str, alias: str, number: int, *content: etree._Element, hint: bool = False) -> etree._Element:
    """Return `content` in a content control known by its `tag`; with `hint` the words only ask for others.

    `number` is the control's own in the document.
    """
    made = deepcopy(_control_like(hint))
    told, inside = made
    for piece, value in zip(told, (clean(alias), tag, str(number)), strict=False):
        piece.set(_VALUE, value)
    inside.extend(content)
    return made


@cache
def _control_like(hint: bool) -> etree._Element:  # noqa: FBT001 - the key of a cache
    """Return an empty content control, to be copied."""
    asked = wml("showingPlcHdr") if hint else None
    told = wml("sdtPr", wml("alias", val=""), wml("tag", val=""), wml("id", val=""), asked)
    return wml("sdt", told, wml("sdtContent"))


def linked(name: str, *content: etree._Element) -> etree._Element:
    """Return a link to the bookmark `name` of the same document."""
    return wml("hyperlink", *content, anchor=name, history=1)


def bookmarked(name: str, number: int, *content: etree._Element) -> list[etree._Element]:
    """Return `content` between the two ends of the bookmark `name`; `number` is its own in the document."""
    return [wml("bookmarkStart", id=number, name=name), *content, wml("bookmarkEnd", id=number)]


def kept_together(made: etree._Element) -> etree._Element:
    """Return a table whose rows stay on one page as far as it holds them; for tables that are read at a glance."""
    rows = made.findall(w("tr"))
    for one in rows[:-1]:
        for properties in one.iter(w("pPr")):
            if properties.find(w("keepNext")) is None:
                properties.insert(1, wml("keepNext"))
    return made


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: its paragraphs (one at least), its fill as RRGGBB, the columns it takes.

    `merged` is "restart" for the first of several cells that are one downwards, "continue" for the others.
    """

    content: Sequence[etree._Element]
    fill: str = ""
    columns: int = 1
    merged: str = ""


def row(
    cells: Iterable[Cell], widths: Sequence[int], *, header: bool = False, height: int = 0, splits: bool = False
) -> etree._Element:
    """Return a row that no page break splits unless it `splits`; a `header` is repeated on every page."""
    properties = wml(
        "trPr",
        None if splits else wml("cantSplit"),
        wml("trHeight", val=height, hRule="exact") if height else None,
        wml("tblHeader") if header else None,
    )
    made, at = [], 0
    for cell in cells:
        made.append(_cell(cell, sum(widths[at : at + cell.columns])))
        at += cell.columns
    return wml("tr", properties, *made)


def _cell(cell: Cell, width: int) -> etree._Element:
    made = deepcopy(_cell_like(width, cell.columns, cell.fill, cell.merged))
    made.extend(cell.content)
    return made


@cache
def _cell_like(width: int, columns: int, fill: str, merged: str) -> etree._Element:
    """Return a cell without content, to be copied."""
    properties = wml(
        "tcPr",
        wml("tcW", w=width, type="dxa"),
        wml("gridSpan", val=columns) if columns > 1 else None,
        wml("vMerge", val=merged) if merged else None,
        wml("shd", val="clear", color="auto", fill=fill) if fill else None,
    )
    return wml("tc", properties)


def table(
    style: str, widths: Sequence[int], rows: Iterable[etree._Element], describes: str = "", title: str = ""
) -> etree._Element:
    """Return a table of fixed column `widths` (twentieths of a point).

    `describes` is for those who cannot see it, and `title` a shorter word for it.
    """
    properties = wml(
        "tblPr",
        wml("tblStyle", val=style),
        wml("tblW", w=sum(widths), type="dxa"),
        wml("tblLayout", type="fixed"),
        wml("tblLook", val="0420", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=0, noVBand=1),
        wml("tblCaption", val=clean(title or describes)) if describes else None,
        wml("tblDescription", val=clean(describes)) if describes and title else None,
    )
    return wml("tbl", properties, wml("tblGrid", *(wml("gridCol", w=width) for width in widths)), *rows)
