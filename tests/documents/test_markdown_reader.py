"""Markdown: what a reader sees of it."""

from __future__ import annotations

import pytest

from documents.errors import UnreadableDocument
from documents.model import BlockKind, Cell, PolicyDocument
from documents.reader import open_document


def read(markdown: str) -> PolicyDocument:
    return open_document(markdown.encode(), name="policy.md")


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("plain **bold** *it* `code` [link](http://a.example)", "plain bold it code link\n"),
        ("a &amp; b \\* c", "a & b * c\n"),
        ("one\ntwo", "one two\n"),
        ("一段\n两行", "一段两行\n"),
        ("hard  \nbreak", "hard\nbreak\n"),
        ("a <b>b</b><br>c <!-- not seen -->", "a b\nc \n"),
        ("<div>\n<p>seen</p>\n<!-- unseen -->\n</div>", "seen\n"),
        ("> quoted", "quoted\n"),
        ("```\nx = 1\ny\n```", "x = 1\ny\n"),
        ("![alt](a.png) after", "\ufffc after\n"),
        ("---\ntitle: Terms\n---\nWords.", "Words.\n"),
    ],
)
def test_markup_is_gone_and_words_stay(markdown: str, text: str) -> None:
    assert read(markdown).text == text


def test_runs_know_bold_italic_code_and_links() -> None:
    runs = read("a **b *c*** `d` [e](http://x.example)").runs
    assert [(run.span.start, run.bold, run.italic, run.code, run.link) for run in runs] == [
        (2, True, False, False, ""),
        (4, True, True, False, ""),
        (6, False, False, True, ""),
        (8, False, False, False, "http://x.example"),
    ]


def test_labels_of_lists_are_computed_and_not_in_the_text() -> None:
    document = read("3. three\n4. four\n   - sub\n     - deep\n\n     more\n")
    assert document.text == "three\nfour\nsub\ndeep\nmore\n"
    assert [(block.label, block.level, block.ordered) for block in document.blocks] == [
        ("3.", 0, True),
        ("4.", 0, True),
        ("•", 1, False),
        ("○", 2, False),
        ("", 0, False),
    ]
    assert all(block.label_span is None for block in document.blocks)


def test_a_table_is_cells_even_where_they_are_empty() -> None:
    document = read("| a | b |\n|---|---|\n| c |   |\n")
    assert document.text == "a\nb\nc\n\n"
    assert [block.cell for block in document.blocks] == [
        Cell(0, 0, 0, header=True),
        Cell(0, 0, 1, header=True),
        Cell(0, 1, 0),
        Cell(0, 1, 1),
    ]


def test_lines_that_begin_with_typed_numbers_are_blocks_of_their_own() -> None:
    document = read("下列情形：\n（一）甲；\n（二）乙。\n")
    assert [block.label for block in document.blocks] == ["", "（一）", "（二）"]
    assert document.blocks[1].label_span is not None
    assert document.blocks[1].label_span.of(document.text) == "（一）"


def test_the_first_heading_is_the_title_and_numbers_in_headings_are_labels() -> None:
    document = read("# Terms\n\n## 1. Scope\n\nAll.\n\n### 1.1 Who\n\nYou.\n\n## 2. End\n\nNow.\n")
    assert document.title == "Terms"
    assert document.blocks[0].kind is BlockKind.TITLE
    assert [clause.address for clause in document.clauses] == ["1", "1, para 1", "1.1", "2"]
    assert document.blocks[1].label_span is not None


def test_nested_lists_are_clauses_of_clauses() -> None:
    document = read("1. Fees\n   1. due;\n   2. paid;\n2. Law\n   1. ours;\n")
    assert [clause.address for clause in document.clauses] == ["1", "1.1", "1.2", "2", "2.1"]


@pytest.mark.parametrize("deep", ["> " * 60 + "Words.", "\n".join("  " * depth + "- Words." for depth in range(40))])
def test_what_is_nested_too_deeply_is_refused_and_not_read_without_its_words(deep: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read(f"Before.\n\n{deep}\n\nAfter.")
    assert caught.value.code == "too_large"


@pytest.mark.parametrize("deep", ["> " * 49 + "Words.", "\n".join("  " * depth + "- Words." for depth in range(24))])
def test_what_is_nested_less_deeply_keeps_all_its_words(deep: str) -> None:
    assert read(deep).text.count("Words.") == deep.count("Words.")
