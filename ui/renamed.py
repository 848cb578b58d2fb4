"""A reviewer who corrects the own name: the notes that bear the one before are offered to be changed with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.panels.message_bar import Message

if TYPE_CHECKING:
    from ui.main_window import MainWindow

__all__ = ["Renamed"]

_KEY = "renamed"


class Renamed(QObject):
    """Knows the names that were given up since the program began; forgets them when the offer is waved away."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._name = self._session.reviewer.name
        self._former: list[str] = []
        self._session.reviewer_changed.connect(self._renamed)
        self._session.document_changed.connect(self._offer)

    def _renamed(self) -> None:
        now = self._session.reviewer.name
        if self._name and self._name != now:
            self._former.append(self._name)
        self._former = [name for name in self._former if name != now]
        self._name = now
        self._offer()

    def _offer(self) -> None:
        """Offer it where notes bear a former name; take the offer back where none do any more."""
        self._window.messages.take_back(_KEY)
        if self._former and not self._session.read_only and self._notes():
            self._window.say(self._words)

    def _notes(self) -> dict[str, str]:
        """Return the notes of this reviewer that bear a former name, and which."""
        return {note.uid: note.author for note in self._session.every_note() if note.author in self._former}

    def _words(self) -> Message:
        notes = self._notes()
        one, more = (
            self.tr("One note in this matter is by “{name}”, your name before."),
            self.tr("{count} notes in this matter are by “{name}”, your name before."),
        )
        names = ", ".join(dict.fromkeys(notes.values()))
        words = (one if len(notes) == 1 else more).format(count=len(notes), name=names)
        change = self.tr("Change to “{name}”").format(name=self._session.reviewer.name)
        return Message(_KEY, words, ((change, self._change),), closed=self._former.clear)

    def _change(self) -> None:
        reviewer = self._session.reviewer
        self._session.edit_many(list(self._notes()), author=reviewer.name, initials=reviewer.initials)
