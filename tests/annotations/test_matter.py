"""The use cases on a real file: what was saved is there again, and only one file is on disk."""

import threading
from datetime import UTC, datetime

import pytest

from annotations.errors import MatterError
from annotations.matter import OpenMatter
from annotations.model import Review, Severity, Status, Visibility
from documents.model import Span


def test_a_note_is_there_again_after_the_matter_is_reopened(matter, document, span_of, reopen):
    made = matter.add_note(document.uid, [span_of("手机号")], severity=Severity.HIGH, issue="过宽")
    with reopen() as again:
        (note,) = again.notes(document.uid)
        assert note == made
        assert note.number == 1
        assert note.anchors[0].exact == "手机号"
        assert note.severity is Severity.HIGH
        assert note.visibility is Visibility.CLIENT
        assert again.policy(document.latest.uid).text == matter_text(again, document)


def matter_text(matter, document) -> str:
    return matter.original(document.latest.uid).decode()


def test_a_closed_matter_is_one_single_file(matter, document, matter_path):
    matter.add_note(document.uid)
    matter.close()
    assert [path.name for path in matter_path.parent.iterdir()] == [matter_path.name]


def test_the_same_file_twice_is_one_document_and_its_bytes_are_kept_once(matter, document, policy):
    assert matter.add_document(policy, policy.text.encode(), "policy.txt") == document
    other = matter.add_document(policy, policy.text.encode(), "copy.txt")
    assert [d.uid for d in matter.documents()] == [document.uid, other.uid]
    assert matter.original(document.latest.uid) == matter.original(other.latest.uid)
    assert matter._store._all("SELECT COUNT(*) FROM originals") == [(1,)]


def test_documents_added_at_one_moment_stand_in_the_order_they_were_added(matter_path, lin, policy):
    moment = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
    names = [f"{number}.txt" for number in range(12)]
    for several in (names[:8], names[8:]):  # by two commands with the same --now
        make = OpenMatter.open if matter_path.exists() else OpenMatter.create
        with make(matter_path, lin, lambda: moment) as opened:
            for name in several:
                opened.add_document(policy, name.encode(), name)
    with OpenMatter.open(matter_path, lin, lambda: moment) as opened:
        assert [one.latest.file_name for one in opened.documents()] == names


def test_notes_come_in_the_order_of_the_text_and_those_without_a_place_last(matter, document, span_of):
    whole = matter.add_note(document.uid)
    late = matter.add_note(document.uid, [span_of("合作伙伴")])
    early = matter.add_note(document.uid, [span_of("手机号")])
    assert [n.uid for n in matter.notes(document.uid)] == [early.uid, late.uid, whole.uid]
    assert [n.number for n in matter.notes()] == [3, 2, 1]


def test_a_deleted_note_comes_back_by_undo_with_its_number_and_nobody_else_gets_it(matter, document):
    note = matter.add_note(document.uid, issue="x")
    matter.delete_note(note.uid)
    assert matter.notes() == ()
    assert matter.add_note(document.uid).number == 2
    matter.undo()
    matter.undo()
    assert matter.note(note.uid) == note


def test_edits_replies_and_spans_are_kept(matter, document, span_of, reopen):
    note = matter.add_note(document.uid, [span_of("姓名")])
    matter.edit(note.uid, issue="a", rules=("CN-01", "CN-02"), translations={"en": {"issue": "b"}})
    matter.set_spans(note.uid, [span_of("阅读记录", 1), span_of("姓名")])
    answered = matter.reply(note.uid, "同意")
    with reopen(read_only=True) as again:
        assert again.note(note.uid) == answered
        assert again.note(note.uid).rules == ("CN-01", "CN-02")
        assert again.note(note.uid).translations == {"en": {"issue": "b"}}
        assert [a.exact for a in again.note(note.uid).anchors] == ["阅读记录", "姓名"]
        assert again.note(note.uid).replies[0].text == "同意"


def test_a_reply_can_be_taken_back_and_brought_back(matter, document):
    note = matter.add_note(document.uid)
    reply = matter.reply(note.uid, "yes").replies[0]
    assert matter.delete_reply(note.uid, reply.uid).replies == ()
    matter.undo()
    assert matter.note(note.uid).replies == (reply,)
    matter.undo()
    assert matter.note(note.uid).replies == ()


def test_approval_says_who_and_when(matter, document, lin):
    note = matter.add_note(document.uid)
    approved = matter.edit(note.uid, review=Review.APPROVED)
    assert approved.reviewed_by == lin.name
    assert approved.reviewed_at is not None
    assert matter.edit(note.uid, review=Review.DRAFT).reviewed_by == ""


def test_an_empty_span_or_one_outside_the_text_is_refused(matter, document):
    for span in (Span(3, 3), Span(0, 10_000)):
        with pytest.raises(ValueError, match="needs words"):
            matter.add_note(document.uid, [span])
    assert matter.notes() == ()


