"""The bar of the partner's review: how far it is, and its four keys as buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from annotations.model import Note
from ui.icons import icon
from ui.look import Look
from ui.models.review_round import tally

__all__ = ["ReviewBar"]


class ReviewBar(QWidget):
    """Tells which key's button was pressed; knows nothing of what it does."""

    step_wanted = Signal(int)
    key_wanted = Signal(str)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = QLabel(self)
        self.state.setProperty("look", "head")
        self.close_button = QToolButton(self)
        self.close_button.clicked.connect(self.left)
        self.only_waiting = QCheckBox(self)
        self.approve = self._button(lambda: self.key_wanted.emit("approve"))
        self.answer = self._button(lambda: self.key_wanted.emit("answer"))
        self.previous = self._button(lambda: self.step_wanted.emit(-1))
        self.next = self._button(lambda: self.step_wanted.emit(1))
        self._lay_out()
        self.set_look(look)

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Say how far the review is."""
        count = tally(notes)
        words = self.tr("Review · {approved} of {total} approved · {waiting} wait")
        self.state.setText(words.format(approved=count.approved, total=len(notes), waiting=count.waiting))

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self.only_waiting, self.approve, self.answer, self.previous, self.next, self.close_button]

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self.close_button.setIcon(icon("x", look.theme.second, 16))
        self.approve.setIcon(icon("check-circle", look.theme.second, 16))

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        named = (
            (self.approve, self.tr("Approve"), "A"),
            (self.answer, self.tr("Reply"), "R"),
            (self.previous, self.tr("Back"), "K"),
            (self.next, self.tr("Next"), "J"),
        )
        for button, words, key in named:
            button.setText(f"{words} {key}")
            button.setAccessibleName(words)
            button.setToolTip(f"{words} ({key})")
        self.only_waiting.setText(self.tr("Only notes that wait for review"))
        self.close_button.setToolTip(self.tr("End the review"))
        self.close_button.setAccessibleName(self.tr("End the review"))

    def _button(self, pressed: object) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("look", "compact")
        button.clicked.connect(pressed)
        return button

    def _lay_out(self) -> None:
        head, keys = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.state)
        head.addStretch(1)
        head.addWidget(self.close_button)
        keys.setSpacing(4)
        for button in (self.approve, self.answer, self.previous, self.next):
            keys.addWidget(button)
        keys.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 0, 8, 8)
        head.setContentsMargins(4, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(head)
        box.addWidget(self.only_waiting)
        box.addLayout(keys)
