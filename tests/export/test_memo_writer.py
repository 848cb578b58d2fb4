"""The memo by way of a real matter file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from annotations.matter import OpenMatter
from annotations.model import Reviewer, Severity, Visibility
from documents.model import Span
from export.run import ExportOptions, export
from tests.export.memo_case import CHINESE, ENGLISH, NOW, parts, policy


@pytest.fixture
def matter(tmp_path: Path, reviewer: Reviewer, clock: Callable[[], datetime]) -> Iterator[OpenMatter]:
    made = OpenMatter.create(tmp_path / "m.clausemark", reviewer, clock)
    yield made
    made.close()


def _add(matter: OpenMatter, text: str, name: str, words: str, **fields: object) -> None:
    read = policy(text)
    document = matter.add_document(read, text.encode(), name)
    start = read.text.index(words)
    matter.add_note(document.uid, [Span(start, start + len(words))], **fields)


def _options(**fields: str) -> ExportOptions:
    return ExportOptions(reviewer=Reviewer("A. Okafor", "AO"), now=NOW, **fields)


def test_one_memo_tells_of_all_documents_of_the_matter(matter: OpenMatter, tmp_path: Path) -> None:
    _add(matter, CHINESE, "a.txt", "请到前台询问", title="没有联系方式", severity=Severity.HIGH)
    _add(matter, ENGLISH, "b.txt", "any purpose", title="Any purpose at all", severity=Severity.CRITICAL)
    export(matter, tmp_path / "memo.docx", "memo", _options(language="zh"))
    told = parts((tmp_path / "memo.docx").read_bytes())["word/document.xml"].decode()
    for words in ("没有联系方式", "Any purpose at all", "a.txt", "b.txt", "所审文件存在1项严重风险"):
        assert words in told


def test_what_stays_in_is_listed_and_drafts_and_remarks_stay_too(matter: OpenMatter, tmp_path: Path) -> None:
    _add(
        matter,
        CHINESE,
        "a.txt",
        "请到前台询问",
        title="外发",
        private_remark="MARKER-REMARK",
        visibility=Visibility.CLIENT,
    )
    note = matter.notes()[0]
    hidden = matter.add_note(note.document, [], title="MARKER-INTERNAL", visibility=Visibility.INTERNAL)
    matter.save_draft(note.uid, "issue", "MARKER-DRAFT")
    report = export(matter, tmp_path / "memo.docx", "memo", _options(profile="client"))
    assert [item.id for item in report.left_out] == [hidden.uid]
    assert report.left_out[0].sentence("en")
    assert not any(b"MARKER" in data for data in parts((tmp_path / "memo.docx").read_bytes()).values())


def test_a_matter_without_notes_gives_a_memo(matter: OpenMatter, tmp_path: Path) -> None:
    matter.add_document(policy(), CHINESE.encode(), "a.txt")
    export(matter, tmp_path / "memo.docx", "memo", _options())
    assert "未发现影响发布的问题" in parts((tmp_path / "memo.docx").read_bytes())["word/document.xml"].decode()
