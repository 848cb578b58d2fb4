"""Headers and footers for first and even pages: read whether Word shows them or not, and told where it does not."""

from __future__ import annotations

import pytest

from documents.model import PolicyDocument, Story
from documents.reader import open_document

EVEN = "<w:evenAndOddHeaders/>"
APART = "<w:titlePg/>"


def words(said: str) -> str:
    return f"<w:p><w:r><w:t>{said}</w:t></w:r></w:p>"


def section(*refs: tuple[str, str], settings: str = "") -> str:
    named = "".join(f'<w:{name[:6]}Reference w:type="{kind}" r:id="{name}"/>' for kind, name in refs)
    return f"<w:sectPr>{named}{settings}</w:sectPr>"


def read(make_docx, *sections: str, settings: str = "", first: str = "First page") -> PolicyDocument:
    inner = "".join(f"<w:p><w:pPr>{one}</w:pPr></w:p>{words('More.')}" for one in sections[:-1])
    parts = {"header1": words("Every page"), "header2": words(first)}
    return open_document(
        make_docx(f"{words('Policy.')}{inner}{sections[-1]}", settings=settings, **parts), name="a.docx"
    )


def told(document: PolicyDocument) -> list[object]:
    return [one.arguments["count"] for one in document.warnings if one.code == "margins_unshown"]


@pytest.mark.parametrize(
    ("kind", "own", "settings", "is_shown"),
    [
        ("first", APART, "", True),
        ("first", "", EVEN, False),
        ("first", '<w:titlePg w:val="0"/>', "", False),
        ("even", "", EVEN, True),
        ("even", APART, "", False),
        ("default", "", "", True),
    ],
)
def test_a_header_word_shows_on_no_page_is_read_and_told(make_docx, kind, own, settings, is_shown) -> None:
    document = read(make_docx, section(("default", "header1"), (kind, "header2"), settings=own), settings=settings)
    said = [one.span.of(document.text) for one in document.blocks if one.story is Story.HEADER]
    assert said == ["Every page", "First page"]
    assert told(document) == ([] if is_shown else [len("First page")])


def test_a_section_shows_what_the_one_before_it_named(make_docx) -> None:
    names = section(("default", "header1"), ("first", "header2"))
    assert told(read(make_docx, names, section(settings=APART))) == []
    assert told(read(make_docx, names, section())) == [10]
    later = section(("first", "header1"), settings=APART)
    assert told(read(make_docx, names, later)) == [10]


def test_a_page_number_alone_is_not_worth_telling(make_docx) -> None:
    document = read(make_docx, section(("first", "header2")), first="3")
    assert told(document) == []
