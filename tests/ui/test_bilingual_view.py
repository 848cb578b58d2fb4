"""Two language versions beside one another: they scroll together, show each other's notes, and list what differs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from annotations.model import Severity
from documents.bilingual.model import Side
from documents.bilingual.pairing import pair_policies
from documents.model import Span
from tests.documents.bilingual_policy import CHINESE, ENGLISH, read
from tests.ui.conftest import show
from tests.ui.everyone import cut_words, unsaid
from ui.bilingual.coupling import place_across

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def both(open_window, tmp_path, qtbot):
    """The English and the Chinese version in one matter, the Chinese one shown."""
    program = open_window(reviewer="A. Okafor", initials="AO")
    english = ENGLISH.replace("thirty (30) days", "sixty (60) days")
    for name, text in (("policy-en.md", english), ("policy-zh.md", CHINESE)):
        path = tmp_path / "mail" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        show(program, path, qtbot)
    return program


@pytest.fixture
def pair(both, qtbot):
    """The two said to be translations of each other, and shown so."""
    chinese, english = (both.session.matter.document(f"policy-{name}.md") for name in ("zh", "en"))
    both.session.matter.pair(english.uid, chinese.uid)
    both.session.show_document(chinese.uid)
    both.window.actions_of["bilingual"].trigger()
    view = both.window.bilingual.view
    qtbot.waitUntil(lambda: view.pair is not None and view._coupling is not None, timeout=10_000)
    return both


def _labels(window):
    return window.messages.findChildren(QLabel)


def _beside(program):
    return program.window.side_by_side.panel.policy.view


def test_the_translation_is_offered_and_never_taken_for_granted(both, qtbot):
    window = both.window
    window.actions_of["bilingual"].trigger()
    qtbot.waitUntil(lambda: any("another language" in one.text() for one in _labels(window)), timeout=10_000)
    assert not window.actions_of["bilingual"].isChecked()
    assert both.session.matter.partner(both.session.document.uid) == ""
    window.bilingual._pair(next(one.uid for one in both.session.documents() if one.uid != both.session.document.uid))
    assert both.session.matter.partner(both.session.document.uid)
    assert window.actions_of["bilingual"].isChecked()
    both.session.undo()
    assert both.session.matter.partner(both.session.document.uid) == ""


def test_a_translation_that_is_added_is_offered_at_once(both, qtbot):
    qtbot.waitUntil(lambda: any("another language" in one.text() for one in _labels(both.window)), timeout=10_000)
    assert not both.session.matter.partner(both.session.document.uid)


def test_a_note_opened_in_the_second_view_changes_the_roles_and_the_pair_stands(pair, qtbot):
    window, session = pair.window, pair.session
    english = window.side_by_side.beside
    at = english.policy.text.index("We do not sell")
    note = english.add_note((Span(at, at + 14),), Severity.HIGH)
    qtbot.waitUntil(lambda: window.bilingual.view._coupling is not None and window.bilingual.view.active)
    qtbot.wait(50)
    assert session.document.uid == note.document
    assert window.actions_of["bilingual"].isChecked()
    assert window.bilingual.view.list.isVisible()
    signs = [sign for sign in window.bilingual.view._margins[Side.LEFT]._signs if not sign.isHidden()]
    assert [sign.property("note") for sign in signs] in ([note.uid], [])


def test_what_differs_is_listed_and_a_click_goes_to_both_places(pair):
    view = pair.window.bilingual.view
    (one,) = view.list.differences()
    view.go_to(one)
    main, beside = pair.window.work.policy.view, _beside(pair)
    assert [span.of(pair.session.policy.text) for span in main.selection()] == ["三十日"]
    assert "sixty (60) days" in [span.of(pair.window.side_by_side.beside.policy.text) for span in beside.selection()]


def test_a_key_makes_a_note_from_a_difference(pair, qtbot):
    view = pair.window.bilingual.view
    lines = view.list.lines
    lines.setCurrentItem(lines.topLevelItem(0))
    lines.setFocus()
    qtbot.keyClick(lines, Qt.Key.Key_N)
    (note,) = pair.session.matter.notes()
    assert note.anchors[0].exact == "三十日"
    assert "sixty (60) days" in note.issue
    assert "三十日" in note.issue


def test_a_note_on_one_is_a_sign_beside_the_other_that_leads_to_it(pair):
    at = pair.session.policy.text.index("青禾读书")
    note = pair.session.add_note((Span(at, at + 4),), Severity.HIGH, title="Name")
    pair.session.set_current("")
    margins = pair.window.bilingual.view._margins
    signs = [sign for sign in margins[Side.RIGHT]._signs if not sign.isHidden()]
    assert [sign.property("note") for sign in signs] == [note.uid]
    assert "Name" in signs[0].accessibleName()
    assert not [sign for sign in margins[Side.LEFT]._signs if not sign.isHidden()]
    signs[0].click()
    assert pair.session.current == note.uid


def test_scrolling_one_scrolls_the_other_to_the_aligned_clause(pair, qtbot):
    pair.window.resize(900, 480)
    qtbot.wait(250)  # the page is laid out anew once the window rests
    main, beside = pair.window.work.policy.view, _beside(pair)
    main.restore(pair.session.policy.text.index("四、您的权利"))
    place = beside.reading_position()
    text = pair.window.side_by_side.beside.policy.text
    assert abs(place - text.index("4. Your Rights")) < 160


def test_the_command_ends_where_another_document_is_shown_and_where_it_is_turned_off(pair, qtbot):
    window = pair.window
    window.actions_of["bilingual"].trigger()
    qtbot.waitUntil(lambda: not window.actions_of["bilingual"].isChecked())
    assert not window.side_by_side.shown
    assert not window.bilingual.view.active


def test_a_pair_is_parted_from_the_list(pair):
    window = pair.window
    assert window.bilingual.view.list.part.isVisible()
    window.bilingual.view.list.part.click()
    assert pair.session.matter.partner(pair.session.document.uid) == ""
    assert not window.side_by_side.shown


def test_everything_is_said_and_no_word_is_cut(pair):
    panel = pair.window.side_by_side.panel
    assert unsaid(panel) + cut_words(panel) == []


def test_places_answer_to_places_in_order():
    left, right = read(CHINESE), read(ENGLISH)
    pair = pair_policies(left, right)
    found = [place_across(pair, at, Side.LEFT) for at in range(0, len(left.text), 7)]
    assert found == sorted(found)
    assert found[-1] <= len(right.text)
