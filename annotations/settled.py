"""A text that came back, with our own waiting redrafts rejected; and the way from there to what the file says. Pure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from documents.model import Revision, RevisionKind, Span

__all__ = ["Settled", "without"]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words that both texts have: where they begin in the settled one and in the file's, and how many they are."""

    start: int
    to: int
    length: int

    @property
    def end(self) -> int:
        return self.start + self.length

    @property
    def to_end(self) -> int:
        return self.to + self.length


class Settled:
    """What stands in `came` once the changes `waiting` in it are taken back: put in words go, struck words stay.

    Struck words are where the change stands in the file: on what is put in for them, or on no words at all.
    """

    def __init__(self, came: str, waiting: Sequence[Revision]) -> None:
        self._came = came
        self._stretches: list[_Stretch] = []
        self.text = self._without(sorted(waiting, key=lambda one: (one.span.start, one.span.end)))
        self._starts = [stretch.start for stretch in self._stretches]
        self._to = [stretch.to for stretch in self._stretches]

    def _without(self, waiting: Sequence[Revision]) -> str:
        pieces: list[str] = []
        at = length = 0
        for one in waiting:
            kept = self._came[at : one.span.start]
            words = one.words if one.kind is RevisionKind.DELETED else ""
            self._keep(length, at, len(kept))
            pieces += [kept, words]
            length += len(kept) + len(words)
            at = max(at, one.span.end)
        self._keep(length, at, len(self._came) - at)
        return "".join([*pieces, self._came[at:]])

    def _keep(self, start: int, to: int, length: int) -> None:
        if length > 0:
            self._stretches.append(_Stretch(start, to, length))

    def there(self, span: Span) -> Span:
        """Return where a span of the settled text stands in the file, with what our redrafts put in for it."""
        start = self._start(span.start)
        return Span(start, max(start, self._end(span.end)))

    def _start(self, place: int) -> int:
        index = bisect_right(self._starts, place) - 1
        if index < 0:
            return 0
        one = self._stretches[index]
        return one.to + min(place - one.start, one.length)

    def _end(self, place: int) -> int:
        index = bisect_left(self._starts, place) - 1
        if index >= 0 and place <= self._stretches[index].end:
            one = self._stretches[index]
            return one.to + place - one.start
        return self._to[index + 1] if index + 1 < len(self._to) else len(self._came)

    def readings(self, span: Span) -> set[str]:
        """Return what the settled text may say where the file says `span`: words struck at its ends with it or not."""
        ends = self._places(span.end)
        return {self.text[start:end] for start in self._places(span.start) for end in ends if start <= end}

    def _places(self, place: int) -> set[int]:
        """Where a place of the file may be in the settled text: before the words that are struck there, and behind."""
        index = bisect_right(self._to, place) - 1
        found = set()
        if index >= 0:
            one = self._stretches[index]
            found.add(min(one.start + place - one.to, one.end))
        if index < 0 or place >= self._stretches[index].to_end:
            found.add(self._starts[index + 1] if index + 1 < len(self._starts) else len(self.text))
        if index < 0 or place == self._stretches[index].to:
            found.add(self._stretches[index - 1].end if index > 0 else 0)
        return found


def without(text: str, waiting: Sequence[Revision]) -> str:
    """Return `text` as it was before the changes `waiting` in it."""
    return Settled(text, waiting).text
