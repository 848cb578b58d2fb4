"""The report that a job asks for: what every product but the annotated policy is a layout of."""

from __future__ import annotations

from collections.abc import Sequence

from annotations.model import Document, Visibility
from export.report import Report, ReportOptions, ReviewedDocument, assemble
from export.writer import ExportJob

__all__ = ["report_of", "report_on"]


def report_of(job: ExportJob, *, product: str = "memo", annotated: bool = False) -> Report:
    """Return the report of the job's documents, for its readers and in its language.

    `annotated` says whether the policies' own text is wanted in it, `product` what it calls itself: memo or gap.
    """
    documents = [_reviewed(job, document) for document in job.documents]
    state = job.matter.report_state(job.options.profile)
    return report_on(job, documents, product=product, annotated=annotated, state=state)


def _reviewed(job: ExportJob, document: Document) -> ReviewedDocument:
    """Return a document of the job as its last version has it, with its notes."""
    matter, uid = job.matter, document.uid
    return ReviewedDocument(document, matter.policy(document.latest.uid), matter.notes(uid), matter.secrets(uid)[0])


def report_on(
    job: ExportJob,
    documents: Sequence[ReviewedDocument],
    *,
    product: str,
    annotated: bool = False,
    state: str = "",
) -> Report:
    """Return the report of `documents`, for the readers of the job; `state` as in ReportOptions."""
    options = ReportOptions(
        now=job.options.now,
        reviewer=job.options.reviewer,
        signed=job.options.signed,
        profile=Visibility(job.options.profile),
        language=job.options.language,
        annotated=annotated,
        product=product,
        state=state,
    )
    return assemble(job.matter.matter(), documents, options)
