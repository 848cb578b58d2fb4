"""The question before words are given up that could not be saved: they are shown, copied, tried again, or let go."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from ui.dialog import Dialog
from ui.dialogs.foot_row import foot_row
from ui.panels.note_fields import field_label
from ui.session import Session

__all__ = ["UnsavedQuestion", "unsaved_words"]

_WIDTH = 460
_ROOM = 140


def unsaved_words(session: Session) -> str:
    """Return all that waits to be saved, each text under the note and the field it belongs to."""
    parts = []
    for (uid, field), words in session.unsaved.items():
        note = session.note_anywhere(uid)
        number = "" if note is None else f"#{note.number} "
        parts.append(f"{number}{field_label(field)}\n{words.text}")
    return "\n\n".join(parts)


class UnsavedQuestion(Dialog):
    """Accepted when nothing waits any more, because it was kept at last or is given up."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(self.tr("Not saved yet"))
        self.setMinimumWidth(_WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.sentence = QLabel(self.tr("The disk has not taken these words. They are lost if you leave now."), self)
        self.words = QPlainTextEdit(unsaved_words(session), self)
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setMaximumHeight(_ROOM)
        self.words.setAccessibleName(self.tr("Words that are not saved"))
        self.copy = QPushButton(self.tr("Copy my words"), self)
        self.again = QPushButton(self.tr("Try again"), self)
        self.give_up = QPushButton(self.tr("Leave without them"), self)
        self.stay = QPushButton(self.tr("Stay"), self)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.words.toPlainText()))
        self.again.clicked.connect(session.keep_unsaved)
        self.give_up.clicked.connect(session.give_up)
        session.unsaved_changed.connect(self._kept)
        self._lay_out()
        self.stay.setDefault(True)
        self.stay.setFocus(Qt.FocusReason.OtherFocusReason)

    def _kept(self, sentence: str) -> None:
        if not sentence:
            self._session.unsaved_changed.disconnect(self._kept)
            self.accept()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        for button in (self.copy, self.again):
            button.setAccessibleName(button.text())
            button.setMinimumHeight(32)
            foot.addWidget(button)
        ends = foot_row(self, self.give_up, self.stay)
        self.give_up.clicked.disconnect(self.accept)
        foot.addLayout(ends, 1)
        self.sentence.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 16)
        box.setSpacing(12)
        for widget in (self.sentence, self.words):
            box.addWidget(widget)
        box.addLayout(foot)
