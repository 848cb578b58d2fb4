"""The clause tree and the addresses lawyers cite."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from documents.clauses import address_of, clause_at, clause_tree
from documents.model import ClausePart, PolicyDocument, Span
from documents.reader import open_document

POLICY = """小径读书会隐私说明

      本说明介绍小径读书会如何对待读者的资料。请先读完再加入。

一、会收到哪些资料

入会时会请您填写一张表。

1、您填写的

•  姓名与电话。

• 读书偏好。

2、书店转来的

书店会转来借阅日期。

3、系统记下的。 包括下面几种:

• 登录时间。

• 设备型号。

4、伙伴提供的

合作的图书馆会提供借书证号。

二、怎样使用

1、通知活动;

2、改进书单;

3、统计人数。

上面的用途若有改变,会事先告知。

三、给谁看

下列情形会给别人看:

1、法院要求时,依法提供;

2、您同意时,给合作书店(例如城南书店);

• 合并时随之转移;
• 依法必须提供的情形;

四、怎样保管

资料放在上锁的柜子里。

五、退出

写信给管理员即可退出。

六、修改

说明会不时修改,继续参加即视为知悉

再看一眼"""

ADDRESSES = [
    *("前言", "一", "一 首段", "一.1", "一.1 第1点", "一.1 第2点", "一.2", "一.3", "一.3 第1点", "一.3 第2点", "一.4"),
    *("二", "二.1", "二.2", "二.3", "二 末段"),
    *("三", "三 首段", "三.1", "三.2", "三.2 第1点", "三.2 第2点", "四", "五", "六", "文末"),
]


def read(text: str, name: str = "policy.txt") -> PolicyDocument:
    return open_document(text.encode(), name=name)


def addresses(text: str, name: str = "policy.txt") -> list[str]:
    return [clause.address for clause in read(text, name).clauses]


def test_a_chinese_policy_gets_the_addresses_a_lawyer_would_cite() -> None:
    assert addresses(POLICY) == ADDRESSES


def test_a_clause_with_one_paragraph_takes_it_as_its_own_words() -> None:
    document = read(POLICY)
    fourth = next(clause for clause in document.clauses if clause.address == "四")
    assert fourth.own.of(document.text) == "四、怎样保管\n\n资料放在上锁的柜子里。"
    assert fourth.title == "怎样保管"


def test_a_clause_spans_its_sub_clauses_and_owns_only_its_heading() -> None:
    document = read(POLICY)
    second = next(clause for clause in document.clauses if clause.address == "二")
    assert second.own.of(document.text) == "二、怎样使用"
    assert second.span.of(document.text).endswith("会事先告知。")


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("姓名与电话", "一.1 第1点"),
        ("用途若有改变", "二 末段"),
        ("城南书店", "三.2"),
        ("再看一眼", "文末"),
        ("小径读书会隐私说明", "标题"),
        ("请先读完", "前言"),
    ],
)
def test_a_place_is_addressed_by_its_innermost_clause(words: str, address: str) -> None:
    document = read(POLICY)
    start = document.text.index(words)
    assert address_of(document, [Span(start, start + len(words))]) == address


def test_several_places_are_joined_in_order_and_none_is_the_whole_document() -> None:
    document = read(POLICY)
    spans = [Span(at, at + 2) for at in (document.text.index("再看"), document.text.index("改进"))]
    assert address_of(document, spans) == "二.2；文末"
    assert address_of(document, []) == "全文"
    assert address_of(document, [], "en") == "Whole document"


def test_an_english_memo_cites_a_chinese_policy_in_english() -> None:
    document = read(POLICY)
    start = document.text.index("合并时")
    assert address_of(document, [Span(start, start + 3)], "en") == "三.2, bullet 1"


def test_a_selection_over_two_clauses_names_both_ends() -> None:
    document = read(POLICY)
    span = Span(document.text.index("通知活动"), document.text.index("改进书单") + 2)
    assert address_of(document, [span]) == "二.1 至 二.2"


def test_between_clauses_the_clause_above_holds_and_before_the_first_none() -> None:
    document = read(POLICY)
    gap = document.text.index("\n\n1、您填写的") + 1
    found = clause_at(document, gap)
    assert found is not None
    assert found.address == "一"
    assert clause_at(document, 0) is None


ENGLISH = """Reading Circle Terms

These terms are made between the circle and each member.

1. Definitions

"Book" means any bound volume.

2. Membership

2.1 A member may:
(a) borrow books;
(b) attend meetings, provided that
(i) the member has paid; and
(ii) the room is not full; and
(c) vote.
2.2 A member shall return books.

3. Fees

Fees are due in March.

Fees are not returned.

