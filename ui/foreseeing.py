"""What an export would send: made in memory, looked through, and read back to be shown. Nothing is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from annotations.model import Anchor, Note, Reviewer, Severity, Visibility
from export.memo.sections import sections_of
from export.memo.words import has_words, say, subject
from export.pages.page import page_of
from export.report_of_job import report_of
from export.writer import Listed
from export.writers.memo import LONG_TEXT
from ui.exporting import ExportRequest, heeding

if TYPE_CHECKING:
    from annotations.matter import OpenMatter
    from documents.model import ForeignNote, PolicyDocument
    from export.after_check import Secret
    from export.pages.page import Page
    from export.preflight import Preflight
    from export.report import Report
    from export.writer import ExportJob, ExportOptions, Writer
    from ui.tasks import Job

__all__ = ["Foreseen", "Remark", "foresee", "page_of_job", "page_to_print"]

_SHOWN: Mapping[str, tuple[str, ...]] = {
    "xlsx": ("counts", "table", "missing", "questions"),
    "csv": ("table",),
    "jsonld": ("findings", "missing"),
}
"""The sections by which products that are no reports are shown."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment as the file has it: where its words begin, its lines, answers last; the severity of a note of ours."""

    place: int
    lines: tuple[str, ...]
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What would go out: the report, the policy as it will read with the notes on it.

    `leaks` are words that must stay in and would not; `ahead` is what is left out and what was found; `moved` is what
    stands elsewhere; `names` are what notes are called, by the ids of a list; `remarks` are the comments that an
    annotated Word file has, other people's with them. `page` is what a report says, to be
    shown; None for an annotated policy. `data` is the file.
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
    page: Page | None = None
    data: bytes = b""
    remarks: tuple[Remark, ...] = ()


def foresee(
    request: ExportRequest, reviewer: Reviewer, clock: Callable[[], datetime], job: Job | None = None
) -> Foreseen:
    """Make the file in memory and look through it. Raises ClausemarkError, and NotWanted once `job` is overtaken."""
    from annotations.matter import OpenMatter

    with OpenMatter.open(request.matter, reviewer, clock, read_only=True) as matter:
        return _foreseen(matter, request, heeding(job))


def page_to_print(request: ExportRequest, reviewer: Reviewer, clock: Callable[[], datetime]) -> Page:
    """Return what a report says, for the window to print. Raises ClausemarkError."""
    from annotations.matter import OpenMatter
    from export.run import job_of

    with OpenMatter.open(request.matter, reviewer, clock, read_only=True) as matter:
        page = page_of_job(job_of(matter, request.kind, request.guarded), request.kind)
        assert page is not None
        return page


def _foreseen(matter: OpenMatter, request: ExportRequest, heed: Callable[[], None]) -> Foreseen:
    from export.after_check import leaks_of
    from export.preflight import preflight
    from export.run import job_of
    from export.selection import choose

    options = request.guarded
    job, writer = job_of(matter, request.kind, options), _writer(request)
    heed()
    written = writer.write(job)
    heed()
    leaks, ahead = leaks_of(job, writer, written.data), preflight(matter, request.kind, options)
    heed()
    policy, notes = matter.policy(job.documents[0].latest.uid), choose(job).notes
    remarks: tuple[Remark, ...] = ()
    if request.kind == "word":
        policy, notes, remarks = _as_written(written.data, notes)
    names = tuple(name for document in job.documents for name in _names(matter.notes(document.uid)))
    shown = (policy, notes, leaks, ahead, written.moved, names)
    page = page_of_job(job, request.kind)
    return Foreseen(request.kind, options, report_of(job), *shown, page, written.data, remarks)


def _writer(request: ExportRequest) -> Writer:
    from export.run import writer_for
    from export.templating.templated import templated

    template = request.options.template
    return templated(request.kind, template, request.out) if template is not None else writer_for(request.kind)


def _as_written(data: bytes, notes: tuple[Note, ...]) -> tuple[PolicyDocument, tuple[Note, ...], tuple[Remark, ...]]:
    """Return a Word file as it reads, its tracked changes with it, the notes where their comments stand, and these."""
    from annotations.comment_form import read_comment
    from documents.reader import open_document

    policy = open_document(data, name="export.docx")
    places: dict[int, list[Anchor]] = {}
    numbers = [read_comment(told.text).number for told in policy.foreign_notes]
    for number, told in zip(numbers, policy.foreign_notes, strict=True):
        anchors = [Anchor("", span.start, span.end, span.of(policy.text)) for span in told.spans]
        places.setdefault(number, []).extend(anchors)
    shown = {
        note.number: replace(note, anchors=_taken_out(note, policy) or tuple(places.get(note.number, ())))
        for note in notes
    }
    said = zip(numbers, policy.foreign_notes, strict=True)
    return policy, tuple(shown.values()), tuple(_remark(told, shown.get(number)) for number, told in said)


def _remark(told: ForeignNote, note: Note | None) -> Remark:
    """Return a comment as it is read: where it hangs on no words, it stands where its note does, else at the head."""
    places = [span.start for span in told.spans] or ([anchor.start for anchor in note.anchors] if note else [])
    answers = (f"{reply.author}: {reply.text}" for reply in told.replies)
    lines = tuple(line for text in (told.text, *answers) for line in text.splitlines() if line.strip())
    return Remark(min(places, default=0), lines, None if note is None else note.severity)


def _taken_out(note: Note, policy: PolicyDocument) -> tuple[Anchor, ...]:
    """Return where the words of a note are struck, all of them: its comment then hangs on no word of the text."""
    words = {anchor.exact.strip() for anchor in note.anchors if note.proposed_wording}
    found = [one.span for one in policy.revisions if one.words.strip() and one.words.strip() in words]
    replaced = {one.span.start for one in policy.revisions if len(one.span)}
    return tuple(Anchor("", span.start, span.end, "") for span in found if span.start not in replaced)


def _names(notes: Iterable[Note]) -> tuple[tuple[str, str], ...]:
    from export.selection import listed_id

    return tuple((listed_id(note), f"#{note.number}  {note.title}".strip()) for note in notes)


def page_of_job(job: ExportJob, kind: str) -> Page | None:
    """Return what a job's product says, as a page; None for an annotated policy, which is no report.

    A table shows the table alone, notes as data their findings.
    """
    if kind in ("word", "pdf"):
        return None
    if kind == "changes":
        from export.change_memo.memo import change_memo_of
        from export.change_memo.page import page_of_changes

        return page_of_changes(change_memo_of(job))
    product = "gap" if kind == "gap" else "memo"
    asked = _SHOWN.get(kind) or sections_of(product, job.options.sections)
    report = report_of(job, product=product, annotated="annotated" in asked and _short(job))
    page = page_of(report, asked, redline=job.options.redline == "redline")
    if kind == "gap" and job.options.profile != Visibility.OUTSIDE.value:
        again = "_again" if report.changes and has_words("title_gap_again") else ""
        title = say(f"title_gap{again}", report.language)
        return replace(page, title=title, subject=subject(report, "subject_gap"))
    return page


def _short(job: ExportJob) -> bool:
    """Whether the policies are short enough to stand in a report that was not asked for them."""
    length = sum(len(job.matter.policy(document.latest.uid).text) for document in job.documents)
    return bool(job.options.sections) or length <= LONG_TEXT
