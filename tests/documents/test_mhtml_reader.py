"""Web archives, mails and archives: the page inside, or the documents to choose from."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage

import pytest

from documents.containers import Contained, contents
from documents.errors import UnreadableDocument
from documents.limits import Limits
from documents.reader import open_document

ARCHIVE = b"""From: <Saved by Blink>
Snapshot-Content-Location: https://a.example/terms
Subject: Terms
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="--b"

----b
Content-Type: text/css

p { color: red }
----b
Content-Type: text/html; charset="gb2312"
Content-Transfer-Encoding: quoted-printable

<html><head><title>=CC=F5=BF=EE</title></head><body><nav><a href=3D"/">x</a></nav>=
<p>=B5=DA=D2=BB=CC=F5 <b>=B7=B6=CE=A7</b></p></body></html>
----b
Content-Type: image/png
Content-Transfer-Encoding: base64

AAAA
----b--
"""


def mail(*attachments: tuple[str, bytes], html: str = "") -> bytes:
    message = EmailMessage()
    message["Subject"] = "新条款"
    message["From"] = "a@example.com"
    message["Date"] = "Mon, 02 Jan 2023 10:00:00 +0800"
    message.set_content("1. Scope\n\n2. Fees")
    if html:
        message.add_alternative(html, subtype="html")
    for name, data in attachments:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def zipped(**files: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "."), data)
    return file.getvalue()


def test_the_page_of_a_web_archive_is_read_in_the_encoding_its_header_states() -> None:
    document = open_document(ARCHIVE.replace(b"\n", b"\r\n"), name="terms.mhtml")
    assert document.format == "mhtml"
    assert document.text == "第一条 范围\n"
    assert document.title == "条款"
    assert document.runs[0].bold
    assert [warning.code for warning in document.warnings] == ["page_furniture"]


def test_the_pages_in_the_frames_of_an_archive_are_read_in_their_place() -> None:
    framed = b"""MIME-Version: 1.0
Subject: Terms
Content-Type: multipart/related; boundary="b"; type="text/html"

----b
Content-Type: text/html

<p>Before.</p><iframe src="cid:f1@x"></iframe><iframe src="http://x.example/ad" width=1></iframe><p>After.</p>
----b
Content-Type: text/html; charset=gb18030
Content-ID: <f1@x>

<p>\xb5\xda\xd2\xbb\xcc\xf5</p><iframe src="http://x.example/in"></iframe>
----b
Content-Type: text/html
Content-Location: http://x.example/in

<p>Inside.</p>
----b
Content-Type: text/html
Content-Location: http://x.example/ad

<p>Buy.</p>
----b--
""".replace(b"----b", b"--b")
    assert open_document(framed, name="terms.mhtml").text == "Before.\n第一条\nInside.\nAfter.\n"


def test_a_page_made_of_frames_is_the_pages_in_them() -> None:
    framed = b"""MIME-Version: 1.0
Subject: Terms
Content-Type: multipart/related; boundary="b"

--b
Content-Type: text/html

<html><frameset cols="20%,*"><frame src="http://x.example/a"><frame src="http://x.example/b"></frameset></html>
--b
Content-Type: text/html
Content-Location: http://x.example/a

<h1>Terms</h1>
--b
Content-Type: text/html
Content-Location: http://x.example/b

<p>1. Scope.</p>
--b--
"""
    assert open_document(framed, name="terms.mhtml").text == "Terms\n1. Scope.\n"


def test_a_web_archive_is_known_by_its_first_lines_whatever_its_name() -> None:
    assert open_document(ARCHIVE, name="terms.bin").format == "mhtml"


def test_an_archive_without_a_page_is_damaged() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        open_document(ARCHIVE.replace(b"text/html", b"text/none"), name="terms.mhtml")
    assert caught.value.code == "damaged"


def test_a_mail_without_attachments_is_its_own_words() -> None:
    document = open_document(mail(), name="a.eml")
    assert (document.format, document.title) == ("mail", "新条款")
    assert document.text.startswith("1. Scope\n\n2. Fees")
    assert open_document(mail(html="<p>1. <b>Scope</b></p>"), name="a.eml").text == "1. Scope\n"


def test_of_two_forms_of_a_mail_the_page_is_read_unless_it_holds_much_less() -> None:
    both = mail(html="<p>1. <b>Scope</b></p><p>2. Fees</p>")
    assert open_document(both, name="a.eml").runs
    picture = mail(html="<p><img src='cid:a'></p>")
    assert open_document(picture, name="a.eml").text.startswith("1. Scope\n")


def test_the_documents_of_a_mail_are_offered_and_its_pictures_are_not() -> None:
    data = mail(("协议.docx", b"PK.."), ("logo.png", b"png"), ("b.pdf", b"%PDF-"))
    assert contents(data) == (Contained("协议.docx", 4, b"PK.."), Contained("b.pdf", 5, b"%PDF-"))
    with pytest.raises(UnreadableDocument) as caught:
        open_document(data, name="a.eml")
    assert caught.value.sentence() == "a.eml holds 2 documents. Open one of them by itself: 协议.docx, b.pdf."


def test_the_documents_of_a_zip_are_offered() -> None:
    data = zipped(a__txt=b"words", b__exe=b"MZ", __MACOSX=b"")
    assert [(one.name, one.data) for one in contents(data)] == [("a.txt", b"words")]
    with pytest.raises(UnreadableDocument) as caught:
        open_document(data, name="a.zip")
    assert caught.value.code == "holds_documents"
    with pytest.raises(UnreadableDocument) as caught:
        open_document(zipped(b__exe=b"MZ"), name="a.zip")
    assert caught.value.code == "archive"


def test_names_in_a_zip_made_on_a_chinese_windows_are_readable() -> None:
    data = zipped(AAAA__txt=b"x").replace(b"AAAA.txt", "协议".encode("gb18030") + b".txt")
    assert contents(data)[0].name == "协议.txt"


def test_a_zip_that_expands_without_end_is_not_unpacked() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        contents(zipped(a__txt=b"0" * 10_000), limits=Limits(part_bytes=1_000))
    assert caught.value.code == "too_large"
    with pytest.raises(UnreadableDocument) as caught:
        contents(b"PK\x03\x04 cut")
    assert caught.value.code == "damaged"


def test_parts_within_parts_without_end_cost_a_sentence() -> None:
    bounds = [
        b'Content-Type: multipart/mixed; boundary="b%d"\nSubject: x\nFrom: y\nMIME-Version: 1.0\n\n--b%d\n' % (n, n)
        for n in range(3_000)
    ]
    with pytest.raises(UnreadableDocument):
        open_document(b"".join(bounds), name="deep.eml")


def test_text_that_begins_like_a_letter_stays_text() -> None:
    assert open_document(b"From: us\nDate: today\n\n1. Words of a letter.", name="a.txt").format == "text"
