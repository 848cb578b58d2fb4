"""What the window asks of an export, and doing it off the window's thread on a connection of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.model import Note, Reviewer, Visibility
from export.writer import ExportOptions, ExportReport
from ui.leaks import Secret, found_in, secrets_of

if TYPE_CHECKING:
    from annotations.matter import OpenMatter
    from documents.model import PolicyDocument
    from export.report import Report

__all__ = ["ExportRequest", "Foreseen", "Sent", "file_name", "foresee", "going_out", "run_export"]

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """Everything the dialog asks."""

    matter: Path
    out: Path
    kind: str
    options: ExportOptions


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What would go out: the report, the policy with the notes on it, and what was found that must stay in."""

    report: Report
    policy: PolicyDocument
    notes: tuple[Note, ...]
    found: tuple[Secret, ...]


@dataclass(frozen=True, slots=True)
class Sent:
    """What went out, and what was found in the written file that should have stayed in."""

    report: ExportReport
    found: tuple[Secret, ...]


def going_out(notes: Sequence[Note], profile: Visibility) -> int:
    """Return how many notes a profile lets out."""
    from annotations.rules_of_sending import goes_out

    return sum(goes_out(note, profile) for note in notes)


def file_name(parts: Sequence[str], day: datetime, suffix: str) -> str:
    """Return a file name such as Harbour_Review memo_Client_20261122.docx that every system takes."""
    cleaned = [" ".join(_FORBIDDEN.sub(" ", part).split())[:60].strip(" .") for part in parts]
    return "_".join([*(part for part in cleaned if part), f"{day:%Y%m%d}"]) + suffix


def run_export(request: ExportRequest, reviewer: Reviewer, clock: Callable[[], datetime]) -> Sent:
    """Write the file and look through it. Raises ClausemarkError with a sentence; the place is then as it was."""
    from annotations.matter import OpenMatter
    from export.run import export

    with OpenMatter.open(request.matter, reviewer, clock, read_only=True) as matter:
        secrets = _secrets(matter, request.options)
        report = export(matter, request.out, request.kind, request.options)
        return Sent(report, found_in(request.out.read_bytes(), secrets))


def foresee(request: ExportRequest, reviewer: Reviewer, clock: Callable[[], datetime]) -> Foreseen:
    """Make the file in memory and look through it; nothing is written. Raises ClausemarkError."""
    from annotations.matter import OpenMatter
    from annotations.rules_of_sending import goes_out
    from export.run import writer_for
    from export.writer import ExportJob

    with OpenMatter.open(request.matter, reviewer, clock, read_only=True) as matter:
        options = request.options
        document = matter.document(options.document)
        data = writer_for(request.kind).write(ExportJob(matter, (document,), options)).data
        notes = tuple(note for note in matter.notes(document.uid) if goes_out(note, options.profile))
        found = found_in(data, _secrets(matter, options))
        return Foreseen(_report(matter, options), matter.policy(document.latest.uid), notes, found)


def _report(matter: OpenMatter, options: ExportOptions) -> Report:
    from export.report import ReportOptions, ReviewedDocument, assemble

    document = matter.document(options.document)
    policy, notes = matter.policy(document.latest.uid), matter.notes(document.uid)
    wanted = ReportOptions(
        now=options.now, reviewer=options.reviewer, profile=Visibility(options.profile), language=options.language
    )
    return assemble(matter.matter(), [ReviewedDocument(document, policy, notes)], wanted)


def _secrets(matter: OpenMatter, options: ExportOptions) -> tuple[Secret, ...]:
    document = matter.document(options.document)
    text = matter.policy(document.latest.uid).text
    return secrets_of(matter.notes(document.uid), Visibility(options.profile), text, Path.home())
