"""Comparing versions in the window: what is shown, going about by keys, notes on changes, the Word file, histories."""

from __future__ import annotations

import hashlib

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu

from annotations.model import Severity
from documents.comparing.model import Category
from documents.model import Span
from documents.reader import open_document
from tests.ui.conftest import POLICY
from tests.ui.everyone import crowded, cut_words, unreachable, unsaid

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints|does not support (raise|grabbing)")
NEW = (
    POLICY.replace("We share your data with partners", "We may share your data with 12 partners")
    .replace("Partners give us data about you, without telling you.\n", "")
    .replace("This notice says what we do.\n", "This notice says what we do, and why.\n")
    .replace("2. Sharing", "2. Cookies\nThe site sets two cookies that its settings page lists.\n\n3. Sharing")
)
OTHER = "House rules\n\n1. The kitchen is cleaned by whoever cooked in it last.\n2. Nobody smokes indoors.\n"


@pytest.fixture
def twice(opened, tmp_path, qtbot):
    """The window with two versions of the policy."""
    session = opened.session
    path = tmp_path / "Harbour notice 2.txt"
    path.write_text(NEW, encoding="utf-8")
    with qtbot.waitSignal(session.version_added, timeout=10_000):
        session.read_version(path, session.document.uid)
    opened.window.carry_over.hide()
    return opened


@pytest.fixture
def comparing(twice, qtbot):
    return compare(twice, qtbot)


def compare(program, qtbot):
    program.window.actions_of["compare"].trigger()
    shown = program.window.comparing.shown
    qtbot.waitUntil(lambda: shown.running.done, timeout=10_000)
    return shown


def go_to(comparing, words):
    sides = comparing.running.sides
    found = next(
        one for one in comparing.model.changes if words in one.old.of(sides.old.text) + one.new.of(sides.new.text)
    )
    comparing._go_to(found)
    return found


def test_with_one_version_of_one_document_there_is_nothing_to_compare(opened):
    acts = opened.window.actions_of
    assert not acts["compare"].isEnabled()
    assert not acts["word_history"].isEnabled()
    acts["compare"].trigger()
    assert opened.window.comparing.shown is None


def test_the_last_two_versions_are_compared_and_every_row_of_both_is_there(comparing):
    first, second = comparing.parts.choices.pair
    assert (first.number, second.number) == (1, 2)
    assert comparing.parts.heads[0].text().startswith("Version 1")
    rows, sides = comparing.parts.view.rows, comparing.running.sides
    assert "".join(row.new.of(sides.new.text) for row in rows) == NEW
    assert "".join(row.old.of(sides.old.text) for row in rows) == POLICY
    assert comparing.current is comparing.model.shown[0]


def test_what_is_form_or_renumbering_alone_is_folded_until_asked_for(comparing):
    model, filters = comparing.model, comparing.parts.filters
    renumbered = [one for one in model.changes if one.folded]
    assert renumbered
    assert not set(map(id, renumbered)) & set(map(id, model.shown))
    assert f"of {len(model.changes)}" in filters.told.text()
    filters.buttons[Category.RENUMBERING].click()
    assert set(map(id, renumbered)) <= set(map(id, model.shown))
    for category, button in filters.buttons.items():
        if button.isChecked() and category is not Category.NUMBERS:
            button.click()
    assert model.shown
    assert all(Category.NUMBERS in one.categories for one in model.shown)


