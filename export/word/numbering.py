"""Word numbering for lists and headings whose labels are computed, so that a label never gets into the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from documents.model import Block, BlockKind, InnerLabel
from documents.word.number_formats import formatted
from export.word.label_formats import Pattern, patterns_of
from export.word.names import element, legal, sub, to_bytes
from export.word.widths import width_of

__all__ = ["Numbering", "indent_of"]

_LEVELS: Final = 9
_STEP: Final = 420
_GAP: Final = 120
_WIDE_END: Final = tuple("、）．。：」】")
_DEFAULT: Final = Pattern("decimal", "", ".")


@dataclass(slots=True)
class _Level:
    """How one level paints, from which number on, and how wide its labels are."""

    pattern: Pattern
    start: int
    widest: int = 0


@dataclass(slots=True)
class _Number:
    """A w:num: the list itself, or one that begins anew at a level (with another look where `pattern` says so)."""

    id: int
    family: _Family
    level: int = -1
    start: int = 1
    pattern: Pattern | None = None


@dataclass(slots=True)
class _Family:
    """Lists that count together: one w:abstractNum. Counts as Word does, to know what Word will paint.

    `number` is the place of its own w:num among all.
    """

    id: int
    heading: bool
    number: int
    levels: dict[int, _Level] = field(default_factory=dict)
    counters: dict[int, int] = field(default_factory=dict)
    current: dict[int, tuple[_Number, Pattern]] = field(default_factory=dict)

    def next_value(self, level: int, number: _Number) -> int | None:
        """The number Word would paint next; None where programs differ: at which number a list begun anew restarts."""
        if level in self.counters:
            return self.counters[level] + 1
        start = self.levels[level].start
        return start if number.level < 0 or number.start == start else None

    def painted(self, pattern: Pattern, level: int, value: int) -> str:
        """What Word paints for a number; "" where it asks for levels above that do not count."""
        if pattern.format in {"bullet", "none"}:
            return pattern.before
        outer = range(level - pattern.outer, level)
        if any(one not in self.counters for one in outer):
            return ""
        numbers = "".join(f"{self._written(one)}." for one in outer)
        return f"{pattern.before}{numbers}{formatted(value, pattern.format)}{pattern.after}"

    def _written(self, level: int) -> str:
        return formatted(self.counters[level], self.levels[level].pattern.format) if level in self.levels else ""

    def count(self, level: int, value: int) -> None:
        """Take a number as painted: what stands deeper begins anew."""
        self.counters[level] = value
        for deeper in [one for one in self.counters if one > level]:
            del self.counters[deeper]
        for outer in range(level):
            self.counters.setdefault(outer, self.levels[outer].start if outer in self.levels else 1)


class Numbering:
    """Gives each labelled block the list and level that make Word paint just its label."""

    def __init__(self, em: int) -> None:
        self._em = em
        self._families: list[_Family] = []
        self._numbers: list[_Number] = []
        self._by_list: dict[tuple[str, int | None], _Family] = {}
        self._latest: dict[str, _Family] = {}

    def number_of(self, block: Block) -> tuple[int, int]:
        """Return the `w:numId` and `w:ilvl` of a block with a computed label. Ask in order, once for each."""
        label = legal(block.label.strip())
        family = self._family(block)
        level = max(0, min(block.level - (1 if family.heading else 0), _LEVELS - 1))
        number, pattern, value = self._found(family, level, label, ordered=block.ordered)
        family.current[level] = (number, pattern)
        family.count(level, value)
        family.levels[level].widest = max(family.levels[level].widest, width_of(label, self._em))
        return number.id, level

    def part(self) -> bytes:
        """Return numbering.xml; empty when no list asked for a number."""
        if not self._numbers:
            return b""
        root = element("numbering")
        for family in self._families:
            root.append(_abstract(family))
        for number in self._numbers:
            root.append(_instance(number))
        return to_bytes(root)

    def _family(self, block: Block) -> _Family:
        """The family of a list; a list inside an item belongs to that of the item."""
        group = "heading" if block.kind is BlockKind.HEADING else "cell" if block.cell is not None else block.story
        key = (group, block.list_id)
        if key not in self._by_list:
            inner = group == "heading" or block.level > 0
            family = self._latest.get(group) if inner else None
            self._by_list[key] = family or self._new_family(heading=group == "heading")
        self._latest[group] = self._by_list[key]
        return self._by_list[key]

    def _new_family(self, *, heading: bool) -> _Family:
        made = _Family(len(self._families) + 1, heading, len(self._numbers))
        self._families.append(made)
        self._numbers.append(_Number(made.number + 1, made))
        return made

    def _found(self, family: _Family, level: int, label: str, *, ordered: bool) -> tuple[_Number, Pattern, int]:
        """The list that paints `label` next: the one at hand, the same begun anew, or one of another look."""
        if level in family.current:
            number, pattern = family.current[level]
            following = family.next_value(level, number)
            if following is not None and family.painted(pattern, level, following) == label:
                return number, pattern, following
        for pattern, value in patterns_of(label, ordered=ordered):
            if family.painted(pattern, level, value) == label:
                return self._begun(family, level, pattern, value), pattern, value
        raise AssertionError(label)  # the last pattern is the label itself

    def _begun(self, family: _Family, level: int, pattern: Pattern, start: int) -> _Number:
        if level not in family.levels:
            family.levels[level] = _Level(pattern, start)
            if level not in family.counters:  # else what stands deeper has begun it already
                return self._numbers[family.number]
        same = family.levels[level].pattern == pattern
        made = _Number(len(self._numbers) + 1, family, level, start, None if same else pattern)
        self._numbers.append(made)
        return made


def indent_of(label: InnerLabel, em: int) -> int:
    """Return about how far the words of an item stand from the edge of its cell, in the unit of `em`."""
    return min(label.level, _LEVELS - 1) * _STEP + _hanging(width_of(label.label, em))


def _abstract(family: _Family) -> etree._Element:
    made = element("abstractNum", {"abstractNumId": str(family.id)})
    deepest = max(family.levels, default=0)
    sub(made, "multiLevelType", {"val": "hybridMultilevel"})
    for level in range(deepest + 1):
        known = family.levels.get(level) or _Level(_DEFAULT, 1)
        made.append(_level(family, level, known.pattern, known.start))
    return made


def _instance(number: _Number) -> etree._Element:
    made = element("num", {"numId": str(number.id)})
    sub(made, "abstractNumId", {"val": str(number.family.id)})
    if number.level >= 0:
        override = sub(made, "lvlOverride", {"ilvl": str(number.level)})
        sub(override, "startOverride", {"val": str(number.start)})
        if number.pattern is not None:
            override.append(_level(number.family, number.level, number.pattern, number.start))
    return made


def _level(family: _Family, level: int, pattern: Pattern, start: int) -> etree._Element:
    made = element("lvl", {"ilvl": str(level)})
    sub(made, "start", {"val": str(start)})
    sub(made, "numFmt", {"val": pattern.format})
    if family.heading:
        sub(made, "suff", {"val": "nothing" if (pattern.after or pattern.before).endswith(_WIDE_END) else "space"})
    else:
        sub(made, "suff", {"val": "tab"})
    sub(made, "lvlText", {"val": "".join(_template(pattern, level))})
    sub(made, "lvlJc", {"val": "left"})
    left, hanging = (0, 0) if family.heading else _indent(family, level)
    sub(sub(made, "pPr"), "ind", {"left": str(left), "hanging": str(hanging)})
    return made


def _template(pattern: Pattern, level: int) -> Iterator[str]:
    yield pattern.before
    if pattern.format not in {"bullet", "none"}:
        for outer in range(level - pattern.outer, level):
            yield f"%{outer + 1}."
        yield f"%{level + 1}{pattern.after}"


def _indent(family: _Family, level: int) -> tuple[int, int]:
    """Left edge of the words, and how far the label hangs out of it: wide enough for the widest label."""
    hangs = [_hanging(family.levels[one].widest if one in family.levels else 0) for one in range(level + 1)]
    return sum(hangs), hangs[-1]


def _hanging(widest: int) -> int:
    return max(_STEP, min(widest + _GAP, 4 * _STEP))
