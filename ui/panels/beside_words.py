"""A list whose cards stand beside their words: it glides there, beyond its own ends where that is needed."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QObject, QPropertyAnimation, QRect
from PySide6.QtWidgets import QApplication, QListView, QStyle

__all__ = ["BesideWords", "CardsBeside"]

_GLIDE = 160


class BesideWords(QObject):
    """Scrolls one list. `above` and `below` are the white it may show before its first card and after its last."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._above = self._below = 0
        self._glide = QPropertyAnimation(view.verticalScrollBar(), b"value", self)
        self._glide.setDuration(_GLIDE)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        view.verticalScrollBar().valueChanged.connect(self._moved)

    def widen(self) -> None:
        """Give the scroll bar its white again, after Qt has set its range by the cards alone."""
        bar = self._view.verticalScrollBar()
        if self._above or self._below:
            bar.setRange(-self._above, bar.maximum() + self._below)

    def put(self, card: QRect, height: int) -> None:
        """Bring a card, given where it stands in the viewport, to a height there; it stays in sight as a whole."""
        bar = self._view.verticalScrollBar()
        top = max(min(height, self._view.viewport().height() - card.height()), 0)
        wanted, now = bar.value() + card.top() - top, bar.value()
        last = bar.maximum() - self._below
        self._glide.stop()
        self._above, self._below = max(-wanted, -now, 0), max(wanted - last, now - last, 0)
        bar.setRange(-self._above, last + self._below)
        if self._may_move() and wanted != now:
            self._glide.setStartValue(now)
            self._glide.setEndValue(wanted)
            self._glide.start()
        else:
            bar.setValue(wanted)

    def forget(self) -> None:
        """Show no white any more: other cards have come."""
        self._glide.stop()
        self._above = self._below = 0

    def _moved(self, value: int) -> None:
        """Go no further where somebody else scrolls."""
        if self._glide.state() is QPropertyAnimation.State.Running and value != self._glide.currentValue():
            self._glide.stop()

    def _may_move(self) -> bool:
        view, application = self._view, QApplication.instance()
        wanted = view.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, view)
        still = application is not None and bool(application.property("still"))
        return wanted > 0 and not still and view.isVisible()


class CardsBeside(QListView):
    """A list of notes that can have one of them stand at a height of the policy beside it."""

    _beside: BesideWords | None = None

    def put_beside(self, card: QRect, height: int) -> None:
        """Bring a card, given where it stands in the viewport, to a height there."""
        self._beside = self._beside or BesideWords(self)
        self._beside.put(card, height)

    def to_top(self) -> None:
        """Show the first card at the very top: another policy's cards have come."""
        if self._beside is not None:
            self._beside.forget()
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        self.scrollToTop()

    def updateGeometries(self) -> None:  # noqa: N802 - Qt's own name
        """Keep the white above the first card and below the last that its words ask for."""
        super().updateGeometries()
        if self._beside is not None:
            self._beside.widen()
