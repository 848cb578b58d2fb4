"""The partner's review at the list of notes: J and K step, A approves and goes on, R answers."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from annotations.model import Review
from ui.models.notes_model import NotesModel
from ui.models.review_round import following, tally
from ui.panels.notes_list import NotesList
from ui.panels.review_bar import ReviewBar
from ui.session import Session

__all__ = ["NotesReview"]


class NotesReview(QObject):
    """Begins and ends the review; what its keys mean is here and nowhere else."""

    note_wanted = Signal(str)
    turned = Signal(bool)

    def __init__(self, session: Session, notes: NotesList, bar: ReviewBar, model: NotesModel) -> None:
        super().__init__(notes)
        self._session, self._list, self._bar, self._model = session, notes, bar, model
        bar.hide()
        bar.step_wanted.connect(self._pressed_step)
        bar.key_wanted.connect(self._pressed)
        bar.left.connect(self.end)
        bar.only_waiting.toggled.connect(lambda _on: self._list.setFocus())
        notes.step_wanted.connect(self.step)
        notes.review_key.connect(self._key)
        notes.editor.replies.answered.connect(self._answered)

    @property
    def on(self) -> bool:
        """Whether a review is going on."""
        return self._list.reviewing

    def begin(self) -> None:
        """Give the keys to the list; notes that were sent for review come alone where there are any."""
        waiting = tally(self._model.shown).waiting
        self._turn(on=True)
        self._bar.only_waiting.setChecked(waiting > 0)
        current = self._session.note(self._session.current)
        if current is None or (waiting and current.review is not Review.FOR_REVIEW):
            self.step(1)
        self._list.close_note()
        self._list.setFocus()

    def end(self) -> None:
        """Put the bar away."""
        self._turn(on=False)

    def step(self, step: int) -> None:
        """Go to the next or the one before, of those that are gone through."""
        only = self.on and self._bar.only_waiting.isChecked()
        uid = following(self._model.shown, self._session.current, step, only_waiting=only)
        if uid:
            self._list.choose_one()
            self.note_wanted.emit(uid)

    def refresh(self) -> None:
        """Say anew how far it is."""
        if self.on:
            self._bar.show_notes(self._model.shown)

    # -- inside ------------------------------------------------------------------------------------------------------

    def _turn(self, *, on: bool) -> None:
        self._list.reviewing = on
        self._bar.setVisible(on)
        self.refresh()
        self.turned.emit(on)

    def _pressed_step(self, step: int) -> None:
        self.step(step)
        self._list.setFocus()

    def _pressed(self, key: str) -> None:
        self._list.setFocus()
        self._key(key)

    def _key(self, key: str) -> None:
        if self._session.read_only or self._session.note(self._session.current) is None:
            return
        if key == "answer":
            self._list.open_note(self._session.current, "reply")
            return
        several = self._list.chosen
        self._session.edit_many(several if len(several) > 1 else [self._session.current], review=Review.APPROVED)
        self.step(1)

    def _answered(self) -> None:
        """Go back from the answer to the list: the next key is one of the review again."""
        if self.on:
            self._list.close_note()
            self._list.setFocus()
