"""What the window knows of the open matter, and the signals by which its parts hear of a change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotations.model import AnchorState, Document, Note, Reviewer, Version
from documents.model import PolicyDocument, Span
from ui.errors import sentence_for
from ui.guard import Guard

if TYPE_CHECKING:
    from annotations.matter import OpenMatter
    from ui.tasks import Tasks

__all__ = ["Facts", "Start"]

Clock = Callable[[], datetime]
_PLACELESS = (AnchorState.LOST, AnchorState.AMBIGUOUS)


@dataclass(frozen=True, slots=True)
class Start:
    """What a session is given from outside: the time, the reviewer, where new matters go, the language of sentences."""

    clock: Clock
    folder: Path
    reviewer: Reviewer = Reviewer("")
    language: str = "en"


class Facts(QObject):
    """What is open and shown, and the signals that tell of every change of it. It changes nothing itself."""

    leaving = Signal()
    """What is shown will give way to something else: the last chance to keep what is being typed."""
    matter_changed = Signal()
    details_changed = Signal()
    names_changed = Signal()
    """Matters and documents are shown by other names: discreet mode was switched."""
    register_changed = Signal()
    documents_changed = Signal()
    document_changed = Signal()
    notes_changed = Signal()
    note_edited = Signal(str)
    note_marked = Signal(str)
    """After `note_edited`: its words are to be marked otherwise, by severity, number or place."""
    note_added = Signal(str)
    current_changed = Signal(str)
    read_changed = Signal()
    history_changed = Signal()
    reviewer_changed = Signal()
    saved = Signal(object)
    undone = Signal(object, bool)
    reading = Signal(str)
    opening = Signal()
    """Files were chosen to be opened; what is said of those tried before is past."""
    failed = Signal(str)
    warned = Signal(object)
    held_elsewhere = Signal(object)
    """The matter is open to read only: who writes to it, None where nobody does and it may not be written."""
    drafts_found = Signal(int)
    version_found = Signal(object, object)
    """A ReadFile seems to be the next version of a Document: it waits for what is wanted."""
    joined = Signal(object, object)
    """A ReadFile joined, as a Document, the matter that was open: nobody was asked whether it belongs there."""
    version_added = Signal(object, object)
    """A Document has a new version; what became of its notes there, None where it had that version already."""
    return_found = Signal(object, object, int)
    """A ReadFile is a returned copy of a Document, with so many comments of ours: it waits for what is wanted."""
    comments_found = Signal(object, int)
    """A Document that is new to the matter came with so many comments."""
    answers_found = Signal(object)
    """A report of ours came back and asks for something: FoundAnswers, to be chosen from."""
    report_found = Signal(object)
    """A ReadFile is a report of this matter that came back: it waits for what is wanted."""
    brought_back = Signal(object)
    """What a file brought that was taken back: a BroughtBack."""

    def __init__(self, tasks: Tasks, start: Start, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.clock = start.clock
        self._folder = start.folder
        self.language = start.language
        self.reviewer = start.reviewer
        self.discreet = False
        self.matter: OpenMatter | None = None
        self.document: Document | None = None
        self.policy: PolicyDocument | None = None
        self._notes: tuple[Note, ...] = ()
        self._rows: dict[str, int] = {}
        self.current = ""
        self._older = ""

    # -- what can be asked -------------------------------------------------------------------------------------------

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes of the shown document, in their order, with their places in the version shown and in no other."""
        return self._notes

    @notes.setter
    def notes(self, notes: tuple[Note, ...]) -> None:
        self._notes = tuple(map(self._as_shown, notes))
        self._rows = {note.uid: row for row, note in enumerate(notes)}

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed: no matter, another window writes to it, or an older version is shown."""
        return self.matter is None or self.matter.read_only or self.looking_back

    @property
    def shown_version(self) -> Version | None:
        """The version of the document that is shown: the latest, unless an older one is looked at."""
        if self.document is None:
            return None
        older = (version for version in self.document.versions if version.uid == self._older)
        return next(older, self.document.latest)

    @property
    def looking_back(self) -> bool:
        """Whether an older version of the document is shown."""
        return self.document is not None and self.shown_version != self.document.latest

    @property
    def path(self) -> Path | None:
        """Where the open matter lies."""
        return None if self.matter is None else self.matter.path

    @property
    def can_undo(self) -> bool:
        """Whether there is a change of this reviewer to take back."""
        with self._guarded():
            return self.matter is not None and not self.matter.read_only and self.matter.can_undo
        return False

    @property
    def next_undo(self) -> str:
        """What kind of change an undo would take back now; empty for none."""
        with self._guarded():
            return "" if self.matter is None else self.matter.next_undo
        return ""

    @property
    def can_redo(self) -> bool:
        """Whether the last undo can be taken back."""
        with self._guarded():
            return self.matter is not None and not self.matter.read_only and self.matter.can_redo
        return False

    def matter_name(self) -> str:
        """Return what the open matter is called on the screen; a neutral word in discreet mode."""
        if self.path is None:
            return ""
        return self.tr("Matter") if self.discreet else self.path.stem

    def document_name(self, document: Document) -> str:
        """Return what a document is called on the screen; a number in discreet mode."""
        if not self.discreet:
            return document.title or document.latest.file_name
        uids = [one.uid for one in self.documents()]
        return self.tr("Document {number}").format(number=uids.index(document.uid) + 1 if document.uid in uids else "")

    def set_discreet(self, *, discreet: bool) -> None:
        """Show names, or keep them from those who look on."""
        if discreet != self.discreet:
            self.discreet = discreet
            self.names_changed.emit()

    def documents(self) -> tuple[Document, ...]:
        """Return the documents of the matter in the order they came."""
        return () if self.matter is None else self.matter.documents()

    def note(self, uid: str) -> Note | None:
        """Return a note of the shown document, None when it is not there (any more)."""
        row = self._rows.get(uid)
        return None if row is None else self._notes[row]

    def note_anywhere(self, uid: str) -> Note | None:
        """Return a note of any document of the matter, None where there is none such."""
        found = (note for document in self.documents() for note in self.notes_of(document.uid) if note.uid == uid)
        return self.note(uid) or next(found, None)

    def policies(self) -> dict[str, PolicyDocument]:
        """Return what each document of the matter was read as, by the document's uid."""
        if self.matter is None:
            return {}
        return {document.uid: self.matter.policy(document.latest.uid) for document in self.documents()}

    def notes_of(self, document_uid: str) -> tuple[Note, ...]:
        """Return the notes of any document of the matter."""
        return () if self.matter is None else self.matter.notes(document_uid)

    def spans_of(self, note: Note) -> tuple[Span, ...]:
        """Return where a note stands in the version shown: its places in other ones do not count."""
        shown = "" if self.shown_version is None else self.shown_version.uid
        standing = (anchor for anchor in note.anchors if anchor.version == shown and anchor.state not in _PLACELESS)
        return tuple(anchor.span for anchor in standing)

    def their_words(self, note: Note) -> str:
        """Return what the comment says that a note came as; empty for a note that was made here."""
        return "" if self.matter is None else self.matter.their_words(note).get("issue", "")

    def every_note(self) -> tuple[Note, ...]:
        """Return the notes of all documents of the matter."""
        return () if self.matter is None else self.matter.notes()

    def marked(self) -> tuple[object, ...]:
        """Return all that decides which words are marked and how; the rest of the notes may change without it."""
        version = "" if self.shown_version is None else self.shown_version.uid
        return (version, *map(_mark_of, self._notes))

    def address_of(self, note: Note) -> str:
        """Return where a note of the shown document stands, in the language of the window."""
        from documents.clauses import address_of

        if self.policy is None:
            return ""
        spans = self.spans_of(note)
        return address_of(self.policy, spans, self.language) if spans or not note.anchors else ""

    def read_clauses(self) -> frozenset[str]:
        """Return the addresses of the clauses marked read in the shown document."""
        if self.matter is None or self.document is None:
            return frozenset()
        return self.matter.read_clauses(self.document.uid)

    def set_current(self, uid: str) -> None:
        """Make a note the current one; an empty uid for none."""
        if uid != self.current:
            self.current = uid
            self.current_changed.emit(uid)

    # -- for the wishes ----------------------------------------------------------------------------------------------

    def _changed(self) -> None:
        if self.matter is not None and self.document is not None:
            self.notes = self.matter.notes(self.document.uid)
        if self.current and self.note(self.current) is None:
            self.set_current("")
        self.notes_changed.emit()
        self.history_changed.emit()
        self._told_saved()

    def _replaced(self, note: Note) -> None:
        row = self._rows.get(note.uid)
        before = None if row is None else self._notes[row]
        note = self._as_shown(note)
        if row is not None:
            self._notes = (*self._notes[:row], note, *self._notes[row + 1 :])
        self.note_edited.emit(note.uid)
        if before is not None and _mark_of(before) != _mark_of(note):
            self.note_marked.emit(note.uid)
        self.history_changed.emit()
        self._told_saved()

    def _as_shown(self, note: Note) -> Note:
        version = self.shown_version
        if version is None or all(anchor.version == version.uid for anchor in note.anchors):
            return note
        return replace(note, anchors=tuple(anchor for anchor in note.anchors if anchor.version == version.uid))

    def _told_saved(self) -> None:
        self.saved.emit(self.clock())

    def _fail(self, error: Exception) -> None:
        self.failed.emit(sentence_for(error, self.language))

    def _guarded(self) -> Guard:
        return Guard(self._fail)


def _mark_of(note: Note) -> tuple[object, ...]:
    return note.uid, note.severity, note.number, note.anchors
