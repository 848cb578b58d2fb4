"""The notes of a document on its next version: each carried where its words stand, asked about, or kept as lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from annotations.anchors import describe, lost
from annotations.following import Followed, Follower, Outcome
from annotations.journal import Wish
from annotations.model import Anchor, AnchorState, Note
from annotations.passage import Passage
from annotations.rows import target
from documents.model import Span

__all__ = ["PLACELESS", "WORSE", "CarriedNote", "carried_notes"]

PLACELESS = (AnchorState.LOST, AnchorState.AMBIGUOUS)
WORSE = (AnchorState.UNCHANGED, AnchorState.MOVED, AnchorState.EDITED, AnchorState.AMBIGUOUS, AnchorState.LOST)
_STATES = {
    Outcome.SAME: AnchorState.UNCHANGED,
    Outcome.EDITED: AnchorState.EDITED,
    Outcome.MOVED: AnchorState.MOVED,
    Outcome.ASK: AnchorState.AMBIGUOUS,
    Outcome.LOST: AnchorState.LOST,
}

_LOST = Followed(Outcome.LOST)
_TOLD_APART = 12  # letters, that a find is no accident


@dataclass(frozen=True, slots=True)
class CarriedNote:
    """What became of a note: its worst state, the signs of danger at any of its places, and where it stands.

    `places` are anchors on the new version; of an ambiguous one the place to propose. `edited` are old and new words of
    those that changed, `lost` the words that have no place.
    """

    note: str
    state: AnchorState
    alerts: tuple[str, ...] = ()
    places: tuple[Anchor, ...] = ()
    edited: tuple[tuple[str, str], ...] = ()
    lost: tuple[str, ...] = ()


def carried_notes(notes: Iterable[Note], old: str, new: str, follower: Follower) -> Iterator[tuple[Wish, CarriedNote]]:
    """Give for each note with words on version `old` its anchors on version `new`, and what became of it."""
    for note in notes:
        standing = [anchor for anchor in note.anchors if anchor.version == old]
        if not standing or any(anchor.version == new for anchor in note.anchors):
            continue
        pairs = [(anchor, _followed(anchor, follower)) for anchor in standing]
        carried = [_anchor(anchor, found, new, follower.new) for anchor, found in pairs]
        wish = Wish(target("note", note.uid), "anchors", (*(kept for kept, _ in carried), *note.anchors))
        yield wish, _told(note, pairs, carried)


def _followed(anchor: Anchor, follower: Follower) -> Followed:
    """Return what became of an anchor's words; one without a place is asked about again where there is one now."""
    if anchor.state is AnchorState.LOST:
        found = follower.new.find(anchor.exact) if len(anchor.exact) >= _TOLD_APART else -1
        single = found >= 0 and follower.new.find(anchor.exact, found + 1) < 0
        return Followed(Outcome.ASK, Span(found, found + len(anchor.exact)), "back") if single else _LOST
    if anchor.state is not AnchorState.AMBIGUOUS:
        return follower.follow(anchor.span)
    proposed = () if anchor.passage is None else anchor.passage.proposed
    led = [place for one in proposed if (place := follower.follow(one).span) is not None]
    return Followed(Outcome.ASK, led[0] if led else None, "asked before", (), tuple(led[1:]))


def _anchor(anchor: Anchor, found: Followed, version: str, text: str) -> tuple[Anchor, Anchor | None]:
    """Return the anchor to keep on the new version, and the place to show for it, if any."""
    state = _STATES[found.outcome]
    place = None
    passage = Passage(anchor.version, anchor.start, anchor.end)
    if found.span is not None:
        place = replace(
            describe(text, found.span, version),
            state=state,
            alerts=found.alerts,
            how=found.why or "followed",
            passage=None if state is AnchorState.UNCHANGED and not found.alerts else passage,
        )
    if place is not None and state not in PLACELESS:
        return place, place
    asked = () if found.span is None else tuple(dict.fromkeys((found.span, *found.others)))
    kept = replace(lost(anchor, state), version=version, alerts=found.alerts, how=found.why)
    return replace(kept, passage=replace(passage, proposed=asked)), place


def _told(note: Note, pairs: list[tuple[Anchor, Followed]], carried: list[tuple[Anchor, Anchor | None]]) -> CarriedNote:
    kept = [anchor for anchor, _ in carried]
    return CarriedNote(
        note.uid,
        max((anchor.state for anchor in kept), key=WORSE.index),
        tuple(dict.fromkeys(alert for _, found in pairs for alert in found.alerts)),
        tuple(place for _, place in carried if place is not None),
        tuple(
            (was.exact, now.exact) for (was, _), now in zip(pairs, kept, strict=True) if now.state is AnchorState.EDITED
        ),
        tuple(was.exact for (was, _), now in zip(pairs, kept, strict=True) if now.state is AnchorState.LOST),
    )
