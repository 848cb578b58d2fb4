"""Cards grow with the words in them; what a card says fits into it at every size of the interface's words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from annotations.model import Anchor, Note, Review, Severity, Visibility
from documents.model import Span
from ui.look import Look
from ui.panels.card_painter import CARD_GAP, CardState, card_height, paint_card
from ui.theme import chosen_theme

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
NOW = datetime(2026, 3, 2, tzinfo=UTC)
NOTE = Note(
    uid="n",
    number=7,
    document="d",
    created=NOW,
    modified=NOW,
    title="Recipients not named",
    issue="Partners are neither named nor described.",
    anchors=(Anchor("v", 0, 8, "partners and other trusted third parties"),),
    legal_basis="GDPR Art. 13(1)(e)",
    severity=Severity.HIGH,
    review=Review.APPROVED,
    visibility=Visibility.INTERNAL,
)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_line_of_a_card_has_room_for_its_letters(language, scale):
    look = Look(chosen_theme("light"), language, scale)
    for size, room in ((13, 20), (14, 22), (12, 16)):
        assert QFontMetricsF(look.font(size)).height() <= look.px(room) + 4 * scale
    assert card_height(NOTE, look, 304, current=True) > 130 * scale


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_card_is_drawn_up_to_its_foot_and_no_further(theme):
    look = Look(chosen_theme(theme), "en", 2.0)
    height = card_height(NOTE, look, 304, current=False)
    image = QImage(304, height, QImage.Format.Format_RGB32)
    image.fill(QColor(look.theme.panel))
    painter = QPainter(image)
    paint_card(painter, QRect(0, 0, 304, height), NOTE, look, CardState("4.2"))
    painter.end()
    ground = QColor(look.theme.card).rgb()
    inked = [y for y in range(height) if any(image.pixel(x, y) != ground for x in range(20, 290, 2))]
    assert max(y for y in inked if y < height - 4) < height - 8


def test_a_card_unfolds_and_comes_to_rest_with_all_of_it_in_sight(opened, qtbot, monkeypatch):
    monkeypatch.setattr("ui.panels.open_card.OpenCard._may_move", lambda _card: True)
    note = opened.session.add_note((Span(0, 7),), Severity.LOW)
    opened.window.work.back_to_text()
    opened.window.work.open_note(note.uid, "issue")
    notes = opened.window.work.notes.list
    assert notes.editor.fields["issue"].hasFocus()
    assert not notes.editor.mask().isEmpty()
    qtbot.waitUntil(lambda: notes.editor.mask().isEmpty(), timeout=5_000)
    row = notes.visualRect(notes.currentIndex())
    assert notes.editor.geometry().height() == row.height() - CARD_GAP
    assert notes.viewport().rect().contains(notes.editor.geometry().bottomLeft())


def test_a_card_that_is_shut_while_it_unfolds_leaves_nothing_behind(opened, monkeypatch):
    monkeypatch.setattr("ui.panels.open_card.OpenCard._may_move", lambda _card: True)
    note = opened.session.add_note((Span(0, 7),), Severity.LOW)
    opened.window.work.back_to_text()
    opened.window.work.open_note(note.uid, "issue")
    opened.window.work.back_to_text()
    notes = opened.window.work.notes.list
    assert not notes.editor.isVisible()
    assert notes.editor.mask().isEmpty()


def test_the_folded_notes_grow_with_the_letters(opened, qtbot):
    opened.session.add_note((), Severity.HIGH)
    work = opened.window.work
    work.area.show_notes(shown=False)
    usual = work.column.width(), work.column.sizeHintForRow(0)
    opened.preferences.change(scale=200)
    work.area.show_notes(shown=False)
    qtbot.wait(20)
    assert (work.column.width(), work.column.sizeHintForRow(0)) == (2 * usual[0], 2 * usual[1])


def test_a_category_is_named_in_the_windows_language_and_kept_as_it_was(opened):
    note = opened.session.add_note((), Severity.HIGH)
    opened.session.edit(note.uid, category="同意")
    opened.window.work.open_note(note.uid, "issue")
    field = opened.window.work.notes.list.editor.fields["category"]
    assert (field.text(), field.words) == ("Consent", "同意")
    opened.preferences.change(language="zh")
    assert (field.text(), field.words) == ("同意", "同意")
    opened.window.work.back_to_text()
    assert opened.session.note(note.uid).category == "同意"
    opened.window.work.open_note(note.uid, "category")
    field.take("Our own")
    opened.window.finish_typing()
    assert opened.session.note(note.uid).category == "Our own"
