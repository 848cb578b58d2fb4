"""The answer to a review package comes back as if it had been written in the matter."""

import shutil

import pytest

from annotations.errors import MatterError
from annotations.matter import OpenMatter
from annotations.model import Review, Reviewer, Severity, Status, Visibility
from tests.annotations.conftest import made_policy
from tests.annotations.sent_parts import COLLEAGUE, package_of, said, words_in


def edits(matter, notes, document, span):
    """What a colleague does to two notes and a document."""
    matter.edit(notes[0], title="better", severity=Severity.CRITICAL, owner="Ada")
    matter.edit(notes[0], title="best", visit="v")
    matter.edit(notes[1], issue="", status=Status.IN_PROGRESS)
    matter.edit(notes[1], review=Review.FOR_REVIEW)
    matter.set_spans(notes[1], [span])
    matter.reply(notes[0], "I agree")
    matter.add_note(document.uid, [span], title="new", severity=Severity.LOW)
    matter.edit(notes[0], category="gone again")
    matter.undo()
    matter.undo()
    matter.redo()


def test_the_answer_is_the_same_as_the_edits_made_in_the_matter(matter, sent, document, span_of):
    notes, part = sent
    twin = matter.path.with_name("twin.clausemark")
    shutil.copyfile(matter.path, twin)
    edits(part, notes, document, span_of("阅读记录"))
    report = matter.merge(part.path)
    with OpenMatter.open(twin, COLLEAGUE, matter._journal.clock) as same:
        edits(same, notes, document, span_of("阅读记录"))
        assert said(matter) == said(same)
    assert matter.check() == ()
    assert report.conflicts == ()
    (answer,) = report.answers
    assert answer.authors == ("Ada Colleague",)
    assert (len(answer.notes), len(answer.replies), answer.deleted, answer.left) == (1, 1, (), ())
    changed = {(uid, field) for uid, field in answer.changed}
    assert {(notes[0], "title"), (notes[0], "severity"), (notes[1], "anchors"), (notes[1], "issue")} <= changed
    assert (notes[0], "category") not in changed
    for language in ("en", "zh"):
        assert all(one.sentence(language) for one in answer.came)


def test_twice_adds_nothing_and_one_undo_takes_all_of_it_back(matter, sent, document, span_of):
    notes, part = sent
    before = said(matter)
    edits(part, notes, document, span_of("阅读记录"))
    matter.merge(part.path)
    after, changes = said(matter), matter.changes()
    again = matter.merge(part.path)
    assert (again.changes, again.added) == (0, 0)
    assert [one.came for one in again.answers] == [()]
    assert matter.changes() == changes
    outcome = matter.undo()
    assert outcome is not None
    assert outcome.label == "merge"
    assert said(matter) == before
    matter.redo()
    assert said(matter) == after
    part.reply(notes[1], "one more thing")
    assert matter.merge(part.path).answers[0].replies[0][0] == notes[1]
    assert matter.check() == ()


def test_what_both_sides_changed_since_is_a_conflict_and_what_one_side_changed_is_none(matter, sent):
    notes, part = sent
    part.edit(notes[0], title="theirs", owner="Ada")
    matter.edit(notes[0], title="ours", category="ours")
    report = matter.merge(part.path)
    assert report.conflicts == ((notes[0], "title"),)
    assert report.answers[0].undecided == ((notes[0], "title"),)
    note = matter.note(notes[0])
    assert (note.owner, note.category) == ("Ada", "ours")
    line = next(one.sentence() for one in report.answers[0].came if one.code == "undecided")
    assert "“ours”" in line
    assert "“theirs”" in line
    matter.edit(notes[0], title="decided")
    assert matter.conflicts() == ()


def test_two_copies_of_a_matter_that_both_took_the_answer_are_one_when_they_meet(matter, sent, document, span_of):
    notes, part = sent
    twin = matter.path.with_name("twin.clausemark")
    shutil.copyfile(matter.path, twin)
    edits(part, notes, document, span_of("阅读记录"))
    matter.merge(part.path)
    with OpenMatter.open(twin, Reviewer("B"), matter._journal.clock) as other:
        other.merge(part.path)
        other.edit(notes[1], title="later")
    report = matter.merge(twin)
    assert report.conflicts == ()
    assert matter.note(notes[1]).title == "later"
    assert matter.check() == ()


