"""What a report says of how its documents were read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotations.model import Matter, Visibility
from documents.model import Revision, RevisionKind, Span
from documents.model import Warning as ReadingWarning
from export.memo.layout import Plan
from export.pages.html_page import html_page
from export.pages.markdown_page import markdown_page
from export.pages.page import page_of
from export.reading import READING
from export.report import ReportOptions, assemble
from tests.export.memo_case import NOW, body, note, reviewed, words


def _read(*warnings: ReadingWarning, profile: str = "internal", language: str = "en"):
    item = reviewed((note(1, visibility=Visibility.OUTSIDE),))
    changed = Revision(RevisionKind.INSERTED, Span(0, 1), "Pat Doe")
    policy = replace(item.policy, warnings=warnings, revisions=(changed, changed))
    options = ReportOptions(now=NOW, profile=Visibility(profile), language=language)
    return assemble(Matter(), [replace(item, policy=policy)], options)


TRACKED = ReadingWarning("tracked_changes")
SCANNED = ReadingWarning("scanned_pages", {"count": 2, "pages": "3, 4"})


@pytest.mark.parametrize("product", ["memo", "gap"])
@pytest.mark.parametrize("profile", ["internal", "client", "outside"])
def test_a_report_says_what_was_not_read(product: str, profile: str) -> None:
    made = _read(TRACKED, SCANNED, ReadingWarning("hidden_text", {"count": 1200}), profile=profile)
    pages = page_of(made)
    for told in (words(body(made, Plan(product))), html_page(pages).decode(), markdown_page(pages).decode()):
        assert "were read as accepted" in told
        assert "pictures without text were not read: 3, 4" in told
        assert "not reviewed (1,200 characters)" in told


def test_a_chinese_report_says_it_in_chinese() -> None:
    told = words(body(_read(TRACKED, SCANNED, language="zh")))
    assert "文件中的修订（修订人：Pat Doe）按全部接受后的文本审查。仅为图像、没有文字的页面未能读取：第3, 4页。" in told


def test_only_we_ourselves_are_told_who_changed_the_file() -> None:
    assert _read(TRACKED).documents[0].reading == ("Tracked changes in the file (by Pat Doe) were read as accepted.",)
    part = ReadingWarning("part_unread", {"part": "Pat Doe.rtf"})
    for profile in ("client", "outside"):
        made = _read(TRACKED, part, profile=profile)
        assert "Pat Doe" not in words(body(made)) + html_page(page_of(made)).decode()


def test_what_only_helps_the_reviewer_is_not_told() -> None:
    assert _read(ReadingWarning("no_numbering"), ReadingWarning("by_office")).documents[0].reading == ()
    assert "How read" not in words(body(_read()))


@pytest.mark.parametrize("code", sorted(key for key in READING if not key.endswith("_by")))
def test_every_sentence_takes_what_the_reader_gives(code: str) -> None:
    given = {"count": 1200, "pages": "1", "part": "x", "encoding": "big5"}
    for language in ("en", "zh"):
        assert len(_read(ReadingWarning(code, given), language=language).documents[0].reading) == 1
