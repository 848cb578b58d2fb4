"""Numbers as policies really have them: articles put in, gaps, restarts, lists that end, short sentences."""

from __future__ import annotations

import pytest

from documents.citing import address_of
from documents.draft import Source
from documents.model import BlockKind, ClausePart, PolicyDocument
from documents.reader import open_here


def read(text: str, name: str = "policy.txt") -> PolicyDocument:
    return open_here(Source(text.encode(), name))


def spaced(*lines: str) -> str:
    return "\n\n".join(lines) + "\n"


def addresses(text: str, name: str = "policy.txt") -> list[str]:
    return [clause.address for clause in read(text, name).clauses]


def numbered(text: str, name: str = "policy.txt") -> list[str]:
    return [one.address for one in read(text, name).clauses if one.part is ClausePart.NUMBERED]


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (
            ["第十条 甲。", "第十条之一 乙。", "第十条之二 丙。", "第十一条 丁。"],
            ["第十条", "第十条之一", "第十条之二", "第十一条"],
        ),
        (["第10条（適用）", "第10条の2（解除）", "第11条（雑則）"], ["第10条", "第10条の2", "第11条"]),
        (["§ 4 Haftung", "§ 4a Verjährung", "§ 5 Recht"], ["§ 4", "§ 4a", "§ 5"]),
        (["Section 4. Fees", "Section 4A. Late fees", "Section 5. Law"], ["Section 4", "Section 4A", "Section 5"]),
    ],
)
def test_an_article_put_in_between_has_its_own_number(lines: list[str], wanted: list[str]) -> None:
    body = "\n".join(f"{line}\n这里写明它的内容，说得足够长，是一句完整的话。" for line in lines)
    assert numbered(body) == wanted


def test_a_reference_to_an_article_in_between_is_no_clause() -> None:
    text = "第十条 甲。\n第十条之规定不适用于乙，也不适用于丙。\n第十条之一规定的情形除外，不在此限。\n第十一条 丁。"
    assert numbered(text) == ["第十条", "第十一条"]


def test_a_gap_in_the_numbers_does_not_end_the_document() -> None:
    text = (
        "一、甲事\n甲的内容在此说明。\n二、乙事\n乙的内容在此说明。\n三、丙事\n丙的内容。\n十一、其他\n其他内容在此。"
    )
    assert addresses(text) == ["一", "二", "三", "十一"]


def test_a_gap_before_a_short_english_heading_is_taken_too() -> None:
    text = "1. Scope\nThis is the scope of it.\n2. Fees\nFees are due.\n9. Law\nThe law of the place governs."
    assert addresses(text) == ["1", "2", "9"]


def test_what_follows_the_last_item_of_a_list_is_not_under_it() -> None:
    text = (
        "1. Use\n\nYou may not:\n(i) copy the books of others\n(ii) lend them on\n\n"
        "We may ask you to return a book at any time, and you will.\n\n2. Law\n\nThe law of the place governs."
    )
    document = read(text)
    assert [one.address for one in document.clauses] == ["1", "1, para 1", "1(i)", "1(ii)", "1, para 2", "2"]
    kinds = {block.label: block.kind for block in document.blocks if block.label}
    assert kinds["(ii)"] is BlockKind.LIST_ITEM


def test_a_short_sentence_under_a_heading_is_no_heading() -> None:
    text = "1. What we use\nWe use data and Data.\nWe keep it for a year, and then we delete all of it.\n2. Law\nNone."
    assert numbered(text) == ["1", "2"]
    plain = (
        "Notice to all\n\nWhat we use\n\nWe use data and Data.\n\nWe keep it for a year, and then we delete all of it."
    )
    assert numbered(plain) == ["What we use"]


def test_a_dash_between_number_and_title_belongs_to_neither() -> None:
    text = "ARTICLE I - Duties\nEach member has duties to all others.\nARTICLE II – Rights\nEach member has rights too."
    assert [(one.address, one.title) for one in read(text).clauses] == [
        ("ARTICLE I", "Duties"),
        ("ARTICLE II", "Rights"),
    ]


def test_a_decimal_under_another_number_is_cited_with_it() -> None:
    text = "一、甲事\n甲的内容在此说明。\n二、乙事\n1.1 子项在此说明清楚。\n1.2 丑项在此说明清楚。"
    assert addresses(text) == ["一", "二", "二 1.1", "二 1.2"]


def test_a_decimal_begins_as_the_clause_above_it_is_cited() -> None:
    text = "# T\n\n## Part one of it\n\n### 1. Scope\n\n#### 1.1 Words\n\na\n\n## Part two of it\n\n### 1. Other\n\nb\n"
    assert addresses(text, "a.md") == [
        *("Part one of it", "Part one of it 1", "Part one of it 1.1", "Part two of it", "Part two of it 1")
    ]


def test_a_numbered_list_inside_a_bullet_leaves_the_next_bullet_beside_it() -> None:
    bullets = "- first bullet\n  1. one\n  2. two\n- second bullet"
    text = spaced("# T", "## 2. Use", bullets, "### 2.1 Words", "Words mean things.")
    assert addresses(text, "a.md") == ["2", "2, bullet 1", "2, bullet 1.1", "2, bullet 1.2", "2, bullet 2", "2.1"]


