"""A day at the window: open, mark, type, take back, close, reopen, send out. Real widgets on a real matter."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtTest import QTest

from annotations.errors import MatterError
from annotations.model import Severity, Status
from documents.model import Span
from ui.selection_bar import SelectionBar


def span_of(program, words):
    start = program.session.policy.text.index(words)
    return Span(start, start + len(words))


def mark(program, words, key):
    view = program.window.work.policy.view
    view.select(span_of(program, words))
    view.setFocus()
    if key.isascii():
        QTest.keyClick(view.focusProxy() or view, key)
    else:
        press = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, key)
        QCoreApplication.sendEvent(view.focusProxy() or view, press)
    return program.session.note(program.session.current)


def editor_of(program):
    return program.window.work.notes.list.editor


def sample_note(program, words="whatever else we find useful", **fields):
    note = program.session.add_note((span_of(program, words),), Severity.HIGH)
    if fields:
        program.session.edit(note.uid, **fields)
    return program.session.note(note.uid)


def wait_for(qtbot, program, path):
    with qtbot.waitSignal(program.session.document_changed, timeout=10_000):
        program.window.open_file(path)


def test_the_first_start_shows_the_start_page_and_asks_nothing(open_window):
    window = open_window().window
    assert window.start.isVisible()
    assert not window.work.top.isVisible()
    assert window.windowTitle() == "Clausemark"
    assert window.messages.sentences == ()


def test_a_policy_gets_a_matter_in_documents_and_never_beside_it(opened, policy_file, tmp_path):
    made = tmp_path / "Documents" / "Clausemark" / "Harbour notice.clausemark"
    assert opened.session.path == made
    assert made.exists()
    assert [file.name for file in policy_file.parent.iterdir()] == ["Harbour notice.txt"]
    assert "Harbour notice" in opened.window.windowTitle()
    assert "Documents/Clausemark" in opened.window.windowTitle().replace("\\", "/")


def test_the_same_policy_opens_its_matter_again_and_another_of_that_name_gets_a_new_one(
    opened, policy_file, tmp_path, qtbot
):
    first = opened.session.path
    opened.window.close_matter()
    wait_for(qtbot, opened, policy_file)
    assert opened.session.path == first
    opened.window.close_matter()
    other = tmp_path / "other" / "Harbour notice.txt"
    other.parent.mkdir()
    other.write_text("1. Another one\nWords.\n", encoding="utf-8")
    wait_for(qtbot, opened, other)
    assert opened.session.path.name == "Harbour notice (2).clausemark"


def test_a_second_policy_joins_the_open_matter_and_tabs_appear(opened, tmp_path, qtbot):
    assert not opened.window.work.tabs.isVisible()
    other = tmp_path / "Cookies.txt"
    other.write_text("1. Cookies\nWe set cookies.\n", encoding="utf-8")
    wait_for(qtbot, opened, other)
    assert opened.window.work.tabs.isVisible()
    assert opened.window.work.tabs.count() == 2
    assert opened.window.work.tabs.height() == 34
    opened.window.actions_of["next_document"].trigger()
    assert "Harbour" in opened.session.policy.text


def test_select_press_2_type_and_it_is_kept(opened, qtbot):
    note = mark(opened, "whatever else we find useful", "2")
    assert note.severity is Severity.HIGH
    assert note.anchors[0].exact == "whatever else we find useful"
    assert note.author == "A. Okafor"
    title = editor_of(opened).fields["title"]
    qtbot.waitUntil(title.hasFocus)
    QTest.keyClicks(title, "Open-ended")
    QTest.keyClick(title, Qt.Key.Key_Return)
    issue = editor_of(opened).fields["issue"]
    assert issue.hasFocus()
    QTest.keyClicks(issue, "No purpose is named.")
    QTest.keyClick(issue, Qt.Key.Key_Escape)
    kept = opened.session.matter.note(note.uid)
    assert (kept.title, kept.issue) == ("Open-ended", "No purpose is named.")
    assert opened.window.work.notes.list.open_uid == ""
    assert (opened.window.work.policy.view.focusProxy() or opened.window.work.policy.view).hasFocus()


def test_a_visit_to_a_field_is_one_undo_and_redo_brings_it_back(opened):
    note = mark(opened, "whatever else we find useful", "1")
    issue = editor_of(opened).fields["issue"]
    issue.setFocus()
    QTest.keyClicks(issue, "first words, ")
    editor_of(opened).visits.commit()
    QTest.keyClicks(issue, "and more")
    QTest.keyClick(issue, Qt.Key.Key_Escape)
    opened.window.actions_of["undo"].trigger()
    assert opened.session.note(note.uid).issue == ""
    opened.window.actions_of["redo"].trigger()
    assert opened.session.note(note.uid).issue == "first words, and more"
    opened.window.actions_of["undo"].trigger()
    opened.window.actions_of["undo"].trigger()
    assert opened.session.notes == ()
    assert "Undone: new note" in opened.window.status.left.text()


def test_taking_back_the_only_policy_shows_the_start_page_and_redo_the_policy(opened):
    opened.session.undo()
    assert opened.session.document is None
    assert opened.window.start.isVisible()
    assert not opened.window.work.isVisible()
    opened.window.actions_of["redo"].trigger()
    assert opened.window.work.isVisible()
    assert opened.session.policy is not None


def test_undo_reaches_back_over_closing_and_reopening(opened):
    mark(opened, "We collect your name", "3")
    path = opened.session.path
    opened.window.close_matter()
    assert opened.window.start.isVisible()
    opened.window.open_file(path)
    assert len(opened.session.notes) == 1
    assert opened.window.actions_of["undo"].isEnabled()
    opened.window.actions_of["undo"].trigger()
    assert opened.session.notes == ()


def test_typing_is_a_draft_within_300_milliseconds_and_is_offered_back(opened, open_window, qtbot):
    note = mark(opened, "We collect your name", "3")
    title = editor_of(opened).fields["title"]
    QTest.keyClicks(title, "Half a")
    qtbot.waitUntil(lambda: [one.text for one in opened.session.matter.drafts()] == ["Half a"], timeout=300)
    path = opened.session.path
    opened.session.matter.close()  # the power goes
    opened.session.matter = None
    opened.window.work.notes.list.editor.visits._text = None
    again = open_window()
    again.window.open_file(path)
    assert "Typing from last time" in again.window.messages.sentences[0]
    again.session.restore_drafts()
    assert again.session.note(note.uid).title == "Half a"
    assert again.session.matter.drafts() == ()


def test_a_field_at_rest_becomes_a_change_of_its_own(opened, qtbot):
    note = mark(opened, "We collect your name", "3")
    QTest.keyClicks(editor_of(opened).fields["title"], "Names")
    assert editor_of(opened).foot.state.text() == "Saving…"
    qtbot.waitUntil(lambda: opened.session.matter.note(note.uid).title == "Names", timeout=4_000)
    assert editor_of(opened).foot.state.text() == "Saved"
    assert opened.session.matter.drafts() == ()


def test_full_width_digits_count_and_with_nothing_selected_they_judge_the_current_note(opened):
    note = mark(opened, "We collect your name", "４")
    assert note.severity is Severity.LOW
    opened.window.work.back_to_text()
    opened.window.work.policy.view.clear_selection()
    view = opened.window.work.policy.view
    QTest.keyClick(view.focusProxy() or view, "1")
    assert opened.session.note(note.uid).severity is Severity.CRITICAL
    assert len(opened.session.notes) == 1


def test_clicking_words_shows_the_card_and_clicking_a_card_shows_the_words(opened):
    first = sample_note(opened, "We collect your name")
    last = sample_note(opened, "at any time without telling you")
    window = opened.window
    window.work.back_to_text()
    window.work.policy.view.note_clicked.emit(first.uid)
    assert opened.session.current == first.uid
    row = window.work.notes.list.visualRect(window.work.notes.model.index(window.work.notes.model.row_of(last.uid)))
    QTest.mouseClick(window.work.notes.list.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert opened.session.current == last.uid
    assert window.work.notes.list.open_uid == last.uid
    assert editor_of(opened).isVisible()


def test_enter_opens_the_card_and_delete_takes_the_note_away_without_a_question(opened):
    note = sample_note(opened, "We collect your name")
    window = opened.window
    window.work.back_to_text()
    window.work.notes.list.setFocus()
    QTest.keyClick(window.work.notes.list, Qt.Key.Key_Return)
    assert window.work.notes.list.open_uid == note.uid
    QTest.keyClick(editor_of(opened).fields["issue"], Qt.Key.Key_Escape)
    window.work.notes.list.setFocus()
    QTest.keyClick(window.work.notes.list, Qt.Key.Key_Delete)
    assert opened.session.notes == ()
    window.actions_of["undo"].trigger()
    assert [back.number for back in opened.session.notes] == [note.number]


def test_the_range_of_a_note_can_be_moved_to_other_words(opened):
    note = sample_note(opened, "We collect your name")
    opened.window.work.policy.view.select(span_of(opened, "your address"))
    opened.window.actions_of["set_range"].trigger()
    assert opened.session.note(note.uid).anchors[0].exact == "your address"


def test_notes_are_filtered_by_severity_status_and_words(opened):
    sample_note(opened, "We collect your name", title="Names")
    low = sample_note(opened, "your address", title="Addresses", severity=Severity.LOW)
    sample_note(opened, "third parties", title="Partners", status=Status.RESOLVED)
    notes = opened.window.work.notes
    opened.window.work.back_to_text()
    notes.filter.shapes[Severity.LOW].click()
    assert [note.uid for note in notes.model.shown] == [low.uid]
    notes.filter.clear()
    notes.filter.more.toggled.emit("status", Status.RESOLVED)
    assert [note.title for note in notes.model.shown] == ["Partners"]
    notes.filter.clear()
    notes.filter.words.setText("ＮＡＭＥＳ")
    notes.filter._tell()
    assert [note.title for note in notes.model.shown] == ["Names"]
    notes.filter.words.setText("zebra")
    notes.filter._tell()
    assert notes._nothing.text() == "No note fits this filter."
    assert notes.show_all.text() == "Show all 3"
    notes.show_all.click()
    assert len(notes.model.shown) == 3


def test_words_are_found_counted_and_walked_through(opened, qtbot):
    field = opened.window.work.top.find_field
    opened.window.actions_of["find"].trigger()
    assert field.hasFocus()
    field.setText("WITHOUT ｔｅｌｌｉｎｇ")
    qtbot.waitUntil(lambda: field._count.text() == "1 of 2")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field._count.text() == "2 of 2"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field._count.text() == "1 of 2"
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert field._count.text() == "2 of 2"
    field.setText("withdraw")
    qtbot.waitUntil(lambda: bool(opened.window.messages.sentences))
    assert opened.window.messages.sentences == ("“withdraw” is not in this document.",)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert opened.window.messages.sentences == ()


def test_a_clause_number_in_the_find_field_goes_to_the_clause(opened):
    field = opened.window.work.top.find_field
    opened.window.actions_of["find"].trigger()
    field.setText("1.2")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert opened.window.work.outline.current is not None
    assert opened.window.work.outline.current.address == "1.2"


def test_the_outline_counts_notes_and_remembers_what_was_read(opened):
    outline = opened.window.work.outline
    sample_note(opened, "Partners give us data")
    rows = {row.address: outline.model._full(number) for number, row in enumerate(outline.model.rows)}
    assert (rows["1.2"].count, rows["1"].count, rows["2"].count) == (1, 1, 0)
    assert rows["1"].worst is Severity.HIGH
    opened.window.work.go_to_clause("2")
    opened.window.actions_of["read"].trigger()
    assert opened.session.read_clauses() == frozenset({"2"})
    assert outline._read.text() == f"1 of {len(outline.model.rows)} read"
    opened.window.actions_of["read"].trigger()
    assert opened.session.read_clauses() == frozenset()


def test_the_name_is_asked_in_the_first_card_and_never_again(open_window, policy_file, qtbot, tmp_path):
    program = open_window()
    wait_for(qtbot, program, policy_file)
    note = mark(program, "We collect your name", "2")
    row = editor_of(program).reviewer
    assert row.isVisible()
    assert note.author == ""
    row.field.setText("Anna Okafor")
    row.field.editingFinished.emit()
    assert not row.isVisible()
    kept = program.session.note(note.uid)
    assert (kept.author, kept.initials) == ("Anna Okafor", "AO")
    assert 'reviewer = "Anna Okafor"' in (tmp_path / "settings.toml").read_text(encoding="utf-8")
    second = mark(program, "your address", "3")
    assert second.author == "Anna Okafor"
    assert not row.isVisible()


def test_a_second_window_reads_only_says_who_has_it_and_takes_over_when_it_is_free(opened, open_window):
    path = opened.session.path
    sample_note(opened, "We collect your name")
    second = open_window(reviewer="B. Lin")
    second.window.open_file(path)
    assert second.session.read_only
    assert "A. Okafor has this matter open" in second.window.messages.sentences[0]
    assert "(read only)" in second.window.windowTitle()
    assert not second.window.actions_of["delete"].isEnabled()
    assert second.session.take_over() is False
    opened.window.close_matter()
    assert second.session.take_over() is True
    assert "(read only)" not in second.window.windowTitle()
    assert mark(second, "your address", "2") is not None


def test_a_file_that_cannot_be_read_gives_one_sentence_and_loses_nothing(opened, tmp_path, qtbot):
    sample_note(opened, "We collect your name")
    opened.window.open_file(tmp_path / "gone.docx")
    qtbot.waitUntil(lambda: bool(opened.window.messages.sentences))
    assert opened.window.messages.sentences == ("gone.docx was not found. It may have been moved.",)
    assert len(opened.session.notes) == 1


def test_a_file_dragged_in_is_opened(open_window, policy_file, qtbot):
    program = open_window()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(policy_file))])
    drop = QDropEvent(
        QPointF(10, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(program.session.document_changed, timeout=10_000):
        program.window.dropEvent(drop)
    assert program.session.policy is not None


def test_pasted_text_becomes_a_document(open_window, qtbot):
    program = open_window()
    with qtbot.waitSignal(program.session.document_changed, timeout=10_000):
        program.session.open_bytes(b"1. Pasted\nWords.", "Pasted policy.txt")
    assert program.session.path.name == "Pasted policy.clausemark"


def test_the_sample_opens_with_its_notes(open_window, qtbot):
    program = open_window()
    with qtbot.waitSignal(program.session.document_changed, timeout=10_000):
        program.window.start.sample.click()
    assert len(program.session.notes) > 5


def test_language_and_theme_change_while_the_window_stands(opened):
    sample_note(opened, "We collect your name")
    opened.window.actions_of.languages["zh"].trigger()
    assert opened.window.actions_of["export"].text() == "导出…"
    assert opened.window.start.open.text() == "打开…"
    assert editor_of(opened).fields["title"].accessibleName() == "标题"
    assert "仅存于本机" in opened.window.status.right.text()
    opened.window.actions_of.themes["dark"].trigger()
    assert opened.window.look.theme.name == "dark"
    opened.window.actions_of.languages["en"].trigger()
    assert opened.window.actions_of["export"].text() == "Export…"


def test_text_grows_and_shrinks_with_the_keys(opened):
    opened.window.actions_of["larger"].trigger()
    assert opened.window.work.policy.view.text_size() == 18
    assert "106%" in opened.window.status.right.text()
    opened.window.actions_of["normal_size"].trigger()
    assert opened.window.work.policy.view.text_size() == 17


def test_the_work_area_has_its_widths_and_folds_when_it_gets_narrow(opened, qtbot):
    window = opened.window
    work = window.work
    assert (work.outline.width(), work.notes.width(), work.column.width()) == (224, 328, 44)
    assert (work.top.height(), window.status.height()) == (44, 26)
    window.resize(1100, 760)
    qtbot.waitUntil(lambda: not window.work.area.notes_open)
    assert window.work.column.width() == 44
    assert window.work.area.outline_shown
    window.resize(880, 760)
    qtbot.waitUntil(lambda: not window.work.area.outline_shown)
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: window.work.area.notes_open and window.work.area.outline_shown)
    window.actions_of["outline"].trigger()
    assert not window.work.area.outline_shown


def test_a_note_is_answered_and_the_answer_can_be_taken_back(opened):
    note = sample_note(opened)
    opened.window.work.open_note(note.uid)
    editor_of(opened).foot.more.setChecked(True)
    replies = editor_of(opened).replies
    replies.field.setPlainText("Agreed.")
    replies.send.click()
    assert [(reply.author, reply.text) for reply in opened.session.note(note.uid).replies] == [("A. Okafor", "Agreed.")]
    opened.window.actions_of["undo"].trigger()
    assert opened.session.note(note.uid).replies == ()


def test_a_note_can_be_about_the_whole_document_and_words_are_copied_with_their_place(opened, qapp):
    opened.window.actions_of["whole_document"].trigger()
    assert opened.session.note(opened.session.current).anchors == ()
    opened.window.work.policy.view.select(span_of(opened, "Partners give us data"))
    opened.window.actions_of["copy_citation"].trigger()
    assert qapp.clipboard().text().startswith("“Partners give us data” (")
    assert "1.2" in qapp.clipboard().text()


@pytest.mark.qt_log_ignore("This plugin does not support", "Object event filter cannot be")
def test_a_citation_is_a_chip_that_can_be_taken_back_into_the_field(opened):
    sample_note(opened, "your address", legal_basis="GDPR Art. 5; GDPR Art. 6(1)")
    note = sample_note(opened)
    opened.window.work.open_note(note.uid, "legal_basis")
    chips = editor_of(opened).fields["legal_basis"]
    QTest.keyClicks(chips.field, "GDPR Art. 6")
    QTest.keyClick(chips.field, Qt.Key.Key_Return)
    QTest.keyClicks(chips.field, "Art. 7")
    QTest.keyClick(chips.field, Qt.Key.Key_Return)
    editor_of(opened).visits.leave()
    assert opened.session.note(note.uid).legal_basis == "GDPR Art. 6; Art. 7"
    assert [chip.accessibleName() for chip in chips._chips] == ["GDPR Art. 6", "Art. 7"]
    QTest.keyClick(chips.field, Qt.Key.Key_Backspace)
    assert chips.field.text() == "Art. 7"


def test_a_change_that_cannot_be_kept_says_so_and_stays_in_the_field(opened, monkeypatch):
    note = sample_note(opened)
    opened.window.work.open_note(note.uid, "issue")

    def refuse(*_args, **_fields):
        raise MatterError("disk_full")

    monkeypatch.setattr(opened.session.matter, "edit", refuse)
    issue = editor_of(opened).fields["issue"]
    QTest.keyClicks(issue, "kept here")
    editor_of(opened).visits.commit()
    assert opened.window.messages.sentences[0].startswith("What you typed is not saved yet.")
    assert "The disk is full." in opened.window.messages.sentences[0]
    assert issue.toPlainText() == "kept here"
    monkeypatch.undo()
    editor_of(opened).visits.leave()
    assert opened.session.note(note.uid).issue == "kept here"


def test_no_command_takes_the_keys_of_input_methods(opened):
    taken = {key.toString() for action in opened.window.actions_of.all() for key in action.shortcuts()}
    assert taken.isdisjoint({"Ctrl+Space", "Ctrl+.", "Ctrl+Shift", "Ctrl+Shift+F"})
    keys = [key.toString() for action in opened.window.actions_of.all() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_a_thousand_notes_stay_quick_and_only_one_editor_lives(opened):
    session = opened.session
    spans = span_of(opened, "We collect your name")
    for number in range(300):
        session.matter.add_note(session.document.uid, (spans,), severity=Severity.LOW, title=f"Note {number}")
    session.show_document(session.document.uid)
    notes = opened.window.work.notes
    assert len(notes.model.shown) == 300
    opened.window.work.open_note(session.notes[250].uid, "title")
    assert editor_of(opened).isVisible()
    place = editor_of(opened).geometry()
    assert notes.list.viewport().rect().intersects(place)


@pytest.mark.corpora
def test_the_real_policy_with_its_review_stands_in_the_window(open_window, shared, qtbot):
    program = open_window(language="zh", reviewer="审阅人")
    policy = shared / "seed" / "000_9abc744030ef53dc.txt"
    findings = (shared / "reference" / "findings.json").read_bytes()
    with qtbot.waitSignal(program.session.document_changed, timeout=10_000):
        program.session.open_bytes(policy.read_bytes(), policy.name, notes=findings)
    assert len(program.session.notes) == 25
    assert program.window.work.outline.model.rowCount() == 23
    assert Path(program.session.path).exists()


def long_note(program):
    note = sample_note(program)
    words = {"issue": "Long words. ", "recommendation": "Do this. ", "private_remark": "Ask. "}
    program.session.edit(note.uid, title="T", legal_basis="§ 1; § 2", **{k: v * 60 for k, v in words.items()})
    return note


def test_an_open_card_with_all_it_can_hold_still_shows_its_head_and_its_foot(opened, qtbot):
    for words in ("We share your data", "Partners give us data"):
        sample_note(opened, words)
    note = long_note(opened)
    opened.window.work.open_note(note.uid, "issue")
    cards, editor = opened.window.work.notes.list, editor_of(opened)
    qtbot.waitUntil(lambda: editor.geometry().bottom() <= cards.viewport().height())
    assert editor.geometry().top() >= 0
    assert editor.height() >= editor.layout().totalHeightForWidth(editor.width())
    assert editor.fields["issue"].verticalScrollBar().maximum() > 0


def test_a_card_that_grows_under_the_keys_stays_in_sight(opened, qtbot):
    notes = [sample_note(opened, words) for words in ("We collect your name", "We share your data", "any time")]
    opened.window.work.open_note(notes[-1].uid, "issue")
    cards, editor = opened.window.work.notes.list, editor_of(opened)
    QTest.keyClicks(editor.fields["issue"], "many words, " * 30)
    qtbot.waitUntil(lambda: editor.geometry().top() >= 0 and editor.geometry().bottom() <= cards.viewport().height())


def test_a_card_that_is_measured_again_comes_to_rest(opened, qtbot):
    opened.window.work.open_note(long_note(opened).uid, "issue")
    heights = []
    editor_of(opened).height_changed.connect(lambda: heights.append(editor_of(opened).height()))
    qtbot.wait(200)
    heights.clear()
    qtbot.wait(200)
    assert heights == []


def test_tab_goes_down_the_open_card_to_its_foot(opened):
    note = sample_note(opened, legal_basis="§ 1; § 2")
    opened.window.work.open_note(note.uid, "title")
    opened.window.activateWindow()
    reached = []
    for _ in range(18):
        reached.append(opened.window.focusWidget().accessibleName())
        QTest.keyClick(opened.window.focusWidget(), Qt.Key.Key_Tab)
    fields = ["Title", "Issue", "§ 1", "§ 2", "Legal basis", "Recommendation", "Proposed wording", "Private remark"]
    assert reached[:8] == fields
    foot = reached[reached.index("Private remark") + 1 :]
    assert foot.index("Delete note") < 11
    assert "Policy text" not in foot[: foot.index("Delete note")]
    assert not {"Legal basis", "Recommendation"} & set(foot)


def test_the_words_of_a_new_note_are_not_selected_any_more_and_the_bar_is_gone(opened):
    mark(opened, "whatever else we find useful", "2")
    view = opened.window.work.policy.view
    assert view.selection() == ()
    assert not any(bar.isVisible() for bar in view.findChildren(SelectionBar))


def test_tab_goes_round_the_window_as_the_eye_does(opened):
    sample_note(opened)
    opened.window.activateWindow()
    opened.window.work.top.find_field.setFocus()
    reached = []
    for _ in range(7):
        reached.append(opened.window.focusWidget().accessibleName())
        QTest.keyClick(opened.window.focusWidget(), Qt.Key.Key_Tab)
    assert reached[0].startswith("Find")
    assert reached[-4:] == ["Clauses", "Policy text", "Filter notes", "Notes"]


@pytest.fixture
def long_policy(opened, tmp_path, qtbot):
    path = tmp_path / "Long.txt"
    path.write_text("".join(f"{n}. Clause {n}\nWords of clause number {n} are here.\n" for n in range(1, 81)), "utf-8")
    opened.window.close_matter()
    wait_for(qtbot, opened, path)
    for number in range(2, 80, 3):
        sample_note(opened, f"clause number {number} ", title=f"Note {number}")
    opened.window.work.back_to_text()
    qtbot.wait(500)  # a jump to a note's words comes to its end
    return opened


def shown_titles(cards):
    rows = [row for row in range(cards.model().rowCount())
            if cards.viewport().rect().contains(cards.visualRect(cards.model().index(row)))]  # fmt: skip
    return [cards.model().shown[row].title for row in rows]


def test_the_notes_keep_in_step_with_the_policy_unless_a_card_is_open(long_policy, qtbot):
    work, session = long_policy.window.work, long_policy.session
    place = span_of(long_policy, "Words of clause number 49 are")
    work.policy.view.restore(place.start)
    qtbot.waitUntil(lambda: "Note 50" in shown_titles(work.notes.list))
    qtbot.waitUntil(lambda: not (work._step.isActive() or work._jump.isActive()))
    qtbot.wait(500)  # the cards have come to rest
    work.notes.list.scrollToTop()
    qtbot.wait(150)
    assert "Note 2" in shown_titles(work.notes.list)
    work.open_note(session.notes[0].uid, "title")
    qtbot.wait(600)
    work.policy.view.restore(place.start)
    qtbot.wait(200)
    assert work.notes.list.editor.geometry().top() >= 0
    assert work.notes.list.editor.geometry().bottom() <= work.notes.list.viewport().height()
