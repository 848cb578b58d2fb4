"""What a file holds counts, whatever it is called: each is read as what it is, and the wrong name is told."""

from __future__ import annotations

import io
import zipfile

import pytest

from documents.errors import UnreadableDocument
from documents.reader import open_document
from tests.documents.pdf_files import Sheet, line, pdf_of

SUFFIXES = (
    ".docx",
    ".pdf",
    ".html",
    ".mhtml",
    ".odt",
    ".epub",
    ".rtf",
    ".doc",
    ".md",
    ".txt",
    ".eml",
    ".xml",
    ".json",
    "",
)
PLAIN = {".txt", ".md", ".json"}
PAGE = b"<!DOCTYPE html><html><body><h1>Our policy</h1><p>1. We keep little.</p></body></html>"
PIECE = b'<div class="policy"><h1>Our policy</h1><p>1. We keep little.</p></div>'
HEAD = b"From: a@b.example\r\nSubject: Our policy\r\nDate: Mon, 6 May 2024 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
ARCHIVE = (
    HEAD
    + b'Content-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n'
    + PAGE
    + b"\r\n--x--"
)
LETTER = HEAD + b"Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\nMS4gV2Uga2VlcCBsaXR0bGUuCg==\r\n"
PLAIN_LETTER = HEAD + b"Content-Type: text/plain\r\n\r\n1. We keep little.\r\n"
RICH = rb"{\rtf1\ansi 1. We keep little.\par}"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT = b"Our policy\n\n1. We keep little.\n"


def zipped(**parts: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name, words in parts.items():
            made.writestr(name.replace("__", "/").replace("_", "."), words)
    return file.getvalue()


def open_text() -> bytes:
    body = f'<o:body><o:text xmlns:t="{OFFICE}text:1.0"><t:p>We keep little.</t:p></o:text></o:body>'
    content = f'<o:document-content xmlns:o="{OFFICE}office:1.0">{body}</o:document-content>'
    return zipped(mimetype="application/vnd.oasis.opendocument.text", content_xml=content)


def book(**more: str) -> bytes:
    container = '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>'
    item = '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
    opf = f'<package><manifest>{item}</manifest><spine><itemref idref="a"/></spine></package>'
    page = "<html><body><p>We keep little.</p></body></html>"
    return zipped(**more, **{"META-INF__container_xml": container}, a_opf=opf, a_xhtml=page)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_each_format_is_read_by_what_it_holds_under_every_name(suffix: str, make_docx) -> None:
    held = {
        "word": make_docx("<w:p><w:r><w:t>We keep little.</w:t></w:r></w:p>"),
        "pdf": pdf_of([Sheet(line("We keep little.", 72, 700))]),
        "html": PAGE,
        "rtf": RICH,
        "odt": open_text(),
        "epub": book(mimetype="application/epub+zip"),
    }
    for kind, data in held.items():
        document = open_document(data, name=f"policy{suffix}")
        assert (document.format, "We keep little." in document.text) == (kind, True), (kind, suffix)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_mails_and_web_archives_too(suffix: str) -> None:
    archive, letter = (open_document(data, name=f"policy{suffix}") for data in (ARCHIVE, LETTER))
    assert archive.format == ("mail" if suffix == ".eml" else "mhtml")
    assert archive.text == "Our policy\n1. We keep little.\n"
    assert (letter.format, letter.text.strip()) == ("mail", "1. We keep little.")
    plain = open_document(PLAIN_LETTER, name=f"policy{suffix}")
    assert (plain.format == "mail") == (suffix not in PLAIN)


@pytest.mark.parametrize("suffix", [one for one in SUFFIXES if one not in {".md", "", ".txt", ".json"}])
def test_text_under_any_other_name_stays_lines_and_is_told(suffix: str) -> None:
    document = open_document(TEXT, name=f"policy{suffix}")
    assert document.format == "text"
    assert document.text == TEXT.decode()
    assert [warning.code for warning in document.warnings] == ["other_content"]


def test_a_piece_of_a_page_under_a_name_of_another_format_is_a_page() -> None:
    for suffix in (".doc", ".pdf", ".docx", ".html"):
        assert open_document(PIECE, name=f"policy{suffix}").text == "Our policy\n1. We keep little.\n"
    assert open_document(PIECE, name="policy.txt").text == PIECE.decode()


def test_a_book_without_its_first_line_is_still_a_book() -> None:
    assert open_document(book(), name="policy.zip").format == "epub"


def test_what_is_no_text_is_said_to_be_none_under_every_name() -> None:
    noise = bytes((number * 7919 + number * number) % 256 for number in range(4000))
    for suffix in SUFFIXES:
        with pytest.raises(UnreadableDocument) as caught:
            open_document(noise, name=f"policy{suffix}")
        assert caught.value.code == "binary"


def test_a_pdf_cut_short_is_damaged_not_text() -> None:
    whole = pdf_of([Sheet(line("We keep little.", 72, 700))])
    for data in (whole[: len(whole) // 3], b"junk " * 400 + whole[: len(whole) // 2]):
        with pytest.raises(UnreadableDocument) as caught:
            open_document(data, name="policy.pdf")
        assert caught.value.code == "damaged"
