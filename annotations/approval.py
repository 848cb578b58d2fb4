"""What an edit means for the firm's own review of a note: who approved it, and that others' changes undo approval."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from annotations.model import Note, Review, Reviewer

__all__ = ["AGAIN", "SAID", "with_approval"]

SAID = frozenset({
    "anchors", "severity", "likelihood", "impact", "assessment", "title", "issue", "consequence", "legal_basis",
    "recommendation", "proposed_wording", "insert_after", "question", "quote_translation", "visibility",
})  # fmt: skip
"""What was approved: all that readers are told. Who does it until when is no part of it."""

AGAIN: Mapping[str, object] = {"review": Review.FOR_REVIEW, "reviewed_by": "", "reviewed_at": None}
"""What an approved note is set to that somebody else has changed."""


def with_approval(note: Note, values: Mapping[str, object], reviewer: Reviewer, now: datetime) -> Mapping[str, object]:
    """Return the values an edit sets, with what follows for the review.

    An approval says by whom and when. A note that one person approved and another changes waits for review again.
    """
    if "review" in values:
        if "reviewed_by" in values:
            return values
        approved = values["review"] == Review.APPROVED
        return {**values, "reviewed_by": reviewer.name if approved else "", "reviewed_at": now if approved else None}
    changed = any(getattr(note, name) != value for name, value in values.items() if name in SAID)
    if note.review is not Review.APPROVED or not changed or reviewer.name == note.reviewed_by:
        return values
    return {**values, **AGAIN}
