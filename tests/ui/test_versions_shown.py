"""An older version can be looked at, read only, with its notes where they stood; here, or beside the latest."""

from __future__ import annotations

import pytest

from annotations.model import Severity
from documents.model import Span
from tests.ui.conftest import POLICY

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
NEW = "Read this first, please.\n\n" + POLICY.replace("We share your data with", "We may share your data with")
WORDS = "We collect your name"


@pytest.fixture
def twice(opened, tmp_path, qtbot):
    """The window with two versions of the policy, and a note that was carried."""
    session = opened.session
    start = POLICY.index(WORDS)
    session.add_note((Span(start, start + len(WORDS)),), Severity.HIGH)
    path = tmp_path / "Harbour notice 2.txt"
    path.write_text(NEW, encoding="utf-8")
    with qtbot.waitSignal(session.version_added, timeout=10_000):
        session.read_version(path, session.document.uid)
    return opened


def place(session):
    (note,) = session.notes
    (span,) = session.spans_of(note)
    return span


def test_an_older_version_is_shown_read_only_with_its_notes_where_they_stood(twice):
    session, acts = twice.session, twice.window.actions_of
    first, second = session.document.versions
    assert place(session).of(session.policy.text) == WORDS
    latest = place(session)
    session.show_version(first.uid)
    assert session.policy.text.startswith("Harbour privacy notice")
    assert place(session).of(session.policy.text) == WORDS
    assert place(session) != latest
    assert session.read_only
    assert not acts["delete"].isEnabled()
    assert "Version 1 of 2" in twice.window.messages.sentences[0]
    session.show_version(second.uid)
    assert not session.read_only
    assert twice.window.messages.sentences == ()
    assert place(session) == latest


def test_the_menu_lists_the_versions_latest_first_and_marks_the_one_that_is_shown(twice):
    menu = twice.window.versions_shown.menu()
    listed = [(action.text()[:9], action.isChecked()) for action in menu.actions() if action.isCheckable()]
    assert listed == [("Version 2", True), ("Version 1", False)]
    menu.actions()[1].trigger()
    assert twice.session.looking_back


def test_an_older_version_stands_beside_the_latest(twice):
    session, window = twice.session, twice.window
    window.side_by_side.show(session.document.uid, session.document.versions[0].uid)
    beside = window.work.guests[0].policy.session
    assert beside.policy.text != session.policy.text
    assert beside.read_only
    assert not session.read_only
    assert place(beside).of(beside.policy.text) == WORDS
    documents = window.work.guests[0].documents
    assert documents.currentText().endswith("version 1")
    assert documents.count() == 2
    documents.activated.emit(0)
    assert not beside.looking_back


def test_with_one_version_there_is_nothing_to_choose(opened):
    assert not opened.window.actions_of["versions"].isEnabled()


def test_a_carried_note_has_one_address(twice):
    session = twice.session
    assert session.address_of(session.notes[0]) == "1, para 1"
