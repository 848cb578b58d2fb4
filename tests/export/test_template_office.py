"""A letterhead filled in is opened by LibreOffice, with its pages, its header on each and nothing of a tag."""

from __future__ import annotations

import subprocess

import pytest

from tests.export.memo_case import report, review
from tests.export.template_files import LETTERHEADS, fill
from tests.export.word_checks import office


@pytest.mark.office
@pytest.mark.timeout(180)
@pytest.mark.parametrize(
    ("language", "words"), [("en", ("Alder&Quince", "Page1of")), ("zh", ("青松律师事务所", "第1页"))]
)
def test_a_filled_letterhead_opens_with_header_footer_and_findings(tmp_path, language, words):
    made = tmp_path / "memo.docx"
    made.write_bytes(fill(LETTERHEADS / f"letterhead-{language}.docx", report(*review(), language=language)))
    pages = office(made, "pdf", tmp_path)
    told = subprocess.run(["pdftotext", "-layout", pages, "-"], capture_output=True, text=True, check=True).stdout
    told = told.replace(" ", "")
    for piece in (*words, "标题2", "标题4"):
        assert piece in told
    assert "{{" not in told
    assert "{%" not in told
    assert all(words[0] in page for page in told.split("\f") if page.strip())
