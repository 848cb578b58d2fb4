"""Each finding in full: heading, quotation in its context, what is wrong, why, what to do, and in which words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from annotations.model import Status
from annotations.words import label
from export.findings import Finding
from export.memo.captions import heading
from export.memo.fields import field_lines, field_words
from export.memo.layout import Layout
from export.memo.markup import bookmarked, paragraph, referring, run, runs
from export.memo.places import bookmark, grouped
from export.memo.quoting import quoted
from export.memo.summary import severity_run
from export.memo.words import titled
from export.report import TO_VERIFY
from export.word.directions import runs_leftwards
from export.wording import due_text

__all__ = ["details", "missing", "place_to_insert", "wording_bookmark"]

SHORT_WORDING = 700
"""A wording up to this length stays on one page."""
SHORT_FACT = 40
"""A fact up to this length is not broken over lines."""

IN_FACTS = ("status", "owner", "due")
FIELDS = ("issue", "consequence", "legal_basis", "recommendation", "insert_after", "question")


def details(layout: Layout) -> list[etree._Element]:
    """Return the section on what the documents say; empty when there is nothing to tell."""
    findings = layout.report.on_the_text
    return [heading(layout, "detail"), *_told(layout, findings)] if findings else []


def missing(layout: Layout, *before: etree._Element) -> list[etree._Element]:
    """Return the section on what the documents do not say, after `before`; empty when nothing is missing."""
    findings = layout.report.missing
    if not findings:
        return []
    lead = paragraph("BodyText", layout.say("missing_lead"), keep=True)
    return [heading(layout, "missing"), lead, *before, *_told(layout, findings)]


def wording_bookmark(finding: Finding) -> str:
    """Return the name of the bookmark on the row that shows a finding's proposed wording."""
    return bookmark(finding).replace("_n", "_w", 1)


def _told(layout: Layout, findings: Sequence[Finding]) -> Iterator[etree._Element]:
    for text, own in grouped(layout.report, findings):
        if text:
            yield paragraph("Heading2", titled(text, layout.language))
        for finding in own:
            yield from _finding(finding, layout, below=text is not None)


def _finding(finding: Finding, layout: Layout, *, below: bool) -> Iterator[etree._Element]:
    yield _heading(finding, layout, below=below)
    yield paragraph("FindingFacts", *_facts(finding, layout))
    for quotation in finding.quotations:
        yield from quoted(quotation, layout, named=len(finding.quotations) > 1)
    if finding.quote_translation.strip() and finding.quotations:
        words = runs(" ".join(finding.quote_translation.split()))
        before, after = layout.say("translation", text="\x00").split("\x00")
        yield paragraph("QuoteTranslation", before, *field_words(layout, finding, "quote_translation", words), after)
    for name in FIELDS:
        yield from _field(name, finding, layout)
    yield from _wording(finding, layout)


def _heading(finding: Finding, layout: Layout, *, below: bool) -> etree._Element:
    """Return the heading: number with its bookmark, title, and the severity's word at the right."""
    language = layout.language
    layout.counts["id"] += 1
    before, after = layout.say("finding", number="\x00").split("\x00")
    number = bookmarked(bookmark(finding), layout.counts["id"], run(str(finding.number), "FindingNumber"))
    space = run("　" if language == "zh" else "  ")
    words = " ".join(finding.title.split())
    title = field_words(layout, finding, "title", runs(words)) if words else [run(layout.say("untitled"))]
    rating = [run("\t"), severity_run(finding.severity, label(finding.severity, language))] if finding.severity else []
    told = [run(piece, "FindingNumber") for piece in (before,) if piece]
    ends = [run(after, "FindingNumber")] if after else []
    style = "FindingHeadingBelow" if below else "FindingHeading"
    return paragraph(style, *told, *number, *ends, space, *title, *rating)


def _facts(finding: Finding, layout: Layout) -> Iterator[etree._Element]:
    """Yield what is known about a finding in a word or two each; an open status needs no saying."""
    language = layout.language
    planned = layout.has("plan") and finding.stands
    status = finding.status if finding.status is not Status.OPEN else None
    given = {
        "clause": finding.clause,
        "category": finding.category,
        "likelihood": label(finding.likelihood, language) if finding.likelihood else "",
        "impact": label(finding.impact, language) if finding.impact else "",
        "status": label(status, language) if status and not planned else "",
        "owner": "" if planned else finding.owner,
        "due": "" if planned else due_text(finding.due, language),
        "rules": layout.say("comma").join(finding.rules),
    }
    space = ""
    for key, value in given.items():
        if value.strip():
            before, after = layout.say(f"meta_{key}", value="\x00").split("\x00")
            words = _whole(value.strip())
            yield run(space + before)
            yield from field_words(layout, finding, key, [run(words)]) if key in IN_FACTS else (run(words),)
            yield from (run(after),) if after else ()
            space = "　　" if language == "zh" else "    "


def _whole(words: str) -> str:
    return words.replace(" ", "\u00a0") if len(words) <= SHORT_FACT else words


def place_to_insert(finding: Finding, layout: Layout) -> str:
    """Return where new words should stand, "" where nothing is said of it."""
    place = finding.insert_after.strip()
    key = "insert_after_number" if place[:1].isdigit() else "insert_after"
    return layout.say(key, place=place) if place else ""


def _field(name: str, finding: Finding, layout: Layout) -> Iterator[etree._Element]:
    """Yield a labelled field, a paragraph a line; nothing for an empty one."""
    if name == "insert_after":
        said = place_to_insert(finding, layout)
        if said:
            yield paragraph("FindingField", run(layout.say("field_insert_after"), "FieldLabel"), run("\t"), said)
        return
    lines = [line.strip() for line in getattr(finding, name).splitlines() if line.strip()]
    marks = TO_VERIFY if name == "legal_basis" else None
    wrapped = field_lines(layout, finding, name, [runs(line, marks, "ToVerify") for line in lines])
    for order, (line, said_runs) in enumerate(zip(lines, wrapped, strict=True)):
        leftwards = runs_leftwards(line)
        if order:
            yield paragraph("FindingFieldMore", *said_runs, leftwards=leftwards)
        else:
            label_run = run(layout.say(f"field_{name}"), "FieldLabel")
            yield paragraph("FindingField", label_run, run("\t"), *said_runs)


def _wording(finding: Finding, layout: Layout) -> Iterator[etree._Element]:
    """Yield the proposed wording set off, so that it can be taken over; or where else the report shows it."""
    lines = [line.strip() for line in finding.proposed_wording.splitlines() if line.strip()]
    if not lines:
        return
    name = run(layout.say("field_proposed_wording"), "FieldLabel")
    if layout.has("wording"):
        before, after = layout.say("see_wording", heading="\x00").split("\x00")
        title = referring("_wording", layout.say("wording_heading"))
        yield paragraph("FindingField", name, run("\t"), before, title, after)
        return
    yield paragraph("FindingField", name, keep=True)
    yield paragraph("Spacer", keep=True)
    whole = sum(map(len, lines)) <= SHORT_WORDING
    wrapped = field_lines(layout, finding, "proposed_wording", [runs(line) for line in lines])
    for order, said in enumerate(wrapped, start=1):
        yield paragraph("ProposedWording", *said, keep=whole and order < len(lines))
