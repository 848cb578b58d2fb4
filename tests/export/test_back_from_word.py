"""A Word file of ours comes back from others, and what they did is taken in, each thing once."""

import io
import zipfile

import pytest

from annotations.model import AnchorState, Severity, Status, Visibility
from documents.reader import open_document
from tests.export.office_colleague import at_work_in_office
from tests.export.word_checks import integrity
from tests.export.word_colleague import Colleague
from tests.export.word_files import inserted, paragraph, run, text_box, word_file
from tests.export.word_matters import annotated, matter_with, note_on

BODY = (
    paragraph("Acorn privacy notice", '<w:pStyle w:val="1"/>')
    + paragraph("We share what you write with partners. Partners may share it again.")
    + paragraph("1. We keep your data for ever.")
    + paragraph(run("We may ") + inserted("always ") + run("change this notice."))
    + paragraph("我们可能向合作伙伴提供您的信息。")
    + paragraph("Last words of the notice.")
)


@pytest.fixture
def matter(tmp_path, clock):
    with matter_with(tmp_path, clock, "notice.docx", word_file(BODY)) as made:
        note_on(made, "with partners", title="Recipients", severity="high", issue="Not named.\nAt all.", language="en",
                proposed_wording="with Ads Ltd")  # fmt: skip
        kept = note_on(made, "for ever", title="Retention", severity="critical", issue="No period.", language="en")
        note_on(made, "合作伙伴", title="接收方", issue="笼统。", language="en")
        note_on(made, "Last words", title="Last", issue="Finished.", status="resolved", language="en")
        note_on(made, title="Whole", issue="About all.", language="en")
        made.reply(kept.uid, "How long then?")
        yield made


@pytest.fixture
def sent(matter, tmp_path):
    return annotated(matter, tmp_path / "out.docx")[1]


def take_back(matter, data, name="back.docx"):
    return matter.take_back(matter.documents()[0].uid, open_document(data, name=name), data, name)


def by_title(matter, title):
    return next(note for note in matter.notes() if note.title == title)


def at_work(data):
    """A colleague who answers, decides, rewrites, adds and deletes."""
    colleague = Colleague(data)
    colleague.reply("] 1 |", "We will name them.")
    colleague.resolve("] 2 |")
    colleague.resolve("] 4 |", "0")
    colleague.change("笼统。", "过于笼统。")
    colleague.write_on("change this notice.", "Why may you?")
    colleague.delete("] 5 |")
    return colleague


def counts(returned):
    names = ("notes", "anchored", "replies", "resolved", "reopened", "changed", "deleted", "redrafts", "version")
    return tuple(getattr(returned, name) for name in names)


def test_a_file_that_nobody_touched_changes_nothing(matter, sent) -> None:
    before = matter.changes()
    assert counts(take_back(matter, sent)) == (0, 0, 0, 0, 0, 0, 0, 0, 1)
    assert matter.changes() == before


def test_everything_that_was_done_comes_in_once(matter, sent) -> None:
    data = at_work(sent).saved()
    assert counts(take_back(matter, data)) == (1, 1, 1, 1, 1, 1, 1, 0, 1)
    (reply,) = by_title(matter, "Recipients").replies
    assert (reply.author, reply.initials, reply.text) == ("Ben Reyes", "BR", "We will name them.")
    assert reply.created.strftime("%Y-%m-%dT%H:%M") == "2026-03-02T10:30"
    assert by_title(matter, "Retention").status is Status.RESOLVED
    assert by_title(matter, "Last").status is Status.OPEN
    assert by_title(matter, "接收方").issue == "过于笼统。"
    assert by_title(matter, "Whole").issue == "About all."
    new = next(note for note in matter.notes() if note.author == "Ben Reyes")
    assert (new.issue, new.severity, new.visibility) == ("Why may you?", Severity.INFO, Visibility.INTERNAL)
    assert [anchor.exact for anchor in new.anchors] == ["change this notice."]
    before = matter.changes()
    assert counts(take_back(matter, data)) == (0, 0, 0, 0, 0, 0, 0, 0, 1)
    assert matter.changes() == before
    assert matter.check() == ()


def test_all_of_it_is_one_step_that_can_be_taken_back_and_taken_in_again(matter, sent) -> None:
    data, before = at_work(sent).saved(), matter.notes()
    take_back(matter, data)
    assert matter.undo().label == "take_back"
    assert [(n.uid, n.issue, n.status, n.replies) for n in matter.notes()] == [
        (n.uid, n.issue, n.status, n.replies) for n in before
    ]
    assert counts(take_back(matter, data)) == (1, 1, 1, 1, 1, 1, 1, 0, 1)


