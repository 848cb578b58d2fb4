"""Headers, footers and notes are not what a policy is called, wherever they stand among its blocks."""

from __future__ import annotations

from documents.draft import Draft, Source
from documents.model import Block, BlockKind, Span, Story
from documents.reader import open_here
from documents.titles import with_title

LONG = "This paragraph says at some length what its heading promises, and ends in a full stop."


def kinds(*given: tuple[str, Story]) -> list[BlockKind]:
    text, blocks = "", []
    for words, story in given:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(len(text), len(text) + len(words)), story))
        text += f"{words}\n"
    return [block.kind for block in with_title(Draft(text=text, blocks=tuple(blocks)))]


def test_a_header_before_the_title_does_not_take_its_place() -> None:
    found = kinds(("Draft 3", Story.HEADER), ("Rules of the Circle", Story.MAIN), (LONG, Story.MAIN))
    assert found == [BlockKind.PARAGRAPH, BlockKind.TITLE, BlockKind.PARAGRAPH]


def test_the_only_line_of_a_text_is_no_title_though_a_footer_stands_below() -> None:
    assert kinds(("Rules of the Circle", Story.MAIN), ("Page 1", Story.FOOTER)) == [BlockKind.PARAGRAPH] * 2


def test_the_notes_of_a_markdown_file_bear_their_numbers() -> None:
    text = "# T\n\nWords[^b] and more[^1].\n\n[^1]: Second.\n\n    Goes on.\n\n[^b]: First.\n"
    document = open_here(Source(text.encode(), "policy.md"))
    notes = [(one.label, one.span.of(document.text)) for one in document.blocks if one.story is Story.FOOTNOTE]
    assert notes == [("1", "First."), ("2", "Second."), ("", "Goes on.")]
