"""A proposal by the keyboard: new words replace the clause's own, an arrow key begins to change them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotations.model import Severity
from documents.model import Span

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

WORDS = "whatever else we find useful"


@pytest.fixture
def wording(opened):
    start = opened.session.policy.text.index(WORDS)
    note = opened.session.add_note((Span(start, start + len(WORDS)),), Severity.HIGH)
    opened.window.work.open_note(note.uid, "proposed_wording")
    return opened.window.focusWidget()


def test_typing_at_once_replaces_the_clauses_own_words(opened, wording):
    assert wording.toPlainText() == WORDS
    QTest.keyClicks(wording, "what the service needs")
    opened.window.finish_typing()
    assert opened.session.notes[0].proposed_wording == "what the service needs"


def test_an_arrow_key_first_keeps_them_to_be_changed(opened, wording):
    QTest.keyClick(wording, Qt.Key.Key_End)
    QTest.keyClicks(wording, " to you")
    opened.window.finish_typing()
    assert opened.session.notes[0].proposed_wording == f"{WORDS} to you"
