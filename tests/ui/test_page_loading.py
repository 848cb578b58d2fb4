"""A long policy: its first screens at once, the rest while one reads, and everything right in between."""

import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from annotations.model import Severity
from documents.model import Block, BlockKind, Cell, Clause, PolicyDocument, Span
from ui.document_view import DocumentView, Highlight
from ui.layout_pace import LayoutPace
from ui.page_loading import LONG
from ui.page_style import PageStyle
from ui.policy_page import PageSetter, set_page
from ui.theme import DARK, LIGHT

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

SENTENCE = "条，我们收集姓名、电话和地址，用于办理预约，并在约定的期限届满以后予以删除或者匿名化处理。"


def long_policy(characters: int = LONG + 50_000, *, table_at: int = -1, rows: int = 0) -> PolicyDocument:
    """A policy of numbered paragraphs, and a table if one is asked for."""
    parts, blocks, here, number = [], [], 0, 0
    while here < characters:
        number += 1
        words, kind, cell = f"第{number}{SENTENCE}", BlockKind.PARAGRAPH, None
        if table_at <= number < table_at + 2 * rows:
            kind, cell = BlockKind.CELL, Cell(0, (number - table_at) // 2, (number - table_at) % 2)
        blocks.append(Block(kind, Span(here, here + len(words)), cell=cell))
        parts.append(words)
        here += len(words) + 1
    whole = Span(0, here)
    clauses = (Clause("1", "一", "t", 1, whole, Span(0, here // 2)),)
    return PolicyDocument("长", "text", "zh", "\n".join(parts) + "\n", tuple(blocks), (), clauses)


POLICY = long_policy()


def found(words: str) -> Span:
    start = POLICY.text.index(words)
    return Span(start, start + len(words))


FAR = found("第3500条")
NEAR = found("第12条")


@pytest.fixture
def view(qtbot) -> DocumentView:
    """A view that shows the first screens and has not begun with the rest."""
    shown = DocumentView()
    qtbot.addWidget(shown)
    shown.resize(728, 670)
    shown.show()
    qtbot.waitExposed(shown)
    shown._loading._timer.setInterval(60_000)
    shown.set_document(POLICY)
    assert shown._loading.under_way
    return shown


def load(view: DocumentView) -> None:
    """Let the rest come as it comes by itself."""
    while view._loading.under_way:
        view._loading._work()


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def picture(view: DocumentView) -> QImage:
    return view._text.viewport().grab().toImage()


def place_of(view: DocumentView, span: Span) -> QPoint:
    cursor = QTextCursor(view._text.document())
    cursor.setPosition(view._map.range_of(span)[0])
    return view._text.cursorRect(cursor).center()


def is_in_view(view: DocumentView, span: Span) -> bool:
    return view._text.viewport().rect().contains(place_of(view, span))


def test_a_long_policy_comes_in_two_goes_and_is_whole_by_itself(qtbot) -> None:
    view = DocumentView()
    qtbot.addWidget(view)
    view.resize(728, 670)
    view.set_document(POLICY)
    view.show()
    first = view._text.document().blockCount()
    assert first < len(POLICY.blocks) / 4
    qtbot.waitUntil(lambda: not view._loading.under_way)
    assert view._text.document().blockCount() == len(POLICY.blocks)
    assert view._map.pieces == set_page(POLICY, PageStyle(LIGHT, "zh")).map.pieces


def test_a_policy_of_usual_length_is_whole_at_once(qtbot) -> None:
    view = DocumentView()
    qtbot.addWidget(view)
    view.set_document(long_policy(20_000))
    assert not view._loading.under_way


def test_a_page_set_in_steps_is_the_page_set_at_once() -> None:
    made = long_policy(table_at=100, rows=300)
    style = PageStyle(LIGHT, "zh")
    setter, taken = PageSetter(made, style), 0
    for _ in setter.steps():
        taken += 1
    page, whole = setter.result(), set_page(made, style)
    assert taken > len(made.text) / 12_000
    assert page.document.toHtml() == whole.document.toHtml()
    assert (page.map.pieces, page.labels) == (whole.map.pieces, whole.labels)


def test_the_first_screens_stand_in_qt_where_they_will_stand_in_the_whole() -> None:
    style = PageStyle(LIGHT, "zh")
    first, whole = PageSetter(POLICY, style, 100).page(), set_page(POLICY, style)
    for block in POLICY.blocks[:100]:
        assert first.map.range_of(block.span) == whole.map.range_of(block.span)


def test_nothing_that_is_seen_or_selected_changes_when_the_rest_comes(qtbot, view: DocumentView) -> None:
    view.set_highlights([Highlight("a", NEAR, Severity.CRITICAL), Highlight("b", FAR, Severity.LOW)])
    view.set_search_hits([found("第14条"), FAR], 0)
    view.set_current_note("a")
    view.select(found("第15条"))
    view.restore(found("第8条").start)
    settle()
    before, value, cursor = picture(view), view._strip.value(), view._text.textCursor()
    anchor, position = cursor.anchor(), cursor.position()
    assert value > 0
    with qtbot.assertNotEmitted(view.position_changed), qtbot.assertNotEmitted(view.selection_changed):
        load(view)
        settle()
    assert picture(view) == before
    after = view._text.textCursor()
    assert (view._strip.value(), after.anchor(), after.position()) == (value, anchor, position)
    assert view.selection() == (found("第15条"),)
    assert (len(view._painter.index), len(view._painter.emphasis.hits)) == (2, 2)


def test_a_caret_without_a_selection_stays_too(view: DocumentView) -> None:
    view.select(NEAR)
    view.clear_selection()
    position = view._text.textCursor().position()
    load(view)
    assert view._text.textCursor().position() == position


def test_words_further_on_can_be_revealed_at_once(qtbot, view: DocumentView) -> None:
    view.reveal(FAR, select=True)
    assert view.selection() == (FAR,)
    qtbot.waitUntil(lambda: is_in_view(view, FAR))


def test_a_jump_that_is_under_way_lands_where_it_was_going(qtbot, view: DocumentView) -> None:
    view.reveal(found("第60条"))
    load(view)
    qtbot.waitUntil(lambda: is_in_view(view, found("第60条")))


def test_words_further_on_can_be_selected(view: DocumentView) -> None:
    view.select(Span(NEAR.start, FAR.end))
    assert view.selection() == (Span(NEAR.start, FAR.end),)


@pytest.mark.parametrize("words", ["第400条", "第3500条", f"第{len(POLICY.blocks) - 40}条"])
def test_a_place_is_gone_back_to_at_once(qtbot, view: DocumentView, words: str) -> None:
    view.restore(found(words).start)
    for _ in range(2):
        assert abs(view.reading_position() - found(words).start) < 50
        settle()
    qtbot.wait(50)
    assert abs(view.reading_position() - found(words).start) < 50


def test_the_end_of_a_policy_is_gone_back_to_without_blank_paper(view: DocumentView) -> None:
    view.restore(len(POLICY.text))
    view._anew.finish()
    height = view._text.document().documentLayout().documentSize().height()
    assert view._strip.value() == pytest.approx(height - view._text.viewport().height(), abs=2)


def test_the_beginning_needs_no_more_than_the_first_screens(view: DocumentView) -> None:
    view.restore(0)
    view.reveal(found("第2条"))
    assert view._loading.under_way


def test_ctrl_end_goes_to_the_end_of_the_policy(qtbot, view: DocumentView) -> None:
    qtbot.keyClick(view._text, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert not view._loading.under_way
    last = POLICY.blocks[-1].span
    assert view._map.to_point(view._text.textCursor().position()) >= last.end
    assert is_in_view(view, last)
    settle()
    assert is_in_view(view, last)


def test_shift_alone_needs_nothing(qtbot, view: DocumentView) -> None:
    qtbot.keyPress(view._text, Qt.Key.Key_Shift)
    assert view._loading.under_way


def test_everything_can_be_selected_and_copied(qtbot, view: DocumentView) -> None:
    qtbot.keyClick(view._text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    whole = Span(0, POLICY.blocks[-1].span.end)
    assert view.selection() == (whole,)
    qtbot.keyClick(view._text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == whole.of(POLICY.text)


def test_the_menus_select_all_takes_all(view: DocumentView) -> None:
    view.select_all()
    assert view.selection() == (Span(0, POLICY.blocks[-1].span.end),)


def test_a_click_in_the_gutter_takes_a_clause_that_goes_on_behind_the_first_screens(qtbot, view: DocumentView) -> None:
    place = place_of(view, found("第1条"))
    place.setX(8)
    qtbot.mouseClick(view._text.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(view.selection()[0]) > len(POLICY.text) // 2 - 60
    qtbot.mouseClick(view._text.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(view.selection()[0]) > len(POLICY.text) - 60


def test_the_strip_taken_hold_of_at_its_end_goes_to_the_end(qtbot, view: DocumentView) -> None:
    qtbot.mouseClick(view._strip, Qt.MouseButton.LeftButton, pos=QPoint(5, view._strip.height() - 1))
    assert not view._loading.under_way
    assert view._strip.value() == view._strip.maximum()
    assert is_in_view(view, POLICY.blocks[-1].span)


def test_who_scrolls_to_the_end_of_the_first_screens_finds_more(qtbot, view: DocumentView) -> None:
    viewport = view._text.viewport()
    middle = QPointF(viewport.rect().center())
    none, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    before = view._strip.maximum()
    for _ in range(before // 30):
        turn = QWheelEvent(middle, middle, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, none, phase, False)
        QApplication.sendEvent(viewport, turn)
    qtbot.waitUntil(lambda: not view._loading.under_way)
    qtbot.waitUntil(lambda: view._strip.maximum() > before)


def test_words_are_dragged_over_while_the_rest_comes(qtbot, view: DocumentView) -> None:
    viewport = view._text.viewport()
    start, end = place_of(view, found("第3条")), place_of(view, found("第9条"))
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(viewport, start + QPoint(40, 0))
    load(view)
    qtbot.mouseMove(viewport, end)
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)
    assert view.selection() == (Span(found("第3条").start, POLICY.blocks[7].span.end),)


def test_notes_and_hits_that_come_while_it_loads_are_there_when_it_is_whole(view: DocumentView) -> None:
    view.set_highlights([Highlight("b", FAR, Severity.LOW)])
    view.set_search_hits([FAR], 0)
    assert len(view._painter.index) == 0
    load(view)
    start, end = view._map.range_of(FAR)
    assert [(item.start, item.end) for item in view._painter.index] == [(start, end)]
    assert [(item.start, item.end) for item in view._painter.emphasis.hits] == [(start, end)]


def test_another_policy_while_one_is_loading_takes_its_place(view: DocumentView) -> None:
    short = long_policy(2000)
    view.set_document(short)
    assert not view._loading.under_way
    view.set_document(POLICY)
    view._loading._work()
    other = long_policy(LONG + 90_000)
    view.set_document(other)
    load(view)
    assert view._text.document().blockCount() == len(other.blocks)
    view.select(other.blocks[-1].span)
    assert view.selection() == (other.blocks[-1].span,)


def test_a_policy_that_has_just_been_shown_is_read_from_its_beginning(qtbot, view: DocumentView) -> None:
    view.restore(FAR.start)
    view.set_document(long_policy(2000))
    assert view.reading_position() == 0
    with qtbot.assertNotEmitted(view.position_changed):
        view.set_document(POLICY)
    assert view.reading_position() == 0


def test_another_policy_after_one_that_was_scrolled_comes_in_two_goes_too(view: DocumentView) -> None:
    view.resize(728, 1400)
    view.restore(FAR.start)
    settle()
    view.set_document(POLICY)
    settle()
    assert view._loading.under_way
    assert view.reading_position() == 0


def test_another_size_and_theme_while_it_loads_keep_the_place(view: DocumentView) -> None:
    view.select(NEAR)
    view.restore(found("第8条").start)
    view.set_text_size(22)
    view.set_theme(DARK)
    assert abs(view.reading_position() - found("第8条").start) < 60
    load(view)
    assert view.selection() == (NEAR,)
    assert abs(view.reading_position() - found("第8条").start) < 60
    assert view._text.document().blockCount() == len(POLICY.blocks)


def test_a_view_that_goes_while_it_loads_leaves_nothing_behind(qtbot) -> None:
    view = DocumentView()
    view._loading._timer.setInterval(0)
    view.set_document(POLICY)
    view.show()
    loading = view._loading
    QApplication.processEvents()
    view.close()
    view.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(loading)
    qtbot.wait(30)
    gc.collect()


def test_a_long_page_is_laid_out_in_small_steps_and_the_strip_knows_its_height_then(qtbot, view, monkeypatch) -> None:
    steps = []
    taken = LayoutPace._step
    monkeypatch.setattr(LayoutPace, "_step", lambda pace, document: steps.append(1) or taken(pace, document))
    monkeypatch.setattr("ui.layout_pace._SLICE", 0.0)
    load(view)
    qtbot.waitUntil(lambda: view._text._pace._document is None)
    assert len(steps) >= len(POLICY.text) // 8_000
    height = view._text.document().documentLayout().documentSize().height()
    qtbot.waitUntil(lambda: abs(view._strip.maximum() - height + view._text.viewport().height()) <= 1)


def test_a_table_is_not_cut_in_two(qtbot) -> None:
    made = long_policy(table_at=400, rows=200)
    view = DocumentView()
    qtbot.addWidget(view)
    view.set_document(made)
    shown = view._text.document()
    table = QTextCursor(shown.findBlock(view._map.range_of(made.blocks[450].span)[0])).currentTable()
    assert table.rows() == 200
