"""What merged copies left to decide: where two say different things of one field, each with who said it and when. Pure.

It follows from the list of changes alone, so it is the same in every copy, and stands until a change decides it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from annotations.approval import SAID
from annotations.codec import canonical
from annotations.deeds import MERGED, RETURNED, TRANSLATION
from annotations.history import GONE, WHOLE, Change, fold
from annotations.model import Review
from annotations.rows import kind_of, uid_of
from annotations.seen import looks_at_all

__all__ = ["DECIDED", "Claim", "Conflict", "conflicts_in", "is_asked"]

DECIDED = "decided:"
"""Before a field's name: who decided what it says, and why. Such fields stand in the list of changes alone."""

_UNASKED = frozenset({"created", "modified", "added", "received", "author", "initials", "reviewed_at", "number"})
"""Two who made, or approved, the same thing: nothing to decide."""
_BESIDE = (RETURNED, DECIDED, "read:", "joined:", "apart:", "differ:", "package", TRANSLATION)


@dataclass(frozen=True, slots=True)
class Claim:
    """What one side says: the change that says so, who wrote it and when; `here` where it was written in this file."""

    change: str
    value: Any
    author: str
    time: datetime
    here: bool = True


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field of which several things are said; the claim shown is the first. `note` is its note, the uid of a document
    or version, or "matter".

    For the fields `deleted` and `removed` the claims say True (taken away) or None (worked on, so it should stay); for
    `review`, approved, or for review again because of what the approval had not seen.
    """

    target: str
    note: str
    field: str
    claims: tuple[Claim, ...]

    @property
    def shown(self) -> Claim:
        """The claim that the matter shows until somebody decides."""
        return self.claims[0]


def is_asked(field: str) -> bool:
    """Whether anybody is asked where two say different things of a field."""
    return field not in _UNASKED and not field.startswith(_BESIDE)


def conflicts_in(changes: Iterable[Change], arrived: frozenset[str] = frozenset()) -> tuple[Conflict, ...]:
    """Return what is undecided in a list of changes; `arrived` are the changes that a merge brought."""
    by_target: dict[str, list[Change]] = {}
    merges: set[str] = set()
    for change in changes:
        by_target.setdefault(change.target, []).append(change)
        if change.field == MERGED or change.undoes in merges:  # a merge, its undo, and so on: nobody's own work
            merges.add(change.group)
    answers: dict[str, list[Change]] = {}
    told: list[Conflict] = list(_of_documents(by_target, merges, arrived))
    for name, found in by_target.items():
        made = next((change for change in found if change.field == WHOLE), None)
        if kind_of(name) == "reply" and made is not None:
            answers.setdefault(f"note/{made.after.get('note')}", []).extend(found)
    for name, found in by_target.items():
        with_answers = [*found, *answers.get(name, ())]
        if len({change.session for change in with_answers}) > 1 and not any(change.struck for change in found):
            told += _of_target(name, found, arrived)
            work = [change for change in with_answers if change.group not in merges]
            for field in (GONE, "review"):
                told += _unseen(name, field, found, work, arrived)
    return tuple(told)


def _of_target(name: str, changes: Sequence[Change], arrived: frozenset[str]) -> Iterator[Conflict]:
    known = {change.id: change for change in changes}
    for field, standing in fold(changes).items():
        if standing.is_conflict and is_asked(field):
            claims = [_claim(known[head], field, arrived) for head in standing.heads]
            claims.sort(
                key=lambda claim: (canonical(claim.value) != canonical(standing.value), claim.time, claim.change)
            )
            yield Conflict(name, _note_of(name, changes), field, _each_once(claims))


def _claim(change: Change, field: str, arrived: frozenset[str]) -> Claim:
    value = change.after.get(field) if change.field == WHOLE else change.after
    return Claim(change.id, value, change.author, change.time, change.id not in arrived)


def _each_once(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    found: dict[str, Claim] = {}
    for claim in claims:
        found.setdefault(canonical(claim.value), claim)
    return tuple(found.values())


def _note_of(name: str, changes: Iterable[Change]) -> str:
    if kind_of(name) == "reply":
        return next((str(change.after.get("note", "")) for change in changes if change.field == WHOLE), "")
    return uid_of(name) or name


# -- taken away, or approved, by one, and worked on by another --------------------------------------------------------


def _unseen(
    name: str, field: str, changes: Sequence[Change], work: Sequence[Change], arrived: frozenset[str]
) -> Iterator[Conflict]:
    """Give the note that one took away or approved without having seen what another did; `work` is what people did."""
    own = {change.id: change for change in changes if change.field == field}
    if kind_of(name) != "note" or not own:
        return
    standing = fold(changes)[field]
    heads = [own[head] for head in standing.heads if head in own]
    if standing.is_conflict or not heads or not looks_at_all(field, standing.value):
        return
    seen = _seen_by(heads, own)
    if seen <= own.keys():
        return  # said before it was noted what was seen, or together with what the note was made by
    worked = _standing(work) if field == GONE else _said_by_others(work, {head.author for head in heads})
    unseen = [change for change in worked if change.id not in seen]
    if unseen:
        last = max(unseen, key=lambda change: (change.time, change.id))
        value = None if field == GONE else Review.FOR_REVIEW.value
        wanted = Claim(last.id, value, last.author, last.time, last.id not in arrived)
        yield Conflict(name, uid_of(name), field, (_claim(heads[-1], field, arrived), wanted))


def _of_documents(
    by_target: Mapping[str, Sequence[Change]], merges: Collection[str], arrived: frozenset[str]
) -> Iterator[Conflict]:
    """Give the documents that one took out without having seen what another did in them."""
    every = {change.id: change for found in by_target.values() for change in found}
    for name, found in by_target.items():
        own = {change.id: change for change in found if change.field == "removed"}
        if kind_of(name) != "document" or not own or any(change.struck for change in found):
            continue
        standing = fold(found)["removed"]
        seen = _seen_by([own[head] for head in standing.heads if head in own], own) - own.keys()
        if not standing.value or standing.is_conflict or not seen:
            continue
        known = {every[one].session: every[one].seq for one in seen if one in every}
        unseen = [
            change
            for change in _worked_in(uid_of(name), by_target)
            if change.seq > known.get(change.session, 0) and change.group not in merges
        ]
        if unseen:
            last = max(unseen, key=lambda change: (change.time, change.id))
            wanted = Claim(last.id, None, last.author, last.time, last.id not in arrived)
            yield Conflict(name, uid_of(name), "removed", (_claim(own[standing.heads[-1]], "removed", arrived), wanted))


def _worked_in(document: str, by_target: Mapping[str, Sequence[Change]]) -> Iterator[Change]:
    """Give what was done to the notes of a document that stand, and to its versions."""
    for name, found in by_target.items():
        made = next((change for change in found if change.field == WHOLE), None)
        if kind_of(name) in ("note", "version") and made is not None and made.after.get("document") == document:
            gone = fold(found).get(GONE)
            yield from () if gone is not None and gone.value else found


def _said_by_others(work: Sequence[Change], approvers: Collection[str]) -> Iterator[Change]:
    """Give the changes to what a note says that stand, but not to its places, nor by who approved it."""
    for change in _standing(work):
        if change.field in SAID - {"anchors"} and change.author not in approvers:
            yield change


def _seen_by(heads: Iterable[Change], gone: Mapping[str, Change]) -> set[str]:
    """Return all that was seen when this was said of a note; an undo that says it again has seen no more."""
    seen: set[str] = set()
    waiting, known = list(heads), set[str]()
    while waiting:
        change = waiting.pop()
        known.add(change.id)
        undone = [gone[one] for one in change.replaces if one in gone and gone[one].group == change.undoes]
        if undone:
            waiting += [gone[o] for one in undone for o in one.replaces if o in gone and o not in known]
        else:
            seen.update(change.replaces)
    return seen


def _standing(work: Iterable[Change]) -> Iterator[Change]:
    """Give of the changes to a note, and to the answers to it, those that stand."""
    by_target: dict[str, list[Change]] = {}
    for change in work:
        by_target.setdefault(change.target, []).append(change)
    for name, found in by_target.items():
        known = {change.id: change for change in found}
        standing = fold(found)
        if kind_of(name) == "reply" and GONE in standing and standing[GONE].value:
            continue
        for field, told in standing.items():
            if field != GONE and not field.startswith((RETURNED, DECIDED)):
                yield from (known[head] for head in told.heads)
