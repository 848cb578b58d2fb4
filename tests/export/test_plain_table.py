"""The findings as CSV: what Excel opens with a double click, and what scripts read."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from annotations.model import Visibility
from export.sheets.plain_table import plain_table
from tests.export.memo_case import note, report, review


def table(value):
    data = plain_table(value)
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_every_note_that_goes_out_has_a_row() -> None:
    heads, *rows = table(report(*review(), profile="internal"))
    assert heads[:4] == ["序号", "文件", "类型", "条款"]
    assert sorted(row[0] for row in rows) == ["1", "2", "3", "4", "5"]
    assert {row[2] for row in rows} == {"风险", "缺失", "无异议"}


def test_rows_end_as_windows_wants_and_lines_within_a_cell_do_not() -> None:
    data = plain_table(report(*review()))
    assert data.count(b"\r\n") == 1 + 4
    assert "用途。\n用途变更".encode() in data
    assert b"\r\r" not in data


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "  =cmd|' /C calc'!A0", "＝1"])
def test_nothing_begins_like_a_formula(text: str) -> None:
    rows = table(report(note(1, "您的借阅记录", title=text, issue=text, owner=text)))
    for row in rows:
        for cell in row:
            assert not cell.lstrip()[:1] or cell.lstrip()[0] not in "=+-@＝"
            assert cell[:1] not in ("\t", "\r")


def test_quotes_commas_and_lines_come_back_as_they_were() -> None:
    said = 'a "b", c;\n第二行，“引”'
    assert said in table(report(note(1, "您的借阅记录", issue=said)))[1]


def test_the_columns_do_not_hang_on_what_is_in_them() -> None:
    assert table(report())[0] == table(report(*review()))[0]
    told = tuple(replace(item, visibility=Visibility.OUTSIDE) for item in review())
    heads, *rows = table(report(*told, profile="outside"))
    assert heads == ["序号", "文件", "条款", "标题", "原文", "译文", "法律依据", "建议表述", "插入位置", "待确认事项"]
    assert not any("问题之描述" in cell for row in rows for cell in row)


def test_the_same_report_gives_the_same_bytes() -> None:
    assert plain_table(report(*review(), language="en")) == plain_table(report(*review(), language="en"))