def test_numbers_that_begin_anew_without_a_heading_are_counted() -> None:
    once = (
        "1. Scope",
        "The scope is wide.",
        "1.1 Words",
        "Words mean things.",
        "2. Law",
        "It governs.",
        "3. End",
        "So.",
    )
    found = numbered(spaced(*once, "Those who live elsewhere are held to these terms.", *once))
    assert found == ["1", "1.1", "2", "3", "1 (2)", "1.1 (2)", "2 (2)", "3 (2)"]


def test_the_same_heading_in_two_places_is_cited_with_what_is_above() -> None:
    back, behind = "How we handle what you give back late", "How we handle what you leave behind"
    books = ("## Books", "### Fees", "One.", f"### {back}", "Two.")
    text = spaced("# T", *books, "## Rooms", "### Fees", "Three.", f"### {behind}", "Four.")
    assert numbered(text, "a.md") == [
        *("Books", "Books / Fees", "How we handle what you give back late"),
        *("Rooms", "Rooms / Fees", "How we handle what you leave behind"),
    ]


def test_a_heading_that_is_called_preamble_is_not_the_preamble() -> None:
    text = "# T\n\nAs of today.\n\n## Preamble\n\nOne.\n\nTwo.\n\n## Law\n\nThree.\n"
    assert addresses(text, "a.md") == [
        "Preamble",
        "Preamble (2)",
        "Preamble (2), para 1",
        "Preamble (2), para 2",
        "Law",
    ]


def test_the_numbers_of_a_schedule_are_cited_with_it() -> None:
    text = "1. Scope\nThe scope is wide.\n2. Law\nThe law governs.\n"
    schedule = "Schedule 1: Fees\n1. Rates\nRates are low.\n2. Dates\nMarch."
    assert numbered(text + schedule) == ["1", "2", "Schedule 1", "Schedule 1, 1", "Schedule 1, 2"]
    chinese = "一、甲事\n甲的内容。\n二、乙事\n乙的内容。\n"
    annex = "附件一：费用\n一、标准\n标准在此。\n1、细目如下；\n2、细目其二；\n二、日期\n三月。"
    found = numbered(chinese + annex)
    assert found == ["一", "二", "附件一", "附件一 一", "附件一 一.1", "附件一 一.2", "附件一 二"]


def test_contents_are_contents_though_an_entry_is_worded_otherwise() -> None:
    names = [
        "Scope of it",
        "Fees to pay",
        "Your duties",
        "Law that governs",
        "Arbitration of all that arises between us",
    ]
    listed = "\n\n".join(f"{number}. {name}" for number, name in enumerate(names, 1))
    body = "\n\n".join(f"{number}. {name[:16]}\n\nThis is what it says." for number, name in enumerate(names, 1))
    assert numbered(f"Part A: The new terms\n\n{listed}\n\nRead this.\n\n{body}") == [
        *("Part A", "Part A, 1", "Part A, 2", "Part A, 3", "Part A, 4", "Part A, 5")
    ]


def test_numbers_go_on_under_the_next_heading_though_one_was_left_out() -> None:
    text = spaced("# T", "## Each other", "**1\\. Greet.** Always.", "**2\\. Listen.** Always.")
    text += spaced("## The place", "**4\\. Sweep.** Always.", "**5\\. Dust.** Always.")
    assert numbered(text, "a.md") == ["Each other", "1", "2", "The place", "4", "5"]


def test_a_decimal_far_from_the_last_is_taken_under_its_own_number() -> None:
    text = "1. Scope\n1.1 This is its scope.\n4. Readers\n4.9 Privacy\nPrivacy is kept by all.\n5. Law\nThe law."
    assert numbered(text) == ["1", "1.1", "4", "4.9", "5"]


def test_what_is_ours_in_an_address_is_said_in_the_language_of_the_memo() -> None:
    bullets = "- first bullet\n  1. one\n  2. two\n- second bullet"
    document = read(spaced("# T", "## 2. Use", bullets, "## 2. Use again", "Words mean things here."), "a.md")
    assert [address_of(document, [one.own], "zh") for one in document.clauses] == [
        *("2", "2 第1点", "2 第1点.1", "2 第1点.2", "2 第2点", "2（第2处）")
    ]


def test_the_initials_of_who_signs_are_no_clause() -> None:
    text = (
        "1. Scope\nThis is the scope of it.\n2. Law\nThe law of the place governs.\nSigned by:\nA. B. NORTH\nDirector"
    )
    assert numbered(text) == ["1", "2"]
    assert numbered("A. Scope\nThis is it all.\nB. Law\nThe law of the place governs.\n") == ["A", "B"]


@pytest.mark.parametrize("reference", ["Section 1.01 above applies to this.", "Article 12.3 of the Act applies."])
def test_a_sentence_that_begins_with_a_reference_is_no_clause_of_half_its_number(reference: str) -> None:
    text = spaced("Terms", "Section 1.01 Use. You may.", "Section 1.02 Other things.", reference, "Section 2.01 Fees.")
    assert numbered(text) == ["Section 1.01", "Section 1.02", "Section 2.01"]


def test_articles_counted_within_roman_parts_keep_both_numbers() -> None:
    lines = ("Article I.1 Subject", "Words.", "Article I.2 Duration", "Words.", "Article II.1 Definitions", "Words.")
    assert numbered(spaced("Contract", *lines)) == ["Article I.1", "Article I.2", "Article II.1"]
