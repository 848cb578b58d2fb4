"""Books (.epub): their pages in the order of the spine, read as web pages."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote

from lxml import etree

from documents.draft import Draft, Source
from documents.errors import UnreadableDocument
from documents.markup.decoding import decode_page
from documents.markup.taming import with_closed_tags
from documents.model import Warning  # noqa: A004
from documents.recognise import is_zip, open_document_kind
from documents.word.package import Package

__all__ = ["EpubReader"]

_CONTAINER = "META-INF/container.xml"
_WORD = b"[Content_Types].xml"
_RIGHTS = "META-INF/encryption.xml"
_FONTS = (b"http://www.idpf.org/2008/embedding", b"http://ns.adobe.com/pdf/enc#RC")
_PAGES = {"application/xhtml+xml", "text/html", "application/x-dtbook+xml"}


class EpubReader:
    """Reads every page of the spine but the one made for turning pages; footnotes come after the text."""

    name = "epub"
    version = 2

    def recognises(self, source: Source) -> bool:
        """By the mimetype inside, else by the container that every book has."""
        return open_document_kind(source.data) == "epub" or (
            is_zip(source.data) and _CONTAINER.encode() in source.data and not source.data.count(_WORD)
        )

    def read(self, source: Source) -> Draft:
        """Return text, blocks and runs. Raises UnreadableDocument."""
        from documents.markup.read_page import read_pages

        package = Package(source.data, name=source.name, limits=source.limits)
        _refuse_locked(package)
        root = next((one.get("full-path", "") for one in package.tree(_CONTAINER).iter("{*}rootfile")), "")
        book = package.tree(root)
        title = next((one.text or "" for one in book.iter("{http://purl.org/dc/elements/1.1/}title")), "")
        pages, missing = [], []
        for part in _spine(book, posixpath.dirname(root)):
            try:
                data = package.raw(part)
            except UnreadableDocument as error:
                if error.code != "damaged":
                    raise
                missing.append(Warning("part_missing", {"part": part}))
                continue
            pages.append(with_closed_tags(decode_page(data, name=source.name).text))
        draft = read_pages(pages, whole=source.whole_page, name=source.name, title=" ".join(title.split()))
        return replace(draft, warnings=(*missing, *draft.warnings))


def _refuse_locked(package: Package) -> None:
    """Raise UnreadableDocument for a book whose pages are locked; obfuscated fonts do not matter."""
    if not package.has(_CONTAINER):
        raise UnreadableDocument("damaged", name=package.name)
    if package.has(_RIGHTS):
        methods = [one.get("Algorithm", "").encode() for one in package.tree(_RIGHTS).iter("{*}EncryptionMethod")]
        if any(method not in _FONTS for method in methods):
            raise UnreadableDocument("encrypted", name=package.name)


def _spine(book: etree._Element, folder: str) -> Iterator[str]:
    """Yield the part names of the pages, in reading order."""
    items = {one.get("id", ""): one for one in book.iter("{*}item")}
    for reference in book.iter("{*}itemref"):
        item = items.get(reference.get("idref", ""))
        if item is None or "nav" in item.get("properties", "").split():
            continue
        if item.get("media-type", "") in _PAGES:
            target = unquote(item.get("href", "").partition("#")[0])
            yield posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
