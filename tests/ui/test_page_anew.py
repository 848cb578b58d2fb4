"""A long page in another size, width or theme: what is in view at once, the rest in slices, the reading place kept."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication

from annotations.model import Severity
from documents.model import Block, BlockKind, PolicyDocument, Span
from ui.document_view import DocumentView, Highlight
from ui.glimpse import part_around
from ui.page_loading import LONG
from ui.theme import DARK

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

SENTENCE = "条，我们收集姓名、电话和地址，用于办理预约，并在约定的期限届满以后予以删除或者匿名化处理。"


def made() -> PolicyDocument:
    parts, blocks, here = [], [], 0
    while here < LONG + 20_000:
        words = f"第{len(parts) + 1}{SENTENCE}"
        blocks.append(Block(BlockKind.PARAGRAPH, Span(here, here + len(words))))
        parts.append(words)
        here += len(words) + 1
    return PolicyDocument("长", "text", "zh", "\n".join(parts) + "\n", tuple(blocks))


POLICY = made()


def found(words: str) -> Span:
    start = POLICY.text.index(words)
    return Span(start, start + len(words))


FAR = found("第2000条")


@pytest.fixture
def view(qtbot) -> DocumentView:
    """A view that stands far inside a long policy, all of it set, with marks on the words."""
    shown = DocumentView()
    qtbot.addWidget(shown)
    shown.resize(728, 670)
    shown.show()
    qtbot.waitExposed(shown)
    shown.set_document(POLICY)
    near = [Span(FAR.start + 100 * number, FAR.start + 100 * number + 30) for number in range(9)]
    levels = list(Severity)
    shown.set_highlights([Highlight(f"n{number}", span, levels[number % 5]) for number, span in enumerate(near)])
    shown.set_search_hits([found("第2003条"), found("第2004条")], 1)
    shown.set_current_note("n1")
    shown.restore(FAR.start)
    shown._anew.finish()
    return shown


def seen(view: DocumentView) -> QImage:
    view._text.setCursorWidth(0)  # it blinks
    return view.grab(view._covered()).toImage()


def hold(view: DocumentView) -> None:
    """Let nothing be set behind the picture until it is asked for."""
    view._anew._timer.setInterval(60_000)


@pytest.mark.parametrize(
    "change",
    [lambda view: view.set_text_size(21), lambda view: view.set_narrow(True), lambda view: view.set_theme(DARK)],
    ids=["size", "width", "theme"],
)
def test_what_is_seen_at_once_is_what_stands_there_in_the_end(view, change) -> None:
    hold(view)
    change(view)
    assert view._anew.under_way
    at_once = view._anew.pixmap().toImage()
    view._anew.finish()
    assert not view._anew.isVisible()
    assert seen(view) == at_once
    assert view.reading_position() == FAR.start


def test_selected_words_are_seen_and_stay_selected(view) -> None:
    hold(view)
    words = found("第2002条，我们收集姓名")
    view.select(words)
    view.set_text_size(19)
    at_once = view._anew.pixmap().toImage()
    assert view.selection() == (words,)
    view._anew.finish()
    assert view.selection() == (words,)
    assert seen(view) == at_once


def test_the_page_comes_in_slices_between_which_the_window_answers(qtbot, view, monkeypatch) -> None:
    monkeypatch.setattr("ui.page_anew._SLICE", 0.0)
    view._anew._timer.setInterval(0)
    turns, document = [], view._text.document()
    view._anew._timer.timeout.connect(lambda: turns.append(view._text.document() is document))
    view.set_text_size(19)
    assert view._text.document() is document, "nothing but a picture was made at once"
    qtbot.waitUntil(lambda: not view._anew.under_way, timeout=20_000)
    assert turns.count(True) >= len(POLICY.text) // 12_000, "it is filled in slices"
    assert turns.count(False) >= FAR.start // 12_000, "and laid out in slices"
    assert view._text.updatesEnabled()
    assert view.text_size() == 19


def test_the_place_is_told_to_nobody_while_it_stays(qtbot, view) -> None:
    hold(view)
    with qtbot.assertNotEmitted(view.position_changed), qtbot.assertNotEmitted(view.selection_changed):
        view.set_text_size(19)
        assert view.reading_position() == FAR.start
        view._anew.finish()
    assert view.reading_position() == FAR.start


@pytest.mark.parametrize(
    "reach",
    [
        lambda view: view.select(found("第2500条")),
        lambda view: view.reveal(found("第2500条")),
        lambda view: view.select_all(),
        lambda view: QApplication.sendEvent(view._anew, wheel(view)),
    ],
    ids=["select", "reveal", "select all", "wheel"],
)
def test_who_reaches_into_the_text_gets_it_at_once(view, reach) -> None:
    hold(view)
    view.set_text_size(19)
    reach(view)
    assert not view._anew.under_way
    assert not view._anew.isVisible()


def wheel(view: DocumentView) -> QWheelEvent:
    middle = QPointF(view.rect().center())
    none, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    return QWheelEvent(middle, middle, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, none, phase, False)


def test_a_key_and_a_click_get_it_too(qtbot, view) -> None:
    hold(view)
    view.set_text_size(19)
    qtbot.keyClick(view._text, Qt.Key.Key_Down)
    assert not view._anew.under_way
    view.set_text_size(21)
    qtbot.mouseClick(view._anew, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    assert not view._anew.under_way


def test_one_change_after_another_keeps_the_place_of_the_first(view) -> None:
    hold(view)
    for size in (18, 19, 20, 21, 22):
        view.set_text_size(size)
        assert view.reading_position() == FAR.start
    view._anew.finish()
    assert view.reading_position() == FAR.start
    assert len(view._painter.index) == 9


def test_another_policy_takes_the_place_of_what_is_under_way(view) -> None:
    hold(view)
    view.set_text_size(19)
    view.set_document(PolicyDocument("b", "text", "en", "Short.\n", (Block(BlockKind.PARAGRAPH, Span(0, 6)),)))
    assert not view._anew.under_way
    assert not view._anew.isVisible()
    assert view._text.updatesEnabled()
    assert view._text.toPlainText() == "Short."


def test_a_resize_that_keeps_the_column_sets_nothing_anew(qtbot, view) -> None:
    view.resize(1000, 670)
    qtbot.waitUntil(lambda: not view._width_timer.isActive() and not view._anew.under_way, timeout=20_000)
    place, document = view.reading_position(), view._text.document()
    view.resize(1100, 600)
    qtbot.waitUntil(lambda: not view._width_timer.isActive())
    assert view._text.document() is document
    assert not view._anew.under_way
    assert view.reading_position() == place


def test_a_narrower_window_shows_the_column_that_fits_it_at_once(qtbot, view) -> None:
    hold(view)
    view.resize(500, 670)
    qtbot.waitUntil(lambda: view._anew.under_way)
    assert view._anew.pixmap().width() == view._covered().width()
    view._anew.finish()
    assert view.reading_position() == FAR.start


def test_the_beginning_of_a_long_policy_needs_no_picture(view) -> None:
    view.restore(0)
    view.set_text_size(19)
    assert not view._anew.under_way


def test_the_part_that_is_set_for_a_picture_reaches_beyond_a_screen_and_cuts_no_paragraph() -> None:
    for place in (0, FAR.start, len(POLICY.text) - 1):
        first, last = part_around(POLICY, place)
        start, end = POLICY.blocks[first].span.start, POLICY.blocks[last - 1].span.end
        assert start <= place <= end
        assert end >= min(place + 9_000, POLICY.blocks[-1].span.end)
