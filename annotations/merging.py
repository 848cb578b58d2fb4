"""Another copy's changes taken into this one: the union of two lists, so neither order nor repetition matters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from annotations.erasing import give_room_back, settle, wrongly_struck
from annotations.errors import MatterError
from annotations.history import WHOLE, Change, first_break, numbers
from annotations.journal import LASTING, MERGED, Journal, Wish, fields_of, new_id
from annotations.package_back import Brought, brought
from annotations.package_report import Answer, answers_of
from annotations.rows import kind_of, target, uid_of
from annotations.store import Store
from annotations.undecided import conflicts_in
from annotations.undone_merges import undone_merges

__all__ = ["MergeReport", "arriving_from", "bring_back", "claims_of", "ends_of", "merge", "sessions_of", "several"]


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What a merge brought: new notes, (note, field) where both said different things, and changes in all.

    `erased`: how many documents were removed for good in the other copy, and are gone here too now. `answers` tell
    what came where the other file is a review package (see `annotations.package_back`). `carried` counts the notes that
    were carried to a version that only the other copy had.
    """

    added: int
    conflicts: tuple[tuple[str, str], ...] = ()
    changes: int = 0
    erased: int = 0
    answers: tuple[Answer, ...] = ()
    carried: int = 0


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


def several(reports: Sequence[MergeReport]) -> MergeReport:
    """Return what several merges brought together; of what is undecided, what the last one says of it all."""
    conflicts = tuple(dict.fromkeys(conflict for report in reports for conflict in report.conflicts))
    return MergeReport(
        sum(report.added for report in reports),
        conflicts,
        sum(report.changes for report in reports),
        sum(report.erased for report in reports),
        tuple(answer for report in reports for answer in report.answers),
        sum(report.carried for report in reports),
    )


def merge(journal: Journal, other: Path, group: str = "") -> MergeReport:
    """Take the changes of the matter at `other` in, as one group that one undo takes back.

    `group` is that of a merge just done, for one undo of several. Raises MatterError: as opening does, "same_matter",
    and "damaged" for a list of changes that was altered.
    """
    store = journal.store
    if other.exists() and other.samefile(store.path):
        raise MatterError("same_matter")
    with closing(Store(other, read_only=True)) as theirs:
        came, arriving = arriving_from(store, theirs, other.name)
        if not arriving:
            return MergeReport(0, answers=answers_of(journal, came, ()))
        known = set(store.erased_documents())
        try:
            gone = _take_in(journal, theirs, arriving, group or new_id())
        finally:
            journal.forget()
    if gone:
        give_room_back(store)
    touched = {change.target for change in arriving}
    fresh, every = {change.id for change in arriving}, store.changes()
    made = {c.target: True for c in arriving if c.field == WHOLE and kind_of(c.target) == "note"}
    for change in every:
        if change.field == WHOLE and change.target in made:
            made[change.target] &= change.id in fresh and not change.struck
    found = [(one.note, one.field) for one in conflicts_in(every) if one.target in touched]
    conflicts = tuple(dict.fromkeys(found))
    erased = len(set(store.erased_documents()) - known)
    answers = answers_of(journal, came, arriving, conflicts)
    return MergeReport(sum(made.values()), conflicts, len(arriving), erased, answers)


def bring_back(journal: Journal, other: Path) -> int:
    """Bring back what earlier merges of the matter at `other` had brought and an undo took away; return how much.

    A merge by itself never does: undoing is a change as any other, and counts whatever the order. Raises MatterError.
    """
    store = journal.store
    with closing(Store(other, read_only=True)) as theirs:
        came, _ = arriving_from(store, theirs, other.name)
    undos = undone_merges(store.changes(), store.arrived(), ends_of(came.changes))
    found = [back for undo in undos if (back := journal.take_back(undo)) is not None]
    return sum(len(back.touched) for back in found)


def ends_of(changes: Iterable[Change]) -> dict[str, int]:
    """Return how far each session of a list of changes goes."""
    ends: dict[str, int] = {}
    for change in changes:
        ends[change.session] = max(change.seq, ends.get(change.session, 0))
    return ends


def arriving_from(ours: Store, theirs: Store, name: str) -> tuple[Brought, list[Change]]:
    """Return what another file holds in our terms, and what of it is new to us. Raises MatterError "damaged"."""
    came = brought(ours, theirs, _whole_list(theirs, name), name)
    return came, _new_to_us(ours, came.changes, name)


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
    touched: dict[str, list[Change]] = {}
    for change in arriving:
        touched.setdefault(change.target, []).append(change)
    journal.know(touched)

    def keep() -> None:
        nonlocal gone
        store.append(arriving, group)
        for name, new in touched.items():
            fields = {field for change in new for field in fields_of(change)}
            journal.put(name, [*journal.changes_of(name), *new], fields)
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