def test_notes_and_answers_are_known_without_their_marks_and_threads(matter, sent) -> None:
    colleague = at_work(sent)
    colleague.resolve("] 2 |", "0")
    assert counts(take_back(matter, colleague.saved(marks=False))) == (1, 1, 1, 0, 1, 1, 1, 0, 1)
    assert [len(note.replies) for note in matter.notes() if note.title in ("Recipients", "Retention")] == [1, 1]


def test_the_same_file_saved_again_elsewhere_adds_nothing(matter, sent) -> None:
    colleague = at_work(sent)
    colleague.resolve("] 2 |", "0")
    take_back(matter, colleague.saved())
    before = matter.changes()
    assert counts(take_back(matter, colleague.saved(marks=False)))[:6] == (0, 0, 0, 0, 0, 0)
    assert matter.changes() == before


def test_what_was_taken_in_is_known_when_it_goes_out_and_comes_back(matter, sent, tmp_path) -> None:
    take_back(matter, at_work(sent).saved())
    again = annotated(matter, tmp_path / "again.docx")[1]
    assert counts(take_back(matter, again)) == (0, 0, 0, 0, 0, 0, 0, 0, 1)


def test_a_note_edited_here_since_is_not_set_back(matter, sent) -> None:
    matter.edit(by_title(matter, "Recipients").uid, issue="Not one is named.")
    assert take_back(matter, sent).changed == 0
    assert by_title(matter, "Recipients").issue == "Not one is named."


def test_a_decision_taken_here_since_is_not_taken_back_by_the_same_file(matter, sent) -> None:
    data = at_work(sent).saved()
    take_back(matter, data)
    matter.edit(by_title(matter, "Retention").uid, status="open")
    assert take_back(matter, data).resolved == 0
    assert by_title(matter, "Retention").status is Status.OPEN


def test_a_comment_rewritten_without_our_heading_becomes_a_reply(matter, sent) -> None:
    colleague = Colleague(sent)
    colleague.change("[High] 1 | Recipients (Preamble)", "Done, see the list.")
    returned = take_back(matter, colleague.saved())
    assert [one.code for one in returned.came] == ["remark"]
    (reply,) = by_title(matter, "Recipients").replies
    assert "Done, see the list." in reply.text


def test_a_file_for_outsiders_opens_no_finding_again(matter, tmp_path) -> None:
    note = by_title(matter, "Last")
    matter.edit(note.uid, visibility="outside")
    sent = annotated(matter, tmp_path / "outside.docx", profile="outside")[1]
    returned = take_back(matter, sent)
    assert (returned.reopened, returned.deleted, returned.changed) == (0, 0, 0)


def test_a_changed_text_is_a_new_version_with_the_notes_where_their_words_stand(matter, sent) -> None:
    colleague = at_work(sent)
    colleague.change("1. We keep your data ", "1. We store all your data ", "document")
    colleague.change("Last words", "At last, the end", "document")
    returned = take_back(matter, colleague.saved())
    assert (returned.version, returned.new_version, returned.notes) == (2, True, 1)
    (document,) = matter.documents()
    assert [version.number for version in document.versions] == [1, 2]
    text = matter.policy(document.latest.uid).text
    states = {}
    for note in matter.notes():
        for anchor in note.anchors:
            if anchor.version == document.latest.uid:
                states[note.title or note.issue] = anchor.state
                assert anchor.state is AnchorState.LOST or anchor.span.of(text) == anchor.exact
    assert states == {
        "Recipients": AnchorState.UNCHANGED,
        "Retention": AnchorState.UNCHANGED,
        "接收方": AnchorState.UNCHANGED,
        "Last": AnchorState.LOST,
        "Why may you?": AnchorState.PLACED,
    }
    assert [words for _, words in returned.unplaced] == ["Last words"]
    assert matter.check() == ()
    before = matter.changes()
    assert not take_back(matter, colleague.saved()).came
    assert matter.changes() == before


def test_an_undone_version_is_gone_and_the_notes_stand_as_before(matter, sent) -> None:
    colleague = Colleague(sent)
    colleague.change("1. We keep your data ", "1. We store your data ", "document")
    take_back(matter, colleague.saved())
    matter.undo()
    assert len(matter.documents()[0].versions) == 1
    assert all(len(note.anchors) <= 1 for note in matter.notes())
    assert take_back(matter, colleague.saved()).new_version
    assert matter.check() == ()


