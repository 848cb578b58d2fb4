"""Boxes on a page -> the stretches of text that lie in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

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


class Places:
    """Finds the text at a place of a page."""

    def __init__(self, boxes: Boxes) -> None:
        self._boxes = boxes
        self._pages: dict[int, list[int]] = defaultdict(list)
        for start in range(0, len(boxes.pieces), PIECE):
            self._pages[boxes.pieces[start + 2]].append(start)

    def covered(self, page: int, boxes: Iterable[Box]) -> tuple[Span, ...]:
        """Return the stretches that lie in any of the boxes, in order; those that touch are one."""
        spans = [span for box in boxes for piece in self._pages.get(page, ()) for span in self._within(piece, box)]
        joined: list[Span] = []
        for span in sorted(spans):
            if joined and span.start <= joined[-1].end + 1:
                joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
            else:
                joined.append(span)
        return tuple(joined)

    def nearest(self, page: int, box: Box) -> tuple[Span, ...]:
        """Return the line of the page that a box stands beside; none on an empty page."""
        pieces: Sequence[int] = self._pages.get(page, ())
        if not pieces:
            return ()

        def distance(piece: int) -> tuple[float, float]:
            turn, place, low, high = self._boxes.pieces[piece + 3 : piece + PIECE]
            x0, y0, x1, y1 = (value * UNIT for value in _upright(box, turn))
            return abs((low + high) / 2 - (y0 + y1) / 2), abs(place - (x0 + x1) / 2)

        best = min(pieces, key=distance)
        return (Span(self._boxes.pieces[best], self._boxes.pieces[best + 1]),)

    def _within(self, piece: int, box: Box) -> Iterable[Span]:
        """Yield the letters of one piece whose middle lies within a box that covers enough of the line's height.

        Where a line runs both ways, they need not follow each other.
        """
        start, end, _, turn, place, low, high = self._boxes.pieces[piece : piece + PIECE]
        x0, y0, x1, y1 = (value * UNIT for value in _upright(box, turn))
        if min(high, y1) - max(low, y0) < _OVERLAP * min(high - low, y1 - y0) - _HAIR:
            return
        first = -1
        for at in range(start, end):
            advance = self._boxes.advances[at]
            inside = x0 - _HAIR <= place + advance / 2 <= x1 + _HAIR
            if inside and first < 0:
                first = at
            if not inside and first >= 0:
                yield Span(first, at)
                first = -1
            place += advance
        if first >= 0:
            yield Span(first, end)


def _upright(box: Box, turn: int) -> Box:
    """Return a box of the page's own space as if the page were turned until the line runs to the right."""
    x0, y0, x1, y1 = box
    return {1: (y0, -x1, y1, -x0), 2: (-x1, -y1, -x0, -y0), 3: (-y1, x0, -y0, x1)}.get(turn, box)
