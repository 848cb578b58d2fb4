"""A name that was misspelt and is corrected: the notes that bear it are offered to be changed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from annotations.model import Reviewer, Severity
from documents.model import Span
from ui.reviewers import reviewer_named

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def offers(program):
    return [said for said in program.window.messages.sentences if "your name before" in said]


def authors(program):
    return [note.author for note in program.session.every_note()]


def test_the_notes_of_the_former_name_are_offered_and_changed_as_one_step(opened, qtbot):
    session = opened.session
    for start in (0, 8):
        session.add_note((Span(start, start + 6),), Severity.HIGH)
    others = session.add_note((Span(16, 20),), Severity.LOW)
    session.edit(others.uid, author="B. Lind", initials="BL")
    session.set_reviewer(reviewer_named("Ann Okafor"))
    assert offers(opened) == ["2 notes in this matter are by “A. Okafor”, your name before."]
    button = next(b for b in opened.window.messages.findChildren(QPushButton) if b.text() == "Change to “Ann Okafor”")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert authors(opened) == ["Ann Okafor", "Ann Okafor", "B. Lind"]
    assert session.notes[0].initials == "AO"
    assert offers(opened) == []
    session.undo()
    assert authors(opened) == ["A. Okafor", "A. Okafor", "B. Lind"]


def test_a_name_that_stands_on_no_note_is_not_spoken_of(opened):
    opened.session.set_reviewer(reviewer_named("Ann Okafor"))
    assert offers(opened) == []


def test_new_initials_alone_ask_nothing(opened):
    opened.session.add_note((Span(0, 6),), Severity.HIGH)
    opened.session.set_reviewer(Reviewer("A. Okafor", "A"))
    assert offers(opened) == []
