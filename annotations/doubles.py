"""Notes of several reviewers on the same words: offered as one, and where they rate the risk differently. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from annotations.model import AnchorState, Note
from annotations.past import folded
from documents.model import Span

__all__ = ["Double", "doubles_in", "same_words"]

_PLACELESS = (AnchorState.LOST, AnchorState.AMBIGUOUS)
_SHARED = 0.5  # of all the words that either of two notes is about


@dataclass(frozen=True, slots=True)
class Double:
    """Two notes on the same words; `first` has the smaller number, and is the one that stays where they are joined."""

    first: Note
    second: Note

    @property
    def disagree(self) -> bool:
        """Whether they rate the risk differently."""
        return self.first.severity is not self.second.severity


def doubles_in(notes: Iterable[Note], latest: Mapping[str, str]) -> Iterator[Double]:
    """Give the pairs of notes that two reviewers made on the same words, or anybody made twice.

    `latest` are the latest versions of the documents.
    """
    by_document: dict[str, list[tuple[Note, list[Span]]]] = {}
    for note in notes:
        by_document.setdefault(note.document, []).append((note, _places(note, latest.get(note.document, ""))))
    for found in by_document.values():
        placed = sorted((one for one in found if one[1]), key=lambda one: one[1][0].start)
        yield from _overlapping(placed)
        yield from _said_twice([note for note, places in found if not places])


def _places(note: Note, version: str) -> list[Span]:
    standing = (a.span for a in note.anchors if a.version == version and a.state not in _PLACELESS)
    return sorted(standing, key=lambda span: (span.start, span.end))


def _overlapping(placed: list[tuple[Note, list[Span]]]) -> Iterator[Double]:
    open_ones: list[tuple[Note, list[Span]]] = []
    for note, places in placed:
        open_ones = [one for one in open_ones if one[1][-1].end > places[0].start]
        for other, others in open_ones:
            if (note.author != other.author or _same_said(note, other)) and same_words(places, others):
                yield _double(note, other)
        open_ones.append((note, places))


def same_words(one: list[Span], other: list[Span]) -> bool:
    """Whether two notes are about the same words: they share at least half of all that either marks."""
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    every = sum(len(span) for span in (*one, *other)) - shared
    return every > 0 and shared >= _SHARED * every


def _said_twice(notes: list[Note]) -> Iterator[Double]:
    """Notes without a place are doubles only where they say the same."""
    by_words: dict[tuple[str, str], list[Note]] = {}
    for note in notes:
        if note.title or note.issue:
            by_words.setdefault((folded(note.title), folded(note.issue)), []).append(note)
    for found in by_words.values():
        for place, note in enumerate(found):
            yield from (_double(note, other) for other in found[place + 1 :])


def _same_said(one: Note, other: Note) -> bool:
    return (folded(one.title), folded(one.issue)) == (folded(other.title), folded(other.issue)) != ("", "")


def _double(one: Note, other: Note) -> Double:
    first, second = sorted((one, other), key=lambda note: (note.number, note.uid))
    return Double(first, second)
