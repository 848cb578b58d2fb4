"""The labels Word paints before numbered paragraphs: computed as Word does, never found in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

from documents.word.names import attribute, child_value, is_on, w
from documents.word.number_formats import by_pattern, formatted, is_pattern
from documents.word.styles import whole_number
from documents.word.symbols import REPLACEMENT, is_symbol_font, symbol

__all__ = ["Label", "Numbering"]

_LEVELS = 9
# Bullets are mostly characters of symbol fonts; these are what they look like where the font is not one we know.
_LETTER_BULLETS = {"o": "◦", "§": "▪", "ü": "✓", "Ø": "➢", "l": "●", "n": "■", "·": "•", "v": "❖", "q": "❑", "u": "◆"}
_PRIVATE_USE = ("\ue000", "\uf8ff")
_LONGEST = 40
_NUMBER = re.compile("%([1-9])")


@dataclass(frozen=True, slots=True)
class Label:
    """A painted number or bullet. `list_id` is shared by all paragraphs that count together."""

    text: str
    list_id: int
    level: int
    ordered: bool


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    format: str
    text: str
    restart: int | None
    legal: bool
    style: str | None
    font: str = ""
    pattern: str = ""


@dataclass(slots=True)
class _List:
    """A w:num: its abstract list, and the levels it overrides."""

    abstract: str
    levels: dict[int, _Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)
    started: set[int] = field(default_factory=set)
    all_levels: dict[int, _Level] = field(default_factory=dict)


class Numbering:
    """The numbering part, and the counters of one walk through the text. Ask for each paragraph once, in order."""

    def __init__(self, root: etree._Element | None) -> None:
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, _List] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._ids: dict[str, int] = {}
        if root is not None:
            self._read_abstract(root)
            self._read_lists(root)

    def _read_abstract(self, root: etree._Element) -> None:
        by_style: dict[str, str] = {}
        links: dict[str, str] = {}
        for element in root.iterfind(w("abstractNum")):
            abstract = attribute(element, "abstractNumId") or ""
            self._abstract[abstract] = _levels(element)
            if defines := child_value(element, "styleLink"):
                by_style[defines] = abstract
            if uses := child_value(element, "numStyleLink"):
                links[abstract] = uses
        for abstract, style in links.items():
            if style in by_style:
                self._abstract[abstract] = self._abstract[by_style[style]]

    def _read_lists(self, root: etree._Element) -> None:
        for element in root.iterfind(w("num")):
            found = _List(child_value(element, "abstractNumId") or "")
            for override in element.iterfind(w("lvlOverride")):
                level = whole_number(attribute(override, "ilvl")) or 0
                replaced = override.find(w("lvl"))
                if replaced is not None:
                    found.levels[level] = _level(replaced)
                start = whole_number(child_value(override, "startOverride"))
                if start is not None:
                    found.starts[level] = start
            found.all_levels = self._abstract.get(found.abstract, {}) | found.levels
            self._lists[attribute(element, "numId") or ""] = found

    def level_of_style(self, numbering: str, style: str) -> int | None:
        """Return the level that a list ties to a paragraph style."""
        found = self._lists.get(numbering)
        levels = self._abstract.get(found.abstract, {}) if found else {}
        return next((number for number, level in levels.items() if level.style == style), None)

    def label(self, numbering: str, level: int) -> Label | None:
        """Count one paragraph of a list and return its label; None for a list or level that is not there."""
        found = self._lists.get(numbering)
        if found is None or found.abstract not in self._abstract or not 0 <= level < _LEVELS:
            return None
        levels = found.all_levels
        own = levels.get(level)
        if own is None:
            return None
        counters = self._counters.setdefault(found.abstract, {})
        self._count(found, levels, level, counters)
        list_id = self._ids.setdefault(found.abstract, len(self._ids) + 1)
        if own.format == "bullet":
            return Label(_bullet(own), list_id, level, ordered=False)
        return Label(_text(levels, level, counters), list_id, level, ordered=True)

    def _count(self, found: _List, levels: dict[int, _Level], level: int, counters: dict[int, int]) -> None:
        self._override_starts(found, level, counters)
        counters[level] = counters[level] + 1 if level in counters else levels[level].start
        for deeper in [one for one in counters if one > level]:
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or (restart != 0 and level < restart):
                del counters[deeper]
        for outer in range(level):
            if outer not in counters:
                counters[outer] = levels[outer].start if outer in levels else 1

    @staticmethod
    def _override_starts(found: _List, level: int, counters: dict[int, int]) -> None:
        """Apply a list's own start the first time the list reaches that level."""
        for outer in range(level + 1):
            if outer in found.starts and outer not in found.started:
                found.started.add(outer)
                counters[outer] = found.starts[outer] - (outer == level)
                if outer == level:
                    for deeper in [one for one in counters if one > level]:
                        del counters[deeper]


def _levels(abstract: etree._Element) -> dict[int, _Level]:
    return {whole_number(attribute(one, "ilvl")) or 0: _level(one) for one in abstract.iterfind(w("lvl"))}


def _level(element: etree._Element) -> _Level:
    fonts = element.find(f"{w('rPr')}/{w('rFonts')}")
    kind, pattern = _format(element)
    return _Level(
        start=whole_number(child_value(element, "start")) or 0,  # without a start a level begins at 0
        format=kind,
        text=child_value(element, "lvlText") or "",
        restart=whole_number(child_value(element, "lvlRestart")),
        legal=bool(is_on(element, "isLgl")),
        style=child_value(element, "pStyle"),
        font=attribute(fonts, "ascii") or attribute(fonts, "hAnsi") or "",
        pattern=pattern,
    )


def _format(level: etree._Element) -> tuple[str, str]:
    """Return the name of a level's number format, and the pattern of one made by hand ("001, 002, 003, ...")."""
    for element in level.iter(w("numFmt")):
        pattern = attribute(element, "format") or ""
        if attribute(element, "val") != "custom" or is_pattern(pattern):
            return attribute(element, "val") or "decimal", pattern
    return "decimal", ""


def _text(levels: dict[int, _Level], level: int, counters: dict[int, int]) -> str:
    own = levels[level]
    pieces = list(_pieces(own.text))
    for index in range(1, len(pieces), 2):  # every other one is the number of a level, counted from 1
        other = int(pieces[index]) - 1
        pieces[index] = _written(levels.get(other), counters.get(other, 1), plain=own.legal and other < level)
    return "".join(pieces).strip()


@lru_cache(maxsize=256)
def _pieces(text: str) -> tuple[str, ...]:
    return tuple(_NUMBER.split(text[:_LONGEST]))


def _written(level: _Level | None, number: int, *, plain: bool) -> str:
    if level is None or plain:
        return formatted(number, "decimal")
    return by_pattern(number, level.pattern) if level.format == "custom" else formatted(number, level.format)


def _bullet(level: _Level) -> str:
    sign = level.text.strip()[:1]
    if not sign:
        return "•"
    if is_symbol_font(level.font):
        seen = symbol(f"{ord(sign):X}", level.font)
        if seen != REPLACEMENT:
            return seen
    if sign in _LETTER_BULLETS:
        return _LETTER_BULLETS[sign]
    if _PRIVATE_USE[0] <= sign <= _PRIVATE_USE[1]:  # most often of Wingdings or Symbol, though the font is not named
        seen = symbol(f"{ord(sign):X}", "Wingdings" if sign != "\uf0b7" else "Symbol")
        return "•" if seen == REPLACEMENT else seen
    return sign
