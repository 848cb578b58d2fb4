"""The clause tree never loses or doubles a character: headings and leaves tile the main text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.errors import UnreadableDocument
from documents.model import BlockKind, PolicyDocument, Story
from documents.reader import open_document

PIECES = st.sampled_from(
    [
        "第一章 总则",
        "第二条 范围",
        "第3条（適用）",
        "一、目的",
        "（一）收集",
        "1、通知",
        "1.1 General. We act.",
        "(a) first",
        "(i) small",
        "• bullet",
        "Article I",
        "Section 1.01 Scope",
        "ARTICLE II",
        "TERMS AND CONDITIONS",
        "§ 4 Haftung",
        "Artículo 2. Objeto",
        "我们重视您的隐私，并承诺依法处理。",
        "We value your privacy, and process data by law.",
        "下列情形:",
        "2024年1月1日",
        "Definitions",
        "1. 2. 3.",
        "",
        "   ",
        "1.",
        "—",
        "A.",
        "目录",
        "第二款 文",
        "4.2.1",
        "① 一",
        "**Bold lead.** and words",
        "# Heading",
        "## 1. Scope",
        "| a | b |\n|---|---|\n| c | 1. d |",
        "> quoted",
        "- item\n  1. deeper",
        "- item\n  1. deeper\n  2. still\n- next",
        "- item\n  1. deeper\n- next\n  - inner\n    1. deepest\n  - inner two",
        "- item\n\n  words of it\n  1. deeper\n\n  more words\n- next",
        "第1.1条 丙",
        "By: ______",
        "Name: A. North",
        "甲方（盖章）：",
        "附件：清单",
        "附則",
        "第十条之一 另",
        "Cláusula PRIMERA.- Objeto",
        "Article 1er - Objet",
        "1° livres",
        "aa) zwei",
        "ア　項目",
        "Preamble",
        "§ 4a Frist",
    ]
)


def check_tiles(document: PolicyDocument) -> None:
    """Own words never overlap, lie inside their clause and its parent's, and leave out no letter and no digit.

    No two clauses have the same address: it is what people cite, and what is kept of a clause that was read.
    """
    assert len({clause.address for clause in document.clauses}) == len(document.clauses)
    owned = bytearray(len(document.text))
    above: list[tuple[int, int, int]] = []
    last = 0
    for clause in document.clauses:
        assert clause.span.start >= last
        last = clause.span.start
        assert clause.span.contains(clause.own)
        assert not any(owned[clause.own.start : clause.own.end]), clause.address
        owned[clause.own.start : clause.own.end] = b"\1" * len(clause.own)
        above = [one for one in above if one[0] < clause.level]
        assert all(start <= clause.span.start and clause.span.end <= end for _, start, end in above), clause.address
        above.append((clause.level, clause.span.start, clause.span.end))
    for block in document.blocks:
        if block.story is not Story.MAIN or block.kind is BlockKind.TITLE:
            continue
        bare = [at for at in range(block.span.start, block.span.end) if not owned[at] and document.text[at].isalnum()]
        assert not bare, block.span.of(document.text)[:40]


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=30), st.sampled_from([".txt", ".md"]))
def test_headings_and_leaves_tile_any_text(pieces: list[str], suffix: str) -> None:
    try:
        document = open_document("\n\n".join(pieces).encode(), name=f"policy{suffix}")
    except UnreadableDocument:
        return
    check_tiles(document)


@st.composite
def word_bodies(draw: st.DrawFn) -> str:
    numbered = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
    body = ""
    for words in draw(st.lists(PIECES.filter(lambda one: "\n" not in one), min_size=1, max_size=20)):
        kind = draw(st.integers(0, 6))
        properties = numbered.format(kind) if kind < 3 else f'<w:outlineLvl w:val="{kind - 3}"/>' if kind < 5 else ""
        bold = "<w:b/>" if draw(st.booleans()) else ""
        cut = draw(st.integers(0, len(words)))
        halves = (words[:cut], bold), (words[cut:], "")
        runs = "".join(f'<w:r><w:rPr>{b}</w:rPr><w:t xml:space="preserve">{half}</w:t></w:r>' for half, b in halves)
        paragraph = f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"
        body += f"<w:tbl><w:tr><w:tc>{paragraph}</w:tc></w:tr></w:tbl>" if draw(st.integers(0, 9)) == 0 else paragraph
    return body


LEVELS = "".join(
    f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
    for level, (kind, text) in enumerate([("chineseCounting", "第%1条"), ("decimal", "%1.%2"), ("lowerLetter", "(%3)")])
)
NUMBERS = (
    f'<w:abstractNum w:abstractNumId="1">{LEVELS}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)


def test_headings_and_leaves_tile_any_word_file(make_docx) -> None:
    @settings(max_examples=150, deadline=None)
    @given(word_bodies())
    def tiles(body: str) -> None:
        try:
            document = open_document(make_docx(body, numbering=NUMBERS), name="policy.docx")
        except UnreadableDocument:
            return
        check_tiles(document)

    tiles()


@pytest.mark.corpora
@pytest.mark.timeout(300)
def test_headings_and_leaves_tile_every_file_of_the_corpus(shared: Path) -> None:
    folders = (shared / "corpora/policies", shared / "corpora/docx")
    files = [one for folder in folders for one in sorted(folder.rglob("*.*"))]
    read = 0
    for file in files:
        if file.suffix in {".txt", ".md", ".html", ".docx", ".docm"}:
            try:
                document = open_document(file)
            except UnreadableDocument:
                continue
            check_tiles(document)
            read += 1
    assert read > 200
