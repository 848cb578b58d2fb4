"""The Word file of a comparison: both versions in one, what went and what came as recorded changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from lxml import etree

from documents.comparing.model import Comparison, Fate
from export.redline.merged import NEW, OLD, Merged, merged
from export.redline.strands import Strand
from export.word.base import Base
from export.word.cuts import cut_at
from export.word.drawings import no_bytes
from export.word.names import XML_SPACE, element, sub, to_bytes, w
from export.word.new_package import MAIN, FileFacts
from export.word.policy_file import policy_file
from export.word.redrafts import free_ids
from export.word.tracked import Stamp

__all__ = ["pictures_of", "tracked_file"]

_P, _PPR, _RPR, _T = w("p"), w("pPr"), w("rPr"), w("t")
_NAMES: Final = {Fate.INSERTED: "ins", Fate.DELETED: "del"}
_MOVED: Final = {Fate.INSERTED: "moveTo", Fate.DELETED: "moveFrom"}
_CELLS: Final = {Fate.INSERTED: "cellIns", Fate.DELETED: "cellDel"}


def tracked_file(found: Comparison, facts: FileFacts, bytes_of: Callable[[str], bytes | None] = no_bytes) -> bytes:
    """Return a Word file that is the new version with all changes accepted, and the old one with all rejected.

    `facts.creator` is the author of the changes and `facts.now` their time. `bytes_of` gives the bytes of a picture by
    its source behind OLD or NEW of export.redline.merged.
    """
    both = merged(found)
    base = policy_file(both.policy, facts, bytes_of)
    stamp = Stamp(facts.creator, facts.now.strftime("%Y-%m-%dT%H:%M:%S"), free_ids(base))
    base = cut_at(base, [strand.start for strand in both.woven.strands], stamp.fresh_id)
    _Marker(base, both, stamp).mark()
    base.package.set(MAIN, to_bytes(base.trees[MAIN]))
    return base.package.to_bytes()


def pictures_of(
    old: Callable[[str], bytes | None], new: Callable[[str], bytes | None]
) -> Callable[[str], bytes | None]:
    """Return what gives the bytes of a picture of either version."""

    def bytes_of(source: str) -> bytes | None:
        gone = source.startswith(OLD)
        return (old if gone else new)(source.removeprefix(OLD if gone else NEW))

    return bytes_of


@dataclass(slots=True)
class _Marker:
    """Says in the tree of the main part what became of its runs, paragraphs, rows and cells."""

    base: Base
    both: Merged
    stamp: Stamp

    def mark(self) -> None:
        """Mark everything that is not in both versions."""
        self._runs()
        self._paragraphs()
        self._cells()

    def _runs(self) -> None:
        done: set[etree._Element] = set()
        opened: dict[int, list[etree._Element]] = {}
        for letter in self.base.letters:
            strand = self.both.woven.at(letter.start)
            if letter.part != MAIN or letter.run in done or strand is None or strand.fate is Fate.KEPT:
                continue
            done.add(letter.run)
            held = _wrapped(letter.run, self._name(strand), self.stamp)
            if strand.moved >= 0:
                opened.setdefault(_end_of_move(strand), []).append(held)
        for end, holders in opened.items():
            self._range(end, holders)

    def _name(self, strand: Strand) -> str:
        return (_MOVED if strand.moved >= 0 else _NAMES)[strand.fate]

    def _range(self, end: int, holders: list[etree._Element]) -> None:
        """Put the bounds of a move round what was moved: both of its ends bear one name."""
        name = "moveTo" if end % 2 else "moveFrom"
        number = str(self.stamp.fresh_id())
        start = element(f"{name}RangeStart", {"id": number, "name": f"move{end // 2}"})
        start.set(w("author"), self.stamp.author)
        start.set(w("date"), self.stamp.date)
        _outer(holders[0]).addprevious(start)
        _outer(holders[-1]).addnext(element(f"{name}RangeEnd", {"id": number}))

    def _paragraphs(self) -> None:
        """Mark the ends of paragraphs; what ends a cell is no end of a paragraph to Word."""
        for one, other in pairwise([*self.base.paragraphs, None]):
            if one is None or one.part != MAIN or one.element.getnext() is None:
                continue
            place = len(self.both.woven.text) if other is None or other.part != MAIN else other.start
            strand = self.both.woven.at(place - 1)
            if strand is not None and strand.fate is not Fate.KEPT and place > one.start:
                _mark_end(one.element, self._name(strand), self.stamp)

    def _cells(self) -> None:
        rows: set[etree._Element] = set()
        for row, cell, start in self._found():
            fates = self.both.cells.get(start)
            if fates is None:
                continue
            if fates.row is not Fate.KEPT:
                if row not in rows:
                    _put_into(row, "trPr", self.stamp.on(_NAMES[fates.row]))
                    rows.add(row)
            elif fates.cell is not Fate.KEPT:
                _put_into(cell, "tcPr", self.stamp.on(_CELLS[fates.cell]))

    def _found(self) -> Iterator[tuple[etree._Element, etree._Element, int]]:
        for paragraph in self.base.paragraphs:
            cell = paragraph.element.getparent()
            row = cell.getparent() if cell is not None and cell.tag == w("tc") else None
            if cell is not None and row is not None:
                yield row, cell, paragraph.start


def _end_of_move(strand: Strand) -> int:
    """A number for one of the two ends of a move: odd where the words stand now."""
    return strand.moved * 2 + (strand.fate is Fate.INSERTED)


def _wrapped(run: etree._Element, name: str, stamp: Stamp) -> etree._Element:
    """Put a run into what says its fate, beside the run before it that has the same."""
    before = run.getprevious()
    if before is not None and before.tag == w(name):
        before.append(run)
        held = before
    else:
        held = stamp.on(name)
        run.addprevious(held)
        held.append(run)
    if name == "del":
        for text in run.iterchildren(_T):
            text.tag = w("delText")
            text.set(XML_SPACE, "preserve")
    return held


def _outer(held: etree._Element) -> etree._Element:
    """What stands in the paragraph itself: the link that holds a change, or the change."""
    parent = held.getparent()
    return held if parent is None or parent.tag == _P else _outer(parent)


def _mark_end(paragraph: etree._Element, name: str, stamp: Stamp) -> None:
    properties = paragraph.find(_PPR)
    if properties is None:
        properties = element("pPr")
        paragraph.insert(0, properties)
    mark = properties.find(_RPR)
    if mark is None:
        mark = sub(properties, "rPr")
    mark.insert(0, stamp.on(name))


def _put_into(owner: etree._Element, name: str, mark: etree._Element) -> None:
    """Append a mark to the properties of a row or a cell."""
    properties = owner.find(w(name))
    if properties is None:
        properties = element(name)
        owner.insert(0, properties)
    properties.append(mark)
