"""Another copy's changes taken into this one: the union of two lists, so neither order nor repetition matters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from annotations.erasing import give_room_back, settle, wrongly_struck
from annotations.errors import MatterError
from annotations.history import WHOLE, Change, Standing, first_break, fold, numbers
from annotations.journal import LASTING, MERGED, RETURNED, Journal, Wish, fields_of, new_id, values_of_changes
from annotations.package_back import brought
from annotations.package_report import Answer, answer_of
from annotations.rows import kind_of, target, uid_of
from annotations.store import Store

_NOTHING = Standing(None)
_TIMES = frozenset({"created", "modified", "added", "received"})  # two who made the same thing: nothing to decide

__all__ = ["MergeReport", "claims_of", "merge", "sessions_of", "standing_conflicts"]


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What a merge brought: new notes, (note, field) where both said different things, and changes in all.

    `erased`: how many documents were removed for good in the other copy, and are gone here too now. `answer` tells
    what came where the other file is a review package (see `annotations.package_back`).
    """

    added: int
    conflicts: tuple[tuple[str, str], ...] = ()
    changes: int = 0
    erased: int = 0
    answer: Answer | None = None


def sessions_of(changes: Iterable[Change]) -> dict[str, list[Change]]:
    """Return the changes by session, each in its own order."""
    ordered = sorted(changes, key=lambda change: (change.session, change.seq))
    return {session: list(found) for session, found in groupby(ordered, key=lambda change: change.session)}


def claims_of(changes: Iterable[Change]) -> dict[str, tuple[int, str]]:
    """Return the number each note claimed when it was made, and the change that made it."""
    claims: dict[str, tuple[int, str]] = {}
    for change in changes:
        if change.field == WHOLE and kind_of(change.target) == "note":
            claim = (int(change.after["number"]), change.id)
            note = uid_of(change.target)
            claims[note] = min(claim, claims.get(note, claim))
    return claims


def merge(journal: Journal, other: Path) -> MergeReport:
    """Take the changes of the matter at `other` in, as one group that one undo takes back.

    Raises MatterError: as opening does, "same_matter", and "damaged" for a list of changes that was altered.
    """
    store = journal.store
    if other.exists() and other.samefile(store.path):
        raise MatterError("same_matter")
    with closing(Store(other, read_only=True)) as theirs:
        came = brought(store, theirs, _whole_list(theirs, other.name), other.name)
        arriving = _new_to_us(store, came.changes, other.name)
        if not arriving:
            return MergeReport(0, answer=answer_of(journal, came, ()))
        group = new_id()
        known = set(store.erased_documents())
        try:
            gone = _take_in(journal, theirs, arriving, group)
        finally:
            journal.forget()
    if gone:
        give_room_back(store)
    touched = list(dict.fromkeys(change.target for change in arriving))
    made = {c.target for c in arriving if c.field == WHOLE and kind_of(c.target) == "note"}
    fresh = [
        name
        for name in made
        if all(c.id in {a.id for a in arriving} and not c.struck for c in journal.changes_of(name) if c.field == WHOLE)
    ]
    conflicts = (*standing_conflicts(journal, touched), *_deleted_but_edited(journal, arriving))
    erased = len(set(store.erased_documents()) - known)
    answer = answer_of(journal, came, arriving, conflicts)
    return MergeReport(len(fresh), tuple(dict.fromkeys(conflicts)), len(arriving), erased, answer)


def _whole_list(theirs: Store, name: str) -> list[Change]:
    """Return another file's list of changes. Raises MatterError "damaged" for one that was altered."""
    listed = theirs.changes()
    broken = any(first_break(changes) is not None for changes in sessions_of(listed).values())
    if broken or wrongly_struck(listed):
        raise MatterError("damaged", name=name)
    return listed


def _new_to_us(ours: Store, listed: Sequence[Change], name: str) -> list[Change]:
    known = ours.session_ends()
    for session, changes in sessions_of(listed).items():
        seq, tip = known.get(session, (0, ""))
        if 0 < seq <= len(changes) and changes[seq - 1].hash != tip:
            raise MatterError("damaged", name=name)
    return [change for change in listed if change.seq > known.get(change.session, (0, ""))[0]]


def _take_in(journal: Journal, theirs: Store, arriving: Sequence[Change], group: str) -> bool:
    """Write what is new to us; whether anything here lost its words for good by it."""
    store, gone = journal.store, False
    only_records = all(kind_of(change.target) in LASTING for change in arriving)
    touched: dict[str, set[str]] = {}
    for change in arriving:
        touched.setdefault(change.target, set()).update(fields_of(change))
    for name in touched:
        journal.changes_of(name)

    def keep() -> None:
        nonlocal gone
        store.append(arriving, group)
        for name, fields in touched.items():
            journal.put(name, [*journal.changes_of(name), *(c for c in arriving if c.target == name)], fields)
        _keep_bytes(store, theirs, arriving)
        moved, shown = numbers(claims_of(store.changes())), store.numbers()
        store.renumber({uid: number for uid, number in moved.items() if shown[uid] != number})
        gone = settle(journal)

    if only_records:
        with store.writing():
            keep()
        return gone
    brought = {session: [changes[0].seq, changes[-1].seq] for session, changes in sessions_of(arriving).items()}
    journal.write([Wish(target("group", group), MERGED, brought)], group=group, also=keep)
    return gone


def _keep_bytes(store: Store, theirs: Store, arriving: Iterable[Change]) -> None:
    for change in arriving:
        if change.field == WHOLE and kind_of(change.target) == "version" and not change.struck:
            uid, sha256 = uid_of(change.target), change.after["sha256"]
            data, reading = theirs.original(sha256), theirs.reading(uid)
            if data is not None:
                store.keep_original(sha256, data)
            if reading is not None:
                store.keep_reading(uid, *reading)


def standing_conflicts(journal: Journal, targets: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return (note, field) of fields in `targets` where two changes stand that say different things.

    A field of the matter has "matter" in place of the note; one of a document, its uid.
    """
    found: list[tuple[str, str]] = []
    for name in dict.fromkeys(targets):
        for field, standing in journal.standing(name).items():
            if standing.is_conflict and field not in _TIMES and not field.startswith(RETURNED):
                found.append((_note_of(journal, name), field))
    return tuple(found)


def _deleted_but_edited(journal: Journal, arriving: Iterable[Change]) -> list[tuple[str, str]]:
    """Return the notes that one side deleted while the other worked on them; they stay deleted until undone."""
    found: list[tuple[str, str]] = []
    brought: dict[str, list[Change]] = {}
    for change in arriving:
        brought.setdefault(change.target, []).append(change)
    for name, changes in brought.items():
        if kind_of(name) != "note" or any(c.struck for c in journal.changes_of(name)):
            continue
        if not journal.standing(name).get("deleted", _NOTHING).value:
            continue
        ids = {change.id for change in changes}
        own = [change for change in journal.changes_of(name) if change.id not in ids]
        theirs_deleted = any(change.field == "deleted" for change in changes)
        ours_deleted = bool(fold(own).get("deleted", _NOTHING).value)
        if own and theirs_deleted != ours_deleted:
            known = {head for change in changes for head in change.replaces}
            ours_edited = any(c.field not in (WHOLE, "deleted") and c.id not in known for c in own)
            if ours_deleted or ours_edited:
                found.append((uid_of(name), "deleted"))
    return found


def _note_of(journal: Journal, name: str) -> str:
    if kind_of(name) == "reply":
        return str(values_of_changes(name, journal.changes_of(name)).get("note", ""))
    return uid_of(name) or name
