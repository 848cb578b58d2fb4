"""What a comparison of two policies is made of: rows that cover both texts, and the list of changes. Frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from documents.model import PolicyDocument, Span

__all__ = ["Category", "Change", "ChangeKind", "Comparison", "Edit", "Fate", "Part", "Piece", "Row"]


class Fate(StrEnum):
    """What became of some letters."""

    KEPT = "kept"
    DELETED = "deleted"
    INSERTED = "inserted"


class ChangeKind(StrEnum):
    """What happened to a clause, a paragraph, a row of a table or a cell."""

    ADDED = "added"
    DELETED = "deleted"
    CHANGED = "changed"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"
    RENUMBERED = "renumbered"


class Category(StrEnum):
    """What a list of changes is filtered by.

    NUMBERS: a figure, date or amount. SUBSTANTIVE: another sign of danger, or words that came or went. WORDING: said
    otherwise, without a sign. FORM: punctuation, white space, capital letters. MOVES: moved, split, merged.
    RENUMBERING: another number of the clause, or of a clause that is referred to.
    """

    SUBSTANTIVE = "substantive"
    NUMBERS = "numbers"
    WORDING = "wording"
    MOVES = "moves"
    RENUMBERING = "renumbering"
    FORM = "form"


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters that both texts have, or one of them; the other's span is then empty, at the place where they would be.

    `label`: the number of a clause that is typed in the text, and is no content.
    """

    fate: Fate
    old: Span
    new: Span
    label: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Paragraphs or a cell of the old text beside those of the new one that they are; of one side only, or of both.

    `old` and `new` reach up to the next row's, with line feeds and empty lines: all rows' spans, joined, are the texts.
    `pieces` cover both spans. `old_blocks` and `new_blocks` are the places in `PolicyDocument.blocks`.
    `partner`: what was moved has two rows, one where it stood (without `new`) and one where it stands (without `old`),
    each with the place of the other among the rows, else -1. `inside` are the pieces from the words as they stood to
    those that stand now, on both rows: they cover the partner's side too.
    """

    old: Span
    new: Span
    old_blocks: range
    new_blocks: range
    pieces: tuple[Piece, ...]
    kinds: tuple[ChangeKind, ...] = ()
    partner: int = -1
    inside: tuple[Piece, ...] = ()

    @property
    def is_same(self) -> bool:
        """Whether nothing changed here, but for empty lines."""
        return not self.kinds

    @property
    def has_left(self) -> bool:
        """Whether these are words that stand elsewhere now."""
        return self.partner >= 0 and bool(self.old_blocks)


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit inside a change: the words that went and those that came. An empty span says where."""

    old: Span
    new: Span
    categories: tuple[Category, ...]
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the list of changes.

    `id` is made of the words alone: it stays the same where only other places of the two texts differ. `old` and `new`
    are where it stands; an empty span, where it would stand. `old_clause` and `new_clause` cite the clauses, "" for
    none. `old_label` and `new_label` are the numbers of what was renumbered. `signs` are codes of documents.dangers.
    `rows` are its places among the rows; of a move where it stands now, and `left` where it stood.
    """

    id: str
    kinds: tuple[ChangeKind, ...]
    categories: tuple[Category, ...]
    old: Span
    new: Span
    old_clause: str
    new_clause: str
    rows: range
    left: range = range(0)
    old_label: str = ""
    new_label: str = ""
    signs: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()

    @property
    def folded(self) -> bool:
        """Whether a list hides it until asked: other numbers, punctuation and spaces alone."""
        return all(category in (Category.FORM, Category.RENUMBERING) for category in self.categories)


@dataclass(frozen=True)
class Part:
    """A stretch of a comparison, in reading order. `done` of `total` rows stand with it."""

    rows: tuple[Row, ...]
    changes: tuple[Change, ...]
    done: int
    total: int


@dataclass(frozen=True)
class Comparison:
    """Two versions, row by row, and what changed, in reading order."""

    old: PolicyDocument
    new: PolicyDocument
    rows: tuple[Row, ...]
    changes: tuple[Change, ...]
