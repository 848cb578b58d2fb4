"""A cell is one block of several paragraphs: the first one's label is the block's own, the others stand within it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from documents.model import Block, InnerLabel, Span

__all__ = ["labelled_cell", "labelled_parts"]


def labelled_cell(cell: Block, labels: Sequence[InnerLabel]) -> Block:
    """Return `cell` with the labels of its paragraphs, given in order, one at most for each place.

    An empty one says that a paragraph has none; it is kept where it ends what was labelled.
    """
    kept = [one for before, one in pairwise((None, *labels)) if one and (one.label or (before and before.label))]
    if not kept:
        return cell
    first, *later = kept
    if first.offset:
        return replace(cell, inner_labels=tuple(kept))
    return replace(
        cell,
        label=first.label,
        level=first.level,
        list_id=first.list_id,
        ordered=first.ordered,
        inner_labels=tuple(later),
    )


def labelled_parts(cell: Block) -> list[tuple[Span, InnerLabel | None]]:
    """Return the words of a cell cut where a labelled paragraph begins, without the line feeds between the parts.

    A part goes on to the next label, or to a paragraph without one.
    """
    labels = cell.labels
    start, end = cell.span.start, cell.span.end
    bounds = [*(start + one.offset for one in labels), end + 1]
    parts: list[tuple[Span, InnerLabel | None]] = []
    if bounds[0] > start or not labels:
        parts.append((Span(start, bounds[0] - 1), None))
    for (first, beyond), label in zip(pairwise(bounds), labels, strict=True):
        parts.append((Span(first, beyond - 1), label if label.label else None))
    return parts
