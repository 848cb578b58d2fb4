"""An annotated PDF read back before anyone is given it: each remark says what it should, on the words it is about."""

from __future__ import annotations

from collections.abc import Sequence

from annotations.model import Note
from documents.annotated_pdf import remarks_on
from documents.model import ForeignNote, PolicyDocument, Span
from documents.pdf.boxes import rectangles
from documents.pdf.marks import Kind
from documents.pdf.notes import foreign_notes
from export.errors import ExportError
from export.pdf.threads import Thread

__all__ = ["proved"]


def proved(data: bytes, threads: Sequence[Thread], standing: PolicyDocument, name: str) -> list[Note]:
    """Read `data` back and find every thread as it was written, on its words; else raise ExportError.

    Returns the notes whose lines other letters share: the file draws them in the very same place.
    """
    pages = {mark.page for thread in threads for mark in thread.marks}
    if any(thread.answers_to for thread in threads):
        pages = set(range(len(standing.pages)))  # a remark may stand on no words that tell its page
    if not pages or standing.boxes is None:
        return []
    found = foreign_notes(remarks_on(data, pages, name=name), standing.text, standing.boxes)
    by_name = {note.id: note for note in found}
    shared = []
    for thread in threads:
        if thread.answers_to:
            _find_answers(thread, by_name.get(thread.answers_to))
            continue
        note = by_name.get(thread.marks[0].name)
        if note is None or not _says(thread, note):
            raise ExportError("unproved")
        if thread.place.pages and not _covers(note.spans, thread.place.span, standing):
            shared.append(thread.note)
    return shared


def _find_answers(thread: Thread, remark: ForeignNote | None) -> None:
    """Find the answers to a remark that stood there before. Raises ExportError where one is not there."""
    there = {(reply.text, reply.author) for reply in remark.replies} if remark is not None else set()
    wanted = {(mark.words.strip(), mark.author.strip()) for mark in thread.marks if mark.kind is Kind.ANSWER}
    if remark is None or not wanted <= there:
        raise ExportError("unproved")


def _says(thread: Thread, found: ForeignNote) -> bool:
    """Whether a remark and its answers say what they should, and it is done if it should be."""
    first = thread.marks[0]
    answers = [mark.words.strip() for mark in thread.marks if mark.kind is Kind.ANSWER and mark.words.strip()]
    return (
        (found.text, found.author) == (first.words.strip(), first.author.strip())
        and [reply.text for reply in found.replies] == answers
        and found.done is any(mark.kind is Kind.STATE for mark in thread.marks)
    )


def _covers(found: Sequence[Span], words: Span, standing: PolicyDocument) -> bool:
    """Whether just these words lie under the lines. Raises ExportError where some of them do not.

    A letter without a width of its own (the second of a ligature) belongs to those beside it.
    """
    text = standing.text
    covered = {at for span in found for at in range(span.start, span.end) if not text[at].isspace()}
    wanted = {at for at in range(words.start, words.end) if not text[at].isspace()}
    if any(_is_wide(standing, at) for at in wanted - covered):
        raise ExportError("unproved")
    return not any(_is_wide(standing, at) for at in covered - wanted)


def _is_wide(standing: PolicyDocument, at: int) -> bool:
    return bool(rectangles(standing, Span(at, at + 1)))
