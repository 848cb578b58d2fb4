"""Numbered lists that stand inside a bullet: they belong to it, and to nothing after it."""

from __future__ import annotations

from documents.draft import Source
from documents.reader import open_here


def addresses(text: str) -> list[str]:
    return [one.address for one in open_here(Source(text.encode(), "policy.md")).clauses]


def test_the_clause_after_a_list_in_a_bullet_is_not_under_an_item_of_that_list() -> None:
    text = "# T\n\n1\\. Use\n\n* first\n  1. one\n\n2\\. Fees\n\n* first\n  1. one\n  2. two\n* second\n\n"
    text += "2.1 Words are words.\n\n2.2 Words are more.\n\n3\\. Law\n"
    assert addresses(text) == [
        *("1", "1, bullet 1", "1, bullet 1.1", "2", "2, bullet 1", "2, bullet 1.1", "2, bullet 1.2", "2, bullet 2"),
        *("2.1", "2.2", "3"),
    ]


def test_a_bullet_inside_a_bullet_has_its_own_list_and_a_next_one_beside_it() -> None:
    text = (
        "# T\n\n## 1. Use\n\n- first\n  1. one\n- second\n  - inner\n    1. deep\n  - inner two\n- third\n\n## 2. Law\n"
    )
    assert addresses(text) == [
        *("1", "1, bullet 1", "1, bullet 1.1", "1, bullet 2", "1, bullet 3", "1, bullet 3.1", "1, bullet 4"),
        *("1, bullet 5", "2"),
    ]


def test_a_list_in_a_bullet_before_the_first_clause_is_part_of_what_stands_there() -> None:
    text = "# T\n\n- first\n  1. one\n  2. two\n- second\n  1. three\n\n## 1. Law\n\nIt governs.\n"
    assert addresses(text) == [
        *("Preamble", "Preamble, bullet 1.1", "Preamble, bullet 1.2", "Preamble, bullet 2", "Preamble, bullet 2.1", "1")
    ]


def test_words_between_a_bullet_and_its_list_belong_to_the_bullet() -> None:
    text = "# T\n\n## 1. Use\n\n- first\n\n  of all\n  1. one\n- second\n\n## 2. Law\n\nIt governs.\n"
    assert addresses(text) == ["1", "1, bullet 1", "1, bullet 1.1", "1, bullet 2", "2"]


def test_where_every_number_stands_in_a_bullet_the_numbers_divide_the_text() -> None:
    assert addresses("# T\n\n- first\n  1. one\n  2. two\n") == ["Preamble", "1", "2"]
