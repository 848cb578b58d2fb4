"""A memo or report as one Word file: its sections in order, its pages, headers and footers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from lxml import etree

from export.memo.annex import annotated
from export.memo.closing import limits, no_objection, questions, signatures
from export.memo.cover import contents, cover
from export.memo.detail import details, missing
from export.memo.fields import mark_state
from export.memo.findings_table import findings_table, is_wide
from export.memo.layout import Layout, Plan, layout_of
from export.memo.looks import Page
from export.memo.markup import field, paragraph, run, wml
from export.memo.opening import confidentiality, opening, question
from export.memo.package import REFERENCE, packed
from export.memo.proposals import proposals
from export.memo.remedies import missing_checklist, plan
from export.memo.scope import method, scope
from export.memo.second_round import second_round
from export.memo.spread import heat, matrix
from export.memo.styles import styles_part
from export.memo.summary import conclusion, counts
from export.memo.words import subject
from export.report import Report
from export.word.names import to_bytes, w

__all__ = ["Sheet", "bound", "memo", "section"]

_USUAL: Final = Plan()

Elements = list[etree._Element]  # noqa: SLF001 - lxml's own name for an element
Sheet = tuple[bool, Elements]


def memo(report: Report, plan: Plan = _USUAL) -> bytes:
    """Return the review memo, or the product that `plan` names, as a .docx. The same report gives the same bytes.

    Raises ExportError for a section there is not.
    """
    layout = layout_of(report, plan)
    return bound(layout, _sheets(layout), subject(report, layout.key("subject")))


def bound(layout: Layout, sheets: Sequence[Sheet], title: str) -> bytes:
    """Return the file of these sheets: whether the page is turned for each, and what stands on it."""
    parts = {
        "word/document.xml": to_bytes(_document(layout, sheets)),
        "word/styles.xml": styles_part(layout.look),
        "word/header1.xml": to_bytes(_first_header(layout)),
        "word/header2.xml": to_bytes(_running_header(layout, "Header")),
        "word/footer1.xml": to_bytes(_footer(layout)),
    }
    if any(turned for turned, _ in sheets):
        parts["word/header3.xml"] = to_bytes(_running_header(layout, "HeaderWide"))
    return packed(layout.report, parts, title)


def _answer(layout: Layout) -> Elements:
    return [*question(layout), *conclusion(layout)]


def _missing(layout: Layout) -> Elements:
    return missing(layout, *(missing_checklist(layout) if layout.product == "gap" else ()))


_MAKERS: Final[Mapping[str, Callable[[Layout], Elements]]] = {
    "conclusion": _answer,
    "counts": counts,
    "matrix": matrix,
    "heat": heat,
    "changes": second_round,
    "scope": scope,
    "method": method,
    "table": findings_table,
    "findings": details,
    "missing": _missing,
    "fine": no_objection,
    "plan": plan,
    "wording": proposals,
    "questions": questions,
    "limits": limits,
    "signature": signatures,
    "annotated": annotated,
}
"""What makes each section; the contents stand at the front wherever they are named."""


def section(layout: Layout, name: str) -> Elements:
    """Return the elements of one section of a report, for whoever puts them into a file of their own."""
    return _MAKERS[name](layout)


def _sheets(layout: Layout) -> list[Sheet]:
    """Return the front, then the sections as they were asked for."""
    made = [(name, _MAKERS[name](layout)) for name in layout.sections if name in _MAKERS]
    listed = contents(layout, (element for _, elements in made for element in elements)) if _lists(layout) else []
    front = cover(layout) if layout.product == "gap" else opening(layout)
    sheets: list[Sheet] = [(False, [*front, *listed])]
    if layout.product == "gap":
        sheets.append((False, []))
    for name, elements in made:
        turned = name == "table" and is_wide(layout)
        if turned != sheets[-1][0]:
            sheets.append((turned, []))
        sheets[-1][1].extend(elements)
    return sheets


def _document(layout: Layout, sheets: Sequence[Sheet]) -> etree._Element:
    """Return the document part."""
    document = wml("document", wml("body"))
    document[0].extend(_bound(layout, sheets))  # once in its own tree: a large one is not moved twice
    mark_state(document, layout.report.state)
    _drop_dead_references(document)
    return document


def _lists(layout: Layout) -> bool:
    return layout.has("contents")


def _bound(layout: Layout, sheets: Sequence[Sheet]) -> Iterator[etree._Element]:
    """Yield the elements of all sheets with the section properties that end each."""
    for order, (turned, elements) in enumerate(sheets):
        yield from elements
        properties = _section(layout.look.landscape if turned else layout.portrait, first=order == 0)
        ended = paragraph("SectionEnd")
        yield ended
        if order == len(sheets) - 1:
            yield properties
        else:
            ended[0].append(properties)


def _drop_dead_references(body: etree._Element) -> None:
    """Leave of a reference only its words where what it refers to is in a section that was left out."""
    named = {mark.get(w("name")) for mark in body.iter(w("bookmarkStart"))}
    for reference in list(body.iter(w("fldSimple"))):
        code, around = (reference.get(w("instr")) or "").split(), reference.getparent()
        if around is not None and code[0] == "REF" and code[1] not in named:
            around.replace(reference, reference[0])


def _section(page: Page, *, first: bool) -> etree._Element:
    """Return a section's properties; the `first` has a first page of its own."""
    size = {"w": page.width, "h": page.height} | ({"orient": "landscape"} if page.wide else {})
    margins = {"top": page.top, "right": page.right, "bottom": page.bottom, "left": page.left}
    return wml(
        "sectPr",
        _referred("headerReference", "default", "header3" if page.wide else "header2"),
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


def _first_header(layout: Layout) -> etree._Element:
    """Return the banner of the first page; a Chinese memo says it in its heading block."""
    line = confidentiality(layout.report).upper() if layout.language == "en" else ""
    return wml("hdr", paragraph("Banner", *([line] if line else [])))


def _running_header(layout: Layout, style: str) -> etree._Element:
    return wml("hdr", paragraph(style, layout.say("running"), run("\t"), confidentiality(layout.report)))


def _footer(layout: Layout) -> etree._Element:
    """Return the footer; its fields have a value, which a program shows until it has counted for itself."""
    pieces = [
        run(layout.say("page")),
        field("PAGE", run("1")),
        run(layout.say("of")),
        field("NUMPAGES", run("1")),
        run(layout.say("page_end")),
    ]
    return wml("ftr", paragraph("Footer", *pieces))
