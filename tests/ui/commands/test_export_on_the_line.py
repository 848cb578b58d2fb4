"""What goes out, on the command line: names in a folder, sections, pages, and what stands in the way."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from main import main

COMMON = ["--now", "2026-11-22T14:02:00+08:00", "--reviewer", "林若水"]


@pytest.fixture
def run(capsys, tmp_path, monkeypatch):
    """Run a command and give (exit code, what it answered, what it complained)."""
    monkeypatch.setenv("CLAUSEMARK_SETTINGS", str(tmp_path / "settings.toml"))

    def call(*words: object):
        capsys.readouterr()
        code = main([*map(str, words), *COMMON])
        out, err = capsys.readouterr()
        return code, out, err

    return call


@pytest.fixture
def matter(run, tmp_path):
    assert run("demo", tmp_path / "demo", "--language", "zh")[0] == 0
    return tmp_path / "demo" / "云杉记账.clausemark"


def exported(run, *words: object) -> list[Path]:
    code, out, err = run("export", *words, "--json")
    assert (code, err) == (0, "")
    return [Path(name) for name in json.loads(out)["files"]]


def test_a_file_in_a_folder_is_named_after_what_it_is_and_the_next_one_beside_it(run, matter, tmp_path) -> None:
    out = tmp_path / "发送"
    out.mkdir()
    names = [exported(run, matter, out, "--as", "xlsx", "--profile", "client")[0].name for _ in range(3)]
    stem = "云杉记账_问题清单_客户版_20261122"
    assert names == [f"{stem}.xlsx", f"{stem}_v2.xlsx", f"{stem}_v3.xlsx"]
    assert (out / names[0]).read_bytes() == (out / names[1]).read_bytes(), "same matter, same clock: same bytes"
    (english,) = exported(run, matter, out, "--as", "csv", "--language", "en")
    assert english.name == "云杉记账_Issue list_Internal_20261122.csv"


def test_a_named_file_keeps_its_name(run, matter, tmp_path) -> None:
    assert exported(run, matter, tmp_path / "x.html", "--as", "html") == [tmp_path / "x.html"]


def test_sections_are_those_asked_for_in_their_order(run, matter, tmp_path) -> None:
    for kind in ("md", "html"):
        (path,) = exported(run, matter, tmp_path / f"x.{kind}", "--as", kind, "--sections", "limits,table")
        said = path.read_text(encoding="utf-8")
        assert said.index("假设与限制") < said.index("主要风险及建议")
        assert "逐条意见" not in said
    code, _, err = run("export", matter, tmp_path / "y.md", "--as", "md", "--sections", "nonsense")
    assert code == 1
    assert "nonsense" in err


def test_pages_of_what_has_none_and_without_libreoffice_are_one_sentence(run, matter, tmp_path, monkeypatch) -> None:
    code, out, err = run("export", matter, tmp_path / "x.pdf", "--as", "xlsx", "--to", "pdf", "--language", "en")
    assert (code, out) == (1, "")
    assert "only a memo, a gap report or a memo of changes becomes a PDF" in err
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("documents.office._PLACES", ())
    code, out, err = run("export", matter, tmp_path / "x.pdf", "--as", "memo", "--to", "pdf", "--language", "zh")
    assert (code, out) == (1, "")
    assert "LibreOffice" in err
    assert len(err.splitlines()) == 1
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize("mark", ["~$x.{}", ".~lock.x.{}#"])
@pytest.mark.parametrize("kind", ["xlsx", "csv", "html", "md"])
def test_a_file_that_is_open_elsewhere_is_left_as_it_is(run, matter, tmp_path, kind, mark) -> None:
    path = tmp_path / f"x.{kind}"
    path.write_bytes(b"before")
    (tmp_path / mark.format(kind)).write_bytes(b"")
    code, _, err = run("export", matter, path, "--as", kind, "--language", "en")
    assert code == 1
    assert "open in another program" in err
    assert path.read_bytes() == b"before"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_to_says_so(run, matter, tmp_path) -> None:
    out = tmp_path / "zu"
    out.mkdir(mode=0o500)
    for kind in ("xlsx", "csv", "html", "md"):
        code, _, err = run("export", matter, out, "--as", kind, "--language", "en")
        assert code == 1
        assert "cannot be written there" in err
        assert list(out.iterdir()) == []
