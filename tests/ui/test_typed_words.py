"""Words that the disk does not take: they stay in the card, are tried again, and are not given up unasked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from annotations.errors import MatterError
from annotations.model import Severity
from documents.model import Span
from ui.dialogs.unsaved_question import UnsavedQuestion

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise")


class FullDisk:
    """A disk that takes nothing until it is free again."""

    def __init__(self, matter, monkeypatch):
        self._monkeypatch, self._matter = monkeypatch, matter
        self.full = True
        for name in ("edit", "save_draft", "drop_draft"):
            monkeypatch.setattr(matter, name, self._refusing(getattr(matter, name)))

    def _refusing(self, write):
        def refused(*args, **fields):
            if self.full:
                raise MatterError("disk_full")
            return write(*args, **fields)

        return refused


@pytest.fixture
def note(opened):
    return opened.session.add_note([Span(0, 7)], Severity.HIGH)


@pytest.fixture
def disk(opened, note, monkeypatch):
    opened.window.work.open_note(note.uid, "issue")
    full = FullDisk(opened.session.matter, monkeypatch)
    yield full
    full.full = False


def editor_of(program):
    return program.window.work.notes.list.editor


def type_issue(program, words):
    issue = editor_of(program).fields["issue"]
    issue.setFocus()
    QTest.keyClicks(issue, words)
    return issue


def questions(program):
    return program.window.findChildren(UnsavedQuestion)


@pytest.mark.usefixtures("disk")
def test_esc_on_a_full_disk_leaves_the_card_open_with_its_words_and_says_so(opened, note):
    issue = type_issue(opened, "kept here")
    QTest.keyClick(issue, Qt.Key.Key_Escape)
    assert opened.window.work.notes.list.open_uid == note.uid
    assert issue.toPlainText() == "kept here"
    assert editor_of(opened).foot.state.text() == "Not saved"
    assert opened.window.status.left.text() == "Not saved"
    (said,) = opened.window.messages.sentences
    assert said.startswith("What you typed is not saved yet")
    assert "Your notes are safe" not in said


def test_words_that_waited_are_kept_by_themselves_once_there_is_room(opened, note, disk):
    issue = type_issue(opened, "kept here")
    QTest.keyClick(issue, Qt.Key.Key_Escape)
    assert opened.session._retry.isActive()
    disk.full = False
    opened.session._retry.timeout.emit()
    assert opened.session.matter.note(note.uid).issue == "kept here"
    assert opened.window.messages.sentences == ()
    assert editor_of(opened).foot.state.text() == "Saved"
    assert not opened.session._retry.isActive()


def test_words_of_several_fields_wait_and_are_shown_when_the_card_is_opened_again(opened, note, disk):
    type_issue(opened, "first")
    QTest.keyClicks(editor_of(opened).fields["title"], "second")
    opened.window.finish_typing()
    opened.window.work.notes.list.close_note()
    opened.window.work.open_note(note.uid, "issue")
    assert editor_of(opened).fields["issue"].toPlainText() == "first"
    assert editor_of(opened).fields["title"].toPlainText() == "second"
    disk.full = False
    assert opened.session.keep_unsaved()
    kept = opened.session.matter.note(note.uid)
    assert (kept.issue, kept.title) == ("first", "second")


@pytest.mark.usefixtures("disk")
def test_leaving_with_words_that_wait_asks_and_staying_keeps_them(opened):
    type_issue(opened, "kept here")
    assert not opened.window.close()
    (question,) = questions(opened)
    assert "kept here" in question.words.toPlainText()
    question.copy.click()
    assert "kept here" in QGuiApplication.clipboard().text()
    question.stay.click()
    assert opened.session.matter is not None
    assert editor_of(opened).fields["issue"].toPlainText() == "kept here"


@pytest.mark.usefixtures("disk")
def test_closing_the_matter_or_opening_another_asks_too(opened, tmp_path):
    type_issue(opened, "kept here")
    for leave in (opened.window.close_matter, lambda: opened.session.open_matter(tmp_path / "other.clausemark")):
        leave()
        question = questions(opened)[-1]
        assert question.isVisible()
        assert opened.session.matter is not None
        question.reject()


def test_room_made_while_it_is_asked_keeps_the_words_and_goes_on_leaving(opened, note, disk):
    type_issue(opened, "kept here")
    matter = opened.session.matter
    opened.window.close_matter()
    (question,) = questions(opened)
    disk.full = False
    question.again.click()
    assert opened.session.matter is None
    with type(matter).open(matter.path, matter.reviewer, opened.session.clock, read_only=True) as read:
        assert read.note(note.uid).issue == "kept here"


@pytest.mark.usefixtures("disk")
def test_words_are_given_up_only_by_the_button_that_says_so(opened):
    type_issue(opened, "given up")
    opened.window.close_matter()
    (question,) = questions(opened)
    question.give_up.click()
    assert opened.session.matter is None
    assert opened.session.unsaved == {}
    assert opened.window.messages.sentences == ()


def test_the_first_letter_is_a_draft_at_once_without_waiting_for_a_timer(opened, note):
    opened.window.work.open_note(note.uid, "issue")
    type_issue(opened, "H")
    assert [draft.text for draft in opened.session.matter.drafts()] == ["H"]


def test_half_typed_words_of_last_time_are_shown_and_putting_them_back_opens_their_card(opened, note):
    opened.window.work.back_to_text()
    opened.session.save_draft(note.uid, "issue", "half a sen")
    opened.session.drafts_found.emit(1)
    (said,) = opened.window.messages.sentences
    assert "#1 Issue: “half a sen”" in said
    opened.window.announcements._put_back()
    assert opened.session.note(note.uid).issue == "half a sen"
    assert opened.window.work.notes.list.open_uid == note.uid
