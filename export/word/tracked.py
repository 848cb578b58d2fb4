"""Write changes of a text as tracked changes: w:del around what goes, w:ins around what comes."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from documents.model import Span
from export.word.base import Base
from export.word.edits import Edit
from export.word.ground import Ground
from export.word.names import XML_SPACE, element, legal, like, sub, w

__all__ = ["Stamp", "Tracker", "inserted_run", "mark_inserted", "without_changes"]

_INS, _DEL, _P, _PPR, _RPR = w("ins"), w("del"), w("p"), w("pPr"), w("rPr")
_CHANGES: Final = [w(name) for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange")]
_MARKERS: Final = {
    w(name) for name in ("commentRangeStart", "commentRangeEnd", "bookmarkStart", "bookmarkEnd", "proofErr")
}


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who makes a change and when: the author's wall clock, as the comments have it. `fresh_id` numbers it."""

    author: str
    date: str
    fresh_id: Callable[[], int]

    def on(self, name: str) -> etree._Element:
        """Return a new `w:ins` or `w:del`."""
        return element(name, {"id": str(self.fresh_id()), "author": self.author, "date": self.date})


class Tracker:
    """Writes changes into the trees of a base whose runs are cut at the ends of every change."""

    def __init__(self, base: Base) -> None:
        self._ground = Ground(base)
        self._paragraphs = base.paragraphs

    def write(self, changes: Sequence[Edit], inside: Span, stamp: Stamp) -> None:
        """Write the changes of the words `inside`, in order."""
        for change in changes:
            self._write(change, inside, stamp)

    def _write(self, change: Edit, inside: Span, stamp: Stamp) -> None:
        runs = list(dict.fromkeys(letter.run for letter in self._ground.letters(change)))
        look = _look(runs[0]) if runs else None
        made: list[etree._Element] = []
        for run in runs:
            _delete(run, made, stamp)
        if change.words:
            self._insert(change, inside, made[-1] if made else None, look, stamp)
        for paragraph in self._ground.ends(change):
            mark_deleted(paragraph, stamp)

    def _insert(
        self,
        change: Edit,
        inside: Span,
        behind: etree._Element | None,
        look: etree._Element | None,
        stamp: Stamp,
    ) -> None:
        lines = change.words.split("\n")
        made = stamp.on("ins")
        if behind is not None:
            _put(made, behind, after=True, stamp=stamp)
        else:
            look = self._put_beside(made, change, inside, stamp)
        parent = made.getparent()
        if parent is None or parent.tag != _P:
            made.append(inserted_run(change.words, look))
            return
        put_in = [made]
        for _line in lines[1:]:
            put_in.append(_new_paragraph(put_in[-1], stamp))
        for one, line in zip(put_in, lines, strict=True):
            if line:
                one.append(inserted_run(line, look))
            else:
                _dropped(one)

    def _put_beside(self, made: etree._Element, change: Edit, inside: Span, stamp: Stamp) -> etree._Element | None:
        """Put an insertion beside a letter that may be written next to, one inside the words first."""
        sides = (True, False) if change.start == inside.start else (False, True)
        for after in sides:
            letter = self._ground.beside(change, after=after)
            if letter is not None and not self._ground.fault_at(letter):
                held = letter.run.getparent()
                node = held if held is not None and held.tag == _DEL else letter.run
                _put(made, node, after=not after, stamp=stamp)
                return _look(letter.run)
        paragraph = self._ground.paragraph_at(change.start)
        assert paragraph is not None
        paragraph.append(made)
        return None


def inserted_run(words: str, look: etree._Element | None) -> etree._Element:
    """Return a run of words with the properties `look`; line feeds are line breaks in it."""
    made = element("r")
    if look is not None:
        made.append(copy.deepcopy(look))
    for number, line in enumerate(words.split("\n")):
        if number:
            sub(made, "br")
        for place, piece in enumerate(line.split("\t")):
            if place:
                sub(made, "tab")
            if piece:
                text = sub(made, "t")
                text.text = legal(piece)
                text.set(XML_SPACE, "preserve")
    return made


def without_changes(properties: etree._Element) -> etree._Element:
    """A copy of properties of runs or paragraph marks without what was recorded of their changes."""
    made = copy.deepcopy(properties)
    made.tail = None
    for name in _CHANGES:
        for change in list(made.iterchildren(name)):
            made.remove(change)
    return made


