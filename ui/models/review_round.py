"""The partner's way through the notes: which one is next, how many are approved. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from annotations.model import Note, Review

__all__ = ["Tally", "following", "tally"]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many notes stand where in the firm's own review."""

    draft: int
    waiting: int
    approved: int


def tally(notes: Sequence[Note]) -> Tally:
    """Count the notes by how far they have come."""
    states = [note.review for note in notes]
    return Tally(states.count(Review.DRAFT), states.count(Review.FOR_REVIEW), states.count(Review.APPROVED))


def following(notes: Sequence[Note], current: str, step: int, *, only_waiting: bool = False) -> str:
    """Return the note some steps on from the current one, from the end on at the beginning; "" where there is none.

    With `only_waiting` those that do not wait for review are passed over.
    """
    uids = [note.uid for note in notes]
    here = uids.index(current) if current in uids else (-1 if step > 0 else len(uids))
    circle = [notes[(here + step * far) % len(notes)] for far in range(1, len(notes) + 1)] if notes else []
    fitting = (note.uid for note in circle if not only_waiting or note.review is Review.FOR_REVIEW)
    return next(fitting, "")
