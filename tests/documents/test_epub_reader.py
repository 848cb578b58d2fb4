"""Books: the pages of the spine in order, within the limits of a zip."""

from __future__ import annotations

import io
import zipfile

import pytest

from documents.errors import UnreadableDocument
from documents.model import Story
from documents.reader import open_document

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OPS/book.opf"/></rootfiles></container>'
)
BOOK = (
    '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:title>Terms  of Trade</dc:title></metadata><manifest>"
    '<item id="b" href="two%20b.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="a" href="../one.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="p" href="cover.png" media-type="image/png"/>'
    '<item id="m" href="gone.xhtml" media-type="application/xhtml+xml"/></manifest>'
    '<spine><itemref idref="a"/><itemref idref="b"/><itemref idref="p"/><itemref idref="MORE"/></spine></package>'
)
XHTML = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>{}</body></html>'


def book(**changes: str) -> bytes:
    parts = {
        "META-INF/container.xml": CONTAINER,
        "OPS/book.opf": BOOK.replace("MORE", "none"),
        "one.xhtml": XHTML.format('<h1>1. Scope<a id="x"/></h1><p>All <b>goods</b>.</p>'),
        "OPS/two b.xhtml": XHTML.format("<ol><li>one</li><li>two</li></ol>"),
    } | changes
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        for name, words in parts.items():
            archive.writestr(name, words)
    return file.getvalue()


def test_pages_come_in_the_order_of_the_spine() -> None:
    document = open_document(book(), name="terms.epub")
    assert document.format == "epub"
    assert document.title == "Terms of Trade"
    assert document.text == "1. Scope\nAll goods.\none\ntwo\n"
    assert [block.label for block in document.blocks] == ["1", "", "1.", "2."]
    assert not document.warnings


def test_the_page_for_turning_pages_is_left_out() -> None:
    given = BOOK.replace('<item id="b"', '<item properties="nav" id="b"').replace("MORE", "none")
    assert open_document(book(**{"OPS/book.opf": given}), name="terms.epub").text == "1. Scope\nAll goods.\n"


def test_footnotes_come_after_the_text_of_all_pages_and_leave_no_mark() -> None:
    noted = (
        '<p>All goods<a epub:type="noteref" href="#n">1</a>.</p>'
        '<aside epub:type="footnote" id="n"><p>And <b>services</b>.</p></aside><p>End.</p>'
    )
    document = open_document(book(**{"one.xhtml": XHTML.format(noted)}), name="terms.epub")
    assert document.text == "All goods.\nEnd.\none\ntwo\nAnd services.\n"
    assert [block.story for block in document.blocks] == [Story.MAIN] * 4 + [Story.FOOTNOTE]


def test_an_empty_tag_of_xhtml_swallows_nothing() -> None:
    document = open_document(book(**{"one.xhtml": XHTML.format("<p><i/>Plain</p><script/><p>after<br/>it</p>")}))
    assert document.text.startswith("Plain\nafter\nit\n")
    assert not document.runs


def test_a_page_that_is_missing_is_said() -> None:
    document = open_document(book(**{"OPS/book.opf": BOOK.replace("MORE", "m")}), name="terms.epub")
    assert [warning.code for warning in document.warnings] == ["part_missing"]


def test_a_locked_book_is_refused_and_one_with_obfuscated_fonts_is_not() -> None:
    rights = '<encryption><EncryptedData><EncryptionMethod Algorithm="{}"/></EncryptedData></encryption>'
    fonts = book(**{"META-INF/encryption.xml": rights.format("http://www.idpf.org/2008/embedding")})
    assert open_document(fonts, name="terms.epub").text
    locked = book(**{"META-INF/encryption.xml": rights.format("http://www.w3.org/2001/04/xmlenc#aes128-cbc")})
    with pytest.raises(UnreadableDocument) as caught:
        open_document(locked, name="terms.epub")
    assert caught.value.code == "encrypted"


def test_a_book_without_its_container_is_damaged() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
    with pytest.raises(UnreadableDocument) as caught:
        open_document(file.getvalue(), name="terms.epub")
    assert caught.value.code == "damaged"
