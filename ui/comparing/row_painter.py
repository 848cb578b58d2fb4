"""Draws one row of a comparison: signs and numbers in the gutter, the words, what was moved from where."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from ui.comparing.strips import Cell
from ui.comparing.typesetting import Laid
from ui.look import Look

__all__ = ["ABOVE", "HEAD", "Column", "SetRow", "columns", "gutter_of", "paint_ring", "paint_row"]

GUTTER, SLIM, SIDE, ABOVE, HEAD, TAG = 60, 36, 16, 5, 10, 20
_WIDEST, _NARROW = 660, 300
_SIGN = 18


@dataclass(frozen=True, slots=True)
class Column:
    """Where one of the texts stands across: its gutter first, then its words."""

    left: int
    width: int
    gutter: int

    @property
    def words(self) -> int:
        """How wide its words may be."""
        return max(20, self.width - self.gutter - SIDE)


@dataclass(frozen=True, slots=True)
class SetRow:
    """A row in its lines. `tag` says from or to where it was moved, "" for most."""

    cells: tuple[Cell, ...]
    laid: tuple[Laid | None, ...]
    sign: str
    tag: str
    height: int

    @property
    def above(self) -> int:
        """Pixels above the words, without a tag."""
        return ABOVE + (HEAD if any(cell.head for cell in self.cells) else 0)


def columns(width: int, look: Look, *, together: bool) -> tuple[Column, ...]:
    """Return where the texts stand in a view of a width: one in the middle, or two."""
    if together:
        gutter = look.px(GUTTER)
        whole = min(width, gutter + look.px(_WIDEST) + SIDE)
        return (Column((width - whole) // 2, whole, gutter),)
    half, gutter = width // 2, gutter_of(width // 2, look)
    return (Column(0, half, gutter), Column(half, width - half, gutter))


def gutter_of(width: int, look: Look) -> int:
    """Return how wide the gutter of a column is: less where there is hardly room for the words."""
    return look.px(GUTTER if width >= look.px(_NARROW) else SLIM)


def paint_row(painter: QPainter, row: SetRow, across: tuple[Column, ...], y: int, look: Look) -> None:
    """Draw a row whose top is at `y`."""
    for number, (column, cell, laid) in enumerate(zip(across, row.cells, row.laid, strict=True)):
        place = QRect(column.left, y, column.width, row.height)
        if laid is None:
            if len(across) > 1:
                _paint_nothing(painter, place, look)
            continue
        top = y + row.above
        if row.tag:
            _paint_tag(painter, QRect(place.left() + column.gutter, top, column.words, look.px(TAG)), row.tag, look)
            top += look.px(TAG)
        if cell.table:
            painter.setPen(QColor(look.theme.line))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place.left() + column.gutter - 6, top - 2, column.words + 8, laid.height + 4)
        painter.setPen(QColor(look.theme.text))
        laid.lines.draw(painter, QPointF(place.left() + column.gutter, top))
        gutter = QRect(place.left() + 8, top, column.gutter - 16, look.px(22))
        _paint_gutter(painter, gutter, _sign_here(row.sign, number, len(across)), cell.label, look)


def paint_ring(painter: QPainter, place: QRect, look: Look) -> None:
    """Outline the current change."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(look.theme.accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(place).adjusted(3, 1, -3, -1), 3, 3)


def _sign_here(sign: str, number: int, several: int) -> str:
    """Leave out on each side what happened on the other alone."""
    if several > 1 and sign in ("+", "↶") and number == 0:
        return ""
    return "" if several > 1 and sign in ("−", "↷") and number == 1 else sign


def _paint_nothing(painter: QPainter, place: QRect, look: Look) -> None:
    painter.fillRect(place, QColor(look.theme.panel))
    if look.theme.high_contrast:
        painter.fillRect(place, Qt.BrushStyle.BDiagPattern)


def _paint_tag(painter: QPainter, place: QRect, words: str, look: Look) -> None:
    font = look.font(12, strong=True)
    painter.setFont(font)
    painter.setPen(QColor(look.theme.accent))
    cut = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), cut)


def _paint_gutter(painter: QPainter, place: QRect, sign: str, label: str, look: Look) -> None:
    theme = look.theme
    colours = {"+": theme.inserted_text, "−": theme.deleted_text}
    if sign:
        painter.setFont(look.font(14, strong=True))
        painter.setPen(QColor(colours.get(sign, theme.accent)))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), sign)
    if label:
        font = look.font(12)
        room = place.adjusted(look.px(_SIGN) if sign else 0, 0, 6, 0)
        painter.setFont(font)
        painter.setPen(QColor(theme.second))
        cut = QFontMetrics(font).elidedText(label, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), cut)
