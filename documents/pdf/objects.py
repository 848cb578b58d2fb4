"""A PDF file as its objects: found by the cross-references its writers left, and nothing mended on the way."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from documents.pdf.streams import unpacked
from documents.pdf.syntax import BrokenPdf, end_of, entries, items, number_of, reference_of

__all__ = ["PdfObjects", "Where"]

_WITHIN = 1024
_END = re.compile(rb"startxref[\0\t\n\f\r ]+(\d{1,15})")
_HEAD = re.compile(rb"[\0\t\n\f\r ]*(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+obj(?![A-Za-z])")
_STREAM = re.compile(rb"[\0\t\n\f\r ]*stream(?:\r\n|\n|\r)")
_TABLE = re.compile(rb"[\0\t\n\f\r ]*xref[\0\t\n\f\r ]+")
_PART = re.compile(rb"(\d{1,10})[\0\t\n\f\r ]+(\d{1,10})[\0\t\n\f\r ]+")
_ENTRY = re.compile(rb"(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+([nf])[\0\t\n\f\r ]*")
_TRAILER = re.compile(rb"[\0\t\n\f\r ]*trailer")
_PAIR = re.compile(rb"(\d{1,10})[\0\t\n\f\r ]+(\d{1,10})")
_FREE, _PLAIN, _PACKED = range(3)
_MOST_SECTIONS = 10_000
_MOST_OBJECTS = 8_388_607


class Where(NamedTuple):
    """Where an object stands: in the file at `place`, with its generation; or packed, the `order`th in `place`."""

    kind: int
    place: int
    order: int


class PdfObjects:
    """The objects of a file that is what the standard says. All its methods raise BrokenPdf for one that is not."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.base = max(data.find(b"%PDF-", 0, _WITHIN), 0)
        ends = _END.findall(data, max(data.rfind(b"startxref"), 0))
        if not ends:
            raise BrokenPdf("no end")
        self.last_section = int(ends[-1])
        self.in_streams = _TABLE.match(data, self.last_section + self.base) is None
        self._known: dict[int, Where] = {}
        self._own = 0  # the highest number of a stream of places
        self._packed: dict[int, dict[int, bytes]] = {}
        self.trailer = self._follow(self.last_section)

    @cached_property
    def next_number(self) -> int:
        """The first number that no object has; a stream of places need not list itself."""
        return max(number_of(self.trailer.get(b"Size")), max(self._known, default=0) + 1, self._own + 1)

    def generation(self, number: int) -> int:
        """Return how often the number of an object was given before."""
        where = self._known.get(number)
        return where.order if where is not None and where.kind == _PLAIN else 0

    def value(self, number: int) -> bytes:
        """Return an object as it is written, without its stream; null for one that is not there."""
        where = self._known.get(number)
        if where is None or where.kind == _FREE:
            return b"null"
        if where.kind == _PACKED:
            return self._unpacked(where.place).get(number, b"null")
        begin = self._begin(number, where.place)
        return self.data[begin : end_of(self.data, begin)].lstrip(b"\0\t\n\f\r ")

    def resolved(self, raw: bytes) -> bytes:
        """Return a value, or what it points to."""
        for _ in range(_MOST_SECTIONS):
            number = reference_of(raw)
            if number is None:
                return raw
            raw = self.value(number)
        raise BrokenPdf("a circle")

    def pages(self) -> list[int]:
        """Return the numbers of the pages' objects, in order, each once; a branch that leads back has none."""
        root = entries(self.resolved(self.trailer.get(b"Root", b"null")))
        waiting = [root.get(b"Pages", b"null")]
        seen: set[int] = set()
        found: list[int] = []
        while waiting:
            number = reference_of(waiting.pop())
            if number is None:
                raise BrokenPdf("pages")
            if number in seen:
                continue
            seen.add(number)
            raw = self.value(number)
            facts = entries(raw) if raw.startswith(b"<<") else {}  # a page that is not there still counts as one
            if b"Kids" in facts:
                waiting.extend(reversed(items(self.resolved(facts[b"Kids"]))))
            else:
                found.append(number)
        return found

    def _begin(self, number: int, place: int) -> int:
        """Return where the object's value begins, if it is the object it should be."""
        head = self._head(place)
        if int(head[1]) != number:
            raise BrokenPdf("another object")
        return head.end()

    def _head(self, place: int) -> re.Match[bytes]:
        """Return the head of the object at a place."""
        head = _HEAD.match(self.data, place + self.base)
        if head is None:
            raise BrokenPdf("no object")
        return head

    def _follow(self, section: int) -> dict[bytes, bytes]:
        """Read one section after another from the newest to the oldest; return the newest trailer."""
        newest: dict[bytes, bytes] | None = None
        waiting, seen = [section], set[int]()
        while waiting:
            place = waiting.pop()
            if place in seen:
                continue
            if len(seen) > _MOST_SECTIONS:
                raise BrokenPdf("sections")
            seen.add(place)
            table = _TABLE.match(self.data, place + self.base)
            facts = self._table(table.end()) if table else self._stream_of_places(place)
            newest = facts if newest is None else newest
            # Beside a table, a program that knows streams finds the packed objects; what is older comes after.
            waiting.extend(number_of(facts[key]) for key in (b"Prev", b"XRefStm") if key in facts)
        return newest or {}

    def _table(self, at: int) -> dict[bytes, bytes]:
        while part := _PART.match(self.data, at):
            first, count = int(part[1]), int(part[2])
            at = part.end()
            for number in range(first, first + count):
                entry = _ENTRY.match(self.data, at)
                if entry is None:
                    raise BrokenPdf("table")
                kind = _PLAIN if entry[3] == b"n" else _FREE
                self._note(number, Where(kind, int(entry[1]), int(entry[2])))
                at = entry.end()
        trailer = _TRAILER.match(self.data, at)
        if trailer is None:
            raise BrokenPdf("no trailer")
        return entries(self.data[trailer.end() : end_of(self.data, trailer.end())])

    def _note(self, number: int, where: Where) -> None:
        if number > _MOST_OBJECTS:
            raise BrokenPdf("numbers")
        self._known.setdefault(number, where)

    def _stream_of_places(self, place: int) -> dict[bytes, bytes]:
        self._own = max(self._own, int(self._head(place)[1]))
        facts, data = self._stream(place)
        if facts.get(b"Type") != b"/XRef":
            raise BrokenPdf("no section")
        widths = [number_of(width) for width in items(facts.get(b"W", b""))]
        parts = [number_of(one) for one in items(facts.get(b"Index", b"[0 %s]" % facts.get(b"Size", b"")))]
        if len(widths) != len(Where._fields) or min(widths) < 0 or not sum(widths) or len(parts) % 2:
            raise BrokenPdf("widths")
        numbers = (first + at for first, count in zip(parts[::2], parts[1::2], strict=True) for at in range(count))
        for number, row in zip(numbers, range(0, len(data) - sum(widths) + 1, sum(widths)), strict=False):
            self._note(number, _where(data, row, widths))
        return facts

    def _stream(self, place: int) -> tuple[dict[bytes, bytes], bytes]:
        """Return the dictionary and the content of the stream object at a place."""
        head = self._head(place)
        end = end_of(self.data, head.end())
        facts = entries(self.data[head.end() : end])
        content = _STREAM.match(self.data, end)
        if content is None:
            raise BrokenPdf("no stream")
        begin = content.end()
        length = number_of(self.resolved(facts.get(b"Length", b"null")))
        return facts, unpacked(facts, self.data[begin : begin + length])

    def _unpacked(self, container: int) -> Mapping[int, bytes]:
        """Return the objects that are packed in another, by their numbers."""
        if container not in self._packed:
            where = self._known.get(container)
            if where is None or where.kind != _PLAIN:
                raise BrokenPdf("container")
            self._begin(container, where.place)
            facts, data = self._stream(where.place)
            first, count = number_of(facts.get(b"First")), number_of(facts.get(b"N"))
            pairs = [(int(number), first + int(at)) for number, at in _PAIR.findall(data[:first])[:count]]
            self._packed[container] = {number: data[at : end_of(data, at)].strip() for number, at in pairs}
        return self._packed[container]


def _where(data: bytes, at: int, widths: list[int]) -> Where:
    values = []
    for width in widths:
        values.append(int.from_bytes(data[at : at + width], "big"))
        at += width
    kind = values[0] if widths[0] else _PLAIN
    return Where(kind, values[1], values[2])
