"""What the window asks of an export, and doing it off the window's thread on a connection of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from annotations.model import Note, Review, Reviewer, Visibility
from export.writer import ExportOptions, ExportReport

__all__ = ["ExportHabits", "ExportRequest", "Unapproved", "file_name", "going_out", "run_export", "unapproved_for"]

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')


@dataclass(frozen=True, slots=True)
class ExportHabits:
    """What was chosen last time: the folder, how words are coloured, where proposed wording goes."""

    folder: Path
    highlight: str = "none"
    redrafts: str = "comment"
    ask_unapproved: bool = True
    """Whether to ask before notes that nobody has approved leave the firm."""


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


def file_name(parts: Sequence[str], day: datetime, suffix: str) -> str:
    """Return a file name such as Harbour_Review memo_Client_20261122.docx that every system takes."""
    cleaned = [" ".join(_FORBIDDEN.sub(" ", part).split())[:60].strip(" .") for part in parts]
    return "_".join([*(part for part in cleaned if part), f"{day:%Y%m%d}"]) + suffix


def run_export(request: ExportRequest, reviewer: Reviewer, clock: Callable[[], datetime]) -> ExportReport:
    """Look through the file and write it. Raises ClausemarkError with a sentence; the place is then as it was."""
    from annotations.matter import OpenMatter
    from export.run import export

    with OpenMatter.open(request.matter, reviewer, clock, read_only=True) as matter:
        return export(matter, request.out, request.kind, request.guarded)
