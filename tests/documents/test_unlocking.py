"""Files kept under a password, without it."""

from __future__ import annotations

import io
from importlib import import_module

import pytest

from documents.errors import UnreadableDocument
from documents.reader import open_document
from documents.unlocking import unlocked_file
from tests.documents.pdf_files import Sheet, line, locked, pdf_of

SHEETS = [Sheet(line("Kept from most.", 72, 700)), Sheet(line("Second page.", 72, 700))]
PDF = locked(SHEETS, "secret")
PADDING = f"<!-- {' '.join(str(number * number) for number in range(4000))} -->"  # the library locks no small file


@pytest.fixture
def plain_word(make_docx) -> bytes:
    return make_docx("<w:p><w:r><w:t>Only for you</w:t></w:r></w:p>", prolog=PADDING)


@pytest.fixture
def locked_word(plain_word: bytes) -> bytes:
    file = io.BytesIO()
    import_module("msoffcrypto.format.ooxml").OOXMLFile(io.BytesIO(plain_word)).encrypt("secret", file)
    return file.getvalue()


def test_a_word_file_comes_out_as_it_went_in(plain_word: bytes, locked_word: bytes) -> None:
    assert unlocked_file(locked_word, name="p.docx", password="secret") == plain_word


def test_a_pdf_comes_out_with_all_its_pages_and_opens_without_a_password() -> None:
    freed = unlocked_file(PDF, name="p.pdf", password="secret")
    assert b"/Encrypt" not in freed
    document = open_document(freed, name="p.pdf")
    assert document.text == "Kept from most.\nSecond page.\n"
    assert len(document.pages) == 2


@pytest.mark.parametrize(("password", "code"), [("", "password"), ("guess", "wrong_password")])
def test_none_or_a_wrong_one_is_said(locked_word: bytes, password: str, code: str) -> None:
    for data, name in ((PDF, "p.pdf"), (locked_word, "p.docx")):
        with pytest.raises(UnreadableDocument) as caught:
            unlocked_file(data, name=name, password=password)
        assert caught.value.code == code
        assert name in caught.value.sentence()


def test_a_file_without_a_password_stays_as_it_is(plain_word: bytes) -> None:
    for data in (plain_word, pdf_of(SHEETS), b"plain words", b""):
        assert unlocked_file(data, name="a", password="any") == data


def test_a_damaged_file_says_so() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        unlocked_file(PDF[:200], name="p.pdf", password="secret")
    assert caught.value.code == "damaged"
