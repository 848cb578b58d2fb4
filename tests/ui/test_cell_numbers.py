"""Numbers within the cells of a table: painted before the paragraphs they count, never inserted."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor

from documents.model import Block, BlockKind, Cell, InnerLabel, PolicyDocument, Span
from documents.reader import open_document
from tests.ui.test_policy_page import LINES, assert_every_piece_is_ours, held, style
from ui.document_view import DocumentView
from ui.page_style import PageStyle
from ui.policy_page import Page, set_page
from ui.theme import LIGHT

pytestmark = pytest.mark.usefixtures("qapp")


def table(*cells: tuple[str, tuple[InnerLabel, ...]], language: str = "en") -> PolicyDocument:
    """A table of one row; a label at the start of a cell is the block's own."""
    text, blocks = "", []
    for column, (words, labels) in enumerate(cells):
        own = labels[0].label if labels and labels[0].offset == 0 else ""
        span = Span(len(text), len(text) + len(words))
        inner = labels[1:] if own else labels
        blocks.append(Block(BlockKind.CELL, span, label=own, cell=Cell(0, 0, column), inner_labels=inner))
        text += words + "\n"
    return PolicyDocument("T", "word", language, text, tuple(blocks))


def painted(page: Page) -> list[tuple[str, str]]:
    """Each label on the page, and the words of the line it stands before."""
    blocks = [(label, page.document.findBlock(at).text().split("\u2028")[0]) for at, label in page.labels.items()]
    return [(label, words) for label, words in blocks]


SAMPLE = table(
    ("We share:\none\nits line\ninner\ntwo\nno more", (
        InnerLabel(10, "1."), InnerLabel(23, "(a)", 1), InnerLabel(29, "2."), InnerLabel(33, ""),
    )),
    ("", (InnerLabel(0, "7"),)),
    ("plain", ()),
)  # fmt: skip


def test_each_number_of_a_cell_is_painted_before_its_paragraph_and_none_is_inserted() -> None:
    page = set_page(SAMPLE, style("en"))
    assert painted(page) == [("1.", "one"), ("(a)", "inner"), ("2.", "two"), ("7", "")]
    lines = re.split("[\n\u2029\ufdd0]", held(page).strip("\u2029\ufdd0\ufdd1"))
    assert lines == ["We share:", "one", "its line", "inner", "two", "no more", "", "plain"]
    assert_every_piece_is_ours(page)


def test_deeper_items_stand_further_in_and_what_is_no_item_at_the_edge() -> None:
    page = set_page(SAMPLE, style("en"))
    words = ("We share", "one", "inner", "two", "no more", "plain")
    blocks = [page.document.findBlock(page.map.to_qt(SAMPLE.text.index(one))) for one in words]
    edge, one, inner, two, after, plain = [block.blockFormat().leftMargin() for block in blocks]
    assert (edge, after, plain) == (0, 0, 0)
    assert 0 < one == two < inner


@pytest.mark.parametrize(
    "label", ["(xxxviii)", "Schedule 1 to the agreement of the parties as amended", "第一百二十三条"]
)
def test_a_number_of_any_length_has_room_within_a_narrow_cell(label: str) -> None:
    made = table(*[("one\ntwo", (InnerLabel(0, label), InnerLabel(4, "a.", 4)))] * 8)
    set_as = PageStyle(LIGHT, "en")
    page = set_page(made, set_as)
    for at, shown in page.labels.items():
        assert set_as.hang(shown) <= page.document.findBlock(at).blockFormat().leftMargin() + 1


@given(st.lists(st.tuples(LINES, st.booleans()), min_size=1, max_size=8), LINES)
def test_a_cell_keeps_its_words_whatever_is_numbered_in_it(lines: list[tuple[str, bool]], after: str) -> None:
    words, labels = "", []
    for number, (line, has_label) in enumerate(lines):
        if has_label:
            labels.append(InnerLabel(len(words), f"{number}.", number % 3))
        words += line + "\n"
    made = table((words[:-1], tuple(labels)), (after, ()))
    page = set_page(made, style("en"))
    assert_every_piece_is_ours(page)
    for block in made.blocks:
        start, end = page.map.range_of(block.span)
        cells = [QTextCursor(page.document.findBlock(at)).currentTable().cellAt(at).column() for at in (start, end)]
        assert cells == [block.cell.column] * 2


def test_a_selection_over_the_items_of_a_cell_is_the_text_between(qtbot) -> None:
    html = "<table><tr><th>Who<th>What<tr><td>Harbour<td>We share<ol><li>name 😀<li>address</ol></table>"
    policy = open_document(html.encode(), name="p.html")
    page = set_page(policy, style("en"))
    words = Span(policy.text.index("name"), policy.text.index("address") + 7)
    assert page.map.span_of(*page.map.range_of(words)) == words
    view = DocumentView()
    qtbot.addWidget(view)
    view.set_document(policy)
    view.resize(600, 300)
    assert not view.grab().isNull()
