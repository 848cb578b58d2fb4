"""Words used before are offered while one types, and chosen with the keys; an input method is never disturbed."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QCoreApplication, QDate, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest

from annotations.model import Note, Severity, Status
from documents.model import Span
from ui.models.due import day_of, due_text, overdue
from ui.models.offering import known_words, offered
from ui.models.vocabulary import Vocabulary

NOW = datetime(2026, 3, 2, tzinfo=UTC)


def a_note(**fields):
    return Note(uid="n", number=7, document="d", created=NOW, modified=NOW, **fields)


def test_words_that_begin_with_what_is_typed_come_first_and_none_that_stands_there_already():
    words = ("Data sharing", "Sharing abroad", "Cookies", "sharing")
    assert offered(words, "shar") == ("Sharing abroad", "sharing", "Data sharing")
    assert offered(words, "ＳＨＡＲＩＮＧ") == ("Sharing abroad", "Data sharing")
    assert offered(words, " ") == ()
    assert offered(("个人信息保护", "敏感个人信息"), "个人") == ("个人信息保护", "敏感个人信息")


def test_what_is_used_most_is_offered_first_and_a_legal_basis_by_its_citations():
    notes = [a_note(category="a"), a_note(category="b"), a_note(category="b"), a_note(legal_basis="PIPL 13；PIPL 17")]
    assert known_words(notes, "category") == ("b", "a")
    assert known_words(notes, "legal_basis") == ("PIPL 13", "PIPL 17")


def test_a_vocabulary_takes_more_sources_and_offers_a_word_once():
    words = Vocabulary(lambda _field: ("a", "b"))
    words.add(lambda field: ("b", field, ""))
    assert words.words("owner") == ("a", "b", "owner")


@pytest.mark.parametrize("written", ["2026-11-22", "22 November 2026", "2026年11月22日", "22. Nov 2026", "2026/11/22"])
def test_a_day_is_kept_the_same_however_it_is_written(written):
    assert due_text(written) == "2026-11-22"


def test_what_is_no_day_is_kept_as_it_is():
    assert due_text("before launch") == "before launch"
    assert day_of("2026-13-40") is None


def test_a_finding_is_overdue_until_it_is_dealt_with():
    assert overdue(a_note(due="2026-03-01"), date(2026, 3, 2))
    assert not overdue(a_note(due="2026-03-02"), date(2026, 3, 2))
    assert not overdue(a_note(due="2026-03-01", status=Status.RESOLVED), date(2026, 3, 2))
    assert not overdue(a_note(due="soon"), date(2026, 3, 2))


@pytest.fixture
def editing(opened):
    """Two notes; the first has a category, an owner and a legal basis, the second is open with all its fields."""
    text = opened.session.policy.text
    for words in ("whatever else we find useful", "trusted third parties"):
        start = text.index(words)
        opened.session.add_note((Span(start, start + len(words)),), Severity.MEDIUM)
    first, second = opened.session.notes
    opened.session.edit(first.uid, category="数据共享", owner="Mei Lin", legal_basis="PIPL Art. 13; GDPR Art. 6")
    opened.window.work.open_note(second.uid, "category")
    return opened


def editor_of(program):
    return program.window.work.notes.list.editor


def type_into(field, words):
    field.setFocus()
    QTest.keyClicks(field, words)


def test_a_category_is_offered_and_taken_with_down_and_enter(editing):
    field = editor_of(editing).fields["category"]
    assert field.hasFocus()
    commit = QInputMethodEvent()
    commit.setCommitString("共享")
    QCoreApplication.sendEvent(field, commit)
    assert field.offers.shown == ("数据共享",)
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "数据共享"
    assert field.offers.shown == ()
    assert field.hasFocus()
    editing.window.finish_typing()
    assert editing.session.notes[1].category == "数据共享"


def test_nothing_is_offered_and_no_key_is_taken_while_an_input_method_composes(editing):
    field = editor_of(editing).fields["category"]
    commit = QInputMethodEvent()
    commit.setCommitString("数据")
    QCoreApplication.sendEvent(field, commit)
    assert field.offers.shown
    QCoreApplication.sendEvent(field, QInputMethodEvent("gong", []))
    assert field.offers.shown == ()


def test_an_owner_is_offered_and_esc_puts_the_list_away_but_not_the_card(editing):
    field = editor_of(editing).fields["owner"]
    type_into(field, "me")
    assert field.offers.shown == ("Mei Lin",)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.offers.shown == ()
    assert editing.window.work.notes.list.open_uid
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not editing.window.work.notes.list.open_uid


def test_a_citation_that_is_offered_becomes_a_chip(editing):
    chips = editor_of(editing).fields["legal_basis"]
    type_into(chips.field, "art")
    assert set(chips.offers.shown) == {"PIPL Art. 13", "GDPR Art. 6"}
    QTest.keyClick(chips.field, Qt.Key.Key_Down)
    QTest.keyClick(chips.field, Qt.Key.Key_Tab)
    assert chips.text == "PIPL Art. 13"
    assert chips.field.text() == ""
    assert chips.field.hasFocus()


def test_enter_without_a_choice_keeps_what_was_typed(editing):
    chips = editor_of(editing).fields["legal_basis"]
    type_into(chips.field, "PIPL")
    QTest.keyClick(chips.field, Qt.Key.Key_Return)
    assert chips.text == "PIPL"


@pytest.mark.qt_log_ignore("does not support")
def test_a_due_day_is_written_or_taken_from_a_calendar_and_kept_as_a_day(editing):
    field = editor_of(editing).fields["due"]
    type_into(field, "2026-11-22")
    editor_of(editing).fields["title"].setFocus()
    assert field.text() == "22 November 2026"
    assert editing.session.notes[1].due == "2026-11-22"
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.calendar.selectedDate() == QDate(2026, 11, 22)
    field.calendar.clicked.emit(QDate(2026, 12, 1))
    editing.window.finish_typing()
    assert editing.session.notes[1].due == "2026-12-01"


def test_a_proposal_begins_with_the_clauses_own_words_and_left_alone_proposes_nothing(editing):
    wording = editor_of(editing).fields["proposed_wording"]
    wording.open_text()
    assert wording.field.toPlainText() == "trusted third parties"
    editor_of(editing).fields["title"].setFocus()
    assert wording.field.toPlainText() == ""
    assert editing.session.notes[1].proposed_wording == ""
    wording.open_text()
    QTest.keyClick(wording.field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(wording.field, " named in Annex B")
    editor_of(editing).fields["title"].setFocus()
    assert editing.session.notes[1].proposed_wording == "trusted third parties named in Annex B"


def test_the_bar_of_several_offers_owners_too(editing):
    panel = editing.window.work.notes
    panel.list.close_note()
    panel.list.setFocus()
    panel.list.selectAll()
    panel.bulk.buttons["owner"].click()
    type_into(panel.bulk.text, "mei")
    assert panel.bulk.offers.shown == ("Mei Lin",)
    QTest.keyClick(panel.bulk.text, Qt.Key.Key_Down)
    QTest.keyClick(panel.bulk.text, Qt.Key.Key_Return)
    QTest.keyClick(panel.bulk.text, Qt.Key.Key_Return)
    assert {note.owner for note in editing.session.notes} == {"Mei Lin"}
