"""Undo takes back this reviewer's last standing group, over reopening too, and never someone else's words."""

import shutil

import pytest

from annotations.matter import OpenMatter
from annotations.model import Reviewer, Severity


def same_but_times(matter):
    return [(n.uid, n.number, n.issue, n.severity, n.anchors, n.replies) for n in matter.notes()]


def test_every_kind_of_change_is_taken_back_and_brought_back(matter, document, span_of):
    note = matter.add_note(document.uid, [span_of("姓名")], issue="a")
    other = matter.add_note(document.uid)
    steps = {
        "edit": lambda: matter.edit(note.uid, issue="b", severity="high"),
        "edit_many": lambda: matter.edit_many([note.uid, other.uid], owner="王二"),
        "reply": lambda: matter.reply(note.uid, "r"),
        "delete_note": lambda: matter.delete_note(other.uid),
        "set_matter": lambda: matter.set_matter(client="c", scope="s"),
        "mark_read": lambda: matter.mark_read(document.uid, "一", True),
        "add_note": lambda: matter.add_note(document.uid, issue="new"),
        "remove_document": lambda: matter.remove_document(document.uid),
    }

    def state():
        return same_but_times(matter), matter.matter(), matter.documents(), matter.read_clauses(document.uid)

    states = [state()]
    for step in steps.values():
        step()
        states.append(state())
    for place, label in reversed(list(enumerate(steps))):
        assert matter.undo().label == label
        assert state() == states[place], label
    for place, label in enumerate(steps):
        assert matter.redo().label == label
        assert state() == states[place + 1], label
    assert matter.redo() is None
    assert matter.check() == ()


def test_undo_works_over_reopening_and_redo_too(matter, document, reopen):
    note = matter.add_note(document.uid, issue="a")
    matter.edit(note.uid, issue="b")
    with reopen() as again:
        assert again.can_undo
        assert again.undo().label == "edit"
        assert again.note(note.uid).issue == "a"
    with reopen() as again:
        assert again.can_redo
        again.redo()
        assert again.note(note.uid).issue == "b"
        again.undo()
        again.edit(note.uid, title="t")
        assert not again.can_redo
        assert again.redo() is None


def test_nothing_to_undo_is_none(matter):
    assert not matter.can_undo
    assert matter.undo() is None
    assert matter.changes() == ()


def test_edits_of_one_visit_go_back_together_and_a_visit_ends_with_the_next_change(matter, document):
    note = matter.add_note(document.uid)
    for text in ("我", "我们", "我们认为"):
        matter.edit(note.uid, visit="v1", issue=text)
    matter.edit(note.uid, visit="v2", issue="我们认为过宽")
    matter.edit(note.uid, severity=Severity.HIGH)
    matter.edit(note.uid, visit="v2", issue="我们认为过宽。")
    seen = []
    while matter.note(note.uid).issue or matter.note(note.uid).severity is Severity.HIGH:
        matter.undo()
        seen.append((matter.note(note.uid).issue, matter.note(note.uid).severity.value))
    assert seen == [("我们认为过宽", "high"), ("我们认为过宽", "medium"), ("我们认为", "medium"), ("", "medium")]


def test_typing_on_after_an_undo_within_a_visit_is_a_step_of_its_own(matter, document):
    note = matter.add_note(document.uid)
    matter.edit(note.uid, visit="v", issue="a")
    matter.undo()
    matter.edit(note.uid, visit="v", issue="b")
    matter.undo()
    assert matter.note(note.uid).issue == ""
    matter.redo()
    assert matter.note(note.uid).issue == "b"


def test_an_edit_that_changes_nothing_is_no_change(matter, document):
    note = matter.add_note(document.uid, issue="a")
    before = matter.changes()
    assert matter.edit(note.uid, issue="a") == note
    assert matter.edit_many([]) == ()
    assert matter.changes() == before


def test_undo_leaves_what_someone_else_changed_since_and_says_so(matter, document, okafor, reopen):
    note = matter.add_note(document.uid, issue="mine")
    matter.edit(note.uid, issue="mine too", title="t")
    with reopen(okafor) as theirs:
        assert not theirs.can_undo
        theirs.edit(note.uid, issue="theirs")
    with reopen() as again:
        outcome = again.undo()
        assert outcome.conflicts == ((note.uid, "issue"),)
        assert (again.note(note.uid).issue, again.note(note.uid).title) == ("theirs", "")
        outcome = again.undo()
        assert outcome.conflicts == ((note.uid, "whole"),)
        assert again.note(note.uid).issue == "theirs"
        assert again.undo().label == "add_document"
        assert again.check() == ()


