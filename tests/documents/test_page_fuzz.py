"""Web pages and Markdown cut, doubled and mixed at random: read or refused, and what is read hangs together."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.web_pages import long_web_page
from documents.draft import Source
from documents.errors import UnreadableDocument
from documents.model import PolicyDocument
from documents.reader import open_here

_PIECES = (
    *("<", ">", '"', "&", "<ol>", "</ol>", "<table>", "</table>", "<td colspan=3 rowspan=2>", "<svg>", "</p>", "<pre>"),
    *("<style>.legal__body{display:none}</style>", "<iframe srcdoc='&lt;p>x'>", "<template>", "<plaintext>", "<xmp>"),
    *("<li hidden>", "<br>", "<img src=a alt=b>", "<q>", "<math><mi>", "<select><option>", "&#xfdd0;", "<frameset>"),
    *(
        "<a epub:type=noteref>",
        "<aside role=doc-footnote>",
        "<noscript>",
        '<b a"=1>',
        "😀",
        "\0",
        "[^1]",
        "\n[^1]: x\n",
    ),
    *(
        "```",
        "**",
        "\n---\n",
        "\n- [ ] x\n",
        "\n| a |\n|---|\n",
        "{% x %}",
        "<style>li:before{content:counter(a)}</style>",
    ),
)
_PAGE = long_web_page(12_000)
_MARKDOWN = (
    "---\ntitle: Terms\n---\n# Terms\n\n1. One[^1]\n   - two **three**\n\n> quoted\n\n"
    "| a | b |\n|---|---|\n| c | d |\n\n"
    "<div><ul><li>x</li></ul></div>\n\n[^1]: The note.\n    More.\n\n" * 8
)
_CHANGE = st.tuples(st.floats(0, 1), st.sampled_from(["cut", "double", *_PIECES]))


def _changed(words: str, change: tuple[float, str]) -> str:
    at, what = int(change[0] * len(words)), change[1]
    if what == "cut":
        return words[:at] + words[at + 150 :]
    return words[:at] + (words[at : at + 200] if what == "double" else what) + words[at:]


def _hangs_together(document: PolicyDocument) -> None:
    text, reached = document.text, 0
    for block in document.blocks:
        assert block.span.start >= reached
        assert text[block.span.end] == "\n"
        reached = block.span.end
    assert all(0 <= run.span.start < run.span.end <= len(text) for run in document.runs)
    assert all(text[picture.place] == "\ufffc" for picture in document.pictures)
    assert all(0 <= aside.place <= len(text) for aside in document.hidden)


@pytest.mark.fuzz
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from([("a.html", _PAGE), ("a.md", _MARKDOWN)]), st.lists(_CHANGE, max_size=12))
def test_a_mixed_up_page_is_read_or_costs_a_sentence(file: tuple[str, str], changes: list[tuple[float, str]]) -> None:
    name, words = file
    for change in changes:
        words = _changed(words, change)
    with contextlib.suppress(UnreadableDocument):
        _hangs_together(open_here(Source(words.encode(), name)))


@pytest.mark.parametrize(("name", "words"), [("a.html", _PAGE), ("a.md", _MARKDOWN)])
def test_what_is_read_of_a_whole_page_hangs_together(name: str, words: str) -> None:
    _hangs_together(open_here(Source(words.encode(), name)))
