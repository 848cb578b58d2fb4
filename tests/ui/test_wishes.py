"""Every command of the menus, pressed in the real window: what it does, and that it does nothing where it cannot."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog

from annotations.model import Severity, Visibility
from documents.model import Span
from export.writer import ExportOptions
from ui.dialogs.encoding_dialog import ENCODINGS, EncodingDialog
from ui.dialogs.help_dialogs import AboutDialog
from ui.dialogs.keys_dialog import KeysDialog
from ui.exporting import ExportRequest, going_out, run_export
from ui.foreseeing import foresee

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def press(program, name):
    action = program.window.actions_of[name]
    assert action.isEnabled(), name
    action.trigger()


def span_of(program, words):
    start = program.session.policy.text.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def marked(opened):
    """The small policy with three notes, in the order of the text."""
    for words in ("your name", "without telling you", "third parties"):
        opened.session.add_note((span_of(opened, words),), Severity.MEDIUM)
    opened.window.work.back_to_text()
    return opened


def note_at(program, place):
    return program.window.work.notes.model.shown[place].uid


def test_next_and_previous_note_go_round(marked):
    marked.session.set_current("")
    press(marked, "next_note")
    assert marked.session.current == note_at(marked, 0)
    press(marked, "previous_note")
    assert marked.session.current == note_at(marked, 2)
    press(marked, "next_note")
    assert marked.session.current == note_at(marked, 0)
    marked.session.set_current("")
    press(marked, "previous_note")
    assert marked.session.current == note_at(marked, 2)


def test_without_notes_there_is_nowhere_to_go(opened):
    press(opened, "next_note")
    assert opened.session.current == ""
    press(opened, "open_note")
    assert opened.window.work.notes.list.open_uid == ""


def test_the_current_note_opens_and_is_deleted_and_undo_brings_it_back(marked):
    uid = note_at(marked, 1)
    marked.session.set_current(uid)
    press(marked, "open_note")
    assert marked.window.work.notes.list.open_uid == uid
    press(marked, "delete")
    assert marked.session.note(uid) is None
    press(marked, "undo")
    assert marked.session.note(uid) is not None
    press(marked, "redo")
    assert marked.session.note(uid) is None


def test_a_note_takes_the_selected_words_as_its_range(marked):
    uid = note_at(marked, 0)
    marked.session.set_current(uid)
    marked.window.work.policy.view.select(span_of(marked, "your address"))
    press(marked, "set_range")
    assert [anchor.exact for anchor in marked.session.note(uid).anchors] == ["your address"]


def test_a_note_on_the_whole_document_has_no_words(opened):
    press(opened, "whole_document")
    (note,) = opened.session.notes
    assert note.anchors == ()


def test_filtering_unfolds_the_notes_and_waits_for_words(marked, qtbot):
    marked.window.work.area.show_notes(shown=False)
    press(marked, "filter")
    assert marked.window.work.area.notes_open
    qtbot.waitUntil(marked.window.work.notes.filter.words.hasFocus)


@pytest.mark.parametrize(("words", "place"), [("your name", "clause 1"), ("Partners", "clause 1.2")])
def test_words_are_copied_with_where_they_stand(opened, words, place):
    opened.window.work.policy.view.clear_selection()
    QGuiApplication.clipboard().setText("before")
    press(opened, "copy_citation")
    assert QGuiApplication.clipboard().text() == "before"
    opened.window.work.policy.view.select(span_of(opened, words))
    press(opened, "copy_citation")
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(f"“{words}” (")
    assert place.split()[-1] in copied
    assert opened.window.status.left.text() == "Copied with citation"


def test_chinese_words_are_cited_in_chinese(open_window, tmp_path, qtbot):
    program = open_window()
    path = tmp_path / "隐私政策.txt"
    path.write_text(
        "隐私政策\n\n第一条 收集\n我们收集您的姓名、住址以及其他信息。\n\n第二条 共享\n我们与合作方共享。\n", "utf-8"
    )
    with qtbot.waitSignal(program.session.document_changed, timeout=10_000):
        program.window.open_file(path)
    program.window.work.policy.view.select(span_of(program, "您的姓名"))
    press(program, "copy_citation")
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("“您的姓名”（")
    assert ", " not in copied


def test_finding_steps_through_the_hits_both_ways(opened, qtbot):
    press(opened, "find")
    field = opened.window.work.top.find_field
    qtbot.waitUntil(lambda: field.hasFocus() or (field.focusProxy() is not None and field.focusProxy().hasFocus()))
    field.setText("you")
    press(opened, "find_next")
    first = opened.window.work.policy._hits.current
    press(opened, "find_next")
    assert opened.window.work.policy._hits.current == first + 1
    press(opened, "find_previous")
    assert opened.window.work.policy._hits.current == first


def test_a_clause_is_marked_read_and_unread_again(opened):
    opened.window.work.go_to_clause(opened.window.work.outline.model.rows[1].address)
    press(opened, "read")
    assert len(opened.session.read_clauses()) == 1
    press(opened, "read")
    assert opened.session.read_clauses() == frozenset()


def test_clauses_are_walked_through(opened):
    rows = opened.window.work.outline.model.rows
    opened.window.work.go_to_clause(rows[0].address)
    press(opened, "next_clause")
    assert opened.window.work.outline.current.address == rows[1].address
    press(opened, "previous_clause")
    assert opened.window.work.outline.current.address == rows[0].address


def test_letters_grow_and_shrink_within_bounds(opened):
    for _step in range(12):
        press(opened, "larger")
    assert opened.preferences.settings.text_size == 26
    press(opened, "smaller")
    assert opened.preferences.settings.text_size == 24
    for _step in range(12):
        press(opened, "smaller")
    assert opened.preferences.settings.text_size == 13
    press(opened, "normal_size")
    assert opened.preferences.settings.text_size == 17


@pytest.mark.parametrize(("name", "kind"), [("shortcuts", KeysDialog), ("about", AboutDialog)])
def test_help_opens_beside_the_work(opened, name, kind):
    press(opened, name)
    dialog = opened.window.findChild(kind)
    assert dialog.isVisible()
    dialog.close()
    dialog.deleteLater()


def test_a_check_says_that_all_is_in_order_or_what_is_not(marked):
    press(marked, "check")
    assert marked.window.messages.sentences == ("The file, its list of changes and all places are in order.",)
    connection = marked.session.matter._store._db
    connection.execute("UPDATE anchors SET exact = 'other words'")
    press(marked, "check")
    (sentence,) = marked.window.messages.sentences
    assert sentence != "The file, its list of changes and all places are in order."


def test_files_are_chosen_in_the_systems_dialog(open_window, policy_file, qtbot, monkeypatch):
    program = open_window()
    asked = []

    def choose(_parent, _title, _folder, names):
        asked.append(names)
        return [str(policy_file)], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    with qtbot.waitSignal(program.session.document_changed, timeout=10_000):
        press(program, "open")
    assert all(kind in asked[0] for kind in ("*.docx", "*.pdf", "*.eml", "*.zip", "*.clausemark"))
    assert program.session.document.latest.file_name == "Harbour notice.txt"


def test_the_sample_comes_in_a_matter_of_its_own(opened, qtbot):
    before = opened.session.path
    with qtbot.waitSignal(opened.session.document_changed, timeout=10_000):
        press(opened, "sample")
    assert opened.session.path != before
    assert len(opened.session.notes) > 3


def test_an_encoding_is_chosen_only_before_the_first_note(opened, tmp_path, qtbot):
    (tmp_path / "menu.txt").write_text("1. Café\nWords of the café.\n", encoding="utf-8")
    with qtbot.waitSignal(opened.session.document_changed, timeout=10_000):
        opened.window.open_file(tmp_path / "menu.txt")
    press(opened, "encoding")
    dialog = opened.window.findChild(EncodingDialog)
    dialog.list.setCurrentRow([code for code, _name in ENCODINGS].index("gb18030"))
    with qtbot.waitSignal(opened.session.document_changed, timeout=10_000):
        dialog.done(QDialog.DialogCode.Accepted)
    assert opened.session.policy.encoding == "gb18030"
    opened.session.add_note((Span(0, 7),), Severity.LOW)
    press(opened, "encoding")
    assert "has notes already" in opened.window.messages.sentences[-1]


def test_an_export_needs_a_document(open_window):
    program = open_window()
    assert not program.window.actions_of["export"].isEnabled()
    program.window.actions_of["export"].trigger()
    assert program.session.path is None


@pytest.fixture
def request_of(marked, tmp_path, clock):
    session = marked.session
    for note, visibility in zip(session.notes, Visibility, strict=True):
        session.edit(note.uid, title=f"{visibility.value} finding", visibility=visibility, private_remark="Quicksilver")

    def make(kind, profile=Visibility.CLIENT, name="out.docx"):
        options = ExportOptions(
            now=clock(), reviewer=session.reviewer, document=session.document.uid, profile=profile, language="en"
        )
        return ExportRequest(session.path, tmp_path / name, kind, options)

    return make


def test_what_is_foreseen_is_what_goes_out(marked, request_of, reviewer, clock):
    foreseen = foresee(request_of("memo"), reviewer, clock)
    assert [note.title for note in foreseen.notes] == ["client finding", "outside finding"]
    assert foreseen.leaks == ()
    assert foreseen.policy.text == marked.session.policy.text
    assert going_out(marked.session.notes, Visibility.CLIENT) == 2


@pytest.mark.parametrize("kind", ["word", "memo"])
def test_what_is_written_is_looked_through_and_holds_no_secret(request_of, reviewer, clock, kind):
    request = request_of(kind)
    sent = run_export(request, reviewer, clock, lambda: None)
    assert request.out.exists()

    assert len(sent.left_out) == (1 if kind == "word" else len(sent.left_out))
