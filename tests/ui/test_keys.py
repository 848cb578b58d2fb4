"""What can I press: every key is told, may be changed, and never clashes with another or with an input method."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow

from ui.actions import MENUS
from ui.dialogs.keys_dialog import KeysDialog
from ui.keys import FORBIDDEN, held_keys, parse, verdict
from ui.settings import load

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def dialog(opened, qtbot) -> Iterator[KeysDialog]:
    opened.window.actions_of["shortcuts"].trigger()
    (found,) = opened.window.findChildren(KeysDialog)
    qtbot.waitUntil(found.isVisible)
    yield found
    found.close()


def choose(dialog: KeysDialog, name: str) -> None:
    row = next(row for row in dialog._rows() if row.data(0, Qt.ItemDataRole.UserRole) == name)
    dialog.tree.setCurrentItem(row)


def keys(program, name: str) -> list[str]:
    return [key.toString() for key in program.window.actions_of.keys()[name]]


def shown(dialog: KeysDialog) -> set[str]:
    return {row.text(0) for row in dialog._rows() if not row.isHidden()}


# -- clashes ---------------------------------------------------------------------------------------------------------


def clashes(window: QMainWindow, more: tuple[QAction, ...] = ()) -> list[str]:
    """Every key that two commands of the same reach have, that a menu opens by, or that input methods need."""
    work = window.work
    actions = [*window.actions_of.all(), *more]
    taken: dict[str, str] = {}
    found = []
    for action in actions:
        for key in (key.toString() for key in action.shortcuts()):
            if key in FORBIDDEN:
                found.append(f"{action.text()}: {key} belongs to input methods")
            if key in taken:
                found.append(f"{key}: {taken[key]} and {action.text()}")
            taken[key] = action.text()
    mnemonics = [f"Alt+{title[title.index('&') + 1].upper()}" for title in menu_titles(window)]
    found += [f"menu {key} twice" for key in set(mnemonics) if mnemonics.count(key) > 1]
    own = {key.toString(): action.text() for action in own_actions(work.top.find_field) for key in action.shortcuts()}
    for key, owner in own.items():
        if key in mnemonics or key in taken:
            found.append(f"{key}: {owner} and {taken.get(key, 'a menu')}")
    return found + [f"{key}: {taken[key]} and a menu" for key in mnemonics if key in taken]


def own_actions(widget) -> list[QAction]:
    return widget.menu.actions()


def menu_titles(window: QMainWindow) -> list[str]:
    return [action.text() for action in window.menuBar().actions() if "&" in action.text()]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_two_commands_menus_or_fields_have_the_same_keys(opened, language):
    opened.preferences.change(language=language)
    assert clashes(opened.window) == []
    assert len(menu_titles(opened.window)) == len(MENUS)


@pytest.mark.parametrize("keys", ["Ctrl+E", "Ctrl+Space", "Ctrl+Shift+F", "Alt+C", "Alt+F"])
def test_a_planted_clash_is_found(opened, keys):
    planted = QAction("planted", opened.window)
    planted.setShortcut(QKeySequence(keys))
    assert any(keys in fault for fault in clashes(opened.window, (planted,)))


def test_a_planted_clash_of_two_menus_is_found(opened):
    opened.window.menuBar().actions()[0].setText("&Edit")
    assert "menu Alt+E twice" in clashes(opened.window)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_key_that_the_sheet_calls_fixed_is_no_commands(opened, language):
    opened.preferences.change(language=language)
    commands = {key.toString() for name, found in opened.window.actions_of.keys().items() for key in found
                if name not in ("copy", "select_all", "open_note")}  # fmt: skip
    assert commands.isdisjoint(held_keys())


# -- the sheet -------------------------------------------------------------------------------------------------------


def test_the_sheet_lists_every_command_of_the_menus_and_the_keys_of_reading_and_marking(dialog, opened):
    named = {row.data(0, Qt.ItemDataRole.UserRole) for row in dialog._rows()} - {""}
    groups = set(opened.window.actions_of.groups()) | {"recent", ""}
    assert named == {name for _menu, names in MENUS for name in names} - groups
    assert "Risk of the selected words, or of the current note" in shown(dialog)
    assert "Case, width, whole words, regular expression" in shown(dialog)


@pytest.mark.parametrize(("words", "found"), [("unread", "Next unread clause"), ("ctrl+e", "Export")])
def test_a_command_is_found_by_its_name_or_its_keys(dialog, words, found):
    QTest.keyClicks(dialog.search, words)
    assert found in shown(dialog)
    assert len(shown(dialog)) < 4


def test_keys_are_changed_by_pressing_them_and_hold_at_once_and_at_the_next_start(dialog, opened, tmp_path):
    choose(dialog, "export")
    QTest.keyClick(dialog.tree, Qt.Key.Key_Return)
    assert dialog.field.hasFocus()
    QTest.keyClick(dialog.field, Qt.Key.Key_F12)
    dialog.take.click()
    assert keys(opened, "export") == ["F12"]
    assert "F12" in opened.window.actions_of["export"].toolTip()
    assert load(tmp_path / "settings.toml").keys == {"export": "F12"}


def test_chosen_keys_are_there_at_the_next_start(open_window):
    program = open_window(keys={"export": "F12", "open": "", "no such command": "F8"})
    assert keys(program, "export") == ["F12"]
    assert keys(program, "open") == []


def test_a_clash_is_told_and_the_other_command_loses_the_keys_only_when_they_are_taken(dialog, opened):
    choose(dialog, "find_next")
    dialog.begin()
    QTest.keyClick(dialog.field, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert "Export" in dialog.told.text()
    assert keys(opened, "export") == ["Ctrl+E"]
    dialog.take.click()
    assert (keys(opened, "find_next"), keys(opened, "export")) == (["Ctrl+E"], [])
    choose(dialog, "export")
    dialog.back.click()
    assert (keys(opened, "find_next"), keys(opened, "export")) == ([], ["Ctrl+E"])
    dialog.all_back.click()
    assert keys(opened, "find_next") == ["F3"]


@pytest.mark.parametrize("written", [*FORBIDDEN, "1", "Esc", "J", "Alt+C", "Alt+F", "Tab"])
def test_keys_of_input_methods_and_fixed_ones_are_refused(dialog, opened, written):
    assert not verdict(QKeySequence(written), "export", opened.window.actions_of).allowed
    choose(dialog, "export")
    dialog.begin()
    dialog.field.keys = QKeySequence(written)
    dialog.use()
    assert keys(opened, "export") == ["Ctrl+E"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Meta])
def test_a_modifier_alone_is_refused(dialog, key):
    choose(dialog, "export")
    dialog.begin()
    QTest.keyClick(dialog.field, key)
    assert not dialog.take.isEnabled()
    assert "alone" in dialog.told.text()


def test_esc_gives_up_and_changes_nothing(dialog, opened):
    choose(dialog, "export")
    dialog.begin()
    QTest.keyClick(dialog.field, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.tree.hasFocus()
    assert keys(opened, "export") == ["Ctrl+E"]


def test_a_command_may_have_no_keys(dialog, opened):
    choose(dialog, "export")
    dialog.begin()
    dialog.none.click()
    assert keys(opened, "export") == []


def test_fixed_keys_cannot_be_changed_and_say_so(dialog):
    row = next(row for row in dialog._rows() if not row.data(0, Qt.ItemDataRole.UserRole))
    dialog.tree.setCurrentItem(row)
    assert not dialog.change.isEnabled()
    assert dialog.told.text() == "These keys cannot be changed."


def test_what_is_no_key_in_the_settings_is_passed_over():
    assert parse("no key at all") == []
    assert [key.toString() for key in parse("Ctrl+E; F7")] == ["Ctrl+E", "F7"]
