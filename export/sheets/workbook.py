"""A report as a workbook: a summary, the findings, what is missing, what is to be answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotations.model import Visibility
from export.change_memo.memo import ChangeMemo
from export.report import Report
from export.sheets.book import Book
from export.sheets.changes_sheet import add_changes
from export.sheets.columns import FINDINGS, MISSING, NO_OBJECTION
from export.sheets.questions_sheet import add_questions
from export.sheets.summary_sheet import add_summary
from export.sheets.table_sheet import TableSheet, add_table_sheet

__all__ = ["workbook"]


def workbook(report: Report, author: str = "", changes: Sequence[ChangeMemo] = ()) -> tuple[bytes, frozenset[str]]:
    """Return the .xlsx, and the uids of the findings that have a text no cell could hold whole.

    `changes` are those of the documents that have an earlier version.
    """
    book = Book(report, author)
    add_summary(book)
    for sheet in _tables(report):
        add_table_sheet(book, sheet)
    if report.questions:
        add_questions(book)
    if report.no_objection:
        add_table_sheet(book, TableSheet("no_objection", NO_OBJECTION, report.no_objection))
    if changes:
        add_changes(book, changes)
    return book.to_bytes(), frozenset(book.cut - {""})


def _tables(report: Report) -> Iterator[TableSheet]:
    """Yield the sheets that are always there: readers look for what is missing even where nothing is."""
    outside = report.profile is Visibility.OUTSIDE
    yield TableSheet("findings_outside" if outside else "findings", FINDINGS, report.on_the_text)
    yield TableSheet("missing", MISSING, report.missing)
