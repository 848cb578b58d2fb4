"""Changes written to the file with the rows they fold to, in one transaction; undo and redo."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from annotations.codec import plain
from annotations.deeds import MERGED, RETURNED, label_of
from annotations.history import WHOLE, Change, Standing, Steps, fold, fold_field, last_touched, seal, stands_for
from annotations.model import Reviewer
from annotations.rows import COLUMNS, kind_of, target, uid_of
from annotations.seen import Seen
from annotations.store import Store

__all__ = ["LASTING", "MERGED", "RETURNED", "Clock", "Journal", "Outcome", "Wish", "gone_field", "new_id"]

Clock = Callable[[], datetime]

_UNDONE = "undone"
_EMPTY: tuple[object, ...] = (None, "", [], {})
_PLAIN = frozenset(COLUMNS["note"]) - {"number", "document", "created", "modified"}
"""Fields of a note that are a cell of its row and nothing else."""

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
    """A field that should say something else; `must` keeps the change even where it says so already.

    `looked`: an undo that takes something away as it stands now, and does not put an earlier taking away back.
    """

    target: str
    field: str
    after: Any
    must: bool = False
    looked: bool = False


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
        self._arrived: dict[str, frozenset[str]] = {}

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
        self._arrived.clear()
        self._steps = None

    def on(self, store: Store) -> Journal:
        """Return this very journal on another connection, to go on with there; see `take`."""
        other = Journal(store, self._reviewer, self.clock)
        other.take(self)
        return other

    def take(self, other: Journal) -> None:
        """Go on where another one of the same file and session has come to."""
        self.session, self._seq, self._last_hash = other.session, other._seq, other._last_hash
        self._known, self._arrived, self._visit = dict(other._known), dict(other._arrived), other._visit
        self._steps = deepcopy(other._steps)

    def know(self, names: Iterable[str]) -> None:
        """Read the changes of many targets in a few goes: thousands are asked about one by one soon."""
        unknown = [name for name in dict.fromkeys(names) if name not in self._known]
        self._known.update(self.store.changes_of_many(unknown))

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
            whole = {name: [*self.changes_of(name), *new] for name, new in touched.items()}
            self.store.append(made)
            self._put_all(whole, touched)
        self._known.update(whole)
        self._seq, self._last_hash = made[-1].seq, made[-1].hash
        if self._steps is not None:
            self._steps.take(group, undoes)
        return group

    def _put_all(self, whole: Mapping[str, Sequence[Change]], touched: Mapping[str, Sequence[Change]]) -> None:
        """Write the rows of targets to which changes were added; where few cells of a note moved, those alone."""
        cells: dict[tuple[str, ...], list[list[Any]]] = {}
        for name, new in touched.items():
            fields = sorted({field for change in new for field in fields_of(change)})
            moved = moved_cells(name, whole[name], fields)
            if moved is None:
                self.put(name, whole[name], fields)
            else:
                cells.setdefault(tuple(moved), []).append([*moved.values(), uid_of(name)])
        for columns, rows in cells.items():
            self.store.set_notes(columns, rows)

    def put(self, name: str, changes: Sequence[Change], fields: Iterable[str]) -> None:
        """Write the row that `changes` fold to."""
        if kind_of(name) != "group":
            self.store.put(name, values_of_changes(name, changes), fields)

    def _changes(self, wishes: Iterable[Wish], group: str, undoes: str) -> list[Change]:
        made: list[Change] = []
        stands: dict[tuple[str, str], Standing] = {}
        now, previous, wanted, seen = self.clock(), self._last_hash, list(wishes), Seen(self)
        self.know(wish.target for wish in wanted)
        for wish in wanted:
            place = wish.target, wish.field
            before = stands.get(place) or fold_field(self.changes_of(wish.target), wish.field) or Standing(None)
            after = plain(wish.after)
            if not wish.must and wish.field != WHOLE and _says(before, after):
                continue
            change = Change(
                id=new_id(), group=group, session=self.session, seq=self._seq + len(made) + 1,
                author=plain(self._reviewer.name), time=now, target=wish.target, field=wish.field,
                before=before.value, after=after, undoes=undoes,
                replaces=seen.by(wish, before.heads) if wish.looked or not undoes else before.heads,
            )  # fmt: skip
            made.append(seal(change, previous))
            previous = made[-1].hash
            stands[place] = Standing(after, (change.id,), (after,))
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
    def next_undo(self) -> str:
        """Return the label of what an undo would take back now; empty for nothing."""
        groups = self._my_steps().undo
        return self._label(self.store.changes_of_group(groups[-1])) if groups else ""

    @property
    def can_redo(self) -> bool:
        """Whether the last thing this reviewer did was an undo."""
        return bool(self._my_steps().redo)

    def size_of_step(self, *, forward: bool) -> int:
        """Return how many changes the next undo or redo is about, those a merge brought with it counted too."""
        groups = self._my_steps().redo if forward else self._my_steps().undo
        return self.store.size_of_group(groups[-1]) if groups else 0

    def undo(self) -> Outcome | None:
        """Take back this reviewer's last standing group; None where there is none. Raises MatterError."""
        return self._take_back(self._my_steps().undo)

    def redo(self) -> Outcome | None:
        """Take back the last undo; None where something was done since. Raises MatterError."""
        return self._take_back(self._my_steps().redo)

    def take_back(self, group: str) -> Outcome | None:
        """Take back any group, the last or not, as one that can be undone itself. Raises MatterError."""
        return self._take_back([group])

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
        self.know(change.target for change in changes)
        for (name, field), change in reversed(first.items()):
            if kind_of(name) == "group" or change.struck:
                continue
            if not self._is_untouched(last[name, field]):
                kept.append((uid_of(name), field))
            elif field == WHOLE:
                wishes.append(Wish(name, gone_field(kind_of(name)), after=True, must=True, looked=True))
            else:
                wishes.append(Wish(name, field, change.before, must=True))
        return wishes, kept

    def _is_untouched(self, change: Change) -> bool:
        """Whether what `change` said still stands, and for a thing that was made, nobody else has worked on it."""
        known = {c.id: c for c in self.changes_of(change.target)}
        if change.field == WHOLE:
            heads = {head for field in self.standing(change.target).values() for head in field.heads}
            mine = (change.author, plain(self._reviewer.name))
            return all(known[head].author in mine or known[head].session == self.session for head in heads)
        now = fold_field(self.changes_of(change.target), change.field)
        standing = () if now is None else now.heads
        return standing == (change.id,) or stands_for(standing, known, self._restored) == stands_for(
            [change.id], known, self._restored
        )

    def _restored(self, change: Change) -> tuple[str, ...] | None:
        known = self.changes_of(change.target)
        if change.undoes not in self._arrived:  # asked for each of ten thousand notes
            self._arrived[change.undoes] = frozenset(c.id for c in self.store.arrivals(change.undoes))
        brought = self._arrived[change.undoes]
        if brought:
            before = self._before_merge(change.target, change.undoes)
            rest = fold(c for c in before if c.id not in brought and c.group != change.undoes)
            return rest[change.field].heads if change.field in rest else ()
        for undone in known:
            if undone.group == change.undoes and undone.field == change.field:
                return tuple(one.id for one in known if one.id in undone.replaces and change.field in fields_of(one))
        return None

    def _undo_of_merge(self, group: str) -> tuple[list[Wish], list[tuple[str, str]]]:
        brought = [*self.store.arrivals(group), *self.store.changes_of_group(group)]
        ids = {change.id for change in brought}
        wishes: list[Wish] = []
        kept: list[tuple[str, str]] = []
        for name in dict.fromkeys(c.target for c in brought if kind_of(c.target) not in LASTING):
            merged = self._before_merge(name, group)
            own = [change for change in merged if change.id not in ids]
            if any(change.struck for change in merged):
                continue
            if not any(change.field == WHOLE for change in own) and any(change.field == WHOLE for change in merged):
                wishes.append(Wish(name, gone_field(kind_of(name)), after=True, must=True, looked=True))
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


def _says(before: Standing, after: object) -> bool:
    """Whether a field says so already; nothing was ever said of one that is to be empty."""
    if not before.heads and after in _EMPTY:
        return True
    return before.value == after and not before.is_conflict


def moved_cells(name: str, changes: Sequence[Change], fields: Iterable[str]) -> dict[str, Any] | None:
    """Return what stands now in a few fields of a note, by their columns; None where its row is to be put whole."""
    if kind_of(name) != "note" or not _PLAIN.issuperset(fields):
        return None
    if changes[0].field != WHOLE or any(change.struck for change in changes):
        return None
    cells = {field: standing.value for field in fields if (standing := fold_field(changes, field)) is not None}
    edited = last_touched(changes)
    return cells if edited is None else {**cells, "modified": edited.isoformat()}


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
