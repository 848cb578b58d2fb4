"""The left edge of a view of a bilingual pair: a bar at the aligned words, signs for the notes of the other text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QWidget

from documents.model import Span
from ui.icons import icon
from ui.look import Look
from ui.panels.policy_panel import PolicyPanel

__all__ = ["OtherNote", "PairMargin"]

_WIDTH, _BAR, _SIGN, _ICON, _LINE = 22, 3, 16, 12, 22
_MOST = 40


@dataclass(frozen=True, slots=True, order=True)
class OtherNote:
    """A note on the other text: where the words begin here that answer to its own."""

    place: int
    uid: str
    number: int
    title: str = ""


class PairMargin(QWidget):
    """Lies over the edge of a view; only its signs take the mouse."""

    note_wanted = Signal(str)

    def __init__(self, panel: PolicyPanel, look: Look) -> None:
        super().__init__(panel)
        self._panel, self._look = panel, look
        self._notes: list[OtherNote] = []
        self._aligned = Span(0, 0)
        self._bar = QRect()
        self._signs: list[QToolButton] = []
        panel.installEventFilter(self)
        self._fit()
        self.show()

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self._look = look
        for sign in self._signs:
            sign.setIcon(icon("chat-text", look.theme.accent, _ICON))
        self.update()

    def set_notes(self, notes: Sequence[OtherNote]) -> None:
        """Show where the other text has notes."""
        self._notes = sorted(notes)
        self.settle()

    def set_aligned(self, span: Span) -> None:
        """Mark the words that are aligned with where one is."""
        self._aligned = span
        self.settle()

    def settle(self) -> None:
        """Put bar and signs where their words stand now."""
        view, height = self._panel.view, self.height()
        top = view.height_in_view(self._aligned.start)
        bottom = view.height_in_view(max(self._aligned.start, self._aligned.end - 1)) + _LINE
        self._bar = QRect(2, max(top, 0), _BAR, max(min(bottom, height) - max(top, 0), 0))
        self._place_signs(view.reading_position())
        self.raise_()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the edge."""
        if watched is self._panel and event.type() == QEvent.Type.Resize:
            self._fit()
            self.settle()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar: a colour that is there in high contrast, too."""
        painter = QPainter(self)
        painter.fillRect(self._bar, QColor(self._look.theme.accent))
        painter.end()

    def _fit(self) -> None:
        self.setGeometry(0, 0, _WIDTH, self._panel.height())
        self.setMask(self.rect())

    def _place_signs(self, top: int) -> None:
        used, last = 0, -_SIGN
        for note in self._notes[bisect_left(self._notes, OtherNote(top, "", 0)) :][:_MOST]:
            y = self._panel.view.height_in_view(note.place)
            if y > self.height():
                break
            y = max(y, last + _SIGN)
            self._put(used, note, y)
            used, last = used + 1, y
        for sign in self._signs[used:]:
            sign.hide()

    def _put(self, number: int, note: OtherNote, y: int) -> None:
        while len(self._signs) <= number:
            self._signs.append(self._sign())
        sign = self._signs[number]
        sign.setProperty("note", note.uid)
        words = self.tr("Note {number} on the other language version: {title}").format(
            number=note.number, title=note.title or "…"
        )
        sign.setToolTip(words)
        sign.setAccessibleName(words)
        sign.move(_BAR, y)
        sign.show()

    def _sign(self) -> QToolButton:
        made = QToolButton(self)
        made.setFixedSize(_SIGN, _SIGN)
        made.setIconSize(QSize(_ICON, _ICON))
        made.setAutoRaise(True)
        made.setIcon(icon("chat-text", self._look.theme.accent, _ICON))
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.clicked.connect(lambda: self.note_wanted.emit(str(made.property("note"))))
        return made
