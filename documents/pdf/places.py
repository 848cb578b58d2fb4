"""Boxes on a page -> the stretches of text that lie in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from documents.model import Span
from documents.pages import PIECE, UNIT, Boxes
from documents.pdf.library import pdfium

__all__ = ["Box", "Places", "boxes_of"]

Box = tuple[float, float, float, float]

_OVERLAP = 0.4
_HAIR = 0.5  # units; files round


def boxes_of(note: object) -> tuple[Box, ...]:
    """Return what an open annotation lies on, line by line where it says so, else its rectangle."""
    raw = pdfium()
    quads = raw.FS_QUADPOINTSF()
    boxes: list[Box] = []
    for index in range(raw.FPDFAnnot_CountAttachmentPoints(note)):
        if raw.FPDFAnnot_GetAttachmentPoints(note, index, quads):
            across = (quads.x1, quads.x2, quads.x3, quads.x4)
            up = (quads.y1, quads.y2, quads.y3, quads.y4)
            boxes.append((min(across), min(up), max(across), max(up)))
    rectangle = raw.FS_RECTF()
    if not boxes and raw.FPDFAnnot_GetRect(note, rectangle):
        left, right = sorted((rectangle.left, rectangle.right))
        low, high = sorted((rectangle.bottom, rectangle.top))  # browsers write the upper corner first
        boxes.append((left, low, right, high))
    return tuple(boxes)


class _Piece(NamedTuple):
    """A stretch of text on one line: where it begins along the line, and the line's edges, in units."""

    start: int
    end: int
    place: int
    low: int
    high: int


class Places:
    """Finds the text at a place of a page."""

    def __init__(self, boxes: Boxes) -> None:
        self._boxes = boxes
        self._pages: dict[int, dict[int, list[_Piece]]] = defaultdict(lambda: defaultdict(list))
        for at in range(0, len(boxes.pieces), PIECE):
            start, end, page, turn, place, low, high = boxes.pieces[at : at + PIECE]
            self._pages[page][turn].append(_Piece(start, end, place, low, high))

    def covered(self, page: int, boxes: Iterable[Box]) -> tuple[Span, ...]:
        """Return the stretches that lie in any of the boxes, in order; those that touch are one."""
        spans = [span for box in boxes for span in self._under(page, box)]
        joined: list[Span] = []
        for span in sorted(spans):
            if joined and span.start <= joined[-1].end + 1:
                joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
            else:
                joined.append(span)
        return tuple(joined)

    def nearest(self, page: int, box: Box) -> tuple[Span, ...]:
        """Return the line of the page that a box stands beside; none on an empty page."""
        found: list[tuple[float, float, Span]] = []
        for turn, pieces in self._pages.get(page, {}).items():
            x0, y0, x1, y1 = _upright(box, turn)
            found.extend(
                (
                    abs((one.low + one.high) / 2 - (y0 + y1) / 2),
                    abs(one.place - (x0 + x1) / 2),
                    Span(one.start, one.end),
                )
                for one in pieces
            )
        return (min(found)[2],) if found else ()

    def _under(self, page: int, box: Box) -> Iterator[Span]:
        """Yield the letters that lie in a box, of each line of which it covers enough of the height."""
        for turn, pieces in self._pages.get(page, {}).items():
            x0, y0, x1, y1 = _upright(box, turn)
            for one in pieces:
                least = _OVERLAP * min(one.high - one.low, y1 - y0) - _HAIR
                if min(one.high, y1) - max(one.low, y0) >= least:
                    yield from self._within(one, x0, x1)

    def _within(self, piece: _Piece, x0: float, x1: float) -> Iterator[Span]:
        """Yield the letters of a piece whose middle lies between; in a line that runs both ways they may lie apart."""
        first, place = -1, piece.place
        for at in range(piece.start, piece.end):
            advance = self._boxes.advances[at]
            inside = x0 - _HAIR <= place + advance / 2 <= x1 + _HAIR
            if inside and first < 0:
                first = at
            if not inside and first >= 0:
                yield Span(first, at)
                first = -1
            place += advance
        if first >= 0:
            yield Span(first, piece.end)


def _upright(box: Box, turn: int) -> Box:
    """Return a box of the page's own space, in units, as if the page were turned until the line runs to the right."""
    x0, y0, x1, y1 = (value * UNIT for value in box)
    return {1: (y0, -x1, y1, -x0), 2: (-x1, -y1, -x0, -y0), 3: (-y1, x0, -y0, x1)}.get(turn, (x0, y0, x1, y1))
