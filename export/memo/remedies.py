"""What a gap report adds: the checklist of what is missing, and the plan of who puts right what by when."""

from __future__ import annotations

from lxml import etree

from annotations.words import label, short
from export.findings import Finding
from export.memo.captions import caption, heading
from export.memo.detail import place_to_insert
from export.memo.fields import blank_field, field_words
from export.memo.layout import Layout
from export.memo.markup import Cell, paragraph, row, run, runs, table
from export.memo.places import numbered_link
from export.memo.summary import first_sentence, severity_run
from export.report import TO_VERIFY
from export.wording import due_text

__all__ = ["missing_checklist", "plan"]


def missing_checklist(layout: Layout) -> list[etree._Element]:
    """Return the table of what the text should say and does not; empty when nothing is missing."""
    findings = layout.report.missing
    if not findings:
        return []
    width = layout.portrait.text
    number, present = layout.sized(720, 1100)
    rest = width - number - present
    first = [number, rest * 33 // 100, rest * 37 // 100, present]
    widths = [*first, width - sum(first)]
    heads = ("number", "requirement", "basis", "present", "place_for_it")
    rows = [row([Cell([paragraph("TableHead", layout.say(key))]) for key in heads], widths, header=True)]
    rows += [row(_checked(layout, item), widths) for item in findings]
    return [caption(layout, "missing_caption"), table("FindingsTable", widths, rows, layout.say("missing_caption"))]


def _checked(layout: Layout, item: Finding) -> list[Cell]:
    basis = [line.strip() for line in item.legal_basis.splitlines() if line.strip()]
    return [
        Cell([paragraph("TableCentre", numbered_link(item))]),
        Cell([paragraph("TableText", " ".join(item.title.split()) or layout.say("untitled"))]),
        Cell(
            [paragraph("TableText", *runs(line, TO_VERIFY, "ToVerify")) for line in basis] or [paragraph("TableText")]
        ),
        Cell([paragraph("TableText", layout.say("present_no"))]),
        Cell([paragraph("TableText", place_to_insert(item, layout) or "–")]),
    ]


def plan(layout: Layout) -> list[etree._Element]:
    """Return the remediation plan of what stands; empty when there is nothing to do, and for outsiders."""
    findings = [item for item in layout.report.findings if item.stands]
    if not findings or layout.outside:
        return []
    width = layout.portrait.text
    number, rating, owner, due, status = layout.sized(720, 960, 1100, 1100, 1100)
    rest = width - number - rating - owner - due - status
    first = [number, rating, rest * 45 // 100, rest - rest * 45 // 100, owner, due]
    widths = [*first, width - sum(first)]
    heads = ("number", "severity", "issue", "action", "owner", "due", "status")
    rows = [row([Cell([paragraph("TableHead", layout.say(key))]) for key in heads], widths, header=True)]
    rows += [row(_planned(layout, item), widths) for item in findings]
    return [
        heading(layout, "plan"),
        paragraph("BodyText", layout.say("plan_lead"), keep=True),
        caption(layout, "plan_caption"),
        table("FindingsTable", widths, rows, layout.say("plan_caption")),
    ]


def _planned(layout: Layout, item: Finding) -> list[Cell]:
    language = layout.language
    rating = [severity_run(item.severity, short(item.severity, language))] if item.severity else []
    action = first_sentence(item.recommendation)
    status = [run(label(item.status, language))] if item.status else []
    return [
        Cell([paragraph("TableCentre", numbered_link(item))]),
        Cell([paragraph("TableChip", *rating)]),
        Cell([paragraph("TableText", " ".join(item.title.split()) or layout.say("untitled"))]),
        Cell([paragraph("TableText", action or "–")]),
        Cell([paragraph("TableText", *_filled(layout, item, "owner"))]),
        Cell([paragraph("TableText", *_filled(layout, item, "due"))]),
        Cell([paragraph("TableText", *(field_words(layout, item, "status", status) if status else ()))]),
    ]


def _filled(layout: Layout, item: Finding, name: str) -> list[etree._Element]:
    own = due_text(item.due, layout.language) if name == "due" else str(getattr(item, name))
    words = " ".join(own.split())
    made = field_words(layout, item, name, runs(words)) if words else blank_field(layout, item, name)
    return list(made)
