"""What a proposed wording changes in the clause's own words, as pieces to strike out and to insert. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from documents.comparing.words import swaps

__all__ = ["Piece", "redline"]

_ALIKE = 0.5
"""Below this share of common letters a redline only confuses: the old words are struck out whole."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a redline: "kept", "deleted" or "inserted" words."""

    kind: str
    text: str


def redline(before: str, after: str) -> tuple[Piece, ...]:
    """Return the way from `before` to `after`, word by word; wordings too unlike are replaced whole."""
    found = tuple(piece for piece in _pieces(before, after) if piece.text)
    kept = sum(len(piece.text) for piece in found if piece.kind == "kept")
    if 2 * kept < _ALIKE * (len(before) + len(after)):
        return tuple(piece for piece in (Piece("deleted", before), Piece("inserted", after)) if piece.text)
    return found


def _pieces(before: str, after: str) -> Iterator[Piece]:
    at = 0
    for swap in swaps(before, after):
        yield Piece("kept", before[at : swap.start])
        yield Piece("deleted", before[swap.start : swap.end])
        yield Piece("inserted", after[swap.to : swap.until])
        at = swap.end
    yield Piece("kept", before[at:])
