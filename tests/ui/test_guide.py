"""The user guide opens from Help, in the window's language, with its pictures, and asks nobody for anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QKeySequence, QTextDocument
from PySide6.QtTest import QTest

from ui.dialogs.guide_window import GuideWindow
from ui.guide import guide_path, headings
from ui.keys import held_keys

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
DOCS = Path(__file__).parent.parent.parent / "docs"
IMAGE = QTextDocument.ResourceType.ImageResource.value


@pytest.fixture
def guide(open_window, qtbot, request) -> Iterator[GuideWindow]:
    program = open_window(language=getattr(request, "param", "en"))
    program.window.actions_of["guide"].trigger()
    (found,) = program.window.findChildren(GuideWindow)
    qtbot.waitUntil(found.isVisible)
    yield found
    found.close()


@pytest.mark.parametrize(("guide", "title"), [("en", "User guide"), ("zh", "使用手册")], indirect=["guide"])
def test_help_opens_the_guide_in_the_windows_language(guide, title):
    assert guide.reader.toPlainText().startswith(title)
    assert guide.windowTitle() == title
    assert guide.contents.count() > 8


def test_the_contents_lead_to_their_headings(guide):
    row = next(row for row in range(guide.contents.count()) if guide.contents.item(row).text().strip() == "Sending out")
    guide.contents.itemClicked.emit(guide.contents.item(row))
    cursor = guide.reader.cursorForPosition(guide.reader.viewport().rect().topLeft() + guide.rect().topLeft())
    shown = [cursor.block().text(), cursor.block().next().text(), cursor.block().next().next().text()]
    assert "Sending out" in shown


def test_words_are_found_round_the_end_and_what_is_not_there_is_said(guide):
    QTest.keyClicks(guide.field, "letterhead")
    assert guide.reader.textCursor().selectedText().lower() == "letterhead"
    first = guide.reader.textCursor().position()
    QTest.keyClick(guide.field, Qt.Key.Key_Return)
    second = guide.reader.textCursor().position()
    QTest.keyClick(guide.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert guide.reader.textCursor().position() in (first, second)
    guide.field.setText("nowhere at all")
    assert guide.told.text() == "Not in the guide."


def test_pictures_are_the_guides_own_and_nothing_else_is_loaded(guide):
    picture = guide.reader.loadResource(IMAGE, QUrl("pictures/start-en.png"))
    assert isinstance(picture, QImage)
    assert picture.width() > 100
    for other in ("https://example.org/a.png", "../README.md", "file:///etc/hosts", "pictures/none.png"):
        assert guide.reader.loadResource(IMAGE, QUrl(other)) is None
    assert not guide.reader.openExternalLinks()


def test_a_link_to_the_other_language_opens_it_here_and_other_links_open_nothing(guide):
    guide.reader.anchorClicked.emit(QUrl("guide.zh.md"))
    assert guide.reader.toPlainText().startswith("使用手册")
    guide.reader.anchorClicked.emit(QUrl("https://example.org/"))
    assert guide.reader.toPlainText().startswith("使用手册")


def test_an_unknown_language_gets_english_and_a_missing_guide_is_said(open_window, monkeypatch):
    assert guide_path("fr") == DOCS / "guide.md"
    program = open_window()
    monkeypatch.setattr("ui.guide._folders", list)
    program.window.actions_of["guide"].trigger()
    assert program.window.status.left.text() == "The guide was not installed with the program."


def test_headings_in_code_are_none():
    assert headings("# T\n## One\n```\n## no\n```\n### Two `x`\n") == [(2, "One"), (3, "Two x")]


@pytest.mark.parametrize("name", ["guide.md", "guide.zh.md"])
def test_every_picture_of_a_guide_is_there_and_every_heading_can_be_gone_to(name):
    text = (DOCS / name).read_text(encoding="utf-8")
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", text)
    assert pictures
    assert [picture for picture in pictures if not (DOCS / picture).is_file()] == []
    titles = [title for _level, title in headings(text)]
    assert len(titles) == len(set(titles))


def test_tracked_pictures_take_eight_megabytes_at_most():
    assert sum(path.stat().st_size for path in (DOCS / "pictures").iterdir()) <= 8_000_000


_KEY = re.compile(r"`((?:Ctrl\+|Alt\+|Shift\+)+(?!Shift`|Alt`|Ctrl`)[^` ]+|F\d+|[A-Z])`")
_ARROWS = {"→": "Right", "←": "Left", "↑": "Up", "↓": "Down", "Enter": "Return"}
_QTS_OWN = {"Ctrl+Z", "Ctrl+A", "Ctrl+O"}


def unknown_keys(text: str, known: set[str]) -> list[str]:
    """The keys a guide names that nothing in the program answers to."""
    named = {key if key[-1] not in _ARROWS else key[:-1] + _ARROWS[key[-1]] for key in _KEY.findall(text)}
    named = {key.replace("Enter", "Return") for key in named}
    return sorted(key for key in named if QKeySequence(key).toString() not in known)


@pytest.mark.parametrize("name", ["guide.md", "guide.zh.md"])
def test_every_key_the_guide_names_is_one_of_the_programs(opened, name):
    known = {key.toString() for keys in opened.window.actions_of.keys().values() for key in keys}
    known |= set(held_keys()) | _QTS_OWN
    assert unknown_keys((DOCS / name).read_text(encoding="utf-8"), known) == []
    assert unknown_keys("Press `Ctrl+Alt+Shift+Q`, or `Ctrl+E`.", known) == ["Ctrl+Alt+Shift+Q"]
