"""The changes as a memo lists them: what is told in full, what in short, which notes each of them touches. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final

from annotations.model import Note
from documents.comparing.model import Category, Change, ChangeKind, Comparison, Edit
from documents.model import Span
from export.change_memo.excerpts import Bit, redline_of, shortened

__all__ = ["Listing", "Sign", "ToldChange", "listing_of"]

_IN_FULL: Final = frozenset({Category.SUBSTANTIVE, Category.NUMBERS, Category.WORDING})
_SHORT: Final = 36
"""Letters of words that are named beside a sign; longer ones are only in the redline."""
_PLACES: Final = (ChangeKind.MOVED, ChangeKind.SPLIT, ChangeKind.MERGED)


@dataclass(frozen=True, slots=True)
class Sign:
    """Something to look at: a code of documents.dangers, and the words that went and came where they are few."""

    code: str
    old: str = ""
    new: str = ""


@dataclass(frozen=True, slots=True)
class ToldChange:
    """One change: its number in the memo, its redline short enough to read, what to look at, the notes it touches."""

    number: int
    change: Change
    bits: tuple[Bit, ...] = ()
    signs: tuple[Sign, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """All changes: those told in full, what only stands elsewhere, other numbers of clauses; `form` are counted."""

    told: tuple[ToldChange, ...]
    moves: tuple[ToldChange, ...]
    renumbered: tuple[Change, ...]
    form: int

    @property
    def most(self) -> tuple[ToldChange, ...]:
        """Those to be looked at first: with the most signs, then those that touch a note."""
        signed = [one for one in self.told if one.signs or one.notes]
        return tuple(
            sorted(signed, key=lambda one: (-len({sign.code for sign in one.signs}), not one.notes, one.number))
        )

    @property
    def without_signs(self) -> Listing:
        """The same for outsiders: what changed, without what we would look at."""
        return replace(self, told=tuple(replace(one, signs=()) for one in self.told))

    def count(self, category: Category) -> int:
        """Return how many of those told in full are of a category; each is counted once, by the weightiest it has."""
        return sum(_weightiest(one.change) is category for one in self.told)


def listing_of(found: Comparison, notes: Iterable[Note], old: str, new: str) -> Listing:
    """Return the changes from version `old` to version `new`, and which of `notes` they touch."""
    touched = _touched(found.changes, notes, old, new)
    full = [one for one in found.changes if _IN_FULL.intersection(one.categories)]
    rest = [one for one in found.changes if not _IN_FULL.intersection(one.categories)]
    moved = [one for one in rest if Category.MOVES in one.categories]
    numbered = [one for one in rest if Category.MOVES not in one.categories and Category.RENUMBERING in one.categories]
    told = tuple(
        ToldChange(number, one, shortened(redline_of(found, one)), _signs(found, one), touched.get(one.id, ()))
        for number, one in enumerate(full, start=1)
    )
    first = len(told) + 1
    moves = tuple(
        ToldChange(number, one, shortened(redline_of(found, one)), (), touched.get(one.id, ()))
        for number, one in enumerate(moved, start=first)
    )
    return Listing(told, moves, tuple(numbered), len(rest) - len(moved) - len(numbered))


def _weightiest(change: Change) -> Category:
    order = (Category.NUMBERS, Category.SUBSTANTIVE, Category.WORDING)
    return next(one for one in order if one in change.categories)


def _signs(found: Comparison, change: Change) -> tuple[Sign, ...]:
    """Return the signs of a change with the words of their edits; one whose words are long stands alone."""
    made: list[Sign] = []
    for edit in change.edits:
        old, new = (_flat(span.of(text)) for span, text in ((edit.old, found.old.text), (edit.new, found.new.text)))
        few = max(len(old), len(new)) <= _SHORT
        made += [Sign(code, old, new) if few else Sign(code) for code in edit.signs]
    held = {sign.code for sign in made}
    made += [Sign(code) for code in change.signs if code not in held]
    return tuple(dict.fromkeys(made))


def _flat(words: str) -> str:
    return " ".join(words.replace("\ufffc", "").split()).strip(" ,;.，；。、")


def _touched(changes: Sequence[Change], notes: Iterable[Note], old: str, new: str) -> Mapping[str, tuple[str, ...]]:
    """Return the notes whose words each change touches, on either version, by the change's id."""
    sides = {old: _Places((one.id, span) for one in changes for span in _spans(one, now=False)),
             new: _Places((one.id, span) for one in changes for span in _spans(one, now=True))}  # fmt: skip
    held: dict[str, dict[str, None]] = {}
    for note in notes:
        for anchor in note.anchors:
            if anchor.version in sides and anchor.start < anchor.end:
                for one in sides[anchor.version].within(anchor.span):
                    held.setdefault(one, {})[note.uid] = None
    return {one: tuple(uids) for one, uids in held.items()}


def _spans(change: Change, *, now: bool) -> Sequence[Span]:
    """Return where a change is felt: the edits inside, or all of what came, went or moved."""
    whole = (change.new if now else change.old,)
    if not change.edits or any(kind in change.kinds for kind in (ChangeKind.ADDED, ChangeKind.DELETED, *_PLACES)):
        return whole
    return [_side(edit, now=now) for edit in change.edits]


def _side(edit: Edit, *, now: bool) -> Span:
    return edit.new if now else edit.old


class _Places:
    """Spans in order, to find those that share a letter with another, or stand inside it."""

    def __init__(self, spans: Iterable[tuple[str, Span]]) -> None:
        self._held = sorted(spans, key=lambda one: (one[1].start, one[1].end))
        self._starts = [span.start for _, span in self._held]
        self._reach = list(accumulate((span.end for _, span in self._held), max))

    def within(self, span: Span) -> list[str]:
        place, found = bisect_left(self._starts, span.end), []
        while place and self._reach[place - 1] >= span.start:
            place -= 1
            name, one = self._held[place]
            inside = one.start > span.start if one.start == one.end else one.end > span.start
            found += [name] if inside else []
        return found
