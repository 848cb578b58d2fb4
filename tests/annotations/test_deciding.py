"""What merged copies left to decide is listed until somebody decides, with a reason that travels and can be undone."""

import shutil

import pytest

from annotations.interchange import read_notes
from annotations.matter import OpenMatter
from annotations.model import Reviewer, Severity, Visibility
from documents.model import Span

WHY = "agreed on the telephone"


@pytest.fixture
def parted(matter, document, tmp_path, reopen):
    """A matter with one note, and the copy of a colleague; both open."""
    matter.add_note(document.uid, [Span(0, 4)], issue="first")
    matter.close()
    theirs = tmp_path / "theirs.clausemark"
    shutil.copyfile(matter.path, theirs)
    with reopen() as ours, OpenMatter.open(theirs, Reviewer("A. Okafor", "AO"), matter._journal.clock) as other:
        yield ours, other


def said(matter):
    return [(n.uid, n.issue, n.title, n.severity, n.anchors, [r.text for r in n.replies]) for n in matter.notes()]


def reasons(matter):
    return [(c.author, c.after["why"]) for c in matter.changes() if isinstance(c.after, dict) and "why" in c.after]


def test_both_values_are_shown_with_who_said_them_and_one_is_chosen_with_a_reason_that_merges(parted):
    ours, theirs = parted
    (note,) = ours.notes()
    ours.edit(note.uid, issue="ours")
    theirs.edit(note.uid, issue="theirs")
    ours.merge(theirs.path)
    theirs.merge(ours.path)
    (conflict,) = ours.undecided().conflicts
    assert {(c.value, c.author, c.here) for c in conflict.claims} == {
        ("ours", "林一", True),
        ("theirs", "A. Okafor", False),
    }
    assert conflict.shown.value == ours.note(note.uid).issue
    ours.decide(conflict, "ours and theirs", WHY)
    assert ours.note(note.uid).issue == "ours and theirs"
    assert ours.undecided().count == 0
    theirs.merge(ours.path)
    assert theirs.undecided().count == 0
    assert theirs.note(note.uid).issue == "ours and theirs"
    assert reasons(theirs) == [("林一", WHY)]
    assert ours.check() == theirs.check() == ()


def test_undoing_a_decision_opens_the_conflict_again_and_redoing_it_settles_it(parted):
    ours, theirs = parted
    (note,) = ours.notes()
    ours.edit(note.uid, issue="ours")
    theirs.edit(note.uid, issue="theirs")
    ours.merge(theirs.path)
    before = ours.undecided().conflicts
    ours.decide(before[0], "decided", WHY)
    assert ours.undo().label == "decide"
    assert [[c.value for c in one.claims] for one in ours.undecided().conflicts] == [
        [c.value for c in one.claims] for one in before
    ]
    assert ours.note(note.uid).issue == before[0].shown.value
    assert ours.check() == ()
    assert ours.redo().label == "decide"
    assert ours.note(note.uid).issue == "decided"
    assert ours.undecided().count == 0
    ours.undo()
    ours.decide(ours.undecided().conflicts[0], "again", WHY)
    assert ours.undecided().count == 0
    assert theirs.merge(ours.path).conflicts == ()
    assert theirs.note(note.uid).issue == "again"


def test_a_note_deleted_here_and_worked_on_there_is_listed_in_both_until_somebody_decides(parted):
    ours, theirs = parted
    (note,) = ours.notes()
    ours.delete_note(note.uid)
    theirs.reply(note.uid, "but this matters")
    ours.merge(theirs.path)
    theirs.merge(ours.path)
    for matter in parted:
        assert matter.conflicts() == ((note.uid, "deleted"),)
        (conflict,) = matter.undecided().conflicts
        assert [(c.value, c.author) for c in conflict.claims] == [(True, "林一"), (None, "A. Okafor")]
    ours.decide(ours.undecided().conflicts[0], None, WHY)
    theirs.merge(ours.path)
    for matter in parted:
        assert matter.conflicts() == ()
        assert matter.note(note.uid).replies[0].text == "but this matters"
    ours.undo()
    assert ours.conflicts() == ((note.uid, "deleted"),)
    ours.decide(ours.undecided().conflicts[0], value=True, why=WHY)
    assert ours.conflicts() == ()
    assert ours.notes() == ()
    assert ours.check() == ()


