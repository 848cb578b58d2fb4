"""The outline shows numbers whole, also 第十四条, and its titles stand in line."""

from __future__ import annotations

from PySide6.QtGui import QFontMetricsF

from documents.model import Span
from tests.ui.conftest import show
from ui.models.outline_model import OutlineRow
from ui.panels.number_columns import GAP, LEAST_NUMBER, number_columns

CHAPTERS = "\n".join(
    f"第{number}条 我们怎样处理信息之{number}\n本条说明处理的目的。\n（一）目的\n说明。" for number in range(1, 21)
)


def row(label, level):
    return OutlineRow(label, label, "title", level, Span(0, 1))


def test_short_numbers_stand_in_the_width_of_the_design():
    columns = number_columns([row("1.", 0), row("1.1", 1)], lambda label: 8.0 * len(label))
    assert {level: column.width for level, column in columns.items()} == {0: LEAST_NUMBER, 1: LEAST_NUMBER}
    assert columns[1].left > columns[0].left


def test_a_level_with_long_numbers_gets_their_width_and_what_is_below_stands_further_in():
    columns = number_columns([row("第14条", 0), row("1", 1)], lambda label: 11.0 * len(label))
    assert columns[0].width == 44
    assert columns[1].left + columns[1].width + GAP > columns[0].left + columns[0].width + GAP


def test_no_number_takes_the_whole_row():
    columns = number_columns([row("Schedule the Fourteenth, Part B", 0)], lambda label: 8.0 * len(label))
    assert columns[0].width < 80


def test_the_outline_of_a_chinese_policy_shows_its_article_numbers_whole(open_window, tmp_path, qtbot):
    path = tmp_path / "协议.txt"
    path.write_text(CHAPTERS, encoding="utf-8")
    program = open_window(language="zh")
    show(program, path, qtbot)
    outline = program.window.work.outline
    metrics_of = outline._delegate.look.font(13)
    assert any(row.label.startswith("第14条") for row in outline.model.rows)
    for row_ in outline.model.rows:
        column = outline._delegate.columns[max(0, row_.level)]
        assert QFontMetricsF(metrics_of).horizontalAdvance(row_.label) <= column.width
