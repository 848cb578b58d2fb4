"""Days and moments are written as people of the window's language write them, everywhere alike."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotations.model import Visibility
from annotations.search import AROUND
from ui.dialogs.export_choices import Segments
from ui.dialogs.hit_lines import HitLine
from ui.dialogs.register_dialog import WHEN, RegisterModel
from ui.moments import day_words, moment_words

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
MOMENT = datetime(2026, 11, 2, 9, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "day", "moment"),
    [("en", "2 November 2026", "2 November 2026, 09:05"), ("zh", "2026年11月2日", "2026年11月2日 09:05")],
)
def test_a_day_and_a_moment_are_written_out(language, day, moment):
    assert day_words(MOMENT.date(), language) == day
    assert moment_words(MOMENT, language) == moment


def test_the_register_shows_the_moment_written_out_and_copies_it_as_a_spreadsheet_knows_it(opened):
    opened.session.record_sent({"product": "memo", "file_name": "memo.docx", "sha256": "12" * 32, "profile": "client"})
    model = RegisterModel(opened.session)
    sent = model.sent[0].sent
    assert model.data(model.index(0, WHEN)) == moment_words(sent, "en")
    assert model.cells(0)[WHEN] == f"{sent:%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        (
            "rmation about you, such as the ",
            " brokers and social networks wh",
            ("… about you, such as the ", " brokers and social networks …"),
        ),
        ("short ", " words.", ("short ", " words.")),
        (
            "收集您的个人信息并且在您同意之后才会向第三方提供您的个人信息",
            "。",
            ("… 收集您的个人信息并且在您同意之后才会向第三方提供您的个人信息", "。"),
        ),
    ],
)
def test_what_stands_round_a_hit_begins_and_ends_with_a_whole_word(before, after, shown):
    before, after = before[-AROUND:], after[:AROUND]
    line = HitLine("4.2", f"{before}data{after}", len(before), len(before) + 4, None, None)
    assert line.parts() == (shown[0][-99:], "data", shown[1])


def test_tab_stops_at_the_value_that_is_chosen(qtbot):
    switch = Segments([(one, one.value) for one in Visibility], Visibility.CLIENT)
    qtbot.addWidget(switch)
    switch.show()
    switch.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is switch)
    QTest.keyClick(switch, Qt.Key.Key_Tab)
    assert switch.focusWidget().text() == "client"
    QTest.keyClick(switch.focusWidget(), Qt.Key.Key_Right)
    assert switch.value is Visibility.OUTSIDE
    assert switch.focusWidget().text() == "outside"
