"""In an open card a key writes, erases, or does nothing: it is no command of the window and none of the list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotations.model import Severity
from documents.model import Span

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise")


@pytest.fixture
def note(opened):
    """A note with two citations, its card open again."""
    session = opened.session
    made = session.add_note([Span(0, 7)], Severity.CRITICAL)
    session.edit(made.uid, legal_basis="GDPR Art. 6; GDPR Art. 7")
    opened.window.work.back_to_text()
    opened.window.activateWindow()
    opened.window.work.open_note(made.uid, "issue")
    return made


def editor_of(program):
    return program.window.work.notes.list.editor


def basis_of(program):
    return editor_of(program).fields["legal_basis"]


def test_no_place_of_an_open_card_takes_a_digit_for_a_severity_or_a_letter_for_a_command(opened, note):
    editor = editor_of(opened)
    editor.foot.more.setChecked(True)
    stops = [*editor.form.stops(), *editor.replies.stops(), *editor.foot.stops(), editor.review]
    for stop in stops:
        stop.setFocus()
        for key in "14ru":
            QTest.keyClick(stop, key)
        assert opened.session.note(note.uid).severity is Severity.CRITICAL, stop
        assert opened.window.work.notes.list.open_uid == note.uid, stop
        editor.visits.leave()
    assert opened.session.read_clauses() == frozenset()


def test_what_is_typed_on_a_citation_goes_into_a_new_one(opened, note):
    chips = basis_of(opened)
    chips._chips[0].setFocus()
    QTest.keyClicks(chips._chips[0], "P")
    assert QApplication.focusWidget() in (chips.field, None)
    QTest.keyClicks(chips.field, "IPL 4")
    QTest.keyClick(chips.field, Qt.Key.Key_Return)
    editor_of(opened).visits.leave()
    assert opened.session.note(note.uid).legal_basis == "GDPR Art. 6; GDPR Art. 7; PIPL 4"


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_del_and_backspace_remove_the_citation_they_are_pressed_on(opened, note, key):
    chips = basis_of(opened)
    QTest.keyClick(chips._chips[0], key)
    assert [chip.accessibleName() for chip in chips._chips] == ["GDPR Art. 7"]
    QTest.keyClick(chips._chips[0], key)
    editor_of(opened).visits.leave()
    kept = opened.session.note(note.uid)
    assert (kept.legal_basis, kept.severity) == ("", Severity.CRITICAL)
    assert chips.field.text() == ""


def test_return_still_presses_the_button_of_the_card_that_has_the_keys(opened, note):
    more = editor_of(opened).foot.more
    more.setFocus()
    QTest.keyClick(more, Qt.Key.Key_Return)
    assert more.isChecked()
    assert opened.window.work.notes.list.open_uid == note.uid
