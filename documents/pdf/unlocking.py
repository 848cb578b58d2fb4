"""A PDF kept under a password -> the same file without it, saved anew by PDFium."""

from __future__ import annotations

import ctypes
from typing import Any

from documents.draft import Source
from documents.errors import UnreadableDocument
from documents.pdf.library import Pdf

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
        return _saved(pdf, source.name)


def _saved(pdf: Pdf, name: str) -> bytes:
    raw = pdf.raw
    pieces: list[bytes] = []

    def write(_file: Any, piece: int, size: int) -> int:  # noqa: ANN401 - a structure of the bindings
        pieces.append(ctypes.string_at(piece, size))
        return 1

    kind = dict(raw.FPDF_FILEWRITE._fields_)["WriteBlock"]
    out = raw.FPDF_FILEWRITE(version=1, WriteBlock=kind(write))
    if not raw.FPDF_SaveAsCopy(pdf.handle, ctypes.byref(out), raw.FPDF_REMOVE_SECURITY):
        raise UnreadableDocument("protection", name=name)
    return b"".join(pieces)
