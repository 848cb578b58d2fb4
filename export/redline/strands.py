"""The two texts of a comparison woven into one, stretch after stretch, each with what became of its letters. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from documents.comparing.model import Comparison, Fate, Piece, Row
from documents.model import Span

__all__ = ["Strand", "Woven", "woven"]

_FEED: Final = "\n"


@dataclass(frozen=True, slots=True)
class Strand:
    """Letters of the woven text, from `start`, and where they stand in the old text and in the new.

    `moved` numbers the move they are part of, -1 for none: kept letters of a move are DELETED where they stood and
    INSERTED where they stand.
    """

    start: int
    words: str
    fate: Fate
    old: int
    new: int
    moved: int = -1

    @property
    def end(self) -> int:
        """Where it ends in the woven text."""
        return self.start + len(self.words)


@dataclass(slots=True)
class Woven:
    """Both texts as one. `rows` are the stretches of the comparison's rows, in their order."""

    text: str
    strands: tuple[Strand, ...]
    rows: tuple[Span, ...]
    _starts: list[int] = field(default_factory=list)

    def at(self, place: int) -> Strand | None:
        """Return the strand that holds a letter, None behind the last."""
        if not self._starts:
            self._starts = [strand.start for strand in self.strands]
        index = bisect_right(self._starts, place) - 1
        return self.strands[index] if index >= 0 and place < self.strands[index].end else None

    def within(self, span: Span) -> Iterator[Strand]:
        """Yield the strands that have letters in `span`, in order."""
        place = span.start
        while place < span.end and (strand := self.at(place)) is not None:
            yield strand
            place = strand.end


def woven(found: Comparison) -> Woven:
    """Return the text in which what went and what came stand side by side, in the order of the comparison's rows."""
    strands: list[Strand] = []
    rows: list[Span] = []
    at = 0
    moves = _moves(found.rows)
    for number, row in enumerate(found.rows):
        start = at
        for piece, fate, moved in _fates(row, moves.get(number, -1)):
            words = piece.old.of(found.old.text) if fate is Fate.DELETED else piece.new.of(found.new.text)
            if words:
                strands.append(Strand(at, words, fate, piece.old.start, piece.new.start, moved))
                at += len(words)
        if number + 1 < len(found.rows) and (at == start or not strands[-1].words.endswith(_FEED)):
            strands.append(_closing(row, at))
            at += 1
        rows.append(Span(start, at))
    return Woven("".join(strand.words for strand in strands), tuple(strands), tuple(rows))


def _closing(row: Row, at: int) -> Strand:
    """End a row that was the last of its text, and is not the last of both: the end goes or comes with the row."""
    fate = Fate.DELETED if not row.new_blocks else Fate.INSERTED if not row.old_blocks else Fate.KEPT
    return Strand(at, _FEED, fate, row.old.end, row.new.end)


def _moves(rows: Sequence[Row]) -> dict[int, int]:
    """Return a number for each row of a move, the same for both of its ends."""
    return {
        number: min(number, row.partner) for number, row in enumerate(rows) if row.partner >= 0 and _is_whole(row, rows)
    }


def _is_whole(row: Row, rows: Sequence[Row]) -> bool:
    return bool(row.inside) and rows[row.partner].partner >= 0


def _fates(row: Row, move: int) -> Iterator[tuple[Piece, Fate, int]]:
    """Yield a row's pieces with what becomes of them; of a move, what stays of its words is marked as moved."""
    if move < 0:
        yield from ((piece, piece.fate, -1) for piece in row.pieces)
        return
    own = Fate.DELETED if row.has_left else Fate.INSERTED
    for piece in row.inside:
        if piece.fate is Fate.KEPT:
            yield piece, own, move
        elif piece.fate is own:
            yield piece, own, -1
