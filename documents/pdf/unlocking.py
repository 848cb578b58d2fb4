"""A PDF kept under a password -> the same file without it, saved anew by PDFium."""

from __future__ import annotations

from documents.draft import Source
from documents.pdf.library import Pdf
from documents.pdf.saving import saved

__all__ = ["unlocked_pdf"]

_HEADER = b"%PDF-"
_WITHIN = 1024


def unlocked_pdf(source: Source) -> bytes:
    """Return a PDF without its password; a file without any as it is. Raises UnreadableDocument."""
    if _HEADER not in source.data[:_WITHIN]:
        return source.data
    with Pdf(source.data, name=source.name, password=source.password) as pdf:
        if pdf.raw.FPDF_GetSecurityHandlerRevision(pdf.handle) < 0:
            return source.data
        return saved(pdf, source.name)
