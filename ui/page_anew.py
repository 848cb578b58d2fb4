"""A long page in another style: a picture of what is in view at once, the page itself in slices behind it."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPixmap, QWheelEvent
from PySide6.QtWidgets import QLabel, QWidget

from documents.model import PolicyDocument
from ui.page_style import PageStyle
from ui.policy_page import PageSetter
from ui.policy_text import PolicyText

__all__ = ["PageAnew"]

_STEP = 8_000  # characters laid out between two looks at the clock
_SCREEN = 10_000  # characters behind the place that are in view too
_SLICE = 0.008  # seconds of work between which the window answers
_PAUSE = 15  # milliseconds between two slices


class PageAnew(QLabel):
    """Lies over the text while its page is set anew. Whoever reaches into the text gets the page at once."""

    built = Signal(object)
    """The whole page; its owner shows it, still covered."""
    arrived = Signal()
    """It is laid out as far as the place, and can be seen."""

    def __init__(self, text: PolicyText, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = text
        self._setter: PageSetter | None = None
        self._steps: Iterator[None] = iter(())
        self._laid, self._wanted = 0, -1
        self.place = 0
        self._timer = QTimer(self, interval=_PAUSE)
        self._timer.timeout.connect(self._work)
        self.hide()

    @property
    def under_way(self) -> bool:
        """Whether what is seen is a picture."""
        return self._setter is not None or self._wanted >= 0

    def begin(self, policy: PolicyDocument, style: PageStyle, place: int) -> None:
        """Set a policy in a style, to be read from a place on. What was under way is given up."""
        self.stop()
        self.place = place
        self._setter = PageSetter(policy, style)
        self._steps = self._setter.steps()
        self._timer.start()

    def cover(self, picture: QPixmap, room: QRect) -> None:
        """Show a picture in place of the text."""
        self.setPixmap(picture)
        self.setGeometry(room)
        self.show()
        self.raise_()

    def stop(self) -> None:
        """Give up what is under way."""
        self._timer.stop()
        self._setter, self._steps, self._wanted = None, iter(()), -1
        self.hide()
        self.setPixmap(QPixmap())

    def finish(self) -> None:
        """Do the rest at once."""
        if self._setter is not None:
            for _ in self._steps:
                pass
            self._deliver(self._setter)
        if self._wanted >= 0:
            self._arrive()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Give the page to whoever presses on it."""
        self.finish()

    def wheelEvent(self, _event: QWheelEvent) -> None:
        """Give the page to whoever scrolls it."""
        self.finish()

    # -- inside ------------------------------------------------------------------------------------------------------

    def _work(self) -> None:
        until = perf_counter() + _SLICE
        if self._setter is not None:
            for _ in self._steps:
                if perf_counter() >= until:
                    return
            self._deliver(self._setter)  # a slice of its own: all paragraphs are told their width
        else:
            self._lay_out(until)

    def _deliver(self, setter: PageSetter) -> None:
        page = setter.result()
        self._setter, self._steps = None, iter(())
        self._laid, self._wanted = 0, page.map.to_qt(self.place + _SCREEN)
        self.built.emit(page)

    def _lay_out(self, until: float) -> None:
        document = self._text.document()
        layout = document.documentLayout()
        while self._laid < self._wanted:
            self._laid = min(self._laid + _STEP, self._wanted)
            layout.blockBoundingRect(document.findBlock(self._laid))  # lays out as far as that
            if perf_counter() >= until:
                return
        self._arrive()

    def _arrive(self) -> None:
        self._timer.stop()
        self._wanted = -1
        self.arrived.emit()
        self.hide()
        self.setPixmap(QPixmap())
