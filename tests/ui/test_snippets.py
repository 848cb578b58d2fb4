"""A reviewer's own texts: a name and Tab in any text field, or the menu at the caret; kept in the settings."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from annotations.model import Severity
from documents.model import Span
from ui.dialogs.snippets_dialog import SnippetsDialog
from ui.models.snippets import cleaned, meant
from ui.settings import load

SNIPPETS = {"gdpr": "Name the recipients (GDPR Art. 13).", "告知": "应逐项告知接收方。", "\U0001f469x": "emoji"}


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("see gdpr", "gdpr"),
        ("See GDPR", "gdpr"),
        ("eugdpr", ""),
        ("（gdpr", "gdpr"),
        ("甲方gdpr", "gdpr"),
        ("请告知", "告知"),
        ("gdpr ", ""),
        ("", ""),
    ],
)
def test_a_name_is_known_where_it_ends_at_the_caret_and_begins_a_word(before, name):
    assert meant(before, SNIPPETS) == name


def test_the_longer_of_two_names_is_meant():
    assert meant("see art 13", ("13", "art 13")) == "art 13"


def test_names_without_a_text_and_texts_without_a_name_are_not_kept():
    assert cleaned({" b  c ": "x", "a": "y", "": "z", "d": " "}) == {"a": "y", "b c": "x"}


@pytest.fixture
def typing(open_window, policy_file, qtbot):
    program = open_window(reviewer="A. Okafor", initials="AO", snippets=SNIPPETS)
    with qtbot.waitSignal(program.session.document_changed, timeout=10_000):
        program.window.open_file(policy_file)
    start = program.session.policy.text.index("trusted third parties")
    note = program.session.add_note((Span(start, start + 21),), Severity.HIGH)
    program.window.work.open_note(note.uid, "issue")
    return program


def field_of(program, name):
    return program.window.work.notes.list.editor.fields[name]


def test_a_name_and_tab_give_the_text_and_undo_gives_the_name_back(typing):
    issue = field_of(typing, "issue")
    issue.insertPlainText("First \U0001f469 ")
    QTest.keyClicks(issue, "gdpr")
    QTest.keyClick(issue, Qt.Key.Key_Tab)
    assert issue.toPlainText() == "First \U0001f469 Name the recipients (GDPR Art. 13)."
    assert issue.hasFocus()
    QTest.keyClick(issue, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert issue.toPlainText().endswith(" gdpr")
    QTest.keyClick(issue, Qt.Key.Key_Tab)
    typing.window.finish_typing()
    assert typing.session.notes[0].issue.endswith("Art. 13).")


def test_tab_goes_on_where_no_name_stands(typing):
    issue = field_of(typing, "issue")
    QTest.keyClicks(issue, "plain words")
    QTest.keyClick(issue, Qt.Key.Key_Tab)
    assert issue.toPlainText() == "plain words"
    assert not issue.hasFocus()


def test_a_field_of_one_line_takes_snippets_too(typing):
    category = field_of(typing, "category")
    typing.window.work.open_note(typing.session.notes[0].uid, "category")
    category.setFocus()
    category.setText("须告知")
    QTest.keyClick(category, Qt.Key.Key_Tab)
    assert category.text() == "须应逐项告知接收方。"
    find = typing.window.work.top.find_field
    find.setFocus()
    QTest.keyClicks(find, "gdpr")
    QTest.keyClick(find, Qt.Key.Key_Tab)
    assert find.text() == "Name the recipients (GDPR Art. 13)."


@pytest.mark.qt_log_ignore("does not support")
def test_the_menu_at_the_caret_writes_the_chosen_text(typing):
    issue = field_of(typing, "issue")
    QTest.keyClicks(issue, "Please: ")
    typing.window.actions_of["insert_snippet"].trigger()
    (menu,) = [menu for menu in typing.window.findChildren(QMenu) if menu.isVisible()]
    next(action for action in menu.actions() if action.text().startswith("告知")).trigger()
    menu.close()
    assert issue.toPlainText() == "Please: 应逐项告知接收方。"


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_a_text_is_made_changed_and_kept_in_the_settings_file(typing, tmp_path):
    typing.window.actions_of["snippets"].trigger()
    dialog = typing.window.findChild(SnippetsDialog)
    dialog.add.click()
    QTest.keyClicks(dialog.name, "dpo")
    dialog.text.setFocus()
    QTest.keyClicks(dialog.text, "Name the officer.")
    dialog.list.setCurrentRow(0)
    assert dialog.name.text() == "gdpr"
    dialog.remove.click()
    dialog.take.click()
    kept = load(tmp_path / "settings.toml").snippets
    assert kept == {"dpo": "Name the officer.", "告知": SNIPPETS["告知"], "\U0001f469x": "emoji"}


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_what_was_changed_is_forgotten_on_cancel(typing):
    typing.window.actions_of["snippets"].trigger()
    dialog = typing.window.findChild(SnippetsDialog)
    dialog.remove.click()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dict(typing.preferences.settings.snippets) == SNIPPETS
