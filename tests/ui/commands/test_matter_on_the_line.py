"""The details of a matter shown and set without a window."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotations.matter import OpenMatter
from annotations.model import Reviewer
from main import main
from ui.commands.command import moment
from ui.commands.samples import sample_policy

COMMON = ["--reviewer", "Ana Okafor", "--initials", "AO", "--now", "2026-11-22T14:02:00+08:00"]


@pytest.fixture
def run(capsys, tmp_path, monkeypatch):
    """Run a command and give (exit code, what it answered, what it complained)."""
    monkeypatch.setenv("CLAUSEMARK_SETTINGS", str(tmp_path / "settings.toml"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    def call(*words: object):
        capsys.readouterr()
        try:
            code = main([*map(str, words)])
        except SystemExit as stop:
            code = int(str(stop.code))
        out, err = capsys.readouterr()
        return code, out, err

    return call


@pytest.fixture
def matter(run, tmp_path) -> Path:
    name, data = sample_policy("en")
    (tmp_path / name).write_bytes(data)
    path = tmp_path / "matter.clausemark"
    assert run("add", path, tmp_path / name, *COMMON)[0] == 0
    return path


SAID = {
    "--client": "Harbour Notes Ltd", "--addressee": "The board", "--number": "2026-17", "--firm": "Okafor & Lin",
    "--matter-reviewer": "A. Okafor", "--matter-initials": "AO", "--licence": "1100-7", "--partner": "R. Lin",
    "--law-as-of": "2026-11-01", "--confidentiality": "Privileged", "--language-out": "zh", "--scope": "The policy",
    "--overall": "high", "--conclusion": "Not yet", "--assumptions": "None", "--questions": "Who hosts it?",
}  # fmt: skip


def opened(path: Path) -> OpenMatter:
    return OpenMatter.open(path, Reviewer("Ana Okafor", "AO"), lambda: moment("2026-11-22T15:00:00+08:00"))


def test_every_detail_is_set_as_one_change_that_one_undo_takes_back(run, matter):
    words = [word for pair in SAID.items() for word in pair]
    code, out, err = run("matter", matter, *words, *COMMON, "--json")
    assert (code, err) == (0, "")
    answer = json.loads(out)
    assert len(answer["changed"]) == len(SAID)
    assert set(SAID.values()) <= {value for value in answer["matter"].values() if isinstance(value, str)}
    assert json.loads(run("matter", matter, "--json")[1])["matter"] == answer["matter"]
    with opened(matter) as held:
        held.undo()
        assert held.matter().client == held.matter().open_questions == ""


def test_details_are_shown_in_the_language_of_the_reader_and_nothing_is_written(run, matter):
    assert run("matter", matter)[1] == "Nothing is said of the matter yet.\n"
    run("matter", matter, "--client", "云杉公司", *COMMON)
    before = matter.read_bytes()
    assert run("matter", matter)[1] == "Client: 云杉公司\n"
    assert run("matter", matter, "--language", "zh")[1] == "客户：云杉公司\n"
    assert matter.read_bytes() == before


def test_an_empty_word_clears_a_detail_and_leaves_the_others(run, matter):
    run("matter", matter, "--client", "Harbour", "--partner", "R. Lin", *COMMON)
    answer = json.loads(run("matter", matter, "--client", "", "--partner", "R. Lin", *COMMON, "--json")[1])
    assert answer["changed"] == ["client"]
    assert (answer["matter"]["client"], answer["matter"]["partner"]) == ("", "R. Lin")


def test_what_was_set_stands_in_the_memo(run, matter, tmp_path):
    run("matter", matter, "--client", "Harbour Notes Ltd", "--number", "2026-17", *COMMON)
    assert run("export", matter, tmp_path / "x.md", "--as", "md", *COMMON)[0] == 0
    said = (tmp_path / "x.md").read_text("utf-8")
    assert "Harbour Notes Ltd" in said
    assert "2026-17" in said


@pytest.mark.parametrize("wrong", [("--language-out", "fr"), ("--overall", "terrible")])
def test_a_word_that_is_none_of_the_choices_is_wrong_usage(run, matter, wrong):
    assert run("matter", matter, *wrong, *COMMON)[0] == 2


def test_a_matter_that_is_not_there_is_not_made(run, tmp_path):
    assert run("matter", tmp_path / "none.clausemark", "--client", "X", *COMMON)[0] == 1
    assert not (tmp_path / "none.clausemark").exists()


def test_initials_that_are_too_long_are_shortened_aloud(run, matter):
    code, _, err = run("matter", matter, "--matter-initials", "ABCDEFGHIJK", *COMMON)
    assert (code, err.count("shortened to “ABCDEFGHI”")) == (0, 1)
    assert json.loads(run("matter", matter, "--json")[1])["matter"]["initials"] == "ABCDEFGHI"
    code, _, err = run("check", matter, "--initials", "KLMNOPQRSTU", "--json")
    assert code == 0
    assert "“KLMNOPQRS”" in err
