"""What somebody had seen who took a note away or approved it: what he had not seen is not gone, nor approved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from annotations.history import GONE
from annotations.model import Review
from annotations.rows import kind_of, target, uid_of

if TYPE_CHECKING:
    from annotations.journal import Journal, Wish

__all__ = ["Seen", "looks_at_all"]


def looks_at_all(field: str, value: object) -> bool:
    """Whether saying this of a note is said of all that stands in it: that it goes, or that it is approved."""
    return bool(value) if field == GONE else field == "review" and value == Review.APPROVED


class Seen:
    """Looks up what stands in notes that one group takes away or approves; answers are read once for all of them."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._answers: dict[str, list[str]] | None = None

    def by(self, wish: Wish, heads: tuple[str, ...]) -> tuple[str, ...]:
        """Return the changes that a wish replaces: `heads`, which set its field; for a note as a whole, all it saw.

        For a document that goes, the last change of every session: its notes may be thousands.
        """
        if kind_of(wish.target) == "document" and wish.field == "removed" and wish.after:
            return tuple(sorted({*heads, *self._journal.store.tips()}))
        if kind_of(wish.target) != "note" or not looks_at_all(wish.field, wish.after):
            return heads
        answers = self._answers_of(uid_of(wish.target)) if wish.field == GONE else ()
        targets = [wish.target, *(target("reply", reply) for reply in answers)]
        told = (standing for name in targets for standing in self._journal.standing(name).values())
        return tuple(sorted({*heads, *(head for standing in told for head in standing.heads)}))

    def _answers_of(self, note: str) -> list[str]:
        if self._answers is None:
            self._answers = {}
            rows: Mapping[str, Mapping[str, Any]] = self._journal.store.rows("reply")
            for uid, row in rows.items():
                self._answers.setdefault(row["note"], []).append(uid)
        return self._answers.get(note, [])
