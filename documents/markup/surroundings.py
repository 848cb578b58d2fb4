"""Rules of style sheets that look at what an element stands in: ".menu .more", "nav > ul li"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from documents.markup.selectors import Compound, compound_of
from documents.markup.tags import Attributes, is_hidden

__all__ = ["Deeper", "Rule", "Weight", "deeper_rule"]

Weight = tuple[int, int, int]

_STEP = re.compile(r"\s*>\s*|\s+")
_MOST_STEPS = 6


class Element(Protocol):
    """What a selector may ask of an element."""

    @property
    def name(self) -> str:
        """Its tag."""

    @property
    def attributes(self) -> Attributes:
        """Its attributes."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What holds for the elements of a selector, and how much the rule weighs against others.

    `outer` are what it must stand in, from the nearest outwards, and whether right in it.
    """

    chosen: Compound
    weight: Weight
    styles: Mapping[str, str]
    outer: tuple[tuple[Compound, bool], ...] = ()

    def holds_within(self, around: Sequence[Element]) -> bool:
        """Whether the elements `around`, from the outermost, are those it asks for."""
        return _holds(self.outer, around)


def _holds(outer: tuple[tuple[Compound, bool], ...], around: Sequence[Element]) -> bool:
    if not outer:
        return True
    (wanted, directly), rest = outer[0], outer[1:]
    nearest = len(around) - 1
    for index in range(nearest, max(nearest - 1, -1) if directly else -1, -1):
        if wanted.holds(around[index].name, around[index].attributes) and _holds(rest, around[:index]):
            return True
    return False


def deeper_rule(selector: str, count: int, styles: Mapping[str, str]) -> Rule | None:
    """Return the rule of a selector that names what the element stands in; None for one that asks for more."""
    steps = _STEP.split(selector)
    signs = ["" if sign.isspace() else sign.strip() for sign in _STEP.findall(selector)]
    compounds = [compound_of(step) for step in steps]
    if not 1 < len(steps) <= _MOST_STEPS or None in compounds:
        return None
    known = [one for one in compounds if one is not None]
    outer = tuple((one, sign == ">") for one, sign in zip(known[-2::-1], signs[::-1], strict=True))
    ids, others = (sum(one.weight[at] for one in known) for at in (0, 1))
    return Rule(known[-1], (ids, others, count), styles, outer)


@dataclass(frozen=True, slots=True)
class Deeper:
    """The rules that may hide or show an element by where it stands, beside those that hold anywhere."""

    plain: Sequence[Rule]
    deeper: Sequence[Rule]
    inline: Mapping[str, str]
    opens: bool

    def hides(self, element: Element, around: Sequence[Element]) -> bool:
        """Whether a browser shows nothing of it."""
        if self.opens:
            return False
        found = [*self.plain, *(rule for rule in self.deeper if rule.holds_within(around))]
        stated: dict[str, str] = {}
        for rule in sorted(found, key=lambda one: one.weight):
            stated.update(rule.styles)
        return is_hidden(element.name, element.attributes, {**stated, **self.inline})
