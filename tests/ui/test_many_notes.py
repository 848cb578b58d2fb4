"""Thousands of notes: the list lays out what is looked at, and finds everything else when it is asked for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotations.incoming_notes import IncomingAnchor, IncomingNote

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


def test_the_card_of_a_place_far_down_follows_the_policy(crowded):
    notes = crowded.window.work.notes
    notes.list.close_note()
    notes.list.keep_in_step(notes.model.shown[MANY - 50].anchors[0].start)
    assert notes.model.rowCount() >= MANY - 50
