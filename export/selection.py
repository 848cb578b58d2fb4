"""Which notes go out to whom, and what is said of those that stay."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotations.model import Matter, Note
from annotations.rules_of_sending import fields_for, goes_out
from export.writer import ExportJob, Listed

if TYPE_CHECKING:
    from annotations.model import Reply

__all__ = ["Chosen", "author_of", "choose", "firm_of", "for_the_firm", "initials_of", "listed_id", "sender"]

_UNNAMED = {"zh": "审阅人", "en": "Reviewer"}
_NAME = 255  # more is a fault in Word's schema
_INITIALS = 9


@dataclass(frozen=True, slots=True)
class Chosen:
    """The notes that go out, in the order of the documents, and those that do not."""

    notes: tuple[Note, ...]
    left_out: tuple[Listed, ...]


def choose(job: ExportJob) -> Chosen:
    """Part the notes of the job's documents by its profile."""
    notes = [note for document in job.documents for note in job.matter.notes(document.uid)]
    profile = job.options.profile
    going = tuple(_dated(note, job) for note in notes if goes_out(note, profile))
    staying = tuple(Listed(listed_id(note), "profile") for note in notes if not goes_out(note, profile))
    return Chosen(going, staying)


def _dated(note: Note, job: ExportJob) -> Note:
    """The note as of the day it is sent, where its readers are not to know when somebody worked on it."""
    if "created" in fields_for(job.options.profile):
        return note
    return replace(note, created=job.options.now, modified=job.options.now)


def listed_id(note: Note) -> str:
    """The name a report gives a note: an imported note's own id, else its uid."""
    return note.source_id or note.uid


def author_of(said: Note | Reply, job: ExportJob, matter: Matter) -> tuple[str, str]:
    """The name and initials that a comment carries: the person's, or the firm's where the profile says so."""
    if for_the_firm(job):
        firm = firm_of(job, matter)
        return firm, initials_of(firm)
    reviewer = job.options.reviewer
    name = said.author or reviewer.name or _unnamed(job)
    initials = said.initials or (reviewer.initials if name == reviewer.name else "")
    return name[:_NAME], (initials or initials_of(name))[:_INITIALS]


def sender(job: ExportJob, matter: Matter) -> str:
    """The name that a file's properties carry: the reviewer's, or the firm's where the profile says so."""
    return firm_of(job, matter) if for_the_firm(job) else (job.options.reviewer.name or _unnamed(job))[:_NAME]


def for_the_firm(job: ExportJob) -> bool:
    """Whether the firm's name stands for every person's."""
    profile = job.options.profile
    return profile == "outside" or (profile == "client" and job.options.author == "firm")


def firm_of(job: ExportJob, matter: Matter) -> str:
    """The firm's name; a neutral word where the matter names none, never a person's."""
    return (matter.firm or _unnamed(job))[:_NAME]


def _unnamed(job: ExportJob) -> str:
    """Who speaks where nobody gave a name: a comment without an author looks like a fault in Word."""
    return _UNNAMED["zh" if job.language.startswith("zh") else "en"]


def initials_of(name: str) -> str:
    """Make initials of a name that came without: capitals of its words, or its first two characters."""
    words = name.split()
    if len(words) > 1:
        return "".join(word[0].upper() for word in words if word[0].isalpha())[:3]
    return name[:2]
