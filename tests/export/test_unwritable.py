"""Words that a file cannot carry as they are: each product says whose they were."""

from __future__ import annotations

import pytest

from export.run import ExportOptions, export
from tests.export.word_matters import CHINESE, NOW, WANG, matter_with, note_on


@pytest.mark.parametrize("kind", ["memo", "gap", "xlsx", "csv", "html", "md"])
def test_the_note_that_holds_them_is_named(kind, tmp_path, clock) -> None:
    with matter_with(tmp_path, clock, "松果日记.txt", CHINESE) as matter:
        held = note_on(matter, "请逐条阅读", title="有不可见字符", issue="前\x01后")
        note_on(matter, "法律要求", title="没有", issue="第一行\r\n第二行\t表 👩‍👩‍👧 שלום \ufffd")
        told = export(matter, tmp_path / f"out.{kind}", kind, ExportOptions(reviewer=WANG, now=NOW))
    assert [(item.id, item.why) for item in told.moved] == [(held.uid, "characters")]
    assert all(item.sentence(language) for item in told.moved for language in ("en", "zh"))


def test_a_text_longer_than_a_cell_is_named_by_the_workbook_alone(tmp_path, clock) -> None:
    with matter_with(tmp_path, clock, "松果日记.txt", CHINESE) as matter:
        held = note_on(matter, "请逐条阅读", title="很长", issue="字" * 50_000)
        for kind, why in (("xlsx", ["cell_full"]), ("csv", []), ("html", []), ("md", [])):
            told = export(matter, tmp_path / f"out.{kind}", kind, ExportOptions(reviewer=WANG, now=NOW))
            assert [item.why for item in told.moved] == why
            assert all(item.id == held.uid for item in told.moved)
