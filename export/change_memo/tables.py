"""The changes and what they mean for the findings, as tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from lxml import etree

from annotations.following_sentences import ALERTS
from annotations.model import Status
from annotations.words import label, short
from documents.comparing.model import Fate
from export.change_memo.excerpts import Bit
from export.change_memo.fates import FindingFate, Lot
from export.change_memo.history import Deed
from export.change_memo.listing import ToldChange
from export.change_memo.memo import ChangeMemo
from export.change_memo.summary import change_mark, links
from export.change_memo.wording import clauses, kinds, said_of_signs
from export.change_memo.words import DECISIONS
from export.findings import Finding
from export.memo.captions import caption, heading
from export.memo.columns import longest_word, shared_out
from export.memo.layout import Layout
from export.memo.markup import Cell, bookmarked, paragraph, row, run, runs, table
from export.memo.places import bookmark, listed, numbered_link
from export.memo.summary import severity_run
from export.word.directions import runs_leftwards
from export.wording import date_text, in_language

__all__ = ["changes_table", "fates_table", "is_wide", "lots", "moves"]

_FEW: Final = 8
"""Up to so many changes the table stands upright: so few are not worth turning a page."""
_WHOLE_ROW: Final = 500
"""Letters of a row that is kept on one page."""
_STYLES: Final = {Fate.KEPT: "", Fate.DELETED: "Deleted", Fate.INSERTED: "Inserted"}
_WIDEST: Final = 34
"""Letters of a clause's address that a column need not break."""


def is_wide(memo: ChangeMemo) -> bool:
    """Whether the table of changes wants the page turned."""
    return len(memo.changes.told) > _FEW


def changes_table(layout: Layout, memo: ChangeMemo) -> list[etree._Element]:
    """Return the table of changes; where none is told in full, nothing."""
    told = memo.changes.told
    if not told:
        return []
    findings = any(one.notes for one in told)
    heads = ["number", "c_clause", "c_redline", "c_look", *(["c_finding"] if findings else [])]
    page = layout.look.landscape if is_wide(memo) else layout.portrait
    size = int(layout.look.measures["small"])
    shares = (5, 14, 49, 24, 8)[: len(heads)]
    words = [word for one in told for word in clauses(one, layout.language).split() if len(word) <= _WIDEST]
    least = [
        layout.sized(720)[0],
        longest_word([layout.say("c_clause"), *words], size),
        0,
        longest_word([layout.say("c_look")], size),
        longest_word([layout.say("c_finding")], size),
    ][: len(heads)]
    widths = shared_out(shares, least, page.text)
    rows = [row([Cell([paragraph("TableHead", layout.say(key))]) for key in heads], widths, header=True)]
    rows += [_change(layout, memo, one, widths) for one in told]
    named = layout.say("c_table_caption")
    return [
        heading(layout, "c_table"),
        caption(layout, "c_table_caption"),
        table("FindingsTable", widths, rows, named, layout.say("c_table")),
    ]


def _change(layout: Layout, memo: ChangeMemo, one: ToldChange, widths: Sequence[int]) -> etree._Element:
    layout.counts["id"] += 1
    number = paragraph("TableCentre", *bookmarked(change_mark(one.number), layout.counts["id"], run(str(one.number))))
    look = [paragraph("TableText", run(kinds(one, layout.language), "FieldLabel"))]
    look += [paragraph("TableText", said) for said in said_of_signs(one.signs, layout.language)]
    cells = [
        Cell([number]),
        Cell([paragraph("TableText", clauses(one, layout.language))]),
        Cell(redlined(layout, one.bits)),
        Cell(look),
        Cell([paragraph("TableCentre", *_numbers(layout, memo, one))]),
    ]
    length = sum(len(bit.words) for bit in one.bits)
    return row(cells[: len(widths)], widths, splits=length > _WHOLE_ROW)


def _numbers(layout: Layout, memo: ChangeMemo, one: ToldChange) -> list[etree._Element]:
    """Return the findings a change touches as references; those not told of further on are plain numbers."""
    known = {fate.finding.uid: fate.finding for fate in memo.fates}
    made: list[etree._Element] = []
    for uid in sorted(one.notes, key=lambda uid: memo.numbers[uid]):
        made += [run(layout.say("number_comma"))] if made else []
        made.append(numbered_link(known[uid]) if uid in known else run(str(memo.numbers[uid])))
    return made


