"""The outline keeps the width that a person chose, and its titles the room that nothing else needs."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QSplitter

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def splitter_of(program):
    return program.window.work.area.findChild(QSplitter)


def settled(window, width):
    window.resize(width, 800)
    QApplication.processEvents()


def test_what_the_window_squeezes_is_not_kept_and_comes_back(opened):
    window, area = opened.window, opened.window.work.area
    settled(window, 1280)
    assert splitter_of(opened).sizes()[0] == 224
    area.show_notes(shown=True)
    settled(window, 760)
    area.show_outline(shown=True)
    area.show_notes(shown=True)
    settled(window, 700)
    assert area.widths()[0] == 224
    settled(window, 1280)
    area.show_outline(shown=True)
    assert splitter_of(opened).sizes()[0] == 224


def test_what_is_dragged_is_kept(opened):
    splitter = splitter_of(opened)
    settled(opened.window, 1280)
    splitter.moveSplitter(300, 1)
    assert opened.window.work.area.widths()[0] == 300
    settled(opened.window, 1400)
    assert splitter.sizes()[0] == 300
