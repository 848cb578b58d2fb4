"""Files on their way into the window: shown as soon as there is text, given up without a trace, kept one by one."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from annotations.model import Severity
from documents import reader
from documents.errors import ReadingStopped
from documents.model import Span
from ui.dialogs.encoding_dialog import ENCODINGS
from ui.panels.arriving_page import same_words

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LONG = "Long terms\n\n" + "\n\n".join(f"{n}. Clause\nWe may do number {n} with your data." for n in range(1, 400))


@dataclass
class SlowReader:
    """The real reader behind a gate: a file is held until the test lets it go, as a very long one would be."""

    open_document: object
    beginning: bytes = b""
    gate: threading.Event = field(default_factory=threading.Event)
    stopped: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    def __call__(self, source, *, name="", watch=reader.SILENT, **asked):
        self.names.append(name)
        if self.beginning:
            watch.progress(3, 12)
            watch.first(self.open_document(self.beginning, name=name))
        while not self.gate.wait(0.01):
            if not watch.wanted():
                self.stopped.append(name)
                raise ReadingStopped("stopped", name=name)
        return self.open_document(source, name=name, **asked)


@pytest.fixture
def slow(monkeypatch):
    """Hold every file until `gate` is set."""
    held = SlowReader(reader.open_document)
    monkeypatch.setattr(reader, "open_document", held)
    yield held
    held.gate.set()


@pytest.fixture
def files(tmp_path) -> list[Path]:
    made = []
    for number in range(3):
        path = tmp_path / "in" / f"Policy {number}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"1. Title {number}\nWords of policy {number}.\n", encoding="utf-8")
        made.append(path)
    return made


@pytest.fixture
def long_file(tmp_path) -> Path:
    path = tmp_path / "Long terms.txt"
    path.write_text(LONG, encoding="utf-8")
    return path


def drop(window, paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    actions, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(9, 9), actions, data, buttons, keys))


def settled(qtbot, program):
    qtbot.waitUntil(lambda: not program.session.arrivals.busy and not program.session.arrivals.waiting, timeout=20_000)


def titles(program):
    return [document.latest.file_name for document in program.session.documents()]


def test_files_dropped_together_all_end_in_one_matter(open_window, files, qtbot):
    program = open_window()
    drop(program.window, files)
    settled(qtbot, program)
    assert titles(program) == ["Policy 0.txt", "Policy 1.txt", "Policy 2.txt"]
    assert program.session.path.name == "Policy 0.clausemark"
    assert program.session.document.latest.file_name == "Policy 2.txt"
    assert len(list(program.session.path.parent.glob("*.clausemark"))) == 1


def test_one_that_cannot_be_read_is_named_and_the_others_come_in(open_window, files, tmp_path, qtbot):
    bad = tmp_path / "in" / "Bad.pdf"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    program = open_window()
    drop(program.window, [bad, *files])
    settled(qtbot, program)
    assert len(titles(program)) == 3
    assert [words for words in program.window.messages.sentences if "Bad.pdf" in words]


def test_a_matter_dropped_with_policies_takes_them_in(opened, files, qtbot):
    matter = opened.session.path
    opened.window.close_matter()
    drop(opened.window, [files[0], matter])
    settled(qtbot, opened)
    assert opened.session.path == matter
    assert titles(opened) == ["Harbour notice.txt", "Policy 0.txt"]


def test_a_file_opened_while_another_is_read_waits_for_its_turn(open_window, files, slow, qtbot):
    program = open_window()
    program.window.open_file(files[0])
    program.window.open_file(files[1])
    qtbot.waitUntil(lambda: slow.names == ["Policy 0.txt"])
    assert program.session.arrivals.waiting == 1
    slow.gate.set()
    settled(qtbot, program)
    assert titles(program) == ["Policy 0.txt", "Policy 1.txt"]


def test_a_matter_opened_while_a_file_is_read_waits_too_and_nothing_is_left_of_the_wait(opened, files, slow, qtbot):
    matter = opened.session.path
    opened.window.close_matter()
    opened.window.open_file(files[0])
    qtbot.waitUntil(opened.window.reception.bar.isVisible)
    opened.window.open_file(matter)
    assert opened.session.path is None
    slow.gate.set()
    settled(qtbot, opened)
    assert opened.session.path == matter
    assert not opened.window.reception.bar.isVisible()
    assert opened.window.pages.currentWidget() is opened.window.work


def test_what_takes_long_says_its_name_and_a_short_wait_says_nothing(open_window, files, slow, qtbot):
    program = open_window()
    bar = program.window.reception.bar
    program.window.open_file(files[0])
    assert not bar.isVisible()
    qtbot.waitUntil(bar.isVisible)
    assert bar.name.text() == "Policy 0.txt"
    assert program.window.reception.showing
    slow.gate.set()
    settled(qtbot, program)
    assert not bar.isVisible()
    assert not program.window.reception.showing


def test_esc_gives_a_file_up_and_leaves_everything_as_it_was(open_window, files, slow, qtbot, tmp_path):
    program = open_window()
    program.window.open_file(files[0])
    qtbot.waitUntil(program.window.reception.bar.isVisible)
    QTest.keyClick(program.window, Qt.Key.Key_Escape)
    assert not program.session.arrivals.busy
    assert program.window.start.isVisible()
    assert program.window.messages.sentences == ()
    qtbot.waitUntil(lambda: slow.stopped == ["Policy 0.txt"])
    assert not list((tmp_path / "Documents").rglob("*.clausemark"))


def test_giving_one_up_goes_on_with_the_next_and_giving_all_up_with_none(open_window, files, slow, qtbot):
    program = open_window()
    drop(program.window, files)
    bar = program.window.reception.bar
    qtbot.waitUntil(bar.isVisible)
    assert bar.words.text().endswith("2 more after it")
    qtbot.mouseClick(bar.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Policy 1.txt" in slow.names)
    assert bar.name.text() == "Policy 1.txt"
    qtbot.mouseClick(bar.cancel_all, Qt.MouseButton.LeftButton)
    assert not program.session.arrivals.busy
    assert program.session.arrivals.waiting == 0
    assert program.session.path is None


def test_an_open_document_stays_in_hand_until_the_next_one_has_text(opened, files, slow, qtbot):
    opened.window.open_file(files[0])
    qtbot.waitUntil(opened.window.reception.bar.isVisible)
    assert opened.window.pages.currentWidget() is opened.window.work
    note = opened.session.add_note((Span(0, 7),), Severity.LOW)
    opened.session.edit(note.uid, title="Written meanwhile")
    slow.gate.set()
    settled(qtbot, opened)
    assert opened.session.document.latest.file_name == "Policy 0.txt"
    assert opened.session.matter.note(note.uid).title == "Written meanwhile"


def test_the_beginning_can_be_read_before_the_rest_and_the_same_words_stay_in_view(open_window, long_file, slow, qtbot):
    slow.beginning = LONG[: len(LONG) // 4].encode()
    program = open_window()
    program.window.open_file(long_file)
    reception = program.window.reception
    qtbot.waitUntil(lambda: reception.showing and "Clause" in reception.page.view._policy.text)
    assert reception.bar.words.text() == "The rest is still being read"
    assert reception.bar.bar.value() == 3
    assert program.session.document is None
    assert not reception._calm.isActive()  # else it would put an empty sheet over what is being read
    view = reception.page.view
    view.restore(view._policy.text.index("We may do number 40 "))
    read = view._policy.text[view.reading_position() :][:20]
    slow.gate.set()
    settled(qtbot, program)
    shown = program.window.work.policy.view
    qtbot.waitUntil(program.window.pages.updatesEnabled)
    assert program.session.policy.text[shown.reading_position() :][:20] == read
    assert len(program.session.policy.text) > len(LONG) - 10


def test_nothing_can_be_marked_while_only_the_beginning_is_there(open_window, long_file, slow, qtbot):
    slow.beginning = LONG[:4000].encode()
    program = open_window()
    program.window.open_file(long_file)
    qtbot.waitUntil(lambda: program.window.reception.showing)
    view = program.window.reception.page.view
    view.select(Span(0, 10))
    QTest.keyClick(view.focusProxy(), Qt.Key.Key_2)
    view._beside.due.emit()
    assert view._beside._if_made is None
    assert program.session.notes == ()


def test_esc_on_the_beginning_takes_it_away(open_window, long_file, slow, qtbot):
    slow.beginning = LONG[:4000].encode()
    program = open_window()
    program.window.open_file(long_file)
    qtbot.waitUntil(lambda: program.window.reception.showing)
    view = program.window.reception.page.view
    QTest.keyClick(view.focusProxy(), Qt.Key.Key_Escape)
    assert program.window.start.isVisible()
    assert not program.window.reception.bar.isVisible()


def test_closing_the_window_stops_what_is_read(open_window, long_file, slow, qtbot):
    program = open_window()
    program.window.open_file(long_file)
    qtbot.waitUntil(lambda: slow.names != [])
    program.window.close()
    qtbot.waitUntil(lambda: slow.stopped != [])


def test_the_same_words_are_found_where_the_whole_text_has_more_before_them():
    before = "Terms\n1. One\n2. Two is about data.\n"
    place = before.index("2. Two")
    assert same_words(before, place, before + "3. Three\n") == place
    assert same_words(before, place, "Title page\n" + before) == place + 11
    assert same_words(before, place, "Nothing of it") <= len("Nothing of it")
    assert same_words("abc " * 30, 40, "abc " * 60) == 40


def test_a_file_in_letters_nobody_can_make_out_offers_its_encoding(open_window, tmp_path, qtbot):
    program = open_window()
    path = tmp_path / "odd.txt"
    path.write_bytes("Price\nCafé here".encode("cp1252"))
    with qtbot.waitSignal(program.session.arrivals.refused):
        program.session.open_path(path, "utf-8")
    (message, line) = program.window.messages._shown["file/odd.txt"]
    assert [words for words, _act in message.actions] == ["Choose encoding…"]
    message.actions[0][1]()
    dialog = program.window.findChild(object, "encodings")
    assert dialog.isVisible()
    with qtbot.waitSignal(program.session.document_changed, timeout=10_000):
        dialog.list.setCurrentRow([code for code, _name in ENCODINGS].index("cp1252"))
        dialog.accept()
    assert "Café" in program.session.policy.text
    assert line is not None
    assert program.window.messages.sentences == ()