def test_a_colleague_who_went_on_and_one_who_had_a_copy_of_the_package_are_both_taken_in(matter, sent, tmp_path, clock):
    notes, part = sent
    copy = tmp_path / "copy.clausemark"
    shutil.copyfile(part.path, copy)
    part.edit(notes[0], owner="Ada")
    with OpenMatter.open(copy, Reviewer("Bo"), clock) as second:
        second.edit(notes[1], owner="Bo")
        second.merge(part.path)
        second.edit(notes[0], category="both")
    matter.merge(part.path)
    matter.merge(copy)
    assert [matter.note(uid).owner for uid in notes] == ["Ada", "Bo"]
    assert matter.note(notes[0]).category == "both"
    assert matter.conflicts() == ()
    assert matter.check() == ()


def test_only_what_the_package_may_touch_comes_in_and_the_rest_is_said(matter, sent, document, policy):
    notes, part = sent
    part.edit(notes[0], private_remark="theirs")
    part.set_matter(client="another")
    part.mark_read(document.uid, "一", read=True)
    strange = part.add_document(made_policy("Another text."), b"Another text.", "strange.txt")
    part.add_note(strange.uid, issue="on a strange document")
    newer = made_policy(policy.text + "四、更多\n")
    part.add_version(document.uid, newer, newer.text.encode(), "policy.txt")
    report = matter.merge(part.path)
    assert matter.note(notes[0]).private_remark == "mine"
    assert matter.matter().client == ""
    assert matter.read_clauses(document.uid) == frozenset()
    assert [d.latest.file_name for d in matter.documents()] == ["policy.txt", "other.txt"]
    assert len(matter.document("policy.txt").versions) == 1
    assert len(matter.notes()) == 3
    assert report.changes == 0
    assert {one.code for one in report.answers[0].left} == {"field", "details", "document", "version"}
    assert matter.check() == ()


def test_a_deletion_comes_back_from_a_colleague_and_never_from_a_client(matter, sent, document, tmp_path, clock):
    notes, part = sent
    client = tmp_path / "client.clausemark"
    package_of(matter, document, tuple(notes), client, profile="client")
    with OpenMatter.open(client, Reviewer("Client"), clock) as theirs:
        theirs.delete_note(notes[0])
        theirs.edit(notes[1], title="asked", review=Review.APPROVED)
        theirs.reply(notes[1], "answer")
        theirs.add_note(document.uid, title="theirs", review=Review.APPROVED, private_remark="secret")
        report = matter.merge(client)
    assert matter.note(notes[0]).title == "first"
    assert matter.note(notes[1]).title == "asked"
    assert matter.note(notes[1]).review is Review.DRAFT
    new = matter.note(report.answers[0].notes[0])
    assert (new.review, new.visibility, new.private_remark) == (Review.DRAFT, Visibility.INTERNAL, "")
    assert {one.field for one in report.answers[0].left} == {
        "deleted", "review", "reviewed_by", "reviewed_at", "private_remark"
    }  # fmt: skip
    part.delete_note(notes[0])
    assert matter.merge(part.path).answers[0].deleted == (notes[0],)
    assert {note.uid for note in matter.notes(document.uid)} == {notes[1], new.uid}
    assert matter.check() == ()


@pytest.mark.parametrize("profile", ["client", "outside"])
def test_a_reply_written_for_others_goes_with_the_note_and_one_for_the_firm_stays(matter, document, clock, profile):
    note = matter.add_note(document.uid, visibility=Visibility.OUTSIDE)
    matter.reply(note.uid, "for the firm alone")
    matter.reply(note.uid, "for them", Visibility.OUTSIDE)
    out = matter.path.with_name("part.clausemark")
    package_of(matter, document, (note.uid,), out, profile=profile)
    assert words_in(out, ("for the firm alone", matter.note(note.uid).replies[0].uid)) == []
    with OpenMatter.open(out, Reviewer("They"), clock) as theirs:
        (copied,) = theirs.notes()
        (reply,) = copied.replies
        assert (reply.text, reply.author) == ("for them", "林一" if profile == "client" else "—")
        theirs.delete_reply(copied.uid, reply.uid)
        theirs.reply(copied.uid, "thanks")
    matter.merge(out)
    assert [one.text for one in matter.note(note.uid).replies] == ["for the firm alone", "for them", "thanks"]
    assert matter.check() == ()


