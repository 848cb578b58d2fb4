"""Numbers that a page's style sheets paint before words (counter-increment and ::before), as labels.

So Google Docs numbers the lists of a page it exports, and so many a page numbers 1.1 within 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from documents.markup.lists import numeral
from documents.markup.matching import Matcher
from documents.markup.selectors import Compound, compound_of, listed
from documents.markup.sheets import rules_of
from documents.markup.tokens import Tag

__all__ = ["NO_NUMBERS", "Counters", "Numbering", "numbering_of"]

_SELECTOR = re.compile(r"(?:(?P<outer>[^\s>+~:]+)(?:\s*>\s*|\s+))?(?P<own>[^\s>+~:]+)")
_BEFORE = re.compile(r"(?:::?before|::marker)$", re.IGNORECASE)
_PART = re.compile(
    r"\"([^\"]*)\"|'([^']*)'|counters?\(\s*([\w-]+)\s*(?:,\s*(?:\"([^\"]*)\"|'([^']*)'))?\s*(?:,\s*([\w-]+)\s*)?\)"
)
_STEP = re.compile(r"([a-z_][\w-]*)(?:\s+([+-]?\d{1,9}))?", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
_COUNTS = ("counter-reset", "counter-set", "counter-increment")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class _Rule:
    """What a rule says of elements, perhaps only of those within others."""

    outer: Compound | None
    own: Compound
    declared: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Numbering:
    """The rules of a page that count or paint numbers."""

    rules: Sequence[_Rule] = ()

    def of(self, tag: Tag, outer: Tag) -> Mapping[str, str]:
        """Return what holds for an element within another one; "content" is what is painted before it."""
        declared: dict[str, str] = {}
        for rule in self.rules:
            if rule.own.holds(tag.name, tag.attributes) and (
                rule.outer is None or rule.outer.holds(outer.name, outer.attributes)
            ):
                declared |= rule.declared
        return declared


NO_NUMBERS = Numbering()


def numbering_of(sheets: Iterable[str], matcher: Matcher | None = None) -> Numbering:
    """Return the rules about counters; none where nothing counts. `matcher` finds what plain selectors cannot tell."""
    rules: list[_Rule] = []
    for selectors, declarations in rules_of(sheets):
        declared = _declared(declarations)
        for selector in listed(selectors) if declared else ():
            rule = _rule(selector, declared, matcher)
            if rule is not None:
                rules.append(rule)
    return Numbering(rules) if any("content" in rule.declared for rule in rules) else NO_NUMBERS


def _rule(selector: str, declared: Mapping[str, str], matcher: Matcher | None) -> _Rule | None:
    bare = _BEFORE.sub("", selector)
    if "content" in declared and bare == selector:
        return None
    match = _SELECTOR.fullmatch(bare)
    own = compound_of(match["own"]) if match else None
    outer = compound_of(match["outer"]) if match and match["outer"] else None
    if match is None or own is None or (match["outer"] and outer is None):
        outer, own = None, matcher.compound(bare or "*") if matcher is not None else None
    return None if own is None else _Rule(outer, own, declared)


def _declared(declarations: str) -> dict[str, str]:
    pairs = (one.partition(":") for one in declarations.split(";"))
    stated = {name.strip().lower(): value.replace("!important", "").strip() for name, _, value in pairs}
    counts = {name: stated[name] for name in _COUNTS if name in stated}
    if "counter" in stated.get("content", ""):
        counts["content"] = stated["content"]
    return counts


@dataclass(slots=True)
class Counters:
    """The counters of one page while it is read. Each open one is its depth and its number."""

    numbering: Numbering
    _open: dict[str, list[list[int]]] = field(default_factory=dict)
    _known: dict[tuple[int, int], Mapping[str, str]] = field(default_factory=dict)

    def enter(self, tag: Tag, outer: Tag, depth: int) -> str:
        """Count an element; return the number painted before it, "" for none."""
        key = (id(tag), id(outer))
        declared = self._known.get(key)
        if declared is None:
            declared = self._known[key] = self.numbering.of(tag, outer)
        if not declared:
            return ""
        for name, number in _steps(declared.get("counter-reset", ""), 0):
            self._within(name, depth - 1).append([depth, number])
        for name, number in _steps(declared.get("counter-increment", ""), 1):
            counts = self._within(name, depth)
            if not counts:
                counts.append([depth, 0])
            counts[-1][1] += number
        return self._painted(declared.get("content", ""), depth)

    def _within(self, name: str, depth: int) -> list[list[int]]:
        """Return the counters of a name that hold at a depth; deeper ones have ended."""
        counts = self._open.setdefault(name, [])
        while counts and counts[-1][0] > depth:
            counts.pop()
        return counts

    def _painted(self, content: str, depth: int) -> str:
        pieces = []
        for match in _PART.finditer(content):
            if match[3] is None:
                pieces.append(_ESCAPED.sub(lambda one: chr(int(one[1], 16) % 0x110000), match[1] or match[2] or ""))
                continue
            counts = [one[1] for one in self._within(match[3], depth)] or [0]
            shown = counts if match[0].startswith("counters") else counts[-1:]
            joint = match[4] or match[5] or ""
            pieces.append(joint.join(numeral(number, match[6] or "decimal") for number in shown))
        return " ".join("".join(pieces).split())[:_LONGEST]


def _steps(written: str, otherwise: int) -> list[tuple[str, int]]:
    return [
        (match[1], int(match[2]) if match[2] else otherwise)
        for match in _STEP.finditer(written)
        if match[1].lower() not in {"none", "inherit", "initial"}
    ]
