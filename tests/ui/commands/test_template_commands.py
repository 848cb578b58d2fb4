"""A template made, checked and filled in from the command line."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from main import main
from tests.export.template_files import LETTERHEADS, saved

NOW = "2026-11-22T10:00:00+08:00"


@pytest.fixture
def matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> Path:
    monkeypatch.setenv("CLAUSEMARK_SETTINGS", str(tmp_path / "settings.toml"))
    assert main(["demo", str(tmp_path / "demo"), "--language", "en", "--now", NOW]) == 0
    capsys.readouterr()
    return tmp_path / "demo" / "Harbour Notes.clausemark"


def _export(matter: Path, out: Path, template: Path, *more: str) -> int:
    return main(["export", str(matter), str(out), "--as", "memo", "--template", str(template), "--now", NOW, *more])


def _words(path: Path, part: str = "word/document.xml") -> str:
    return zipfile.ZipFile(path).read(part).decode()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_new_template_is_in_order_and_gives_a_memo(matter, tmp_path, capsys, language):
    template, out = tmp_path / "new.docx", tmp_path / "memo.docx"
    assert main(["template", "new", str(template), "--language", language]) == 0
    assert main(["template", "check", str(template), "--language", language]) == 0
    assert ("The template can be used" if language == "en" else "模板可以使用") in capsys.readouterr().out
    assert _export(matter, out, template, "--language", "en") == 0
    assert "Debtors named in public" in _words(out)


def test_a_new_template_never_takes_the_place_of_another(tmp_path, capsys):
    template = tmp_path / "ours.docx"
    template.write_bytes(b"ours")
    assert main(["template", "new", str(template)]) == 1
    assert "there already" in capsys.readouterr().err
    assert template.read_bytes() == b"ours"


def test_problems_are_told_a_line_each_and_in_json(tmp_path, capsys):
    template = saved(tmp_path, "{{ matter.clint }}", "{{ report.dat }}")
    assert main(["template", "check", str(template), "--language", "en"]) == 1
    told = capsys.readouterr().out.splitlines()
    assert len(told) == 2
    assert "Did you mean matter.client?" in told[0]
    assert main(["template", "check", str(template), "--json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert answer["ok"] is False
    assert len(answer["problems"]) == 2


def test_nothing_is_written_from_a_template_with_a_problem(matter, tmp_path, capsys):
    out = tmp_path / "memo.docx"
    assert _export(matter, out, saved(tmp_path, "{{ matter.clint }}", "{{ oops_a }}"), "--language", "en") == 1
    told = capsys.readouterr().err
    assert "Did you mean matter.client?" in told
    assert "1 more" in told
    assert not out.exists()


def test_the_template_itself_is_never_written_over(matter, tmp_path, capsys):
    template = saved(tmp_path, "{{ matter.client }}")
    before = template.read_bytes()
    assert _export(matter, template, template) == 1
    assert capsys.readouterr().err
    assert template.read_bytes() == before


def test_only_memo_and_gap_report_take_a_template(matter, tmp_path, capsys):
    template = saved(tmp_path, "{{ matter.client }}")
    words = ["export", str(matter), str(tmp_path / "x.docx"), "--as", "word", "--template", str(template)]
    assert main(words) == 1
    assert "--as" in capsys.readouterr().err


def test_a_letterhead_gives_the_same_memo_twice_and_holds_back_what_stays_in(matter, tmp_path):
    outs = [tmp_path / name for name in ("one.docx", "two.docx")]
    for out in outs:
        template = LETTERHEADS / "letterhead-en.docx"
        assert _export(matter, out, template, "--profile", "outside", "--language", "en") == 0
    assert outs[0].read_bytes() == outs[1].read_bytes()
    assert "Critical" not in _words(outs[0])


def test_a_memo_on_a_template_tells_of_quotes_that_stand_nowhere(matter, tmp_path, capsys):
    notes, out = tmp_path / "notes.json", tmp_path / "memo.docx"
    finding = {"id": "L", "severity": "low", "title": "Gone", "issue": "I.", "anchors": [{"exact": "nowhere at all"}]}
    notes.write_text(json.dumps({"findings": [finding]}), encoding="utf-8")
    assert main(["import", str(matter), str(notes), "--now", NOW]) == 0
    assert main(["template", "new", str(tmp_path / "new.docx")]) == 0
    capsys.readouterr()
    assert _export(matter, out, tmp_path / "new.docx", "--json") == 0
    assert [moved["id"] for moved in json.loads(capsys.readouterr().out)["moved"]] == ["L"]


def test_what_did_not_move_is_not_said_to_have_moved_and_notes_come_by_their_number(matter, tmp_path, capsys):
    notes, out = tmp_path / "notes.json", tmp_path / "memo.docx"
    told = [
        {"id": name, "severity": severity, "title": name, "issue": "I.", "anchors": [{"exact": "nowhere at all"}]}
        for name, severity in (("A", "low"), ("B", "critical"))
    ]
    notes.write_text(json.dumps({"findings": told}), encoding="utf-8")
    assert main(["import", str(matter), str(notes), "--now", NOW]) == 0
    capsys.readouterr()
    assert main(["export", str(matter), str(out), "--as", "memo", "--language", "en", "--now", NOW]) == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith(("Moved", "To look at"))]
    assert [line.split(",")[0].split()[-1] for line in lines] == ["A", "B"]
    assert all(line.startswith("To look at: #") for line in lines)
