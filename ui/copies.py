"""A conflicted copy beside the matter is noticed when it is opened, and offered for merging; nothing is deleted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from documents.errors import ClausemarkError
from ui.errors import sentence_for
from ui.panels.message_bar import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.main_window import MainWindow

__all__ = ["Copies"]


class Copies(QObject):
    """Looks away from the window's thread; says what it found above the work."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._session.matter_changed.connect(self.look)

    def look(self) -> None:
        """Look for copies that hold something this matter does not."""
        path = self._session.path
        if path is None or self._session.read_only:
            return

        def work() -> tuple[Path, ...]:
            from annotations.copies import copies_beside, merged_already

            return tuple(copy for copy in copies_beside(path) if not merged_already(path, copy))

        self._window.tasks.run(
            lambda _job: work(), lambda found: self._offer(path, found), lambda _error: None, owner=self, key="copies"
        )

    def _offer(self, path: Path, found: Sequence[Path]) -> None:
        if not found or self._session.path != path:
            return
        copy = found[0]
        words = self.tr("Beside this matter lies a copy with changes that are not in it: {name}.").format(
            name=self.tr("a copy") if self._session.discreet else copy.name
        )
        self._window.say(Message("copy", words, ((self.tr("Merge it"), lambda: self.take_in(copy)),)))

    def take_in(self, copy: Path) -> None:
        """Show what a copy brings; once it is merged, offer to move it aside, and go on to the next."""
        self._window.merging.ask((copy,), lambda: self._taken_in(copy))

    def _taken_in(self, copy: Path) -> None:
        words = self.tr("Everything of {name} is in this matter now. Move the copy aside, so that nobody works in it?")
        aside = (self.tr("Move it aside"), lambda: self.move_aside(copy))
        self._window.say(Message("aside", words.format(name=copy.name), (aside,)))
        self.look()

    def move_aside(self, copy: Path) -> None:
        """Put a copy into a folder beside it; it is not deleted."""
        from annotations.copies import merged_already, moved_away

        path = self._session.path
        try:
            if path is None or not merged_already(path, copy):
                self.look()  # somebody has gone on working in it
                return
            place = moved_away(copy, self._session.clock())
        except (ClausemarkError, OSError) as error:
            self._window.announcements.failed(sentence_for(error, self._session.language))
            return
        words = self.tr("The copy lies in “{folder}” now.").format(folder=place.parent.name)
        self._window.status.tell(words)

    def tell_after_removal(self) -> None:
        """Name the copies beside the matter that may still have what was removed for good."""
        path = self._session.path
        if path is None:
            return

        def work() -> tuple[Path, ...]:
            from annotations.copies import copies_beside

            return copies_beside(path)

        self._window.tasks.run(lambda _job: work(), self._tell_left, lambda _error: None, owner=self)

    def _tell_left(self, left: Sequence[Path]) -> None:
        if left:
            names = ", ".join(copy.name for copy in left)
            words = self.tr("These copies beside the matter may still have it: {names}").format(names=names)
            self._window.say(Message("left", words, alert=True))
