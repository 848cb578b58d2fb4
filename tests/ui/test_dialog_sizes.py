"""Dialogs grow with the letters of the window they belong to, and with no other's."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog

from tests.ui.conftest import finish
from tests.ui.everyone import crowded, cut_words
from ui.app import build
from ui.dialog import Dialog
from ui.dialogs.export_dialog import ExportDialog
from ui.settings import Settings, save

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def shown_size() -> tuple[int, int]:
    dialog = QDialog()
    dialog.resize(300, 200)
    dialog.show()
    size = dialog.width(), dialog.height()
    dialog.close()
    dialog.deleteLater()
    return size


def test_a_dialog_grows_while_the_letters_are_large(open_window):
    open_window(scale=200)
    assert shown_size() == (600, 400)


def test_after_a_window_of_large_letters_ended_nothing_grows(qapp, tmp_path, clock):
    save(tmp_path / "settings.toml", Settings(language="en", theme="light", scale=200))
    program = build(qapp, tmp_path / "settings.toml", tmp_path / "Documents", clock)
    program.window.show()
    finish(program)
    assert shown_size() == (300, 200)


def test_the_export_window_can_be_as_small_as_a_small_screen_and_shows_the_whole_page(opened, qtbot):
    opened.window.actions_of["export"].trigger()
    (dialog,) = opened.window.findChildren(ExportDialog)
    qtbot.waitUntil(lambda: dialog.shown is not None)
    dialog.resize(760, 520)
    qtbot.wait(20)
    assert (dialog.width(), dialog.height()) == (760, 520)
    sheet = dialog.preview._sheet
    assert sheet.shown_size()[0] <= sheet.width()
    assert sheet.shown_size()[1] <= sheet.height()
    assert sheet.shown_size()[1] < sheet.page.size[1]
    assert cut_words(dialog.foot) + crowded(dialog.foot) == []
    dialog.close()


def test_a_dialog_larger_than_the_screen_is_made_to_fit_it(opened, monkeypatch):
    monkeypatch.setattr("ui.dialog._is_seen", lambda: True)
    dialog = Dialog(opened.window)
    dialog.resize(5000, 4000)
    dialog.show()
    room = dialog.screen().availableSize()
    assert dialog.width() < room.width()
    assert dialog.height() < room.height()
    dialog.close()
