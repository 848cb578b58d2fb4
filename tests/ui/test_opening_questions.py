"""What a file asks before it opens: its password, which of its parts; and what is said about how it was read."""

from __future__ import annotations

import hashlib
import io
import zipfile
from email.message import EmailMessage
from importlib import import_module

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from annotations.model import Severity
from documents.model import Span
from ui.dialogs.export_dialog import ExportDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

SECRET = "open sesame"
PAGE = (
    "<html><body><nav>" + "<a href='/a'>Shop now</a> " * 30 + "</nav><main><h1>Privacy</h1>"
    + "<p>We use your data for whatever we find useful, and tell nobody.</p>" * 12 + "</main></body></html>"
)  # fmt: skip


def word_file() -> bytes:
    document = docx.Document()
    document.add_heading("Privacy notice", 1)
    for number in range(60):  # enough for the library that locks it
        document.add_paragraph(f"Clause {number}: we may do what we like with item {number * number}.")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def locked(data: bytes) -> bytes:
    file = io.BytesIO()
    import_module("msoffcrypto.format.ooxml").OOXMLFile(io.BytesIO(data)).encrypt(SECRET, file)
    return file.getvalue()


def mail(files: dict[str, bytes], words: str = "Please look at these.\n") -> bytes:
    message = EmailMessage()
    message["From"] = "Jo Field <jo@client.example>"
    message["Subject"] = "Our policies"
    message["Date"] = "Thu, 12 Mar 2026 09:05:00 +0800"
    message.set_content(words)
    for name, data in files.items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return bytes(message)


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.fixture
def bring(open_window, tmp_path, qtbot):
    """Open bytes under a name in a fresh window and wait until it is in, refused, or asks something."""
    program = open_window(reviewer="A. Okafor", initials="AO")

    def opening(name: str, data: bytes):
        path = tmp_path / "in" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        program.window.open_file(path)
        waiting(qtbot, program)
        return program

    yield opening
    if program.window.reception.question is not None:
        program.window.reception.question.reject()


def waiting(qtbot, program):
    arrivals, reception = program.session.arrivals, program.window.reception
    qtbot.waitUntil(lambda: not arrivals.busy or reception.question is not None, timeout=20_000)


def names(program):
    return sorted(document.latest.file_name for document in program.session.documents())


# -- passwords ---------------------------------------------------------------------------------------------------------


def test_a_locked_file_asks_and_the_right_password_opens_it(bring, qtbot):
    data = locked(word_file())
    program = bring("Locked.docx", data)
    dialog = program.window.reception.question
    assert dialog.sentence.text() == "Locked.docx is protected with a password."
    assert dialog.wrong.isHidden()
    assert dialog.field.hasFocus()
    assert not dialog.take.isEnabled()
    QTest.keyClicks(dialog.field, SECRET)
    with qtbot.waitSignal(program.session.document_changed, timeout=20_000):
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert "Clause 59" in program.session.policy.text
    version = program.session.document.latest
    assert hashlib.sha256(data).hexdigest() in version.received_how
    assert program.session.matter.original(version.uid).startswith(b"PK")
    assert SECRET.encode() not in program.session.path.read_bytes()
    assert SECRET not in repr(program.session.arrivals.__dict__)


def test_a_wrong_password_says_so_and_asks_again(bring, qtbot):
    program = bring("Locked.docx", locked(word_file()))
    first = program.window.reception.question
    QTest.keyClicks(first.field, "guess")
    first.accept()
    qtbot.waitUntil(lambda: program.window.reception.question not in (None, first), timeout=20_000)
    second = program.window.reception.question
    assert second.wrong.isVisible()
    assert second.field.text() == ""
    QTest.keyClicks(second.field, SECRET)
    with qtbot.waitSignal(program.session.document_changed, timeout=20_000):
        second.accept()
    assert names(program) == ["Locked.docx"]


def test_a_password_that_is_not_known_leaves_everything_as_it_was(bring, tmp_path, qtbot):
    program = bring("Locked.docx", locked(word_file()))
    program.window.open_file(tmp_path / "in" / "Locked.docx")
    QTest.keyClick(program.window.reception.question, Qt.Key.Key_Escape)
    waiting(qtbot, program)
    program.window.reception.question.reject()
    assert program.session.path is None
    assert program.window.start.isVisible()
    assert program.window.messages.sentences == ()


