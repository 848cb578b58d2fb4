"""The memo as one Word file: its sections in order, its pages, headers and footers."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from export.memo.closing import limits, no_objection, questions, signatures
from export.memo.detail import details, missing
from export.memo.findings_table import findings_table, is_wide
from export.memo.looks import LANDSCAPE, PORTRAIT, Page, look_for
from export.memo.markup import paragraph, run, wml
from export.memo.opening import confidentiality, opening, question, scope, variant
from export.memo.package import REFERENCE, packed
from export.memo.styles import styles_part
from export.memo.summary import summary
from export.memo.words import say, subject
from export.report import Report
from export.word.names import to_bytes

__all__ = ["memo"]


def memo(report: Report) -> bytes:
    """Return the review memo as a .docx. The same report gives the same bytes."""
    language = report.language
    parts = {
        "word/document.xml": to_bytes(_document(report)),
        "word/styles.xml": styles_part(look_for(language)),
        "word/header1.xml": to_bytes(_first_header(report)),
        "word/header2.xml": to_bytes(_running_header(report, "Header")),
        "word/header3.xml": to_bytes(_running_header(report, "HeaderWide")),
        "word/footer1.xml": to_bytes(_footer(language)),
    }
    return packed(report, parts, subject(report, variant(report, "subject")))


def _document(report: Report) -> etree._Element:
    """Return the document part: conclusion first, then what it rests on."""
    top = [*opening(report), *question(report), *summary(report), *scope(report)]
    rest = [
        *details(report),
        *missing(report),
        *no_objection(report),
        *questions(report),
        *limits(report),
        *signatures(report),
    ]
    found = findings_table(report)
    if is_wide(report):
        body = [*top, _break(PORTRAIT, first=True), *found, _break(LANDSCAPE, first=False), *rest]
        return wml("document", wml("body", *body, _ended(), _section(PORTRAIT, first=False)))
    return wml("document", wml("body", *top, *found, *rest, _ended(), _section(PORTRAIT, first=True)))


def _ended() -> etree._Element:
    """Return the paragraph Word wants after a table that ends a section; it takes a point of height."""
    return paragraph("SectionEnd")


def _break(page: Page, *, first: bool) -> etree._Element:
    made = _ended()
    made[0].append(_section(page, first=first))
    return made


def _section(page: Page, *, first: bool) -> etree._Element:
    """Return a section's properties; the `first` has a first page of its own."""
    wide = page.width > page.height
    size = {"w": page.width, "h": page.height} | ({"orient": "landscape"} if wide else {})
    margins = {"top": page.top, "right": page.right, "bottom": page.bottom, "left": page.left}
    return wml(
        "sectPr",
        _referred("headerReference", "default", "header3" if wide else "header2"),
        _referred("headerReference", "first", "header1") if first else None,
        _referred("footerReference", "default", "footer1"),
        _referred("footerReference", "first", "footer1") if first else None,
        wml("type", val="nextPage"),
        wml("pgSz", **size),
        wml("pgMar", **margins, header=720, footer=680, gutter=0),
        wml("titlePg") if first else None,
    )


def _referred(tag: str, kind: str, part: str) -> etree._Element:
    made = wml(tag, type=kind)
    made.set(REFERENCE, part)
    return made


def _first_header(report: Report) -> etree._Element:
    """Return the banner of the first page; a Chinese memo says it in its heading block."""
    line = confidentiality(report).upper() if report.language == "en" else ""
    return wml("hdr", paragraph("Banner", *([line] if line else [])))


def _running_header(report: Report, style: str) -> etree._Element:
    left = say(variant(report, "running"), report.language)
    return wml("hdr", paragraph(style, left, run("\t"), confidentiality(report)))


def _footer(language: str) -> etree._Element:
    pieces = [
        run(say("page", language)),
        *_field("PAGE"),
        run(say("of", language)),
        *_field("NUMPAGES"),
        run(say("page_end", language)),
    ]
    return wml("ftr", paragraph("Footer", *pieces))


def _field(code: str) -> Sequence[etree._Element]:
    """Return a field with a value in it, which a program shows until it has counted for itself."""
    instruction = wml("instrText")
    instruction.text = f" {code} "
    begin, separate, end = (wml("r", wml("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end"))
    return [begin, wml("r", instruction), separate, run("1"), end]
