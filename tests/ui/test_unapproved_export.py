"""Before notes that nobody has approved leave the firm, the window asks, and the command line says how many."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotations.model import Review, Severity, Visibility
from documents.model import Span
from ui.commands.line import run_line
from ui.dialogs.export_dialog import ExportDialog
from ui.dialogs.unapproved_question import UnapprovedQuestion

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def exporting(open_window, policy_file, qtbot, tmp_path):
    """The export window over two notes, of which one is approved."""
    program = open_window(
        reviewer="A. Okafor", initials="AO", ask_unapproved=True, export_folder=str(tmp_path), language="en"
    )
    with qtbot.waitSignal(program.session.document_changed, timeout=10_000):
        program.window.open_file(policy_file)
    for words in ("whatever else we find useful", "trusted third parties"):
        start = program.session.policy.text.index(words)
        program.session.add_note((Span(start, start + len(words)),), Severity.HIGH)
    program.session.edit(program.session.notes[0].uid, review=Review.APPROVED)
    program.window.actions_of["export"].trigger()
    dialog = program.window.findChild(ExportDialog)
    qtbot.waitUntil(lambda: dialog.shown is not None, timeout=20_000)
    yield program, dialog
    dialog.close()


def asked(dialog):
    return [question for question in dialog.findChildren(UnapprovedQuestion) if question.isVisible()]


def test_the_window_asks_and_writes_nothing_until_it_is_told_to(exporting, qtbot):
    _program, dialog = exporting
    dialog.foot.go.click()
    (question,) = asked(dialog)
    assert question.sentence.text() == "1 of the 2 notes that go out are not approved."
    assert question.counts.text() == "Drafts: 1 · for review: 0"
    QTest.keyClick(question, Qt.Key.Key_Escape)
    assert not asked(dialog)
    assert dialog.written is None
    dialog.foot.go.click()
    with qtbot.waitSignal(dialog.exported, timeout=20_000):
        asked(dialog)[0].go.click()
    assert dialog.written.exists()


def test_it_does_not_ask_inside_the_firm(exporting, qtbot):
    _program, dialog = exporting
    dialog.form.profile.choose(Visibility.INTERNAL)
    with qtbot.waitSignal(dialog.exported, timeout=20_000):
        dialog.foot.go.click()
    assert not asked(dialog)


def test_it_does_not_ask_where_every_note_is_approved(exporting, qtbot):
    program, dialog = exporting
    program.session.edit(program.session.notes[1].uid, review=Review.APPROVED)
    with qtbot.waitSignal(dialog.exported, timeout=20_000):
        dialog.foot.go.click()


def test_who_works_alone_is_not_asked_twice(exporting, qtbot):
    program, dialog = exporting
    dialog.foot.go.click()
    (question,) = asked(dialog)
    question.never.click()
    with qtbot.waitSignal(dialog.exported, timeout=20_000):
        question.go.click()
    assert program.preferences.settings.ask_unapproved is False


def test_the_command_line_says_how_many_went_out_that_nobody_approved(exporting, capsys, tmp_path):
    program, _dialog = exporting
    matter = str(program.session.path)
    program.window.close_matter()

    def export(profile, name):
        arguments = ["export", matter, str(tmp_path / name), "--as", "md", "--profile", profile, "--json"]
        assert run_line(arguments) == 0
        return json.loads(capsys.readouterr().out)["unapproved"]

    assert export("client", "client.md") == 1
    assert export("internal", "internal.md") == 0
    assert run_line(["export", matter, str(Path(tmp_path, "again.md")), "--as", "md", "--profile", "client"]) == 0
    assert "Not approved: 1 of the notes that went out" in capsys.readouterr().out
