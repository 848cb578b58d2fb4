"""A place that was found becomes a note by one key, from the find field or from the text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from annotations.model import Severity
from documents.model import Span

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

CTRL = Qt.KeyboardModifier.ControlModifier


def typed(opened, words):
    opened.window.actions_of["find"].trigger()
    field = opened.window.work.top.find_field
    field.clear()
    QTest.keyClicks(field, words)
    return field


def marked(opened):
    (note,) = opened.session.notes
    return note.anchors[0].exact, note.severity


@pytest.mark.parametrize(("key", "severity"), [(Qt.Key.Key_1, Severity.CRITICAL), (Qt.Key.Key_4, Severity.LOW)])
def test_ctrl_and_a_digit_mark_the_hit_before_the_pause_after_typing_is_over(opened, key, severity):
    field = typed(opened, "without telling you")
    QTest.keyClick(field, key, CTRL)
    assert marked(opened) == ("without telling you", severity)
    assert opened.window.focusWidget() is opened.window.work.notes.list.editor.fields["title"]


def test_return_goes_on_and_the_next_hit_is_marked(opened):
    field = typed(opened, "without telling you")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_2, CTRL)
    assert opened.session.notes[0].anchors[0].start == opened.session.policy.text.rindex("without telling you")


def test_esc_goes_to_the_text_with_the_hit_selected_and_a_digit_marks_it(opened, qtbot):
    field = typed(opened, "whatever else")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    text = opened.window.work.policy.view.focusProxy()
    assert opened.window.focusWidget() is text
    assert field.text() == ""
    QTest.keyClick(text, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: len(opened.session.notes) == 1)
    assert marked(opened) == ("whatever else", Severity.MEDIUM)


def test_esc_with_nothing_found_leaves_what_was_selected(opened):
    view = opened.window.work.policy.view
    start = opened.session.policy.text.index("Partners give")
    view.select(Span(start, start + 8))
    field = typed(opened, "zebra")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert view.selection()[0].start == start


def test_f3_in_the_text_selects_the_next_hit(opened):
    field = typed(opened, "partners")
    QTest.keyClick(field, Qt.Key.Key_Return)
    first = opened.window.work.policy._hits.current
    opened.window.work.policy.take_focus()
    opened.window.actions_of["find_next"].trigger()
    policy = opened.window.work.policy
    assert policy._hits.current == (first + 1) % len(policy._hits.spans)
    assert policy.view.selection() == (policy._hits.spans[policy._hits.current],)


def test_ctrl_and_a_digit_judge_the_note_one_is_writing(opened):
    field = typed(opened, "whatever else")
    QTest.keyClick(field, Qt.Key.Key_3, CTRL)
    title: QWidget = opened.window.work.notes.list.editor.fields["title"]
    QTest.keyClicks(title, "Too wide")
    QTest.keyClick(title, Qt.Key.Key_1, CTRL)
    assert opened.session.notes[0].severity is Severity.CRITICAL
    assert title.toPlainText() == "Too wide"
    assert opened.window.focusWidget() is title


def test_a_digit_alone_is_a_letter_of_the_words_looked_for(opened):
    field = typed(opened, "1.1")
    assert field.text() == "1.1"
    assert opened.session.notes == ()


def test_words_found_later_are_added_to_the_note_by_one_key(opened):
    field = typed(opened, "whatever else")
    QTest.keyClick(field, Qt.Key.Key_3, CTRL)
    typed(opened, "at any time")
    opened.window.actions_of["add_range"].trigger()
    (note,) = opened.session.notes
    assert [anchor.exact for anchor in note.anchors] == ["whatever else", "at any time"]
    opened.window.actions_of["add_range"].trigger()
    assert len(opened.session.notes[0].anchors) == 2


def test_words_above_come_first_and_the_same_words_once(opened):
    field = typed(opened, "at any time")
    QTest.keyClick(field, Qt.Key.Key_3, CTRL)
    for words in ("whatever else", "at any time"):
        typed(opened, words)
        opened.window.actions_of["add_range"].trigger()
    assert [anchor.exact for anchor in opened.session.notes[0].anchors] == ["whatever else", "at any time"]


def test_one_key_goes_to_the_fields_behind_more(opened):
    field = typed(opened, "whatever else")
    QTest.keyClick(field, Qt.Key.Key_3, CTRL)
    opened.window.actions_of["more_fields"].trigger()
    editor = opened.window.work.notes.list.editor
    assert editor.foot.more.isChecked()
    assert opened.window.focusWidget() in editor.fields["category"].stops()
