"""Each field of a finding bears its note's mark in memo and gap report, and a save elsewhere keeps it."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from annotations.marks import FIELD_BOOKMARK, field_mark, fields_by_mark, uid_outside
from export.memo.document import memo
from export.memo.layout import Plan
from export.report import Report
from tests.export.memo_case import W, body, note, report, review, words

FIELDS = ("title", "issue", "consequence", "legal_basis", "recommendation", "proposed_wording", "question", "owner",
          "due", "status", "response", "quote_translation")  # fmt: skip


def _held(made: etree._Element) -> dict[str, list[str]]:
    """The words of each tag, a line a control."""
    found: dict[str, list[str]] = {}
    for control in made.iter(f"{W}sdt"):
        tag = control.find(f"{W}sdtPr/{W}tag")
        if tag is not None:
            told = "".join(text.text or "" for text in control.iter(f"{W}t"))
            found.setdefault(tag.get(f"{W}val"), []).append(told)
    return found


def _known(value: Report) -> dict[str, tuple[str, str]]:
    return fields_by_mark([item.uid for item in value.findings], FIELDS, [""])


@pytest.mark.parametrize("product", ["memo", "gap"])
def test_each_field_that_has_words_is_in_a_control_once(product):
    value = report(*review())
    held, known = _held(body(value, Plan(product))), _known(value)
    assert set(held) <= set(known)
    for item in value.findings:
        for name in ("title", "issue", "legal_basis", "recommendation", "proposed_wording", "question"):
            text = getattr(item, name)
            assert held.get(field_mark(item.mark, name), []) == text.splitlines(), (item.number, name)


def test_the_plan_and_the_questions_have_fields_to_fill_in():
    value = report(*review())
    held = _held(body(value, Plan("gap")))
    first = value.findings[0]
    assert held[field_mark(first.mark, "owner")] == ["〔待填〕"]
    assert held[field_mark(first.mark, "status")] == ["待处理"]
    asked = next(item for item in value.findings if item.question)
    assert held[field_mark(asked.mark, "response")] == ["〔待填〕"]


def test_owner_and_date_of_a_memo_are_fields_too():
    value = report(note(1, "您的借阅记录", owner="数据合规部", due="2026-12-31"))
    held = _held(body(value))
    mark = value.findings[0].mark
    assert held[field_mark(mark, "owner")] == ["数据合规部"]
    assert held[field_mark(mark, "due")] == ["2026年12月31日"]


def test_a_mark_names_neither_note_nor_matter():
    value = report(*review())
    made = etree.tostring(body(value)).decode()
    for item in value.findings:
        assert item.uid not in made
        assert item.uid.replace("-", "") not in made
        assert uid_outside("", item.uid) not in made


def test_numbers_of_controls_and_bookmarks_are_their_own():
    made = body(report(*review()), Plan("gap"))
    numbers = [one.get(f"{W}val") for one in made.iterfind(f".//{W}sdtPr/{W}id")]
    numbers += [one.get(f"{W}id") for one in made.iter(f"{W}bookmarkStart")]
    assert len(set(numbers)) == len(numbers)
    ends = Counter(one.get(f"{W}id") for one in made.iter(f"{W}bookmarkEnd"))
    assert ends == Counter(one.get(f"{W}id") for one in made.iter(f"{W}bookmarkStart"))


@pytest.mark.office
@pytest.mark.timeout(240)
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_keeps_the_bookmark_of_each_field_and_its_words(tmp_path):
    """LibreOffice 7.4 drops the tags; where this fails for tags, the bookmarks can go."""
    value = report(*review())
    (tmp_path / "memo.docx").write_bytes(memo(value, Plan("gap")))
    before = _bookmarked(body(value, Plan("gap")))
    made = _saved_by_libreoffice(tmp_path / "memo.docx")
    after = _bookmarked(made)
    assert before
    assert {name: after.get(name) for name in before} == before
    assert not _held(made)


def _saved_by_libreoffice(path: Path) -> etree._Element:
    home = (path.parent / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={home}", "--headless", "--convert-to", "docx:MS Word 2007 XML"]
    command += ["--outdir", str(path.parent / "out"), str(path)]
    subprocess.run(command, capture_output=True, check=True, timeout=200)
    with zipfile.ZipFile(io.BytesIO((path.parent / "out" / path.name).read_bytes())) as package:
        return etree.fromstring(package.read("word/document.xml"))


def _bookmarked(made: etree._Element) -> dict[str, str]:
    """The words between the ends of each bookmark on a field, a line a paragraph."""
    found: dict[str, str] = {}
    open_ones: dict[str, tuple[str, list[str]]] = {}
    for piece in made.iter():
        if piece.tag == f"{W}bookmarkStart" and piece.get(f"{W}name", "").startswith(FIELD_BOOKMARK):
            open_ones[piece.get(f"{W}id")] = piece.get(f"{W}name"), []
        elif piece.tag == f"{W}bookmarkEnd" and piece.get(f"{W}id") in open_ones:
            name, told = open_ones.pop(piece.get(f"{W}id"))
            found[name] = "".join(told).strip()
        elif piece.tag in (f"{W}t", f"{W}p"):
            for _, told in open_ones.values():
                told.append(piece.text or "" if piece.tag == f"{W}t" else "\n")
    return found


def test_words_of_a_field_are_as_the_note_has_them():
    odd = note(1, "您的借阅记录", issue="第一行\n第二行 <b>\n第三行🧨")
    value = report(odd)
    assert _held(body(value))[field_mark(value.findings[0].mark, "issue")] == ["第一行", "第二行 <b>", "第三行🧨"]
    assert "第三行🧨" in words(body(value))
