"""Marking in the whole window: notes on what was selected by keys, other words for a note, the reading column."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from annotations.model import Severity
from documents.model import Span
from ui.settings import load
from ui.theme import SEPIA

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def press(program, name):
    action = program.window.actions_of[name]
    assert action.isEnabled(), name
    action.trigger()


def span_of(program, words):
    start = program.session.policy.text.index(words)
    return Span(start, start + len(words))


def view_of(program):
    return program.window.work.policy.view


@pytest.fixture
def noted(opened):
    """The small policy with one note that says something in several fields."""
    note = opened.session.add_note((span_of(opened, "your name"),), Severity.HIGH)
    opened.session.edit(note.uid, title="Too wide", issue="What is collected has no end.")
    opened.session.reply(note.uid, "Agreed.")
    opened.window.work.back_to_text()
    return opened


def note_of(program):
    (note,) = program.session.notes
    return note


def test_a_sentence_taken_by_its_key_is_marked_by_a_digit(qtbot, opened):
    start = span_of(opened, "whatever else").start
    view_of(opened).select(Span(start, start))
    opened.window.activateWindow()
    press(opened, "select_sentence")
    qtbot.keyClick(view_of(opened).focusProxy(), Qt.Key.Key_2)
    assert note_of(opened).severity is Severity.HIGH
    assert note_of(opened).anchors[0].exact == "We collect your name, your address and whatever else we find useful."


def test_growing_selecting_a_clause_and_shrinking_are_commands(opened):
    start = span_of(opened, "whatever else").start
    view_of(opened).select(Span(start, start))
    press(opened, "select_more")
    assert view_of(opened).selection() == (span_of(opened, "whatever"),)
    press(opened, "select_clause")
    clause = view_of(opened).selection()[0]
    assert clause.of(opened.session.policy.text).startswith("We collect")
    press(opened, "select_less")
    assert len(view_of(opened).selection()[0]) < len(clause)


def test_a_note_and_a_redraft_have_keys_of_their_own(opened):
    view_of(opened).select(span_of(opened, "your address"))
    press(opened, "write_note")
    assert note_of(opened).severity is Severity.MEDIUM
    opened.session.undo()
    view_of(opened).select(span_of(opened, "your address"))
    press(opened, "redraft")
    assert opened.window.work.notes.list.editor.isVisible()
    assert note_of(opened).anchors[0].exact == "your address"


def test_what_the_bar_says_of_its_keys_is_so(opened):
    bar = view_of(opened)._beside.bar
    actions = opened.window.actions_of
    for button, name in ((bar._note, "write_note"), (bar._redraft, "redraft"), (bar._copy, "copy_citation")):
        assert f"({actions[name].shortcut().toString()})" in button.toolTip()


def test_a_dragged_end_changes_the_words_and_nothing_else_and_one_undo_takes_it_back(noted):
    before = note_of(noted)
    view_of(noted).range_moved.emit(before.uid, span_of(noted, "your name"), span_of(noted, "your name, your address"))
    after = note_of(noted)
    assert [anchor.exact for anchor in after.anchors] == ["your name, your address"]
    assert (after.title, after.issue, after.severity, after.replies) == (
        before.title,
        before.issue,
        before.severity,
        before.replies,
    )
    assert noted.session.current == before.uid
    noted.session.undo()
    assert [anchor.exact for anchor in note_of(noted).anchors] == ["your name"]
    assert note_of(noted).issue == before.issue


def test_what_is_half_typed_stays_when_an_end_is_dragged(qtbot, noted):
    note = note_of(noted)
    noted.window.work.open_note(note.uid, "issue")
    field = noted.window.focusWidget()
    qtbot.keyClicks(field, " Nothing is left out.")
    view_of(noted).range_moved.emit(note.uid, span_of(noted, "your name"), span_of(noted, "collect your name"))
    noted.window.finish_typing()
    assert "Nothing is left out." in note_of(noted).issue
    assert note_of(noted).anchors[0].exact == "collect your name"


def test_the_other_places_of_a_note_stay_where_one_end_is_dragged(opened):
    places = (span_of(opened, "your name"), span_of(opened, "without telling you"))
    opened.session.add_note(places, Severity.LOW)
    view_of(opened).range_moved.emit(note_of(opened).uid, places[0], span_of(opened, "your name, your"))
    assert [anchor.exact for anchor in note_of(opened).anchors] == ["your name, your", "without telling you"]


def test_a_notes_words_are_changed_by_keys_alone(qtbot, noted):
    noted.session.set_current(note_of(noted).uid)
    press(noted, "select_note")
    text = view_of(noted).focusProxy()
    keys = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
    for _ in range(3):
        qtbot.keyClick(text, Qt.Key.Key_Right, keys)
    press(noted, "set_range")
    assert note_of(noted).anchors[0].exact == "your name, your address"
    assert view_of(noted).selection() == ()


def test_nothing_moves_where_the_matter_is_read_only(noted, monkeypatch):
    monkeypatch.setattr(type(noted.session), "read_only", property(lambda _self: True))
    view_of(noted).range_moved.emit(note_of(noted).uid, span_of(noted, "your name"), span_of(noted, "collect"))
    assert note_of(noted).anchors[0].exact == "your name"
    noted.session.current_changed.emit(note_of(noted).uid)
    assert not view_of(noted)._painter.emphasis.movable


def test_the_column_is_narrowed_by_a_command_and_stays_so_the_next_time(opened, tmp_path):
    text = view_of(opened)._text
    usual = text.lineWrapColumnOrWidth()
    press(opened, "narrow")
    assert text.lineWrapColumnOrWidth() < usual - 60
    assert load(tmp_path / "settings.toml").narrow
    press(opened, "narrow")
    assert text.lineWrapColumnOrWidth() == usual


def test_a_mark_of_an_older_version_is_not_drawn_on_the_new_words(opened):
    from dataclasses import replace

    note = opened.session.add_note((span_of(opened, "your name"),), Severity.LOW)
    older = replace(note.anchors[0], version="an older version")
    assert opened.session.spans_of(replace(note, anchors=(older,))) == ()
    assert opened.session.spans_of(note) == (span_of(opened, "your name"),)


def test_high_contrast_is_a_choice_and_takes_the_systems_colours_whatever_was_worn(open_window, policy_file, qtbot):
    program = open_window(theme="sepia")
    with qtbot.waitSignal(program.session.document_changed, timeout=10_000):
        program.window.open_file(policy_file)
    program.session.add_note((span_of(program, "your name"),), Severity.CRITICAL)
    program.window.actions_of.themes["contrast"].trigger()
    theme = program.appearance.look.theme
    assert theme.high_contrast
    assert SEPIA.page not in (theme.page, theme.panel, theme.card)
    text = view_of(program)._text
    image = text.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    shown = {f"#{pixel & 0xFFFFFF:06X}" for pixel in image.constBits().cast("I")}
    assert theme.page in shown
    assert not shown & {SEPIA.page, SEPIA.severity(Severity.CRITICAL).fill}
    program.window.actions_of.themes["sepia"].trigger()
    assert program.appearance.look.theme is SEPIA
    assert program.window.actions_of.themes["sepia"].isChecked()


def test_a_setting_that_is_not_about_the_look_does_not_dress_the_window_again(open_window):
    program = open_window(theme="contrast")
    before = program.appearance.look
    program.preferences.change(text_size=20)
    assert program.appearance.look is before


def test_a_matter_that_is_open_to_read_only_offers_no_marking_and_says_why_a_digit_does_nothing(qtbot, opened):
    path = opened.session.path
    opened.session.close()
    opened.session.open_matter(path, read_only=True)
    view = view_of(opened)
    view.select(span_of(opened, "your name"))
    view._beside.come_soon()
    assert not view._beside._timer.isActive()
    qtbot.keyClick(view.focusProxy(), Qt.Key.Key_2)
    assert opened.session.notes == ()
    assert opened.window.status.left.text().startswith("Read only")