def test_a_note_that_was_seen_and_then_deleted_is_no_conflict(parted):
    ours, theirs = parted
    (note,) = ours.notes()
    theirs.edit(note.uid, issue="theirs")
    theirs.reply(note.uid, "r")
    ours.merge(theirs.path)
    ours.delete_note(note.uid)
    assert ours.conflicts() == ()
    assert theirs.merge(ours.path).conflicts == ()
    assert theirs.conflicts() == ()


def test_different_notes_imported_under_one_id_in_two_copies_are_two_notes(parted):
    ours, theirs = parted
    for matter, issue, quote in ((ours, "one", "姓名"), (theirs, "other", "手机号")):
        told = f'[{{"id": "K9", "title": "T", "issue": "{issue}", "anchors": [{{"exact": "{quote}"}}]}}]'
        matter.import_notes(matter.document().uid, read_notes(told.encode(), "zh"))
    assert ours.merge(theirs.path).added == 1
    assert ours.conflicts() == ()
    assert sorted(n.issue for n in ours.notes() if n.source_id == "K9") == ["one", "other"]
    again = ours.import_notes(ours.document().uid, read_notes(told.encode(), "zh"))
    assert again.unchanged == 1


def test_two_notes_that_were_taken_for_one_are_made_two_again(parted):
    ours, theirs = parted
    (note,) = ours.notes()
    ours.edit(note.uid, issue="ours", title="O")
    theirs.edit(note.uid, issue="theirs", title="T", severity=Severity.HIGH)
    ours.merge(theirs.path)
    made = ours.keep_both(note.uid, WHY)
    kept = ours.note(note.uid)
    assert {(made.issue, made.title), (kept.issue, kept.title)} == {("ours", "O"), ("theirs", "T")}
    assert made.anchors == kept.anchors
    assert ours.conflicts() == ()
    theirs.merge(ours.path)
    assert said(theirs) == said(ours)
    ours.undo()
    assert len(ours.notes()) == 1
    assert len(ours.conflicts()) == 2


def test_notes_of_two_reviewers_on_the_same_words_are_offered_as_one_and_nothing_is_lost_by_joining(parted, span_of):
    ours, theirs = parted
    document = ours.document().uid
    mine = ours.add_note(document, [span_of("我们可能与合作伙伴分享您的信息")], issue="mine", severity=Severity.LOW)
    other = theirs.add_note(
        document, [span_of("可能与合作伙伴分享您的信息")], issue="theirs", recommendation="name them",
        severity=Severity.HIGH,
    )  # fmt: skip
    theirs.reply(other.uid, "an answer")
    ours.merge(theirs.path)
    found = ours.undecided()
    assert [{d.first.uid, d.second.uid} for d in found.doubles] == [{mine.uid, other.uid}]
    assert len(found.severities) == 1
    before = said(ours)
    joined = ours.join(mine.uid, other.uid, WHY)
    assert (joined.issue, joined.recommendation) == ("mine", "name them")
    assert [(r.author, r.text) for r in joined.replies] == [("A. Okafor", "theirs"), ("A. Okafor", "an answer")]
    assert ours.undecided().count == 0
    assert ours.undo().label == "join"
    assert said(ours) == before
    ours.redo()
    theirs.merge(ours.path)
    assert said(theirs) == said(ours)
    assert theirs.check() == ()


def test_two_who_join_the_same_pair_each_their_way_lose_neither_note(parted, span_of):
    ours, theirs = parted
    document, span = ours.document().uid, span_of("手机号")
    mine, other = ours.add_note(document, [span], issue="mine"), theirs.add_note(document, [span], issue="theirs")
    ours.merge(theirs.path)
    theirs.merge(ours.path)
    ours.join(mine.uid, other.uid, WHY)
    theirs.join(other.uid, mine.uid, WHY)
    ours.merge(theirs.path)
    assert set(ours.conflicts()) == {(mine.uid, "deleted"), (other.uid, "deleted")}


