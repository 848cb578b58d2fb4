"""A part of a matter is sent for review and its answer taken back, as a person at the window does it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog

from annotations.matter import OpenMatter
from annotations.model import Reviewer, Severity, Visibility
from documents.model import Span
from tests.ui.conftest import show
from ui.dialogs.merging_dialog import MergingDialog
from ui.dialogs.package_dialog import PackageDialog
from ui.dialogs.returned_dialog import ReturnedDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def the(program, kind: type[QDialog]):
    return next(found for found in program.window.findChildren(kind) if found.isVisible())


@pytest.fixture
def noted(opened):
    """A matter with a note for clients, one for the firm alone and one with a private remark."""
    session = opened.session
    first = session.add_note((Span(0, 4),), Severity.HIGH)
    second = session.add_note((Span(5, 9),), Severity.LOW)
    third = session.add_note((), Severity.INFO)
    session.edit(first.uid, title="first", private_remark="mine")
    session.edit(second.uid, visibility=Visibility.INTERNAL)
    return opened, [first.uid, second.uid, third.uid]


def asked(program) -> PackageDialog:
    program.window.actions_of["send_part"].trigger()
    return the(program, PackageDialog)


def written(program, dialog, qtbot):
    out = dialog.place.out
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: out.exists() and program.session.matter.register() != ())
    return out


def answered(path, clock):
    with OpenMatter.open(path, Reviewer("Bo Lindqvist", "BL"), clock) as part:
        (note, *_) = part.notes()
        part.edit(note.uid, title="better")
        part.add_note(note.document, title="one more")


def test_the_dialog_says_what_goes_and_what_stays(noted):
    program, _ = noted
    dialog = asked(program)
    assert dialog.profile.value is Visibility.CLIENT
    assert "notes: 2" in dialog.going.text()
    assert "may not go to such readers: 1" in dialog.staying.text()
    assert "private remarks: 1" in dialog.staying.text()
    dialog.profile.choose(Visibility.INTERNAL)
    assert "notes: 3" in dialog.going.text()
    dialog.notes["none"].setChecked(True)
    assert "notes: 0" in dialog.going.text()
    assert "other notes on this document: 3" in dialog.staying.text()
    assert not dialog.notes["listed"].isVisible()
    assert program.session.path.stem not in dialog.place.out.name or "Review package" in dialog.place.out.name
    dialog.reject()


def test_notes_that_the_list_shows_or_that_are_selected_can_be_sent_alone(noted, qtbot):
    program, uids = noted
    notes = program.window.work.notes
    notes.filter.words.setText("first")
    qtbot.waitUntil(lambda: len(notes.model.shown) == 1)
    dialog = asked(program)
    assert dialog.notes["listed"].isVisible()
    dialog.notes["listed"].setChecked(True)
    assert dialog.sending.notes == (uids[0],)
    dialog.reject()


def test_what_was_sent_comes_back_by_the_menu_note_by_note_and_one_undo_takes_it_back(noted, qtbot, clock, monkeypatch):
    program, uids = noted
    dialog = asked(program)
    dialog.profile.choose(Visibility.INTERNAL)
    dialog.whom.setText("Bo")
    dialog.due.setText("30 November 2026")
    dialog.message.setPlainText("Clause 2, please")
    out = written(program, dialog, qtbot)
    (line,) = program.session.matter.register()
    assert (line.product, line.file_name, line.sent_to) == ("package", out.name, "Bo")
    answered(out, clock)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: (str(out), ""))
    program.window.actions_of["take_back"].trigger()
    asked_first = the(program, MergingDialog)
    qtbot.waitUntil(asked_first.take.isEnabled)
    assert "1 new notes" in asked_first.counts.text()
    qtbot.mouseClick(asked_first.take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any(found.isVisible() for found in program.window.findChildren(ReturnedDialog)))
    report = the(program, ReturnedDialog)
    lines = [report.list.item(row).text() for row in range(report.list.count())]
    assert any("“better”" in line for line in lines)
    assert any("Bo Lindqvist wrote a new comment, now note 4" in line for line in lines)
    assert program.session.note(uids[0]).title == "better"
    report.undo.click()
    assert program.session.note(uids[0]).title == "first"
    assert len(program.session.notes) == 3


def test_who_opens_a_part_is_told_what_it_is(noted, qtbot):
    program, _ = noted
    dialog = asked(program)
    dialog.due.setText("2026-11-30")
    dialog.message.setPlainText("Clause 2, please")
    out = written(program, dialog, qtbot)
    program.window.close_matter()
    show(program, out, qtbot)
    qtbot.waitUntil(lambda: any("part of a matter" in one for one in program.window.messages.sentences))
    told = next(one for one in program.window.messages.sentences if "part of a matter" in one)
    assert "30 November 2026" in told
    assert "Clause 2, please" in told
    assert len(program.session.notes) == 2


def test_an_answer_of_another_matter_is_refused_in_one_sentence(noted, qtbot, tmp_path, monkeypatch):
    program, _ = noted
    dialog = asked(program)
    out = written(program, dialog, qtbot)
    program.window.close_matter()
    other = tmp_path / "mail" / "Other.txt"
    other.write_text("1. Other words\nNothing.\n", encoding="utf-8")
    show(program, other, qtbot)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: (str(out), ""))
    program.window.actions_of["take_back"].trigger()
    refused = the(program, MergingDialog)
    qtbot.waitUntil(refused.fault.isVisible)
    assert "another matter" in refused.fault.text()
    refused.reject()
    assert program.session.notes == ()
