"""The top of a memo: letterhead, title, who writes to whom about what; and what was reviewed."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from annotations.model import Visibility
from export.memo.looks import PORTRAIT
from export.memo.markup import Cell, paragraph, row, run, table
from export.memo.words import say, subject, titled
from export.report import Report, ReviewedText
from export.wording import date_text

__all__ = ["confidentiality", "opening", "question", "scope", "variant"]

PALE = "F4F6F9"
LABEL: dict[str, int] = {"zh": 1250, "en": 1750}


def variant(report: Report, key: str) -> str:
    """Return the key of the words that the report's readers get."""
    return f"{key}_outside" if report.profile is Visibility.OUTSIDE else key


def confidentiality(report: Report) -> str:
    """Return the line on confidentiality; the reviewer's own is kept from outsiders, whom it was not written for."""
    language = report.language
    own = " ".join(report.heading.confidentiality.split())
    if report.profile is Visibility.OUTSIDE:
        return say("confidential_outside", language)
    if report.profile is Visibility.INTERNAL:
        marked = say("confidential_internal", language)
        return say("separator", language).join(filter(None, (marked, own)))
    return own or say("confidential", language)


def opening(report: Report) -> list[etree._Element]:
    """Return letterhead, title and heading block."""
    firm = report.heading.firm.strip()
    letterhead = [paragraph("Letterhead", firm)] if firm else []
    return [
        *letterhead,
        paragraph("Title", say(variant(report, "title"), report.language)),
        _heading_block(report),
    ]


def _heading_block(report: Report) -> etree._Element:
    widths = (LABEL[report.language], PORTRAIT.text - LABEL[report.language])
    lines = (row(_labelled(label, value, "Head"), widths) for label, value in _heading_lines(report))
    return table("HeadingBlock", widths, lines, say(variant(report, "title"), report.language))


def _heading_lines(report: Report) -> Iterator[tuple[str, str]]:
    """Yield label and value; what is not known is left out, but for what a memo cannot do without."""
    language, heading = report.language, report.heading
    blank = say("blank", language)
    given = {
        "to": _joined(report, heading.client, heading.addressee) or blank,
        "from": _joined(report, heading.firm, heading.reviewer) or blank,
        "reviewed_by": heading.partner,
        "date": date_text(heading.day, language),
        "matter": heading.matter_number,
        "re": subject(report, variant(report, "subject")),
        "confidentiality": confidentiality(report) if language == "zh" else "",
    }
    return ((say(key, language), value) for key, value in given.items() if value.strip())


def _joined(report: Report, first: str, second: str) -> str:
    space = "　" if report.language == "zh" else ", "
    parts = dict.fromkeys(part.strip() for part in (first, second) if part.strip())
    return space.join(parts)


def _labelled(label: str, value: str, look: str) -> tuple[Cell, Cell]:
    lines = value.splitlines() or [""]
    return Cell([paragraph(f"{look}Label", label)]), Cell([paragraph(f"{look}Text", line) for line in lines])


def question(report: Report) -> list[etree._Element]:
    """Return the question presented: an English memorandum opens with it."""
    if report.language == "zh" or report.profile is Visibility.OUTSIDE:
        return []
    words = say("question_text", "en", title=subject(report).rpartition(":")[0])
    return [paragraph("Heading1", say("question", "en")), paragraph("BodyText", words)]


def scope(report: Report) -> list[etree._Element]:
    """Return what was reviewed, against what and how."""
    language = report.language
    default = say(variant(report, "scope_text"), language)
    lead = report.scope.splitlines() if report.scope.strip() else [default]
    made = [paragraph("Heading1", say("scope", language)), *(paragraph("BodyText", line, keep=True) for line in lead)]
    for text in report.documents:
        made += [_facts(_document_facts(text, language), language), paragraph("Spacer")]
    if report.profile is not Visibility.OUTSIDE:
        made += _method(report)
    return made


def _facts(facts: Iterator[tuple[str, str, str]], language: str) -> etree._Element:
    widths = (LABEL[language], PORTRAIT.text - LABEL[language])
    rows = (
        row((Cell([paragraph("FactLabel", label)], PALE), Cell([paragraph(style, value)])), widths)
        for label, value, style in facts
        if value.strip()
    )
    return table("FactsTable", widths, rows, say("document", language))


def _document_facts(text: ReviewedText, language: str) -> Iterator[tuple[str, str, str]]:
    number = say("version_text", language, n=text.version)
    label = text.version_label.strip()
    yield say("document", language), titled(text, language), "TableLead"
    yield say("file", language), text.file_name, "TableText"
    yield say("version", language), say("separator", language).join(filter(None, (number, label))), "TableText"
    yield say("received_on", language), _received(text, language), "TableText"
    yield say("origin", language), text.origin, "TableText"
    yield say("length", language), say("characters", language, n=text.characters), "TableText"
    yield say("sha256", language), text.sha256, "TableHash"


def _received(text: ReviewedText, language: str) -> str:
    day = date_text(text.received, language)
    if text.received_from.strip():
        day = say("received_source", language, date=day, source=text.received_from.strip())
    return say("separator", language).join(filter(None, (day, text.received_how.strip())))


def _method(report: Report) -> Iterator[etree._Element]:
    language = report.language
    told = {
        "law": report.law_as_of,
        "sources": say("comma", language).join(report.statutes),
        "method": say("method_text", language),
    }
    for key, words in told.items():
        if words:
            label = run(say(key, language) + say("colon", language), "FieldLabel")
            yield paragraph("BodyText", label, words)
