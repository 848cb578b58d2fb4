"""The use cases of a matter: both faces of the program call this and nothing below it."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from annotations import file, importing, incoming_notes, merging, search
from annotations.adding import Prepared, Received, add_document, prepare
from annotations.anchors import describe_all
from annotations.checking import check
from annotations.codec import (
    MATTER_FIELDS,
    NOTE_FIELDS,
    RECEIVED_FIELDS,
    clean,
    first_fields,
    matter_from,
    refuse_unknown,
    with_choices,
)
from annotations.errors import MatterError, Problem
from annotations.history import FINAL, WHOLE, Change
from annotations.incoming_notes import ImportReport, Incoming, IncomingNote
from annotations.journal import Clock, Journal, Outcome, Wish
from annotations.lock import LockHolder, MatterLock, break_lock, holder_of
from annotations.merging import MergeReport
from annotations.model import Anchor, Document, Matter, Note, Reply, Review, Reviewer
from annotations.returned import Returned
from annotations.rows import target
from annotations.search import Hit
from annotations.shelf import Shelf
from annotations.standing import Standing, standing_comments
from annotations.store import Store
from annotations.taking_back import Arrived, take_back
from annotations.versions import Carried, add_version, new_version
from documents.model import PolicyDocument, Span

__all__ = ["Clock", "Draft", "Hit", "ImportReport", "MergeReport", "OpenMatter", "Outcome", "Problem", "Returned"]


@dataclass(frozen=True, slots=True)
class Draft:
    """Typing that had not become a change when it was last seen."""

    note: str
    field: str
    text: str
    author: str
    saved: datetime


class OpenMatter:
    """One matter file, open. Every change is on disk before the method that makes it returns.

    Methods that change something raise MatterError: "read_only", "disk_full", "no_permission", "busy",
    "disk_fault"; nothing was done then, here or on disk. Those that name a note raise "no_note" where there is none.
    """

    def __init__(self, store: Store, journal: Journal, lock: MatterLock | None) -> None:
        self._store = store
        self._journal = journal
        self._lock = lock
        self._shelf = Shelf(store)

    @classmethod
    def create(cls, path: Path, reviewer: Reviewer, clock: Clock) -> Self:
        """Make a matter at `path` and open it. Raises MatterError "exists", "no_permission", "disk_full"."""
        file.make(path)
        return cls.open(path, reviewer, clock)

    @classmethod
    def open(cls, path: Path, reviewer: Reviewer, clock: Clock, *, read_only: bool = False) -> Self:
        """Open the matter at `path`; read-only never writes a byte and needs no lock.

        Raises MatterError: not_found, folder, empty, not_a_matter, newer, damaged, no_permission; and locked where
        someone else has it open for writing.
        """
        lock = None
        if not read_only:
            file.refuse_strangers(path)
            lock = MatterLock(path)
            lock.acquire(reviewer.name, clock())
        try:
            store = Store(path, read_only=read_only)
        except BaseException:
            if lock is not None:
                lock.release()
            raise
        return cls(store, Journal(store, reviewer, clock), lock)

    @staticmethod
    def break_lock(path: Path) -> None:
        """Take away a lock that another machine left. Raises MatterError "locked" if it is held on this one."""
        break_lock(path)

    def close(self) -> None:
        """Close the file and free it for others; only the matter itself stays on disk. Twice is once."""
        self._store.close()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # -- the matter ------------------------------------------------------------------------------------------------

    @property
    def path(self) -> Path:
        """Where the matter lies."""
        return self._store.path

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self._lock is None

    @property
    def holder(self) -> LockHolder | None:
        """Who has it open for writing, for a matter open to read; None where nobody has."""
        return holder_of(self.path) if self.read_only else None

    @property
    def reviewer(self) -> Reviewer:
        """Who is at the keys."""
        return self._journal.reviewer

    @reviewer.setter
    def reviewer(self, reviewer: Reviewer) -> None:
        self._journal.reviewer = reviewer

    def take_over(self) -> None:
        """Write to a matter that was open to read. Raises MatterError "locked" while someone else has it."""
        if self._lock is not None:
            return
        lock = MatterLock(self.path)
        lock.acquire(self.reviewer.name, self._journal.clock())
        try:
            store = Store(self.path, read_only=False)
        except BaseException:
            lock.release()
            raise
        self._store.close()
        self._lock, self._store = lock, store
        self._journal = Journal(store, self.reviewer, self._journal.clock)
        self._shelf = Shelf(store)

    def matter(self) -> Matter:
        """Return what is known about the job itself."""
        return matter_from(self._store.matter())

    def set_matter(self, **fields: object) -> Matter:
        """Set fields of the matter, as one group."""
        refuse_unknown(fields, MATTER_FIELDS)
        self._write([Wish("matter", name, value) for name, value in fields.items()])
        return self.matter()

    # -- documents -------------------------------------------------------------------------------------------------

    def documents(self) -> tuple[Document, ...]:
        """Return the documents in the order they were added."""
        return self._shelf.documents()

    def document(self, name: str = "") -> Document:
        """Return a document by its uid or its file's name; without a name, the only one.

        Raises MatterError: no_documents, no_document, which_document.
        """
        documents = self.documents()
        found = [d for d in documents if name in (d.uid, *(v.file_name for v in d.versions))] if name else documents
        if len(found) == 1:
            return found[0]
        names = ", ".join(d.latest.file_name for d in documents)
        if not documents:
            raise MatterError("no_documents")
        raise MatterError("which_document" if found else "no_document", name=name, documents=names)

    def add_document(  # noqa: PLR0913 - where it came from goes by name
        self,
        policy: PolicyDocument,
        data: bytes,
        file_name: str,
        *,
        received_from: str = "",
        received_how: str = "",
        received: datetime | None = None,
        prepared: Prepared | None = None,
    ) -> Document:
        """Keep a policy: its bytes and its reading. The same file read the same way is one document.

        `received` is when it came, now unless it is said; `prepared` what `prepare` made of the two on another thread.
        """
        self._may_write()
        told, ready = Received(received_from, received_how, received), prepared or prepare(policy, data)
        uid = add_document(self._journal, policy, data, file_name, received=told, prepared=ready)
        self._shelf.forget()
        document = self.document(uid)
        self._shelf.keep_policy(document.latest.uid, policy, ready.reading)
        return document

    def add_version(  # noqa: PLR0913 - where it came from goes by name
        self,
        document: str,
        policy: PolicyDocument,
        data: bytes,
        file_name: str,
        *,
        received_from: str = "",
        received_how: str = "",
        received: datetime | None = None,
        prepared: Prepared | None = None,
    ) -> tuple[Document, tuple[Carried, ...]]:
        """Keep a new state of a document, and carry its notes to where their words stand; one group.

        What becomes of each note is told; one whose words are gone is kept with them, as lost. A file that is the
        latest version already changes nothing. Raises MatterError "no_document".
        """
        self._may_write()
        found, ready = self.document(document), prepared or prepare(policy, data)
        told = Received(received_from, received_how, received)
        made = new_version(found, policy.text, file_name, ready)
        carried = add_version(self._journal, self._shelf, found, made, (policy, data, told))
        self._shelf.forget()
        return self.document(found.uid), carried

    def take_back(
        self,
        document: str,
        policy: PolicyDocument,
        data: bytes,
        file_name: str,
        *,
        prepared: Prepared | None = None,
    ) -> Returned:
        """Take in what others did to a file of ours, or the comments of any other; one group.

        New answers and comments, states, changed words; where the text itself was changed, a new version with the
        notes carried to it. Nothing is taken away, and what is here already changes nothing. Raises MatterError
        "no_document".
        """
        self._may_write()
        found = self.document(document)
        arrived = Arrived(policy, data, file_name, prepared or prepare(policy, data))
        returned = take_back(self._journal, self._shelf, found, self.secrets(found.uid), arrived)
        self._shelf.forget()
        return returned

    def set_received(self, version: str, **fields: object) -> Document:
        """Say where a version came from: `received_from`, `received` (a time) and `received_how`, as one group.

        Raises MatterError "no_document" for a version the matter does not show.
        """
        refuse_unknown(fields, RECEIVED_FIELDS)
        found = next((d for d in self.documents() if any(v.uid == version for v in d.versions)), None)
        if found is None:
            raise MatterError("no_document", name=version)
        self._write([Wish(target("version", version), name, value) for name, value in fields.items()])
        return self.document(found.uid)

    def remove_document(self, uid: str) -> None:
        """Hide a document and its notes; the bytes stay until `compact`, so undo brings all back."""
        self._write([Wish(target("document", self.document(uid).uid), "removed", after=True)])

    def policy(self, version: str) -> PolicyDocument:
        """Return what a version was read as. Raises MatterError "damaged" where its reading is gone."""
        return self._shelf.policy(version)

    def original(self, version: str) -> bytes:
        """Return the bytes a version was received as. Raises MatterError "damaged" where they are gone."""
        return self._shelf.original(version)

    def secrets(self, document: str) -> tuple[str, ...]:
        """Return what the marks of a document's notes in Word are made with: the first in use, then any of old."""
        return importing.secrets_of(self._journal, document)

    def standing_comments(self, document: str, going: Collection[str]) -> Standing:
        """Return which comments in the latest version's own file are notes of this matter, when `going` go out."""
        found = self.document(document)
        policy, notes = self.policy(found.latest.uid), self._shelf.every_note(found.uid)
        return standing_comments(self._journal, policy, notes, self.secrets(found.uid), going)

    def mark_read(self, document: str, address: str, read: bool) -> None:  # noqa: FBT001 - the house's own signature
        """Remember that a clause was read, or that it was not."""
        self._write([Wish(target("document", document), f"read:{address}", after=read or None)])

    def read_clauses(self, document: str) -> frozenset[str]:
        """Return the addresses of the clauses marked read."""
        return frozenset(address for _, address in self._store.read_clauses(document))

    # -- notes -----------------------------------------------------------------------------------------------------

    def notes(self, document: str | None = None) -> tuple[Note, ...]:
        """Return the notes of one document, or of all in their order: by place, those without a place last."""
        return self._shelf.notes(document)

    def note(self, uid: str) -> Note:
        """Return one note."""
        return self._shelf.note(uid)

    def add_note(self, document: str, spans: Sequence[Span] = (), **fields: object) -> Note:
        """Make a note on words of a document's latest version; without spans it is about the whole policy.

        Raises ValueError for an empty span or one outside the text.
        """
        refuse_unknown(fields, NOTE_FIELDS)
        found, now = self.document(document), self._journal.clock()
        values = {
            "document": found.uid,
            "number": self._shelf.next_number(),
            "author": self.reviewer.name,
            "initials": self.reviewer.initials,
            "created": now,
            "modified": now,
            "anchors": self._described(found, spans),
            **with_choices(fields),
        }
        uid = str(uuid.uuid4())
        self._write([Wish(target("note", uid), WHOLE, first_fields(values))], notes=[uid])
        return self.note(uid)

    def edit(self, uid: str, *, visit: str | None = None, **fields: object) -> Note:
        """Set fields of a note; edits of one `visit` to a field are taken back together."""
        wishes = self._edits([uid], fields)
        if visit is None:
            self._write(wishes, notes=[uid])
        else:
            self._may_write()
            self._journal.write_visit(wishes, f"{uid}/{visit}")
            self._shelf.refresh([uid])
        return self.note(uid)

    def edit_many(self, uids: Iterable[str], **fields: object) -> tuple[Note, ...]:
        """Set the same fields of several notes, as one group."""
        chosen = list(dict.fromkeys(uids))
        self._write(self._edits(chosen, fields), notes=chosen)
        return tuple(self.note(uid) for uid in chosen)

    def set_spans(self, uid: str, spans: Sequence[Span]) -> Note:
        """Let a note speak about other words of the latest version; its places on older ones stay."""
        note = self.note(uid)
        document = self.document(note.document)
        older = tuple(anchor for anchor in note.anchors if anchor.version != document.latest.uid)
        return self.edit(uid, anchors=(*self._described(document, spans), *older))

    def delete_note(self, uid: str) -> None:
        """Take a note away; undo brings it back with its number, which no other note gets."""
        self._write([Wish(target("note", self.note(uid).uid), "deleted", after=True)], notes=[uid])

    def reply(self, uid: str, text: str) -> Note:
        """Answer a note."""
        name, initials = self.reviewer.name, self.reviewer.initials
        reply = Reply(uid=str(uuid.uuid4()), author=name, initials=initials, text=text, created=self._journal.clock())
        values = incoming_notes.reply_values(self.note(uid).uid, reply)
        self._write([Wish(target("reply", reply.uid), WHOLE, values)], notes=[uid])
        return self.note(uid)

    def delete_reply(self, uid: str, reply: str) -> Note:
        """Take an answer away; none of that uid is no fault."""
        if any(known.uid == reply for known in self.note(uid).replies):
            self._write([Wish(target("reply", reply), "deleted", after=True)], notes=[uid])
        return self.note(uid)

    def _edits(self, uids: Iterable[str], fields: Mapping[str, object]) -> list[Wish]:
        refuse_unknown(fields, NOTE_FIELDS)
        values = with_choices(fields)
        if "review" in values and "reviewed_by" not in values:
            approved = values["review"] == Review.APPROVED
            values["reviewed_by"] = self.reviewer.name if approved else ""
            values["reviewed_at"] = self._journal.clock() if approved else None
        names = [self.note(uid).uid for uid in uids]
        return [Wish(target("note", uid), name, value) for uid in names for name, value in values.items()]

    def _described(self, document: Document, spans: Sequence[Span]) -> tuple[Anchor, ...]:
        return describe_all(self.policy(document.latest.uid), spans, document.latest.uid) if spans else ()

    # -- history ---------------------------------------------------------------------------------------------------

    @property
    def can_undo(self) -> bool:
        """Whether this reviewer has a change to take back, also one made before the matter was reopened."""
        return not self.read_only and self._journal.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether the last thing this reviewer did was an undo."""
        return not self.read_only and self._journal.can_redo

    def undo(self) -> Outcome | None:
        """Take back this reviewer's last standing group; None where there is none."""
        self._may_write()
        return self._stepped(self._journal.undo())

    def redo(self) -> Outcome | None:
        """Take back the last undo; None where something was done since."""
        self._may_write()
        return self._stepped(self._journal.redo())

    def changes(self) -> tuple[Change, ...]:
        """Return the list of changes, in the order they came into this file."""
        return tuple(self._store.changes())

    def conflicts(self) -> tuple[tuple[str, str], ...]:
        """Return (note, field) of every field where merged copies say different things and nobody decided yet."""
        return merging.standing_conflicts(self._journal, (change.target for change in self._store.changes()))

    def check(self) -> tuple[Problem, ...]:
        """Return what is wrong with the file, the list of changes, the rows, the anchors and the originals."""
        return check(self._store)

    def _stepped(self, outcome: Outcome | None) -> Outcome | None:
        if outcome is not None:
            self._shelf.forget()
        return outcome

    # -- drafts ----------------------------------------------------------------------------------------------------

    def save_draft(self, uid: str, field: str, text: str) -> None:
        """Keep what is being typed; it becomes a change only through `edit`."""
        self._may_write()
        saved = self._journal.clock().isoformat()
        self._store.put_draft((uid, field, clean(text), clean(self.reviewer.name), saved))

    def drafts(self) -> tuple[Draft, ...]:
        """Return typing that was never finished, oldest first."""
        return tuple(
            Draft(note, field, text, author, datetime.fromisoformat(saved))
            for note, field, text, author, saved in self._store.drafts()
        )

    def drop_draft(self, uid: str, field: str) -> None:
        """Forget a draft; none is no fault."""
        self._may_write()
        self._store.drop_draft(uid, field)

    # -- others ----------------------------------------------------------------------------------------------------

    def search(self, words: str) -> tuple[Hit, ...]:
        """Find `words` as one phrase in documents and notes, whatever their case and width."""
        return search.find(words, [(d, self.policy(d.latest.uid), self.notes(d.uid)) for d in self.documents()])

    def merge(self, other: Path) -> MergeReport:
        """Take another copy's changes in, as one group. Twice changes nothing; raises MatterError as `open` does."""
        self._may_write()
        report = merging.merge(self._journal, other)
        self._shelf.forget()
        return report

    def import_notes(self, document: str, incoming: Incoming | Sequence[IncomingNote]) -> ImportReport:
        """Keep notes from elsewhere, as one group; a note that is here already is left as the reviewer has it."""
        self._may_write()
        arriving = incoming if isinstance(incoming, Incoming) else Incoming(tuple(incoming))
        report = importing.import_notes(self._journal, self._shelf, self.document(document), arriving)
        self._shelf.forget()
        return report

    def compact(self) -> None:
        """Purge for good the bytes of documents that were removed. No undo brings them back."""
        self._may_write()
        gone, kept = self._shelf.purgeable()
        self._journal.write([Wish(target("version", v.uid), "removed", after=True) for v in gone], undoes=FINAL)
        self._store.compact([v.sha256 for v in gone if v.sha256 not in kept], [v.uid for v in gone])
        self._shelf.forget()

    # -- inside ----------------------------------------------------------------------------------------------------

    def _may_write(self) -> None:
        if self.read_only:
            raise MatterError("read_only", name=self.path.name)

    def _write(self, wishes: Iterable[Wish], *, notes: Iterable[str] = ()) -> None:
        self._may_write()
        self._journal.write(wishes)
        if notes:
            self._shelf.refresh(notes)
        else:
            self._shelf.forget()
