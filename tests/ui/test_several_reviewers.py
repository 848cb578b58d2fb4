"""Several reviewers in the window: what a copy brings is counted first, and what is left is decided by keys."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialog

from annotations.matter import OpenMatter
from annotations.model import Reviewer, Severity
from documents.model import Span
from tests.ui.everyone import cut_words, unreachable, unsaid
from tests.ui.test_theme import contrast
from ui.dialogs.merging_dialog import MergingDialog
from ui.dialogs.undecided_dialog import UndecidedDialog
from ui.people import PERSON_COLOURS, People
from ui.theme import DARK, LIGHT, SEPIA, high_contrast_theme, palette_of

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
WHY = "agreed on the telephone"


@pytest.fixture
def copy(opened):
    """A copy in which a colleague said another thing of one note, and marked the words of another."""
    session = opened.session
    session.add_note([Span(0, 7)], Severity.LOW)
    session.add_note([Span(24, 40)], Severity.LOW)
    one, two = session.notes
    path = session.path.with_name("elsewhere.clausemark")
    shutil.copyfile(session.path, path)
    session.edit(one.uid, issue="mine")
    with OpenMatter.open(path, Reviewer("Tom Reed", "TR"), lambda: datetime.now(UTC)) as theirs:
        theirs.edit(one.uid, issue="theirs")
        theirs.add_note(theirs.document().uid, [Span(24, 40)], severity=Severity.HIGH, title="also seen")
    assert two.uid
    return path


def merge(window, qtbot, path):
    window.merging.ask([path])
    dialog = window.findChild(MergingDialog)
    qtbot.waitUntil(dialog.take.isEnabled, timeout=10_000)
    said = dialog.counts.text()
    dialog.take.click()
    qtbot.waitUntil(lambda: window.findChild(MergingDialog) is None or not dialog.isVisible(), timeout=10_000)
    return said


def undecided(window) -> UndecidedDialog:
    window.actions_of["undecided"].trigger()
    return next(one for one in window.findChildren(UndecidedDialog) if one.isVisible())


def test_what_comes_in_is_counted_before_and_one_undo_takes_it_back(opened, copy, qtbot):
    said = merge(opened.window, qtbot, copy)
    assert said.splitlines() == [
        "1 new notes", "1 notes that were changed", "1 places that both sides changed, for you to decide",
    ]  # fmt: skip
    assert len(opened.session.notes) == 3
    assert any("3 things are left to decide" in told for told in opened.window.messages.sentences)
    opened.window.actions_of["undo"].trigger()
    assert [note.issue for note in opened.session.notes] == ["mine", ""]
    assert opened.session.matter.check() == ()


def test_a_copy_that_cannot_be_merged_is_refused_in_the_dialog(opened, tmp_path, qtbot):
    strange = tmp_path / "strange.clausemark"
    strange.write_text("nothing", encoding="utf-8")
    opened.window.merging.ask([strange])
    dialog = opened.window.findChild(MergingDialog)
    qtbot.waitUntil(lambda: bool(dialog.fault.text()), timeout=10_000)
    assert "strange.clausemark is not a Clausemark matter" in dialog.fault.text()
    assert not dialog.take.isEnabled()
    dialog.cancel.click()


def test_everything_is_decided_by_keys_and_the_reason_is_kept(opened, copy, qtbot):
    merge(opened.window, qtbot, copy)
    dialog = undecided(opened.window)
    assert dialog.item.kind == "field"
    dialog.list.setFocus()
    qtbot.keyClicks(dialog.list, "1")
    assert dialog.focusWidget() is dialog.why, "without a reason nothing is decided"
    qtbot.keyClicks(dialog.why, WHY)
    qtbot.keyClick(dialog.why, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.list
    kept = dialog.item.conflict.claims[1].value
    qtbot.keyClicks(dialog.list, "2")
    assert opened.session.notes[0].issue == kept
    assert dialog.item.kind == "same words"
    qtbot.keyClicks(dialog.list, "b")
    assert dialog.item.kind == "rating"
    dialog.ratings[Severity.MEDIUM].click()
    assert dialog.item is None
    assert dialog.head.text() == "Nothing is left to decide."
    assert [note.severity for note in opened.session.notes[1:]] == [Severity.MEDIUM] * 2
    reasons = [
        c.after["why"] for c in opened.session.matter.changes() if isinstance(c.after, dict) and "why" in c.after
    ]
    assert set(reasons) == {WHY}
    dialog.undo.click()
    assert dialog.item.kind == "rating"
    dialog.close()


def test_two_notes_are_joined_and_other_words_are_written(opened, copy, qtbot):
    merge(opened.window, qtbot, copy)
    dialog = undecided(opened.window)
    dialog.why.setText(WHY)
    assert dialog.edited.isVisible()
    dialog.edited.setPlainText("what both mean")
    dialog.take_edited.click()
    assert opened.session.notes[0].issue == "what both mean"
    dialog.sides.buttons[0].click()
    assert len(opened.session.notes) == 2
    assert opened.session.notes[1].title == "also seen"
    dialog.close()


def test_an_opened_matter_says_what_is_left_to_decide(opened, copy, qtbot):
    merge(opened.window, qtbot, copy)
    path = opened.session.path
    opened.window.close_matter()
    opened.window.open_file(path)
    qtbot.waitUntil(
        lambda: any("In 1 places, reviewers say" in told for told in opened.window.messages.sentences), timeout=5_000
    )


@pytest.mark.parametrize("language", ["en", "zh"])
def test_both_dialogs_are_said_and_reached_and_no_word_is_cut(opened, copy, qtbot, language):
    opened.preferences.change(language=language)
    window = opened.window
    window.merging.ask([copy])
    dialog = window.findChild(MergingDialog)
    qtbot.waitUntil(dialog.take.isEnabled, timeout=10_000)
    told = {"merging": unsaid(dialog) + unreachable(dialog) + cut_words(dialog)}
    dialog.take.click()
    qtbot.waitUntil(lambda: len(opened.session.notes) == 3, timeout=10_000)
    qtbot.waitUntil(lambda: not any(one.isVisible() for one in window.findChildren(QDialog)), timeout=5_000)
    found = undecided(window)
    for kind in ("field", "same words", "rating"):
        found.go_to(kind)
        qtbot.wait(20)
        told[kind] = unsaid(found) + unreachable(found) + cut_words(found)
    found.close()
    assert {name: faults for name, faults in told.items() if faults} == {}


def test_a_note_of_another_reviewer_bears_his_sign_and_is_said_to_be_his(opened, copy, qtbot):
    merge(opened.window, qtbot, copy)
    notes = opened.window.work.notes
    theirs = next(note for note in opened.session.notes if note.author == "Tom Reed")
    sign = notes.people.sign_of(theirs, opened.window.look)
    assert (sign.letters, sign.name) == ("TR", "Tom Reed")
    assert notes.people.sign_of(opened.session.notes[0], opened.window.look) is None
    row = notes.model.index(notes.model.row_of(theirs.uid), 0)
    assert "Tom Reed" in row.data(Qt.ItemDataRole.AccessibleTextRole)
    notes.list.scrollTo(row)
    picture = notes.list.viewport().grab().toImage()
    place = notes.list.visualRect(row)
    foot = [picture.pixelColor(QPoint(x, y)).name() for x in range(place.left(), place.left() + 70)
            for y in range(place.bottom() - 40, place.bottom())]  # fmt: skip
    assert sign.ground.lower() in foot


@pytest.mark.parametrize("theme", [LIGHT, SEPIA, DARK], ids=lambda theme: theme.name)
def test_signs_are_read_on_their_ground_and_seen_on_the_card(theme):
    people = People(lambda: "me")
    names = [f"Reviewer {letter}" for letter in "ABCDEF"]
    signs = [people.sign(name, theme) for name in names]
    assert len({sign.ground for sign in signs}) == len(PERSON_COLOURS[theme.name])
    marks = {theme.severity(severity).mark for severity in Severity}
    for sign in signs:
        assert contrast(sign.on, sign.ground) >= 4.5
        assert contrast(sign.ground, theme.card) >= 4.5
        assert sign.ground not in marks
    assert people.sign("me", theme) is None
    assert people.sign("Reviewer A", theme) == signs[0]
    plain = high_contrast_theme(palette_of(theme))
    assert people.sign("Reviewer A", plain).ground == plain.card


def test_a_merge_that_was_undone_is_offered_back_and_several_copies_come_in_at_once(opened, copy, qtbot, tmp_path):
    third = tmp_path / "third.clausemark"
    shutil.copyfile(copy, third)
    with OpenMatter.open(third, Reviewer("Wen Li"), lambda: datetime.now(UTC)) as other:
        other.add_note(other.document().uid, issue="third")
    window = opened.window
    for _ in range(2):
        window.merging.ask([copy, third])
        dialog = next(one for one in window.findChildren(MergingDialog) if one.isVisible())
        qtbot.waitUntil(dialog.take.isEnabled, timeout=10_000)
        again = dialog.take.text()
        dialog.take.click()
        qtbot.waitUntil(lambda: len(opened.session.notes) == 4, timeout=10_000)
        qtbot.waitUntil(lambda: not any(one.isVisible() for one in window.findChildren(MergingDialog)), timeout=5_000)
        opened.session.undo()
        assert len(opened.session.notes) == 2
    assert again == "Bring it back"
    assert opened.session.matter.check() == ()


def row_of(dialog, name):
    words = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    return next(n for n, said in enumerate(words) if said.startswith(name) and said.endswith(" · Deleted or not"))


def test_a_deleted_note_and_a_document_taken_out_are_named_while_they_are_to_decide(opened, copy, qtbot):
    session = opened.session
    session.delete_note(session.notes[0].uid)
    session.remove_document(session.documents()[0].uid)
    merge(opened.window, qtbot, copy)
    dialog = undecided(opened.window)
    dialog.why.setText(WHY)
    name = session.document_name(session.matter.removed_documents()[0])
    dialog.list.setCurrentRow(row_of(dialog, name))
    dialog.sides.buttons[1].click()
    assert len(session.documents()) == 1
    dialog.list.setCurrentRow(row_of(dialog, "#1 "))
    dialog.sides.buttons[1].click()
    assert len(session.notes) == 3
    dialog.close()
