"""The wording we propose: beside the text as it stands, or as a redline of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from export.findings import Finding
from export.memo.captions import caption
from export.memo.columns import longest_word, shared_out
from export.memo.detail import place_to_insert, wording_bookmark
from export.memo.fields import field_lines
from export.memo.layout import Layout
from export.memo.markup import Cell, bookmarked, paragraph, row, run, runs, table
from export.memo.places import grouped, numbered_link
from export.memo.words import titled
from export.replaced import Replaced, replaced
from export.word.directions import runs_leftwards
from export.word.edits import edits
from export.word.redrafts import DELETED

__all__ = ["proposals"]

_WHOLE_ROW: Final = 600
"""Letters of a row that is kept on one page; a longer one may go over its end."""
_LONGEST_REDLINE: Final = 4000
"""Letters of a text that a redline is made of; a longer one is shown beside the proposal."""


def proposals(layout: Layout) -> list[etree._Element]:
    """Return the section with the proposed wording; empty where none is proposed."""
    findings = [item for item in layout.report.findings if item.proposed_wording.strip()]
    if not findings:
        return []
    layout.counts["id"] += 1
    title = run(layout.say("wording_heading"))
    redline = layout.redline == "redline"
    return [
        paragraph("Heading1", *bookmarked("_wording", layout.counts["id"], title)),
        paragraph("BodyText", layout.say("wording_lead_redline" if redline else "wording_lead"), keep=True),
        caption(layout, "wording_caption"),
        _table(layout, findings, redline=redline),
    ]


def _table(layout: Layout, findings: Sequence[Finding], *, redline: bool) -> etree._Element:
    heads = ("number", "clause", *(("wording_redline",) if redline else ("wording_now", "wording")))
    size = int(layout.look.measures["small"])
    clauses = longest_word([layout.say("clause"), *(item.clause for item in findings)], size)
    clause_share = 110 if layout.language == "zh" else 160
    shares = (68, clause_share, *((740,) if redline else (330, 400)))
    least = (*layout.sized(720), clauses, *[0] * (len(shares) - 2))
    widths = shared_out(shares, least, layout.portrait.text)
    rows = [row([Cell([paragraph("TableHead", layout.say(head))]) for head in heads], widths, header=True)]
    for text, own in grouped(layout.report, findings):
        if text:
            named = Cell([paragraph("TableHead", titled(text, layout.language))], "F4F6F9", len(widths))
            rows.append(row([named], widths))
        rows += [_row(layout, item, widths, redline=redline) for item in own]
    return table("FindingsTable", widths, rows, layout.say("wording_caption"))


def _row(layout: Layout, item: Finding, widths: Sequence[int], *, redline: bool) -> etree._Element:
    layout.counts["id"] += 1
    number = paragraph("TableCentre", *bookmarked(wording_bookmark(item), layout.counts["id"], numbered_link(item)))
    old = replaced(item, layout.language)
    length = len(old.words) + len(item.proposed_wording)
    if redline:
        shown = [Cell([*_remark(old.before), *_redlined(layout, item, old.words), *_remark(old.after)])]
    else:
        shown = [_standing(layout, item, old), Cell(_proposed(layout, item))]
    cells = [Cell([number]), Cell([paragraph("TableText", item.clause)]), *shown]
    return row(cells, widths, splits=length > _WHOLE_ROW)


def _standing(layout: Layout, item: Finding, old: Replaced) -> Cell:
    """Return the text as it stands; for what is new, the place where it should stand."""
    if not old.words.strip():
        return Cell([paragraph("TableText", run(told, "Context")) for told in _new(layout, item)])
    now = [paragraph("TableText", line, leftwards=runs_leftwards(line)) for line in _lines(old.words)]
    return Cell([*_remark(old.before), *now, *_remark(old.after)])


def _remark(told: str) -> list[etree._Element]:
    return [paragraph("TableText", run(told, "Context"))] if told else []


def _new(layout: Layout, item: Finding) -> list[str]:
    return [layout.say("wording_new"), *filter(None, [place_to_insert(item, layout)])]


def _proposed(layout: Layout, item: Finding) -> list[etree._Element]:
    lines = _lines(item.proposed_wording)
    wrapped = field_lines(layout, item, "proposed_wording", [runs(line) for line in lines])
    return [
        paragraph("TableText", *said, leftwards=runs_leftwards(line)) for line, said in zip(lines, wrapped, strict=True)
    ]


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _redlined(layout: Layout, item: Finding, now: str) -> list[etree._Element]:
    """Return paragraphs with both texts in one; what is too long for that has the text first and the proposal below."""
    if not now.strip() or len(now) > _LONGEST_REDLINE:
        lead = [paragraph("TableText", run(told, "Context")) for told in _new(layout, item)] if not now.strip() else []
        old = [paragraph("TableText", run(line, "Deleted")) for line in _lines(now)]
        return [*lead, *old, *_put_in(layout, item)]
    if DELETED.fullmatch(item.proposed_wording.strip()):
        old = [paragraph("TableText", run(line, "Deleted")) for line in _lines(now)]
        return [*old, *(paragraph("TableText", run(line, "Context")) for line in _lines(item.proposed_wording))]
    lines = _broken(_marked(now, "\n".join(_lines(item.proposed_wording))))
    return [paragraph("TableText", *line) for line in lines]


def _put_in(layout: Layout, item: Finding) -> Iterator[etree._Element]:
    lines = [runs(line, base="Inserted") for line in _lines(item.proposed_wording)]
    return (paragraph("TableText", *said) for said in field_lines(layout, item, "proposed_wording", lines))


def _marked(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Yield the words of both texts in their order, each with its style."""
    at = 0
    for edit in edits(old, new):
        yield old[at : edit.start], ""
        yield old[edit.start : edit.end], "Deleted"
        yield edit.words, "Inserted"
        at = edit.end
    yield old[at:], ""


def _broken(pieces: Iterator[tuple[str, str]]) -> list[list[etree._Element]]:
    """Return the pieces as runs, a list a line."""
    lines: list[list[etree._Element]] = [[]]
    for words, style in pieces:
        first, *more = words.split("\n")
        lines[-1] += runs(first, base=style)
        lines += [runs(following, base=style) for following in more]
    return [line for line in lines if line]
