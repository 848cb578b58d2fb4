"""What the window has to say, in a sentence, above the work: it waits, it never blocks, and nothing is lost by it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui.icons import icon, pixmap
from ui.look import Look

__all__ = ["Message", "MessageBar"]


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence and what can be done about it. `key` says which message it replaces."""

    key: str
    sentence: str
    actions: Sequence[tuple[str, Callable[[], object]]] = ()
    alert: bool = False


class _Line(QFrame):
    def __init__(self, message: Message, look: Look, close: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "message")
        theme = look.theme
        sign = QLabel(self)
        name, colour = ("warning", theme.alert) if message.alert else ("info", theme.accent)
        sign.setPixmap(pixmap(name, colour, 16, self.devicePixelRatioF()))
        self.words = QLabel(message.sentence, self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(sign)
        row.addWidget(self.words, 1)
        for words, act in message.actions:
            row.addWidget(self._button(words, act, close))
        shut = QToolButton(self)
        shut.setIcon(icon("x", theme.second, 16))
        shut.setAccessibleName(self.tr("Close message"))
        shut.setToolTip(self.tr("Close message"))
        shut.clicked.connect(close)
        row.addWidget(shut)

    def _button(self, words: str, act: Callable[[], object], close: Callable[[], None]) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("look", "link")
        button.setAccessibleName(words)

        def pressed() -> None:
            close()
            act()

        button.clicked.connect(pressed)
        return button


class MessageBar(QWidget):
    """Messages below one another, at most one of a key."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: dict[str, tuple[Message, _Line]] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self.hide()

    def say(self, message: Message) -> None:
        """Show a message; an older one of its key goes."""
        self.take_back(message.key)
        line = _Line(message, self._look, lambda: self.take_back(message.key), self)
        self._shown[message.key] = (message, line)
        self._box.addWidget(line)
        self.show()

    def take_back(self, key: str) -> None:
        """Remove a message, if it is there."""
        known = self._shown.pop(key, None)
        if known is not None:
            self._box.removeWidget(known[1])
            known[1].hide()
            known[1].deleteLater()
        self.setVisible(bool(self._shown))

    def clear(self) -> None:
        """Remove everything."""
        for key in list(self._shown):
            self.take_back(key)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is being said."""
        return tuple(message.sentence for message, _line in self._shown.values())

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self._look = look
        for message, _line in list(self._shown.values()):
            self.say(message)
