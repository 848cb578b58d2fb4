"""Web archives (.mhtml): the page of a saved site, read as a web page."""

from __future__ import annotations

from dataclasses import replace

from documents.draft import Draft, Source
from documents.errors import UnreadableDocument
from documents.mail import body_of, charset_of, message_of, pages_by_address, payload_of, starts_like_mail
from documents.markup.decoding import decode_page
from documents.origin import origin_of_archive, origin_of_page

__all__ = ["MhtmlReader"]

_SUFFIXES = {".mhtml", ".mht"}
_RELATED = b"multipart/related"
_PAGE = b"text/html"
_HEAD = 8192


class MhtmlReader:
    """Reads the first page of the archive with the pages in its frames; pictures are left in the file."""

    name = "mhtml"
    version = 2

    def recognises(self, source: Source) -> bool:
        """By the headers a browser writes, and never a mail by its name."""
        if not starts_like_mail(source.data):
            return False
        related = _RELATED in source.data[:_HEAD].lower()
        return (source.suffix != ".eml" and related) or (source.suffix in _SUFFIXES and _PAGE in source.data.lower())

    def read(self, source: Source) -> Draft:
        """Return text, blocks and runs. Raises UnreadableDocument."""
        from documents.markup.read_page import read_pages

        message = message_of(source.data, source.name)
        part = body_of(message, "text/html", "application/xhtml+xml")
        if part is None:
            raise UnreadableDocument("damaged", name=source.name)
        decoded = decode_page(payload_of(part), name=source.name, encoding=source.encoding, declared=charset_of(part))
        inner = pages_by_address(message)

        def page_at(address: str) -> str:
            framed = inner.get(address)
            return decode_page(payload_of(framed), declared=charset_of(framed)).text if framed is not None else ""

        draft = read_pages([decoded.text], whole=source.whole_page, name=source.name, page_at=page_at)
        warnings = (*decoded.warnings, *draft.warnings)
        origin = origin_of_archive(message, part) or origin_of_page(decoded.text)
        return replace(draft, encoding=decoded.encoding, warnings=warnings, origin=origin)
