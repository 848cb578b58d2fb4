"""What a matter holds, read from its rows: documents, policies, notes. Remembered until it is told to look again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from annotations.codec import document_from, note_from, reply_from, version_from
from annotations.errors import MatterError
from annotations.model import AnchorState, Document, Note, Reply, Version
from annotations.package import package_in
from annotations.store import Store
from documents.model import PolicyDocument

__all__ = ["Shelf"]

_WITHOUT_PLACE = (AnchorState.LOST, AnchorState.AMBIGUOUS)


class Shelf:
    """Values read from a store. What another process wrote is seen at the next question."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._seen = store.data_version()
        self._documents: tuple[Document, ...] | None = None
        self._notes: dict[str, Note] | None = None
        self._highest: int | None = None
        self._policies: dict[str, PolicyDocument] = {}
        self._ordered: dict[str | None, tuple[Note, ...]] = {}
        self._resting = False

    def forget(self) -> None:
        """Read everything but the policies anew when it is next asked for; a reading never changes."""
        self._documents = self._notes = self._highest = None
        self._ordered.clear()

    def rest(self, *, resting: bool) -> None:
        """Answer from memory, and do not ask the file whether it was written to; or do so again."""
        self._resting = resting

    def without_notes(self) -> None:
        """Answer from memory, as if there were no notes, until somebody has read them."""
        self.documents()
        self._notes = {}
        self._resting = True

    def take(self, other: Shelf) -> None:
        """Know what another shelf of the same file knows."""
        self._seen = self._store.data_version()
        self._documents, self._highest = other._documents, other._highest
        self._notes = None if other._notes is None else dict(other._notes)
        self._policies, self._ordered = dict(other._policies), dict(other._ordered)

    def read_all(self) -> None:
        """Read what everybody asks for first."""
        for document in self.documents():
            self.notes(document.uid)
        self.notes()

    def _look(self) -> None:
        if self._resting:
            return
        seen = self._store.data_version()
        if seen != self._seen:
            self._seen = seen
            self.forget()

    # -- documents -------------------------------------------------------------------------------------------------

    def documents(self) -> tuple[Document, ...]:
        """Return the documents that were not removed, in the order they were added."""
        self._look()
        if self._documents is None:
            rows = {uid: row for uid, row in self._store.rows("document").items() if not row["removed"]}
            places = self._store.places("document")
            ordered = sorted(rows.items(), key=lambda item: (item[1]["added"], places.get(item[0], 0), item[0]))
            versions = self._versions()
            self._documents = tuple(document_from(uid, row, versions[uid]) for uid, row in ordered if uid in versions)
        return self._documents

    def removed(self) -> tuple[Document, ...]:
        """Return the documents that were removed, but not for good: undo brings them back, or `erase` ends them."""
        rows = {uid: row for uid, row in self._store.rows("document").items() if row["removed"] and row["added"]}
        versions = self._versions()
        return tuple(document_from(uid, row, versions[uid]) for uid, row in rows.items() if uid in versions)

    def _versions(self) -> dict[str, tuple[Version, ...]]:
        found: dict[str, list[Version]] = {}
        for uid, row in self._store.rows("version").items():
            if not row["removed"]:
                found.setdefault(row["document"], []).append(version_from(uid, row))
        return {uid: tuple(sorted(rows, key=lambda v: (v.number, v.uid))) for uid, rows in found.items()}

    def every_version(self, document: str) -> tuple[Version, ...]:
        """Return the versions of a document whose text is kept, removed ones too, oldest first."""
        rows = self._store.rows("version")
        found = [version_from(uid, row) for uid, row in rows.items() if row["document"] == document and row["sha256"]]
        kept = [version for version in found if self._store.reading(version.uid) is not None]
        return tuple(sorted(kept, key=lambda version: (version.number, version.uid)))

    def policy(self, version: str) -> PolicyDocument:
        """Return what a version was read as. Raises MatterError "damaged" where its reading is gone."""
        if version not in self._policies:
            from documents.reading import unpack

            kept = self._store.reading(version)
            if kept is None:
                raise MatterError("damaged", name=self._store.path.name)
            try:
                self._policies[version] = unpack(kept[2])
            except (ValueError, KeyError, TypeError) as error:
                raise MatterError("damaged", name=self._store.path.name) from error
        return self._policies[version]

    def keep_policy(self, version: str, policy: PolicyDocument, reading: bytes) -> None:
        """Remember what a version says without reading it anew, if that is what is kept of it."""
        kept = self._store.reading(version)
        if kept is not None and kept[2] == reading:
            self._policies[version] = policy

    def original(self, version: str) -> bytes:
        """Return the bytes of a version. Raises MatterError "damaged" where they are gone."""
        row = self._store.row("version", version)
        data = self._store.original(row["sha256"]) if row else None
        if data is None:
            raise MatterError("damaged", name=self._store.path.name)
        return data

    def purgeable(self) -> tuple[list[Version], set[str]]:
        """Return the versions that nothing shows any more, and the SHA-256 of those that something does."""
        shown = {version.uid for document in self.documents() for version in document.versions}
        versions = [version_from(uid, row) for uid, row in self._store.rows("version").items() if row["sha256"]]
        return [v for v in versions if v.uid not in shown], {v.sha256 for v in versions if v.uid in shown}

    # -- notes -----------------------------------------------------------------------------------------------------

    def notes(self, document: str | None = None) -> tuple[Note, ...]:
        """Return the notes of one document, or of all in the documents' order: by place, those without one last."""
        documents = {known.uid: (at, known.latest.uid) for at, known in enumerate(self.documents())}
        if document not in self._ordered:
            self._ordered[document] = self._in_order(document, documents)
        return self._ordered[document]

    def _in_order(self, document: str | None, documents: Mapping[str, tuple[int, str]]) -> tuple[Note, ...]:
        chosen = [
            note
            for note in self._all_notes().values()
            if note.document in documents and document in (None, note.document)
        ]
        return tuple(sorted(chosen, key=lambda note: _order(note, *documents[note.document])))

    def every_note(self, document: str) -> tuple[Note, ...]:
        """Return the notes of one document, deleted ones too, by their numbers."""
        found = [note for note in self._all_notes().values() if note.document == document]
        gone = {uid: row for uid, row in self._store.deleted_notes().items() if row["document"] == document}
        replies, anchors = (self._replies(), self._store.anchors(list(gone))) if gone else ({}, {})
        found += [_note(uid, row, anchors.get(uid, []), replies.get(uid, ())) for uid, row in gone.items()]
        return tuple(sorted(found, key=lambda note: note.number))

    def note(self, uid: str) -> Note:
        """Return one note. Raises MatterError "no_note"."""
        self._look()
        found = self._all_notes().get(uid)
        if found is None:
            raise MatterError("no_note")
        return found

    def some(self, uids: Iterable[str]) -> list[Note]:
        """Return some notes. Raises MatterError "no_note"."""
        self._look()
        known = self._all_notes()
        try:
            return [known[uid] for uid in uids]
        except KeyError:
            raise MatterError("no_note") from None

    def _all_notes(self) -> dict[str, Note]:
        if self._notes is None:
            anchors, replies = self._store.anchors(), self._replies()
            rows = self._store.rows("note")
            self._notes = {
                uid: _note(uid, row, anchors.get(uid, []), replies.get(uid, ()))
                for uid, row in rows.items()
                if not row["deleted"]
            }
        return self._notes

    def _replies(self) -> dict[str, tuple[Reply, ...]]:
        found: dict[str, list[Reply]] = {}
        for uid, row in self._store.rows("reply").items():
            if not row["deleted"]:
                found.setdefault(row["note"], []).append(reply_from(uid, row))
        return {uid: tuple(sorted(rows, key=lambda r: (r.created, r.uid))) for uid, rows in found.items()}

    def refresh(self, uids: Iterable[str]) -> None:
        """Read some notes anew."""
        self._ordered.clear()
        if self._notes is None:
            self.forget()
            return
        asked = list(uids)
        rows, anchors, replies = self._store.rows_of("note", asked), self._store.anchors(asked), self._replies()
        for uid in asked:
            row = rows.get(uid)
            if row is None or row["deleted"]:
                self._notes.pop(uid, None)
                continue
            self._notes[uid] = _note(uid, row, anchors.get(uid, []), replies.get(uid, ()))
            self._highest = max(self._highest or 0, row["number"]) if self._highest is not None else None

    def next_number(self) -> int:
        """Return the number for a new note: one more than any note ever had."""
        if self._highest is None:
            mark = package_in(self._store.matter(), self._store.path.name)
            self._highest = max(self._store.highest_number(), mark.numbers_after if mark is not None else 0)
        return self._highest + 1

    def claimed_numbers(self) -> set[int]:
        """Return the numbers that are given, those of deleted notes too."""
        return set(self._store.numbers().values())


def _note(uid: str, row: Mapping[str, Any], anchors: list[dict[str, Any]], replies: tuple[Reply, ...]) -> Note:
    return note_from(uid, {**row, "anchors": anchors}, replies)


def _order(note: Note, document: int, latest: str) -> tuple[int, int, int, int, int]:
    places = [a.span for a in note.anchors if a.version == latest and a.state not in _WITHOUT_PLACE]
    if not places:
        return (document, 1, 0, 0, note.number)
    return (document, 0, places[0].start, -places[0].end, note.number)
