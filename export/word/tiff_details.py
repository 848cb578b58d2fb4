"""The table of tags that TIFF files and the Exif part of photographs share."""

from __future__ import annotations

import struct
from typing import Final

__all__ = ["blanked", "orientation_of"]

_ORIENTATION: Final = 0x0112
_SAID: Final = frozenset({
    0x010D, 0x010E, 0x010F, 0x0110, 0x011D, 0x0131, 0x0132, 0x013B, 0x013C, 0x02BC, 0x8298, 0x83BB, 0x8769, 0x8825,
    0x9C9B, 0x9C9C, 0x9C9D, 0x9C9E, 0x9C9F,
})  # fmt: skip
"""Names of document and page, description, maker, model, program, time, artist, computer, XMP, copyright, IPTC, Exif,
GPS, and the five of Windows."""
_BELOW: Final = frozenset({0x8769, 0x8825, 0xA005})
"""Tags that point to further tables: Exif, GPS, interoperability."""
_SIZES: Final = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_ENTRY: Final = 12
_INSIDE: Final = 4
_TURNS: Final = range(1, 9)
_MOST_TABLES: Final = 1000
_DEEPEST: Final = 4


def orientation_of(tiff: bytes) -> int:
    """Return how a picture is to be turned, 1 for not at all or not known."""
    try:
        order = _order(tiff)
        (first,) = struct.unpack_from(order + "I", tiff, 4)
        (count,) = struct.unpack_from(order + "H", tiff, first)
        for at in range(first + 2, first + 2 + count * _ENTRY, _ENTRY):
            tag, _kind, _many, value = struct.unpack_from(order + "HHIH", tiff, at)
            if tag == _ORIENTATION and value in _TURNS:
                return int(value)
    except struct.error:
        return 1
    return 1


def blanked(tiff: bytes) -> bytes:
    """Return a TIFF file of the same length with its words, and the tables of Exif and GPS, filled with zeros.

    Raises struct.error for a file that is cut short.
    """
    order, out = _order(tiff), bytearray(tiff)
    (table,) = struct.unpack_from(order + "I", tiff, 4)
    seen: set[int] = set()
    while table and table not in seen and len(seen) < _MOST_TABLES:
        seen.add(table)
        _blank_table(out, table, order)
        (count,) = struct.unpack_from(order + "H", tiff, table)
        (table,) = struct.unpack_from(order + "I", tiff, table + 2 + count * _ENTRY)
    return bytes(out)


def _blank_table(out: bytearray, table: int, order: str, *, depth: int = 0) -> None:
    """Fill with zeros what is said in a table, or the whole of it; its tags that are said go from the list."""
    (count,) = struct.unpack_from(order + "H", out, table)
    kept = []
    for at in range(table + 2, table + 2 + count * _ENTRY, _ENTRY):
        entry = bytes(out[at : at + _ENTRY])
        if depth or struct.unpack_from(order + "H", entry)[0] in _SAID:
            _blank_value(out, entry, order, depth)
        else:
            kept.append(entry)
    end = table + 2 + count * _ENTRY
    following = bytes(out[end : end + 4])
    packed = struct.pack(order + "H", len(kept)) + b"".join(kept) + following
    out[table : end + 4] = packed.ljust(end + 4 - table, b"\0")


def _blank_value(out: bytearray, entry: bytes, order: str, depth: int) -> None:
    tag, kind, many, value = struct.unpack(order + "HHII", entry)
    if tag in _BELOW and depth < _DEEPEST and value + 2 <= len(out):
        _blank_table(out, value, order, depth=depth + 1)
    size = _SIZES.get(kind, 1) * many
    if size > _INSIDE and value + size <= len(out):
        out[value : value + size] = bytes(size)


def _order(tiff: bytes) -> str:
    return "<" if tiff[:2] == b"II" else ">"
