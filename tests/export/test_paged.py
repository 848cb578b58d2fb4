"""A memo as pages: through LibreOffice where there is one, with a sentence where there is none."""

from __future__ import annotations

import io
import shutil
from datetime import timedelta
from pathlib import Path

import pypdf
import pytest

from export.errors import ExportError
from export.paged import as_pages, wants_pages
from export.run import ExportOptions, export
from tests.export.word_matters import CHINESE, NOW, WANG, matter_with, note_on


@pytest.fixture
def matter(tmp_path, clock):
    with matter_with(tmp_path, clock, "松果日记.txt", CHINESE) as made:
        note_on(made, "请逐条阅读", title="同意方式不当", severity="high", private_remark="只给自己看")
        yield made


def options(**fields):
    return ExportOptions(reviewer=WANG, now=NOW, **fields)


def test_without_libreoffice_one_sentence_says_what_is_missing(matter, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("documents.office._PLACES", ())
    with pytest.raises(ExportError) as caught:
        export(matter, tmp_path / "memo.pdf", "memo", options(to="pdf"))
    assert "LibreOffice" in caught.value.sentence("en")
    assert "LibreOffice" in caught.value.sentence("zh")
    assert not (tmp_path / "memo.pdf").exists()


def test_only_memo_and_report_have_pages(matter, tmp_path) -> None:
    for kind in ("xlsx", "word", "html"):
        with pytest.raises(ExportError) as caught:
            export(matter, tmp_path / "out.pdf", kind, options(to="pdf"))
        assert caught.value.code == "no_pages"
    with pytest.raises(ExportError) as caught:
        export(matter, tmp_path / "out.odt", "memo", options(to="odt"))
    assert caught.value.code == "unknown_format"


def test_a_name_ending_in_pdf_asks_for_pages() -> None:
    assert wants_pages("memo", Path("a.PDF"), "")
    assert not wants_pages("memo", Path("a.docx"), "")
    assert not wants_pages("pdf", Path("a.pdf"), "")
    assert not wants_pages("memo", Path("a.pdf"), "docx")


@pytest.mark.office
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_the_memo_comes_as_tagged_pages_of_the_exports_own_day_and_nothing_is_left_behind(
    matter, tmp_path, monkeypatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    export(matter, tmp_path / "memo.pdf", "memo", options(to="pdf"))
    export(matter, tmp_path / "again.pdf", "memo", options())
    data = (tmp_path / "memo.pdf").read_bytes()
    assert (tmp_path / "again.pdf").read_bytes() == data, "same matter, same clock: same bytes"
    read = pypdf.PdfReader(io.BytesIO(data))
    words = "".join(page.extract_text() for page in read.pages)
    assert "同意方式不当" in words
    assert "只给自己看" not in words
    assert str(read.metadata["/CreationDate"]).startswith("D:20260302090509")
    assert read.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert list(scratch.iterdir()) == []


@pytest.mark.office
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_what_is_no_word_file_gives_a_sentence() -> None:
    with pytest.raises(ExportError) as caught:
        as_pages(b"PK\x03\x04 nothing", "memo.pdf", NOW + timedelta(days=1))
    assert caught.value.code == "not_paged"
    assert "memo.pdf" in caught.value.sentence("zh")
