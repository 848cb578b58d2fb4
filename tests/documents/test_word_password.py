"""Word files kept under a password."""

from __future__ import annotations

import io
import sys
from importlib import import_module
from pathlib import Path

import pytest

from documents.draft import Source
from documents.errors import UnreadableDocument
from documents.reader import open_document, open_here

# The library cannot lock a file of less than 4096 bytes.
PADDING = f"<!-- {' '.join(str(number * number) for number in range(4000))} -->"


def locked(data: bytes, password: str) -> bytes:
    file = io.BytesIO()
    ooxml = import_module("msoffcrypto.format.ooxml")
    ooxml.OOXMLFile(io.BytesIO(data)).encrypt(password, file)
    return file.getvalue()


@pytest.fixture
def policy(make_docx) -> bytes:
    return locked(make_docx("<w:p><w:r><w:t>Only for you</w:t></w:r></w:p>", prolog=PADDING), "open sesame")


def test_the_right_password_opens_the_file(policy: bytes) -> None:
    assert open_document(policy, name="p.docx", password="open sesame").text == "Only for you\n"


@pytest.mark.parametrize(("password", "code"), [("", "password"), ("guess", "wrong_password")])
def test_none_or_a_wrong_one_is_said(policy: bytes, password: str, code: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        open_document(policy, name="p.docx", password=password)
    assert caught.value.code == code
    assert "p.docx" in caught.value.sentence("zh")


def test_a_damaged_one_and_a_missing_library_are_said(policy: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = policy[:3000] + bytes(2000) + policy[5000:]
    with pytest.raises(UnreadableDocument) as caught:
        open_document(broken, name="p.docx", password="open sesame")
    assert caught.value.code in {"damaged", "wrong_password", "encrypted"}
    monkeypatch.setitem(sys.modules, "msoffcrypto", None)
    with pytest.raises(UnreadableDocument, match="remove the password"):
        open_here(Source(policy, "p.docx", password="x"))


@pytest.mark.corpora
def test_a_file_locked_by_word_opens(shared: Path) -> None:
    file = shared / "corpora/docx/poi/bug53475-password-is-pass.docx"
    assert open_document(file, password="pass").text.strip()
