"""The signs of reviewers: initials in a colour of their own, on every note that somebody else wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap

from annotations.model import Note
from ui.look import Look
from ui.reviewers import reviewer_named
from ui.theme import Theme

__all__ = ["PERSON_COLOURS", "People", "Sign", "paint_sign", "sign_pixmap", "sign_width"]

PERSON_COLOURS = {
    "light": ("5B3FA0", "00646F", "8A3B6E", "4A6613", "7A4A1E", "2F5D8C"),
    "sepia": ("55399A", "00606B", "83366A", "44600F", "74441A", "2A5784"),
    "dark": ("C3B1F5", "7FD0D6", "F0A6D0", "BFD98A", "E0B48A", "9CC4F0"),
}
"""Grounds of the signs; what is written on them is white, on a dark page black. None is a colour of a severity."""

_PAD = 5
_MOST = 4


@dataclass(frozen=True, slots=True)
class Sign:
    """Initials, the ground they stand on and their own colour, and whose they are."""

    letters: str
    ground: str
    on: str
    name: str


class People:
    """Gives each reviewer the same colour for as long as the notes are the same; whoever is at the keys has none."""

    def __init__(self, me: Callable[[], str]) -> None:
        self._me = me
        self._initials: dict[str, str] = {}

    def know(self, notes: Iterable[Note]) -> None:
        """Learn who wrote notes and answers, in the order of the notes' numbers."""
        self._initials = {}
        for note in sorted(notes, key=lambda note: note.number):
            self._learn(note.author, note.initials)
            for reply in note.replies:
                self._learn(reply.author, reply.initials)

    def other(self, note: Note) -> str:
        """Return who wrote a note, empty for whoever is at the keys."""
        return "" if note.author == self._me() else note.author

    def sign_of(self, note: Note, look: Look) -> Sign | None:
        """Return the sign that a note bears."""
        self._learn(note.author, note.initials)
        return self.sign(note.author, look.theme)

    def sign(self, name: str, theme: Theme) -> Sign | None:
        """Return the sign of a reviewer; none for whoever is at the keys, or nobody."""
        if not name or name == self._me():
            return None
        self._learn(name, "")
        letters = (self._initials[name] or reviewer_named(name).initials)[:_MOST]
        if theme.high_contrast:
            return Sign(letters, theme.card, theme.text, name)
        colours, place = PERSON_COLOURS[theme.name], list(self._initials).index(name)
        return Sign(letters, f"#{colours[place % len(colours)]}", "#14161A" if theme.dark else "#FFFFFF", name)

    def _learn(self, name: str, initials: str) -> None:
        if name:
            self._initials[name] = self._initials.get(name) or initials


def sign_width(sign: Sign, look: Look) -> int:
    """Return how wide a sign is."""
    return round(QFontMetricsF(look.font(12, strong=True)).horizontalAdvance(sign.letters)) + 2 * _PAD


def paint_sign(painter: QPainter, at: QPointF, sign: Sign, look: Look) -> int:
    """Draw a sign as high as a line of small words; return how wide it is."""
    width, high = sign_width(sign, look), look.px(16)
    box = QRectF(at.x(), at.y(), width, high)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(sign.on), 1) if look.theme.high_contrast else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(sign.ground))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(QColor(sign.on))
    painter.setFont(look.font(12, strong=True))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), sign.letters)
    painter.restore()
    return width


def sign_pixmap(sign: Sign, look: Look, ratio: float) -> QPixmap:
    """Return a sign as a picture, for labels and lists."""
    width, high = sign_width(sign, look), look.px(16)
    picture = QPixmap(round(width * ratio), round(high * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_sign(painter, QPointF(0, 0), sign, look)
    painter.end()
    return picture
