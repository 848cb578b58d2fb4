"""The wishes about what comes back: a copy with the answers of colleagues, comments that a file came with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ui.arrivals import Arrivals
from ui.facts import Facts
from ui.opening import Arrival

if TYPE_CHECKING:
    from annotations.model import Document
    from annotations.returned import Returned
    from ui.opening import ReadFile

__all__ = ["TakingBack"]


class TakingBack(Facts):
    """Knows a returned copy, and takes in what others wrote. `arrivals` and `show_document` are the session's."""

    arrivals: Arrivals

    def read_back(self, path: Path, document: str) -> None:
        """Read a file off the window's thread, and take into a document what others wrote in it."""
        self.arrivals.add(Arrival(name=path.name, path=path, back_to=document))

    def take_back(self, file: ReadFile, document: str) -> None:
        """Take what others did to a copy of a document into the matter, as one step that one undo takes back."""
        if self.matter is None:
            return
        self.leaving.emit()
        with self._guarded():
            policy, data, name = file.policy, file.data, file.name
            self._taken(name, document, self.matter.take_back(document, policy, data, name, prepared=file.prepared))

    def take_comments(self, document: str) -> None:
        """Make notes of the comments that a document came with."""
        if self.matter is None:
            return
        self.leaving.emit()
        with self._guarded():
            version = self.matter.document(document).latest
            policy, data = self.matter.policy(version.uid), self.matter.original(version.uid)
            returned = self.matter.take_back(document, policy, data, version.file_name)
            self._taken(version.file_name, document, returned)

    def _taken(self, name: str, document: str, returned: Returned) -> None:
        from ui.dialogs.returned_dialog import BroughtBack

        self.documents_changed.emit()
        self.history_changed.emit()
        self.show_document(document)
        self._told_saved()
        self.brought_back.emit(BroughtBack(name, document, returned))

    def show_document(self, uid: str) -> None:
        """Show another document of the matter."""
        raise NotImplementedError

    def _came_back(self, file: ReadFile) -> bool:
        """Whether a file is a returned copy of what is open; what it is to be is then asked."""
        from ui.returning import document_returned

        arrival = file.arrival
        if self.matter is None or self.matter.read_only or arrival.replaces or arrival.beside or arrival.notes:
            return False
        found = None
        with self._guarded():
            if self._holds(file.sha256):
                return False
            found = document_returned(self.matter, file.policy)
        if found is not None:
            self.return_found.emit(file, *found)
        return found is not None

    def _holds(self, sha256: str) -> bool:
        return any(version.sha256 == sha256 for document in self.documents() for version in document.versions)

    def _tell_comments(self, document: Document, file: ReadFile) -> None:
        """Say that a document came with comments, unless it has notes: those were taken in, or are the sample's."""
        if file.policy.foreign_notes and not self.read_only and not self.notes_of(document.uid):
            self.comments_found.emit(document, len(file.policy.foreign_notes))
