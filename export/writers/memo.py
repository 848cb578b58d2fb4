"""The review memo and the gap report of a matter, on all of its documents."""

from __future__ import annotations

from dataclasses import dataclass

from export.choice_of_words import to_reconsider
from export.memo.document import memo
from export.memo.layout import Plan
from export.memo.sections import sections_of
from export.report_of_job import report_of
from export.told import to_tell
from export.writer import ExportJob, Written

__all__ = ["GapReport", "ReviewMemo"]

LONG_TEXT = 40_000
"""Characters of policies that a gap report carries along of itself; longer ones only when they are asked for."""


@dataclass(frozen=True, slots=True)
class ReviewMemo:
    """`--as memo`: a .docx in the language asked for, ready to sign."""

    kind: str = "memo"
    suffix: str = ".docx"
    many: bool = True

    def write(self, job: ExportJob) -> Written:
        """Return the memo; notes for a narrower circle of readers are left out and listed."""
        return _written(job, "memo")


@dataclass(frozen=True, slots=True)
class GapReport:
    """`--as gap`: the same review as a report with cover, rating scale, checklist and remediation plan."""

    kind: str = "gap"
    suffix: str = ".docx"
    many: bool = True

    def write(self, job: ExportJob) -> Written:
        """Return the report; notes for a narrower circle of readers are left out and listed."""
        return _written(job, "gap")


def _written(job: ExportJob, product: str) -> Written:
    asked = job.options.sections
    annotated = "annotated" in sections_of(product, asked) and (bool(asked) or _length(job) <= LONG_TEXT)
    report = report_of(job, product=product, annotated=annotated)
    data = memo(report, Plan(product, job.options.look, asked, job.options.redline))
    return Written(data, report.left_out, (*to_tell(report), *to_reconsider(report)))


def _length(job: ExportJob) -> int:
    return sum(len(job.matter.policy(document.latest.uid).text) for document in job.documents)
