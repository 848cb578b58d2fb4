"""A second round: the memo on a new version says what became of what was found on the last."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from lxml import etree

from annotations.matter import OpenMatter
from annotations.model import Anchor, AnchorState, Reviewer, Status
from documents.model import Span
from export.changes import Verdict, tally
from export.run import ExportOptions, export
from tests.export.memo_case import CHINESE, NOW, W, body, headings, note, parts, policy, report, words

REVISED = CHINESE.replace("为了方便联系，我们也会读取您的通讯录。", "").replace(
    "请到前台询问。", "请到前台询问，或者来信。个人信息保护负责人：许小姐。"
)


@pytest.fixture
def second(tmp_path: Path, reviewer: Reviewer, clock: Callable[[], datetime]) -> Path:
    """A matter whose policy came back changed: one finding put right, one partly, one not, one new."""
    path = tmp_path / "m.clausemark"
    with OpenMatter.create(path, reviewer, clock) as matter:
        document = matter.add_document(policy(), CHINESE.encode(), "说明.txt", received=_day(8))
        done = _note(matter, CHINESE, "我们也会读取您的通讯录", title="读取通讯录")
        partly = _note(matter, CHINESE, "请到前台询问", title="没有联系方式")
        _note(matter, CHINESE, "您继续使用即视为同意", title="视为同意")
        revised = policy(REVISED)
        matter.add_version(document.uid, revised, REVISED.encode(), "说明2.txt", received=_day(28))
        matter.edit(done, status=Status.RESOLVED)
        matter.edit(partly, status=Status.IN_PROGRESS)
        _note(matter, REVISED, "许小姐", title="只有姓名")
    return path


def _day(day: int) -> datetime:
    """A day before the clock of the tests begins."""
    return datetime(2026, 2, day, tzinfo=NOW.tzinfo)


def _note(matter: OpenMatter, text: str, quote: str, **fields: object) -> str:
    start = policy(text).text.index(quote)
    span = Span(start, start + len(quote))
    return matter.add_note(matter.documents()[0].uid, [span], issue="问题。", **fields).uid


def _made(path: Path, reviewer: Reviewer, clock: Callable[[], datetime], **options: str) -> etree._Element:
    out = path.with_suffix(".docx")
    with OpenMatter.open(path, reviewer, clock) as matter:
        export(matter, out, "memo", ExportOptions(reviewer=reviewer, now=NOW, **options))
    return etree.fromstring(parts(out.read_bytes())["word/document.xml"])


def _results(made: etree._Element, head: str) -> list[list[str]]:
    table = next(one for one in made.iter(f"{W}tbl") if head in words(one.find(f"{W}tr")).split("\n"))
    return [[words(cell).strip() for cell in row.iterfind(f"{W}tc")][2:] for row in table.iterfind(f"{W}tr")][1:]


def test_a_second_round_is_a_re_review_memo_that_says_what_became_of_each_finding(second, reviewer, clock):
    made = _made(second, reviewer, clock, profile="client", language="zh")
    told = words(made)
    assert told.split("\n")[0] == "复核意见"
    assert "前次意见针对" in told
    assert "第1版（2026年2月8日收到），本次复核针对第2版（2026年2月28日收到）" in told
    assert "已整改1项、部分整改1项、未整改1项、新增1项" in told
    assert _results(made, "复核结果") == [
        ["视为同意", "中", "未整改", "原文未变"],
        ["没有联系方式", "中", "部分整改", "原文未变"],
        ["只有姓名", "中", "新增", "–"],
        ["读取通讯录", "中", "已整改", "原文已删"],
    ]


def test_the_english_one_says_it_in_english(second, reviewer, clock):
    made = _made(second, reviewer, clock, profile="client", language="en")
    assert words(made).split("\n")[0] == "RE-REVIEW MEMORANDUM"
    assert "1 put right, 1 partly put right, 1 not put right, 1 new" in words(made)
    assert "Since the last version" in headings(made)


def test_a_finding_is_quoted_from_the_version_reviewed_and_once(second, reviewer, clock):
    made = _made(second, reviewer, clock, language="zh")
    quotes = [words(m.getparent().getparent()) for m in made.iterfind(f".//{W}pStyle[@{W}val='Quote']")]
    assert len([quote for quote in quotes if "您继续使用即视为同意" in quote]) == 1
    assert not [quote for quote in quotes if "也会读取您的通讯录" in quote and "为了方便" in quote]


def test_outsiders_are_not_told_what_became_of_anything(second, reviewer, clock):
    with OpenMatter.open(second, reviewer, clock) as matter:
        matter.edit_many([one.uid for one in matter.notes()], visibility="outside")
    told = words(_made(second, reviewer, clock, profile="outside", language="zh"))
    assert "复核" not in told
    assert "已整改" not in told
    assert "只有姓名" in told


def test_a_first_round_has_no_such_section():
    assert report(note(1, "您的借阅记录")).changes == ()
    assert "复核结果" not in words(body(report(note(1, "您的借阅记录"))))


def test_a_finding_without_a_place_is_old_if_it_was_made_before_the_version_came(second, reviewer, clock):
    with OpenMatter.open(second, reviewer, clock) as matter:
        uid = matter.documents()[0].uid
        matter.add_note(uid, [], title="没有保存期限", assessment="missing")
    made = _made(second, reviewer, clock, language="zh")
    assert ["没有保存期限", "中", "新增", "–"] in _results(made, "复核结果")


def test_a_status_decides_and_not_what_became_of_the_words():
    gone = Anchor("v1", 0, 0, "旧文", state=AnchorState.LOST)
    value = report(replace(note(1), anchors=(gone,)))
    assert tally(value.changes) == ()
    assert next(iter(Verdict)) is Verdict.NOT_DONE
