"""The bytes of pictures come out of the file, and from nowhere else."""

from __future__ import annotations

import base64
import io
import zipfile

import pytest

from documents.draft import Source
from documents.picture_bytes import PictureFile, may_show
from documents.reader import open_here

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
DATA = "data:image/png;base64," + base64.b64encode(PNG).decode()
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def picture_of(data: bytes, name: str) -> tuple[str, str, bytes | None]:
    """Return format, source and bytes of the one picture of a file."""
    policy = open_here(Source(data, name))
    (picture,) = policy.pictures
    return policy.format, picture.source, PictureFile(data, policy.format).bytes_of(picture.source)


def archive(page: str, **headers: str) -> bytes:
    told = "".join(f"{name.replace('_', '-')}: {value}\n" for name, value in headers.items())
    return (
        "From: <Saved by Blink>\nSubject: T\nMIME-Version: 1.0\nSnapshot-Content-Location: https://a.example/p/t\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\nContent-Type: text/html\n'
        f"Content-Location: https://a.example/p/t\n\n<html><body>{page}</body></html>\n--b\nContent-Type: image/png\n"
        f"Content-Transfer-Encoding: base64\n{told}\n{base64.b64encode(PNG).decode()}\n--b--\n"
    ).encode()


def test_a_picture_written_into_a_page_is_found_by_its_short_name():
    page = f'<html><body><p>Words</p><p><img alt="Seal" src="{DATA}"></p></body></html>'.encode()
    format_name, source, found = picture_of(page, "p.html")
    assert (len(source) < 30, may_show(format_name, source), found) == (True, True, PNG)


def test_a_picture_elsewhere_is_never_fetched():
    page = b'<html><body><p>Words</p><p><img alt="Seal" src="https://a.example/seal.png"></p></body></html>'
    format_name, source, found = picture_of(page, "p.html")
    assert (source, may_show(format_name, source), found) == ("https://a.example/seal.png", False, None)


@pytest.mark.parametrize(
    ("source", "headers"),
    [
        ("cid:seal@a.example", {"Content_ID": "<seal@a.example>"}),
        ("https://a.example/seal.png", {"Content_Location": "https://a.example/seal.png"}),
        ("../seal.png", {"Content_Location": "https://a.example/seal.png"}),
    ],
)
def test_a_web_archive_gives_its_parts_by_number_and_by_address(source, headers):
    data = archive(f'<p>Words</p><p><img alt="Seal" src="{source}"></p>', **headers)
    format_name, _, found = picture_of(data, "t.mhtml")
    assert (format_name, found) == ("mhtml", PNG)


def test_a_book_gives_the_picture_beside_its_page():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr(
            "META-INF/container.xml",
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="OEBPS/b.opf"/></rootfiles></container>',
        )
        book.writestr(
            "OEBPS/b.opf",
            '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="text/a.xhtml"'
            ' media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>',
        )
        book.writestr(
            "OEBPS/text/a.xhtml", '<html><body><p>Words</p><p><img alt="S" src="../i/s.png"/></p></body></html>'
        )
        book.writestr("OEBPS/i/s.png", PNG)
    assert picture_of(file.getvalue(), "b.epub")[2] == PNG


def test_a_word_file_gives_its_part(make_docx):
    drawing = (
        '<w:p><w:r><w:t>Words</w:t></w:r></w:p><w:p><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml">'
        '<v:shape style="width:30pt;height:20pt"><v:imagedata r:id="rId9"/></v:shape></w:pict></w:r></w:p>'
    )
    link = (
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"'
        ' Target="media/seal.png"/>'
    )
    file = io.BytesIO(make_docx(drawing, relationships=link))
    with zipfile.ZipFile(file, "a") as package:
        package.writestr("word/media/seal.png", PNG)
    format_name, source, found = picture_of(file.getvalue(), "w.docx")
    assert (format_name, source, found) == ("word", "word/media/seal.png", PNG)


@pytest.mark.parametrize("source", ["", "word/media/a.emf", "a.svg?v=1", "pictures/a.WMF", "https://a.example/x.png"])
def test_drawings_and_what_lies_outside_keep_their_box(source):
    assert not may_show("word", source)


def test_a_damaged_file_gives_no_picture():
    assert PictureFile(b"PK\x03\x04", "word").bytes_of("word/media/a.png") is None
    assert PictureFile(b"", "mhtml").bytes_of("cid:x") is None
    assert PictureFile(b"<img src='data:image/png;base64,@@@'>", "html").bytes_of("data:#0000000000000000") is None
