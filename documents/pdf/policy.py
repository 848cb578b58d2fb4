"""A PDF file -> what its reader finds: text in reading order, blocks, runs, pages, boxes, notes of others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from documents.draft import Draft, Source
from documents.errors import UnreadableDocument
from documents.model import Warning  # noqa: A004
from documents.pdf.contents import Bookmark, bookmarks, outlined
from documents.pdf.furniture import set_apart
from documents.pdf.headings import Kinds
from documents.pdf.library import Pdf
from documents.pdf.links import with_links
from documents.pdf.notes import foreign_notes
from documents.pdf.ocr import can_recognise
from documents.pdf.order import Interval
from documents.pdf.paragraphs import measure
from documents.pdf.sheets import Sheet, sheet
from documents.pdf.stories import stories_of
from documents.pdf.tape import Tape, Words

__all__ = ["read_pdf"]

_SHOWN = 12
_LONG = 4  # pages; what is shorter is there at once
_SCREEN = 600  # characters that fill one


def read_pdf(source: Source) -> Draft:
    """Read a PDF, telling `source.told` of each page and of the first. In the worker process only.

    Raises UnreadableDocument.
    """
    with Pdf(source.data, name=source.name, password=source.password) as pdf:
        sheets = _sheets(pdf, source)
        _refuse_without_text(sheets, source)
        return _draft(sheets, bookmarks(pdf))


def _sheets(pdf: Pdf, source: Source) -> list[Sheet]:
    if pdf.pages > source.limits.pages:
        raise UnreadableDocument("too_large", name=source.name)
    sheets: list[Sheet] = []
    gutters: list[Interval] = []
    letters = 0
    shown = pdf.pages < _LONG
    able = source.recognise and can_recognise()
    for index in range(pdf.pages):
        sheets.append(sheet(pdf, index, gutters, recognise=able))
        letters += sum(len(line.text) for line in sheets[-1].lines)
        if letters > source.limits.text_characters:
            raise UnreadableDocument("too_large", name=source.name)
        if not shown and letters >= _SCREEN:
            source.told.first(_draft(sheets, []))
            shown = True
        source.told.progress(index + 1, pdf.pages)
    return sheets


def _draft(sheets: Sequence[Sheet], entries: Sequence[Bookmark]) -> Draft:
    """Put together what the pages hold."""
    known = measure(one.lines for one in sheets)
    apart = set_apart([one.page for one in sheets], [one.lines for one in sheets])
    main, others = stories_of(sheets, apart, known)
    plain = [paragraph for paragraph in main if paragraph.cell is None]
    kinds = Kinds(plain, known, outlined(entries, plain))
    tape = Tape(Words(main), known.bold)
    for paragraph in [*main, *others]:
        tape.block(kinds.block(paragraph, tape.put(paragraph)))
    text, boxes = tape.text, tape.boxes
    return Draft(
        text=text,
        blocks=tuple(tape.blocks),
        runs=tuple(with_links(tape.runs, (link for one in sheets for link in one.links), text, boxes)),
        warnings=tuple(_warnings(sheets)),
        typed_headings=not kinds.found,
        pages=tuple(one.page for one in sheets),
        boxes=boxes,
        foreign_notes=foreign_notes((found for one in sheets for found in one.remarks), text, boxes),
    )


def _refuse_without_text(sheets: Sequence[Sheet], source: Source) -> None:
    if any(line.text.strip() for one in sheets for line in one.lines):
        return
    code = "damaged" if all(one.missing for one in sheets) else "no_text"
    if any(one.scanned and not one.recognised for one in sheets):
        code = "no_recogniser" if source.recognise else "scanned"
    raise UnreadableDocument(code, name=source.name)


def _warnings(sheets: Sequence[Sheet]) -> Iterable[Warning]:
    for code, pages in (
        ("recognised", [one.page.label for one in sheets if one.recognised and one.lines]),
        ("scanned_pages", [one.page.label for one in sheets if one.scanned and not (one.recognised and one.lines)]),
        ("pages_missing", [one.page.label for one in sheets if one.missing]),
    ):
        if pages:
            more = "…" if len(pages) > _SHOWN else ""
            yield Warning(code, {"count": len(pages), "pages": ", ".join(pages[:_SHOWN]) + more})
