"""Going through what was carried to a new version: what needs eyes first, and what a reviewer decides about it. Pure.

A decision is an ordinary change of the note's anchors (and status): undo takes it back, merge brings it along.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from annotations.anchors import describe, describe_all, lost
from annotations.carry import PLACELESS, WORSE
from annotations.model import Anchor, AnchorState, Note, Status
from annotations.passage import ACCEPTED, KEPT_LOST, PLACED, RESOLVED, Passage
from documents.dangers import Terms, dangers
from documents.model import PolicyDocument, Span

__all__ = ["ToSee", "accepted", "counted", "kept_lost", "placed", "resolved", "to_see"]

_FIRST = (AnchorState.AMBIGUOUS, AnchorState.LOST, AnchorState.EDITED, AnchorState.MOVED, AnchorState.UNCHANGED)


@dataclass(frozen=True, slots=True)
class ToSee:
    """One place of a note to look at: `ordinal` is its anchor's among the note's, `words` the old ones at `was`.

    `span` is where it stands now, None without a place; `proposed` are places to choose from, the likeliest first.
    """

    note: str
    ordinal: int
    state: AnchorState
    words: str
    was: Passage
    span: Span | None = None
    alerts: tuple[str, ...] = ()
    how: str = ""

    @property
    def proposed(self) -> tuple[Span, ...]:
        """Where it may stand, the likeliest first."""
        return self.was.proposed

    @property
    def decided(self) -> str:
        """What a reviewer decided; empty while it waits."""
        return self.was.decided

    @property
    def places(self) -> tuple[Span, ...]:
        """The place it has, or those it may have."""
        return self.proposed if self.span is None else (self.span,)


def to_see(notes: Iterable[Note], version: str) -> tuple[ToSee, ...]:
    """Return what became of places on a version and is to be looked at, also what was: first what nobody else knows.

    Ambiguous ones, then any with an alert, lost, edited, moved ones; each kind in the order of the document.
    """
    found = [
        _to_see(note, ordinal)
        for note in notes
        for ordinal, anchor in enumerate(note.anchors)
        if anchor.version == version and anchor.passage is not None and anchor.passage.version
    ]
    return tuple(sorted(found, key=_urgency))


def counted(notes: Iterable[Note], version: str) -> Mapping[AnchorState, int]:
    """Return how many notes stand how on a version, each by its worst place; those that were not carried left out."""
    worst = [
        max(states, key=WORSE.index)
        for note in notes
        if (states := [one.state for one in note.anchors if one.version == version and one.state in WORSE])
    ]
    counts = Counter(worst)
    return {state: counts[state] for state in WORSE}


def _to_see(note: Note, ordinal: int) -> ToSee:
    anchor = note.anchors[ordinal]
    passage = anchor.passage or Passage()
    span = None if anchor.state in PLACELESS else anchor.span
    words = _old_words(note, anchor)
    return ToSee(note.uid, ordinal, anchor.state, words, passage, span, anchor.alerts, anchor.how)


def _old_words(note: Note, anchor: Anchor) -> str:
    """Return the words an anchor had in the version it came from."""
    passage = anchor.passage or Passage()
    before = (one for one in note.anchors if one.version == passage.version)
    return next((one.exact for one in before if one.span == passage.span), anchor.exact)


def _urgency(one: ToSee) -> tuple[int, int]:
    rank = 10 * _FIRST.index(one.state) if one.state in _FIRST else 35
    if one.alerts and one.state is not AnchorState.AMBIGUOUS:
        rank = 5
    if one.how == "renumbered" and not one.alerts:
        rank = 34
    place = one.places[0].start if one.places else one.was.start
    return rank, place


# -- decisions ----------------------------------------------------------------------------------------------------


def accepted(note: Note, one: ToSee, text: str, choice: int = 0) -> dict[str, Any]:
    """Return what to change for a place that is right: of an ambiguous note the one chosen of those proposed."""
    if not one.places:
        return kept_lost(note, one)
    span = one.places[min(choice, len(one.places) - 1)]
    words = span.of(text)
    state = one.state
    if one.span is None:
        state = AnchorState.UNCHANGED if words == one.words else AnchorState.EDITED
    alerts = one.alerts if one.span == span or choice == 0 else dangers(one.words, words, Terms(text))
    made = replace(describe(text, span, note.anchors[one.ordinal].version), state=state, alerts=alerts, how=one.how)
    return _with(note, one, [made], ACCEPTED)


def placed(note: Note, one: ToSee, policy: PolicyDocument, spans: Sequence[Span]) -> dict[str, Any]:
    """Return what to change for words that stand elsewhere: where a reviewer selected them."""
    made = describe_all(policy, spans, note.anchors[one.ordinal].version)
    return _with(note, one, [replace(anchor, how="by hand") for anchor in made], PLACED)


def resolved(note: Note, one: ToSee, reason: str) -> dict[str, Any]:
    """Return what to change where the new wording settled the matter: the status, with the reviewer's reason."""
    return {**_with(note, one, [note.anchors[one.ordinal]], RESOLVED, reason), "status": Status.RESOLVED}


def kept_lost(note: Note, one: ToSee) -> dict[str, Any]:
    """Return what to change for words that have no place any more: they are kept with the note."""
    gone = lost(replace(note.anchors[one.ordinal], exact=one.words))
    return _with(note, one, [gone], KEPT_LOST)


def _with(note: Note, one: ToSee, made: Sequence[Anchor], decided: str, reason: str = "") -> dict[str, Any]:
    """Return the note's anchors with others in place of one; where it may stand is kept for a second thought."""
    proposed = tuple(dict.fromkeys((*one.proposed, *one.places)))
    passage = replace(one.was, decided=decided, reason=reason, proposed=proposed)
    anchors = list(note.anchors)
    anchors[one.ordinal : one.ordinal + 1] = [replace(anchor, passage=passage) for anchor in made]
    return {"anchors": tuple(anchors)}
