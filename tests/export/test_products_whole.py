"""Every product tells every field of every finding: none goes missing on the way into a cell."""

from __future__ import annotations

import html
import json
import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from annotations.day_words import due_text
from annotations.model import Level, Matter, Note, Severity, Status, Visibility
from export.memo.sections import SECTIONS
from export.pages.html_page import html_page
from export.pages.markdown_page import markdown_page
from export.pages.page import page_of
from export.report import Report, ReportOptions, assemble
from export.sheets.plain_table import plain_table
from export.sheets.workbook import workbook
from tests.export.memo_case import NOW, note, report, review, reviewed
from tools.word_checkers import asked

EVERYTHING = [section.name for section in SECTIONS]
WORDS = ("title", "issue", "consequence", "legal_basis", "recommendation", "proposed_wording", "question", "owner")


def of_workbook(value: Report) -> str:
    with zipfile.ZipFile(BytesIO(workbook(value)[0])) as package:
        return html.unescape(re.sub("<[^>]*>", "", package.read("xl/sharedStrings.xml").decode()))


PRODUCTS = {
    "xlsx": of_workbook,
    "csv": lambda value: plain_table(value).decode("utf-8-sig").replace('""', '"'),
    "html": lambda value: html.unescape(re.sub("<[^>]*>", "", html_page(page_of(value, EVERYTHING)).decode())),
    "md": lambda value: re.sub(r"\\(?=[\W_])|\*\*", "", markdown_page(page_of(value, EVERYTHING)).decode()),
}


@pytest.mark.parametrize("product", PRODUCTS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_field_of_a_finding_goes_missing(product: str, language: str) -> None:
    fields = {name: f"此处是{name}之文{chr(0x4E00 + order)}" for order, name in enumerate(WORDS)}
    told = note(
        1, "我们也会读取您的通讯录", severity=Severity.HIGH, likelihood=Level.VERY_HIGH, impact=Level.LOW,
        status=Status.IN_PROGRESS, due="2031-02-03", category="同意", quote_translation="译文在此", rules=("HOUSE-7",),
        **fields,
    )  # fmt: skip
    said = PRODUCTS[product](report(told, profile="internal", language=language))
    assert any(day in said for day in ("2031-02-03", due_text("2031-02-03", language)))
    for words in (*fields.values(), "译文在此", "HOUSE-7", "我们也会读取您的通讯录"):
        assert words in said, words
    states = {"zh": ("处理中", "很高", "低", "同意"), "en": ("In progress", "Very high", "Low", "Consent")}
    assert all(word in said for word in states[language])


@pytest.mark.parametrize(("language", "profile"), [("zh", "internal"), ("en", "client"), ("zh", "outside"), ("en", "")])
def test_the_validator_finds_no_fault_in_a_workbook(language: str, profile: str, tmp_path: Path) -> None:
    odd = note(9, title="🧨\x00 & <b>", issue="x" * 50_000, recommendation="\ud800=1", visibility=Visibility.OUTSIDE)
    notes = (*review(), odd) if profile else ()
    file = tmp_path / "list.xlsx"
    file.write_bytes(workbook(report(*notes, language=language, profile=profile or "client"))[0])
    code, said = asked("openxml-audit", file)
    assert code == 0, said


@pytest.mark.corpora
@pytest.mark.parametrize("product", PRODUCTS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_shared_review_is_told_whole(shared: Path, product: str, language: str) -> None:
    found = json.loads((shared / "reference" / "findings.json").read_bytes())
    listed = found if isinstance(found, list) else next(value for value in found.values() if isinstance(value, list))
    notes = [_of(item, order, language) for order, item in enumerate(listed, start=1)]
    value = assemble(Matter(), [reviewed(tuple(notes))], ReportOptions(now=NOW, language=language))
    said = " ".join(PRODUCTS[product](value).split())
    for item in notes:
        assert " ".join(item.title.split()) in said
        for line in item.recommendation.splitlines():
            assert " ".join(line.split()) in said


def _of(item: dict[str, object], order: int, language: str) -> Note:
    told = item.get(language, item)
    assert isinstance(told, dict)
    words = {name: str(told.get(name, "")) for name in ("title", "issue", "recommendation")}
    return note(order, language=language, legal_basis="", **words)
