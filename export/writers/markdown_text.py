"""`--as md`: the memo as Markdown."""

from __future__ import annotations

from dataclasses import dataclass

from export.pages.markdown_page import markdown_page
from export.pages.page import page_of
from export.report_of_job import report_of
from export.told import to_tell
from export.writer import ExportJob, Written

__all__ = ["MarkdownText"]


@dataclass(frozen=True, slots=True)
class MarkdownText:
    """All documents of a matter in one .md."""

    kind: str = "md"
    suffix: str = ".md"
    many: bool = True

    def write(self, job: ExportJob) -> Written:
        """Return the text. Raises ExportError for a section there is not."""
        asked = job.options.sections
        report = report_of(job, annotated="annotated" in asked)
        return Written(markdown_page(page_of(report, asked)), report.left_out, to_tell(report))
