"""Tracked changes shown over the text, never in it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor

from documents.draft import Source
from documents.reader import open_here
from tests.ui.revised_file import revised_docx
from ui.document_view import DocumentView
from ui.theme import DARK, LIGHT

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def view(qtbot):
    shown = DocumentView(None)
    qtbot.addWidget(shown)
    shown.resize(900, 500)
    shown.set_document(open_here(Source(revised_docx(), "Harbour.docx")))
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def colours(view, *wanted: str) -> list[int]:
    """How many pixels of each colour there are."""
    image = view._text.viewport().grab().toImage()
    seen = [image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())]
    return [seen.count(QColor(colour).name()) for colour in wanted]


def gap_before(view, words: str) -> QPoint:
    text = view._text
    cursor = text.textCursor()
    cursor.setPosition(view._map.to_qt(view._policy.text.index(words)))
    box = text.cursorRect(cursor)
    return box.center()


def test_what_was_put_in_and_taken_out_is_marked_only_when_it_is_wanted(view):
    ours = (LIGHT.inserted, LIGHT.inserted_text, LIGHT.deleted_text)
    assert colours(view, *ours) == [0, 0, 0]
    view.set_revisions_shown(True)
    filled, lined, signed = colours(view, *ours)
    assert filled > 200
    assert lined > 20
    assert signed > 10
    view.set_revisions_shown(False)
    assert colours(view, *ours) == [0, 0, 0]


def test_the_pointer_is_told_what_was_done_by_whom_and_when(view):
    view.set_revisions_shown(True)
    assert view._text.tip_at(gap_before(view, "thirty")) == "deleted: sixty (Ann, 2026-01-02)"
    assert view._text.tip_at(gap_before(view, "irty")) == "inserted (Bo, 2026-01-02)"
    assert view._text.tip_at(gap_before(view, "2. We")) == ""


def test_the_text_and_its_places_stay_as_they_are(view):
    before = view._text.toPlainText()
    view.set_revisions_shown(True)
    assert view._text.toPlainText() == before
    assert "sixty" not in before


def test_the_marks_follow_the_theme(view):
    view.set_revisions_shown(True)
    view.set_theme(DARK)
    assert colours(view, DARK.inserted)[0] > 200


def test_the_command_turns_them_on_for_files_that_have_them_and_is_remembered(open_window, tmp_path, qtbot):
    path = tmp_path / "Harbour.docx"
    path.write_bytes(revised_docx())
    program = open_window(reviewer="A. Okafor", initials="AO")
    action = program.window.actions_of["revisions"]
    with qtbot.waitSignal(program.session.document_changed, timeout=20_000):
        program.window.open_file(path)
    assert action.isEnabled()
    action.trigger()
    assert program.preferences.settings.revisions
    assert program.window.work.policy.views.text._revisions_shown
    plain = tmp_path / "Plain.docx"
    plain.write_bytes(revised_docx(plain=True))
    with qtbot.waitSignal(program.session.version_found, timeout=20_000) as found:  # it says nearly the same
        program.window.open_file(plain)
    with qtbot.waitSignal(program.session.document_changed, timeout=20_000):
        program.session.keep_as_new(found.args[0])
    assert not action.isEnabled()
