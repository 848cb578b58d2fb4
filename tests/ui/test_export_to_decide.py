"""Before a file goes out a person decides whose name it bears, and sees what the program proposed in it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from annotations.model import Severity
from documents.model import Span
from tests.ui.conftest import show
from ui.dialogs.details_dialog import DetailsDialog
from ui.dialogs.export_dialog import ExportDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def dialog_of(open_window, policy_file, qtbot):
    made = []

    def make(**settings):
        program = open_window(**settings)
        show(program, policy_file, qtbot)
        program.session.add_note((Span(0, 7),), Severity.HIGH)
        program.window.actions_of["export"].trigger()
        dialog = program.window.findChild(ExportDialog)
        qtbot.waitUntil(lambda: dialog.shown is not None, timeout=20_000)
        made.append(dialog)
        return dialog

    yield make
    for dialog in made:
        dialog.close()
        dialog.deleteLater()


def links(dialog):
    return [b for b in dialog.sheet.findChildren(QPushButton) if b.property("look") == "link"]


def test_comments_under_no_name_are_in_alert_with_the_field_right_there(dialog_of, qtbot):
    dialog = dialog_of()
    assert dialog.foot.note.property("look") == "alert"
    assert "by “Reviewer”" in dialog.foot.note.text()
    assert dialog.form.signed.isVisible()
    with qtbot.waitSignal(dialog.foreseen, timeout=20_000):
        dialog.form.signed.setText("Ann Otter")
        dialog.form.signed.editingFinished.emit()
    assert dialog.foot.note.property("look") == "done"
    assert not dialog.form.signed.isVisible()
    assert [note.author for note in dialog._session.notes] == ["Ann Otter"]


def test_comments_by_the_firm_ask_for_no_name(dialog_of, qtbot):
    dialog = dialog_of()
    with qtbot.waitSignal(dialog.foreseen, timeout=20_000):
        dialog.form.author.setCurrentIndex(dialog.form.author.findData("firm"))
        dialog.form.author.activated.emit(dialog.form.author.currentIndex())
    assert dialog.foot.note.property("look") == "done"


def test_what_the_program_proposed_in_a_memo_is_to_be_looked_at_and_not_green(dialog_of, qtbot):
    dialog = dialog_of(reviewer="A. Okafor", initials="AO")
    with qtbot.waitSignal(dialog.foreseen, timeout=20_000):
        dialog.form.products.choose("memo")
    assert dialog.foot.note.property("look") == "hint"
    assert "3 to look at" in dialog.foot.note.text()
    assert len(links(dialog)) == 3
    with qtbot.waitSignal(dialog.foreseen, timeout=20_000):
        dialog._session.set_details("visit", law_as_of="2026-03-01", conclusion="May be published.", client="Harbour")
        dialog._changed()
    assert dialog.foot.note.property("look") == "done"


def test_a_link_leads_to_the_field(dialog_of, qtbot):
    dialog = dialog_of(reviewer="A. Okafor", initials="AO")
    with qtbot.waitSignal(dialog.foreseen, timeout=20_000):
        dialog.form.products.choose("memo")
    links(dialog)[1].click()
    details = dialog.findChild(DetailsDialog)
    assert details.focusWidget() is details.lines["law_as_of"]
    details.close()
