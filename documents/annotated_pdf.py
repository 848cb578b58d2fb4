"""A PDF with marks on its pages, and the remarks that stand on them: asked of the worker process."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from documents.pdf.marks import Mark, values_of
from documents.pdf.notes import Found
from documents.worker import shared_worker

__all__ = ["AnnotatedPdf", "annotated_pdf", "condition_of", "remarks_on"]


@dataclass(frozen=True, slots=True)
class AnnotatedPdf:
    """The file. Its bytes begin with those it was made from, unless it was `rewritten`. `signed`: it was, before."""

    data: bytes
    rewritten: bool
    signed: bool


def annotated_pdf(data: bytes, marks: Sequence[Mark], *, name: str) -> AnnotatedPdf:
    """Return a PDF with marks on its pages; what answers another comes after it. Raises UnreadableDocument."""
    ask = {"ask": "annotate", "name": name, "marks": [values_of(mark) for mark in marks]}
    told, written = shared_worker().ask(ask, data)
    return AnnotatedPdf(written, told["rewritten"], told["signed"])


def condition_of(data: bytes, *, name: str) -> AnnotatedPdf:
    """Return a PDF with what would be done to it if marks were put on it. Raises UnreadableDocument."""
    told, _ = shared_worker().ask({"ask": "condition", "name": name}, data)
    return AnnotatedPdf(data, told["rewritten"], told["signed"])


def remarks_on(data: bytes, pages: Iterable[int], *, name: str) -> list[Found]:
    """Return the remarks that stand on these pages of a PDF, counted from 0. Raises UnreadableDocument."""
    told, _ = shared_worker().ask({"ask": "remarks", "name": name, "pages": sorted(set(pages))}, data)
    return [Found(**{**one, "boxes": tuple(map(tuple, one["boxes"]))}) for one in told["found"]]
