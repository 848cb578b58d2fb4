"""A label as a format painted it ("iv)", "第三条", "⑤") -> the number format and signs that make Word paint it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from documents.word.number_formats import formatted

__all__ = ["Pattern", "patterns_of"]

_FIGURES: Final = re.compile("[0-9]{1,5}|[A-Za-z]{1,12}|[\u3007\u4e00-\u9fff]+|[０-９]+|[^\x00-\x7f]")
_COUNTED: Final = (
    ("lowerRoman", 60),
    ("upperRoman", 60),
    ("lowerLetter", 104),
    ("upperLetter", 104),
    ("chineseCounting", 999),
    ("chineseLegalSimplified", 99),
    ("ideographLegalTraditional", 99),
    ("ideographDigital", 99),
    ("ideographTraditional", 10),
    ("ideographZodiac", 12),
    ("decimalEnclosedCircle", 20),
    ("decimalEnclosedParen", 20),
    ("decimalEnclosedFullstop", 20),
    ("ideographEnclosedCircle", 10),
    ("decimalFullWidth", 99),
    ("ganada", 14),
    ("aiueoFullWidth", 46),
    ("irohaFullWidth", 47),
    ("arabicAlpha", 28),
    ("arabicAbjad", 28),
    ("hebrew1", 99),
    ("russianLower", 29),
    ("russianUpper", 29),
    ("thaiNumbers", 99),
    ("hindiNumbers", 99),
)
# Signs that Word's bullets are made of; a letter for a bullet would be taken for one of a symbol font.
_PLAIN_BULLETS: Final = frozenset("•◦○●▪■□–—-*→✓❖➢◆")


@dataclass(frozen=True, slots=True)
class Pattern:
    """How a level paints: `before` + number + `after`. Without a `format` the label is all in `before`.

    `outer` numbers of the levels above, each with a point behind it, stand between `before` and the number.
    """

    format: str
    before: str
    after: str = ""
    outer: int = 0

    @property
    def is_bullet(self) -> bool:
        """Whether it is a sign that does not count."""
        return self.format == "bullet"


@lru_cache(maxsize=4096)
def patterns_of(label: str, *, ordered: bool) -> tuple[tuple[Pattern, int], ...]:
    """Return the ways to make Word paint a label, each with its number, the likeliest first; the last always works."""
    if not ordered and label in _PLAIN_BULLETS:
        return ((Pattern("bullet", label), 1),)
    found = tuple(_counting(label)) if ordered and "%" not in label else ()
    return (*found, (Pattern("none", label), 1))


def _counting(label: str) -> Iterator[tuple[Pattern, int]]:
    """Yield the readings of the last number in a label; one that begins a list before others."""
    for match in reversed(list(_FIGURES.finditer(label))):
        readings = sorted(_values(match[0]), key=lambda reading: reading[1] != 1)
        before, after = label[: match.start()], label[match.end() :]
        for name, value in readings:
            outer = re.search(r"(?:[0-9]+\.)+$", before) if name == "decimal" else None
            if outer:
                yield Pattern(name, before[: outer.start()], after, outer[0].count(".")), value
            yield Pattern(name, before, after), value
        if readings:
            return


def _values(figures: str) -> list[tuple[str, int]]:
    if figures.isascii() and figures.isdigit():
        name = "decimal" if str(int(figures)) == figures else "decimalZero"
        return [(name, int(figures))] if formatted(int(figures), name) == figures and int(figures) else []
    return list(_table().get(figures, ()))


@lru_cache(maxsize=1)
def _table() -> Mapping[str, list[tuple[str, int]]]:
    table: dict[str, list[tuple[str, int]]] = {}
    for name, last in _COUNTED:
        for number in range(1, last + 1):
            table.setdefault(formatted(number, name), []).append((name, number))
    return table
