"""Quotes without a place, one wording for several places, and dates, as memo and page print them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotations.model import AnchorState
from export.memo.layout import Plan
from export.pages.html_page import html_page
from export.pages.page import page_of
from tests.export.memo_case import W, anchor, body, note, report, words


def _placeless(prefix: str = ""):
    item = note(1, "请到前台询问")
    gone = replace(item.anchors[0], start=0, end=0, state=AnchorState.LOST, exact="从未有过的文字", prefix=prefix)
    return replace(item, anchors=(gone,))


def _marked(made) -> str:
    styled = (run for run in made.iter(f"{W}r") if run.find(f"{W}rPr/{W}rStyle[@{W}val='Marked']") is not None)
    return "".join(words_of.text or "" for run in styled for words_of in run.iter(f"{W}t"))


@pytest.mark.parametrize(("language", "told"), [("zh", "原文中未找到"), ("en", "not found in the text")])
def test_a_quote_that_was_never_placed_is_not_said_to_be_gone(language: str, told: str) -> None:
    assert report(_placeless(), language=language).findings[0].clause == told
    assert report(_placeless("前文"), language="zh").findings[0].clause == "原文已删"


def test_a_quote_without_a_place_is_set_without_the_mark_of_the_policys_words() -> None:
    made = report(_placeless(), note(2, "您的借阅记录"))
    assert _marked(body(made)) == "您的借阅记录"
    page = html_page(page_of(made)).decode()
    assert "<mark>您的借阅记录</mark>" in page
    assert "<mark>从未有过的文字</mark>" not in page
    assert "从未有过的文字" in page


def _two_places():
    places = (anchor("您的借阅记录"), anchor("请到前台询问"))
    return replace(note(1, proposed_wording="请写信给我们。"), anchors=places)


@pytest.mark.parametrize("redline", ["columns", "redline"])
def test_one_wording_for_two_places_fits_the_first_and_the_other_is_named(redline: str) -> None:
    made = report(_two_places())
    page = html_page(page_of(made, ("wording",), redline=redline == "redline")).decode()
    for told in (words(body(made, Plan("memo", sections=("wording",), redline=redline))), page):
        assert "其余各处相应调整：三" in told
        assert "请到前台询问" not in told


def test_words_that_do_not_stand_in_the_policy_are_no_text_as_it_stands() -> None:
    made = report(replace(_placeless(), proposed_wording="请写信给我们。"))
    told = words(body(made, Plan("memo", sections=("wording",))))
    assert "（原文中未找到）\n从未有过的文字" in told
