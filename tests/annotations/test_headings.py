"""Clauses as context: repeats are told apart by their titles, a clause that counts otherwise now is renumbered."""

from __future__ import annotations

import pytest

from annotations.following import Follower, Outcome
from annotations.headings import Headings, headings_of, in_order
from documents.dangers import Terms, dangers
from documents.model import Span
from documents.reader import open_document

TERMS = """1. Orders
An order is confirmed in writing.
Any question about it goes to the office that is named on the first page.
2. Returns
A return is confirmed by mail.
Any question about it goes to the office that is named on the first page.
3. Payment
The buyer pays within 30 days of the invoice, by transfer to the account that is named there.
"""
SENTENCE = "Any question about it goes to the office that is named on the first page."


def read(text: str):
    return open_document(text.encode(), name="terms.txt")


def follow(old: str, new: str, words: str, nth: int = 0, *, titles: bool = True):
    one, other = read(old), read(new)
    headings = (headings_of(one), headings_of(other)) if titles else None
    start = -1
    for _ in range(nth + 1):
        start = one.text.index(words, start + 1)
    return Follower(one.text, other.text, headings).follow(Span(start, start + len(words)))


def test_the_titles_over_a_place_are_those_of_its_clauses():
    headings = headings_of(read(TERMS))
    assert headings.over(TERMS.index("by mail"))[0] == "returns"
    assert headings.over(TERMS.index("transfer"))[0] == "payment"
    assert Headings().over(3) == ()


def test_a_copy_that_an_edited_one_became_is_no_rival():
    old = TERMS.replace("page.\n2. Returns", "page we authorise.\n2. Returns")
    new = TERMS
    found = follow(old, new, "the office that is named on the first page.")
    assert found.outcome is Outcome.SAME
    assert found.span.start > new.index("2. Returns")


def test_a_repeated_sentence_is_placed_under_its_own_title_when_all_around_it_was_rewritten():
    new = (
        TERMS.replace("An order is confirmed in writing.\n", "We tell you what we accept.\n")
        .replace("A return is confirmed by mail.\n", "Send it back as it came.\n")
        .replace("3. Payment\n", "3. Price\nIt is what the list says on the day.\n4. Payment\n")
    )
    for nth, title in ((0, "1. Orders"), (1, "2. Returns")):
        found = follow(TERMS, new, SENTENCE[4:60], nth)
        assert found.outcome is Outcome.SAME
        assert new.rindex(".", 0, found.span.start) > new.index(title)


def test_a_clause_that_counts_otherwise_now_is_renumbered_and_no_number_is_alarmed():
    new = TERMS.replace("3. Payment", "3. Price\nIt is what the list says.\n4. Payment")
    quote = "3. Payment\nThe buyer pays within 30 days"
    found = follow(TERMS, new, quote)
    assert (found.outcome, found.why, found.alerts) == (Outcome.EDITED, "renumbered", ())
    assert found.span.of(new) == "4. Payment\nThe buyer pays within 30 days"
    assert follow(TERMS, new, quote, titles=False).alerts == ("number",)


def test_a_renumbered_clause_whose_figure_changed_too_is_alarmed():
    new = TERMS.replace("3. Payment", "3. Price\nIt is what the list says.\n4. Payment").replace("30 days", "60 days")
    assert follow(TERMS, new, "3. Payment\nThe buyer pays within 30 days of the invoice").alerts == ("number",)


@pytest.mark.parametrize(
    ("text", "counting"),
    [
        ("1. One\n2. Two\n3. Three\n", ["1.", "2.", "3."]),
        ("1. One\n2. Two\n7. Three\n", ["1."]),
        ("1. One\n3. Two\n3. Three\n", []),
        ("一、总则\n1.1 范围\n二、保存\n2.1 期限\n2.2 地点\n", ["一、", "1.1", "二、", "2.1", "2.2"]),
        ("一、总则\n1.1 范围\n二、保存\n4.1 期限\n2.2 地点\n", ["一、", "1.1", "二、"]),
    ],
)
def test_a_number_that_does_not_count_on_is_a_figure(text, counting):
    labels = spans(text)
    assert [label.of(text) for label in labels if label in in_order(labels, text)] == counting


def spans(text: str) -> list[Span]:
    """Return where the first word of each line is."""
    starts = [0, *(at + 1 for at, letter in enumerate(text[:-1]) if letter == "\n")]
    lines = text.split("\n")
    ends = [line.index("、") + 1 if "、" in line else line.index(" ") for line in lines if line]
    return [Span(start, start + end) for start, end in zip(starts, ends, strict=True)]


def test_a_clause_with_another_number_out_of_turn_is_alarmed():
    found = follow(TERMS, TERMS.replace("3. Payment", "8. Payment"), "3. Payment\nThe buyer pays within")
    assert "number" in found.alerts


def test_headings_of_a_text_that_was_changed_in_one_place_move_with_it():
    headings = headings_of(read(TERMS))
    at = TERMS.index("2. Returns")
    longer = headings.shifted(at, at, 5)
    assert longer.over(at + 5)[0] == "returns"
    assert longer.labels_in(Span(at + 5, at + 9))[0].start == at + 5
    assert headings.without_labels(Span(at, at + 10), TERMS).strip() == "Returns"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Effective 5 January 2026", "Effective 5 May 2026", ()),
        ("You may object.", "You must object.", ("modal",)),
        ("MAY be used", "is used", ("modal",)),
        ("such as when you open it", "such as when we see that you open it", ()),
        ("We pay you", "You pay us", ("party",)),
        ("The Customer pays", "You pay", ("party",)),
        ("pay within 30 days", "pay within 30 business days", ("number",)),
        ("pay within thirty days", "pay within sixty days", ("number",)),
        ("三十日内", "三十天内", ()),
        ("三十日内支付", "三十个工作日内支付", ("number",)),
        ("甲方和乙方", "甲方或乙方", ("opposite",)),
        ("これに限られません", "これに限定されない", ()),
        ('in the "Terms"', "in the “Terms”", ()),
        ("the maximum is", "the minimum is", ("opposite",)),
    ],
)
def test_what_turns_a_meaning_is_told_from_what_only_reads_otherwise(old, new, told):
    assert dangers(old, new, Terms(old, new)) == told
