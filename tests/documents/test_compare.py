"""Words of an old text are found in a new one where they stand, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from documents.compare import compare
from documents.model import Span

OLD = "Title\nWe share your data with partners.\nWe keep it for ever.\nWe keep it for ever.\n我们收集您的信息。\nEnd\n"


def at(text: str, words: str, nth: int = 0) -> Span:
    place = -1
    for _ in range(nth + 1):
        place = text.index(words, place + 1)
    return Span(place, place + len(words))


def test_the_same_text_maps_onto_itself() -> None:
    assert compare(OLD, OLD).moved(Span(3, len(OLD))) == Span(3, len(OLD))


@pytest.mark.parametrize("words", ["with partners", "keep it for ever", "收集您的信息", "partners.\nWe keep", "End"])
def test_words_are_found_behind_a_new_paragraph(words) -> None:
    new = "New first line.\n" + OLD
    assert compare(OLD, new).moved(at(OLD, words)) == at(new, words)


def test_words_that_are_there_twice_keep_their_turn() -> None:
    new = OLD.replace("We share", "Now we share").replace("End", "The end")
    mapping = compare(OLD, new)
    assert [mapping.moved(at(OLD, "for ever", nth)) for nth in (0, 1)] == [at(new, "for ever", nth) for nth in (0, 1)]


def test_of_two_like_paragraphs_that_lose_one_the_first_stays() -> None:
    new = OLD.replace("We keep it for ever.\n", "", 1)
    mapping = compare(OLD, new)
    assert mapping.moved(at(OLD, "for ever")) == at(new, "for ever")
    assert mapping.moved(at(OLD, "for ever", 1)) is None


def test_words_beside_a_change_in_their_paragraph_stand_still() -> None:
    new = OLD.replace("your data", "all of it")
    assert compare(OLD, new).moved(at(OLD, "with partners")) == at(new, "with partners")


def test_changed_words_have_not_moved_but_the_place_they_were_edited_in_is_known() -> None:
    new = OLD.replace("with partners", "with two partners")
    mapping = compare(OLD, new)
    assert mapping.moved(at(OLD, "with partners")) is None
    assert mapping.edited(at(OLD, "with partners")) == at(new, "with two partners")


def test_a_number_changed_at_the_edge_is_within_what_was_edited() -> None:
    old, new = "We answer within 30 days of it.\n", "We answer within 60 days of it.\n"
    assert compare(old, new).edited(at(old, "30 days")) == at(new, "60 days")


def test_words_taken_out_have_no_place() -> None:
    new = OLD.replace("我们收集您的信息。\n", "")
    mapping = compare(OLD, new)
    assert mapping.moved(at(OLD, "收集")) is None
    assert mapping.edited(at(OLD, "收集")) is None


def test_words_are_not_found_in_another_paragraph() -> None:
    old, new = "One two three four.\nKeep.\n", "Keep.\nThe word three stands elsewhere now, in quite another line.\n"
    assert compare(old, new).moved(at(old, "three")) is None


def test_ten_thousand_paragraphs_that_repeat_are_compared() -> None:
    lines = [f"Line {number % 7}" for number in range(10_000)]
    old, new = "\n".join(lines), "\n".join([*lines[:5000], "New", *lines[5000:]])
    assert compare(old, new).moved(Span(len(old) - 6, len(old))) == Span(len(new) - 6, len(new))


LINES = some.lists(some.sampled_from(["a b c d", "a b", "一二三四五", "x", "", "a b c e", "same same"]), max_size=12)


@given(LINES, LINES)
def test_what_is_mapped_is_the_same_in_both_and_in_order(before, after) -> None:
    old, new = "\n".join(before), "\n".join(after)
    end = (0, 0)
    for start, to, length in compare(old, new).stretches:
        assert old[start : start + length] == new[to : to + length]
        assert start >= end[0]
        assert to >= end[1]
        end = (start + length, to + length)
