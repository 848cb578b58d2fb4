"""Page furniture and hidden parts: left out, counted, brought back; never a clause."""

from __future__ import annotations

import pytest

from documents.model import PolicyDocument
from documents.reader import open_document

POLICY = "<h1>Terms</h1>" + "".join(
    f"<p>{number}. We owe you the service that you pay for.</p>" for number in range(1, 9)
)
WORDS = "Terms\n" + "".join(f"{number}. We owe you the service that you pay for.\n" for number in range(1, 9))


def read(body: str, *, whole_page: bool = False) -> PolicyDocument:
    page = f"<!DOCTYPE html><html><body>{body}</body></html>"
    return open_document(page.encode(), name="policy.html", whole_page=whole_page)


FURNITURE = [
    "<nav><a href=/>Home</a> <a href=/p>Products</a></nav>",
    "<header><a href=/>Acme</a><ul><li><a href=/p>Products</a></ul></header>",
    "<footer><a href=/i>Imprint</a> © 2024 Acme Ltd. All rights reserved.</footer>",
    "<div role=navigation><a href=/>Home</a></div>",
    "<div class='site-breadcrumb breadcrumb'><a href=/>Home</a> › Terms</div>",
    "<div id=cookie-banner><p>We use cookies. <button>Accept</button></div>",
    "<div role=dialog aria-label=cookies>We value your privacy. <a href=/c>More</a> <button>Reject</button></div>",
    "<ul class='lang-switcher'><li><a href=/en>English</a><li><a href=/zh>中文</a></ul>",
    "<div class='social share'><a href=/f>Share</a></div>",
    "<a class='skip-link' href='#main'>Skip to content</a>",
    "<aside class=sidebar><a href=/1>Another page</a><a href=/2>And one more</a></aside>",
]


@pytest.mark.parametrize("furniture", FURNITURE)
def test_furniture_is_left_out_counted_and_brought_back(furniture: str) -> None:
    document = read(furniture + POLICY)
    assert document.text == WORDS
    warning = next(one for one in document.warnings if one.code == "page_furniture")
    whole = read(furniture + POLICY, whole_page=True)
    assert len(whole.text) > len(WORDS)
    assert not [one for one in whole.warnings if one.code == "page_furniture"]
    assert warning.arguments["count"] == len("".join(whole.text.split())) - len("".join(WORDS.split()))


KEPT = [
    "<header><h1>Terms</h1><p>Last updated: 1 May 2024</p></header>",
    "<header><p>Effective date: 1 May 2024</p></header>",
    "<footer><p>Questions? Write to privacy@acme.example, Data Protection Officer, Main Street 1.</p></footer>",
    "<nav><a href='#s1'>1. Scope</a><a href='#s2'>2. Fees</a><a href='#s3'>3. Law</a></nav>",
    "<aside><p>In short: you pay each month, and you may leave at the end of any of them, with notice.</p></aside>",
    "<div class='cookie-notice'><h2>9. Cookies</h2><p>We set cookies to keep you signed in.</p></div>",
    "<div class=menu><p>1. The restaurant's menu is part of this contract and binds both of the parties.</p></div>",
    "<section class=share><p>We share your data with processors, and they are bound by contract.</p></section>",
    "<ul><li><a href=/privacy>Privacy Policy</a><li><a href=/cookies>Cookie Policy</a></ul>",
]


@pytest.mark.parametrize("part", KEPT)
def test_what_could_be_the_policy_is_kept(part: str) -> None:
    document = read(part + POLICY)
    assert not [one for one in document.warnings if one.code == "page_furniture"]
    assert document.text.endswith(WORDS)
    assert len(document.text) > len(WORDS)


def test_a_page_that_seems_all_furniture_is_kept() -> None:
    document = read("<nav><a href=/a>Terms of the service</a> <a href=/b>Privacy of the people</a></nav><p>x</p>")
    assert "Terms of the service" in document.text


@pytest.mark.parametrize(
    "start",
    [
        "<p hidden>",
        "<p style='display: none'>",
        "<p style='visibility:hidden'>",
        "<dialog>",
        "<p aria-hidden=true style='display:none !important'>",
    ],
)
def test_hidden_parts_are_left_out_with_a_warning_that_counts_them(start: str) -> None:
    document = read(f"{POLICY}{start}secret words</p></dialog>")
    assert document.text == WORDS
    assert [(one.code, one.arguments) for one in document.warnings] == [("hidden_parts", {"count": 11})]


@pytest.mark.parametrize(
    "start", ["<p aria-hidden=true>", "<p hidden=until-found>", "<dialog open>", "<p style='display:block'>"]
)
def test_what_is_not_hidden_is_read(start: str) -> None:
    assert read(f"{POLICY}{start}seen words").text == WORDS + "seen words\n"


def test_a_page_hidden_until_its_scripts_run_is_shown_whole() -> None:
    document = read(f"<div style='display:none'>{POLICY}</div><p>Loading</p>")
    assert document.text == WORDS + "Loading\n"
    assert [one.code for one in document.warnings if one.code.startswith("hidden")] == ["hidden_parts_shown"]
    assert read(f"<main style='visibility:hidden'>{POLICY}</main>").text == WORDS


def test_a_part_left_out_still_parts_the_words_around_it() -> None:
    assert read(f"{POLICY}<div>before<nav><a href=/>x</a></nav>after</div>").text == WORDS + "before\nafter\n"


@pytest.mark.parametrize(
    "part",
    [
        "<h2 id=footer>Definitions</h2>",
        "<h3 class=related>Definitions</h3>",
        "<h2><a class=header href='#a'>Definitions</a></h2>",
        "<h2><span class=menu><a href='#a'>Definitions</a></span></h2>",
        "<p>The <a class=header href='/d'>Definitions</a></p>",
        "<div class=section-header>Definitions</div>",
        "<section><header><div>Definitions</div></header></section>",
        "<table><tr><th class=diff_header>Definitions<th>b<tr><td>c<td>d</table>",
        "<dl><dt class=header>Definitions</dt><dd>e</dd></dl>",
    ],
)
def test_headings_and_cells_of_the_policy_stay_whatever_they_are_called(part: str) -> None:
    assert "Definitions" in read(POLICY + part).text
