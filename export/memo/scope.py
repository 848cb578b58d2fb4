"""What was reviewed, against what and how; and what the ratings mean."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from annotations.model import Severity
from annotations.words import label
from export.memo.captions import caption, heading
from export.memo.gap_words import SCALE
from export.memo.layout import Layout
from export.memo.looks import FILLS, PALE
from export.memo.markup import Cell, kept_together, paragraph, row, run, table
from export.memo.opening import label_width
from export.memo.summary import severity_run
from export.memo.words import titled
from export.report import ReviewedText
from export.wording import date_text, handling, in_language

__all__ = ["document_facts", "method", "scope"]


def scope(layout: Layout) -> list[etree._Element]:
    """Return what was reviewed, and against which law."""
    report = layout.report
    default = layout.say("scope_text")
    lead = report.scope.splitlines() if report.scope.strip() else [default]
    made = [heading(layout, "scope"), *(paragraph("BodyText", line, keep=True) for line in lead if line.strip())]
    for text in report.documents:
        made += [_facts(layout, text), paragraph("Spacer")]
    if not layout.outside:
        told = {"law": report.law_as_of, "sources": layout.say("comma").join(report.statutes)}
        if not layout.has("method"):
            told["method"] = layout.say("method_text")
        made += [_labelled(layout, key, words) for key, words in told.items() if words]
    return made


def _labelled(layout: Layout, key: str, words: str) -> etree._Element:
    return paragraph("BodyText", run(layout.say(key) + layout.say("colon"), "FieldLabel"), words)


def _facts(layout: Layout, text: ReviewedText) -> etree._Element:
    widths = (label_width(layout), layout.portrait.text - label_width(layout))
    rows = (
        row((Cell([paragraph("FactLabel", name)], PALE), Cell([paragraph(style, value)])), widths)
        for name, value, style in document_facts(layout, text)
        if value.strip()
    )
    return table("FactsTable", widths, rows, layout.say("scope_caption"), layout.say("document"))


def document_facts(layout: Layout, text: ReviewedText) -> Iterator[tuple[str, str, str]]:
    """Yield what is known of a document: label, value and the style of the value."""
    say, language = layout.say, layout.language
    number = say("version_text", n=text.version)
    yield say("document"), titled(text, language), "TableLead"
    yield say("file"), text.file_name, "TableText"
    yield say("version"), say("separator").join(filter(None, (number, text.version_label.strip()))), "TableText"
    yield say("received_on"), _received(layout, text), "TableText"
    yield say("earlier"), _before(layout, text), "TableText"
    yield say("origin"), text.origin, "TableText"
    yield say("length"), say("characters", n=text.characters), "TableText"
    yield say("sha256"), text.sha256, "TableHash"
    yield say("reading"), " ".join(text.reading) if language == "en" else "".join(text.reading), "TableText"


def _received(layout: Layout, text: ReviewedText) -> str:
    day = date_text(text.received, layout.language)
    if text.received_from.strip():
        day = layout.say("received_source", date=day, source=text.received_from.strip())
    return layout.say("separator").join(filter(None, (day, text.received_how.strip())))


def _before(layout: Layout, text: ReviewedText) -> str:
    if text.before is None:
        return ""
    named = layout.say("version_short", n=text.before.number, date=date_text(text.before.received, layout.language))
    return layout.say("separator").join(filter(None, (named, text.before.label.strip())))


def method(layout: Layout) -> list[etree._Element]:
    """Return how it was reviewed and what each rating means; outsiders are told no ratings."""
    if layout.outside:
        return []
    steps = paragraph("BodyText", layout.say("method_steps_gap"))
    return [heading(layout, "method_heading"), steps, caption(layout, "scale_caption"), _scale(layout)]


def _scale(layout: Layout) -> etree._Element:
    language, width = layout.language, layout.portrait.text
    (chip_width,) = layout.sized(1350)
    means = (width - chip_width) * 3 // 5
    widths = (chip_width, means, width - chip_width - means)
    heads = [Cell([paragraph("TableHead", layout.say(key))]) for key in ("severity", "scale_means", "handling")]
    rows = [row(heads, widths, header=True)]
    for severity in Severity:
        chip = paragraph("TableChip", severity_run(severity, label(severity, language)))
        told = (in_language(SCALE[severity], language), handling(severity, language, of_policy=layout.report.of_policy))
        cells = [Cell([chip], FILLS[severity][0]), *(Cell([paragraph("TableText", words)]) for words in told)]
        rows.append(row(cells, widths))
    return kept_together(table("FindingsTable", widths, rows, layout.say("scale_caption")))
