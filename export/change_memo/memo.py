"""Everything a change memo says, as one value: the comparison of two versions and the findings beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from annotations.model import Document, Note, Version, Visibility
from documents.comparing.comparison import compare_policies
from export.change_memo.fates import FindingFate, Lot, Pair, fates_of
from export.change_memo.history import past_of
from export.change_memo.listing import Listing, listing_of
from export.change_memo.words import LIMITS_OF_CHANGES
from export.errors import ExportError
from export.report import Report, ReviewedDocument
from export.report_of_job import report_on
from export.reviewed_text import ReviewedText
from export.selection import for_the_firm
from export.wording import LIMITS, paper, phrase, report_language
from export.writer import ExportJob

__all__ = ["ChangeMemo", "change_memo_of", "versions_of"]

_OF_FINDINGS: Final = ("signs", "cured")
"""Of our own limits, those about what outsiders are not told."""
_OURS: Final = ("reliance", "regulator", "privilege")
"""Of the limits that every report has, those that fit a memo of changes; outsiders get the last alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeMemo:
    """A memo of changes. `report` holds who writes to whom; `old` and `new` are the two versions.

    `named` says whether the people who decided may be named.
    """

    report: Report
    old: ReviewedText
    new: ReviewedText
    changes: Listing
    fates: tuple[FindingFate, ...] = ()
    numbers: Mapping[str, int]
    limits: tuple[str, ...] = ()
    named: bool = True

    def lot(self, lot: Lot) -> tuple[FindingFate, ...]:
        """Return the findings of one lot, in the report's order."""
        return tuple(one for one in self.fates if one.lot is lot)


def versions_of(job: ExportJob) -> tuple[Version, Version]:
    """Return the two versions asked for: of itself the last two. Raises ExportError where there are none."""
    document = job.documents[0]
    versions, asked = document.versions, job.options
    if len(versions) == 1:
        raise ExportError("one_version", document=document.title or versions[0].file_name)
    new = _named(document, asked.newer) if asked.newer else versions[-1]
    earlier = [one for one in versions if one.number < new.number]
    if not asked.older and not earlier:
        raise ExportError("first_version", version=new.number, document=document.title or new.file_name)
    old = _named(document, asked.older) if asked.older else earlier[-1]
    if old.number >= new.number:
        raise ExportError("not_earlier", older=old.number, newer=new.number)
    return old, new


def _named(document: Document, name: str) -> Version:
    found = [one for one in document.versions if name in (str(one.number), one.label, one.file_name)]
    if not found:
        known = ", ".join(str(one.number) for one in document.versions)
        raise ExportError("no_version", name=name, document=document.title, versions=known)
    return found[0]


def change_memo_of(job: ExportJob) -> ChangeMemo:
    """Return the memo of changes that a job asks for. Raises ExportError where there are not two versions."""
    old, new = versions_of(job)
    pair = Pair(old, new, job.matter.policy(old.uid), job.matter.policy(new.uid), report_language(job.language))
    before, now = _at(job, pair, old), _at(job, pair, new)
    report = report_on(job, [now], product="changes")
    sent = {item.uid for item in (*report.findings, *report.no_objection)}
    notes = {note.uid: note for note in now.notes if note.uid in sent}
    found = compare_policies(pair.old_policy, pair.new_policy, report.language)
    changes = listing_of(found, notes.values(), old.uid, new.uid)
    outside = report.profile is Visibility.OUTSIDE
    fates = fates_of(report.findings, notes, pair, past_of(job.matter.changes()), _numbers(changes))
    return ChangeMemo(
        report=report,
        old=report_on(job, [before], product="changes").documents[0],
        new=report.documents[0],
        changes=changes.without_signs if outside else changes,
        fates=tuple(map(_for_outsiders, fates)) if outside else fates,
        numbers={note.uid: note.number for note in notes.values()},
        limits=tuple(_limits(report, outside=outside)),
        named=not for_the_firm(job),
    )


def _at(job: ExportJob, pair: Pair, version: Version) -> ReviewedDocument:
    """Return the document as if `version` were its last, with the notes that speak of either version."""
    document = job.documents[0]
    shown = replace(document, versions=tuple(one for one in document.versions if one.number <= version.number))
    policy = pair.new_policy if version is pair.new else pair.old_policy
    notes = tuple(_of_pair(job.matter.notes(document.uid), pair)) if version is pair.new else ()
    return ReviewedDocument(shown, policy, notes, job.matter.secrets(document.uid)[0])


def _of_pair(notes: Sequence[Note], pair: Pair) -> Iterator[Note]:
    """Yield the notes with their places on the two versions alone; those that stand on others only are left out."""
    uids = (pair.old.uid, pair.new.uid)
    for note in notes:
        anchors = tuple(anchor for anchor in note.anchors if anchor.version in uids)
        if anchors or not note.anchors:
            yield replace(note, anchors=anchors)


def _numbers(changes: Listing) -> Mapping[str, Sequence[int]]:
    """Return the numbers of the changes that touch each note."""
    held: dict[str, list[int]] = {}
    for one in (*changes.told, *changes.moves):
        for uid in one.notes:
            held.setdefault(uid, []).append(one.number)
    return held


def _for_outsiders(fate: FindingFate) -> FindingFate:
    """Return what became of a comment's words and no more: outsiders are told no status and no decision."""
    lot = Lot.NEW if fate.lot is Lot.NEW else Lot.OPEN
    return replace(fate, lot=lot, alerts=(), decision="", proposed="", placed=None, decided=None)


def _limits(report: Report, *, outside: bool) -> Iterator[str]:
    language = report.language
    yield from (
        phrase(LIMITS_OF_CHANGES, key, language) for key in LIMITS_OF_CHANGES if not outside or key not in _OF_FINDINGS
    )
    keys = _OURS[-1:] if outside else _OURS
    yield from (phrase(LIMITS, key, language, **paper("changes")) for key in keys)
