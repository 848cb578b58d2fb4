"""Lists for people name notes by number and title; what two copies left to decide is named until somebody decides."""

import json
import shutil

import pytest

from annotations.matter import OpenMatter
from annotations.model import Reviewer
from main import main
from tests.annotations.conftest import TickingClock

POLICY = "Acorn notice\n\nWe keep data for ever. We share it with partners.\n"


@pytest.fixture
def run(capsys):
    def call(*words):
        code = main([str(word) for word in words])
        return code, capsys.readouterr().out

    return call


@pytest.fixture
def matter(tmp_path, run):
    """A matter with one policy, and the copy of a colleague."""
    path, policy = tmp_path / "one.clausemark", tmp_path / "notice.txt"
    policy.write_text(POLICY, encoding="utf-8")
    run("add", path, policy)
    shutil.copyfile(path, tmp_path / "two.clausemark")
    return path


def imported(run, path, folder, issue, quote):
    findings = folder / f"{path.stem}.json"
    told = [{"id": "K9", "title": "Retention", "issue": issue, "anchors": [{"exact": quote}]}]
    findings.write_text(json.dumps(told), encoding="utf-8")
    return run("import", path, findings, "--json")


def edit(path, **fields):
    with OpenMatter.open(path, Reviewer("A. Okafor"), TickingClock()) as matter:
        matter.edit(matter.notes()[0].uid, **fields)


def test_two_notes_imported_under_one_id_on_other_words_are_two(matter, tmp_path, run) -> None:
    other = tmp_path / "two.clausemark"
    imported(run, matter, tmp_path, "For ever is too long.", "for ever")
    imported(run, other, tmp_path, "Partners are not named.", "with partners")
    assert json.loads(run("merge", matter, other, "--json")[1])["added"] == 1
    assert json.loads(run("check", matter, "--json")[1])["conflicts"] == []
    with OpenMatter.open(matter, Reviewer("A. Okafor"), TickingClock()) as opened:
        assert sorted(n.issue for n in opened.notes()) == ["For ever is too long.", "Partners are not named."]


def test_two_notes_imported_under_one_id_on_the_same_words_are_named_until_somebody_decides(
    matter, tmp_path, run
) -> None:
    other = tmp_path / "two.clausemark"
    imported(run, matter, tmp_path, "For ever is too long.", "for ever")
    imported(run, other, tmp_path, "Nobody may keep data for ever.", "for ever")
    told = json.loads(run("merge", matter, other, "--json")[1])
    assert [one["field"] for one in told["conflicts"]] == ["issue"]
    again = json.loads(run("merge", matter, other, "--json")[1])
    assert again["conflicts"] == told["conflicts"]
    code, out = run("check", matter)
    assert code == 0
    assert "The matter is in order." in out
    assert "To decide: #1 Retention, issue" in out
    with OpenMatter.open(matter, Reviewer("A. Okafor"), TickingClock()) as opened:
        (note,) = opened.notes()
        opened.edit(note.uid, issue=note.issue)
    assert json.loads(run("check", matter, "--json")[1])["conflicts"] == []
    assert json.loads(run("merge", matter, other, "--json")[1])["conflicts"] == []


def test_an_export_names_what_it_left_out_by_number_and_title_and_scripts_read_the_id(matter, tmp_path, run) -> None:
    imported(run, matter, tmp_path, "x", "for ever")
    words = ("export", matter, tmp_path / "out.docx", "--as", "word", "--profile", "client")
    code, out = run(*words)
    assert code == 0
    assert "Left out: #1 Retention, " in out
    assert "K9" not in out
    assert [one["id"] for one in json.loads(run(*words, "--json")[1])["left_out"]] == ["K9"]
    assert "Left out: #1 Retention, " in run(*words, "--check")[1]


def test_a_corrected_findings_file_says_which_notes_differ(matter, tmp_path, run) -> None:
    imported(run, matter, tmp_path, "x", "for ever")
    assert json.loads(imported(run, matter, tmp_path, "x", "for ever")[1])["differing"] == []
    assert json.loads(imported(run, matter, tmp_path, "better", "for ever")[1])["differing"] == ["K9"]
    edit(matter, issue="mine")
    findings = tmp_path / f"{matter.stem}.json"
    assert "Different in the file: 1 (K9)" in run("import", matter, findings)[1]
