"""The gap report: what it has that a memo has not, in both languages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from annotations.model import Matter, Status, Visibility
from export.memo.layout import Plan
from export.memo.sections import SECTIONS, sections_of
from export.report import Report, ReportOptions, assemble
from tests.export.memo_case import NOW, W, body, headings, note, report, review, reviewed, words

GAP = Plan("gap")
FULL = Matter(client="某某公司", firm="某某律师事务所", reviewer="林若水", partner="周行", matter_number="M-1")


def _report(*notes, language: str = "zh", profile: str = "client") -> Report:
    options = ReportOptions(now=NOW, profile=Visibility(profile), language=language, annotated=True, product="gap")
    return assemble(FULL, [reviewed(notes or review())], options)


def _rows(made: etree._Element, head: str) -> list[list[str]]:
    table = next(one for one in made.iter(f"{W}tbl") if head in words(one.find(f"{W}tr")).split("\n"))
    return [[words(cell).strip() for cell in row.iterfind(f"{W}tc")] for row in table.iterfind(f"{W}tr")]


def test_the_chinese_report_has_its_sections_in_order():
    assert headings(body(_report(), GAP)) == [
        "概述", "评估范围与依据", "评估方法与风险判定准则", "风险分布", "问题一览表", "逐项评估", "缺失条款",
        "经审查无异议的条款", "整改计划", "建议表述", "待确认事项", "假设与限制", "签署",
    ]  # fmt: skip


def test_the_english_report_has_its_sections_in_order():
    assert headings(body(_report(language="en"), GAP)) == [
        "Executive summary", "Scope, materials and law", "Method and rating scale", "How the risks are spread",
        "Issue table", "Detailed findings", "Missing disclosures", "Clauses reviewed without objection",
        "Remediation plan", "Proposed wording", "Open questions", "Assumptions and limits", "Signature",
    ]  # fmt: skip


def test_the_cover_names_client_document_version_fingerprint_and_who_made_it():
    told = words(body(_report(), GAP).find(f".//{W}tbl")).split("\n")
    assert dict(zip(told[::2], told[1::2], strict=True)) == {
        "委托人": "某某公司",
        "评估对象": "《会员隐私说明》",
        "版本": "第1版；2026年11月15日收到版",
        "文件名": "d1.txt",
        "SHA-256": "ab" * 32,
        "律师事务所": "某某律师事务所",
        "评估人": "林若水",
        "复核人": "周行",
        "编号": "M-1",
        "日期": "2026年11月22日",
        "状态": "草稿，签署后生效",
        "保密提示": "保密文件，仅供委托人内部使用",
    }


def test_the_document_control_tells_version_day_author_and_change():
    assert _rows(body(_report(), GAP), "变更说明")[1] == ["1.0", "2026年11月22日", "林若水", "首次出具，针对文件第1版"]


def test_the_contents_lead_to_every_section_by_the_number_it_has():
    made = body(_report(), GAP)
    entries = [mark.getparent().getparent() for mark in made.iterfind(f".//{W}pStyle[@{W}val='TOC1']")]
    assert [words(one) for one in entries][:3] == ["一、概述", "二、评估范围与依据", "三、评估方法与风险判定准则"]
    assert words(entries[-1]) == "附件　文本全文及问题位置"
    named = {mark.get(f"{W}name") for mark in made.iter(f"{W}bookmarkStart")}
    assert {link.get(f"{W}anchor") for link in made.iter(f"{W}hyperlink")} <= named
    codes = [code.text.split()[0] for code in made.iter(f"{W}instrText")]
    assert codes == ["TOC"]


def test_the_english_contents_are_numbered_as_the_headings_are():
    made = body(_report(language="en"), GAP)
    told = [words(mark.getparent().getparent()) for mark in made.iterfind(f".//{W}pStyle[@{W}val='TOC2']")]
    assert told[:2] == ["1.1 To be decided first", "1.2 Counts by severity"]


def test_the_checklist_tells_what_should_be_there_by_what_and_where():
    assert _rows(body(_report(), GAP), "应载明的内容") == [
        ["序号", "应载明的内容", "法律依据", "现状", "建议位置"],
        ["4", "标题4", "《个人信息保护法》第六条", "未载明", "置于“三”之后"],
    ]


def test_the_plan_has_what_stands_and_room_for_who_and_when():
    notes = (
        note(1, "您的借阅记录", owner="数据合规部", due="2026-12-31", status=Status.IN_PROGRESS),
        note(2, "请到前台询问"),
        note(3, status=Status.RESOLVED),
    )
    assert _rows(body(_report(*notes), GAP), "整改措施") == [
        ["序号", "等级", "问题", "整改措施", "负责人", "期限", "状态"],
        ["1", "中", "标题1", "整改办法1", "数据合规部", "2026年12月31日", "处理中"],
        ["2", "中", "标题2", "整改办法2", "〔待填〕", "〔待填〕", "待处理"],
    ]


def test_the_scale_says_what_each_rating_means_and_asks_for():
    rows = _rows(body(_report(), GAP), "判定准则")
    assert [row[0] for row in rows] == ["等级", "严重风险", "高风险", "中风险", "低风险", "提示"]
    assert all(cell for row in rows for cell in row)


def test_the_appendix_holds_the_whole_text_with_numbers_at_the_words():
    value = _report()
    made = body(value, GAP)
    told = words(made).rpartition("附件　文本全文及问题位置")[2]
    assert "我们可以将您的信息用于任何我们认为合适的用途[2]。" in told
    assert "不对应具体文字的问题：4" in told
    for line in ("会员隐私说明", "三、联系我们", "2、您的借阅记录。"):
        assert line in told


def test_a_long_policy_comes_along_only_when_it_is_asked_for():
    assert "annotated" in sections_of("gap")
    assert "annotated" not in sections_of("memo")
    assert "附件　文本全文" not in words(body(report(*review()), GAP))


def test_outsiders_get_a_cover_without_client_and_people():
    notes = [replace(item, visibility=Visibility.OUTSIDE) for item in review()]
    told = words(body(_report(*notes, profile="outside"), GAP))
    for absent in ("某某公司", "林若水", "周行", "M-1", "整改计划", "严重", "判定准则"):
        assert absent not in told
    assert "某某律师事务所" in told


def test_the_report_calls_itself_a_report():
    told = words(body(_report(), GAP))
    assert "本备忘录" not in told
    assert "本报告仅供收件人" in told
    assert "memorandum" not in words(body(_report(language="en"), GAP))


@pytest.mark.parametrize("section", [section.name for section in SECTIONS])
@pytest.mark.parametrize("product", ["memo", "gap"])
def test_any_section_can_stand_alone(section, product):
    made = body(_report(), Plan(product, sections=(section,)))
    assert len(made.find(f"{W}body")) > 2


def test_sections_stand_in_the_order_asked_for():
    made = body(_report(), Plan("memo", sections=("limits", "questions", "findings")))
    assert headings(made) == ["假设与限制", "待确认事项", "逐条意见"]


def test_every_section_has_a_name_in_both_languages_and_every_product_knows_its_own():
    names = {section.name for section in SECTIONS}
    assert len(names) == len(SECTIONS)
    assert all(section.english and section.chinese for section in SECTIONS)
    for product in ("memo", "gap"):
        assert set(sections_of(product)) <= names


def test_a_matter_that_names_a_law_gets_its_banner():
    matter = replace(FULL, confidentiality="US")
    options = ReportOptions(now=NOW, profile=Visibility.CLIENT, language="en")
    told = words(body(assemble(matter, [reviewed(review())], options), GAP))
    assert "Privileged & Confidential – Attorney-Client Communication – Attorney Work Product" in told


def test_nothing_of_ours_says_contrary_to_law_or_uses_the_marks_of_state_secrets():
    room = Path(__file__).parents[2] / "export"
    for path in [*(room / "memo").glob("*words.py"), room / "wording.py"]:
        told = path.read_text(encoding="utf-8")
        for word in ("密级", "机密", "绝密", "违反"):
            assert word not in told, (path.name, word)
