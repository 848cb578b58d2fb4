"""Thousands of notes: the list lays out what is looked at, and finds everything else when it is asked for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest

from annotations.incoming_notes import IncomingAnchor, IncomingNote
from annotations.model import Severity, Status
from ui.panels import card_delegate
from ui.panels.card_painter import CARD_GAP
from ui.panels.notes_list import NotesList

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

MANY = 900


@pytest.fixture
def crowded(opened):
    session = opened.session
    text = session.policy.text
    notes = [
        IncomingNote(
            f"n{number}", {"title": f"Point {number}"}, (IncomingAnchor(text[place : place + 4], place, place + 4),)
        )
        for number in range(MANY)
        for place in [number * (len(text) - 10) // MANY]
    ]
    session.matter.import_notes(session.document.uid, notes)
    session._changed()
    return opened


def test_the_list_comes_as_far_as_it_is_looked_at(crowded):
    model = crowded.window.work.notes.model
    assert len(model.shown) == model.total == MANY
    assert model.rowCount() < MANY
    assert model.canFetchMore(model.index(-1))


def test_the_last_note_is_laid_out_when_it_is_gone_to(crowded):
    work = crowded.window.work
    last = work.notes.model.shown[-1]
    work.go_to_note(last.uid)
    assert work.notes.list.chosen == (last.uid,)
    assert work.notes.list.visualRect(work.notes.list.currentIndex()).height() > 0


def test_all_means_all_and_end_is_the_end(crowded):
    notes = crowded.window.work.notes.list
    notes.setFocus()
    QTest.keyClick(notes, Qt.Key.Key_End)
    assert notes.currentIndex().row() == MANY - 1
    crowded.window.work.notes.filter.words.setText("Point 8")
    crowded.window.work.notes.filter._tell()
    crowded.window.work.notes.filter.clear()
    assert crowded.window.work.notes.model.rowCount() < MANY
    QTest.keyClick(notes, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(notes.chosen) == MANY


def test_another_width_measures_what_is_in_sight_and_the_rest_between_other_things(crowded, qtbot, monkeypatch):
    notes = crowded.window.work.notes.list
    crowded.window.work.notes.model.reach(MANY - 1)
    notes.grab()
    measured, measure = [], card_delegate.card_height
    monkeypatch.setattr(
        card_delegate, "card_height", lambda note, *how, **more: measured.append(note) or measure(note, *how, **more)
    )
    notes.scrollTo(notes.model().index(MANY // 2), NotesList.ScrollHint.PositionAtTop)
    notes.grab()
    notes.resize(notes.width() - 60, notes.height())
    assert 0 < len(measured) < 200
    in_sight = notes.indexAt(QPoint(20, 1)).row()
    qtbot.waitUntil(lambda: not notes._cards.due, timeout=10_000)
    assert len(measured) >= MANY
    assert notes.indexAt(QPoint(20, 1)).row() == in_sight
    for row in range(0, MANY, 90):
        right = measure(notes._notes.shown[row], notes._cards._look, notes._cards.card_width, current=False)
        assert notes.visualRect(notes.model().index(row)).height() == right + CARD_GAP


def test_the_card_of_a_place_far_down_follows_the_policy(crowded):
    notes = crowded.window.work.notes
    notes.list.close_note()
    notes.list.keep_in_step(notes.model.shown[MANY - 50].anchors[0].start)
    assert notes.model.rowCount() >= MANY - 50


@pytest.fixture
def written(crowded, qtbot):
    """Wait until what was wished is written: much of it is, on another thread."""
    return lambda: qtbot.waitUntil(lambda: not crowded.session.works, timeout=20_000)


def test_a_bulk_edit_and_its_undo_are_told_to_the_lists_once(crowded, written):
    session, model = crowded.session, crowded.window.work.notes.model
    told, moved, laid = QSignalSpy(session.notes_changed), QSignalSpy(model.dataChanged), QSignalSpy(model.modelReset)
    session.edit_many([note.uid for note in session.notes], status=Status.RESOLVED)
    written()
    assert (told.count(), moved.count(), laid.count()) == (1, 1, 0)
    session.undo()
    written()
    assert (told.count(), moved.count(), laid.count()) == (2, 2, 0)
    assert {note.status for note in model.shown} == {Status.OPEN}


def test_the_undo_of_many_shows_the_first_and_lays_out_no_more_than_that(crowded, written):
    session, work = crowded.session, crowded.window.work
    uids = [note.uid for note in session.notes]
    session.edit_many(uids, status=Status.RESOLVED)
    written()
    session.undo()
    written()
    assert session.current == uids[0]
    assert work.notes.model.rowCount() < MANY
    session.set_current(uids[3])
    session.redo()
    written()
    assert session.current == uids[3], "the note one is at is among them"


def test_a_severity_changes_the_marks_of_one_note_and_no_other(crowded):
    session, view = crowded.session, crowded.window.work.policy.view
    index, others = view._painter.index, {id(mark) for mark in view._highlights}
    marked = QSignalSpy(session.note_marked)
    session.edit(session.notes[500].uid, severity=Severity.CRITICAL)
    assert view._painter.index is index
    assert len({id(mark) for mark in view._highlights} - others) == 1
    assert view.highlights_of(session.notes[500].uid)[0].severity is Severity.CRITICAL
    assert marked.count() == 1
    outline = crowded.window.work.outline.model
    assert Severity.CRITICAL in {outline._full(row).worst for row in range(len(outline.rows))}


def test_what_marks_no_words_leaves_the_marks_alone(crowded):
    session, marked = crowded.session, QSignalSpy(crowded.session.note_marked)
    session.edit(session.notes[7].uid, status=Status.DECLINED)
    assert marked.count() == 0


def test_nothing_is_kept_of_the_notes_of_a_document_that_was_left(crowded):
    session, notes = crowded.session, crowded.window.work.notes
    assert notes.list._cards._heights
    path, uid = session.path, session.document.uid
    crowded.window.close_matter()
    session.open_matter(path)
    session.delete_notes([note.uid for note in session.notes])
    session.show_document(uid)
    assert not notes.list._cards._heights
    assert not notes.model._said._known
