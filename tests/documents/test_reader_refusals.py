"""Files that cannot be read: one sentence each, in two languages, and never a traceback."""

from __future__ import annotations

import io
import os
import string
import zipfile
from pathlib import Path

import pytest

from documents.errors import UnreadableDocument
from documents.limits import Limits
from documents.reader import open_document
from documents.sentences import SENTENCES


def refusal(source: Path | bytes, name: str = "policy.docx", limits: Limits | None = None) -> UnreadableDocument:
    with pytest.raises(UnreadableDocument) as caught:
        open_document(source, name=name, limits=limits or Limits())
    return caught.value


def archive(**parts: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        for name, words in parts.items():
            made.writestr(name.replace("__", "/") + ".xml", words)
    return file.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"   \n\n", "no_text"),
        (b"\x89PNG\r\n\x1a\n....", "picture"),
        (b"\xff\xd8\xff\xe0 JFIF", "picture"),
        (b"PK\x03\x04 cut off", "damaged"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        (OLE, "old_office"),
        (archive(xl__workbook="<x/>"), "spreadsheet"),
        (archive(ppt__presentation="<x/>"), "presentation"),
        (archive(other__thing="<x/>"), "not_word"),
        (archive(word__document="<broken"), "damaged"),
        (b"%PDF-1.7\n...", "damaged"),
        (b"<!DOCTYPE html><html><body><script>words</script></body></html>", "made_by_script"),
        (b"\x1f\x8b\x08 gzip", "archive"),
        (bytes(range(256)) * 20, "binary"),
    ],
)
def test_what_cannot_be_read_is_called_what_it_is(data: bytes, code: str) -> None:
    assert refusal(data).code == code


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.txt", "gone.txt").sentence() == "gone.txt was not found. It may have been moved."
    assert refusal(tmp_path / "gone.txt", "gone.txt").sentence("zh") == "找不到文件：gone.txt。它可能已被移动。"
    assert refusal(tmp_path, "").code == "folder"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_says_so(tmp_path: Path) -> None:
    file = tmp_path / "closed.txt"
    file.write_text("words")
    file.chmod(0)
    assert refusal(file, "").code == "no_permission"


def test_a_file_open_in_word_is_said_on_windows(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "policy.docx"
    file.write_bytes(b"x")

    def locked(_path: Path) -> bytes:
        error = PermissionError(13, "in use")
        error.winerror = 32  # type: ignore[attr-defined]
        raise error

    monkeypatch.setattr(Path, "read_bytes", locked)
    assert refusal(file, "").code == "open_elsewhere"


def test_a_file_beyond_the_limits_is_not_opened(tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    file.write_text("words " * 100)
    assert refusal(file, "", Limits(file_bytes=100)).code == "too_large"
    assert refusal(b"words " * 100, "a.txt", Limits(file_bytes=100)).code == "too_large"


def test_every_code_has_an_english_and_a_chinese_sentence_with_the_same_arguments() -> None:
    for code, (english, chinese) in SENTENCES.items():
        names = [{field for _, field, _, _ in string.Formatter().parse(one) if field} for one in (english, chinese)]
        assert names[0] == names[1], code
        assert english.endswith(".")
        assert chinese.endswith("。")
        assert any("\u4e00" <= letter <= "\u9fff" for letter in chinese), code


def test_every_code_that_is_raised_has_its_sentences() -> None:
    import re

    for file in Path("documents").rglob("*.py"):
        words = file.read_text(encoding="utf-8")
        codes = re.findall(r'(?:UnreadableDocument|Warning)\(\s*"(\w+)"', words)
        assert set(codes) <= set(SENTENCES), file


def test_content_counts_before_the_name() -> None:
    document = open_document(b"1. First clause here.\n2. Second clause here.", name="policy.docx")
    assert document.format == "text"
    assert "other_content" in {warning.code for warning in document.warnings}


@pytest.mark.corpora
def test_every_word_file_of_the_corpora_opens_or_says_why(shared: Path) -> None:
    opened = 0
    said: list[tuple[str, str]] = []
    for file in sorted((shared / "corpora/docx").rglob("*.do[ct]*")):
        try:
            opened += bool(open_document(file).text)
        except UnreadableDocument as error:
            said.append((error.sentence(), error.sentence("zh")))
    assert opened > 120
    assert all(english and chinese for english, chinese in said)
