"""The list of changes: rows that changed, as what a lawyer calls one change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b

from documents.citing import address_of
from documents.comparing.model import Category, Change, ChangeKind, Edit, Fate, Piece, Row
from documents.comparing.sorting import Place, Sorter, says_figure
from documents.comparing.units import Side
from documents.model import Span

__all__ = ["Lister"]

_MOVED = (ChangeKind.MOVED, ChangeKind.SPLIT, ChangeKind.MERGED)


@dataclass
class Lister:
    """Makes changes of rows, in order. It counts the changes of the same words."""

    sides: tuple[Side, Side]
    sorter: Sorter
    language: str = ""
    _seen: Counter[str] = field(default_factory=Counter)

    def changes(self, rows: Sequence[Row], left: Sequence[Row], places: range) -> Iterator[Change]:
        """Yield the change that some rows are, none where nothing but an empty cell came or went.

        `left` are the rows where they stood, of a move.
        """
        if rows[0].kinds[0] not in (ChangeKind.ADDED, ChangeKind.DELETED) or "".join(self._words(rows)).strip():
            yield self._change(rows, left, places)

    def _change(self, rows: Sequence[Row], left: Sequence[Row], places: range) -> Change:
        old, new = self._hull(0, left or rows), self._hull(1, rows)
        kinds = tuple(kind for kind in ChangeKind if any(kind in row.kinds for row in rows))
        edits = tuple(self._edits(rows, kinds, old, new))
        if self._is_contents(rows):
            edits = tuple(replace(edit, categories=(Category.FORM,), signs=()) for edit in edits)
        renumbered = ChangeKind.RENUMBERED in kinds
        return Change(
            id=self._id(kinds, old, new),
            kinds=kinds,
            categories=_categories(kinds, edits),
            old=old,
            new=new,
            old_clause=self._cited(0, old),
            new_clause=self._cited(1, new),
            rows=places,
            left=range(rows[0].partner, rows[-1].partner + 1) if left else range(0),
            old_label=self.sides[0].label((left or rows)[0].old_blocks.start) if renumbered else "",
            new_label=self.sides[1].label(rows[0].new_blocks.start) if renumbered else "",
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

    def _cited(self, side: int, span: Span) -> str:
        return address_of(self.sides[side].policy, [span], self.language or None) if len(span) else ""

    def _id(self, kinds: tuple[ChangeKind, ...], old: Span, new: Span) -> str:
        words = old.of(self.sides[0].policy.text), new.of(self.sides[1].policy.text)
        told = blake2b("\x00".join((*kinds[:1], *words)).encode(), digest_size=8).hexdigest()
        self._seen[told] += 1
        return told if self._seen[told] == 1 else f"{told}-{self._seen[told]}"

    def _edits(self, rows: Sequence[Row], kinds: tuple[ChangeKind, ...], old: Span, new: Span) -> Iterator[Edit]:
        """Yield the steps of a change; what came or went whole is one."""
        if ChangeKind.ADDED in kinds or ChangeKind.DELETED in kinds:
            words = "\n".join(self._words(rows))
            found = [Category.SUBSTANTIVE if any(letter.isalnum() for letter in words) else Category.FORM]
            yield Edit(old, new, (*found, *([Category.NUMBERS] if says_figure(words) else [])))
            return
        texts = self.sides[0].policy.text, self.sides[1].policy.text
        for row in rows:
            for gone, came in _swaps(row.inside or row.pieces):
                if gone.of(texts[0]).strip() or came.of(texts[1]).strip():
                    places = Place(texts[0], gone, old), Place(texts[1], came, new)
                    yield Edit(gone, came, *self.sorter.sorted(*places))

    def _is_contents(self, rows: Sequence[Row]) -> bool:
        """Whether these are lines of a table of contents, which only follow what changed elsewhere."""
        return all(
            side.blocks[block].contents
            for row in rows
            for side, blocks in zip(self.sides, (row.old_blocks, row.new_blocks), strict=True)
            for block in blocks
        )

    def _words(self, rows: Sequence[Row]) -> Iterator[str]:
        """Yield what the blocks of some rows say, without their numbers."""
        for row in rows:
            for side, blocks in zip(self.sides, (row.old_blocks, row.new_blocks), strict=True):
                yield from (side.words(range(block, block + 1)) for block in blocks)


def _swaps(pieces: Sequence[Piece]) -> Iterator[tuple[Span, Span]]:
    """Yield what stands for what, but for numbers that are no content."""
    gone: Piece | None = None
    for piece in pieces:
        if piece.label:
            continue
        together = gone is not None and piece.fate is Fate.INSERTED and piece.old.start == gone.old.end
        if gone is not None:
            yield gone.old, piece.new if together else gone.new
        gone = piece if piece.fate is Fate.DELETED else None
        if piece.fate is Fate.INSERTED and not together:
            yield piece.old, piece.new
    if gone is not None:
        yield gone.old, gone.new


def _categories(kinds: tuple[ChangeKind, ...], edits: Sequence[Edit]) -> tuple[Category, ...]:
    found = {category for edit in edits for category in edit.categories}
    if any(kind in _MOVED for kind in kinds):
        found.add(Category.MOVES)
    if ChangeKind.RENUMBERED in kinds:
        found.add(Category.RENUMBERING)
    if len(found) > 1:
        found.discard(Category.FORM)
    return tuple(category for category in Category if category in found) or (Category.FORM,)
