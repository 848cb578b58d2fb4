"""New and changed objects put behind a PDF file's own bytes, as the standard's incremental update."""

from __future__ import annotations

import hashlib
import zlib
from itertools import count
from typing import Final

from documents.pdf.objects import PdfObjects
from documents.pdf.syntax import items

__all__ = ["Update"]

_KEPT: Final = (b"Root", b"Info")
_WIDTHS: Final = (1, 5, 2)


class Update:
    """Collects objects for the end of a file. The file's own bytes stay as they are."""

    def __init__(self, before: PdfObjects) -> None:
        self._before = before
        self._numbers = count(before.next_number)
        self._objects: dict[int, bytes] = {}

    def new(self) -> int:
        """Return a number for an object that is still to be put."""
        return next(self._numbers)

    def add(self, body: bytes) -> int:
        """Put an object under a new number and return that."""
        number = self.new()
        self._objects[number] = body
        return number

    def put(self, number: int, body: bytes) -> None:
        """Put an object under a number that it has or was given."""
        self._objects[number] = body

    def to_bytes(self) -> bytes:
        """Return the file with the update behind it."""
        before = self._before
        out = bytearray(before.data)
        if not out.endswith((b"\n", b"\r")):
            out += b"\n"
        places: dict[int, int] = {}
        for number in sorted(self._objects):
            places[number] = len(out) - before.base
            out += b"%d %d obj\n%s\nendobj\n" % (number, before.generation(number), self._objects[number])
        start = len(out) - before.base
        digest = hashlib.sha256(out[len(before.data) :]).hexdigest()[:32].encode()
        out += self._section_as_stream(places, start, digest) if before.in_streams else self._table(places, digest)
        out += b"startxref\n%d\n%%%%EOF\n" % start
        return bytes(out)

    def _table(self, places: dict[int, int], digest: bytes) -> bytes:
        out = bytearray(b"xref\n")
        for first, length in _stretches(places):
            out += b"%d %d\n" % (first, length)
            for number in range(first, first + length):
                out += b"%010d %05d n \n" % (places[number], self._before.generation(number))
        size = max(self._before.next_number, max(places, default=0) + 1)
        return bytes(out) + b"trailer\n<<%s>>\n" % self._facts(size, digest)

    def _section_as_stream(self, places: dict[int, int], start: int, digest: bytes) -> bytes:
        """Return the section in the form of those before it: mixing the two is against the standard."""
        own = self.new()
        places = {**places, own: start}
        rows = bytearray()
        for number in sorted(places):
            for value, width in zip((1, places[number], self._before.generation(number)), _WIDTHS, strict=True):
                rows += value.to_bytes(width, "big")
        packed = zlib.compress(bytes(rows))
        index = b" ".join(b"%d %d" % stretch for stretch in _stretches(places))
        facts = b"/Type/XRef/W[%d %d %d]/Index[%s]/Filter/FlateDecode/Length %d" % (*_WIDTHS, index, len(packed))
        head = b"%d 0 obj\n<<%s%s>>" % (own, facts, self._facts(own + 1, digest))
        return head + b"stream\n%s\nendstream\nendobj\n" % packed

    def _facts(self, size: int, digest: bytes) -> bytes:
        trailer = self._before.trailer
        kept = b"".join(b"/%s %s" % (key, trailer[key]) for key in _KEPT if key in trailer)
        identity = self._before.resolved(trailer.get(b"ID", b"null"))
        if identity.startswith(b"[") and (first := items(identity)[:1]):
            kept += b"/ID[%s<%s>]" % (first[0], digest)
        return b"/Size %d/Prev %d%s" % (size, self._before.last_section, kept)


def _stretches(places: dict[int, int]) -> list[tuple[int, int]]:
    """Return the numbers as stretches that follow each other: the first of each, and how many."""
    found: list[tuple[int, int]] = []
    for number in sorted(places):
        if found and sum(found[-1]) == number:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((number, 1))
    return found
