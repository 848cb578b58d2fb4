"""Compare two policies: at once, or in parts of which the first stands before the others are worked out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from documents.comparing.aligning import align
from documents.comparing.gathering import gathered
from documents.comparing.listing import Lister
from documents.comparing.model import Change, Comparison, Part, Row
from documents.comparing.renumbering import renumbered
from documents.comparing.rows import Frame, filled, frames
from documents.comparing.sorting import Sorter
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
    sorter = Sorter(Terms(old.text, new.text), renumbered(laid, sides))
    lister = Lister(sides, sorter, language)
    for groups in _portions(gathered(laid, sides), rows_a_part):
        rows: list[Row] = []
        changes: list[Change] = []
        for places in groups:
            own = [filled(laid, place, sides) for place in places]
            rows += own
            if own[0].kinds and not own[0].has_left:
                changes += lister.changes(own, _left(laid, own, sides), places)
        yield Part(tuple(rows), tuple(changes), groups[-1].stop, len(laid))


def _left(laid: Sequence[Frame], rows: Sequence[Row], sides: tuple[Side, Side]) -> list[Row]:
    """Return the rows where some rows stood that were moved."""
    return [filled(laid, row.partner, sides) for row in rows if row.partner >= 0]


def _portions(groups: Sequence[range], rows: int) -> Iterator[list[range]]:
    """Yield groups of rows, about so many rows at once."""
    portion: list[range] = []
    for group in groups:
        portion.append(group)
        if group.stop - portion[0].start >= rows:
            yield portion
            portion = []
    if portion:
        yield portion
