"""Plain text: lines that a hand broke are one paragraph, lines that stand for themselves are not."""

from __future__ import annotations

from documents.draft import Source
from documents.reader import open_here

PARAGRAPH = "\n".join(
    [
        "The parties agree that whatever one of them learns of the other is kept",
        "as it keeps what is its own, and longer",
    ]
)


def words(text: str) -> list[str]:
    document = open_here(Source(text.encode(), "a.txt"))
    return [block.span.of(document.text) for block in document.blocks]


def test_lines_broken_at_one_width_are_one_paragraph() -> None:
    assert words("\n\n".join([PARAGRAPH] * 15)) == [PARAGRAPH] * 15


def test_line_ends_of_every_kind_and_new_pages_end_a_line() -> None:
    assert words("1. One\r\n2. Two\r3. Three\n\f4. Four\n") == ["1. One", "2. Two", "3. Three", "4. Four"]


def test_a_table_drawn_with_characters_keeps_its_rows() -> None:
    table = [f"| {'What we keep of it'.ljust(30)}| {'How long we keep it'.ljust(30)}|"] * 3
    assert words("\n\n".join([PARAGRAPH] * 15 + ["\n".join(table)]))[-3:] == table