def test_what_is_typed_can_be_shown(bring):
    dialog = bring("Locked.docx", locked(word_file())).window.reception.question
    assert dialog.field.echoMode() == QLineEdit.EchoMode.Password
    dialog.reveal.trigger()
    assert dialog.field.echoMode() == QLineEdit.EchoMode.Normal
    dialog.reveal.trigger()
    assert dialog.field.echoMode() == QLineEdit.EchoMode.Password


def test_a_locked_word_file_goes_out_as_word_with_its_comments(bring, qtbot):
    program = bring("Locked.docx", locked(word_file()))
    QTest.keyClicks(program.window.reception.question.field, SECRET)
    with qtbot.waitSignal(program.session.document_changed, timeout=20_000):
        program.window.reception.question.accept()
    start = program.session.policy.text.index("item 3481")
    note = program.session.add_note((Span(start, start + 9),), Severity.HIGH)
    program.session.edit(note.uid, title="Too broad")
    program.window.actions_of["export"].trigger()
    dialog = program.window.findChild(ExportDialog)
    dialog.form.products.choose("word")
    with qtbot.waitSignal(dialog.exported, timeout=20_000):
        qtbot.mouseClick(dialog.foot.go, Qt.MouseButton.LeftButton)
    written = docx.Document(str(dialog.written))
    assert ["Too broad" in comment.text for comment in written.comments] == [True]
    dialog.close()
    dialog.deleteLater()


# -- mails and archives ------------------------------------------------------------------------------------------------


def test_a_mail_shows_its_cover_and_its_documents_to_choose_from(bring, qtbot):
    program = bring("mail.eml", mail({"a.txt": b"1. First\nWords.\n", "b.docx": word_file(), "logo.png": b"\x89PNG"}))
    dialog = program.window.reception.question
    assert dialog.cover.text() == "Our policies"
    assert "Jo Field" in dialog.about.text()
    assert "12 March 2026, 09:05" in dialog.about.text()
    rows = [[item.text(column) for column in range(3)] for item in dialog._items()]
    assert [row[:2] for row in rows] == [
        ["a.txt", "Text"],
        ["b.docx", "Word"],
        ["The mail's own text", "Text of the mail"],
    ]
    assert dialog.take.text() == "Open 2"
    dialog._items()[0].setCheckState(0, Qt.CheckState.Unchecked)
    assert dialog.take.text() == "Open one"
    dialog.accept()
    waiting(qtbot, program)
    assert names(program) == ["b.docx"]
    version = program.session.document.latest
    assert version.received_from == "Jo Field <jo@client.example>"
    assert f"{version.received:%Y-%m-%d %H:%M}" == "2026-03-12 09:05"
    assert version.received_how.startswith("attachment of the mail “Our policies” (mail.eml, SHA-256 ")


def test_everything_in_a_mail_can_be_taken_at_once_its_own_words_too(bring, qtbot):
    program = bring("mail.eml", mail({"a.txt": b"1. First\nWords.\n", "b.txt": b"2. Second\nWords.\n"}))
    dialog = program.window.reception.question
    dialog.every.click()
    assert dialog.take.text() == "Open 3"
    dialog.accept()
    waiting(qtbot, program)
    assert names(program) == ["Our policies.txt", "a.txt", "b.txt"]
    dialog = None
    own = next(d for d in program.session.documents() if d.latest.file_name == "Our policies.txt")
    assert own.latest.received_how.startswith("text of the mail")


def test_nothing_ticked_opens_nothing(bring):
    program = bring("all.zip", zipped({"a.txt": b"Words.\n", "b.txt": b"More.\n"}))
    dialog = program.window.reception.question
    dialog.every.click()
    assert dialog.every.isChecked() is False
    assert not dialog.take.isEnabled()
    dialog.reject()
    assert program.session.path is None
    assert not program.session.arrivals.busy


def test_a_single_document_opens_at_once_and_the_mails_own_words_are_offered(bring, qtbot):
    program = bring("mail.eml", mail({"a.txt": b"1. First\nWords.\n"}))
    assert program.window.reception.question is None
    assert names(program) == ["a.txt"]
    (said,) = program.window.messages.sentences
    assert "a.txt" in said
    button = program.window.messages.findChildren(QPushButton)[0]
    assert button.text() == "Open the mail's own text"
    with qtbot.waitSignal(program.session.document_changed, timeout=20_000):
        button.click()
    waiting(qtbot, program)
    assert names(program) == ["Our policies.txt", "a.txt"]


