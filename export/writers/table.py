"""`--as csv`: the findings as one table for other programs."""

from __future__ import annotations

from dataclasses import dataclass

from export.report_of_job import report_of
from export.sheets.plain_table import plain_table
from export.told import to_tell
from export.writer import ExportJob, Written

__all__ = ["PlainTable"]


@dataclass(frozen=True, slots=True)
class PlainTable:
    """All documents of a matter in one .csv."""

    kind: str = "csv"
    suffix: str = ".csv"
    many: bool = True

    def write(self, job: ExportJob) -> Written:
        """Return the table."""
        report = report_of(job)
        return Written(plain_table(report), report.left_out, to_tell(report))
