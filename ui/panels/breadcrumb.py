"""Where one is: matter › document › clause. A part goes there, the sign before it shows what stands beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import Look

__all__ = ["Breadcrumb"]

_BETWEEN = " › "
_LEAST = 24
"""Below so many pixels nothing more is written."""


class Breadcrumb(QWidget):
    """The matter in strong letters; what does not fit is cut at the end.

    By the keyboard: Left and Right choose a part, Return goes there, Down shows what stands beside it.
    """

    part_wanted = Signal(int)
    siblings_wanted = Signal(int, QPoint)
    """What stands beside a part is asked for, and where on the screen to show it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.parts: tuple[str, ...] = ()
        self._boxes: list[tuple[QRect, QRect]] = []
        self._chosen, self._pointed = 0, -1
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)

    def set_parts(self, parts: tuple[str, ...]) -> None:
        """Show another place."""
        if parts != self.parts:
            self.parts = parts
            self._chosen = max(len(parts) - 1, 0)
            self.setToolTip(_BETWEEN.join(parts))
            self.setAccessibleDescription(_BETWEEN.join(parts))
            self._measure()

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self._look = look
        self._measure()

    def box(self, number: int) -> QRect:
        """Return where a part stands; empty if there is no room for it."""
        return self._boxes[number][1] if number < len(self._boxes) else QRect()

    def sign_box(self, number: int) -> QRect:
        """Return where the sign before a part stands."""
        return self._boxes[number][0] if number < len(self._boxes) else QRect()

    # -- Qt's own ----------------------------------------------------------------------------------------------------

    def resizeEvent(self, _event: QEvent) -> None:
        """Give the parts the room there is."""
        self._measure()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write the parts one after the other; the one pointed at, or with the keys, is marked."""
        painter = QPainter(self)
        theme = self._look.theme
        for number, (sign, box) in enumerate(self._boxes):
            font = self._look.font(13, strong=number == 0)
            lit = number == self._pointed
            painter.setPen(QColor(theme.second))
            painter.setFont(self._look.font(13))
            painter.drawText(sign, int(Qt.AlignmentFlag.AlignCenter), _BETWEEN.strip() if number else "")
            font.setUnderline(lit)
            painter.setFont(font)
            painter.setPen(QColor(theme.accent if lit else theme.text if number == 0 else theme.second))
            shown = QFontMetricsF(font).elidedText(self.parts[number], Qt.TextElideMode.ElideRight, box.width() + 1)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), shown)
            if self.hasFocus() and number == self._chosen:
                self._draw_ring(painter, box)
        painter.end()

    def _draw_ring(self, painter: QPainter, box: QRect) -> None:
        high = self._look.px(24)
        ring = QRect(box.left() - 3, (self.height() - high) // 2, box.width() + 5, high)
        painter.setPen(QPen(QColor(self._look.theme.accent), 2))
        painter.drawRoundedRect(ring.intersected(self.rect().adjusted(1, 1, -1, -1)), 4, 4)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what can be pressed."""
        part, sign = self._at(event.position().toPoint())
        self.setCursor(Qt.CursorShape.PointingHandCursor if part >= 0 or sign > 0 else Qt.CursorShape.ArrowCursor)
        self._point_at(part)

    def leaveEvent(self, _event: QEvent) -> None:
        """Mark nothing."""
        self._point_at(-1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to a part, or show what stands beside the one behind a sign."""
        part, sign = self._at(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if part >= 0:
            self.part_wanted.emit(part)
        elif sign > 0:
            self._ask_beside(sign)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Left and Right, go with Return, look around with Down."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if key in steps:
            self._chosen = min(max(self._chosen + steps[key], 0), max(len(self._boxes) - 1, 0))
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._boxes:
            self.part_wanted.emit(self._chosen)
        elif key == Qt.Key.Key_Down and self._boxes:
            self._ask_beside(self._chosen)
        else:
            super().keyPressEvent(event)

    # -- inside ------------------------------------------------------------------------------------------------------

    def _ask_beside(self, number: int) -> None:
        self.siblings_wanted.emit(number, self.mapToGlobal(QPoint(self.box(number).left(), self.height())))

    def _point_at(self, number: int) -> None:
        if number != self._pointed:
            self._pointed = number
            self.update()

    def _at(self, point: QPoint) -> tuple[int, int]:
        """Return which part a place is on, and which sign; -1 for none."""
        part = next((number for number, (_sign, box) in enumerate(self._boxes) if box.contains(point)), -1)
        sign = next((number for number, (sign, _box) in enumerate(self._boxes) if sign.contains(point)), -1)
        return part, sign

    def _measure(self) -> None:
        self._boxes = []
        left = 0
        gap = QFontMetricsF(self._look.font(13)).horizontalAdvance(_BETWEEN)
        for number, part in enumerate(self.parts):
            before = round(gap) if number else 0
            room = self.width() - left - before
            if room < _LEAST:
                break
            wide = QFontMetricsF(self._look.font(13, strong=number == 0)).horizontalAdvance(part)
            width = min(int(wide) + 1, room, self._share(number))
            self._boxes.append((QRect(left, 0, before, self.height()), QRect(left + before, 0, width, self.height())))
            left += before + width
        self.update()

    def _share(self, number: int) -> int:
        return self.width() if number >= len(self.parts) - 1 else max(120, self.width() * 2 // 5)
