"""Pasting as new document: what is on the clipboard, what of it is struck, and the document that is kept."""

from __future__ import annotations

import hashlib

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication

from ui.dialogs.paste_dialog import PasteDialog
from ui.pasting import clipping_of

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

CHAT = (
    "张三 2024-05-01 10:22\n[图片]\n云杉记账隐私政策\n\n一、我们如何\u2005收集 信息\n"
    "我们收集您的手机号，用于 登录。\n昨天 18:03\n2024年5月1日"
)
PAGE = "<h1>Notice</h1><p>Jo Smith 10:22 AM</p><h2>1. Data</h2><p>We keep it.</p><ol><li>by mail</li></ol>"


@pytest.fixture
def copied(qapp):  # noqa: ARG001 - the clipboard needs it
    """Put something on the clipboard; it is emptied afterwards."""

    def copy(text: str = "", html: str = "", address: str = "") -> QMimeData:
        mime = QMimeData()
        if text:
            mime.setText(text)
        if html:
            mime.setHtml(html)
        if address:
            mime.setData("chromium/x-source-url", address.encode())
        QGuiApplication.clipboard().setMimeData(mime)
        return mime

    yield copy
    QGuiApplication.clipboard().clear()


@pytest.fixture
def paste(open_window, qtbot):
    """Open the dialog as its action does, and wait until the clipboard has been read."""
    program = open_window(reviewer="A. Okafor", initials="AO")

    def start() -> tuple[object, PasteDialog]:
        program.window.actions_of["paste"].trigger()
        dialog = program.window.findChildren(PasteDialog)[-1]
        qtbot.waitUntil(lambda: "Reading" not in dialog.hint.text(), timeout=20_000)
        return program, dialog

    return start


def rows(dialog: PasteDialog) -> list[str]:
    return [dialog.model.index(row).data() for row in range(dialog.model.rowCount())]


def struck(dialog: PasteDialog) -> list[str]:
    return [words for row, words in enumerate(rows(dialog)) if dialog.model.is_struck(row)]


def test_what_a_chat_puts_in_is_struck_and_the_rest_is_reviewed(copied, paste, qtbot):
    copied(CHAT)
    program, dialog = paste()
    assert struck(dialog) == ["张三 2024-05-01 10:22", "[图片]", "昨天 18:03"]
    assert dialog.name.text() == "云杉记账隐私政策"
    with qtbot.waitSignal(program.session.document_changed, timeout=20_000):
        dialog.take.click()
    session = program.session
    assert session.policy.text == (
        "云杉记账隐私政策\n\n一、我们如何收集信息\n我们收集您的手机号，用于登录。\n2024年5月1日"
    )
    version = session.document.latest
    assert version.file_name == "云杉记账隐私政策.txt"
    assert hashlib.sha256(CHAT.encode()).hexdigest() in version.received_how
    assert ": 3" in version.received_how
    assert session.matter.original(version.uid).decode() == session.policy.text


def test_a_line_that_was_struck_can_be_kept_and_the_spaces_too(copied, paste, qtbot):
    copied(CHAT)
    program, dialog = paste()
    dialog.fold.setChecked(False)
    dialog.model.strike([0, 1], struck=False)
    with qtbot.waitSignal(program.session.document_changed, timeout=20_000):
        dialog.accept()
    assert program.session.policy.text == CHAT.replace("昨天 18:03\n", "")


def test_text_of_which_nothing_is_struck_is_kept_byte_by_byte(copied, paste, qtbot):
    copied("1. Scope\nWe keep it.")
    program, dialog = paste()
    with qtbot.waitSignal(program.session.document_changed, timeout=20_000):
        dialog.accept()
    version = program.session.document.latest
    assert program.session.matter.original(version.uid) == b"1. Scope\nWe keep it."
    assert version.received_how == "pasted as text"


def test_a_copied_page_keeps_headings_and_lists_and_says_its_address(copied, paste, qtbot):
    copied("Notice\nWe keep it.", PAGE, "https://a.example/notice")
    program, dialog = paste()
    assert dialog.as_page.isChecked()
    assert struck(dialog) == ["Jo Smith 10:22 AM"]
    with qtbot.waitSignal(program.session.document_changed, timeout=20_000):
        dialog.accept()
    policy = program.session.policy
    assert [block.label for block in policy.blocks if "by mail" in block.span.of(policy.text)] == ["1."]
    assert "Smith" not in policy.text
    assert policy.origin == "https://a.example/notice"


def test_the_other_reading_of_the_clipboard_can_be_chosen(copied, paste, qtbot):
    copied("Notice\nas text", PAGE)
    _, dialog = paste()
    dialog.as_text.click()
    qtbot.waitUntil(lambda: rows(dialog) == ["Notice", "as text"], timeout=20_000)
    assert dialog.file_name.endswith(".txt")


def test_words_that_only_chat_programs_dress_as_a_page_are_read_as_text(copied, paste, qtbot):
    copied("第一行\n第二行", "<div>第一行</div><div>第二行</div>")
    _, dialog = paste()
    qtbot.waitUntil(lambda: dialog.as_text.isChecked() and dialog.model.rowCount() == 2, timeout=20_000)


def test_an_empty_clipboard_is_said_and_ctrl_v_takes_what_is_copied_later(copied, paste, qtbot):
    QGuiApplication.clipboard().clear()
    _, dialog = paste()
    assert not dialog.take.isEnabled()
    assert "nothing to paste" in dialog.hint.text()
    copied("1. Scope")
    qtbot.keyClick(dialog.list, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(dialog.take.isEnabled, timeout=20_000)


def test_with_every_line_struck_there_is_nothing_to_review(copied, paste):
    copied("1. Scope\nWords")
    _, dialog = paste()
    dialog.model.strike([0, 1], struck=True)
    assert not dialog.take.isEnabled()


def test_the_clipboard_is_read_as_it_is(copied):
    mime = copied("a", "<p>a</p>", "https://a.example/\0")
    clipping = clipping_of(mime)
    assert (clipping.text, clipping.address) == ("a", "https://a.example/")
    assert "<p>a</p>" in clipping.html