def test_undo_goes_through_where_the_other_took_the_change_back(matter, document, okafor, reopen):
    note = matter.add_note(document.uid, issue="a")
    matter.edit(note.uid, issue="b")
    with reopen(okafor) as theirs:
        theirs.edit(note.uid, issue="theirs")
        theirs.undo()
    with reopen() as again:
        assert again.undo().conflicts == ()
        assert again.note(note.uid).issue == "a"


def test_a_name_given_later_still_lets_undo_reach_the_first_notes(tmp_path, policy, clock):
    with OpenMatter.create(tmp_path / "m.clausemark", Reviewer(""), clock) as matter:
        document = matter.add_document(policy, b"x", "x.txt")
        note = matter.add_note(document.uid)
        matter.reviewer = Reviewer("林一", "LY")
        matter.edit_many([note.uid], author="林一", initials="LY")
        matter.edit(note.uid, issue="a")
        for label in ("edit", "edit", "add_note", "add_document"):
            outcome = matter.undo()
            assert (outcome.label, outcome.conflicts) == (label, ())
        assert matter.documents() == ()


def test_the_list_of_changes_only_grows_and_names_who_when_and_what(matter, document, lin):
    note = matter.add_note(document.uid, issue="a")
    matter.edit(note.uid, issue="b")
    before = matter.changes()
    matter.undo()
    after = matter.changes()
    assert after[: len(before)] == before
    made, edited, undone = after[-3:]
    assert (made.field, edited.field, undone.field) == ("whole", "issue", "issue")
    assert (edited.before, edited.after, edited.replaces) == ("a", "b", (made.id,))
    assert (undone.before, undone.after, undone.undoes) == ("b", "a", edited.group)
    assert edited.author == lin.name
    assert edited.offset == 480
    assert [change.seq for change in after] == list(range(1, len(after) + 1))


def test_a_tampered_change_is_found(matter, document):
    note = matter.add_note(document.uid, issue="a")
    matter.edit(note.uid, issue="b")
    matter.edit(note.uid, issue="c")
    db = matter._store._db
    for sql, code in (
        ("UPDATE changes SET after = '\"x\"' WHERE seq = 4", "problem_chain"),
        ("UPDATE changes SET author = 'nobody' WHERE seq = 2", "problem_chain"),
        ("DELETE FROM changes WHERE seq = 4", "problem_gap"),
        ("UPDATE notes SET issue = 'quietly'", "problem_fold"),
        ("UPDATE anchors SET exact = 'quietly'", None),
        ("UPDATE originals SET bytes = x'00'", "problem_original"),
        ("DELETE FROM readings", "problem_reading"),
        ("INSERT INTO read_clauses VALUES ('d', '1')", "problem_fold"),
        ("UPDATE notes SET number = 77", "problem_fold"),
    ):
        db.execute("BEGIN")
        db.execute(sql)
        found = {problem.code for problem in matter.check()}
        db.execute("ROLLBACK")
        assert (code in found) if code else not found, sql
    assert matter.check() == ()


def test_an_anchor_that_left_its_words_is_found(matter, document, span_of):
    matter.add_note(document.uid, [span_of("姓名")])
    matter._store._db.execute('UPDATE anchors SET start = 0, "end" = 2')
    assert {p.code for p in matter.check()} == {"problem_fold", "problem_anchor"}
    assert "姓名" in " ".join(p.sentence("zh") for p in matter.check())


@pytest.mark.usefixtures("document")
def test_copies_that_part_never_share_a_session(matter, matter_path, tmp_path, lin, clock):
    matter.close()
    copy = tmp_path / "copy.clausemark"
    shutil.copyfile(matter_path, copy)
    sessions = set()
    for path in (matter_path, copy):
        with OpenMatter.open(path, lin, clock) as opened:
            opened.set_matter(client=path.name)
            sessions.add(opened.changes()[-1].session)
    assert len(sessions) == 2


def test_an_undo_reads_only_the_notes_it_touched(matter, document):
    first, second = matter.add_note(document.uid), matter.add_note(document.uid)
    matter.edit(first.uid, title="changed")
    untouched = matter.note(second.uid)
    matter.undo()
    assert matter.note(first.uid).title == ""
    assert matter.note(second.uid) is untouched
    matter.redo()
    assert matter.note(first.uid).title == "changed"
    matter.delete_notes([first.uid, second.uid])
    matter.undo()
    assert len(matter.notes()) == 2
