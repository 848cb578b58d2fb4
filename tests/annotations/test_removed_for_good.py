"""What was dropped in by mistake goes for good: no word of it is left in the file, and the audit trail still holds."""

import shutil
import sqlite3

import pytest

from annotations.errors import MatterError
from annotations.incoming_notes import IncomingNote
from annotations.matter import OpenMatter
from annotations.model import Reviewer, Severity
from documents.model import Span
from tests.annotations.conftest import made_policy

SECRET = "zaffre"
MARKS = ("zaffretext", "zaffretitle", "zaffrefile", "zaffrenote", "zaffrereply", "zaffredraft", "zaffreclause",
         "zaffrefrom", "zaffreremark", "zaffreback")  # fmt: skip
TEXT = "zaffretext 绝密 " * 40


@pytest.fixture
def mistaken(matter, document):
    """A document of another client, with everything a reviewer may do to it."""
    note = matter.add_note(document.uid, [Span(0, 4)], issue="stays")
    policy = made_policy(TEXT, "zaffretitle")
    wrong = matter.add_document(policy, TEXT.encode(), "zaffrefile.txt", received_from="zaffrefrom")
    made = matter.add_note(wrong.uid, [Span(0, 10)], issue="zaffrenote", severity=Severity.HIGH)
    matter.edit(made.uid, issue="zaffrenote again", private_remark="zaffreremark", visit="one")
    matter.reply(made.uid, "zaffrereply")
    matter.mark_read(wrong.uid, "zaffreclause", read=True)
    matter.edit_many([note.uid, made.uid], title="both zaffrenote")
    matter.edit(note.uid, title="")
    gone = matter.add_note(wrong.uid, issue="zaffrenote gone")
    matter.delete_note(gone.uid)
    back = made_policy(TEXT + "more", "zaffretitle")
    matter.take_back(wrong.uid, back, b"zaffreback", "zaffreback.txt")
    matter.save_draft(made.uid, "issue", "zaffredraft")
    return wrong


def words_left(path) -> list[str]:
    """Look for the marker words in the bytes of a file, and unpacked in its readings."""
    data = path.read_bytes()
    found = [word for word in (*MARKS, "绝密") if word.encode() in data]
    with sqlite3.connect(path) as connection:
        import zlib

        packed = b"".join(zlib.decompress(row[0]) for row in connection.execute("SELECT data FROM readings"))
    connection.close()
    return found + [word for word in MARKS if word.encode() in packed]


def test_no_word_of_it_is_left_in_the_file_and_the_rest_is_whole(matter, matter_path, mistaken, document, reopen):
    matter.edit(matter.notes(document.uid)[0].uid, title="zaf")
    assert matter.check() == ()
    matter.erase_document(mistaken.uid)
    assert [known.uid for known in matter.documents()] == [document.uid]
    assert [note.issue for note in matter.notes()] == ["stays"]
    assert matter.drafts() == ()
    assert matter.search("zaffre") == ()
    assert matter.check() == ()
    matter.close()
    # the title given to two notes at once stands on the other document's note, in its past: it is that note's word
    assert [word for word in words_left(matter_path) if word != "zaffrenote"] == []
    with reopen() as again:
        assert again.check() == ()
        assert [c.author for c in again.changes() if c.field == "erased"] == ["林一"]


def test_the_words_are_nowhere_in_what_belonged_to_it(matter, mistaken):
    matter.erase_document(mistaken.uid)
    for change in matter.changes():
        if change.struck:
            assert SECRET not in str((change.field, change.before, change.after))
    assert any(change.struck for change in matter.changes())


def test_no_undo_brings_it_back_and_other_steps_can_still_be_undone(matter, mistaken, document):
    matter.erase_document(mistaken.uid)
    while matter.can_undo:
        matter.undo()
        assert matter.check() == ()
    assert matter.documents() == ()
    while matter.can_redo:
        matter.redo()
        assert matter.check() == ()
    assert [known.uid for known in matter.documents()] == [document.uid]
    assert [note.issue for note in matter.notes()] == ["stays"]


def test_its_note_numbers_are_not_given_again(matter, mistaken, document):
    highest = max(note.number for note in matter.notes())
    matter.erase_document(mistaken.uid)
    assert matter.add_note(document.uid).number > highest


def test_the_same_file_can_be_added_again_and_is_another_document(matter, mistaken):
    matter.erase_document(mistaken.uid)
    policy = made_policy(TEXT, "zaffretitle")
    again = matter.add_document(policy, TEXT.encode(), "zaffrefile.txt")
    assert again.uid != mistaken.uid
    assert matter.original(again.latest.uid) == TEXT.encode()
    report = matter.import_notes(again.uid, [IncomingNote(uid="", source_id="F01", fields={"issue": "anew"})])
    assert (report.notes, matter.notes(again.uid)[0].issue) == (1, "anew")
    assert matter.check() == ()


