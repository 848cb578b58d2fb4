"""Where the text of a file may be changed: the letters a change takes, the ends of paragraphs, what forbids it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from export.word.base import Base
from export.word.edits import Edit
from export.word.hosts import Hosts
from export.word.names import w
from export.word.runs import Letters

__all__ = ["Ground", "is_locked", "next_block"]

_LETTERS: Final = {w(name) for name in ("t", "tab", "ptab", "br", "cr", "noBreakHyphen", "sym")}
_HELD: Final = _LETTERS | {w(name) for name in ("rPr", "softHyphen", "lastRenderedPageBreak")}
_BETWEEN: Final = {
    w(name)
    for name in (
        "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr", "permStart", "permEnd",
        "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
    )
}  # fmt: skip
_MOVES: Final = {w("moveTo"), w("moveFrom")}
_CONTROL: Final = w("sdt")
_LOCKS: Final = {"sdtContentLocked", "contentLocked"}
_CHOSEN: Final = {
    "dropDownList",
    "comboBox",
    "date",
    "checkbox",
    "picture",
    "dataBinding",
    "docPartObj",
    "showingPlcHdr",
}


class Ground:
    """The text of one base as ground for changes."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._letters = [letter for letter in base.letters if letter.end > letter.start]
        self._starts = [paragraph.start for paragraph in base.paragraphs]
        self._hosts = Hosts()

    def letters(self, change: Edit) -> Sequence[Letters]:
        """The letters that a change takes out."""
        first = bisect_right(self._letters, change.start, key=lambda letter: letter.end)
        last = bisect_left(self._letters, change.end, key=lambda letter: letter.start)
        return self._letters[first:last] if change.start < change.end else ()

    def ends(self, change: Edit) -> list[etree._Element]:
        """The paragraphs that run on into their next when a change takes out the line feeds between them."""
        return [element for place in self._line_feeds(change) for element in self._ending_at(place)]

    def beside(self, change: Edit, *, after: bool) -> Letters | None:
        """The letter just after the place where a change puts words in, or just before it."""
        if after:
            index = bisect_right(self._letters, change.start, key=lambda letter: letter.end)
            found = self._letters[index] if index < len(self._letters) else None
            return found if found is not None and found.start <= change.start else None
        index = bisect_left(self._letters, change.start, key=lambda letter: letter.start) - 1
        found = self._letters[index] if index >= 0 else None
        return found if found is not None and found.end >= change.start else None

    def paragraph_at(self, place: int) -> etree._Element | None:
        """The paragraph that a place of the text lies in."""
        index = bisect_right(self._starts, place) - 1
        return self._base.paragraphs[index].element if index >= 0 else None

    def fault(self, change: Edit) -> str:
        """Return why a change cannot be written as a tracked one, "" if it can."""
        letters = self.letters(change)
        for letter in letters:
            why = self.fault_at(letter) or ("redraft_mixed" if not _holds_only_words(letter.run) else "")
            if why:
                return why
        for place in self._line_feeds(change):
            why = self._fault_of_end(place)
            if why:
                return why
        if letters or not change.words:
            return ""
        sides = (self.beside(change, after=True), self.beside(change, after=False))
        faults = [self.fault_at(side) for side in sides if side is not None]
        if "" in faults or not faults:
            return "" if faults or self._stands_in_a_tree(change.start) else "redraft_place"
        return faults[0]

    def fault_at(self, letter: Letters) -> str:
        """Return why the words that a letter belongs to cannot be changed, "" if they can."""
        if letter.part not in self._base.trees:
            return "redraft_place"
        if letter.element.tag not in _LETTERS or letter.run.tag != w("r"):
            return "redraft_picture"
        if not self._hosts.inside(letter).plain or any(
            is_locked(above) for above in letter.run.iterancestors(_CONTROL)
        ):
            return "redraft_field"
        return "redraft_moved" if any(above.tag in _MOVES for above in letter.run.iterancestors()) else ""

    def _line_feeds(self, change: Edit) -> Iterator[int]:
        """The places of line feeds that are no letters: ends of paragraphs and of cells."""
        covered = {place for letter in self.letters(change) for place in range(letter.start, letter.end)}
        return (place for place in range(change.start, change.end) if place not in covered)

    def _ending_at(self, place: int) -> list[etree._Element]:
        """The paragraphs whose marks stand between the letters before and after a line feed, empty ones too."""
        behind = bisect_right(self._starts, place)
        before = self.beside(Edit(place, place, ""), after=False)
        first = bisect_left(self._starts, place) if before is None else behind - 1
        while before is not None and first > 0 and self._base.paragraphs[first].element is not before.paragraph:
            first -= 1
        return [one.element for one in self._base.paragraphs[first:behind]]

    def _fault_of_end(self, place: int) -> str:
        ending = self._ending_at(place)
        behind = bisect_right(self._starts, place)
        if not ending or behind >= len(self._starts):
            return "redraft_block"
        for element, following in zip(ending, [*ending[1:], self._base.paragraphs[behind].element], strict=True):
            if next_block(element) is not following or element.find(f"{w('pPr')}/{w('sectPr')}") is not None:
                return "redraft_block"
        if self._base.paragraphs[behind - 1].part not in self._base.trees:
            return "redraft_place"
        return "redraft_field" if any(is_locked(above) for above in ending[0].iterancestors(_CONTROL)) else ""

    def _stands_in_a_tree(self, place: int) -> bool:
        index = bisect_right(self._starts, place) - 1
        return index >= 0 and self._base.paragraphs[index].part in self._base.trees


def next_block(paragraph: etree._Element) -> etree._Element | None:
    """The paragraph, table or control that follows a paragraph in what holds it."""
    found = paragraph.getnext()
    while found is not None and (not isinstance(found.tag, str) or found.tag in _BETWEEN):
        found = found.getnext()
    return found


def is_locked(control: etree._Element) -> bool:
    """Whether a content control may not be written in, shows data kept elsewhere, or lets choose among given words."""
    properties = control.find(w("sdtPr"))
    if properties is None:
        return False
    lock = properties.find(w("lock"))
    if lock is not None and lock.get(w("val")) in _LOCKS:
        return True
    return any(isinstance(one.tag, str) and etree.QName(one).localname in _CHOSEN for one in properties)


def _holds_only_words(run: etree._Element) -> bool:
    breaks = run.iterchildren(w("br"))
    if any(one.get(w("type"), "textWrapping") != "textWrapping" for one in breaks):
        return False
    return all(one.tag in _HELD for one in run if isinstance(one.tag, str))
