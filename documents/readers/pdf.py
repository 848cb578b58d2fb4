"""PDF files."""

from __future__ import annotations

import re

from documents.draft import Draft, Source

__all__ = ["PdfReader"]

_HEADER = re.compile(rb"%PDF-\d")
_WITHIN = 1024
_SIGNS = (b"endobj", b"startxref", b"%PDF-")


class PdfReader:
    """Reads what PDFium finds. It can crash: only the worker process reads files."""

    name = "pdf"
    version = 2

    def recognises(self, source: Source) -> bool:
        """A header at the start; or after whatever came before it, or without one, what only a PDF holds."""
        head = source.data[:_WITHIN]
        if _HEADER.match(head.lstrip()):
            return True
        if source.suffix == ".pdf":
            return any(sign in source.data for sign in _SIGNS)
        return _HEADER.search(head) is not None and b"endobj" in source.data

    def read(self, source: Source) -> Draft:
        """Return text, blocks, runs, pages and boxes. Raises UnreadableDocument."""
        from documents.pdf.policy import read_pdf

        return read_pdf(source)
