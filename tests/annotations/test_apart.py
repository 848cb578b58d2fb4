"""Long writing on another thread: one group for undo, nothing written beside it, and the same said afterwards."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from annotations.errors import MatterError
from annotations.matter import OpenMatter
from annotations.model import Severity, Status
from documents.model import Span
from documents.reader import open_document

TEXT = "1. Scope\nWe share your data with partners.\n2. Term\nIt ends when we say so.\n"


@pytest.fixture
def matter(tmp_path, clock, reviewer):
    with OpenMatter.create(tmp_path / "Harbour.clausemark", reviewer, clock) as made:
        policy = open_document(TEXT.encode(), name="Harbour.txt")
        document = made.add_document(policy, TEXT.encode(), "Harbour.txt")
        for start in (9, 20, 50):
            made.add_note(document.uid, (Span(start, start + 4),), severity=Severity.HIGH)
        yield made


def apart(matter, deed):
    """Do it on another thread, as the window does."""
    matter.begin_apart()
    with ThreadPoolExecutor(1) as pool:
        done = pool.submit(matter.work_apart, deed).result()
    matter.end_apart(done)
    return done.result


def resolve(matter):
    uids = [note.uid for note in matter.notes()]
    return lambda other: other.edit_many(uids, status=Status.RESOLVED)


def test_what_was_edited_apart_is_said_here_and_is_one_step(matter):
    apart(matter, resolve(matter))
    assert {note.status for note in matter.notes()} == {Status.RESOLVED}
    matter.undo()
    assert {note.status for note in matter.notes()} == {Status.OPEN}
    assert matter.check() == ()


def test_an_undo_apart_and_edits_around_it_make_one_row_of_changes(matter):
    first = matter.notes()[0].uid
    matter.edit_many([note.uid for note in matter.notes()], status=Status.RESOLVED)
    outcome = apart(matter, lambda other: other.undo())
    assert outcome.label == "edit_many"
    matter.edit(first, issue="said afterwards")
    apart(matter, lambda other: other.undo())
    assert matter.note(first).issue == ""
    assert matter.can_redo
    assert matter.check() == ()
    assert len({change.session for change in matter.changes()}) == 1


def test_while_it_is_written_to_apart_it_is_read_from_memory_and_refuses_to_write(matter):
    notes = matter.notes()
    matter.begin_apart()
    with pytest.raises(MatterError, match="written just now"):
        matter.edit(notes[0].uid, issue="too soon")
    with pytest.raises(MatterError, match="written just now"):
        matter.record_sent(file_name="report.docx")
    done = matter.work_apart(resolve(matter))
    assert matter.notes() == notes
    matter.end_apart(done)
    assert matter.notes() != notes


def test_what_fails_apart_changes_nothing_and_writing_goes_on(matter):
    notes = matter.notes()
    matter.begin_apart()
    with pytest.raises(MatterError, match="no longer there"):
        matter.work_apart(lambda other: other.edit_many(["nobody"], status=Status.RESOLVED))
    matter.end_apart(None)
    assert matter.notes() == notes
    assert matter.edit(notes[0].uid, issue="now").issue == "now"
    assert matter.check() == ()


def test_a_document_is_removed_for_good_apart(matter):
    uid = matter.document().uid
    apart(matter, lambda other: other.erase_document(uid))
    assert matter.documents() == ()
    assert matter.notes() == ()
    assert b"partners" not in matter.path.read_bytes()
    assert matter.check() == ()


def test_notes_read_on_another_thread_are_those_there_are(matter, clock, reviewer):
    expected = matter.notes()
    with OpenMatter.open(matter.path, reviewer, clock, read_only=True) as opened:
        assert opened.count_notes() == 3
        opened.begin_reading()
        assert opened.notes() == ()
        with ThreadPoolExecutor(1) as pool:
            opened.end_reading(pool.submit(opened.read_apart).result())
        assert opened.notes() == expected
