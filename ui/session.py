"""The one object of the window that changes anything: it holds the open matter, says what happened, does what is asked.

Panels call its methods (wishes: `add_note`, `undo`) and listen to its signals (facts: `notes_changed`, `saved`).
A fault a person can mend leaves as `failed(sentence)`; nothing raises into a slot.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotations.model import Document, Note, Reviewer, Severity
from documents.errors import ClausemarkError
from documents.model import Span
from ui.facts import Facts, Start
from ui.opening import ReadFile, place_of_matter, read_bytes, read_file

if TYPE_CHECKING:
    from annotations.matter import OpenMatter
    from ui.tasks import Job

__all__ = ["Session", "Start"]


class Session(Facts):
    """The wishes: every method asks the matter for one thing and tells what came of it."""

    # -- opening and closing -----------------------------------------------------------------------------------------

    def open_path(self, path: Path, encoding: str = "") -> None:
        """Open a matter at once, or read a policy off the window's thread and bring it in."""
        if path.suffix.lower() == ".clausemark":
            self.open_matter(path)
            return
        self._arriving = b""
        self._read(lambda _job: read_file(path, encoding), path.name)

    def open_bytes(self, data: bytes, name: str, *, notes: bytes = b"") -> None:
        """Bring in text that is in no file: pasted, or a sample with its notes."""
        self._arriving = notes
        self._read(lambda _job: read_bytes(data, name), name)

    def open_matter(self, path: Path, *, read_only: bool = False) -> bool:
        """Open a matter in place of the present one; where another window writes, open it to read."""
        from annotations.matter import OpenMatter

        with self._guarded():
            try:
                opened = OpenMatter.open(path, self.reviewer, self.clock, read_only=read_only)
            except ClausemarkError as refusal:
                if refusal.code != "locked":
                    raise
                opened = OpenMatter.open(path, self.reviewer, self.clock, read_only=True)
            self._adopt(_proved(opened))
            return True
        return False

    def take_over(self) -> bool:
        """Try to write to the matter that was held by another window."""
        if self.matter is None:
            return False
        with self._guarded():
            try:
                self.matter.take_over()
            except ClausemarkError as refusal:
                if refusal.code != "locked":
                    raise
                self.held_elsewhere.emit(self.matter.holder)
                return False
            self.matter_changed.emit()
            self._changed()
            return True
        return False

    def close(self) -> None:
        """Close the matter; every change is on disk already."""
        if self.matter is not None:
            self.matter.close()
        self.matter = self.document = self.policy = None
        self.notes = ()
        self.current = ""
        self.matter_changed.emit()

    def show_document(self, uid: str) -> None:
        """Show another document of the matter."""
        if self.matter is None:
            return
        with self._guarded():
            self.document = self.matter.document(uid)
            self.policy = self.matter.policy(self.document.latest.uid)
            self.notes = self.matter.notes(uid)
            self.current = ""
            self.document_changed.emit()

    def _read(self, work: Callable[[Job], ReadFile], name: str) -> None:
        self.reading.emit(name)
        self._tasks.run(work, self._bring_in, self._fail, owner=self, key="open")

    def _bring_in(self, file: ReadFile) -> None:
        with self._guarded():
            if self.matter is None:
                self._open_or_make(place_of_matter(file, self._folder))
            assert self.matter is not None
            known = (d for d in self.matter.documents() if any(v.sha256 == file.sha256 for v in d.versions))
            document = next(known, None) or self.matter.add_document(file.policy, file.data, file.name)
            self.documents_changed.emit()
            self.history_changed.emit()
            self._take_arriving(document)
            self.show_document(document.uid)
            self._told_saved()
            self.warned.emit(file.policy.warnings)

    def _take_arriving(self, document: Document) -> None:
        if self._arriving and self.matter is not None and not self.matter.notes(document.uid):
            from annotations.interchange import read_notes

            self.matter.import_notes(document.uid, read_notes(self._arriving, self.language))
        self._arriving = b""

    def _open_or_make(self, path: Path) -> None:
        from annotations.matter import OpenMatter

        if path.exists():
            self.open_matter(path)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        self._adopt(OpenMatter.create(path, self.reviewer, self.clock))

    def _adopt(self, opened: OpenMatter) -> None:
        if self.matter is not None:
            self.matter.close()
        self.matter, self.document, self.policy, self.notes, self.current = opened, None, None, (), ""
        self.matter_changed.emit()
        documents = opened.documents()
        if documents:
            self.show_document(documents[0].uid)
        self.history_changed.emit()
        if opened.read_only:
            self.held_elsewhere.emit(opened.holder)
        elif drafts := opened.drafts():
            self.drafts_found.emit(len(drafts))

    def choose_encoding(self, encoding: str) -> None:
        """Read the shown document again in another encoding; only while it has no notes, whose places would move."""
        if self.matter is None or self.document is None or self.notes:
            return
        version = self.document.latest
        with self._guarded():
            data = self.matter.original(version.uid)
            file = read_bytes(data, version.file_name, encoding)
            self.matter.remove_document(self.document.uid)
            document = self.matter.add_document(file.policy, file.data, file.name)
            self.documents_changed.emit()
            self.show_document(document.uid)

    # -- notes -------------------------------------------------------------------------------------------------------

    def add_note(self, spans: Sequence[Span], severity: Severity) -> Note | None:
        """Put a note on the selected words (or on the whole document when there are none)."""
        if self.matter is None or self.document is None:
            return None
        with self._guarded():
            note = self.matter.add_note(self.document.uid, spans, severity=severity)
            self._changed()
            self.set_current(note.uid)
            self.note_added.emit(note.uid)
            return note
        return None

    def edit(self, uid: str, *, visit: str | None = None, **fields: Any) -> bool:
        """Change fields of a note at once; edits of one `visit` are taken back together."""
        if self.matter is None:
            return False
        with self._guarded():
            self._replaced(self.matter.edit(uid, visit=visit, **fields))
            return True
        return False

    def commit_typing(self, uid: str, field: str, text: str, visit: str) -> bool:
        """Make what was typed a change, and let its draft go. False where it could not be kept; the draft stays."""
        note = self.note(uid)
        if self.matter is None or note is None:
            return True
        if getattr(note, field) != text and not self.edit(uid, visit=visit, **{field: text}):
            return False
        with self._guarded():
            self.matter.drop_draft(uid, field)
        return True

    def set_spans(self, uid: str, spans: Sequence[Span]) -> None:
        """Let a note speak about other words."""
        if self.matter is not None:
            with self._guarded():
                self.matter.set_spans(uid, spans)
                self._changed()

    def delete_note(self, uid: str) -> None:
        """Take a note away; undo brings it back, so nothing is asked."""
        if self.matter is None:
            return
        following = self._neighbour(uid)
        with self._guarded():
            self.matter.delete_note(uid)
            self._changed()
            self.set_current(following)

    def reply(self, uid: str, text: str) -> None:
        """Answer a note."""
        if self.matter is not None and text.strip():
            with self._guarded():
                self._replaced(self.matter.reply(uid, text.strip()))

    def mark_read(self, address: str, *, read: bool) -> None:
        """Remember that a clause was read, or that it was not."""
        if self.matter is None or self.document is None:
            return
        with self._guarded():
            self.matter.mark_read(self.document.uid, address, read)
            self.read_changed.emit()
            self.history_changed.emit()
            self._told_saved()

    # -- history, drafts, reviewer -----------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take back this reviewer's last standing change, also one made before the matter was reopened."""
        self._step(forward=False)

    def redo(self) -> None:
        """Take back the undo."""
        self._step(forward=True)

    def save_draft(self, uid: str, field: str, text: str) -> None:
        """Keep what is being typed, a moment behind the keys."""
        if self.matter is not None and not self.matter.read_only:
            with self._guarded():
                self.matter.save_draft(uid, field, text)

    def restore_drafts(self) -> None:
        """Put typing that was never finished into its notes."""
        if self.matter is None:
            return
        for draft in self.matter.drafts():
            with self._guarded():
                self.matter.edit(draft.note, **{draft.field: draft.text})
                self.matter.drop_draft(draft.note, draft.field)
        self._changed()

    def drop_drafts(self) -> None:
        """Throw away typing that was never finished."""
        if self.matter is not None:
            for draft in self.matter.drafts():
                self.matter.drop_draft(draft.note, draft.field)

    def set_language(self, language: str) -> None:
        """Speak another language: addresses and sentences from now on."""
        self.language = language
        self.notes_changed.emit()

    def set_reviewer(self, reviewer: Reviewer) -> None:
        """Say who is at the keys, asked once, in the first note; notes made before the answer get the name."""
        self.reviewer = reviewer
        if self.matter is not None:
            with self._guarded():
                self.matter.reviewer = reviewer
                nameless = [note.uid for note in self.matter.notes() if not note.author]
                if nameless:
                    self.matter.edit_many(nameless, author=reviewer.name, initials=reviewer.initials)
                self._changed()
        self.reviewer_changed.emit()

    # -- inside ------------------------------------------------------------------------------------------------------

    def _step(self, *, forward: bool) -> None:
        if self.matter is None or self.matter.read_only:
            return
        with self._guarded():
            outcome = self.matter.redo() if forward else self.matter.undo()
            if outcome is None:
                return
            self.documents_changed.emit()
            self._after_step()
            self.undone.emit(outcome, forward)

    def _after_step(self) -> None:
        standing = {document.uid for document in self.documents()}
        if self.document is not None and self.document.uid not in standing:
            self._leave_document()
            return
        if self.document is None and standing:
            self.show_document(self.documents()[0].uid)
        self._changed()
        self.read_changed.emit()

    def _leave_document(self) -> None:
        documents = self.documents()
        if documents:
            self.show_document(documents[0].uid)
        else:
            self.document = self.policy = None
            self.notes = ()
            self.document_changed.emit()

    def _neighbour(self, uid: str) -> str:
        uids = [note.uid for note in self.notes]
        place = uids.index(uid) if uid in uids else -1
        rest = uids[place + 1 : place + 2] or uids[max(0, place - 1) : place]
        return rest[0] if place >= 0 and rest else ""


def _proved(opened: OpenMatter) -> OpenMatter:
    """Return the matter once it has answered what the window asks first; else close it and say why."""
    try:
        opened.documents()
        opened.drafts()
        opened.read_clauses("")
        _ = opened.can_undo, opened.can_redo
    except ClausemarkError:
        opened.close()
        raise
    return opened
