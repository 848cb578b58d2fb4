"""The two ends of the current note's words, by which they can be dragged longer or shorter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QColor, QPainter, QPen

if TYPE_CHECKING:
    from ui.highlights import Highlight
    from ui.theme import Theme

__all__ = ["Handle", "handle_at", "paint_handles"]

_RADIUS = 4.0
_REACH = 9.0


@dataclass(frozen=True, slots=True)
class Handle:
    """One end of a highlight: where it stands in the viewport, and the position of the other end, which stays."""

    place: QPointF
    fixed: int
    highlight: Highlight


def handle_at(handles: Iterable[Handle], place: QPointF) -> Handle | None:
    """Return the handle a point takes hold of, the nearest of several."""
    near = [(QLineF(handle.place, place).length(), number, handle) for number, handle in enumerate(handles)]
    found = min((entry for entry in near if entry[0] <= _REACH), default=None, key=lambda entry: entry[:2])
    return None if found is None else found[2]


def paint_handles(painter: QPainter, handles: Iterable[Handle], theme: Theme) -> None:
    """Draw them as discs in the accent, set off from what lies below."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.page), 1.5))
    painter.setBrush(QColor(theme.accent))
    for handle in handles:
        painter.drawEllipse(handle.place, _RADIUS, _RADIUS)
