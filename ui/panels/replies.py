"""Answers to a note, one below the other, and a field for the next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from annotations.model import Note, Reply, Visibility
from annotations.own_words import is_theirs
from ui.icons import icon, pixmap
from ui.look import Look
from ui.panels.audience import AUDIENCE_ICONS, Audience, audience_label
from ui.panels.card_fields import GrowingText
from ui.session import Session

__all__ = ["Replies"]


class _Answer(QWidget):
    """One answer: who and when, the words, a button that takes it away."""

    delete_wanted = Signal(str)

    def __init__(self, reply: Reply, look: Look | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._reply = reply
        self._sign = QLabel(self)
        self._readers = QLabel(self)
        self._readers.setProperty("look", "second")
        self.delete = QToolButton(self)
        self.delete.setProperty("look", "small")
        self.delete.clicked.connect(lambda: self.delete_wanted.emit(reply.uid))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(self._head())
        box.addWidget(self._words())
        self.set_look(look)
        self.retranslate()

    def _head(self) -> QHBoxLayout:
        reply = self._reply
        said = QLabel(f"{reply.author} · {reply.created:%Y-%m-%d %H:%M}".removeprefix(" · "), self)
        said.setProperty("look", "second")
        said.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(said, 1)
        for widget in (self._sign, self._readers, self.delete):
            row.addWidget(widget)
        return row

    def _words(self) -> QLabel:
        words = QLabel(self._reply.text, self)
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return words

    def set_look(self, look: Look | None) -> None:
        if look is not None:
            self.delete.setIcon(icon("trash", look.theme.second, 16))
            sign = AUDIENCE_ICONS[self._reply.visibility]
            self._sign.setPixmap(pixmap(sign, look.theme.second, 14, self.devicePixelRatioF()))

    def retranslate(self) -> None:
        self._readers.setText(audience_label(self._reply.visibility))
        self.delete.setToolTip(self.tr("Delete reply"))
        self.delete.setAccessibleName(self.tr("Delete reply by {author}").format(author=self._reply.author))


class Replies(QWidget):
    """Shows what was answered and who may read it.

    The field for a new answer comes with `More`; on a note that has answers, or came from somebody else, it is there.
    """

    answered = Signal()
    rebuilt = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._look: Look | None = None
        self._uid = ""
        self._note: Note | None = None
        self._more = False
        self._last: dict[str, Visibility] = {}
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
        self.audience = Audience(self)
        self.audience.chosen.connect(self._choose)
        self._hint = QLabel(self)
        self._hint.setProperty("look", "second")
        self._hint.setWordWrap(True)
        self._lay_out()

    def show_note(self, note: Note) -> None:
        """Show the answers to a note."""
        if note.uid != self._uid:
            self.field.set_words("")
            self.audience.show_value(self._usual(note))
        self._uid, self._note = note.uid, note
        if note.replies != self._shown:
            self._shown = note.replies
            self._rebuild()
        self._refresh()

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [*(answer.delete for answer in self._answers), self.field, *self.audience.buttons.values(), self.send]

    def set_open(self, *, wanted: bool) -> None:
        """Offer to answer, or not."""
        self._more = wanted
        self._refresh()

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self._look = look
        self.audience.set_look(look)
        for answer in self._answers:
            answer.set_look(look)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._label.setText(self.tr("Replies"))
        self.field.setAccessibleName(self.tr("Reply"))
        self.field.setPlaceholderText(self.tr("Reply; Ctrl+Enter sends it"))
        self.send.setText(self.tr("Reply"))
        self.send.setAccessibleName(self.tr("Send reply"))
        self.audience.retranslate()
        self._say_hint()
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
        offered = self._note is not None and (bool(self._shown) or is_theirs(self._note))
        asked = self._more or offered
        for widget in (self.field, self.send, self.audience):
            widget.setVisible(asked)
        self._label.setVisible(asked)
        self.setVisible(asked)
        self._say_hint()

    def _usual(self, note: Note) -> Visibility | None:
        """Return who read the last answer from here; on a comment of somebody else that is asked once."""
        mine = [reply.visibility for reply in note.replies if reply.author == self._session.reviewer.name]
        usual = self._last.get(note.uid, mine[-1] if mine else None)
        return usual or (None if is_theirs(note) else Visibility.INTERNAL)

    def _choose(self, value: Visibility) -> None:
        self._last[self._uid] = value
        self._say_hint()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_hint(self, *, ask: bool = False) -> None:
        """Say what is still to be chosen, or what keeps an answer from going out."""
        inside = self._note is not None and self._note.visibility is Visibility.INTERNAL
        words = ""
        if ask:
            words = self.tr("Who may read this answer? Choose, then send it.")
        elif self.audience.value is Visibility.CLIENT and inside:
            words = self.tr("The note itself is internal: no answer to it goes out until it is for the client.")
        self._hint.setText(words)
        self._hint.setVisible(bool(words) and not self.field.isHidden())

    def _reply(self) -> None:
        text, readers = self.field.toPlainText(), self.audience.value
        if text.strip() and readers is None:
            self._say_hint(ask=True)
            self.audience.buttons[Visibility.INTERNAL].setFocus(Qt.FocusReason.OtherFocusReason)
        elif text.strip() and readers is not None and self._session.reply(self._uid, text, readers):
            self._last[self._uid] = readers
            self.field.set_words("")
            self.answered.emit()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.audience)
        row.addStretch(1)
        row.addWidget(self.send)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.setSpacing(2)
        box.addWidget(self._label)
        box.addLayout(self._list)
        box.addWidget(self.field)
        box.addSpacing(4)
        box.addLayout(row)
        box.addWidget(self._hint)


def _sends(event: QKeyEvent) -> bool:
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
