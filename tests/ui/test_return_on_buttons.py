"""Return presses the button that has the focus ring, in every dialog and in the window, and no other one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QMetaMethod, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QToolButton, QWidget

from annotations.answers import Answers, Asked, Kind
from annotations.model import Severity
from documents.containers import Contained
from documents.letters import Letter
from ui.dialogs.answers_dialog import AnswersDialog
from ui.dialogs.encoding_dialog import EncodingDialog
from ui.dialogs.parts_dialog import PartsDialog
from ui.dialogs.password_dialog import PasswordDialog
from ui.dialogs.print_dialog import PrintDialog
from ui.dialogs.remove_dialog import RemoveDialog
from ui.dialogs.snippets_dialog import SnippetsDialog
from ui.dialogs.unapproved_question import UnapprovedQuestion
from ui.dialogs.unsaved_question import UnsavedQuestion
from ui.exporting import Unapproved
from ui.opening import Arrival, Holding

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

OPENING = (
    "preferences", "shortcuts", "guide", "print", "export", "search", "about_document", "about", "paste", "details",
    "documents", "register", "go_to_page",
)  # fmt: skip


def dialogs(program, qtbot) -> Iterator[QDialog]:
    window, known = program.window, program.window.actions_of.keys()
    note = program.session.add_note((), Severity.LOW)
    for name in OPENING:
        if name in known and window.actions_of[name].isEnabled():
            window.actions_of[name].trigger()
            qtbot.wait(20)
            for dialog in [one for one in window.findChildren(QDialog) if one.isVisible()]:
                if isinstance(dialog, PrintDialog):  # its buttons wait for the sheets to be set
                    qtbot.waitUntil(lambda dialog=dialog: dialog.printed is not None, timeout=20_000)
                yield dialog
    came = Answers(
        "a.docx", "", (Asked(note.uid, note.number, "issue", Kind.CHANGED, "", "b", "b", tracked=True),), (), {}
    )
    letter = Contained("a.html", 3, b"abc")
    mail = Holding(Arrival(name="a.eml"), b"", (letter,), Letter("a", "b", datetime(2026, 3, 2, tzinfo=UTC), letter))
    for dialog in (
        AnswersDialog(came, [note], window.look, "en", window),
        EncodingDialog(b"abc", "utf-8", window),
        PartsDialog(mail, window),
        PasswordDialog("a.pdf", window.look, wrong=True, parent=window),
        RemoveDialog("a", 3, sent=True, parent=window),
        SnippetsDialog({"a": "b"}, window),
        UnapprovedQuestion(Unapproved(3, 2, 1), window),
        UnsavedQuestion(program.session, window),
    ):
        show(dialog, qtbot)
        yield dialog


def show(dialog: QDialog, qtbot) -> None:
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)


def buttons(widget: QWidget) -> list[QPushButton | QToolButton]:
    found = [*widget.findChildren(QPushButton), *widget.findChildren(QToolButton)]
    return [one for one in found if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus]


def pressed_otherwise(widget: QWidget, qtbot) -> list[str]:
    """The buttons that Return does not press when they have the keys, or with which it presses another one too."""
    every, told, found = buttons(widget), [], []
    for one in every:
        for signal in (one.pressed, one.clicked, one.toggled):
            if one.isSignalConnected(QMetaMethod.fromSignal(signal)):
                signal.disconnect()
        one.pressed.connect(lambda one=one: told.append(one))
    for one in every:
        told.clear()
        qtbot.waitUntil(one.isEnabled, timeout=20_000)  # the sheets of a print may be set anew
        one.setFocus()
        QTest.keyClick(one, Qt.Key.Key_Return)
        if told != [one]:
            found.append(f"{one.accessibleName() or one.text()}: {[other.text() for other in told]}")
    return found


def test_return_presses_the_button_that_has_the_keys_in_every_dialog(opened, qtbot):
    told, seen = {}, 0
    for dialog in dialogs(opened, qtbot):
        seen += len(buttons(dialog))
        told[type(dialog).__name__] = pressed_otherwise(dialog, qtbot)
        dialog.close()
        dialog.deleteLater()
    assert len(told) > 16
    assert seen > 36
    assert {name: faults for name, faults in told.items() if faults} == {}


def test_return_presses_the_buttons_of_the_start_page_and_of_the_work(opened, qtbot):
    qtbot.waitUntil(lambda: QApplication.activeWindow() is opened.window)
    assert len(buttons(opened.window.work.top)) > 1
    assert pressed_otherwise(opened.window.work.top, qtbot) == []
    opened.window.close_matter()
    assert len(buttons(opened.window.start)) > 2
    assert pressed_otherwise(opened.window.start, qtbot) == []


def test_return_in_a_field_still_means_the_strong_button(opened, qtbot):
    dialog = PasswordDialog("a.pdf", opened.window.look, wrong=False, parent=opened.window)
    show(dialog, qtbot)
    QTest.keyClicks(dialog.focusWidget(), "secret")
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)


def test_a_planted_dialog_whose_return_goes_elsewhere_is_found(opened, qtbot):
    planted = QDialog(opened.window)
    for words in ("Take", "Leave"):
        button = QPushButton(words, planted)
        button.setAutoDefault(False)
        button.setDefault(words == "Take")
    show(planted, qtbot)
    assert pressed_otherwise(planted, qtbot) == ["Leave: ['Take']"]
    planted.close()
