"""The one object of the window that changes anything: it holds the open matter, says what happened, does what is asked.

Panels call its methods (wishes: `add_note`, `undo`) and listen to its signals (facts: `notes_changed`, `saved`).
A fault a person can mend leaves as `failed(sentence)`; nothing raises into a slot.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from annotations.model import Note, Reviewer, Severity, Visibility
from documents.model import Span
from ui.facts import Start
from ui.uniting import Uniting
from ui.working_apart import MANY

if TYPE_CHECKING:
    from annotations.journal import Outcome

__all__ = ["Session", "Start"]


class Session(Uniting):
    """The wishes: every method asks the matter for one thing and tells what came of it."""

    # -- notes -------------------------------------------------------------------------------------------------------

    def add_note(self, spans: Sequence[Span], severity: Severity, **fields: Any) -> Note | None:
        """Put a note on the selected words (or on the whole document when there are none); fields as of Note."""
        if self.matter is None or self.document is None:
            return None
        with self._guarded():
            note = self.matter.add_note(self.document.uid, spans, severity=severity, **fields)
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

    def edit_many(self, uids: Sequence[str], **fields: Any) -> bool:
        """Change the same fields of several notes; one undo takes all of it back."""
        if self.matter is None or not uids:
            return False
        with self._guarded():
            if len(uids) > MANY:
                self._edit_apart(uids, fields)
                return True
            self.matter.edit_many(uids, **fields)
            self._changed()
            return True
        return False

    def set_received(self, version: str, **fields: Any) -> None:
        """Say where a version of a document came from."""
        if self.matter is None:
            return
        with self._guarded():
            found = self.matter.set_received(version, **fields)
            if self.document is not None and self.document.uid == found.uid:
                self.document = found
            self.documents_changed.emit()
            self.history_changed.emit()
            self._told_saved()

    def set_spans(self, uid: str, spans: Sequence[Span]) -> None:
        """Let a note speak about other words."""
        if self.matter is not None:
            with self._guarded():
                self.matter.set_spans(uid, spans)
                self._changed()

    def delete_note(self, uid: str) -> None:
        """Take a note away; undo brings it back, so nothing is asked."""
        self.delete_notes([uid])

    def delete_notes(self, uids: Sequence[str]) -> None:
        """Take several notes away as one step; the one after them becomes the current one."""
        if self.matter is None or not uids:
            return
        following = self._neighbour(uids)
        with self._guarded():
            if len(uids) > MANY:
                self._delete_apart(uids, following)
                return
            self.matter.delete_notes(uids)
            self._changed()
            self.set_current(following)

    def reply(self, uid: str, text: str, visibility: Visibility = Visibility.INTERNAL) -> bool:
        """Answer a note; `visibility` says who may read the answer. False where that could not be kept."""
        if self.matter is None or not text.strip():
            return False
        with self._guarded():
            self._replaced(self.matter.reply(uid, text.strip(), visibility))
            return True
        return False

    def delete_reply(self, uid: str, reply: str) -> None:
        """Take an answer away; undo brings it back."""
        if self.matter is not None and not self.read_only:
            with self._guarded():
                self._replaced(self.matter.delete_reply(uid, reply))

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
            with self._guarded():
                for draft in self.matter.drafts():
                    self.matter.drop_draft(draft.note, draft.field)

    def set_language(self, language: str) -> None:
        """Speak another language: addresses and sentences from now on."""
        self.language = self.arrivals.language = language
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
            if self.matter.size_of_step(forward=forward) > MANY:
                self._step_apart(forward=forward, done=lambda outcome: self._stepped(outcome, forward=forward))
            else:
                self._stepped(self.matter.redo() if forward else self.matter.undo(), forward=forward)

    def _stepped(self, outcome: Outcome | None, *, forward: bool) -> None:
        if outcome is not None:
            self.documents_changed.emit()
            self._after_step()
            self.undone.emit(outcome, forward)

    def _neighbour(self, going: Sequence[str]) -> str:
        """Return the note that stands after the last of those that go, else the one before the first of them."""
        gone, uids = set(going), [note.uid for note in self.notes]
        places = [place for place, uid in enumerate(uids) if uid in gone]
        if not places:
            return ""
        after = [uid for uid in uids[places[-1] + 1 :] if uid not in gone]
        return after[0] if after else next((uid for uid in reversed(uids[: places[-1]]) if uid not in gone), "")
