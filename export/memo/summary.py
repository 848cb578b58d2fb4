"""The conclusion of a memo: the rating, the words, a bar of severities, what is to be done and decided."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from annotations.model import Severity
from annotations.words import label, short
from export.findings import Finding
from export.memo.looks import FILLS, PORTRAIT, chip
from export.memo.markup import Cell, linked, paragraph, row, run, table
from export.memo.places import bookmark, listed
from export.memo.words import say
from export.report import Report
from export.wording import HANDLING, in_language

__all__ = ["severity_run", "summary"]

MOST_DECISIONS = 5
NARROWEST = 0.07
"""The share of the bar that a severity takes at least, so that its number can be read."""

SENTENCE = re.compile(r".*?(?:[。；]|[.;](?=\s|$)|$)", re.DOTALL)


def summary(report: Report) -> list[etree._Element]:
    """Return the section on the conclusion; empty for readers who are not told severities."""
    if not report.conclusion:
        return []
    language = report.language
    return [
        paragraph("Heading1", say("conclusion", language)),
        *_rating(report),
        *(paragraph("BodyText", line) for line in report.conclusion),
        *(_counts(report) if report.counts else ()),
        *_decisions(report),
    ]


def severity_run(severity: Severity, words: str) -> etree._Element:
    """Return the severity's word on its colour; the spaces keep the letters off the colour's edge."""
    return run(f"\u00a0{words}\u00a0", chip(severity))


def _rating(report: Report) -> Iterator[etree._Element]:
    if report.overall:
        language = report.language
        words = run(say("overall", language) + say("colon", language))
        yield paragraph("Rating", words, severity_run(report.overall, label(report.overall, language)))


def _counts(report: Report) -> Iterator[etree._Element]:
    """Yield the bar with its legend, and the table that says what each severity asks for."""
    language = report.language
    told = [f"{short(key, language)} {len(items)}" for key, items in report.counts.items()]
    legend = ("　" if language == "zh" else "   ").join(told)
    yield paragraph("Spacer", keep=True)
    yield _bar(report, legend)
    yield paragraph("Caption", legend)
    yield _actions(report)


def _bar(report: Report, legend: str) -> etree._Element:
    numbers = {severity: len(items) for severity, items in report.counts.items()}
    widths = _shares(list(numbers.values()), PORTRAIT.text)
    cells = [
        Cell([paragraph("Bar", run(str(number), chip(severity)))], FILLS[severity][0])
        for severity, number in numbers.items()
    ]
    return table("BarTable", widths, [row(cells, widths, height=300)], legend)


def _shares(numbers: Sequence[int], width: int) -> list[int]:
    """Share `width` out by `numbers`, none below NARROWEST; what rounding leaves goes to the widest."""
    floor = NARROWEST * sum(numbers)
    weights = [max(number, floor) for number in numbers]
    shares = [int(width * weight / sum(weights)) for weight in weights]
    shares[shares.index(max(shares))] += width - sum(shares)
    return shares


def _actions(report: Report) -> etree._Element:
    language = report.language
    widths = (1300, 680, 3000, PORTRAIT.text - 4980)
    heads = (say(key, language) for key in ("severity", "count", "handling", "which"))
    rows = [row([Cell([paragraph("TableHead", head)]) for head in heads], widths, header=True)]
    rows += [row(_action(severity, items, language), widths) for severity, items in report.counts.items()]
    return table("FindingsTable", widths, rows, say("handling", language))


def _action(severity: Severity, items: Sequence[Finding], language: str) -> list[Cell]:
    return [
        Cell([paragraph("TableChip", severity_run(severity, label(severity, language)))], FILLS[severity][0]),
        Cell([paragraph("TableText", str(len(items)))]),
        Cell([paragraph("TableText", in_language(HANDLING[severity], language))]),
        Cell([paragraph("TableText", *listed(items, language))]),
    ]


def _decisions(report: Report) -> Iterator[etree._Element]:
    """Yield what is to be decided first: the standing findings of the worst severity, if it is high or critical."""
    worst = next(iter(report.counts), None)
    if worst not in (Severity.CRITICAL, Severity.HIGH):
        return
    items = report.counts[worst]
    yield paragraph("Heading2", say("decisions", report.language))
    for item in items[:MOST_DECISIONS]:
        yield paragraph("DecisionItem", *_decision(item, report.language))
    if len(items) > MOST_DECISIONS:
        rest = items[MOST_DECISIONS:]
        yield paragraph("BodyText", say("decisions_rest", report.language), *listed(rest, report.language))


def _decision(item: Finding, language: str) -> Iterator[etree._Element]:
    title = item.title.strip() or say("untitled", language)
    place = in_language((" (finding {}; {})", "（问题{}，{}）"), language).format(item.number, item.clause)
    yield run(title, "FieldLabel")
    yield linked(bookmark(item), run(place, "Hyperlink"))
    first = SENTENCE.match(item.recommendation.strip())
    if first and first.group().strip():
        told = first.group().strip().rstrip("；;。.")
        yield run(say("colon", language) + told + in_language((".", "。"), language))