def test_a_redraft_that_waits_is_the_same_version_and_one_accepted_puts_the_finding_right(matter, tmp_path) -> None:
    sent = annotated(matter, tmp_path / "tracked.docx", redrafts="tracked")[1]
    assert counts(take_back(matter, sent)) == (0, 0, 0, 0, 0, 0, 0, 0, 1)
    colleague = Colleague(sent)
    colleague.accept()
    returned = take_back(matter, colleague.saved())
    assert (returned.redrafts, returned.version) == (1, 2)
    note = by_title(matter, "Recipients")
    assert note.status is Status.RESOLVED
    assert note.anchors[0].exact == "with Ads Ltd"
    assert take_back(matter, colleague.saved()).redrafts == 0


def test_wording_that_waits_is_news_in_no_story_and_what_was_never_tracked_is_not_called_rejected(
    tmp_path, clock
) -> None:
    body = BODY + paragraph(text_box(paragraph("Boxed words here.")))
    with matter_with(tmp_path, clock, "notice.docx", word_file(body)) as made:
        note_on(made, "with partners", title="Waits", proposed_wording="with Ads Ltd", language="en")
        note_on(made, "for ever", title="Done", proposed_wording="for a year", status="accepted risk", language="en")
        note_on(made, "Boxed words", title="Boxed", proposed_wording="Other words", language="en")
        sent = annotated(made, tmp_path / "tracked.docx", redrafts="tracked")[1]
        returned = take_back(made, sent)
        assert (returned.redrafts, returned.came) == (0, ())
        assert not any(note.replies for note in made.notes())


def test_the_comments_of_a_strange_file_become_notes(matter, tmp_path, clock) -> None:
    folder = tmp_path / "other"
    folder.mkdir()
    with matter_with(
        folder, clock, "other.docx", word_file(paragraph("Another text with partners in it, quite."))
    ) as m:
        note_on(m, "with partners", title="Theirs", issue="Of another matter.", language="en")
        note_on(m, "quite", title="Unplaced", issue="Nowhere here.", language="en")
        data = annotated(m, folder / "out.docx")[1]
    returned = take_back(matter, data, "other.docx")
    assert (returned.notes, returned.anchored, returned.new_version, returned.deleted) == (2, 1, False, 0)
    new = by_title(matter, "Theirs")
    assert (new.issue, [anchor.exact for anchor in new.anchors]) == ("Of another matter.", ["with partners"])
    assert [exact for _, exact in returned.unplaced] == ["quite"]
    assert counts(take_back(matter, data, "other.docx"))[0] == 0


def test_an_answer_changed_by_its_author_is_changed_here(matter, sent) -> None:
    colleague = at_work(sent)
    take_back(matter, colleague.saved())
    colleague.change("We will name them.", "We have named them.")
    returned = take_back(matter, colleague.saved())
    assert [one.code for one in returned.came] == ["changed_reply"]
    assert [reply.text for reply in by_title(matter, "Recipients").replies] == ["We have named them."]


@pytest.mark.office
@pytest.mark.timeout(200)
def test_what_was_done_in_libreoffice_comes_in_once(matter, sent, tmp_path) -> None:
    data = at_work_in_office(sent, tmp_path)
    assert counts(take_back(matter, data)) == (1, 1, 1, 1, 1, 1, 1, 0, 1)
    (reply,) = by_title(matter, "Recipients").replies
    assert (reply.author, reply.text) == ("Ben Reyes", "We will name them.")
    assert by_title(matter, "Retention").status is Status.RESOLVED
    assert len(by_title(matter, "Retention").replies) == 1
    assert by_title(matter, "Last").status is Status.OPEN
    assert by_title(matter, "接收方").issue == "过于笼统。"
    before = matter.changes()
    assert not take_back(matter, data).came
    saved_again = at_work_in_office(data, tmp_path, how="again")
    assert not take_back(matter, saved_again).came
    assert matter.changes() == before
    assert matter.check() == ()


@pytest.mark.office
@pytest.mark.timeout(120)
def test_a_text_edited_in_libreoffice_is_a_new_version(matter, sent, tmp_path) -> None:
    data = at_work_in_office(sent, tmp_path, how="edited")
    returned = take_back(matter, data)
    assert (returned.version, returned.new_version, returned.notes, returned.replies) == (2, True, 1, 1)
    version = matter.documents()[0].latest.uid
    states = {n.title: a.state for n in matter.notes() for a in n.anchors if a.version == version and n.title}
    assert states.pop("Last") is not AnchorState.UNCHANGED
    assert set(states.values()) == {AnchorState.UNCHANGED}
    assert not take_back(matter, data).came


