"""Bad input on the command line: one sentence on stderr, exit 1, nothing written."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from main import main
from ui.commands.samples import sample_policy

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def complain(capsys, tmp_path, monkeypatch):
    """Run a command that must fail, and give its one sentence."""
    monkeypatch.setenv("CLAUSEMARK_SETTINGS", str(tmp_path / "settings.toml"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    def call(*words: object) -> str:
        capsys.readouterr()
        code = main([str(word) for word in words])
        out, err = capsys.readouterr()
        assert code == 1
        assert out == ""
        assert err.count("\n") == 1
        assert "Traceback" not in err
        assert "{" not in err
        return err

    return call


def _policy(folder: Path) -> Path:
    name, data = sample_policy("en")
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_file_that_is_not_there_is_named(complain, tmp_path, language):
    line = complain("read", tmp_path / "gone.docx", "--language", language)
    assert "gone.docx" in line
    assert ("找不到" in line) == (language == "zh")


def test_a_folder_an_empty_file_and_a_picture_each_get_a_sentence(complain, tmp_path):
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    picture = tmp_path / "scan.docx"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    damaged = tmp_path / "half.docx"
    damaged.write_bytes(b"PK\x03\x04" + bytes(300))
    lines = {complain("read", path) for path in (tmp_path, empty, picture, damaged)}
    assert len(lines) == 4


def test_a_bad_file_leaves_no_matter_behind(complain, tmp_path):
    good = _policy(tmp_path)
    complain("add", tmp_path / "m.clausemark", good, tmp_path / "gone.txt")
    assert [path.name for path in tmp_path.iterdir()] == [good.name]


def test_a_matter_that_is_not_one_is_refused_and_left_alone(complain, tmp_path):
    database = tmp_path / "other.clausemark"
    connection = sqlite3.connect(database)
    connection.execute("create table t (a)")
    connection.commit()
    connection.close()
    before = database.read_bytes()
    complain("add", database, _policy(tmp_path))
    complain("check", database)
    assert database.read_bytes() == before


def test_an_export_into_a_folder_that_is_not_there_says_so(complain, tmp_path):
    matter = tmp_path / "m.clausemark"
    main(["add", str(matter), str(_policy(tmp_path))])
    complain("export", matter, tmp_path / "no" / "x.docx", "--as", "word")


def test_an_export_onto_the_matter_itself_is_refused(complain, tmp_path):
    matter = tmp_path / "m.clausemark"
    main(["add", str(matter), str(_policy(tmp_path))])
    before = matter.read_bytes()
    complain("export", matter, matter, "--as", "word")
    assert matter.read_bytes() == before


def test_a_document_that_is_not_in_the_matter_is_named(complain, tmp_path):
    matter = tmp_path / "m.clausemark"
    main(["add", str(matter), str(_policy(tmp_path))])
    line = complain("export", matter, tmp_path / "x.docx", "--as", "word", "--document", "other.docx")
    assert "other.docx" in line


@pytest.mark.parametrize("words", [["export"], ["read"], ["add", "m"], ["export", "m", "o", "--as", "poem"]])
def test_wrong_usage_exits_2(words):
    with pytest.raises(SystemExit) as stop:
        main(words)
    assert stop.value.code == 2


def test_no_command_imports_qt():
    code = (
        "import sys; from main import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_without_a_screen_the_window_says_so_instead_of_dying(tmp_path):
    environment = {"PATH": "", "HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py")], env=environment, capture_output=True, check=False, text=True
    )
    if sys.platform.startswith("linux"):
        assert done.returncode == 1
        assert "no screen" in done.stderr


def test_a_fault_of_our_own_is_one_sentence_and_its_place_goes_to_the_log(complain, tmp_path, monkeypatch):
    log = tmp_path / "clausemark.log"
    monkeypatch.setenv("CLAUSEMARK_LOG", str(log))
    policy = _policy(tmp_path)
    monkeypatch.setattr("ui.commands.read._values", lambda policy, _language: policy.text[10**9])
    line = complain("read", policy)
    assert "clausemark.log" in line
    assert "IndexError" in log.read_text(encoding="utf-8")
    assert "Harbour" not in log.read_text(encoding="utf-8")


@pytest.mark.parametrize("words", [["exprot", "a.clausemark"], ["--colour"], ["Export"]])
def test_a_misspelt_command_is_wrong_usage_and_opens_no_window(words, capsys) -> None:
    with pytest.raises(SystemExit) as caught:
        main(words)
    assert caught.value.code == 2
    assert "usage: clausemark" in capsys.readouterr().err
