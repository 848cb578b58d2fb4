"""Whether the words of scanned pages can be read here. No Qt, and nothing of what reads them is brought in."""

from __future__ import annotations

__all__ = ["can_recognise"]


def can_recognise() -> bool:
    """Whether the extra is installed that recognises text."""
    from documents.pdf.ocr import can_recognise as installed

    return installed()
