"""What came with a package's answer: new notes, answers, changed fields, what is to decide, what was not taken in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from annotations.codec import CHOICES
from annotations.history import WHOLE, Change, fold
from annotations.journal import Journal, values_of_changes
from annotations.package import DELETED, Package
from annotations.package_back import Brought, Left
from annotations.returned import Came
from annotations.rows import kind_of, uid_of

__all__ = ["Answer", "answers_of"]

_EMPTY: tuple[object, ...] = (None, "", [], {})
_SILENT = frozenset({"reviewed_by", "reviewed_at", "author", "initials", "source_id", "number", "modified"})


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a package in a file of this `name`, each thing in `came` in the order of the notes' numbers.

    The rest is for scripts: `replies` are (note, answer), `changed` and `undecided` (note, field).
    """

    package: Package
    name: str
    came: tuple[Came, ...] = ()
    authors: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    replies: tuple[tuple[str, str], ...] = ()
    changed: tuple[tuple[str, str], ...] = ()
    deleted: tuple[str, ...] = ()
    undecided: tuple[tuple[str, str], ...] = ()
    left: tuple[Left, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing in it was new here, or nothing that may be taken in."""
        return not (self.notes or self.replies or self.changed or self.deleted or self.undecided)


def answers_of(
    journal: Journal, came: Brought, arriving: Sequence[Change], undecided: Sequence[tuple[str, str]] = ()
) -> tuple[Answer, ...]:
    """Return what an answer brought that is written already; nothing for a file that is no package."""
    if came.package is None:
        return ()
    look = _Look(journal, arriving, frozenset(undecided))
    told = sorted([*look.told(), *_left(came.left, look.numbers)], key=lambda one: one[0])
    of = {code: [(one, field) for _, one, field in told if one.code == code] for code in _CODES}
    answer = Answer(
        came.package,
        came.name,
        tuple(one for _, one, _ in told),
        tuple(dict.fromkeys(change.author for change in arriving)),
        tuple(one.note for one, _ in of["new_note"]),
        tuple((one.note, reply) for one, reply in of["new_reply"]),
        tuple((one.note, field) for code in _CHANGED for one, field in of[code]),
        tuple(one.note for one, _ in of["note_deleted"]),
        tuple((one.note, field) for one, field in of["undecided"]),
        came.left,
    )
    return (answer,)


_CHANGED = ("changed", "told", "cleared", "other_words")
_CODES = ("new_note", "new_reply", "note_deleted", "undecided", *_CHANGED)

_Told = tuple[int, Came, str]  # the note's number, what came, the field or the answer it is about


class _Look:
    """Compares what stands now with what stood before the answer came."""

    def __init__(self, journal: Journal, arriving: Sequence[Change], undecided: frozenset[tuple[str, str]]) -> None:
        self._journal = journal
        self._ids = {change.id for change in arriving}
        self._undecided = undecided
        self._by_target: dict[str, list[Change]] = {}
        self.numbers = journal.store.numbers()
        for change in arriving:
            self._by_target.setdefault(change.target, []).append(change)

    def told(self) -> Iterator[_Told]:
        """Give each thing that came."""
        for name, changes in self._by_target.items():
            made = any(change.field == WHOLE for change in changes)
            if kind_of(name) == "reply":
                yield from self._reply(name) if made else ()
            elif made:
                yield from self._new(name, changes)
            else:
                yield from self._note(name, changes)

    def _new(self, name: str, changes: Sequence[Change]) -> Iterator[_Told]:
        values = self._journal.values(name)
        if not values.get(DELETED):
            author = values.get("author") or changes[0].author
            words = values.get("title") or values.get("issue") or _quote(values)
            yield self._one("new_note", uid_of(name), author=author, words=words)

    def _reply(self, name: str) -> Iterator[_Told]:
        values = self._journal.values(name)
        if not values.get(DELETED):
            yield self._one("new_reply", values["note"], uid_of(name), author=values["author"], words=values["text"])

    def _note(self, name: str, changes: Sequence[Change]) -> Iterator[_Told]:
        uid, every = uid_of(name), self._journal.changes_of(name)
        before = values_of_changes(name, [change for change in every if change.id not in self._ids])
        now = values_of_changes(name, every)
        if now.get(DELETED) and not before.get(DELETED):
            yield self._one("note_deleted", uid)
        for field in dict.fromkeys(change.field for change in changes if change.field != DELETED):
            if (uid, field) in self._undecided:
                yield self._open(name, field, before.get(field))
            elif field not in _SILENT and before.get(field) != now.get(field):
                yield self._change(uid, field, before.get(field), now.get(field))

    def _open(self, name: str, field: str, ours: Any) -> _Told:  # noqa: ANN401 - JSON has no narrower type
        rivals = fold(self._journal.changes_of(name))[field].rivals
        theirs = next((one for one in rivals if one != ours), None)
        told = {"old": _words(field, ours), "words": _words(field, theirs), "field": field}
        return self._one("undecided", uid_of(name), field, **told)

    def _change(self, uid: str, field: str, old: Any, new: Any) -> _Told:  # noqa: ANN401 - JSON has no narrower type
        if field == "anchors":
            return self._one("other_words", uid, field, words=_quote({"anchors": new}))
        code = "cleared" if new in _EMPTY else "told" if old in _EMPTY else "changed"
        return self._one(code, uid, field, field=field, old=_words(field, old), words=_words(field, new))

    def _one(self, code: str, note: str, about: str = "", /, **arguments: object) -> _Told:
        number = self.numbers.get(note, 0)
        return number, Came(code, note, {"number": number, **arguments}), about


def _left(left: Sequence[Left], numbers: Mapping[str, int]) -> Iterator[_Told]:
    for one in left:
        number = numbers.get(one.note, 0)
        if one.code == "field":
            yield number, Came("kept_back", one.note, {"number": number, "field": one.field}), one.field
        else:
            yield 0, Came(f"left_{one.code}"), ""


def _quote(values: Mapping[str, Any]) -> str:
    return next((str(anchor.get("exact", "")) for anchor in values.get("anchors") or ()), "")


def _words(field: str, value: Any) -> Any:  # noqa: ANN401 - words, or a choice that has words in each language
    if value in _EMPTY:
        return ""
    if field in CHOICES:
        return CHOICES[field](value)
    if field == "anchors":
        return _quote({"anchors": value})
    return value if isinstance(value, str) else ", ".join(map(str, value))
