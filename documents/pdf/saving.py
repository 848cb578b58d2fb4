"""An open PDF saved anew by PDFium, without a password."""

from __future__ import annotations

import ctypes
from typing import Any

from documents.errors import UnreadableDocument
from documents.pdf.library import Pdf

__all__ = ["saved", "with_pages_only"]


def saved(pdf: Pdf, name: str) -> bytes:
    """Return the bytes of a whole new file. Raises UnreadableDocument: protection."""
    return _bytes(pdf, pdf.handle, name)


def with_pages_only(pdf: Pdf, name: str) -> bytes:
    """Return the bytes of a new file with the same pages, for one whose tree of pages is past mending; no bookmarks.

    Raises UnreadableDocument: protection.
    """
    made = pdf.raw.FPDF_CreateNewDocument()
    try:
        if not pdf.raw.FPDF_ImportPages(made, pdf.handle, None, 0):
            raise UnreadableDocument("damaged", name=name)
        return _bytes(pdf, made, name)
    finally:
        pdf.raw.FPDF_CloseDocument(made)


def _bytes(pdf: Pdf, handle: object, name: str) -> bytes:
    raw = pdf.raw
    pieces: list[bytes] = []

    def write(_file: Any, piece: int, size: int) -> int:  # noqa: ANN401 - a structure of the bindings
        pieces.append(ctypes.string_at(piece, size))
        return 1

    kind = dict(raw.FPDF_FILEWRITE._fields_)["WriteBlock"]
    out = raw.FPDF_FILEWRITE(version=1, WriteBlock=kind(write))
    if not raw.FPDF_SaveAsCopy(handle, ctypes.byref(out), raw.FPDF_REMOVE_SECURITY):
        raise UnreadableDocument("protection", name=name)
    return b"".join(pieces)
