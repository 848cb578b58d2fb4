"""The memo of changes between two versions of a document."""

from __future__ import annotations

from dataclasses import dataclass

from export.change_memo.document import change_document
from export.change_memo.memo import change_memo_of
from export.told import unwritable
from export.writer import ExportJob, Written

__all__ = ["ChangesFile"]


@dataclass(frozen=True, slots=True)
class ChangesFile:
    """`--as changes`: a .docx that says what changed and what it means for the findings."""

    kind: str = "changes"
    suffix: str = ".docx"
    many: bool = False

    def write(self, job: ExportJob) -> Written:
        """Return the memo; notes for a narrower circle of readers are left out and listed."""
        memo = change_memo_of(job)
        return Written(change_document(memo, job.options.look), memo.report.left_out, unwritable(memo.report))
