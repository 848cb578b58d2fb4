"""Pieces of a likeness, one below the other, dealt out to pages of a given height."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

if TYPE_CHECKING:
    from ui.foreseeing import Remark

__all__ = ["INK", "PAGE", "Piece", "Placed", "Style", "dealt_out", "space", "write"]

PAGE = (408, 577)
"""Width and height of a page on the screen."""

INK = "#111111"


@dataclass(frozen=True, slots=True)
class Piece:
    """Something of a given height; `draw` is told the box it stands in.

    `keeps` holds it to the piece after it; `remarks` are those whose words begin in it.
    """

    height: int
    draw: Callable[[QPainter, QRect], None]
    keeps: bool = False
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece and where it begins on its page."""

    top: int
    piece: Piece


@dataclass(frozen=True, slots=True)
class Style:
    """How words stand: font, line height, colour, whether in the middle."""

    font: QFont
    line: int
    colour: str = INK
    centre: bool = False


def dealt_out(pieces: Iterable[Piece], height: int, most: int) -> list[list[Placed]]:
    """Fill pages of a height, at most so many; pieces that belong together go over to the next page together."""
    pages: list[list[Placed]] = [[]]
    top, waiting = 0, list[Piece]()
    for piece in pieces:
        waiting.append(piece)
        if piece.keeps:
            continue
        needed = sum(kept.height for kept in waiting)
        if top + needed > height and pages[-1]:
            if len(pages) == most:
                return pages
            pages.append([])
            top = 0
        for kept in waiting:
            pages[-1].append(Placed(top, kept))
            top += kept.height
        waiting = []
    pages[-1] += [Placed(top, kept) for kept in waiting]
    return pages


def space(height: int) -> Piece:
    """Return a gap."""
    return Piece(height, lambda _painter, _box: None)


def write(painter: QPainter, box: QRect, text: str, style: Style) -> None:
    """Write one line, cut with … where it does not fit."""
    painter.setFont(style.font)
    painter.setPen(QColor(style.colour))
    side = Qt.AlignmentFlag.AlignHCenter if style.centre else Qt.AlignmentFlag.AlignLeft
    shown = QFontMetricsF(style.font).elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, box.width() + 1)
    painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine), shown)