Late fees may be charged.

4. Law

These terms follow the law of the place.

Signed in Springfield"""


def test_english_numbering_is_cited_as_english_lawyers_do() -> None:
    assert addresses(ENGLISH) == [
        *("Preamble", "1", "2", "2.1", "2.1(a)", "2.1(b)", "2.1(b)(i)", "2.1(b)(ii)", "2.1(c)", "2.2"),
        *("3", "3, para 1", "3, para 2", "3, para 3", "4", "Closing"),
    ]


def test_i_after_h_is_a_letter_and_i_before_ii_is_roman() -> None:
    items = "\n".join(f"({letter}) item {letter};" for letter in "abcdefghij")
    assert addresses(f"1. List\n{items}\n2. End\nDone here.")[-2] == "1(j)"
    assert "1(a)(ii)" in addresses("1. List\n(a) when:\n(i) first;\n(ii) second;\n(b) then.\n2. End\nDone here.")


def test_articles_that_number_through_chapters_stand_alone() -> None:
    text = "第一章 总则\n第一条 目的是清楚。\n第二条 范围是全体。\n第二章 会员\n"
    text += "第三条 会员应当：\n（一）守时；\n（二）爱书。"
    assert addresses(text) == ["第一章", "第一条", "第二条", "第二章", "第三条", "第三条（一）", "第三条（二）"]


def test_articles_that_begin_anew_in_each_chapter_are_cited_with_it() -> None:
    text = "第一章 总则\n第一条 甲。\n第二条 乙。\n第二章 会员\n第一条 丙。\n第二条 丁。"
    assert addresses(text) == ["第一章", "第一章 第一条", "第一章 第二条", "第二章", "第二章 第一条", "第二章 第二条"]


def test_after_an_inner_list_the_outer_sequence_goes_on() -> None:
    text = "1. One is a sentence.\n2. Two holds:\n1. first inner;\n2. second inner;\n3. Three is one."
    assert addresses(text)[:4] == ["1", "2", "2.1", "2.2"]


def test_a_list_that_ends_before_the_outer_number_gives_the_outer_sequence_back() -> None:
    text = "1. One.\n2. Two is.\n3. Three holds:\n1. first inner;\n2. second inner;\n4. Four is a sentence."
    assert addresses(text) == ["1", "2", "3", "3.1", "3.2", "4"]


@pytest.mark.parametrize(
    "line",
    [
        "2024年1月1日起施行本说明，请留意。",
        "1.5 million readers have joined the circle so far.",
        "3.14 is a number that nobody agreed to.",
        "12 months after joining, a member may leave.",
        "Section 5 of the Act applies to this circle.",
        "第三条规定的情形除外，不在此限。",
        "2024.1.5 is the day on which it begins.",
    ],
)
def test_a_sentence_that_begins_with_a_number_is_no_clause(line: str) -> None:
    text = f"1. First clause stands here.\n{line}\n2. Second clause stands here."
    labels = [clause.label for clause in read(text).clauses if clause.label]
    assert labels == ["1", "2"]


def test_a_table_of_contents_is_not_counted_as_clauses() -> None:
    text = (
        "目录\n一、甲事\n二、乙事\n三、丙事\n\n一、甲事\n甲的内容在此。\n二、乙事\n乙的内容在此。\n三、丙事\n丙在此。"
    )
    numbered = [one for one in read(text).clauses if one.part is ClausePart.NUMBERED]
    assert [one.address for one in numbered] == ["一", "二", "三"]
    assert numbered[0].own.of(read(text).text) == "一、甲事\n甲的内容在此。"


def test_without_numbers_and_headings_each_paragraph_is_a_clause_and_the_reader_is_told() -> None:
    document = read(
        "We keep a list of members and their books, as every circle does.\n\nWe show it to nobody at all, ever."
    )
    assert [clause.address for clause in document.clauses] == ["para 1", "para 2"]
    assert "no_numbering" in {warning.code for warning in document.warnings}


def test_headings_without_numbers_are_cited_by_their_words() -> None:
    text = "# Circle\n\n## What we keep\n\nA list.\n\n## Whom we tell\n\nNobody.\n\n- except courts;\n- except you.\n"
    assert addresses(text, "circle.md") == [
        *("What we keep", "Whom we tell", "Whom we tell, para 1", "Whom we tell, bullet 1", "Whom we tell, bullet 2")
    ]


def test_no_two_clauses_have_the_same_address() -> None:
    text = "# T\n\n## Same\n\nOne.\n\n## Same\n\nTwo.\n\n1. a here\n2. b here\n\nbetween the lists\n\n1. c here\n"
    found = addresses(text, "same.md")
    assert len(found) == len(set(found))


def test_full_width_digits_and_circled_numbers_are_numbers() -> None:
    text = "１．甲如下：\n①子项；\n②丑项；\n２．乙也在此。"
    assert addresses(text) == ["1", "1①", "1②", "2"]


def test_the_tree_can_be_grown_again_from_the_blocks() -> None:
    document = read(POLICY)
    again = clause_tree(document.text, document.blocks, document.language)
    assert [clause.address for clause in again] == ADDRESSES


def test_a_million_characters_take_no_more_than_a_few_seconds() -> None:
    rest = "and so it shall be for as long as the circle meets " * 2
    text = "\n".join(f"{n}. The member shall return book number {n} {rest}." for n in range(1, 8000))
    began = time.perf_counter()
    document = read(text)
    assert time.perf_counter() - began < 15
    assert document.clauses[-1].address == "7999"


def test_the_same_number_over_and_over_does_not_nest_without_end() -> None:
    document = read("\n".join("1. The same line again, said once more." for _ in range(500)))
    assert max(clause.level for clause in document.clauses) <= 3


@pytest.mark.corpora
def test_the_golden_policy_has_its_golden_addresses(shared: Path) -> None:
    document = open_document(next((shared / "seed").glob("*.txt")))
    golden = json.loads((shared / "reference/findings.json").read_text(encoding="utf-8"))
    assert len(document.text) == golden["characters"]
    for finding in golden["findings"]:
        spans = [Span(anchor["start"], anchor["end"]) for anchor in finding["anchors"]]
        assert [span.of(document.text) for span in spans] == [anchor["exact"] for anchor in finding["anchors"]]
        assert address_of(document, spans) == finding["clause"], finding["id"]
    assert [clause.address for clause in document.clauses] == [
        *("前言", "一", "一 首段", "一.1", "一.1 第1点", "一.1 第2点", "一.2", "一.3", "一.3 第1点", "一.3 第2点"),
        *("一.3 第3点", "一.4", "二", "二.1", "二.2", "二.3", "二.4", "二.5", "二 末段"),
        *("三", "三 首段", "三.1", "三.2", "三.3", "三.4", "三.5", "三.6", "三.6 第1点", "三.6 第2点"),
        *("四", "五", "六", "文末"),
    ]


@pytest.mark.corpora
def test_every_policy_of_the_corpora_has_unique_addresses_and_nested_spans(shared: Path) -> None:
    for file in sorted((shared / "corpora/policies").rglob("*")):
        if file.suffix not in {".txt", ".md"} or file.stat().st_size == 0:
            continue
        document = open_document(file)
        found = [clause.address for clause in document.clauses]
        assert len(found) == len(set(found)), file.name
        for clause in document.clauses:
            assert clause.span.contains(clause.own), (file.name, clause.address)


def test_a_number_alone_on_its_line_takes_its_title_from_the_next() -> None:
    text = "ARTICLE I\nDEFINITIONS\n\nSection 1.1 Terms. Words mean.\n\nARTICLE II\nFEES\n\nSection 2.1 Pay. All pay."
    clauses = read(text).clauses
    assert [(clause.address, clause.title) for clause in clauses] == [
        ("ARTICLE I", "DEFINITIONS"),
        ("Section 1.1", "Terms"),
        ("ARTICLE II", "FEES"),
        ("Section 2.1", "Pay"),
    ]


def test_short_lines_above_longer_ones_are_headings_of_plain_text_but_dates_are_not() -> None:
    text = (
        "Circle Notice\n\nLast updated: 1 March 2026\n\nWe care.\n\nWhat we keep\n\nWe keep a list of all the books.\n"
    )
    assert addresses(text) == ["Preamble", "Preamble, para 2", "What we keep"]


def test_headings_that_look_alike_stand_as_deep_as_their_numbers_say() -> None:
    policy = read("# 1. Data\n\n# 1.1. Given\n\nWords.\n\n# 1.2. Found\n\nWords.\n\n# 2. Use\n\nWords.\n", "p.md")
    levels = {clause.address: clause.level for clause in policy.clauses}
    assert [levels[address] for address in ("1", "1.1", "1.2", "2")] == [1, 2, 2, 1]


def test_a_sentence_that_begins_with_the_section_it_speaks_of_is_no_clause() -> None:
    said = "SECTION 15 REQUIRES, WITH LIMITED EXCEPTIONS, THAT ALL DISPUTES BETWEEN YOU AND US GO TO ARBITRATION."
    found = addresses(f"1. Introduction\n\nWelcome.\n\n{said}\n\n2. Use\n\nUse it well.\n")
    assert not [address for address in found if "15" in address]
