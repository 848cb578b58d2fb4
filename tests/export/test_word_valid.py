"""What goes out passes the checkers, and LibreOffice opens it and keeps the comments."""

import shutil

import pytest

from annotations.model import Status
from tests.export.test_word_original import FOOTNOTES, HEADER, RICH
from tests.export.word_checks import audit, integrity, office
from tests.export.word_files import word_file
from tests.export.word_matters import CHINESE, ENGLISH, annotated, matter_with, note_on
from tests.export.word_oracle import comments, story

CASES = {
    "松果日记.txt": (CHINESE, ["请逐条阅读", "广告伙伴、数据伙伴", "包括广告伙伴、数据伙伴和", "随时联系我们"]),
    "acorn.md": (ENGLISH, ["every picture", "its model", "Count Inc", "our list", "Partners may share"]),
    "acorn.docx": (
        word_file(RICH, footnotes=FOOTNOTES, header=HEADER),
        [
            "every word",
            "list of part",
            "will sell",
            "Your consent",
            "Confidential",
            "4.2",
            "the box",
            "only in the foot",
        ],
    ),
}


@pytest.fixture(params=list(CASES))
def made(request, tmp_path, clock):
    source, quotes = CASES[request.param]
    with matter_with(tmp_path, clock, request.param, source) as matter:
        for words in quotes:
            note = note_on(matter, words, title=words, issue="第一行\n第二行 “引号”", status=Status.RESOLVED)
        matter.reply(note.uid, "好的")
        note_on(matter, title="whole")
        annotated(matter, tmp_path / "out.docx")
    if request.param.endswith(".docx"):
        (tmp_path / "original.docx").write_bytes(source)
    return tmp_path


def test_the_checkers_find_no_fault(made):
    out, original = made / "out.docx", made / "original.docx"
    if original.exists():
        assert audit(out) - audit(original) == {}
        assert [line for line in integrity(out, original) if line not in integrity(original)] == []
    else:
        assert audit(out) == {}
        assert integrity(out) == []


@pytest.mark.office
@pytest.mark.timeout(180)
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_libreoffice_makes_pages_of_it_and_keeps_every_comment(made):
    out = made / "out.docx"
    assert office(out, "pdf", made).stat().st_size > 1000
    (made / "back").mkdir()
    again = office(out, "docx", made / "back").read_bytes()
    before = out.read_bytes()
    assert len(comments(again)) == len(comments(before))
    kept = {words for words in story(again).ranges.values() if words}
    assert {words for words in story(before).ranges.values() if words} - kept <= {"clause 4.2"}
