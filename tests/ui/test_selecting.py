"""Selecting by mouse and keys in the policy's text: white space, margins, words, sentences, clauses, growing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from annotations.model import Severity
from documents.model import Block, BlockKind, Cell, PolicyDocument, Span
from documents.reader import open_document
from tests.ui.hands import CTRL, SHIFT, TEXT, drag, letter_at, press, span_of, white_below, words_selected
from ui.document_view import DocumentView
from ui.growing import clause_from, larger, sentences_from, smaller
from ui.highlights import Highlight
from ui.stretches import word_step

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def policy() -> PolicyDocument:
    return open_document(TEXT.encode(), name="policy.txt")


@pytest.fixture
def view(qtbot, policy) -> DocumentView:
    shown = DocumentView()
    qtbot.addWidget(shown)
    shown.resize(900, 600)
    shown.set_document(policy)
    shown.show()
    qtbot.waitExposed(shown)
    QApplication.processEvents()
    return shown


def test_a_drag_in_the_white_between_two_paragraphs_takes_the_nearest_letters(view: DocumentView) -> None:
    first, last = span_of("collect your").start, span_of(" name. We").start
    start, end = letter_at(view, first), letter_at(view, last)
    drag(view, QPoint(start.x(), white_below(view, first)), end)
    assert words_selected(view) == "collect your"
    view.clear_selection()
    drag(view, start, QPoint(end.x(), white_below(view, last)))
    assert words_selected(view) == "collect your"
    view.clear_selection()
    drag(view, QPoint(start.x(), white_below(view, first)), QPoint(end.x(), white_below(view, last)))
    assert words_selected(view) == "collect your"


def test_a_drag_that_begins_in_the_gutter_begins_with_the_line(qtbot, view: DocumentView) -> None:
    end = letter_at(view, span_of(" name. We").start)
    with qtbot.assertNotEmitted(view.clause_clicked):
        drag(view, QPoint(6, end.y()), end)
    assert words_selected(view) == "We collect your"


def test_a_drag_that_begins_in_the_white_left_of_the_column_begins_with_the_line(view: DocumentView) -> None:
    view.resize(1400, 600)
    QApplication.processEvents()
    end = letter_at(view, span_of(" name. We").start)
    offset = view._text.viewport().pos()
    assert offset.x() > 60
    drag(view, QPoint(10, end.y() + offset.y()), end + offset, view._text)
    assert words_selected(view) == "We collect your"


def test_a_click_in_the_white_left_of_the_gutter_takes_no_clause(qtbot, view: DocumentView) -> None:
    view.resize(1400, 600)
    QApplication.processEvents()
    place = QPoint(10, letter_at(view, span_of("We collect").start).y())
    with qtbot.assertNotEmitted(view.clause_clicked):
        drag(view, place, place, view._text)
    assert view.selection() == ()


def test_a_click_in_the_white_beside_marked_words_chooses_no_note(qtbot, view: DocumentView) -> None:
    view.set_highlights([Highlight("a", span_of("You give us data when you write to us."), Severity.HIGH, 1)])
    place = QPoint(view._text.viewport().width() - 60, letter_at(view, span_of("You give").start).y())
    with qtbot.assertNotEmitted(view.note_clicked):
        drag(view, place, place)


def test_the_white_in_a_cell_belongs_to_the_cells_own_lines(qtbot) -> None:
    text = "left cell\nright cell one\nright cell two\nafter"
    blocks = (
        Block(BlockKind.CELL, Span(0, 9), cell=Cell(1, 0, 0)),
        Block(BlockKind.CELL, Span(10, 24), cell=Cell(1, 0, 1)),
        Block(BlockKind.CELL, Span(25, 39), cell=Cell(1, 0, 1)),
        Block(BlockKind.PARAGRAPH, Span(40, 45)),
    )
    view = DocumentView()
    qtbot.addWidget(view)
    view.resize(900, 400)
    view.set_document(PolicyDocument("T", "word", "en", text, blocks))
    view.show()
    QApplication.processEvents()
    left, beside = letter_at(view, 0), letter_at(view, 25)
    drag(view, QPoint(left.x(), beside.y()), QPoint(letter_at(view, 4).x(), beside.y()))
    assert words_selected(view) == "left"


# -- keys ------------------------------------------------------------------------------------------------------------


def test_words_are_selected_by_keys_in_latin_letters(qtbot, view: DocumentView) -> None:
    view.select(Span(span_of("your e-mail").start, span_of("your e-mail").start + 4))
    press(qtbot, view, Qt.Key.Key_Right, CTRL, SHIFT)
    assert words_selected(view) == "your e-mail"
    press(qtbot, view, Qt.Key.Key_Left, CTRL, SHIFT)
    assert words_selected(view) == "your "


def test_words_are_selected_by_keys_in_chinese_from_particle_to_particle(qtbot, view: DocumentView) -> None:
    view.select(span_of("我们会"))
    taken = []
    for _ in range(6):
        press(qtbot, view, Qt.Key.Key_Right, CTRL, SHIFT)
        taken.append(words_selected(view).removeprefix("我们会"))
    assert taken[:4] == ["将", "将您", "将您的", "将您的姓名"]
    press(qtbot, view, Qt.Key.Key_Left, CTRL, SHIFT)
    assert words_selected(view) == "我们会将您的姓名和"


def test_a_particle_inside_a_word_cuts_nothing() -> None:
    text = "合作伙伴以及关联公司，用于普及服务"
    gaps, gap = [], 0
    while gap < len(text):
        gap = word_step(text, gap, 1)
        gaps.append(text[:gap])
    assert gaps == ["合作伙伴以及关联公司", "合作伙伴以及关联公司，", text]


def test_home_end_and_page_keys_select_too(qtbot, view: DocumentView) -> None:
    view.select(span_of("also"))
    press(qtbot, view, Qt.Key.Key_End, SHIFT)
    assert words_selected(view) == "also keep your e-mail address, and more."
    view.select(Span(span_of("also").start, span_of("also").start))
    press(qtbot, view, Qt.Key.Key_Home, SHIFT)
    assert words_selected(view) == "We collect your name. We "
    press(qtbot, view, Qt.Key.Key_PageDown, SHIFT)
    assert "You give us data when you write to us." in words_selected(view)


def test_keys_go_on_from_what_is_read_not_from_a_caret_left_far_away(qtbot) -> None:
    view = long_view(qtbot)
    made = view._policy
    view.restore(made.text.index("Paragraph 150"))
    before = view._strip.value()
    press(qtbot, view, Qt.Key.Key_Right, SHIFT)
    assert abs(view._strip.value() - before) < 40
    assert abs(view.selection()[0].start - made.text.index("Paragraph 150")) < 120


def long_view(qtbot) -> DocumentView:
    lines = "\n\n".join(f"Paragraph {number} says something of its own." for number in range(200))
    view = DocumentView()
    qtbot.addWidget(view)
    view.resize(800, 500)
    view.set_document(open_document(lines.encode(), name="long.txt"))
    view.show()
    QApplication.processEvents()
    return view


def test_nothing_is_scrolled_when_a_selection_out_of_sight_is_let_go(qtbot) -> None:
    view = long_view(qtbot)
    view.select(Span(0, 9))
    view.restore(view._policy.text.index("Paragraph 150"))
    before = view._strip.value()
    view.clear_selection()
    assert view._strip.value() == before


def test_a_sentence_is_taken_where_one_reads_when_the_caret_is_far_away(qtbot) -> None:
    view = long_view(qtbot)
    view.restore(view._policy.text.index("Paragraph 150"))
    before = view._strip.value()
    view.select_sentence()
    assert view.selection()[0].start in range(
        view._policy.text.index("Paragraph 149"), view._policy.text.index("Paragraph 153")
    )
    assert view._strip.value() == before


def test_a_selection_grows_and_shrinks_by_the_same_steps(view: DocumentView) -> None:
    view.select(Span(span_of("keep").start, span_of("keep").start))
    grown = []
    for _ in range(6):
        view.select_more()
        grown.append(words_selected(view))
    assert grown[0] == "keep"
    assert grown[1] == "We also keep your e-mail address, and more."
    assert grown[2] == "We collect your name. We also keep your e-mail address, and more."
    assert grown[3].startswith("1. What we collect\nWe collect")
    assert grown[3].endswith("write to us.")
    assert grown[4] == grown[5] == TEXT.strip()
    shrunk = []
    for _ in range(4):
        view.select_less()
        shrunk.append(words_selected(view))
    assert shrunk == grown[3::-1]
    view.select_less()
    assert view.selection() == ()


def test_chinese_grows_from_the_word_between_particles_to_the_phrase_and_the_sentence(view: DocumentView) -> None:
    view.select(Span(span_of("电话").start, span_of("电话").start))
    grown = []
    for _ in range(4):
        view.select_more()
        grown.append(words_selected(view))
    if grown[0] == "电话":  # where the system has a dictionary
        del grown[0]
    assert grown[:3] == [
        "电话提供给合作伙伴以及关联公司",
        "我们会将您的姓名和电话提供给合作伙伴以及关联公司",
        "我们会将您的姓名和电话提供给合作伙伴以及关联公司，用于普及服务。",
    ]


def test_esc_lets_go_of_the_selection_and_of_the_bar_beside_it(qtbot, view: DocumentView) -> None:
    view.select(span_of("your name"))
    view._show_bar()
    press(qtbot, view, Qt.Key.Key_Escape)
    assert view.selection() == ()
    assert not view._beside.bar.isVisible()


def test_a_sentence_is_selected_and_then_one_more(view: DocumentView) -> None:
    view.select(Span(span_of("your name").start, span_of("your name").start))
    view.select_sentence()
    assert words_selected(view) == "We collect your name."
    view.select_sentence()
    assert words_selected(view) == "We collect your name. We also keep your e-mail address, and more."
    view.select_sentence()
    assert words_selected(view).endswith("and more.")


def test_a_clause_is_selected_and_then_the_one_around_it(view: DocumentView, policy: PolicyDocument) -> None:
    clause = next(clause for clause in policy.clauses if clause.address == "1")
    view.select(Span(span_of("your name").start, span_of("your name").start))
    view.select_clause()
    assert words_selected(view) == "We collect your name. We also keep your e-mail address, and more."
    view.select_clause()
    assert view.selection() == (Span(clause.span.start, clause.span.end),)


def test_words_of_a_note_selected_again_change_the_end_that_moves(qtbot, view: DocumentView) -> None:
    view.select_again(span_of("also keep"))
    press(qtbot, view, Qt.Key.Key_Right, CTRL, SHIFT)
    assert words_selected(view) == "also keep your"
    view.select(span_of("also keep"))
    view.select_again(span_of("also keep"))
    press(qtbot, view, Qt.Key.Key_Left, CTRL, SHIFT)
    assert words_selected(view) == "We also keep"


def test_growing_stops_at_everything_and_shrinking_at_nothing(policy: PolicyDocument) -> None:
    everything = larger(policy, Span(0, len(TEXT) - 1))
    assert larger(policy, everything) == everything
    assert smaller(policy, Span(0, 1), 0) == Span(0, 0)
    empty = PolicyDocument("", "text", "en", "")
    assert (
        larger(empty, Span(0, 0)) == sentences_from(empty, Span(0, 0)) == clause_from(empty, Span(0, 0)) == Span(0, 0)
    )


@pytest.mark.parametrize(
    "button",
    [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.LeftButton, Qt.MouseButton.BackButton],
)
def test_any_button_may_be_pressed_anywhere_in_the_text_and_beside_it(qtbot, view: DocumentView, button) -> None:
    view.resize(1400, 600)
    QApplication.processEvents()
    for widget in (view._text.viewport(), view._text):
        for place in (QPoint(300, 90), QPoint(5, 5), QPoint(10, 200)):
            qtbot.mouseClick(widget, button, pos=place)
            qtbot.mouseDClick(widget, button, pos=place)
            qtbot.mouseMove(widget, place + QPoint(3, 3))
    view.clear_selection()
