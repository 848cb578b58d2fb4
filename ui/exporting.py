"""What the window asks of an export, and doing it off the window's thread on a connection of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.model import Note, Review, Reviewer, Visibility
from export.writer import ExportOptions, ExportReport

if TYPE_CHECKING:
    from export.paged import Printed
    from ui.tasks import Job

__all__ = [
    "ExportHabits",
    "ExportRequest",
    "NotWanted",
    "Unapproved",
    "going_out",
    "heeding",
    "run_export",
    "unapproved_for",
    "write_printed",
]


@dataclass(frozen=True, slots=True)
class ExportHabits:
    """What was chosen last time: the folder, how words are coloured, where proposed wording goes."""

    folder: Path
    highlight: str = "none"
    redrafts: str = "comment"
    ask_unapproved: bool = True
    """Whether to ask before notes that nobody has approved leave the firm."""
    profile: str = "client"
    author: str = "person"
    kept: Path | None = None
    """Where it is written down what was chosen for each matter; None: nowhere."""


@dataclass(frozen=True, slots=True)
class Unapproved:
    """How many of the notes that leave the firm nobody has approved, and how many of those wait for it."""

    going: int
    drafts: int
    waiting: int

    @property
    def any(self) -> bool:
        """Whether there is something to ask."""
        return bool(self.drafts or self.waiting)


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """Everything the dialog asks."""

    matter: Path
    out: Path
    kind: str
    options: ExportOptions

    @property
    def printed(self) -> bool:
        """Whether the window has to print the pages: there is no LibreOffice to lay the Word file out."""
        from documents.office import office_program
        from export.paged import PAGED

        asked = self.options
        return asked.to == "pdf" and self.kind in PAGED and asked.template is None and not office_program()

    @property
    def guarded(self) -> ExportOptions:
        """The options with the words of this computer that no file may hold."""
        from ui.machine import machine_words

        return replace(self.options, machine=machine_words())


def going_out(notes: Sequence[Note], profile: Visibility) -> int:
    """Return how many notes a profile lets out."""
    from annotations.rules_of_sending import goes_out

    return sum(goes_out(note, profile) for note in notes)


def unapproved_for(notes: Sequence[Note], profile: str) -> Unapproved:
    """Return what is to be asked before an export: the notes the profile lets out that have not been approved."""
    from annotations.rules_of_sending import goes_out, unapproved

    left = unapproved(notes, profile)
    waiting = sum(note.review is Review.FOR_REVIEW for note in left)
    return Unapproved(sum(goes_out(note, profile) for note in notes), len(left) - waiting, waiting)


class NotWanted(Exception):
    """The work was called off, and nothing was written."""


def run_export(
    request: ExportRequest, reviewer: Reviewer, clock: Callable[[], datetime], heed: Callable[[], None]
) -> ExportReport:
    """Look through the file and write it. `heed` is called between the steps; what it raises calls the export off.

    Raises ClausemarkError with a sentence; the place is then as it was.
    """
    from annotations.matter import OpenMatter
    from export.run import export

    with OpenMatter.open(request.matter, reviewer, clock, read_only=True) as matter:
        return export(matter, request.out, request.kind, request.guarded, heed)


def write_printed(
    request: ExportRequest, reviewer: Reviewer, clock: Callable[[], datetime], printed: Printed
) -> ExportReport:
    """Look through pages that the window printed, and write them. Raises ClausemarkError as `run_export` does."""
    from annotations.matter import OpenMatter
    from export import run

    with OpenMatter.open(request.matter, reviewer, clock, read_only=True) as matter:
        return run.write_printed(matter, request.out, request.kind, request.guarded, printed)


def heeding(job: Job | None) -> Callable[[], None]:
    """Return what raises NotWanted once nobody waits for a job any more."""

    def heed() -> None:
        if job is not None and job.cancelled:
            raise NotWanted

    return heed
