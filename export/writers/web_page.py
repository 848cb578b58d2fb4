"""`--as html`: the memo as one web page that needs nothing beside it."""

from __future__ import annotations

from dataclasses import dataclass

from export.pages.html_page import html_page
from export.pages.page import page_of
from export.report_of_job import report_of
from export.told import to_tell
from export.writer import ExportJob, Written

__all__ = ["WebPage"]


@dataclass(frozen=True, slots=True)
class WebPage:
    """All documents of a matter in one .html."""

    kind: str = "html"
    suffix: str = ".html"
    many: bool = True

    def write(self, job: ExportJob) -> Written:
        """Return the page. Raises ExportError for a section there is not."""
        asked = job.options.sections
        report = report_of(job, annotated="annotated" in asked)
        page = page_of(report, asked, redline=job.options.redline == "redline")
        return Written(html_page(page), report.left_out, to_tell(report))
