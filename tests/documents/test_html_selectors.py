"""Selectors of style sheets that ask for neighbours, places and attributes: what they hide, show and number."""

from __future__ import annotations

import pytest

from documents.draft import Draft, Source
from documents.readers.html import HtmlReader

BODY = (
    '<h1>Policy</h1><p class="a">One.</p><p class="b" data-shut="yes">Two.</p><p class="c">Three.</p>'
    "<div><p>Four.</p><p>Five.</p></div>"
)


def read(css: str, body: str = BODY) -> Draft:
    page = f"<!DOCTYPE html><html><head><style>{css}</style></head><body>{body}</body></html>"
    return HtmlReader().read(Source(page.encode(), "policy.html"))


def codes(draft: Draft) -> set[str]:
    return {warning.code for warning in draft.warnings}


@pytest.mark.parametrize(
    ("selector", "hidden"),
    [
        (".a + p", "Two."),
        (".a ~ .c", "Three."),
        ("p:not(.a):not(.c):not(div p)", "Two."),
        ("body > p:not(.a, .b)", "Three."),
        ("[data-shut]", "Two."),
        ('p[data-shut="yes"]', "Two."),
        ("div > p:first-child", "Four."),
        ("div p:nth-child(2)", "Five."),
        ("div p:last-of-type", "Five."),
        (":is(.c, .nothing)", "Three."),
    ],
)
def test_a_rule_hides_what_its_selector_finds_and_nothing_else(selector: str, hidden: str) -> None:
    draft = read(f"{selector} {{display: none}}")
    assert [one.words for one in draft.hidden] == [hidden]
    assert hidden not in draft.text
    assert draft.text.count("\n") == 5
    assert codes(draft) == {"hidden_parts"}


def test_a_rule_that_weighs_more_shows_again_what_another_hides() -> None:
    assert "Two." in read("p.b {display: none} .a + p.b {display: block}").text
    assert "Two." in read(".a + p.b {display: block} p.b {display: none}").text
    assert "Two." not in read("* + p {display: block} body p.b[data-shut] {display: none}").text


def test_a_rule_within_a_rule_holds_within_it_alone() -> None:
    draft = read(".a {color: red; & + p {display: none} .c {display: none} font-weight: bold}")
    assert [one.words for one in draft.hidden] == ["Two."]
    assert [(run.span.of(draft.text), run.bold) for run in draft.runs] == [("One.", True)]


def test_what_holds_only_under_the_pointer_hides_nothing_and_is_not_told() -> None:
    css = ".a:hover {display: none} p::before {display: none} .b:focus-within + p {display: none}"
    css += " .c::-webkit-scrollbar {display: none} p:-moz-broken {display: none} p:target {display: none}"
    draft = read(css)
    assert (draft.hidden, codes(draft)) == ((), set())


def test_a_hiding_rule_that_cannot_be_judged_is_told_where_it_may_mean_the_page() -> None:
    draft = read("p:lang(en) {display: none} .b:dir(rtl) {visibility: hidden} .elsewhere:lang(en) {display: none}")
    assert [dict(one.arguments) for one in draft.warnings if one.code == "styles_unread"] == [{"count": 2}]
    assert codes(read("p:lang(en) {display: block} p:lang(de) {color: red}")) == set()


def test_numbers_are_painted_by_places_and_neighbours_too() -> None:
    css = "body {counter-reset: k} p:not(.a) {counter-increment: k} p:not(.a)::before {content: counter(k) '.'}"
    assert [block.label for block in read(css).blocks] == ["", "", "1.", "2.", "3.", "4."]
    css = "div > p {counter-increment: z} div > p:first-child + p::before {content: counter(z) ')'}"
    assert [block.label for block in read(css).blocks] == ["", "", "", "", "", "2)"]


def test_a_page_of_neighbours_without_end_does_not_hold_up_the_reading() -> None:
    rules = "".join(f".x{number} ~ p:nth-child({number}) ~ .q {{display: none}}" for number in range(300))
    draft = read(rules, "<p>1. We keep little.</p>" * 9000)
    assert draft.text.count("\n") == 9000
