"""Turning from the text of a PDF to its own pages and back: the same words in view, selected, marked and found."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog

from annotations.model import Severity
from tests.ui.conftest import OpenWindow, show
from tests.ui.paper_files import many_pages, numbered_file, span_of
from ui.app import Program
from ui.document_view import DocumentView
from ui.page_view import PageView

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def paged(open_window: OpenWindow, tmp_path: Path, qtbot) -> Program:
    """The window with a PDF of twelve pages open."""
    path = tmp_path / "long.pdf"
    path.write_bytes(many_pages(12))
    program = open_window(reviewer="A. Okafor", initials="AO")
    show(program, path, qtbot)
    return program


def turn(program: Program) -> None:
    program.window.actions_of["pages"].trigger()


def test_a_pdf_opens_as_text_and_f8_turns_to_its_pages_and_back(qtbot, paged: Program) -> None:
    work = paged.window.work
    assert isinstance(work.policy.view, DocumentView)
    assert work.top.views.isVisibleTo(paged.window)
    qtbot.keyClick(paged.window, Qt.Key.Key_F8)
    assert isinstance(work.policy.view, PageView)
    assert work.top.views.pages.isChecked()
    work.top.views.text.click()
    assert isinstance(work.policy.view, DocumentView)
    assert not paged.window.actions_of["pages"].isChecked()


def test_the_switch_is_there_only_for_documents_with_pages(opened: Program) -> None:
    assert not opened.window.work.top.views.isVisibleTo(opened.window)
    assert not opened.window.actions_of["pages"].isEnabled()
    opened.window.work.policy.show_pages(pages=True)
    assert isinstance(opened.window.work.policy.view, DocumentView)


def test_where_nothing_is_open_there_are_no_pages_to_turn_to(open_window: OpenWindow) -> None:
    acts = open_window().window.actions_of
    assert not acts["pages"].isEnabled()
    assert not acts["go_to_page"].isEnabled()


def test_the_same_words_are_in_view_however_often_one_turns(paged: Program) -> None:
    policy, panel = paged.session.policy, paged.window.work.policy
    start = policy.text.rindex("\n", 0, policy.text.index(" 145")) + 1
    panel.view.restore(start)
    seen = []
    for _ in range(6):
        turn(paged)
        seen.append(panel.view.reading_position())
    assert seen[1] == seen[3] == seen[5]
    assert all(abs(position - start) < 120 for position in seen)
    panel.view.restore(policy.text.index(" 60"))
    turn(paged)
    assert abs(panel.view.reading_position() - policy.text.index(" 60")) < 120


def test_selection_notes_hits_and_the_current_note_come_along(paged: Program) -> None:
    policy, panel = paged.session.policy, paged.window.work.policy
    note = paged.session.add_note([span_of(policy, " 45")], Severity.HIGH)
    panel.look_for("address")
    words = span_of(policy, " 50")
    panel.view.select(words)
    turn(paged)
    pages = panel.view
    assert pages.selection() == (words,)
    assert [mark.note_uid for mark in pages._highlights] == [note.uid]
    assert len(pages._hits) == len(panel._hits.spans) > 0
    assert pages._marks.emphasis.current == note.uid
    pages.clear_selection()
    turn(paged)
    assert panel.view.selection() == ()


def test_what_is_judged_on_the_pages_is_marked_in_the_text_too(qtbot, paged: Program) -> None:
    panel = paged.window.work.policy
    turn(paged)
    words = span_of(paged.session.policy, " 7")
    panel.view.select(words)
    qtbot.keyClicks(panel.view.focusProxy(), "2")
    (note,) = paged.session.notes
    assert (note.severity, note.anchors[0].span) == (Severity.HIGH, words)
    turn(paged)
    assert [mark.note_uid for mark in panel.view._highlights] == [note.uid]


def test_the_choice_is_remembered_for_each_document_while_the_window_lives(qtbot, paged: Program, tmp_path) -> None:
    panel, session = paged.window.work.policy, paged.session
    first = session.document.uid
    turn(paged)
    other = tmp_path / "short.pdf"
    other.write_bytes(numbered_file())
    show(paged, other, qtbot)
    assert isinstance(panel.view, DocumentView)
    session.show_document(first)
    assert isinstance(panel.view, PageView)
    assert paged.window.actions_of["pages"].isChecked()


def test_larger_and_smaller_zoom_the_pages_and_leave_the_text_as_it_is(paged: Program) -> None:
    panel, acts, status = paged.window.work.policy, paged.window.actions_of, paged.window.status
    turn(paged)
    fitting = panel.view.percent()
    acts["larger"].trigger()
    assert panel.view.percent() > fitting
    assert f"{panel.view.percent()}%" in status.right.text()
    acts["normal_size"].trigger()
    assert panel.view.percent() == fitting
    turn(paged)
    assert panel.view.text_size() == 17
    acts["larger"].trigger()
    assert panel.view.text_size() == 18


def test_the_status_line_names_the_page_in_view_and_only_there(paged: Program) -> None:
    panel, status = paged.window.work.policy, paged.window.status
    assert "Page" not in status.right.text()
    turn(paged)
    assert "Page 1 of 12" in status.right.text()
    panel.view.restore(paged.session.policy.text.index(" 145"))
    assert "Page 8 of 12" in status.right.text()
    turn(paged)
    assert "Page" not in status.right.text()


def test_the_outline_and_notes_lead_to_the_page(qtbot, paged: Program) -> None:
    note = paged.session.add_note([span_of(paged.session.policy, " 220")], Severity.LOW)
    turn(paged)
    paged.window.work.go_to_note(note.uid)
    qtbot.waitUntil(lambda: paged.window.work.policy.view.shows(note.anchors[0].span))


def test_a_page_is_gone_to_by_its_number_in_either_view(qtbot, paged: Program) -> None:
    panel, policy = paged.window.work.policy, paged.session.policy
    paged.window.actions_of["go_to_page"].trigger()
    (dialog,) = paged.window.findChildren(QInputDialog)
    dialog.setTextValue("7")
    dialog.accept()
    assert abs(panel.view.reading_position() - policy.text.index(" 120")) < 120
    turn(paged)
    panel.go_to_page(" 10 ")
    qtbot.waitUntil(lambda: panel.view.page_label() == "10")
    panel.go_to_page("xx")
    panel.go_to_page("99")
    assert panel.view.page_label() == "10"


def test_closing_the_matter_lets_the_file_go(qtbot, paged: Program) -> None:
    panel = paged.window.work.policy
    turn(paged)
    qtbot.waitUntil(lambda: panel.view._pictures.held_bytes > 0, timeout=20_000)
    paged.window.close_matter()
    assert panel.views.pages._pictures._source is None
    assert panel.views.pages._pictures.held_bytes == 0


def test_another_look_and_language_reach_both(paged: Program) -> None:
    turn(paged)
    paged.preferences.change(theme="dark", language="zh")
    assert "第 1 页" in paged.window.status.right.text()
    assert paged.window.work.policy.views.pages._marks.theme.dark
    assert paged.window.work.top.views.pages.text() == "原版页面"
