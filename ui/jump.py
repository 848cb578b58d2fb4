"""A jump to a place in the policy: 200 ms of scrolling, after which the outline of the current note fades in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QObject, QPropertyAnimation, QRect, QVariantAnimation
from PySide6.QtWidgets import QApplication, QStyle

from ui.highlight_painter import Emphasis

if TYPE_CHECKING:
    from ui.paper_area import PaperArea
    from ui.policy_text import PolicyText

__all__ = ["Jump"]

_SCROLLING = 200
_FADING = 600


class Jump(QObject):
    """Scrolls a policy's text or its pages. Nothing moves where the system asks for less motion."""

    def __init__(self, text: PolicyText | PaperArea, emphasis: Emphasis) -> None:
        super().__init__(text)
        self._text = text
        self._emphasis = emphasis
        self._outlined = QRect()
        self._scrolling = QPropertyAnimation(text.verticalScrollBar(), b"value", self)
        self._scrolling.setDuration(_SCROLLING)
        self._scrolling.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._scrolling.finished.connect(self._landed)
        self._fading = QVariantAnimation(self)
        self._fading.setDuration(_FADING)
        self._fading.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._fading.setStartValue(0.0)
        self._fading.setEndValue(1.0)
        self._fading.valueChanged.connect(self._fade)

    def to(self, value: int) -> None:
        """Go to a height of the document, with a movement if that is wanted."""
        self.stop()
        self._text.make_room(value)
        strip = self._text.verticalScrollBar()
        if not self._may_move():
            strip.setValue(value)
            return
        self._emphasis.outline = 0.0
        self._scrolling.setStartValue(strip.value())
        self._scrolling.setEndValue(min(value, strip.maximum()))
        self._scrolling.start()

    def at_once(self, value: int) -> None:
        """Go to a height of the document."""
        self.stop()
        self._text.make_room(value)
        self._text.verticalScrollBar().setValue(value)

    @property
    def moving(self) -> bool:
        """Whether what was jumped to is not in view yet."""
        return self._scrolling.state() is QPropertyAnimation.State.Running

    def stop(self) -> None:
        """Move no more; the outline is there."""
        self._scrolling.stop()
        self._fading.stop()
        if self._emphasis.outline < 1.0:
            self._emphasis.outline = 1.0
            self._text.viewport().update()

    def scrolled(self) -> None:
        """Stop fading when the reader scrolls on: nothing moves by itself then."""
        if self._fading.state() is QVariantAnimation.State.Running:
            self.stop()

    def _may_move(self) -> bool:
        wanted = self._text.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self._text)
        application = QApplication.instance()
        still = application is not None and bool(application.property("still"))  # as the preferences say
        return wanted > 0 and not still and self._text.isVisible()

    def _landed(self) -> None:
        self._outlined = self._text.outlined()
        if self._outlined.isEmpty():
            self._emphasis.outline = 1.0
        else:
            self._fading.start()

    def _fade(self, opacity: object) -> None:
        """Paint the outline alone anew: a frame of the fade costs no more than its few lines."""
        if isinstance(opacity, float) and self._emphasis.outline != opacity:
            self._emphasis.outline = opacity
            self._text.viewport().update(self._outlined)
