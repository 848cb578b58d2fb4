"""How a number may be written: with parts inside, with spaces, closed up to its title; and which of two it is."""

from __future__ import annotations

import pytest

from documents.draft import Source
from documents.labels import mark_of
from documents.model import ClausePart, PolicyDocument
from documents.reader import open_here


def read(text: str, name: str = "policy.txt") -> PolicyDocument:
    return open_here(Source(text.encode(), name))


def numbered(text: str, name: str = "policy.txt") -> list[str]:
    return [one.address for one in read(text, name).clauses if one.part is ClausePart.NUMBERED]


def test_articles_counted_in_parts_stand_under_their_article() -> None:
    text = "第1条 总则\n第1.1条 读者应当守时。\n第1.2条 读者应当爱书。\n第2条 会费\n第2.1条 会费每年三月缴纳。\n"
    assert numbered(text) == ["第1条", "第1.1条", "第1.2条", "第2条", "第2.1条"]
    levels = [one.level for one in read(text).clauses]
    assert levels == [1, 2, 2, 1, 2]


def test_articles_counted_in_parts_need_no_article_above() -> None:
    text = "第1-1条　目的\n本規約は全員に適用します。\n第1-2条　定義\n本のこと。\n第2-1条　退会\nいつでも。"
    assert numbered(text) == ["第1-1条", "第1-2条", "第2-1条"]


@pytest.mark.parametrize(
    ("line", "label", "after"),
    [
        ("第 1 条 目的", "第1条", " 目的"),
        ("第 十 条 目的", "第十条", " 目的"),
        ("第１．１条　目的", "第１．１条", "\u3000目的"),
        ("第1260条 施行", "第1260条", " 施行"),
        ("第十七条之一【年龄】已满七十五周岁的", "第十七条之一", "【年龄】已满七十五周岁的"),
        ("第1.1款 目的", "第1.1款", " 目的"),
        ("Article 5.Definitions", "Article 5", "Definitions"),
        ("SECTION 2.THE BOOKS", "SECTION 2", "THE BOOKS"),
        ("§ 3.Umfang", "§ 3", "Umfang"),
        ("Artículo 4.Objeto", "Artículo 4", "Objeto"),
    ],
)
def test_a_number_is_seen_however_it_is_set_against_its_title(line: str, label: str, after: str) -> None:
    mark = mark_of(line)
    assert mark is not None
    assert (mark.label, line[mark.end :]) == (label, after)


@pytest.mark.parametrize("line", ["第1.1条规定的情形除外", "1.1条约定的费用由读者承担", "第1-1条の規定により"])
def test_a_reference_to_such_an_article_is_no_clause(line: str) -> None:
    assert mark_of(line) is None


def test_a_title_closed_up_to_the_full_stop_of_its_number_has_none_of_it() -> None:
    text = "Article 4.Scope\nThis is the scope of it.\nArticle 5.Definitions\nA book is a bound volume.\n"
    assert [one.title for one in read(text).clauses] == ["Scope", "Definitions"]


LATER = "1. Fees\n(a) one;\n(b) two;\n(c) three.\n2. Duties\nYou shall still:\n{}\n3. End\nThat is the end of it."


def test_letters_quoted_from_the_middle_of_a_list_are_letters() -> None:
    text = LATER.format("(h) keep the books;\n(i) return the books;\n(j) pay.")
    assert numbered(text)[-4:] == ["2(h)", "2(i)", "2(j)", "3"]
    text = LATER.format("(u) keep;\n(v) return;\n(w) pay.")
    assert numbered(text)[-4:] == ["2(u)", "2(v)", "2(w)", "3"]


def test_roman_numbers_inside_the_letter_before_i_are_not_the_letter() -> None:
    text = (
        "1. Duties\n(g) pay;\n(h) return:\n(i) books;\n(ii) maps; and\n(i) keep the peace;\n(j) leave.\n2. End\nDone."
    )
    assert numbered(text) == ["1", "1(g)", "1(h)", "1(h)(i)", "1(h)(ii)", "1(i)", "1(j)", "2"]


LONG = "This paragraph says at some length what its heading promises, and ends in a full stop."


def test_parties_and_recitals_are_two_lists_beside_each_other() -> None:
    text = "AGREEMENT\n\nBETWEEN\n\n(1) THE CIRCLE, a club; and\n\n(2) THE MEMBER, who reads.\n\nWHEREAS:\n\n"
    text += "(A) the Circle reads; and\n\n(B) the Member reads.\n\nIT IS AGREED as follows:\n\n"
    text += "1. WORDS\n\n1.1 Books are books.\n\n2. FEES\n\nThey are due.\n\n3. LAW\n\nIt governs.\n"
    assert numbered(text) == ["(1)", "(2)", "(A)", "(B)", "1", "1.1", "2", "3"]


def test_the_last_short_line_of_several_is_no_heading_of_what_follows_an_empty_line() -> None:
    items = "We keep a list, which holds all of this:\nyour name\nyour street\n"
    text = f"Notice\n\nWhat we keep\n\n{items}\n{LONG}\n\nWhom we tell\n\n{LONG}\n"
    assert numbered(text) == ["What we keep", "Whom we tell"]
    capital = text.replace("your", "Your")
    assert numbered(capital) == ["What we keep", "Whom we tell"]


def test_an_item_that_begins_small_is_no_heading_of_the_paragraph_after_it() -> None:
    text = f"Terms\n\n1. Use\n\nYou may:\n\na. pay all fees\n\n{LONG}\n\n2. Law\n\n{LONG}\n\n3. End\n\n{LONG}\n"
    kinds = {block.label: block.kind.value for block in read(text).blocks if block.label}
    assert (kinds["a"], kinds["2"]) == ("list_item", "heading")


@pytest.mark.parametrize(
    "line", ["邮编：518054", "电话：400-000-0000", "使用目的：推送消息", "Mail: circle@example.org"]
)
def test_a_line_that_tells_how_to_reach_someone_is_no_heading(line: str) -> None:
    text = f"说明\n\n我们如何使用\n\n{LONG}\n\n{line}\n\n{LONG}\n\n我们如何保管\n\n{LONG}\n"
    assert numbered(text) == ["我们如何使用", "我们如何保管"]


def test_the_number_of_a_page_is_no_title() -> None:
    text = f"Page 1 of 9\n\n1. Scope\n\n{LONG}\n\n2. Fees\n\n{LONG}\n\n3. Law\n\n{LONG}\n"
    assert read(text).title == "policy"


@pytest.mark.parametrize("line", ["（1）、目的", "1）. 目的", "(a). Scope", "（一）：目的"])
def test_a_stop_behind_a_number_in_brackets_is_no_word_of_the_title(line: str) -> None:
    mark = mark_of(line)
    assert mark is not None
    assert line[mark.end :].strip() in {"目的", "Scope"}
    assert mark.label in {"（1）", "(a)", "（一）"}


def test_an_english_heading_is_cited_in_whole_where_a_chinese_one_would_be() -> None:
    text = f"# T\n\n## Termination and suspension of members\n\n{LONG}\n\n## Law\n\n{LONG}\n"
    assert numbered(text, "a.md") == ["Termination and suspension of members", "Law"]


def test_letters_inside_a_number_are_numbers_under_it() -> None:
    text = f"1. Scope\n{LONG}\n2. Members\n2a. Who may join\n{LONG}\n2b. Who may not\n{LONG}\n3. Law\n{LONG}\n"
    assert numbered(text) == ["1", "2", "2a", "2b", "3"]
    assert [one.level for one in read(text).clauses] == [1, 1, 2, 2, 1]
