"""When a sentence appeared, over several versions of a policy."""

from __future__ import annotations

from documents.comparing.appearing import PassageState, Past, history
from documents.model import Span

FIRST = "1. We keep the records of an order.\n2. You may write to the officer at any time.\n"
SECOND = FIRST + "3. Records are deleted within thirty days of the end of the contract.\n"
THIRD = SECOND.replace("thirty days", "fifteen days")
FOURTH = "3. Records are deleted within fifteen days of the end of the contract.\n" + FIRST
FIFTH = FIRST
SENTENCE = "Records are deleted within fifteen days of the end of the contract."


def _span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def test_a_sentence_is_followed_back_to_the_version_in_which_it_appeared() -> None:
    texts = [FIRST, SECOND, THIRD, FOURTH, FIFTH]
    told = history(texts, 2, _span(THIRD, SENTENCE))
    assert told.first == 1
    assert [one.state for one in told.passages] == ["absent", "appeared", "edited", "moved", "absent"]
    assert [one.version for one in told.changes] == [2, 3, 4]


def test_every_passage_says_where_the_words_stand() -> None:
    texts = [FIRST, SECOND, THIRD, FOURTH]
    told = history(texts, 3, _span(FOURTH, SENTENCE))
    assert [one.span and one.span.of(texts[one.version]) for one in told.passages] == [
        None,
        SENTENCE.replace("fifteen", "thirty"),
        SENTENCE,
        SENTENCE,
    ]


def test_words_that_always_stood_have_no_changes() -> None:
    past = Past([FIRST, SECOND, THIRD])
    told = past.history(2, _span(THIRD, "You may write to the officer at any time."))
    assert (told.first, told.changes) == (0, ())
    assert told.passages[0].state is PassageState.APPEARED


def test_chinese_words_are_followed_too() -> None:
    old = "一、我们会收集您的手机号码。\n二、本政策自发布之日起生效。\n"
    new = "一、我们会收集您的手机号码和身份证号码。\n二、本政策自发布之日起生效。\n"
    told = history([old, new, new], 2, _span(new, "我们会收集您的手机号码和身份证号码。"))
    assert [one.state for one in told.passages] == ["appeared", "edited", "same"]
