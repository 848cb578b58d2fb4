"""Screens that a review passes by: the bar at a selection, menus, questions, two policies, the start page again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tools.sitting import Sitting
    from ui.opening import Holding

__all__ = ["seldom_seen"]

_A_WORD = (150, 275)
"""A place of the page that has words on it in either language."""


def seldom_seen(sitting: Sitting) -> Iterator[tuple[str, QWidget]]:
    """Yield each screen under its name; the matter is closed at the end."""
    from tools.translated import bilingual

    yield from _in_the_text(sitting)
    yield from _questions(sitting)
    yield from _menus(sitting)
    yield from bilingual(sitting)
    sitting.window.close_matter()
    sitting.rest(1_500)
    yield "start-again", sitting.window


def _in_the_text(sitting: Sitting) -> Iterator[tuple[str, QWidget]]:
    window = sitting.window
    view = window.work.policy.view
    view.restore(0)
    sitting.rest(300)
    _take_a_word(sitting)
    sitting.rest(500)
    yield "selection-bar", window
    view.clear_selection()
    note = next(note for note in sitting.program.session.notes if note.anchors)
    window.work.open_note(note.uid)
    window.work.notes.list.editor.foot.more.setChecked(True)
    sitting.rest(400)
    yield "more-fields", window
    window.work.notes.list.editor.foot.more.setChecked(False)
    window.work.back_to_text()
    window.actions_of["side_by_side"].trigger()
    sitting.rest()
    yield "side-by-side", window
    window.actions_of["side_by_side"].trigger()
    sitting.rest(300)


def _take_a_word(sitting: Sitting) -> None:
    """Double click on a word, as a hand does."""
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QAbstractScrollArea

    text = sitting.window.work.policy.view.focusProxy()
    if isinstance(text, QAbstractScrollArea):
        left, word = Qt.MouseButton.LeftButton, QPoint(*_A_WORD)
        QTest.mouseDClick(text.viewport(), left, pos=word)
        sitting.rest(50)
        QTest.mouseRelease(text.viewport(), left, pos=word)


def _questions(sitting: Sitting) -> Iterator[tuple[str, QWidget]]:
    from ui.dialogs.parts_dialog import PartsDialog
    from ui.dialogs.remove_dialog import RemoveDialog
    from ui.dialogs.unapproved_question import UnapprovedQuestion
    from ui.dialogs.unsaved_question import UnsavedQuestion
    from ui.exporting import Unapproved
    from ui.typed_words import Waiting

    window, session = sitting.window, sitting.program.session
    assert session.document is not None
    name = session.document_name(session.document)
    for shown, dialog in (
        ("remove", RemoveDialog(name, len(session.notes), sent=True, parent=window)),
        ("unapproved", UnapprovedQuestion(Unapproved(11, 8, 3), window)),
        ("parts", PartsDialog(_mail(), window)),
    ):
        dialog.show()
        sitting.rest(300)
        yield shown, dialog
        dialog.close()
    session.unsaved[session.notes[0].uid, "issue"] = Waiting("A retention period is promised and never given.", "")
    question = UnsavedQuestion(session, window)
    question.show()
    sitting.rest(300)
    yield "unsaved", question
    question.close()
    session.give_up()


def _mail() -> Holding:
    """A letter with two policies in it."""
    from datetime import UTC, datetime

    from documents.containers import Contained
    from documents.letters import Letter
    from ui.opening import Arrival, Holding

    names = ("Privacy notice.docx", "Cookie notice.pdf", "message.html")
    parts = tuple(Contained(name, 48_000, b"abc") for name in names)
    letter = Letter("Both notices", "Jo Field <jo@harbour.example>", datetime(2026, 3, 2, 9, 5, tzinfo=UTC), parts[2])
    return Holding(Arrival(name="Both notices.eml"), b"", parts, letter)


def _menus(sitting: Sitting) -> Iterator[tuple[str, QWidget]]:
    from PySide6.QtWidgets import QMenu

    names = ("file", "edit", "view", "note", "document", "tools", "help")
    for name, action in zip(names, sitting.window.menuBar().actions(), strict=False):
        menu = action.menu()
        if isinstance(menu, QMenu):
            menu.ensurePolished()
            menu.resize(menu.sizeHint())
            yield f"menu-{name}", menu
