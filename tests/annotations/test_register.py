"""What was sent stands in the register: no undo takes it away, and no place of this computer gets into it."""

import csv
import io
import shutil

import pytest

from annotations.errors import MatterError
from annotations.matter import OpenMatter
from annotations.model import Reviewer
from annotations.register import as_csv

SENDING = {"product": "memo", "sha256": "ab" * 32, "profile": "client", "language": "zh"}


@pytest.fixture
def sent(matter, document):
    return matter.record_sent(file_name="备忘录.docx", versions=(document.latest.uid,), **SENDING)


def test_a_line_says_what_went_out_when_and_by_whom(matter, document, sent, lin):
    assert matter.register() == (sent,)
    assert (sent.product, sent.file_name, sent.profile, sent.language) == ("memo", "备忘录.docx", "client", "zh")
    assert (sent.sent_by, sent.sent_to, sent.versions) == (lin.name, "", (document.latest.uid,))
    assert sent.sent.utcoffset().total_seconds() == 8 * 3600
    assert matter.check() == ()


@pytest.mark.parametrize("place", ["/home/lin/客户/备忘录.docx", r"C:\Users\lin\备忘录.docx"])
def test_of_a_place_only_the_file_name_is_kept(matter, matter_path, place):
    matter.record_sent(file_name=place, **SENDING)
    assert matter.register()[0].file_name == "备忘录.docx"
    matter.close()
    assert b"Users" not in matter_path.read_bytes()
    assert b"/home/lin" not in matter_path.read_bytes()


@pytest.mark.usefixtures("sent")
def test_undo_goes_past_what_was_sent_to_the_reviewers_own_last_step(matter, document):
    note = matter.add_note(document.uid, issue="x")
    matter.undo()
    matter.record_sent(file_name="b.docx", **SENDING)
    assert matter.can_redo
    matter.redo()
    assert matter.note(note.uid).issue == "x"
    matter.undo()
    matter.undo()
    assert matter.documents() == ()
    assert not matter.can_undo
    assert [one.file_name for one in matter.register()] == ["备忘录.docx", "b.docx"]
    assert matter.check() == ()


def test_who_it_was_sent_to_can_be_said_later_and_taken_back(matter, sent, reopen):
    matter.set_sent_to(sent.uid, "  陈女士  ")
    assert matter.register()[0].sent_to == "陈女士"
    assert matter.undo().label == "set_sent"
    assert matter.register()[0].sent_to == ""
    matter.redo()
    with reopen() as again:
        assert again.register()[0].sent_to == "陈女士"
        with pytest.raises(MatterError):
            again.set_sent_to("nobody", "x")


@pytest.mark.usefixtures("sent")
def test_lines_of_two_copies_are_all_there_after_merging_and_undoing_the_merge_keeps_them(
    matter, tmp_path, reopen, clock
):
    matter.close()
    other = tmp_path / "other.clausemark"
    shutil.copyfile(matter.path, other)
    with OpenMatter.open(other, Reviewer("O"), clock) as theirs:
        theirs.add_note(theirs.document().uid, issue="theirs")
        theirs.record_sent(file_name="theirs.docx", **SENDING)
    with reopen() as ours:
        ours.merge(other)
        assert [one.file_name for one in ours.register()] == ["备忘录.docx", "theirs.docx"]
        ours.undo()
        assert ours.notes() == ()
        assert [one.sent_by for one in ours.register()] == ["林一", "O"]
        assert ours.check() == ()


@pytest.mark.usefixtures("sent")
def test_a_matter_open_to_read_takes_no_line(reopen):
    with reopen(read_only=True) as reading, pytest.raises(MatterError) as refusal:
        reading.record_sent(file_name="b.docx", **SENDING)
    assert refusal.value.code == "not_registered"


def test_the_register_as_a_table_opens_in_a_spreadsheet_and_holds_no_formula(matter, sent):
    matter.set_sent_to(sent.uid, '=HYPERLINK("x")')
    data = as_csv(matter.register(), lambda _uid: "policy.txt 1", "zh")
    assert data.startswith(b"\xef\xbb\xbf")
    head, row = csv.reader(io.StringIO(data.decode("utf-8-sig")))
    line = dict(zip(head, row, strict=True))
    assert line["发送对象"].startswith("'=")
    assert (line["文件名"], line["所依据的文件"], line["SHA-256"]) == ("备忘录.docx", "policy.txt 1", "ab" * 32)
