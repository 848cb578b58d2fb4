"""The ends of the current note's words are dragged, and what a press would do is told by the pointer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from annotations.model import Severity
from documents.model import PolicyDocument
from documents.reader import open_document
from tests.ui.hands import TEXT, drag, letter_at, point_at, press, span_of, words_selected
from ui.document_view import DocumentView
from ui.highlights import Highlight

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
