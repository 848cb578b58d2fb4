"""The list of changes and its fold. Pure: no clock, no file, and no order of arrival matters."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from operator import itemgetter
from typing import Any

from annotations.codec import canonical

__all__ = [
    "ERASED",
    "FINAL",
    "GONE",
    "WHOLE",
    "Change",
    "Standing",
    "Steps",
    "first_break",
    "fold",
    "fold_field",
    "last_touched",
    "numbers",
    "seal",
    "stands_for",
    "united_anchors",
    "utc_text",
    "when",
]

GONE = "deleted"
"""The field that takes a note or an answer away; a note's change names in `replaces` all that stood in the note."""

FINAL = "final"
"""In place of a group in `undoes`: this cannot be taken back, its bytes are gone."""

ERASED = "erased"
"""The field of a document that was removed for good: what belongs to it has lost its words in the list of changes."""

WHOLE = "whole"
"""The field of a change that makes its target, with all its first fields in `after`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing a reviewer did to one field of one target. Written once, never altered.

    `replaces` are the changes that set this field before (one, or several when it decides a conflict);
    `undoes` is the group this one takes back. `hash` covers all fields and the hash of the session's last change.
    `struck`: its words were removed for good; the hash it had stays, and holds the list together.
    """

    id: str
    group: str
    session: str
    seq: int
    author: str
    time: datetime
    target: str
    field: str
    before: Any = None
    after: Any = None
    replaces: tuple[str, ...] = ()
    undoes: str = ""
    hash: str = ""
    struck: bool = False

    @property
    def offset(self) -> int:
        """Minutes that the author's clock was ahead of UTC."""
        shift = self.time.utcoffset() or timedelta()
        return round(shift.total_seconds() / 60)


@lru_cache(256)  # all changes of a group are of one moment
def utc_text(time: datetime) -> str:
    """Return `time` as UTC, to the microsecond, in one spelling."""
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


@lru_cache(256)
def when(text: str, offset: int) -> datetime:
    """Return the time `utc_text` wrote, on the author's own clock."""
    return datetime.fromisoformat(text).astimezone(timezone(timedelta(minutes=offset)) if offset else UTC)


def seal(change: Change, previous: str) -> Change:
    """Return `change` with its hash, which takes in that of the session's last change."""
    content = [
        previous, change.id, change.group, change.session, change.seq, change.author, utc_text(change.time),
        change.offset, change.target, change.field, change.before, change.after, list(change.replaces), change.undoes,
    ]  # fmt: skip
    return replace(change, hash=hashlib.sha256(canonical(content).encode()).hexdigest())


def first_break(session: Sequence[Change]) -> int | None:
    """Return the place of the first change of a session that does not follow from the one before; None if all do.

    What a struck change said cannot be proved any more; that it stood there is proved by the one after it.
    """
    previous = ""
    for place, change in enumerate(session):
        if change.seq != place + 1 or not (change.struck or seal(change, previous).hash == change.hash):
            return place
        previous = change.hash
    return None


@dataclass(frozen=True, slots=True)
class Standing:
    """What a field is now: the value shown, the changes that stand (several in a conflict) and what they say."""

    value: Any
    heads: tuple[str, ...] = ()
    rivals: tuple[Any, ...] = ()

    @property
    def is_conflict(self) -> bool:
        """Whether two standing changes say different things."""
        return len(self.rivals) > 1 and len({canonical(value) for value in self.rivals}) > 1


_Entry = tuple[int, str, Any]  # rank, id of the change, value
_BY_RANK = itemgetter(0, 1)


def fold(changes: Iterable[Change]) -> dict[str, Standing]:
    """Return what stands in each field of one target, whatever the order the changes come in.

    A change that made the target counts for each field it set, and yields to any edit of that field. What decided a
    conflict and was undone leaves it open again.
    """
    entries: dict[str, list[_Entry]] = defaultdict(list)
    replaced: dict[str, set[str]] = defaultdict(set)
    changes = list(changes)
    undone, restoring = _undone(changes)
    for change in changes:
        if change.struck and change.field != WHOLE:
            continue
        if change.field == WHOLE:
            for name, value in change.after.items():
                entries[name].append((0, change.id, value))
        else:
            entries[change.field].append((1, change.id, change.after))
            if change.id not in undone:
                replaced[change.field].update(change.replaces)
    return {name: _standing(name, found, replaced.get(name, _NOTHING), restoring) for name, found in entries.items()}


def fold_field(changes: Iterable[Change], field: str) -> Standing | None:
    """Return what stands in one field, as `fold` does for all; None where nothing was ever said of it."""
    entries: list[_Entry] = []
    replaced: set[str] = set()
    changes = list(changes)
    undone, restoring = _undone(changes)
    for change in changes:
        if change.field == WHOLE:
            if field in change.after:
                entries.append((0, change.id, change.after[field]))
        elif change.field == field and not change.struck:
            entries.append((1, change.id, change.after))
            if change.id not in undone:
                replaced.update(change.replaces)
    return _standing(field, entries, replaced, restoring) if entries else None


_NOTHING: frozenset[str] = frozenset()