@pytest.mark.office
@pytest.mark.timeout(200)
def test_redrafts_that_wait_while_libreoffice_edits_the_text_leave_the_notes_on_their_words(matter, tmp_path) -> None:
    sent = annotated(matter, tmp_path / "tracked.docx", redrafts="tracked")[1]
    data = at_work_in_office(sent, tmp_path, how="tracked")
    returned = take_back(matter, data)
    assert counts(returned) == (1, 1, 1, 1, 1, 1, 1, 0, 2)
    version = matter.documents()[0].latest.uid
    places = {
        n.title: (a.state, a.exact) for n in matter.notes() for a in n.anchors if a.version == version and n.title
    }
    assert places["Recipients"] == (AnchorState.UNCHANGED, "with Ads Ltd")
    assert places["Retention"] == (AnchorState.UNCHANGED, "for ever")
    assert [reply.text for reply in by_title(matter, "Retention").replies] == ["How long then?", "We will name them."]
    before = matter.changes()
    assert not take_back(matter, data).came
    assert not take_back(matter, at_work_in_office(data, tmp_path, how="again")).came
    assert matter.changes() == before
    assert matter.check() == ()


def integrity_of(data, folder):
    path = folder / "checked.docx"
    path.write_bytes(data)
    return integrity(path)


def test_comments_that_stood_there_before_are_no_news_until_somebody_answers(tmp_path, clock) -> None:
    marked = '<w:commentRangeStart w:id="7"/>' + run("old words") + '<w:commentRangeEnd w:id="7"/>'
    mark = '<w:r><w:commentReference w:id="7"/></w:r>'
    about = 'w:id="7" w:author="Ann" w:date="2025-01-02T10:00:00Z" w:initials="A"'
    old = f'<w:comment {about}><w:p w14:paraId="0000ABCD"><w:r><w:t>An old remark.</w:t></w:r></w:p></w:comment>'
    data = word_file(paragraph("Acorn notice") + paragraph(run("These are ") + marked + mark), comments=old)
    with matter_with(tmp_path, clock, "notice.docx", data) as matter:
        note_on(matter, "Acorn", title="Ours", issue="Of ours.", language="en")
        sent = annotated(matter, tmp_path / "out.docx")[1]
        assert take_back(matter, sent).came == ()
        colleague = Colleague(sent)
        colleague.reply("An old remark.", "Not any more.")
        assert (take_back(matter, colleague.saved()).notes, len(matter.notes())) == (1, 2)
        assert [len(note.replies) for note in matter.notes() if note.author == "Ann"] == [1]


def test_the_page_number_in_a_footer_makes_no_new_version(tmp_path, clock) -> None:
    def policy(number, more=""):
        return word_file(paragraph("Acorn notice") + paragraph(f"Our words.{more}"), footer=paragraph(f"Page {number}"))

    with matter_with(tmp_path, clock, "notice.docx", policy(1)) as matter:
        assert not take_back(matter, policy(12)).new_version
        assert take_back(matter, policy(12, " More of them.")).new_version


def test_two_answers_of_one_minute_stay_two(matter, sent) -> None:
    colleague = at_work(sent)
    take_back(matter, colleague.saved())
    colleague.reply("] 1 |", "All of them.")
    assert take_back(matter, colleague.saved()).replies == 1
    said = [reply.text for reply in by_title(matter, "Recipients").replies]
    assert sorted(said) == ["All of them.", "We will name them."]


def comments_of(data):
    return [note.text.split("\n")[0] for note in open_document(data, name="x.docx").foreign_notes]


def test_a_version_that_came_back_goes_out_with_each_note_once(matter, sent, tmp_path) -> None:
    colleague = at_work(sent)
    colleague.change("1. We keep your data ", "1. We store your data ", "document")
    take_back(matter, colleague.saved())
    again = annotated(matter, tmp_path / "again.docx")[1]
    heads = comments_of(again)
    assert sorted(head.partition("|")[0] for head in heads) == [
        "Why may you?",
        "[Critical] 2 ",
        "[High] 1 ",
        "[Medium] 3 ",
        "[Medium] 4 ",
        "[Medium] 5 ",
    ]
    assert integrity_of(again, tmp_path) == []
    assert not take_back(matter, again).came
    assert annotated(matter, tmp_path / "twice.docx")[1] == again


