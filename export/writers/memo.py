"""The review memo of a matter, on all of its documents."""

from __future__ import annotations

from dataclasses import dataclass

from annotations.model import Visibility
from export.memo.document import memo
from export.report import ReportOptions, ReviewedDocument, assemble
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
        documents = [
            ReviewedDocument(document, job.matter.policy(document.latest.uid), job.matter.notes(document.uid))
            for document in job.documents
        ]
        options = ReportOptions(
            now=job.options.now,
            reviewer=job.options.reviewer,
            profile=Visibility(job.options.profile),
            language=job.options.language,
        )
        report = assemble(job.matter.matter(), documents, options)
        return Written(memo(report), report.left_out)
