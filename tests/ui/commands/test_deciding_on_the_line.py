"""Several reviewers on the command line: copies come in, what is undecided is listed, and decided with a reason."""

import json
import shutil

import pytest

from annotations.matter import OpenMatter
from annotations.model import Reviewer, Severity
from documents.model import Span
from main import main
from tests.annotations.conftest import TickingClock

POLICY = "Acorn notice\n\nWe keep data for ever. We share it with partners.\n"


@pytest.fixture
def run(capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("CLAUSEMARK_SETTINGS", str(tmp_path / "settings.toml"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    def call(*words, reviewer="B"):
        code = main([*map(str, words), "--reviewer", reviewer])
        out, err = capsys.readouterr()
        return code, out, err

    return call


@pytest.fixture
def copies(tmp_path, run):
    """Two copies in which two reviewers changed one note differently, and each noted the same words."""
    paths = [tmp_path / "one.clausemark", tmp_path / "two.clausemark"]
    policy = tmp_path / "notice.txt"
    policy.write_text(POLICY, encoding="utf-8")
    run("add", paths[0], policy)
    with OpenMatter.open(paths[0], Reviewer("A"), TickingClock()) as matter:
        matter.add_note(matter.document().uid, [Span(0, 5)], title="Name", issue="first")
    shutil.copyfile(*paths)
    for path, name, severity in zip(paths, "AB", (Severity.LOW, Severity.HIGH), strict=True):
        with OpenMatter.open(path, Reviewer(name), TickingClock()) as matter:
            matter.edit(matter.notes()[0].uid, issue=f"by {name}")
            matter.add_note(matter.document().uid, [Span(22, 35)], title=f"Ever {name}", severity=severity)
    return paths


def test_what_would_come_in_is_said_without_writing(run, copies):
    before = copies[0].read_bytes()
    code, out, _ = run("merge", *copies, "--check", "--json")
    told = json.loads(out)
    assert code == 0
    assert (told["notes"], told["changed"], told["conflicts"], told["authors"]) == (1, 1, 1, ["B"])
    assert "Would bring new notes: 1" in run("merge", *copies, "--check")[1]
    assert copies[0].read_bytes() == before


def test_all_that_is_undecided_is_listed_with_who_says_what_until_it_is_decided(run, copies):
    told = json.loads(run("merge", *copies, "--json")[1])
    assert [one["field"] for one in told["conflicts"]] == ["issue"]
    assert {(side["value"], side["author"]) for side in told["conflicts"][0]["says"]} == {("by A", "A"), ("by B", "B")}
    assert len(told["doubles"]) == len(told["severities"]) == 1
    for command in ("check", "decide"):
        out = run(command, copies[0])[1]
        assert "To decide: #1 Name, issue: “by " in out
        assert "On the same words: #2 Ever " in out
        assert "Rated differently: #2 Ever " in out


def test_a_field_is_decided_with_a_reason_that_the_other_copy_takes_over(run, copies):
    run("merge", *copies)
    assert (
        run("decide", copies[0], "--note", "1", "--field", "issue", "--keep", "theirs", "--why", "she is right")[0] == 0
    )
    with OpenMatter.open(copies[0], Reviewer("A"), TickingClock()) as matter:
        assert matter.notes()[0].issue == "by B"
        assert [c.after["why"] for c in matter.changes() if c.field == "decided:issue"] == ["she is right"]
    assert json.loads(run("merge", copies[1], copies[0], "--json")[1])["conflicts"] == []
    code, _, err = run("decide", copies[0], "--note", "1", "--keep", "mine")
    assert (code, "Nothing is left to decide there." in err) == (1, True)


def test_other_words_are_taken_for_one_field_and_only_if_it_may_say_them(run, copies):
    run("merge", *copies)
    assert run("decide", copies[0], "--field", "issue", "--value", "by both", "--why", "x")[0] == 0
    with OpenMatter.open(copies[0], Reviewer("A"), TickingClock()) as matter:
        assert matter.notes()[0].issue == "by both"


def test_two_notes_on_the_same_words_are_joined_or_kept_and_rated(run, copies):
    run("merge", *copies)
    assert run("decide", copies[0], "--note", "2", "--rate", "medium", "--why", "between")[0] == 0
    out = run("decide", copies[0])[1]
    assert "Rated differently" not in out
    assert run("decide", copies[0], "--note", "2", "--apart", "3", "--why", "two matters")[0] == 0
    assert "On the same words" not in run("decide", copies[0])[1]
    assert run("decide", copies[0], "--note", "2", "--join", "3", "--why", "one after all")[0] == 0
    with OpenMatter.open(copies[0], Reviewer("A"), TickingClock()) as matter:
        assert len(matter.notes()) == 2
    assert run("decide", copies[0], "--keep", "both", "--note", "1", "--why", "z")[0] == 0
    assert run("decide", copies[0])[1] == "Nothing is left to decide.\n"
    assert run("check", copies[0])[1] == "The matter is in order.\n"
