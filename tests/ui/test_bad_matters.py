"""What stands in the way of a file is said in one sentence, in the window's language, and the window stays usable."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from pathlib import Path

import pytest

from annotations.errors import MatterError
from annotations.model import Severity
from documents.model import Span
from ui.errors import sentence_for

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def matter(opened):
    for start in range(8):
        opened.session.add_note((Span(start, start + 3),), Severity.HIGH)
    path = opened.session.path
    opened.window.close_matter()
    return path


@pytest.mark.parametrize("page", range(1, 12))
def test_a_matter_with_a_damaged_page_never_ends_in_a_riddle(opened, matter, page):
    data = bytearray(matter.read_bytes())
    data[4096 * page : 4096 * (page + 1)] = os.urandom(len(data[4096 * page : 4096 * (page + 1)]))
    matter.write_bytes(bytes(data))
    said = []
    opened.session.failed.connect(said.append)
    opened.window.open_file(matter)
    opened.window.actions_of["undo"].trigger()
    assert not [words for words in said if words.startswith("Something went wrong")]
    assert len({*said}) <= 2


def test_a_matter_cut_short_is_refused_and_the_start_page_stays(opened, matter):
    matter.write_bytes(matter.read_bytes()[:5000])
    opened.window.open_file(matter)
    assert len(opened.window.messages.sentences) == 1
    assert "Something went wrong" not in opened.window.messages.sentences[0]


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.EACCES, "no_permission"), (errno.ENOENT, "not_found"), (errno.ENOSPC, "disk_full")],
)
def test_what_the_system_refuses_has_the_sentence_of_its_kind(number, code):
    refusal = OSError(number, "no", "/srv/secret/Notice.docx")
    for language in ("en", "zh"):
        assert sentence_for(refusal, language) == MatterError(code, name="Notice.docx").sentence(language)


def test_a_fault_that_no_slot_caught_but_a_person_can_mend_has_its_own_sentence(opened):
    opened.faults._told(MatterError("disk_full"))
    assert opened.window.messages.sentences == (MatterError("disk_full").sentence("en"),)


@pytest.fixture
def protected(matter):
    """A copy of the matter where an ordinary user may only read, and that user at work there also under root."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "protected")
        folder.mkdir()
        path = folder / matter.name
        shutil.copyfile(matter, path)
        Path(name).chmod(0o755)
        path.chmod(0o444)
        folder.chmod(0o555)
        as_root = os.geteuid() == 0
        if as_root:
            os.seteuid(65534)
        try:
            yield path
        finally:
            if as_root:
                os.seteuid(0)
            folder.chmod(0o755)


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_a_matter_in_a_folder_one_may_not_write_to_opens_to_read_and_says_so(opened, protected):
    opened.window.open_file(protected)
    session, window = opened.session, opened.window
    assert session.path == protected
    assert session.read_only
    assert "(read only)" in window.windowTitle()
    (sentence,) = window.messages.sentences
    assert "write-protected" in sentence
    assert len(session.notes) == 8
    assert not window.actions_of["delete"].isEnabled()
    assert not session.take_over()
    assert window.messages.sentences == (sentence,)
    assert [file.name for file in protected.parent.iterdir()] == [protected.name]
