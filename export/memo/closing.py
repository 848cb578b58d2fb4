"""The end of a memo: clauses without objection, open questions, assumptions, signatures."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from export.memo.looks import PORTRAIT
from export.memo.markup import Cell, paragraph, row, run, table
from export.memo.places import listed
from export.memo.words import say
from export.report import Report
from export.wording import date_text, in_language

__all__ = ["limits", "no_objection", "questions", "signatures"]

LINE = "_" * 22
WITH_SIGNATURE = 2
"""The last limits go with the signatures: nobody signs a page that says nothing."""


def no_objection(report: Report) -> list[etree._Element]:
    """Return the clauses that were reviewed and found in order, if any were noted."""
    if not report.no_objection:
        return []
    language = report.language
    widths = (800, 2000, PORTRAIT.text - 2800)
    heads = [Cell([paragraph("TableHead", say(key, language))]) for key in ("number", "clause", "issue")]
    rows = [row(heads, widths, header=True)]
    for item in report.no_objection:
        words = [item.title, item.issue]
        told = [paragraph("TableText", text.strip()) for text in words if text.strip()] or [paragraph("TableText")]
        first = Cell([paragraph("TableText", str(item.number))]), Cell([paragraph("TableText", item.clause)])
        rows.append(row([*first, Cell(told)], widths))
    title = say("no_objection", language)
    return [paragraph("Heading1", title), table("FindingsTable", widths, rows, title)]


def questions(report: Report) -> list[etree._Element]:
    """Return what has to be asked, with room for the answers; empty when nothing is."""
    if not report.questions:
        return []
    language = report.language
    widths = (620, 4000, 1300, PORTRAIT.text - 5920)
    heads = [Cell([paragraph("TableHead", say(key, language))]) for key in ("number", "asked", "related", "answer")]
    rows = [row(heads, widths, header=True)]
    for order, asked in enumerate(report.questions, start=1):
        cells = [
            Cell([paragraph("TableCentre", str(order))]),
            Cell([paragraph("TableText", line) for line in asked.text.splitlines() if line.strip()]),
            Cell([paragraph("TableText", *listed(asked.findings, language))]),
            Cell([paragraph("TableText")]),
        ]
        rows.append(row(cells, widths))
    lead = paragraph("BodyText", say("questions_lead", language), keep=True)
    title = say("questions", language)
    return [paragraph("Heading1", title), lead, table("FindingsTable", widths, rows, title)]


def limits(report: Report) -> list[etree._Element]:
    """Return the assumptions and limits, numbered."""
    heading = paragraph("Heading1", say("limits", report.language))
    last = len(report.limits) - WITH_SIGNATURE
    items = (paragraph("ListItem", text, keep=order >= last) for order, text in enumerate(report.limits))
    return [heading, *items]


def signatures(report: Report) -> list[etree._Element]:
    """Return the lines to sign on, which stay together on one page; the date is words, not a field."""
    language = report.language
    label = 2760 if language == "zh" else 2100
    widths = (label, 4200)
    rows = [
        row([Cell([paragraph("Signature", name)]), Cell([paragraph("Signature", *value)])], widths)
        for name, value in _lines_to_sign(report)
    ]
    return [paragraph("Spacer", keep=True), table("SignatureTable", widths, rows, say("sign_reviewer", language))]


def _lines_to_sign(report: Report) -> Iterator[tuple[str, list[etree._Element]]]:
    """Yield each label with what is known, or a line to write on. Who signs by hand finds the name beside the line."""
    language, heading = report.language, report.heading
    known = {
        "sign_reviewer": _by_hand(heading.reviewer, language),
        "sign_licence": [_known(heading.licence_number)],
        "sign_partner": _by_hand(heading.partner, language),
        "sign_firm": [_known(heading.firm)],
        "sign_date": [run(date_text(heading.day, language))],
    }
    for key, value in known.items():
        if key != "sign_partner" or heading.partner.strip():
            yield say(key, language) + say("colon", language).rstrip(), value


def _known(text: str) -> etree._Element:
    return run(text.strip()) if text.strip() else run(LINE, "Context")


def _by_hand(name: str, language: str) -> list[etree._Element]:
    beside = in_language((" ({})", "（{}）"), language).format(name.strip()) if name.strip() else ""
    return [run(LINE, "Context"), run(beside)]