def test_an_archive_in_a_mail_asks_again_and_both_are_remembered(bring, qtbot):
    inner = zipped({"deep/one.txt": b"1. One\nWords.\n", "deep/two.txt": b"2. Two\nWords.\n"})
    program = bring("mail.eml", mail({"all.zip": inner, "b.txt": b"Beside.\n"}))
    first = program.window.reception.question
    first._items()[1].setCheckState(0, Qt.CheckState.Unchecked)
    first.accept()
    qtbot.waitUntil(lambda: program.window.reception.question not in (None, first), timeout=20_000)
    second = program.window.reception.question
    assert second.cover.text() == "all.zip"
    second._items()[1].setCheckState(0, Qt.CheckState.Unchecked)
    second.accept()
    waiting(qtbot, program)
    assert names(program) == ["one.txt"]
    version = program.session.document.latest
    assert version.received_from == "Jo Field <jo@client.example>"
    assert version.received_how.startswith("deep/one.txt in the archive all.zip (SHA-256 ")
    assert "; attachment of the mail “Our policies”" in version.received_how


def test_a_locked_file_in_an_archive_asks_for_its_password(bring, qtbot):
    program = bring("all.zip", zipped({"a.docx": locked(word_file())}))
    dialog = program.window.reception.question
    QTest.keyClicks(dialog.field, SECRET)
    with qtbot.waitSignal(program.session.document_changed, timeout=20_000):
        dialog.accept()
    how = program.session.document.latest.received_how
    assert how.startswith("came under a password")
    assert "; a.docx in the archive all.zip" in how


# -- what is said ------------------------------------------------------------------------------------------------------


def test_what_a_page_leaves_out_is_said_in_a_line_and_can_be_shown(bring, qtbot):
    program = bring("page.html", PAGE.encode())
    action = program.window.actions_of["whole_page"]
    assert action.isEnabled()
    assert "Shop now" not in program.session.policy.text
    button = next(b for b in program.window.messages.findChildren(QPushButton) if b.text() == "Show the whole page")
    with qtbot.waitSignal(program.session.document_changed, timeout=20_000):
        button.click()
    assert "Shop now" in program.session.policy.text
    assert len(program.session.documents()) == 1
    assert not action.isEnabled()
    waiting(qtbot, program)
    assert program.window.messages.sentences == ()


def test_with_notes_the_whole_page_stands_beside_what_was_marked(bring, qtbot):
    program = bring("page.html", PAGE.encode())
    marked = program.session.document.uid
    program.session.add_note((Span(0, 7),), Severity.LOW)
    program.window.actions_of["whole_page"].trigger()
    message, _line = program.window.messages._shown["whole_page"]
    with qtbot.waitSignal(program.session.document_changed, timeout=20_000):
        message.actions[0][1]()
    assert len(program.session.documents()) == 2
    assert "Shop now" in program.session.policy.text
    assert len(program.session.notes_of(marked)) == 1
    waiting(qtbot, program)


def test_other_formats_have_no_whole_page_and_no_encoding_to_choose(bring):
    program = bring("plain.docx", word_file())
    assert not program.window.actions_of["whole_page"].isEnabled()
    assert not program.window.actions_of["encoding"].isEnabled()


def test_several_warnings_stand_folded_in_one_line_and_go_with_their_document(bring, tmp_path, qtbot):
    page = PAGE.replace("</main>", "<p style='display:none'>" + "Hidden words. " * 20 + "</p></main>")
    program = bring("page.html", page.encode())
    bar = program.window.messages
    assert len(bar.sentences) == 1
    _message, line = bar._shown["warnings"]
    assert line.unfold.text() == "1 more"
    assert not line.rest.isVisible()
    line.unfold.click()
    assert line.rest.isVisible()
    assert line.unfold.text() == "Show less"
    first = program.session.document.uid
    other = tmp_path / "other.txt"
    other.write_text("1. Other\nWords.\n", encoding="utf-8")
    with qtbot.waitSignal(program.session.document_changed, timeout=20_000):
        program.window.open_file(other)
    waiting(qtbot, program)
    assert [said for said in bar.sentences if "added to" not in said] == []
    program.session.show_document(first)
    assert len([said for said in bar.sentences if "added to" not in said]) == 1
    bar._shown["warnings"][1]._waved_away()
    program.session.show_document(first)
    assert [said for said in bar.sentences if "added to" not in said] == []
