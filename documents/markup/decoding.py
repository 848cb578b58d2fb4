"""Bytes of a page -> text: the mark of byte order, sound UTF-8, what the page states, and detection, in that order."""

from __future__ import annotations

import codecs
import re

from documents.encodings import Decoded, decode
from documents.errors import UnreadableDocument

__all__ = ["decode_page"]

_HEAD = 4096
_STATED = re.compile(
    rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_ALIASES = {"x-gbk": "gb18030", "x-sjis": "cp932", "x-euc-jp": "euc_jp", "x-x-big5": "big5", "utf8": "utf-8"}
_LARGER = {"gb2312": "gb18030", "gbk": "gb18030", "iso8859-1": "windows-1252", "cp1252": "windows-1252"}
_LATIN = {"cp1252", "iso8859-1", "ascii", "iso8859-15"}
_FOREIGN = 0.2


def decode_page(data: bytes, *, name: str = "", encoding: str = "", declared: str = "") -> Decoded:
    """Return the text of a page. `declared` is what a mail's header says, `encoding` what the user chose.

    Raises UnreadableDocument as `decode` does.
    """
    if encoding or data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(data, name=name, encoding=encoding)
    if _is_utf8(data):
        return decode(data, name=name)
    for label in (declared, _stated(data)):
        if known := _usable(label, data):
            try:
                return decode(data, name=name, encoding=known)
            except UnreadableDocument:
                continue
    return decode(_without_statement(data), name=name)


def _is_utf8(data: bytes) -> bool:
    """Browsers save pages as UTF-8 and leave the old statement in: sound UTF-8 is never anything else."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _stated(data: bytes) -> str:
    match = _STATED.search(data[:_HEAD])
    return (match[1] or match[2]).decode("ascii", "replace") if match else ""


def _without_statement(data: bytes) -> bytes:
    """Blot out the encoding a page states: it would sway the detection."""
    match = _STATED.search(data[:_HEAD])
    if match is None:
        return data
    start, end = match.span(1 if match[1] else 2)
    return data[:start] + b"x" * (end - start) + data[end:]


def _usable(label: str, data: bytes) -> str:
    """Return the label as Python knows it; "" for none, for UTF-16 without its mark, and for a plainly wrong Latin."""
    label = _ALIASES.get(label.strip().lower(), label.strip().lower())
    try:
        known = codecs.lookup(label).name if label else ""
    except LookupError:
        return ""
    if known.startswith(("utf-16", "utf-32")):
        return ""
    foreign = len(data) - len(data.decode("ascii", "ignore"))
    if known in _LATIN and foreign > len(data) * _FOREIGN:
        return ""
    return _LARGER.get(known, known)
