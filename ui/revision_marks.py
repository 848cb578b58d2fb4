"""Tracked changes of the file, painted over the text: lines under what was put in, signs where words were."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from documents.model import Revision, RevisionKind
from ui.highlight_painter import LineBox, VisibleBlock, line_boxes
from ui.models.document_facts import joined, revision_words
from ui.page_style import LETTER_SIZE

if TYPE_CHECKING:
    from documents.model import PolicyDocument
    from ui.text_map import TextMap
    from ui.theme import Theme

__all__ = ["Mark", "RevisionMarks", "marks_of"]

_PUT_IN = (RevisionKind.INSERTED, RevisionKind.MOVED_TO)
_TAKEN_OUT = (RevisionKind.DELETED, RevisionKind.MOVED_FROM)
_SIGN = 4.0
_NEAR = 6
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Mark:
    """A change at Qt's half-open range; one without length is a place where words stood."""

    start: int
    end: int
    revision: Revision


def marks_of(policy: PolicyDocument, places: TextMap) -> tuple[Mark, ...]:
    """Return what is to be marked of a policy's tracked changes, in order; changes of mere looks are not."""
    found: list[Mark] = []
    for one in joined(policy.revisions):
        if one.kind in _PUT_IN and len(one.span):
            start, end = places.range_of(one.span)
            found.append(Mark(start, end, one))
        elif one.kind in _TAKEN_OUT:
            place = places.to_qt(one.span.start)
            found.append(Mark(place, place, one))
    return tuple(sorted(found, key=lambda mark: (mark.start, mark.end)))


class RevisionMarks:
    """Paints the marks in view, and says what one of them is. Never a letter of the text."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._marks: tuple[Mark, ...] = ()
        self._starts: list[int] = []

    def show_marks(self, marks: Iterable[Mark]) -> None:
        """Paint these from now on, in the order of the text."""
        self._marks = tuple(marks)
        self._starts = [mark.start for mark in self._marks]

    def paint_beneath(self, painter: QPainter, blocks: Sequence[VisibleBlock]) -> None:
        """Paint the fills of what was put in, before the letters."""
        if self.theme.high_contrast:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.inserted))
        for visible, mark in self._in_view(blocks):
            for box in _boxes(visible, mark):
                painter.drawRoundedRect(box.fill, 2, 2)

    def paint_above(self, painter: QPainter, blocks: Sequence[VisibleBlock]) -> None:
        """Paint lines and signs, after the letters."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for visible, mark in self._in_view(blocks):
            if mark.end > mark.start:
                painter.setPen(QPen(QColor(self.theme.inserted_text), 1))
                for box in _boxes(visible, mark):
                    painter.drawLine(QPointF(box.left, box.bottom + 1.5), QPointF(box.right, box.bottom + 1.5))
            elif (place := _place(visible, mark.start)) is not None:
                self._sign(painter, place)

    def tip_at(self, place: QPoint, blocks: Sequence[VisibleBlock]) -> str:
        """Return what the change under a point of the viewport is, by whom and when; "" where there is none."""
        for visible, mark in self._in_view(blocks):
            if any(box.contains(QPointF(place)) for box in _touched(visible, mark)):
                return _words(mark.revision)
        return ""

    def _sign(self, painter: QPainter, place: QRectF) -> None:
        """A stroke between two letters with a small wedge upon it."""
        colour = QColor(self.theme.deleted_text)
        x, top, bottom = place.center().x(), place.top(), place.bottom()
        painter.setPen(QPen(colour, 1.5))
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(
            QPolygonF([QPointF(x - _SIGN, top - _SIGN), QPointF(x + _SIGN, top - _SIGN), QPointF(x, top + 1)])
        )

    def _in_view(self, blocks: Sequence[VisibleBlock]) -> Iterator[tuple[VisibleBlock, Mark]]:
        for visible in blocks if self._marks else ():
            first = bisect_left(self._starts, visible.start)
            while first > 0 and self._marks[first - 1].end > visible.start:
                first -= 1
            last = bisect_right(self._starts, visible.end)
            for mark in self._marks[first:last]:
                yield visible, mark


def _boxes(visible: VisibleBlock, mark: Mark) -> Iterator[LineBox]:
    return line_boxes(visible, mark.start, mark.end) if mark.start < mark.end else iter(())


def _touched(visible: VisibleBlock, mark: Mark) -> Iterator[QRectF]:
    if mark.start < mark.end:
        yield from (box.fill for box in _boxes(visible, mark))
    elif (place := _place(visible, mark.start)) is not None:
        yield place.adjusted(-_NEAR, -_NEAR, _NEAR, _NEAR)


def _place(visible: VisibleBlock, position: int) -> QRectF | None:
    """Return the gap before a position: no width, as high as the letters; None outside the paragraph."""
    if not visible.start <= position <= visible.end:
        return None
    line = visible.block.layout().lineForTextPosition(position - visible.start)
    if not line.isValid():
        return None
    found: object = line.cursorToX(position - visible.start)
    x = float(found[0]) if isinstance(found, tuple) else line.x()
    size = visible.block.blockFormat().intProperty(LETTER_SIZE)
    baseline = visible.origin.y() + line.y() + line.ascent()
    return QRectF(visible.origin.x() + x, round(baseline - 0.84 * size), 0, size)


def _words(revision: Revision) -> str:
    who = ", ".join(part for part in (revision.author, revision.date[:10]) if part)
    words = " ".join(revision.words.split())
    shown = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
    told = f"{revision_words(revision.kind)}: {shown}" if shown else revision_words(revision.kind)
    return f"{told} ({who})" if who else told
