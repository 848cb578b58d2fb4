"""A note that came as somebody else's comment: which of its words are theirs, and who wrote the others here. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from annotations.comment_form import LEADS
from annotations.history import WHOLE, Change
from annotations.journal import RETURNED, Journal
from annotations.marks import FROM_A_FILE
from annotations.model import Note, Reply
from annotations.past import folded
from annotations.rows import target

__all__ = ["SAYING", "THEIRS", "OwnWords", "is_theirs", "own_words", "their_words", "was_written_here"]

SAYING: Final = ("title", *LEADS)
"""The fields of a note that a comment says."""

THEIRS: Final = f"{RETURNED}:theirs:"
"""What a field beside a note's own begins with that keeps what their comment said when it last came back."""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Fields of a note from a file that one person wrote here, and when the last of them was written."""

    author: str
    written: datetime
    fields: frozenset[str]


def is_theirs(note: Note) -> bool:
    """Whether a note came as a comment in a file: what it said there is never ours to change."""
    return note.source_id.startswith(FROM_A_FILE)


def their_words(journal: Journal, note: Note) -> dict[str, str]:
    """Return what the comment of a note from a file says, by field; nothing of a note that was made here."""
    changes = journal.changes_of(target("note", note.uid))
    first = next((change for change in changes if change.field == WHOLE), None)
    if not is_theirs(note) or first is None:
        return {}
    came = any(change.field == RETURNED for change in journal.changes_of(target("group", first.group)))
    told = SAYING if came else ("issue",)  # an import may bring a note with our own words in it already
    now = journal.values(target("note", note.uid))
    words = {name: now.get(THEIRS + name) or first.after.get(name) or "" for name in told}
    return {name: said for name, said in words.items() if said}


def own_words(journal: Journal, note: Note) -> tuple[OwnWords, ...]:
    """Return what was written here on a note from a file, one for each who did, the earliest first.

    What an undo put back is by whoever wrote it, not by whoever took something back.
    """
    if not is_theirs(note):
        return ()
    theirs = their_words(journal, note)
    changes = journal.changes_of(target("note", note.uid))
    by_author: dict[str, list[tuple[datetime, str]]] = {}
    for name in SAYING:
        words = str(getattr(note, name)).strip()
        if words and folded(words) != folded(theirs.get(name, "")):
            change = _written_by(changes, name, words)
            by_author.setdefault(change.author, []).append((change.time, name))
    found = [
        OwnWords(author, max(time for time, _ in said), frozenset(name for _, name in said))
        for author, said in by_author.items()
    ]
    return tuple(sorted(found, key=lambda one: (one.written, one.author)))


def was_written_here(journal: Journal, reply: Reply) -> bool:
    """Whether an answer was given here, by whoever signed it; not one that came in with a file."""
    made = next((one for one in journal.changes_of(target("reply", reply.uid)) if one.field == WHOLE), None)
    return made is not None and made.author == reply.author


def _written_by(changes: Sequence[Change], name: str, words: str) -> Change:
    """Return the last change by which a field came to say `words`; else the last that touched it."""
    touched = [change for change in changes if change.field in (name, WHOLE)]
    wanted = folded(words)
    said = [change for change in _own(touched) if folded(_told(change, name)) == wanted]
    return (said or touched)[-1]


def _own(changes: Iterable[Change]) -> Iterable[Change]:
    return (change for change in changes if not change.undoes)


def _told(change: Change, name: str) -> str:
    told = change.after.get(name) if change.field == WHOLE else change.after
    return told if isinstance(told, str) else ""
