"""Dialogs grow with the letters of the window they belong to, and with no other's."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog

from tests.ui.conftest import finish
from ui.app import build
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
