"""Every sentence of a saved page is there: held against lxml's own text of the body, which shares no code with ours."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from lxml import html as lxml_html

from documents.encodings import decode
from documents.errors import UnreadableDocument
from documents.model import PolicyDocument
from documents.reader import open_document

_OUT = ("script", "style", "noscript", "template", "iframe", "svg", "select", "head", "title", etree.Comment)
_BLANK = re.compile("[\\s\u00ad\ufffc\ufeff]+")


def squeezed(words: str) -> str:
    return _BLANK.sub("", words)


def pieces(data: bytes) -> list[str]:
    """Return each stretch of words of the body, as lxml sees it."""
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True)
    tree = lxml_html.document_fromstring(decode(data).text.encode(), parser=parser)
    held = [one for element in tree.iter(*_OUT) for one in element.iter()]  # lxml gives a freed element's id away
    out = {id(one) for one in held}
    found = []
    for element in tree.iter():
        tops = [element.text] if id(element) not in out else []
        parent = element.getparent()
        tails = [element.tail] if parent is not None and id(parent) not in out else []
        found += [squeezed(words) for words in tops + tails if words and squeezed(words)]
    return found


def lost(document: PolicyDocument, data: bytes) -> list[str]:
    ours = squeezed(document.text)
    return [piece for piece in pieces(data) if piece not in ours]


def left_out(document: PolicyDocument) -> int:
    counted = (one.arguments["count"] for one in document.warnings if one.code in {"page_furniture", "hidden_parts"})
    return sum(int(str(count)) for count in counted)


PAGE = (
    "<html><head><title>T</title></head><body><div class=nav><a href=/>Home</a></div><h1>Terms</h1>"
    "<table><tr><td><p>1. Scope<ul><li>all<b> goods</b><li>and services</ul></table>"
    "<div>2. Fees<span> are due</span><br>3. Law</div><p hidden>no</body></html>"
)


def test_what_is_missing_is_what_was_counted() -> None:
    document = open_document(PAGE.encode(), name="a.html")
    assert lost(document, PAGE.encode()) == ["Home", "no"]
    assert left_out(document) == 6


@pytest.mark.corpora
def test_no_sentence_of_a_saved_page_is_lost(shared: Path) -> None:
    read = letters = missing = 0
    refused: set[str] = set()
    for file in sorted((shared / "corpora").glob("p*/**/*.htm*")):
        data = file.read_bytes()
        began = time.perf_counter()
        try:
            document = open_document(file)
        except UnreadableDocument as error:
            refused.add(error.code)
            continue
        assert time.perf_counter() - began < 5, file.name
        gone = lost(document, data)
        assert sum(len(piece) for piece in gone) <= left_out(document), file.name
        assert "".join(squeezed(document.blocks[0].span.of(document.text))) in squeezed(document.text)
        read += 1
        letters += sum(len(piece) for piece in pieces(data))
        aside = squeezed("".join(one.words for one in document.hidden))
        missing += sum(len(piece) for piece in gone if piece not in aside)
    assert refused <= {"made_by_script", "no_text"}
    assert read >= 40
    assert missing < letters * 0.03


_TAGS = (
    "p",
    "div",
    "b",
    "ol",
    "li",
    "table",
    "tr",
    "td",
    "th",
    "pre",
    "br",
    "nav",
    "h1",
    "span style='display:none'",
    "a",
)
_BITS = st.one_of(
    st.sampled_from(
        [f"<{tag}>" for tag in _TAGS] + [f"</{tag.split()[0]}>" for tag in _TAGS] + ["<!--", "-->", "&nbsp;", "&#0;"]
    ),
    st.text(max_size=8),
)


@pytest.mark.fuzz
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_BITS, max_size=60))
def test_any_mixture_of_tags_and_words_is_read_or_refused(bits: list[str]) -> None:
    page = "<!doctype html>" + "".join(bits)
    try:
        document = open_document(page.encode("utf-8", "replace"), name="a.html")
    except UnreadableDocument:
        return
    ends = [block.span.end for block in document.blocks]
    assert all(document.text[end : end + 1] == "\n" for end in ends)
    starts = [0, *(end + 1 for end in ends[:-1])]
    assert [block.span.start for block in document.blocks] == starts
    assert ends[-1] + 1 == len(document.text)
