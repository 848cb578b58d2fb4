"""The front of a memo of changes: the two versions, and in short what changed and which findings it concerns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from lxml import etree

from documents.comparing.model import Category
from export.change_memo.fates import FindingFate, Lot
from export.change_memo.listing import ToldChange
from export.change_memo.memo import ChangeMemo
from export.change_memo.wording import clauses, kinds, said_of_signs
from export.memo.captions import heading
from export.memo.layout import Layout
from export.memo.looks import PALE
from export.memo.markup import Cell, paragraph, referring, row, run, table
from export.memo.opening import label_width
from export.memo.places import listed
from export.memo.words import titled
from export.reviewed_text import ReviewedText
from export.wording import date_text, in_language

__all__ = ["change_link", "change_mark", "in_short", "links", "versions"]

_FIRST: Final = 5
_NAMED: Final = 30
"""Of the rest of the changes to look at, so many are named: a longer list nobody reads."""


def change_mark(number: int) -> str:
    """Return the name of the bookmark on a change's number."""
    return f"_chg{number}"


def change_link(number: int) -> etree._Element:
    """Return a change's number as a reference to its row."""
    return referring(change_mark(number), str(number))


def versions(layout: Layout, memo: ChangeMemo) -> list[etree._Element]:
    """Return what is known of the two versions."""
    made = [heading(layout, "c_versions")]
    for key, text in (("c_old", memo.old), ("c_new", memo.new)):
        made += [_facts(layout, key, text), paragraph("Spacer")]
    return made


def _facts(layout: Layout, key: str, text: ReviewedText) -> etree._Element:
    widths = (label_width(layout), layout.portrait.text - label_width(layout))
    rows = (
        row((Cell([paragraph("FactLabel", name)], PALE), Cell([paragraph(style, value)])), widths)
        for name, value, style in _known(layout, key, text)
        if value.strip()
    )
    return table("FactsTable", widths, rows, layout.say("c_versions_caption"), layout.say(key))


def _known(layout: Layout, key: str, text: ReviewedText) -> Iterator[tuple[str, str, str]]:
    say, language = layout.say, layout.language
    number = say("version_text", n=text.version)
    received = date_text(text.received, language)
    if text.received_from.strip():
        received = say("received_source", date=received, source=text.received_from.strip())
    yield say(key), titled(text, language), "TableLead"
    yield say("version"), say("separator").join(filter(None, (number, text.version_label.strip()))), "TableText"
    yield say("file"), text.file_name, "TableText"
    yield say("received_on"), say("separator").join(filter(None, (received, text.received_how.strip()))), "TableText"
    yield say("sha256"), text.sha256, "TableHash"
    yield say("reading"), in_language((" ", ""), language).join(text.reading), "TableText"


def in_short(layout: Layout, memo: ChangeMemo) -> list[etree._Element]:
    """Return the numbers, what to look at first, and which findings are concerned."""
    made = [heading(layout, "c_short"), *(paragraph("BodyText", words) for words in _counted(layout, memo))]
    if layout.outside:
        return made
    made += [paragraph("BodyText", *content) for content in _findings(layout, memo)]
    return [*made, *_most(layout, memo)]


def _counted(layout: Layout, memo: ChangeMemo) -> Iterator[str]:
    say, changes = layout.say, memo.changes
    besides = [
        _number(layout, key, n)
        for key, n in (
            ("c_moved", len(changes.moves)),
            ("c_renumbered", len(changes.renumbered)),
            ("c_form", changes.form),
        )
        if n
    ]
    if not changes.told and not besides:
        yield say("c_same")
        return
    counts = (
        (f"c_{one.value}", changes.count(one)) for one in (Category.NUMBERS, Category.SUBSTANTIVE, Category.WORDING)
    )
    told = say("comma").join(say(key, n=n) for key, n in counts if n)
    noun = "change" if len(changes.told) == 1 else "changes"
    yield say("c_counted", n=len(changes.told), changes=noun, list=told) if told else say("c_no_listed")
    if besides:
        yield say("c_besides", list=say("comma").join(besides))


def _number(layout: Layout, key: str, number: int) -> str:
    return layout.say(f"{key}_1" if number == 1 else key, n=number)


def _most(layout: Layout, memo: ChangeMemo) -> Iterator[etree._Element]:
    """Yield the changes to look at first: those with signs, the most first, then those on words of findings."""
    most = memo.changes.most
    if not most:
        return
    yield paragraph("Heading2", layout.say("c_most"))
    for one in most[:_FIRST]:
        yield paragraph("DecisionItem", *_item(layout, memo, one))
    if len(most) > _FIRST:
        rest = sorted(one.number for one in most[_FIRST:])
        more = len(rest) - _NAMED
        end = layout.say("c_most_more", n=more) if more > 0 else layout.say("c_end")
        yield paragraph("BodyText", layout.say("c_most_rest"), *links(layout, rest[:_NAMED]), end)


def _item(layout: Layout, memo: ChangeMemo, one: ToldChange) -> Iterator[etree._Element]:
    told = said_of_signs(one.signs, layout.language) or [kinds(one, layout.language)]
    numbers = sorted(memo.numbers[uid] for uid in one.notes)
    if numbers:
        about = ", ".join(map(str, numbers))
        told.append(layout.say("finding", number=about) if layout.language == "zh" else _finding_words(layout, about))
    what = layout.say("separator").join(told)
    before, after = layout.say("c_most_item", clause=clauses(one, layout.language), what=what).split("\x00")
    yield run(before, "FieldLabel")
    yield change_link(one.number)
    yield run(after)


def _finding_words(layout: Layout, numbers: str) -> str:
    return f"{layout.say('finding', number=numbers).lower()}"


def links(layout: Layout, numbers: Iterable[int]) -> list[etree._Element]:
    """Return numbers of changes as references."""
    made: list[etree._Element] = []
    for number in numbers:
        made += [run(layout.say("number_comma"))] if made else []
        made.append(change_link(number))
    return made


def _findings(layout: Layout, memo: ChangeMemo) -> Iterator[Sequence[etree._Element | str]]:
    """Yield the sentences on findings, each with references to those it names."""
    say = layout.say
    before = [one for one in memo.fates if one.lot is not Lot.NEW]
    counts = (
        (key, len(memo.lot(lot)))
        for key, lot in (("c_still_open", Lot.OPEN), ("c_cured_n", Lot.CURED), ("c_closed_n", Lot.CLOSED))
    )
    told = say("comma").join(say(key, n=n) for key, n in counts if n)
    noun = "finding" if len(before) == 1 else "findings"
    yield [say("c_open_now", n=len(before), findings=noun, list=told) if before else say("c_none_open")]
    touched = [one for one in memo.lot(Lot.OPEN) if one.changes]
    again = [one for one in before if one.to_look_at]
    for key, some in (("c_touched", touched), ("c_again", again)):
        if some:
            yield [say(key), *_named(some, layout), say("c_end")]
    new = len(memo.lot(Lot.NEW))
    if new:
        yield [_number(layout, "c_new_n", new)]


def _named(fates: Iterable[FindingFate], layout: Layout) -> list[etree._Element]:
    return listed([one.finding for one in fates], layout.language)
