"""The risk strip: the policy's scroll bar, which shows where its risks, search hits and unread parts are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QScrollBar, QWidget

from annotations.model import Severity
from documents.model import Span
from ui.highlights import Highlight
from ui.theme import Theme

__all__ = ["MARK_LENGTHS", "RiskStrip", "mark_strip"]

WIDTH = 14
MARK_HEIGHT = 3
_SMALLEST_HANDLE = 28
MARK_LENGTHS = dict(zip(Severity, (14, 11, 8, 5, 3), strict=True))


class RiskStrip(QScrollBar):
    """A vertical scroll bar 14 wide. Places are fractions of the document's height, 0 to 1."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self._marks: list[tuple[float, Severity]] = []
        self._hits: list[float] = []
        self._unread: list[tuple[float, float]] = []
        self._drawn: QPixmap | None = None
        self._grip: float | None = None
        self.setFixedWidth(WIDTH)
        self.retranslate()

    def retranslate(self) -> None:
        """Name the strip in the language of the window."""
        self.setAccessibleName(QCoreApplication.translate("RiskStrip", "Place in the policy, with its risks"))

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme's colours."""
        self._theme = theme
        self._redraw()

    def set_marks(self, marks: Iterable[tuple[float, Severity]]) -> None:
        """Show risks; where two meet the worst is seen."""
        self._marks = sorted(marks, key=lambda mark: mark[1].rank)
        self._redraw()

    def set_hits(self, hits: Sequence[float]) -> None:
        """Show search hits on the left edge."""
        self._hits = list(hits)
        self._redraw()

    def set_unread(self, stretches: Iterable[tuple[float, float]]) -> None:
        """Show which parts have not been read."""
        self._unread = list(stretches)
        self._redraw()

    def _redraw(self) -> None:
        self._drawn = None
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the design says."""
        return QSize(WIDTH, 100)

    def handle(self) -> QRectF:
        """Return the box of the part in view."""
        whole = self.maximum() - self.minimum() + self.pageStep()
        if whole <= 0 or self.maximum() == self.minimum():
            return QRectF()
        height = max(self.height() * self.pageStep() / whole, float(_SMALLEST_HANDLE))
        travel = self.height() - height
        top = travel * (self.value() - self.minimum()) / (self.maximum() - self.minimum())
        return QRectF(0, top, WIDTH, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the marks, drawn once and kept, and the handle over them."""
        if self._drawn is None or self._drawn.deviceIndependentSize().toSize() != self.size():
            self._drawn = self._drawing()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.handle()
        if not box.isEmpty():
            inside = QColor(self._theme.text)
            inside.setAlphaF(0.06)
            painter.setBrush(inside)
            painter.setPen(QPen(QColor(self._theme.edge), 1))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()

    def _drawing(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(self._theme.window))
        painter = QPainter(picture)
        for start, end in self._unread:
            painter.fillRect(self._unread_box(start, end), QColor(self._unread_colour()))
        for top, severity in self._rows():
            length = MARK_LENGTHS[severity]
            colour = QColor(self._theme.severity(severity).mark)
            painter.fillRect(QRectF(WIDTH - length, top, length, MARK_HEIGHT), colour)
        for top in {self._row(hit) for hit in self._hits}:
            painter.fillRect(QRectF(0, top, 4, 2), QColor(self._theme.accent))
        painter.end()
        return picture

    def _unread_colour(self) -> str:
        return self._theme.text if self._theme.high_contrast else self._theme.panel

    def _unread_box(self, start: float, end: float) -> QRectF:
        """The part's whole width; a line down its left edge where there are no fills."""
        top = start * self.height()
        return QRectF(0, top, 1 if self._theme.high_contrast else WIDTH, max(end * self.height() - top, 1.0))

    def _row(self, fraction: float) -> int:
        return round(fraction * (self.height() - MARK_HEIGHT))

    def _rows(self) -> list[tuple[int, Severity]]:
        """Return one mark a row, the worst of those that fall on it, the mildest rows first."""
        worst = {self._row(fraction): severity for fraction, severity in self._marks}
        return sorted(worst.items(), key=lambda row: row[1].rank)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the handle, or bring it here first."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self.sliderPressed.emit()
        box, y = self.handle(), event.position().y()
        inside = box.top() <= y <= box.bottom()
        self._grip = y - box.top() if inside else box.height() / 2
        self._drag_to(y)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scroll along."""
        if self._grip is not None:
            self._drag_to(event.position().y())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._grip = None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Say that the strip is being used before Qt's own menu goes to its ends."""
        self.sliderPressed.emit()
        super().contextMenuEvent(event)

    def _drag_to(self, y: float) -> None:
        travel = self.height() - self.handle().height()
        if travel > 0 and self._grip is not None:
            fraction = min(max((y - self._grip) / travel, 0.0), 1.0)
            self.setValue(self.minimum() + round(fraction * (self.maximum() - self.minimum())))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def mark_strip(
    strip: RiskStrip,
    where: Callable[[int], float],
    highlights: Iterable[Highlight],
    hits: Iterable[Span],
    unread: Iterable[Span],
) -> None:
    """Show what there is in a policy; `where` gives the place of a code point, 0 to 1."""
    strip.set_marks((where(item.span.start), item.severity) for item in highlights)
    strip.set_hits([where(hit.start) for hit in hits])
    strip.set_unread((where(span.start), where(span.end)) for span in unread)
