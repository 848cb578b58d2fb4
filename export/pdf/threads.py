"""Turn the notes of a document into marks for the pages of its PDF: remarks, answers, what has become of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from annotations.comment_form import ABOUT
from annotations.marks import Marked, free_mark
from annotations.model import Note, Reply, Severity, Status
from annotations.own_words import is_theirs
from annotations.words import label
from documents.pdf.marks import Colour, Kind, Mark
from documents.pdf.names import page_part, state_part
from export.answers_due import Due
from export.pdf.places import OnPage, PdfPlaces, Place
from export.selection import author_of
from export.voices import Saying, Voices
from export.word.comment_words import about_line
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
    """A note at one of its places as marks: the remark on each page first, then what answers it.

    `answers_to`: all of them answer the remark of this name, which stands in the file already.
    """

    note: Note
    place: Place
    marks: tuple[Mark, ...]
    answers_to: str = ""


class ThreadWriter:
    """Writes the notes of a job. `taken` are the names of remarks that stand in the file already."""

    def __init__(self, job: ExportJob, places: PdfPlaces, taken: set[str]) -> None:
        self._job = job
        self._language = job.language
        self._matter = job.matter.matter()
        self._voices = Voices(job)
        self._places = places
        self._taken = taken

    def threads(self, note: Note) -> Iterator[Thread]:
        """Yield a note at each of its places; the first says it in full, the others point to it."""
        for ordinal, place in enumerate(self._places.of(note)):
            about = (about_line(note, place.words, self._language, gone=place.gone),) if place.why else ()
            sent = Marked(note.uid, ordinal)
            pointer = self._voices.pointer(note, sent, about)
            first, *answers = [pointer] if ordinal else self._voices.thread(note, sent, about)
            remarks = self._remarks(note, place, first)
            yield Thread(note, place, (*remarks, *self._answers(note, remarks[0], answers, state=not ordinal)))

    def below(self, note: Note, due: Due) -> Iterator[Thread]:
        """Yield what answers a remark of somebody else that stands in the file, if anything does."""
        place = self._places.of(note)[0]
        page, quads = place.pages[0] if place.pages else (0, ((0, 0.0, 0.0, 0.0, 0.0),))
        remark = self._mark(Saying(note, (), ""), Kind.SHEET, due.comment, (page, quads))
        marks = self._answers(note, remark, due.answers, state=bool(due.done))
        if marks:
            yield Thread(note, place, tuple(marks), due.comment)

    def _remarks(self, note: Note, place: Place, first: Saying) -> list[Mark]:
        kind = Kind.HIGHLIGHT if place.pages else Kind.SHEET
        pages: Sequence[OnPage] = place.pages or (self._places.sheet(),)
        name = free_mark(first.name, self._taken)
        see = self._voices.pointer(note, Marked(note.uid))
        remark = self._mark(_heading_first(first) if place.why else first, kind, name, pages[0])
        others = enumerate(pages[1:], 2)
        return [remark, *(self._mark(see, kind, page_part(name, part), page) for part, page in others)]

    def _answers(self, note: Note, remark: Mark, answers: Sequence[Saying], *, state: bool) -> list[Mark]:
        at = (remark.page, remark.quads)
        made = [self._mark(one, Kind.ANSWER, free_mark(one.name, self._taken), at) for one in answers]
        if state and note.status is Status.RESOLVED and "status" in self._voices.shown:
            who = note if not is_theirs(note) else replace(note, author="", initials="")
            words = (Line("", label(Status.RESOLVED, self._language)),)
            said = self._mark(Saying(who, words, ""), Kind.STATE, state_part(remark.name), at)
            made.append(replace(said, state=_COMPLETED, created=said.modified))
        return [replace(mark, to=remark.name) for mark in made]

    def _mark(self, saying: Saying, kind: Kind, name: str, at: OnPage) -> Mark:
        page, quads = at
        said = saying.said
        edited = isinstance(said, Note) and (kind is Kind.STATE or not is_theirs(said))
        return Mark(
            kind=kind,
            name=name,
            page=page,
            quads=quads,
            words=saying.words,
            author=author_of(said, self._job, self._matter)[0],
            created=said.created.isoformat(),
            modified=(said.modified if edited and isinstance(said, Note) else said.created).isoformat(),
            colour=self._colour(said),
            edge=self._places.edge(page),
        )

    def _colour(self, said: Note | Reply) -> Colour:
        """The colour of a severity; the same for all where the severity does not go out."""
        shown = isinstance(said, Note) and "severity" in self._voices.shown
        code = COLOURS[said.severity if shown and isinstance(said, Note) else Severity.MEDIUM]
        red, green, blue = (int(code[at : at + 2], 16) / 255 for at in (0, 2, 4))
        return red, green, blue


def _heading_first(saying: Saying) -> Saying:
    """Put the line on words that are gone below the heading: a sheet shows its first line alone."""
    first, *rest = saying.lines
    return replace(saying, lines=(rest[0], first, *rest[1:])) if rest and _begins_with_words(saying) else saying


def _begins_with_words(saying: Saying) -> bool:
    return saying.lines[0].lead.startswith(ABOUT)