def test_f7_and_j_go_on_shift_f7_and_k_go_back_round_the_ends(comparing):
    model = comparing.model
    QTest.keyClick(comparing.parts.list, Qt.Key.Key_F7)
    assert comparing.current is model.shown[1]
    QTest.keyClick(comparing.parts.view, Qt.Key.Key_J)
    assert comparing.current is model.shown[2]
    QTest.keyClick(comparing.parts.view, Qt.Key.Key_K)
    QTest.keyClick(comparing.parts.view, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert comparing.current is model.shown[0]
    comparing.step(-1)
    assert comparing.current is model.shown[-1]
    assert comparing.parts.list.currentIndex().row() == len(model.shown) - 1
    assert comparing.parts.view.accessibleDescription() == model.aloud(comparing.current)


def test_a_filtered_change_that_is_current_leads_on_to_the_next_listed_one(comparing):
    folded = next(one for one in comparing.model.changes if one.folded)
    comparing._go_to(folded)
    comparing.step(1)
    following = [one for one in comparing.model.shown if one.rows.start > folded.rows.start]
    assert comparing.current is (following or comparing.model.shown)[0]


@pytest.mark.parametrize("together", [False, True])
def test_a_click_on_a_row_chooses_its_change_in_both_ways(comparing, together):
    if together:
        QTest.keyClick(comparing.parts.view, Qt.Key.Key_V)
    view = comparing.parts.view
    assert view.together is together
    found = go_to(comparing, "two cookies")
    comparing._go_to(comparing.model.shown[0])
    view.go_to(found.rows.start)
    place = view.place_of(found.rows.start).center()
    assert view.viewport().rect().contains(place)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert comparing.current is found
    drawn = view.grab().toImage()
    assert not drawn.isNull()


def test_a_digit_makes_a_note_on_the_words_that_came_and_marks_the_change(comparing, twice, qtbot):
    found = go_to(comparing, "two cookies")
    QTest.keyClick(comparing.parts.list, Qt.Key.Key_2)
    (note,) = twice.session.notes
    assert note.severity is Severity.HIGH
    assert "two cookies" in note.anchors[0].exact
    qtbot.waitUntil(lambda: f"note {note.number}" in comparing.model.aloud(found), timeout=2_000)
    twice.session.undo()
    qtbot.waitUntil(lambda: "note" not in comparing.model.aloud(found), timeout=2_000)
    assert twice.session.notes == ()


def test_a_note_on_a_deletion_says_what_was_struck_and_is_one_step(comparing, twice):
    go_to(comparing, "Partners give us")
    comparing.parts.notes.severities[Severity.CRITICAL].click()
    (note,) = twice.session.notes
    assert "Partners give us data about you, without telling you." in note.issue
    assert note.issue.startswith("Struck in version 2")
    twice.session.undo()
    assert twice.session.notes == ()


def test_n_makes_a_note_and_opens_its_card(comparing, twice):
    go_to(comparing, "two cookies")
    QTest.keyClick(comparing.parts.view, Qt.Key.Key_N)
    (note,) = twice.session.notes
    assert twice.window.work.notes.list.open_uid == note.uid


def test_no_note_goes_on_an_older_version_and_it_is_said_why(comparing, twice, qtbot):
    old = twice.session.document.versions
    comparing.parts.choices.fill((old[1], old[0]))
    comparing.compare()
    qtbot.waitUntil(lambda: comparing.running.done, timeout=10_000)
    assert not comparing.parts.notes.write.isEnabled()
    assert "latest version" in comparing.parts.notes.toolTip()
    comparing.judge(Severity.HIGH)
    assert twice.session.notes == ()


def test_two_documents_of_the_matter_are_compared_and_the_note_goes_on_the_second(opened, tmp_path, qtbot):
    path = tmp_path / "Other.txt"
    path.write_text(OTHER, encoding="utf-8")
    session = opened.session
    opened.window.open_file(path)
    qtbot.waitUntil(lambda: len(session.documents()) > 1, timeout=10_000)
    first, second = session.documents()
    session.show_document(second.uid)
    comparing = compare(opened, qtbot)
    assert [one.document for one in comparing.parts.choices.pair] == [first.uid, second.uid]
    go_to(comparing, "kitchen")
    session.show_document(first.uid)
    comparing.judge(Severity.LOW)
    assert session.document.uid == second.uid
    assert len(session.notes) == 1


def test_the_word_file_is_both_versions_stands_in_the_register_and_is_offered(comparing, twice, tmp_path, qtbot):
    out = tmp_path / "out.docx"
    twice.window.comparing.write(out)
    qtbot.waitUntil(lambda: not comparing.parts.foot.open.isHidden(), timeout=10_000)
    (line,) = twice.session.matter.register()
    assert line.product == "comparison"
    assert line.sha256 == hashlib.sha256(out.read_bytes()).hexdigest()
    assert line.versions == tuple(one.uid for one in twice.session.document.versions)
    read = open_document(out.read_bytes(), name=out.name)
    assert "two cookies" in read.text
    assert read.revisions


def test_the_name_that_is_offered_says_what_it_is_and_where_it_cannot_be_written_it_is_said(
    comparing, twice, tmp_path, qtbot, monkeypatch
):
    offered = []

    def answer(_parent, _title, name, _kinds):
        offered.append(name)
        return str(tmp_path / "no such folder" / "x"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    comparing.parts.export.click()
    assert "Comparison" in offered[0]
    qtbot.waitUntil(lambda: comparing.parts.foot.said.property("look") == "alert", timeout=10_000)
    assert "x.docx" in comparing.parts.foot.said.text()
    assert twice.session.matter.register() == ()


def test_the_history_of_words_says_in_which_version_they_appeared(twice, qtbot):
    text = twice.session.policy.text
    start = text.index("The site sets")
    twice.window.work.policy.view.select(Span(start, start + 30))
    twice.window.actions_of["word_history"].trigger()
    history = twice.window.comparing._history
    qtbot.waitUntil(lambda: bool(history.told.toPlainText()), timeout=10_000)
    assert history.head.text().startswith("First in version 2")
    assert "not there yet" in history.told.toPlainText()


def test_the_history_of_a_clause_that_only_has_another_number_says_that_it_did_not_change(twice, qtbot):
    text = twice.session.policy.text
    twice.window.work.policy.view.put_caret(text.index("3. Sharing") + 4)
    twice.window.comparing.history(
        twice.session.document.uid,
        twice.session.shown_version.uid,
        Span(text.index("3. Sharing"), text.index("3. Sharing") + 10),
    )
    history = twice.window.comparing._history
    qtbot.waitUntil(lambda: bool(history.told.toPlainText()), timeout=10_000)
    assert "Changed" not in history.head.text()


def test_a_row_offers_its_words_and_their_history(comparing, twice, qtbot):
    found = go_to(comparing, "two cookies")
    comparing._menu(found.rows.stop - 1, QPoint(0, 0))
    (menu,) = [one for one in comparing.findChildren(QMenu) if one.actions()]
    old, new, _rule, past = menu.actions()
    assert not old.isEnabled()
    new.trigger()
    assert "two cookies" in QGuiApplication.clipboard().text()
    past.trigger()
    history = twice.window.comparing._history
    qtbot.waitUntil(lambda: history.head.text().startswith("First in version 2"), timeout=10_000)


def test_the_menu_of_selected_words_offers_their_history(twice):
    assert twice.window.actions_of["word_history"] in twice.window.work.policy.views.text._beside.more


@pytest.mark.parametrize(("language", "scale"), [("en", 100), ("zh", 100), ("en", 200)])
def test_every_control_is_said_and_reached_and_no_word_is_cut(twice, qtbot, language, scale):
    twice.preferences.change(language=language, scale=scale)
    comparing = compare(twice, qtbot)
    qtbot.wait(100)
    faults = unsaid(comparing) + unreachable(comparing) + cut_words(comparing) + crowded(comparing)
    assert faults == []


def test_another_theme_or_language_shows_the_same_versions_anew_in_the_same_way(comparing, twice, qtbot):
    comparing.turn()
    pair = comparing.parts.choices.versions()
    twice.preferences.change(theme="dark", language="zh")
    shown = twice.window.comparing.shown
    assert shown is not comparing
    assert shown.parts.choices.versions() == pair
    assert shown.parts.view.together
    assert shown.windowTitle() == "两个版本之间改了什么"
    qtbot.waitUntil(lambda: shown.running.done, timeout=10_000)


def test_undo_works_here_too_and_taking_the_version_out_closes_it(comparing, twice, qtbot):
    go_to(comparing, "two cookies")
    comparing.judge(Severity.HIGH)
    twice.session.undo()
    assert comparing.isVisible()
    twice.session.undo()
    qtbot.waitUntil(lambda: twice.window.comparing.shown is None or comparing.isHidden(), timeout=2_000)


def test_it_closes_with_the_matter(comparing, twice, qtbot):
    twice.window.close_matter()
    qtbot.waitUntil(lambda: twice.window.comparing.shown is None or comparing.isHidden(), timeout=2_000)
