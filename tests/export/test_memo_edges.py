"""Memos of odd reviews: nothing at all, far too much, words that run to the left, letters no file can hold."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from lxml import etree

from annotations.matter import OpenMatter
from annotations.model import Matter, Reviewer, Visibility
from documents.model import Span
from export.memo.document import memo
from export.memo.layout import Plan
from export.report import ReportOptions, assemble
from export.run import ExportOptions, export
from tests.export.memo_case import NOW, W, body, note, parts, policy, report, reviewed, words

HEBREW = "מדיניות פרטיות\n\nאנחנו אוספים את שמך ואת מספר הטלפון שלך.\n"


@pytest.fixture
def matter(tmp_path: Path, reviewer: Reviewer, clock: Callable[[], datetime]) -> Iterator[OpenMatter]:
    made = OpenMatter.create(tmp_path / "m.clausemark", reviewer, clock)
    yield made
    made.close()


@pytest.mark.parametrize("kind", ["memo", "gap"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_matter_without_notes_gives_a_whole_product(matter, tmp_path, kind, language):
    matter.add_document(policy(), policy().text.encode(), "a.txt")
    options = ExportOptions(reviewer=Reviewer("A. Okafor"), now=NOW, language=language)
    export(matter, tmp_path / "out.docx", kind, options)
    told = words(etree.fromstring(parts((tmp_path / "out.docx").read_bytes())["word/document.xml"]))
    assert ("未发现影响发布的问题" if language == "zh" else "nothing that stands in the way") in told


@pytest.mark.parametrize("kind", ["memo", "gap"])
def test_the_same_matter_and_clock_give_the_same_bytes(matter, tmp_path, kind):
    document = matter.add_document(policy(), policy().text.encode(), "a.txt")
    matter.add_note(document.uid, [Span(0, 4)], title="标题", issue="问题", proposed_wording="改", question="吗？")
    made = []
    for name in ("one.docx", "two.docx"):
        export(matter, tmp_path / name, kind, ExportOptions(reviewer=Reviewer("林若水"), now=NOW))
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]
    with zipfile.ZipFile(io.BytesIO(made[0])) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_characters_that_no_file_can_hold_are_replaced_and_reported(matter, tmp_path):
    document = matter.add_document(policy(), policy().text.encode(), "a.txt")
    bad = matter.add_note(document.uid, [Span(0, 4)], title="坏\x01字", issue="好")
    matter.add_note(document.uid, [Span(0, 4)], title="好\n字")
    told = export(matter, tmp_path / "out.docx", "memo", ExportOptions(reviewer=Reviewer("林若水"), now=NOW))
    assert [(item.id, item.why) for item in told.moved] == [(bad.uid, "characters")]
    assert told.moved[0].sentence("en") != told.moved[0].sentence("zh")
    assert "坏\ufffd字" in parts((tmp_path / "out.docx").read_bytes())["word/document.xml"].decode()


def test_a_note_of_fifty_thousand_characters_is_told_whole_once():
    text = "\n".join("长" * 499 for _ in range(100))
    made = body(report(note(1, "您的借阅记录", issue=text)), Plan(sections=("table", "findings")))
    assert words(made).count("长") == 499 * 100 + 300 - 300 // 500
    assert len(memo(report(note(1, issue=text)))) < 60_000


@pytest.mark.timeout(180)
def test_five_thousand_findings_are_all_there():
    one = note(1, "您的借阅记录", proposed_wording="改")
    notes = (replace(one, number=number, uid=f"n{number}") for number in range(1, 5001))
    made = body(report(*notes), Plan(sections=("table", "findings")))
    told = {words(one).split("　")[0] for one in _styled(made, "FindingHeading")}
    assert told == {f"问题{number}" for number in range(1, 5001)}


def _styled(made: etree._Element, style: str) -> list[etree._Element]:
    return [mark.getparent().getparent() for mark in made.iterfind(f".//{W}pStyle[@{W}val='{style}']")]


def test_words_that_run_to_the_left_are_set_so():
    start = policy(HEBREW).text.index("אנחנו")
    words_in_question = policy(HEBREW).text[start : start + 18]
    item = note(1, words_in_question, text=HEBREW, issue="The text אנחנו is unclear.", language="en")
    options = ReportOptions(now=NOW, language="en", annotated=True)
    made = body(assemble(Matter(), [reviewed((item,), HEBREW)], options), Plan(sections=("findings", "annotated")))
    (quote,) = _styled(made, "Quote")
    assert quote.find(f"{W}pPr/{W}bidi") is not None
    assert all(
        run.find(f"{W}rPr/{W}rtl") is not None for run in quote.iter(f"{W}r") if words_in_question in words_of(run)
    )
    issue = next(one for one in _styled(made, "FindingField") if "unclear" in words(one))
    turned = [words_of(run) for run in issue.iter(f"{W}r") if run.find(f"{W}rPr/{W}rtl") is not None]
    assert turned == ["אנחנו"]
    assert issue.find(f"{W}pPr/{W}bidi") is None


def words_of(run: etree._Element) -> str:
    return "".join(text.text or "" for text in run.iter(f"{W}t"))


def test_a_clause_in_a_table_is_broken_between_words_only():
    """The column is as wide as the longest word of its cells, so far as a table can give it."""
    text = "Notice\n\nRetention-and-Deletion\n\nWe keep your data for as long as we like, and longer.\n"
    item = note(1, "as long as we like", text=text, language="en", visibility=Visibility.OUTSIDE)
    options = ReportOptions(now=NOW, language="en", profile=Visibility.OUTSIDE)
    made = body(assemble(Matter(), [reviewed((item,), text)], options))
    table = next(one for one in made.iter(f"{W}tbl") if words(one).startswith("No."))
    cell = table.findall(f"{W}tr")[1].findall(f"{W}tc")[1]
    longest = max(map(len, words(cell).split()))
    assert int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) >= longest * 90 + 170
