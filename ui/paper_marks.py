"""What is marked on the pages of a PDF: fills that let the print show through, severity lines, outlines, hits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from annotations.model import Severity
from documents.model import PolicyDocument, Span
from ui.highlight_painter import Emphasis, hit_pen, severity_pen
from ui.highlights import HIDDEN_LANE, Highlight, HighlightIndex, Placed
from ui.paper_layout import PaperLayout
from ui.paper_places import PaperPlaces, Stretch
from ui.range_handles import Handle, paint_handles
from ui.theme import DARK, LIGHT, Theme

__all__ = ["PaperMarks", "Sheet", "paper_theme"]

_FADED = 0.35
_LANE_STEP = 3
_ROUND = 2
_DISC = 5  # what a handle takes beyond its corner
_MULTIPLY = QPainter.CompositionMode.CompositionMode_Multiply
_SCREEN = QPainter.CompositionMode.CompositionMode_Screen
_OVER = QPainter.CompositionMode.CompositionMode_SourceOver


def paper_theme(theme: Theme) -> Theme:
    """Return the colours of what is drawn upon paper, which stays white on a dark page."""
    return LIGHT if theme.dark or theme.high_contrast else theme


def _never(_box: QRectF) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page as it lies in the window: its number, its upper left corner, and where its print is dark."""

    number: int
    corner: QPointF
    is_dark: Callable[[QRectF], bool] = _never


@dataclass(slots=True)
class _Shown:
    """What one page shows, worked out once: parts of lines, in the page's own points."""

    fills: list[tuple[Stretch, Highlight]] = field(default_factory=list)
    lines: list[tuple[Stretch, Placed]] = field(default_factory=list)
    hits: list[tuple[Stretch, Highlight]] = field(default_factory=list)


