"""Links of a PDF: where on its pages they lie, and the runs of text they become."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from documents.model import Run, Span
from documents.pages import Boxes
from documents.pdf.library import Pdf
from documents.pdf.places import Box, Places, boxes_of

__all__ = ["Link", "links_on", "with_links"]

_MOST = 5_000
_LONGEST = 4_000


@dataclass(frozen=True, slots=True)
class Link:
    """One link: its page, counted from 0, the boxes it lies on, and the address it leads to."""

    page: int
    boxes: tuple[Box, ...]
    address: str


def links_on(pdf: Pdf, opened: object, page: int) -> list[Link]:
    """Return the links of an open page that lead out of the file."""
    raw = pdf.raw
    found: list[Link] = []
    for place in range(min(raw.FPDFPage_GetAnnotCount(opened), _MOST)):
        note = raw.FPDFPage_GetAnnot(opened, place)
        if not note:
            continue
        if raw.FPDFAnnot_GetSubtype(note) == raw.FPDF_ANNOT_LINK and (address := _address(pdf, note)):
            found.append(Link(page, boxes_of(note), address))
        raw.FPDFPage_CloseAnnot(note)
    return found


def _address(pdf: Pdf, note: object) -> str:
    raw = pdf.raw
    link = raw.FPDFAnnot_GetLink(note)
    action = raw.FPDFLink_GetAction(link) if link else None
    if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
        return ""
    size = raw.FPDFAction_GetURIPath(pdf.handle, action, None, 0)
    if not 1 < size <= _LONGEST:
        return ""
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFAction_GetURIPath(pdf.handle, action, buffer, size)
    return buffer.value.decode("utf-8", "replace").strip()


def with_links(runs: Sequence[Run], links: Iterable[Link], text: str, boxes: Boxes) -> list[Run]:
    """Return runs that tell of links too; none overlaps another."""
    places = Places(boxes)
    told = [
        Run(_trimmed(text, span), link=link.address)
        for link in links
        for span in places.covered(link.page, link.boxes)
        if span.of(text).strip()
    ]
    if not told:
        return list(runs)
    return list(_merged(sorted(runs, key=lambda run: run.span), _apart(told)))


def _apart(told: Iterable[Run]) -> list[Run]:
    """Return links in order, what an earlier one covers taken off those that follow; one over a line end is one."""
    kept: list[Run] = []
    for one in sorted(told, key=lambda run: run.span):
        last = kept[-1] if kept else Run(Span(0, 0))
        start = max(one.span.start, last.span.end)
        if start >= one.span.end:
            continue
        if last.link == one.link and start - last.span.end <= 1:
            kept[-1] = replace(last, span=Span(last.span.start, one.span.end))
        else:
            kept.append(replace(one, span=Span(start, one.span.end)))
    return kept


def _merged(runs: Sequence[Run], links: Sequence[Run]) -> Iterable[Run]:
    """Yield both, cut where one begins or ends within another."""
    cuts = sorted({at for run in (*runs, *links) for at in (run.span.start, run.span.end)})
    styles, addresses = iter(runs), iter(links)
    style, link = next(styles, None), next(addresses, None)
    for start, end in pairwise(cuts):
        while style and style.span.end <= start:
            style = next(styles, None)
        while link and link.span.end <= start:
            link = next(addresses, None)
        looks = style if style and style.span.start <= start else Run(Span(start, end))
        address = link.link if link and link.span.start <= start else ""
        made = replace(looks, span=Span(start, end), link=address)
        if made != Run(made.span):
            yield made


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    return Span(span.end - len(words.lstrip()), span.start + len(words.rstrip()))
