import pytest

from documents.model import Span
from ui.stretches import sentence_at, word_at


@pytest.mark.parametrize(
    ("text", "at", "word"),
    [
        ("we share your data", "share", "share"),
        ("the user's e-mail, if given", "mail", "e-mail"),
        ("我们将向公众(包括但不限于出借人、您手机)", "包括", "包括但不限于出借人"),
        ("通过cookies、webbeacon采集", "cookies", "cookies"),
        ("保存30日。", "30", "30"),
        ("a, b", ",", ","),
    ],
)
def test_a_word_is_what_stands_between_spaces_or_punctuation(text: str, at: str, word: str) -> None:
    assert word_at(text, text.index(at)).of(text) == word


def test_behind_the_last_character_there_is_no_word() -> None:
    assert word_at("ab", 2) == Span(2, 2)


@pytest.mark.parametrize(
    ("text", "at", "sentence"),
    [
        ("第一句。第二句，还没完。第三句。", "还没完", "第二句，还没完。"),
        ("We keep it. We never sell it! Ask us.", "never", "We never sell it!"),
        ("Version 2.1 is in force. It began.", "force", "Version 2.1 is in force."),
        ("他说：“同意。”然后离开。", "同意", "他说：“同意。”"),
        ("没有句号", "句号", "没有句号"),
    ],
)
def test_a_sentence_ends_at_its_full_stop(text: str, at: str, sentence: str) -> None:
    assert sentence_at(text, text.index(at), Span(0, len(text))).of(text) == sentence


def test_a_sentence_stays_in_its_paragraph() -> None:
    text = "one\ntwo three"
    assert sentence_at(text, 6, Span(4, 13)) == Span(4, 13)
