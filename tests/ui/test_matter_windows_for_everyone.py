"""The windows about a matter for everyone: said aloud, got to by keys, and no word cut, in both languages."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog

from tests.ui.everyone import cut_words, unreachable, unsaid

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LINE = {"product": "memo", "file_name": "memo.docx", "sha256": "12" * 32, "profile": "client", "language": "en"}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_control_is_said_and_reached_and_no_word_is_cut(opened, qtbot, language):
    window = opened.window
    opened.preferences.change(language=language)
    opened.session.record_sent(LINE)
    told: dict[str, list[str]] = {}
    for name in ("documents", "register", "details", "remove_document"):
        window.actions_of[name].trigger()
        qtbot.wait(200)
        for dialog in window.findChildren(QDialog):
            if dialog.isVisible():
                told[name] = unsaid(dialog) + unreachable(dialog) + cut_words(dialog)
                dialog.reject()
    window.actions_of["side_by_side"].trigger()
    panel = window.side_by_side._panel
    told["beside"] = unsaid(panel) + cut_words(panel)
    assert len(told) == 5
    assert {name: faults for name, faults in told.items() if faults} == {}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_recent_list_is_said_and_no_word_of_it_is_cut(opened, qtbot, language):
    window = opened.window
    opened.preferences.change(language=language)
    window.close_matter()
    recent = window.start.recent
    qtbot.waitUntil(lambda: all(row._read.text() for row in recent.rows()), timeout=10_000)
    qtbot.wait(20)  # the rows are laid out after their words have come
    assert recent.rows()
    assert unsaid(recent) + unreachable(recent) + cut_words(recent) == []
