"""The partner's review with the keys alone: J and K step, A approves, R answers; nothing of it clashes with typing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotations.model import Review, Severity
from documents.model import Span
from ui.models.review_round import Tally, following, tally

WORDS = ("Harbour privacy", "whatever else we find useful", "data about you", "trusted third parties", "any time")


@pytest.fixture
def five(opened):
    text = opened.session.policy.text
    for words in WORDS:
        start = text.index(words)
        opened.session.add_note((Span(start, start + len(words)),), Severity.MEDIUM)
    opened.window.work.notes.list.close_note()
    opened.session.set_current(opened.session.notes[0].uid)
    return opened


def panel_of(program):
    return program.window.work.notes


def press(program, key):
    assert panel_of(program).list.hasFocus()
    QTest.keyClick(panel_of(program).list, key)


def current(program):
    return [note.uid for note in program.session.notes].index(program.session.current)


def states(program):
    return [note.review for note in program.session.notes]


def send(program, *rows):
    for row in rows:
        program.session.set_current(program.session.notes[row].uid)
        program.window.actions_of["send_for_review"].trigger()


def test_a_note_is_sent_for_review_and_its_card_says_so(five):
    send(five, 1)
    assert states(five)[1] is Review.FOR_REVIEW
    index = panel_of(five).model.index(1)
    assert "For review" in panel_of(five).model.data(index)
    five.window.actions_of["undo"].trigger()
    assert states(five)[1] is Review.DRAFT


def test_all_drafts_are_sent_in_one_step(five):
    five.window.actions_of["send_all_for_review"].trigger()
    assert set(states(five)) == {Review.FOR_REVIEW}
    five.window.actions_of["undo"].trigger()
    assert set(states(five)) == {Review.DRAFT}


def test_the_review_goes_through_the_notes_that_wait_and_approves_with_a(five):
    send(five, 1, 3)
    five.session.set_current(five.session.notes[0].uid)
    five.window.actions_of["review"].trigger()
    assert panel_of(five).review_bar.isVisible()
    assert current(five) == 1
    press(five, Qt.Key.Key_A)
    assert states(five)[1] is Review.APPROVED
    assert five.session.notes[1].reviewed_by == "A. Okafor"
    assert current(five) == 3
    press(five, Qt.Key.Key_A)
    assert panel_of(five).review_bar.state.text() == "Review · 2 of 5 approved · 0 wait"
    five.window.actions_of["undo"].trigger()
    assert states(five)[3] is Review.FOR_REVIEW


def test_with_none_that_wait_j_and_k_go_through_all_and_round_the_end(five):
    five.window.actions_of["review"].trigger()
    assert current(five) == 0
    press(five, Qt.Key.Key_J)
    press(five, Qt.Key.Key_J)
    assert current(five) == 2
    press(five, Qt.Key.Key_K)
    assert current(five) == 1
    press(five, Qt.Key.Key_K)
    press(five, Qt.Key.Key_K)
    assert current(five) == 4


def test_r_answers_and_the_keys_are_back_in_the_list(five):
    five.window.actions_of["review"].trigger()
    press(five, Qt.Key.Key_J)
    press(five, Qt.Key.Key_R)
    field = panel_of(five).list.editor.replies.field
    assert field.hasFocus()
    QTest.keyClicks(field, "jar: please ask Kim")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [reply.text for reply in five.session.notes[1].replies] == ["jar: please ask Kim"]
    assert five.session.notes[1].replies[0].author == "A. Okafor"
    press(five, Qt.Key.Key_J)
    assert current(five) == 2


def test_outside_the_review_a_and_r_approve_nothing_and_r_marks_the_clause_read_in_the_policy(five):
    panel_of(five).list.setFocus()
    press(five, Qt.Key.Key_A)
    assert set(states(five)) == {Review.DRAFT}
    five.window.work.go_to_clause("1")
    view = five.window.work.policy.view
    view.setFocus()
    QTest.keyClick(view.focusProxy() or view, "r")
    assert five.session.read_clauses() == {"1"}


def test_the_letters_are_typed_where_one_types_while_a_review_goes_on(five):
    five.window.actions_of["review"].trigger()
    press(five, Qt.Key.Key_Return)
    title = panel_of(five).list.editor.fields["title"]
    assert title.hasFocus()
    QTest.keyClicks(title, "jar")
    assert title.toPlainText() == "jar"
    assert set(states(five)) == {Review.DRAFT}


def test_the_review_ends_where_it_began(five):
    five.window.actions_of["review"].trigger()
    assert five.window.actions_of["review"].isChecked()
    five.window.actions_of["review"].trigger()
    assert not panel_of(five).review_bar.isVisible()
    assert not five.window.actions_of["review"].isChecked()


def test_an_answer_is_taken_away_and_undo_brings_it_back(five):
    uid = five.session.notes[0].uid
    five.session.reply(uid, "first")
    panel_of(five).open_note(uid)
    panel_of(five).list.editor.replies._answers[0].delete.click()
    assert five.session.note(uid).replies == ()
    five.window.actions_of["undo"].trigger()
    assert [reply.text for reply in five.session.note(uid).replies] == ["first"]


def test_an_open_card_says_and_changes_how_far_its_note_is(five):
    uid = five.session.notes[0].uid
    panel_of(five).open_note(uid)
    button = panel_of(five).list.editor.review
    assert button.text() == "Draft ▾"
    next(action for value, action in button._actions if value is Review.APPROVED).trigger()
    assert five.session.note(uid).review is Review.APPROVED
    assert button.text() == "Approved ▾"


def test_nothing_follows_where_nothing_waits(five):
    notes = five.session.notes
    assert following(notes, notes[0].uid, 1, only_waiting=True) == ""
    assert following((), "", 1) == ""
    assert following(notes, "", -1) == notes[-1].uid
    assert tally(notes) == Tally(5, 0, 0)
