"""Which numbered paragraph of a cell a place lies in, as it is cited: 2(a), （一）."""

from __future__ import annotations

import re
from collections.abc import Sequence

from documents.model import Block, InnerLabel, Span

__all__ = ["item_of"]

_ENDS = ".、．:： "
_NUMBER = re.compile(r"[^\W_]")


def item_of(cell: Block, span: Span) -> str:
    """Return the number of the innermost item of `cell` that holds `span`, with those above it; "" for none."""
    labels = cell.labels
    start, end = span.start - cell.span.start, max(span.end, span.start + 1) - cell.span.start
    index = max((at for at, one in enumerate(labels) if one.offset <= start), default=-1)
    path = _path(labels, index)
    while path and not (path[-1].ordered and end <= _end(cell, labels, path[-1])):
        path.pop()
    return _joined([one.label.strip().rstrip(_ENDS) for one in path if one.ordered])


def _path(labels: Sequence[InnerLabel], index: int) -> list[InnerLabel]:
    """Return the item at `index` below those it lies in; none where a paragraph without a number begins there."""
    path: list[InnerLabel] = []
    for one in reversed(labels[: index + 1]):
        if not one.label:
            break
        if not path or one.level < path[0].level:
            path.insert(0, one)
    return path


def _end(cell: Block, labels: Sequence[InnerLabel], item: InnerLabel) -> int:
    """Return where an item ends with all that lies in it, counted from the start of the cell."""
    later = (one.offset for one in labels if one.offset > item.offset and (not one.label or one.level <= item.level))
    return next(later, len(cell.span) + 1)


def _joined(numbers: Sequence[str]) -> str:
    said = ""
    for number in numbers:
        if not _NUMBER.search(number):
            continue
        if said and number.startswith(said):
            said = number
        else:
            said += f".{number}" if said and number[0].isalnum() else number
    return said
