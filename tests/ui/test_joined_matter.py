"""A file that joins the open matter is told of, and can be a matter of its own instead."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from annotations.model import Severity
from documents.model import Span
from tests.ui.conftest import POLICY, show

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
OTHER = "Cookies\n\n1. What they are\nSmall files that remember which pages were read.\n"


@pytest.fixture
def other(tmp_path):
    path = tmp_path / "Cookies.txt"
    path.write_text(OTHER, encoding="utf-8")
    return path


def sentences(program):
    return [said for said in program.window.messages.sentences if "was added to the matter" in said]


def press_own(program, qtbot):
    buttons = program.window.messages.findChildren(QPushButton)
    button = next(b for b in buttons if b.text() == "A matter of its own instead")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_file_that_joins_the_open_matter_is_told_of(opened, other, qtbot):
    assert sentences(opened) == []
    show(opened, other, qtbot)
    assert sentences(opened) == ["“Cookies.txt” was added to the matter “Harbour notice”."]


def test_one_click_takes_it_out_and_makes_a_matter_of_its_own(opened, other, qtbot):
    first = opened.session.path
    show(opened, other, qtbot)
    press_own(opened, qtbot)
    session = opened.session
    assert session.path.stem == "Cookies"
    assert [d.latest.file_name for d in session.documents()] == ["Cookies.txt"]
    assert sentences(opened) == []
    held = b"".join(path.read_bytes() for path in first.parent.glob(f"{first.name}*"))
    assert b"remember which pages" not in held
    opened.window.open_file(first)
    assert [d.latest.file_name for d in session.documents()] == ["Harbour notice.txt"]


def test_what_was_changed_since_stays_as_it_is(opened, other, qtbot):
    first, session = opened.session.path, opened.session
    kept = session.document.uid
    show(opened, other, qtbot)
    session.show_document(kept)
    session.add_note((Span(0, 7),), Severity.HIGH)
    press_own(opened, qtbot)
    opened.window.open_file(first)
    assert [d.latest.file_name for d in session.documents()] == ["Harbour notice.txt"]
    assert len(session.notes) == 1


def test_it_is_said_no_more_once_the_document_has_a_note(opened, other, qtbot):
    show(opened, other, qtbot)
    opened.session.add_note((Span(0, 7),), Severity.LOW)
    assert sentences(opened) == []


def test_files_chosen_together_make_one_matter_without_a_word(open_window, other, policy_file, qtbot):
    program = open_window(reviewer="A. Okafor", initials="AO")
    program.window.open_files([policy_file, other])
    qtbot.waitUntil(lambda: len(program.session.documents()) == 2, timeout=10_000)
    assert sentences(program) == []


def test_a_file_asked_about_already_is_not_told_of_again(opened, tmp_path, qtbot):
    path = tmp_path / "Harbour notice 2.txt"
    path.write_text(POLICY.replace("trusted third parties", "friends"), encoding="utf-8")
    opened.window.open_file(path)
    qtbot.waitUntil(lambda: bool(opened.window.messages.sentences), timeout=10_000)
    buttons = opened.window.messages.findChildren(QPushButton)
    qtbot.mouseClick(next(b for b in buttons if b.text() == "Open as a new document"), Qt.MouseButton.LeftButton)
    assert len(opened.session.documents()) == 2
    assert sentences(opened) == []
