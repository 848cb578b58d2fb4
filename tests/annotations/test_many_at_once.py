"""Thousands of notes changed as one step: the file is asked in a few goes, and holds what one by one would have."""

from __future__ import annotations

from contextlib import contextmanager

import pytest

from annotations.checking import check
from annotations.history import fold, fold_field
from annotations.incoming_notes import IncomingAnchor, IncomingNote
from annotations.model import Review, Severity, Status


@pytest.fixture
def many(matter, document):
    """Sixty notes on words of the policy."""
    text = matter.policy(document.latest.uid).text
    fields = {"severity": Severity.HIGH}
    matter.import_notes(
        document.uid,
        [IncomingNote(f"n{at}", fields, (IncomingAnchor(text[at : at + 4], at, at + 4),)) for at in range(60)],
    )
    return [note.uid for note in matter.notes()]


@contextmanager
def questions(matter):
    """Collect the questions that the file is asked."""
    asked = []
    matter._store._db.set_trace_callback(lambda sql: asked.append(sql) if sql.lstrip().startswith("SELECT") else None)
    yield asked
    matter._store._db.set_trace_callback(None)


def test_the_file_is_asked_as_often_for_sixty_notes_as_for_six(matter, many):
    with questions(matter) as few:
        matter.edit_many(many[:6], status=Status.RESOLVED)
    with questions(matter) as of_all:
        matter.edit_many(many, status=Status.DECLINED)
    assert len(of_all) == len(few)


def test_so_it_is_when_they_are_taken_away(matter, many):
    with questions(matter) as few:
        matter.delete_notes(many[:6])
    with questions(matter) as of_rest:
        matter.delete_notes(many[6:])
    assert len(of_rest) == len(few)


def test_an_undo_of_many_does_not_ask_for_the_history_of_each(matter, matter_path, many, lin, clock):
    matter.edit_many(many, status=Status.RESOLVED)
    matter.close()
    with type(matter).open(matter_path, lin, clock) as again, questions(again) as asked:
        again.undo()
        assert {note.status for note in again.notes()} == {Status.OPEN}
    assert sum("WHERE target" in sql for sql in asked) <= 2


@pytest.mark.parametrize(
    "fields",
    [
        {"status": Status.RESOLVED, "owner": "Mei"},
        {"review": Review.APPROVED},
        {"category": "cookies"},
        {"severity": "low"},
    ],
)
def test_the_rows_are_the_fold_of_the_list_after_a_bulk_edit_and_its_undo(matter, many, fields):
    before = matter.notes()
    matter.edit_many(many, **fields)
    assert check(matter._store) == ()
    assert all(getattr(note, name) == value for note in matter.notes() for name, value in fields.items())
    if matter.undo() is not None:
        matter.redo()
        matter.undo()
    assert check(matter._store) == ()
    assert [note.status for note in matter.notes()] == [note.status for note in before]


def test_the_rows_are_the_fold_after_notes_were_taken_away_and_brought_back(matter, many):
    matter.delete_notes(many[:30])
    assert len(matter.notes()) == 30
    assert check(matter._store) == ()
    matter.undo()
    assert len(matter.notes()) == 60
    assert check(matter._store) == ()


def test_what_is_read_anew_is_what_another_opening_reads(matter, matter_path, many, lin, clock):
    matter.edit_many(many, owner="Mei", due="2026-05-01")
    here = matter.notes()
    matter.close()
    with type(matter).open(matter_path, lin, clock) as again:
        assert again.notes() == here


def test_a_field_that_was_never_filled_and_stays_empty_is_no_change(matter, many):
    known = len(matter.changes())
    matter.edit_many(many, review=Review.FOR_REVIEW)
    made = matter.changes()[known:]
    assert {change.field for change in made} == {"review"}
    matter.edit_many(many, owner="")
    assert len(matter.changes()) == known + len(made)


def test_one_field_stands_as_it_does_in_the_fold_of_all(matter, many):
    matter.edit_many(many, status=Status.RESOLVED)
    matter.edit_many(many[:9], owner="Mei", status=Status.DECLINED)
    matter.undo()
    for uid in many:
        changes = matter._journal.changes_of(f"note/{uid}")
        whole = fold(changes)
        assert {name: fold_field(changes, name) for name in whole} == whole
        assert fold_field(changes, "never said") is None
