"""Each finding in full: heading, quotation in its context, what is wrong, why, what to do, and in which words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from annotations.model import Assessment, Status
from annotations.words import label
from export.findings import Finding, Quotation
from export.memo.markup import bookmarked, paragraph, run, runs
from export.memo.opening import variant
from export.memo.places import bookmark, grouped
from export.memo.summary import severity_run
from export.memo.words import say, titled
from export.report import TO_VERIFY, Report

__all__ = ["details", "missing"]

QUOTE_HEAD, QUOTE_TAIL = 500, 150
"""A quotation longer than both together is shown by its beginning and its end."""
SHORT_QUOTE = 160
"""A quotation up to this length stays on the page of what is said about it."""
SHORT_WORDING = 700
"""A wording up to this length stays on one page."""
SHORT_FACT = 40
"""A fact up to this length is not broken over lines."""
NEVER = re.compile(r"(?!)")

FIELDS = ("issue", "consequence", "legal_basis", "recommendation", "insert_after", "question")


def details(report: Report) -> list[etree._Element]:
    """Return the section on what the documents say; empty when there is nothing to tell."""
    if not report.on_the_text:
        return []
    heading = paragraph("Heading1", say(variant(report, "detail"), report.language))
    return [heading, *_told(report, report.on_the_text)]


def missing(report: Report) -> list[etree._Element]:
    """Return the section on what the documents do not say; empty when nothing is missing."""
    if not report.missing:
        return []
    language = report.language
    lead = paragraph("BodyText", say("missing_lead", language), keep=True)
    return [paragraph("Heading1", say("missing", language)), lead, *_told(report, report.missing)]


def _told(report: Report, findings: Sequence[Finding]) -> Iterator[etree._Element]:
    for text, own in grouped(report, findings):
        if text:
            yield paragraph("Heading2", titled(text, report.language))
        for finding in own:
            yield from _finding(finding, report, below=text is not None)


def _finding(finding: Finding, report: Report, *, below: bool) -> Iterator[etree._Element]:
    language = report.language
    yield _heading(finding, report, below=below)
    yield paragraph("FindingFacts", ("　　" if language == "zh" else "    ").join(_facts(finding, language)))
    for quotation in finding.quotations:
        yield from _quotation(quotation, finding, language)
    if finding.quote_translation.strip() and finding.quotations:
        yield paragraph("QuoteTranslation", say("translation", language, text=finding.quote_translation.strip()))
    for name in FIELDS:
        key = variant(report, "field_question") if name == "question" else f"field_{name}"
        yield from _field(key, _value(finding, name, language), language)
    yield from _wording(finding, language)


def _heading(finding: Finding, report: Report, *, below: bool) -> etree._Element:
    """Return the heading with its bookmark: number, title, and the severity's word at the right."""
    language = report.language
    number = run(say(variant(report, "finding"), language, number=finding.number), "FindingNumber")
    title = run("　" + _title(finding, language) if language == "zh" else "  " + _title(finding, language))
    rating = [run("\t"), severity_run(finding.severity, label(finding.severity, language))] if finding.severity else []
    style = "FindingHeadingBelow" if below else "FindingHeading"
    return paragraph(style, *bookmarked(bookmark(finding), finding.number, number, title), *rating)


def _title(finding: Finding, language: str) -> str:
    return " ".join(finding.title.split()) or say("untitled", language)


def _facts(finding: Finding, language: str) -> Iterator[str]:
    """Yield what is known about a finding in a word or two each; an open status needs no saying."""
    status = finding.status if finding.status is not Status.OPEN else None
    given = {
        "clause": finding.clause,
        "category": finding.category,
        "likelihood": label(finding.likelihood, language) if finding.likelihood else "",
        "impact": label(finding.impact, language) if finding.impact else "",
        "status": label(status, language) if status else "",
        "owner": finding.owner,
        "due": finding.due,
        "rules": say("comma", language).join(finding.rules),
    }
    facts = (say(f"meta_{key}", language, value=value) for key, value in given.items() if value.strip())
    return (fact.replace(" ", "\u00a0") if len(fact) <= SHORT_FACT else fact for fact in facts)


def _quotation(quotation: Quotation, finding: Finding, language: str) -> Iterator[etree._Element]:
    """Yield the words in question, marked, within their paragraph; the paragraphs of a long one as they are."""
    if len(finding.quotations) > 1:
        yield paragraph("QuoteSource", quotation.clause)
    pieces = [(quotation.before, "Context"), *_shortened(quotation.words, language), (quotation.after, "Context")]
    keep = sum(len(words) for words, _ in pieces) <= SHORT_QUOTE
    for line in _lines(pieces):
        yield paragraph("Quote", *line, keep=keep)


def _shortened(words: str, language: str) -> list[tuple[str, str]]:
    left = len(words) - QUOTE_HEAD - QUOTE_TAIL
    if left <= 0:
        return [(words, "Marked")]
    gap = say("omitted", language, n=left)
    return [(words[:QUOTE_HEAD], "Marked"), (gap, "Context"), (words[-QUOTE_TAIL:], "Marked")]


def _lines(pieces: Sequence[tuple[str, str]]) -> Iterator[list[etree._Element]]:
    """Break styled pieces at line feeds into the runs of paragraphs; empty lines are left out."""
    line: list[etree._Element] = []
    for words, style in pieces:
        first, *more = words.split("\n")
        line += [run(first, style)] if first.strip() else []
        for following in more:
            if line:
                yield line
            line = [run(following, style)] if following.strip() else []
    if line:
        yield line


def _value(finding: Finding, name: str, language: str) -> str:
    if name != "insert_after":
        return str(getattr(finding, name))
    place = finding.insert_after.strip()
    missing_one = finding.assessment is Assessment.MISSING
    key = "insert_after_number" if place[:1].isdigit() else "insert_after"
    return say(key, language, place=place) if place and missing_one else ""


def _field(key: str, text: str, language: str) -> Iterator[etree._Element]:
    """Yield a labelled field, a paragraph a line; nothing for an empty one."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    marks = TO_VERIFY if key == "field_legal_basis" else NEVER
    for order, line in enumerate(lines):
        said = runs(line, marks, "ToVerify")
        if order:
            yield paragraph("FindingFieldMore", *said)
        else:
            yield paragraph("FindingField", run(say(key, language), "FieldLabel"), run("\t"), *said)


def _wording(finding: Finding, language: str) -> Iterator[etree._Element]:
    """Yield the proposed wording, set off so that it can be taken over as it stands."""
    lines = [line.strip() for line in finding.proposed_wording.splitlines() if line.strip()]
    if not lines:
        return
    yield paragraph("FindingField", run(say("field_proposed_wording", language), "FieldLabel"), keep=True)
    yield paragraph("Spacer", keep=True)
    whole = sum(map(len, lines)) <= SHORT_WORDING
    for order, line in enumerate(lines, start=1):
        yield paragraph("ProposedWording", line, keep=whole and order < len(lines))
