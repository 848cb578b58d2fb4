"""What the commands about notes do that take a panel, a list of notes or saved texts to do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from annotations.model import Review
from ui.panels.message_bar import Message
from ui.snippet_typing import SnippetTyping

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.main_window import MainWindow

__all__ = ["NoteWishes"]


class NoteWishes(QObject):
    """Connects the commands; what has the caret is known by `typing` alone."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self.typing = SnippetTyping(lambda: window.preferences.settings.snippets, self)
        for name, wish in {
            "send_for_review": self.send_for_review,
            "send_all_for_review": self.send_all_for_review,
            "review": self.review,
            "insert_snippet": self.insert_snippet,
            "snippets": self.edit_snippets,
        }.items():
            window.actions_of.connect_to(name, wish)

    def send_for_review(self) -> None:
        """Ask the partner to look at the current note, or at those that are selected."""
        self._send(self._window.work.notes.chosen())

    def send_all_for_review(self) -> None:
        """Ask the partner to look at every note of the document that is a draft yet."""
        self._send([note.uid for note in self._session.notes if note.review is Review.DRAFT])

    def review(self) -> None:
        """Go through the notes as a partner does; once more ends it."""
        work = self._window.work
        work.area.show_notes(shown=True)
        self._window.finish_typing()
        if work.notes.review.on:
            work.notes.review.end()
        else:
            work.notes.review.begin()

    def insert_snippet(self) -> None:
        """Offer the reviewer's own texts at the caret; with none yet, the dialog that keeps them."""
        if not self._window.preferences.settings.snippets:
            self.edit_snippets()
            return
        menu = self.typing.menu(self.edit_snippets)
        menu.setParent(self._window, menu.windowFlags())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        middle = self._window.mapToGlobal(self._window.rect().center())
        menu.popup(self.typing.place() or middle)

    def edit_snippets(self) -> None:
        """Keep the reviewer's own texts."""
        from ui.dialogs.snippets_dialog import SnippetsDialog

        preferences = self._window.preferences
        dialog = SnippetsDialog(preferences.settings.snippets, self._window)
        dialog.kept.connect(lambda snippets: preferences.change(snippets=snippets))
        dialog.open()

    def _send(self, uids: Sequence[str]) -> None:
        self._window.finish_typing()
        if self._session.read_only or not self._session.edit_many(uids, review=Review.FOR_REVIEW):
            self._window.say(Message("review", self.tr("No note is a draft: there is nothing to send for review.")))
            return
        words = self.tr("1 note waits for review.") if len(uids) == 1 else self.tr("{count} notes wait for review.")
        self._window.status.tell(words.format(count=len(uids)))
