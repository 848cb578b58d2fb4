"""What the window has to say, in a sentence, above the work: it waits, it never blocks, and nothing is lost by it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui.icons import icon, pixmap
from ui.look import Look

__all__ = ["Message", "MessageBar"]


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence and what can be done about it. `key` says which message it replaces.

    `more`: what else belongs to it, folded away until it is asked for. `stays`: doing something about it leaves it
    standing. `closed` hears that it was waved away. `about`: the document it speaks of, and goes with.
    """

    key: str
    sentence: str
    actions: Sequence[tuple[str, Callable[[], object]]] = ()
    alert: bool = False
    more: tuple[Message, ...] = ()
    stays: bool = False
    closed: Callable[[], object] | None = None
    about: str = ""


class _Row(QWidget):
    """One sentence with its sign and what can be done about it; `act` does it."""

    def __init__(self, message: Message, look: Look, act: Callable[[Callable[[], object]], None]) -> None:
        super().__init__()
        sign = QLabel(self)
        name, colour = ("warning", look.theme.alert) if message.alert else ("info", look.theme.accent)
        sign.setPixmap(pixmap(name, colour, 16, self.devicePixelRatioF()))
        self.words = QLabel(message.sentence, self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.box = QHBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(8)
        self.box.addWidget(sign)
        self.box.addWidget(self.words, 1)
        for words, wish in message.actions:
            self.box.addWidget(_link(words, partial(act, wish), self))


class _Line(QFrame):
    def __init__(self, message: Message, look: Look, close: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "message")
        self._message, self._close = message, close
        self._theme = look.theme
        first = _Row(message, look, self._act)
        self.words = first.words
        self.rest = QWidget(self)
        self.rest.setVisible(False)
        rows = QVBoxLayout(self.rest)
        rows.setContentsMargins(0, 0, 32, 4)
        rows.setSpacing(4)
        for other in message.more:
            rows.addWidget(_Row(other, look, self._act))
        self.unfold = _link("", self._unfold, first)
        self.unfold.setVisible(bool(message.more))
        first.box.addWidget(self.unfold)
        first.box.addWidget(self._shut())
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 4, 8, 4)
        box.setSpacing(4)
        box.addWidget(first)
        box.addWidget(self.rest)
        self._say_how_many()

    def _shut(self) -> QToolButton:
        shut = QToolButton(self)
        shut.setIcon(icon("x", self._theme.second, 16))
        shut.setAccessibleName(self.tr("Close message"))
        shut.setToolTip(self.tr("Close message"))
        shut.clicked.connect(self._waved_away)
        return shut

    def _waved_away(self) -> None:
        self._close()
        if self._message.closed is not None:
            self._message.closed()

    def _act(self, wish: Callable[[], object]) -> None:
        if not self._message.stays:
            self._close()
        wish()

    def _unfold(self) -> None:
        self.rest.setVisible(self.rest.isHidden())
        self._say_how_many()

    def _say_how_many(self) -> None:
        folded = self.rest.isHidden()
        words = self.tr("{count} more").format(count=len(self._message.more)) if folded else self.tr("Show less")
        self.unfold.setText(words)
        self.unfold.setAccessibleName(words)
        self.unfold.setIcon(icon("caret-down" if folded else "caret-up", self._theme.accent, 16))


def _link(words: str, act: Callable[[], object], parent: QWidget) -> QPushButton:
    button = QPushButton(words, parent)
    button.setProperty("look", "link")
    button.setAccessibleName(words)
    button.clicked.connect(lambda _checked=False: act())
    return button


class MessageBar(QWidget):
    """Messages below one another, at most one of a key."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: dict[str, tuple[Message, _Line]] = {}
        self._again: dict[str, Callable[[], Message]] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self.hide()

    def say(self, said: Message | Callable[[], Message]) -> None:
        """Show a message; an older one of its key goes. One that can be made anew is, in another language."""
        message = said if isinstance(said, Message) else said()
        self.take_back(message.key)
        if not isinstance(said, Message):
            self._again[message.key] = said
        line = _Line(message, self._look, lambda: self.take_back(message.key), self)
        self._shown[message.key] = (message, line)
        self._box.addWidget(line)
        self.show()

    def take_back(self, key: str) -> None:
        """Remove a message, if it is there."""
        known = self._shown.pop(key, None)
        self._again.pop(key, None)
        if known is not None:
            self._box.removeWidget(known[1])
            known[1].hide()
            known[1].deleteLater()
        self.setVisible(bool(self._shown))

    def clear(self, *, keep: str = "") -> None:
        """Remove everything, but for the keys that begin with `keep`."""
        for key in list(self._shown):
            if not keep or not key.startswith(keep):
                self.take_back(key)

    def keep_about(self, documents: Collection[str]) -> None:
        """Remove what speaks of any other document than these."""
        for key, (message, _line) in list(self._shown.items()):
            if message.about and message.about not in documents:
                self.take_back(key)

    def retranslate(self) -> None:
        """Say everything that can be said anew, in the interface's language."""
        for key, (message, _line) in list(self._shown.items()):
            self.say(self._again.get(key, message))

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is being said."""
        return tuple(message.sentence for message, _line in self._shown.values())

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self._look = look
        self.retranslate()
