"""The pages of a PDF take the same keys and handles as the text: sentence, clause, more, less, the ends of a note."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from annotations.model import Severity
from documents.model import Span
from tests.documents.pdf_files import Sheet, hanzi, pdf_of
from tests.ui.paper_files import COLUMNS, numbered_file, read, span_of
from ui.highlights import Highlight
from ui.page_view import PageView
from ui.tasks import Tasks

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def show(qtbot):
    made = Tasks()

    def shown(data: bytes) -> PageView:
        view = PageView(made)
        qtbot.addWidget(view)
        view.resize(728, 670)
        view.set_document(read(data))
        view.show()
        qtbot.waitExposed(view)
        QApplication.processEvents()
        return view

    yield shown
    made.drain(5_000)


def words_selected(view: PageView) -> str:
    return "|".join(span.of(view._policy.text) for span in view.selection())


def move(view: PageView, kind: QEvent.Type, place: QPointF, *, held: bool) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button = none if kind is QEvent.Type.MouseMove else left
    viewport = view._area.viewport()
    buttons = left if held else none
    QApplication.sendEvent(viewport, QMouseEvent(kind, place, viewport.mapToGlobal(place), button, buttons, PLAIN))


def letter(view: PageView, point: int) -> QPointF:
    """The left edge of a letter, half way down its line."""
    box = view._area.boxes_of(Span(point, point + 1))[0]
    return QPointF(QPoint(box.left(), box.center().y()))


def handles(view: PageView):
    area = view._area
    return [handle for sheet in area.sheets() for handle in area.marks.handles(area.layout_of_pages, sheet)]


def with_note(view: PageView, words: str) -> Span:
    span = span_of(view._policy, words)
    view.set_highlights([Highlight("a", span, Severity.HIGH, 1)])
    view.set_current_note("a")
    view.set_ends_movable(True)
    return span


def test_either_end_of_the_current_notes_words_can_be_dragged_on_a_page(qtbot, show) -> None:
    view = show(COLUMNS)
    span = with_note(view, "that we collect 1")
    start, end = handles(view)
    for handle, drop, new in (
        (end, span.end - 2, Span(span.start, span.end - 2)),
        (start, span.start + 5, Span(span.start + 5, span.end)),
    ):
        with qtbot.waitSignal(view.range_moved) as moved:
            move(view, QEvent.Type.MouseButtonPress, handle.place, held=True)
            move(view, QEvent.Type.MouseMove, letter(view, drop), held=True)
            move(view, QEvent.Type.MouseButtonRelease, letter(view, drop), held=False)
        assert moved.args == ["a", span, new]
        assert view.selection() == ()


def test_esc_gives_up_a_drag_on_a_page(qtbot, show) -> None:
    view = show(COLUMNS)
    span = with_note(view, "that we collect 1")
    with qtbot.assertNotEmitted(view.range_moved):
        move(view, QEvent.Type.MouseButtonPress, handles(view)[1].place, held=True)
        move(view, QEvent.Type.MouseMove, letter(view, span.start + 3), held=True)
        assert view.selection()
        qtbot.keyClick(view._area, Qt.Key.Key_Escape)
        move(view, QEvent.Type.MouseButtonRelease, letter(view, span.start + 3), held=False)
    assert view.selection() == ()


def test_esc_lets_go_of_the_selection_on_a_page(qtbot, show) -> None:
    view = show(COLUMNS)
    view.select(span_of(view._policy, "that we collect 1"))
    view._show_bar()
    qtbot.keyClick(view._area, Qt.Key.Key_Escape)
    assert view.selection() == ()
    assert not view._beside.bar.isVisible()


def test_ends_are_on_a_page_only_where_they_may_move(show) -> None:
    view = show(COLUMNS)
    with_note(view, "that we collect 1")
    view.set_ends_movable(False)
    assert handles(view) == []


def test_a_sentence_grows_to_a_clause_and_shrinks_again_on_a_page(show) -> None:
    view = show(numbered_file())
    point = next(clause for clause in view._policy.clauses if len(clause.own) > 20).own.start + 8
    view.select(Span(point, point))
    view.select_more()
    word = words_selected(view)
    assert word
    view.select_sentence()
    sentence = words_selected(view)
    assert word in sentence
    view.select_clause()
    assert sentence in words_selected(view)
    view.select_less()
    view.select_less()
    assert len(words_selected(view)) < len(sentence)


def test_words_are_stepped_over_by_the_same_rule_on_a_page(qtbot, show) -> None:
    view = show(pdf_of([Sheet(hanzi("我们会将您的姓名和电话提供给合作伙伴。", 72, 700, size=14))]))
    view.select(span_of(view._policy, "我们会"))
    held = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
    for _ in range(4):
        qtbot.keyClick(view._area, Qt.Key.Key_Right, held)
    assert words_selected(view) == "我们会将您的姓名"


def test_words_of_a_note_selected_again_change_the_end_that_moves_on_a_page(qtbot, show) -> None:
    view = show(COLUMNS)
    span = span_of(view._policy, "we collect")
    view.select(span)
    view.select_again(span)
    held = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(view._area, Qt.Key.Key_Left, held)
    assert words_selected(view) == "that we collect"


def test_where_words_stand_in_the_view_is_told(show) -> None:
    view = show(COLUMNS)
    point = span_of(view._policy, "that we collect 1").start
    box = view._area.boxes_of(Span(point, point + 1))[0]
    assert abs(view.height_in_view(point) - box.top()) <= 2
    before = view.height_in_view(point)
    view._strip.setValue(view._strip.value() + 50)
    assert view.height_in_view(point) == before - 50


def test_pointing_at_words_of_several_notes_brings_the_innermost_forward_on_a_page(show) -> None:
    view = show(COLUMNS)
    wide, inner = span_of(view._policy, "that we collect 1"), span_of(view._policy, "collect 1")
    view.set_highlights([Highlight("wide", wide, Severity.HIGH, 1), Highlight("inner", inner, Severity.LOW, 2)])
    here = letter(view, inner.start + 2)
    move(view, QEvent.Type.MouseMove, here, held=False)
    assert view._marks.emphasis.hovered == "inner"
    move(view, QEvent.Type.MouseMove, letter(view, wide.start + 1), held=False)
    assert view._marks.emphasis.hovered == ""
    move(view, QEvent.Type.MouseMove, here, held=False)
    QApplication.sendEvent(view._area.viewport(), QEvent(QEvent.Type.Leave))
    assert view._marks.emphasis.hovered == ""