def _standing(name: str, entries: list[_Entry], replaced: Collection[str], restoring: Collection[str]) -> Standing:
    if len(entries) == 1 and name != "number":
        _, made, value = entries[0]
        return Standing(value, (made,), (value,))
    heads = sorted((e for e in entries if e[1] not in replaced), key=_BY_RANK)
    if name == "number":
        return Standing(min(value for _, _, value in heads), tuple(made for _, made, _ in heads))
    said = [e[2] for e in heads if e[1] not in restoring] or [heads[-1][2]]
    united = united_anchors(said[::-1]) if name == "anchors" and len(said) > 1 else None
    if united is not None:
        said = [united]
    return Standing(said[-1], tuple(sorted(e[1] for e in heads)), tuple(said))


def united_anchors(rivals: Sequence[Any]) -> list[Any] | None:
    """Return the places that several lists of anchors tell together, the first one's first; None if they contradict.

    Two who carried a note to different versions both hold: a list says nothing of a version that it does not name.
    """
    found: dict[str, list[Any]] = {}
    for anchors in rivals:
        if not anchors:
            return None
        told: dict[str, list[Any]] = defaultdict(list)
        for anchor in anchors:
            told[anchor["version"]].append(anchor)
        for version, places in told.items():
            if canonical(found.setdefault(version, places)) != canonical(places):
                return None
    return [anchor for places in found.values() for anchor in places]


def _undone(changes: Sequence[Change]) -> tuple[Collection[str], Collection[str]]:
    """Return the decisions (changes that replaced several, or took away) that an undo took back, and those undos.

    What the decision replaced stands again then, and the undo says nothing beside it; unless it was undone itself.
    """
    deciding = [change for change in changes if len(change.replaces) > 1 or change.field == GONE]
    if not deciding:
        return _NOTHING, _NOTHING
    known = {change.id: change for change in changes}
    takes_back: dict[str, list[str]] = defaultdict(list)
    for change in changes:
        if change.undoes:
            for old in change.replaces:
                if old in known and (known[old].group, known[old].field) == (change.undoes, change.field):
                    takes_back[old].append(change.id)
    undone = {change.id for change in deciding if _is_undone(change.id, takes_back)}
    return undone, {undo for change in undone for undo in takes_back[change]}


def _is_undone(change: str, takes_back: Mapping[str, Sequence[str]]) -> bool:
    """Whether one of the undos of a change stands; an undo stands unless it was undone in its turn."""
    verdicts: dict[str, bool] = {}
    waiting = [change]
    while waiting:
        undos = takes_back.get(waiting[-1], ())
        open_ones = [undo for undo in undos if undo not in verdicts]
        if open_ones:
            waiting += open_ones
        else:
            verdicts[waiting.pop()] = any(not verdicts[undo] for undo in undos)
    return verdicts[change]


def last_touched(changes: Iterable[Change]) -> datetime | None:
    """Return when a target's fields were last edited, taking it away apart; None if they still are as made."""
    return max(
        (change.time for change in changes if change.field not in (WHOLE, "deleted") and not change.struck),
        default=None,
    )


def numbers(claims: Mapping[str, tuple[int, str]]) -> dict[str, int]:
    """Give each note its number: the one it claimed, or where two claimed the same, the next that nobody claimed.

    `claims` maps a note to its number and the id of the change that made it. The same set of claims gives the same
    numbers in whatever order copies were merged; a number moves only if another note claimed it first.
    """
    taken = {number for number, _ in claims.values()}
    given: dict[str, int] = {}
    kept: set[int] = set()
    for note, (number, _) in sorted(claims.items(), key=lambda item: (*item[1], item[0])):
        given[note] = number if number not in kept else _free_after(number, taken)
        kept.add(given[note])
        taken.add(given[note])
    return given


def _free_after(number: int, taken: set[int]) -> int:
    while number in taken:
        number += 1
    return number


class Steps:
    """What one reviewer can take back and bring back, from his own groups in order."""

    def __init__(self, groups: Iterable[tuple[str, str]] = ()) -> None:
        self.undo: list[str] = []
        self.redo: list[str] = []
        for group, undoes in groups:
            self.take(group, undoes)

    def take(self, group: str, undoes: str = "") -> None:
        """Count in `group`; `undoes` is the group it takes back, or empty. Later changes of a group count once."""
        if undoes == FINAL or (self.undo and self.undo[-1] == group):
            return
        if undoes and self.undo and self.undo[-1] == undoes:
            self.redo.append(group)
            self.undo.pop()
        elif undoes and self.redo and self.redo[-1] == undoes:
            self.undo.append(group)
            self.redo.pop()
        else:
            self.undo.append(group)
            self.redo.clear()


def stands_for(
    heads: Iterable[str], changes: Mapping[str, Change], restored: Callable[[Change], tuple[str, ...] | None]
) -> frozenset[str]:
    """Return the changes that `heads` come down to once every undo is seen as what it restored.

    `restored(change)` gives the changes that stood before the group which `change` takes back; None if that group
    did not touch this field itself.
    """
    found: set[str] = set()
    seen: set[str] = set()
    waiting = set(heads)
    while waiting:
        head = waiting.pop()
        seen.add(head)
        change = changes.get(head)
        before = restored(change) if change is not None and change.undoes else None
        if before is None:
            found.add(head)
        else:
            waiting |= set(before) - seen
    return frozenset(found)
