"""A page that is no longer shown is let go: a window that stays open all day does not grow."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtGui import QTextDocument
from shiboken6 import isValid

from documents.model import Block, BlockKind, PolicyDocument, Span
from ui.document_view import DocumentView

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

TEXT = "A quokka reads this page.\n" * 40


def policy(number):
    length = len(TEXT) // 40
    blocks = tuple(Block(BlockKind.PARAGRAPH, Span(at, at + length - 1)) for at in range(0, len(TEXT), length))
    return PolicyDocument(f"Notice {number}", "text", "en", TEXT, blocks)


def pages():
    found = (one for one in gc.get_objects() if isinstance(one, QTextDocument) and isValid(one))
    return [one for one in found if "quokka" in one.toPlainText()]


def test_one_page_is_held_however_many_were_shown(qtbot):
    view = DocumentView()
    qtbot.addWidget(view)
    view.set_document(policy(0))
    before = len(pages())
    for number in range(1, 6):
        view.set_document(policy(number))
        view.set_text_size(15 + number % 2)
    gc.collect()
    assert len(pages()) == before


def test_what_was_selected_is_still_selected_on_the_page_that_takes_its_place(qtbot):
    view = DocumentView()
    qtbot.addWidget(view)
    view.set_document(policy(0))
    view.select(Span(3, 10))
    view.set_text_size(20)
    assert view.selection() == (Span(3, 10),)
