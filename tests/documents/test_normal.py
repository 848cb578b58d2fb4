"""The folded copy for searching, and the way back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from documents.model import Span
from documents.normal import Normal, folded
from documents.normalise import normalise

_LETTERS = st.text(
    alphabet=st.one_of(
        st.sampled_from("ab AB\t\n 个人信息，。ＡＢ１２　ﬁ①㈠e\u0301é\u200b\u00a0“”—…Ⅳ½ß가\U0001f600"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=80,
)


def test_width_case_quotes_and_stray_spaces_are_folded() -> None:
    assert folded("ＡＢ　使 用  Cookies 收集“资料”") == 'ab使用cookies收集"资料"'
    assert folded("Personal \n  Data") == "personal data"


def test_a_hit_leads_back_to_the_real_words() -> None:
    text = "我们 收集\n您的ＩＰ 地址。"
    normal = Normal(text)
    start = normal.text.index(folded("您的IP地址"))
    span = normal.to_original(start, start + len(folded("您的IP地址")))
    assert span.of(text) == "您的ＩＰ 地址"
    assert normal.from_original(span.start) == start


@given(_LETTERS)
def test_every_folded_stretch_comes_from_a_stretch_of_the_text_in_order(text: str) -> None:
    normal = Normal(text)
    spans = [normal.to_original(at, at + 1) for at in range(len(normal.text))]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert spans == sorted(spans)
    assert normal.to_original(len(normal.text), len(normal.text)) == Span(len(text), len(text))


@given(_LETTERS)
def test_folding_again_changes_nothing_that_matters(text: str) -> None:
    once = folded(text)
    assert "  " not in once
    assert "\n" not in once
    assert folded(once).replace(" ", "") == folded(folded(once)).replace(" ", "")


@given(st.text(max_size=200))
def test_normalising_twice_is_normalising_once(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert not set(once) & set("\r\u2028\u2029\ufeff\ufdd0\x00")
    once.encode("utf-8")
