"""A redline that is too long to read is cut where a reader would cut it."""

from __future__ import annotations

import pytest

from documents.comparing.comparison import compare_policies
from documents.comparing.model import Fate
from export.change_memo.excerpts import Bit, head_of, redline_of, redline_of_words, shortened, tail_of
from tests.export.changed_policies import NEW, OLD, policy


@pytest.mark.parametrize("most", range(1, 60))
@pytest.mark.parametrize(
    "words",
    [
        "We keep 1,000.50 euros and e-mail for 30 days under Art. 17(1) GDPR.",
        "保存1,000.50元，第12条所称“App”为期30日，不得延长。",
    ],
)
def test_no_cut_goes_through_a_word_or_a_number(words: str, most: int) -> None:
    whole = ("1,000.50", "e-mail", "30 days", "17", "GDPR", "第12条", "App", "30日")
    for cut in (head_of(words, most), tail_of(words, most)):
        assert cut in words
        start = words.index(cut)
        for place in (start, start + len(cut)):
            for one in (one for one in whole if one in words and " " not in one):
                at = words.index(one)
                assert not at < place < at + len(one), (cut, one)


def test_long_words_that_stand_are_shown_around_the_edits_only() -> None:
    lead = "This sentence stands as it stood. " * 40
    bits = shortened(
        (Bit(Fate.KEPT, lead), Bit(Fate.DELETED, "30"), Bit(Fate.INSERTED, "60"), Bit(Fate.KEPT, " days. " + lead))
    )
    assert sum(len(bit.words) for bit in bits) < 300
    assert sum(len(bit.words) + bit.omitted for bit in bits) == 2 * len(lead) + 11
    assert [bit.words for bit in bits if bit.fate is not Fate.KEPT] == ["30", "60"]


def test_a_long_new_clause_is_shown_by_its_ends() -> None:
    bits = shortened((Bit(Fate.INSERTED, "新增的条款内容，应当予以说明。" * 60),))
    assert bits[0].omitted > 0
    assert sum(len(bit.words) + bit.omitted for bit in bits) == 15 * 60


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_redline_accepted_and_rejected_gives_both_wordings(language: str) -> None:
    old, new = policy(OLD[language]), policy(NEW[language])
    found = compare_policies(old, new)
    for change in found.changes:
        bits = redline_of(found, change)
        after = "".join(bit.words for bit in bits if bit.fate is not Fate.DELETED)
        assert after.replace("\n", "") == change.new.of(new.text).replace("\n", "")


def test_the_words_of_a_finding_are_a_redline_too() -> None:
    bits = redline_of_words("kept for 30 days", "kept for 60 days")
    assert [(bit.fate.value, bit.words) for bit in bits] == [
        ("kept", "kept for "), ("deleted", "30"), ("inserted", "60"), ("kept", " days"),
    ]  # fmt: skip
