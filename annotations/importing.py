"""An import as one group of changes: notes that are new to the matter, and matter fields that were empty."""

from __future__ import annotations

from collections.abc import Iterator

from annotations.codec import NOTE_FIELDS, plain
from annotations.history import WHOLE
from annotations.incoming_notes import ImportReport, Incoming, IncomingNote, Placed, place, uid_for, wishes_for
from annotations.journal import Journal, Wish
from annotations.marks import uid_outside
from annotations.model import AnchorState, Document
from annotations.past import Past, folded
from annotations.rows import target
from annotations.shelf import Shelf

__all__ = ["import_notes", "secrets_of"]

_COMPARED = frozenset(NOTE_FIELDS) - {"anchors", "author", "initials", "language", "reviewed_at", "source_id"}


class _Import:
    """One run over the notes of a file."""

    def __init__(self, journal: Journal, shelf: Shelf, document: Document) -> None:
        self._journal = journal
        self._shelf = shelf
        self._document = document
        self._taken = shelf.claimed_numbers()
        self._free = shelf.next_number()
        self._seen: set[str] = set()
        self._outside = _known_outside(journal, shelf)
        self.anchored = 0
        self.unplaced: list[tuple[str, str]] = []
        self.ambiguous: list[tuple[str, str]] = []
        self.unchanged = 0
        self.differing: list[str] = []
        self._past = Past(journal)
        self._here = _known_by_id(journal)

    def wishes(self, incoming: Incoming) -> Iterator[Wish]:
        """Give the changes that keep what is new in `incoming`."""
        standing = self._journal.values("matter")
        for name, value in incoming.matter.items():
            if not standing.get(name):
                yield Wish("matter", name, value)
        for note in incoming.notes:
            yield from self._of(note)

    def _of(self, note: IncomingNote) -> Iterator[Wish]:
        document = self._document_of(note)
        version = document.latest.uid
        placed = place(self._shelf.policy(version).text, version, note.anchors)
        self.anchored += placed.is_anchored
        name = note.source_id or note.uid
        self.unplaced += [(name, exact) for exact in placed.unplaced]
        self.ambiguous += [(name, a.exact) for a in placed.anchors if a.state is AnchorState.AMBIGUOUS]
        uid = self._uid(note, document)
        if uid in self._seen or self._journal.changes_of(target("note", uid)):
            self.unchanged += 1
            self.differing += [name] if self._differs(uid, note) else []
            return
        self._seen.add(uid)
        yield from wishes_for(uid, note, self._first(note, placed, document))

    def _differs(self, uid: str, note: IncomingNote) -> bool:
        """Whether the file says of a note that is here what it never said here, or stands it on other words."""
        here = self._journal.values(target("note", uid))
        if not here or here.get("deleted"):
            return False
        told = {name: plain(value) for name, value in note.fields.items() if name in _COMPARED}
        blocks = [told, *(told.pop("translations", None) or {}).values()]
        texts = [(name, words) for block in blocks for name, words in block.items() if isinstance(words, str) and words]
        first = next(c.after for c in self._journal.changes_of(target("note", uid)) if c.field == WHOLE)
        quotes = {anchor["exact"] for state in (first, here) for anchor in state.get("anchors") or ()}
        return any(folded(words) not in self._past.words(uid, name) for name, words in texts) or any(
            anchor.exact and anchor.exact not in quotes for anchor in note.anchors
        )

    def _first(self, note: IncomingNote, placed: Placed, document: Document) -> dict[str, object]:
        number = note.number if note.number > 0 and note.number not in self._taken else self._free
        self._taken.add(number)
        self._free = max(self._free, number + 1)
        now, reviewer = self._journal.clock(), self._journal.reviewer
        return {
            "document": document.uid, "number": number, "anchors": placed.anchors, "created": now,
            "modified": now, "author": reviewer.name, "initials": reviewer.initials,
        }  # fmt: skip

    def _document_of(self, note: IncomingNote) -> Document:
        """Return the document a note is about: the one asked for, unless the note names another of this matter."""
        if not note.about or note.about in (version.sha256 for version in self._document.versions):
            return self._document
        named = (d for d in self._shelf.documents() if note.about in (version.sha256 for version in d.versions))
        return next(named, self._document)

    def _uid(self, note: IncomingNote, document: Document) -> str:
        """Return the note's uid; another where a note on another document has it: the same file under two names."""
        space = document.versions[0].sha256
        here = self._here.get((document.uid, note.source_id), ()) if note.source_id else ()
        uid = self._outside.get(note.uid) or uid_for(note, space)
        if here and uid not in here:
            return here[0]
        known = self._journal.values(target("note", uid))
        if not known or known["document"] == document.uid:
            return uid
        return uid_for(note, document.uid, always=True)


def secrets_of(journal: Journal, document: str) -> tuple[str, ...]:
    """Return what the marks and outside ids of a document's notes are made with: the first in use, then any of old."""
    made = [change.id for change in journal.changes_of(target("document", document)) if change.field == WHOLE]
    return tuple(sorted(made))


def _known_outside(journal: Journal, shelf: Shelf) -> dict[str, str]:
    """The notes of the matter by the ids that outsiders know them by."""
    return {
        uid_outside(secret, note.uid): note.uid
        for document in shelf.documents()
        for secret in secrets_of(journal, document.uid)
        for note in shelf.notes(document.uid)
    }


def _known_by_id(journal: Journal) -> dict[tuple[str, str], list[str]]:
    """The notes of each document by the id they were imported with, deleted ones too."""
    found: dict[tuple[str, str], list[str]] = {}
    for uid, row in journal.store.rows("note").items():
        if row["source_id"]:
            found.setdefault((row["document"], row["source_id"]), []).append(uid)
    return found


def import_notes(journal: Journal, shelf: Shelf, document: Document, incoming: Incoming) -> ImportReport:
    """Keep `incoming` on `document`; a note that is here already, or was deleted here, is left as it is."""
    run = _Import(journal, shelf, document)
    journal.write(list(run.wishes(incoming)))
    return ImportReport(
        len(incoming.notes),
        run.anchored,
        tuple(run.unplaced),
        tuple(run.ambiguous),
        run.unchanged,
        tuple(run.differing),
    )
