"""Preferences: every answer holds at once, in the window and in the settings, and speaks the window's language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from ui.dialogs.preferences_dialog import PreferencesDialog
from ui.settings import Settings, load, save
from ui.text_scale import system_scale

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def dialog(opened, qtbot) -> Iterator[PreferencesDialog]:
    opened.window.actions_of["preferences"].trigger()
    (found,) = opened.window.findChildren(PreferencesDialog)
    qtbot.waitUntil(found.isVisible)
    yield found
    found.close()


def pick(dialog: PreferencesDialog, name: str, value: object) -> None:
    box = dialog.findChild(QComboBox, name)
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_a_mac_finds_the_command_in_the_programs_own_menu(opened):
    assert opened.window.actions_of["preferences"].menuRole() is QAction.MenuRole.PreferencesRole


def test_a_new_name_brings_its_initials_and_signs_the_next_note(dialog, opened, tmp_path):
    name = dialog.findChild(QLineEdit, "name")
    name.setText("Mary Ann Lee")
    name.editingFinished.emit()
    assert dialog.findChild(QLineEdit, "initials").text() == "MAL"
    initials = dialog.findChild(QLineEdit, "initials")
    initials.setText("ML")
    initials.editingFinished.emit()
    assert (opened.session.reviewer.name, opened.session.reviewer.initials) == ("Mary Ann Lee", "ML")
    assert load(tmp_path / "settings.toml").initials == "ML"


def test_the_language_changes_the_window_and_the_dialog_itself_without_a_restart(dialog, opened, qtbot):
    pick(dialog, "language", "zh")
    qtbot.waitUntil(lambda: dialog.windowTitle() == "首选项")
    assert opened.window.actions_of["export"].text() == "导出…"
    assert dialog.findChild(QComboBox, "theme").itemText(1) == "浅色"


def test_theme_size_and_the_defaults_of_an_export_are_kept(dialog, opened, tmp_path):
    for name, value in (("theme", "dark"), ("text_size", 20), ("profile", "outside"), ("signed", "firm")):
        pick(dialog, name, value)
    dialog.findChild(QCheckBox, "moves").click()
    kept = load(tmp_path / "settings.toml")
    assert (kept.theme, kept.text_size, kept.profile, kept.signed, kept.moves) == ("dark", 20, "outside", "firm", False)
    assert opened.window.look.theme.name == "dark"
    assert opened.window.work.policy.view.text_size() == 20


def test_what_was_opened_lately_can_be_forgotten(dialog, opened):
    assert opened.preferences.settings.recent
    dialog.findChild(QCheckBox, "keep_recent").click()
    assert (opened.preferences.settings.keep_recent, opened.preferences.settings.recent) == (False, ())


def test_the_words_of_the_window_grow_at_once(dialog, opened):
    pick(dialog, "scale", 200)
    assert opened.window.look.font(13).pixelSize() == 26
    assert opened.window.font().pixelSize() == 26
    pick(dialog, "scale", 100)
    assert opened.window.font().pixelSize() == 13


def test_a_jump_is_at_once_where_movement_is_not_wanted(opened):
    view = opened.window.work.policy.view
    opened.preferences.change(moves=False)
    assert not view._jump._may_move()
    opened.preferences.change(moves=True)


def test_keys_walk_through_the_dialog(dialog):
    dialog.findChild(QLineEdit, "name").setFocus()
    seen = []
    for _ in range(12):
        QTest.keyClick(dialog.focusWidget(), "\t")
        seen.append(dialog.focusWidget().objectName())
    assert {"initials", "language", "theme", "scale", "moves", "text_size", "profile"} <= set(seen)


def test_settings_out_of_their_bounds_are_the_usual_ones(tmp_path):
    path = tmp_path / "s.toml"
    save(path, Settings(scale=3, profile="everybody", signed="nobody"))
    kept = load(path)
    assert (kept.scale, kept.profile, kept.signed) == (0, "client", "person")


def test_a_mac_has_no_text_scale_and_no_system_more_than_twice():
    assert system_scale("darwin") == 1.0
    assert 1.0 <= system_scale("linux") <= 2.0
