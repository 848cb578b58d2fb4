"""Selecting by mouse and keys in the policy's text: white space, margins, words, sentences, clauses, growing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from annotations.model import Severity
from documents.model import Block, BlockKind, Cell, PolicyDocument, Span
from documents.reader import open_document
from ui.document_view import DocumentView
from ui.growing import clause_from, larger, sentences_from, smaller
from ui.highlights import Highlight
from ui.stretches import word_step

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

TEXT = """Harbour privacy notice

1. What we collect
We collect your name. We also keep your e-mail address, and more.

1.1 From you
You give us data when you write to us.

2. Sharing
我们会将您的姓名和电话提供给合作伙伴以及关联公司，用于普及服务。
"""


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


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def words_selected(view: DocumentView) -> str:
    return "|".join(span.of(view._policy.text) for span in view.selection())


def letter_at(view: DocumentView, point: int) -> QPoint:
    """The left edge of a letter in the viewport, half way down its line."""
    box = view._line_box(view._map.to_qt(point))
    return QPoint(box.left(), box.center().y())


def white_below(view: DocumentView, point: int) -> int:
    """A height in the white below the line of a letter, nearer to it than to the next line."""
    return view._line_box(view._map.to_qt(point)).bottom() + 4


def drag(view: DocumentView, start: QPoint, end: QPoint, widget=None) -> None:
    target = widget or view._text.viewport()
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    middle = QPoint((start.x() + end.x()) // 2, (start.y() + end.y()) // 2)
    for kind, place, button, held in (
        (QEvent.Type.MouseButtonPress, start, left, left),
        (QEvent.Type.MouseMove, middle, none, left),
        (QEvent.Type.MouseMove, end, none, left),
        (QEvent.Type.MouseButtonRelease, end, left, none),
    ):
        everywhere = QPointF(target.mapToGlobal(place))
        QApplication.sendEvent(
            target, QMouseEvent(kind, QPointF(place), everywhere, button, held, Qt.KeyboardModifier.NoModifier)
        )


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


def press(qtbot, view: DocumentView, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    qtbot.keyClick(view._text, key, held)


SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


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


# -- the ends of a note's words --------------------------------------------------------------------------------------


def with_current_note(view: DocumentView, words: str, *, movable: bool = True) -> None:
    view.set_highlights([Highlight("a", span_of(words), Severity.HIGH, 1)])
    view.set_current_note("a")
    view.set_ends_movable(movable)


def ends(view: DocumentView) -> list[QPoint]:
    blocks = view._text.visible_blocks(0, view._text.viewport().height())
    return [handle.place.toPoint() for handle in view._painter.handles(blocks)]


def test_either_end_of_the_current_notes_words_can_be_dragged(qtbot, view: DocumentView) -> None:
    with_current_note(view, "your name")
    start, end = ends(view)
    with qtbot.waitSignal(view.range_moved) as moved:
        drag(view, end, letter_at(view, span_of(" also keep").start))
    assert moved.args == ["a", span_of("your name"), span_of("your name. We")]
    with qtbot.waitSignal(view.range_moved) as moved:
        drag(view, start, letter_at(view, span_of("collect your").start))
    assert moved.args == ["a", span_of("your name"), span_of("collect your name")]
    assert view.selection() == ()


def test_an_end_dragged_beyond_the_other_turns_the_range_round(qtbot, view: DocumentView) -> None:
    with_current_note(view, "your name")
    with qtbot.waitSignal(view.range_moved) as moved:
        drag(view, ends(view)[1], letter_at(view, span_of("collect your").start))
    assert moved.args[2] == span_of("collect ")


def test_an_end_put_back_or_given_up_moves_nothing(qtbot, view: DocumentView) -> None:
    with_current_note(view, "your name")
    end = ends(view)[1]
    with qtbot.assertNotEmitted(view.range_moved):
        drag(view, end, end)
        viewport = view._text.viewport()
        qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=end)
        drop = letter_at(view, span_of(" also keep").start)
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        where = QPointF(viewport.mapToGlobal(drop))
        plain = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(viewport, QMouseEvent(QEvent.Type.MouseMove, QPointF(drop), where, none, left, plain))
        assert words_selected(view)
        press(qtbot, view, Qt.Key.Key_Escape)
        qtbot.mouseRelease(viewport, left, pos=drop)
    assert view.selection() == ()


def test_ends_are_only_there_for_the_current_note_and_where_they_may_move(view: DocumentView) -> None:
    with_current_note(view, "your name", movable=False)
    assert ends(view) == []
    view.set_ends_movable(True)
    assert len(ends(view)) == 2
    view.set_current_note(None)
    assert ends(view) == []


def test_the_pointer_says_what_a_press_would_do(view: DocumentView) -> None:
    with_current_note(view, "your name")
    viewport = view._text.viewport()
    for place, shape in (
        (ends(view)[0], Qt.CursorShape.SizeHorCursor),
        (QPoint(10, letter_at(view, span_of("You give").start).y()), Qt.CursorShape.PointingHandCursor),
        (letter_at(view, span_of("give us").start), Qt.CursorShape.IBeamCursor),
    ):
        where = QPointF(viewport.mapToGlobal(place))
        plain, none = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
        QApplication.sendEvent(viewport, QMouseEvent(QEvent.Type.MouseMove, QPointF(place), where, none, none, plain))
        assert viewport.cursor().shape() is shape


def point_at(view: DocumentView, place: QPoint) -> None:
    viewport = view._text.viewport()
    where, plain, none = QPointF(viewport.mapToGlobal(place)), Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
    QApplication.sendEvent(viewport, QMouseEvent(QEvent.Type.MouseMove, QPointF(place), where, none, none, plain))


def test_pointing_at_words_of_several_notes_brings_the_innermost_forward(view: DocumentView) -> None:
    view.set_highlights([
        Highlight("wide", span_of("We collect your name. We also keep"), Severity.HIGH, 1),
        Highlight("inner", span_of("your name"), Severity.LOW, 2),
    ])  # fmt: skip
    inner, alone = letter_at(view, span_of("our name").start), letter_at(view, span_of("also keep").start)
    for place, forward in ((inner, "inner"), (alone, ""), (inner, "inner"), (QPoint(700, inner.y()), "")):
        point_at(view, place)
        assert view._painter.emphasis.hovered == forward
    point_at(view, inner)
    QApplication.sendEvent(view._text.viewport(), QEvent(QEvent.Type.Leave))
    assert view._painter.emphasis.hovered == ""
