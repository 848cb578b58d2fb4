"""A long policy is set in two goes: its first screens at once, the whole of it while they are read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from documents.model import PolicyDocument
from ui.page_style import PageStyle
from ui.policy_page import Page, PageSetter, set_page

__all__ = ["LONG", "PageLoading", "far_in"]

LONG = 150_000  # characters; shorter policies are set whole, in less time than anyone notices
_FIRST = 24_000  # three screens of small Latin letters on the tallest of displays
_NEAR_END = 8_000  # one such screen
_SLICE = 0.008  # seconds of work between which the window answers
_PAUSE = 15  # milliseconds before the first slice, so that the first screens are painted, and between two


class PageLoading(QObject):
    """Gives the page to show first, and says when the whole is there if that one was not."""

    page_built = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._setter: PageSetter | None = None
        self._steps: Iterator[None] = iter(())
        self._reach = 0
        self.delivering = False
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._work)

    def start(self, policy: PolicyDocument, style: PageStyle) -> Page:
        """Return the page to show now. What was under way is given up."""
        self.stop()
        count = _first_blocks(policy)
        if count == len(policy.blocks):
            return set_page(policy, style)
        self._reach = policy.blocks[count - 1].span.end
        self._setter = PageSetter(policy, style)
        self._steps = self._setter.steps()
        self._timer.start()
        return PageSetter(policy, style, count).page()

    def stop(self) -> None:
        """Give up what is under way."""
        self._timer.stop()
        self._setter, self._steps = None, iter(())

    @property
    def under_way(self) -> bool:
        """Whether only the first screens are there."""
        return self._setter is not None

    def holds(self, point: int) -> bool:
        """Whether the page that is shown holds a code point."""
        return self._setter is None or point <= self._reach

    def reach(self, point: int) -> None:
        """See to it that the page that is shown holds a code point."""
        if not self.holds(point):
            self.finish()

    def reach_screen_at(self, point: int) -> None:
        """See to it that it holds a code point and a screen behind it."""
        self.reach(point + _NEAR_END)

    def finish(self) -> None:
        """Set the rest at once."""
        for _ in self._steps:
            pass
        self._deliver()

    def reach_screen_soon(self, point: int) -> None:
        """See to it as soon as what is being done now has been done."""
        if not self.holds(point + _NEAR_END):
            QTimer.singleShot(0, self, self.finish)

    def _work(self) -> None:
        until = perf_counter() + _SLICE
        for _ in self._steps:
            if perf_counter() >= until:
                return
        if perf_counter() < until - _SLICE / 2:  # else next time: showing it takes a slice of its own
            self._deliver()

    def _deliver(self) -> None:
        setter = self._setter
        if setter is not None:
            self.stop()
            self.delivering = True
            self.page_built.emit(setter.result())
            self.delivering = False


def far_in(policy: PolicyDocument, point: int) -> bool:
    """Whether a place lies behind a long policy's first screens: all of it is to be set to come there."""
    return len(policy.text) > LONG and point + _NEAR_END > _FIRST


def _first_blocks(policy: PolicyDocument) -> int:
    """Return how many blocks the first page takes. A table is never cut: its columns would shift later on."""
    blocks = policy.blocks
    if len(policy.text) <= LONG:
        return len(blocks)
    count = max(bisect_left(blocks, _FIRST, key=lambda block: block.span.start), 1)
    while count < len(blocks) and blocks[count].cell is not None:
        count += 1
    return min(count, len(blocks))
