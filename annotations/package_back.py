"""A package's answer told in the terms of its matter: the colleague's changes, and of these only what it may touch.

The package's own first changes stand for changes of the matter; whoever edited a field there has replaced those. So the
answer's changes are written down once more with the matter's names, in sessions whose ids and hashes follow from the
package alone: told twice, or in two copies of the matter, they are the same changes, and merging is what it always was.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from annotations.approval import AGAIN, SAID
from annotations.codec import MATTER_FIELDS, NOTE_FIELDS, canonical, plain
from annotations.errors import MatterError
from annotations.history import ERASED, FINAL, WHOLE, Change, seal
from annotations.incoming_notes import CLAUSEMARK
from annotations.marks import uid_outside
from annotations.model import Review
from annotations.package import DELETED, MARK, Package, matter_mark, may_touch, package_in
from annotations.package_making import copied_anchor, copied_translations
from annotations.rows import kind_of, target, uid_of
from annotations.rules_of_sending import fields_for
from annotations.seen import looks_at_all
from annotations.store import Store

__all__ = ["Brought", "Left", "brought"]

_LAST = "ffffffff"
"""How the ids of new notes begin: where the matter gave their number to another note meanwhile, that one keeps it."""

_ONLY_INSIDE = frozenset({"review", "reviewed_by", "reviewed_at", "visibility", "rules", "source_id"})


@dataclass(frozen=True, slots=True)
class Left:
    """What an answer holds that is not taken in: "field" of a note, "document", "version" or "details"."""

    code: str
    note: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class Brought:
    """What a file of this `name` brings: its changes as this matter has them; of which package it is the answer."""

    changes: tuple[Change, ...]
    package: Package | None = None
    left: tuple[Left, ...] = ()
    name: str = ""


def brought(ours: Store, theirs: Store, listed: Sequence[Change], name: str) -> Brought:
    """Return what `theirs`, a file of this `name` whose list of changes is `listed`, brings to `ours`.

    A copy brings its changes as they are. Raises MatterError: "whole_into_package", "strange_package",
    "package_of_removed", and "damaged" for a mark that cannot be read.
    """
    own, sent = package_in(ours.matter(), ours.path.name), package_in(theirs.matter(), name)
    if own is not None and sent is None:
        raise MatterError("whole_into_package", name=name, package=ours.path.name)
    if sent is None or (own is not None and own.uid == sent.uid):
        return Brought(tuple(listed), name=name)
    known = {change.id: change for change in ours.changes()}
    names = _names(sent, known, name)
    terms = _Terms(sent, known, names)
    return Brought(terms.told(listed), sent, tuple(terms.left), name)


def _names(sent: Package, known: Mapping[str, Change], name: str) -> dict[str, str]:
    """Return the names that the package's targets have in the matter. Raises MatterError for another matter."""
    document = [change for change in known.values() if change.target == target("document", sent.document)]
    secrets = sorted(change.id for change in document if change.field == WHOLE)
    if sent.matter not in {matter_mark(secret) for secret in secrets}:
        raise MatterError("strange_package", name=name)
    if any(change.field == ERASED for change in document):
        raise MatterError("package_of_removed", name=name)
    here = {change.target for change in known.values()}
    if "uid" not in fields_for(sent.profile):
        held = [(kind_of(one), uid_of(one)) for one in here if kind_of(one) in ("note", "reply")]
        outside = {target(kind, uid_outside(s, uid)): target(kind, uid) for kind, uid in held for s in secrets}
    else:
        outside = {}
    names = {one: outside.get(one, one) for one in sent.base}
    heads = {head for of in sent.base.values() for found in of.values() for head in found}
    if not (set(names.values()) <= here and heads <= known.keys()):
        raise MatterError("strange_package", name=name)
    return names


