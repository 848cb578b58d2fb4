"""The top of a memo: letterhead, title, who writes to whom about what, and the question it answers."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from annotations.model import Visibility
from export.memo.layout import Layout
from export.memo.markup import Cell, paragraph, row, table
from export.memo.words import say, subject
from export.report import Report
from export.wording import banner, date_text

__all__ = ["confidentiality", "label_width", "labelled", "opening", "question", "variant"]


def variant(report: Report, key: str) -> str:
    """Return the key of the words that the report's readers get."""
    return f"{key}_outside" if report.profile is Visibility.OUTSIDE else key


def confidentiality(report: Report) -> str:
    """Return the line on confidentiality; the reviewer's own is kept from outsiders, whom it was not written for."""
    language = report.language
    own = banner(" ".join(report.heading.confidentiality.split()), language)
    if report.profile is Visibility.OUTSIDE:
        return say("confidential_outside", language)
    if report.profile is Visibility.INTERNAL:
        marked = say("confidential_internal", language)
        return say("separator", language).join(filter(None, (marked, own)))
    return own or say("confidential", language)


def opening(layout: Layout) -> list[etree._Element]:
    """Return letterhead, title and heading block."""
    firm = layout.report.heading.firm.strip()
    letterhead = [paragraph("Letterhead", firm)] if firm else []
    return [*letterhead, paragraph("Title", layout.say("title")), _heading_block(layout)]


def label_width(layout: Layout) -> int:
    """Return the width of a column of labels, in twentieths of a point: four or five of the text's letters."""
    field = int(layout.look.measures["field"])
    return 450 + field * 40 if layout.language == "zh" else 800 + field * 46


def _heading_block(layout: Layout) -> etree._Element:
    label = label_width(layout)
    widths = (label, layout.portrait.text - label)
    lines = (row(labelled(name, value, "Head"), widths) for name, value in _heading_lines(layout))
    return table("HeadingBlock", widths, lines, layout.say("heading_block"), layout.say("title"))


def _heading_lines(layout: Layout) -> Iterator[tuple[str, str]]:
    """Yield label and value; what is not known is left out, but for what a memo cannot do without."""
    report, language, heading = layout.report, layout.language, layout.report.heading
    blank = say("blank", language)
    given = {
        "to": _joined(layout, heading.client, heading.addressee) or blank,
        "from": _joined(layout, heading.firm, heading.reviewer) or blank,
        "reviewed_by": heading.partner,
        "date": date_text(heading.day, language),
        "matter": heading.matter_number,
        "re": subject(report, layout.key("subject")),
        "confidentiality": confidentiality(report) if language == "zh" else "",
    }
    return ((say(key, language), value) for key, value in given.items() if value.strip())


def _joined(layout: Layout, first: str, second: str) -> str:
    space = "　" if layout.language == "zh" else ", "
    parts = dict.fromkeys(part.strip() for part in (first, second) if part.strip())
    return space.join(parts)


def labelled(label: str, value: str, look: str) -> tuple[Cell, Cell]:
    """Return a label and its value as two cells."""
    lines = value.splitlines() or [""]
    return Cell([paragraph(f"{look}Label", label)]), Cell([paragraph(f"{look}Text", line) for line in lines])


def question(layout: Layout) -> list[etree._Element]:
    """Return the question presented: an English memorandum opens with it."""
    if layout.language == "zh" or layout.outside or layout.product != "memo":
        return []
    words = say("question_text", "en", title=subject(layout.report).rpartition(":")[0])
    return [paragraph("Heading1", say("question", "en")), paragraph("BodyText", words)]
