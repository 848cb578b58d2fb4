"""What a proposed wording changes in the clause's own words, as pieces to strike out and to insert. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

__all__ = ["Piece", "redline"]

_TOKEN = re.compile(r"[A-Za-z0-9_'’\-]+|\s+|.", re.DOTALL)
_TOO_LONG = 6_000
_ALIKE = 0.5
"""Below this share of common words a redline only confuses: the old words are struck out whole."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a redline: "kept", "deleted" or "inserted" words."""

    kind: str
    text: str


def redline(before: str, after: str) -> tuple[Piece, ...]:
    """Return the way from `before` to `after`, word by word; wordings too long or too unlike are replaced whole."""
    if not before or not after or len(before) + len(after) > _TOO_LONG:
        return tuple(piece for piece in (Piece("deleted", before), Piece("inserted", after)) if piece.text)
    import difflib

    tokens, wanted = _TOKEN.findall(before), _TOKEN.findall(after)
    matcher = difflib.SequenceMatcher(None, tokens, wanted, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return (Piece("deleted", before), Piece("inserted", after))
    return tuple(_joined(_pieces(tokens, wanted, matcher.get_opcodes())))


def _pieces(before: list[str], after: list[str], steps: Sequence[tuple[str, int, int, int, int]]) -> Iterator[Piece]:
    for kind, i1, i2, j1, j2 in steps:
        if kind == "equal":
            yield Piece("kept", "".join(before[i1:i2]))
            continue
        yield Piece("deleted", "".join(before[i1:i2]))
        yield Piece("inserted", "".join(after[j1:j2]))


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    last: Piece | None = None
    for piece in pieces:
        if not piece.text:
            continue
        if last is not None and last.kind == piece.kind:
            last = Piece(last.kind, last.text + piece.text)
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last
