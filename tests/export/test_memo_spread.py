"""The risk matrix and the heat table: from likelihood, impact and category, and never from a severity."""

from __future__ import annotations

import re

from lxml import etree

from annotations.model import Level, Severity, Status
from export.measures import CELL_RISK
from tests.export.memo_case import W, body, note, report, words


def _rated(number: int, impact: Level, likelihood: Level, **fields: object):
    return note(number, "您的借阅记录", impact=impact, likelihood=likelihood, **fields)


def _table(made: etree._Element, title: str) -> etree._Element:
    return next(one for one in made.iter(f"{W}tbl") if _named(one) == title)


def _named(table: etree._Element) -> str:
    named = table.find(f"{W}tblPr/{W}tblCaption")
    return "" if named is None else named.get(f"{W}val")


def _grid(table: etree._Element) -> list[list[str]]:
    return [[words(cell).split() for cell in row.iterfind(f"{W}tc")] for row in table.iterfind(f"{W}tr")]


def test_the_matrix_has_the_numbers_of_the_findings_in_its_cells():
    made = body(
        report(
            _rated(1, Level.VERY_HIGH, Level.HIGH),
            _rated(2, Level.LOW, Level.LOW),
            _rated(12, Level.VERY_HIGH, Level.HIGH),
        )
    )
    grid = _grid(_table(made, "风险矩阵"))
    assert grid[1][1:] == [["低"], ["中"], ["高"], ["很高"]]
    assert [row[1] for row in grid[2:]] == [["很高"], ["高"], ["中"], ["低"]]
    assert grid[2][4] == ["严重", "1,", "12"]
    assert grid[5][2] == ["低", "2"]
    assert grid[2][5] == ["严重"]


def test_the_cells_are_those_of_gb_t_39335():
    ranks = {Severity.LOW: "低", Severity.MEDIUM: "中", Severity.HIGH: "高", Severity.CRITICAL: "严"}
    rows = {impact: "".join(ranks[CELL_RISK[impact, likelihood]] for likelihood in Level) for impact in Level}
    assert rows == {
        Level.VERY_HIGH: "中高严严",
        Level.HIGH: "中中高严",
        Level.MEDIUM: "低中中高",
        Level.LOW: "低低中中",
    }


def test_a_severity_puts_nothing_into_the_matrix():
    assert report(note(1, severity=Severity.CRITICAL)).matrix is None
    assert "风险矩阵" not in words(body(report(note(1, severity=Severity.CRITICAL), note(2, impact=Level.HIGH))))


def test_findings_that_lack_one_measure_are_named_below_it():
    told = words(body(report(_rated(1, Level.HIGH, Level.LOW), note(7, impact=Level.HIGH))))
    assert re.search(r"未列入矩阵的问题：7\b", told)


def test_what_is_settled_is_in_neither_table():
    done = _rated(1, Level.HIGH, Level.LOW, status=Status.RESOLVED, category="同意")
    made = report(done, _rated(2, Level.LOW, Level.LOW, category="同意"))
    assert [item.number for item in made.matrix.at(Level.LOW, Level.LOW)] == [2]
    assert made.matrix.at(Level.HIGH, Level.LOW) == ()
    assert sum(row.total for row in made.heat) == 1


def test_the_heat_table_counts_each_category_by_severity_and_both_ways_together():
    made = body(
        report(
            note(1, category="同意", severity=Severity.HIGH),
            note(2, category="同意", severity=Severity.LOW),
            note(3, category="出境", severity=Severity.CRITICAL),
            note(4, severity=Severity.LOW),
        )
    )
    grid = [[" ".join(cell) for cell in row] for row in _grid(_table(made, "类别分布"))]
    assert grid == [
        ["类别", "严重", "高", "低", "合计"],
        ["出境", "1", "–", "–", "1"],
        ["同意", "–", "1", "1", "2"],
        ["（未分类）", "–", "–", "1", "1"],
        ["合计", "1", "1", "2", "4"],
    ]


def test_outsiders_see_neither():
    item = _rated(1, Level.HIGH, Level.HIGH, visibility="outside", category="同意")
    made = report(item, profile="outside")
    assert made.matrix is None
    assert made.heat == ()


def test_a_shade_never_speaks_alone():
    made = body(report(_rated(1, Level.HIGH, Level.LOW)))
    for cell in _table(made, "风险矩阵").iter(f"{W}tc"):
        if cell.find(f"{W}tcPr/{W}shd") is not None:
            assert words(cell).strip()


def test_without_a_single_category_there_is_no_heat_table():
    assert report(note(1, severity=Severity.HIGH)).heat == ()
