import pytest

from documents.model import Span
from ui.stretches import only_word_at, sentence_at, whole_words, word_at
from ui.word_breaks import chinese_word


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


def test_a_double_click_in_chinese_takes_a_word_and_not_all_up_to_the_comma():
    text = "条款在您注册成为用户后立即生效，并对您产生约束力。"
    point = text.index("即生")
    found = only_word_at(text, point)
    known = chinese_word(text, point, word_at(text, point))
    assert found.of(text) == ("立即" if known else "条款在您注册成为用户后立即生效")
    assert only_word_at("𠮷我们的姓名", 2).of("𠮷我们的姓名") in ("我们", "𠮷我们")
    assert only_word_at("your name", 6).of("your name") == "name"


@pytest.mark.parametrize(
    ("start", "end", "taken"),
    [
        ("ollect", "name", "collect your name"),  # begun inside a word, left to the right: both ends whole
        ("me, and", "lect", "collect your name"),  # the same to the left
        ("ollect", "lect", "ol"),  # within one word: letter by letter
        (" your", "ame", " your n"),  # begun between words: letter by letter
    ],
)
def test_a_drag_that_began_inside_a_word_takes_whole_words(start, end, taken):
    text = "We collect your name, and 我们收集 more."
    anchor, caret = text.index(start), text.index(end) + (0 if end != "name" else 2)
    low, high = sorted(whole_words(text, anchor, caret))
    assert text[low:high] == taken


def test_in_chinese_a_drag_takes_every_character_it_is_on():
    text = "我们收集您的姓名和电话"
    assert whole_words(text, 1, 6) == (1, 6)
