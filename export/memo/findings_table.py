"""The table of findings: one row each, on a page turned for it unless there are very few."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from annotations.model import Status
from annotations.words import label, short
from export.findings import CJK, Finding
from export.memo.captions import caption, heading
from export.memo.columns import longest_word, shared_out
from export.memo.layout import Layout
from export.memo.markup import Cell, paragraph, row, runs, table
from export.memo.places import grouped, numbered_link
from export.memo.summary import severity_run
from export.memo.words import titled
from export.report import TO_VERIFY

__all__ = ["findings_table", "is_wide"]

FEW = 4
"""Up to FEW findings the table stands upright, the legal basis under the issue: so few are not worth turning a page."""
QUOTE_HANZI, QUOTE_LETTERS = 60, 120
CELL_HANZI, CELL_LETTERS = 300, 800
"""A row never splits, so what would not fit a page is told in full further on."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the key of its heading, its share of the width, what it shows of a finding."""

    head: str
    share: int
    shows: Callable[[Layout, Finding], Cell]


def is_wide(layout: Layout) -> bool:
    """Whether the table wants the page turned."""
    return len(layout.report.findings) > FEW


def findings_table(layout: Layout) -> list[etree._Element]:
    """Return the section with the table of findings."""
    findings = layout.report.findings
    title = heading(layout, "table")
    if not findings:
        return [title, paragraph("BodyText", layout.say("nothing"))]
    columns = _columns(layout)
    width = (layout.look.landscape if is_wide(layout) else layout.portrait).text
    widths = shared_out([column.share for column in columns], _least(layout, columns), width)
    heads = row([_head(column, layout) for column in columns], widths, header=True)
    rows = [heads, *_rows(layout, columns, widths)]
    named = layout.say("table_caption")
    return [title, caption(layout, "table_caption"), table("FindingsTable", widths, rows, named, layout.say("table"))]


def _head(column: Column, layout: Layout) -> Cell:
    style = "TableHeadCentre" if column.head in ("number", "severity") else "TableHead"
    return Cell([paragraph(style, layout.say(column.head))])


def _least(layout: Layout, columns: Sequence[Column]) -> list[int]:
    """Return the width that each column needs so that no heading and no address is broken in a word."""
    size, language, findings = int(layout.look.measures["small"]), layout.language, layout.report.findings
    told = {
        "clause": [item.clause for item in findings],
        "number": [str(item.number) for item in findings],
        "severity": [f"  {short(item.severity, language)}  " for item in findings if item.severity]
        + [label(item.status, language) for item in findings if item.status],
    }
    return [longest_word([layout.say(column.head), *told.get(column.head, ())], size) for column in columns]


def _rows(layout: Layout, columns: Sequence[Column], widths: Sequence[int]) -> Iterator[etree._Element]:
    for text, findings in grouped(layout.report, layout.report.findings):
        if text:
            yield row([Cell([paragraph("TableHead", titled(text, layout.language))], "F4F6F9", len(columns))], widths)
        for finding in findings:
            yield row([column.shows(layout, finding) for column in columns], widths)


def _columns(layout: Layout) -> tuple[Column, ...]:
    if layout.outside:
        return _OUTSIDE
    return _seven(layout.language) if is_wide(layout) else _NARROW


def _number(_layout: Layout, finding: Finding) -> Cell:
    return Cell([paragraph("TableCentre", numbered_link(finding))])


def _clause(_layout: Layout, finding: Finding) -> Cell:
    return Cell([paragraph("TableText", finding.clause)])


def _quote(layout: Layout, finding: Finding) -> Cell:
    quotes = [_short_quote(quotation.words) for quotation in finding.quotations]
    return Cell([paragraph("TableText", words) for words in quotes or [layout.say("absent")]])


def _short_quote(words: str) -> str:
    flat = " ".join(words.split())
    limit = QUOTE_HANZI if CJK.search(flat) else QUOTE_LETTERS
    mark = "……" if CJK.search(flat) else "…"
    return flat if len(flat) <= limit else flat[: limit - 2].rstrip() + mark


def _issue(layout: Layout, finding: Finding) -> Cell:
    title = finding.title.strip() or layout.say("untitled")
    return Cell([paragraph("TableLead", title), *_told(finding.issue, finding, layout)])


def _basis(layout: Layout, finding: Finding) -> Cell:
    return Cell(_told(finding.legal_basis, finding, layout) or [paragraph("TableText")])


def _issue_and_basis(layout: Layout, finding: Finding) -> Cell:
    basis = _told(finding.legal_basis, finding, layout)
    lead = [paragraph("TableLead", layout.say("basis"))] if basis else []
    return Cell([*_issue(layout, finding).content, *lead, *basis])


def _severity(layout: Layout, finding: Finding) -> Cell:
    if finding.severity is None:
        return Cell([paragraph("TableText")])
    word = severity_run(finding.severity, short(finding.severity, layout.language))
    shown = [paragraph("TableChip", word)]
    if finding.status not in (None, Status.OPEN):
        shown.append(paragraph("TableCentre", label(finding.status, layout.language)))
    return Cell(shown)


def _recommendation(layout: Layout, finding: Finding) -> Cell:
    return Cell(_told(finding.recommendation, finding, layout) or [paragraph("TableText")])


def _wording(layout: Layout, finding: Finding) -> Cell:
    return Cell(_told(finding.proposed_wording, finding, layout) or [paragraph("TableText")])


def _told(text: str, finding: Finding, layout: Layout) -> list[etree._Element]:
    """Return a field's paragraphs, shortened where a row could not hold it."""
    told = text.strip()
    limit = CELL_HANZI if CJK.search(told) else CELL_LETTERS
    if len(told) > limit:
        told = told[:limit].rstrip() + layout.say("shortened", number=finding.number)
    return [paragraph("TableText", *runs(line, TO_VERIFY, "ToVerify")) for line in told.splitlines() if line.strip()]


_SHARES = {"zh": (50, 80, 165, 270, 250, 72, 240), "en": (50, 120, 160, 275, 180, 80, 240)}
"""The shares of seven columns: English addresses are long where Chinese citations are."""


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
    Column("number", 56, _number),
    Column("clause", 95, _clause),
    Column("quote", 215, _quote),
    Column("issue", 170, _issue),
    Column("basis", 190, _basis),
    Column("wording", 330, _wording),
)
