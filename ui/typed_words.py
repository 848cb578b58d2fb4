"""Words typed into a note: kept as a draft, then as a change; those the disk refused wait here and are not lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from ui.errors import sentence_for
from ui.facts import Facts, Start
from ui.guard import Guard
from ui.tasks import Tasks

__all__ = ["RETRY", "TypedWords", "Waiting"]

RETRY = 3_000
"""Milliseconds until words the disk refused are tried again."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What a field of a note should say, and the visit in which it was typed."""

    text: str
    visit: str


class TypedWords(Facts):
    """Holds what could not be written until it is; while something waits, the matter does not close unasked."""

    unsaved_changed = Signal(str)
    """Words wait to be kept, for the reason in the sentence; empty once all are kept."""
    words_at_stake = Signal(object)
    """The matter was to be left while words wait: what was wished, to be called again once that is decided."""

    def __init__(self, tasks: Tasks, start: Start, parent: QObject | None = None) -> None:
        super().__init__(tasks, start, parent)
        self.unsaved: dict[tuple[str, str], Waiting] = {}
        self._retry = QTimer(self, interval=RETRY)
        self._retry.timeout.connect(self.keep_unsaved)

    def commit_typing(self, uid: str, field: str, text: str, visit: str) -> bool:
        """Make what was typed a change, and let its draft go. False where it could not be kept: then it waits."""
        matter, note = self.matter, self.note_anywhere(uid)
        if matter is None or note is None:
            return True
        with Guard(lambda error: self._hold(error, (uid, field), Waiting(text, visit))):
            if getattr(note, field) != text:
                self._replaced(matter.edit(uid, visit=visit, **{field: text}))
            matter.drop_draft(uid, field)
            self._let_go_of((uid, field))
            return True
        return False

    def keep_unsaved(self) -> bool:
        """Try once more to keep what waits; whether nothing waits any more."""
        for (uid, field), words in list(self.unsaved.items()):
            if not self.commit_typing(uid, field, words.text, words.visit):
                return False
            self._let_go_of((uid, field))
        return True

    def give_up(self) -> None:
        """Throw away what waits."""
        self.unsaved.clear()
        self._told_waiting("")

    def may_leave(self, then: Callable[[], object]) -> bool:
        """Keep what is being typed; False where that cannot be, and somebody has to say first what becomes of it."""
        self.leaving.emit()
        if self.keep_unsaved():
            return True
        self.words_at_stake.emit(then)
        return False

    def save_draft(self, uid: str, field: str, text: str) -> None:
        """Keep what is being typed, a moment behind the keys. Where the disk refuses, the change itself will tell."""
        if self.matter is not None and not self.matter.read_only:
            with Guard(lambda _error: None):
                self.matter.save_draft(uid, field, text)

    # -- inside ------------------------------------------------------------------------------------------------------

    def _hold(self, error: Exception, place: tuple[str, str], words: Waiting) -> None:
        self.unsaved[place] = words
        self._told_waiting(sentence_for(error, self.language))

    def _let_go_of(self, place: tuple[str, str]) -> None:
        if self.unsaved.pop(place, None) is not None and not self.unsaved:
            self._told_waiting("")

    def _told_waiting(self, sentence: str) -> None:
        if not self.unsaved:
            self._retry.stop()
        elif not self._retry.isActive():
            self._retry.start()
        self.unsaved_changed.emit(sentence)
