"""Two views of a bilingual pair that scroll together: whichever is worked in leads, the other follows by clauses."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from documents.bilingual.model import Bilingual, Side
from documents.model import Span
from ui.panels.policy_panel import PolicyPanel
from ui.risk_strip import RiskStrip

__all__ = ["Coupling", "place_across"]

_LEADING = (QEvent.Type.Wheel, QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress)


def place_across(pair: Bilingual, position: int, side: Side) -> int:
    """Return the place on the other side that answers to a position, as far into its passage as here."""
    number = pair.bead_at(position, side)
    if number < 0:
        return 0
    here, there = (pair.span_of(pair.beads[number], one) for one in (side, side.other))
    inside = min(max(position - here.start, 0), len(here))
    return there.start + (inside * len(there)) // max(len(here), 1)


class Coupling(QObject):
    """Lives as long as the pair is shown; `moved` tells that one of the two scrolled, whichever."""

    moved = Signal()

    def __init__(self, pair: Bilingual, panels: dict[Side, PolicyPanel], parent: QObject) -> None:
        super().__init__(parent)
        self._pair, self._panels = pair, panels
        self._leader = Side.LEFT
        self._following = False
        self._watched: dict[QObject, Side] = {}
        for side, panel in panels.items():
            for part in (panel, *panel.findChildren(QWidget)):
                self._watched[part] = side
                part.installEventFilter(self)
            for bar in panel.findChildren(RiskStrip):
                bar.valueChanged.connect(lambda _value, side=side: self._scrolled(side))

    def lead(self, side: Side) -> None:
        """Let one of the two lead, and the other follow at once."""
        self._leader = side
        self._scrolled(side)

    def pause(self) -> None:
        """Let neither follow the other, until it goes on."""
        self._following = True

    def go_on(self) -> None:
        """Let the two follow each other again."""
        self._following = False
        self.moved.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice in which of the two views somebody works."""
        if event.type() in _LEADING and watched in self._watched:
            self._leader = self._watched[watched]
        return False

    def aligned(self, side: Side) -> Span:
        """Return the words on a side that are aligned with where one is in the leading view."""
        view = self._panels[self._leader].view
        place = view.place()
        position = place if view.shows(Span(place, place)) else view.reading_position()
        number = max(self._pair.bead_at(position, self._leader), 0)
        return self._pair.span_of(self._pair.beads[number], side) if self._pair.beads else Span(0, 0)

    def stop(self) -> None:
        """Let go of both views."""
        for part in self._watched:
            part.removeEventFilter(self)
        self._watched.clear()
        self._following = True
        self.deleteLater()

    def _scrolled(self, side: Side) -> None:
        if self._following:
            return
        if side is self._leader:
            self._following = True
            here, there = self._panels[side].view, self._panels[side.other].view
            there.restore(place_across(self._pair, here.reading_position(), side))
            self._following = False
        self.moved.emit()
