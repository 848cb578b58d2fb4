"""What a group of changes did, in a word that sentences are looked up by. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from annotations.history import ERASED, WHOLE, Change
from annotations.rows import kind_of

__all__ = ["MERGED", "RETURNED", "TRANSLATION", "label_of"]

MERGED = "merged"
"""The field of the change that records a merge; its target is the group of the merge."""

RETURNED = "returned"
"""The field of the change that records a file taken back; its target is the group of its changes."""

TRANSLATION = "translation_of"
"""The field of a document that names the uid of the one it is a translation of."""

_MARKS = {"joined:": "join", "decided:": "decide", "apart:": "decide", "differ:": "decide"}
_LABELS = {"reply": "reply", "matter": "set_matter", "version": "set_received", "sent": "set_sent"}


def label_of(changes: Sequence[Change]) -> str:
    """Name what a group of changes did (see Outcome)."""
    made = [change for change in changes if change.field == WHOLE]
    kinds = {kind_of(change.target) for change in changes}
    if any(change.field == MERGED for change in changes):
        return "merge"
    if any(change.field == RETURNED for change in changes):
        return "take_back"
    for mark, label in _MARKS.items():
        if any(change.field.startswith(mark) for change in changes):
            return label
    if made:
        return _label_of_made(kinds, sum(kind_of(change.target) == "note" for change in made))
    if "note" not in kinds and "document" not in kinds:
        return next((_LABELS[kind] for kind in _LABELS if kind in kinds), "edit")
    return _label_of_edits(changes)


def _label_of_made(kinds: set[str], notes: int) -> str:
    for kind, label in (("document", "add_document"), ("version", "add_version"), ("sent", "record_sent")):
        if kind in kinds:
            return label
    return "reply" if not notes else "add_note" if notes == 1 else "import"


def _label_of_edits(changes: Sequence[Change]) -> str:
    fields = {change.field for change in changes}
    if ERASED in fields:
        return "erase_document"
    if "removed" in fields:
        return "remove_document"
    if "deleted" in fields:
        return "delete_note"
    if TRANSLATION in fields:
        return "pair"
    if any(field.startswith("read:") for field in fields):
        return "mark_read"
    return "edit" if len({change.target for change in changes}) == 1 else "edit_many"
