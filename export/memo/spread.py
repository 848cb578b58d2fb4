"""How the risks are spread: the risk matrix and the heat table, as tables of Word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lxml import etree

from annotations.model import Level, Severity
from annotations.words import label, short
from export.measures import CELL_RISK, HeatRow, Matrix
from export.memo.captions import caption
from export.memo.layout import Layout
from export.memo.looks import FILLS, PALE
from export.memo.markup import Cell, kept_together, paragraph, row, run, table
from export.memo.places import listed

__all__ = ["heat", "matrix", "spread_heading"]

_AXIS: Final = {"zh": 560, "en": 1000}
_LEVEL: Final = 900
"""Widths of the two columns at the left of the matrix."""


def spread_heading(layout: Layout, section: str) -> list[etree._Element]:
    """Return the section heading that `matrix` or `heat` needs where it does not stand under another's."""
    return [] if _is_beneath(layout, section) else [paragraph("Heading1", layout.say("overview"))]


def _is_beneath(layout: Layout, section: str) -> bool:
    """Whether a heading stands above already: the conclusion's, or the one of the other table."""
    report = layout.report
    at = layout.sections.index(section)
    before = layout.sections[at - 1] if at else ""
    match before:
        case "matrix" | "heat":
            shown = report.matrix if before == "matrix" else report.heat
            return bool(shown) or _is_beneath(layout, before)
        case "conclusion" | "counts":
            return bool(report.conclusion)
    return False


def matrix(layout: Layout) -> list[etree._Element]:
    """Return the matrix of impact and likelihood; empty where no finding has both."""
    held = layout.report.matrix
    if held is None:
        return []
    made = [
        *spread_heading(layout, "matrix"),
        paragraph("Heading2", layout.say("matrix")),
        caption(layout, "matrix_caption"),
        _matrix_table(layout, held),
        paragraph("TableNote", layout.say("matrix_note")),
    ]
    if held.unrated:
        made.append(paragraph("TableNote", layout.say("matrix_unrated"), *listed(held.unrated, layout.language)))
    return made


def _matrix_table(layout: Layout, held: Matrix) -> etree._Element:
    axis_width, level = layout.sized(_AXIS[layout.language], _LEVEL)
    column = (layout.portrait.text - axis_width - level) // len(Level)
    widths = (layout.portrait.text - level - column * len(Level), level, *[column] * len(Level))
    corner = Cell([paragraph("TableHead")], columns=2)
    top = row([corner, Cell([paragraph("TableHeadCentre", layout.say("likelihood_axis"))], columns=4)], widths)
    levels = [Cell([paragraph("TableHeadCentre", label(level, layout.language))], PALE) for level in Level]
    rows = [top, row([Cell([paragraph("TableHead")], columns=2), *levels], widths)]
    for order, impact in enumerate(reversed(Level)):
        axis = Cell(
            [paragraph("TableHeadCentre", *([] if order else [layout.say("impact_axis")]))],
            merged="continue" if order else "restart",
        )
        head = Cell([paragraph("TableHeadCentre", label(impact, layout.language))], PALE)
        rows.append(row([axis, head, *(_matrix_cell(layout, held, impact, one) for one in Level)], widths))
    return kept_together(table("MatrixTable", widths, rows, layout.say("matrix_caption"), layout.say("matrix")))


def _matrix_cell(layout: Layout, held: Matrix, impact: Level, likelihood: Level) -> Cell:
    """Return a cell with the word of its level, which is never told by the shade alone, and its findings."""
    risk = CELL_RISK[impact, likelihood]
    found = held.at(impact, likelihood)
    word = paragraph("MatrixLevel", run(short(risk, layout.language)))
    numbers = paragraph("MatrixNumbers", *listed(found, layout.language))
    return Cell([word, numbers], _SHADES[risk])


_SHADES = {
    Severity.CRITICAL: "F2A6A0",
    Severity.HIGH: "F8CFAE",
    Severity.MEDIUM: "FFF0C2",
    Severity.LOW: "DDEFD0",
}
"""Paler than the severities' own, for there are letters and links on them."""


def heat(layout: Layout) -> list[etree._Element]:
    """Return the table of categories by severities; empty where no severities are told."""
    rows = layout.report.heat
    if not rows:
        return []
    return [
        *spread_heading(layout, "heat"),
        paragraph("Heading2", layout.say("heat")),
        caption(layout, "heat_caption"),
        _heat_table(layout, rows),
    ]


def _heat_table(layout: Layout, rows: Sequence[HeatRow]) -> etree._Element:
    shown = [severity for severity in Severity if any(severity in one.counts for one in rows)]
    (column,) = layout.sized(900)
    widths = (layout.portrait.text - column * (len(shown) + 1), *[column] * (len(shown) + 1))
    names = [short(severity, layout.language) for severity in shown]
    heads = [Cell([paragraph("TableHead", layout.say("category"))])]
    heads += [Cell([paragraph("TableHeadCentre", name)]) for name in (*names, layout.say("total"))]
    made = [row(heads, widths, header=True), *(row(_heat_cells(layout, one, shown), widths) for one in rows)]
    sums = [sum(len(one.counts.get(severity, ())) for one in rows) for severity in shown]
    last = [Cell([paragraph("TableLead", layout.say("total"))])]
    last += [Cell([paragraph("TableHeadCentre", str(number))]) for number in (*sums, sum(sums))]
    made.append(row(last, widths))
    return kept_together(table("FindingsTable", widths, made, layout.say("heat_caption"), layout.say("heat")))


def _heat_cells(layout: Layout, one: HeatRow, shown: Sequence[Severity]) -> list[Cell]:
    cells = [Cell([paragraph("TableText", one.category or layout.say("uncategorised"))])]
    for severity in shown:
        number = len(one.counts.get(severity, ()))
        cells.append(Cell([_number(severity, number)], FILLS[severity][0] if number else ""))
    return [*cells, Cell([paragraph("TableCentre", str(one.total))])]


def _number(severity: Severity, number: int) -> etree._Element:
    style = "HeatInverse" if severity is Severity.CRITICAL else "HeatNumber"
    return paragraph("TableCentre", run(str(number), style)) if number else paragraph("TableCentre", "–")