class PaperMarks:
    """Holds what is marked in one policy and paints the part of it that is on a page."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.emphasis = Emphasis()
        self.index = HighlightIndex()
        self.selection: Span | None = None
        self.places = PaperPlaces(PolicyDocument("", "", "en", ""))
        self._shown: dict[int, _Shown] = {}
        self.version = 0  # of all that `paint_still` paints

    def set_policy(self, policy: PolicyDocument) -> None:
        """Mark nothing, on another policy's pages."""
        self.places = PaperPlaces(policy)
        self.selection = None
        self.set_highlights(())
        self.set_hits(())

    def set_highlights(self, highlights: Iterable[Highlight]) -> None:
        """Mark words."""
        self.index = HighlightIndex((item.span.start, item.span.end, item) for item in highlights)
        self._changed()

    def judge(self, uid: str, severity: Severity) -> None:
        """Mark a note's words by another severity."""
        self.index.judge(uid, severity)
        self._changed()

    def set_hits(self, hits: Sequence[Span]) -> None:
        """Show what a search found."""
        marks = (Highlight("", span, Severity.INFO, number) for number, span in enumerate(hits))
        self.emphasis.hits = HighlightIndex((mark.span.start, mark.span.end, mark) for mark in marks)
        self._changed()

    def choose(self, uid: str) -> None:
        """Let a note be the current one."""
        if self.emphasis.current != uid:
            self.emphasis.current = uid
            self._changed()

    def hover(self, uid: str) -> bool:
        """Bring a note's words forward; says whether that changes anything."""
        if self.emphasis.hovered == uid:
            return False
        self.emphasis.hovered = uid
        self._changed()
        return True

    def set_current_hit(self, number: int) -> None:
        """Say which of the hits is looked at."""
        if self.emphasis.current_hit != number:
            self.emphasis.current_hit = number
            self.version += 1

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme's colours."""
        self.theme = theme
        self.version += 1

    def _changed(self) -> None:
        self._shown = {}
        self.version += 1

    # -- painting -----------------------------------------------------------------------------------------------

    def paint_still(self, painter: QPainter, layout: PaperLayout, sheet: Sheet) -> None:
        """Paint what keeps still while one reads upon a page whose print has been painted: notes and hits."""
        shown = self._on(sheet.number)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for stretch, highlight in () if self.theme.high_contrast else shown.fills:
            box = _rect(layout, sheet, stretch)
            colour = QColor(self._ground(painter, sheet, box).severity(highlight.severity).fill)
            if self.emphasis.hovered and highlight.note_uid != self.emphasis.hovered:
                colour.setAlphaF(_FADED)
            _fill(painter, colour, box)
        self._paint_hits(painter, layout, sheet, shown)
        painter.setCompositionMode(_OVER)
        self._paint_lines(painter, layout, sheet, shown)

    def paint_moving(self, painter: QPainter, layout: PaperLayout, sheet: Sheet) -> None:
        """Paint what changes under the reader's hand: the selected words, the current note's outline."""
        if self.selection is not None:
            for stretch in self.places.stretches_on(sheet.number, self.selection):
                box = _rect(layout, sheet, stretch)
                painter.fillRect(box, QColor(self._ground(painter, sheet, box).selection))
            painter.setCompositionMode(_OVER)
        if self.emphasis.current:
            current = self._current(self._on(sheet.number))
            self._outline(painter, [_rect(layout, sheet, stretch) for stretch in current])
            paint_handles(painter, self.handles(layout, sheet), paper_theme(self.theme))

    def _ground(self, painter: QPainter, sheet: Sheet, box: QRectF) -> Theme:
        """Return the colours for what lies behind letters, blended so that they stay readable on light and dark."""
        dark = sheet.is_dark(box)
        painter.setCompositionMode(_SCREEN if dark else _MULTIPLY)
        return DARK if dark else paper_theme(self.theme)

    def _paint_hits(self, painter: QPainter, layout: PaperLayout, sheet: Sheet, shown: _Shown) -> None:
        for stretch, hit in shown.hits:
            box = _rect(layout, sheet, stretch)
            theme = self._ground(painter, sheet, box)
            current = hit.number == self.emphasis.current_hit
            painter.setPen(hit_pen(theme, current=current, filled=not self.theme.high_contrast))
            fill = QColor(theme.current_hit if current else theme.hit)
            if self.theme.high_contrast:
                fill.setAlpha(0)
            _fill(painter, fill, box)

    def _paint_lines(self, painter: QPainter, layout: PaperLayout, sheet: Sheet, shown: _Shown) -> None:
        theme = paper_theme(self.theme)
        hidden: dict[int, tuple[QRectF, int]] = {}
        for stretch, item in shown.lines:
            box = _rect(layout, sheet, stretch)
            if item.lane < HIDDEN_LANE:
                pen = severity_pen(item.highlight.severity, DARK if sheet.is_dark(box) else theme)
                _line(painter, pen, box, item.lane, _edge(layout, stretch))
            else:
                _, count = hidden.get(stretch.piece, (box, 0))
                hidden[stretch.piece] = box, count + 1
        _counts(painter, theme, sheet, hidden.values())

    def _outline(self, painter: QPainter, boxes: Sequence[QRectF]) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setOpacity(self.emphasis.outline)
        painter.setPen(QPen(QColor(paper_theme(self.theme).accent), 2))
        around = QPainterPath()
        for box in boxes:  # lines set close become one shape: no edge runs through their letters
            one = QPainterPath()
            one.addRoundedRect(_outlined(box), 3, 3)
            around = around.united(one)
        painter.drawPath(around)
        painter.setOpacity(1.0)

    def handles(self, layout: PaperLayout, sheet: Sheet) -> list[Handle]:
        """Return the ends on a page of the current note's words, where they can be dragged."""
        found: list[Handle] = []
        current = self.emphasis.current if self.emphasis.movable else ""
        marked = (item for _, item in self._on(sheet.number).lines if current and item.highlight.note_uid == current)
        for item in dict.fromkeys(marked):
            for part in self.places.stretches_on(sheet.number, Span(item.start, item.start + 1)):
                place = _outlined(_rect(layout, sheet, part)).topLeft()
                found.append(Handle(place, item.end, item.highlight))
            for part in self.places.stretches_on(sheet.number, Span(item.end - 1, item.end)):
                place = _outlined(_rect(layout, sheet, part)).bottomRight()
                found.append(Handle(place, item.start, item.highlight))
        return found

    def outline_around(self, layout: PaperLayout, sheets: Iterable[Sheet]) -> QRectF:
        """Return the part of the window that the current note's outline takes."""
        around = QRectF()
        for sheet in sheets:
            for stretch in self._current(self._on(sheet.number)):
                around = around.united(_outlined(_rect(layout, sheet, stretch)).adjusted(-_DISC, -_DISC, _DISC, _DISC))
        return around

    def _current(self, shown: _Shown) -> list[Stretch]:
        uid = self.emphasis.current
        return [stretch for stretch, item in shown.lines if uid and item.highlight.note_uid == uid]

    # -- what is on a page --------------------------------------------------------------------------------------

    def _on(self, number: int) -> _Shown:
        found = self._shown.get(number)
        if found is None:
            found = self._shown[number] = self._worked_out(number)
        return found

    def _worked_out(self, number: int) -> _Shown:
        spans = self.places.spans_on(number)
        marked = _found(self.index, spans)
        marked.sort(key=self.emphasis.order)
        shown = _Shown()
        shown.lines = [(part, item) for item in marked for part in self._parts(number, item)]
        taken: dict[int, list[Span]] = {}
        for item in reversed(marked):
            for part in self._parts(number, item):
                for rest in _without(part.span, taken.setdefault(part.piece, [])):
                    shown.fills += ((whole, item.highlight) for whole in self.places.stretches_on(number, rest))
                taken[part.piece].append(part.span)
        hits = _found(self.emphasis.hits, spans)
        shown.hits = [(part, item.highlight) for item in hits for part in self._parts(number, item)]
        return shown

    def _parts(self, number: int, item: Placed) -> Iterator[Stretch]:
        return self.places.stretches_on(number, Span(item.start, item.end))


