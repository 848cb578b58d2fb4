"""The colours an annotated file is written with, as Word and readers of PDFs draw them."""

from __future__ import annotations

from annotations.model import Severity
from export.pdf.threads import COLOURS
from export.word.highlights import NATIVE, SHADES

__all__ = ["fill_of"]

_AS_DRAWN = {"red": "FF0000", "magenta": "FF00FF", "yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF"}


def fill_of(severity: Severity | None, highlight: str) -> str:
    """Return the colour behind words: `highlight` is "native", "shading" or "pdf"; no severity: it does not go out."""
    shown = severity or Severity.MEDIUM
    if highlight == "pdf":
        return f"#{COLOURS[shown]}"
    return "#" + (_AS_DRAWN[NATIVE[shown]] if highlight == "native" else SHADES[shown])
