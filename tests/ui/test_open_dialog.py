"""The dialog that opens files shows every kind that can be read."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QFileDialog


@pytest.mark.parametrize("suffix", ["docx", "docm", "dotx", "xml", "pdf", "xhtml", "ott", "fodt", "wps", "clausemark"])
def test_files_of_every_kind_can_be_chosen(open_window, monkeypatch, suffix):
    asked = []
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *words: asked.append(words[3]) or ([], ""))
    open_window().window.actions_of["open"].trigger()
    assert f"*.{suffix} " in asked[0].split(";;")[0].replace(")", " ")
