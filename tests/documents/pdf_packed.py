"""The pages of pdf_files laid down as newer programs do: objects packed into streams, cross-references as a stream."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from tests.documents.pdf_files import Sheet, _objects

__all__ = ["packed_pdf"]

_CONTAINER, _SECTION = 5000, 5001
_WIDTHS = (1, 3, 2)


def packed_pdf(sheets: Sequence[Sheet], *, before: bytes = b"", lists_itself: bool = True) -> bytes:
    """Return a PDF whose dictionaries lie in one packed stream; `before` is what stands in front of its head."""
    objects = _objects(sheets, "", ())
    streams = {number: body for number, body in objects.items() if b"stream" in body}
    inside = {number: body for number, body in objects.items() if number not in streams}
    streams[_CONTAINER] = _container(inside)
    data = bytearray(before + b"%PDF-1.7\n")
    rows = {0: (0, 0, 65535)}
    rows |= {number: (2, _CONTAINER, order) for order, number in enumerate(inside)}
    for number, body in streams.items():
        rows[number] = (1, len(data) - len(before), 0)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data) - len(before)
    if lists_itself:
        rows[_SECTION] = (1, start, 0)
    return bytes(data) + _section(rows) + b"startxref\n%d\n%%%%EOF\n" % start


def _container(inside: dict[int, bytes]) -> bytes:
    index, bodies = bytearray(), bytearray()
    for number, body in inside.items():
        index += b"%d %d " % (number, len(bodies))
        bodies += body + b" "
    packed = zlib.compress(bytes(index + bodies))
    facts = b"/Type/ObjStm/N %d/First %d/Length %d/Filter/FlateDecode" % (len(inside), len(index), len(packed))
    return b"<<%s>>stream\n%s\nendstream" % (facts, packed)


def _section(rows: dict[int, tuple[int, int, int]]) -> bytes:
    """Rows told as PNG tells lines of a picture: each by what differs from the one above."""
    above, out = bytes(sum(_WIDTHS)), bytearray()
    for number in sorted(rows):
        row = b"".join(value.to_bytes(width, "big") for value, width in zip(rows[number], _WIDTHS, strict=True))
        out += b"\x02" + bytes((value - high) % 256 for value, high in zip(row, above, strict=True))
        above = row
    packed = zlib.compress(bytes(out))
    index = " ".join(f"{number} 1" for number in sorted(rows)).encode()
    facts = b"/Type/XRef/Size %d/Root 1 0 R/W[1 3 2]/Index[%s]/Filter/FlateDecode" % (max(rows) + 1, index)
    told = b"/DecodeParms<</Predictor 12/Columns %d>>/Length %d" % (sum(_WIDTHS), len(packed))
    return b"%d 0 obj\n<<%s%s>>stream\n%s\nendstream\nendobj\n" % (_SECTION, facts, told, packed)
