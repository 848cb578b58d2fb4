"""What is to be written onto a PDF's pages: highlights, sheets of paper, answers, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

__all__ = ["Kind", "Mark", "Quad", "mark_from", "values_of"]

Quad = tuple[int, float, float, float, float]
"""The direction of a line (0 to the right, 1 up, 2 to the left, 3 down) and its box in the page's own space."""

Colour = tuple[float, float, float]


class Kind(StrEnum):
    """What a mark looks like."""

    HIGHLIGHT = "highlight"
    SHEET = "sheet"
    ANSWER = "answer"
    STATE = "state"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One annotation. `name` is how it is known again; an answer's or a state's `to` is the name of what it is about.

    `page` counts from 0. `created` and `modified` are ISO 8601 with an offset. `edge` is the right edge of what is
    seen of the page, where programs open the window with the words. A state says what has become of its thread.
    """

    kind: Kind
    name: str
    page: int
    quads: tuple[Quad, ...]
    words: str
    author: str
    created: str
    modified: str
    colour: Colour = (1.0, 0.9, 0.4)
    to: str = ""
    state: str = ""
    edge: float = 0.0


def values_of(mark: Mark) -> dict[str, Any]:
    """Return a mark as values that JSON can hold."""
    return {one.name: getattr(mark, one.name) for one in fields(mark)}


def mark_from(values: Mapping[str, Any]) -> Mark:
    """Return the mark that `values_of` and JSON made these values of."""
    quads = tuple((int(turn), *box) for turn, *box in values["quads"])
    return Mark(**{**values, "kind": Kind(values["kind"]), "quads": quads, "colour": tuple(values["colour"])})
