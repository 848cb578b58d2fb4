"""`carry`: the next version of a document on the command line, and what became of each note."""

from __future__ import annotations

import json

import pytest

from main import main

OLD = """1. Scope
We may share data with partners for 30 days.
2. Rights
You shall not copy the software.
3. Contact
Write to us at the office.
"""
NEW = """1. Scope
We may share data with partners for 60 days.
2. New
Something new stands here.
3. Rights
You shall not copy the software.
"""
NOTES = [
    {"id": "A", "severity": "high", "title": "Days", "anchors": [{"exact": "share data with partners for 30 days"}]},
    {"id": "B", "severity": "low", "title": "Copy", "anchors": [{"exact": "You shall not copy"}]},
    {"id": "C", "severity": "low", "title": "Gone", "anchors": [{"exact": "Write to us at the office"}]},
]


@pytest.fixture
def run(capsys, tmp_path, monkeypatch):
    """Run a command and give its exit code, what it answered, what it complained of."""
    monkeypatch.setenv("CLAUSEMARK_SETTINGS", str(tmp_path / "settings.toml"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    def call(*words: object):
        capsys.readouterr()
        code = main([*(str(word) for word in words), "--reviewer", "A. Okafor", "--initials", "AO"])
        out, err = capsys.readouterr()
        return code, out, err

    return call


@pytest.fixture
def carried(run, tmp_path):
    (tmp_path / "a.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "b.txt").write_text(NEW, encoding="utf-8")
    (tmp_path / "n.json").write_text(json.dumps(NOTES), encoding="utf-8")
    matter = tmp_path / "m.clausemark"
    assert run("add", matter, tmp_path / "a.txt")[0] == 0
    run("import", matter, tmp_path / "n.json")
    return matter, tmp_path / "b.txt"


def test_each_note_is_carried_with_its_state_alerts_and_place(run, carried):
    matter, new = carried
    told = json.loads(run("carry", matter, "a.txt", new, "--json")[1])["notes"]
    assert [(note["id"], note["state"], note["alerts"]) for note in told] == [
        ("A", "edited", ["number"]),
        ("B", "unchanged", []),
        ("C", "lost", []),
    ]
    assert [[anchor["exact"] for anchor in note["anchors"]] for note in told] == [
        ["share data with partners for 60 days"],
        ["You shall not copy"],
        [],
    ]
    code, said, _ = run("check", matter)
    assert code == 0
    assert said.startswith("The matter is in order.\n")
    assert "Lost: #3 Gone, its words are not in the policy" in said
    assert "未找到：#3 Gone" in run("check", matter, "--language", "zh")[1]
    answer = json.loads(run("check", matter, "--json")[1])
    assert (answer["ok"], answer["problems"]) == (True, [])
    assert [(note["id"], note["state"]) for note in answer["unplaced"]] == [("C", "lost")]


def test_a_person_reads_what_to_look_at_in_the_language_asked_for(run, carried):
    matter, new = carried
    said = run("carry", matter, "a.txt", new, "--language", "zh")[1]
    assert "#1 Days：原文有改动（数字有变）" in said
    assert "#3 Gone：原文已删" in said


def test_words_that_stand_in_several_places_are_named_by_the_check(run, tmp_path):
    matter, policy, notes = tmp_path / "m.clausemark", tmp_path / "p.txt", tmp_path / "n.json"
    policy.write_text("1. We keep data.\n2. You keep data.\n3. They go.\n", encoding="utf-8")
    notes.write_text(json.dumps([{"id": "A", "title": "Twice", "anchors": [{"exact": "keep data"}]}]))
    run("add", matter, policy)
    run("import", matter, notes)
    assert "To place: #1 Twice, its words stand in several places" in run("check", matter)[1]
    assert json.loads(run("check", matter, "--json")[1])["unplaced"][0]["state"] == "ambiguous"


def test_a_note_with_one_place_to_confirm_is_named_so_and_the_memo_is_written_as_before(run, tmp_path):
    matter, policy, notes, new = (tmp_path / name for name in ("m.clausemark", "p.txt", "n.json", "q.txt"))
    words = "By opening the app you accept everything written here"
    policy.write_text(f"1. Scope\n{words}.\n2. Rights\nYou may leave.\n", encoding="utf-8")
    new.write_text(
        "1. Scope\nBy opening an account with us you accept what is here.\n2. Rights\nYou may leave.\n",
        encoding="utf-8",
    )
    notes.write_text(json.dumps([{"id": "A", "title": "Consent", "issue": "None.", "anchors": [{"exact": words}]}]))
    run("add", matter, policy)
    run("import", matter, notes)
    assert "#1 Consent: to be placed" in run("carry", matter, "p.txt", new)[1]
    assert "To place: #1 Consent, a place is proposed for it" in run("check", matter)[1]
    assert run("export", matter, tmp_path / "memo.docx", "--as", "memo")[0] == 0


def test_the_same_file_again_changes_nothing(run, carried):
    matter, new = carried
    run("carry", matter, "a.txt", new)
    before = matter.read_bytes()
    assert json.loads(run("carry", matter, "a.txt", new, "--json")[1]) == {"notes": []}
    assert matter.read_bytes() == before


def test_a_document_that_is_not_there_is_named(run, carried):
    matter, new = carried
    code, _, complained = run("carry", matter, "other.txt", new)
    assert code == 1
    assert "other.txt" in complained
