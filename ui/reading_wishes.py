"""What the commands about selecting and about the reading column do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.policy_view import PolicyView

__all__ = ["ReadingWishes"]


class ReadingWishes(QObject):
    """Connects these commands; keeps no state of its own."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        for name, wish in {
            "write_note": self.write_note,
            "redraft": self.redraft,
            "select_more": self.select_more,
            "select_less": self.select_less,
            "select_sentence": self.select_sentence,
            "select_clause": self.select_clause,
            "select_note": self.select_note,
        }.items():
            window.actions_of.connect_to(name, wish)
        window.actions_of["narrow"].triggered.connect(lambda on: window.preferences.change(narrow=on))

    @property
    def _view(self) -> PolicyView:
        return self._window.work.writing.view

    def write_note(self) -> None:
        """Put a note on the selected words."""
        self._window.work.writing.note_on_selection()

    def redraft(self) -> None:
        """Ask for other words in the place of the selected ones."""
        self._window.work.writing.redraft()

    def select_more(self) -> None:
        """Let the selection grow by a step."""
        self._view.select_more()

    def select_less(self) -> None:
        """Let the selection shrink by a step."""
        self._view.select_less()

    def select_sentence(self) -> None:
        """Select the sentence the caret is in."""
        self._view.select_sentence()

    def select_clause(self) -> None:
        """Select the clause the caret is in."""
        self._view.select_clause()

    def select_note(self) -> None:
        """Select the current note's words, to be made longer or shorter by keys; a second time their other end moves.

        A note that speaks about several places gives the one in view, else its first.
        """
        note = self._window.session.note(self._window.session.current)
        spans = () if note is None else self._window.session.spans_of(note)
        if not spans:
            return
        view = self._window.work.policy.view
        span = next((span for span in spans if view.shows(span)), spans[0])
        view.reveal(span)
        view.select_again(span)
