"""What the fields of a note said when a report was made from them, and what they have said since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from annotations.history import WHOLE
from annotations.journal import Journal, values_of_changes
from annotations.marks import state_mark
from annotations.model import Note
from annotations.past import all_words
from annotations.rows import target
from annotations.rules_of_sending import fields_for, goes_out

__all__ = ["Then", "state_for", "tongues"]


class Then:
    """The notes of a matter as they were in the state that `state` marks; where nobody knows that, `known` is False."""

    def __init__(self, journal: Journal, state: str) -> None:
        self._journal = journal
        self._before = _until((row[0] for row in journal.store.note_changes()), state) if state else None
        self._values: dict[str, Mapping[str, Any] | None] = {}
        self._since: dict[str, dict[str, set[str]]] = {}

    @property
    def known(self) -> bool:
        """Whether the state is one that this matter has been in."""
        return self._before is not None

    def values(self, note: str) -> Mapping[str, Any] | None:
        """Return what a note said then, as plain values; None where nobody knows."""
        if note not in self._values:
            self._values[note] = self._values_of(note)
        return self._values[note]

    def since(self, note: str, field: str) -> set[str]:
        """Return all that a field has said since, folded: where the state is not known, all it ever said."""
        if note not in self._since:
            before = self._before or frozenset()
            self._since[note] = all_words(
                c for c in self._journal.changes_of(target("note", note)) if c.id not in before
            )
        return self._since[note].get(field, set())

    def _values_of(self, note: str) -> Mapping[str, Any] | None:
        name, before = target("note", note), self._before
        own = [change for change in self._journal.changes_of(name) if change.id in before] if before else []
        return values_of_changes(name, own) if own else None


def state_for(journal: Journal, notes: Iterable[Note], profile: str) -> str:
    """Return the mark of what readers of a profile can see of the notes now.

    It is that of the newest change to a note and a field that go out to them: so it tells them of no other change.
    """
    names = {target("note", note.uid) for note in notes if goes_out(note, profile)}
    fields = (fields_for(profile) | {WHOLE}) - ({"translations"} if profile == "outside" else set())
    newest = reversed(journal.store.note_changes())
    return state_mark(next((uid for uid, name, field in newest if name in names and field in fields), ""))


def tongues(values: Mapping[str, Any], field: str) -> dict[str, str]:
    """Return what a field says in each language; under "" in the note's own."""
    told = {"": str(values.get(field) or "")}
    for tongue, block in (values.get("translations") or {}).items():
        if isinstance(block, Mapping) and block.get(field):
            told[str(tongue)] = str(block[field])
    return told


def _until(changes: Iterable[str], state: str) -> frozenset[str] | None:
    """Return the changes up to the one that `state` marks, None where none does."""
    seen = []
    for change in changes:
        seen.append(change)
        if state_mark(change) == state:
            return frozenset(seen)
    return None
