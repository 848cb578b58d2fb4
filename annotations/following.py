"""Following the words of a note from one text to another: sure where they stand, a question, or lost. Pure.

The rules were measured on pairs of real policies (docs/carrying-notes.md). No score decides alone: a high one is just
what a deleted clause and its neighbour have in common.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

from annotations.headings import Headings, headings_of, in_order
from documents.dangers import Terms, dangers
from documents.equal_runs import EqualRuns, Run, RunIndex
from documents.model import PolicyDocument, Span

__all__ = ["Followed", "Follower", "Outcome", "follower_between"]

_AROUND: Final = 48
_BEYOND: Final = 64
_MOST_FINDS: Final = 300
_ALIKE: Final = 0.6
_TOO_LITTLE: Final = 0.4
_LONGER: Final = 1.5
_TWICE: Final = 2.0
_NEARLY_ALL: Final = 0.9
_CLAIMED: Final = 0.7  # of a place whose letters were in the old text: it is theirs
_NEARLY: Final = 0.1
_NEAREST: Final = 2  # titles over a place
_APART: Final = 0.3
_SLACK: Final = 0.15  # of a quote: words changed over its edge, which end it at one word or another


class Outcome(StrEnum):
    """What became of some words: where they stand is sure in the first three."""

    SAME = "same"
    EDITED = "edited"
    MOVED = "moved"
    ASK = "ask"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Followed:
    """Where words stand now: `span` is the place, or the one to propose; `why` a code; `others` are rival places."""

    outcome: Outcome
    span: Span | None = None
    why: str = ""
    alerts: tuple[str, ...] = ()
    others: tuple[Span, ...] = ()


class Follower:
    """Follows places of one text to another; `headings` say under which titles a place of either stands."""

    def __init__(self, old: str, new: str, headings: tuple[Headings, Headings] | None = None) -> None:
        self.old, self.new = old, new
        self._before, self._after = headings or (Headings(), Headings())
        self._counting = in_order(self._after.labels, new)
        self.runs = EqualRuns(old, new)
        self._terms = Terms(old, new)
        self._short = 24 if self.runs.east_asian else 60
        self._next = 1 if self.runs.east_asian else 5
        self._held = 2 if self.runs.east_asian else 4

    def follow(self, span: Span) -> Followed:
        """Return what became of the words at `span` of the old text."""
        finds = _finds(self.new, span.of(self.old))
        image = self.runs.image(span)
        if image is None and not finds:
            edited = self._edited(span)
            return self._elsewhere(span) if edited is None else self._alone(span, edited)
        found = self._found(span, finds) if image is None else self._stays(span, image, finds)
        if found.span is None or found.outcome not in (Outcome.SAME, Outcome.MOVED):
            return found
        return replace(found, alerts=self._beside(span, found.span))

    # -- the very same words --------------------------------------------------------------------------------------

    def _stays(self, span: Span, image: Span, finds: list[Span]) -> Followed:
        """The words lie in a run that both texts have; another copy as good as that one is a question."""
        if len(finds) == 1:
            return Followed(Outcome.SAME, image)
        own = min(self._around(span, image))
        rivals = [one for one in self._unclaimed(span, finds) if one != image]
        as_good = [one for one in rivals if own < 1 and min(self._around(span, one)) >= own - _NEARLY]
        if not as_good and len(_finds(self.old, span.of(self.old), len(finds))) < len(finds):
            as_good = [one for one in rivals if max(self._around(span, one)) == 1]
        if self._same_heading(span, image):
            as_good = [one for one in as_good if self._same_heading(span, one)]
        if as_good:
            return Followed(Outcome.ASK, image, "repeated", others=tuple(as_good))
        return Followed(Outcome.SAME, image)

    def _alone(self, span: Span, found: Followed) -> Followed:
        """Changed words that stand twice now, the second time in as good a place, are a question as well."""
        place = found.span
        if found.outcome is not Outcome.EDITED or place is None:
            return found
        copies = [one for one in _finds(self.new, place.of(self.new)) if one != place]
        if len(copies) < len(_finds(self.old, span.of(self.old), len(copies) + 1)):
            return found
        own = min(self._around(span, place))
        as_good = [one for one in copies if own < 1 and min(self._around(span, one)) >= own - _NEARLY]
        if self._same_heading(span, place):
            as_good = [one for one in as_good if self._same_heading(span, one)]
        if not as_good:
            return found
        return replace(found, outcome=Outcome.ASK, why="repeated", others=tuple(as_good))

    def _beside(self, span: Span, image: Span) -> tuple[str, ...]:
        """Return what changed right at an end of the words: "will" stands, but now it says "will not"."""
        old, new = self.old, self.new
        behind = old[span.end : span.end + self._next], new[image.end : image.end + self._next]
        before = old[max(0, span.start - self._next) : span.start], new[max(0, image.start - self._next) : image.start]
        told: list[str] = []
        for one, other in (before, behind):
            if one != other:
                told += [code for code in dangers(one, other, self._terms) if code in ("negation", "modal")]
        return tuple(dict.fromkeys(told))

    def _found(self, span: Span, finds: list[Span]) -> Followed:
        window = self.runs.window(span)
        before = len(_finds(self.old, span.of(self.old), 3))
        if len(finds) == before == 1:
            here = _inside(finds[0], window)
            sure = here or len(span) >= self._short or max(self._around(span, finds[0])) >= _ALIKE
            outcome = (Outcome.SAME if here else Outcome.MOVED) if sure else Outcome.ASK
            return Followed(outcome, finds[0], "" if sure else "short")
        free = list(self._unclaimed(span, finds))
        inside = [one for one in free if _inside(one, window)]
        scored = sorted(((sum(self._around(span, one)), one) for one in inside or free or finds), reverse=True)
        best, place = scored[0]
        second = scored[1][0] if len(scored) > 1 else 0.0
        clear = place in free and best - second >= _APART and best >= (1.0 if inside else 1.5)
        if len(inside) <= 1 and (clear or (inside and best >= 1.5 * _ALIKE)):
            return Followed(Outcome.SAME if inside else Outcome.MOVED, place)
        own = [one for one in inside if self._same_heading(span, one)]
        if len(own) == 1 and self._single_under_heading(span):
            return Followed(Outcome.SAME, own[0])
        edited = None if inside else self._edited(span)
        if edited is not None and edited.outcome is Outcome.EDITED:
            return edited
        rivals = tuple(one for _, one in scored[1:5])
        return Followed(Outcome.ASK, place, "repeated" if inside else "own place gone", others=rivals)

    def _unclaimed(self, span: Span, finds: list[Span]) -> Iterator[Span]:
        """Yield the places that the map does not give to another old copy of the same words, or of nearly the same."""
        here = self.runs.fine.image(span)
        for one in finds:
            origin = self.runs.origin(one)
            if origin is None and one != here and self.runs.fine.come_from(one) >= _CLAIMED * len(one):
                continue
            if origin is None or origin == span:
                yield one

    def _same_heading(self, span: Span, place: Span) -> bool:
        """Whether a place of the new text stands under the titles that the old place stands under, by the nearest."""
        titles = self._before.over(span.start)[-_NEAREST:]
        return bool(titles) and titles == self._after.over(place.start)[-_NEAREST:]

    def _single_under_heading(self, span: Span) -> bool:
        """Whether the old text has some words once under their own titles."""
        titles = self._before.over(span.start)[-_NEAREST:]
        copies = _finds(self.old, span.of(self.old))
        return sum(self._before.over(one.start)[-_NEAREST:] == titles for one in copies) == 1

    def _around(self, span: Span, place: Span) -> tuple[float, float]:
        """Return how alike the letters before and behind two places are."""
        old, new = self.old, self.new
        before = (old[max(0, span.start - _AROUND) : span.start], new[max(0, place.start - _AROUND) : place.start])
        behind = old[span.end : span.end + _AROUND], new[place.end : place.end + _AROUND]
        return _likeness(*before) if span.start else 1.0, _likeness(*behind) if span.end < len(old) else 1.0

    # -- changed words --------------------------------------------------------------------------------------------

    def _edited(self, span: Span, runs: RunIndex | None = None) -> Followed | None:
        """Return where the map leads the words, None where too little of them is there."""
        runs = runs or self.runs.fine
        kept = runs.within(span)
        if not kept:
            return None
        start, firm_start = self._start(span, kept[0], runs)
        end, firm_end = self._end(span, kept[-1], runs)
        place = Span(start, end)
        share = sum(run.size for run in kept) / len(span)
        grams = _grams_kept(span.of(self.old), place.of(self.new))
        if share < _TOO_LITTLE and grams < _TOO_LITTLE:
            return None
        alerts, renumbered = self._changed(span, place)
        why = self._doubt(span, place, share, grams, firm=firm_start and firm_end)
        return Followed(Outcome.ASK if why else Outcome.EDITED, place, why or renumbered, alerts)

    def _changed(self, span: Span, place: Span) -> tuple[tuple[str, ...], str]:
        """Return the signs of danger in what was changed, and "renumbered" where a clause only counts otherwise now.

        A typed number before a clause is a label while it follows from the numbers before it, else a figure.
        """
        labels = [label.of(self.old) for label in self._before.labels_in(span)]
        now = self._after.labels_in(place)
        if labels == [label.of(self.new) for label in now] or not self._counting.issuperset(now):
            return dangers(span.of(self.old), place.of(self.new), self._terms), ""
        old, new = self._before.without_labels(span, self.old), self._after.without_labels(place, self.new)
        return dangers(old, new, self._terms), "renumbered"

    def _doubt(self, span: Span, place: Span, share: float, grams: float, *, firm: bool) -> str:
        ratio = len(place) / len(span)
        if (grams < _ALIKE or share < _ALIKE) and not _but_for_spaces(span.of(self.old), place.of(self.new)):
            return "rewritten"
        if not _ALIKE <= ratio <= (_TWICE if min(share, grams) >= _NEARLY_ALL else _LONGER):
            return "length"
        if not firm:
            return "edge"
        return ""

    def _start(self, span: Span, first: Run, runs: RunIndex) -> tuple[int, bool]:
        """Return where the words begin now, and whether that is firm."""
        labelled = self._at_label(span, runs)
        if labelled is not None:
            return labelled, True
        if first.old == span.start:
            run = runs.starting_at(span.start)
            return first.new, run is not None and run.size >= self._held
        run = runs.last_before(first.old)
        old_end, new_end = (run.old + run.size, run.new + run.size) if run is not None else (0, 0)
        held = run is None or run.size >= self._held
        if old_end == span.start or new_end == first.new:  # all of what was changed is the note's, or nothing is there
            return new_end if old_end == span.start else first.new, held
        changed = max(first.old - span.start, first.new - new_end)
        near = min(first.old - span.start, first.new - new_end)
        return first.new - near, held and changed <= _SLACK * len(span)

    def _at_label(self, span: Span, runs: RunIndex) -> int | None:
        """Return where the number stands now that the words begin with, before the same words; else None.

        Some clause has the old number in the new text too, and it is another one where clauses were put in.
        """
        label = next((one for one in self._before.labels_in(span) if one.start == span.start), None)
        rest = () if label is None else runs.within(Span(label.end, span.end))
        run = next((run for run in rest if run.size >= self.runs.group), None)
        if label is None or run is None:
            return None
        one, other, _ = run
        while one > label.end and other > 0 and self.old[one - 1] == self.new[other - 1]:
            one, other = one - 1, other - 1
        if self.old[label.end : one].strip():
            return None
        words = len(self.new[:other].rstrip())
        now = self._after.labels_in(Span(max(0, words - 1), words))
        return next((found.start for found in now if found.end == words), None)

    def _end(self, span: Span, last: Run, runs: RunIndex) -> tuple[int, bool]:
        """Return where the words end now, and whether that is firm."""
        ended, now = last.old + last.size, last.new + last.size
        if ended == span.end:
            run = runs.ending_at(span.end)
            return now, run is not None and run.size >= self._held
        run = runs.first_from(ended)
        old_start, new_start = (run.old, run.new) if run is not None else (len(self.old), len(self.new))
        held = run is None or run.size >= self._held
        if old_start == span.end or new_start == now:
            return new_start if old_start == span.end else now, held
        changed = max(span.end - ended, new_start - now)
        near = min(span.end - ended, new_start - now)
        return now + near, held and changed <= _SLACK * len(span)

    # -- another place --------------------------------------------------------------------------------------------

    def _elsewhere(self, span: Span) -> Followed:
        """The words are changed, and not where the map leads: a question where much of them stands elsewhere."""
        beyond = Span(max(0, span.start - _BEYOND), min(len(self.old), span.end + _BEYOND))
        runs = self.runs.elsewhere(beyond)
        found = None if runs is None else self._edited(span, runs)
        if found is None or found.why == "rewritten":
            return Followed(Outcome.LOST)
        return replace(found, outcome=Outcome.ASK, why="moved")


def follower_between(one: PolicyDocument, other: PolicyDocument) -> Follower:
    """Return what follows places of one document to another, with the clauses of both as context."""
    return Follower(one.text, other.text, (headings_of(one), headings_of(other)))


def _finds(text: str, words: str, most: int = _MOST_FINDS) -> list[Span]:
    found: list[Span] = []
    start = text.find(words) if words else -1
    while start >= 0 and len(found) < most:
        found.append(Span(start, start + len(words)))
        start = text.find(words, start + 1)
    return found


def _inside(place: Span, window: Span) -> bool:
    return window.start <= place.start and place.end <= window.end


def _likeness(one: str, other: str) -> float:
    if one == other:
        return 1.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _but_for_spaces(one: str, other: str) -> bool:
    return "".join(one.split()) == "".join(other.split())


def _grams_kept(quote: str, words: str) -> float:
    """Return how many of the groups of four letters of a quote some words have."""
    wanted = {quote[at : at + 4] for at in range(len(quote) - 3)}
    if not wanted:
        return 1.0 if quote in words else 0.0
    return len(wanted & {words[at : at + 4] for at in range(len(words) - 3)}) / len(wanted)
