"""The report that a job asks for: what every product but the annotated policy is a layout of."""

from __future__ import annotations

from annotations.model import Visibility
from export.report import Report, ReportOptions, ReviewedDocument, assemble
from export.writer import ExportJob

__all__ = ["report_of"]


def report_of(job: ExportJob, *, product: str = "memo", annotated: bool = False) -> Report:
    """Return the report of the job's documents, for its readers and in its language.

    `annotated` says whether the policies' own text is wanted in it, `product` what it calls itself: memo or gap.
    """
    documents = [
        ReviewedDocument(
            document,
            job.matter.policy(document.latest.uid),
            job.matter.notes(document.uid),
            job.matter.secrets(document.uid)[0],
        )
        for document in job.documents
    ]
    options = ReportOptions(
        now=job.options.now,
        reviewer=job.options.reviewer,
        signed=job.options.signed,
        profile=Visibility(job.options.profile),
        language=job.options.language,
        annotated=annotated,
        product=product,
        state=job.matter.report_state(job.options.profile),
    )
    return assemble(job.matter.matter(), documents, options)
