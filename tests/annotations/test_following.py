"""Words followed to a new version: sure where they stand, a question, or lost, and never silently on other words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.following import Follower, Outcome
from annotations.following_sentences import ALERTS, STATES
from annotations.model import AnchorState
from documents.dangers import DANGERS, Terms, dangers
from documents.model import Span

POLICY = """1. Who we are
Harbour runs this service for its members in every port of the coast.
2. Payment
The Customer shall pay the Supplier EUR 10,000 within 30 days of the invoice.
3. Liability
The Supplier shall indemnify the Customer against claims of third parties that arise from the goods.
The Supplier shall be liable for loss that it causes by gross negligence in carrying out the work.
4. Notices
A notice takes effect when it reaches the office that is named on the first page of this agreement.
5. General
This agreement may be changed in writing only, and each party keeps a copy of what was changed.
"""
CONTRACT = """一、付款
甲方应当在收到发票后三十日内向乙方支付全部服务费用，逾期按日支付违约金。
二、交付
乙方应当在合同签订后十日内向甲方交付全部设备，并提供安装说明书和质量证明文件。
三、个人信息
未经用户同意，我们不会向任何第三方提供您的联系方式和通讯录信息，但法律另有规定的除外。
"""


def follow(old: str, new: str, words: str):
    start = old.index(words)
    return Follower(old, new).follow(Span(start, start + len(words)))


def changed(words: str, into: str, text: str = POLICY) -> str:
    assert words in text
    return text.replace(words, into)


def is_honest(found) -> bool:
    """Whether a reviewer is told that there is something to look at."""
    return found.outcome in (Outcome.ASK, Outcome.LOST) or bool(found.alerts)


def test_words_that_stand_are_followed_through_what_changed_around_them() -> None:
    new = changed("1. Who we are\n", "0. Preface\nRead this first, please, and keep it.\n1. Who we are\n")
    found = follow(POLICY, new, "EUR 10,000 within 30 days")
    assert (found.outcome, found.alerts) == (Outcome.SAME, ())
    assert found.span.of(new) == "EUR 10,000 within 30 days"


def test_a_harmless_edit_is_placed_with_the_words_as_they_are_now() -> None:
    new = changed("reaches the office that is named", "arrives at the office which is named")
    found = follow(POLICY, new, "A notice takes effect when it reaches the office that is named on the first page")
    assert (found.outcome, found.alerts) == (Outcome.EDITED, ())
    assert found.span.of(new) == "A notice takes effect when it arrives at the office which is named on the first page"


def test_a_clause_that_moved_is_said_to_have_moved() -> None:
    lines = POLICY.splitlines(keepends=True)
    new = "".join([*lines[7:9], *lines[:7], *lines[9:]])
    found = follow(POLICY, new, "A notice takes effect when it reaches the office that is named on the first page")
    assert found.outcome is Outcome.MOVED
    assert found.span.of(new).startswith("A notice takes effect")


def test_a_doubled_sentence_is_a_question_that_nobody_else_can_answer() -> None:
    sentence = "A notice takes effect when it reaches the office that is named on the first page of this agreement.\n"
    new = changed(sentence, sentence + sentence)
    assert follow(POLICY, new, "takes effect when it reaches").outcome is Outcome.ASK


def test_changed_words_that_stand_twice_now_are_a_question_too() -> None:
    said = (
        "We share data with payment providers, hosting providers and advertising networks. "
        "We may share data with public authorities where the law requires it."
    )
    now = said.replace("may", "shall")
    old, new = f"4. Disclosure\n{said}\n5. Keeping", f"5. Disclosure\n{now}\n{now}\n6. Keeping"
    found = follow(old, new, "We may share data with public authorities")
    assert (found.outcome, found.why, found.alerts) == (Outcome.ASK, "repeated", ("modal",))
    length = len("We shall share data with public authorities")
    places = [new.index("We shall share"), new.rindex("We shall share")]
    assert {found.span, *found.others} == {Span(at, at + length) for at in places}


@pytest.mark.parametrize(
    ("old", "words", "into", "quote"),
    [
        (POLICY, "EUR 10,000", "EUR 100,000", "pay the Supplier EUR 10,000 within 30 days"),
        (POLICY, "30 days", "60 days", "within 30 days of the invoice"),
        (POLICY, "shall be liable", "shall not be liable", "The Supplier shall be liable for loss that it causes"),
        (
            POLICY,
            "The Supplier shall indemnify the Customer",
            "The Customer shall indemnify the Supplier",
            "The Supplier shall indemnify the Customer against claims of third parties",
        ),
        (
            POLICY,
            "The Supplier shall indemnify the Customer against claims of third parties that arise from the goods.\n",
            "",
            "The Supplier shall indemnify the Customer against claims",
        ),
        (POLICY, "may be changed", "must be changed", "This agreement may be changed in writing only"),
        (POLICY, "in writing only", "in writing", "This agreement may be changed in writing only, and each party"),
        (
            CONTRACT,
            "甲方应当在收到发票后三十日内向乙方",
            "乙方应当在收到发票后三十日内向甲方",
            "甲方应当在收到发票后三十日内向乙方支付全部服务费用",
        ),
        (
            CONTRACT,
            "甲方应当在收到发票后三十日内向乙方支付全部服务费用，逾期按日支付违约金。\n",
            "",
            "甲方应当在收到发票后三十日内向乙方支付",
        ),
        (CONTRACT, "三十日", "六十日", "收到发票后三十日内"),
        (CONTRACT, "乙方应当在合同", "乙方可以在合同", "乙方应当在合同签订后十日内向甲方交付全部设备"),
        (CONTRACT, "我们不会向", "我们会向", "未经用户同意，我们不会向任何第三方提供您的联系方式"),
        (CONTRACT, "未经用户同意", "经用户同意", "未经用户同意，我们不会向任何第三方提供"),
    ],
)
def test_an_edit_that_turns_the_meaning_raises_an_alert_or_is_asked_about(old, words, into, quote) -> None:
    new = changed(words, into, old)
    found = follow(old, new, quote)
    assert is_honest(found), found
    assert found.outcome is not Outcome.SAME


def test_a_negation_put_in_right_behind_the_words_is_told() -> None:
    new = changed("shall be liable", "shall not be liable")
    found = follow(POLICY, new, "from the goods.\nThe Supplier shall")
    assert is_honest(found)
    new = changed("The Supplier shall be liable for loss", "The Supplier shall never be liable for loss")
    found = follow(POLICY, new, "The Supplier shall be liable")
    assert is_honest(found)


def test_words_of_another_document_are_lost_not_put_somewhere() -> None:
    strange = "Cookies help us to remember which pages a visitor has read on earlier days.\n"
    old = changed("5. General\n", strange + "5. General\n")
    found = follow(old, POLICY, "remember which pages a visitor has read")
    assert (found.outcome, found.span) == (Outcome.LOST, None)


SAID = (
    "we",
    "may",
    "share",
    "data",
    "with",
    "partners",
    "for",
    "thirty",
    "days",
    "unless",
    "you",
    "object",
    "个人",
    "信息",
)
WORDS = st.lists(st.sampled_from(SAID), min_size=4, max_size=40).map(" ".join)


@given(WORDS, WORDS, st.data())
def test_what_is_said_to_be_unchanged_is_the_very_same_words(old, new, data) -> None:
    start = data.draw(st.integers(0, len(old) - 2))
    end = data.draw(st.integers(start + 1, len(old)))
    found = Follower(old, new).follow(Span(start, end))
    if found.outcome in (Outcome.SAME, Outcome.MOVED):
        assert found.span.of(new) == old[start:end]
    if found.span is not None:
        assert 0 <= found.span.start <= found.span.end <= len(new)
    if found.outcome is Outcome.LOST:
        assert found.span is None


@given(WORDS, st.data())
def test_on_the_same_text_every_place_stays_where_it_is(text, data) -> None:
    start = data.draw(st.integers(0, len(text) - 2))
    end = data.draw(st.integers(start + 1, len(text)))
    found = Follower(text, text).follow(Span(start, end))
    assert found.span == Span(start, end)
    assert found.alerts == ()


def test_every_state_and_sign_of_danger_has_words_in_both_languages() -> None:
    assert set(ALERTS) == set(DANGERS)
    assert set(STATES) == {state.value for state in AnchorState} - {"placed"}


def test_the_same_signs_in_another_wording_are_no_danger() -> None:
    terms = Terms(POLICY)
    assert dangers("You may ask us at any time.", "At any time you may ask us.", terms) in ((), ("party",))
    assert dangers("We keep it for 30 days.", "We store it for 30 days.", terms) == ()
    assert dangers("应用可以读取通讯录", "应用程序可以读取通讯录", terms) == ()
