"""Long writing leaves the window answering: its loop turns, nothing else is written, one undo takes it back."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QTimer

from annotations.incoming_notes import IncomingAnchor, IncomingNote
from annotations.matter import OpenMatter
from annotations.model import Severity, Status
from documents.model import Span
from ui import bringing, working_apart

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

MANY = working_apart.MANY + 100


@pytest.fixture
def crowded(opened):
    session, text = opened.session, opened.session.policy.text
    places = [number * (len(text) - 10) // MANY for number in range(MANY)]
    notes = [
        IncomingNote(f"n{number}", {"title": f"Point {number}"}, (IncomingAnchor(text[at : at + 4], at, at + 4),))
        for number, at in enumerate(places)
    ]
    session.matter.import_notes(session.document.uid, notes)
    session._changed()
    return opened


@pytest.fixture
def turns_during(qtbot, monkeypatch):
    """Wish for something that is written apart, held until the loop has turned thrice; return how often it turned."""
    gate = threading.Event()
    for name in ("work_apart", "read_apart"):
        work = getattr(OpenMatter, name)
        monkeypatch.setattr(OpenMatter, name, lambda *given, work=work: gate.wait(20) and work(*given))

    def count(session, wish):
        turns, told = [], []
        gate.clear()
        timer = QTimer(interval=0)
        timer.timeout.connect(lambda: turns.append(session.works) or (turns.count(True) == 3 and gate.set()))
        session.at_work.connect(told.append)
        timer.start()
        wish()
        assert session.works, "it is written on another thread"
        qtbot.waitUntil(lambda: not session.works, timeout=20_000)
        session.at_work.disconnect(told.append)
        timer.stop()
        assert told[0]
        assert told[-1] == ""
        return turns.count(True)

    return count


def uids_of(session):
    return [note.uid for note in session.notes]


def test_many_notes_are_edited_while_the_window_answers_and_one_undo_takes_it_back(crowded, turns_during):
    session = crowded.session
    before = session.notes
    assert turns_during(session, lambda: session.edit_many(uids_of(session), status=Status.RESOLVED)) >= 3
    assert {note.status for note in session.notes} == {Status.RESOLVED}
    assert turns_during(session, session.undo) >= 3
    assert [note.status for note in session.notes] == [note.status for note in before]
    turns_during(session, session.redo)
    assert {note.status for note in session.notes} == {Status.RESOLVED}
    assert session.matter.check() == ()


def test_many_notes_are_deleted_as_one_step(crowded, turns_during):
    session = crowded.session
    turns_during(session, lambda: session.delete_notes(uids_of(session)))
    assert session.notes == ()
    turns_during(session, session.undo)
    assert len(session.notes) == MANY


def test_what_is_wished_meanwhile_is_refused_and_said(crowded, qtbot):
    session, said = crowded.session, []
    session.failed.connect(said.append)
    session.edit_many(uids_of(session), status=Status.RESOLVED)
    assert session.add_note((Span(0, 7),), Severity.HIGH) is None
    assert len(said) == 1
    assert "Wait a moment" in said[0]
    qtbot.waitUntil(lambda: not session.works, timeout=20_000)
    assert session.add_note((Span(0, 7),), Severity.HIGH) is not None


def test_words_typed_meanwhile_wait_and_are_kept(crowded, qtbot):
    session = crowded.session
    first = session.notes[0].uid
    session.edit_many(uids_of(session), status=Status.RESOLVED)
    assert not session.commit_typing(first, "issue", "typed meanwhile", "v")
    qtbot.waitUntil(lambda: not session.works, timeout=20_000)
    assert session.keep_unsaved()
    assert session.note(first).issue == "typed meanwhile"


def test_a_matter_that_is_left_meanwhile_closes_when_it_is_written(crowded, qtbot):
    session, matter = crowded.session, crowded.session.matter
    session.edit_many(uids_of(session), status=Status.RESOLVED)
    session.close()
    assert session.matter is matter
    qtbot.waitUntil(lambda: session.matter is None, timeout=20_000)
    session.open_matter(matter.path)
    qtbot.waitUntil(lambda: not session.works, timeout=20_000)
    assert {note.status for note in session.notes} == {Status.RESOLVED}


def test_a_matter_of_many_notes_shows_its_text_first(crowded, turns_during):
    session, path = crowded.session, crowded.session.path
    session.close()
    seen = []
    session.document_changed.connect(lambda: seen.append(len(session.notes)))
    assert turns_during(session, lambda: session.open_matter(path)) >= 3
    assert seen == [0]
    assert len(session.notes) == crowded.window.work.notes.model.total == MANY
    assert len(crowded.window.work.policy.view._highlights) == MANY


def test_removing_for_good_leaves_the_window_answering(crowded, turns_during):
    session = crowded.session
    turns_during(session, lambda: session.erase_document(session.document.uid))
    assert session.documents() == ()
    assert b"third parties" not in session.path.read_bytes()


def test_a_large_file_is_kept_on_another_thread_and_shown(opened, tmp_path, monkeypatch, qtbot):
    monkeypatch.setattr(bringing, "LARGE", 100)
    told = []
    opened.session.at_work.connect(told.append)
    other = tmp_path / "Other terms.txt"
    other.write_text("1. Terms\nOther words altogether, about boats and their owners.\n" * 9, encoding="utf-8")
    with qtbot.waitSignal(opened.session.document_changed, timeout=10_000):
        opened.window.open_file(other)
    assert told == ["keep", ""]
    assert len(opened.session.documents()) == 2
    assert opened.session.matter.original(opened.session.document.latest.uid) == other.read_bytes()