def _found(index: HighlightIndex, spans: Sequence[Span]) -> list[Placed]:
    """Return what an index holds of some ranges, each once."""
    return list(dict.fromkeys(chain.from_iterable(index.within(span.start, span.end) for span in spans)))


def _without(span: Span, taken: Sequence[Span]) -> Iterator[Span]:
    """Give the parts of a stretch that none of the others takes: the worst note's fill is the only one."""
    start = span.start
    for other in sorted(taken):
        if other.start >= span.end:
            break
        if other.start > start:
            yield Span(start, other.start)
        start = max(start, other.end)
    if start < span.end:
        yield Span(start, span.end)


def _rect(layout: PaperLayout, sheet: Sheet, stretch: Stretch) -> QRectF:
    """Return where letters stand in the window, on whole pixels across the line: crisp."""
    x0, y0, x1, y1 = layout.shown(sheet.number, stretch.box)
    if _edge(layout, stretch) in ("left", "right"):
        x0, x1 = round(x0), round(x1)
    else:
        y0, y1 = round(y0), round(y1)
    return QRectF(x0, y0, x1 - x0, y1 - y0).translated(sheet.corner)


def _edge(layout: PaperLayout, stretch: Stretch) -> str:
    """Return on which side of the letters' box, as shown, their feet are."""
    clockwise = (layout.pages[stretch.page].rotation // 90 - stretch.turn) % 4
    return ("bottom", "left", "top", "right")[clockwise]


def _fill(painter: QPainter, colour: QColor, box: QRectF) -> None:
    painter.setBrush(colour)
    painter.drawRoundedRect(box, _ROUND, _ROUND)


def _line(painter: QPainter, pen: QPen, box: QRectF, lane: int, edge: str) -> None:
    """Draw a severity's line at the letters' feet, further lanes beyond it."""
    painter.setPen(pen)
    off = lane * _LANE_STEP + pen.widthF() / 2
    ends = {
        "bottom": (QPointF(box.left(), box.bottom() + off), QPointF(box.right(), box.bottom() + off)),
        "top": (QPointF(box.left(), box.top() - off), QPointF(box.right(), box.top() - off)),
        "left": (QPointF(box.left() - off, box.top()), QPointF(box.left() - off, box.bottom())),
        "right": (QPointF(box.right() + off, box.top()), QPointF(box.right() + off, box.bottom())),
    }
    painter.drawLine(*ends[edge])


def _outlined(box: QRectF) -> QRectF:
    return box.adjusted(-1, -1, 1, 4)


def _counts(painter: QPainter, theme: Theme, sheet: Sheet, hidden: Iterable[tuple[QRectF, int]]) -> None:
    """Write at the page's edge how many notes have no line of their own."""
    font = QFont(painter.font())
    font.setPixelSize(12)
    painter.setFont(font)
    painter.setPen(QColor(theme.second))
    for box, count in hidden:
        painter.drawText(QPointF(sheet.corner.x() + 4, box.bottom() - 2), f"+{count}")
