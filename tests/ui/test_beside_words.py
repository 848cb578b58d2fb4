"""Cards stand beside their words: after the policy was scrolled, after a jump, for a new note; calmly."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from annotations.model import Severity
from documents.model import Span

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def noted(open_window, tmp_path: Path, qtbot):
    """A long policy with a note on every third clause."""
    program = open_window(reviewer="A. Okafor", initials="AO")
    path = tmp_path / "Long.txt"
    path.write_text("".join(f"{n}. Clause {n}\nWords of clause number {n} are here.\n" for n in range(1, 81)), "utf-8")
    with qtbot.waitSignal(program.session.document_changed, timeout=10_000):
        program.window.open_file(path)
    for number in range(2, 80, 3):
        program.session.add_note((span_of(program, f"clause number {number} "),), Severity.HIGH)
    program.window.work.back_to_text()
    program.session.set_current("")
    qtbot.wait(500)
    return program


def span_of(program, words: str) -> Span:
    start = program.session.policy.text.index(words)
    return Span(start, start + len(words))


def off_its_words(program, uid: str) -> int:
    """How far a card stands below its words, in pixels."""
    work = program.window.work
    cards, view = work.notes.list, work.policy.view
    card = cards.visualRect(work.notes.model.index(work.notes.model.row_of(uid))).top()
    words = view.height_in_view(program.session.spans_of(program.session.note(uid))[0].start)
    return cards.viewport().mapToGlobal(QPoint(0, card)).y() - view.mapToGlobal(QPoint(0, words)).y()


def first_in_view(program) -> str:
    work = program.window.work
    return work.policy.note_in_view(work.notes.model.shown)


def test_the_first_card_stands_beside_its_words_when_the_policy_rests(noted, qtbot) -> None:
    for number in (10, 47, 30):
        noted.window.work.policy.view.restore(span_of(noted, f"Clause {number}\n").start)
        uid = first_in_view(noted)
        assert uid
        qtbot.waitUntil(lambda uid=uid: off_its_words(noted, uid) == 0)


def test_the_first_card_of_all_comes_down_to_its_words_and_the_last_goes_up_to_them(noted, qtbot) -> None:
    work = noted.window.work
    first, last = noted.session.notes[0].uid, noted.session.notes[-1].uid
    work.go_to_note(first)
    qtbot.waitUntil(lambda: off_its_words(noted, first) == 0)
    assert work.notes.list.verticalScrollBar().value() < 0
    work.policy.view.restore(span_of(noted, "Clause 72\n").start)
    work.go_to_note(last)
    qtbot.waitUntil(lambda: off_its_words(noted, last) == 0)


def test_the_current_notes_card_goes_before_the_first_in_view(noted, qtbot) -> None:
    work = noted.window.work
    work.policy.view.restore(span_of(noted, "Clause 40\n").start)
    current = noted.session.notes[15].uid
    work.go_to_note(current)
    qtbot.waitUntil(lambda: off_its_words(noted, current) == 0)
    assert first_in_view(noted) == current


def test_cards_keep_still_while_the_policy_is_scrolled(noted, qtbot) -> None:
    work = noted.window.work
    work.policy.view.restore(span_of(noted, "Clause 40\n").start)
    qtbot.waitUntil(lambda: off_its_words(noted, first_in_view(noted)) == 0)
    before = work.notes.list.verticalScrollBar().value()
    for _ in range(5):
        work.policy.view._strip.setValue(work.policy.view._strip.value() + 40)
        QApplication.processEvents()
        assert work.notes.list.verticalScrollBar().value() == before
    qtbot.waitUntil(lambda: work.notes.list.verticalScrollBar().value() != before)


def test_somebody_who_scrolls_the_cards_is_not_pulled_back(noted, qtbot) -> None:
    work = noted.window.work
    cards = work.notes.list
    work.policy.view.restore(0)
    qtbot.wait(500)
    before = cards.verticalScrollBar().value()
    work.policy.view.restore(span_of(noted, "Clause 60\n").start)
    qtbot.waitUntil(lambda: cards.verticalScrollBar().value() > before)  # on its way
    cards.verticalScrollBar().setValue(before)
    qtbot.wait(250)
    assert cards.verticalScrollBar().value() == before


def test_a_new_notes_card_opens_beside_the_words_as_far_as_it_fits(noted, qtbot) -> None:
    work = noted.window.work
    work.policy.view.restore(span_of(noted, "Clause 40\n").start)
    qtbot.wait(300)
    work.policy.view.select(span_of(noted, "Words of clause number 42"))
    work.policy.judge(Severity.LOW)
    qtbot.wait(500)
    editor, room = work.notes.list.editor, work.notes.list.viewport().height()
    assert editor.isVisible()
    assert editor.geometry().top() >= 0
    assert editor.geometry().bottom() <= room
    beside = off_its_words(noted, noted.session.current) == 0
    assert beside or editor.geometry().bottom() > room - 24


def test_cards_of_a_policy_that_is_opened_begin_at_the_top(noted, policy_file, qtbot) -> None:
    noted.window.work.go_to_note(noted.session.notes[0].uid)
    qtbot.wait(700)
    with qtbot.waitSignal(noted.session.document_changed, timeout=10_000):
        noted.window.open_file(policy_file)
    assert noted.window.work.notes.list.verticalScrollBar().value() == 0


def test_folded_notes_have_their_shape_beside_the_words(noted, qtbot) -> None:
    work = noted.window.work
    work.area.show_notes(shown=False)
    current = noted.session.notes[15].uid
    work.go_to_note(current)

    def off() -> int:
        shape = work.column.visualRect(work.notes.model.index(work.notes.model.row_of(current))).top()
        words = work.policy.height_of_note(current)
        column, view = work.column.viewport(), work.policy.view
        return column.mapToGlobal(QPoint(0, shape)).y() - view.mapToGlobal(QPoint(0, words)).y()

    qtbot.waitUntil(lambda: off() == 0)


def test_a_card_that_is_shut_or_whose_words_changed_stands_beside_them_again(noted, qtbot) -> None:
    work = noted.window.work
    work.policy.view.restore(span_of(noted, "Clause 40\n").start)
    qtbot.wait(300)
    work.policy.view.select(span_of(noted, "Words of clause number 43"))
    work.policy.judge(Severity.LOW)
    qtbot.wait(300)
    work.back_to_text()
    uid = noted.session.current
    qtbot.waitUntil(lambda: off_its_words(noted, uid) == 0)
    noted.session.set_spans(uid, [span_of(noted, "Words of clause number 42")])
    qtbot.waitUntil(lambda: off_its_words(noted, uid) == 0)
