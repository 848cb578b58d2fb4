"""The sheet of a workbook on which the client answers what has to be known."""

from __future__ import annotations

from typing import Any, Final

from annotations.answer_words import ANSWER, MARK_COLUMN, QUESTION
from annotations.marks import field_mark
from export.report import Question
from export.sheets.book import A4, Book
from export.sheets.heights import height
from export.sheets.table_sheet import HEADS
from export.sheets.words import tell

__all__ = ["add_questions"]

_COLUMNS: Final = (("number", 6), (QUESTION, 60), ("related", 14), (ANSWER, 60))


def add_questions(book: Book) -> None:
    """Add the sheet: a row a question, with room for the answer and the marks of the notes that ask it."""
    report, language = book.report, book.report.language
    sheet = book.sheet("questions")
    book.write(sheet, (0, 0), tell("questions", language), "title")
    book.write(sheet, (1, 0), tell("fill_in", language), "lead")
    for place, (name, width) in enumerate(_COLUMNS):
        sheet.set_column(place, place, width)
        sheet.write_string(HEADS - 1, place, name, book.look("mark"))
        book.write(sheet, (HEADS, place), tell(name, language), "head_asked" if name == ANSWER else "head")
    sheet.write_string(HEADS - 1, len(_COLUMNS), MARK_COLUMN, book.look("mark"))
    sheet.write_string(HEADS, len(_COLUMNS), report.state, book.look("mark"))
    for order, asked in enumerate(report.questions, start=1):
        _write(book, sheet, order, asked)
    sheet.set_column(len(_COLUMNS), len(_COLUMNS), 18, None, {"hidden": True})
    sheet.set_row(0, 24)
    sheet.set_row(HEADS, 24)
    sheet.set_row(HEADS - 1, None, None, {"hidden": True})
    sheet.freeze_panes(HEADS + 1, 0)
    book.print_on(sheet, A4, landscape=True)
    sheet.repeat_rows(HEADS)
    sheet.print_area(0, 0, HEADS + len(report.questions), len(_COLUMNS) - 1)


def _write(book: Book, sheet: Any, order: int, asked: Question) -> None:  # noqa: ANN401
    at = HEADS + order
    whose = asked.findings[0].uid if asked.findings else ""
    sheet.write_number(at, 0, order, book.look("number"))
    book.write(sheet, (at, 1), asked.text, "cell", whose)
    numbers = sorted(finding.number for finding in asked.findings)
    book.write(sheet, (at, 2), ", ".join(map(str, numbers)), "cell")
    book.write(sheet, (at, 3), "", "asked")
    sheet.set_row(at, height([(asked.text, _COLUMNS[1][1])], book.report.language))
    marks = " ".join(field_mark(finding.mark, QUESTION) for finding in asked.findings)
    sheet.write_string(at, len(_COLUMNS), marks, book.look("mark"))
