"""Labels of OpenDocument's lists and numbered headings: computed, painted, never in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from documents.odt.names import attribute, name_of, whole_number
from documents.word.number_formats import formatted

__all__ = ["Counter", "ListStyles", "Painted"]

_FORMATS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "一, 二, 三, ...": "chineseCounting",
    "壹, 贰, 叁, ...": "chineseLegalSimplified",
    "壹, 貳, 參, ...": "ideographLegalTraditional",
    "甲, 乙, 丙, ...": "ideographTraditional",
    "子, 丑, 寅, ...": "ideographZodiac",
    "①, ②, ③, ...": "decimalEnclosedCircle",
    "１, ２, ３, ...": "decimalFullWidth",
    "〇, 一, 二, ...": "ideographDigital",
    "01, 02, 03, ...": "decimalZero",
    "1st": "ordinal",
}
_LEVELS = 10
_PLACE = re.compile(r"%(\d{1,2})%")
_SYMBOLS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0a8": "□"}
_MOST_BULLET = 3


@dataclass(frozen=True, slots=True)
class Painted:
    """A label, and whether it counts."""

    text: str
    ordered: bool


@dataclass(frozen=True, slots=True)
class _Level:
    ordered: bool
    format: str = ""
    prefix: str = ""
    suffix: str = ""
    shown: int = 1
    start: int = 1
    bullet: str = ""
    pattern: str = ""


class ListStyles:
    """The list styles of both parts, and that of the headings, which goes by the name ""."""

    def __init__(self, roots: list[etree._Element]) -> None:
        self._levels: dict[tuple[str, int], _Level] = {}
        for root in roots:
            for element in root.iter("{*}list-style", "{*}outline-style"):
                name = attribute(element, "style:name") if name_of(element) == "text:list-style" else ""
                for child in element:
                    level = whole_number(attribute(child, "text:level"), 0)
                    if 1 <= level <= _LEVELS:
                        self._levels[name, level] = _level(child)

    def level(self, name: str, level: int) -> _Level | None:
        """Return what a list style says of a level, counted from 1."""
        return self._levels.get((name, level))


def _level(element: etree._Element) -> _Level:
    if name_of(element) == "text:list-level-style-bullet":
        return _Level(ordered=False, bullet=attribute(element, "text:bullet-char"))
    if name_of(element) == "text:list-level-style-image":
        return _Level(ordered=False, bullet="•")
    return _Level(
        ordered=True,
        format=attribute(element, "style:num-format"),
        prefix=attribute(element, "style:num-prefix"),
        suffix=attribute(element, "style:num-suffix"),
        shown=whole_number(attribute(element, "text:display-levels"), 1),
        start=whole_number(attribute(element, "text:start-value"), 1),
        pattern=attribute(element, "loext:num-list-format"),
    )


class Counter:
    """The numbers of one list while it is read: one for each level."""

    def __init__(self, styles: ListStyles) -> None:
        self._styles = styles
        self._numbers: dict[int, int] = {}

    def restart(self, level: int) -> None:
        """Forget the numbers of a level and of those beneath."""
        for deeper in [one for one in self._numbers if one >= level]:
            del self._numbers[deeper]

    def count(self, style: str, level: int, start: str = "") -> Painted | None:
        """Count one paragraph at `level` (from 1) and return its label; None where the style has no such level."""
        own = self._styles.level(style, level)
        if own is None:
            return None
        self.restart(level + 1)
        number = self._numbers.get(level, own.start - 1) + 1
        self._numbers[level] = whole_number(start, number)
        return Painted(self._label(style, level, own), own.ordered)

    def _label(self, style: str, level: int, own: _Level) -> str:
        if not own.ordered:
            return _SYMBOLS.get(own.bullet, "•" if "\ue000" <= own.bullet <= "\uf8ff" else own.bullet[:_MOST_BULLET])
        if not own.format:
            return f"{own.prefix}{own.suffix}".strip() if not own.pattern else ""
        if own.pattern:
            return _PLACE.sub(lambda place: self._number(style, int(place[1])), own.pattern).strip()
        first = max(1, level - own.shown + 1)
        numbers = [self._number(style, one) for one in range(first, level + 1)]
        return f"{own.prefix}{'.'.join(number for number in numbers if number)}{own.suffix}".strip()

    def _number(self, style: str, level: int) -> str:
        own = self._styles.level(style, level)
        if own is None or not own.format:
            return ""
        return formatted(self._numbers.get(level, own.start), _FORMATS.get(own.format, "decimal"))
