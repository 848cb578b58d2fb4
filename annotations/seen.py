"""What somebody had seen who took a note away: a change to it that he had not seen is somebody else's, and kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from annotations.history import GONE
from annotations.rows import kind_of, target, uid_of

if TYPE_CHECKING:
    from annotations.journal import Journal, Wish

__all__ = ["Seen"]


class Seen:
    """Looks up what stands in notes that one group takes away; the answers are read once for all of them."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._answers: dict[str, list[str]] | None = None

    def by(self, wish: Wish, heads: tuple[str, ...]) -> tuple[str, ...]:
        """Return the changes that a wish replaces: `heads`, which set its field; for a note that goes, all it saw."""
        if wish.field != GONE or not wish.after or kind_of(wish.target) != "note":
            return heads
        targets = [wish.target, *(target("reply", reply) for reply in self._answers_of(uid_of(wish.target)))]
        told = (standing for name in targets for standing in self._journal.standing(name).values())
        return tuple(sorted({*heads, *(head for standing in told for head in standing.heads)}))

    def _answers_of(self, note: str) -> list[str]:
        if self._answers is None:
            self._answers = {}
            rows: Mapping[str, Mapping[str, Any]] = self._journal.store.rows("reply")
            for uid, row in rows.items():
                self._answers.setdefault(row["note"], []).append(uid)
        return self._answers.get(note, [])
