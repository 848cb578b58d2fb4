"""`--as xlsx`: the issue list as a workbook that the client fills in."""

from __future__ import annotations

from dataclasses import dataclass, replace

from export.change_memo.memo import change_memo_of
from export.report_of_job import report_of
from export.selection import sender
from export.sheets.workbook import workbook
from export.told import listed, to_tell
from export.writer import ExportJob, Written

__all__ = ["IssueWorkbook"]


@dataclass(frozen=True, slots=True)
class IssueWorkbook:
    """All documents of a matter in one .xlsx."""

    kind: str = "xlsx"
    suffix: str = ".xlsx"
    many: bool = True

    def write(self, job: ExportJob) -> Written:
        """Return the workbook; what no cell holds whole is listed."""
        report = report_of(job)
        again = [document for document in job.documents if len(document.versions) > 1]
        changes = [change_memo_of(replace(job, documents=(document,))) for document in again]
        data, cut = workbook(report, sender(job, job.matter.matter()), changes)
        return Written(data, report.left_out, (*listed(report, cut, "cell_full"), *to_tell(report)))
