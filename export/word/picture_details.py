"""What a picture keeps beside its picture: who took it, where, with what. Taken out without drawing it anew."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

from export.word.tiff_details import blanked, orientation_of

__all__ = ["has_details", "without_details"]

_JPEG: Final = b"\xff\xd8"
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_TIFF: Final = (b"II*\0", b"MM\0*")
_MARK: Final = 0xFF
_SCAN: Final = 0xDA
_ALONE: Final = frozenset({0x01, *range(0xD0, 0xD8)})  # markers of JPEG without a length
_SAID: Final = frozenset({0xE1, 0xED, 0xFE})  # Exif and XMP, IPTC, a comment
_EXIF: Final = b"Exif\0\0"
_PNG_SAID: Final = frozenset({b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"})
_WEBP_SAID: Final = frozenset({b"EXIF", b"XMP "})
_WEBP_FLAGS: Final = 0x08 | 0x04  # the bits of VP8X that promise the two
_UPRIGHT: Final = 1


def has_details(data: bytes) -> bool:
    """Whether a picture keeps anything of the kind."""
    return without_details(data) != data


def without_details(data: bytes) -> bytes:
    """Return a JPEG, PNG, TIFF or WebP without its details; another file, or a broken one, as it is.

    The way a photograph is to be turned, colours and resolution stay.
    """
    try:
        if data.startswith(_JPEG):
            return b"".join(_jpeg(data))
        if data.startswith(_PNG):
            return _PNG + b"".join(_png(data))
        if data.startswith(_TIFF):
            return blanked(data)
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return _webp(data)
    except (struct.error, IndexError, ValueError):
        return data
    return data


def _jpeg(data: bytes) -> Iterator[bytes]:
    """Yield what stays of a JPEG, piece by piece."""
    yield _JPEG
    at = len(_JPEG)
    while at < len(data):
        if data[at] != _MARK:
            raise ValueError(at)
        marker = data[at + 1]
        if marker == _SCAN:
            yield data[at:]
            return
        size = 2 if marker in _ALONE else 1 if marker == _MARK else 2 + struct.unpack_from(">H", data, at + 2)[0]
        piece = data[at : at + size]
        yield _kept(piece) if marker in _SAID else piece
        at += size


def _kept(piece: bytes) -> bytes:
    """What stays of a segment of words: of Exif the way the picture is turned, of others nothing."""
    inside = piece[4:]
    if not inside.startswith(_EXIF):
        return b""
    turned = orientation_of(inside[len(_EXIF) :])
    if turned == _UPRIGHT:
        return b""
    tiff = b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, 0x0112, 3, 1, turned, 0, 0)
    return b"\xff\xe1" + struct.pack(">H", 2 + len(_EXIF) + len(tiff)) + _EXIF + tiff


def _png(data: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while at < len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        if kind not in _PNG_SAID:
            yield data[at : at + size + 12]
        at += size + 12


def _webp(data: bytes) -> bytes:
    pieces = []
    at = 12
    while at + 8 <= len(data):
        kind, size = struct.unpack_from("<4sI", data, at)
        piece = data[at : at + 8 + size + size % 2]
        if kind == b"VP8X":
            piece = piece[:8] + bytes([piece[8] & ~_WEBP_FLAGS]) + piece[9:]
        if kind not in _WEBP_SAID:
            pieces.append(piece)
        at += 8 + size + size % 2
    body = b"WEBP" + b"".join(pieces)
    made = b"RIFF" + struct.pack("<I", len(body)) + body
    return made if len(made) != len(data) else data
