"""The dialog that opens files shows every kind that can be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from ui.settings import matters_folder


@pytest.mark.parametrize("suffix", ["docx", "docm", "dotx", "xml", "pdf", "xhtml", "ott", "fodt", "wps", "clausemark"])
def test_files_of_every_kind_can_be_chosen(open_window, monkeypatch, suffix):
    asked = []
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *words: asked.append(words[3]) or ([], ""))
    open_window().window.actions_of["open"].trigger()
    assert f"*.{suffix} " in asked[0].split(";;")[0].replace(")", " ")


def test_it_begins_where_the_last_file_was_opened_else_among_the_documents(open_window, monkeypatch, tmp_path):
    begun = []
    policy = tmp_path / "policy.md"
    policy.write_text("# Notice\n\nWe keep orders.\n", encoding="utf-8")
    monkeypatch.setattr(
        QFileDialog, "getOpenFileNames", lambda *words: begun.append(Path(words[2])) or ([str(policy)], "")
    )
    window = open_window().window
    window.actions_of["open"].trigger()
    window.actions_of["open"].trigger()
    assert begun == [matters_folder().parent, tmp_path]


def test_who_wants_nothing_remembered_finds_no_folder_either(open_window, monkeypatch, tmp_path):
    policy = tmp_path / "policy.md"
    policy.write_text("# Notice\n\nWe keep orders.\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_words: ([str(policy)], ""))
    window = open_window().window
    window.actions_of["keep_recent"].setChecked(False)
    window.actions_of["open"].trigger()
    assert window.preferences.settings.open_folder == ""
