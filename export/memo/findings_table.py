"""The table of findings: one row each, wide where there are many, narrow where there are few."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from annotations.model import Status, Visibility
from annotations.words import label, short
from export.findings import CJK, Finding
from export.memo.looks import LANDSCAPE, PORTRAIT
from export.memo.markup import Cell, paragraph, row, runs, table
from export.memo.opening import variant
from export.memo.places import grouped, numbered_link
from export.memo.summary import severity_run
from export.memo.words import say, titled
from export.report import TO_VERIFY, Report

__all__ = ["findings_table", "is_wide"]

FEW, MANY = 4, 40
"""Up to FEW findings the legal basis stands under the issue; beyond MANY the page is turned for the table.

Turning the page leaves the page before it half empty, which a memo of a few pages cannot carry.
"""
QUOTE_HANZI, QUOTE_LETTERS = 60, 120
CELL_HANZI, CELL_LETTERS = 400, 1000
"""A row never splits, so what would not fit a page is told in full further on."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the key of its heading, its share of the width, what it shows of a finding."""

    head: str
    share: int
    shows: Callable[[Finding, str], Cell]


def is_wide(report: Report) -> bool:
    """Whether the table wants the page turned."""
    return len(report.findings) > MANY


def findings_table(report: Report) -> list[etree._Element]:
    """Return the section with the table of findings."""
    language = report.language
    heading = paragraph("Heading1", say(variant(report, "table"), language))
    if not report.findings:
        return [heading, paragraph("BodyText", say("nothing", language))]
    columns = _columns(report)
    width = (LANDSCAPE if is_wide(report) else PORTRAIT).text
    widths = _widths(columns, width)
    caption = say(variant(report, "table_caption"), language)
    heads = row([_head(column, language) for column in columns], widths, header=True)
    rows = [heads, *_rows(report, columns, widths)]
    return [heading, paragraph("Caption", caption), table("FindingsTable", widths, rows, caption)]


def _head(column: Column, language: str) -> Cell:
    style = "TableHeadCentre" if column.head in ("number", "severity") else "TableHead"
    return Cell([paragraph(style, say(column.head, language))])


def _widths(columns: Sequence[Column], width: int) -> list[int]:
    total = sum(column.share for column in columns)
    widths = [width * column.share // total for column in columns]
    widths[-1] += width - sum(widths)
    return widths


def _rows(report: Report, columns: Sequence[Column], widths: Sequence[int]) -> Iterator[etree._Element]:
    language = report.language
    for text, findings in grouped(report, report.findings):
        if text:
            yield row([Cell([paragraph("TableHead", titled(text, language))], "F4F6F9", len(columns))], widths)
        for finding in findings:
            yield row([column.shows(finding, language) for column in columns], widths)


def _columns(report: Report) -> tuple[Column, ...]:
    if report.profile is Visibility.OUTSIDE:
        return _OUTSIDE
    return _seven(report.language) if len(report.findings) > FEW else _NARROW


def _number(finding: Finding, _language: str) -> Cell:
    return Cell([paragraph("TableCentre", numbered_link(finding))])


def _clause(finding: Finding, _language: str) -> Cell:
    return Cell([paragraph("TableText", finding.clause)])


def _quote(finding: Finding, language: str) -> Cell:
    quotes = [_short_quote(quotation.words) for quotation in finding.quotations]
    return Cell([paragraph("TableText", words) for words in quotes or [say("absent", language)]])


def _short_quote(words: str) -> str:
    flat = " ".join(words.split())
    limit = QUOTE_HANZI if CJK.search(flat) else QUOTE_LETTERS
    return flat if len(flat) <= limit else flat[: limit - 2].rstrip() + "……"


def _issue(finding: Finding, language: str) -> Cell:
    title = finding.title.strip() or say("untitled", language)
    return Cell([paragraph("TableLead", title), *_told(finding.issue, finding, language)])


def _basis(finding: Finding, language: str) -> Cell:
    return Cell(_told(finding.legal_basis, finding, language) or [paragraph("TableText")])


def _issue_and_basis(finding: Finding, language: str) -> Cell:
    basis = _told(finding.legal_basis, finding, language)
    lead = [paragraph("TableLead", say("basis", language))] if basis else []
    return Cell([*_issue(finding, language).content, *lead, *basis])


def _severity(finding: Finding, language: str) -> Cell:
    if finding.severity is None:
        return Cell([paragraph("TableText")])
    word = severity_run(finding.severity, short(finding.severity, language))
    shown = [paragraph("TableChip", word)]
    if finding.status not in (None, Status.OPEN):
        shown.append(paragraph("TableCentre", label(finding.status, language)))
    return Cell(shown)


def _recommendation(finding: Finding, language: str) -> Cell:
    return Cell(_told(finding.recommendation, finding, language) or [paragraph("TableText")])


def _wording(finding: Finding, language: str) -> Cell:
    return Cell(_told(finding.proposed_wording, finding, language) or [paragraph("TableText")])


def _told(text: str, finding: Finding, language: str) -> list[etree._Element]:
    """Return a field's paragraphs, shortened where a row could not hold it."""
    told = text.strip()
    limit = CELL_HANZI if CJK.search(told) else CELL_LETTERS
    if len(told) > limit:
        told = told[:limit].rstrip() + say("shortened", language, number=finding.number)
    return [paragraph("TableText", *runs(line, TO_VERIFY, "ToVerify")) for line in told.splitlines() if line.strip()]


_SHARES = {"zh": (92, 104, 196, 345, 295, 128, 290), "en": (86, 172, 160, 320, 240, 168, 306)}
"""The shares of seven columns on an upright page; English words need room where hanzi do not."""


def _seven(language: str) -> tuple[Column, ...]:
    heads = ("number", "clause", "quote", "issue", "basis", "severity", "recommendation")
    shown = (_number, _clause, _quote, _issue, _basis, _severity, _recommendation)
    return tuple(Column(*column) for column in zip(heads, _SHARES[language], shown, strict=True))


_NARROW = (
    Column("number", 68, _number),
    Column("clause", 90, _clause),
    Column("quote", 185, _quote),
    Column("issue", 290, _issue_and_basis),
    Column("severity", 120, _severity),
    Column("recommendation", 220, _recommendation),
)
_OUTSIDE = (
    Column("number", 68, _number),
    Column("clause", 95, _clause),
    Column("quote", 215, _quote),
    Column("issue", 170, _issue),
    Column("basis", 190, _basis),
    Column("wording", 330, _wording),
)