def test_words_for_fewer_readers_become_no_answer_that_goes_out(parted, span_of):
    ours, theirs = parted
    document, span = ours.document().uid, span_of("手机号")
    mine = ours.add_note(document, [span], issue="mine", private_remark="p")
    other = theirs.add_note(document, [span], issue="secret", visibility=Visibility.INTERNAL, private_remark="q")
    ours.merge(theirs.path)
    joined = ours.join(mine.uid, other.uid, WHY)
    assert joined.replies == ()
    assert joined.private_remark == "p\n\nq\n\nsecret"


def test_two_notes_may_stay_two_and_ratings_may_differ_and_neither_is_asked_again(parted, span_of):
    ours, theirs = parted
    document, span = ours.document().uid, span_of("手机号")
    ours.add_note(document, [span], issue="mine", severity=Severity.LOW)
    other = theirs.add_note(document, [span], issue="theirs", severity=Severity.HIGH)
    ours.merge(theirs.path)
    (double,) = ours.undecided().doubles
    ours.keep_apart(double, WHY)
    assert ours.undecided().doubles == ()
    ours.rate(double, None, WHY)
    assert ours.undecided().count == 0
    ours.undo()
    assert len(ours.undecided().severities) == 1
    ours.rate(double, Severity.MEDIUM, WHY)
    assert {n.severity for n in ours.notes() if n.anchors[0].span == span} == {Severity.MEDIUM}
    ours.undo()
    ours.rate(double, None, WHY)
    ours.edit(other.uid, severity=Severity.CRITICAL)
    assert len(ours.undecided().severities) == 1, "a rating that changed since is asked about again"


def test_what_would_come_in_is_counted_before_and_nothing_is_written(parted):
    ours, theirs = parted
    (note,) = ours.notes()
    theirs.edit(note.uid, issue="theirs")
    theirs.reply(theirs.add_note(theirs.document().uid, issue="new").uid, "r")
    ours.edit(note.uid, issue="ours")
    before = ours.changes()
    told = ours.foresee(theirs.path)
    assert (told.notes, told.changed, told.replies, told.conflicts) == (1, 1, 1, 1)
    assert told.authors == ("A. Okafor",)
    assert ours.changes() == before
    assert ours.merge(theirs.path).conflicts == ((note.uid, "issue"),)
    assert ours.foresee(theirs.path).changes == 0


def test_several_copies_come_in_as_one_step_of_undo(parted, tmp_path, clock):
    ours, theirs = parted
    third = tmp_path / "third.clausemark"
    shutil.copyfile(ours.path, third)
    with OpenMatter.open(third, Reviewer("王二"), clock) as other:
        other.add_note(other.document().uid, issue="third")
    theirs.add_note(theirs.document().uid, issue="second")
    before = said(ours)
    assert ours.merge(theirs.path, third).added == 2
    assert {n.issue for n in ours.notes()} == {"first", "second", "third"}
    assert ours.undo().label == "merge"
    assert said(ours) == before
    assert ours.redo().label == "merge"
    assert len(ours.notes()) == 3


def test_a_note_of_one_copy_is_carried_to_the_version_that_only_the_other_has(parted, span_of):
    from tests.annotations.conftest import TEXT, made_policy

    ours, theirs = parted
    newer = made_policy("前言\n" + TEXT)
    document = ours.document().uid
    theirs.add_version(document, newer, newer.text.encode(), "v2.txt")
    mine = ours.add_note(document, [span_of("手机号")], issue="mine")
    before = said(ours)
    assert ours.merge(theirs.path).carried == 1
    latest = ours.document().latest.uid
    for note in ours.notes():
        assert [newer.text[a.start : a.end] for a in note.anchors if a.version == latest] == [note.anchors[0].exact]
    theirs.merge(ours.path)
    assert said(theirs) == said(ours)
    assert ours.conflicts() == theirs.conflicts() == ()
    assert ours.merge(theirs.path).carried == 0
    assert mine.uid in {n.uid for n in theirs.notes()}
    ours.undo()
    assert said(ours) == before
    assert ours.check() == theirs.check() == ()


