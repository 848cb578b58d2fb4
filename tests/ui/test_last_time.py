"""Recent matters tell what is open in them; a program that was killed offers what was open, by one click."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from annotations.matter import OpenMatter
from annotations.model import Reviewer, Severity
from tests.ui.conftest import POLICY, show
from ui.settings import Settings, load, save

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def matter(tmp_path) -> Path:
    from documents.reader import open_document

    path = tmp_path / "Harbour.clausemark"
    with OpenMatter.create(path, Reviewer("A"), lambda: datetime.now(UTC)) as made:
        policy = open_document(POLICY.encode(), name="Harbour notice.txt")
        document = made.add_document(policy, POLICY.encode(), "Harbour notice.txt")
        made.add_note(document.uid, severity=Severity.HIGH)
        made.add_note(document.uid, severity=Severity.HIGH)
        made.mark_read(document.uid, "1", read=True)
    return path


def row_names(program) -> list[str]:
    return [row.accessibleName() for row in program.window.start.recent.rows()]


def test_a_recent_matter_tells_what_is_open_in_it_and_how_much_was_read(open_window, matter, qtbot):
    program = open_window(recent=(str(matter),))
    qtbot.waitUntil(lambda: "High 2" in row_names(program)[0], timeout=10_000)
    assert "Harbour" in row_names(program)[0]
    assert "% read" in row_names(program)[0]


def test_a_matter_that_is_gone_is_shown_as_gone_and_can_be_dropped(open_window, matter, tmp_path, qtbot):
    gone = tmp_path / "Gone.clausemark"
    program = open_window(recent=(str(gone), str(matter)))
    qtbot.waitUntil(lambda: "not found" in row_names(program)[0], timeout=10_000)
    program.window.start.recent.rows()[0]._drop.click()
    assert program.preferences.settings.recent == (str(matter),)
    assert len(program.window.start.recent.rows()) == 1
    program.window.start.recent.empty.click()
    assert program.preferences.settings.recent == ()
    assert not program.window.start.recent.isVisible()


def test_after_a_good_end_nothing_is_offered(open_window, policy_file, qtbot):
    program = open_window()
    show(program, policy_file, qtbot)
    assert program.preferences.settings.last_matter
    program.window.close()
    again = open_window()
    again.window.last_time.offer()
    qtbot.waitUntil(lambda: not again.tasks.busy, timeout=5_000)
    assert again.window.messages.sentences == ()


@pytest.fixture
def killed(tmp_path, matter):
    """Settings as a program leaves them that was killed with the matter open."""
    document = ""
    with OpenMatter.open(matter, Reviewer("A"), lambda: datetime.now(UTC)) as held:
        second = held.add_document(held.policy(held.document().latest.uid), b"x", "Second.txt")
        document = second.uid
    save(
        tmp_path / "settings.toml",
        Settings(language="en", theme="light", last_matter=str(matter), last_document=document),
    )
    return matter, document


def test_what_was_open_is_offered_and_comes_back_by_one_click(open_window, killed):
    matter, document = killed
    program = open_window()
    assert program.window.last_time.offer()
    program.tasks.settle(5_000)  # said at once: nothing moves under the pointer later
    assert program.window.messages.sentences != ()
    program.window.last_time.reopen(*killed)
    assert program.session.path == matter
    assert program.session.document.uid == document


def test_a_matter_that_is_open_in_another_window_is_not_offered(open_window, killed, qtbot):
    with OpenMatter.open(killed[0], Reviewer("B"), lambda: datetime.now(UTC)):
        program = open_window()
        program.window.last_time.offer()
        qtbot.waitUntil(lambda: not program.tasks.busy, timeout=5_000)
        assert program.window.messages.sentences == ()


def test_who_remembers_no_recent_matters_leaves_no_trace_of_the_open_one(open_window, policy_file, qtbot):
    program = open_window(keep_recent=False)
    show(program, policy_file, qtbot)
    assert program.preferences.settings.last_matter == ""
    assert program.preferences.settings.recent == ()


_PROGRAM = """
import sys
from datetime import datetime
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from annotations.model import Severity
from documents.model import Span
from ui.app import build

application = QApplication([])
program = build(application, Path(sys.argv[1]), Path(sys.argv[2]), lambda: datetime.now().astimezone())
program.window.show()

def typing():
    note = program.session.add_note([Span(0, 7)], Severity.HIGH)
    program.session.save_draft(note.uid, "issue", "half a sen")
    print("typed", flush=True)

program.session.document_changed.connect(lambda: QTimer.singleShot(50, typing))
program.window.open_file(Path(sys.argv[3]))
application.exec()
"""


@pytest.mark.kill
@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL there")
def test_a_window_that_is_killed_comes_back_with_its_document_its_note_and_the_half_typed_words(
    open_window, policy_file, tmp_path, qtbot
):
    settings, folder = tmp_path / "settings.toml", tmp_path / "Documents" / "Clausemark"
    save(settings, Settings(language="en", theme="light", reviewer="A. Okafor"))
    words = [sys.executable, "-c", _PROGRAM, str(settings), str(folder), str(policy_file)]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, text=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ) as run:
        assert run.stdout.readline().strip() == "typed"
        run.send_signal(signal.SIGKILL)
    assert load(settings).last_matter
    program = open_window()
    program.window.last_time.offer()
    qtbot.waitUntil(lambda: program.window.messages.sentences != (), timeout=5_000)
    left = program.window.last_time._left
    program.window.last_time.reopen(Path(left[0]), left[1])
    (note,) = program.session.notes
    assert note.severity is Severity.HIGH
    assert any("Typing from last time" in said for said in program.window.messages.sentences)
    program.session.restore_drafts()
    assert program.session.notes[0].issue == "half a sen"
