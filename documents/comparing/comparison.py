"""Compare two policies: at once, or in parts of which the first stands before the others are worked out."""

from __future__ import annotations

from collections.abc import Iterator

from documents.comparing.aligning import align
from documents.comparing.listing import Lister
from documents.comparing.model import Change, Comparison, Part, Row
from documents.comparing.rows import filled, frames
from documents.comparing.units import Side
from documents.dangers import Terms
from documents.model import PolicyDocument

__all__ = ["compare_in_parts", "compare_policies"]

_ROWS = 400


def compare_policies(old: PolicyDocument, new: PolicyDocument, language: str = "") -> Comparison:
    """Return what changed from one version to another; clauses are cited in `language`, "" for each text's own."""
    rows: list[Row] = []
    changes: list[Change] = []
    for part in compare_in_parts(old, new, language):
        rows += part.rows
        changes += part.changes
    return Comparison(old, new, tuple(rows), tuple(changes))


def compare_in_parts(
    old: PolicyDocument, new: PolicyDocument, language: str = "", rows_a_part: int = _ROWS
) -> Iterator[Part]:
    """Yield the comparison in reading order, at least one part. What is in a part does not change with later ones."""
    sides = Side(old), Side(new)
    laid = frames(align(*sides), sides)
    lister = Lister(sides, Terms(old.text, new.text), language)
    rows: list[Row] = []
    listed = 0
    while listed < len(laid):
        start = len(rows)
        rows += [filled(laid, place, sides) for place in range(start, min(len(laid), start + rows_a_part))]
        groups = list(lister.gathered(rows, listed, len(rows)))
        yield Part(tuple(rows[start:]), tuple(lister.change(rows, places) for places in groups), len(rows), len(laid))
        listed = len(rows)
    if not laid:
        yield Part((), (), 0, 0)
