"""The memo of changes on the command line: the last two versions, or those named; one sentence where there is one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from documents.office import office_program
from documents.reader import open_document
from main import main
from tests.export.changed_policies import NEW, OLD

COMMON = ("--now", "2026-11-22T14:02:00+08:00", "--reviewer", "A. Okafor")
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys, tmp_path: Path, monkeypatch) -> Run:
    monkeypatch.setenv("CLAUSEMARK_SETTINGS", str(tmp_path / "settings.toml"))

    def call(*words: object) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main([*map(str, words), *COMMON])
        return code, *capsys.readouterr()

    return call


@pytest.fixture
def matter(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "m.clausemark"
    (tmp_path / "notice.txt").write_text(OLD["en"], encoding="utf-8")
    assert run("add", path, tmp_path / "notice.txt")[0] == 0
    return path


def _carried(run: Run, matter: Path, text: str, name: str) -> None:
    newer = matter.with_name(name)
    newer.write_text(text, encoding="utf-8")
    code, _out, err = run("carry", matter, "notice.txt", newer)
    assert (code, err) == (0, "")


def test_one_version_is_one_sentence_and_nothing_is_written(run: Run, matter: Path) -> None:
    out = matter.with_name("changes.docx")
    code, _out, err = run("export", matter, out, "--as", "changes")
    assert (code, err.count("\n")) == (1, 1)
    assert "only one version" in err
    assert not out.exists()


def test_the_last_two_versions_or_those_named_are_compared(run: Run, matter: Path) -> None:
    _carried(run, matter, NEW["en"], "second.txt")
    _carried(run, matter, NEW["en"].replace("60 days", "75 days"), "third.txt")
    for asked, numbers in (
        ((), ("60", "75")),
        (("--from", 1, "--to", 2), ("30", "60")),
        (("--from", "1"), ("30", "75")),
    ):
        code, out, err = run("export", matter, matter.with_name("x.docx"), "--as", "changes", *asked, "--json")
        assert (code, err.replace("x.docx was there already and was replaced.\n", "")) == (0, "")
        told = open_document(Path(json.loads(out)["files"][0]).read_bytes(), name="x.docx").text
        assert f"a number changed: {numbers[0]} → {numbers[1]}" in told
    code, _out, err = run("export", matter, matter.with_name("y.docx"), "--as", "changes", "--to", "9")
    assert (code, err) == (1, "“Member Privacy Notice” has no version “9”. Its versions: 1, 2, 3.\n")


@pytest.mark.office
@pytest.mark.skipif(not office_program(), reason="LibreOffice is not installed")
def test_a_version_and_pages_can_both_be_asked_for(run: Run, matter: Path) -> None:
    _carried(run, matter, NEW["en"], "second.txt")
    out = matter.with_name("changes.pdf")
    assert run("export", matter, out, "--as", "changes", "--to", "2", "--to", "pdf")[0] == 0
    assert out.read_bytes().startswith(b"%PDF")


def test_naming_a_version_for_another_product_is_said_not_swallowed(run: Run, matter: Path) -> None:
    code, out, err = run("export", matter, matter.with_name("m.docx"), "--as", "memo", "--from", "1")
    assert code == 0
    assert "--from does nothing with --as memo" in out + err
    code, _out, err = run("export", matter, matter.with_name("n.docx"), "--as", "memo", "--to", "2")
    assert (code, "“2” is not a format for --to" in err) == (1, True)
