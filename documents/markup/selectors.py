"""Selectors of style sheets: lists of them taken apart; plain ones, of a tag, classes and ids."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from documents.markup.tags import Attributes

__all__ = ["MARKS", "Compound", "compound_of", "listed", "signs_of"]

MARKS = "clausemark-rules"
"""The attribute that says by which rules an element was found that plain selectors cannot tell."""

_SIMPLE = re.compile(r"([a-z][a-z0-9]*|\*)?((?:[.#][\w\u00a0-\U0010ffff-]+)*)", re.IGNORECASE)
_PARTS = re.compile(r"""\\.|"[^"]*"|'[^']*'|[(\[]|[)\]]|,|[^\\"'()\[\],]+|.""", re.DOTALL)
_SIGNS = re.compile(r"[.#][^.#]+")


@dataclass(frozen=True)
class Compound:
    """A plain selector: a tag or "", and classes and ids that must all be there."""

    tag: str
    signs: frozenset[str]

    def holds(self, tag: str, attributes: Attributes) -> bool:
        """Whether an element is meant."""
        return self.tag in {"", tag} and (not self.signs or self.signs <= signs_of(attributes))

    @cached_property
    def weight(self) -> tuple[int, int]:
        """How much it weighs against others: ids, then classes and tags."""
        ids = sum(1 for sign in self.signs if sign[0] == "#")
        return ids, 10 * (len(self.signs) - ids) + bool(self.tag)


def listed(selectors: str) -> list[str]:
    """Return the selectors of a list; a comma in brackets or quotes parts nothing."""
    if "(" not in selectors and "[" not in selectors and "\\" not in selectors:
        return [one.strip() for one in selectors.split(",")]
    found, depth = [""], 0
    for piece in _PARTS.findall(selectors):
        depth += (piece in "([") - (piece in ")]")
        if piece == "," and depth <= 0:
            found.append("")
        else:
            found[-1] += piece
    return [one.strip() for one in found]


def compound_of(selector: str) -> Compound | None:
    """Return a selector that asks for tag, classes and ids only; None for any other."""
    match = _SIMPLE.fullmatch(selector)
    if match is None or not selector:
        return None
    tag = (match[1] or "").lower()
    return Compound("" if tag == "*" else tag, frozenset(_SIGNS.findall(match[2])))


def signs_of(attributes: Attributes) -> frozenset[str]:
    """Return the classes and the id of an element as selectors write them."""
    names = [f".{one}" for one in (attributes.get("class") or "").split()]
    if identity := attributes.get("id"):
        names.append(f"#{identity}")
    if marks := attributes.get(MARKS):
        names += marks.split()
    return frozenset(names)
