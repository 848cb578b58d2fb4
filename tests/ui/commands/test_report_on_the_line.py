"""Memo and gap report on the command line: their look, their sections, how they show wording."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from main import main

COMMON = ["--now", "2026-11-22T14:02:00+08:00", "--reviewer", "A. Okafor"]


@pytest.fixture
def matter(tmp_path, monkeypatch, capsys) -> Path:
    monkeypatch.setenv("CLAUSEMARK_SETTINGS", str(tmp_path / "settings.toml"))
    assert main(["demo", str(tmp_path / "demo"), *COMMON]) == 0
    capsys.readouterr()
    return tmp_path / "demo" / "Harbour Notes.clausemark"


def part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as package:
        return package.read(name).decode()


def test_a_gap_report_in_the_look_and_with_the_sections_asked_for(matter, tmp_path):
    out = tmp_path / "gap.docx"
    words = [
        "export",
        matter,
        out,
        "--as",
        "gap",
        "--look",
        "modern",
        "--sections",
        "table, wording",
        "--wording",
        "redline",
    ]
    assert main([*map(str, words), *COMMON]) == 0
    told = part(out, "word/document.xml")
    assert "PRIVACY POLICY GAP ANALYSIS" in told
    assert "Redline" in told
    assert "Executive summary" not in told
    assert 'w:ascii="Arial"' in part(out, "word/styles.xml")


def test_a_look_of_the_other_language_is_refused_in_a_sentence(matter, tmp_path, capsys):
    words = ["export", matter, tmp_path / "memo.docx", "--as", "memo", "--look", "official"]
    assert main([*map(str, words), *COMMON]) == 1
    assert "classic, modern" in capsys.readouterr().err
    assert not (tmp_path / "memo.docx").exists()


def test_a_section_there_is_not_is_refused_in_a_sentence(matter, tmp_path, capsys):
    words = ["export", matter, tmp_path / "memo.docx", "--as", "memo", "--sections", "conclusion,poem"]
    assert main([*map(str, words), *COMMON]) == 1
    assert "poem" in capsys.readouterr().err
