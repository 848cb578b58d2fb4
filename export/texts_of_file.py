"""Everything that a finished file says, however it says it: parts, attributes, escapes, streams, data in data."""

from __future__ import annotations

import base64
import binascii
import html
import io
import json
import re
import zipfile
import zlib
from collections.abc import Collection, Iterator
from typing import Final
from urllib.parse import unquote

__all__ = ["parts_of", "texts_of"]

_DEEPEST: Final = 3
_BREAK: Final = re.compile(r"</(?:w:)?p>|<w:(?:br|tab|cr)\b[^>]*>|</(?:div|td|th|li|si|t[rd])>|<br\b[^>]*>")
_TAG: Final = re.compile(r"<[^>]*>")
_ASIDE: Final = re.compile(r"<!--(.*?)-->|<\?(.*?)\?>", re.DOTALL)
_CDATA: Final = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_ATTRIBUTE: Final = re.compile(r"""=\s*(?:"([^"]*)"|'([^']*)')""")
_BASE64: Final = re.compile(r"[A-Za-z0-9+/]{40,}={0,2}")
_STREAM: Final = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_LITERAL: Final = re.compile(rb"\(((?:[^()\\]|\\.)*)\)", re.DOTALL)
_HEX: Final = re.compile(rb"<([0-9A-Fa-f\s]{4,})>")
_ESCAPE: Final = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_NAME: Final = re.compile(rb"/[^\s()<>\[\]{}/%]+")
_XML: Final = re.compile(rb"\s*(?:\xef\xbb\xbf)?<[?!a-zA-Z]")
_BINARY: Final = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_MOSTLY: Final = 0.05
"""The share of control characters above which a stream is a font, a picture or the like, and says nothing."""
_NAMED: Final = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_MARKS: Final = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of a zip by name; any other file is one part without a name."""
    if not data.startswith(b"PK") or not zipfile.is_zipfile(io.BytesIO(data)):
        return {"": data}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def texts_of(data: bytes, known: Collection[bytes] = (), depth: int = 0) -> Iterator[str]:
    """Yield everything a file says. Parts that are among the `known` ones say nothing of ours and are passed over."""
    for name, part in parts_of(data).items():
        yield name
        if part in known:
            continue
        if name and part.startswith(b"PK") and depth < _DEEPEST:
            yield from texts_of(part, known, depth + 1)
        elif part.startswith(b"%PDF"):
            yield from _pdf(part)
        else:
            yield from _plain(part, depth)


def _plain(part: bytes, depth: int) -> Iterator[str]:
    """What a part of text, marked-up or not, or of bytes says."""
    coding = next((coding for mark, coding in _MARKS if part.startswith(mark)), "utf-8")
    text = part.decode(coding, "replace")
    if "\0" in text:
        yield part.decode("utf-16-le", "replace")
        yield part[1:].decode("utf-16-le", "replace")
    if text.lstrip()[:1] in "{[":
        try:
            yield from _strings(json.loads(text))
        except (ValueError, RecursionError):
            yield text
    elif "<" in text:
        yield from _marked_up(text)
    else:
        yield text
    if depth < _DEEPEST:
        for found in _BASE64.finditer(text):
            yield from _encoded(found[0], depth)


def _marked_up(text: str) -> Iterator[str]:
    text = _CDATA.sub(lambda found: html.escape(found[1]), text)
    yield from (html.unescape(aside) for pair in _ASIDE.findall(text) for aside in pair if aside)
    yield html.unescape(_TAG.sub("", _BREAK.sub("\n", text)))
    values = html.unescape("\n".join(double or single for double, single in _ATTRIBUTE.findall(text)))
    yield values
    if "%" in values:
        yield unquote(values)


def _encoded(words: str, depth: int) -> Iterator[str]:
    try:
        inside = base64.b64decode(words + "=" * (-len(words) % 4))
    except (binascii.Error, ValueError):
        return
    yield from texts_of(inside, (), depth + 1)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, held in value.items():
            yield str(key)
            yield from _strings(held)
    elif isinstance(value, list):
        for held in value:
            yield from _strings(held)


def _pdf(data: bytes) -> Iterator[str]:
    """The strings of a PDF, in its objects and in its packed streams; letters drawn by number are not read.

    Names such as /F1 are the file's own and no words, nor is what stands by chance in fonts and pictures.
    """
    yield from _pdf_words(_STREAM.sub(b" ", data))
    for piece in _streams(data):
        if _XML.match(piece):
            yield from _marked_up(piece.decode("utf-8", "replace"))
        elif piece[:1].isdigit() or len(_BINARY.findall(piece)) <= len(piece) * _MOSTLY:
            yield from _pdf_words(piece)


def _pdf_words(piece: bytes) -> Iterator[str]:
    drawn = b" Tf" in piece
    if not drawn:
        yield _NAME.sub(b" ", piece).decode("utf-8", "replace")
    yield from (_pdf_string(_ESCAPE.sub(_unescaped, found)) for found in _LITERAL.findall(piece))
    if not drawn:
        yield from (_pdf_string(_from_hex(found)) for found in _HEX.findall(piece))


def _streams(data: bytes) -> Iterator[bytes]:
    for found in _STREAM.finditer(data):
        try:
            yield zlib.decompressobj().decompress(found[1])
        except zlib.error:
            yield found[1]


def _unescaped(found: re.Match[bytes]) -> bytes:
    said = found[1]
    return bytes([int(said, 8) & 0xFF]) if said.isdigit() and said < b"8" else _NAMED.get(said, said)


def _from_hex(digits: bytes) -> bytes:
    plain = b"".join(digits.split())
    return bytes.fromhex((plain + b"0" * (len(plain) % 2)).decode())


def _pdf_string(said: bytes) -> str:
    return said.decode("utf-16" if said.startswith((b"\xfe\xff", b"\xff\xfe")) else "utf-8", "replace")
