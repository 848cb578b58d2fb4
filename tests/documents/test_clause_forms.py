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
