"""What of a review may leave the firm, and for whom."""

from __future__ import annotations

from collections.abc import Iterable

from annotations.model import Note, Reply, Review, Visibility

__all__ = ["PROFILES", "fields_for", "goes_out", "replies_for", "unapproved"]

PROFILES = ("internal", "client", "outside")
"""Whom an export is for, the narrowest circle first."""

_EVERYBODY = frozenset({
    "number", "document", "anchors", "title", "legal_basis", "proposed_wording", "question", "insert_after",
    "quote_translation", "language", "translations",
})  # fmt: skip
_CLIENT = _EVERYBODY | {
    "uid", "severity", "likelihood", "impact", "assessment", "category", "issue", "consequence", "recommendation",
    "status", "owner", "due", "author", "initials", "created", "modified",
}  # fmt: skip
_INTERNAL = _CLIENT | {"rules", "source_id", "review", "reviewed_by", "reviewed_at", "visibility", "replies", "how"}
_FIELDS = {"internal": _INTERNAL, "client": _CLIENT, "outside": _EVERYBODY}


def goes_out(note: Note, profile: str) -> bool:
    """Whether `note` may be sent to the readers of `profile`. Raises ValueError for a profile there is not."""
    return PROFILES.index(Visibility(note.visibility).value) >= PROFILES.index(profile)


def unapproved(notes: Iterable[Note], profile: str) -> tuple[Note, ...]:
    """Return the notes that would leave the firm for the readers of `profile` and that nobody has approved.

    Inside the firm drafts may be read by everybody. Raises ValueError for a profile there is not.
    """
    going = (note for note in notes if goes_out(note, profile) and note.review is not Review.APPROVED)
    return () if profile == Visibility.INTERNAL.value else tuple(going)


def replies_for(note: Note, profile: str) -> tuple[Reply, ...]:
    """Return the answers to `note` that the readers of `profile` may have: what was said inside stays inside.

    Raises ValueError for a profile there is not.
    """
    least = PROFILES.index(profile)
    return tuple(reply for reply in note.replies if PROFILES.index(reply.visibility.value) >= least)


def fields_for(profile: str) -> frozenset[str]:
    """Return the fields of a note that may be sent; "how" is how sure an anchor is. Never the private remark.

    Of answers, see replies_for. Raises KeyError for a profile there is not.
    """
    return _FIELDS[profile]
