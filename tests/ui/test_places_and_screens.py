"""A window fits the screen it is on; a recent matter says where it lies as far as there is room."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize

from ui.dialog import fitting
from ui.look import Look
from ui.panels.recent_list import RecentMatter, RecentRow
from ui.theme import LIGHT

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_no_window_is_larger_than_a_small_screen():
    assert fitting(QSize(1280, 800), QSize(800, 600)) == QSize(784, 560)
    assert fitting(QSize(640, 480), QSize(1920, 1080)) == QSize(640, 480)


def test_a_short_name_leaves_its_room_to_the_end_of_the_place(qtbot):
    row = RecentRow("Notice", Look(LIGHT, "en"), None)
    qtbot.addWidget(row)
    row.resize(700, 32)
    row.show()
    place = Path("/srv/clients/Harbour Holdings/2026/privacy review")
    row.show_matter(RecentMatter(place / "Notice.clausemark"), discreet=False)
    assert row._where.text().endswith("2026/privacy review")
    row.resize(240, 32)
    assert row._where.maximumWidth() == 136