def test_an_internal_comment_of_a_version_that_came_back_is_not_in_the_file_for_outsiders(
    matter, sent, tmp_path
) -> None:
    matter.edit(by_title(matter, "Retention").uid, visibility="internal", issue="MARKER-7")
    sent = annotated(matter, tmp_path / "secret.docx")[1]
    colleague = Colleague(sent)
    colleague.change("1. We keep your data ", "1. We store your data ", "document")
    take_back(matter, colleague.saved())
    matter.delete_note(by_title(matter, "Last").uid)
    data = annotated(matter, tmp_path / "outside.docx", profile="outside")[1]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = b"".join(package.read(name) for name in package.namelist())
    assert b"MARKER-7" not in parts
    assert b"How long then?" not in parts
    assert comments_of(data) == []


def test_a_comment_that_was_taken_in_stays_as_it_is_and_is_answered(matter, sent, tmp_path) -> None:
    colleague = at_work(sent)
    colleague.change("1. We keep your data ", "1. We store your data ", "document")
    take_back(matter, colleague.saved())
    note = next(one for one in matter.notes() if one.author == "Ben Reyes")
    matter.reply(note.uid, "Because of clause 4.")
    again = annotated(matter, tmp_path / "again.docx")[1]
    stands = next(one for one in open_document(again, name="x.docx").foreign_notes if one.text == "Why may you?")
    assert [(one.author, one.text) for one in stands.replies] == [("王丽", "Because of clause 4.")]
    assert not any("6 (" in head for head in comments_of(again))


def test_a_note_resolved_here_since_is_not_opened_again_by_a_file_that_went_out_open(matter, sent) -> None:
    matter.edit(by_title(matter, "Recipients").uid, status="resolved")
    matter.edit(by_title(matter, "Last").uid, status="open")
    assert take_back(matter, sent).came == ()
    assert take_back(matter, Colleague(sent).saved(marks=False)).came == ()
    assert by_title(matter, "Recipients").status is Status.RESOLVED


def test_a_note_that_was_open_once_and_went_out_resolved_can_be_opened_again_there(matter, tmp_path) -> None:
    matter.edit(by_title(matter, "Recipients").uid, status="resolved")
    colleague = Colleague(annotated(matter, tmp_path / "out.docx")[1])
    colleague.resolve("] 1 |", "0")
    assert [one.code for one in take_back(matter, colleague.saved()).came] == ["reopened"]
    assert by_title(matter, "Recipients").status is Status.OPEN


def test_a_note_opened_again_here_since_is_not_resolved_by_a_file_that_went_out_resolved(matter, sent) -> None:
    matter.edit(by_title(matter, "Last").uid, status="open")
    assert take_back(matter, sent).came == ()


def test_a_note_written_after_the_file_went_out_is_not_called_deleted(matter, sent) -> None:
    note_on(matter, "Partners may", title="New", issue="Since.", language="en")
    assert take_back(matter, sent).came == ()
    colleague = Colleague(sent)
    colleague.reply("] 1 |", "We will name them.")
    colleague.delete("] 2 |")
    returned = take_back(matter, colleague.saved())
    assert [one.arguments["number"] for one in returned.came if one.code == "deleted"] == [2]


def test_without_marks_a_note_written_much_later_is_not_called_deleted(matter, sent, clock) -> None:
    matter.edit(by_title(matter, "Last").uid, status="open")
    for _ in range(4000):
        clock()
    note_on(matter, "Partners may", title="New", issue="Since.", language="en")
    assert take_back(matter, Colleague(sent).saved(marks=False)).came == ()


def test_a_note_deleted_here_does_not_come_back_as_a_new_one(matter, sent) -> None:
    matter.delete_note(by_title(matter, "Retention").uid)
    matter.edit(by_title(matter, "Last").uid, status="open")
    assert take_back(matter, sent).came == ()
    assert take_back(matter, Colleague(sent).saved(marks=False)).came == ()
    assert len(matter.notes()) == 4


def test_an_answer_of_ours_left_alone_is_no_new_note_and_hides_no_deletion(matter, sent) -> None:
    matter.edit(by_title(matter, "Last").uid, status="open")
    for marks in (True, False):
        colleague = Colleague(sent)
        colleague.reply("] 1 |", "Noted.")
        colleague.delete("] 2 |")
        returned = take_back(matter, colleague.saved(marks=marks))
        assert sorted(one.code for one in returned.came) == ["deleted", "new_reply"]
        assert {one.arguments["number"] for one in returned.came} == {1, 2}
        matter.undo()


