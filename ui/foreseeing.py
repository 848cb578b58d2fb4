"""What an export would send: made in memory, looked through, and read back to be shown. Nothing is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from annotations.model import Anchor, Note, Reviewer, Visibility
from export.writer import Listed
from ui.exporting import ExportRequest

if TYPE_CHECKING:
    from annotations.matter import OpenMatter
    from documents.model import PolicyDocument
    from export.after_check import Secret
    from export.preflight import Preflight
    from export.report import Report
    from export.writer import ExportJob, ExportOptions

__all__ = ["Foreseen", "foresee"]


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What would go out: the report, the policy as it will read with the notes on it.

    `leaks` are words that must stay in and would not; `ahead` is what is left out and what was found; `moved` is what
    stands elsewhere; `names` are what notes are called, by the ids of a list.
    """

    kind: str
    options: ExportOptions
    report: Report
    policy: PolicyDocument
    notes: tuple[Note, ...]
    leaks: tuple[Secret, ...]
    ahead: Preflight
    moved: tuple[Listed, ...] = ()
    names: tuple[tuple[str, str], ...] = ()


def foresee(request: ExportRequest, reviewer: Reviewer, clock: Callable[[], datetime]) -> Foreseen:
    """Make the file in memory and look through it. Raises ClausemarkError."""
    from annotations.matter import OpenMatter
    from export.after_check import leaks_of
    from export.preflight import preflight
    from export.run import job_of, writer_for
    from export.selection import choose

    with OpenMatter.open(request.matter, reviewer, clock, read_only=True) as matter:
        options, writer = request.guarded, writer_for(request.kind)
        job = job_of(matter, request.kind, options)
        written = writer.write(job)
        leaks, ahead = leaks_of(job, writer, written.data), preflight(matter, request.kind, options)
        policy, notes = matter.policy(job.documents[0].latest.uid), choose(job).notes
        if request.kind == "word" and options.redrafts == "tracked":
            policy, notes = _as_written(written.data, notes)
        names = _names(matter.notes(job.documents[0].uid))
        report = _report(matter, job)
        return Foreseen(request.kind, options, report, policy, notes, leaks, ahead, written.moved, names)


def _as_written(data: bytes, notes: tuple[Note, ...]) -> tuple[PolicyDocument, tuple[Note, ...]]:
    """Return a Word file as it reads, its tracked changes with it, and the notes where their comments stand."""
    from annotations.comment_form import read_comment
    from documents.reader import open_document

    policy = open_document(data, name="export.docx")
    places: dict[int, list[Anchor]] = {}
    for told in policy.foreign_notes:
        number = read_comment(told.text).number
        anchors = [Anchor("", span.start, span.end, span.of(policy.text)) for span in told.spans]
        places.setdefault(number, []).extend(anchors)
    shown = (replace(note, anchors=_taken_out(note, policy) or tuple(places.get(note.number, ()))) for note in notes)
    return policy, tuple(shown)


def _taken_out(note: Note, policy: PolicyDocument) -> tuple[Anchor, ...]:
    """Return where the words of a note are struck, all of them: its comment then hangs on no word of the text."""
    words = {anchor.exact.strip() for anchor in note.anchors if note.proposed_wording}
    found = [one.span for one in policy.revisions if one.words.strip() and one.words.strip() in words]
    replaced = {one.span.start for one in policy.revisions if len(one.span)}
    return tuple(Anchor("", span.start, span.end, "") for span in found if span.start not in replaced)


def _names(notes: Iterable[Note]) -> tuple[tuple[str, str], ...]:
    from export.selection import listed_id

    return tuple((listed_id(note), f"#{note.number}  {note.title}".strip()) for note in notes)


def _report(matter: OpenMatter, job: ExportJob) -> Report:
    from export.report import ReportOptions, ReviewedDocument, assemble

    document, options = job.documents[0], job.options
    reviewed = ReviewedDocument(document, matter.policy(document.latest.uid), matter.notes(document.uid))
    wanted = ReportOptions(
        now=options.now, reviewer=options.reviewer, profile=Visibility(options.profile), language=options.language
    )
    return assemble(matter.matter(), [reviewed], wanted)
