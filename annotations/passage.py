"""How an anchor passed from one version of a document to the next: from where, to where else, and what was decided.

Kept in the matter, not worked out again when it is looked at: a reviewer decides about the very proposal that was made,
on any machine, after the rules of following have become better, and when the old version's bytes are gone. It stands
in the anchor's `how`, as JSON where it was one word: the table has the same columns, a program that knows nothing of it
reads the file as before, and undo and merge treat it as any other part of an anchor.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from documents.model import Span

__all__ = ["ACCEPTED", "KEPT_LOST", "PLACED", "RESOLVED", "Passage", "how_read", "how_written"]

ACCEPTED, PLACED, RESOLVED, KEPT_LOST = "accepted", "placed", "resolved", "lost"
"""What a reviewer decides: the place is right, it is another one, the change settled the matter, it has no place."""


@dataclass(frozen=True, slots=True)
class Passage:
    """`version`, `start` and `end` are where the words stood; `proposed` where they may stand now, the likeliest first.

    `decided` is one of the four words above, empty while nobody has looked; `reason` is the reviewer's own and goes
    into no export.
    """

    version: str = ""
    start: int = 0
    end: int = 0
    proposed: tuple[Span, ...] = ()
    decided: str = ""
    reason: str = ""

    @property
    def span(self) -> Span:
        """Where the words stood in the version they came from."""
        return Span(self.start, self.end)


def how_written(how: str, passage: Passage | None) -> str:
    """Return the one text that holds how an anchor came there."""
    if passage is None:
        return how
    told: dict[str, Any] = {"how": how, "from": [passage.version, passage.start, passage.end]}
    if passage.proposed:
        told["proposed"] = [[one.start, one.end] for one in passage.proposed]
    told |= {name: value for name, value in (("decided", passage.decided), ("reason", passage.reason)) if value}
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def how_read(written: str) -> tuple[str, Passage | None]:
    """Return how an anchor came there, and its passage if it has one; what is not ours stays as it is."""
    if not written.startswith("{"):
        return written, None
    try:
        told = json.loads(written)
        return str(told.get("how", "")), _passage(told)
    except (ValueError, TypeError, AttributeError):
        return written, None


def _passage(told: Mapping[str, Any]) -> Passage:
    version, start, end = told.get("from", ("", 0, 0))
    proposed = tuple(Span(int(one), int(other)) for one, other in told.get("proposed", ()))
    return Passage(
        str(version), int(start), int(end), proposed, str(told.get("decided", "")), str(told.get("reason", ""))
    )
