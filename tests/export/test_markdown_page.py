"""The memo as Markdown: whatever anybody wrote is read back as the words it was."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from annotations.model import Level, Visibility
from export.memo.sections import SECTIONS
from export.pages.blocks import Mark, Paragraph, Section, Text
from export.pages.markdown_page import escaped, markdown_page
from export.pages.page import page_of
from tests.export.memo_case import note, report, review

SIGNS = "*_`~[]()<>#+-=|!\\&;:./'\"{}$^1a中《》，。“ \t"
READER = MarkdownIt("commonmark").enable("table")


def rendered(text: str) -> LexborHTMLParser:
    return LexborHTMLParser(READER.render(text))


def markdown(value, *sections: str) -> str:
    return markdown_page(page_of(value, sections)).decode()


def plain(words: str) -> str:
    return " ".join(words.split())


@given(st.text(st.sampled_from(SIGNS), max_size=40))
def test_escaped_words_mean_themselves_wherever_they_stand(words: str) -> None:
    for text in (escaped(words), f"- {escaped(words)}", f"> {escaped(words)}", f"x\n\n{escaped(words)}\n\ny"):
        found = rendered(text)
        said = found.body.text() if found.body else ""
        assert plain(said).removeprefix("x ").removesuffix(" y") in (
            plain(words),
            plain(f"x {words} y").removeprefix("x ").removesuffix(" y"),
        )
        assert not found.css("em, strong, code, a, img, h1, h2, h3, hr, ol, pre, table")


@given(st.text(st.sampled_from(SIGNS), min_size=1, max_size=30))
def test_words_in_a_cell_stay_in_it(words: str) -> None:
    found = rendered(f"| a | b |\n| --- | --- |\n| {escaped(words)} | end |")
    cells = [plain(cell.text()) for cell in found.css("tbody td")]
    assert cells == [plain(words), "end"]


@given(
    st.text(st.sampled_from(SIGNS), max_size=12), st.text(st.sampled_from(SIGNS), max_size=12), st.sampled_from(Mark)
)
def test_emphasis_beside_anything_is_emphasis_and_adds_no_letter(first: str, second: str, mark: Mark) -> None:
    page = replace(
        page_of(report()),
        sections=(Section("x", "x", (Paragraph((Text(first, mark), Text(second), Text(first, mark))),)),),
    )
    said = rendered(markdown_page(page).decode()).body.text()
    assert plain(first + second + first) in plain(said)


def test_the_page_reads_as_the_memo_does() -> None:
    found = rendered(markdown(report(*review())))
    assert [head.text() for head in found.css("h1")] == ["合规审查备忘录"]
    titles = [head.text() for head in found.css("h2")]
    assert titles[0] == "审查结论"
    assert "缺失条款" in titles
    assert len(found.css("table")) >= 4
    assert found.css_first("blockquote strong").text() == "我们可以将您的信息用于任何我们认为合适的用途"


def test_labels_stand_out_beside_hanzi_too() -> None:
    assert "**问题描述**：问题之描述1。" in markdown(report(*review()))


@pytest.mark.parametrize("profile", ["internal", "client", "outside"])
def test_every_section_can_be_written(profile: str) -> None:
    told = tuple(
        replace(item, likelihood=Level.HIGH, impact=Level.LOW, visibility=Visibility.OUTSIDE) for item in review()
    )
    said = markdown(report(*told, profile=profile), *(section.name for section in SECTIONS))
    assert not re.search(r"<(?!br>)", said)
    if profile == "outside":
        assert not [secret for secret in ("严重", "高风险", "问题之描述", "整改办法") if secret in said]


def test_sections_come_as_they_are_asked_for() -> None:
    found = rendered(markdown(report(*review()), "limits", "table"))
    assert [head.text() for head in found.css("h2")] == ["假设与限制", "主要风险及建议"]


def test_right_to_left_emoji_and_long_notes_stay_whole_and_what_cannot_be_held_goes() -> None:
    kept = "שלום مرحبا 👩‍👩‍👧 𠮷野" + "字" * 50_000
    said = markdown(report(note(1, "您的借阅记录", issue=f"{kept}\x00\x0b\ud800")))
    assert kept in said
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", said)


def test_the_same_report_gives_the_same_bytes() -> None:
    assert markdown(report(*review())) == markdown(report(*review()))
