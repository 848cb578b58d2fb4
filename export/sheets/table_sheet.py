"""A sheet with one table of findings: heads that stay, filters, lists to choose from, a hidden mark for each row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from annotations.answer_words import MARK_COLUMN
from annotations.model import Severity
from annotations.words import short
from export.findings import Finding
from export.sheets.book import A3, A4, Book
from export.sheets.columns import Column, chosen, row_mark
from export.sheets.heights import height
from export.sheets.words import tell

__all__ = ["HEADS", "TableSheet", "add_table_sheet"]

HEADS: Final = 3
"""The row of the heads, counted from none; the row above it is hidden and holds the columns' names."""
_KEYS: Final = HEADS - 1
_NARROW: Final = 150
"""Characters of all columns together that an A4 page can carry in letters that can be read."""
_STANDING: Final = ("number", "clause", "severity", "document")


@dataclass(frozen=True, slots=True)
class TableSheet:
    """What a sheet is called and shows."""

    name: str
    columns: Sequence[Column]
    findings: Sequence[Finding]


def add_table_sheet(book: Book, told: TableSheet) -> None:
    """Add a sheet with a row for each of its findings."""
    report = book.report
    columns = chosen(told.columns, told.findings, report)
    sheet = book.sheet(told.name)
    _add_heads(book, sheet, told, columns)
    for order, finding in enumerate(told.findings, start=HEADS + 1):
        _add_row(book, sheet, order, columns, finding)
    last = HEADS + len(told.findings)
    if told.findings:
        sheet.autofilter(HEADS, 0, last, len(columns) - 1)
        _offer(book, sheet, columns, last)
    _set_up(book, sheet, columns, last)


def _add_row(book: Book, sheet: Any, order: int, columns: Sequence[Column], finding: Finding) -> None:  # noqa: ANN401
    texts = [column.shows(finding, book.report) for column in columns]
    for place, (column, text) in enumerate(zip(columns, texts, strict=True)):
        if column.name == "number":
            sheet.write_number(order, place, finding.number, book.look("number"))
        else:
            book.write(sheet, (order, place), text, _look(column, finding), finding.uid)
    sheet.write_string(order, len(columns), row_mark(finding), book.look("mark"))
    sized = ((text, column.width) for column, text in zip(columns, texts, strict=True))
    sheet.set_row(order, height(sized, book.report.language))


def _look(column: Column, finding: Finding) -> str:
    if column.name == "severity" and finding.severity:
        return f"chip_{finding.severity.value}"
    if column.asked:
        return "asked"
    return "lead_cell" if column.name == "title" else "cell"


def _add_heads(book: Book, sheet: Any, told: TableSheet, columns: Sequence[Column]) -> None:  # noqa: ANN401
    report = book.report
    book.write(sheet, (0, 0), tell(told.name, report.language), "title")
    asked = any(column.asked for column in columns)
    lead = tell("fill_in" if asked else "empty", report.language) if asked or not told.findings else ""
    book.write(sheet, (1, 0), lead, "lead")
    for place, column in enumerate(columns):
        sheet.write_string(_KEYS, place, column.name, book.look("mark"))
        book.write(sheet, (HEADS, place), column.heading(report), "head_asked" if column.asked else "head")
    sheet.write_string(_KEYS, len(columns), MARK_COLUMN, book.look("mark"))
    sheet.write_string(HEADS, len(columns), report.state, book.look("mark"))


def _offer(book: Book, sheet: Any, columns: Sequence[Column], last: int) -> None:  # noqa: ANN401
    """Offer lists where there is something to choose, and let a rating that is changed change its colour."""
    language = book.report.language
    for place, column in enumerate(columns):
        if column.choices:
            choices = list(column.choices(language))
            rule = {"validate": "list", "source": choices, "ignore_blank": True}
            sheet.data_validation(HEADS + 1, place, last, place, rule)
        if column.name == "severity":
            for severity in Severity:
                look = book.look(f"chip_{severity.value}")
                rule = {"type": "cell", "criteria": "==", "value": f'"{short(severity, language)}"', "format": look}
                sheet.conditional_format(HEADS + 1, place, last, place, rule)


def _set_up(book: Book, sheet: Any, columns: Sequence[Column], last: int) -> None:  # noqa: ANN401
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width)
    sheet.set_column(len(columns), len(columns), 18, None, {"hidden": True})
    sheet.set_row(0, 24)
    sheet.set_row(HEADS, 30)
    sheet.set_row(_KEYS, None, None, {"hidden": True})
    names = [column.name for column in columns]
    standing = next((place for place, name in enumerate(names) if name not in _STANDING), 0)
    sheet.freeze_panes(HEADS + 1, standing)
    wide = sum(column.width for column in columns) > _NARROW
    book.print_on(sheet, A3 if wide else A4, landscape=True)
    sheet.repeat_rows(HEADS)
    sheet.print_area(0, 0, last, len(columns) - 1)
