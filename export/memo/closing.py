"""The end of a memo: clauses without objection, open questions, assumptions, signatures."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from export.memo.captions import caption, heading
from export.memo.fields import blank_field
from export.memo.layout import Layout
from export.memo.markup import Cell, paragraph, row, run, table
from export.memo.places import listed
from export.report import Question
from export.wording import date_text, in_language

__all__ = ["limits", "no_objection", "questions", "signatures"]

LINE = "_" * 22
WITH_SIGNATURE = 2
"""The last limits go with the signatures: nobody signs a page that says nothing."""


def no_objection(layout: Layout) -> list[etree._Element]:
    """Return the clauses that were reviewed and found in order, if any were noted."""
    found = layout.report.no_objection
    if not found:
        return []
    number, clause = layout.sized(720, 2000)
    widths = (number, clause, layout.portrait.text - number - clause)
    heads = [Cell([paragraph("TableHead", layout.say(key))]) for key in ("number", "clause", "issue")]
    rows = [row(heads, widths, header=True)]
    for item in found:
        words = [item.title, item.issue]
        told = [paragraph("TableText", text.strip()) for text in words if text.strip()] or [paragraph("TableText")]
        first = Cell([paragraph("TableCentre", str(item.number))]), Cell([paragraph("TableText", item.clause)])
        rows.append(row([*first, Cell(told)], widths))
    made = table("FindingsTable", widths, rows, layout.say("no_objection_caption"))
    return [heading(layout, "no_objection"), caption(layout, "no_objection_caption"), made]


def questions(layout: Layout) -> list[etree._Element]:
    """Return what has to be asked, with room for the answers; empty when nothing is."""
    asked = layout.report.questions
    if not asked:
        return []
    width = layout.portrait.text
    (number,) = layout.sized(720)
    first = [number, (width - number) * 50 // 100, (width - number) * 16 // 100]
    widths = [*first, width - sum(first)]
    heads = [Cell([paragraph("TableHead", layout.say(key))]) for key in ("number", "asked", "related", "response")]
    rows = [row(heads, widths, header=True)]
    rows += [row(_asked(layout, order, one), widths) for order, one in enumerate(asked, start=1)]
    lead = paragraph("BodyText", layout.say("questions_lead"), keep=True)
    made = table("FindingsTable", widths, rows, layout.say("questions_caption"))
    return [heading(layout, "questions"), lead, caption(layout, "questions_caption"), made]


def _asked(layout: Layout, order: int, one: Question) -> list[Cell]:
    """Return a question's row; the answer is kept with the first of the findings it came from."""
    answer = blank_field(layout, one.findings[0], "response") if one.findings else ()
    return [
        Cell([paragraph("TableCentre", str(order))]),
        Cell([paragraph("TableText", line) for line in one.text.splitlines() if line.strip()]),
        Cell([paragraph("TableText", *listed(one.findings, layout.language))]),
        Cell([paragraph("TableText", *answer)]),
    ]


def limits(layout: Layout) -> list[etree._Element]:
    """Return the assumptions and limits, numbered."""
    told = layout.report.limits
    last = len(told) - WITH_SIGNATURE if layout.has("signature") else len(told)
    items = (paragraph("ListItem", text, keep=order >= last) for order, text in enumerate(told))
    return [heading(layout, "limits"), *items]


def signatures(layout: Layout) -> list[etree._Element]:
    """Return the lines to sign on, which stay together on one page; the date is words, not a field."""
    size = int(layout.look.measures["body"])
    label = size * 100 + 120
    widths = (label, layout.portrait.text - label)
    rows = [
        row([Cell([paragraph("Signature", name)]), Cell([paragraph("Signature", *value)])], widths)
        for name, value in _lines_to_sign(layout)
    ]
    start = [] if layout.product in ("memo", "changes") else [heading(layout, "signature")]
    made = table("SignatureTable", widths, rows, layout.say("signature_table"))
    return [*start, paragraph("Spacer", keep=True), made]


def _lines_to_sign(layout: Layout) -> Iterator[tuple[str, list[etree._Element]]]:
    """Yield each label with what is known, or a line to write on. Who signs by hand finds the name beside the line."""
    language, head = layout.language, layout.report.heading
    known = {
        "sign_reviewer": _by_hand(head.reviewer, language),
        "sign_licence": [_known(head.licence_number)],
        "sign_partner": _by_hand(head.partner, language),
        "sign_firm": [_known(head.firm)],
        "sign_date": [run(date_text(head.day, language))],
    }
    for key, value in known.items():
        if key != "sign_partner" or head.partner.strip():
            yield layout.say(key) + layout.say("colon").rstrip(), value


def _known(text: str) -> etree._Element:
    return run(text.strip()) if text.strip() else run(LINE, "Context")


def _by_hand(name: str, language: str) -> list[etree._Element]:
    beside = in_language((" ({})", "（{}）"), language).format(name.strip()) if name.strip() else ""
    return [run(LINE, "Context"), run(beside)]
