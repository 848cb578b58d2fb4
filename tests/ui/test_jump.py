"""A jump to a note far away: the page scrolls, then the outline of the note fades in, once."""

import pytest
from PySide6.QtCore import QAbstractAnimation
from PySide6.QtWidgets import QApplication

from annotations.model import Severity
from documents.model import Block, BlockKind, PolicyDocument, Span
from ui.document_view import DocumentView, Highlight
from ui.theme import LIGHT

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

LINES = [f"{number}. We keep your data for as long as we find it useful." for number in range(1, 200)]
TEXT = "\n".join(LINES)


def line(number: int) -> Span:
    start = TEXT.index(f"{number}. We")
    return Span(start, start + 20)


@pytest.fixture
def view(qtbot) -> DocumentView:
    shown = DocumentView()
    qtbot.addWidget(shown)
    shown.resize(728, 400)
    blocks, here = [], 0
    for words in LINES:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(here, here + len(words))))
        here += len(words) + 1
    shown.set_document(PolicyDocument("T", "text", "en", TEXT, tuple(blocks)))
    shown.set_highlights([Highlight("far", line(150), Severity.LOW, 1), Highlight("near", line(2), Severity.LOW, 2)])
    shown.show()
    qtbot.waitExposed(shown)
    QApplication.processEvents()
    return shown


@pytest.fixture
def moving(view: DocumentView, monkeypatch) -> DocumentView:
    """The view where the system wants motion."""
    monkeypatch.setattr(view._jump, "_may_move", lambda: True)
    return view


def outlined(view: DocumentView) -> bool:
    image = view._text.viewport().grab().toImage()
    return any(
        image.pixelColor(x, y).name().upper() == LIGHT.accent for y in range(image.height()) for x in range(40, 60)
    )


def fades(view: DocumentView) -> bool:
    return view._jump._fading.state() is QAbstractAnimation.State.Running


def test_after_a_jump_the_outline_fades_in_once(qtbot, moving: DocumentView) -> None:
    moving.set_current_note("far")
    moving.reveal(line(150))
    assert moving._painter.emphasis.outline == 0.0
    qtbot.waitUntil(lambda: fades(moving))
    assert not outlined(moving)
    qtbot.waitUntil(lambda: not fades(moving))
    assert moving._painter.emphasis.outline == 1.0
    assert outlined(moving)
    moving.reveal(line(150))
    assert not fades(moving)


def test_a_frame_of_the_fade_paints_the_outline_alone(qtbot, moving: DocumentView) -> None:
    moving.set_current_note("far")
    moving.reveal(line(150))
    qtbot.waitUntil(lambda: fades(moving))
    assert 0 < moving._jump._outlined.height() < 60


def test_words_already_in_view_have_their_outline_at_once(moving: DocumentView) -> None:
    moving.set_current_note("near")
    moving.reveal(line(2))
    assert not fades(moving)
    assert outlined(moving)


def test_a_jump_without_a_current_note_ends_without_a_fade(qtbot, moving: DocumentView) -> None:
    moving.reveal(line(150))
    qtbot.waitUntil(lambda: moving._strip.value() > 0 and moving._painter.emphasis.outline == 1.0)
    assert not fades(moving)


def test_scrolling_on_ends_the_fade(qtbot, moving: DocumentView) -> None:
    moving.set_current_note("far")
    moving.reveal(line(150))
    qtbot.waitUntil(lambda: fades(moving))
    moving._strip.setValue(moving._strip.value() + 20)
    assert not fades(moving)
    assert outlined(moving)


def test_a_second_jump_takes_the_place_of_the_first(qtbot, moving: DocumentView) -> None:
    moving.set_current_note("far")
    moving.reveal(line(150))
    moving.restore(0)
    assert moving._painter.emphasis.outline == 1.0
    moving.reveal(line(150))
    qtbot.waitUntil(lambda: fades(moving))


def test_nothing_moves_where_the_system_wants_none(view: DocumentView, monkeypatch) -> None:
    monkeypatch.setattr(view._jump, "_may_move", lambda: False)
    view.set_current_note("far")
    view.reveal(line(150))
    assert view._strip.value() > 0
    assert (fades(view), view._painter.emphasis.outline) == (False, 1.0)
    assert outlined(view)
