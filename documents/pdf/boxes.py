"""A span of a PDF's text as rectangles on its pages."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, pairwise

from documents.model import PolicyDocument, Span
from documents.pages import PIECE, UNIT, Boxes, Page

__all__ = ["Rectangle", "Stretch", "own_point", "rectangles", "stretches"]

Rectangle = tuple[int, float, float, float, float]
Stretch = tuple[int, int, float, float, float, float]

_GAP = 0.5  # of a line's height; words that lie this near are marked together


def rectangles(policy: PolicyDocument, span: Span) -> tuple[Rectangle, ...]:
    """Return (page from 0, x0, y0, x1, y1) for each stretch of a line `span` covers, in the order of the text.

    In points of the page's own space: from its lower left, before any rotation, as PDF annotations count. Letters
    without a place (joints between lines, line feeds) have none; a document without pages gives none at all.
    """
    return tuple((page, x0, y0, x1, y1) for page, _, x0, y0, x1, y1 in stretches(policy, span))


def stretches(policy: PolicyDocument, span: Span) -> tuple[Stretch, ...]:
    """Return the same with the direction of each line after its page: 0 to the right, 1 up, 2 to the left, 3 down."""
    boxes = policy.boxes
    if boxes is None or not len(span):
        return ()
    return tuple(_found(boxes, policy.text, span))


def _found(boxes: Boxes, text: str, span: Span) -> Iterator[Stretch]:
    count = len(boxes.pieces) // PIECE
    first = bisect_right(range(count), span.start, key=lambda index: boxes.pieces[index * PIECE]) - 1
    for index in range(max(first, 0), count):
        start, end, page, turn, place, low, high = boxes.pieces[index * PIECE : (index + 1) * PIECE]
        if start >= span.end:
            return
        begin, stop = max(start, span.start), min(end, span.end)
        if begin >= stop:
            continue
        near = place + sum(boxes.advances[start:begin])
        for edge, far in _parts(near, boxes.advances[begin:stop], text[begin:stop], (high - low) * _GAP):
            yield (page, turn, *_turned(turn, edge, low, far, high))


def _parts(place: int, advances: array[int], letters: str, gap: float) -> list[tuple[int, int]]:
    """Return where along its line a stretch lies: in one part, unless it runs both ways and its letters lie apart.

    A space at such a turn reaches as far as the turn, and counts for nothing.
    """
    steps = list(accumulate(advances, initial=place))
    if min(advances) >= 0 or max(advances) <= 0:
        near, far = sorted((steps[0], steps[-1]))
        return [(near, far)] if near != far else []
    each = ((min(one), max(one), letter) for one, letter in zip(pairwise(steps), letters, strict=True))
    joined: list[tuple[int, int]] = []
    for near, far in sorted((near, far) for near, far, letter in each if far > near and not letter.isspace()):
        if joined and near <= joined[-1][1] + gap:
            joined[-1] = (joined[-1][0], max(joined[-1][1], far))
        else:
            joined.append((near, far))
    return joined


def _turned(turn: int, near: int, low: int, far: int, high: int) -> tuple[float, float, float, float]:
    """Return the rectangle in the page's own space, of one told as if the line ran to the right."""
    box = {1: (-high, near, -low, far), 2: (-far, -high, -near, -low), 3: (low, -far, high, -near)}
    x0, y0, x1, y1 = box.get(turn, (near, low, far, high))
    return x0 / UNIT, y0 / UNIT, x1 / UNIT, y1 / UNIT


def own_point(page: Page, across: float, down: float) -> tuple[float, float]:
    """Return in the page's own space the point that is so many points from the upper left of the page as shown."""
    up = page.height - down
    turned = {
        90: (page.height - up, across),
        180: (page.width - across, page.height - up),
        270: (up, page.width - across),
    }
    x, y = turned.get(page.rotation, (across, up))
    return page.left + x, page.bottom + y
