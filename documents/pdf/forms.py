"""What was typed into the fields of a form: set into the page, as it would be printed, so that it is read with it."""

from __future__ import annotations

from documents.pdf.library import Pdf, wide_string

__all__ = ["set_fields"]

_MOST = 5_000


def set_fields(pdf: Pdf, opened: object) -> bool:
    """Set the text fields of an open page into it; whether there are any. The page must be opened anew to be read.

    Only in memory. Takes all else that lies on the page off it, so ask for remarks and links before.
    """
    raw = pdf.raw
    count = raw.FPDFPage_GetAnnotCount(opened)
    if not 0 < count <= _MOST:
        return False
    fields = [place for place in range(count) if _is_text_field(pdf, opened, place)]
    if not fields:
        return False
    for place in reversed(range(count)):
        if place not in fields:
            raw.FPDFPage_RemoveAnnot(opened, place)
    return bool(raw.FPDFPage_Flatten(opened, raw.FLAT_PRINT) == raw.FLATTEN_SUCCESS)


def _is_text_field(pdf: Pdf, opened: object, place: int) -> bool:
    """Whether it is a field for words that has a look of its own: of others there is nothing to read."""
    raw = pdf.raw
    note = raw.FPDFPage_GetAnnot(opened, place)
    if not note:
        return False
    try:
        if raw.FPDFAnnot_GetSubtype(note) != raw.FPDF_ANNOT_WIDGET:
            return False
        return _kind(pdf, note) in {"Tx", "Ch"} and raw.FPDFAnnot_HasKey(note, b"AP")
    finally:
        raw.FPDFPage_CloseAnnot(note)


def _kind(pdf: Pdf, note: object) -> str:
    """Return the kind of a field, which the field above it may tell."""
    raw = pdf.raw
    own = wide_string(raw.FPDFAnnot_GetStringValue, note, b"FT")
    if own:
        return own
    parent = raw.FPDFAnnot_GetLinkedAnnot(note, b"Parent")
    if not parent:
        return ""
    above = wide_string(raw.FPDFAnnot_GetStringValue, parent, b"FT")
    raw.FPDFPage_CloseAnnot(parent)
    return above
