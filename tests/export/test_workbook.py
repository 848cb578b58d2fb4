"""The issue list as a workbook, read back by a library that shares no code with the one that wrote it."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from annotations.marks import field_mark
from annotations.model import Matter, Severity, Status, Visibility
from export.report import ReportOptions, assemble
from export.sheets.cells import MOST, acts_as_formula, as_plain_text, fitted
from export.sheets.columns import NOTE
from export.sheets.heights import height, lines
from export.sheets.table_sheet import HEADS
from export.sheets.workbook import workbook
from tests.export.memo_case import NOW, note, parts, report, review, reviewed

DANGEROUS = ('=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "\ufeff=1", "\n=1")


def read(value, author="A. Okafor"):
    data, _cut = workbook(value, author)
    return load_workbook(io.BytesIO(data))


def rows(sheet):
    """The rows under the heads by the hidden names of their columns."""
    names = [cell.value for cell in sheet[HEADS]]
    return [dict(zip(names, (cell.value for cell in row), strict=True)) for row in sheet.iter_rows(min_row=HEADS + 2)]


def test_each_finding_has_one_row_and_one_home() -> None:
    book = read(report(*review(), profile="internal"))
    assert book.sheetnames == ["概览", "问题清单", "缺失条款", "待确认事项", "无异议条款"]
    assert [row["number"] for row in rows(book["问题清单"])] == [2, 1, 3]
    assert [row["number"] for row in rows(book["缺失条款"])] == [4]
    assert [row["number"] for row in rows(book["无异议条款"])] == [5]
    assert [row["question"] for row in rows(book["待确认事项"])] == ["通讯录上传到哪里？"]


def test_a_row_says_what_the_finding_says() -> None:
    (row,) = (row for row in rows(read(report(*review()))["问题清单"]) if row["number"] == 2)
    assert row["severity"] == "严重"
    assert row["quote"] == "我们可以将您的信息用于任何我们认为合适的用途"
    assert row["proposed_wording"] == "我们仅将您的信息用于下列用途。\n用途变更的，另行取得同意。"
    assert row["status"] == "待处理"
    assert row["response"] is None


def test_the_heads_stay_are_repeated_on_paper_and_can_be_filtered() -> None:
    sheet = read(report(*review()))["问题清单"]
    last = sheet.max_row
    assert sheet.freeze_panes == f"D{HEADS + 2}"
    assert re.fullmatch(rf"A{HEADS + 1}:[A-Z]+{last}", sheet.auto_filter.ref)
    assert sheet.print_title_rows == f"${HEADS + 1}:${HEADS + 1}"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0
    assert all(cell.alignment.wrap_text for cell in sheet[HEADS + 2][:4])
    assert "&P" in sheet.oddFooter.right.text


@pytest.mark.parametrize(
    ("language", "answers"),
    [("zh", "同意,部分同意,不同意,待讨论"), ("en", "Agreed,Agreed in part,Not agreed,To discuss")],
)
def test_the_client_chooses_from_lists(language: str, answers: str) -> None:
    sheet = read(report(*review(), language=language)).worksheets[1]
    names = {cell.value: cell.column_letter for cell in sheet[HEADS]}
    lists = {
        str(rule.sqref).split(":")[0].rstrip("0123456789"): rule.formula1
        for rule in sheet.data_validations.dataValidation
    }
    assert lists[names["response"]] == f'"{answers}"'
    assert {names["status"], names["severity"]} <= set(lists)


def test_the_marks_of_rows_and_names_of_columns_are_hidden_and_tell_nobody_anything() -> None:
    value = report(*review())
    sheet = read(value)["问题清单"]
    names = [cell.value for cell in sheet[HEADS]]
    assert sheet.row_dimensions[HEADS].hidden
    assert names[-1] == "mark"
    assert sheet.column_dimensions[sheet.cell(HEADS, len(names)).column_letter].hidden
    assert [row["mark"] for row in rows(sheet)] == [field_mark(item.mark, NOTE) for item in value.on_the_text]
    told = b"".join(parts(workbook(value)[0]).values()).decode()
    assert not [item.uid for item in value.findings if item.uid in told]


def test_the_severity_is_a_word_on_its_colour_and_a_changed_word_changes_it() -> None:
    sheet = read(report(*review()))["问题清单"]
    place = [cell.value for cell in sheet[HEADS]].index("severity")
    first = sheet[HEADS + 2][place]
    assert (first.value, first.fill.fgColor.rgb[2:]) == ("严重", "C00000")
    rules = [rule for found in sheet.conditional_formatting for rule in found.rules]
    assert {rule.formula[0] for rule in rules} == {'"严重"', '"高"', '"中"', '"低"', '"提示"'}


def test_the_summary_has_the_counts_and_a_native_chart_of_them() -> None:
    data, _ = workbook(report(*review()))
    chart = parts(data)["xl/charts/chart1.xml"].decode()
    assert "概览!$A$" in chart
    assert "概览!$B$" in chart
    assert 'lang="zh-CN"' in chart
    assert re.search(r'descr="[^"]*严重风险 1', parts(data)["xl/drawings/drawing1.xml"].decode())
    said = [
        str(cell.value) for row in load_workbook(io.BytesIO(data))["概览"].iter_rows() for cell in row if cell.value
    ]
    assert any(words.startswith("本政策存在1项严重风险") for words in said)


def test_outsiders_get_no_rating_no_chart_and_not_even_the_names_of_such_columns() -> None:
    told = tuple(replace(item, visibility=Visibility.OUTSIDE) for item in review())
    data, _ = workbook(report(*told, profile="outside", matter=Matter(client="某公司", confidentiality="只给自己看")))
    book = load_workbook(io.BytesIO(data))
    assert not [name for name in parts(data) if "chart" in name]
    names = {cell.value for cell in book.worksheets[1][HEADS]}
    assert names == {
        "number",
        "clause",
        "title",
        "quote",
        "legal_basis",
        "proposed_wording",
        "response",
        "response_note",
        "mark",
    }
    words = " ".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)
    for secret in ("严重", "高", "某公司", "只给自己看", "问题之描述", "整改办法", "HOUSE-7"):
        assert secret not in words


@pytest.mark.parametrize("text", DANGEROUS)
def test_nothing_anybody_wrote_becomes_a_formula(text: str) -> None:
    data, _ = workbook(report(note(1, "您的借阅记录", title=text, issue=text, recommendation=text, owner=text)))
    assert not [name for name, part in parts(data).items() if name.startswith("xl/worksheets") and b"<f>" in part]
    sheet = load_workbook(io.BytesIO(data)).worksheets[1]
    place = [cell.value for cell in sheet[HEADS]].index("issue")
    told = sheet[HEADS + 2][place]
    assert told.data_type == "s"
    assert told.quotePrefix, "written into again it would be one"
    assert acts_as_formula(text)
    assert as_plain_text(text).startswith("'")


def test_words_are_no_formula_for_having_a_sign_within() -> None:
    assert not any(map(acts_as_formula, ("a=b", "第1条 - 收集", "", "1-2", "《法》＝", "(=)")))


def test_what_no_cell_holds_is_cut_with_a_sentence_and_told() -> None:
    value = report(note(1, "您的借阅记录", issue="字" * 50_000), note(2, "请到前台询问", issue="😀" * 20_000))
    data, cut = workbook(value)
    assert cut == {item.uid for item in value.findings}
    for row in rows(load_workbook(io.BytesIO(data)).worksheets[1]):
        assert len(row["issue"].encode("utf-16-le")) // 2 <= MOST
        assert row["issue"].endswith("此处截断，全文见备忘录。〕")


@pytest.mark.parametrize("size", [MOST - 1, MOST, MOST + 1])
def test_a_text_is_cut_only_where_it_must_be(size: int) -> None:
    told, was_cut = fitted("a" * size, "en")
    assert was_cut == (size > MOST)
    assert len(told) == min(size, MOST)


def test_characters_that_xml_cannot_hold_and_all_others_go_as_they_can() -> None:
    kept = "שלום مرحبا 👩‍👩‍👧 𠮷野 _x0041_ <b>&amp;"
    sheet = read(report(note(1, "您的借阅记录", issue=f"{kept}\x00\ud800")))["问题清单"]
    assert rows(sheet)[0]["issue"] == f"{kept}\ufffd\ufffd"


def test_an_empty_matter_gives_an_empty_list_that_says_so() -> None:
    book = read(report())
    assert book["问题清单"]["A2"].value
    assert rows(book["缺失条款"]) == []


def test_the_same_report_gives_the_same_bytes_and_no_time_of_the_machine() -> None:
    data, _ = workbook(report(*review()), "某律师")
    assert workbook(report(*review()), "某律师")[0] == data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    core = parts(data)["docProps/core.xml"].decode()
    assert re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core) == ["2026-11-22T15:30:00Z"] * 2
    assert "<dc:language>zh-CN</dc:language>" in core
    assert "某律师" in core


def test_several_documents_are_told_apart() -> None:
    second = note(7, "您的借阅记录", document="d2", severity=Severity.LOW, status=Status.RESOLVED)
    value = assemble(
        Matter(),
        [reviewed(review()), reviewed((second,), uid="d2", title="儿童隐私说明")],
        ReportOptions(now=NOW, language="zh"),
    )
    told = {row["number"]: row["document"] for row in rows(read(value)["问题清单"])}
    assert told[7] == "《儿童隐私说明》"
    assert told[1] == "《会员隐私说明》"


def test_five_thousand_findings_have_five_thousand_rows() -> None:
    many = [note(number, severity=list(Severity)[number % 5], issue=f"第{number}项") for number in range(1, 5001)]
    value = report(*many)
    sheet = parts(workbook(value)[0])["xl/worksheets/sheet2.xml"]
    assert len(re.findall(rb"<row r=", sheet)) == HEADS + 1 + 5000
    assert len({item.mark for item in value.findings}) == 5000


def test_a_row_is_as_high_as_its_fullest_cell() -> None:
    assert lines("", 10) == 1
    assert lines("a\nb\nc", 10) == 3
    assert lines("个" * 40, 20) > lines("a" * 40, 20)
    assert height([("a\nb\nc", 10), ("a", 10)], "en") > height([("a", 10)], "en")
    assert height([("a\n" * 500, 10)], "zh") == 409.0
