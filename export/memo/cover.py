"""The front of a gap report: cover, document control, contents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from lxml import etree

from export.memo.captions import caption
from export.memo.layout import Layout
from export.memo.markup import Cell, linked, paragraph, row, run, table, wml
from export.memo.opening import confidentiality, label_width
from export.memo.words import titled
from export.report import ReviewedText
from export.word.names import w
from export.wording import date_text

__all__ = ["contents", "cover"]

_LONGEST: Final = 32
"""Entries of a table of contents; with more, only the sections are listed."""
_RANKS: Final = {"Heading1": 1, "AppendixHeading": 1, "FindingHeading": 2, "Heading2": 2}


class Entry(NamedTuple):
    """A line of the table of contents: its rank, its words, the bookmark it leads to."""

    rank: int
    words: str
    name: str


def cover(layout: Layout) -> list[etree._Element]:
    """Return the cover with what the report is about, and the document control."""
    report = layout.report
    firm = report.heading.firm.strip()
    titles = [titled(text, layout.language) for text in report.documents]
    return [
        *([paragraph("Letterhead", firm)] if firm else []),
        paragraph("CoverTitle", layout.say("title")),
        *(paragraph("CoverSubject", title) for title in titles),
        _facts(layout),
        paragraph("FrontHeading", layout.say("control")),
        caption(layout, "control_caption"),
        _control(layout),
    ]


def _facts(layout: Layout) -> etree._Element:
    label = label_width(layout) + 300
    widths = (label, layout.portrait.text - label)
    rows = (
        row([Cell([paragraph("HeadLabel", name)]), Cell([paragraph(_style(name), value)])], widths)
        for name, value in _known(layout)
        if value.strip()
    )
    return table("HeadingBlock", widths, rows, layout.say("title"))


def _style(name: str) -> str:
    return "TableHash" if name == "SHA-256" else "HeadText"


def _known(layout: Layout) -> Iterator[tuple[str, str]]:
    say, heading = layout.say, layout.report.heading
    if not layout.outside:
        yield say("cover_client"), heading.client or say("blank")
    yield say("cover_addressee"), heading.addressee
    for text in layout.report.documents:
        yield from _about(layout, text)
    yield say("cover_firm"), heading.firm
    yield say("cover_reviewer"), heading.reviewer
    yield say("cover_partner"), heading.partner
    yield say("cover_matter"), heading.matter_number
    yield say("cover_date"), date_text(heading.day, layout.language)
    yield say("cover_status"), say("cover_status_text")
    yield say("cover_confidentiality"), confidentiality(layout.report)


def _about(layout: Layout, text: ReviewedText) -> Iterator[tuple[str, str]]:
    say = layout.say
    received = say("received", date=date_text(text.received, layout.language))
    parts = (say("version_text", n=text.version), text.version_label.strip(), received)
    yield say("cover_document"), titled(text, layout.language)
    yield say("cover_version"), say("separator").join(filter(None, parts))
    yield say("cover_file"), text.file_name
    yield say("cover_sha256"), text.sha256


def _control(layout: Layout) -> etree._Element:
    report = layout.report
    width = layout.portrait.text
    first = layout.sized(1250, 2000, 1900)
    widths = [*first, width - sum(first)]
    heads = ("control_version", "control_date", "control_author", "control_change")
    number = max((text.version for text in report.documents), default=1)
    change = layout.say("control_again" if report.changes else "control_first", n=number)
    author = report.heading.reviewer or report.heading.firm or layout.say("blank")
    values = (f"{number}.0", date_text(report.heading.day, layout.language), author, change)
    rows = [
        row([Cell([paragraph("TableHead", layout.say(key))]) for key in heads], widths, header=True),
        row([Cell([paragraph("TableText", value)]) for value in values], widths),
    ]
    return table("FindingsTable", widths, rows, layout.say("control_caption"))


def contents(layout: Layout, body: Iterable[etree._Element]) -> list[etree._Element]:
    """Return the table of contents of `body`, whose headings are given bookmarks to lead to.

    It holds no page numbers: only a program that has set the pages knows them. Word fills them in when the table is
    brought up to date.
    """
    entries = list(_entries(layout, body))
    if len(entries) > _LONGEST:
        entries = [entry for entry in entries if entry.rank == 1]
    return [paragraph("ContentsHeading", layout.say("contents")), _field(entries)] if entries else []


def _entries(layout: Layout, body: Iterable[etree._Element]) -> Iterator[Entry]:
    sections = parts = 0
    for element in body:
        mark = element.find(f"{w('pPr')}/{w('pStyle')}")
        style = mark.get(w("val")) if mark is not None and element.tag == w("p") else ""
        if style not in _RANKS:
            continue
        if style == "Heading1":
            sections, parts = sections + 1, 0
        parts += style == "Heading2"
        words = _number(style, sections, parts, layout.language) + _words(element)
        layout.counts["id"] += 1
        name = f"_Toc{layout.counts['id']:08d}"
        element.insert(1, wml("bookmarkStart", id=layout.counts["id"], name=name))
        element.append(wml("bookmarkEnd", id=layout.counts["id"]))
        yield Entry(_RANKS[style], words, name)


def _words(heading: etree._Element) -> str:
    """Return the words of a heading up to its tab, after which stands the rating."""
    told = []
    for piece in heading.iter(w("t"), w("tab")):
        if piece.tag == w("tab"):
            break
        told.append(piece.text or "")
    return "".join(told)


def _number(style: str, sections: int, parts: int, language: str) -> str:
    """Return the number that the numbering of styles gives a heading."""
    if style == "Heading1":
        return f"{_hanzi(sections)}、" if language == "zh" else f"{sections}. "
    if style == "Heading2":
        return f"（{_hanzi(parts)}）" if language == "zh" else f"{sections}.{parts} "
    return ""


_DIGITS: Final = "〇一二三四五六七八九"


def _hanzi(number: int) -> str:
    """Return a number below a hundred in hanzi."""
    tens, ones = divmod(number, 10)
    ten = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return ten + (_DIGITS[ones] if ones or not tens else "")


def _field(entries: Sequence[Entry]) -> etree._Element:
    """Return the entries within a TOC field, in the control by which Word offers to bring it up to date."""
    begin, separate, end = (wml("r", wml("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end"))
    code = wml("instrText")
    code.text = f' TOC \\o "1-{max(entry.rank for entry in entries)}" \\h \\z \\u '
    lines = [paragraph(f"TOC{entry.rank}", linked(entry.name, run(entry.words))) for entry in entries]
    for order, piece in enumerate((begin, wml("r", code), separate)):
        lines[0].insert(1 + order, piece)
    lines[-1].append(end)
    kind = wml("docPartObj", wml("docPartGallery", val="Table of Contents"), wml("docPartUnique"))
    return wml("sdt", wml("sdtPr", kind), wml("sdtContent", *lines))
