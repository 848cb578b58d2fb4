"""A file that comes back is known, asked about in one message, taken in as one step, and told of note by note."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from annotations.model import Severity, Status, Visibility
from documents.model import Span
from export.run import ExportOptions, export
from tests.documents.pdf_files import Sheet, paragraph, pdf_of
from tests.ui.conftest import show
from tests.ui.returned_files import answered, edited, foreign
from ui.dialogs.returned_dialog import ReturnedDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
TAKE, NEW, NOTES = "Take back what was answered", "Open as a new document", "Bring them in as notes"


@pytest.fixture
def sent(opened, tmp_path, clock):
    """The annotated policy as it went out: one note, on one clause."""
    session = opened.session
    start = session.policy.text.index("without telling you.\n\n2.")
    note = session.add_note((Span(start, start + 19),), Severity.HIGH)
    session.edit(note.uid, title="Silent sources", issue="Nobody knows.", visibility=Visibility.CLIENT)
    out = tmp_path / "sent" / "Harbour annotated.docx"
    out.parent.mkdir()
    export(session.matter, out, "word", ExportOptions(reviewer=session.reviewer, now=clock()))
    return out


def offers(program, words):
    return [one for one in program.window.messages.findChildren(QPushButton) if one.text() == words and one.isVisible()]


def settle(qtbot, program):
    qtbot.waitUntil(lambda: not (program.session.arrivals.busy or program.tasks.busy), timeout=20_000)


def report(program):
    return next(one for one in program.window.findChildren(ReturnedDialog) if one.isVisible())


def lines(dialog):
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_a_file_that_came_back_is_known_and_nothing_happens_before_it_is_asked(opened, sent, tmp_path, qtbot):
    program = opened
    program.window.open_file(answered(sent, tmp_path / "Harbour answered.docx"))
    settle(qtbot, program)
    assert len(program.session.documents()) == 1
    assert len(program.session.notes) == 1
    (sentence,) = program.window.messages.sentences
    assert "Harbour answered.docx holds 1 of your comments" in sentence
    assert len(offers(program, TAKE)) == len(offers(program, NEW)) == 1


def test_what_colleagues_answered_comes_in_as_one_step_with_a_report(opened, sent, tmp_path, qtbot):
    program = opened
    program.window.open_file(answered(sent, tmp_path / "Harbour answered.docx"))
    settle(qtbot, program)
    qtbot.mouseClick(offers(program, TAKE)[0], Qt.MouseButton.LeftButton)
    settle(qtbot, program)
    dialog = report(program)
    assert dialog.counts.text() == "new comments: 1 · resolved: 1"
    told = lines(dialog)
    assert any(line.startswith("#1  Silent sources") for line in told)
    assert any("marked as resolved" in line for line in told)
    assert any("We cannot accept this." in line for line in told)
    by_title = {note.title: note for note in program.session.notes}
    assert by_title["Silent sources"].status is Status.RESOLVED
    assert {note.visibility for note in program.session.notes if note.author == "Jo Field"} == {Visibility.INTERNAL}
    assert program.window.messages.sentences == ()
    row = next(row for row, line in enumerate(told) if "resolved" in line)
    dialog.list.itemClicked.emit(dialog.list.item(row))
    assert program.session.current == by_title["Silent sources"].uid
    qtbot.mouseClick(dialog.undo, Qt.MouseButton.LeftButton)
    assert [note.status for note in program.session.notes] == [Status.OPEN]


def test_after_another_change_the_report_offers_no_undo_that_would_take_back_the_wrong_thing(
    opened, sent, tmp_path, qtbot
):
    session = opened.session
    session.read_back(answered(sent, tmp_path / "Harbour answered.docx"), session.document.uid)
    settle(qtbot, opened)
    dialog = report(opened)
    assert dialog.undo.isEnabled()
    session.add_note((Span(0, 7),), Severity.LOW)
    assert not dialog.undo.isEnabled()
    assert "step by step" in dialog.undo.toolTip()


def test_an_edited_text_is_shown_as_the_next_version_and_undo_shows_the_old_one_again(opened, sent, tmp_path, qtbot):
    session = opened.session
    before = session.policy.text
    session.read_back(edited(sent, tmp_path / "Harbour edited.docx"), session.document.uid)
    settle(qtbot, opened)
    assert session.document.latest.number == 2
    assert "before we change it" in session.policy.text
    assert report(opened).counts.text().startswith("the text was changed: version 2")
    qtbot.mouseClick(report(opened).undo, Qt.MouseButton.LeftButton)
    assert session.document.latest.number == 1
    assert session.policy.text == before


def test_a_second_time_it_brings_nothing(opened, sent, tmp_path, qtbot):
    program, path = opened, answered(sent, tmp_path / "Harbour answered.docx")
    for _ in range(2):
        program.session.read_back(path, program.session.document.uid)
        settle(qtbot, program)
        dialog = report(program)
        said = dialog.head.text()
        undo = dialog.undo.isVisible()
        dialog.close()
    assert said == "Harbour answered.docx brought nothing that is not here already."
    assert not undo
    assert len(program.session.notes) == 2


def test_the_command_in_the_menu_takes_a_file_back_without_asking_again(opened, sent, tmp_path, qtbot, monkeypatch):
    path = answered(sent, tmp_path / "Harbour answered.docx")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: (str(path), ""))
    opened.window.actions_of["take_back"].trigger()
    settle(qtbot, opened)
    assert report(opened).head.text() == "Harbour answered.docx was taken back."


def test_it_may_be_opened_as_a_document_of_its_own(opened, sent, tmp_path, qtbot):
    opened.window.open_file(answered(sent, tmp_path / "Harbour answered.docx"))
    settle(qtbot, opened)
    qtbot.mouseClick(offers(opened, NEW)[0], Qt.MouseButton.LeftButton)
    assert len(opened.session.documents()) == 2
    assert opened.session.document.latest.file_name == "Harbour answered.docx"


def test_a_strange_file_with_comments_offers_them_and_never_takes_them_silently(open_window, tmp_path, qtbot):
    program = open_window(reviewer="A. Okafor", initials="AO")
    show(program, foreign(tmp_path / "Orchard terms.docx"), qtbot)
    assert program.session.notes == ()
    assert any("Comments are in Orchard terms.docx: 1." in one for one in program.window.messages.sentences)
    qtbot.mouseClick(offers(program, NOTES)[0], Qt.MouseButton.LeftButton)
    settle(qtbot, program)
    (note,) = program.session.notes
    assert (note.author, note.issue) == ("Jo Field", "Too wide?")
    assert "Jo Field" in "".join(lines(report(program)))


def test_a_matter_open_to_read_only_asks_nothing(opened, sent, tmp_path, qtbot, open_window):
    second = open_window()
    second.window.open_file(opened.session.path)
    settle(qtbot, second)
    assert second.session.read_only
    assert not second.window.actions_of["take_back"].isEnabled()
    second.window.open_file(answered(sent, tmp_path / "Harbour answered.docx"))
    settle(qtbot, second)
    assert offers(second, TAKE) == []


def test_an_annotated_pdf_that_comes_back_is_known_too(open_window, tmp_path, qtbot, clock):
    program = open_window(reviewer="A. Okafor", initials="AO")
    path = tmp_path / "Notice.pdf"
    path.write_bytes(pdf_of([Sheet(paragraph(["We keep what you give us", "for as long as we like."], 72, 700))]))
    show(program, path, qtbot)
    session = program.session
    start = session.policy.text.index("as long as")
    session.add_note((Span(start, start + 10),), Severity.HIGH)
    out = tmp_path / "Notice annotated.pdf"
    export(session.matter, out, "pdf", ExportOptions(reviewer=session.reviewer, now=clock()))
    program.window.open_file(out)
    settle(qtbot, program)
    assert len(session.documents()) == 1
    qtbot.mouseClick(offers(program, TAKE)[0], Qt.MouseButton.LeftButton)
    settle(qtbot, program)
    assert report(program).head.text() == "Notice annotated.pdf brought nothing that is not here already."
    assert len(session.notes) == 1


def test_a_note_made_while_a_copy_is_compared_is_kept_and_so_is_what_came_back(opened, sent, tmp_path, qtbot):
    session = opened.session
    session.open_path(answered(sent, tmp_path / "Harbour answered.docx"))
    settle(qtbot, opened)
    qtbot.mouseClick(offers(opened, TAKE)[0], Qt.MouseButton.LeftButton)
    assert opened.tasks.busy
    assert not [one for one in opened.window.findChildren(ReturnedDialog) if one.isVisible()]
    made = session.add_note((Span(0, 7),), Severity.LOW)
    settle(qtbot, opened)
    assert report(opened).counts.text() == "new comments: 1 · resolved: 1"
    assert {note.number for note in session.notes} == {1, 2, 3}
    assert session.note(made.uid).number == 2
    session.undo()
    assert [note.number for note in session.notes] == [2, 1]


def test_a_matter_closed_while_a_copy_is_compared_takes_nothing_in(opened, sent, tmp_path, qtbot):
    session = opened.session
    session.open_path(answered(sent, tmp_path / "Harbour answered.docx"))
    settle(qtbot, opened)
    qtbot.mouseClick(offers(opened, TAKE)[0], Qt.MouseButton.LeftButton)
    path = session.path
    session.close()
    settle(qtbot, opened)
    session.open_matter(path)
    assert len(session.notes) == 1


def test_a_document_removed_while_a_copy_is_compared_is_told_in_a_sentence(opened, sent, tmp_path, qtbot):
    session = opened.session
    session.open_path(answered(sent, tmp_path / "Harbour answered.docx"))
    settle(qtbot, opened)
    failed = []
    session.failed.connect(failed.append)
    session.take_comments("nothing of the kind")
    settle(qtbot, opened)
    assert "There is no document" in failed[0]


def test_two_copies_taken_back_at_once_both_come_in(opened, sent, tmp_path, qtbot):
    session = opened.session
    for name, words in (("one", "We cannot accept this."), ("two", "Nor this.")):
        session.read_back(answered(sent, tmp_path / f"Harbour {name}.docx", words), session.document.uid)
    settle(qtbot, opened)
    qtbot.waitUntil(lambda: not opened.tasks.busy)
    assert {note.issue for note in session.notes if note.author == "Jo Field"} == {
        "We cannot accept this.",
        "Nor this.",
    }
