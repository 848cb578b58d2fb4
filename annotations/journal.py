"""Changes written to the file with the rows they fold to, in one transaction; undo and redo."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from annotations.codec import plain
from annotations.history import ERASED, WHOLE, Change, Standing, Steps, fold, last_touched, seal, stands_for
from annotations.model import Reviewer
from annotations.rows import kind_of, target, uid_of
from annotations.store import Store

__all__ = ["LASTING", "MERGED", "RETURNED", "Clock", "Journal", "Outcome", "Wish", "gone_field", "new_id"]

Clock = Callable[[], datetime]

MERGED = "merged"
"""The field of the change that records a merge; its target is the group of the merge."""

RETURNED = "returned"
"""The field of the change that records a file taken back; its target is the group of its changes."""

_UNDONE = "undone"

LASTING = frozenset({"group", "sent"})
"""Kinds of targets that record what has happened: no undo makes it not have happened."""


def new_id() -> str:
    """Return an id that nothing else has."""
    return uuid.uuid4().hex


def gone_field(kind: str) -> str:
    """Return the field that takes a target of this kind away: nothing is ever dropped from the file."""
    return "removed" if kind in ("document", "version") else "deleted"


@dataclass(frozen=True, slots=True)
class Wish:
    """A field that should say something else; `must` keeps the change even where it says so already."""

    target: str
    field: str
    after: Any
    must: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an undo or redo did: what kind of change it took back or brought back, and to what.

    `label` is "edit", "edit_many", "add_note", "delete_note", "import", "merge", "reply", "set_matter", "set_received",
    "set_sent", "mark_read", "add_document", "add_version", "remove_document" or "take_back". `touched` are uids;
    `conflicts` are (uid, field) that someone changed since: those were left as they are.
    """

    label: str
    touched: tuple[str, ...] = ()
    conflicts: tuple[tuple[str, str], ...] = ()


