"""Rows: an alignment laid out in one order, with the pieces of each, so that both texts are covered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from documents.comparing.aligning import Alignment
from documents.comparing.model import ChangeKind, Fate, Piece, Row
from documents.comparing.units import Side
from documents.comparing.words import swaps
from documents.model import Span

__all__ = ["Frame", "filled", "frames"]


@dataclass(frozen=True, slots=True)
class Frame:
    """A row before its words are compared: which blocks, and the row that what was moved has as its partner."""

    old: range
    new: range
    partner: int = -1


def frames(found: Alignment, sides: tuple[Side, Side]) -> list[Frame]:
    """Return the rows in one order: what went before what came in its place."""
    old, new = sides
    gone, came = ({ranges[side].start: ranges[side] for ranges in found.moves} for side in (0, 1))
    laid: list[tuple[range, range]] = []
    one = other = 0
    ends = (range(len(old.blocks), len(old.blocks)), range(len(new.blocks), len(new.blocks)))
    for before, after in [*found.matches, ends]:
        laid += [(blocks, range(other, other)) for blocks in _each(one, before.start, gone)]
        laid += [(range(before.start, before.start), blocks) for blocks in _each(other, after.start, came)]
        if before or after:
            laid.append((before, after))
        one, other = before.stop, after.stop
    return _with_partners(laid, found.moves)


def _each(start: int, stop: int, together: Mapping[int, range]) -> Iterator[range]:
    """Yield blocks one by one, but for those that were moved together."""
    while start < stop:
        blocks = together.get(start, range(start, start + 1))
        yield blocks
        start = blocks.stop


def _with_partners(laid: list[tuple[range, range]], moves: Sequence[tuple[range, range]]) -> list[Frame]:
    here = {before.start: row for row, (before, after) in enumerate(laid) if before and not after}
    there = {after.start: row for row, (before, after) in enumerate(laid) if after and not before}
    partners: dict[int, int] = {}
    for one, other in moves:
        gone, came = here[one.start], there[other.start]
        partners[gone], partners[came] = came, gone
    return [Frame(before, after, partners.get(row, -1)) for row, (before, after) in enumerate(laid)]


def filled(laid: Sequence[Frame], place: int, sides: tuple[Side, Side]) -> Row:
    """Return a row with its pieces."""
    frame = laid[place]
    old, new = sides
    spans = old.stretch(frame.old), new.stretch(frame.new)
    if frame.partner >= 0:
        partner = laid[frame.partner]
        inside = tuple(_pieces(frame.old or partner.old, frame.new or partner.new, sides))
        kinds = (ChangeKind.MOVED, *_kinds(frame.old or partner.old, frame.new or partner.new, inside, sides))
        return Row(*spans, frame.old, frame.new, _whole(*spans), kinds, frame.partner, inside)
    if not frame.old or not frame.new:
        kind = ChangeKind.DELETED if frame.old else ChangeKind.ADDED
        return Row(*spans, frame.old, frame.new, _whole(*spans), (kind,))
    pieces = tuple(_pieces(frame.old, frame.new, sides))
    return Row(*spans, frame.old, frame.new, pieces, _kinds(frame.old, frame.new, pieces, sides))


def _whole(old: Span, new: Span) -> tuple[Piece, ...]:
    return (Piece(Fate.DELETED if len(old) else Fate.INSERTED, old, new),) if len(old) or len(new) else ()


def _kinds(old: range, new: range, pieces: tuple[Piece, ...], sides: tuple[Side, Side]) -> tuple[ChangeKind, ...]:
    kinds = []
    if len(old) != len(new):
        kinds.append(ChangeKind.SPLIT if len(new) > len(old) else ChangeKind.MERGED)
    if any(_is_edit(piece, old, new, sides) for piece in pieces):
        kinds.append(ChangeKind.CHANGED)
    if _plain(sides[0].label(old.start)) != _plain(sides[1].label(new.start)):
        kinds.append(ChangeKind.RENUMBERED)
    return tuple(kinds)


def _is_edit(piece: Piece, old: range, new: range, sides: tuple[Side, Side]) -> bool:
    """Whether a piece is of the words: not of the number, nor of the lines that several paragraphs are set in."""
    if piece.fate is Fate.KEPT or piece.label:
        return False
    if not (sides[0].content(old).contains(piece.old) and sides[1].content(new).contains(piece.new)):
        return False
    return len(old) == len(new) or bool((sides[0].words_of(piece.old) + sides[1].words_of(piece.new)).strip())


def _plain(label: str) -> str:
    return "".join(letter for letter in normalize("NFKC", label) if letter.isalnum())


# -- pieces -------------------------------------------------------------------------------------------------------


def _pieces(old: range, new: range, sides: tuple[Side, Side]) -> Iterator[Piece]:
    """Yield what covers two stretches: the typed numbers, the words, the empty lines."""
    stretches = sides[0].stretch(old), sides[1].stretch(new)
    words = sides[0].content(old), sides[1].content(new)
    texts = sides[0].policy.text, sides[1].policy.text
    if stretches[0].of(texts[0]) == stretches[1].of(texts[1]):
        yield Piece(Fate.KEPT, *stretches)
        return
    heads = Span(stretches[0].start, words[0].start), Span(stretches[1].start, words[1].start)
    yield from _replaced(heads, texts, label=True)
    yield from _compared(words, texts)
    yield from _replaced((Span(words[0].end, stretches[0].end), Span(words[1].end, stretches[1].end)), texts)


def _replaced(spans: tuple[Span, Span], texts: tuple[str, str], *, label: bool = False) -> Iterator[Piece]:
    old, new = spans
    if old.of(texts[0]) == new.of(texts[1]):
        if len(old):
            yield Piece(Fate.KEPT, old, new, label=label)
        return
    yield from _swapped(old, new, label=label)


def _swapped(old: Span, new: Span, *, label: bool = False) -> Iterator[Piece]:
    if len(old):
        yield Piece(Fate.DELETED, old, Span(new.start, new.start), label=label)
    if len(new):
        yield Piece(Fate.INSERTED, Span(old.end, old.end), new, label=label)


def _compared(words: tuple[Span, Span], texts: tuple[str, str]) -> Iterator[Piece]:
    old, new = words
    one, other = old.start, new.start
    for swap in swaps(old.of(texts[0]), new.of(texts[1])):
        if old.start + swap.start > one:
            yield Piece(Fate.KEPT, Span(one, old.start + swap.start), Span(other, new.start + swap.to))
        one, other = old.start + swap.end, new.start + swap.until
        yield from _swapped(Span(old.start + swap.start, one), Span(new.start + swap.to, other))
    if old.end > one:
        yield Piece(Fate.KEPT, Span(one, old.end), Span(other, new.end))