def test_two_versions_that_two_copies_added_unite_without_a_question(parted):
    from tests.annotations.conftest import TEXT, made_policy

    ours, theirs = parted
    document = ours.document().uid
    for matter, head in ((ours, "甲版\n"), (theirs, "乙版\n")):
        policy = made_policy(head + TEXT)
        matter.add_version(document, policy, policy.text.encode(), f"{head.strip()}.txt")
    ours.merge(theirs.path)
    theirs.merge(ours.path)
    assert ours.conflicts() == theirs.conflicts() == ()
    (note,) = ours.notes()
    assert {a.version for a in note.anchors} == {v.uid for v in ours.document().versions}
    assert said(ours) == said(theirs)
    assert ours.check() == theirs.check() == ()


def test_a_merge_that_was_undone_is_brought_back_when_that_is_asked_for(parted):
    ours, theirs = parted
    (note,) = ours.notes()
    theirs.edit(note.uid, title="T")
    theirs.add_note(theirs.document().uid, issue="new")
    ours.merge(theirs.path)
    after = said(ours)
    ours.undo()
    ours.set_matter(client="C")
    assert ours.redo() is None
    assert ours.merge(theirs.path).changes == 0
    told = ours.foresee(theirs.path)
    assert (told.changes, told.undone) == (0, 1)
    assert ours.bring_back(theirs.path) == 2
    assert said(ours) == after
    assert ours.foresee(theirs.path).undone == 0
    assert ours.bring_back(theirs.path) == 0
    assert ours.undo() is not None
    assert len(ours.notes()) == 1
    assert ours.check() == ()


def test_documents_that_others_took_out_are_counted_before(parted):
    ours, theirs = parted
    theirs.remove_document(theirs.document().uid)
    assert ours.foresee(theirs.path).removed == 1


def test_an_approval_that_did_not_see_what_another_wrote_is_asked_about(parted):
    ours, theirs = parted
    (note,) = ours.notes()
    ours.edit(note.uid, review="approved")
    ours.edit(note.uid, title="by who approved")
    theirs.edit(note.uid, issue="written meanwhile")
    ours.merge(theirs.path)
    theirs.merge(ours.path)
    assert ours.conflicts() == theirs.conflicts() == ((note.uid, "review"),)
    (conflict,) = ours.undecided().conflicts
    assert [(c.value, c.author) for c in conflict.claims] == [("approved", "林一"), ("for review", "A. Okafor")]
    ours.decide(conflict, "approved", WHY)
    assert ours.note(note.uid).review == "approved"
    assert theirs.merge(ours.path).conflicts == ()
    assert theirs.conflicts() == ours.conflicts() == ()
    ours.undo()
    ours.decide(ours.undecided().conflicts[0], "for review", WHY)
    assert (ours.note(note.uid).review, ours.note(note.uid).reviewed_by) == ("for review", "")
    assert ours.conflicts() == ()


def test_a_document_taken_out_here_and_worked_in_there_is_asked_about(parted):
    ours, theirs = parted
    document = ours.document()
    ours.remove_document(document.uid)
    theirs.add_note(document.uid, issue="still needed")
    ours.merge(theirs.path)
    theirs.merge(ours.path)
    assert ours.conflicts() == theirs.conflicts() == ((document.uid, "removed"),)
    ours.decide(ours.undecided().conflicts[0], None, WHY)
    assert [note.issue for note in ours.notes()] == ["first", "still needed"]
    theirs.merge(ours.path)
    assert ours.conflicts() == theirs.conflicts() == ()
    assert len(theirs.notes()) == 2
    ours.undo()
    assert ours.conflicts() == ((document.uid, "removed"),)
    ours.decide(ours.undecided().conflicts[0], value=True, why=WHY)
    assert ours.conflicts() == ()
    assert ours.documents() == ()
    assert ours.check() == ()


def test_a_document_that_was_seen_and_taken_out_is_no_conflict(parted):
    ours, theirs = parted
    theirs.add_note(theirs.document().uid, issue="seen")
    ours.merge(theirs.path)
    ours.remove_document(ours.document().uid)
    assert theirs.merge(ours.path).conflicts == ()
    assert ours.conflicts() == ()
