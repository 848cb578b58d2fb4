"""A paragraph as Word shows it with its tracked changes: what is struck, what is put in, and where all stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from documents.model import Revision, RevisionKind, Span

__all__ = ["RedlineBlock", "redlined", "sorted_changes"]

_OUT = (RevisionKind.DELETED, RevisionKind.MOVED_FROM)
_IN = (RevisionKind.INSERTED, RevisionKind.MOVED_TO)


@dataclass(frozen=True, slots=True)
class RedlineBlock:
    """The words shown, with the stretches of them that are struck and put in; all in code points of `text`.

    `places` are where in the policy words were struck, `added` how many characters they are up to there.
    """

    text: str
    struck: tuple[Span, ...] = ()
    put_in: tuple[Span, ...] = ()
    start: int = 0
    places: tuple[int, ...] = ()
    added: tuple[int, ...] = (0,)

    def at(self, place: int, *, behind: bool = False) -> int:
        """Return where a place of the text stands in the words shown; `behind` what is struck there, or before it."""
        find = bisect_right if behind else bisect_left
        return place - self.start + self.added[find(self.places, place)]


def sorted_changes(revisions: Iterable[Revision]) -> tuple[Revision, ...]:
    """Return the changes that can be seen in words, in the order of their places."""
    seen = [one for one in revisions if one.kind in _IN or (one.kind in _OUT and one.words)]
    return tuple(sorted(seen, key=lambda one: one.span.start))


def redlined(text: str, span: Span, changes: Sequence[Revision]) -> RedlineBlock:
    """Return the words of `span` with what was struck among them; `changes` as `sorted_changes` gives them."""
    first = bisect_left(changes, span.start, key=lambda one: one.span.start)
    last = bisect_right(changes, span.end, key=lambda one: one.span.start)
    pieces: list[str] = []
    struck: list[Span] = []
    places: list[int] = []
    added, at = [0], span.start
    for change in changes[first:last]:
        if change.kind in _OUT:
            place, words = change.span.start, change.words.replace("\n", " ")
            pieces += [text[at:place], words]
            begin = place - span.start + added[-1]
            struck.append(Span(begin, begin + len(words)))
            places.append(place)
            added.append(added[-1] + len(words))
            at = place
    pieces.append(text[at : span.end])
    block = RedlineBlock("".join(pieces), tuple(struck), (), span.start, tuple(places), tuple(added))
    return replace(block, put_in=tuple(_put_in(block, span, changes)))


def _put_in(block: RedlineBlock, span: Span, changes: Sequence[Revision]) -> Iterable[Span]:
    """Yield the stretches put in; an insertion may have begun in a paragraph before."""
    for change in changes:
        if change.kind in _IN and change.span.start < span.end and change.span.end > span.start:
            start, end = max(change.span.start, span.start), min(change.span.end, span.end)
            yield Span(block.at(start, behind=True), block.at(end))
