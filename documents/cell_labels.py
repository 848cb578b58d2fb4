"""A cell is one block of several paragraphs: the first one's label is the block's own, the others stand within it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from documents.model import Block, InnerLabel

__all__ = ["labelled_cell"]


def labelled_cell(cell: Block, labels: Sequence[InnerLabel]) -> Block:
    """Return `cell` with the labels of its paragraphs, given in order, one at most for each place."""
    if not labels:
        return cell
    first, *later = labels
    if first.offset:
        return replace(cell, inner_labels=tuple(labels))
    return replace(cell, label=first.label, list_id=first.list_id, ordered=first.ordered, inner_labels=tuple(later))
