"""What the window tells about a document besides its words."""

from __future__ import annotations

import hashlib

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from documents.model import ForeignNote, ForeignReply, PolicyDocument, Revision, RevisionKind, Span
from tests.ui.revised_file import revised_docx
from ui.dialogs.about_document import AboutDocumentDialog
from ui.models.document_facts import groups_of, joined

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def about(open_window, tmp_path, qtbot):
    """Open the revised file and what is told about it."""
    path = tmp_path / "Harbour.docx"
    path.write_bytes(revised_docx())
    program = open_window(reviewer="A. Okafor", initials="AO")
    with qtbot.waitSignal(program.session.document_changed, timeout=20_000):
        program.window.open_file(path)
    program.window.actions_of["about_document"].trigger()
    return program, program.window.findChildren(AboutDocumentDialog)[-1]


def said(dialog) -> list[str]:
    return [part.text() for kind in (QLabel, QLineEdit) for part in dialog.findChildren(kind)]


def rows(dialog) -> dict[str, list[list[str]]]:
    tree = dialog.found
    tops = [tree.topLevelItem(place) for place in range(tree.topLevelItemCount())]
    return {
        top.text(0): [[top.child(at).text(column) for column in range(3)] for at in range(top.childCount())]
        for top in tops
    }


def test_it_tells_the_file_and_its_fingerprint_which_can_be_copied(about):
    _, dialog = about
    digest = hashlib.sha256(revised_docx()).hexdigest()
    assert {"Harbour.docx", "Word document", "English", digest} <= set(said(dialog))
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "Copy").click()
    assert QGuiApplication.clipboard().text() == digest


def test_the_status_line_opens_it_too(about, qtbot):
    program, dialog = about
    dialog.accept()
    qtbot.mouseClick(program.window.status.right, Qt.MouseButton.LeftButton)
    assert program.window.findChildren(AboutDocumentDialog)


def test_it_lists_who_changed_what_and_the_hidden_words(about):
    _, dialog = about
    found = rows(dialog)
    assert [row[0] for row in found["Tracked changes (2)"]] == ["deleted: sixty", "inserted: thirty"]
    assert [row[1:] for row in found["Tracked changes (2)"]] == [["1", "Ann, 2026-01-02"], ["1", "Bo, 2026-01-02"]]
    assert found["Hidden words (1)"][0][:2] == ["ask the client", "2"]


def test_a_click_on_a_change_goes_to_its_words(about):
    program, dialog = about
    dialog._chosen(dialog.found.topLevelItem(0).child(1))
    (span,) = program.window.work.policy.view.selection()
    assert span.of(program.session.policy.text) == "thirty"


def test_where_it_came_from_is_kept_as_each_field_is_left_and_taken_back_by_undo(about):
    program, dialog = about
    dialog.source.setText("Client, Ms. Li")
    dialog.source.editingFinished.emit()
    dialog.day.setText("2026-02-01")
    dialog.day.editingFinished.emit()
    version = program.session.document.latest
    assert (version.received_from, f"{version.received:%Y-%m-%d}") == ("Client, Ms. Li", "2026-02-01")
    program.session.undo()
    program.session.undo()
    assert (dialog.source.text(), dialog.day.text()) == ("", "2 March 2026")


def test_what_is_no_date_is_the_day_that_stood_there(about):
    _, dialog = about
    dialog.day.setText("some day")
    dialog.day.editingFinished.emit()
    assert dialog.day.text() == "2 March 2026"


def test_what_one_person_did_at_one_place_is_one_change():
    def change(start: int, end: int, author: str = "Ann") -> Revision:
        return Revision(RevisionKind.INSERTED, Span(start, end), author)

    assert joined([change(0, 2), change(2, 5), change(5, 6, "Bo"), change(8, 9, "Bo")]) == (
        change(0, 5), change(5, 6, "Bo"), change(8, 9, "Bo"),
    )  # fmt: skip


def test_comments_are_listed_with_their_threads_and_highlights_without_words():
    notes = (
        ForeignNote("1", "Ann", "Too long", (Span(0, 4),), done=True, replies=(ForeignReply("B", "x"),)),
        ForeignNote("2", "", "", (Span(5, 9),)),
    )  # fmt: skip
    (group,) = groups_of(PolicyDocument("t", "word", "en", "Some text", foreign_notes=notes), "en")
    assert (group.title, group.authors) == ("Comments and highlights", "Ann (1)")
    assert [(item.what, item.words) for item in group.items] == [
        ("comment, replies: 1, resolved", "Too long"), ("highlight", "text"),
    ]  # fmt: skip
