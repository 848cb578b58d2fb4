"""Details, register, merging, closing, taking out, discreet mode: as a person at the window does them."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from annotations.matter import OpenMatter
from annotations.model import Reviewer, Severity
from documents.model import Span
from export.run import export
from export.writer import ExportOptions
from tests.ui.conftest import show
from ui.dialogs.details_dialog import DetailsDialog
from ui.dialogs.documents_dialog import DocumentsDialog, counts_words
from ui.dialogs.merging_dialog import MergingDialog
from ui.dialogs.register_dialog import WHOM, RegisterDialog
from ui.dialogs.remove_dialog import RemoveDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LINE = {"product": "memo", "file_name": "memo.docx", "sha256": "ab" * 32, "profile": "client", "language": "en"}


def the(program, kind: type[QDialog]):
    return next(found for found in program.window.findChildren(kind) if found.isVisible())


def asked(program, name: str, kind: type[QDialog]):
    program.window.actions_of[name].trigger()
    return the(program, kind)


@pytest.fixture
def second(opened, tmp_path, qtbot):
    path = tmp_path / "mail" / "Second.txt"
    path.write_text("1. Zaffre\nWe keep zaffre words for ever.\n", encoding="utf-8")
    show(opened, path, qtbot)
    return opened.session.document


# -- details ---------------------------------------------------------------------------------------------------------


def test_what_is_typed_into_the_details_is_kept_and_one_undo_takes_the_visit_back(opened, qtbot):
    dialog = asked(opened, "details", DetailsDialog)
    qtbot.keyClicks(dialog.lines["client"], "Harbour Ltd")
    dialog.keep()
    dialog.texts["scope"].setPlainText("The notice of 2026")
    dialog.language.setCurrentIndex(dialog.language.findData("zh"))
    dialog.accept()
    matter = opened.session.matter.matter()
    assert (matter.client, matter.scope, matter.language) == ("Harbour Ltd", "The notice of 2026", "zh")
    opened.session.undo()
    matter = opened.session.matter.matter()
    assert (matter.client, matter.scope, matter.language) == ("", "", "")


def test_details_typed_a_moment_ago_are_kept_when_the_matter_is_closed(opened):
    path = opened.session.path
    dialog = asked(opened, "details", DetailsDialog)
    dialog.lines["partner"].setText("王")
    opened.window.close_matter()
    with OpenMatter.open(path, Reviewer(""), lambda: datetime.now(UTC), read_only=True) as matter:
        assert matter.matter().partner == "王"


def test_an_undo_is_seen_in_the_open_details_and_looking_at_them_changes_nothing(opened):
    opened.session.matter.set_matter(language="zh-CN", scope="one \n")
    before = opened.session.matter.changes()
    dialog = asked(opened, "details", DetailsDialog)
    dialog.keep()
    assert opened.session.matter.changes() == before
    dialog.lines["firm"].setText("海晏")
    dialog.keep()
    opened.window.actions_of["undo"].trigger()
    assert dialog.lines["firm"].text() == ""


def test_details_are_completed_from_earlier_matters(opened, tmp_path, qtbot):
    earlier = tmp_path / "earlier.clausemark"
    with OpenMatter.create(earlier, Reviewer("A"), lambda: datetime.now(UTC)) as matter:
        matter.set_matter(firm="海晏律师事务所")
    opened.preferences.remember(earlier)
    dialog = asked(opened, "details", DetailsDialog)
    qtbot.waitUntil(lambda: dialog.lines["firm"].completer() is not None, timeout=5_000)
    completer = dialog.lines["firm"].completer()
    completer.setCompletionPrefix("海")
    assert completer.currentCompletion() == "海晏律师事务所"


# -- the register ----------------------------------------------------------------------------------------------------


def test_the_register_lists_what_was_sent_and_takes_who_it_went_to(opened):
    dialog = asked(opened, "register", RegisterDialog)
    assert dialog.empty.isVisible()
    assert not dialog.table.isVisible()
    opened.session.record_sent(LINE)
    assert dialog.table.isVisible()
    model = dialog.model
    assert model.data(model.index(0, 2)) == "memo.docx"
    assert model.flags(model.index(0, WHOM)) & Qt.ItemFlag.ItemIsEditable
    assert not model.flags(model.index(0, 2)) & Qt.ItemFlag.ItemIsEditable
    model.setData(model.index(0, WHOM), "Ms Chen")
    assert opened.session.matter.register()[0].sent_to == "Ms Chen"
    opened.window.actions_of["undo"].trigger()
    assert model.data(model.index(0, WHOM)) == ""
    dialog.copy_rows()
    assert "ab" * 32 in QGuiApplication.clipboard().text()


def test_the_register_is_saved_as_a_table_and_a_refusal_is_said(opened, tmp_path):
    opened.session.record_sent(LINE)
    dialog = asked(opened, "register", RegisterDialog)
    dialog.save_wanted.emit(tmp_path / "register.csv")
    assert "memo.docx" in (tmp_path / "register.csv").read_text("utf-8-sig")
    dialog.save_wanted.emit(tmp_path / "nowhere" / "register.csv")
    assert any("nowhere" in sentence for sentence in opened.window.messages.sentences)


def test_what_the_window_exports_stands_in_the_register(opened, tmp_path, clock):
    options = ExportOptions(reviewer=opened.session.reviewer, now=clock(), profile="client")
    opened.session.record_sent(export(opened.session.matter, tmp_path / "out.csv", "csv", options).sent)
    (one,) = opened.session.matter.register()
    assert (one.file_name, one.sent_by) == ("out.csv", "A. Okafor")


# -- documents -------------------------------------------------------------------------------------------------------


def test_the_list_of_documents_counts_what_is_open_and_shows_the_one_that_is_chosen(opened, second, qtbot):
    first = opened.session.documents()[0]
    opened.session.add_note([Span(0, 9)], Severity.HIGH)
    dialog = asked(opened, "documents", DocumentsDialog)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 2, timeout=5_000)
    assert dialog.chosen == second.uid
    assert counts_words(dialog.model.documents[1]) == "High 1"
    dialog.table.selectRow(0)
    dialog.show_it.click()
    assert opened.session.document.uid == first.uid


def test_a_document_that_was_taken_out_comes_back_by_one_undo(opened, second):
    dialog = asked(opened, "remove_document", RemoveDialog)
    dialog.go.click()
    assert [one.uid for one in opened.session.documents()] != [second.uid]
    assert len(opened.session.documents()) == 1
    opened.window.actions_of["undo"].trigger()
    assert len(opened.session.documents()) == 2


@pytest.mark.usefixtures("second")
def test_removing_for_good_is_asked_clearly_and_leaves_no_word(opened, qtbot):
    path = opened.session.path
    opened.session.add_note([Span(0, 9)], Severity.HIGH)
    copy = path.with_name(f"{path.stem} 2.clausemark")
    shutil.copyfile(path, copy)
    dialog = asked(opened, "remove_document", RemoveDialog)
    assert dialog.hide_it.isChecked()
    dialog.for_good.setChecked(True)
    assert dialog.go.text() == "Remove for good"
    with qtbot.waitSignal(opened.session.erased, timeout=10_000):
        dialog.go.click()
    assert len(opened.session.documents()) == 1
    assert b"zaffre" not in path.read_bytes()
    qtbot.waitUntil(lambda: any(copy.name in said for said in opened.window.messages.sentences), timeout=5_000)
    assert opened.session.matter.check() == ()


# -- copies ----------------------------------------------------------------------------------------------------------


def take_in(window, copy, qtbot):
    with qtbot.waitSignal(window.session.united, timeout=10_000):
        window.copies.take_in(copy)
        dialog = next(one for one in window.findChildren(MergingDialog) if one.isVisible())
        qtbot.waitUntil(dialog.take.isEnabled, timeout=10_000)
        dialog.take.click()


def test_a_conflicted_copy_is_noticed_merged_and_moved_aside_when_asked(opened, qtbot):
    path = opened.session.path
    opened.window.close_matter()
    copy = path.with_name(f"{path.stem}-LAPTOP7.clausemark")
    shutil.copyfile(path, copy)
    with OpenMatter.open(copy, Reviewer("B"), lambda: datetime.now(UTC)) as theirs:
        theirs.add_note(theirs.document().uid, issue="theirs")
    window = opened.window
    window.open_file(path)
    qtbot.waitUntil(lambda: any(copy.name in said for said in window.messages.sentences), timeout=5_000)
    take_in(window, copy, qtbot)
    assert [note.issue for note in opened.session.notes] == ["theirs"]
    assert copy.exists()
    with OpenMatter.open(copy, Reviewer("B"), lambda: datetime.now(UTC)) as theirs:
        theirs.add_note(theirs.document().uid, issue="theirs, later")
    window.copies.move_aside(copy)
    assert copy.exists()
    take_in(window, copy, qtbot)
    window.copies.move_aside(copy)
    assert not copy.exists()
    assert (path.parent / "merged copies" / copy.name).exists()
    assert any("1 new notes" in said for said in window.messages.sentences)


def test_a_copy_with_nothing_new_is_not_spoken_of(opened, qtbot):
    path = opened.session.path
    opened.window.close_matter()
    shutil.copyfile(path, path.with_name(f"{path.stem} 2.clausemark"))
    opened.window.open_file(path)
    qtbot.waitUntil(lambda: not opened.tasks.busy, timeout=5_000)
    assert not any("copy" in said for said in opened.window.messages.sentences)


# -- closing ---------------------------------------------------------------------------------------------------------


def test_a_matter_is_closed_into_a_folder_and_says_what_is_in_it(opened, tmp_path, qtbot):
    opened.window.matter_wishes.close_into(tmp_path / "archive")
    qtbot.waitUntil((tmp_path / "archive").exists, timeout=10_000)
    qtbot.waitUntil(lambda: any("archive" in said for said in opened.window.messages.sentences), timeout=5_000)
    assert (tmp_path / "archive" / "SHA256SUMS").exists()


# -- discreet mode ---------------------------------------------------------------------------------------------------


def names_shown(program) -> str:
    window = program.window
    tabs = window.work.tabs
    menu = window._menus._menus["recent"]
    found = [window.windowTitle(), *window.work.top.breadcrumb.parts, window.windowFilePath()]
    found += [tabs.tabText(at) + tabs.tabToolTip(at) for at in range(tabs.count())]
    found += [action.text() for action in menu.actions()]
    found += [button.text() + button.toolTip() + button.accessibleName() for button in window.start.recent.rows()]
    return " ".join(found)


def test_discreet_mode_shows_no_name_anywhere_and_gives_them_back(opened, second):
    assert second.title
    opened.window.recents.show()
    assert "Harbour" in names_shown(opened)
    opened.window.actions_of["discreet"].setChecked(True)
    opened.window.recents.show()
    told = names_shown(opened)
    for word in ("Harbour", "Second", str(Path.home().name), "Clausemark/"):
        assert word not in told
    assert "Document 2" in told
    opened.window.actions_of["discreet"].setChecked(False)
    assert "Harbour" in names_shown(opened)


def test_the_recent_list_can_be_emptied_and_switched_off(opened):
    acts, preferences = opened.window.actions_of, opened.preferences
    assert preferences.settings.recent
    acts["empty_recent"].trigger()
    assert preferences.settings.recent == ()
    path = opened.session.path
    opened.window.close_matter()
    opened.window.open_file(path)
    assert preferences.settings.recent == (str(path),)
    acts["keep_recent"].trigger()
    assert preferences.settings.recent == ()
    opened.window.close_matter()
    opened.window.open_file(path)
    assert preferences.settings.recent == ()
