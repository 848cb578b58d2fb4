"""How exactly words are looked for: case, width, whole words, regular expressions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from documents.model import PolicyDocument
from ui.finder import Finder, Ways

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

TEXT = "Data and data, ＤＡＴＡ and metadata.\n个人信息、个人 信息；2024年5月1日\nPartners of 12 partners’ 𠮷 data"


def places(words, text=TEXT, **ways):
    policy = PolicyDocument(title="", format="text", language="en", text=text)
    return [span.of(text) for span in Finder(policy).find(words, 0, Ways(**ways)).spans]


def test_without_a_wish_case_and_width_do_not_count():
    assert places("data") == ["Data", "data", "ＤＡＴＡ", "data", "data"]


def test_case_counts_when_asked_and_width_still_does_not():
    assert places("data", case=True) == ["data", "data", "data"]
    assert places("DATA", case=True) == ["ＤＡＴＡ"]


def test_width_counts_when_asked_and_case_still_does_not():
    assert places("DATA", width=True) == ["Data", "data", "data", "data"]
    assert places("ｄａｔａ", width=True) == ["ＤＡＴＡ"]


def test_whole_words_leave_out_what_goes_on():
    assert places("data", whole_words=True) == ["Data", "data", "ＤＡＴＡ", "data"]
    assert places("partner", whole_words=True) == []


def test_chinese_words_stand_alone_everywhere():
    assert places("信息", whole_words=True) == ["信息", "信息"]
    assert places("个人信息", case=True, width=True, whole_words=True) == ["个人信息", "个人 信息"]


def test_a_regular_expression_finds_dates_and_knows_code_points():
    assert places(r"\d{4}年\d+月\d+日", pattern=True) == ["2024年5月1日"]
    assert places(r"𠮷 \w+", pattern=True) == ["𠮷 data"]
    assert places("^partners", pattern=True) == ["Partners"]
    assert places("^partners", pattern=True, case=True) == []


@pytest.mark.parametrize("words", ["(", "[a", "*", r"(?P<", "(?=a)b", r"(a)\1"])
def test_what_is_no_regular_expression_is_said_to_be_wrong(words):
    found = Finder(PolicyDocument(title="", format="text", language="en", text=TEXT)).find(words, 0, Ways(pattern=True))
    assert found.wrong
    assert found.spans == ()


def test_an_expression_that_matches_nothing_at_all_finds_nothing():
    assert places("x*", pattern=True) == []


def test_an_expression_made_to_hang_does_not():
    assert places("(a+)+$", "a" * 50_000 + "b", pattern=True) == []


@given(st.text(alphabet="aＡA个𠮷 .\n", max_size=40), st.sampled_from("aA个𠮷"))
def test_every_place_found_exactly_is_a_place_found_at_all(text, words):
    policy = PolicyDocument(title="", format="text", language="en", text=text)
    loose = set(Finder(policy).find(words).spans)
    exact = set(Finder(policy).find(words, 0, Ways(case=True, width=True)).spans)
    assert exact <= loose
    assert all("".join(span.of(text).split()) == words for span in exact)


# -- in the window ---------------------------------------------------------------------------------------------------


def look(opened, qtbot, words):
    field = opened.window.work.top.find_field
    field.setFocus()
    field.setText(words)
    qtbot.waitUntil(lambda: opened.window.work.policy._hits.words == words)
    return field


def test_a_way_chosen_by_its_key_looks_again_at_once(opened, qtbot):
    field = look(opened, qtbot, "US")
    assert field._count.text().endswith("of 5")
    QTest.keyClick(field, Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
    assert field.ways == Ways(whole_words=True)
    assert field._count.text().endswith("of 3")
    QTest.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    assert field._count.text() == "none"


def test_a_broken_expression_gets_a_sentence_and_a_mended_one_takes_it_away(opened, qtbot):
    field = look(opened, qtbot, "(third")
    QTest.keyClick(field, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    assert [message.sentence for message, _line in opened.window.messages._shown.values()] == [
        "“(third” is no regular expression."
    ]
    look(opened, qtbot, "(third|trusted)")
    assert field._count.text().endswith("of 2")
    assert not opened.window.messages._shown
