"""Turn the notes of a document into marks for the pages of its PDF: remarks, answers, what has become of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from annotations.marks import Marked, free_mark, note_name, reply_name
from annotations.model import Note, Reply, Severity, Status
from annotations.rules_of_sending import fields_for, replies_for
from annotations.words import label
from documents.clauses import address_of
from documents.model import PolicyDocument
from documents.pdf.marks import Colour, Kind, Mark
from documents.pdf.names import page_part, state_part
from export.pdf.places import OnPage, PdfPlaces, Place
from export.selection import author_of
from export.word.comment_words import about_line, lines_of, see_line
from export.word.comments import Line
from export.writer import ExportJob

__all__ = ["COLOURS", "Thread", "ThreadWriter"]

COLOURS: Final = {
    Severity.CRITICAL: "FF9E9E",
    Severity.HIGH: "FFC27A",
    Severity.MEDIUM: "FFEB70",
    Severity.LOW: "B8E6A6",
    Severity.INFO: "B5DAF7",
}
_COMPLETED: Final = "Completed"


@dataclass(frozen=True, slots=True)
class Thread:
    """A note at one of its places as marks: the remark on each page first, then what answers it."""

    note: Note
    place: Place
    marks: tuple[Mark, ...]


class ThreadWriter:
    """Writes the notes of a job. `taken` are the names of remarks that stand in the file already."""

    def __init__(self, job: ExportJob, places: PdfPlaces, taken: set[str]) -> None:
        self._job = job
        self._language = job.language
        self._matter = job.matter.matter()
        self._version = job.documents[0].latest.uid
        self._policy: PolicyDocument = job.matter.policy(self._version)
        self._secret = job.matter.secrets(job.documents[0].uid)[0]
        self._shown = fields_for(job.options.profile)
        if job.options.redrafts == "report":
            self._shown -= {"proposed_wording"}
        self._places = places
        self._taken = taken

    def threads(self, note: Note) -> Iterator[Thread]:
        """Yield a note at each of its places; the first says it in full, the others point to it."""
        for ordinal, place in enumerate(self._places.of(note)):
            name = free_mark(note_name(self._secret, Marked(note.uid, ordinal)), self._taken)
            remarks = self._remarks(note, ordinal, place, name)
            answers = self._answers(note, remarks[0]) if ordinal == 0 else ()
            yield Thread(note, place, (*remarks, *answers))

    def _remarks(self, note: Note, ordinal: int, place: Place, name: str) -> list[Mark]:
        kind = Kind.HIGHLIGHT if place.pages else Kind.SHEET
        pages: Sequence[OnPage] = place.pages or (self._places.sheet(),)
        see = see_line(note, self._language)
        lines = self._full(note) if ordinal == 0 else (see,)
        if place.why:
            lines = (lines[0], about_line(note, place.words, self._language, gone=place.gone), *lines[1:])
        first = self._mark(note, kind, name, pages[0], lines)
        others = enumerate(pages[1:], 2)
        return [first, *(self._mark(note, kind, page_part(name, part), page, (see,)) for part, page in others)]

    def _answers(self, note: Note, remark: Mark) -> list[Mark]:
        at = (remark.page, remark.quads)
        made = []
        for reply in replies_for(note, self._job.options.profile):
            name = free_mark(reply_name(self._secret, reply.uid), self._taken)
            made.append(self._mark(reply, Kind.ANSWER, name, at, (Line("", reply.text),)))
        if note.status is Status.RESOLVED and "status" in self._shown:
            words = Line("", label(Status.RESOLVED, self._language))
            state = self._mark(note, Kind.STATE, state_part(remark.name), at, (words,))
            made.append(replace(state, state=_COMPLETED, created=state.modified))
        return [replace(mark, to=remark.name) for mark in made]

    def _mark(self, said: Note | Reply, kind: Kind, name: str, at: OnPage, lines: Sequence[Line]) -> Mark:
        page, quads = at
        return Mark(
            kind=kind,
            name=name,
            page=page,
            quads=quads,
            words="\n".join(line.lead + line.words for line in lines),
            author=author_of(said, self._job, self._matter)[0],
            created=said.created.isoformat(),
            modified=(said.modified if isinstance(said, Note) else said.created).isoformat(),
            colour=self._colour(said),
            edge=self._places.edge(page),
        )

    def _colour(self, said: Note | Reply) -> Colour:
        """The colour of a severity; the same for all where the severity does not go out."""
        shown = isinstance(said, Note) and "severity" in self._shown
        code = COLOURS[said.severity if shown and isinstance(said, Note) else Severity.MEDIUM]
        red, green, blue = (int(code[at : at + 2], 16) / 255 for at in (0, 2, 4))
        return red, green, blue

    def _full(self, note: Note) -> tuple[Line, ...]:
        spans = [anchor.span for anchor in note.anchors if anchor.version == self._version]
        address = address_of(self._policy, spans, self._language)
        said = replace(note, insert_after=self._in_language(note.insert_after))
        return lines_of(said, address, self._shown, self._language)

    def _in_language(self, address: str) -> str:
        """An address as the language of what goes out has it; one that is no clause's stays as it was written."""
        if not address:
            return ""
        clause = next((clause for clause in self._policy.clauses if clause.address == address), None)
        return address if clause is None else address_of(self._policy, [clause.own], self._language)
