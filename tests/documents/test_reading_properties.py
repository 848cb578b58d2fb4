"""What is true of every policy that was read, and of its reading."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.errors import UnreadableDocument
from documents.model import PolicyDocument, Story
from documents.reader import open_document
from documents.reading import pack, unpack

_LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "一、总则",
                "1、甲项；",
                "（一）乙",
                "(a) thing;",
                "(i) sub",
                "第一条 范围",
                "4.2 Fees",
                "# Title",
                "## Head",
                "- bullet",
            ]
        ),
        st.sampled_from(["• 点", "", "  ", "plain words here.", "> quote", "| a | b |", "|---|---|", "```"]),
        st.sampled_from(["**bold** [x](y)", "1. item", "   1. inner", "a<br>(b) c", "\u00a0", "\ufffc"]),
        st.text(max_size=30),
    ),
    min_size=1,
    max_size=25,
)


def opened(lines: list[str], name: str) -> PolicyDocument | None:
    try:
        return open_document("\n".join(lines).encode("utf-8", "replace"), name=name, encoding="utf-8")
    except UnreadableDocument:
        return None


def check(document: PolicyDocument) -> None:
    text, end = document.text, 0
    for block in document.blocks:
        assert end <= block.span.start <= block.span.end <= len(text)
        assert block.span.end == len(text) or text[block.span.end] == "\n"
        if block.label_span:
            assert block.span.contains(block.label_span)
        end = block.span.end
    for run in document.runs:
        assert 0 <= run.span.start < run.span.end <= len(text)
    starts = [clause.span.start for clause in document.clauses]
    assert starts == sorted(starts)
    found = [clause.address for clause in document.clauses]
    assert len(found) == len(set(found))
    for clause in document.clauses:
        assert clause.span.contains(clause.own)
        assert clause.address


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@given(lines=_LINES)
def test_blocks_lie_in_order_and_clauses_inside_the_text(name: str, lines: list[str]) -> None:
    document = opened(lines, name)
    if document:
        check(document)


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@given(lines=_LINES)
def test_a_reading_gives_back_the_document_it_was_made_of(name: str, lines: list[str]) -> None:
    document = opened(lines, name)
    if document:
        assert unpack(pack(document)) == document


def test_bytes_that_are_no_reading_are_refused() -> None:
    with pytest.raises(ValueError, match="not a reading"):
        unpack(b"something else")


@given(lines=_LINES)
def test_plain_text_is_the_file_itself(lines: list[str]) -> None:
    document = opened(lines, "a.txt")
    if document:
        assert all(block.story is Story.MAIN for block in document.blocks)
        left = "".join(block.span.of(document.text) for block in document.blocks)
        assert "".join(left.split()) == "".join(document.text.split())
