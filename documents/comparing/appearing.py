"""When some words of a policy first appeared, over several versions, and what became of them since. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from documents.equal_runs import EqualRuns
from documents.model import Span

__all__ = ["History", "Passage", "PassageState", "history"]

_HALF = 0.5


class PassageState(StrEnum):
    """What some words are in a version, against the version before."""

    ABSENT = "absent"
    APPEARED = "appeared"
    SAME = "same"
    MOVED = "moved"
    EDITED = "edited"


@dataclass(frozen=True, slots=True)
class Passage:
    """Some words in one version, counted from 0; no span where they are absent."""

    version: int
    span: Span | None
    state: PassageState


@dataclass(frozen=True, slots=True)
class History:
    """The way of some words through the versions. `first` is where they appeared."""

    first: int
    passages: tuple[Passage, ...]


def history(texts: Sequence[str], version: int, span: Span) -> History:
    """Return what the words at `span` of one version were in each, the oldest first."""
    spans: dict[int, Span] = {version: span}
    for step, ends in ((-1, -1), (1, len(texts))):
        place = version
        while place + step != ends:
            there = _followed(texts[place], texts[place + step], spans[place])
            if there is None:
                break
            place += step
            spans[place] = there
    first = min(spans)
    return History(first, tuple(_passage(texts, spans, number, first) for number in range(len(texts))))


def _passage(texts: Sequence[str], spans: dict[int, Span], number: int, first: int) -> Passage:
    span = spans.get(number)
    if span is None:
        return Passage(number, None, PassageState.ABSENT)
    if number == first:
        return Passage(number, span, PassageState.APPEARED)
    same = spans[number - 1].of(texts[number - 1]) == span.of(texts[number])
    return Passage(number, span, PassageState.SAME if same else PassageState.EDITED)


def _followed(text: str, other: str, span: Span) -> Span | None:
    """Return where most of some words stand in another version."""
    runs = EqualRuns(text, other)
    image = runs.image(span)
    if image is not None:
        return image
    kept = runs.fine.within(span)
    if sum(run.size for run in kept) < _HALF * len(span):
        return None
    return Span(kept[0].new, kept[-1].new + kept[-1].size)
