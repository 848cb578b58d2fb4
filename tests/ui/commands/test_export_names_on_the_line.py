"""What an export is called, what it never destroys, and options that change nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from main import main

COMMON = ["--now", "2026-11-22T14:02:00+08:00", "--reviewer", "Ana Okafor"]


@pytest.fixture
def run(capsys, tmp_path, monkeypatch):
    """Run a command and give (exit code, what it answered, what it complained)."""
    monkeypatch.setenv("CLAUSEMARK_SETTINGS", str(tmp_path / "settings.toml"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    def call(*words: object):
        capsys.readouterr()
        code = main([*map(str, words), *COMMON])
        out, err = capsys.readouterr()
        return code, out, err

    return call


@pytest.fixture
def matter(run, tmp_path) -> Path:
    assert run("demo", tmp_path / "demo", "--language", "en")[0] == 0
    return tmp_path / "demo" / "Harbour Notes.clausemark"


@pytest.mark.parametrize(
    "asked",
    [
        ("memo", "x.txt", "x.docx"),
        ("gap", "x.DOC", "x.docx"),
        ("xlsx", "x.docx", "x.xlsx"),
        ("word", "x.pdf", "x.docx"),
        ("jsonld", "x.xlsx", "x.jsonld"),
        ("html", "x.docx", "x.html"),
    ],
)
def test_a_name_that_no_program_opens_the_file_by_is_refused_with_the_right_one(run, matter, tmp_path, asked) -> None:
    kind, name, better = asked
    code, out, err = run("export", matter, tmp_path / name, "--as", kind)
    assert (code, out) == (1, "")
    assert better in err
    assert err.count("\n") == 1
    assert not (tmp_path / name).exists()


def test_pages_want_a_name_of_pages(run, matter, tmp_path) -> None:
    code, _, err = run("export", matter, tmp_path / "x.docx", "--as", "memo", "--to", "pdf")
    assert code == 1
    assert "x.pdf" in err


@pytest.mark.parametrize(
    ("kind", "name"), [("md", "x.txt"), ("html", "x.htm"), ("jsonld", "x.json"), ("csv", "x"), ("memo", "memo v1.2")]
)
def test_other_usual_names_and_names_without_a_suffix_are_taken(run, matter, tmp_path, kind, name) -> None:
    assert run("export", matter, tmp_path / name, "--as", kind)[::2] == (0, "")
    assert (tmp_path / name).exists()


def test_a_template_is_a_word_file_by_its_name(run, tmp_path) -> None:
    code, _, err = run("template", "new", tmp_path / "t.txt")
    assert code == 1
    assert "t.docx" in err
    assert not (tmp_path / "t.txt").exists()


@pytest.mark.parametrize("kind", ["md", "word", "xlsx"])
def test_the_same_name_twice_is_written_again_and_what_was_not_ours_is_said_to_be_replaced(
    run, matter, tmp_path, kind
) -> None:
    out = tmp_path / "x"
    for profile in ("internal", "client", "client"):
        assert run("export", matter, out, "--as", kind, "--profile", profile)[::2] == (0, "")
    out.write_bytes(out.read_bytes() + b" and what the client answered")
    code, _, err = run("export", matter, out, "--as", kind)
    assert (code, err.strip()) == (0, "x was there already and was replaced.")
    assert run("export", matter, out, "--as", kind)[::2] == (0, "")


def test_an_empty_file_is_not_missed(run, matter, tmp_path) -> None:
    (tmp_path / "empty.md").write_bytes(b"")
    assert run("export", matter, tmp_path / "empty.md", "--as", "md")[::2] == (0, "")


@pytest.mark.parametrize(
    "asked",
    [
        ("xlsx", ["--highlight", "native"], "--highlight native"),
        ("csv", ["--look", "modern"], "--look"),
        ("memo", ["--redrafts", "tracked"], "--redrafts tracked"),
        ("jsonld", ["--sections", "table"], "--sections"),
        ("md", ["--wording", "redline"], "--wording redline"),
    ],
)
def test_an_option_that_changes_nothing_is_said_and_the_file_is_written(run, matter, tmp_path, asked) -> None:
    kind, options, named = asked
    code, _, err = run("export", matter, tmp_path / "x", "--as", kind, *options)
    assert code == 0
    assert err.startswith(f"{named} does nothing with --as {kind}")
    assert err.count("\n") == 1
    assert (tmp_path / "x").exists()


@pytest.mark.parametrize("asked", ["table,table", "conclusion, table ,conclusion"])
def test_a_section_named_twice_is_refused(run, matter, tmp_path, asked) -> None:
    code, _, err = run("export", matter, tmp_path / "x.md", "--as", "md", "--sections", asked)
    assert code == 1
    assert "named twice" in err
    assert not (tmp_path / "x.md").exists()
