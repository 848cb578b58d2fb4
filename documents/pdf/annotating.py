"""Marks onto the pages of a PDF: behind its own bytes where the file is sound. In the worker process only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

from documents.errors import UnreadableDocument
from documents.pdf.appending import Update
from documents.pdf.library import Pdf
from documents.pdf.mark_objects import MarkObjects
from documents.pdf.marks import Mark
from documents.pdf.notes import Found, found_on
from documents.pdf.objects import PdfObjects
from documents.pdf.saving import saved, with_pages_only
from documents.pdf.syntax import BrokenPdf, dictionary, entries, items

__all__ = ["annotated", "condition", "remarks"]


def annotated(data: bytes, name: str, marks: Sequence[Mark]) -> tuple[bytes, dict[str, bool]]:
    """Return the file with the marks on its pages, and whether it was `rewritten` on the way and is `signed`.

    Where its own structure cannot be followed, or a password stands on it, PDFium writes it anew first and its bytes
    are not kept. Raises UnreadableDocument.
    """
    if not marks:
        return data, {"rewritten": False, "signed": False}
    with Pdf(data, name=name) as pdf:
        before, pages, told = _ground(pdf, data, name)
        return _with_marks(before, pages, marks, _standing(pdf, marks)), told


def condition(data: bytes, name: str) -> dict[str, bool]:
    """Return whether marks would have the file `rewritten`, and whether it is `signed`. Raises UnreadableDocument."""
    with Pdf(data, name=name) as pdf:
        return _ground(pdf, data, name)[2]


def _ground(pdf: Pdf, data: bytes, name: str) -> tuple[PdfObjects, list[int], dict[str, bool]]:
    """Return what marks can be put behind: the file's own objects, else those of what PDFium makes of it."""
    signed = pdf.raw.FPDF_GetSignatureCount(pdf.handle) > 0
    for rewritten, bytes_of in enumerate((_as_it_is(data), saved, with_pages_only)):
        with suppress(BrokenPdf):
            before = PdfObjects(bytes_of(pdf, name))
            if b"Encrypt" not in before.trailer:
                return before, _pages(before, pdf), {"rewritten": bool(rewritten), "signed": signed}
    raise UnreadableDocument("damaged", name=name)


def _as_it_is(data: bytes) -> Callable[[Pdf, str], bytes]:
    return lambda _pdf, _name: data


def remarks(data: bytes, name: str, pages: Sequence[int]) -> list[Found]:
    """Return the remarks on these pages. Raises UnreadableDocument."""
    found: list[Found] = []
    with Pdf(data, name=name) as pdf:
        for index in pages:
            with pdf.page(index) as opened:
                found.extend(found_on(opened, index) if opened is not None else ())
    return found


def _pages(before: PdfObjects, pdf: Pdf) -> list[int]:
    """Return the numbers of the pages' objects, as many as PDFium can show."""
    pages = before.pages()
    if len(pages) == pdf.pages:
        return pages
    for index in range(pdf.pages):
        with pdf.page(index) as opened:
            if (opened is not None) is not (index < len(pages)):
                raise BrokenPdf("pages")
    return pages


def _standing(pdf: Pdf, marks: Sequence[Mark]) -> dict[str, tuple[int, int]]:
    """Return where the remarks stand that marks answer and that are not marks themselves: page, place in its list."""
    wanted = {mark.to for mark in marks} - {mark.name for mark in marks} - {""}
    found: dict[str, tuple[int, int]] = {}
    for index in range(pdf.pages) if wanted else ():
        with pdf.page(index) as opened:
            there = found_on(opened, index) if opened is not None else []
        found |= {one.id: (one.page, one.place) for one in reversed(there) if one.id in wanted and one.id not in found}
    return found


def _with_marks(
    before: PdfObjects, pages: Sequence[int], marks: Sequence[Mark], standing: Mapping[str, tuple[int, int]]
) -> bytes:
    update = Update(before)
    objects = MarkObjects(update)
    listed: dict[int, list[int]] = defaultdict(list)
    lists = {pages[index]: _annotations(before, pages[index]) for index, _ in standing.values()}
    for name, (index, place) in standing.items():
        known = lists[pages[index]]
        if not known[place].endswith(b"R"):  # it stands in the list itself, where nothing can point to it
            known[place] = b"%d 0 R" % update.add(known[place])
        objects.know(name, known[place])
    for mark in marks:
        page = pages[standing[mark.to][0] if mark.to in standing else mark.page]
        listed[page].extend(objects.put(mark, page))
    for page, numbers in listed.items():
        update.put(page, _listing(before, page, lists.get(page), numbers))
    return update.to_bytes()


def _listing(before: PdfObjects, page: int, listed: Sequence[bytes] | None, numbers: Sequence[int]) -> bytes:
    """Return the page's own dictionary with more annotations; its list is its own from now on."""
    facts = entries(before.value(page))
    standing = _annotations(before, page) if listed is None else listed
    facts[b"Annots"] = b"[%s]" % b" ".join([*standing, *(b"%d 0 R" % number for number in numbers)])
    return dictionary(facts)


def _annotations(before: PdfObjects, page: int) -> list[bytes]:
    """Return what a page lists as its annotations."""
    listed = before.resolved(entries(before.value(page)).get(b"Annots", b"null"))
    return items(listed) if listed.startswith(b"[") else []
