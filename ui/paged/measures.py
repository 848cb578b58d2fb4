"""The sheet: A4 in points, and the finer units it is set in, so that no letter's width is rounded to a point."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSizeF

__all__ = ["BAND", "PAPER", "PER_POINT", "TEXT", "units"]

PER_POINT: Final = 4
"""Units to a point."""

PAPER: Final = QSizeF(595.28, 841.89)
"""Width and height of the sheet in points."""

TEXT: Final = QRectF(56.7, 68.0, 481.88, 708.0)
"""Where the text stands on the sheet, in points."""

BAND: Final = 12.0
"""Height in points of a line at the head and the foot of a sheet."""


def units(points: float) -> int:
    """Return points as units."""
    return round(points * PER_POINT)