def test_an_approved_note_that_a_client_changes_waits_for_review_again(matter, document, tmp_path, clock):
    notes = [matter.add_note(document.uid, title=title).uid for title in ("changed", "owned", "untouched")]
    matter.edit_many(notes, review=Review.APPROVED)
    out = tmp_path / "client.clausemark"
    package_of(matter, document, tuple(notes), out, profile="client")
    with OpenMatter.open(out, Reviewer("Client"), clock) as theirs:
        theirs.edit(notes[0], title="other")
        theirs.edit(notes[0], title="another")
        theirs.edit(notes[1], owner="Client")
    report = matter.merge(out)
    states = [matter.note(uid).review for uid in notes]
    assert states == [Review.FOR_REVIEW, Review.APPROVED, Review.APPROVED]
    assert (matter.note(notes[0]).reviewed_by, matter.note(notes[0]).reviewed_at) == ("", None)
    assert report.conflicts == ()
    assert matter.merge(out).changes == 0
    assert matter.check() == ()
    matter.undo()
    assert matter.note(notes[0]).review is Review.APPROVED


def test_an_outsider_answers_by_other_ids_and_hidden_parts_stay(matter, full, tmp_path, clock, span_of):
    document, notes = full
    before = matter.note(notes[0])
    out = tmp_path / "outside.clausemark"
    package_of(matter, document, notes, out, profile="outside")
    with OpenMatter.open(out, Reviewer("Counterparty"), clock) as theirs:
        (copied,) = theirs.notes()
        assert copied.uid != notes[0]
        assert (copied.author, copied.issue, copied.severity) == ("—", "", Severity.INFO)
        theirs.edit(copied.uid, proposed_wording="their wording", translations={"en": {"title": "theirs"}})
        theirs.set_spans(copied.uid, [span_of("姓名")])
        theirs.edit(copied.uid, severity=Severity.LOW)
        report = matter.merge(out)
    now = matter.note(notes[0])
    assert (now.proposed_wording, now.severity, now.issue) == ("their wording", Severity.HIGH, before.issue)
    assert now.translations == {"en": {"title": "theirs", "private_remark": "zaffretranslated"}}
    assert [a.exact for a in now.anchors if a.version == document.latest.uid] == ["姓名"]
    older = [a for a in before.anchors if a.version != document.latest.uid]
    assert older
    assert [a for a in now.anchors if a.version != document.latest.uid] == older
    assert [(one.code, one.field) for one in report.answers[0].left] == [("field", "severity")]
    assert matter.check() == ()


def test_a_new_note_never_takes_the_number_that_the_matter_gave_meanwhile(matter, document, tmp_path, clock):
    note = matter.add_note(document.uid, visibility=Visibility.OUTSIDE)
    out = tmp_path / "part.clausemark"
    package_of(matter, document, (note.uid,), out, profile="client")
    ours = [matter.add_note(document.uid).uid for _ in range(8)]
    with OpenMatter.open(out, COLLEAGUE, clock) as part:
        for _ in range(4):
            part.add_note(document.uid)
        matter.merge(out)
    assert [matter.note(uid).number for uid in ours] == list(range(2, 10))
    assert sorted(note.number for note in matter.notes()) == list(range(1, 14))
    assert matter.check() == ()


def test_a_part_of_a_part_comes_back_through_it(matter, sent, document, tmp_path, clock):
    notes, part = sent
    below = tmp_path / "below.clausemark"
    package_of(part, document, (notes[1],), below)
    with OpenMatter.open(below, Reviewer("Intern"), clock) as intern:
        assert len(intern.notes()) == 1
        intern.edit(notes[1], title="by the intern")
        with pytest.raises(MatterError) as refused:
            matter.merge(below)
        assert refused.value.code == "strange_package"
        part.merge(below)
    matter.merge(part.path)
    assert matter.note(notes[1]).title == "by the intern"
    assert matter.check() == ()
