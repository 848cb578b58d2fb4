"""The use cases of a matter: both faces of the program call this and nothing below it."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from annotations import erasing, importing, incoming_notes, pairs
from annotations.adding import Prepared, Received, add_document, prepare
from annotations.anchors import describe_all
from annotations.answering import Sender, plan_answers
from annotations.answers import Answers, Asked, write_answers
from annotations.answers_then import state_for
from annotations.approval import with_approval
from annotations.carry import CarriedNote
from annotations.codec import (
    NOTE_FIELDS,
    RECEIVED_FIELDS,
    first_fields,
    refuse_unknown,
    with_choices,
)
from annotations.deciding import Deciding, Undecided
from annotations.errors import MatterError, Problem
from annotations.history import FINAL, WHOLE
from annotations.incoming_notes import ImportReport, Incoming, IncomingNote
from annotations.journal import Clock, Outcome, Wish
from annotations.merging import MergeReport
from annotations.model import Anchor, Document, Note, Reply, Visibility
from annotations.open_file import Draft
from annotations.own_words import OwnWords, own_words, their_words
from annotations.returned import Returned
from annotations.rows import target
from annotations.search import Hit, Searcher
from annotations.shelf import Shelf
from annotations.standing import Standing, standing_comments
from annotations.taking_back import Arrived, TakenBack, plan_back, write_back
from annotations.versions import Came, add_version, new_version
from documents.model import PolicyDocument, Span

if TYPE_CHECKING:
    from annotations.following import Follower
    from documents.marked import MarkedFile

__all__ = [
    "Clock",
    "Draft",
    "Hit",
    "ImportReport",
    "MergeReport",
    "OpenMatter",
    "Outcome",
    "Problem",
    "Returned",
    "Undecided",
]


class OpenMatter(Deciding):
    """One matter file, open. Every change is on disk before the method that makes it returns.

    Methods that change something raise MatterError: "read_only", "disk_full", "no_permission", "busy",
    "disk_fault"; nothing was done then, here or on disk. Those that name a note raise "no_note" where there is none.
    """

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
        follower: Follower | None = None,
    ) -> tuple[Document, tuple[CarriedNote, ...]]:
        """Keep a new state of a document, and carry its notes to where their words stand; one group.

        What becomes of each note is told; one whose words are gone is kept with them, as lost. A file that is the
        latest version already changes nothing. `follower` leads from the latest text to this one, if it was worked out
        on another thread. Raises MatterError "no_document".
        """
        self._may_write()
        found, ready = self.document(document), prepared or prepare(policy, data)
        told = Received(received_from, received_how, received)
        made = new_version(found, policy.text, file_name, ready)
        carried = add_version(self._journal, self._shelf, found, made, Came(policy, data, told, follower))
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
        taken = self.plan_back(document, Arrived(policy, data, file_name, prepared or prepare(policy, data)))
        self.write_back(taken)
        return taken.returned

    def plan_back(self, document: str, arrived: Arrived) -> TakenBack:
        """Work out what `take_back` would write, and write nothing: for another thread, with a matter of its own."""
        found = self.document(document)
        return plan_back(self._journal, self._shelf, found, self.secrets(found.uid), arrived)

    def write_back(self, taken: TakenBack) -> bool:
        """Write what was worked out; False, and nothing, where the matter was changed since."""
        self._may_write()
        written = write_back(self._journal, taken)
        self._shelf.forget()
        return written

    def report_state(self, profile: str) -> str:
        """Return the mark of what the notes say now to readers of a profile, for a report to bear."""
        return state_for(self._journal, self._shelf.notes(), profile)

    def plan_answers(self, file: MarkedFile, sender: Sender, changes: str = "accept") -> Answers:
        """Work out what others wrote into a report of ours (see `annotations.answering`), and write nothing."""
        return plan_answers(self._journal, self._shelf, file, sender, changes)

    def write_answers(self, answers: Answers, chosen: Collection[Asked]) -> bool:
        """Write what was chosen as one group; False, and nothing, where the matter was changed since."""
        self._may_write()
        written = write_answers(self._journal, answers, chosen)
        self._shelf.forget()
        return written

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

    def removed_documents(self) -> tuple[Document, ...]:
        """Return the documents that are hidden but not gone: removed, and neither compacted nor erased."""
        return self._shelf.removed()

    def erase_document(self, uid: str) -> None:
        """Remove a document for good: its bytes, text, notes, typing, and their words in the list of changes.

        No undo brings it back, and no copy of the matter that still has it. What was sent stays in the register.
        Raises MatterError "no_document".
        """
        self._may_write()
        if all(known.uid != uid for known in (*self.documents(), *self.removed_documents())):
            raise MatterError(
                "no_document", name=uid, documents=", ".join(d.latest.file_name for d in self.documents())
            )
        erasing.erase(self._journal, uid)
        self._shelf = Shelf(self._store)

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

    def own_words(self, note: Note) -> tuple[OwnWords, ...]:
        """Return what was written here on a note that came as a comment of somebody else, by whom and when."""
        return own_words(self._journal, note)

    def their_words(self, note: Note) -> Mapping[str, str]:
        """Return what the comment says that a note came as, by field; nothing of a note that was made here."""
        return their_words(self._journal, note)

    def mark_read(self, document: str, address: str, read: bool) -> None:  # noqa: FBT001 - the house's own signature
        """Remember that a clause was read, or that it was not."""
        self._write([Wish(target("document", document), f"read:{address}", after=read or None)])

    def read_clauses(self, document: str) -> frozenset[str]:
        """Return the addresses of the clauses marked read."""
        return frozenset(address for _, address in self._store.read_clauses(document))

    def partner(self, document: str) -> str:
        """Return the uid of the document that is said to be this one in another language; empty for none."""
        return pairs.partner(self._journal, self.documents(), document)

    def translation(self, document: str) -> Document:
        """Return the document that is said to be this one in another language. Raises MatterError "no_pair"."""
        found = self.document(document)
        uid = self.partner(found.uid)
        if not uid:
            raise MatterError("no_pair", name=found.latest.file_name)
        return self.document(uid)

    def pair(self, document: str, other: str) -> None:
        """Say that a document is the translation of another; pairs that either was in before are parted, as one group.

        Raises MatterError "same_document", or "one_language" where both are in the same.
        """
        both = [self.document(uid) for uid in (document, other)]
        if both[0].uid == both[1].uid:
            raise MatterError("same_document", name=both[0].latest.file_name)
        languages = [self.policy(one.latest.uid).language for one in both]
        if languages[0][:2] == languages[1][:2]:
            raise MatterError("one_language", name=both[0].latest.file_name, other=both[1].latest.file_name)
        self._write(pairs.wishes_to_pair(self._journal, self.documents(), both[0].uid, both[1].uid))

    def part(self, document: str, other: str) -> None:
        """Say that two documents are no pair; that they were none is no fault."""
        both = [self.document(uid).uid for uid in (document, other)]
        self._write(pairs.wishes_to_part(self._journal, *both))

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
        return tuple(self._shelf.some(chosen))

    def set_spans(self, uid: str, spans: Sequence[Span]) -> Note:
        """Let a note speak about other words of the latest version; its places on older ones stay."""
        note = self.note(uid)
        document = self.document(note.document)
        older = tuple(anchor for anchor in note.anchors if anchor.version != document.latest.uid)
        return self.edit(uid, anchors=(*self._described(document, spans), *older))

    def delete_note(self, uid: str) -> None:
        """Take a note away; undo brings it back with its number, which no other note gets."""
        self.delete_notes([uid])

    def delete_notes(self, uids: Iterable[str]) -> None:
        """Take several notes away as one group."""
        chosen = [note.uid for note in self._shelf.some(dict.fromkeys(uids))]
        self._write([Wish(target("note", uid), "deleted", after=True) for uid in chosen], notes=chosen)

    def reply(self, uid: str, text: str, visibility: Visibility = Visibility.INTERNAL) -> Note:
        """Answer a note; `visibility` says who may read the answer, where the note goes out to them."""
        own = Reply(uid=str(uuid.uuid4()), author=self.reviewer.name, created=self._journal.clock())
        reply = replace(own, initials=self.reviewer.initials, text=text, visibility=visibility)
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
        values, now = with_choices(fields), self._journal.clock()
        each = [(note.uid, with_approval(note, values, self.reviewer, now)) for note in self._shelf.some(uids)]
        return [Wish(target("note", uid), name, value) for uid, found in each for name, value in found.items()]

    def _described(self, document: Document, spans: Sequence[Span]) -> tuple[Anchor, ...]:
        return describe_all(self.policy(document.latest.uid), spans, document.latest.uid) if spans else ()

    # -- others ----------------------------------------------------------------------------------------------------

    def search(self, words: str) -> tuple[Hit, ...]:
        """Find `words` as one phrase in documents and notes, whatever their case and width."""
        return tuple(self.searcher().find(words))

    def searcher(self) -> Searcher:
        """Return what finds words in all documents and notes as they are now; it may be used on another thread."""
        return Searcher((d, self.policy(d.latest.uid), self.notes(d.uid)) for d in self.documents())

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
