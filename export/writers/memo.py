"""The review memo of a matter, on all of its documents."""

from __future__ import annotations

from dataclasses import dataclass

from export.memo.document import memo
from export.report_of_job import report_of
from export.writer import ExportJob, Written

__all__ = ["ReviewMemo"]


@dataclass(frozen=True, slots=True)
class ReviewMemo:
    """`--as memo`: a .docx in the language asked for, ready to sign."""

    kind: str = "memo"
    suffix: str = ".docx"
    many: bool = True

    def write(self, job: ExportJob) -> Written:
        """Return the memo; notes for a narrower circle of readers are left out and listed."""
        report = report_of(job)
        return Written(memo(report), report.left_out)