class Journal:
    """The list of changes of one open matter, as far as it was needed yet, and the only way to add to it."""

    def __init__(self, store: Store, reviewer: Reviewer, clock: Clock) -> None:
        self.store = store
        self.clock = clock
        self.session = new_id()
        self._reviewer = reviewer
        self._seq = 0
        self._last_hash = ""
        self._known: dict[str, list[Change]] = {}
        self._steps: Steps | None = None
        self._visit = ("", "")

    @property
    def reviewer(self) -> Reviewer:
        """Who is at the keys; what can be undone is this reviewer's, and what this session did."""
        return self._reviewer

    @reviewer.setter
    def reviewer(self, reviewer: Reviewer) -> None:
        self._reviewer = reviewer
        self._steps = None

    def forget(self) -> None:
        """Forget what was read, so that it is read anew."""
        self._known.clear()
        self._steps = None

    def changes_of(self, name: str) -> list[Change]:
        """Return the changes of a target in the order they were written."""
        if name not in self._known:
            self._known[name] = self.store.changes_of(name)
        return self._known[name]

    def standing(self, name: str) -> dict[str, Standing]:
        """Return what stands in each field of a target."""
        return fold(self.changes_of(name))

    def values(self, name: str) -> dict[str, Any]:
        """Return the plain values of a target, the time of its last edit with them."""
        return values_of_changes(name, self.changes_of(name))

    # -- writing -------------------------------------------------------------------------------------------------

    def write(
        self, wishes: Iterable[Wish], *, group: str = "", undoes: str = "", also: Callable[[], None] | None = None
    ) -> str:
        """Write `wishes` as one group, on disk before this returns; return the group, empty where nothing changed.

        `also` writes what belongs to it before it, in the same transaction. Raises MatterError; then nothing was done,
        here or on disk.
        """
        group = group or new_id()
        made = self._changes(wishes, group, undoes)
        if not made:
            return ""
        touched: dict[str, list[Change]] = {}
        for change in made:
            touched.setdefault(change.target, []).append(change)
        with self.store.writing():
            if also is not None:
                also()
            self.store.append(made)
            for name, new in touched.items():
                self.put(name, [*self.changes_of(name), *new], {field for c in new for field in fields_of(c)})
        for name, new in touched.items():
            self.changes_of(name).extend(new)
        self._seq, self._last_hash = made[-1].seq, made[-1].hash
        if self._steps is not None:
            self._steps.take(group, undoes)
        return group

    def put(self, name: str, changes: Sequence[Change], fields: Iterable[str]) -> None:
        """Write the row that `changes` fold to."""
        if kind_of(name) != "group":
            self.store.put(name, values_of_changes(name, changes), fields)

    def _changes(self, wishes: Iterable[Wish], group: str, undoes: str) -> list[Change]:
        made: list[Change] = []
        folds: dict[str, dict[str, Standing]] = {}
        now, previous = self.clock(), self._last_hash
        for wish in wishes:
            if wish.target not in folds:
                folds[wish.target] = self.standing(wish.target)
            stands = folds[wish.target]
            before = stands.get(wish.field, Standing(None))
            after = plain(wish.after)
            if not wish.must and wish.field != WHOLE and before.value == after and not before.is_conflict:
                continue
            change = Change(
                id=new_id(), group=group, session=self.session, seq=self._seq + len(made) + 1,
                author=plain(self._reviewer.name), time=now, target=wish.target, field=wish.field,
                before=before.value, after=after, replaces=before.heads, undoes=undoes,
            )  # fmt: skip
            made.append(seal(change, previous))
            previous = made[-1].hash
            stands[wish.field] = Standing(after, (change.id,), (after,))
        return made

    def write_visit(self, wishes: Iterable[Wish], visit: str) -> str:
        """Write `wishes` into the group of a visit to a field, as long as nothing else was done in between."""
        steps = self._my_steps()
        known, group = self._visit
        goes_on = bool(group) and known == visit and not steps.redo and steps.undo[-1:] == [group]
        written = self.write(wishes, group=group if goes_on else "")
        if written:
            self._visit = (visit, written)
        return written

    # -- undo and redo -------------------------------------------------------------------------------------------

    def _my_steps(self) -> Steps:
        if self._steps is None:
            self._steps = Steps(self.store.groups_of(plain(self._reviewer.name), self.session))
        return self._steps

    @property
    def can_undo(self) -> bool:
        """Whether this reviewer has a standing group."""
        return bool(self._my_steps().undo)

    @property
    def can_redo(self) -> bool:
        """Whether the last thing this reviewer did was an undo."""
        return bool(self._my_steps().redo)

    def undo(self) -> Outcome | None:
        """Take back this reviewer's last standing group; None where there is none. Raises MatterError."""
        return self._take_back(self._my_steps().undo)

    def redo(self) -> Outcome | None:
        """Take back the last undo; None where something was done since. Raises MatterError."""
        return self._take_back(self._my_steps().redo)

    def _take_back(self, groups: Sequence[str]) -> Outcome | None:
        if not groups:
            return None
        group = groups[-1]
        changes = self.store.changes_of_group(group)
        merged = any(change.field == MERGED for change in changes)
        wishes, kept = self._undo_of_merge(group) if merged else self._inverse(changes)
        touched = tuple(dict.fromkeys(uid_of(wish.target) for wish in wishes))
        marker = Wish(target("group", group), _UNDONE, after=True, must=True)
        self.write(wishes or [marker], undoes=group)
        return Outcome(self._label(changes), touched, tuple(kept))

    def _inverse(self, changes: Sequence[Change]) -> tuple[list[Wish], list[tuple[str, str]]]:
        first: dict[tuple[str, str], Change] = {}
        last: dict[tuple[str, str], Change] = {}
        for change in changes:
            first.setdefault((change.target, change.field), change)
            last[change.target, change.field] = change
        wishes: list[Wish] = []
        kept: list[tuple[str, str]] = []
        for (name, field), change in reversed(first.items()):
            if kind_of(name) == "group" or change.struck:
                continue
            if not self._is_untouched(last[name, field]):
                kept.append((uid_of(name), field))
            elif field == WHOLE:
                wishes.append(Wish(name, gone_field(kind_of(name)), after=True, must=True))
            else:
                wishes.append(Wish(name, field, change.before, must=True))
        return wishes, kept

    def _is_untouched(self, change: Change) -> bool:
        """Whether what `change` said still stands, and for a thing that was made, nobody else has worked on it."""
        known = {c.id: c for c in self.changes_of(change.target)}
        stands = self.standing(change.target)
        if change.field == WHOLE:
            heads = {head for field in stands.values() for head in field.heads}
            mine = (change.author, plain(self._reviewer.name))
            return all(known[head].author in mine or known[head].session == self.session for head in heads)
        now = stands_for(stands[change.field].heads, known, self._restored)
        return now == stands_for([change.id], known, self._restored)

    def _restored(self, change: Change) -> tuple[str, ...] | None:
        for undone in self.changes_of(change.target):
            if undone.group == change.undoes and undone.field == change.field:
                return undone.replaces
        arrived = {c.id for c in self.store.arrivals(change.undoes)}
        if not arrived:
            return None
        rest = fold(c for c in self._before_merge(change.target, change.undoes) if c.id not in arrived)
        return rest[change.field].heads if change.field in rest else ()

    def _undo_of_merge(self, group: str) -> tuple[list[Wish], list[tuple[str, str]]]:
        arrived = self.store.arrivals(group)
        ids = {change.id for change in arrived}
        wishes: list[Wish] = []
        kept: list[tuple[str, str]] = []
        for name in dict.fromkeys(c.target for c in arrived if kind_of(c.target) not in LASTING):
            merged = self._before_merge(name, group)
            own = [change for change in merged if change.id not in ids]
            if any(change.struck for change in merged):
                continue
            if not any(change.field == WHOLE for change in own) and any(change.field == WHOLE for change in merged):
                wishes.append(Wish(name, gone_field(kind_of(name)), after=True, must=True))
                continue
            before, after, now = fold(own), fold(merged), self.standing(name)
            for field, standing in after.items():
                value = before.get(field, Standing(None)).value
                if field == "number" or (value == standing.value and not standing.is_conflict):
                    continue
                if now[field].value == standing.value:
                    wishes.append(Wish(name, field, value, must=True))
                else:
                    kept.append((uid_of(name), field))
        return wishes, kept

    def _before_merge(self, name: str, group: str) -> list[Change]:
        """Return a target's changes up to and with the merge `group`."""
        later = {change.id for change in self.store.changes_after_merge(name, group)}
        return [change for change in self.changes_of(name) if change.id not in later]

    def _label(self, changes: Sequence[Change]) -> str:
        """Name a group by what it does; for an undo or redo, by what the first group in the row did."""
        while changes and changes[0].undoes:
            changes = self.store.changes_of_group(changes[0].undoes)
        return label_of(changes)


def fields_of(change: Change) -> Iterable[str]:
    """Return the fields a change sets."""
    return change.after if change.field == WHOLE else (change.field,)


def values_of_changes(name: str, changes: Iterable[Change]) -> dict[str, Any]:
    """Return the plain values that the changes of the target `name` fold to."""
    changes = list(changes)
    values = {field: standing.value for field, standing in fold(changes).items()}
    touched = last_touched(changes) if kind_of(name) == "note" else None
    if touched is not None:
        values["modified"] = touched.isoformat()
    if any(change.struck for change in changes):
        values[gone_field(kind_of(name))] = True
    return values


_LABELS = {"reply": "reply", "matter": "set_matter", "version": "set_received", "sent": "set_sent"}


def label_of(changes: Sequence[Change]) -> str:
    """Name what a group of changes did (see Outcome)."""
    made = [change for change in changes if change.field == WHOLE]
    kinds = {kind_of(change.target) for change in changes}
    if any(change.field == MERGED for change in changes):
        return "merge"
    if any(change.field == RETURNED for change in changes):
        return "take_back"
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
    if any(field.startswith("read:") for field in fields):
        return "mark_read"
    return "edit" if len({change.target for change in changes}) == 1 else "edit_many"
