"""A reviewer with nothing but keys takes a policy from its file to the memo; the command line says what came of it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from tools.scripted_review import FIELDS, Finding, Keys, Plan, findings_of, place_of, sit

MAIN = Path(__file__).parent.parent / "main.py"
SAMPLES = Path(__file__).parent.parent / "ui" / "commands" / "samples"
NAME = "Ana Okafor"
_PRIVATE = "private_remark"
SEED_FINDINGS = 25
_A_PLACE = 2
MOST = 4
"""Keys a note may take beside its words."""


def clausemark(*arguments: str | Path) -> dict[str, Any]:
    command = [sys.executable, str(MAIN), *map(str, arguments), "--json"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    return json.loads(done.stdout)


def kept(matter: Path, out: Path) -> dict[str, dict[str, Any]]:
    """The notes of a matter by their title, as the command line tells them."""
    clausemark("export", matter, out, "--as", "jsonld", "--profile", "internal")
    notes = json.loads(out.read_text(encoding="utf-8"))["items"]
    return {note["clausemark:title"]: note for note in notes}


def hold(notes: dict[str, dict[str, Any]], findings: list[Finding], other: tuple[str, str]) -> None:
    """Every note says what was meant, stands on the words that were meant, and there is no other note.

    A private remark is in no export: the search finds it.
    """
    assert len(notes) == len(findings)
    for finding in findings:
        note = notes[finding.fields["title"]]
        said = {name: note.get(f"clausemark:{name}", "") for name in finding.fields if name != _PRIVATE}
        assert said == {name: text for name, text in finding.fields.items() if name != _PRIVATE}, finding.name
        selectors = [target["selector"][0]["exact"] for target in note["target"] if "selector" in target]
        assert sorted(selectors) == sorted(finding.words), finding.name
        changed = other[0] in finding.fields["title"].lower()
        assert note["clausemark:severity"] == (other[1] if changed else finding.severity), finding.name
        assert note["creator"]["name"] == NAME


def told(memo: Path) -> str:
    """The words of a memo, however its lines break."""
    return "".join(clausemark("read", memo)["text"].split())


def sitting(policy: Path, plan: Plan) -> list[Keys]:
    def copied() -> str:
        QGuiApplication.processEvents()  # else Qt does not hear that the clipboard is another's now
        return QGuiApplication.clipboard().text()

    return sit(policy, plan, copied)


@pytest.mark.screen
@pytest.mark.timeout(300)
@pytest.mark.usefixtures("qapp")
def test_a_reviewer_with_keys_alone_takes_the_sample_from_its_file_to_the_memo(tmp_path: Path) -> None:
    policy = tmp_path / "Harbour Notes.md"
    policy.write_bytes((SAMPLES / "policy-en.md").read_bytes())
    findings = findings_of(json.loads((SAMPLES / "notes-en.json").read_text(encoding="utf-8")), "en")
    other = (findings[3].fields["title"].lower(), "low")
    pressed = sitting(policy, Plan(NAME, findings, "You can write to us", other, "precise location"))

    matter = place_of(policy)
    hold(kept(matter, tmp_path / "notes.jsonld"), findings, other)
    assert clausemark("check", matter)["ok"]
    memo = told(next(matter.parent.glob("*.docx")))
    assert all("".join(finding.fields["title"].split()) in memo for finding in findings)
    remarks = [finding.fields[_PRIVATE] for finding in findings if _PRIVATE in finding.fields]
    for remark in remarks:
        assert clausemark("search", matter, remark)["hits"]
        assert "".join(remark.split()) not in memo
    assert remarks
    for keys, finding in zip(pressed, findings, strict=True):
        assert len(keys.pressed) <= MOST + _A_PLACE * max(len(finding.words) - 1, 0), keys


@pytest.mark.screen
@pytest.mark.corpora
@pytest.mark.timeout(420)
@pytest.mark.usefixtures("qapp")
def test_a_reviewer_with_keys_alone_takes_the_seed_from_its_file_to_the_memo(tmp_path: Path, shared: Path) -> None:
    policy = tmp_path / "seed.txt"
    policy.write_bytes(next((shared / "seed").glob("*.txt")).read_bytes())
    findings = findings_of(json.loads((shared / "reference" / "findings.json").read_text(encoding="utf-8")), "en")
    other, first = ("cookies", "low"), findings[0].words[0]
    pressed = sitting(policy, Plan(NAME, findings, first[:4], other, first[:6]))

    hold(kept(place_of(policy), tmp_path / "notes.jsonld"), findings, other)
    memo = told(next(place_of(policy).parent.glob("*.docx")))
    assert all("".join(finding.fields["title"].split()) in memo for finding in findings)
    assert len(findings) == len(pressed) == SEED_FINDINGS
    assert max(len(keys.pressed) for keys in pressed) <= MOST


def test_the_script_knows_every_field_of_the_card_in_its_order() -> None:
    from ui.panels.note_fields import FIELDS as CARD

    assert tuple(field.name for field in CARD) == FIELDS
