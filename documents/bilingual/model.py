"""The values of a bilingual pair. Spans count in the text of the side they are named after."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from documents.model import PolicyDocument, Span

__all__ = ["Bead", "Bilingual", "DifferenceKind", "LanguageDifference", "Passage", "Side", "Sureness"]


class Side(StrEnum):
    """Which of the two language versions."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> Side:
        """The other one."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


class Sureness(StrEnum):
    """How sure it is that two passages say the same."""

    SURE = "sure"
    LIKELY = "likely"


class DifferenceKind(StrEnum):
    """In what two language versions differ; the last four are to be looked at by somebody who reads both."""

    ONLY = "only"
    """Words that stand in one language only."""
    NUMBER = "number"
    DATE = "date"
    AMOUNT = "amount"
    CONTACT = "contact"
    """An address of the web or for mail."""
    TERM = "term"
    NEGATION = "negation"
    MODAL = "modal"
    LENGTH = "length"
    """One language says much more than the other."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading, list item or cell: its words, and those behind its number.

    `path` is the number a lawyer cites it by, in figures: (3, 6) for 三.6 and for 3.6; empty for none.
    """

    span: Span
    words: Span
    path: tuple[int, ...] = ()
    heading: bool = False
    address: str = ""


@dataclass(frozen=True, slots=True)
class Bead:
    """Passages that say the same: which ones on either side, first up to but not including the last.

    One of the two is empty where nothing answers; `sureness` then says nothing.
    """

    left: range
    right: range
    sureness: Sureness = Sureness.LIKELY

    def of(self, side: Side) -> range:
        """The passages of one side."""
        return self.left if side is Side.LEFT else self.right

    @property
    def is_pair(self) -> bool:
        """Whether both languages have words here."""
        return bool(self.left) and bool(self.right)


@dataclass(frozen=True, slots=True)
class LanguageDifference:
    """Something the two do not say alike. An empty span is the place where it should stand.

    `left_clause` and `right_clause` are the addresses, each in its own language; `sureness` is that of the alignment.
    """

    kind: DifferenceKind
    left: Span
    right: Span
    left_clause: str
    right_clause: str
    sureness: Sureness = Sureness.SURE

    def of(self, side: Side) -> Span:
        """Where it stands on one side."""
        return self.left if side is Side.LEFT else self.right


@dataclass(frozen=True)
class Bilingual:
    """Two policies aligned. The beads take in all passages of either side, in order, and never cross."""

    left: PolicyDocument
    right: PolicyDocument
    left_passages: tuple[Passage, ...]
    right_passages: tuple[Passage, ...]
    beads: tuple[Bead, ...]
    differences: tuple[LanguageDifference, ...] = ()

    def passages(self, side: Side) -> tuple[Passage, ...]:
        """The passages of one side."""
        return self.left_passages if side is Side.LEFT else self.right_passages

    def policy(self, side: Side) -> PolicyDocument:
        """The policy of one side."""
        return self.left if side is Side.LEFT else self.right

    def span_of(self, bead: Bead, side: Side) -> Span:
        """Return the words of a bead on one side; where it has none, the empty place behind the passage before."""
        passages, places = self.passages(side), bead.of(side)
        if places:
            return Span(passages[places.start].span.start, passages[places.stop - 1].span.end)
        at = passages[places.start - 1].span.end if places.start > 0 else 0
        return Span(at, at)

    def bead_at(self, position: int, side: Side) -> int:
        """Return which bead holds a position, or the last that begins before it; -1 before the first."""
        starts, beads = self._starts[side]
        index = bisect_right(starts, position) - 1
        return beads[index] if index >= 0 else -1

    def across(self, span: Span, side: Side) -> Span | None:
        """Return the words on the other side that answer to `span`; None where there is no translation."""
        first, last = self.bead_at(span.start, side), self.bead_at(max(span.start, span.end - 1), side)
        found = [bead for bead in self.beads[max(first, 0) : last + 1] if bead.is_pair]
        if first < 0 or not found:
            return None
        ends = [self.span_of(bead, side.other) for bead in (found[0], found[-1])]
        return Span(ends[0].start, ends[1].end)

    def differing(
        self, kind: DifferenceKind, bead: Bead, left: Span | None = None, right: Span | None = None
    ) -> LanguageDifference:
        """Return a difference in a bead: at some words of either side, else in all of its words there."""
        return LanguageDifference(
            kind,
            left if left is not None else self.span_of(bead, Side.LEFT),
            right if right is not None else self.span_of(bead, Side.RIGHT),
            self._address(bead, Side.LEFT),
            self._address(bead, Side.RIGHT),
            bead.sureness if bead.is_pair else Sureness.SURE,
        )

    def _address(self, bead: Bead, side: Side) -> str:
        places = bead.of(side)
        return self.passages(side)[places.start].address if places else ""

    @property
    def likeness(self) -> float:
        """Return how much of both texts is in pairs, 0 to 1."""
        paired = whole = 0
        for bead in self.beads:
            for side in Side:
                length = sum(len(self.passages(side)[at].words) for at in bead.of(side))
                whole += length
                paired += length if bead.is_pair else 0
        return paired / whole if whole else 0.0

    @cached_property
    def _starts(self) -> dict[Side, tuple[list[int], list[int]]]:
        found: dict[Side, tuple[list[int], list[int]]] = {}
        for side in Side:
            passages = self.passages(side)
            held = [(passages[bead.of(side).start].span.start, n) for n, bead in enumerate(self.beads) if bead.of(side)]
            found[side] = [start for start, _ in held], [number for _, number in held]
        return found
