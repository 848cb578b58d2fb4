"""The bytes of a document's pictures, out of the file itself: nothing is ever fetched from anywhere."""

from __future__ import annotations

import base64
import binascii
import posixpath
import re
from functools import cached_property
from urllib.parse import unquote, unquote_to_bytes, urljoin

from documents.errors import ClausemarkError
from documents.mail import Part, header, message_of, payload_of, single_parts
from documents.markup.embedded import DATA_NAME, data_source
from documents.word.package import Package

__all__ = ["PictureFile", "may_show"]

LARGEST = 40_000_000
"""Bytes of one picture; a larger one is not shown."""

_PACKED = frozenset({"word", "odt", "epub"})
_PAGES = frozenset({"html", "mhtml", "mail", "markdown"})
_DRAWN = re.compile(r"\.(?:svg|svgz|emf|wmf|emz|wmz|pict|eps|tiff?|bin)(?:[?#]|$)", re.IGNORECASE)
_DATA = re.compile(r"data:image/(?:png|jpe?g|gif|bmp|webp)[;,][^\"'<>\s)]{0,60000000}", re.IGNORECASE)


def may_show(format_name: str, source: str) -> bool:
    """Whether the file of that format may hold the picture's bytes, in a form that can be drawn."""
    if not source or _DRAWN.search(source):
        return False
    if format_name in _PACKED:
        return "://" not in source
    if format_name in ("mhtml", "mail"):
        return True
    return format_name in _PAGES and source.startswith(DATA_NAME)


class PictureFile:
    """One file, asked for its pictures. Takes time; not for two threads at once."""

    def __init__(self, data: bytes, format_name: str) -> None:
        self._data = data
        self._format = format_name

    def bytes_of(self, source: str) -> bytes | None:
        """Return the bytes of a `Picture.source`; None where the file does not hold them, or too many."""
        try:
            found = self._found(source)
        except (ClausemarkError, ValueError):
            return None
        return found if found and len(found) <= LARGEST else None

    def _found(self, source: str) -> bytes | None:
        if source.startswith(DATA_NAME):
            address = self._addresses.get(source)
            return _bytes_within(address) if address else None
        if self._format in _PACKED:
            return self._packed(source)
        return self._in_parts(_key(source)) if self._format in ("mhtml", "mail") else None

    def _in_parts(self, address: str) -> bytes | None:
        pages = (part for part in self._single_parts if part.get_content_type() == "text/html")
        bases = ("", *(header(part, "Content-Location") for part in pages))
        return next((self._parts[name] for base in bases if (name := _joined(base, address)) in self._parts), None)

    @cached_property
    def _single_parts(self) -> tuple[Part, ...]:
        return tuple(single_parts(message_of(self._data, "")))

    def _packed(self, source: str) -> bytes | None:
        package = self._package
        name = posixpath.normpath(unquote(source)).lstrip("/").removeprefix("./")
        names = [name for name in (source, name) if package.has(name)]
        if not names and self._format == "epub":  # a page names its pictures from where it stands
            tail = "/" + name.replace("../", "")
            names = [known for known in package.names if ("/" + known).endswith(tail)][:1]
        return package.raw(names[0]) if names else None

    @cached_property
    def _package(self) -> Package:
        return Package(self._data)

    @cached_property
    def _parts(self) -> dict[str, bytes]:
        """The pictures of a web archive or a mail, by address and by cid:."""
        found: dict[str, bytes] = {}
        for part in self._single_parts:
            if part.get_content_maintype() == "image":
                for name in _names(part):
                    found.setdefault(name, payload_of(part))
        return found

    @cached_property
    def _addresses(self) -> dict[str, str]:
        text = self._data.decode("utf-8", "replace")
        if self._format in ("mhtml", "mail"):
            pages = [part for part in self._single_parts if part.get_content_type() == "text/html"]
            text = "\n".join(payload_of(part).decode("utf-8", "replace") for part in pages)
        return {data_source(found): found for found in _DATA.findall(text)}


def _names(part: Part) -> tuple[str, ...]:
    location, number = header(part, "Content-Location"), header(part, "Content-ID").strip("<> ")
    return tuple(_key(name) for name in (location, f"cid:{number}" if number else "") if name)


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return address


def _key(source: str) -> str:
    return source.strip().partition("#")[0]


def _bytes_within(address: str) -> bytes:
    kind, _, payload = address.partition(",")
    if ";base64" not in kind.lower():
        return unquote_to_bytes(payload)
    try:
        return base64.b64decode(unquote(payload), validate=False)
    except binascii.Error as error:
        raise ValueError("These letters are no Base64.") from error
