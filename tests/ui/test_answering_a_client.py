"""A client's comment is quoted in the card, not edited; an answer says who may read it, and is asked that once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from annotations.model import Severity, Visibility
from export.run import ExportOptions, export
from tests.export.test_answered_comments import CHEN, QUESTION, commented, said_in
from tests.ui.conftest import show
from ui.dialogs.returned_dialog import ReturnedDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def program(open_window, tmp_path, qtbot):
    """A client's file whose comment was brought in, its card open."""
    path = tmp_path / "Notice.docx"
    path.write_bytes(commented())
    made = open_window(reviewer="Noor Lee", initials="NL")
    show(made, path, qtbot)
    buttons = made.window.messages.findChildren(QPushButton)
    bring = next(one for one in buttons if one.text() == "Bring them in as notes")
    qtbot.mouseClick(bring, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: brought_in(made) is not None, timeout=20_000)
    made.window.work.open_note(made.session.notes[0].uid)
    return made


def brought_in(program):
    return next((one for one in program.window.findChildren(ReturnedDialog) if one.isVisible()), None)


def editor(program):
    return program.window.work.notes.list.editor


def words_of(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


def answer(program, qtbot, words):
    replies = editor(program).replies
    replies.field.setFocus()
    qtbot.keyClicks(replies.field, words)
    qtbot.keyClick(replies.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_their_words_are_a_quotation_and_what_is_typed_is_never_theirs(program, clock, tmp_path):
    dialog = brought_in(program)
    assert (dialog.windowTitle(), dialog.head.text()) == ("Brought in", "The comments in Notice.docx are notes now.")
    dialog.close()
    form = editor(program).form
    assert form.quoted.words.toPlainText() == QUESTION
    assert form.quoted.words.isReadOnly()
    assert f"{CHEN} wrote in the file, 2026-01-02:" in words_of(form.quoted)
    assert form.fields["issue"].isHidden()
    note = program.session.notes[0]
    program.session.edit(note.uid, recommendation="Name them all.", visibility=Visibility.CLIENT)
    out = tmp_path / "out.docx"
    options = ExportOptions(reviewer=program.session.reviewer, now=clock(), profile="client")
    export(program.session.matter, out, "word", options)
    assert said_in(out.read_bytes()) == [
        (CHEN, [QUESTION]),
        ("Noor Lee", ["[Info] 1 (para 1)", "Recommendation: Name them all."]),
    ]


def test_who_may_read_an_answer_is_asked_once_and_then_known(program, qtbot):
    replies = editor(program).replies
    assert replies.field.isVisible()
    assert replies.audience.value is None
    answer(program, qtbot, "We will.")
    assert program.session.notes[0].replies == ()
    assert "Who may read this answer? Choose, then send it." in words_of(replies)
    qtbot.mouseClick(replies.audience.buttons[Visibility.CLIENT], Qt.MouseButton.LeftButton)
    assert "The note itself is internal: no answer to it goes out until it is for the client." in words_of(replies)
    qtbot.keyClick(replies.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    answer(program, qtbot, "Soon.")
    assert [one.visibility for one in program.session.notes[0].replies] == [Visibility.CLIENT, Visibility.CLIENT]
    qtbot.mouseClick(replies.audience.buttons[Visibility.INTERNAL], Qt.MouseButton.LeftButton)
    answer(program, qtbot, "Between us.")
    assert program.session.notes[0].replies[-1].visibility is Visibility.INTERNAL
    qtbot.waitUntil(lambda: words_of(replies).count("To the client") == 2, timeout=5_000)
    assert words_of(replies).count("Inside") == 1


def test_a_note_of_ones_own_is_answered_inside_unless_something_else_is_chosen(program):
    note = program.session.add_note((), Severity.HIGH)
    program.window.work.open_note(note.uid)
    assert editor(program).form.quoted.isHidden()
    assert editor(program).form.fields["issue"].isVisible()
    assert editor(program).replies.field.isHidden()
    program.session.reply(note.uid, "Why?")
    assert editor(program).replies.field.isVisible()
    assert editor(program).replies.audience.value is Visibility.INTERNAL
