"""When some words of a policy first appeared, over several versions, and what became of them since. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from documents.compare import Mapping
from documents.equal_runs import EqualRuns
from documents.model import Span

__all__ = ["History", "Passage", "PassageState", "Past", "history"]

_LETTERS: Final = 12  # fewer stand in many places by accident


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
    """The way of some words through the versions, one passage a version. `first` is where they appeared."""

    first: int
    passages: tuple[Passage, ...]

    @property
    def changes(self) -> tuple[Passage, ...]:
        """Where the words changed or were moved since they appeared, and where they went."""
        since = self.passages[self.first + 1 :]
        gone = next((one for one in since if one.span is None), None)
        return tuple(one for one in since if one is gone or one.state in (PassageState.MOVED, PassageState.EDITED))


def history(texts: Sequence[str], version: int, span: Span) -> History:
    """Return what the words at `span` of one version were in each; the texts come oldest first."""
    return Past(texts).history(version, span)


class Past:
    """The versions of a text, oldest first. The way between two of them is found once, when it is first asked for."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = tuple(texts)
        self._ways: dict[tuple[int, int], _Way] = {}

    def history(self, version: int, span: Span) -> History:
        """Return what the words at `span` of one version were in each."""
        places: dict[int, tuple[Span, bool]] = {version: (span, False)}
        for step in (-1, 1):
            self._follow(places, version, step)
        first = min(places)
        return History(first, tuple(self._passage(places, number, version) for number in range(len(self._texts))))

    def _follow(self, places: dict[int, tuple[Span, bool]], version: int, step: int) -> None:
        """Add where the words are in the versions before or after, as far as they are there."""
        while 0 <= version + step < len(self._texts):
            found = self._way(version, version + step).place(places[version][0])
            if found is None:
                return
            version += step
            places[version] = found

    def _way(self, version: int, other: int) -> _Way:
        if (version, other) not in self._ways:
            self._ways[version, other] = _Way(self._texts[version], self._texts[other])
        return self._ways[version, other]

    def _passage(self, places: dict[int, tuple[Span, bool]], number: int, version: int) -> Passage:
        if number not in places:
            return Passage(number, None, PassageState.ABSENT)
        span, moved = places[number]
        if number == min(places):
            return Passage(number, span, PassageState.APPEARED)
        before = number - 1
        if places[before][0].of(self._texts[before]) != span.of(self._texts[number]):
            return Passage(number, span, PassageState.EDITED)
        moved = places[before][1] if before < version else moved
        return Passage(number, span, PassageState.MOVED if moved else PassageState.SAME)


class _Way:
    """From one version to the next, or to the one before."""

    def __init__(self, text: str, other: str) -> None:
        self._runs = EqualRuns(text, other)
        self._mapping = Mapping(self._runs.fine.runs)

    def place(self, span: Span) -> tuple[Span, bool] | None:
        """Return where at least half of some words stand, and whether that is out of their order; None for nowhere."""
        image = self._runs.image(span)
        if image is not None:
            return image, False
        exact = self._only_find(span)
        if exact is not None:
            window = self._runs.window(span)
            return exact, not (window.start <= exact.start and exact.end <= window.end)
        edited = self._mapping.edited(span)
        if edited is not None:
            return edited, False
        runs = self._runs.elsewhere(span)
        elsewhere = Mapping(runs.runs).edited(span) if runs is not None else None
        return None if elsewhere is None else (elsewhere, True)

    def _only_find(self, span: Span) -> Span | None:
        """Return the one place that has the very words; None where they are too few, or there several times."""
        words = span.of(self._runs.old)
        start = self._runs.new.find(words) if len(words) >= _LETTERS else -1
        if start < 0 or self._runs.new.find(words, start + 1) >= 0:
            return None
        return Span(start, start + len(words))