def redlined(layout: Layout, bits: Sequence[Bit]) -> list[etree._Element]:
    """Return a redline as paragraphs; what was left out is counted where it stood."""
    lines: list[list[etree._Element]] = [[]]
    for bit in bits:
        first, *more = bit.words.split("\n")
        lines[-1] += runs(first, base=_STYLES[bit.fate])
        lines += [runs(following, base=_STYLES[bit.fate]) for following in more]
        if bit.omitted:
            gap = in_language((" {} ", "{}"), layout.language).format(layout.say("omitted", n=bit.omitted))
            lines[-1].append(run(gap, "Context"))
    leftwards = runs_leftwards("".join(bit.words for bit in bits))
    return [paragraph("TableText", *line, leftwards=leftwards) for line in lines if line] or [paragraph("TableText")]


def moves(layout: Layout, memo: ChangeMemo) -> list[etree._Element]:
    """Return what only stands elsewhere, or has another number, in short."""
    changes, say = memo.changes, layout.say
    if not changes.moves and not changes.renumbered:
        return []
    made = [paragraph("Heading2" if changes.told else "Heading1", say("c_moves"))]
    for one in changes.moves:
        layout.counts["id"] += 1
        words = say("c_move", kinds=kinds(one, layout.language), clause=clauses(one, layout.language))
        number = bookmarked(change_mark(one.number), layout.counts["id"], run(str(one.number)))
        made.append(paragraph("BodyText", *number, run("  "), run(words, "FieldLabel"), *_begun(one)))
    if changes.renumbered:
        pairs = [f"{one.old_label or one.old_clause} → {one.new_label or one.new_clause}" for one in changes.renumbered]
        made.append(
            paragraph("BodyText", say("c_numbers_only", list=say("separator").join(dict.fromkeys(pairs))), say("c_end"))
        )
    return made


def _begun(one: ToldChange) -> list[etree._Element]:
    """Return how moved words begin, enough to know them by."""
    from export.change_memo.excerpts import head_of

    words = " ".join("".join(bit.words for bit in one.bits if bit.fate is not Fate.DELETED).split())
    begun = head_of(words, 80)
    return runs(begun + ("…" if len(begun) < len(words) else ""))


def fates_table(layout: Layout, memo: ChangeMemo) -> list[etree._Element]:
    """Return what became of each finding that was open on the old version."""
    fates = [one for one in memo.fates if one.lot is not Lot.NEW]
    if not fates:
        return []
    heads = ["number", "issue", "c_words", *([] if layout.outside else ["c_status"])]
    size = int(layout.look.measures["small"])
    least = [layout.sized(720)[0], *(longest_word([layout.say(key)], size) for key in heads[1:])]
    widths = shared_out((7, 27, 42, 24)[: len(heads)], least, layout.portrait.text)
    rows = [row([Cell([paragraph("TableHead", layout.say(key))]) for key in heads], widths, header=True)]
    rows += [_fate(layout, memo, one, widths) for one in fates]
    made = table("FindingsTable", widths, rows, layout.say("c_fates_caption"))
    return [heading(layout, "c_fates"), caption(layout, "c_fates_caption"), made]


_PLACELESS: Final = ("ambiguous", "lost", "elsewhere")
"""States that say of themselves that there is no clause to name."""


def _fate(layout: Layout, memo: ChangeMemo, one: FindingFate, widths: Sequence[int]) -> etree._Element:
    cells = [
        Cell([_own_number(layout, one.finding)]),
        Cell(list(_issue(layout, one.finding, placed=one.state not in _PLACELESS))),
        Cell([*_state(layout, one), *(redlined(layout, one.bits) if one.bits else ())]),
        Cell(list(_now(layout, memo, one))),
    ]
    length = sum(len(bit.words) for bit in one.bits)
    return row(cells[: len(widths)], widths, splits=length > _WHOLE_ROW)


def _own_number(layout: Layout, item: Finding) -> etree._Element:
    layout.counts["id"] += 1
    return paragraph("TableCentre", *bookmarked(bookmark(item), layout.counts["id"], run(str(item.number))))


def _issue(layout: Layout, item: Finding, *, placed: bool) -> Iterator[etree._Element]:
    yield paragraph("TableText", run(_title(layout, item), "FieldLabel"))
    if item.clause and placed:
        yield paragraph("TableText", run(item.clause, "Context"))
    if item.severity:
        yield paragraph("TableText", severity_run(item.severity, short(item.severity, layout.language)))