def test_a_document_that_was_only_hidden_can_be_removed_for_good_too(matter, matter_path, mistaken):
    matter.remove_document(mistaken.uid)
    assert [known.uid for known in matter.removed_documents()] == [mistaken.uid]
    matter.erase_document(mistaken.uid)
    assert matter.removed_documents() == ()
    with pytest.raises(MatterError):
        matter.erase_document(mistaken.uid)
    matter.close()
    assert [word for word in words_left(matter_path) if word != "zaffrenote"] == []


def test_bytes_that_another_document_shows_stay(matter, mistaken):
    twin = matter.add_document(made_policy(TEXT, "twin"), TEXT.encode(), "twin.txt")
    matter.erase_document(mistaken.uid)
    assert matter.original(twin.latest.uid) == TEXT.encode()
    assert matter.policy(twin.latest.uid).text == TEXT
    assert matter.check() == ()


@pytest.fixture
def copies(matter, mistaken, tmp_path, clock):
    matter.close()
    other = tmp_path / "theirs.clausemark"
    shutil.copyfile(matter.path, other)
    with OpenMatter.open(other, Reviewer("O"), clock) as theirs:
        theirs.add_note(mistaken.uid, issue="zaffrenote of theirs")
        theirs.add_note(theirs.documents()[0].uid, issue="kept of theirs")
    with OpenMatter.open(matter.path, Reviewer("林一"), clock) as ours:
        ours.erase_document(mistaken.uid)
    return matter.path, other


def test_a_copy_that_still_has_it_does_not_bring_it_back(copies, clock):
    ours, theirs = copies
    with OpenMatter.open(ours, Reviewer("林一"), clock) as matter:
        report = matter.merge(theirs)
        assert (report.added, report.erased) == (1, 0)
        assert sorted(note.issue for note in matter.notes()) == ["kept of theirs", "stays"]
        assert matter.check() == ()
        assert matter.merge(theirs).changes == 0
        matter.undo()
        assert [note.issue for note in matter.notes()] == ["stays"]
        assert matter.check() == ()
    assert [word for word in words_left(ours) if word != "zaffrenote"] == []
    assert b"zaffrenote of theirs" not in ours.read_bytes()


def test_a_copy_that_takes_the_removal_in_loses_it_too_and_says_so(copies, clock):
    ours, theirs = copies
    with OpenMatter.open(theirs, Reviewer("O"), clock) as matter:
        assert matter.merge(ours).erased == 1
        assert len(matter.documents()) == 1
        assert matter.check() == ()
        assert matter.merge(ours).changes == 0
    assert [word for word in words_left(theirs) if word != "zaffrenote"] == []
    assert b"zaffrenote of theirs" not in theirs.read_bytes()


@pytest.mark.usefixtures("mistaken")
def test_words_struck_without_a_removal_are_found_by_the_check_and_by_a_merge(matter, tmp_path, clock):
    matter.close()
    other = tmp_path / "other.clausemark"
    shutil.copyfile(matter.path, other)
    with sqlite3.connect(other) as connection:
        sql = "UPDATE changes SET struck = 1, after = 'null' WHERE field = 'private_remark'"
        assert connection.execute(sql).rowcount == 1
        connection.commit()
    connection.close()
    with OpenMatter.open(other, Reviewer("O"), clock, read_only=True) as tampered:
        assert "problem_struck" in [problem.code for problem in tampered.check()]
    with OpenMatter.open(matter.path, Reviewer("O"), clock) as ours, pytest.raises(MatterError) as refusal:
        ours.merge(other)
    assert refusal.value.code == "damaged"


def test_a_disk_that_fails_in_the_middle_leaves_everything_as_it_was(matter, mistaken, monkeypatch):
    def full(*_args):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(matter._store, "drop_orphans", full)
    before = matter.changes()
    with pytest.raises(sqlite3.OperationalError):
        matter.erase_document(mistaken.uid)
    assert matter.changes() == before
    assert len(matter.documents()) == 2
    assert matter.check() == ()


def test_a_matter_open_to_read_removes_nothing(mistaken, reopen):
    with reopen(read_only=True) as reading, pytest.raises(MatterError):
        reading.erase_document(mistaken.uid)


def test_the_words_are_gone_even_if_the_file_cannot_be_written_anew(matter, matter_path, mistaken, monkeypatch):
    def full():
        raise MatterError("disk_full")

    monkeypatch.setattr(matter._store, "pack", full)
    matter.erase_document(mistaken.uid)
    assert len(matter.documents()) == 1
    matter.close()
    assert [word for word in words_left(matter_path) if word != "zaffrenote"] == []
