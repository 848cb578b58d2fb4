"""A file that joined the open matter: said in a quiet line, with a matter of its own one click away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.panels.message_bar import Message

if TYPE_CHECKING:
    from annotations.model import Document
    from ui.main_window import MainWindow
    from ui.opening import ReadFile

__all__ = ["Joined"]

_KEY = "joined/"


class Joined(QObject):
    """Says it of each file; no more once other files are opened, or the document has a note."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._told: set[str] = set()
        self._session.joined.connect(self._tell)
        self._session.opening.connect(self._forget)
        self._session.note_added.connect(self._kept)

    def _tell(self, file: ReadFile, document: Document) -> None:
        self._told.add(document.uid)
        self._window.say(lambda: self._words(file, document))

    def _words(self, file: ReadFile, document: Document) -> Message:
        session = self._session
        name = session.document_name(document) if session.discreet else file.name
        words = self.tr("“{file}” was added to the matter “{matter}”.").format(file=name, matter=session.matter_name())
        own = (self.tr("A matter of its own instead"), lambda: session.move_to_own_matter(file, document.uid))
        return Message(f"{_KEY}{document.uid}", words, (own,), about=document.uid)

    def _forget(self) -> None:
        for uid in self._told:
            self._window.messages.take_back(f"{_KEY}{uid}")
        self._told.clear()

    def _kept(self, _note: str) -> None:
        """Work has begun on the document: it belongs here."""
        document = self._session.document
        if document is not None and document.uid in self._told:
            self._told.discard(document.uid)
            self._window.messages.take_back(f"{_KEY}{document.uid}")
