"""A list that drops down shows its last entry whole."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.dialogs.export_choices import ArrowCombo
from ui.look import Look
from ui.style_sheet import style_sheet
from ui.theme import LIGHT

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)", "grabbing the keyboard")


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("entries", [2, 6])
def test_the_last_entry_is_seen_whole_and_nothing_scrolls(qtbot, scale, entries):
    page = QWidget()
    qtbot.addWidget(page)
    combo = ArrowCombo(Look(LIGHT, "en", scale), page)
    combo.addItems([f"Entry {number}" for number in range(entries)])
    QVBoxLayout(page).addWidget(combo)
    page.setStyleSheet(style_sheet(LIGHT, scale))
    page.show()
    combo.showPopup()
    QApplication.processEvents()
    view = combo.view()
    last = view.visualRect(view.model().index(entries - 1, 0))
    assert view.verticalScrollBar().maximum() == 0
    assert last.bottom() <= view.viewport().height()
    combo.hidePopup()
