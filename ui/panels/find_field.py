"""The find field in the bar: hits are counted as one types, Return goes on, Shift+Return goes back.

Ctrl with 1 to 5 puts a note on the hit looked at; Esc goes to the text with that hit selected. How exactly to look
stands in a menu at its left end, and under Alt with a letter while the field has the keys.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QSizePolicy, QWidget

from annotations.model import Severity
from ui.finder import Ways
from ui.icons import icon
from ui.look import Look
from ui.yielding_line import YieldingLine

__all__ = ["FindField"]

_PAUSE = 120
_WIDTH, _LEAST = 240, 72
"""Pixels: as wide as it likes to be, and as narrow as it lets itself be made."""
_JUDGING = dict(zip((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5), Severity, strict=True))
_KEYS = {"case": "Alt+C", "width": "Alt+L", "whole_words": "Alt+W", "pattern": "Alt+R"}


class FindField(YieldingLine):
    """Asks; the answer comes back through `show_count`."""

    words_changed = Signal(str)
    ways_changed = Signal(object)
    next_wanted = Signal(str, int)
    mark_wanted = Signal(Severity)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.ways = Ways()
        self.menu = QMenu(self)
        self._choices = {name: self._choice(name, key) for name, key in _KEYS.items()}
        self._open = self.addAction(icon("text-aa", look.theme.second), QLineEdit.ActionPosition.LeadingPosition)
        self._open.triggered.connect(self._show_menu)
        self._widen()
        self.setProperty("look", "find")
        self._count = QLabel(self)
        self._count.setProperty("look", "hint")
        self._count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(lambda: self.words_changed.emit(self.text()))
        self.textChanged.connect(self._changed)

    def set_look(self, look: Look) -> None:
        """Draw the sign in other colours; in the accent where words are looked for exactly."""
        self._look = look
        self._widen()
        colour = look.theme.second if self.ways == Ways() else look.theme.accent
        self._open.setIcon(icon("text-aa", colour, look.px(20)))

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        names = {
            "case": self.tr("Match case"),
            "width": self.tr("Match full and half width"),
            "whole_words": self.tr("Whole words"),
            "pattern": self.tr("Regular expression"),
        }
        for name, action in self._choices.items():
            action.setText(names[name])
        self._open.setText(self.tr("How to look"))
        self._open.setToolTip(self.tr("How to look: case, width, whole words, regular expression"))
        self.menu.setAccessibleName(self.tr("How to look"))
        key = QKeySequence(QKeySequence.StandardKey.Find).toString(QKeySequence.SequenceFormat.NativeText)
        self.setPlaceholderText(self.tr("Find words or a clause") + f"  {key}")
        self.setAccessibleName(self.tr("Find words or a clause"))
        self.setToolTip(
            self.tr("Find in this document ({key}); Return for the next, Shift+Return for the previous").format(key=key)
        )

    def show_count(self, words: str) -> None:
        """Show how many there are: "3 of 12"."""
        self._count.setText(words)
        self._count.adjustSize()
        self.setTextMargins(0, 0, self._count.width() + 8 if words else 0, 0)
        self._place()

    def catch_up(self) -> None:
        """Look at once for words that wait for the next letter."""
        if self._pause.isActive():
            self._pause.stop()
            self.words_changed.emit(self.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the count at the right end."""
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl with a digit from the command of the window: here it is about the hit."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _judged(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the hits, mark the one looked at, or go back to the text with it selected."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._pause.stop()
            self.next_wanted.emit(self.text(), -1 if back else 1)
        elif (severity := _judged(event)) is not None:
            self.catch_up()
            self.mark_wanted.emit(severity)
        elif event.key() == Qt.Key.Key_Escape:
            self.catch_up()
            self.left.emit()
            self.clear()
            self._pause.stop()
            self.words_changed.emit("")
        else:
            super().keyPressEvent(event)

    def _choice(self, name: str, key: str) -> QAction:
        action = self.menu.addAction("")
        action.setCheckable(True)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.toggled.connect(lambda on: self._choose(name, on=on))
        self.addAction(action)
        return action

    def _choose(self, name: str, *, on: bool) -> None:
        self.ways = replace(self.ways, **{name: on})
        self.set_look(self._look)
        self.ways_changed.emit(self.ways)

    def _show_menu(self) -> None:
        self.menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _changed(self, text: str) -> None:
        if not text:
            self.show_count("")
        self._pause.start()

    def _widen(self) -> None:
        """Grow with the letters, and give way where the bar is narrow."""
        self.setMaximumWidth(self._look.px(_WIDTH))
        self.setMinimumWidth(self._look.px(_LEAST))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for the usual width."""
        return QSize(self._look.px(_WIDTH), super().sizeHint().height())

    def _place(self) -> None:
        self._count.move(self.width() - self._count.width() - 10, (self.height() - self._count.height()) // 2)


def _judged(event: QKeyEvent) -> Severity | None:
    """Return the severity a key with Ctrl stands for."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return _JUDGING.get(Qt.Key(event.key())) if held == Qt.KeyboardModifier.ControlModifier else None
