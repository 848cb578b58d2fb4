"""The notes of a document on its next version: each carried where its words stand, asked about, or kept as lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from annotations.anchors import describe, lost
from annotations.following import Followed, Follower, Outcome
from annotations.journal import Wish
from annotations.model import Anchor, AnchorState, Note
from annotations.rows import target

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
    if anchor.state in PLACELESS:
        return Followed(Outcome.ASK if anchor.state is AnchorState.AMBIGUOUS else Outcome.LOST)
    return follower.follow(anchor.span)


def _anchor(anchor: Anchor, found: Followed, version: str, text: str) -> tuple[Anchor, Anchor | None]:
    """Return the anchor to keep on the new version, and the place to show for it, if any."""
    state = _STATES[found.outcome]
    place = None
    if found.span is not None:
        place = replace(
            describe(text, found.span, version), state=state, alerts=found.alerts, how=found.why or "followed"
        )
    if place is not None and state not in PLACELESS:
        return place, place
    return replace(lost(anchor, state), version=version, alerts=found.alerts, how=found.why), place


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
