"""Two documents, or two places of one, beside one another: notes are made in either, and are the same notes."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations.model import Severity
from documents.model import Span
from tests.ui.conftest import show

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def pair(opened, tmp_path, qtbot):
    """Two documents side by side: the second in the first view, the notice beside it."""
    path = tmp_path / "mail" / "Second.txt"
    path.write_text("1. Cookies\nWe set cookies on your device.\n" * 30, encoding="utf-8")
    show(opened, path, qtbot)
    opened.window.actions_of["side_by_side"].trigger()
    return opened


def panel_of(program):
    return program.window.side_by_side._panel


def beside_of(program):
    return program.window.side_by_side._beside


def test_the_next_document_stands_beside_the_first_and_the_panels_make_room(pair):
    window = pair.window
    assert panel_of(pair).isVisible()
    assert beside_of(pair).document.uid == pair.session.documents()[0].uid
    assert pair.session.document.uid == pair.session.documents()[1].uid
    assert not window.work.area.outline_shown
    window.actions_of["side_by_side"].trigger()
    assert not panel_of(pair).isVisible()
    assert window.work.area.outline_shown
    assert window.work.area.notes_open
    assert not window.actions_of["side_by_side"].isChecked()


def test_a_note_made_beside_is_a_note_of_that_document_and_its_card_opens(pair):
    first, second = (document.uid for document in pair.session.documents())
    beside, panel = beside_of(pair), panel_of(pair)
    note = beside.add_note([Span(0, 7)], Severity.HIGH)
    assert note.document == first
    assert pair.session.document.uid == first
    assert pair.session.current == note.uid
    assert [one.uid for one in pair.session.notes] == [note.uid]
    assert beside.document.uid == second
    pair_widget = pair.window.work.pair
    assert pair_widget.indexOf(panel) == 0
    pair.window.actions_of["undo"].trigger()
    assert pair.session.notes == ()


def test_two_places_of_one_document_show_the_same_notes(opened):
    opened.window.actions_of["side_by_side"].trigger()
    beside = beside_of(opened)
    assert beside.document.uid == opened.session.document.uid
    note = opened.session.add_note([Span(0, 7)], Severity.LOW)
    assert [one.uid for one in beside.notes] == [note.uid]
    beside.edit(note.uid, severity=Severity.HIGH)
    assert opened.session.notes[0].severity is Severity.HIGH
    assert beside.add_note([Span(8, 15)], Severity.INFO) is not None
    assert len(opened.session.notes) == 2
    assert opened.window.work.pair.indexOf(panel_of(opened)) == 1
    opened.session.undo()
    assert len(beside.notes) == 1


def test_each_view_keeps_its_own_place_when_the_notes_change_sides(pair, qtbot):
    window, beside, panel = pair.window, beside_of(pair), panel_of(pair)
    window.work.policy.view.restore(600)
    qtbot.wait(10)
    there = window.work.policy.view.reading_position()
    note = beside.add_note([Span(0, 7)], Severity.HIGH)
    assert note is not None
    qtbot.wait(10)
    assert beside.document.uid == pair.session.documents()[1].uid
    assert abs(panel.policy.view.reading_position() - there) < 120


def test_another_document_can_be_chosen_beside_and_one_that_goes_closes_it(pair):
    panel = panel_of(pair)
    assert panel.documents.count() == 2
    panel.document_wanted.emit(pair.session.document.uid, "")
    assert beside_of(pair).document.uid == pair.session.document.uid
    panel.document_wanted.emit(pair.session.documents()[0].uid, "")
    pair.session.remove_document(pair.session.documents()[0].uid)
    assert not panel.isVisible()


def test_closing_the_matter_closes_both_and_the_file_is_free(pair):
    path = pair.session.path
    pair.window.close_matter()
    assert not panel_of(pair).isVisible()
    assert beside_of(pair).matter is None
    assert not path.with_name(f"{path.name}.lock").exists()
    assert pair.preferences.settings.last_beside == ""


def test_what_stood_beside_comes_back_with_the_rest(pair):
    settings = pair.preferences.settings
    assert settings.last_beside == beside_of(pair).document.uid
    left = (Path(settings.last_matter), settings.last_document, settings.last_beside)
    pair.window.close_matter()
    pair.window.last_time.reopen(*left)
    assert pair.session.document.uid == left[1]
    assert beside_of(pair).document.uid == left[2]


def test_in_discreet_mode_the_view_beside_shows_no_name(pair):
    pair.window.actions_of["discreet"].setChecked(True)
    panel = panel_of(pair)
    assert {panel.documents.itemText(at) for at in range(2)} == {"Document 1", "Document 2"}


def test_a_digit_marks_what_is_selected_in_the_view_that_has_the_keys(pair):
    panel = panel_of(pair)
    panel.policy.view.reveal(Span(0, 7), select=True)
    panel.policy.take_focus()
    assert pair.window.work.writing is panel.policy
    pair.window.actions_of.severities[Severity.CRITICAL].trigger()
    assert [note.severity for note in pair.session.notes] == [Severity.CRITICAL]
    assert pair.session.notes[0].anchors[0].exact == "Harbour"


def test_selecting_by_commands_and_noting_go_to_the_policy_that_has_the_keys(pair):
    view = panel_of(pair).policy.view
    start = beside_of(pair).policy.text.index("whatever else")
    pair.window.activateWindow()
    view.setFocus()
    view.select(Span(start, start))
    pair.window.actions_of["select_sentence"].trigger()
    assert view.selection()[0].of(beside_of(pair).policy.text).startswith("We collect your name")
    assert pair.window.work.policy.view.selection() == ()
    view.setFocus()
    pair.window.actions_of["write_note"].trigger()
    document = pair.session.documents()[0].uid
    assert [note.anchors[0].exact[:10] for note in pair.session.notes_of(document)] == ["We collect"]
