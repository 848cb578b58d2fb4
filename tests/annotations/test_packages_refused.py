"""What cannot be sent or taken back is refused in one sentence, and nothing is changed."""

import shutil
import sqlite3

import pytest

from annotations import file
from annotations.errors import MatterError
from annotations.matter import OpenMatter
from tests.annotations.conftest import made_policy
from tests.annotations.sent_parts import COLLEAGUE, package_of


def test_a_package_of_another_matter_is_refused_and_nothing_is_changed(sent, tmp_path, clock, policy):
    _, part = sent
    with OpenMatter.create(tmp_path / "stranger.clausemark", COLLEAGUE, clock) as stranger:
        stranger.add_document(policy, policy.text.encode(), "policy.txt")
        before = stranger.changes()
        with pytest.raises(MatterError, match="another matter"):
            stranger.merge(part.path)
        assert stranger.changes() == before


def test_a_copy_of_the_matter_from_before_the_sending_says_so(matter, document, tmp_path, clock):
    note = matter.add_note(document.uid)
    early, out = tmp_path / "early.clausemark", tmp_path / "part.clausemark"
    shutil.copyfile(matter.path, early)
    matter.edit(note.uid, title="later")
    package_of(matter, document, (note.uid,), out)
    with OpenMatter.open(early, COLLEAGUE, clock) as before:
        with pytest.raises(MatterError, match="later copy"):
            before.merge(out)
        before.merge(matter.path)
        before.merge(out)


def test_a_whole_matter_is_not_merged_into_a_part_of_it(matter, sent):
    _, part = sent
    with pytest.raises(MatterError, match="part of a matter"):
        part.merge(matter.path)


def test_a_part_whose_document_was_removed_for_good_brings_nothing(matter, sent, document):
    notes, part = sent
    part.edit(notes[0], title="late")
    matter.erase_document(document.uid)
    with pytest.raises(MatterError, match="removed for good"):
        matter.merge(part.path)


@pytest.mark.parametrize("harm", ["cut", "altered", "mark"])
def test_a_damaged_package_is_refused_with_one_sentence(matter, sent, tmp_path, harm):
    notes, part = sent
    part.edit(notes[0], title="late")
    broken = tmp_path / "broken.clausemark"
    shutil.copyfile(part.path, broken)
    if harm == "cut":
        broken.write_bytes(broken.read_bytes()[:9000])
    else:
        with sqlite3.connect(broken) as connection:
            if harm == "altered":
                connection.execute("UPDATE changes SET after = '\"false\"' WHERE field = 'title'")
            else:
                connection.execute("UPDATE matter SET value = '{\"uid\": 1}' WHERE field = 'package'")
        connection.close()
    before = matter.changes()
    with pytest.raises(MatterError, match="damaged"):
        matter.merge(broken)
    assert matter.changes() == before


def test_nothing_that_is_there_is_written_over_and_nothing_is_left_of_one_that_failed(matter, sent, document, tmp_path):
    notes, part = sent
    with pytest.raises(MatterError, match="there already"):
        package_of(matter, document, tuple(notes), part.path)
    with pytest.raises(MatterError, match="was not found"):
        package_of(matter, document, tuple(notes), tmp_path / "no such" / "part.clausemark")
    assert not [held for held in tmp_path.iterdir() if held.suffix == ".new"]


def test_a_full_disk_is_said_in_one_sentence_and_leaves_nothing(matter, document, tmp_path, monkeypatch):
    big = matter.add_document(made_policy("big"), bytes(400_000), "big.txt")
    set_up = file._set_up

    def narrow(connection):
        set_up(connection)
        connection.execute("PRAGMA max_page_count = 60").fetchall()

    monkeypatch.setattr(file, "_set_up", narrow)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(MatterError, match="disk is full"):
        package_of(matter, big, (), tmp_path / "big.clausemark")
    assert sorted(tmp_path.iterdir()) == before
    package_of(matter, document, (), tmp_path / "small.clausemark")


def test_a_matter_that_is_open_to_read_sends_a_part_and_takes_none_back(reopen, sent, document, tmp_path):
    notes, part = sent
    with reopen(read_only=True) as reading:
        package_of(reading, document, tuple(notes), tmp_path / "read.clausemark")
        with pytest.raises(MatterError, match="reading only"):
            reading.merge(part.path)
