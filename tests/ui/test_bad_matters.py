"""What stands in the way of a file is said in one sentence, in the window's language, and the window stays usable."""

from __future__ import annotations

import errno
import os

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
