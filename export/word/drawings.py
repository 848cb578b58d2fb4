"""Pictures in a Word file we make: their bytes as parts, their size by the page, a framed box where there are none."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator
from typing import Final

from lxml import etree

from documents.model import Picture
from export.word.names import R, W, legal

__all__ = ["Pictures", "no_bytes"]

_A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_WP: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_PIC: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_EMU: Final = 12_700  # to a point
_PIXEL: Final = 0.75  # points
_LEAST: Final = 4.0
_BOX: Final = (120.0, 60.0)
_LONGEST_NAME: Final = 500
_SIGNS: Final = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF87a", "gif"), (b"GIF89a", "gif"))
_NO_FRAMES: Final = frozenset({0xC4, 0xC8, 0xCC})


def no_bytes(_source: str) -> bytes | None:
    """Nothing is known of any picture."""
    return None


class Pictures:
    """Makes the drawing for each picture; the same bytes are one part. `width` and `height` bound it, in points."""

    def __init__(self, bytes_of: Callable[[str], bytes | None], width: float, height: float) -> None:
        self._bytes_of = bytes_of
        self._bounds = (width, height)
        self._by_source: dict[str, bytes | None] = {}
        self._parts: dict[bytes, str] = {}
        self._count = 0

    def drawing(self, picture: Picture | None) -> etree._Element:
        """Return a `w:drawing` for a picture: one character of the text."""
        picture = picture or Picture(0)
        data = self._data(picture.source)
        size = _pixels(data) if data else None
        framed = data is None or size is None
        if data is None or size is None:
            data, size = _grey(), (0, 0)
        self._count += 1
        width, height = self._size(picture, (size[0] * _PIXEL, size[1] * _PIXEL))
        return _drawing(self._count, self._link(data), (width, height), picture.name, framed=framed)

    def parts(self) -> Iterator[tuple[str, str, bytes]]:
        """Yield each part to be: the id that the drawings know it by, its name, its bytes."""
        for number, (data, link) in enumerate(self._parts.items(), 1):
            yield link, f"word/media/image{number}.{_kind(data)}", data

    def _data(self, source: str) -> bytes | None:
        if source not in self._by_source:
            data = self._bytes_of(source) if source else None
            self._by_source[source] = data if data and _kind(data) else None
        return self._by_source[source]

    def _link(self, data: bytes) -> str:
        return self._parts.setdefault(data, f"rIdPicture{len(self._parts) + 1}")

    def _size(self, picture: Picture, own: tuple[float, float]) -> tuple[float, float]:
        """As the file says, else as many as its pixels; in proportion, and never beyond the page."""
        width, height = picture.width, picture.height
        own = own if own[0] and own[1] else _BOX
        if not (width and height):
            scale = width / own[0] if width else height / own[1] if height else 1.0
            width, height = own[0] * scale, own[1] * scale
        shrink = min(1.0, self._bounds[0] / width, self._bounds[1] / height)
        return max(_LEAST, width * shrink), max(_LEAST, height * shrink)


def _kind(data: bytes) -> str:
    return next((kind for sign, kind in _SIGNS if data.startswith(sign)), "")


def _pixels(data: bytes) -> tuple[int, int] | None:
    """Return width and height as the bytes say; None where they are cut short or say nothing."""
    kind = _kind(data)
    try:
        if kind == "jpeg":
            return _jpeg_pixels(data)
        width, height = struct.unpack_from(">II", data, 16) if kind == "png" else struct.unpack_from("<HH", data, 6)
    except struct.error:
        return None
    return (width, height) if width and height else None


def _jpeg_pixels(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < len(data):
        marker, length = data[at + 1], struct.unpack_from(">H", data, at + 2)[0]
        if data[at] != 0xFF:  # noqa: PLR2004 - the sign of every segment
            return None
        if 0xC0 <= marker <= 0xCF and marker not in _NO_FRAMES:  # noqa: PLR2004 - the segments of a frame
            height, width = struct.unpack_from(">HH", data, at + 5)
            return (width, height) if width and height else None
        at += 2 + length
    return None


def _grey() -> bytes:
    """A picture of one light grey point."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\x00\xf2", 9)) + chunk(b"IEND", b"")


def _drawing(number: int, link: str, size: tuple[float, float], name: str, *, framed: bool) -> etree._Element:
    extent = {"cx": str(round(size[0] * _EMU)), "cy": str(round(size[1] * _EMU))}
    made = etree.Element(f"{{{W}}}drawing", nsmap={"w": W})
    margins = dict.fromkeys(("distT", "distB", "distL", "distR"), "0")
    inline = etree.SubElement(made, f"{{{_WP}}}inline", margins, nsmap={"wp": _WP})
    etree.SubElement(inline, f"{{{_WP}}}extent", extent)
    said = {"id": str(number), "name": f"Picture {number}", "descr": legal(name)[:_LONGEST_NAME]}
    etree.SubElement(inline, f"{{{_WP}}}docPr", said)
    graphic = etree.SubElement(inline, f"{{{_A}}}graphic", nsmap={"a": _A})
    data = etree.SubElement(graphic, f"{{{_A}}}graphicData", uri=_PIC)
    picture = etree.SubElement(data, f"{{{_PIC}}}pic", nsmap={"pic": _PIC})
    about = etree.SubElement(picture, f"{{{_PIC}}}nvPicPr")
    etree.SubElement(about, f"{{{_PIC}}}cNvPr", {"id": str(number), "name": f"Picture {number}"})
    etree.SubElement(about, f"{{{_PIC}}}cNvPicPr")
    fill = etree.SubElement(picture, f"{{{_PIC}}}blipFill")
    etree.SubElement(fill, f"{{{_A}}}blip", nsmap={"r": R}).set(f"{{{R}}}embed", link)
    etree.SubElement(etree.SubElement(fill, f"{{{_A}}}stretch"), f"{{{_A}}}fillRect")
    _shape(picture, extent, framed=framed)
    return made


def _shape(picture: etree._Element, extent: dict[str, str], *, framed: bool) -> None:
    shape = etree.SubElement(picture, f"{{{_PIC}}}spPr")
    frame = etree.SubElement(shape, f"{{{_A}}}xfrm")
    etree.SubElement(frame, f"{{{_A}}}off", x="0", y="0")
    etree.SubElement(frame, f"{{{_A}}}ext", extent)
    etree.SubElement(etree.SubElement(shape, f"{{{_A}}}prstGeom", prst="rect"), f"{{{_A}}}avLst")
    if framed:
        line = etree.SubElement(shape, f"{{{_A}}}ln", w="6350")
        etree.SubElement(etree.SubElement(line, f"{{{_A}}}solidFill"), f"{{{_A}}}srgbClr", val="8C8C8C")
