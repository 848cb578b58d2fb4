"""How a note stands in the list: a card, drawn; its height measured once for each state of the note."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotations.model import Note
from ui.look import Look
from ui.models.notes_model import NoteRole, NotesModel
from ui.panels.card_painter import CARD_GAP, CARD_WIDTH, MARGIN, CardState, card_height, paint_card
from ui.people import Sign

__all__ = ["CardDelegate"]


_NEAR = 40
"""Rows about one that is in sight whose cards are measured at once."""


class CardDelegate(QStyledItemDelegate):
    """Draws cards; the row of the open card only keeps room for the editor that lies over it."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._heights: dict[tuple[str, int, bool], tuple[Note, int]] = {}
        self._last: dict[str, int] = {}
        self._due: dict[str, Note] = {}
        self._near = range(0)
        self._otherwise = False
        self.current = ""
        self.chosen: frozenset[str] = frozenset()
        self.open = ""
        self.open_height = 0
        self.card_width = CARD_WIDTH
        self.sign_of: Callable[[Note, Look], Sign | None] = lambda _note, _look: None

    def set_look(self, look: Look) -> None:
        """Draw in other colours or another language."""
        self._look = look
        self._heights.clear()

    def forget(self) -> None:
        """Forget the cards of notes that are shown no more."""
        for known in (self._heights, self._last, self._due):
            known.clear()

    @property
    def due(self) -> bool:
        """Whether some cards stand by the height they had last, and are to be measured."""
        return bool(self._due)

    def measure_some(self, count: int) -> None:
        """Measure some of the cards that are due."""
        for uid in list(islice(self._due, count)):
            self._height(self._due.pop(uid))

    def take_other_heights(self) -> bool:
        """Whether any card was measured to be higher or lower than last since this was asked."""
        otherwise, self._otherwise = self._otherwise, False
        return otherwise

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the room a card needs, with the gap below it."""
        note = index.data(NoteRole)
        if not isinstance(note, Note):
            return QSize(self.card_width, 0)
        if note.uid == self.open:
            return QSize(self.card_width, self.open_height + CARD_GAP)
        far = index.row() not in self._near and note.uid != self.current and note.uid in self._last
        return QSize(self.card_width, (self._last_height(note) if far else self._height(note)) + CARD_GAP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the card of a row."""
        note = index.data(NoteRole)
        if not isinstance(note, Note) or note.uid == self.open:
            return
        self._near = range(index.row() - _NEAR, index.row() + _NEAR)
        model = index.model()
        address = model.address_of(note) if isinstance(model, NotesModel) else ""
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        place = self.card_rect(option.rect)
        chosen = note.uid in self.chosen and len(self.chosen) > 1
        state = CardState(address, note.uid == self.current, hovered, chosen, self.sign_of(note, self._look))
        paint_card(painter, place, note, self._look, state)

    def card_rect(self, row: QRect) -> QRect:
        """Return where the card lies within its row."""
        return QRect(row.left() + MARGIN, row.top(), self.card_width, row.height() - CARD_GAP)

    def _last_height(self, note: Note) -> int:
        """Return the height of a card nobody looks at; until it is measured again, the one it had."""
        known = self._heights.get(self._key(note))
        if known is not None and known[0] is note:
            return known[1]
        self._due[note.uid] = note
        return self._last[note.uid]

    def _key(self, note: Note) -> tuple[str, int, bool]:
        return note.uid, self.card_width, note.uid == self.current

    def _height(self, note: Note) -> int:
        key = self._key(note)
        known = self._heights.get(key)
        if known is not None and known[0] is note:
            return known[1]
        height = card_height(note, self._look, self.card_width, current=note.uid == self.current)
        self._heights[key] = (note, height)
        self._otherwise = self._otherwise or self._last.get(note.uid, height) != height
        self._last[note.uid] = height
        self._due.pop(note.uid, None)
        return height
