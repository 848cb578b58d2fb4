"""Del deletes the chosen note wherever the keys are, but for words that are selected."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotations.model import Severity
from documents.model import Span

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise")


@pytest.fixture
def noted(opened):
    """Two notes on the same words, the keys in the text."""
    for severity in (Severity.CRITICAL, Severity.LOW):
        opened.session.add_note([Span(0, 7)], severity)
    opened.window.activateWindow()
    opened.window.work.back_to_text()
    return opened


def text_of(program):
    return program.window.work.policy.view.focusProxy()


def test_del_in_the_text_deletes_the_chosen_note_and_undo_brings_back_that_one(noted):
    first, second = noted.session.notes
    noted.window.work.go_to_note(second.uid)
    QTest.keyClick(text_of(noted), Qt.Key.Key_Delete)
    assert [note.uid for note in noted.session.notes] == [first.uid]
    noted.window.actions_of["undo"].trigger()
    assert noted.session.current == second.uid
    assert noted.window.work.policy.view._painter.emphasis.current == second.uid


def test_del_leaves_notes_alone_while_words_are_selected(noted):
    noted.window.work.policy.view.select(Span(10, 14))
    QTest.keyClick(text_of(noted), Qt.Key.Key_Delete)
    assert len(noted.session.notes) == 2


def test_del_in_the_find_field_and_in_a_card_deletes_no_note(noted):
    field = noted.window.work.top.find_field
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    noted.window.work.open_note(noted.session.notes[0].uid, "title")
    editor = noted.window.work.notes.list.editor
    for stop in (editor.fields["title"], editor.foot.more):
        QTest.keyClick(stop, Qt.Key.Key_Delete)
    assert len(noted.session.notes) == 2
