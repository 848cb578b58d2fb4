"""The wishes about what comes back: a copy with the answers of colleagues, comments that a file came with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ui.arrivals import Arrivals
from ui.opening import Arrival
from ui.reports_back import ReportsBack, reader_of

if TYPE_CHECKING:
    from annotations.matter import OpenMatter
    from annotations.model import Document
    from annotations.taking_back import Arrived, TakenBack
    from ui.opening import ReadFile

__all__ = ["TakingBack"]


class TakingBack(ReportsBack):
    """Knows a returned copy, and takes in what others wrote. `arrivals` and `show_document` are the session's."""

    arrivals: Arrivals

    def read_back(self, path: Path, document: str) -> None:
        """Read a file off the window's thread, and take in what others wrote: in a report, else in a copy."""
        copy = Arrival(name=path.name, path=path, back_to=document)
        self.look_for_answers(path.name, reader_of(path), lambda: self.arrivals.add(copy))

    def take_report(self, file: ReadFile) -> None:
        """Show what a report asks for that was dropped like a policy."""
        self.look_for_answers(file.name, lambda: file.data)

    def take_back(self, file: ReadFile, document: str) -> None:
        """Take what others did to a copy of a document into the matter, as one step that one undo takes back."""
        from annotations.taking_back import Arrived

        self.reading.emit(file.name)
        arrived = Arrived(file.policy, file.data, file.name, file.prepared)
        self._work_out(document, lambda _matter: arrived)

    def take_comments(self, document: str) -> None:
        """Make notes of the comments that a document came with."""
        self._work_out(document, lambda matter: _as_received(matter, document))

    def _work_out(self, document: str, arrived: Callable[[OpenMatter], Arrived]) -> None:
        """Compare away from the window's thread, with a connection that only reads; the window's own writes."""
        matter = self.matter
        if matter is None:
            return
        self.leaving.emit()
        path, reviewer, clock = matter.path, matter.reviewer, self.clock

        def planned() -> TakenBack:
            with type(matter).open(path, reviewer, clock, read_only=True) as read:
                return read.plan_back(document, arrived(read))

        def done(taken: TakenBack) -> None:
            if self.matter is matter:
                self._write(matter, taken, again=lambda: self._work_out(document, arrived))

        self._tasks.run(lambda _job: planned(), done, self._refused, owner=self)

    def _write(self, matter: OpenMatter, taken: TakenBack, again: Callable[[], None]) -> None:
        """Write what was worked out; `again` where the matter was changed meanwhile."""
        self.leaving.emit()
        with self._guarded():
            if not matter.write_back(taken):
                again()
                return
            self._taken(taken)

    def _taken(self, taken: TakenBack) -> None:
        from ui.dialogs.returned_dialog import BroughtBack

        self.documents_changed.emit()
        self.history_changed.emit()
        self.show_document(taken.document)
        self._told_saved()
        told, arrived = taken.returned, taken.arrived
        own = not told.new_version and self._holds(arrived.prepared.sha256)
        self.brought_back.emit(BroughtBack(arrived.file_name, taken.document, told, wrote=bool(told.came), own=own))

    def show_document(self, uid: str) -> None:
        """Show another document of the matter."""
        raise NotImplementedError

    def _came_back(self, file: ReadFile) -> bool:
        """Whether a file is a returned copy of what is open; what it is to be is then asked."""
        from documents.marked import bears_a_state
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
            return True
        if not bears_a_state(file.data):
            return False
        self.report_found.emit(file)
        return True

    def _holds(self, sha256: str) -> bool:
        return any(version.sha256 == sha256 for document in self.documents() for version in document.versions)

    def _tell_comments(self, document: Document, file: ReadFile) -> None:
        """Say that a document came with comments, unless it has notes: those were taken in, or are the sample's."""
        if file.policy.foreign_notes and not self.read_only and not self.notes_of(document.uid):
            self.comments_found.emit(document, len(file.policy.foreign_notes))


def _as_received(matter: OpenMatter, document: str) -> Arrived:
    """The file of a document as it was received, as if it had come back."""
    from annotations.adding import prepare
    from annotations.taking_back import Arrived

    version = matter.document(document).latest
    policy, data = matter.policy(version.uid), matter.original(version.uid)
    return Arrived(policy, data, version.file_name, prepare(policy, data))
