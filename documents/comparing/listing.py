"""The list of changes: rows that changed, gathered to what a lawyer calls one change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from documents.citing import address_of, clause_at
from documents.comparing.model import Category, Change, ChangeKind, Edit, Fate, Piece, Row
from documents.comparing.sorting import categories_of, signs_of
from documents.comparing.units import Side
from documents.dangers import Terms
from documents.model import PolicyDocument, Span

__all__ = ["Lister"]

_MOVED = (ChangeKind.MOVED, ChangeKind.SPLIT, ChangeKind.MERGED)
_GATHERED = (ChangeKind.ADDED, ChangeKind.DELETED, ChangeKind.MOVED)


@dataclass
class Lister:
    """Makes changes of rows, in order. It keeps what it must know of those before."""

    sides: tuple[Side, Side]
    terms: Terms
    language: str = ""
    _seen: Counter[str] = field(default_factory=Counter)

    def gathered(self, rows: Sequence[Row], first: int, upto: int) -> Iterator[range]:
        """Yield the places from `first` on of rows that are one change together."""
        place = first
        while place < upto:
            end = place + 1
            while end < len(rows) and self._goes_on(rows, place, end):
                end += 1
            if rows[place].kinds and not rows[place].has_left:
                yield range(place, end)
            place = end

    def _goes_on(self, rows: Sequence[Row], first: int, place: int) -> bool:
        head, last, row = rows[first], rows[place - 1], rows[place]
        if row.kinds[:1] != head.kinds[:1] or not head.kinds or head.kinds[0] not in _GATHERED:
            return False
        if bool(row.old_blocks) != bool(head.old_blocks):
            return False
        if row.partner >= 0 and row.partner != last.partner + 1:
            return False
        side, blocks, own = (
            (0, row.old_blocks, head.old_blocks) if row.old_blocks else (1, row.new_blocks, head.new_blocks)
        )
        return self._belongs(self.sides[side], own.start, blocks.start)

    def _belongs(self, side: Side, first: int, place: int) -> bool:
        head, block = side.blocks[first], side.blocks[place]
        if head.cell or block.cell:
            return bool(
                head.cell and block.cell and (head.cell.table, head.cell.row) == (block.cell.table, block.cell.row)
            )
        clause = clause_at(side.policy, head.span.start)
        return clause is not None and clause.span.contains(block.span)

    def change(self, rows: Sequence[Row], places: range) -> Change:
        """Return the change that some rows are."""
        own = [rows[place] for place in places]
        left = [rows[row.partner] for row in own if row.partner >= 0]
        old = self._hull(0, left or own)
        new = self._hull(1, own)
        edits = tuple(edit for row in own for edit in self._edits(row))
        kinds = tuple(kind for kind in ChangeKind if any(kind in row.kinds for row in own))
        labels = self._labels(own[0], left[0] if left else own[0]) if ChangeKind.RENUMBERED in kinds else ("", "")
        return Change(
            id=self._id(kinds, old, new),
            kinds=kinds,
            categories=_categories(kinds, edits),
            old=old,
            new=new,
            old_clause=self._cited(0, old),
            new_clause=self._cited(1, new),
            rows=places,
            left=range(own[0].partner, own[-1].partner + 1) if left else range(0),
            old_label=labels[0],
            new_label=labels[1],
            signs=tuple(dict.fromkeys(sign for edit in edits for sign in edit.signs)),
            edits=edits,
        )

    def _hull(self, side: int, rows: Sequence[Row]) -> Span:
        """Return where the words of some rows stand, or the empty place where they would."""
        blocks = [block for row in rows for block in (row.new_blocks if side else row.old_blocks)]
        if not blocks:
            start = (rows[0].new if side else rows[0].old).start
            return Span(start, start)
        listed = self.sides[side].blocks
        return Span(listed[blocks[0]].span.start, listed[blocks[-1]].span.end)

    def _labels(self, row: Row, left: Row) -> tuple[str, str]:
        old, new = self.sides
        return old.blocks[left.old_blocks.start].label, new.blocks[row.new_blocks.start].label

    def _cited(self, side: int, span: Span) -> str:
        policy: PolicyDocument = self.sides[side].policy
        return address_of(policy, [span], self.language or None) if len(span) else ""

    def _id(self, kinds: tuple[ChangeKind, ...], old: Span, new: Span) -> str:
        words = old.of(self.sides[0].policy.text), new.of(self.sides[1].policy.text)
        told = blake2b("\x00".join((*kinds[:1], *words)).encode(), digest_size=8).hexdigest()
        self._seen[told] += 1
        return told if self._seen[told] == 1 else f"{told}-{self._seen[told]}"

    def _edits(self, row: Row) -> Iterator[Edit]:
        texts = self.sides[0].policy.text, self.sides[1].policy.text
        for old, new in _swaps(row.inside or row.pieces):
            words = old.of(texts[0]), new.of(texts[1])
            if any(one.strip() for one in words):
                signs = signs_of(*words, self.terms)
                yield Edit(old, new, categories_of(*words, signs), signs)


def _swaps(pieces: Sequence[Piece]) -> Iterator[tuple[Span, Span]]:
    """Yield what stands for what, but for numbers that are no content."""
    gone: Piece | None = None
    for piece in pieces:
        if piece.label:
            continue
        if gone is not None:
            together = piece.fate is Fate.INSERTED and piece.old.start == gone.old.end
            yield (gone.old, piece.new if together else gone.new)
            if together:
                gone = None
                continue
        gone = piece if piece.fate is Fate.DELETED else None
        if piece.fate is Fate.INSERTED:
            yield (piece.old, piece.new)
    if gone is not None:
        yield (gone.old, gone.new)


def _categories(kinds: tuple[ChangeKind, ...], edits: Sequence[Edit]) -> tuple[Category, ...]:
    found = {category for edit in edits for category in edit.categories}
    if ChangeKind.ADDED in kinds or ChangeKind.DELETED in kinds:
        found = (found - {Category.WORDING}) | {Category.SUBSTANTIVE}
    if any(kind in _MOVED for kind in kinds):
        found.add(Category.MOVES)
    if ChangeKind.RENUMBERED in kinds:
        found.add(Category.RENUMBERING)
    if len(found) > 1:
        found.discard(Category.FORM)
    return tuple(category for category in Category if category in found) or (Category.FORM,)
