"""Answers to a note, one below the other, and a field for the next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from annotations.model import Note, Reply
from ui.icons import icon
from ui.look import Look
from ui.panels.card_fields import GrowingText
from ui.session import Session

__all__ = ["Replies"]


class _Answer(QWidget):
    """One answer: who and when, the words, a button that takes it away."""

    delete_wanted = Signal(str)

    def __init__(self, reply: Reply, look: Look | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._reply = reply
        head = QLabel(f"{reply.author} · {reply.created:%Y-%m-%d %H:%M}".removeprefix(" · "), self)
        head.setProperty("look", "second")
        words = QLabel(reply.text, self)
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.delete = QToolButton(self)
        self.delete.setProperty("look", "small")
        self.delete.clicked.connect(lambda: self.delete_wanted.emit(reply.uid))
        row = QHBoxLayout()
        row.addWidget(head)
        row.addStretch(1)
        row.addWidget(self.delete)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(row)
        box.addWidget(words)
        self.set_look(look)
        self.retranslate()

    def set_look(self, look: Look | None) -> None:
        if look is not None:
            self.delete.setIcon(icon("trash", look.theme.second, 16))

    def retranslate(self) -> None:
        self.delete.setToolTip(self.tr("Delete reply"))
        self.delete.setAccessibleName(self.tr("Delete reply by {author}").format(author=self._reply.author))


class Replies(QWidget):
    """Shows what was answered; the field for a new answer comes with `More`."""

    answered = Signal()
    rebuilt = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._look: Look | None = None
        self._uid = ""
        self._shown: tuple[Reply, ...] = ()
        self._answers: list[_Answer] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self._label = QLabel(self)
        self._label.setProperty("look", "second")
        self.field = GrowingText(1, 8, self)
        self.field.installEventFilter(self)
        self.send = QPushButton(self)
        self.send.clicked.connect(self._reply)
        self._lay_out()

    def show_note(self, note: Note) -> None:
        """Show the answers to a note."""
        if note.uid != self._uid:
            self.field.set_words("")
        self._uid = note.uid
        if note.replies != self._shown:
            self._shown = note.replies
            self._rebuild()
        self._refresh()

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [*(answer.delete for answer in self._answers), self.field, self.send]

    def set_open(self, *, wanted: bool) -> None:
        """Offer to answer, or not."""
        self.field.setVisible(wanted)
        self.send.setVisible(wanted)
        self._refresh()

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self._look = look
        for answer in self._answers:
            answer.set_look(look)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._label.setText(self.tr("Replies"))
        self.field.setAccessibleName(self.tr("Reply"))
        self.field.setPlaceholderText(self.tr("Reply; Ctrl+Enter sends it"))
        self.send.setText(self.tr("Reply"))
        self.send.setAccessibleName(self.tr("Send reply"))
        for answer in self._answers:
            answer.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Send on Ctrl+Enter."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _sends(event):
            self._reply()
            return True
        return super().eventFilter(watched, event)

    def _rebuild(self) -> None:
        for answer in self._answers:
            self._list.removeWidget(answer)
            answer.hide()
            answer.deleteLater()
        self._answers = [_Answer(reply, self._look, self) for reply in self._shown]
        for answer in self._answers:
            answer.delete_wanted.connect(lambda uid: self._session.delete_reply(self._uid, uid))
            self._list.addWidget(answer)
        self.rebuilt.emit()

    def _refresh(self) -> None:
        asked = not self.field.isHidden()
        self._label.setVisible(asked or bool(self._shown))
        self.setVisible(asked or bool(self._shown))

    def _reply(self) -> None:
        text = self.field.toPlainText()
        if text.strip() and self._session.reply(self._uid, text):
            self.field.set_words("")
            self.answered.emit()

    def _lay_out(self) -> None:
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


def _sends(event: QKeyEvent) -> bool:
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
