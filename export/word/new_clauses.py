"""Put the wording of what a policy lacks behind the clause it should follow, as tracked paragraphs."""

from __future__ import annotations

import copy
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lxml import etree

from documents.labels import mark_of
from documents.model import BlockKind, Clause, PolicyDocument, Span
from export.word.base import Base, Standing
from export.word.ground import is_locked
from export.word.names import element, sub, w
from export.word.ranges import Paragraph
from export.word.tracked import Stamp, inserted_run, mark_inserted, without_changes

__all__ = ["Slot", "put_in", "slot_after"]

_P, _PPR, _RPR = w("p"), w("pPr"), w("rPr")
_OF_A_LABEL = ("numPr", "ind", "outlineLvl", "pageBreakBefore", "framePr", "sectPr", "pPrChange")
_OF_A_PLACE = ("pageBreakBefore", "framePr", "sectPr", "pPrChange")


@dataclass(frozen=True, slots=True)
class Slot:
    """Where new paragraphs go: behind the block `behind`, at `place` of the text, set like the paragraph `model`.

    `head` is the clause's own first paragraph where Word numbers that: the new clause is numbered on from it.
    `last` says that nothing follows in what holds it, so that its last paragraph's mark must stay the last.
    """

    behind: etree._Element
    place: int
    model: etree._Element | None
    numbered: bool
    last: bool
    head: etree._Element | None = None


def slot_after(base: Base, policy: PolicyDocument, clause: Clause, own: Span) -> Slot | None:
    """Return the place behind a clause, whose words stand at `own` in the base's text; None outside the main text."""
    starts = [paragraph.start for paragraph in base.paragraphs]
    index = bisect_right(starts, max(own.start, own.end - 1)) - 1
    if index < 0 or base.paragraphs[index].part != base.package.main:
        return None
    behind = _whole(base.paragraphs[index].element)
    while index + 1 < len(starts) and behind in base.paragraphs[index + 1].element.iterancestors():
        index += 1
    place = base.text.find("\n", max(base.paragraphs[index].start, own.end))
    model, numbered = _model(base, policy, clause, own)
    following = behind.getnext()
    while following is not None and following.tag not in {_P, w("tbl"), w("sdt")}:
        following = following.getnext()
    last = following is None and behind.tag == _P
    return Slot(behind, len(base.text) if place < 0 else place, model, numbered, last, _head(base, policy, clause, own))


def put_in(base: Base, slot: Slot, words: str, stamp: Stamp) -> tuple[Base, etree._Element, etree._Element]:
    """Put paragraphs in; return the base as it is then, an element that a comment may stand around, the last paragraph.

    Raises nothing: a slot is a place that can be written to.
    """
    made = _paragraphs(slot, words.split("\n"), stamp)
    if slot.last:
        base = _before_the_last_mark(base, slot, made, stamp)
        last = slot.behind
    else:
        for paragraph in reversed(made):
            mark_inserted(_properties(paragraph), stamp)
            slot.behind.addnext(paragraph)
        last = made[-1]
    first = next(text for paragraph in [*made, last] for text in paragraph.iter(w("t")))
    return base, first, last


def _whole(paragraph: etree._Element) -> etree._Element:
    """The outermost table, boxed paragraph or locked control that a paragraph lies in, or the paragraph."""
    found = paragraph
    for above in paragraph.iterancestors():
        if above.tag in {w("tbl"), _P} or (above.tag == w("sdt") and is_locked(above)):
            found = above
    return found


def _model(base: Base, policy: PolicyDocument, clause: Clause, own: Span) -> tuple[etree._Element | None, bool]:
    """The clause's last plain paragraph, else its last; and whether that has a number or is a heading."""
    shift = own.start - clause.span.start
    inside = [
        block
        for block in policy.blocks
        if clause.span.start <= block.span.start < clause.span.end
        and block.cell is None
        and block.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING}
    ]
    plain = [block for block in inside if block.kind is BlockKind.PARAGRAPH and not block.label and len(block.span)]
    chosen = (plain or inside)[-1:]
    return (_at(base, chosen[0].span.start + shift), not plain) if chosen else (None, False)


def _head(base: Base, policy: PolicyDocument, clause: Clause, own: Span) -> etree._Element | None:
    """The clause's first paragraph if Word numbers it; None for a typed number, and for a heading above its words."""
    blocks = [block for block in policy.blocks if clause.own.start <= block.span.start < clause.own.end]
    if not blocks or not blocks[0].label or blocks[0].label_span is not None or blocks[0].cell is not None:
        return None
    if blocks[0].kind is BlockKind.HEADING and len([block for block in blocks if len(block.span)]) > 1:
        return None
    return _at(base, blocks[0].span.start + own.start - clause.span.start)


def _at(base: Base, place: int) -> etree._Element:
    """The paragraph that a place of the text lies in, as it is before anything is put in behind it."""
    return copy.deepcopy(base.paragraphs[bisect_right([one.start for one in base.paragraphs], place) - 1].element)