def mark_inserted(properties: etree._Element, stamp: Stamp) -> None:
    """Say in the properties of a paragraph (w:pPr) that its end was put in."""
    _mark_properties(properties).insert(0, stamp.on("ins"))


def mark_deleted(paragraph: etree._Element, stamp: Stamp) -> None:
    """Say that a paragraph's end is taken out, so that it runs on into the next, unless that is said already."""
    properties = paragraph.find(_PPR)
    if properties is None:
        properties = element("pPr")
        paragraph.insert(0, properties)
    mark = _mark_properties(properties)
    if mark.find(_DEL) is None and mark.find(w("moveFrom")) is None:
        mark.insert(1 if mark.find(_INS) is not None else 0, stamp.on("del"))


def _mark_properties(properties: etree._Element) -> etree._Element:
    found = properties.find(_RPR)
    if found is None:
        found = element("rPr")
        behind = next((one for one in properties if one.tag in {w("sectPr"), w("pPrChange")}), None)
        if behind is None:
            properties.append(found)
        else:
            behind.addprevious(found)
    return found


def _look(run: etree._Element) -> etree._Element | None:
    properties = run.find(_RPR)
    return None if properties is None else without_changes(properties)


def _delete(run: etree._Element, made: list[etree._Element], stamp: Stamp) -> None:
    """Wrap a run; one beside what was wrapped before goes in with it."""
    before = run.getprevious()
    tail, run.tail = run.tail, None
    if before is not None and made and before is made[-1]:
        held = before
    else:
        held = stamp.on("del")
        run.addprevious(held)
        made.append(held)
    held.append(run)
    held.tail = tail
    for text in run.iterchildren(w("t")):
        text.tag = w("delText")
        if text.text and text.text != text.text.strip():
            text.set(XML_SPACE, "preserve")


def _put(made: etree._Element, node: etree._Element, *, after: bool, stamp: Stamp) -> None:
    """Put an insertion behind or before an element; one that lies in another's insertion parts that in two."""
    parent = node.getparent()
    while parent is not None and parent.tag == _INS:
        node = _parted(parent, node, after=after, stamp=stamp)
        parent = node.getparent()
    if after:
        tail, node.tail = node.tail, None
        node.addnext(made)
        made.tail = tail
    else:
        node.addprevious(made)


def _parted(held: etree._Element, node: etree._Element, *, after: bool, stamp: Stamp) -> etree._Element:
    """Part an insertion behind or before one of its elements; return the half to put words next to."""
    rest = list(node.itersiblings()) if after else list(node.itersiblings(preceding=True))[::-1]
    if all(one.tag in _MARKERS for one in rest):
        for one in reversed(rest) if after else rest:
            (held.addnext if after else held.addprevious)(one)
        return held
    other = like(held)
    (other if after else held).set(w("id"), str(stamp.fresh_id()))  # the first half keeps the id
    other.extend(rest)
    (held.addnext if after else held.addprevious)(other)
    return held


def _new_paragraph(made: etree._Element, stamp: Stamp) -> etree._Element:
    """End the paragraph behind an insertion; return the insertion that the next line goes into."""
    paragraph = made.getparent()
    assert paragraph is not None
    ended = element("p")
    properties = paragraph.find(_PPR)
    own = element("pPr") if properties is None else _copied(properties)
    mark_inserted(own, stamp)
    ended.append(own)
    before = [*reversed(list(made.itersiblings(preceding=True))), made]
    ended.extend(one for one in before if one is not properties)
    paragraph.addprevious(ended)
    following = stamp.on("ins")
    paragraph.insert(0 if properties is None else 1, following)
    return following


def _copied(properties: etree._Element) -> etree._Element:
    """A copy of a paragraph's properties for one put in before it: a section ends once."""
    made = copy.deepcopy(properties)
    made.tail = None
    for name in ("sectPr", "pPrChange"):
        for one in list(made.iterchildren(w(name))):
            made.remove(one)
    mark = made.find(_RPR)
    if mark is not None:
        made.replace(mark, without_changes(mark))
    return made


def _dropped(one: etree._Element) -> None:
    parent = one.getparent()
    assert parent is not None
    parent.remove(one)
