"""A review package made: a new file into which what was chosen is copied, so that nothing else can be in its bytes.

The file holds one document as it is now and the chosen notes as they stand now, with the fields its readers may see.
Its list of changes begins there: none of the matter's is copied, for they hold what the fields said before.
"""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, fields
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotations import file
from annotations.approval import AGAIN
from annotations.codec import NOTE_FIELDS, first_fields, plain
from annotations.errors import MatterError
from annotations.faults import faults_of
from annotations.history import FINAL, WHOLE, Change, fold
from annotations.journal import Journal, Wish
from annotations.marks import uid_outside
from annotations.model import AnchorState, Document, Note, Reply, Reviewer, Severity, Version
from annotations.package import DELETED, MARK, Package, matter_mark, may_touch
from annotations.rows import kind_of, target, uid_of
from annotations.rules_of_sending import fields_for, goes_out, replies_for
from annotations.store import Store

if TYPE_CHECKING:
    from annotations.matter import OpenMatter

__all__ = ["Chosen", "MadePackage", "Sending", "choose", "copied_anchor", "copied_translations", "make_package"]

_PLACELESS = (AnchorState.LOST, AnchorState.AMBIGUOUS)
_OF_A_REPLY = tuple(field.name for field in fields(Reply) if field.name != "uid")
_NOBODY = "—"  # a note without an author would get its reader's name


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """What is to go: a document and the uids of notes on it, for readers of a profile, to whom, until when."""

    document: str
    notes: tuple[str, ...]
    profile: str = "internal"
    sent_to: str = ""
    due: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The notes that go, and counts of what stays: said before anything is written.

    `kept_in` are the uids of notes that were asked for and that the profile keeps in. `remarks`, `answers` and
    `hidden` count notes that go whose private remark, answers, or other words their readers may not see.
    """

    document: Document
    notes: tuple[Note, ...]
    kept_in: tuple[str, ...] = ()
    unchosen: int = 0
    documents: int = 0
    elsewhere: int = 0
    versions: int = 0
    remarks: int = 0
    answers: int = 0
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class MadePackage:
    """A package that was written: where, what its bytes are, its mark."""

    path: Path
    sha256: str
    package: Package
    language: str

    @property
    def sent(self) -> dict[str, object]:
        """What the register of what was sent is told of it."""
        mark = self.package
        return {
            "product": "package", "file_name": self.path.name, "sha256": self.sha256, "profile": mark.profile,
            "language": self.language, "versions": [mark.version], "sent_to": mark.sent_to, "sent": mark.sent,
        }  # fmt: skip


def choose(matter: OpenMatter, sending: Sending) -> Chosen:
    """Return what would go into a package and what would not. Raises MatterError "no_document"."""
    document = matter.document(sending.document)
    here = matter.notes(document.uid)
    wanted = frozenset(sending.notes)
    asked = [note for note in here if note.uid in wanted]
    going = tuple(note for note in asked if goes_out(note, sending.profile))
    shown = fields_for(sending.profile)
    return Chosen(
        document=document,
        notes=going,
        kept_in=tuple(note.uid for note in asked if not goes_out(note, sending.profile)),
        unchosen=len(here) - len(asked),
        documents=len(matter.documents()) - 1,
        elsewhere=len(matter.notes()) - len(here),
        versions=len(document.versions) - 1,
        remarks=sum(bool(note.private_remark) for note in going),
        answers=sum(len(replies_for(note, sending.profile)) < len(note.replies) for note in going),
        hidden=sum(any(getattr(note, name) for name in _WORDS if name not in shown) for note in going),
    )


_WORDS = ("issue", "consequence", "recommendation", "category", "owner", "due", "rules")


def make_package(matter: OpenMatter, sending: Sending, out: Path, now: datetime) -> MadePackage:
    """Write a package to `out` at the time `now`, whole or not at all; nothing that is there is written over.

    Raises MatterError: "exists", "nothing_to_send", "no_document", "not_found" (folder), "no_permission", "disk_full".
    """
    if out.exists():
        raise MatterError("exists", name=out.name)
    chosen = choose(matter, sending)
    if sending.notes and not chosen.notes:
        raise MatterError("nothing_to_send")
    copy = _Copy(matter, chosen, sending, now)
    beside = out.with_name(f".{uuid.uuid4().hex}.new")
    try:
        with faults_of(out.name):
            file.make(beside)
            copy.write(beside)
            sha256 = hashlib.sha256(beside.read_bytes()).hexdigest()
            beside.rename(out)
    except MatterError as error:
        raise MatterError(error.code, **{**error.arguments, "name": out.name}) from error
    finally:
        beside.unlink(missing_ok=True)
    return MadePackage(out, sha256, copy.package, copy.language)


class _Copy:
    """One package on its way: the changes its file begins with."""

    def __init__(self, matter: OpenMatter, chosen: Chosen, sending: Sending, now: datetime) -> None:
        self._matter = matter
        self._chosen = chosen
        self._profile = sending.profile
        self._shown = fields_for(sending.profile)
        self._now = now
        self._version = chosen.document.latest
        self._secret = matter.secrets(chosen.document.uid)[0]
        self._speaker = self._who_speaks()
        self._histories = _histories(matter, chosen.notes)
        self.language = matter.matter().language or matter.policy(self._version.uid).language
        self.package = self._mark(sending)

    def write(self, path: Path) -> None:
        """Fill an empty matter file."""
        from documents.reading import pack

        policy, data = self._matter.policy(self._version.uid), self._matter.original(self._version.uid)
        with closing(Store(path, read_only=False)) as store:

            def keep() -> None:
                store.keep_original(self._version.sha256, data)
                store.keep_reading(self._version.uid, policy.reader, policy.reader_version, pack(policy))

            Journal(store, self._speaker, lambda: self._now).write(self._wishes(), undoes=FINAL, also=keep)

    def _wishes(self) -> Iterator[Wish]:
        yield Wish("matter", MARK, self.package.plain())
        yield Wish("matter", "language", self._matter.matter().language)
        document = self._chosen.document
        yield Wish(target("document", document.uid), WHOLE, {"title": document.title, "added": self._now})
        yield Wish(target("version", self._version.uid), WHOLE, self._version_values(self._version))
        for note in self._chosen.notes:
            yield Wish(self._name(note), WHOLE, self._note_values(note))
            for reply in replies_for(note, self._profile):
                values = {**self._reply_values(reply), "note": uid_of(self._name(note))}
                yield Wish(self._reply_name(reply), WHOLE, values)

    def _version_values(self, version: Version) -> dict[str, Any]:
        told = {name: getattr(version, name) for name in ("document", "number", "file_name", "sha256")}
        inside = ("label", "received_from", "received", "received_how") if self._profile == "internal" else ()
        return {**told, "received": self._now, **{name: getattr(version, name) for name in inside}}

    def _note_values(self, note: Note) -> dict[str, Any]:
        values = {name: getattr(note, name) for name in NOTE_FIELDS if name in self._shown}
        standing = [anchor for anchor in note.anchors if anchor.version == self._version.uid]
        values["anchors"] = [copied_anchor(plain(anchor), self._profile) for anchor in standing]
        values["translations"] = copied_translations(plain(note.translations), self._profile)
        values |= {"document": note.document, "number": note.number}
        if "author" not in self._shown:
            values["author"] = self._speaker.name
        values |= _placeholders(self._profile)
        known = "created" in self._shown
        times = {"created": note.created if known else self._now, "modified": note.modified if known else self._now}
        return first_fields({**values, **times})

    def _reply_values(self, reply: Reply) -> dict[str, Any]:
        values = {name: getattr(reply, name) for name in _OF_A_REPLY}
        if self._profile != "internal":
            values["visibility"] = self._profile
        if "author" not in self._shown:
            values |= {"author": self._speaker.name, "initials": "", "created": self._now}
        return values

    def _reply_name(self, reply: Reply) -> str:
        return target("reply", reply.uid if "uid" in self._shown else uid_outside(self._secret, reply.uid))

    def _name(self, note: Note) -> str:
        return target("note", note.uid if "uid" in self._shown else uid_outside(self._secret, note.uid))

    def _who_speaks(self) -> Reviewer:
        if "author" in self._shown:
            return self._matter.reviewer
        return Reviewer(self._matter.matter().firm or _NOBODY)

    def _mark(self, sending: Sending) -> Package:
        return Package(
            uid=str(uuid.uuid4()), matter=matter_mark(self._secret), document=self._chosen.document.uid,
            version=self._version.uid, profile=sending.profile, sent=self._now, sent_by=self._speaker.name,
            sent_to=sending.sent_to, due=sending.due, message=sending.message,
            numbers_after=self._last_number() if self._profile == "internal" else 0, base=self._base(),
        )  # fmt: skip

    def _last_number(self) -> int:
        """The last number in the matter: an outsider could tell from it how many notes there are."""
        claims = [change.after["number"] for change in self._matter.changes() if _makes_note(change)]
        return max([*claims, *(note.number for note in self._matter.notes())], default=0)

    def _base(self) -> dict[str, dict[str, tuple[str, ...]]]:
        base: dict[str, dict[str, tuple[str, ...]]] = {}
        for note in self._chosen.notes:
            base[self._name(note)] = self._heads(target("note", note.uid))
            for reply in replies_for(note, self._profile):
                base[self._reply_name(reply)] = self._heads(target("reply", reply.uid))
        return base

    def _heads(self, name: str) -> dict[str, tuple[str, ...]]:
        """Return what each field in the package stands for; under `whole` all that who deletes it there has seen."""
        standing = fold(self._histories.get(name, ()))
        touched = may_touch(self._profile, name)
        every = sorted({head for found in standing.values() for head in found.heads})
        known = {field: found.heads for field, found in sorted(standing.items()) if field in touched | AGAIN.keys()}
        return {**known, **({WHOLE: tuple(every)} if DELETED in touched else {})}


def _makes_note(change: Change) -> bool:
    return change.field == WHOLE and kind_of(change.target) == "note" and "number" in change.after


def _histories(matter: OpenMatter, notes: Iterable[Note]) -> dict[str, list[Change]]:
    wanted = {target("note", note.uid) for note in notes}
    wanted |= {target("reply", reply.uid) for note in notes for reply in note.replies}
    found: dict[str, list[Change]] = {name: [] for name in wanted}
    for change in matter.changes():
        if change.target in found:
            found[change.target].append(change)
    return found


def _placeholders(profile: str) -> dict[str, Any]:
    """Return what stands in fields that every note has and these readers may not see."""
    if profile == "internal":
        return {}
    hidden = {"severity": Severity.INFO} if "severity" not in fields_for(profile) else {}
    return {"visibility": profile, **hidden}


def copied_anchor(anchor: Mapping[str, Any], profile: str) -> dict[str, Any]:
    """Return a plain anchor as a package has it.

    One without a place keeps the words it is about, not those that stood around them in an older version. How any came
    there is a word; where it stood before, and the reviewer's reason for its place, stay in the matter.
    """
    copied = dict(anchor)
    if copied.get("state") in _PLACELESS:
        copied |= {"prefix": "", "suffix": ""}
    if "how" not in fields_for(profile):
        return copied | {"how": "", "alerts": []}
    return copied | {"how": _one_word(str(copied.get("how", "")))}


def _one_word(how: str) -> str:
    try:
        return str(json.loads(how)["how"]) if how.startswith("{") else how
    except (ValueError, KeyError, TypeError):
        return ""


def copied_translations(told: Mapping[str, Mapping[str, str]], profile: str) -> dict[str, dict[str, str]]:
    """Return plain translations as a package has them: of fields that its readers may see."""
    shown = fields_for(profile)
    kept = {code: {name: words for name, words in of.items() if name in shown} for code, of in told.items()}
    return {code: of for code, of in kept.items() if of}
