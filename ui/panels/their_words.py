"""What somebody else said in the comment that a note came as: a quotation with a name, which nobody here can change."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotations.model import Note
from ui.look import Look
from ui.panels.card_fields import GrowingText

__all__ = ["TheirWords"]


class TheirWords(QWidget):
    """A line of who and when, the words beside a rule; hidden on a note of our own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note: Note | None = None
        self.head = QLabel(self)
        self.head.setProperty("look", "second")
        self.head.setWordWrap(True)
        self.words = GrowingText(1, 12, self)
        self.words.setReadOnly(True)
        self.words.setProperty("look", "guide")
        self._rule = QFrame(self)
        self._rule.setFixedWidth(2)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._rule)
        row.addWidget(self.words, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 7, 0, 0)
        box.setSpacing(2)
        box.addWidget(self.head)
        box.addLayout(row)
        self.hide()

    def show_words(self, note: Note, words: str) -> None:
        """Show what the author of a comment said; nothing of a note without such words."""
        self._note = note
        self.words.set_words(words)
        self.setVisible(bool(words))
        self.retranslate()

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self._rule.setStyleSheet(f"background: {look.theme.edge}")

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        if self._note is not None:
            said = self.tr("{author} wrote in the file, {day}:")
            self.head.setText(said.format(author=self._note.author, day=f"{self._note.created:%Y-%m-%d}"))
            self.words.setAccessibleName(self.tr("Words of {author}").format(author=self._note.author))
