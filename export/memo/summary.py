"""The conclusion: the rating, the words, what is to be decided first; a bar of severities and what each asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from annotations.model import Severity
from annotations.words import label, short
from export.findings import Finding
from export.memo.captions import caption, heading
from export.memo.layout import Layout
from export.memo.looks import FILLS, chip
from export.memo.markup import Cell, kept_together, paragraph, row, run, table
from export.memo.places import listed, numbered_link
from export.wording import handling, in_language

__all__ = ["conclusion", "counts", "first_sentence", "severity_run"]

MOST_DECISIONS = {"memo": 5, "gap": 5}
NARROWEST = 0.07
"""The share of the bar that a severity takes at least, so that its number can be read."""

SENTENCE = re.compile(r".*?(?:[。；]|[.;](?=\s|$)|$)", re.DOTALL)


def conclusion(layout: Layout) -> list[etree._Element]:
    """Return the conclusion; empty for readers who are not told severities."""
    report = layout.report
    if not report.conclusion:
        return []
    return [
        heading(layout, "conclusion"),
        *_rating(layout),
        *(paragraph("BodyText", line) for line in report.conclusion if line.strip()),
        *_decisions(layout),
    ]


def severity_run(severity: Severity, words: str) -> etree._Element:
    """Return the severity's word on its colour; the spaces keep the letters off the colour's edge."""
    return run(f"\u00a0{words}\u00a0", chip(severity))


def _rating(layout: Layout) -> Iterator[etree._Element]:
    overall = layout.report.overall
    if overall:
        words = run(layout.say("overall") + layout.say("colon"))
        yield paragraph("Rating", words, severity_run(overall, label(overall, layout.language)))


def counts(layout: Layout) -> list[etree._Element]:
    """Return the bar with its legend, and the table that says what each severity asks for."""
    report, language = layout.report, layout.language
    if not report.counts:
        return []
    told = [f"{short(key, language)} {len(items)}" for key, items in report.counts.items()]
    legend = ("　" if language == "zh" else "   ").join(told)
    return [
        paragraph("Heading2", layout.say("counts_heading")),
        _bar(layout, legend),
        paragraph("Legend", legend),
        caption(layout, "caption_counts"),
        _actions(layout),
    ]


def _bar(layout: Layout, legend: str) -> etree._Element:
    numbers = {severity: len(items) for severity, items in layout.report.counts.items()}
    widths = _shares(list(numbers.values()), layout.portrait.text)
    cells = [
        Cell([paragraph("Bar", run(str(number), chip(severity)))], FILLS[severity][0])
        for severity, number in numbers.items()
    ]
    described = layout.say("caption_bar", legend=legend)
    return table("BarTable", widths, [row(cells, widths, height=300)], described, legend)


def _shares(numbers: Sequence[int], width: int) -> list[int]:
    """Share `width` out by `numbers`, none below NARROWEST; what rounding leaves goes to the widest."""
    floor = NARROWEST * sum(numbers)
    weights = [max(number, floor) for number in numbers]
    shares = [int(width * weight / sum(weights)) for weight in weights]
    shares[shares.index(max(shares))] += width - sum(shares)
    return shares


def _actions(layout: Layout) -> etree._Element:
    first = layout.sized(1350, 720)
    widths = [*first, 3000, layout.portrait.text - 3000 - sum(first)]
    heads = (layout.say(key) for key in ("severity", "count", "handling", "which"))
    rows = [row([Cell([paragraph("TableHead", head)]) for head in heads], widths, header=True)]
    rows += [row(_action(layout, severity, items), widths) for severity, items in layout.report.counts.items()]
    return kept_together(table("FindingsTable", widths, rows, layout.say("caption_counts")))


def _action(layout: Layout, severity: Severity, items: Sequence[Finding]) -> list[Cell]:
    language = layout.language
    return [
        Cell([paragraph("TableChip", severity_run(severity, label(severity, language)))], FILLS[severity][0]),
        Cell([paragraph("TableText", str(len(items)))]),
        Cell([paragraph("TableText", handling(severity, language, of_policy=layout.report.of_policy))]),
        Cell([paragraph("TableText", *listed(items, language))]),
    ]


def _decisions(layout: Layout) -> Iterator[etree._Element]:
    """Yield what is to be decided first: the standing findings of the worst severity, if it is high or critical."""
    report = layout.report
    worst = next(iter(report.counts), None)
    if worst not in (Severity.CRITICAL, Severity.HIGH):
        return
    items, most = report.counts[worst], MOST_DECISIONS[layout.product]
    yield paragraph("Heading2", layout.say("decisions"))
    for item in items[:most]:
        yield paragraph("DecisionItem", *_decision(layout, item))
    if len(items) > most:
        yield paragraph("BodyText", layout.say("decisions_rest"), *listed(items[most:], layout.language))


def _decision(layout: Layout, item: Finding) -> Iterator[etree._Element]:
    title = " ".join(item.title.split()) or layout.say("untitled")
    before, after = in_language((" (finding \x00; {})", "（问题\x00，{}）"), layout.language).split("\x00")
    yield run(title, "FieldLabel")
    yield run(before)
    yield numbered_link(item)
    yield run(after.format(item.clause))
    told = first_sentence(item.recommendation)
    if told:
        yield run(layout.say("colon") + told + in_language((".", "。"), layout.language))


def first_sentence(text: str) -> str:
    """Return the first sentence of `text` without the mark that ends it."""
    first = SENTENCE.match(text.strip())
    return first.group().strip().rstrip("；;。.") if first else ""
