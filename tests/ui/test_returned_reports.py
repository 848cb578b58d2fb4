"""A memo or an issue list that comes back is known, shown with what it asks for, and taken in as one step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from annotations.model import Severity, Visibility
from documents.model import Span
from export.run import ExportOptions, export
from tests.export.answered_files import filled, mark_of, retyped, tracked
from ui.dialogs.answers_dialog import AnswersDialog
from ui.dialogs.returned_dialog import ReturnedDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def case(opened, tmp_path, clock):
    """Two notes, and what exports them."""
    session = opened.session
    session.matter.set_matter(client="Harbour Ltd")
    for words, title, issue in (("Partners give us data", "Silent sources", "Nobody knows."),
                                ("at any time", "Changes", "No notice.")):  # fmt: skip
        start = session.policy.text.index(words)
        note = session.add_note((Span(start, start + len(words)),), Severity.HIGH)
        session.edit(note.uid, title=title, issue=issue, visibility=Visibility.CLIENT)

    def send(kind, name):
        out = tmp_path / "sent" / name
        out.parent.mkdir(exist_ok=True)
        export(session.matter, out, kind, ExportOptions(reviewer=session.reviewer, now=clock(), profile="client"))
        return out.read_bytes()

    def back(name, data):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return opened, send, back


def settle(qtbot, program):
    qtbot.waitUntil(lambda: not (program.session.arrivals.busy or program.tasks.busy), timeout=20_000)


def visible(program, kind):
    return next((one for one in program.window.findChildren(kind) if one.isVisible()), None)


def titled(session, title):
    return next(note for note in session.notes if note.title == title)


def lines(dialog):
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_nothing_is_written_before_it_was_chosen_and_one_undo_takes_it_back(case, qtbot):
    program, send, back = case
    session = program.session
    note = titled(session, "Silent sources")
    data = retyped(send("memo", "memo.docx"), mark_of(session.matter, note, "issue"), "Nobody is told.")
    session.read_back(back("memo back.docx", data), session.document.uid)
    settle(qtbot, program)
    dialog = visible(program, AnswersDialog)
    assert lines(dialog) == [
        "#1  Silent sources",
        "Note 1, issue: “Nobody knows.” was changed to “Nobody is told.”.",
    ]
    assert dialog.take.text() == "Take in 1 of 1"
    assert titled(session, "Silent sources").issue == "Nobody knows."
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert titled(session, "Silent sources").issue == "Nobody is told."
    report = visible(program, ReturnedDialog)
    assert report.counts.text() == "changed: 1"
    qtbot.mouseClick(report.undo, Qt.MouseButton.LeftButton)
    assert titled(session, "Silent sources").issue == "Nobody knows."


def test_recorded_changes_are_ticked_one_by_one_or_all_at_once(case, qtbot):
    program, send, back = case
    session = program.session
    data = send("memo", "memo.docx")
    for title in ("Silent sources", "Changes"):
        data = tracked(data, mark_of(session.matter, titled(session, title), "issue"), f"{title}, redlined.")
    session.read_back(back("memo back.docx", data), session.document.uid)
    settle(qtbot, program)
    dialog = visible(program, AnswersDialog)
    assert dialog.accept_recorded.isVisible()
    assert len(dialog.ticked) == 2
    qtbot.mouseClick(dialog.reject_recorded, Qt.MouseButton.LeftButton)
    assert dialog.ticked == ()
    assert not dialog.take.isEnabled()
    item = next(dialog.list.item(row) for row, line in enumerate(lines(dialog)) if "Changes, redlined." in line)
    item.setCheckState(Qt.CheckState.Checked)
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert titled(session, "Changes").issue == "Changes, redlined."
    assert titled(session, "Silent sources").issue == "Nobody knows."


def test_an_issue_list_that_is_dropped_on_the_window_is_shown_with_its_answers(case, qtbot):
    program, send, back = case
    session = program.session
    data = filled(send("xlsx", "list.xlsx"), ("Findings", 1, "response", "Agreed"))
    program.window.open_file(back("list back.xlsx", data))
    settle(qtbot, program)
    dialog = visible(program, AnswersDialog)
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    (reply,) = titled(session, "Silent sources").replies
    assert (reply.author, reply.text) == ("Harbour Ltd", "Response: Agreed")
    assert len(session.documents()) == 1


def test_a_memo_that_is_dropped_on_the_window_is_asked_about(case, qtbot):
    program, send, back = case
    session = program.session
    mark = mark_of(session.matter, titled(session, "Changes"), "issue")
    program.window.open_file(back("memo back.docx", retyped(send("memo", "memo.docx"), mark, "None at all.")))
    settle(qtbot, program)
    (sentence,) = program.window.messages.sentences
    assert sentence == "memo back.docx is a report of yours: it seems to have come back."
    buttons = program.window.messages.findChildren(QPushButton)
    take = next(one for one in buttons if one.text() == "Look at what was changed" and one.isVisible())
    qtbot.mouseClick(take, Qt.MouseButton.LeftButton)
    settle(qtbot, program)
    assert "None at all." in lines(visible(program, AnswersDialog))[1]
    assert len(session.documents()) == 1


def test_a_report_that_nobody_touched_brings_nothing_and_offers_no_undo(case, qtbot):
    program, send, back = case
    program.session.read_back(back("memo back.docx", send("memo", "m.docx")), program.session.document.uid)
    settle(qtbot, program)
    assert visible(program, AnswersDialog) is None
    report = visible(program, ReturnedDialog)
    assert report.head.text() == "memo back.docx brought nothing that is not here already."
    assert not report.undo.isVisible()


def test_what_was_changed_here_while_the_list_was_open_is_worked_out_anew(case, qtbot):
    program, send, back = case
    session = program.session
    note = titled(session, "Changes")
    data = retyped(send("memo", "memo.docx"), mark_of(session.matter, note, "issue"), "Theirs.")
    session.read_back(back("memo back.docx", data), session.document.uid)
    settle(qtbot, program)
    first = visible(program, AnswersDialog)
    session.edit(note.uid, issue="Ours.")
    qtbot.mouseClick(first.take, Qt.MouseButton.LeftButton)
    settle(qtbot, program)
    assert titled(session, "Changes").issue == "Ours."
    second = visible(program, AnswersDialog)
    assert "changed on both sides" in lines(second)[1]
    assert second.ticked == ()
    second.reject()


def test_a_table_without_marks_is_refused_in_the_window_too(case, qtbot):
    program, _send, back = case
    said = []
    program.session.failed.connect(said.append)
    program.session.read_back(back("list.csv", b"number,clause\n1,2\n"), program.session.document.uid)
    settle(qtbot, program)
    assert "is a table without marks" in said[0]
