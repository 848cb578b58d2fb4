"""Markdown beside CommonMark: footnotes, front matter, site builders' tags, HTML inside."""

from __future__ import annotations

import pytest

from documents.draft import Source
from documents.model import BlockKind, PolicyDocument, Story
from documents.reader import open_here


def read(markdown: str) -> PolicyDocument:
    return open_here(Source(markdown.encode(), "policy.md"))


def test_footnotes_come_after_the_text_and_leave_no_mark() -> None:
    document = read(
        "Kept[^b] for long[^1].\n\n[^1]: Ten years.\n    And *more*.\n\n    A second one.\n[^b]: By us.\n\nEnd[^x].\n"
    )
    assert document.text == "Kept for long.\nEnd[^x].\nBy us.\nTen years. And more.\nA second one.\n"
    assert [block.story for block in document.blocks] == [Story.MAIN] * 2 + [Story.FOOTNOTE] * 3


def test_footnotes_in_code_are_code() -> None:
    assert "[^1]: x" in read("```\n[^1]: x\n```\nWords.").text


@pytest.mark.parametrize(
    "front",
    ["---\ntitle: Terms\ntags:\n  - a\n---\n", '+++\ntitle = "Terms"\n+++\n', "---\n# no\ntitle: 'Terms'\n...\n"],
)
def test_front_matter_is_set_apart(front: str) -> None:
    document = read(f"{front}Words of it.")
    assert document.title == "Terms"
    assert document.text == "Words of it.\n"
    assert "title" in document.hidden[0].words
    assert [warning.code for warning in document.warnings][:1] == ["front_matter"]


def test_words_between_two_rules_are_no_front_matter() -> None:
    assert read("---\nWe keep what you give us.\n\n---\nEnd.").text.startswith("We keep what you give us.\n")


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("- [ ] open\n- [x] done", "☐ open\n☑ done\n"),
        ("## Scope {#scope .big}", "Scope\n"),
        ("[TOC]\n\nWords {% include x.html %}here.\n{% endif %}", "Words here.\n"),
        ("{{< note >}}\nWords.\n{{< /note >}}", "Words.\n"),
        ("{% comment %}\nnot seen\n{% endcomment %}\nSeen.", "Seen.\n"),
        ("> [!NOTE]\n> Mind this.", "Mind this.\n"),
        ('!!! note "Mind"\n    This is *said*.\n\nAfter.', "Mind\nThis is said.\nAfter.\n"),
        ("Data\n: What we hold.\n: And more.", "Data\nWhat we hold.\nAnd more.\n"),
        ("Title\n=====\n\nSub\n---\n", "Title\nSub\n"),
        ("See [the law][l].\n\n[l]: http://x.example 'Law'", "See the law.\n"),
        ("Code `**a。**b` stays", "Code **a。**b stays\n"),
    ],
)
def test_what_site_builders_understand_is_read_as_they_show_it(markdown: str, text: str) -> None:
    assert read(markdown).text == text


@pytest.mark.parametrize("markdown", ["**注意：**请阅读", "请**“注意”**阅读", "**A。**请**B：**读"])
def test_bold_words_in_chinese_need_no_spaces_around(markdown: str) -> None:
    document = read(markdown)
    assert "*" not in document.text
    assert document.runs
    assert all(run.bold for run in document.runs)


def test_a_table_written_in_html_is_a_table() -> None:
    table = "<table><tr><th>What</th><th>Why <b>so</b></th></tr><tr><td>Name</td></tr></table>"
    document = read(f"| a |\n|---|\n| b |\n\n{table}\n\nAfter.")
    assert document.text == "a\nb\nWhat\nWhy so\nName\nAfter.\n"
    assert [(block.cell.table, block.cell.row) for block in document.blocks if block.cell] == [
        (0, 0),
        (0, 1),
        (1, 0),
        (1, 0),
        (1, 1),
    ]
    bold = next(run for run in document.runs if run.bold)
    assert bold.span.of(document.text) == "so"


def test_a_list_written_in_html_has_labels() -> None:
    document = read("1. One\n\n<ol type=a><li>x</li><li>y</li></ol>\n")
    assert [block.label for block in document.blocks] == ["1.", "a.", "b."]
    assert document.blocks[0].list_id != document.blocks[1].list_id


def test_hidden_html_is_not_read() -> None:
    document = read("<div style='display:none'>not seen</div>\n\nSeen.")
    assert document.text == "Seen.\n"
    assert [one.words for one in document.hidden] == ["not seen"]
    assert next(warning.code for warning in document.warnings) == "hidden_parts"


def test_a_picture_is_known_by_its_words() -> None:
    document = read("See ![The *flow*](flow.png).")
    assert [(one.place, one.name, one.source) for one in document.pictures] == [(4, "The flow", "flow.png")]


def test_a_quoted_table_and_a_heading_are_what_they_are() -> None:
    document = read("# A\n\n> | a |\n> |---|\n> | b |\n")
    assert [block.kind for block in document.blocks] == [BlockKind.TITLE, BlockKind.CELL, BlockKind.CELL]


def test_the_place_of_a_notes_mark_is_kept_with_the_note() -> None:
    source = "一句**话**[^b]\n下一句。[^a] End.[^none]\n\n[^a]: First.\n[^b]: Second.\n\n    And more.\n"
    policy = read(source)
    assert policy.text == "一句话下一句。 End.[^none]\nSecond.\nAnd more.\nFirst.\n"
    found = [(policy.text[: mark.place], mark.note.of(policy.text)) for mark in policy.note_marks]
    assert found == [("一句话", "Second.\nAnd more."), ("一句话下一句。", "First.")]
