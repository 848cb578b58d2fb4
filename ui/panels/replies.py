"""Answers to a note, one below the other, and a field for the next."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotations.model import Note
from ui.panels.card_fields import GrowingText
from ui.session import Session

__all__ = ["Replies"]


class Replies(QWidget):
    """Shows what was answered; the field for a new answer comes with `More`."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._uid = ""
        self._shown: list[QLabel] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self._label = QLabel(self)
        self._label.setProperty("look", "second")
        self.field = GrowingText(1, 8, self)
        self.send = QPushButton(self)
        self.send.clicked.connect(self._reply)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self.send, 0, Qt.AlignmentFlag.AlignBottom)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.setSpacing(2)
        box.addWidget(self._label)
        box.addLayout(self._list)
        box.addLayout(row)

    def show_note(self, note: Note) -> None:
        """Show the answers to a note."""
        self._uid = note.uid
        for label in self._shown:
            self._list.removeWidget(label)
            label.deleteLater()
        self._shown = [self._line(reply.author, self._when(reply.created), reply.text) for reply in note.replies]
        for label in self._shown:
            self._list.addWidget(label)
        self._refresh()

    def set_open(self, *, wanted: bool) -> None:
        """Offer to answer, or not."""
        self.field.setVisible(wanted)
        self.send.setVisible(wanted)
        self._refresh()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._label.setText(self.tr("Replies"))
        self.field.setAccessibleName(self.tr("Reply"))
        self.send.setText(self.tr("Reply"))
        self.send.setAccessibleName(self.tr("Send reply"))

    def _refresh(self) -> None:
        asked = not self.field.isHidden()
        self._label.setVisible(asked or bool(self._shown))
        self.setVisible(asked or bool(self._shown))

    def _reply(self) -> None:
        text = self.field.toPlainText()
        self.field.set_words("")
        self._session.reply(self._uid, text)

    def _line(self, author: str, when: str, text: str) -> QLabel:
        label = QLabel(f"{author} · {when}\n{text}", self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _when(self, moment: datetime) -> str:
        return f"{moment:%Y-%m-%d %H:%M}"