def _title(layout: Layout, item: Finding) -> str:
    return " ".join(item.title.split()) or layout.say("untitled")


def _state(layout: Layout, one: FindingFate) -> Iterator[etree._Element]:
    told = layout.say(f"c_state_{one.state}")
    if one.proposed:
        told = layout.say("c_proposed", state=told, clause=one.proposed)
    made = [run(told[:1].upper() + told[1:], "FieldLabel")]
    if one.changes:
        between = in_language((" (\x00)", "（\x00）"), layout.language).split("\x00")
        made += [run(between[0] + layout.say("c_at")), *links(layout, one.changes), run(between[1])]
    yield paragraph("TableText", *made)
    names = [in_language(ALERTS[code], layout.language) for code in one.alerts if code in ALERTS]
    if names:
        yield paragraph("TableText", run(layout.say("separator").join(names), "ToVerify"))


def _now(layout: Layout, memo: ChangeMemo, one: FindingFate) -> Iterator[etree._Element]:
    status = label(one.finding.status, layout.language) if one.finding.status else ""
    decided = None if one.finding.status is Status.OPEN else one.decided
    yield paragraph("TableText", run(_by(layout, memo, status, decided), "FieldLabel"))
    if one.decision:
        yield paragraph(
            "TableText", _by(layout, memo, in_language(DECISIONS[one.decision], layout.language), one.placed)
        )
    if one.to_look_at:
        yield paragraph("TableText", run(layout.say("c_look_again"), "ToVerify"))


def _by(layout: Layout, memo: ChangeMemo, what: str, deed: Deed | None) -> str:
    """Return what was decided, with who and when as far as readers are told."""
    if deed is None:
        return what
    date = date_text(deed.when.date(), layout.language)
    if memo.named and deed.by.strip():
        return layout.say("c_by", what=what, who=deed.by.strip(), date=date)
    return layout.say("c_on", what=what, date=date)


def lots(layout: Layout, memo: ChangeMemo) -> list[etree._Element]:
    """Return which findings are cured, closed otherwise, new and still open; outsiders are told no status."""
    if layout.outside or not memo.fates:
        return []
    made = [heading(layout, "c_lots")]
    for lot, key in ((Lot.CURED, "c_cured"), (Lot.CLOSED, "c_closed"), (Lot.NEW, "c_newly")):
        some = memo.lot(lot)
        if some or lot is not Lot.CLOSED:
            made.append(paragraph("Heading2", layout.say(key)))
            made += _items(layout, memo, some) if some else [paragraph("BodyText", layout.say("c_none"))]
    still = [one.finding for one in memo.lot(Lot.OPEN)]
    told = (
        [layout.say("c_still_lead"), *listed(still, layout.language), layout.say("c_end")]
        if still
        else [layout.say("c_none")]
    )
    return [*made, paragraph("Heading2", layout.say("c_still")), paragraph("BodyText", *told)]


def _items(layout: Layout, memo: ChangeMemo, some: Iterable[FindingFate]) -> Iterator[etree._Element]:
    for one in some:
        item, between = one.finding, in_language((" (finding \x00): ", "（问题\x00）："), layout.language).split("\x00")
        number: list[etree._Element] = [numbered_link(item)]
        if one.lot is Lot.NEW:
            layout.counts["id"] += 1
            number = bookmarked(bookmark(item), layout.counts["id"], run(str(item.number)))
        lead = [run(_title(layout, item), "FieldLabel"), run(between[0]), *number, run(between[1])]
        yield paragraph("BodyText", *lead, *_why(layout, memo, one), run(layout.say("c_end")))


def _why(layout: Layout, memo: ChangeMemo, one: FindingFate) -> Iterator[etree._Element]:
    """Yield by which change a finding was cured, or on which one a new one stands; then who said so."""
    is_new = one.lot is Lot.NEW
    if one.changes:
        yield run(layout.say("c_on_changed" if is_new else "c_at"))
        yield from links(layout, one.changes)
    elif one.state == "none":
        yield run(layout.say("c_whole"))
    else:
        yield run(layout.say("c_elsewhere" if is_new else "c_no_change"))
    if is_new:
        return
    status = label(one.finding.status, layout.language) if one.finding.status else ""
    yield run(layout.say("separator") + _by(layout, memo, status, one.decided))
    if one.decision:
        yield run(layout.say("separator") + in_language(DECISIONS[one.decision], layout.language))
