"""What one row of a comparison says on the left, on the right, or as one redline: stretches with their marks. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from documents.comparing.model import ChangeKind, Fate, Piece, Row
from documents.model import Block, BlockKind, PolicyDocument

__all__ = ["Cell", "Mark", "Sides", "Stretch", "cells_of", "sign_of"]

_BREAK = "\u2028"
_PILCROW = "¶"
_HEADS = (BlockKind.TITLE, BlockKind.HEADING)


class Mark(StrEnum):
    """How some words are shown: each mark has a line of its own, so that no colour is needed."""

    PLAIN = "plain"
    DELETED = "deleted"
    INSERTED = "inserted"
    GONE = "gone"
    """Moved away from here."""
    COME = "come"
    """Moved to here."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words shown alike."""

    words: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Cell:
    """One side of a row: its words, the number painted before them, and what it is."""

    stretches: tuple[Stretch, ...]
    label: str = ""
    head: bool = False
    table: bool = False

    @property
    def text(self) -> str:
        """All words."""
        return "".join(one.words for one in self.stretches)


@dataclass(frozen=True, slots=True)
class Sides:
    """The two versions that are compared."""

    old: PolicyDocument
    new: PolicyDocument


def cells_of(row: Row, sides: Sides, *, together: bool) -> tuple[Cell, ...]:
    """Return what a row says: one cell as a redline, else the left and the right one."""
    if together:
        whole = tuple(_stretches(row, sides, (Fate.KEPT, Fate.DELETED, Fate.INSERTED)))
        return (_cell(whole, _block(row.new_blocks, sides.new) or _block(row.old_blocks, sides.old)),)
    left = () if row.partner >= 0 and not row.has_left else tuple(_stretches(row, sides, (Fate.KEPT, Fate.DELETED)))
    right = () if row.has_left else tuple(_stretches(row, sides, (Fate.KEPT, Fate.INSERTED)))
    return (_cell(left, _block(row.old_blocks, sides.old)), _cell(right, _block(row.new_blocks, sides.new)))


def sign_of(row: Row) -> str:
    """Return the sign beside a row that changed: what came, went, moved, or is said otherwise."""
    if row.is_same:
        return ""
    if row.partner >= 0:
        return "↷" if row.has_left else "↶"
    signs = {ChangeKind.ADDED: "+", ChangeKind.DELETED: "−", ChangeKind.RENUMBERED: "№"}
    return signs.get(row.kinds[0], "≠") if len(row.kinds) == 1 else "≠"


def _cell(stretches: tuple[Stretch, ...], block: Block | None) -> Cell:
    if block is None or not stretches:
        return Cell(stretches)
    painted = block.label if block.label_span is None else ""
    return Cell(stretches, painted, block.kind in _HEADS, block.kind is BlockKind.CELL)


def _block(places: range, policy: PolicyDocument) -> Block | None:
    return policy.blocks[places.start] if places and places.start < len(policy.blocks) else None


def _stretches(row: Row, sides: Sides, fates: tuple[Fate, ...]) -> Iterator[Stretch]:
    """Yield the words of a row, those alike joined, without the empty lines at its end."""
    found = list(_marked(row, sides, fates))
    while found and not found[-1].words.strip():
        found.pop()
    if found:
        found[-1] = Stretch(found[-1].words.rstrip("\n"), found[-1].mark)
    for mark, several in groupby(found, key=lambda one: one.mark):
        words = "".join(one.words for one in several)
        if words:
            yield Stretch(_one_line(words, mark), mark)


def _marked(row: Row, sides: Sides, fates: tuple[Fate, ...]) -> Iterable[Stretch]:
    if row.partner < 0:
        return _plainly(row.pieces, sides, fates)
    if row.has_left:
        return _left_behind(row, sides, fates)
    return _arrived(row, sides, fates)


def _plainly(pieces: Iterable[Piece], sides: Sides, fates: tuple[Fate, ...]) -> Iterator[Stretch]:
    marks = {Fate.KEPT: Mark.PLAIN, Fate.DELETED: Mark.DELETED, Fate.INSERTED: Mark.INSERTED}
    for piece in pieces:
        if piece.fate in fates:
            yield Stretch(_words(piece, sides), marks[piece.fate])


def _left_behind(row: Row, sides: Sides, fates: tuple[Fate, ...]) -> Iterator[Stretch]:
    """Yield the words where they stood: whole in a redline, and what was struck on the way where there are two."""
    if Fate.INSERTED in fates or not row.inside:
        yield Stretch(row.old.of(sides.old.text), Mark.GONE)
        return
    for piece in row.inside:
        if piece.fate in fates:
            yield Stretch(_words(piece, sides), Mark.DELETED if piece.fate is Fate.DELETED else Mark.GONE)


def _arrived(row: Row, sides: Sides, fates: tuple[Fate, ...]) -> Iterator[Stretch]:
    """Yield the words where they stand now, with what was changed on the way."""
    marks = {Fate.KEPT: Mark.COME, Fate.DELETED: Mark.DELETED, Fate.INSERTED: Mark.INSERTED}
    for piece in row.inside or row.pieces:
        if piece.fate in fates:
            yield Stretch(_words(piece, sides), marks[piece.fate])


def _words(piece: Piece, sides: Sides) -> str:
    return piece.old.of(sides.old.text) if piece.fate is Fate.DELETED else piece.new.of(sides.new.text)


def _one_line(words: str, mark: Mark) -> str:
    """Keep line ends within a row; one that was put in or taken out is shown by its sign."""
    if mark is Mark.DELETED:
        return words.replace("\n", _PILCROW)
    if mark is Mark.INSERTED:
        return words.replace("\n", _PILCROW + _BREAK)
    return words.replace("\n", _BREAK)
