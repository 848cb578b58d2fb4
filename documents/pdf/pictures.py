"""A page of an open PDF, or a part of it, as pixels: white paper, annotations drawn, turned as it is shown."""

from __future__ import annotations

import ctypes
from math import isfinite, sqrt

from documents.pdf.library import Pdf

__all__ = ["MOST_PIXELS", "Clip", "Pixels", "draw"]

Clip = tuple[int, int, int, int]
Pixels = tuple[int, int, int, bytes]

MOST_PIXELS = 16_000_000
_LONGEST_SIDE = 1_000_000  # pixels of a whole page: beyond it a place is no longer told exactly
_LETTER = (612.0, 792.0)
_BYTES = 4
_WHITE = 0xFFFFFFFF


def draw(pdf: Pdf, page: int, scale: float, clip: Clip | None = None) -> Pixels:
    """Return (width, height, stride, pixels), four bytes a pixel: blue, green, red, 255.

    `scale` is pixels to a point; `clip` is x, y, width, height in pixels of the whole page at that scale, as shown:
    only it is drawn, so that a part costs the same at any scale. What lies outside the page is white. More than
    MOST_PIXELS are not drawn: the same part comes with fewer. A page that cannot be opened is a white sheet.
    """
    with pdf.page(page) as opened:
        raw = pdf.raw
        size = (raw.FPDF_GetPageWidthF(opened), raw.FPDF_GetPageHeightF(opened)) if opened else _LETTER
        (width, height), (x, y, across, down) = _measured(size, scale, clip)
        stride = across * _BYTES
        buffer = ctypes.create_string_buffer(stride * down)
        bitmap = raw.FPDFBitmap_CreateEx(across, down, raw.FPDFBitmap_BGRx, buffer, stride)
        try:
            raw.FPDFBitmap_FillRect(bitmap, 0, 0, across, down, _WHITE)
            if opened:
                raw.FPDF_RenderPageBitmap(bitmap, opened, -x, -y, width, height, 0, raw.FPDF_ANNOT)
        finally:
            raw.FPDFBitmap_Destroy(bitmap)
        return across, down, stride, buffer.raw


def _measured(size: tuple[float, float], scale: float, clip: Clip | None) -> tuple[tuple[int, int], Clip]:
    """Return the whole page's width and height in pixels, and the part of it to draw."""
    sides = [side if isfinite(side) and side > 0 else letter for side, letter in zip(size, _LETTER, strict=True)]
    scale = min(scale, _LONGEST_SIDE / max(sides)) if isfinite(scale) and scale > 0 else 1.0
    width, height = (max(round(side * scale), 1) for side in sides)
    x, y, across, down = clip or (0, 0, width, height)
    across, down = max(across, 1), max(down, 1)
    less = min(sqrt(MOST_PIXELS / (across * down)), 1.0)
    if less < 1.0:
        part = (int(x * less), int(y * less), max(int(across * less), 1), max(int(down * less), 1))
        return (max(round(width * less), 1), max(round(height * less), 1)), part
    return (width, height), (x, y, across, down)
