"""Marks as PDF objects: annotations with their looks, so that every program shows the same."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Final

from documents.pdf.appending import Update
from documents.pdf.marks import Kind, Mark, Quad

__all__ = ["MarkObjects", "pdf_date", "text_string"]

_PLAIN: Final = re.compile(r"[ -~\r]*")
_ESCAPED: Final = re.compile(r"[\\()\r]")
_ESCAPES: Final = {"\r": "\\r"}
_PRINTED: Final = 4
_UNSEEN: Final = 30  # what Acrobat gives to answers, which it shows with what they answer: hidden, printed, upright
_UPRIGHT: Final = 28
_WINDOW: Final = (200.0, 120.0)
_THIN: Final = 1.0  # points; a line without height would not be seen


class MarkObjects:
    """Puts marks into an update, each with a reference to its page and to what it answers."""

    def __init__(self, update: Update) -> None:
        self._update = update
        self._numbers: dict[str, bytes] = {}
        self._blend = 0

    def know(self, name: str, reference: bytes) -> None:
        """Take a remark that stands in the file already for one that marks may answer."""
        self._numbers[name] = reference

    def put(self, mark: Mark, page: int) -> list[int]:
        """Put one mark for the page that is object `page`; return what its page has to list."""
        number = self._update.new()
        self._numbers[mark.name] = b"%d 0 R" % number
        if mark.kind in {Kind.ANSWER, Kind.STATE}:
            self._update.put(number, b"<<%s%s>>" % (self._common(mark, page), self._answer(mark)))
            return [number]
        window = self._update.new()
        look = self._update.add(self._look(mark))
        facts = b"/AP<</N %d 0 R>>/Popup %d 0 R/C[%s]" % (look, window, _numbers(mark.colour))
        kind = _highlight(mark) if mark.kind is Kind.HIGHLIGHT else b"/Subtype/Text/Name/Comment/F %d" % _UPRIGHT
        self._update.put(number, b"<<%s%s%s>>" % (self._common(mark, page), kind, facts))
        self._update.put(window, _window(mark, number, page))
        return [number, window]

    def _common(self, mark: Mark, page: int) -> bytes:
        said = (
            (b"Contents", text_string(mark.words)),
            (b"T", text_string(mark.author)),
            (b"NM", text_string(mark.name)),
            (b"CreationDate", pdf_date(mark.created)),
            (b"M", pdf_date(mark.modified)),
        )
        facts = b"/Type/Annot/P %d 0 R/Rect[%s]" % (page, _numbers(_around(mark)))
        return facts + b"".join(b"/%s%s" % one for one in said)

    def _answer(self, mark: Mark) -> bytes:
        facts = b"/Subtype/Text/Name/Comment/F %d/IRT %s" % (_UNSEEN, self._numbers[mark.to])
        return facts + (b"/StateModel(Review)/State%s" % text_string(mark.state) if mark.state else b"")

    def _look(self, mark: Mark) -> bytes:
        """Return the form that shows a mark."""
        box = _around(mark)
        highlight = mark.kind is Kind.HIGHLIGHT
        drawn = b"%s rg\n%s" % (_numbers(mark.colour), _strokes(mark.quads) if highlight else _sheet(box))
        looks = b""
        if highlight:
            drawn = b"/Through gs\n" + drawn
            looks = b"/ExtGState<</Through %d 0 R>>" % self._through()
        head = b"/Type/XObject/Subtype/Form/BBox[%s]/Resources<<%s>>" % (_numbers(box), looks)
        return b"<<%s/Length %d>>stream\n%s\nendstream" % (head, len(drawn), drawn)

    def _through(self) -> int:
        """Return the number of what lets the words shine through a highlight, the same for all."""
        if not self._blend:
            self._blend = self._update.add(b"<</Type/ExtGState/BM/Multiply/AIS false/CA 1/ca 1>>")
        return self._blend


def text_string(words: str) -> bytes:
    """Return words as PDF writes them: plain letters as they are, all others as UTF-16; lines end in CR."""
    words = words.replace("\r\n", "\n").replace("\n", "\r")
    if _PLAIN.fullmatch(words):
        return b"(%s)" % _ESCAPED.sub(lambda found: _ESCAPES.get(found[0], "\\" + found[0]), words).encode()
    return b"<FEFF%s>" % words.encode("utf-16-be", "replace").hex().upper().encode()


def pdf_date(written: str) -> bytes:
    """Return a time that is ISO 8601 with an offset as PDF writes it."""
    moment = datetime.fromisoformat(written)
    offset = moment.utcoffset() or timedelta()
    minutes = abs(offset) // timedelta(minutes=1)
    sign = "-" if offset < timedelta() else "+"
    return f"(D:{moment:%Y%m%d%H%M%S}{sign}{minutes // 60:02}'{minutes % 60:02}')".encode()


def _highlight(mark: Mark) -> bytes:
    corners = b" ".join(_corners(quad) for quad in mark.quads)
    return b"/Subtype/Highlight/F %d/QuadPoints[%s]" % (_PRINTED, corners)


def _corners(quad: Quad) -> bytes:
    """Return upper left, upper right, lower left, lower right as one reads: what programs expect, not the standard."""
    turn, x0, y0, x1, y1 = quad
    corners = {
        0: (x0, y1, x1, y1, x0, y0, x1, y0),
        1: (x0, y0, x0, y1, x1, y0, x1, y1),
        2: (x1, y0, x0, y0, x1, y1, x0, y1),
        3: (x1, y1, x1, y0, x0, y1, x0, y0),
    }
    return _numbers(corners[turn % 4])


def _strokes(quads: tuple[Quad, ...]) -> bytes:
    """Return all boxes as one shape, so that none darkens another."""
    shapes = []
    for quad in quads:
        x0, y0, x1, y1 = _tall(quad)
        shapes.append(b"%s re\n" % _numbers((x0, y0, x1 - x0, y1 - y0)))
    return b"".join(shapes) + b"f"


def _sheet(box: tuple[float, float, float, float]) -> bytes:
    """Return a sheet of paper with three lines on it."""
    x0, y0, x1, y1 = box
    edges = _numbers((x0 + 0.5, y0 + 0.5, x1 - x0 - 1, y1 - y0 - 1))
    rows = (y0 + (y1 - y0) * part for part in (0.3, 0.5, 0.7))
    lines = b"".join(b"%s m %s l\n" % (_numbers((x0 + 4, row)), _numbers((x1 - 4, row))) for row in rows)
    return b"0.25 G 1 w %s re B\n%sS" % (edges, lines)


def _window(mark: Mark, number: int, page: int) -> bytes:
    """Return the window that a program opens with the words, at the edge of the page."""
    across, tall = _WINDOW
    top = _around(mark)[3]
    box = _numbers((mark.edge, top - tall, mark.edge + across, top))
    return b"<</Type/Annot/Subtype/Popup/P %d 0 R/Parent %d 0 R/Rect[%s]/F %d/Open false>>" % (
        page,
        number,
        box,
        _UPRIGHT,
    )


def _around(mark: Mark) -> tuple[float, float, float, float]:
    boxes = [_tall(quad) for quad in mark.quads]
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return min(x0), min(y0), max(x1), max(y1)


def _tall(quad: Quad) -> tuple[float, float, float, float]:
    """Return the box of a quad, wide and tall enough to be seen."""
    _, x0, y0, x1, y1 = quad
    across, up = max(_THIN - (x1 - x0), 0) / 2, max(_THIN - (y1 - y0), 0) / 2
    return x0 - across, y0 - up, x1 + across, y1 + up


def _numbers(values: tuple[float, ...]) -> bytes:
    return b" ".join(b"%d" % value if value == int(value) else (b"%.3f" % value).rstrip(b"0") for value in values)
