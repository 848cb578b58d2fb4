"""The windows about a matter for everyone: said aloud, got to by keys, and no word cut, in both languages."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog

from annotations.model import Severity
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


@pytest.mark.parametrize("scale", [100, 200])
def test_the_name_of_a_recent_matter_stands_beside_what_is_told_of_it_not_under_it(opened, qtbot, scale):
    opened.preferences.change(scale=scale)
    opened.session.add_note((), Severity.HIGH)
    opened.session.add_note((), Severity.LOW)
    window = opened.window
    window.resize(1280, 800)
    long = opened.session.path.with_name("A matter of a name longer than there is room for in a line.clausemark")
    window.close_matter()
    opened.preferences.change(recent=(str(opened.preferences.settings.recent[0]), str(long)))
    window.recents.show()
    recent = window.start.recent
    qtbot.waitUntil(lambda: any(row._read.text() for row in recent.rows()), timeout=10_000)
    qtbot.wait(20)
    for row in recent.rows():
        ends = row.iconSize().width() + row.fontMetrics().horizontalAdvance(row.text()) + 12
        assert ends <= row._counts.x(), row.text()
