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


def test_a_text_too_long_to_compare_changes_as_a_whole():
    old, new = "甲" * 3000, "乙" * 3000
    assert edits(old, new) == (Edit(0, 3000, new),)
