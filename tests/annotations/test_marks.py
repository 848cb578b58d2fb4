"""A note in Word is known by a mark that tells nothing of it."""

import re
from datetime import UTC, datetime

import pytest

from annotations.marks import (
    Marked,
    field_mark,
    fields_by_mark,
    free_mark,
    marks_of_notes,
    note_name,
    reply_name,
    uid_outside,
)
from annotations.model import Anchor, Note, Reply

NOW = datetime(2026, 3, 1, tzinfo=UTC)
NOTE = Note(
    uid="n", number=1, document="d", created=NOW, modified=NOW,
    anchors=(Anchor("v", 0, 1, "a"), Anchor("v", 2, 3, "b")),
    replies=(Reply(uid="r", author="A", created=NOW),),
)  # fmt: skip


def test_each_place_of_a_note_and_each_reply_has_a_mark_and_is_known_by_it() -> None:
    taken: set[str] = set()
    names = [note_name("s", Marked("n")), note_name("s", Marked("n", 1)), reply_name("s", "r")]
    marks = [free_mark(name, taken) for name in names]
    known = marks_of_notes([NOTE], ["other", "s"])
    assert [known[mark] for mark in marks] == [Marked("n"), Marked("n", 1), Marked("n", 0, "r")]


def test_a_mark_that_was_taken_gives_way_and_the_note_is_known_all_the_same() -> None:
    name = note_name("s", Marked("n"))
    first = free_mark(name, set())
    second = free_mark(name, {first})
    assert second != first
    assert marks_of_notes([NOTE], ["s"])[second] == Marked("n")


def test_marks_are_valid_ids_of_word() -> None:
    taken: set[str] = set()
    marks = [int(free_mark(f"n{i}", taken), 16) for i in range(2000)]
    assert len(set(marks)) == 2000
    assert all(0 < mark < 0x7FFFFFFF for mark in marks)


def test_without_the_matters_secret_a_mark_is_not_a_known_notes() -> None:
    mark = free_mark(note_name("s", Marked("n")), set())
    assert mark not in marks_of_notes([NOTE], ["t", ""])


@pytest.mark.parametrize(
    "marked",
    [
        Marked("n", tracked=True),
        Marked("n", 1, tracked=True),
        Marked("n", 2, tracked=True),
        Marked("n", done=True),
        Marked("n", last=True),
        Marked("n", done=True, last=True),
    ],
)
def test_how_a_comment_went_out_is_known_by_its_mark(marked) -> None:
    mark = free_mark(note_name("s", marked), set())
    assert marks_of_notes([NOTE], ["s"])[mark] == marked


def test_a_field_is_known_by_its_mark_and_nobody_outside_can_try_ids():
    outside = uid_outside("secret", "note-1")
    mark = field_mark(outside, "issue")
    assert re.fullmatch("[0-9A-F]{16}", mark)
    assert mark == field_mark(outside, "issue")
    assert mark not in {field_mark(outside, "title"), field_mark("note-1", "issue")}
    known = fields_by_mark(["note-1", "note-2"], ["issue", "title"], ["secret", "older"])
    assert known[mark] == ("note-1", "issue")
    assert known[field_mark(uid_outside("older", "note-2"), "title")] == ("note-2", "title")
    assert len(known) == 8
