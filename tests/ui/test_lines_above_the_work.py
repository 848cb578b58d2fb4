"""What is said above the work belongs to a document, a matter or an attempt, goes with it, and speaks the language."""

from __future__ import annotations

import pytest

from tests.ui.conftest import show

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def press(program, name):
    program.window.actions_of[name].trigger()


def links_of(program):
    bar = program.window.messages
    return {words: act for message, _line in bar._shown.values() for words, act in message.actions}


def test_undo_right_after_opening_asks_before_it_takes_the_policy_away(opened):
    press(opened, "undo")
    assert opened.session.document is not None
    (said,) = opened.window.messages.sentences
    assert said.startswith("The last step was adding a document")
    links_of(opened)["Take it back"]()
    assert opened.session.documents() == ()
    assert opened.window.messages.sentences == ()
    press(opened, "redo")
    assert opened.session.document is not None


def test_the_question_goes_with_the_next_change(opened):
    press(opened, "undo")
    opened.session.add_note((), next(iter(opened.window.actions_of.severities)))
    assert opened.window.messages.sentences == ()
    press(opened, "undo")
    assert opened.session.notes == ()
    assert opened.session.document is not None


def test_the_offer_to_take_comments_goes_with_its_document(opened):
    opened.session.comments_found.emit(opened.session.document, 2)
    assert opened.window.messages.sentences == ("Comments are in Harbour notice.txt: 2.",)
    opened.session.undo()
    assert opened.window.messages.sentences == ()


def test_a_line_speaks_the_language_that_is_chosen_later(opened):
    opened.session.comments_found.emit(opened.session.document, 2)
    opened.preferences.change(language="zh")
    (said,) = opened.window.messages.sentences
    assert "Comments" not in said
    assert "2" in said


def test_files_that_were_refused_are_past_when_others_are_opened(opened, tmp_path, qtbot):
    for name in ("one.pdf", "two.pdf"):
        (tmp_path / name).write_bytes(b"%PDF-1.7 and nothing behind it")
    opened.window.open_files([tmp_path / "one.pdf", tmp_path / "two.pdf"])
    qtbot.waitUntil(lambda: len(opened.window.messages.sentences) == 2, timeout=20_000)
    good = tmp_path / "good.txt"
    good.write_text("1. One\nWords.\n", encoding="utf-8")
    show(opened, good, qtbot)
    assert not [said for said in opened.window.messages.sentences if "one.pdf" in said or "two.pdf" in said]
