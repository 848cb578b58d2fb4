"""Keeps the window answering while Qt lays out a long page."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QTextDocument

__all__ = ["LayoutPace", "reaches"]

_LONG = 50_000  # characters; a shorter page is laid out before steps grow large
_STEP = 8_000
_SLICE = 0.008


class LayoutPace(QObject):
    """Takes the place of Qt's steps, which grow to 200,000 characters: 60 ms on a fast machine, with PySide6 6.11."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._document: QTextDocument | None = None
        self._at = 0
        self._held = False

    def hold(self, *, held: bool) -> None:
        """Lay out no more for the time being, or go on."""
        self._held = held

    def watch(self, document: QTextDocument) -> None:
        """Lay out a document that has just been shown."""
        self._document, self._at, self._held = None, 0, False
        if document.characterCount() > _LONG:
            self._document = document
            document.documentLayout().installEventFilter(self)

    def eventFilter(self, _layout: QObject, event: QEvent) -> bool:
        """Do a small step when Qt's timer asks for a large one."""
        document = self._document
        if document is None or event.type() is not QEvent.Type.Timer:
            return False
        if not self._held:
            self._step(document)
        return True

    def _step(self, document: QTextDocument) -> None:
        layout, until = document.documentLayout(), perf_counter() + _SLICE
        last = document.characterCount() - 1
        while self._at < last:
            self._at = min(self._at + _STEP, last)
            layout.blockBoundingRect(document.findBlock(self._at))  # lays out as far as that
            if perf_counter() >= until:
                return
        self._document = None  # the rest is Qt's: telling the scroll bar how high the page is


def reaches(document: QTextDocument, height: float) -> bool:
    """Lay a document out as far as a height; whether it is as high as that.

    By position and not by hit-testing, which doubles Qt's step each time and leaves it at 200,000 characters.
    """
    layout, last = document.documentLayout(), document.characterCount() - 1
    for position in range(0, last + _STEP, _STEP):
        box = layout.blockBoundingRect(document.findBlock(min(position, last)))
        if box.bottom() >= height:
            return True
    return False
