"""Filtering notes by anything, and filters kept under a name."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotations.model import Note, Reply, Review, Severity, Status, Visibility
from documents.model import Span
from ui.models.note_filter import FACETS, NoteFilter, Said, filter_of, plain
from ui.panels.filter_menu import facet_label, value_label
from ui.settings import load

NOW = datetime(2026, 3, 2, tzinfo=UTC)
TODAY = date(2026, 3, 2)


def a_note(**fields):
    return Note(uid="n", number=7, document="d", created=NOW, modified=NOW, **fields)


@pytest.mark.parametrize(
    ("facet", "value", "fields"),
    [
        ("severity", Severity.LOW, {"severity": Severity.LOW}),
        ("status", Status.RESOLVED, {"status": Status.RESOLVED}),
        ("visibility", Visibility.INTERNAL, {"visibility": Visibility.INTERNAL}),
        ("review", Review.APPROVED, {"review": Review.APPROVED}),
        ("owner", "Mei Lin", {"owner": "Mei Lin"}),
        ("category", "告知", {"category": "告知"}),
        ("author", "A. Okafor", {"author": "A. Okafor"}),
        ("due", "overdue", {"due": "2026-03-01"}),
        ("due", "week", {"due": "2026-03-09"}),
        ("due", "dated", {"due": "before launch"}),
        ("redraft", "with", {"proposed_wording": "x"}),
        ("replies", "with", {"replies": (Reply(uid="r", author="B", text="y", created=NOW),)}),
        ("assessment", "question", {"assessment": "question"}),
    ],
)
def test_a_note_is_chosen_by_every_facet(facet, value, fields):
    wanted = NoteFilter().toggled(facet, value)
    assert wanted.takes(a_note(**fields), TODAY)
    assert not wanted.takes(a_note(), TODAY)
    assert filter_of(plain(wanted)) == wanted


def test_two_values_of_a_facet_let_either_through_and_two_facets_only_both():
    wanted = NoteFilter().toggled("status", Status.OPEN).toggled("status", Status.RESOLVED)
    assert wanted.takes(a_note(status=Status.RESOLVED))
    both = wanted.toggled("owner", "Mei")
    assert not both.takes(a_note(status=Status.RESOLVED))
    assert both.takes(a_note(status=Status.RESOLVED, owner="Mei"))


def test_what_is_not_there_can_be_asked_for():
    assert NoteFilter().toggled("owner", "").takes(a_note())
    assert NoteFilter().toggled("due", "none").takes(a_note())
    assert NoteFilter().toggled("redraft", "without").takes(a_note())


def test_answers_and_numbers_are_found_by_their_words():
    note = a_note(replies=(Reply(uid="r", author="B", text="Ｐlease ask Kim", created=NOW),))
    assert NoteFilter("please ask").takes(note)
    assert NoteFilter("#7").takes(note)


@pytest.mark.parametrize(
    ("said", "typed"),
    [
        ("the controller’s own", "controller's"),
        ("个人 信息", "个人信息"),
        ("ＧＤＰＲ Art. 6", "gdpr  art"),
        ("a—b", "A-B"),
    ],
)
def test_quotes_width_case_and_spaces_make_no_difference(said, typed):
    assert NoteFilter(typed).takes(a_note(issue=said))


def test_words_are_made_once_and_anew_for_a_changed_note():
    said, note = Said(), a_note(title="first")
    assert said.of(note) is said.of(note)
    assert "second" in said.of(a_note(title="second"))


def test_a_damaged_filter_of_the_settings_file_lets_everything_through():
    assert filter_of({"colour": ["red"], "status": "open", "words": ""}) == NoteFilter()


@pytest.mark.usefixtures("qapp")
def test_every_facet_and_value_has_a_name():
    for facet in FACETS:
        if facet != "severity":
            assert facet_label(facet)
    assert value_label("due", "overdue") == "Overdue"
    assert value_label("owner", "") == "Owner: none"
    assert value_label("owner", "Mei") == "Mei"


@pytest.fixture
def three(opened):
    text = opened.session.policy.text
    for words in ("whatever else we find useful", "trusted third parties", "at any time"):
        start = text.index(words)
        opened.session.add_note((Span(start, start + len(words)),), Severity.MEDIUM)
    first, second, _third = opened.session.notes
    opened.session.edit(first.uid, owner="Mei Lin", due="2026-01-01", title="first")
    opened.session.edit(second.uid, owner="Kim", status=Status.RESOLVED, title="second")
    opened.window.work.back_to_text()
    opened.window.actions_of["filter"].trigger()
    return opened


def bar_of(program):
    return program.window.work.notes.filter


def menu_action(menu, *path):
    menu.aboutToShow.emit()
    *folders, last = path
    for folder in folders:
        menu = next(action.menu() for action in menu.actions() if action.text() == folder)
    return next(action for action in menu.actions() if action.text() == last)


def titles(program):
    return [note.title for note in program.window.work.notes.model.shown]


def test_the_menu_offers_the_owners_there_are_and_says_what_is_chosen(three):
    menu_action(bar_of(three).more, "Owner", "Mei Lin").trigger()
    assert titles(three) == ["first"]
    assert bar_of(three).summary.text() == "Mei Lin"
    menu_action(bar_of(three).more, "Owner", "Kim").trigger()
    assert titles(three) == ["first", "second"]
    assert menu_action(bar_of(three).more, "Owner", "Kim").isChecked()
    menu_action(bar_of(three).more, "Due", "Overdue").trigger()
    assert titles(three) == ["first"]
    bar_of(three).clear()
    assert len(titles(three)) == 3
    assert not bar_of(three).summary.isVisible()


def test_a_filter_is_kept_under_a_name_chosen_again_and_forgotten(three, tmp_path):
    bar = bar_of(three)
    bar.shapes[Severity.MEDIUM].click()
    menu_action(bar.more, "Status", "Resolved").trigger()
    menu_action(bar.saved, "Save this filter…").trigger()
    assert bar.name.hasFocus()
    QTest.keyClicks(bar.name, "done")
    QTest.keyClick(bar.name, Qt.Key.Key_Return)
    assert not bar.name.isVisible()
    assert load(tmp_path / "settings.toml").filters == {"done": {"severity": ["medium"], "status": ["resolved"]}}
    bar.clear()
    menu_action(bar.saved, "done").trigger()
    assert titles(three) == ["second"]
    assert bar.shapes[Severity.MEDIUM].isChecked()
    assert menu_action(bar.saved, "done").isChecked()
    menu_action(bar.saved, "Forget", "done").trigger()
    assert load(tmp_path / "settings.toml").filters == {}


def test_esc_gives_up_naming_a_filter(three):
    bar = bar_of(three)
    bar.shapes[Severity.MEDIUM].click()
    menu_action(bar.saved, "Save this filter…").trigger()
    QTest.keyClick(bar.name, Qt.Key.Key_Escape)
    assert not bar.name.isVisible()
    assert bar.words.hasFocus()
    assert three.preferences.settings.filters == {}


def test_where_nothing_fits_all_are_offered(three):
    panel = three.window.work.notes
    bar_of(three).shapes[Severity.LOW].click()
    assert panel.show_all.text() == "Show all 3"
    assert panel.show_all.isVisible()
    panel.show_all.click()
    assert len(titles(three)) == 3
    assert not bar_of(three).shapes[Severity.LOW].isChecked()
