"""What a report that came back asks for: fields others changed, answers they gave; worked out, then chosen from."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from annotations.journal import RETURNED, Journal, Wish, new_id
from annotations.past import shown
from annotations.returned import Came, Returned
from annotations.rows import target

__all__ = ["CHANGES", "Answers", "Asked", "Kind", "returned_of", "write_answers"]

CHANGES: Final = ("accept", "reject", "ask")
"""What becomes of recorded changes: all accepted, all rejected, or each field as chosen."""


class Kind(StrEnum):
    """What a report asks of a field: CONFLICT was changed on both sides since it went out, EMPTIED says nothing now."""

    CHANGED = "changed"
    CONFLICT = "conflict"
    EMPTIED = "emptied"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Asked:
    """One field that would say something else, from `old` to `words`; or an answer, which becomes a reply.

    `value` is what is kept, in the language `tongue` of the note ("" its own). `tracked`: it is a recorded change.
    `reply` is the uid of an answer, `author` who gave it.
    """

    note: str
    number: int
    field: str
    kind: Kind
    old: str
    words: str
    value: object
    tongue: str = ""
    tracked: bool = False
    reply: str = ""
    author: str = ""

    @property
    def usual(self) -> bool:
        """Whether it is taken unless someone says otherwise: what would cost words of ours is not."""
        return self.kind in (Kind.CHANGED, Kind.ANSWER)

    def came(self, *, taken: bool) -> Came:
        """Return what is told of it."""
        if self.kind is Kind.ANSWER:
            told = {"number": self.number, "author": self.author, "words": self.words}
            return Came("new_reply" if taken else "reply_left", self.note, told)
        told = {"number": self.number, "field": self.field, "old": self.old, "words": self.words}
        return Came(
            ("cleared" if self.kind is Kind.EMPTIED else "changed") if taken else _LEFT[self.kind], self.note, told
        )


_LEFT: Final = {Kind.CHANGED: "left", Kind.CONFLICT: "conflict", Kind.EMPTIED: "emptied"}


@dataclass(frozen=True, slots=True)
class Answers:
    """All that a file asks for, in the order of the notes, and what else is to be told of it.

    `seen` is where each session of the matter stood when this was worked out: a change since makes it void.
    """

    file_name: str
    sha256: str
    asked: tuple[Asked, ...]
    told: tuple[Came, ...]
    seen: Mapping[str, tuple[int, str]]

    @property
    def usual(self) -> tuple[Asked, ...]:
        """What is taken unless someone says otherwise."""
        return tuple(one for one in self.asked if one.usual)

    @property
    def tracked(self) -> bool:
        """Whether recorded changes wait to be decided."""
        return any(one.tracked for one in self.asked)


def returned_of(answers: Answers, chosen: Collection[Asked]) -> Returned:
    """Return what is told of a file of which `chosen` are taken."""
    return Returned(0, came=(*(one.came(taken=one in chosen) for one in answers.asked), *answers.told))


def write_answers(journal: Journal, answers: Answers, chosen: Collection[Asked]) -> bool:
    """Write what was chosen as one group that one undo takes back; False, and nothing, where it is void."""
    if journal.store.session_ends() != answers.seen:
        return False
    wishes = [*_fields(journal, chosen), *_replies(journal, chosen)]
    if wishes:
        group = new_id()
        told = {"document": _document(journal, chosen), "file": answers.file_name, "sha256": answers.sha256}
        journal.write([Wish(target("group", group), RETURNED, told), *wishes], group=group)
    return True


def _fields(journal: Journal, chosen: Iterable[Asked]) -> list[Wish]:
    """Return a change for each field; of two readings of the same one the later counts."""
    wishes: dict[tuple[str, str], Wish] = {}
    for one in chosen:
        if one.kind is Kind.ANSWER:
            continue
        name = target("note", one.note)
        if not one.tongue:
            wishes[name, one.field] = Wish(name, one.field, one.value)
            continue
        known = wishes.get((name, "translations"))
        told = dict(known.after if known else journal.values(name).get("translations") or {})
        told[one.tongue] = {**told.get(one.tongue, {}), one.field: one.value}
        wishes[name, "translations"] = Wish(name, "translations", told)
    return list(wishes.values())


def _replies(journal: Journal, chosen: Iterable[Asked]) -> Iterable[Wish]:
    for one in chosen:
        if one.kind is Kind.ANSWER:
            values = {"note": one.note, "author": one.author, "initials": "", "text": one.value}
            yield from shown(journal, "reply", one.reply, {**values, "created": journal.clock()})


def _document(journal: Journal, chosen: Iterable[Asked]) -> str:
    """Return the document that all notes are about, "" where there are several."""
    found = {str(journal.values(target("note", one.note)).get("document")) for one in chosen}
    return found.pop() if len(found) == 1 else ""
