"""Says that typed words wait to be saved, for as long as they do, and asks before they would be lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from ui.panels.message_bar import Message

if TYPE_CHECKING:
    from ui.main_window import MainWindow

__all__ = ["Unsaved"]

_KEY = "unsaved"


class Unsaved(QObject):
    """Listens to the session; speaks above the work, and over it where somebody is about to leave."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._session.unsaved_changed.connect(self._say)
        self._session.words_at_stake.connect(self._ask)

    def _say(self, reason: str) -> None:
        messages = self._window.messages
        if not reason:
            messages.take_back(_KEY)
            return
        self._window.status.tell(self.tr("Not saved"))
        words = self.tr("What you typed is not saved yet. It stays in its card and is tried again by itself.")
        sentence = f"{words} {reason}"
        if sentence not in messages.sentences:
            actions = ((self.tr("Try again"), self._session.keep_unsaved), (self.tr("Copy my words"), self._copy))
            self._window.say(Message(_KEY, sentence, actions, alert=True, stays=True))

    def _copy(self) -> None:
        from ui.dialogs.unsaved_question import unsaved_words

        QGuiApplication.clipboard().setText(unsaved_words(self._session))
        self._window.status.tell(self.tr("Copied"))

    def _ask(self, then: Callable[[], object]) -> None:
        from ui.dialogs.unsaved_question import UnsavedQuestion

        question = UnsavedQuestion(self._session, self._window)
        question.accepted.connect(then)
        question.open()
