"""Web pages: the policy without the menus around it."""

from __future__ import annotations

from dataclasses import replace

from documents.draft import Draft, Source
from documents.errors import UnreadableDocument
from documents.mail import starts_like_mail
from documents.markup.decoding import decode_page
from documents.markup.taming import with_closed_tags
from documents.origin import origin_of_page
from documents.recognise import goes_by, has_markup, is_html, is_html_piece, is_zip

__all__ = ["HtmlReader"]

_PROLOG = 20
_PLAIN = {".xml", ".fodt"}
_SUFFIXES = {".html", ".htm", ".xhtml", ".xht", ".shtml"}


class HtmlReader:
    """Reads HTML as a browser does, broken or not. `whole_page` keeps menus, banners and footers."""

    name = "html"
    version = 2

    def __init__(self, *, whole_page: bool = False) -> None:
        self._whole_page = whole_page

    def recognises(self, source: Source) -> bool:
        """By its first tag, else by its name if there is markup at all: bare text under that name stays lines.

        A piece of a page under the name of another format is one; what goes by a name of text is what it says.
        """
        data, suffix = source.data, source.suffix
        if is_html(data):
            return True
        if suffix in _SUFFIXES:
            return not is_zip(data) and not starts_like_mail(data) and has_markup(data)
        return suffix not in _PLAIN and not goes_by("text", suffix) and is_html_piece(data)

    def read(self, source: Source) -> Draft:
        """Return text, blocks and runs. Raises UnreadableDocument."""
        from documents.markup.read_page import read_pages

        decoded = decode_page(source.data, name=source.name, encoding=source.encoding)
        text = decoded.text
        if text[:_PROLOG].lstrip("\ufeff \r\n").startswith("<?xml"):
            text = with_closed_tags(text)
        draft = read_pages([text], whole=self._whole_page or source.whole_page, name=source.name)
        if not draft.text.strip() and "<script" in decoded.text.lower():
            raise UnreadableDocument("made_by_script", name=source.name)
        warnings = (*decoded.warnings, *draft.warnings)
        return replace(draft, encoding=decoded.encoding, warnings=warnings, origin=origin_of_page(decoded.text))
