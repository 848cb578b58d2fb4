"""Paints what lies beneath and above the letters in view: fills, severity lines, outlines, labels in the gutter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextBlock, QTextLine

from annotations.model import Severity
from ui.highlights import HIDDEN_LANE, HighlightIndex, Placed
from ui.page_style import LETTER_SIZE
from ui.range_handles import Handle, paint_handles

if TYPE_CHECKING:
    from ui.theme import Theme

__all__ = ["Emphasis", "HighlightPainter", "LineBox", "VisibleBlock"]

_FADED = 0.35
_LANE_STEP = 3
_DISC = 5  # what a handle takes beyond its corner
_ABOVE = _BELOW = 3
_ASCENT, _DESCENT = 0.84, 0.16  # of the letters themselves, in ems: between ideographs and Latin with its tails


@dataclass(frozen=True, slots=True)
class VisibleBlock:
    """A paragraph in view and where its layout's origin stands in the viewport."""

    block: QTextBlock
    origin: QPointF

    @property
    def start(self) -> int:
        """Qt's position of its first character."""
        return self.block.position()

    @property
    def end(self) -> int:
        """Qt's position of its line end."""
        return self.block.position() + self.block.length() - 1


@dataclass(frozen=True, slots=True)
class LineBox:
    """A stretch of one line: from `left` to `right`, from the letters' `top` to their `bottom`."""

    left: float
    right: float
    top: float
    bottom: float

    @property
    def fill(self) -> QRectF:
        """The fill: 3 above the letters to 3 below."""
        return QRectF(self.left, self.top - _ABOVE, self.right - self.left, self.bottom - self.top + _ABOVE + _BELOW)


@dataclass(slots=True)
class Emphasis:
    """Which notes stand out now; `outline` is how far the current one's outline has come in."""

    current: str = ""
    movable: bool = False  # whether the ends of its words can be dragged
    outline: float = 1.0
    hovered: str = ""
    current_hit: int = -1
    hits: HighlightIndex = field(default_factory=HighlightIndex)

    def order(self, item: Placed) -> tuple[bool, bool, int]:
        """Return what highlights are painted by: the worst over the others, then the current, then the pointed at."""
        uid = item.highlight.note_uid
        return uid == self.hovered, uid == self.current, item.rank


def line_boxes(visible: VisibleBlock, start: int, end: int) -> Iterator[LineBox]:
    """Give the boxes of a stretch in Qt's positions, one a line, in the viewport."""
    layout = visible.block.layout()
    begin = max(start - visible.start, 0)
    stop = min(end - visible.start, visible.end - visible.start)
    first, last = layout.lineForTextPosition(begin), layout.lineForTextPosition(stop)
    if begin >= stop or not first.isValid() or not last.isValid():
        return
    justified = bool(visible.block.blockFormat().alignment() & Qt.AlignmentFlag.AlignJustify)
    size = visible.block.blockFormat().intProperty(LETTER_SIZE)
    for number in range(first.lineNumber(), last.lineNumber() + 1):
        line = layout.lineAt(number)
        left, right = _edges(line, begin, stop, justified=justified)
        if right > left:
            baseline = visible.origin.y() + line.y() + line.ascent()
            x = visible.origin.x()
            top, bottom = round(baseline - _ASCENT * size), round(baseline + _DESCENT * size)  # whole pixels: crisp
            yield LineBox(x + left, x + right, top, bottom)


def _edges(line: QTextLine, begin: int, stop: int, *, justified: bool) -> tuple[float, float]:
    left = _x(line, max(begin, line.textStart()))
    line_end = line.textStart() + line.textLength()
    inside = line.width() if justified else line.naturalTextWidth()  # without the space a line ends with
    right = min(_x(line, min(stop, line_end)), line.x() + inside)
    return min(left, right), max(left, right)


def _x(line: QTextLine, position: int) -> float:
    found: object = line.cursorToX(position)
    return float(found[0]) if isinstance(found, tuple) else line.x()


