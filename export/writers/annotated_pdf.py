"""`--as pdf`: the PDF as it was received, with every note as a highlight on its own words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotations.model import Note
from annotations.standing import Standing
from documents.annotated_pdf import AnnotatedPdf, annotated_pdf
from documents.errors import UnreadableDocument
from documents.model import PolicyDocument
from documents.reader import open_document
from export.answers_due import Due, due_answers
from export.errors import ExportError
from export.pdf.places import PdfPlaces
from export.pdf.proof import proved
from export.pdf.threads import Thread, ThreadWriter
from export.selection import choose, listed_id
from export.word.mapping import mapping
from export.writer import ExportJob, Listed, Written

__all__ = ["AnnotatedPdfFile"]

_ON_A_SHEET = {"lost", "other_version", "ambiguous", "differs"}


@dataclass(frozen=True, slots=True)
class AnnotatedPdfFile:
    """A PDF goes out with its own bytes first and the notes behind them."""

    kind: str = "pdf"
    suffix: str = ".pdf"
    many: bool = False

    def write(self, job: ExportJob) -> Written:
        """Return the annotated PDF. Raises ExportError."""
        version = job.documents[0].latest
        policy = job.matter.policy(version.uid)
        if policy.format != "pdf":
            raise ExportError("no_pdf", name=version.file_name)
        original = job.matter.original(version.uid)
        chosen = choose(job)
        try:
            standing = _standing(policy, original, version.file_name)
            places = PdfPlaces(standing, version.uid, mapping(policy.text, standing.text))
            writer = ThreadWriter(job, places, _names(standing))
            due = due_answers(job, chosen.notes, _stands(job, chosen.notes)).by_note
            threads = [thread for note in chosen.notes for thread in _threads(writer, note, due)]
            marks = [mark for thread in threads for mark in thread.marks]
            made = annotated_pdf(original, marks, name=version.file_name)
            shared = proved(made.data, threads, standing, version.file_name)
        except UnreadableDocument as error:
            raise ExportError("pdf_closed", name=version.file_name, reason=error.sentence(job.language)) from error
        also = [Listed(listed_id(note), "shared") for note in shared]
        stand = [note for note in chosen.notes if note.uid in due and not due[note.uid].answers]
        left_out = (*chosen.left_out, *(Listed(listed_id(note), "stands") for note in stand))
        return Written(made.data, left_out, (*_listed(threads), *also, *_told(made, version.file_name)))


def _stands(job: ExportJob, notes: Sequence[Note]) -> Standing:
    """Return which remarks of others stand in the file: they stay as they are, and are answered."""
    return job.matter.standing_comments(job.documents[0].uid, {note.uid for note in notes})


def _threads(writer: ThreadWriter, note: Note, due: Mapping[str, Due]) -> Iterator[Thread]:
    return writer.below(note, due[note.uid]) if note.uid in due else writer.threads(note)


def _standing(policy: PolicyDocument, original: bytes, name: str) -> PolicyDocument:
    """Return the policy with the places of its letters; a file that was read before they were kept is read anew."""
    return policy if policy.boxes is not None and policy.pages else open_document(original, name=name)


def _names(policy: PolicyDocument) -> set[str]:
    """Return the names of all remarks that stand in the file already."""
    notes = policy.foreign_notes
    return {name for note in notes for name in (note.id, *(reply.id for reply in note.replies))}


def _listed(threads: Sequence[Thread]) -> list[Listed]:
    reasons = ((thread.note, thread.place.why) for thread in threads if not thread.answers_to)
    return [Listed(listed_id(note), f"{why}_sheet" if why in _ON_A_SHEET else why) for note, why in reasons if why]


def _told(made: AnnotatedPdf, name: str) -> list[Listed]:
    """Return what there is to know about the file itself."""
    return [Listed(name, code) for code, holds in (("rewritten", made.rewritten), ("signed", made.signed)) if holds]
