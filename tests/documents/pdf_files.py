"""PDF files written by hand, so that each test shows all that matters: no library makes them."""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

__all__ = ["SCAN", "Sheet", "hanzi", "line", "locked", "paragraph", "pdf_of", "ruled", "stroke"]

SCAN = b"q 612 0 0 792 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xee EI Q\n"

_FONTS = {("F1", 10): "Helvetica", ("F2", 11): "Helvetica-Bold", ("F4", 15): "Helvetica-Oblique"}


@dataclass
class Sheet:
    """One page: its content stream, and what else its dictionary holds."""

    content: bytes = b""
    extra: str = ""
    annotations: list[str] = field(default_factory=list)
    width: int = 612
    height: int = 792


def line(words: str, x: float, y: float, *, size: float = 10, font: str = "F1") -> bytes:
    """Return the operators that show words at a place."""
    shown = words.encode("latin-1").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /%s %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET\n" % (font.encode(), size, x, y, shown)


def hanzi(words: str, x: float, y: float, *, size: float = 10) -> bytes:
    """Return the operators that show Chinese in a font that is not embedded, code by code of UCS-2."""
    return b"BT /F3 %g Tf 1 0 0 1 %g %g Tm <%s> Tj ET\n" % (size, x, y, words.encode("utf-16-be").hex().encode())


def paragraph(lines: Sequence[str], x: float, top: float, *, size: float = 10, font: str = "F1") -> bytes:
    """Return lines below each other, 12 points apart."""
    return b"".join(line(words, x, top - 12 * at, size=size, font=font) for at, words in enumerate(lines))


def stroke(x0: float, y0: float, x1: float, y1: float) -> bytes:
    """Return the operators that draw a straight line."""
    return b"%g %g m %g %g l S\n" % (x0, y0, x1, y1)


def ruled(xs: Sequence[float], ys: Sequence[float]) -> bytes:
    """Return the operators that draw every line of a grid."""
    across = [stroke(xs[0], y, xs[-1], y) for y in ys]
    return b"".join([*across, *(stroke(x, ys[-1], x, ys[0]) for x in xs)])


def locked(sheets: Sequence[Sheet], password: str) -> bytes:
    """Return a PDF file that opens with `password`: 40 bits of RC4, as the first readers had it."""
    padding = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
    padded = (password.encode() + padding)[:32]
    identity = b"0123456789abcdef"
    owner = _rc4(hashlib.md5(padded).digest()[:5], padded)
    key = hashlib.md5(padded + owner + struct.pack("<i", -4) + identity).digest()[:5]
    user = _rc4(key, padding)
    trailer = b"/ID[<%s><%s>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (
        identity.hex().encode(),
        identity.hex().encode(),
        owner.hex().encode(),
        user.hex().encode(),
    )
    return _written(_objects(sheets, "", (), key), trailer)


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def pdf_of(sheets: Sequence[Sheet], *, catalog: str = "", more: Sequence[str] = ()) -> bytes:
    """Return a PDF file of these pages. Objects `more` are numbered from 20, for the catalog and pages to name."""
    return _written(_objects(sheets, catalog, more))


def _objects(sheets: Sequence[Sheet], catalog: str, more: Sequence[str], key: bytes = b"") -> dict[int, bytes]:
    objects: dict[int, bytes] = {}
    fonts = " ".join(f"/{name} {number} 0 R" for name, number in _FONTS) + " /F3 12 0 R"
    for (_, number), name in _FONTS.items():
        words = f"<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>"
        objects[number] = words.encode()
    objects[12] = b"<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UCS2-H/DescendantFonts[13 0 R]>>"
    objects[13] = (
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/SimSun"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>"
        b"/DW 1000/FontDescriptor 14 0 R>>"
    )
    objects[14] = (
        b"<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 -120 1000 880]"
        b"/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 80>>"
    )
    for number, words in enumerate(more, 20):
        objects[number] = words.encode("latin-1")
    kids = []
    for index, sheet in enumerate(sheets):
        page, content = 1000 + 2 * index, 1001 + 2 * index
        kids.append(f"{page} 0 R")
        notes = f"/Annots[{' '.join(sheet.annotations)}]" if sheet.annotations else ""
        box = f"/MediaBox[0 0 {sheet.width} {sheet.height}]"
        objects[page] = (
            f"<</Type/Page/Parent 2 0 R{box}/Resources<</Font<<{fonts}>>>>/Contents {content} 0 R{notes}{sheet.extra}>>"
        ).encode("latin-1")
        packed = zlib.compress(sheet.content)
        if key:
            packed = _rc4(hashlib.md5(key + struct.pack("<I", content)[:3] + b"\0\0").digest()[: len(key) + 5], packed)
        objects[content] = b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed)
    objects[1] = f"<</Type/Catalog/Pages 2 0 R{catalog}>>".encode("latin-1")
    objects[2] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>".encode()
    return objects


def _written(objects: dict[int, bytes], trailer: bytes = b"") -> bytes:
    data = bytearray(b"%PDF-1.7\n")
    places = {}
    for number in sorted(objects):
        places[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    table = len(data)
    data += b"xref\n0 1\n0000000000 65535 f \n"
    for number in sorted(objects):
        data += b"%d 1\n%010d 00000 n \n" % (number, places[number])
    data += b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (max(objects) + 1, trailer, table)
    return bytes(data)
