"""A PDF file -> what its reader finds: text in reading order, blocks, runs, pages, boxes, notes of others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from documents.draft import Draft, Source
from documents.errors import UnreadableDocument
from documents.limits import Limits
from documents.model import Story, Warning  # noqa: A004
from documents.pdf.contents import bookmarks, outlined
from documents.pdf.furniture import set_apart
from documents.pdf.headings import Kinds
from documents.pdf.library import Pdf
from documents.pdf.lines import Line
from documents.pdf.notes import foreign_notes
from documents.pdf.paragraphs import Measure, Paragraph, measure, paragraphs_of
from documents.pdf.sheets import Sheet, sheet
from documents.pdf.tape import Tape, Words

__all__ = ["read_pdf"]

_SHOWN = 12


def read_pdf(source: Source) -> Draft:
    """Read a PDF. Only in the worker process. Raises UnreadableDocument."""
    with Pdf(source.data, name=source.name, password=source.password) as pdf:
        sheets = _sheets(pdf, source.limits, source.name)
        _refuse_without_text(sheets, source.name)
        known = measure(one.lines for one in sheets)
        apart = set_apart([one.page for one in sheets], [one.lines for one in sheets])
        main, others = _stories(sheets, apart, known)
        kinds = Kinds(main, known, outlined(bookmarks(pdf), main))
        tape = Tape(Words(main), known.bold)
        for paragraph in [*main, *others]:
            block = kinds.block(paragraph, tape.put(paragraph))
            tape.block(block, paragraph.story)
    text, boxes = tape.text, tape.boxes
    return Draft(
        text=text,
        blocks=tuple(tape.blocks),
        runs=tuple(tape.runs),
        warnings=tuple(_warnings(sheets)),
        typed_headings=not kinds.found,
        pages=tuple(one.page for one in sheets),
        boxes=boxes,
        foreign_notes=foreign_notes((found for one in sheets for found in one.remarks), text, boxes),
    )


def _sheets(pdf: Pdf, limits: Limits, name: str) -> list[Sheet]:
    if pdf.pages > limits.pages:
        raise UnreadableDocument("too_large", name=name)
    sheets: list[Sheet] = []
    letters = 0
    for index in range(pdf.pages):
        sheets.append(sheet(pdf, index))
        letters += sum(len(line.text) for line in sheets[-1].lines)
        if letters > limits.text_characters:
            raise UnreadableDocument("too_large", name=name)
    return sheets


def _refuse_without_text(sheets: Sequence[Sheet], name: str) -> None:
    if any(line.text.strip() for one in sheets for line in one.lines):
        return
    if any(one.scanned for one in sheets):
        raise UnreadableDocument("scanned", name=name)
    raise UnreadableDocument("damaged" if all(one.missing for one in sheets) else "no_text", name=name)


def _stories(
    sheets: Sequence[Sheet], apart: dict[int, tuple[Story, str]], known: Measure
) -> tuple[list[Paragraph], list[Paragraph]]:
    """Return the paragraphs of the main story, and headers and footers, each distinct one once."""
    lines = [line for one in sheets for line in one.lines]
    main = paragraphs_of((line for line in lines if id(line) not in apart), known)
    others: list[Paragraph] = []
    for story in (Story.HEADER, Story.FOOTER):
        others.extend(Paragraph([line], story) for line in _distinct(lines, apart, story))
    return main, others


def _distinct(lines: Iterable[Line], apart: dict[int, tuple[Story, str]], story: Story) -> list[Line]:
    """Return those that no earlier page has the like of; two on one page are never taken for one."""
    first: dict[str, int] = {}
    found: list[Line] = []
    for line in lines:
        own, pattern = apart.get(id(line), (Story.MAIN, ""))
        if own is story and first.setdefault(pattern, line.page) == line.page:
            found.append(line)
    return found


def _warnings(sheets: Sequence[Sheet]) -> Iterable[Warning]:
    for code, pages in (
        ("scanned_pages", [one.page.label for one in sheets if one.scanned]),
        ("pages_missing", [one.page.label for one in sheets if one.missing]),
    ):
        if pages:
            more = "…" if len(pages) > _SHOWN else ""
            yield Warning(code, {"count": len(pages), "pages": ", ".join(pages[:_SHOWN]) + more})
