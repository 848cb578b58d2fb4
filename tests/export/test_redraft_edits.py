"""A redline strikes the least that makes the new text of the old, and can be read."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from export.word.edits import Edit, applied, edits

TEXT = st.text(st.sampled_from("ab cd。,权利人\n1.0😀\u0301\u200d'"), max_size=40)


@given(TEXT, TEXT, st.integers(0, 9))
def test_the_edits_make_the_new_text(old, new, at):
    found = edits(old, new, at)
    assert applied("x" * at + old, found) == "x" * at + new
    assert all(edit.end > edit.start or edit.words for edit in found)
    assert all(one.end < other.start for one, other in pairwise(found))


@given(TEXT)
def test_the_same_text_needs_none(text):
    assert edits(text, text) == ()


@pytest.mark.parametrize(
    ("old", "new", "struck"),
    [
        ("We may sell it.", "We will sell it.", [("may", "will")]),
        ("kept for 1,000.50 days", "kept for 1,000.75 days", [("1,000.50", "1,000.75")]),
        ("the client’s data", "the clients’ data", [("client’s", "clients’")]),
        ("old words here", "new phrases here", [("old words", "new phrases")]),
        ("保存三年后删除", "保存五年后删除", [("三", "五")]),
        ("我们收集信息。", "我们依法收集必要信息。", [("", "依法"), ("", "必要")]),
        ("All of it.", "All.", [(" of it", "")]),
        ("one\ntwo", "one\nthree", [("two", "three")]),
        ("e\u0301tat", "e\u0300tat", [("e\u0301", "e\u0300")]),
    ],
)
def test_only_what_differs_is_struck(old, new, struck):
    assert [(old[edit.start : edit.end], edit.words) for edit in edits(old, new)] == struck


def test_a_text_written_anew_is_struck_as_a_whole_though_words_recur():
    old = "电话号码、身份证号码、银行卡号等"
    new = "您注册账户时，我们收集您的移动电话号码，用于创建账户和核验身份。您申请借款时，我们收集您的姓名、证件号码、"
    new += "证件有效期限及银行卡号，用于核实身份、发放及收回借款；其中，银行卡号一旦泄露可能危害您的财产安全。"
    assert len(edits(old, new)) == 1


def test_words_put_in_here_and_there_leave_what_stands():
    old, new = "We keep data for a year.", "We may keep all of your data here for more than a year."
    assert "".join(old[edit.start : edit.end] for edit in edits(old, new)) == ""


def test_a_text_too_long_to_compare_changes_as_a_whole():
    old, new = "甲" * 3000, "乙" * 3000
    assert edits(old, new) == (Edit(0, 3000, new),)
