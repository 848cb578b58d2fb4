"""The first sheet of a workbook: what it is about, the conclusion, and how many findings there are, as a chart too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from annotations.model import Visibility
from annotations.words import label, short
from export.memo.looks import FILLS
from export.memo.words import say, subject, titled
from export.pages.opening import confidentiality
from export.pages.voice import Voice, joined
from export.report import Report
from export.sheets.book import A4, Book
from export.sheets.heights import height
from export.sheets.words import tell
from export.wording import date_text, handling

__all__ = ["add_summary"]

_WIDTHS: Final = (14, 9, 44, 34)
_CHART_ROWS: Final = 14


def add_summary(book: Book) -> None:
    """Add the sheet."""
    sheet = book.sheet("summary")
    for place, width in enumerate(_WIDTHS):
        sheet.set_column(place, place, width)
    report = book.report
    title = "title_outside" if report.profile is Visibility.OUTSIDE else "title"
    book.write(sheet, (0, 0), tell(title, report.language), "title")
    sheet.set_row(0, 26)
    at = _facts(book, sheet, 2)
    at = _conclusion(book, sheet, at)
    if report.counts:
        at = _counts(book, sheet, at)
    _documents(book, sheet, at)
    sheet.hide_gridlines(2)
    book.print_on(sheet, A4, landscape=False)
    sheet.activate()


def _facts(book: Book, sheet: Any, at: int) -> int:  # noqa: ANN401
    """Write who writes to whom about what; return the next free row."""
    report = book.report
    for name, words in _lines(report):
        book.write(sheet, (at, 0), name, "label")
        _over_columns(book, sheet, at, 1, words)
        at += 1
    return at + 1


def _lines(report: Report) -> Iterator[tuple[str, str]]:
    language, heading = report.language, report.heading
    told = {
        "re": subject(report, Voice(report).key("subject")),
        "to": joined((heading.client, heading.addressee), say("comma", language)),
        "from": joined((heading.firm, heading.reviewer), say("comma", language)),
        "date": date_text(heading.day, language),
        "matter": heading.matter_number,
        "confidentiality": confidentiality(Voice(report)),
    }
    return ((say(key, language), words) for key, words in told.items() if words.strip())


def _conclusion(book: Book, sheet: Any, at: int) -> int:  # noqa: ANN401
    report = book.report
    if not report.conclusion:
        return at
    _heading(book, sheet, at, say("conclusion", report.language))
    at += 1
    if report.overall:
        book.write(sheet, (at, 0), say("overall", report.language), "label")
        book.write(sheet, (at, 1), short(report.overall, report.language), f"chip_{report.overall.value}")
        at += 1
    for line in report.conclusion:
        if line.strip():
            _over_columns(book, sheet, at, 0, line)
            at += 1
    return at + 1


def _counts(book: Book, sheet: Any, at: int) -> int:  # noqa: ANN401
    """Write how many findings there are of each severity, as a table and as a chart of that table."""
    report, language = book.report, book.report.language
    _heading(book, sheet, at, tell("chart", language))
    for place, key in enumerate(("severity", "count", "handling", "which")):
        book.write(sheet, (at + 1, place), tell(key, language), "head")
    first = at + 2
    for row, (severity, findings) in enumerate(report.counts.items(), start=first):
        book.write(sheet, (row, 0), short(severity, language), f"chip_{severity.value}")
        sheet.write_number(row, 1, len(findings), book.look("number"))
        told = handling(severity, language, of_policy=report.of_policy)
        listed = ", ".join(map(str, sorted(finding.number for finding in findings)))
        book.write(sheet, (row, 2), told, "cell")
        book.write(sheet, (row, 3), listed, "cell")
        sheet.set_row(row, height([(listed, _WIDTHS[3]), (told, _WIDTHS[2])], language))
    last = first + len(report.counts)
    book.write(sheet, (last, 0), tell("in_all", language), "lead_cell")
    sheet.write_number(last, 1, sum(map(len, report.counts.values())), book.look("number"))
    book.write(sheet, (last, 2), tell("closed", language), "cell")
    book.write(sheet, (last, 3), "", "cell")
    _chart(book, sheet, first, last - 1)
    return last + _CHART_ROWS + 3


def _chart(book: Book, sheet: Any, first: int, last: int) -> None:  # noqa: ANN401
    report, language = book.report, book.report.language
    chart = book.chart("bar")
    name, font = tell("summary", language), {"name": book.font, "size": 10}
    fills = [
        {"fill": {"color": f"#{FILLS[severity][0]}"}, "border": {"color": "#7F7F7F"}} for severity in report.counts
    ]
    chart.add_series({
        "name": tell("count", language),
        "categories": [name, first, 0, last, 0],
        "values": [name, first, 1, last, 1],
        "points": fills,
        "data_labels": {"value": True, "font": font},
        "gap": 60,
    })  # fmt: skip
    chart.set_title({"name": tell("chart", language), "name_font": {"name": book.font, "size": 12, "bold": True}})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "num_font": font})
    chart.set_x_axis(
        {"min": 0, "num_format": "0", "num_font": font, "major_gridlines": {"visible": False}, "visible": False}
    )
    chart.set_size({"width": 700, "height": 20 * _CHART_ROWS})
    listed = say("separator", language).join(f"{label(key, language)} {len(own)}" for key, own in report.counts.items())
    told = {"description": tell("chart_told", language, list=listed), "object_position": 1, "y_offset": 8}
    sheet.insert_chart(last + 2, 0, chart, told)


def _documents(book: Book, sheet: Any, at: int) -> None:  # noqa: ANN401
    report, language = book.report, book.report.language
    _heading(book, sheet, at, say("scope", language))
    at += 1
    if report.profile is not Visibility.OUTSIDE and report.law_as_of:
        book.write(sheet, (at, 0), say("law", language), "label")
        _over_columns(book, sheet, at, 1, report.law_as_of)
        at += 1
    for text in report.documents:
        number = say("version_text", language, n=text.version)
        version = say("separator", language).join(filter(None, (number, text.version_label.strip())))
        told = {"document": titled(text, language), "file": text.file_name, "version": version, "sha256": text.sha256}
        for key, words in told.items():
            book.write(sheet, (at, 0), say(key, language), "label")
            _over_columns(book, sheet, at, 1, words)
            at += 1


def _heading(book: Book, sheet: Any, at: int, words: str) -> None:  # noqa: ANN401
    for place in range(len(_WIDTHS)):
        book.write(sheet, (at, place), "" if place else words, "heading")
    sheet.set_row(at, 20)


def _over_columns(book: Book, sheet: Any, at: int, first: int, words: str) -> None:  # noqa: ANN401
    """Write words over the columns from `first` on, in a row as high as they need."""
    sheet.merge_range(at, first, at, len(_WIDTHS) - 1, "", book.look("words"))
    book.write(sheet, (at, first), words, "words")
    sheet.set_row(at, height([(words, sum(_WIDTHS[first:]))], book.report.language))
