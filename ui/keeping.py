"""The wishes about the matter as a whole: its details, its register, what goes out of it, copies of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from annotations.model import Document
from ui.bringing import Bringing

if TYPE_CHECKING:
    from annotations.merging import MergeReport

__all__ = ["Keeping"]


class Keeping(Bringing):
    """Asks the matter, and tells what came of it."""

    erased = Signal()
    """A document is gone for good."""

    # -- the matter itself -------------------------------------------------------------------------------------------

    def set_details(self, visit: str, **fields: Any) -> None:
        """Say something of the matter; what is said in one `visit` is taken back together."""
        if self.matter is None or self.matter.read_only:
            return
        with self._guarded():
            self.matter.set_matter(visit=visit, **fields)
            self.details_changed.emit()
            self.history_changed.emit()
            self._told_saved()

    def record_sent(self, sent: Mapping[str, object]) -> None:
        """Write a file that went out into the register; say it where the matter cannot take the line."""
        if self.matter is None or not sent:
            return
        with self._guarded():
            self.matter.record_sent(**sent)
            self.register_changed.emit()
            self.history_changed.emit()

    def set_sent_to(self, uid: str, whom: str) -> None:
        """Say who a file was sent to."""
        if self.matter is None:
            return
        with self._guarded():
            self.matter.set_sent_to(uid, whom)
            self.register_changed.emit()
            self.history_changed.emit()
            self._told_saved()

    def merge(self, other: Path) -> MergeReport | None:
        """Take another copy of the matter in, as one step that one undo takes back; None where it could not be."""
        if self.matter is None:
            return None
        self.leaving.emit()
        with self._guarded():
            report = self.matter.merge(other)
            self.documents_changed.emit()
            self._after_step()
            return report
        return None

    def look_again(self) -> None:
        """Read the notes anew: they were changed through another view of the matter."""
        self._changed()

    # -- documents that go -------------------------------------------------------------------------------------------

    def remove_document(self, uid: str) -> bool:
        """Hide a document, which undo takes back."""
        if self.matter is None:
            return False
        self.leaving.emit()
        with self._guarded():
            self.matter.remove_document(uid)
            self.documents_changed.emit()
            self._after_step()
            return True
        return False

    def erase_document(self, uid: str) -> None:
        """Remove every word of a document for good, which nothing takes back; tells `erased`."""
        if self.matter is None:
            return
        self.leaving.emit()

        def done(_result: None) -> None:
            self.documents_changed.emit()
            self._after_step()
            self.erased.emit()

        with self._guarded():
            self._apart("erase", lambda matter: matter.erase_document(uid), done)

    # -- inside ------------------------------------------------------------------------------------------------------

    def _after_step(self) -> None:
        self.details_changed.emit()
        self.register_changed.emit()
        standing = {document.uid for document in self.documents()}
        if self.document is not None and self.document.uid not in standing:
            self._leave_document()
            return
        if self.document is None and standing:
            self.show_document(self.documents()[0].uid)
        elif self.document is not None and self._version_changed(self.document):
            self.show_document(self.document.uid)
        self._changed()
        self.read_changed.emit()

    def _version_changed(self, shown: Document) -> bool:
        """Whether another version of the shown document is the latest now."""
        return any(one.uid == shown.uid and one.latest.uid != shown.latest.uid for one in self.documents())

    def _leave_document(self) -> None:
        documents = self.documents()
        if documents:
            self.show_document(documents[0].uid)
        else:
            self.document = self.policy = None
            self.notes = ()
            self.document_changed.emit()
