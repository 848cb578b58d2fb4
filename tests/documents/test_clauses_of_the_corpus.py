"""The clause trees of real policies, each checked by eye against its text, pinned by counts and addresses alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from documents.model import ClausePart
from documents.reader import open_document

# file, all clauses, those with a number, those at the top, levels, some addresses
CHECKED = [
    ("policies/zh/feji08_隐私政策.md", (40, 18, 9, 3), ["1.3", "四", "1.1", "五.4"]),
    (
        "policies/encodings/amap_gbk.txt",
        (229, 132, 12, 4),
        ["二（二）1", "四（二）1（11）", "九（三）2", "二（一）2（1）"],
    ),
    ("docx/zh-policies/mywork_会员注册协议.docx", (66, 60, 14, 3), ["3.4", "第6条.2", "第13条", "第12条.2（6）"]),
    ("docx/zh-policies/tongchuangzaixian_用户协议.docx", (115, 19, 18, 3), []),
    ("docx/zh-policies/zirui6.github.io_隐私政策.docx", (72, 26, 10, 3), ["二", "四", "八", "1.1", "7.3"]),
    ("policies/en/CommonPaper_CSA.md", (120, 120, 13, 3), ["5.2", "10", "13.34", "2.1.a", "9.5.b"]),
    ("policies/en/CommonPaper_DPA.md", (75, 75, 11, 4), ["2.6.d", "7", "11.20", "3.2.c.vi", "7.2.b"]),
    ("policies/en/github-terms-of-service.md", (158, 66, 21, 3), ["B.4", "G.3", "R.6", "A.1"]),
    (
        "policies/en-contracts/1138120_2003-04-23_SEVERANCE_AGREEMENT.txt",
        (62, 50, 12, 4),
        ["1.2(b)", "3", "10.2", "1.2(a)(i)", "4.2(c)(iv)"],
    ),
    ("docx/superdoc/Nda_Formatted_Doc.docx", (38, 14, 12, 2), ["3", "4", "10", "3.1", "3.4"]),
    ("policies/de/ota_grosshandel.eu_Terms_of_Service.md", (94, 83, 14, 3), ["§ 3.1", "§ 5.5", "§ 12.3"]),
    ("policies/zh/QingYingX-Bot_服务条款.md", (23, 16, 5, 3), ["一.3", "二.2", "三.4", "四.2"]),
    ("policies/zh/hadoophu_服务条款.txt", (21, 15, 8, 2), ["二.3", "三.2", "五.1", "七"]),
    ("policies/zh/feji08_用户协议.md", (52, 19, 10, 3), ["2.2", "3.1", "4.4", "6.2", "九"]),
    ("policies/zh/jones2000_用户协议.txt", (34, 31, 7, 3), ["三.2（3）", "三.3（5）", "四.2（2）", "六.4"]),
    ("policies/zh/liTao-leven_隐私政策.md", (174, 84, 9, 4), ["二（一）3", "二.1（第2处）", "三（一）4", "八.1"]),
    (
        "policies/en/ota_ChatGPT_Terms_of_Service.md",
        (154, 29, 15, 4),
        ["Who we are", "Service terms 3(c)", "For Users of GPTs (d)", "Service terms 12"],
    ),
    ("policies/en/papertrail_employee-nda.md", (77, 73, 2, 4), ["1.9", "2.3.6", "5.5.3", "20.3", "23"]),
    ("policies/en/ota_Discord_Community_Guidelines.md", (44, 26, 4, 3), ["11", "13", "27", "Respect Discord"]),
    ("policies/de/ota_Finya_Terms_of_Service.md", (87, 64, 12, 3), ["1.5", "4.11", "9.1.5", "9.9", "12.4"]),
    (
        "pdf/policies/wangfulinflying_用户协议.pdf",
        (112, 109, 15, 3),
        ["一.3", "四.2（3）", "五.2(10)", "十二.7(2)", "十四.4"],
    ),
    ("docx/zh-policies/FittingRoomAI_隐私政策.docx", (36, 8, 9, 2), ["三 表1", "五 末段", "八"]),
    ("policies/zh-html/zirui6_用户协议.html", (71, 20, 12, 3), ["1.3", "3.2 第2点", "五", "文末"]),
    ("policies/en/github_Balanced_Employee_IP_Agreement.md", (18, 10, 10, 2), ["3(b)", "8", "Closing"]),
    ("policies/ja/datasign-inc_利用規約.md", (116, 116, 26, 3), ["第8条.3.6", "第11条.1.15", "第15条.2.5", "第26条"]),
    ("policies/ja/kazuki19992_terms.md", (95, 61, 17, 3), ["第4条", "第7条.2", "第16条.2"]),
]


@pytest.mark.corpora
@pytest.mark.parametrize(("name", "counts", "addresses"), CHECKED)
def test_the_tree_of_a_real_policy_is_the_one_that_was_checked(
    shared: Path, name: str, counts: tuple[int, ...], addresses: list[str]
) -> None:
    found = open_document(shared / "corpora" / name).clauses
    labelled = sum(one.part is ClausePart.NUMBERED and bool(one.label) for one in found)
    top = sum(one.level == 1 for one in found)
    assert (len(found), labelled, top, max(one.level for one in found)) == counts
    assert set(addresses) <= {one.address for one in found}


def p(words: str, *, bold: str = "") -> str:
    lead = f"<w:r><w:rPr><w:b/></w:rPr><w:t xml:space='preserve'>{bold}</w:t></w:r>" if bold else ""
    return f"<w:p>{lead}<w:r><w:t xml:space='preserve'>{words}</w:t></w:r></w:p>"


def tree(data: bytes, name: str = "") -> list[tuple[int, str, str]]:
    return [(one.level, one.address, one.title) for one in open_document(data, name=name).clauses]


LONG = "This paragraph says at some length what its heading promises, and ends in a full stop."


def test_bold_paragraphs_are_headings_where_a_word_file_has_none(make_docx) -> None:
    body = p("", bold="The terms") + p(LONG)
    body += p("", bold="Your duties:") + p("1. Pay.") + p("2. Wait.") + p("", bold="Our duties") + p(LONG)
    assert tree(make_docx(p("Dear reader, welcome to this.") + body))[1:] == [
        (1, "The terms", "The terms"),
        (1, "Your duties", "Your duties"),
        (2, "Your duties 1", "Pay."),
        (2, "Your duties 2", "Wait."),
        (1, "Our duties", "Our duties"),
    ]


def test_bold_words_that_open_paragraphs_are_headings_that_run_in(make_docx) -> None:
    body = "".join(p(LONG, bold=f"{name}. ") for name in ("Term", "Payment", "Law")) + p(LONG)
    found = tree(make_docx(p("Dear reader, welcome to this.") + body))
    assert [(level, title) for level, _, title in found if level == 1][1:] == [
        (1, "Term."),
        (1, "Payment."),
        (1, "Law."),
    ]


def test_bold_words_divide_nothing_that_numbers_divide(make_docx) -> None:
    body = "".join(p("") + p("", bold=f"{number}. Heading") + p(LONG) for number in (1, 2, 3, 4))
    body += p("", bold="Note well") + p(LONG)
    found = tree(make_docx(body))
    assert [address for level, address, _ in found if level == 1] == ["1", "2", "3", "4"]


def test_a_japanese_article_bears_its_heading_in_brackets() -> None:
    text = "利用規約\n\n第1条（適用）\n\n本規約は全員に適用します。\n\n第2条（登録）\n\n第1条（適用）に従います。\n"
    assert tree(text.encode()) == [(1, "第1条", "（適用）"), (1, "第2条", "（登録）")]


def test_a_table_of_empty_cells_is_no_clause(make_docx) -> None:
    frame = "<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    assert [one[1] for one in tree(make_docx(p("1. One") + p(LONG) + frame + p("2. Two") + p(LONG)))] == ["1", "2"]


def test_a_heading_that_only_tells_a_date_opens_no_clause() -> None:
    text = f"# Guidelines\n\n#### Effective: September 29, 2025\n\n#### Last Updated: August 29, 2025\n\n{LONG}\n"
    found = tree(f"{text}\n## Respect\n\n{LONG}\n\n## Updates of 2025\n\n{LONG}\n".encode(), "policy.md")
    assert [address for level, address, _ in found if level == 1] == ["Preamble", "Respect", "Updates of 2025"]


def test_sub_clauses_that_markdown_takes_for_code_are_clauses() -> None:
    items = "\n\n".join(f"    2.1.{at}.  all notes, records and other papers of it." for at in (2, 3))
    text = f"# Secrets\n\n1.  Scope\n\n{LONG}\n\n2.  Terms\n\n2.1.  Secrets:\n\n2.1.1.  {LONG}\n\n{items}\n"
    assert [address for _, address, _ in tree(text.encode(), "policy.md")][-3:] == ["2.1.1", "2.1.2", "2.1.3"]


def test_code_stays_code() -> None:
    text = f"# Guide\n\n1. Scope\n\n{LONG}\n\n    2.1.2\n    x = y\n\n## More\n\n{LONG}\n"
    assert not any(address.startswith("2.1") for _, address, _ in tree(text.encode(), "policy.md"))