def _paragraphs(slot: Slot, lines: Sequence[str], stamp: Stamp) -> list[etree._Element]:
    """The new paragraphs; the first takes the next number of its clause, unless it brings one of its own."""
    made = [_paragraph(line, _own_properties(slot), _look(slot.model), stamp) for line in lines]
    if slot.head is not None and mark_of(lines[0]) is None:
        made[0] = _paragraph(lines[0], _copied(slot.head.find(_PPR), _OF_A_PLACE), _look(slot.head), stamp)
    return made


def _paragraph(line: str, properties: etree._Element, look: etree._Element | None, stamp: Stamp) -> etree._Element:
    made = element("p")
    made.append(properties)
    if line:
        held = stamp.on("ins")
        held.append(inserted_run(line, look))
        made.append(held)
    return made


def _own_properties(slot: Slot) -> etree._Element:
    """The model's properties without what belongs to its own number, place or heading."""
    found = None if slot.model is None else slot.model.find(_PPR)
    if found is None or (slot.numbered and found.find(w("numPr")) is None):
        return element("pPr")  # the style itself numbers it or makes it a heading
    return _copied(found, [*_OF_A_LABEL, "pStyle"] if slot.numbered else [one for one in _OF_A_LABEL if one != "ind"])


def _copied(found: etree._Element | None, unwanted: Sequence[str]) -> etree._Element:
    """Properties as they are, without some and without recorded changes."""
    if found is None:
        return element("pPr")
    made = without_changes(found)
    for name in unwanted:
        for one in list(made.iterchildren(w(name))):
            made.remove(one)
    mark = made.find(_RPR)
    if mark is not None:
        made.replace(mark, without_changes(mark))
    return made


def _look(model: etree._Element | None) -> etree._Element | None:
    """How most of a paragraph's own words are set."""
    runs = [] if model is None else [run for run in model.iterchildren(w("r")) if run.find(w("t")) is not None]
    if not runs:
        return None
    longest = max(runs, key=lambda run: sum(len(text.text or "") for text in run.iterchildren(w("t"))))
    properties = longest.find(_RPR)
    return None if properties is None else without_changes(properties)


def _properties(paragraph: etree._Element) -> etree._Element:
    found = paragraph.find(_PPR)
    if found is None:
        found = element("pPr")
        paragraph.insert(0, found)
    return found


def _before_the_last_mark(base: Base, slot: Slot, made: Sequence[etree._Element], stamp: Stamp) -> Base:
    """The last paragraph's words go into one of their own before it, and it takes the last of the new lines.

    So its mark stays the last of what holds it, which no one can take out, and rejecting leaves all as it was.
    """
    last = slot.behind
    ended = element("p")
    own = without_changes(_properties(last))
    for name in ("sectPr", "pPrChange"):
        for one in list(own.iterchildren(w(name))):
            own.remove(one)
    ended.append(own)
    ended.extend([one for one in last if one.tag != _PPR])
    mark_inserted(own, stamp)
    last.addprevious(ended)
    for paragraph in made[:-1]:
        mark_inserted(_properties(paragraph), stamp)
        last.addprevious(paragraph)
    _set_as(last, made[-1], stamp, counted=slot.head is not None)
    last.extend([one for one in made[-1] if one.tag != _PPR])
    return replace(
        base,
        letters=tuple(
            Standing(one.start, one.end, one.element, one.run, ended, one.part, one.offset)
            if one.paragraph is last
            else one
            for one in base.letters
        ),
        paragraphs=tuple(
            Paragraph(ended, one.start, one.part) if one.element is last else one for one in base.paragraphs
        ),
    )


def _set_as(last: etree._Element, model: etree._Element, stamp: Stamp, *, counted: bool) -> None:
    """Set the paragraph as the new ones are, its old properties kept as a recorded change.

    It stays as it is where it is numbered as they are; and where it has no number, unless the new clause is `counted`.
    """
    old, new = _properties(last), _properties(model)
    if _number(old) == _number(new) or (not counted and old.find(w("numPr")) is None):
        return
    change = sub(new, "pPrChange", {"id": str(stamp.fresh_id()), "author": stamp.author, "date": stamp.date})
    kept = sub(change, "pPr")
    kept.extend([one for one in _before_us(old, stamp) if one.tag not in {_RPR, w("sectPr"), w("pPrChange")}])
    for one in [one for one in old if one.tag in {_RPR, w("sectPr")}]:
        change.addprevious(one)
    last.replace(old, new)


def _number(properties: etree._Element) -> tuple[str, ...]:
    """What numbers a paragraph: its own numbering, and its style, which may number it too."""
    own = properties.find(w("numPr"))
    named = [
        properties.find(w("pStyle")),
        *(own.find(w(name)) if own is not None else None for name in ("numId", "ilvl")),
    ]
    return tuple("" if one is None else one.get(w("val"), "") for one in named)


def _before_us(old: etree._Element, stamp: Stamp) -> etree._Element:
    """The properties as they were received: those that a change of our own keeps, else those that stand there."""
    change = old.find(w("pPrChange"))
    kept = None if change is None or change.get(w("author")) != stamp.author else change.find(_PPR)
    return old if kept is None else kept
