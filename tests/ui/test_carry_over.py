"""A new version in the window: asked about or chosen, and what became of the notes gone through by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from annotations.model import AnchorState, Severity, Status
from documents.model import Span
from tests.ui.conftest import POLICY, show
from tests.ui.everyone import cut_words, unreachable, unsaid

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
NEW = (
    POLICY.replace("your name, your address and whatever", "your name, your home address and whatever")
    .replace("Partners give us data about you, without telling you.\n", "We buy lists of addresses.\n")
    .replace(
        "We may change this notice at any time without telling you.",
        "We may not change this notice without telling you.",
    )
)
QUOTES = (
    "your name, your address and whatever else",
    "Partners give us data about you",
    "may change this notice at any time",
)


@pytest.fixture
def carried(opened, tmp_path, qtbot):
    """The window after the policy's second version came; three notes need eyes, the review is open."""
    session = opened.session
    for words in QUOTES:
        start = POLICY.index(words)
        session.add_note((Span(start, start + len(words)),), Severity.HIGH)
    path = tmp_path / "Harbour notice 2.txt"
    path.write_text(NEW, encoding="utf-8")
    with qtbot.waitSignal(session.version_added, timeout=10_000):
        session.read_version(path, session.document.uid)
    return opened


def panel(program):
    return program.window.carry_over.panel


def press(qtbot, program, key):
    qtbot.keyClick(panel(program).list, key)


def row_of(program, words):
    items = program.window.carry_over._items
    return next(row for row, one in enumerate(items) if one.words == words)


def note_on(program, words):
    notes = program.session.matter.notes(program.session.document.uid)
    return next(n for n in notes if any(a.exact == words for a in n.anchors))


def test_a_file_like_the_open_one_is_asked_about_and_kept_as_its_next_version(opened, tmp_path, qtbot):
    path = tmp_path / "Harbour notice 2.txt"
    path.write_text(NEW, encoding="utf-8")
    opened.window.open_file(path)
    qtbot.waitUntil(lambda: bool(opened.window.messages.sentences), timeout=10_000)
    assert len(opened.session.documents()) == 1
    assert "looks like another version" in opened.window.messages.sentences[0]
    button = next(b for b in opened.window.messages.findChildren(QPushButton) if b.text().startswith("New version"))
    with qtbot.waitSignal(opened.session.version_added, timeout=10_000):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert opened.session.document.latest.number == 2
    assert opened.session.policy.text.strip() == NEW.strip()
    assert opened.window.messages.sentences == ()


def test_a_file_of_other_words_is_another_document_without_a_question(opened, tmp_path, qtbot):
    path = tmp_path / "Cookies.txt"
    path.write_text("Cookies\n\n1. What they are\nSmall files that remember which pages were read.\n", encoding="utf-8")
    show(opened, path, qtbot)
    assert len(opened.session.documents()) == 2


def test_the_review_opens_with_what_needs_eyes_first(carried):
    shown = panel(carried)
    assert shown.isVisible()
    assert shown.title.text() == "Carried over to version 2"
    assert shown.progress.text() == "0 of 3 seen"
    assert "1 edited" in shown.counts.text() or "2 edited" in shown.counts.text()
    first = shown.list.item(0).text()
    assert "negation" in first or "to be placed" in first


