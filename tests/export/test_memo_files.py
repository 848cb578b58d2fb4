"""Memos before judges of another house: two validators, LibreOffice, and the shared review."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from annotations.model import Anchor, Assessment, Level, Matter, Note, Severity, Visibility
from export.memo.document import memo
from export.memo.layout import Plan
from export.report import Report, ReportOptions, ReviewedDocument, assemble
from tests.export.memo_case import NOW, W, body, note, report, review, reviewed, words
from tools.word_checkers import asked

OUTSIDE = tuple(replace(item, visibility=Visibility.OUTSIDE) for item in review())

REPORTS = {
    "full": report(*review(), profile="internal"),
    "wide": report(*(note(number, "您的借阅记录") for number in range(1, 9)), language="en"),
    "outside": report(*OUTSIDE, profile="outside"),
    "empty": report(),
    "odd": report(note(1, title="🧨\x00 & <b>", issue="x" * 5000, recommendation="\ud800")),
    "several": assemble(
        Matter(), [reviewed(review()), reviewed((note(9, document="d2"),), uid="d2")], ReportOptions(now=NOW)
    ),
}


@pytest.mark.parametrize("product", ["memo", "gap"])
@pytest.mark.parametrize("name", REPORTS)
def test_both_validators_find_no_fault(name: str, product: str, tmp_path: Path) -> None:
    file = tmp_path / "memo.docx"
    file.write_bytes(memo(REPORTS[name], Plan(product, redline="redline")))
    for command in (("openxml-audit", file), ("ooxml-integrity", "check", file)):
        code, said = asked(*command)
        assert code == 0, said


@pytest.mark.office
@pytest.mark.timeout(180)
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_sets_every_page_of_it(tmp_path: Path) -> None:
    (tmp_path / "memo.docx").write_bytes(memo(REPORTS["full"]))
    home = (tmp_path / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={home}", "--headless", "--convert-to", "pdf", "memo.docx"]
    subprocess.run(command, cwd=tmp_path, capture_output=True, check=True, timeout=150)
    told = subprocess.run(
        ["pdftotext", "memo.pdf", "-"], cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout
    assert "一、审查结论" in told
    assert "第4页" in told.replace(" ", "")


@pytest.mark.corpora
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_shared_review_is_told_whole_in_one_language(shared: Path, language: str) -> None:
    made = _shared(shared, language)
    told = words(body(made))
    findings = json.loads((shared / "reference" / "findings.json").read_text(encoding="utf-8"))["findings"]
    for finding in findings:
        for text in finding[language].values():
            for line in text.splitlines():
                assert line in told, finding["id"]
    assert len(made.findings) == 25
    assert {key.value: len(items) for key, items in made.counts.items()} == {
        "critical": 2, "high": 15, "medium": 7, "low": 1,
    }  # fmt: skip
    if language == "zh":
        assert "《个人信息保护法》" in made.statutes
        assert [item.clause for item in made.findings[:2]] == ["三.1", "三.1"]


@pytest.mark.corpora
def test_the_shared_review_for_the_client_lacks_what_is_internal(shared: Path) -> None:
    made = _shared(shared, "zh", Visibility.CLIENT)
    assert [item.id for item in made.left_out] == ["G21", "G25"]
    rows = [row for row in body(made).iter(f"{W}tr") if len(row.findall(f"{W}tc")) == 7]
    assert len(rows) == 24


def _shared(shared: Path, language: str, profile: Visibility = Visibility.INTERNAL) -> Report:
    text = next((shared / "seed").iterdir()).read_text(encoding="utf-8")
    given = json.loads((shared / "reference" / "findings.json").read_text(encoding="utf-8"))["findings"]
    notes = tuple(_note(number, finding) for number, finding in enumerate(given, start=1))
    base: ReviewedDocument = reviewed(notes, text)
    return assemble(Matter(), [base], ReportOptions(now=NOW, profile=profile, language=language))


def _note(number: int, finding: dict) -> Note:
    anchors = tuple(Anchor("v1", one["start"], one["end"], one["exact"]) for one in finding["anchors"])
    base = note(number, source_id=finding["id"], anchors=anchors, translations={"en": finding["en"]})
    blank = dict.fromkeys(("consequence", "proposed_wording", "question"), "")
    return replace(
        base,
        severity=Severity(finding["severity"]),
        likelihood=Level(finding["likelihood"]),
        impact=Level(finding["impact"]),
        assessment=Assessment(finding["assessment"]),
        visibility=Visibility(finding["visibility"]),
        insert_after=finding.get("insert_after", ""),
        **(blank | finding["zh"]),
    )
