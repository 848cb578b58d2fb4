"""Words taken to another program: plain and rich, with where they stand; dragged or copied."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDrag, QGuiApplication
from PySide6.QtTest import QTest

from annotations.model import Severity
from documents.model import Block, BlockKind, PolicyDocument, Run, Span
from ui.quoting import cited, cited_notes, words_of

TEXT = "Sharing\nWe may share <everything> & more.\n"
POLICY = PolicyDocument(
    "Notice", "text", "en", TEXT,
    (Block(BlockKind.HEADING, Span(0, 8), label="2."), Block(BlockKind.PARAGRAPH, Span(8, len(TEXT)))),
    (Run(Span(11, 20), bold=True, italic=True),),
)  # fmt: skip


def test_rich_words_keep_headings_numbers_and_letters_and_escape_signs():
    copied = words_of(POLICY, [Span(0, len(TEXT))])
    assert copied.text == TEXT
    assert copied.html == ("<p>2. <b>Sharing</b></p><p>We <i><b>may share</b></i> &lt;everything&gt; &amp; more.</p>")


def test_a_number_comes_only_with_the_beginning_of_its_paragraph():
    assert words_of(POLICY, [Span(2, 5)]).html == "<p><b>ari</b></p>"


def test_a_citation_says_the_same_in_both_forms():
    copied = cited(POLICY, [Span(11, 20)])
    assert copied.text.startswith("“may share” (Notice")
    assert copied.html.startswith("<blockquote><p>“<i><b>may share</b></i>” (Notice")


@pytest.fixture
def noted(opened):
    start = opened.session.policy.text.index("whatever else")
    opened.session.add_note((Span(start, start + 13),), Severity.HIGH)
    opened.session.add_note((), Severity.LOW)
    opened.session.edit(opened.session.notes[-1].uid, title="No officer named")
    return opened


def test_notes_are_quoted_with_where_they_stand_one_without_words_by_its_title(noted):
    copied = cited_notes(noted.session.policy, noted.session.notes)
    assert "“whatever else” (Harbour privacy notice, " in copied.text
    assert "No officer named (Harbour privacy notice)" in copied.text


def test_copying_words_carries_them_rich(noted):
    view = noted.window.work.policy.view
    view.select(Span(0, 22))
    view.setFocus()
    QTest.keyClick(view.focusProxy(), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == "Harbour privacy notice"
    assert "Harbour privacy notice</" in copied.html()
    noted.window.work.policy.view.clear_selection()
    noted.window.actions_of["select_all"].trigger()
    noted.window.actions_of["copy"].trigger()
    assert "trusted third parties" in QGuiApplication.clipboard().text()


def test_a_message_is_copied_from_where_it_stands(noted):
    noted.window.announcements.failed("The disk is full.")
    (line,) = (line for message, line in noted.window.messages._shown.values() if message.key == "fault")
    line.words.setSelection(4, 4)
    line.words.setFocus()
    noted.window.actions_of["copy"].trigger()
    assert QGuiApplication.clipboard().text() == "disk"


def test_copying_with_citation_carries_rich_words_and_without_selection_those_of_the_note(noted):
    noted.window.work.policy.view.clear_selection()
    noted.session.set_current(noted.session.notes[0].uid)
    noted.window.actions_of["copy_citation"].trigger()
    copied = QGuiApplication.clipboard().mimeData()
    assert "“whatever else” (" in copied.text()
    assert "<blockquote>" in copied.html()


def test_cards_are_dragged_and_copied_as_their_words_with_citation(noted):
    notes = noted.window.work.notes
    carried = notes.model.mimeData([notes.model.index(0)])
    assert "“whatever else” (" in carried.text()
    assert carried.hasHtml()
    assert notes.model.flags(notes.model.index(0)) & Qt.ItemFlag.ItemIsDragEnabled
    assert notes.list.dragEnabled()
    notes.list._select(noted.session.notes[0].uid)
    notes.list.setFocus()
    noted.window.actions_of["copy"].trigger()
    assert "“whatever else” (" in QGuiApplication.clipboard().text()


def test_a_highlight_is_dragged_out_with_ctrl_as_quoted_text(noted, monkeypatch):
    carried = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, _action: carried.append(drag.mimeData().text()))
    view = noted.window.work.policy.view
    view.clear_selection()
    start = noted.session.policy.text.index("whatever else")
    box = view._line_box(view._map.to_qt(start + 4))
    area = view._text.viewport()
    ctrl = Qt.KeyboardModifier.ControlModifier
    QTest.mousePress(area, Qt.MouseButton.LeftButton, ctrl, box.center())
    move_held(area, box.center() + QPoint(60, 40), ctrl)
    QTest.mouseRelease(area, Qt.MouseButton.LeftButton, ctrl, box.center() + QPoint(60, 40))
    assert len(carried) == 1
    assert carried[0].startswith("“whatever else” (")
    assert not view.selection()


def move_held(area, place: QPoint, modifiers) -> None:
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    held = Qt.MouseButton.LeftButton
    everywhere = QPointF(area.mapToGlobal(place))
    moved = QMouseEvent(QEvent.Type.MouseMove, QPointF(place), everywhere, Qt.MouseButton.NoButton, held, modifiers)
    QApplication.sendEvent(area, moved)
