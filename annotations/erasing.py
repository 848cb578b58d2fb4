"""Removed for good: a document's words go from the rows, the bytes and the list of changes; that they went stays.

A change that has lost its words is *struck*: who, when, what about and its hash stay, so that the chain of hashes
holds, and the record `erased` on the document says by whom. The record wins wherever copies meet.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import replace

from annotations.errors import MatterError
from annotations.history import ERASED, FINAL, WHOLE, Change
from annotations.journal import RETURNED, Journal, Wish
from annotations.rows import kind_of, target, uid_of
from annotations.store import Store

__all__ = ["erase", "erased_in", "give_room_back", "is_of", "settle", "struck", "targets_of", "wrongly_struck"]

_KEPT = ("document", "note", "number")
"""What a struck change still says of a thing that was made: where it belonged, and the number nobody gets again."""
_READ_MARK = "read:"


def erased_in(changes: Iterable[Change]) -> frozenset[str]:
    """Return the uids of the documents that a list of changes says were removed for good."""
    return frozenset(uid_of(change.target) for change in changes if change.field == ERASED)


def targets_of(changes: Iterable[Change], documents: Collection[str]) -> frozenset[str]:
    """Return the targets that belong to documents: themselves, their versions, their notes and answers to those."""
    made = [change for change in changes if change.field == WHOLE]
    owned = {c.target for c in made if kind_of(c.target) in ("version", "note") and c.after["document"] in documents}
    replies = {c.target for c in made if kind_of(c.target) == "reply" and target("note", c.after["note"]) in owned}
    return frozenset({*(target("document", uid) for uid in documents), *owned, *replies})


def is_of(change: Change, targets: Collection[str], documents: Collection[str]) -> bool:
    """Whether a change speaks about documents or what belongs to them; the record of their going apart."""
    if kind_of(change.target) == "group":
        return change.field == RETURNED and change.after["document"] in documents
    return change.target in targets and change.field != ERASED


def struck(change: Change) -> Change:
    """Return a change without its words: a clause's address in the name of a read mark is one of them."""
    holds = change.field in (WHOLE, RETURNED) and isinstance(change.after, dict)
    after = {name: change.after[name] for name in _KEPT if name in change.after} if holds else None
    field = _READ_MARK if change.field.startswith(_READ_MARK) else change.field
    return replace(change, field=field, before=None, after=after, struck=True)


def wrongly_struck(changes: Collection[Change]) -> list[Change]:
    """Return the changes that have lost their words although nothing they belong to was removed for good."""
    documents = erased_in(changes)
    targets = targets_of(changes, documents)
    return [change for change in changes if change.struck and not is_of(change, targets, documents)]


def erase(journal: Journal, document: str) -> None:
    """Remove a document for good, with all that was ever said about it. Raises MatterError; nothing is done then."""
    record = Wish(target("document", document), ERASED, after=True, must=True)

    def strike() -> None:
        _strike(journal, {document})

    try:
        journal.write([record], undoes=FINAL, also=strike)
    except BaseException:
        journal.forget()
        raise
    give_room_back(journal.store)


def give_room_back(store: Store) -> None:
    """Write the file anew, where there is room to: what was struck is overwritten already, by secure_delete."""
    with suppress(MatterError):
        store.pack()


def settle(journal: Journal) -> bool:
    """Strike what came in about documents that were removed for good, inside a transaction; whether anything was."""
    documents = set(journal.store.erased_documents())
    return bool(documents) and _strike(journal, documents)


def _strike(journal: Journal, documents: set[str]) -> bool:
    store = journal.store
    changes = store.changes()
    targets = targets_of(changes, documents)
    lost = [change for change in changes if not change.struck and is_of(change, targets, documents)]
    if not lost:
        return False
    store.strike(struck(change) for change in lost)
    journal.forget()
    for name in sorted(targets):
        journal.put(name, journal.changes_of(name), ("anchors",))
    notes = [uid_of(name) for name in targets if kind_of(name) == "note"]
    for uid in documents:
        store.drop_typing(notes, uid)
    store.drop_orphans()
    return True