def test_each_is_accepted_settled_or_kept_as_lost_by_a_key_and_undone(carried, qtbot):
    shown = panel(carried)
    edited = row_of(carried, QUOTES[0])
    shown.list.setCurrentRow(edited)
    assert "home" in shown.words.now[0].words.toPlainText()
    assert "line-through" not in shown.words.now[0].words.toHtml()
    press(qtbot, carried, Qt.Key.Key_A)
    assert note_on(carried, QUOTES[0]).anchors[0].passage.decided == "accepted"
    assert shown.progress.text() == "1 of 3 seen"
    carried.window.actions_of["undo"].trigger()
    assert shown.progress.text() == "0 of 3 seen"
    shown.list.setCurrentRow(row_of(carried, QUOTES[0]))
    press(qtbot, carried, Qt.Key.Key_D)
    assert shown.reason.isVisible()
    shown.reason.setText("They say which address now.")
    qtbot.keyClick(shown.reason, Qt.Key.Key_Return)
    note = note_on(carried, QUOTES[0])
    assert (note.status, note.anchors[0].passage.reason) == (Status.RESOLVED, "They say which address now.")
    shown.list.setCurrentRow(row_of(carried, QUOTES[1]))
    press(qtbot, carried, Qt.Key.Key_L)
    assert note_on(carried, QUOTES[1]).anchors[0].state is AnchorState.LOST
    assert shown.progress.text() == "2 of 3 seen"


def test_a_note_is_placed_where_words_are_selected(carried, qtbot):
    shown = panel(carried)
    shown.list.setCurrentRow(row_of(carried, QUOTES[1]))
    carried.window.work.policy.view.clear_selection()
    press(qtbot, carried, Qt.Key.Key_P)
    assert note_on(carried, QUOTES[1]).anchors[0].passage.decided == ""
    start = carried.session.policy.text.index("We buy lists of addresses")
    carried.window.work.policy.view.reveal(Span(start, start + 25), select=True)
    carried.window.actions_of["place_carried"].trigger()
    anchor = note_on(carried, QUOTES[1]).anchors[0]
    assert (anchor.exact, anchor.state) == ("We buy lists of addresses", AnchorState.PLACED)


def test_what_is_left_is_said_when_the_matter_is_opened_again(carried, qtbot):
    shown, path = panel(carried), carried.session.path
    shown.list.setCurrentRow(row_of(carried, QUOTES[0]))
    press(qtbot, carried, Qt.Key.Key_A)
    carried.window.close_matter()
    assert not shown.isVisible()
    carried.window.open_file(path)
    qtbot.waitUntil(lambda: bool(carried.window.messages.sentences), timeout=10_000)
    assert carried.window.messages.sentences[0].startswith("2 of 3 places that were carried")
    button = next(b for b in carried.window.messages.findChildren(QPushButton) if b.text() == "Go through them")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert panel(carried).progress.text() == "1 of 3 seen"


def test_a_note_of_two_versions_is_shown_with_its_places_in_the_one_that_is_shown(carried):
    session = carried.session
    assert {anchor.version for note in session.notes for anchor in note.anchors} == {session.document.latest.uid}
    lost = [note for note in session.notes if note.anchors[0].state is AnchorState.LOST]
    assert [session.address_of(note) for note in lost] == [""]
    session.show_version(session.document.versions[0].uid)
    assert {anchor.version for note in session.notes for anchor in note.anchors} == {session.document.versions[0].uid}


def test_undo_of_the_version_takes_the_review_with_it(carried):
    carried.window.actions_of["undo"].trigger()
    assert carried.session.document.latest.number == 1
    assert carried.window.carry_over._items == ()


def test_the_file_is_asked_for_and_the_same_one_twice_says_so(carried, tmp_path, qtbot, monkeypatch):
    path = tmp_path / "Harbour notice 2.txt"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(path), ""))
    with qtbot.waitSignal(carried.session.version_added, timeout=10_000):
        carried.window.actions_of["new_version"].trigger()
    assert carried.session.document.latest.number == 2
    assert carried.window.messages.sentences == ("Harbour notice 2.txt is the version that is shown already.",)


@pytest.mark.parametrize(("language", "scale"), [("en", 100), ("zh", 100), ("en", 200)])
def test_every_part_of_the_review_is_said_and_reached_and_no_word_is_cut(carried, qtbot, language, scale):
    carried.preferences.change(language=language, scale=scale)
    if scale > 100:
        carried.window.resize(1900, 1000)
    shown = panel(carried)
    shown.ask_reason("Why?")
    qtbot.wait(100)
    assert unsaid(shown) + unreachable(shown) + cut_words(shown) == []
