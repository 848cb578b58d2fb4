"""The pages of an open PDF: their sizes, labels and rotation, their characters as lines, and which are pictures."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from typing import Any

from documents.pages import Page
from documents.pdf.characters import characters_of
from documents.pdf.forms import set_fields
from documents.pdf.grids import Grid
from documents.pdf.library import Pdf, wide_string
from documents.pdf.lines import Line, lines_of
from documents.pdf.links import Link, links_on
from documents.pdf.notes import Found, found_on
from documents.pdf.ocr import recognised
from documents.pdf.order import Interval
from documents.pdf.rules import NONE, Rules, rules_on

__all__ = ["Sheet", "sheet"]

_LARGE = 0.4
_HARDLY_ANY = 8
_LETTER = (612.0, 792.0)
_MOST_OBJECTS = 2_000

Told = tuple[list[Found], list[Link]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page read. `scanned`: it shows a large picture and hardly a letter; `missing`: PDFium cannot open it.

    `recognised`: its words are what was recognised on the picture, if anything was.
    """

    page: Page
    lines: list[Line]
    remarks: list[Found] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    rules: Rules = NONE
    grids: list[Grid] = field(default_factory=list)
    scanned: bool = False
    missing: bool = False
    recognised: bool = False


def sheet(pdf: Pdf, index: int, gutters: list[Interval], *, recognise: bool = False) -> Sheet:
    """Read one page; the words of a scanned one where `recognise` asks for it. `gutters`: see `regions`."""
    with pdf.page(index) as opened:
        if opened is None:
            return Sheet(Page(*_LETTER, _label(pdf, index)), [], missing=True)
        told = found_on(opened, index), links_on(pdf, opened, index)
        if not set_fields(pdf, opened):
            return _read(pdf, opened, index, (told, gutters), recognise=recognise)
    with pdf.page(index) as opened:
        return _read(pdf, opened, index, (told, gutters), recognise=recognise)


def _read(pdf: Pdf, opened: Any, index: int, known: tuple[Told, list[Interval]], *, recognise: bool) -> Sheet:  # noqa: ANN401
    told, gutters = known
    page = _page(pdf, opened, index)
    characters = characters_of(pdf, opened)
    rules = rules_on(pdf.raw, opened, _seen(page))
    lines, grids = lines_of(characters, index, rules, gutters)
    letters = sum(len(line.text) for line in lines)
    scanned = letters < _HARDLY_ANY and _shows_picture(pdf.raw, opened, page)
    if scanned and recognise:
        lines, grids = lines_of(recognised(pdf, index, page), index)
    return Sheet(page, lines, *told, rules, grids, scanned, recognised=recognise and scanned)


def _page(pdf: Pdf, opened: Any, index: int) -> Page:  # noqa: ANN401
    raw = pdf.raw
    box = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(opened, box)
    width, height = raw.FPDF_GetPageWidthF(opened), raw.FPDF_GetPageHeightF(opened)
    rotation = (raw.FPDFPage_GetRotation(opened) % 4) * 90
    sizes = [round(value, 2) for value in (width, height, box.left, box.bottom)]
    return Page(sizes[0], sizes[1], _label(pdf, index), rotation, sizes[2], sizes[3])


def _seen(page: Page) -> tuple[float, float, float, float]:
    """Return the part of the page that is seen, in its own space before it was turned."""
    across, up = (page.height, page.width) if page.rotation % 180 else (page.width, page.height)
    return page.left, page.bottom, page.left + across, page.bottom + up


def _label(pdf: Pdf, index: int) -> str:
    return wide_string(pdf.raw.FPDF_GetPageLabel, pdf.handle, index) or str(index + 1)


def _shows_picture(raw: Any, opened: Any, page: Page) -> bool:  # noqa: ANN401
    """Whether pictures, also those within forms, cover a good part of the page."""
    area = 0.0
    for index in range(min(raw.FPDFPage_CountObjects(opened), _MOST_OBJECTS)):
        thing = raw.FPDFPage_GetObject(opened, index)
        if raw.FPDFPageObj_GetType(thing) in {raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM}:
            left, low, right, high = (ctypes.c_float() for _ in range(4))
            if raw.FPDFPageObj_GetBounds(thing, left, low, right, high):
                area += abs(right.value - left.value) * abs(high.value - low.value)
    return area >= _LARGE * page.width * page.height
