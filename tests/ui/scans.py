"""PDF files whose pages are pictures of words."""

from __future__ import annotations

import zlib

from documents.pdf.library import Pdf
from documents.pdf.pictures import draw
from tests.documents.pdf_files import Sheet, line, paragraph, pdf_of

__all__ = ["SCANNED", "mixed", "scan"]

SCANNED = "We keep the data for as long as the account stands open."


def scan() -> bytes:
    """Return a file of one scanned page."""
    return pdf_of([_scanned(paragraph([SCANNED] * 2, 72, 700, size=12))])


def mixed() -> bytes:
    """Return a file with a page of text and a scanned page."""
    return pdf_of([Sheet(line("Words that the file tells.", 72, 700)), _scanned(line(SCANNED, 72, 700, size=12))])


def _scanned(content: bytes) -> Sheet:
    with Pdf(pdf_of([Sheet(content)]), name="page") as pdf:
        width, height, stride, pixels = draw(pdf, 0, 150 / 72)
    grey = b"".join(pixels[row * stride : row * stride + 4 * width : 4] for row in range(height))
    head = b"q 612 0 0 792 0 0 cm BI /W %d /H %d /CS /G /BPC 8 /F /Fl ID " % (width, height)
    return Sheet(head + zlib.compress(grey) + b" EI Q\n")
