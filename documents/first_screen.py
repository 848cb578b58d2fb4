"""The beginning of a long file, to be looked at while the rest is worked out."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import replace

from documents.draft import Draft
from documents.pages import PIECE, Boxes

__all__ = ["first_screen"]

_CHARACTERS = 24_000
_LONG = 2 * _CHARACTERS


def first_screen(draft: Draft) -> Draft | None:
    """Return the first blocks of a draft with what belongs to them; None for a file short enough to wait for."""
    if len(draft.text) < _LONG:
        return None
    count = bisect_right(draft.blocks, _CHARACTERS, key=lambda block: block.span.end)
    if not count:
        return None
    blocks = draft.blocks[:count]
    end = min(max(block.span.end for block in blocks) + 1, len(draft.text))
    return replace(
        draft,
        text=draft.text[:end],
        blocks=blocks,
        runs=tuple(run for run in draft.runs if run.span.end <= end),
        revisions=tuple(one for one in draft.revisions if one.span.end <= end),
        hidden=tuple(one for one in draft.hidden if one.place <= end),
        pictures=tuple(one for one in draft.pictures if one.place < end),
        foreign_notes=(),
        boxes=_until(draft.boxes, end) if draft.boxes else None,
    )


def _until(boxes: Boxes, end: int) -> Boxes:
    pieces = array(boxes.pieces.typecode)
    for at in range(0, len(boxes.pieces), PIECE):
        if boxes.pieces[at + 1] <= end:
            pieces.extend(boxes.pieces[at : at + PIECE])
    return Boxes(pieces, boxes.advances[:end])
