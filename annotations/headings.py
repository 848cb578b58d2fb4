"""What the clause tree of a document says of a place: under which headings it stands, and which numbers are labels."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from documents.labels import Candidate, mark_of
from documents.model import PolicyDocument, Span

__all__ = ["Headings", "headings_of", "in_order"]

_LOOK = 40


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings of one text, in its order.

    `starts` are where clauses begin, `trails` the titles over each of them from the top, its own the last; `labels`
    are the numbers that are typed before the words ("3.2", "第五条"), by place.
    """

    starts: tuple[int, ...] = ()
    trails: tuple[tuple[str, ...], ...] = ()
    labels: tuple[Span, ...] = ()

    def over(self, place: int) -> tuple[str, ...]:
        """Return the titles over a place, from the top."""
        index = bisect_right(self.starts, place) - 1
        return self.trails[index] if index >= 0 else ()

    def labels_in(self, span: Span) -> tuple[Span, ...]:
        """Return the typed numbers that begin or end at a place."""
        first = bisect_right(self.labels, span.start, key=lambda one: one.end)
        last = bisect_left(self.labels, span.end, key=lambda one: one.start)
        return self.labels[first:last]

    def without_labels(self, span: Span, text: str) -> str:
        """Return the words of a place without the typed numbers of its clauses."""
        words, at = [], span.start
        for label in self.labels_in(span):
            words.append(text[at : max(label.start, at)])
            at = min(label.end, span.end)
        return "".join((*words, text[at : span.end]))

    def shifted(self, at: int, until: int, by: int) -> Headings:
        """Return the headings of a text in which what stood from `at` to `until` became `by` longer."""

        def moved(place: int) -> int:
            return place + by if place >= until else min(place, max(at, until + by))

        labels = (Span(moved(one.start), moved(one.end)) for one in self.labels)
        return replace(
            self,
            starts=tuple(moved(start) for start in self.starts),
            labels=tuple(one for one in labels if one.start < one.end),
        )


def in_order(labels: Iterable[Span], text: str) -> frozenset[Span]:
    """Return the typed numbers that count on from those before them and are counted on from by those behind.

    A number of several parts begins with that of the clause it stands in: 3.1 stands in 3 or 三.
    """
    read = [(label, _readings(text[label.start : label.start + _LOOK])) for label in labels]
    before = _neighbours(read)
    behind = _neighbours(read[::-1])
    found: set[Span] = set()
    around = 0
    for label, readings in read:
        for one in readings:
            last, following = before[label, one], behind[label, one]
            begins = one.value == 1 and (len(one.parts) == 1 or one.parts[-2] == around)
            counted_on = following == 0 or following <= one.value + 1
            if counted_on and (begins or (last and one.value == last + 1)):
                found.add(label)
        around = next((one.value for one in readings if len(one.parts) == 1), around)
    return frozenset(found)


def _readings(words: str) -> tuple[Candidate, ...]:
    mark = mark_of(words)
    return () if mark is None or mark.is_bullet else mark.readings


def _neighbours(read: Sequence[tuple[Span, tuple[Candidate, ...]]]) -> dict[tuple[Span, Candidate], int]:
    """Return for each reading of a label the last number of its kind before it, 0 where there is none."""
    last: dict[tuple[str, tuple[int, ...]], int] = {}
    found: dict[tuple[Span, Candidate], int] = {}
    for label, readings in read:
        for one in readings:
            found[label, one] = last.get((one.family, one.parts[:-1]), 0)
        for one in readings:
            last[one.family, one.parts[:-1]] = one.value
    return found


def headings_of(policy: PolicyDocument) -> Headings:
    """Return what the clause tree of a document says of its places."""
    starts: list[int] = []
    trails: list[tuple[str, ...]] = []
    above: list[tuple[int, str]] = []
    for clause in policy.clauses:
        above = [one for one in above if one[0] < clause.level]
        above.append((clause.level, _folded(clause.title)))
        starts.append(clause.span.start)
        trails.append(tuple(title for _, title in above))
    labels = (block.label_span for block in policy.blocks if block.label_span is not None)
    return Headings(tuple(starts), tuple(trails), tuple(sorted(labels, key=lambda one: one.start)))


def _folded(title: str) -> str:
    return "".join(title.split()).casefold()
