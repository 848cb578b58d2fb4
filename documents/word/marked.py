"""Words of a Word file that bear a mark: those in a content control or between the ends of a bookmark named by it.

Word and WPS keep both; LibreOffice 7.4 keeps the bookmarks alone. Each is read twice: with the recorded changes
accepted, and with them rejected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from lxml import etree

from documents.mark_names import FIELD_BOOKMARK, STATE_BOOKMARK
from documents.word.names import W, attribute, child_value, is_on, w
from documents.word.package import Package

__all__ = ["MarkedWords", "marked_words", "state_mark_of"]

_MARK: Final = re.compile(r"[0-9A-F]{16}")
_ADDED: Final = frozenset({w("ins"), w("moveTo")})
_TAKEN: Final = frozenset({w("del"), w("moveFrom")})
_ROW: Final = w("tr")
_PARAGRAPH: Final = w("p")
_CONTROL: Final = w("sdt")
_SIGNS: Final = {w("tab"): "\t", w("ptab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011"}
_SILENT: Final = frozenset(
    {w(name) for name in ("rPr", "sectPr", "tblPr", "tcPr", "trPr", "sdtPr", "sdtEndPr", "pict", "object", "drawing")}
    | {w("rt")}
)


@dataclass(frozen=True, slots=True)
class MarkedWords:
    """What stands under one mark: with recorded changes accepted, and `before` with them rejected.

    `copies` say what else bears the same mark in the file.
    """

    mark: str
    words: str
    before: str
    copies: tuple[str, ...] = ()


@dataclass(slots=True)
class _Held:
    """Words being gathered: from which step of the walk to which, in which paragraphs."""

    mark: str
    begun: int
    paragraph: int
    ended: int = 0
    last: int = 0
    hint: bool = False
    kept: list[str] = field(default_factory=list)
    before: list[str] = field(default_factory=list)

    def told(self) -> tuple[str, str]:
        """Return both readings; a hint what to fill in says nothing."""
        return ("", "") if self.hint else ("".join(self.kept).strip("\n"), "".join(self.before).strip("\n"))


def marked_words(package: Package) -> tuple[tuple[MarkedWords, ...], int]:
    """Return what stands under each mark in the text, in order, and how many recorded changes stand under none.

    Raises UnreadableDocument.
    """
    walk = _Walk()
    walk.take(package.tree(package.main_part))
    return tuple(walk.found()), len(walk.elsewhere)


def state_mark_of(package: Package) -> str:
    """Return the mark of the state of the matter that a file was made from, "" where it has none."""
    root = package.tree(package.main_part)
    names = ((attribute(one, "name") or "") for one in root.iter(w("bookmarkStart")))
    return next((name[2:] for name in names if name.startswith(STATE_BOOKMARK) and _MARK.fullmatch(name[2:])), "")


class _Walk:
    """One walk over the text, in its order, however deep it nests."""

    def __init__(self) -> None:
        self._step = 0
        self._paragraph = 0
        self._added = 0
        self._taken = 0
        self._breaks: list[tuple[bool, bool]] = []
        self._within: list[_Held | None] = []
        self._open: dict[str, _Held] = {}
        self._controls: list[_Held] = []
        self._bookmarks: dict[str, _Held] = {}
        self._last_start: dict[str, str] = {}
        self._change = 0
        self.elsewhere: set[int] = set()
        """Recorded changes of words that bear no mark, each by its number."""

    def take(self, root: etree._Element) -> None:
        """Gather what stands under marks."""
        for one in root.iter(w("bookmarkStart")):
            self._last_start[attribute(one, "name") or ""] = attribute(one, "id") or ""
        walker = etree.iterwalk(root, events=("start", "end"), tag=f"{{{W}}}*")
        for event, element in walker:
            self._step += 1
            if event == "end":
                self._leave(element)
            elif element.tag in _SILENT:
                walker.skip_subtree()
            elif element.tag == w("pPr"):
                self._breaks[-1:] = [_mark_of_paragraph(element)]
                walker.skip_subtree()
            else:
                self._enter(element)

    def _enter(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in (w("t"), w("delText")):
            self._say(element.text or "")
        elif tag in _SIGNS:
            self._say(_SIGNS[tag])
        elif tag == _PARAGRAPH:
            self._paragraph += 1
            self._breaks.append((False, False))
        elif tag == _CONTROL:
            self._begin_control(element)
        elif tag == w("bookmarkStart"):
            self._begin_bookmark(element)
        elif tag == w("bookmarkEnd"):
            self._end(self._open.pop(attribute(element, "id") or "", None))
        else:
            self._count(element, 1)

    def _leave(self, element: etree._Element) -> None:
        tag = element.tag
        if tag == _PARAGRAPH:
            added, taken = self._breaks.pop()
            self._say("\n", added=added, taken=taken)
        elif tag == _CONTROL:
            self._end(self._within.pop())
        elif tag in _ADDED or tag in _TAKEN or tag == _ROW:
            self._count(element, -1)

    def _count(self, element: etree._Element, by: int) -> None:
        """Count how many recorded changes are open; a row that was put in or taken out is one."""
        added, taken = element.tag in _ADDED, element.tag in _TAKEN
        self._change += by > 0
        if element.tag == _ROW:
            added, taken = _mark_in(element.find(w("trPr")))
        self._added += by * added
        self._taken += by * taken

    def _say(self, words: str, *, added: bool = False, taken: bool = False) -> None:
        every = (*self._open.values(), *(one for one in self._within if one is not None))
        if not every and (self._added or self._taken) and words.strip():
            self.elsewhere.add(self._change)
        for held in every:
            if not (taken or self._taken):
                held.kept.append(words)
            if not (added or self._added):
                held.before.append(words)

    def _begin_control(self, element: etree._Element) -> None:
        told = element.find(w("sdtPr"))
        mark = child_value(told, "tag") or ""
        held = None
        if _MARK.fullmatch(mark):
            held = _Held(mark, self._step, self._paragraph, hint=bool(is_on(told, "showingPlcHdr")))
            self._controls.append(held)
        self._within.append(held)

    def _begin_bookmark(self, element: etree._Element) -> None:
        """Begin a bookmark on a field; of one over paragraphs LibreOffice 7.4 makes two empty ones, at its ends."""
        name = attribute(element, "name") or ""
        mark = name.removeprefix(FIELD_BOOKMARK)
        if name.startswith(FIELD_BOOKMARK) and _MARK.fullmatch(mark) and mark not in self._bookmarks:
            held = _Held(mark, self._step, self._paragraph)
            self._open[self._last_start[name]] = self._bookmarks[mark] = held

    def _end(self, held: _Held | None) -> None:
        if held is not None:
            held.ended, held.last = self._step, self._paragraph

    # -- what was found ------------------------------------------------------------------------------------------------

    def found(self) -> Iterator[MarkedWords]:
        """Yield what stands under each mark, in the order of the text."""
        own: dict[str, list[_Held]] = {}
        for held in sorted((*self._controls, *self._bookmarks.values()), key=lambda one: one.begun):
            own.setdefault(held.mark, [])
        for control in self._controls:
            own[control.mark].append(control)
        clear = self._clear_bookmarks()
        for mark, controls in own.items():
            yield from _joined(mark, controls, clear.get(mark))

    def _clear_bookmarks(self) -> dict[str, _Held]:
        """Return the bookmarks that have an end, and hold nothing that bears another mark."""
        begun = sorted((held.begun, held.mark) for held in (*self._controls, *self._bookmarks.values()))
        clear, at = {}, 0
        for held in sorted(self._bookmarks.values(), key=lambda one: one.begun):
            while at < len(begun) and begun[at][0] <= held.begun:
                at += 1
            other = at
            while other < len(begun) and begun[other][1] == held.mark:
                other += 1
            if held.ended and (other == len(begun) or begun[other][0] > held.ended):
                clear[held.mark] = held
        return clear


def _joined(mark: str, controls: list[_Held], bookmark: _Held | None) -> Iterator[MarkedWords]:
    """Yield the words of a mark once, its copies with them; nothing where only an empty bookmark is left of it."""
    if bookmark is not None:
        inside = [one for one in controls if bookmark.begun < one.begun and one.ended <= bookmark.ended]
        if inside or not controls:
            told = ("", "") if inside and all(one.hint for one in inside) else bookmark.told()
            copies = [one.told()[0] for one in controls if one not in inside]
            if controls or any(told):
                yield MarkedWords(mark, *told, tuple(copies))
            return
    groups = [_together(list(group)) for _, group in groupby(_numbered(controls), key=lambda one: one[0])]
    if groups:
        yield MarkedWords(mark, *groups[0], tuple(words for words, _ in groups[1:]))


def _numbered(controls: list[_Held]) -> Iterator[tuple[int, _Held]]:
    """Yield each control with the number of its group: those in paragraphs that follow one another are one field."""
    number, last = 0, -1
    for control in controls:
        if last >= 0 and control.paragraph != last + 1:
            number += 1
        last = control.last
        yield number, control


def _together(group: list[tuple[int, _Held]]) -> tuple[str, str]:
    told = [control.told() for _, control in group]
    return "\n".join(words for words, _ in told), "\n".join(before for _, before in told)


def _mark_of_paragraph(properties: etree._Element) -> tuple[bool, bool]:
    return _mark_in(properties.find(w("rPr")))


def _mark_in(properties: etree._Element | None) -> tuple[bool, bool]:
    """Whether something was put in, and whether it was taken out, as recorded in its properties."""
    tags = {one.tag for one in properties} if properties is not None else set()
    return not tags.isdisjoint(_ADDED), not tags.isdisjoint(_TAKEN)