def test_a_word_that_is_no_choice_is_refused_before_anything_is_kept(matter, document):
    note = matter.add_note(document.uid)
    with pytest.raises(ValueError, match="terrible"):
        matter.edit(note.uid, issue="x", severity="terrible")
    with pytest.raises(TypeError, match="isue"):
        matter.edit(note.uid, isue="x")
    assert matter.note(note.uid) == note
    assert matter.edit(note.uid, status="resolved").status is Status.RESOLVED


def test_a_document_is_found_by_its_file_name_or_alone_without_one(matter, document, policy):
    assert matter.document() == matter.document("policy.txt") == matter.document(document.uid) == document
    matter.add_document(policy, b"other bytes", "b.txt")
    with pytest.raises(MatterError) as refusal:
        matter.document()
    assert refusal.value.code == "which_document"
    with pytest.raises(MatterError) as refusal:
        matter.document("c.txt")
    assert "policy.txt, b.txt" in refusal.value.sentence("en")


def test_a_removed_document_hides_with_its_notes_and_undo_brings_both_back(matter, document):
    note = matter.add_note(document.uid)
    matter.remove_document(document.uid)
    assert matter.documents() == ()
    assert matter.notes() == ()
    matter.undo()
    assert matter.notes() == (note,)


def test_compact_purges_the_bytes_of_removed_documents_only(matter, document, policy, matter_path):
    secret = made = b"%% marker of a secret policy %%"
    gone = matter.add_document(policy, made, "gone.txt")
    matter.remove_document(gone.uid)
    assert secret in matter_path.read_bytes()
    matter.compact()
    assert secret not in matter_path.read_bytes()
    assert matter.original(document.latest.uid) == policy.text.encode()
    assert matter.check() == ()
    assert matter.undo().label == "remove_document"
    assert matter.documents() == (document,)
    assert matter.check() == ()
    again = matter.add_document(policy, made, "gone.txt")
    assert again == gone
    assert matter.original(again.latest.uid) == made
    assert matter.check() == ()


def test_read_clauses_and_matter_fields_are_changes_like_any_other(matter, document):
    matter.mark_read(document.uid, "三.6 第1点", True)
    matter.set_matter(client="晴川", conclusion_translations={"en": "Fine"})
    assert matter.read_clauses(document.uid) == {"三.6 第1点"}
    assert matter.matter().client == "晴川"
    assert matter.matter().conclusion_translations == {"en": "Fine"}
    matter.undo()
    assert matter.matter().client == ""
    matter.undo()
    assert matter.read_clauses(document.uid) == frozenset()


@pytest.mark.usefixtures("document")
def test_a_draft_survives_and_is_offered_until_it_is_dropped(matter, lin, reopen):
    matter.save_draft("some-note", "issue", "半句")
    matter.save_draft("some-note", "issue", "半句话")
    with reopen() as again:
        (draft,) = again.drafts()
        assert (draft.note, draft.field, draft.text, draft.author) == ("some-note", "issue", "半句话", lin.name)
        again.drop_draft("some-note", "issue")
        assert again.drafts() == ()


def test_half_a_surrogate_pair_does_not_stop_a_note(matter, document):
    assert matter.add_note(document.uid, issue="a\ud83db").issue == "a�b"


def test_a_reader_sees_what_the_writer_saves(matter, document, lin, clock):
    with OpenMatter.open(matter.path, lin, clock, read_only=True) as reader:
        assert reader.notes() == ()
        note = matter.add_note(document.uid, issue="new")
        assert reader.notes() == (note,)
        assert reader.holder.user == lin.name
        with pytest.raises(MatterError) as refusal:
            reader.edit(note.uid, issue="no")
        assert refusal.value.code == "read_only"


@pytest.mark.usefixtures("matter")
def test_create_does_not_overwrite(matter_path, lin, clock):
    before = matter_path.read_bytes()
    with pytest.raises(MatterError) as refusal:
        OpenMatter.create(matter_path, lin, clock)
    assert refusal.value.code == "exists"
    assert matter_path.read_bytes() == before


def test_a_worker_reads_on_its_own_while_the_window_writes(matter, document, lin, clock):
    seen, stop = [], threading.Event()

    def read() -> None:
        with OpenMatter.open(matter.path, lin, clock, read_only=True) as reader:
            while not stop.is_set():
                seen.append(len(reader.notes()))

    worker = threading.Thread(target=read)
    worker.start()
    for number in range(60):
        matter.add_note(document.uid, issue=str(number))
    stop.set()
    worker.join()
    assert seen == sorted(seen)
    assert len(matter.notes()) == 60
    assert matter.check() == ()


def test_saving_a_note_costs_little_more_than_a_bare_insert_does_in_rows_read(matter, document, span_of):
    """The hot path asks for nothing that grows with the matter: the same number of statements at every size."""
    matter.notes()
    note = matter.add_note(document.uid, [span_of("姓名")])

    def statements(work) -> int:
        counted = []
        matter._store._db.set_trace_callback(counted.append)
        work()
        matter._store._db.set_trace_callback(None)
        return len(counted)

    first = statements(lambda: matter.edit(note.uid, issue="a"))
    for number in range(30):
        matter.add_note(document.uid, issue=str(number))
    assert statements(lambda: matter.edit(note.uid, issue="b")) == first < 20