class _Terms:
    """One answer on its way: what its names, changes and values are called in the matter."""

    def __init__(self, sent: Package, known: Mapping[str, Change], names: Mapping[str, str]) -> None:
        self._sent = sent
        self._known = known
        self._here = dict(names)
        self._made: set[str] = set()
        self._first = ""
        self._snapshots: dict[str, str] = {}
        self._claims: set[str] = set()
        self._again: set[tuple[str, str]] = set()
        self._stands: dict[str, tuple[str, ...]] = {}
        self.left: dict[Left, None] = {}

    def told(self, listed: Sequence[Change]) -> tuple[Change, ...]:
        """Return the changes that were made in the package, in the matter's terms."""
        self._look_through(listed)
        sessions: dict[str, list[Change]] = {}
        for change in listed:
            if change.session != self._first and (meant := self._meant(change)) is not None:
                sessions.setdefault(change.session, []).extend((meant, *self._unapproved(change, meant)))
        return tuple(change for session, found in sessions.items() for change in _sealed(self._id(session), found))

    # -- what is what --------------------------------------------------------------------------------------------

    def _look_through(self, listed: Sequence[Change]) -> None:
        """Learn which changes the package began with, and what was made in it."""
        mark = next((c for c in listed if c.target == "matter" and c.field == MARK and c.after), None)
        self._first = mark.session if mark is not None else ""
        self._snapshots = {c.id: c.target for c in listed if c.session == self._first and c.target in self._sent.base}
        fresh = [c for c in listed if c.field == WHOLE and c.session != self._first and not c.struck]
        for change in fresh:
            if kind_of(change.target) == "note" and change.after.get("document") == self._sent.document:
                self._make(change)
        for change in fresh:
            if kind_of(change.target) == "reply" and target("note", str(change.after.get("note"))) in self._here:
                self._make(change)

    def _make(self, change: Change) -> None:
        """Know a thing that was made in the package; it is another than any the matter has, whatever its uid."""
        if change.target not in self._sent.base:
            kind = kind_of(change.target)
            self._made.add(change.target)
            self._here[change.target] = target(kind, str(uuid.UUID(self._id(uid_of(change.target)))))
            self._claims |= {change.id} if kind == "note" else set()

    def _id(self, theirs: str) -> str:
        """Return the id that follows from one of the package's."""
        made = uuid.uuid5(CLAUSEMARK, f"package/{self._sent.uid}/{theirs}").hex
        return _LAST + made[len(_LAST) :] if theirs in self._claims else made

    # -- one change ----------------------------------------------------------------------------------------------

    def _meant(self, change: Change) -> Change | None:
        """Return a change in the matter's terms, None for one that is not for it."""
        name, field = change.target, change.field
        if change.struck or not self._is_for_us(change):
            return None
        replaces = self._replaced(change)
        after = self._value(name, field, change.after)
        before = None if field == WHOLE else self._value(name, field, change.before)
        if field in ("anchors", "translations") and canonical(after) == canonical(before):
            self._stands[change.id] = replaces
            return None
        return replace(
            change, id=self._id(change.id), group=self._id(change.group), target=self._here[name], before=before,
            after=after, replaces=replaces, undoes=self._undone(change.undoes), hash="",
        )  # fmt: skip

    def _unapproved(self, change: Change, meant: Change) -> list[Change]:
        """Return what lets a note wait for review again that was approved when it was sent, once a session.

        A colleague's program does so by itself; others are not told whether it was.
        """
        name = change.target
        shown = name not in self._sent.base or self._sent.profile == "internal" or change.field not in SAID
        if shown or (change.session, name) in self._again or self._stood(name, "review") != Review.APPROVED:
            return []
        self._again.add((change.session, name))
        return [
            replace(
                meant, id=self._id(f"{change.id}/{field}"), field=field, before=self._stood(name, field),
                after=plain(value), replaces=self._sent.heads(name, field), undoes="",
            )
            for field, value in AGAIN.items()
        ]  # fmt: skip

    def _undone(self, group: str) -> str:
        return group if group in ("", FINAL) else self._id(group)

    def _is_for_us(self, change: Change) -> bool:
        """Whether the package may touch what a change is about; what is left is told where anybody would miss it."""
        name, field = change.target, change.field
        if name not in self._here:
            self._leave_other(change)
            return False
        if name in self._made:
            if kind_of(name) == "reply":
                return field in (WHOLE, DELETED, "visibility")
            return field in (WHOLE, DELETED) or self._may_be_said(name, field)
        if field in may_touch(self._sent.profile, name):
            return True
        if field != WHOLE and (field in NOTE_FIELDS or field == DELETED):
            self.left[Left("field", self._note_of(name), field)] = None
        return False

    def _may_be_said(self, name: str, field: str) -> bool:
        """Whether a field of a note that was made in the package comes along."""
        kept = field in NOTE_FIELDS and field not in self._kept_there()
        if not kept and field == "private_remark":
            self.left[Left("field", self._note_of(name), field)] = None
        return kept

    def _kept_there(self) -> frozenset[str]:
        return frozenset({"private_remark"}) | (frozenset() if self._sent.profile == "internal" else _ONLY_INSIDE)

    def _leave_other(self, change: Change) -> None:
        kind = kind_of(change.target)
        if kind == "matter" and change.field in MATTER_FIELDS:
            self.left[Left("details")] = None
        elif change.field == WHOLE and kind in ("document", "version"):
            self.left[Left(kind)] = None

    def _note_of(self, name: str) -> str:
        return uid_of(self._here[name]) if kind_of(name) == "note" else ""

    def _replaced(self, change: Change) -> tuple[str, ...]:
        """Return the changes of the matter, and of this answer, that a change replaces."""
        if change.field == WHOLE:
            return ()
        found: list[str] = []
        seen = WHOLE if looks_at_all(change.field, change.after) else change.field
        for head in change.replaces:
            found += self._stands_for(head, seen)
        if not change.replaces:
            found += self._sent.heads(change.target, change.field)
        return tuple(dict.fromkeys(found))

    def _stands_for(self, head: str, field: str) -> tuple[str, ...]:
        if head in self._snapshots:
            return self._sent.heads(self._snapshots[head], field)
        return self._stands.get(head, (self._id(head),))

    # -- values --------------------------------------------------------------------------------------------------

    def _value(self, name: str, field: str, value: Any) -> Any:  # noqa: ANN401 - JSON has no narrower type
        if field == WHOLE:
            return self._whole(name, value)
        if field == "anchors":
            here = [anchor for anchor in value or () if anchor.get("version") == self._sent.version]
            return here if name in self._made else self._anchors(name, here)
        if field == "translations" and name not in self._made:
            return self._translations(name, value or {})
        return value

    def _whole(self, name: str, value: Mapping[str, Any]) -> dict[str, Any]:
        if kind_of(name) == "reply":
            return {**value, "note": uid_of(self._here[target("note", value["note"])])}
        kept = self._kept_there()
        if value.get("private_remark"):
            self.left[Left("field", self._note_of(name), "private_remark")] = None
        told = {field: self._value(name, field, of) for field, of in value.items() if field not in kept}
        return told if self._sent.profile == "internal" else {**told, "review": "draft", "visibility": "internal"}

    def _anchors(self, name: str, here: Iterable[Mapping[str, Any]]) -> list[Any]:
        """Return places with what the package did not have of them, and those on versions it did not have."""
        standing = self._stood(name, "anchors") or []
        copied = {canonical(copied_anchor(one, self._sent.profile)): one for one in standing}
        older = [one for one in standing if one.get("version") != self._sent.version]
        return [*(copied.get(canonical(one), one) for one in here), *older]

    def _translations(self, name: str, value: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
        """Return translations with the fields that the package did not have."""
        standing = self._stood(name, "translations") or {}
        shown = copied_translations(standing, self._sent.profile)
        hidden = {
            code: {field: words for field, words in of.items() if field not in shown.get(code, {})}
            for code, of in standing.items()
        }
        codes = sorted({code for code, of in hidden.items() if of} | set(value))
        return {code: {**hidden.get(code, {}), **value.get(code, {})} for code in codes}

    def _stood(self, name: str, field: str) -> Any:  # noqa: ANN401 - JSON has no narrower type
        """Return what a field said in the matter when the package was made."""
        heads = [self._known[head] for head in self._sent.heads(name, field)]
        said = [(change.field != WHOLE, change.id, change) for change in heads if not change.struck]
        if not said:
            return None
        last = max(said)[2]
        return last.after.get(field) if last.field == WHOLE else last.after


def _sealed(session: str, changes: Sequence[Change]) -> list[Change]:
    made: list[Change] = []
    previous = ""
    for change in sorted(changes, key=lambda one: one.seq):
        made.append(seal(replace(change, session=session, seq=len(made) + 1), previous))
        previous = made[-1].hash
    return made
