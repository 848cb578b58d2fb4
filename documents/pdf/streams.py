"""Streams of a PDF's own machinery, unpacked: cross-references and objects, which only ever come in one packing."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

from documents.pdf.syntax import BrokenPdf, entries, items, name_of, number_of

__all__ = ["unpacked"]

_MOST_BYTES = 200_000_000
_PNG = 10
_NONE, _SUB, _UP, _AVERAGE, _PAETH = range(5)


def unpacked(facts: Mapping[bytes, bytes], data: bytes) -> bytes:
    """Return what a stream holds; `facts` is its dictionary. Raises BrokenPdf for a packing that is not known."""
    packing, told = _only(facts.get(b"Filter")), _only(facts.get(b"DecodeParms"))
    if packing is None:
        return data
    if name_of(packing) not in {b"FlateDecode", b"Fl"}:
        raise BrokenPdf("packing")
    plain = _inflated(data)
    parameters = entries(told) if told is not None and told != b"null" else {}
    predictor = number_of(parameters.get(b"Predictor", b"1"))
    if predictor == 1:
        return plain
    if predictor < _PNG or parameters.keys() & {b"Colors", b"BitsPerComponent"}:
        raise BrokenPdf("predictor")
    return _unpredicted(plain, number_of(parameters.get(b"Columns", b"1")))


def _only(raw: bytes | None) -> bytes | None:
    """Return a value that may stand alone or as the only one of an array."""
    if raw is None or not raw.startswith(b"["):
        return raw
    held = items(raw)
    if len(held) > 1:
        raise BrokenPdf("packings")
    return held[0] if held else None


def _inflated(data: bytes) -> bytes:
    opened = zlib.decompressobj()
    try:
        plain = opened.decompress(data, _MOST_BYTES)
    except zlib.error as error:
        raise BrokenPdf("packed") from error
    if opened.unconsumed_tail:
        raise BrokenPdf("too large")
    return plain


def _unpredicted(data: bytes, columns: int) -> bytes:
    """Undo what PNG calls filters, row by row."""
    if columns <= 0:
        raise BrokenPdf("columns")
    out = bytearray()
    above = bytes(columns)
    for start in range(0, len(data), columns + 1):
        row = data[start + 1 : start + 1 + columns].ljust(columns, b"\0")
        above = _row(data[start], row, above)
        out += above
    return bytes(out)


def _row(kind: int, row: bytes, above: bytes) -> bytes:
    if kind == _NONE:
        return row
    if kind == _UP:
        return bytes((value + high) & 255 for value, high in zip(row, above, strict=True))
    if kind > _PAETH:
        raise BrokenPdf("row")
    made = bytearray()
    left = corner = 0
    for value, high in zip(row, above, strict=True):
        guess = {_SUB: left, _AVERAGE: (left + high) // 2, _PAETH: _paeth(left, high, corner)}[kind]
        left, corner = (value + guess) & 255, high
        made.append(left)
    return bytes(made)


def _paeth(left: int, high: int, corner: int) -> int:
    guess = left + high - corner
    return min((abs(guess - left), 0, left), (abs(guess - high), 1, high), (abs(guess - corner), 2, corner))[2]