def test_an_answer_of_ours_left_alone_is_none_to_a_comment_that_others_wrote_on_the_same_words(matter, sent) -> None:
    colleague = Colleague(sent)
    colleague.reply("] 2 |", "As long as it takes.")
    colleague.delete("] 2 |")
    back = colleague.saved(marks=False)
    assert {"new_note", "deleted"} <= {one.code for one in take_back(matter, back).came}
    assert take_back(matter, back).came == ()


def test_old_comments_of_others_in_the_file_hide_no_deletion(tmp_path, clock) -> None:
    with matter_with(tmp_path, clock, "notice.docx", with_old_remark()) as matter:
        note_on(matter, "Acorn", title="Ours", issue="Of ours.", language="en")
        kept = note_on(matter, "These", title="Other", issue="Of ours too.", language="en")
        colleague = Colleague(annotated(matter, tmp_path / "out.docx")[1])
        colleague.delete("] 1 |")
        assert [one.code for one in take_back(matter, colleague.saved()).came] == ["deleted"]
        assert kept.uid in {note.uid for note in matter.notes()}


def test_a_strange_file_taken_in_twice_is_no_version_and_says_what_it_is_once(matter, tmp_path, clock) -> None:
    folder = tmp_path / "other"
    folder.mkdir()
    strange = word_file(paragraph("Quite another text, of somebody else."))
    with matter_with(folder, clock, "other.docx", strange) as other:
        note_on(other, "another text", title="Theirs", issue="Of another matter.", language="en")
        data = annotated(other, folder / "out.docx")[1]
    returned = take_back(matter, data, "other.docx")
    assert [one.code for one in returned.came] == ["stranger", "new_note", "unplaced"]
    again = take_back(matter, data, "other.docx")
    assert (again.came, again.new_version) == ((), False)
    assert len(matter.documents()[0].versions) == 1


def test_the_same_number_title_and_minute_of_another_matter_are_not_taken_for_ours(tmp_path, clock) -> None:
    made = []
    for name, words in (("one", "with partners"), ("two", "never deleted")):
        (tmp_path / name).mkdir()
        body = word_file(paragraph("Notice") + paragraph(f"We share data {words}."))
        with matter_with(tmp_path / name, lambda: clock().replace(second=0), "n.docx", body) as matter:
            note_on(matter, words, title=f"About {words}", language="en")
            made.append(annotated(matter, tmp_path / name / "out.docx")[1])
            if name == "two":
                returned = take_back(matter, Colleague(made[0]).saved(marks=False))
                assert "stranger" in [one.code for one in returned.came]
                assert len(matter.notes()) == 2


def with_old_remark():
    marked = '<w:commentRangeStart w:id="7"/>' + run("old words") + '<w:commentRangeEnd w:id="7"/>'
    mark = '<w:r><w:commentReference w:id="7"/></w:r>'
    about = 'w:id="7" w:author="Ann" w:date="2025-01-02T10:00:00Z" w:initials="A"'
    old = f'<w:comment {about}><w:p w14:paraId="0000ABCD"><w:r><w:t>An old remark.</w:t></w:r></w:p></w:comment>'
    return word_file(paragraph("Acorn notice") + paragraph(run("These are ") + marked + mark), comments=old)


@pytest.mark.parametrize("first", ["outside", "client"])
def test_a_comment_that_two_copies_hold_comes_in_once(first, tmp_path, clock) -> None:
    with matter_with(tmp_path, clock, "notice.docx", with_old_remark()) as matter:
        note_on(matter, "Acorn", title="Ours", issue="Of ours.", visibility="outside", language="en")
        sent = {
            profile: annotated(matter, tmp_path / f"{profile}.docx", profile=profile)[1]
            for profile in ("client", "outside")
        }
        for marks in (True, False):
            for data in sent.values():
                assert take_back(matter, Colleague(data).saved(marks=marks)).came == ()
        document = matter.documents()[0]
        bytes_of = matter.original(document.latest.uid)
        order = [sent[first], bytes_of, *sent.values()]
        taken = [matter.take_back(document.uid, open_document(data, name="x.docx"), data, "x.docx") for data in order]
        assert sum(one.notes for one in taken) == 1
        assert sum(note.issue == "An old remark." for note in matter.notes()) == 1
