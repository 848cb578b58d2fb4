"""The palette, the clauses by number, the next unread one, and the search of the whole matter, on the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotations.model import Severity
from documents.model import Span
from ui.dialogs.hit_lines import HitRole
from ui.dialogs.palette import Palette
from ui.dialogs.search_dialog import SearchDialog
from ui.going import Going
from ui.models.entries import Entry, Kind, fitting

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def shown(program, kind):
    found = [widget for widget in program.window.findChildren(kind) if widget.isVisible()]
    assert len(found) == 1
    return found[0]


def names(palette):
    return [entry.words for entry in palette.model.entries]


def marked(program, words, severity=Severity.HIGH):
    start = program.session.policy.text.index(words)
    note = program.session.add_note((Span(start, start + len(words)),), severity)
    program.window.work.back_to_text()
    return note


# -- what fits -------------------------------------------------------------------------------------------------------


def test_what_begins_with_the_letters_stands_before_what_holds_them():
    entries = [Entry(Kind.COMMAND, "Copy with export"), Entry(Kind.COMMAND, "Export…"), Entry(Kind.COMMAND, "Undo")]
    assert [entry.words for entry in fitting(entries, "exp")] == ["Export…", "Copy with export"]


def test_the_first_letters_of_the_words_are_enough():
    entries = [Entry(Kind.COMMAND, "Next unread clause"), Entry(Kind.COMMAND, "Normal text size")]
    assert [entry.words for entry in fitting(entries, "nuc")] == ["Next unread clause"]


def test_several_words_are_found_in_any_order():
    entries = [Entry(Kind.CLAUSE, "2.1 Sharing with partners"), Entry(Kind.CLAUSE, "2.2 Sharing")]
    assert [entry.words for entry in fitting(entries, "partners sharing")] == ["2.1 Sharing with partners"]


def test_one_hanzi_finds_a_clause_and_full_width_letters_count():
    entries = [Entry(Kind.CLAUSE, "三、我们怎样共享信息"), Entry(Kind.COMMAND, "Export…")]
    assert [entry.words for entry in fitting(entries, "享")] == ["三、我们怎样共享信息"]
    assert [entry.words for entry in fitting(entries, "ｅｘｐ")] == ["Export…"]


def test_a_leading_sign_asks_for_one_kind():
    entries = [Entry(Kind.COMMAND, "Note 4"), Entry(Kind.NOTE, "Partners not named", also=("4",))]
    assert [entry.kind for entry in fitting(entries, "#4")] == [Kind.NOTE]
    assert [entry.kind for entry in fitting(entries, "＃4")] == [Kind.NOTE]


def test_what_cannot_be_done_now_comes_last_and_is_not_offered_unasked():
    entries = [Entry(Kind.COMMAND, "Undo", allowed=False), Entry(Kind.COMMAND, "Undo the filter")]
    assert [entry.words for entry in fitting(entries, "undo")] == ["Undo the filter", "Undo"]
    assert [entry.words for entry in fitting(entries, "")] == ["Undo the filter"]


def test_nothing_fits_letters_that_stand_nowhere():
    assert fitting([Entry(Kind.COMMAND, "Export…")], "zzz") == ()


# -- the palette -----------------------------------------------------------------------------------------------------


def test_a_command_is_found_and_done_from_the_keyboard(opened):
    opened.window.actions_of["palette"].trigger()
    palette = shown(opened, Palette)
    QTest.keyClicks(palette.field, "larger")
    assert names(palette)[0] == "Larger text"
    before = opened.preferences.settings.text_size
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert opened.preferences.settings.text_size > before
    assert not [widget for widget in opened.window.findChildren(Palette) if widget.isVisible()]


def test_the_arrows_walk_the_list_while_the_letters_stay_in_the_field(opened):
    opened.window.actions_of["palette"].trigger()
    palette = shown(opened, Palette)
    QTest.keyClicks(palette.field, "next")
    assert len(names(palette)) > 2
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == 1
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == len(names(palette)) - 1
    assert palette.field.text() == "next"


def test_a_clause_is_gone_to_by_its_number(opened):
    opened.window.actions_of["go_to_clause"].trigger()
    palette = shown(opened, Palette)
    QTest.keyClicks(palette.field, "1.2")
    assert names(palette)[0].startswith("1.2")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert opened.window.work.outline.current.address == "1.2"


def test_a_note_is_opened_by_its_number(opened):
    note = marked(opened, "third parties")
    opened.session.set_current("")
    opened.window.actions_of["palette"].trigger()
    palette = shown(opened, Palette)
    QTest.keyClicks(palette.field, f"#{note.number}")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert opened.window.work.notes.list.open_uid == note.uid


def test_a_command_that_cannot_be_done_is_said_to_exist_and_does_nothing(opened):
    opened.window.actions_of["palette"].trigger()
    palette = shown(opened, Palette)
    QTest.keyClicks(palette.field, "redo")
    assert names(palette)[0] == "Redo"
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_what_is_called_nothing_says_so(opened):
    opened.window.actions_of["palette"].trigger()
    palette = shown(opened, Palette)
    QTest.keyClicks(palette.field, "zzzz")
    assert palette.nothing.isVisible()
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_the_palette_opens_with_no_document_and_offers_what_can_be_done(open_window):
    program = open_window()
    program.window.actions_of["palette"].trigger()
    palette = shown(program, Palette)
    assert "Open" in names(palette)
    assert all(entry.kind is Kind.COMMAND for entry in palette.model.entries)


def test_esc_gives_the_keys_back_to_where_they_were(opened):
    opened.window.work.policy.take_focus()
    before = opened.window.focusWidget()
    opened.window.actions_of["palette"].trigger()
    palette = shown(opened, Palette)
    assert opened.window.focusWidget() is palette.field
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert opened.window.focusWidget() is before


def test_turning_to_something_else_closes_it_and_leaves_the_keys_there(opened):
    opened.window.actions_of["palette"].trigger()
    palette = shown(opened, Palette)
    opened.window.work.top.find_field.setFocus()
    assert not palette.isVisible()
    assert opened.window.focusWidget() is opened.window.work.top.find_field


# -- unread clauses --------------------------------------------------------------------------------------------------


def test_the_next_unread_clause_passes_over_what_is_read(opened):
    work = opened.window.work
    addresses = [row.address for row in work.outline.model.rows]
    for address in addresses[1:3]:
        opened.session.mark_read(address, read=True)
    work.go_to_clause(addresses[0])
    opened.window.actions_of["next_unread"].trigger()
    assert work.outline.current.address == addresses[3]


def test_after_the_last_clause_unread_ones_are_looked_for_from_the_top(opened):
    work = opened.window.work
    addresses = [row.address for row in work.outline.model.rows]
    work.go_to_clause(addresses[-1])
    opened.window.actions_of["next_unread"].trigger()
    assert work.outline.current.address == addresses[0]


def test_where_all_is_read_it_says_so(opened):
    work = opened.window.work
    for row in work.outline.model.rows:
        opened.session.mark_read(row.address, read=True)
    work.go_to_clause(work.outline.model.rows[1].address)
    opened.window.actions_of["next_unread"].trigger()
    assert work.outline.current.address == work.outline.model.rows[1].address
    assert opened.window.status.left.text() == "Every clause is read."


# -- the whole matter ------------------------------------------------------------------------------------------------


def searching(program, qtbot, words):
    program.window.actions_of["search"].trigger()
    dialog = shown(program, SearchDialog)
    dialog.field.setText(words)
    qtbot.waitUntil(lambda: not program.tasks.busy and not dialog._pause.isActive())
    return dialog


def lines(dialog):
    model = dialog.list.model()
    return [model.index(row).data(HitRole) for row in range(model.rowCount())]


def test_words_are_found_in_the_text_and_in_notes_as_they_are_typed(opened, qtbot):
    note = marked(opened, "third parties")
    opened.session.edit(note.uid, issue="Name the partners.", title="Recipients")
    dialog = searching(opened, qtbot, "partners")
    found = lines(dialog)
    assert [line.parts()[1].lower() for line in found] == ["partners"] * 3
    assert found[-1].where.endswith(f"Note #{note.number} · Issue")
    assert found[-1].mark is Severity.HIGH
    assert [line.where for line in found[:2]] == ["Harbour privacy notice · 1.2", "Harbour privacy notice · 2, para 1"]
    assert dialog.told.text() == "3 places"


def test_a_hit_is_gone_to_and_the_list_stays(opened, qtbot):
    dialog = searching(opened, qtbot, "third parties")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    policy = opened.session.policy
    assert [span.of(policy.text) for span in opened.window.work.policy.view.selection()] == ["third parties"]
    assert dialog.isVisible()


def test_a_note_written_meanwhile_is_found_too(opened, qtbot):
    dialog = searching(opened, qtbot, "recipients")
    assert lines(dialog) == []
    assert dialog.told.text() == "Nothing found in this matter."
    note = marked(opened, "third parties")
    opened.session.edit(note.uid, title="Recipients")
    dialog.search()
    qtbot.waitUntil(lambda: not opened.tasks.busy)
    assert len(lines(dialog)) == 1


def test_the_search_begins_with_the_words_of_the_find_field(opened, qtbot):
    opened.window.work.top.find_field.setText("partners")
    opened.window.actions_of["search"].trigger()
    dialog = shown(opened, SearchDialog)
    qtbot.waitUntil(lambda: not opened.tasks.busy)
    assert dialog.field.text() == "partners"
    assert len(lines(dialog)) == 2


def test_closing_the_matter_closes_the_search(opened, qtbot):
    dialog = searching(opened, qtbot, "partners")
    opened.window.close_matter()
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("chinese", "zh"),
        ("language", "zh"),
        ("dark", "dark"),
        ("version", "versions"),
        ("compare", "versions"),
        ("settings", "preferences"),
        ("深色", "dark"),
        ("比较", "versions"),
    ],
)
def test_a_command_is_found_by_other_words_and_in_the_other_language(opened, typed, name):
    actions = opened.window.actions_of
    action = actions.languages.get(name) or actions.themes.get(name) or actions[name]
    entries = [*Going._commands(opened.window.findChild(Going))]
    found = fitting(entries, typed)
    assert action.trigger in [entry.go for entry in found[:5]]


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget):
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):
        self.count += event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)


def test_what_the_palette_covered_is_painted_before_a_slow_command_begins(opened):
    going, counted = opened.window.findChild(Going), []
    QApplication.processEvents()
    paints = Paints(opened.window.work.policy.view._text.viewport())
    going.show_palette()
    palette = shown(opened, Palette)
    QApplication.processEvents()
    before = paints.count
    palette._entries = [Entry(Kind.COMMAND, "slow", go=lambda: counted.append(paints.count - before))]
    palette.field.setText("slower")
    palette.field.setText("slow")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert counted[0] > 0
