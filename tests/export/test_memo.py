"""The memo as a Word file: its sections, its words, its craft."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from lxml import etree

from annotations.model import Assessment, Matter, Severity, Status, Visibility
from export.memo.document import memo
from export.memo.layout import Plan
from export.report import ReportOptions, assemble
from tests.export.memo_case import CHINESE, NOW, W, body, headings, note, parts, report, review, reviewed, words

FULL = Matter(
    client="某某公司",
    addressee="法务部",
    matter_number="M-1",
    reviewer="林若水",
    firm="某某律师事务所",
    partner="周行",
    licence_number="12345",
    confidentiality="仅供某某公司使用",
)


def test_the_chinese_memo_gives_its_conclusion_first() -> None:
    assert headings(body(report(*review(), profile="internal"))) == [
        "审查结论",
        "审查范围与依据",
        "风险分布",
        "主要风险及建议",
        "逐条意见",
        "缺失条款",
        "经审查无异议的条款",
        "建议表述",
        "待确认事项",
        "假设与限制",
    ]


def test_the_english_memo_opens_with_question_and_answer() -> None:
    assert headings(body(report(*review(), profile="internal", language="en"))) == [
        "Question presented",
        "Brief answer",
        "Scope and documents reviewed",
        "How the risks are spread",
        "Table of findings",
        "Findings in detail",
        "Missing disclosures",
        "Clauses reviewed without objection",
        "Proposed wording",
        "Open questions",
        "Assumptions and limits",
    ]


def test_a_review_without_notes_says_so_and_leaves_out_empty_sections() -> None:
    made = body(report())
    assert headings(made) == ["审查结论", "审查范围与依据", "主要风险及建议", "假设与限制"]
    assert "本次审查未提出问题。" in words(made)
    assert "未发现影响发布的问题。" in words(made)


def test_the_heading_block_names_everybody_who_is_known() -> None:
    told = words(body(report(matter=FULL)).find(f".//{W}tbl")).split("\n")
    assert dict(zip(told[::2], told[1::2], strict=True)) == {
        "致": "某某公司　法务部",
        "自": "某某律师事务所　林若水",
        "复核": "周行",
        "日期": "2026年11月22日",
        "编号": "M-1",
        "事由": "《会员隐私说明》（2026年11月15日收到版）合规审查",
        "保密": "仅供某某公司使用",
    }


def test_what_a_memo_cannot_do_without_is_a_visible_blank() -> None:
    told = words(body(report()).find(f".//{W}tbl")).split("\n")
    assert told[told.index("致") + 1] == "〔待填〕"
    assert "编号" not in told


def test_an_internal_memo_warns_against_sending_it_out() -> None:
    headers = parts(memo(report(*review(), matter=FULL, profile="internal")))["word/header2.xml"].decode()
    assert "内部版：含内部批注，请勿外发；仅供某某公司使用" in headers


def test_the_table_has_a_row_for_each_finding_with_every_cell_filled() -> None:
    made = body(report(*review(), profile="internal"))
    table = _table(made, "序号")
    rows = [[words(cell) for cell in row.iterfind(f"{W}tc")] for row in table.iterfind(f"{W}tr")]
    assert [row[0] for row in rows[1:]] == ["2", "1", "4", "3"]
    assert all(cell.strip() for row in rows for cell in row)
    assert rows[1][1] == "二 首段" or rows[1][1].startswith("二")
    assert "我们可以将您的信息用于任何我们认为合适的用途" in rows[1][2]
    assert "标题2" in rows[1][3]


def test_the_page_is_turned_for_the_table_unless_findings_are_few() -> None:
    few, many = (body(report(*(note(number) for number in range(1, count)))) for count in (5, 6))
    assert few.find(f".//{W}pgSz[@{W}orient='landscape']") is None
    turned = [size.get(f"{W}orient", "") for size in many.iter(f"{W}pgSz")]
    assert turned == ["", "landscape", ""]
    assert [words(cell) for cell in _table(many, "序号").find(f"{W}tr").iterfind(f"{W}tc")] == [
        "序号", "条款", "原文", "问题", "法律依据", "等级", "建议",
    ]  # fmt: skip


def test_rows_do_not_split_and_header_rows_are_repeated() -> None:
    made = body(report(*review(), profile="internal"))
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in made.iter(f"{W}tr"))
    for head in ("序号", "等级"):
        first, second, *_ = _table(made, head).iterfind(f"{W}tr")
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
        assert second.find(f"{W}trPr/{W}tblHeader") is None


def test_every_finding_is_told_in_full_once_under_its_own_number() -> None:
    made = body(report(*review(), profile="internal"))
    told = headings(made, "FindingHeading")
    assert [line.split("　")[0] for line in told] == ["问题2", "问题1", "问题3", "问题4"]
    assert told[0].endswith("\u00a0严重风险\u00a0")
    assert words(made).count("可能被责令改正。") == 1


def test_the_words_in_question_are_marked_in_their_paragraph() -> None:
    made = body(report(*review()))
    quote = next(one for one in _styled(made, "Quote") if "通讯录" in words(one))
    styles = {
        "".join(text.text or "" for text in piece.iter(f"{W}t")): piece.find(f".//{W}rStyle").get(f"{W}val")
        for piece in quote.iterfind(f"{W}r")
    }
    assert styles["我们也会读取您的通讯录"] == "Marked"
    assert styles["。"] == "Context"


def test_wording_stands_with_its_finding_where_the_report_has_no_place_of_its_own_for_it() -> None:
    plan = Plan(sections=("findings", "missing"))
    made = body(report(*review()), plan)
    assert "插入位置 置于“三”之后" in words(made)
    assert [words(one) for one in _styled(made, "ProposedWording")] == [
        "我们仅将您的信息用于下列用途。",
        "用途变更的，另行取得同意。",
        "保存期限为一年。",
    ]


def test_wording_stands_beside_the_text_it_is_for() -> None:
    rows = _rows(_table_with(body(report(*review())), "现行表述"))
    assert rows == [
        ["序号", "条款", "现行表述", "建议表述"],
        ["2", "二", "我们可以将您的信息用于任何我们认为合适的用途",
         "我们仅将您的信息用于下列用途。\n用途变更的，另行取得同意。"],
        ["4", "全文", "（新增内容）\n置于“三”之后", "保存期限为一年。"],
    ]  # fmt: skip


def test_a_redline_holds_both_texts_and_marks_what_differs() -> None:
    item = note(1, "请到前台询问", proposed_wording="请到服务台询问或者来信")
    made = _table_with(body(report(item), Plan(redline="redline")), "修订对照")
    told = [
        ("".join(text.text for text in piece.iter(f"{W}t")), style.get(f"{W}val") if style is not None else "")
        for piece in list(made.iter(f"{W}tc"))[-1].iter(f"{W}r")
        for style in [piece.find(f"{W}rPr/{W}rStyle")]
    ]
    assert "".join(text for text, style in told if style != "Inserted") == "请到前台询问"
    assert "".join(text for text, style in told if style != "Deleted") == "请到服务台询问或者来信"
    assert {style for _, style in told} == {"", "Deleted", "Inserted"}


def test_wording_that_says_the_words_go_is_no_wording_of_a_redline() -> None:
    item = note(1, "请到前台询问", proposed_wording="（本项删除。）")
    made = _table_with(body(report(item), Plan(redline="redline")), "修订对照")
    styles = [style.get(f"{W}val") for style in list(made.iter(f"{W}tc"))[-1].iter(f"{W}rStyle")]
    assert styles == ["Deleted", "Context"]


def test_an_english_memo_on_a_chinese_policy_quotes_it_with_the_translation_below() -> None:
    english = {"title": "Open-ended purposes", "issue": "No purpose is named."}
    item = note(
        1,
        "我们可以将您的信息用于任何我们认为合适的用途",
        quote_translation="We may use your data for any purpose that we think fit",
        translations={"en": english},
        category="使用与自动化决策",
    )
    value = report(item, language="en", profile="client")
    told = words(body(value))
    quote, translation = (_styled(body(value), style) for style in ("Quote", "QuoteTranslation"))
    assert "我们可以将您的信息用于任何我们认为合适的用途" in words(quote[0])
    assert words(translation[0]) == "Translation: We may use your data for any purpose that we think fit"
    assert "Open-ended purposes" in told
    assert "Category: Use\u00a0and\u00a0automated\u00a0decisions" in told
    assert any("the original prevails" in line for line in value.limits)


def test_a_report_in_the_policys_own_language_says_nothing_of_translations() -> None:
    assert not any("译文" in line for line in report(*review()).limits)


def test_a_place_for_new_words_is_told_of_any_note_that_has_one() -> None:
    item = note(1, "请到前台询问", insert_after="二", proposed_wording="补充")
    assert "插入位置 置于“二”之后" in words(body(report(item)))


def test_every_reference_leads_to_a_finding_told_in_full() -> None:
    made = body(report(*review(), profile="internal"))
    named = {mark.get(f"{W}name") for mark in made.iter(f"{W}bookmarkStart")}
    codes = [field.get(f"{W}instr").split() for field in made.iter(f"{W}fldSimple")]
    led = {code[1] for code in codes if code[0] == "REF"}
    assert led <= named
    assert len([name for name in led if name.startswith("_n")]) == 4
    numbers = [mark.get(f"{W}id") for mark in made.iter(f"{W}bookmarkStart")]
    assert len(set(numbers)) == len(numbers)


def test_what_a_reference_shows_is_what_its_bookmark_holds() -> None:
    made = body(report(*review(), profile="internal"))
    held = {mark.get(f"{W}name"): mark for mark in made.iter(f"{W}bookmarkStart")}
    for field in made.iter(f"{W}fldSimple"):
        code = field.get(f"{W}instr").split()
        if code[0] == "REF":
            shown = "".join(text.text for text in field.iter(f"{W}t"))
            following = held[code[1]].getnext()
            assert shown == "".join(text.text for text in following.iter(f"{W}t"))


def test_a_reference_to_a_section_that_was_left_out_is_words_alone() -> None:
    made = body(report(*review()), Plan(sections=("table", "plan")))
    assert not [one for one in made.iter(f"{W}fldSimple") if "REF" in one.get(f"{W}instr")]
    assert [row[0] for row in _rows(_table_with(made, "原文"))[1:]] == ["2", "1", "4"]


def test_numbers_of_the_bar_are_the_numbers_of_the_findings() -> None:
    made = body(report(*review()))
    bar = next(
        table for table in made.iter(f"{W}tbl") if table.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val") == "BarTable"
    )
    assert words(bar).split() == ["1", "2"]
    fills = [shade.get(f"{W}fill") for shade in bar.iterfind(f".//{W}tcPr/{W}shd")]
    assert fills == ["C00000", "F4B183"]
    assert bar.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val") == "严重 1　高 2"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_severity_is_never_a_colour_alone(language: str) -> None:
    made = body(report(*review(), profile="internal", language=language))
    for piece in made.iter(f"{W}r"):
        style = piece.find(f"{W}rPr/{W}rStyle")
        if style is not None and style.get(f"{W}val").startswith("Severity"):
            assert "".join(text.text or "" for text in piece.iter(f"{W}t")).strip()


@pytest.mark.parametrize(("profile", "absent"), [
    ("internal", ["客户私下说不会改"]),
    ("client", ["客户私下说不会改", "HOUSE-7", "内部版"]),
    ("outside", ["客户私下说不会改", "HOUSE-7", "严重", "高风险", "问题之描述", "整改办法", "可能被责令改正",
                 "林若水", "周行", "某某公司", "M-1"]),
])  # fmt: skip
def test_no_part_of_the_file_holds_what_its_readers_must_not_see(profile: str, absent: list[str]) -> None:
    notes = [replace(item, visibility=Visibility.OUTSIDE) for item in review()]
    for name, data in parts(memo(report(*notes, matter=FULL, profile=profile))).items():
        if name != "word/styles.xml":
            for marker in absent:
                assert marker not in data.decode(), name


def test_fonts_are_named_for_chinese_and_no_theme_stands_in_for_them() -> None:
    styles = etree.fromstring(parts(memo(report(*review())))["word/styles.xml"])
    fonts = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")
    assert dict(fonts.attrib) == {f"{W}ascii": "Times New Roman", f"{W}hAnsi": "Times New Roman",
                                  f"{W}eastAsia": "宋体", f"{W}cs": "Times New Roman"}  # fmt: skip
    assert styles.find(f".//{W}lang").get(f"{W}eastAsia") == "zh-CN"
    heading = styles.find(f"{W}style[@{W}styleId='Heading1']")
    assert heading.find(f"{W}rPr/{W}rFonts").get(f"{W}eastAsia") == "黑体"
    text = styles.find(f"{W}style[@{W}styleId='BodyText']/{W}pPr/{W}ind")
    assert text.get(f"{W}firstLineChars") == "200"
    assert not [key for one in styles.iter(f"{W}rFonts") for key in one.attrib if "Theme" in key]


def test_the_look_is_in_styles_and_not_on_the_words() -> None:
    made = body(report(*review(), profile="internal"))
    direct = {child.tag for one in made.iter(f"{W}rPr") for child in one} - {f"{W}rStyle", f"{W}rFonts"}
    assert direct == set()
    used = {mark.get(f"{W}val") for mark in made.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
    styles = etree.fromstring(parts(memo(report()))["word/styles.xml"])
    assert used <= {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}


def test_page_numbers_are_fields_with_a_value_in_them() -> None:
    footer = etree.fromstring(parts(memo(report()))["word/footer1.xml"])
    assert [field.get(f"{W}instr").strip() for field in footer.iter(f"{W}fldSimple")] == ["PAGE", "NUMPAGES"]
    assert words(footer) == "第 1 页　共 1 页"
    assert words(etree.fromstring(parts(memo(report(language="en")))["word/footer1.xml"])) == "Page 1 of 1"


def test_no_field_changes_the_date() -> None:
    made = parts(memo(report(*review())))
    assert not any(b" DATE" in data or b" TIME" in data or b"updateFields" in data for data in made.values())


def test_the_properties_are_the_reviewers_and_the_moment_the_clocks() -> None:
    core = parts(memo(report(*review(), matter=FULL)))["docProps/core.xml"].decode()
    assert "<dc:title>《会员隐私说明》（2026年11月15日收到版）合规审查</dc:title>" in core
    assert "<dc:creator>林若水</dc:creator>" in core
    assert core.count("2026-11-22T15:30:00Z") == 2
    whole = b"".join(parts(memo(report())).values())
    assert b"python-docx" not in whole
    assert b"stylesWithEffects" not in whole


def test_the_same_report_gives_the_same_bytes() -> None:
    assert memo(report(*review(), matter=FULL)) == memo(report(*review(), matter=FULL))


def test_several_documents_each_have_their_own_part() -> None:
    second = reviewed((note(9, "请到前台询问", document="d2"),), CHINESE, "d2", "第二份")
    made = body(assemble(Matter(), [reviewed((note(1),)), second], ReportOptions(now=NOW)))
    assert headings(made, "Heading2")[-2:] == ["《会员隐私说明》", "《第二份》"]
    assert headings(made, "FindingHeadingBelow")
    assert "《会员隐私说明》和《第二份》合规审查" in words(made)
    assert "《第二份》" in words(_table(made, "序号"))


def test_a_status_other_than_open_stands_beside_the_rating() -> None:
    made = body(report(note(1, status=Status.RESOLVED, severity=Severity.LOW)))
    assert "已整改" in words(_table(made, "序号"))
    assert "状态：已整改" in words(made)


def test_a_sheet_of_quoted_words_is_shown_by_its_ends() -> None:
    text = "甲" + "乙" * 3000 + "丙"
    item = note(1, text, text=text)
    made = body(assemble(Matter(), [reviewed((item,), text)], ReportOptions(now=NOW)))
    told = "".join(words(one) for one in _styled(made, "Quote"))
    assert told.startswith("甲乙")
    assert told.endswith("乙丙")
    assert "〔……此处略去2,352字……〕" in told


def test_words_of_several_paragraphs_stay_several_paragraphs() -> None:
    span = "1、您注册时填写的手机号码、昵称等信息。为了方便联系，我们也会读取您的通讯录。\n\n2、您的借阅记录。"
    quotes = [words(one) for one in _styled(body(report(note(1, span))), "Quote")]
    assert quotes == span.split("\n\n")


def test_a_field_too_long_for_a_row_is_told_in_full_further_on() -> None:
    made = body(report(note(1, issue="长" * 5000)))
    cell = words(_table(made, "序号"))
    assert "……（详见问题1）" in cell
    assert cell.count("长") == 300
    assert words(made).count("长") == 5300


def test_odd_characters_do_no_harm() -> None:
    odd = note(
        1, title="要紧🧨\x00\x0b标题\ud83d", issue="一\x1f二\r\n三\t四\ufffe", category="<b>&", recommendation="x" * 900
    )
    told = words(body(report(odd)))
    assert "要紧🧨\ufffd 标题\ufffd" in told
    assert "<b>&" in told
    assert "一\ufffd二" in told


def test_a_note_without_title_and_words_still_has_its_place() -> None:
    bare = note(1, title="", issue="", legal_basis="", recommendation="", assessment=Assessment.QUESTION)
    made = body(report(bare))
    assert "（未加标题）" in headings(made, "FindingHeading")[0]
    assert all(cell[-1].tag == f"{W}p" for cell in made.iter(f"{W}tc"))


def test_a_source_to_be_verified_cannot_be_overlooked() -> None:
    made = body(report(note(1, legal_basis="某办法第一条〔须核实〕；《民法典》第一条")))
    marked = [piece for piece in made.iter(f"{W}r") if piece.find(f"{W}rPr/{W}rStyle[@{W}val='ToVerify']") is not None]
    assert {"".join(text.text for text in piece.iter(f"{W}t")) for piece in marked} == {"〔须核实〕"}


def test_no_word_of_the_interface_is_left_unfilled() -> None:
    for language in ("zh", "en"):
        for profile in ("internal", "client", "outside"):
            notes = [replace(item, visibility=Visibility.OUTSIDE) for item in review()]
            told = words(body(report(*notes, matter=FULL, profile=profile, language=language)))
            assert not re.search(r"\{\w+\}|None|Severity\.", told)


def test_an_english_memo_has_no_chinese_of_ours() -> None:
    item = note(
        1, language="en", title="Title", issue="Issue", legal_basis="PIPL Art. 6", recommendation="Mend it. Then go on."
    )
    made = report(item, language="en", profile="internal", matter=Matter(reviewer="A. Okafor"))
    plain = replace(made, documents=tuple(replace(text, title="Notice") for text in made.documents))
    told = words(body(replace(plain, findings=tuple(replace(one, clause="2") for one in made.findings))))
    assert not re.search(r"[\u3000-\u9fff\uff00-\uffef]", told)


def _table_with(made: etree._Element, head: str) -> etree._Element:
    return next(table for table in made.iter(f"{W}tbl") if head in words(table.find(f"{W}tr")).split("\n"))


def _rows(table: etree._Element) -> list[list[str]]:
    return [[words(cell) for cell in row.iterfind(f"{W}tc")] for row in table.iterfind(f"{W}tr")]


def _table(made: etree._Element, head: str) -> etree._Element:
    return next(table for table in made.iter(f"{W}tbl") if words(table).split("\n")[0] == head)


def _styled(made: etree._Element, style: str) -> list[etree._Element]:
    return [mark.getparent().getparent() for mark in made.iterfind(f".//{W}pStyle[@{W}val='{style}']")]
