"""A copy that a synchronising folder made is found by what it holds; what lies there else is left alone."""

import shutil

import pytest

from annotations.copies import copies_beside, merged_already, moved_away
from annotations.errors import MatterError
from annotations.matter import OpenMatter
from annotations.model import Reviewer

NAMES = (
    "审阅 one-LAPTOP7.clausemark",
    "审阅 one (A's conflicted copy 2026-03-01).clausemark",
    "审阅 one 2.clausemark",
    "审阅 one(冲突文件 2026-03-01).clausemark",
)


@pytest.fixture
def lying(matter, document, matter_path):
    assert matter.documents() == (document,)
    matter.close()
    return matter_path


@pytest.mark.parametrize("name", NAMES)
def test_a_copy_is_found_whatever_the_folder_called_it(lying, name, clock):
    copy = lying.with_name(name)
    shutil.copyfile(lying, copy)
    assert copies_beside(lying) == (copy,)
    assert copies_beside(copy) == (lying,)
    assert merged_already(lying, copy)
    with OpenMatter.open(copy, Reviewer("O"), clock) as other:
        other.add_note(other.document().uid, issue="there")
    assert not merged_already(lying, copy)
    assert merged_already(copy, lying)
    with OpenMatter.open(lying, Reviewer("L"), clock) as matter:
        matter.merge(copy)
    assert merged_already(lying, copy)


def test_other_matters_and_other_files_are_no_copies(lying, lin, clock):
    OpenMatter.create(lying.with_name("审阅 one 2.clausemark"), lin, clock).close()
    lying.with_name("审阅 one 3.clausemark").write_text("nothing")
    lying.with_name("审阅 one 4.clausemark").mkdir()
    shutil.copyfile(lying, lying.with_name("审阅 one.bak"))
    assert copies_beside(lying) == ()
    assert copies_beside(lying.with_name("gone.clausemark")) == ()


def test_a_copy_is_moved_aside_and_never_over_another(lying, clock):
    copies = []
    for _ in range(2):
        copy = lying.with_name("审阅 one 2.clausemark")
        shutil.copyfile(lying, copy)
        copies.append(moved_away(copy, clock()))
        assert not copy.exists()
    assert copies[0] != copies[1]
    assert all(copy.is_file() for copy in copies)
    assert copies_beside(lying) == ()


def test_a_copy_that_somebody_has_open_stays_where_it_is(lying, clock):
    copy = lying.with_name("审阅 one 2.clausemark")
    shutil.copyfile(lying, copy)
    with OpenMatter.open(copy, Reviewer("O"), clock), pytest.raises(MatterError) as refusal:
        moved_away(copy, clock())
    assert refusal.value.code == "locked"
    assert copy.exists()
