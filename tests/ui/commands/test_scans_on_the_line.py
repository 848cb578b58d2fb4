"""`read --ocr` and `add --ocr` recognise the words of scanned pages, or say how to add what does."""

from __future__ import annotations

import json

import pytest

from main import main
from tests.ui.scans import SCANNED, mixed, scan
from ui.commands import files


@pytest.fixture
def scanned(tmp_path, monkeypatch):
    monkeypatch.setenv("CLAUSEMARK_SETTINGS", str(tmp_path / "settings.toml"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    path = tmp_path / "Scan.pdf"
    path.write_bytes(mixed())
    return path


@pytest.mark.parametrize("command", ["read", "add"])
def test_without_the_extra_the_line_says_how_to_add_it(command, scanned, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(files, "can_recognise", lambda: False)
    matter = [] if command == "read" else [str(tmp_path / "a.clausemark")]
    code = main([command, *matter, str(scanned), "--ocr"])
    out, err = capsys.readouterr()
    assert (code, out) == (1, "")
    assert "extra “ocr”" in err
    assert not (tmp_path / "a.clausemark").exists()


@pytest.mark.usefixtures("scanned")
def test_a_file_with_text_is_read_as_ever(tmp_path, capsys):
    text = tmp_path / "notice.txt"
    text.write_text("Privacy notice\n\n1. We collect your name.\n", encoding="utf-8")
    assert main(["read", str(text), "--ocr"]) == 0
    assert "We collect your name" in json.loads(capsys.readouterr().out)["text"]


@pytest.mark.ocr
@pytest.mark.timeout(240)
def test_the_words_of_a_scan_are_read(scanned, capsys):
    scanned.write_bytes(scan())
    assert main(["read", str(scanned), "--ocr"]) == 0
    assert SCANNED in json.loads(capsys.readouterr().out)["text"]
