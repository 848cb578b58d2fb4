"""Plain selectors of style sheets: a tag, classes, ids."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from documents.markup.tags import Attributes

__all__ = ["Compound", "compound_of", "signs_of"]

_SIMPLE = re.compile(r"([a-z][a-z0-9]*|\*)?((?:[.#][\w\u00a0-\U0010ffff-]+)*)", re.IGNORECASE)
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
    return frozenset(names)