class HighlightPainter:
    """Holds what is marked and paints it. Nothing is worked out per mouse move: only what a repaint needs."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.index = HighlightIndex()
        self.emphasis = Emphasis()

    def visible_highlights(self, blocks: Sequence[VisibleBlock]) -> list[Placed]:
        """Return the highlights in view in the order they are painted: the mildest first, the current note over all."""
        if not blocks:
            return []
        found = self.index.within(blocks[0].start, blocks[-1].end + 1)
        return sorted(found, key=self.emphasis.order)

    def paint_beneath(self, painter: QPainter, blocks: Sequence[VisibleBlock], marked: Sequence[Placed]) -> None:
        """Paint fills and search hits, before the letters."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if not self.theme.high_contrast:
            for item in marked:
                self._fill(painter, blocks, item)
        self._hits(painter, blocks)

    def _fill(self, painter: QPainter, blocks: Sequence[VisibleBlock], item: Placed) -> None:
        colour = QColor(self.theme.severity(item.highlight.severity).fill)
        if self.emphasis.hovered and item.highlight.note_uid != self.emphasis.hovered:
            colour.setAlphaF(_FADED)
        painter.setBrush(colour)
        for box in _boxes(blocks, item.start, item.end):
            painter.drawRoundedRect(box.fill, 2, 2)

    def _hits(self, painter: QPainter, blocks: Sequence[VisibleBlock]) -> None:
        if not blocks or not len(self.emphasis.hits):
            return
        for item in self.emphasis.hits.within(blocks[0].start, blocks[-1].end + 1):
            current = item.highlight.number == self.emphasis.current_hit
            painter.setBrush(QColor(self.theme.current_hit if current else self.theme.hit))
            pen = hit_pen(self.theme, current=current, filled=not self.theme.high_contrast)
            painter.setPen(pen)
            inside = 0 if pen.style() is Qt.PenStyle.NoPen else pen.widthF() / 2
            if self.theme.high_contrast:
                painter.setBrush(Qt.BrushStyle.NoBrush)
            for box in _boxes(blocks, item.start, item.end):
                painter.drawRoundedRect(box.fill.adjusted(inside, inside, -inside, -inside), 2, 2)

    def paint_above(self, painter: QPainter, blocks: Sequence[VisibleBlock], marked: Sequence[Placed]) -> None:
        """Paint severity lines, the count of those without one, and the current note's outline, after the letters."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hidden: dict[float, int] = {}
        for item in marked:
            boxes = list(_boxes(blocks, item.start, item.end))
            if item.lane < HIDDEN_LANE:
                self._line(painter, boxes, item)
            else:
                for box in boxes:
                    hidden[box.bottom] = hidden.get(box.bottom, 0) + 1
        painter.setOpacity(self.emphasis.outline)
        for item in marked:
            if item.highlight.note_uid == self.emphasis.current:
                self._outline(painter, _boxes(blocks, item.start, item.end))
        paint_handles(painter, self.handles(blocks), self.theme)
        painter.setOpacity(1.0)
        self._counts(painter, hidden)

    def handles(self, blocks: Sequence[VisibleBlock]) -> list[Handle]:
        """Return the ends in view of the current note's words, where they can be dragged."""
        current = self.emphasis.current if self.emphasis.movable else ""
        marked = self.visible_highlights(blocks) if current else ()
        return [handle for item in marked if item.highlight.note_uid == current for handle in _ends(blocks, item)]

    def outline_around(self, blocks: Sequence[VisibleBlock]) -> QRectF:
        """Return the part of the viewport that the current note's outline takes."""
        around = QRectF()
        for item in self.visible_highlights(blocks):
            if item.highlight.note_uid == self.emphasis.current:
                for box in _boxes(blocks, item.start, item.end):
                    around = around.united(_outline_of(box).adjusted(-_DISC, -_DISC, _DISC, _DISC))
        return around

    def _line(self, painter: QPainter, boxes: Sequence[LineBox], item: Placed) -> None:
        pen = severity_pen(item.highlight.severity, self.theme)
        painter.setPen(pen)
        for box in boxes:
            y = box.fill.bottom() + pen.widthF() / 2 + item.lane * (_LANE_STEP + 1)
            painter.drawLine(QPointF(box.left, y), QPointF(box.right, y))

    def _outline(self, painter: QPainter, boxes: Iterator[LineBox]) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.theme.accent), 2))
        for box in boxes:
            painter.drawRoundedRect(_outline_of(box), 3, 3)

    def _counts(self, painter: QPainter, hidden: Mapping[float, int]) -> None:
        painter.setPen(QColor(self.theme.second))
        font = QFont(painter.font())
        font.setPixelSize(12)
        painter.setFont(font)
        for bottom, count in hidden.items():
            painter.drawText(QPointF(0, bottom - 2), f"+{count}")


def _outline_of(box: LineBox) -> QRectF:
    return box.fill.adjusted(-1, -2, 1, 4)  # 2 thick: it ends where the letters beside it begin


def _ends(blocks: Sequence[VisibleBlock], item: Placed) -> Iterator[Handle]:
    for box in _boxes(blocks, item.start, item.start + 1):
        yield Handle(_outline_of(box).topLeft(), item.end, item.highlight)
    for box in _boxes(blocks, item.end - 1, item.end):
        yield Handle(_outline_of(box).bottomRight(), item.start, item.highlight)


def hit_pen(theme: Theme, *, current: bool, filled: bool) -> QPen:
    """Return what a search hit is edged with: the current one is told by more than its colour."""
    width = int(current) + int(not filled)
    return QPen(QColor(theme.text), width) if width else QPen(Qt.PenStyle.NoPen)


def severity_pen(severity: Severity, theme: Theme) -> QPen:
    """Return the pen of a severity's line: solid 3, solid 2, dashes 6-3, dots 2-3, hairline 1."""
    colour = QColor(theme.severity(severity).mark)
    width, dashes = _LINES[severity]
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashes:
        pen.setDashPattern([length / width for length in dashes])
    return pen


_LINES: dict[Severity, tuple[float, tuple[int, ...]]] = {
    Severity.CRITICAL: (3, ()),
    Severity.HIGH: (2, ()),
    Severity.MEDIUM: (2, (6, 3)),
    Severity.LOW: (2, (2, 3)),
    Severity.INFO: (1, ()),
}


def _boxes(blocks: Sequence[VisibleBlock], start: int, end: int) -> Iterator[LineBox]:
    for visible in blocks:
        if start < visible.end and end > visible.start:
            yield from line_boxes(visible, start, end)
