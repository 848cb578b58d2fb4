"""The log helps to find a fault and says nothing about a policy, a note or a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from documents.errors import UnreadableDocument
from ui import log
from ui.errors import sentence_for

MARKERS = ("Zanzibar", "Quicksilver", "Marmalade", "琥珀")


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "log" / "clausemark.log"
    log.start_log(path, "1.2.3")
    yield path
    log.stop_log()


def test_it_says_when_and_as_what_the_program_started(log_file: Path) -> None:
    assert "started version=1.2.3 python=3." in log_file.read_text(encoding="utf-8")


def test_words_that_are_no_codes_are_left_out(log_file: Path) -> None:
    log.event("opened", name="Quicksilver notice.docx", characters=2209, seconds=0.25, kind="word", chinese="琥珀")
    text = log_file.read_text(encoding="utf-8")
    assert "opened name=? characters=2209 seconds=0.25 kind=word chinese=?" in text


def test_a_fault_names_its_class_and_its_places_but_not_its_message(log_file: Path) -> None:
    try:
        try:
            Path("/nowhere/Zanzibar.docx").read_bytes()
        except OSError as missing:
            raise ValueError("cannot read Marmalade") from missing
    except ValueError as error:
        log.fault(error)
    text = log_file.read_text(encoding="utf-8")
    assert "builtins.ValueError" in text
    assert "builtins.FileNotFoundError 2" in text
    assert "test_log.py:" in text
    assert not [marker for marker in MARKERS if marker in text]


def test_a_refusal_is_written_as_its_code(log_file: Path) -> None:
    words = sentence_for(UnreadableDocument("not_found", name="Zanzibar.docx"), "en")
    assert words == "Zanzibar.docx was not found. It may have been moved."
    text = log_file.read_text(encoding="utf-8")
    assert "refused code=not_found" in text
    assert "Zanzibar" not in text


def test_our_own_faults_give_one_calm_sentence(log_file: Path) -> None:
    words = sentence_for(KeyError("Quicksilver"), "en")
    assert "Your notes are saved" in words
    assert "Quicksilver" not in words
    assert "KeyError" in log_file.read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_written_means_no_log(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    log.start_log(tmp_path / "file" / "clausemark.log")
    log.event("nothing")
    log.stop_log()


def test_a_whole_review_leaves_no_word_of_it_in_the_log(
    log_file: Path, open_window, tmp_path: Path, qtbot: QtBot
) -> None:
    policy = tmp_path / "Zanzibar notice.txt"
    policy.write_text("1. Quicksilver\nWe sell Marmalade to 琥珀.\n", encoding="utf-8")
    program = open_window(reviewer="A. Okafor")
    with qtbot.waitSignal(program.session.document_changed):
        program.window.open_file(policy)
    note = program.session.add_note((), next(iter(program.window.actions_of.severities)))
    program.session.edit(note.uid, issue="Marmalade is not Quicksilver", private_remark="ask Zanzibar")
    program.window.open_file(tmp_path / "Zanzibar missing.docx")
    qtbot.waitUntil(lambda: bool(program.window.messages.sentences))
    program.faults._told(RuntimeError("Quicksilver 琥珀"))
    text = log_file.read_text(encoding="utf-8")
    assert "RuntimeError" in text
    assert not [marker for marker in MARKERS if marker in text]


def test_details_to_copy_tell_versions_and_places_and_no_word_of_a_policy(opened) -> None:
    sentence = sentence_for(UnreadableDocument("encrypted", name="Zanzibar.docx"), "en")
    opened.window.announcements.failed(sentence)
    (line,) = (line for message, line in opened.window.messages._shown.values() if message.key == "fault")
    (copy,) = (button for button in line.findChildren(QPushButton) if button.text() == "Copy details")
    copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Clausemark")
    assert "refused documents.errors.UnreadableDocument encrypted" in copied
    assert not [marker for marker in MARKERS if marker in copied]
    assert opened.window.messages.sentences[0] == sentence  # it stays: there is still something to do


def test_details_of_our_own_fault_name_the_places_it_came_through() -> None:
    try:
        raise ValueError("Marmalade")
    except ValueError as error:
        sentence_for(error, "en")
    assert "test_log.py:" in log.details("1.2")
    assert "Marmalade" not in log.details("1.2")
