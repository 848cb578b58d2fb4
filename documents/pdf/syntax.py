"""The syntax of PDF: where an object ends, what a dictionary holds. Bytes stay as they are written."""

from __future__ import annotations

import re
from collections.abc import Mapping

__all__ = ["BrokenPdf", "dictionary", "end_of", "entries", "items", "name_of", "number_of", "reference_of"]

_BETWEEN = re.compile(rb"(?:[\0\t\n\f\r ]+|%[^\r\n]*)*")
_REGULAR = rb"[^\0\t\n\f\r ()<>\[\]{}/%]"
_NAME = re.compile(rb"/(" + _REGULAR + rb"*)")
_REFERENCE = re.compile(rb"(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+R(?!" + _REGULAR + rb")")
_TOKEN = re.compile(
    rb"(?P<open><<|\[)|(?P<close>>>|\])|(?P<string>\()|<[^<>]*>|"
    + _NAME.pattern
    + rb"|"
    + _REFERENCE.pattern
    + rb"|"
    + _REGULAR
    + rb"+"
)
_BRACKETS = re.compile(rb"\\.|[()]", re.DOTALL)
_NUMBER = re.compile(rb"[+-]?\d{1,18}(?!" + _REGULAR + rb")")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_STRANGE = re.compile(rb"[^!-~]|[#()<>\[\]{}/%]")
_CLOSES = {b"<<": b">>", b"[": b"]"}


class BrokenPdf(Exception):
    """The file is not what the standard says. Never shown: whoever meets it lets PDFium write the file anew."""


def end_of(data: bytes, at: int) -> int:
    """Return where the object that begins at `at`, or behind white space there, ends. Raises BrokenPdf."""
    waiting: list[bytes] = []
    while True:
        token = _TOKEN.match(data, _begin(data, at))
        if token is None:
            raise BrokenPdf("no object")
        at = token.end()
        if token["string"]:
            at = _string_end(data, at)
        elif token["open"]:
            waiting.append(_CLOSES[token["open"]])
        elif token["close"] and (not waiting or waiting.pop() != token["close"]):
            raise BrokenPdf("brackets")
        if not waiting:
            return at


def entries(raw: bytes) -> dict[bytes, bytes]:
    """Return a dictionary's values as they are written, by their names. Raises BrokenPdf for anything else."""
    at = _begin(raw, 0)
    if not raw.startswith(b"<<", at):
        raise BrokenPdf("no dictionary")
    found: dict[bytes, bytes] = {}
    at = _begin(raw, at + 2)
    while not raw.startswith(b">>", at):
        name = _NAME.match(raw, at)
        if name is None:
            raise BrokenPdf("no name")
        begin = _begin(raw, name.end())
        end = end_of(raw, begin)
        found[_unescaped(name[1])] = raw[begin:end]
        at = _begin(raw, end)
    return found


def dictionary(values: Mapping[bytes, bytes]) -> bytes:
    """Return the values as a dictionary is written; what `entries` gave comes out the same."""
    return b"<<%s>>" % b"".join(b"/%s %s" % (_STRANGE.sub(_escape, name), raw) for name, raw in values.items())


def items(raw: bytes) -> list[bytes]:
    """Return what an array holds, as it is written. Raises BrokenPdf for anything else."""
    at = _begin(raw, 0)
    if not raw.startswith(b"[", at):
        raise BrokenPdf("no array")
    found: list[bytes] = []
    at = _begin(raw, at + 1)
    while not raw.startswith(b"]", at):
        end = end_of(raw, at)
        found.append(raw[at:end])
        at = _begin(raw, end)
    return found


def reference_of(raw: bytes) -> int | None:
    """Return the number of the object that is pointed to; None for a value that stands there itself."""
    found = _REFERENCE.fullmatch(raw)
    return int(found[1]) if found else None


def number_of(raw: bytes | None) -> int:
    """Return a whole number. Raises BrokenPdf for anything else."""
    found = _NUMBER.fullmatch(raw or b"")
    if found is None:
        raise BrokenPdf("no number")
    return int(found[0])


def name_of(raw: bytes | None) -> bytes:
    """Return a name without its slash; nothing for anything else."""
    found = _NAME.fullmatch(raw or b"")
    return _unescaped(found[1]) if found else b""


def _begin(data: bytes, at: int) -> int:
    """Return where the next thing begins behind white space and comments."""
    found = _BETWEEN.match(data, at)
    return found.end() if found else at


def _string_end(data: bytes, at: int) -> int:
    depth = 1
    for bracket in _BRACKETS.finditer(data, at):
        depth += {b"(": 1, b")": -1}.get(bracket[0], 0)
        if not depth:
            return bracket.end()
    raise BrokenPdf("a string without end")


def _escape(found: re.Match[bytes]) -> bytes:
    return b"#%02X" % found[0][0]


def _unescaped(name: bytes) -> bytes:
    return _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), name) if b"#" in name else name
