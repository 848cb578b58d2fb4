"""Several notes at once: chosen with keys and mouse, changed together, taken back with one undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotations.model import Review, Severity, Status, Visibility
from documents.model import Span

WORDS = ("Harbour privacy", "whatever else we find useful", "data about you", "trusted third parties", "any time")
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def five(opened):
    """The window with five notes, the keys in the list, the first note the current one."""
    text = opened.session.policy.text
    for words in WORDS:
        start = text.index(words)
        opened.session.add_note((Span(start, start + len(words)),), Severity.MEDIUM)
    panel = opened.window.work.notes
    panel.list.close_note()
    panel.list.setFocus()
    opened.session.set_current(opened.session.notes[0].uid)
    return opened


def panel_of(program):
    return program.window.work.notes


def press(program, key, how=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(panel_of(program).list, key, how)


def chosen(program):
    uids = [note.uid for note in program.session.notes]
    return [uids.index(uid) for uid in panel_of(program).list.chosen]


def click(program, row, how=Qt.KeyboardModifier.NoModifier):
    notes = panel_of(program).list
    place = notes.visualRect(notes.model().index(row, 0)).center()
    QTest.mouseClick(notes.viewport(), Qt.MouseButton.LeftButton, how, place)


def take(button, value):
    """Choose a value from a button's menu, as a click on it does."""
    next(action for known, action in button._actions if known == value).trigger()


def test_shift_and_down_choose_one_more_and_the_bar_says_how_many(five):
    assert not panel_of(five).bulk.isVisible()
    press(five, Qt.Key.Key_Down, SHIFT)
    press(five, Qt.Key.Key_Down, SHIFT)
    assert chosen(five) == [0, 1, 2]
    assert panel_of(five).bulk.isVisible()
    assert panel_of(five).bulk.count.text() == "3 notes"
    press(five, Qt.Key.Key_Up, SHIFT)
    assert chosen(five) == [0, 1]
    press(five, Qt.Key.Key_Escape)
    assert len(chosen(five)) == 1
    assert not panel_of(five).bulk.isVisible()


def test_ctrl_and_shift_clicks_choose_several_and_open_no_card(five):
    click(five, 0)
    assert panel_of(five).list.open_uid == five.session.notes[0].uid
    click(five, 2, CTRL)
    assert chosen(five) == [0, 2]
    assert panel_of(five).list.open_uid == ""
    click(five, 3, SHIFT)
    assert chosen(five) == [0, 2, 3]
    click(five, 1)
    assert chosen(five) == [1]
    assert panel_of(five).list.open_uid == five.session.notes[1].uid


def test_a_click_below_an_open_card_opens_the_card_that_was_clicked(five):
    click(five, 0)
    click(five, 1)
    assert panel_of(five).list.open_uid == five.session.notes[1].uid


def test_the_status_of_all_of_them_changes_and_one_undo_takes_it_back(five):
    press(five, Qt.Key.Key_A, CTRL)
    assert panel_of(five).bulk.count.text() == "5 notes"
    take(panel_of(five).bulk.choices["status"], Status.RESOLVED)
    assert {note.status for note in five.session.notes} == {Status.RESOLVED}
    assert chosen(five) == [0, 1, 2, 3, 4]
    five.window.actions_of["undo"].trigger()
    assert {note.status for note in five.session.notes} == {Status.OPEN}
    assert {note.status for note in five.session.matter.notes()} == {Status.OPEN}


@pytest.mark.parametrize(
    ("field", "value"),
    [("severity", Severity.LOW), ("visibility", Visibility.INTERNAL), ("review", Review.FOR_REVIEW)],
)
def test_what_the_bar_offers_is_set_on_the_chosen_alone(five, field, value):
    press(five, Qt.Key.Key_Down, SHIFT)
    take(panel_of(five).bulk.choices[field], value)
    found = [getattr(note, field) == value for note in five.session.notes]
    assert found == [True, True, False, False, False]


def test_owner_category_and_due_are_written_in_the_bar(five):
    press(five, Qt.Key.Key_A, CTRL)
    bar = panel_of(five).bulk
    bar.buttons["owner"].click()
    assert bar.text.hasFocus()
    QTest.keyClicks(bar.text, "Mei Lin")
    QTest.keyClick(bar.text, Qt.Key.Key_Return)
    assert {note.owner for note in five.session.notes} == {"Mei Lin"}
    assert not bar.text.isVisible()
    five.window.actions_of["undo"].trigger()
    assert {note.owner for note in five.session.notes} == {""}


def test_esc_shuts_the_field_of_the_bar_and_changes_nothing(five):
    press(five, Qt.Key.Key_A, CTRL)
    bar = panel_of(five).bulk
    bar.buttons["category"].click()
    QTest.keyClicks(bar.text, "cookies")
    QTest.keyClick(bar.text, Qt.Key.Key_Escape)
    assert not bar.text.isVisible()
    assert bar.isVisible()
    assert {note.category for note in five.session.notes} == {""}


def test_a_digit_judges_all_of_them_and_not_the_words_selected_in_the_policy(five):
    start = five.session.policy.text.index("name, your address")
    five.window.work.policy.view.select(Span(start, start + 4))
    panel_of(five).list.setFocus()
    press(five, Qt.Key.Key_Down, SHIFT)
    press(five, Qt.Key.Key_1)
    assert [note.severity for note in five.session.notes[:3]] == [Severity.CRITICAL, Severity.CRITICAL, Severity.MEDIUM]
    assert len(five.session.notes) == 5


def test_del_takes_all_of_them_away_and_one_undo_brings_them_back(five):
    press(five, Qt.Key.Key_Down, SHIFT)
    press(five, Qt.Key.Key_Delete)
    assert len(five.session.notes) == 3
    assert five.session.current == five.session.notes[0].uid
    five.window.actions_of["undo"].trigger()
    assert len(five.session.notes) == 5


def test_all_are_chosen_also_those_the_list_has_not_come_to(five):
    text = five.session.policy.text
    start = text.index("name, your address")
    for _ in range(300):
        five.session.matter.add_note(five.session.document.uid, (Span(start, start + 4),))
    five.session.show_document(five.session.document.uid)
    panel_of(five).list.setFocus()
    press(five, Qt.Key.Key_A, CTRL)
    assert panel_of(five).bulk.count.text() == "305 notes"
    assert panel_of(five).model.rowCount() < 305, "what nobody looks at is laid out"
    take(panel_of(five).bulk.choices["status"], Status.DECLINED)
    assert {note.status for note in five.session.notes} == {Status.DECLINED}
    press(five, Qt.Key.Key_Escape)
    assert len(chosen(five)) == 1


def test_tab_leads_from_the_list_into_the_bar_and_through_it_as_the_eye_goes(five):
    press(five, Qt.Key.Key_A, CTRL)
    bar = panel_of(five).bulk
    reached = []
    for _ in range(6):
        QTest.keyClick(five.window.focusWidget(), Qt.Key.Key_Tab)
        reached.append(five.window.focusWidget())
    assert reached == [*bar.choices.values(), bar.buttons["owner"], bar.buttons["category"]]
