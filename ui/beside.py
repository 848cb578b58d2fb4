"""A second view of the open matter: another document, or another place of the same one, with its own selection."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject

from annotations.model import Note
from ui.facts import Start
from ui.session import Session
from ui.tasks import Tasks

__all__ = ["Beside"]

T = TypeVar("T")


class Beside(Session):
    """Works in the matter of the main session; what changes in one of the two is heard in the other."""

    def __init__(self, main: Session, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(tasks, Start(main.clock, Path(), main.reviewer, main.language), parent)
        self._main = main
        self._telling = False
        main.notes_changed.connect(self._hear)
        main.note_edited.connect(self._hear)
        main.read_changed.connect(self.read_changed)
        main.current_changed.connect(self.set_current)
        main.documents_changed.connect(self._documents_changed)
        main.matter_changed.connect(self._matter_changed)
        main.names_changed.connect(self._names_changed)
        self.failed.connect(main.failed)
        self.leaving.connect(main.leaving)
        self.history_changed.connect(main.history_changed)

    def open_beside(self, uid: str) -> None:
        """Show a document of the matter that is open."""
        self.matter, self.language, self.reviewer = self._main.matter, self._main.language, self._main.reviewer
        self.discreet = self._main.discreet
        self.show_document(uid)

    def begin_work(
        self, what: str, work: Callable[[], T], over: Callable[[T], object], failed: Callable[[], object]
    ) -> None:
        """Let the main session see to it: the matter is its own, and it waits with leaving it."""
        self._main.begin_work(what, work, over, failed)

    def close(self) -> None:
        """Let go of the matter; it is the main session's to close."""
        self.matter = self.document = self.policy = None
        self.notes, self.current = (), ""
        self.matter_changed.emit()

    # -- telling and hearing -----------------------------------------------------------------------------------------

    def _changed(self) -> None:
        super()._changed()
        with self._tell():
            self._main.look_again()

    def _replaced(self, note: Note) -> None:
        super()._replaced(note)
        with self._tell():
            self._main.look_again()

    @contextmanager
    def _tell(self) -> Iterator[None]:
        self._telling = True
        try:
            yield
        finally:
            self._telling = False

    def _hear(self, _uid: str = "") -> None:
        if self._telling or self.matter is None or self.document is None:
            return
        if all(one.uid != self.document.uid for one in self.documents()):
            return
        self.notes = self.matter.notes(self.document.uid)
        self.notes_changed.emit()

    def _documents_changed(self) -> None:
        if self.matter is None or self.document is None:
            return
        standing = next((one for one in self.documents() if one.uid == self.document.uid), None)
        if standing is None:
            self.close()
        elif standing.latest.uid != self.document.latest.uid:
            self.show_document(standing.uid)
        self.documents_changed.emit()

    def _matter_changed(self) -> None:
        if self.matter is not None and self.matter is not self._main.matter:
            self.close()

    def _names_changed(self) -> None:
        self.discreet = self._main.discreet
        self.names_changed.emit()
