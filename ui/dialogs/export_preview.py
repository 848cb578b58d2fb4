"""A page that shows what will go out: title, counts, the worst findings. A likeness, not the file itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotations.model import Note, Severity
from ui.fonts import interface_font, policy_font
from ui.labels import severity_short
from ui.look import Look
from ui.panels.card_text import lines_of

__all__ = ["ExportPreview", "PreviewPage"]

_PAGE = (408, 577)
_INK = {
    Severity.CRITICAL: ("#FFFFFF", "#C00000"),
    Severity.HIGH: ("#000000", "#F4B183"),
    Severity.MEDIUM: ("#000000", "#FFE699"),
    Severity.LOW: ("#000000", "#C6E0B4"),
    Severity.INFO: ("#000000", "#BDD7EE"),
}
_ROWS = 14


@dataclass(frozen=True, slots=True)
class PreviewPage:
    """What stands on the page. `rows` are address and note, worst first; `graded` is whether severities go out."""

    title: str
    facts: tuple[tuple[str, str], ...]
    conclusion: str
    heading: str
    rows: Sequence[tuple[str, Note]]
    graded: bool
    language: str


class ExportPreview(QWidget):
    """Paints the page in the middle, in the colours that print and Word use."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._page: PreviewPage | None = None
        self.setMinimumSize(_PAGE[0] + 48, _PAGE[1] + 16)
        self.setProperty("look", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Preview of the first page"))

    def show_page(self, page: PreviewPage) -> None:
        """Show another page."""
        self._page = page
        words = [page.title, *(f"{name} {value}" for name, value in page.facts), page.conclusion]
        self.setAccessibleDescription(". ".join(words))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet and what is on it."""
        super().paintEvent(event)
        if self._page is None:
            return
        painter = QPainter(self)
        sheet = QRect((self.width() - _PAGE[0]) // 2, max(8, (self.height() - _PAGE[1]) // 2), *_PAGE)
        for depth in range(8, 0, -1):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(0, 0, 0, 5))
            painter.drawRoundedRect(QRectF(sheet).adjusted(-depth, -depth + 3, depth, depth + 3), depth, depth)
        painter.fillRect(sheet, QColor("#FFFFFF"))
        self._paint_page(painter, sheet.adjusted(44, 40, -44, -28), self._page)
        painter.end()

    def _paint_page(self, painter: QPainter, box: QRect, page: PreviewPage) -> None:
        title = interface_font(page.language, 15, strong=True)
        top = box.top()
        for line in lines_of(page.title, title, box.width(), 2):
            self._write(painter, QRect(box.left(), top, box.width(), 24), line, title, centre=True)
            top += 24
        top += 8
        name, value = interface_font(page.language, 9, strong=True), policy_font(page.language, 9)
        for fact, said in page.facts:
            self._write(painter, QRect(box.left(), top, 56, 15), fact, name)
            self._write(painter, QRect(box.left() + 58, top, box.width() - 58, 15), said, value)
            top += 15
        painter.fillRect(QRect(box.left(), top + 6, box.width(), 1), QColor("#B8BDC5"))
        top += 16
        for line in lines_of(page.conclusion, value, box.width(), 4):
            self._write(painter, QRect(box.left(), top, box.width(), 16), line, value)
            top += 16
        if page.graded:
            top = self._paint_counts(painter, QRect(box.left(), top + 8, box.width(), 9), page)
        self._write(
            painter,
            QRect(box.left(), top + 10, box.width(), 16),
            page.heading,
            interface_font(page.language, 11, strong=True),
        )
        self._paint_rows(painter, QRect(box.left(), top + 32, box.width(), box.bottom() - top - 32), page)

    def _paint_counts(self, painter: QPainter, bar: QRect, page: PreviewPage) -> int:
        counts = Counter(note.severity for _address, note in page.rows)
        total = max(1, sum(counts.values()))
        left = bar.left()
        for severity in Severity:
            width = round(bar.width() * counts[severity] / total)
            painter.fillRect(QRect(left, bar.top(), max(0, width - 1), bar.height()), QColor(_INK[severity][1]))
            left += width
        counted = (f"{severity_short(severity)} {counts[severity]}" for severity in Severity if counts[severity])
        words = "   ".join(counted)
        self._write(
            painter, QRect(bar.left(), bar.bottom() + 3, bar.width(), 14), words, interface_font(page.language, 8)
        )
        return bar.bottom() + 16

    def _paint_rows(self, painter: QPainter, box: QRect, page: PreviewPage) -> None:
        font, small = policy_font(page.language, 9), interface_font(page.language, 8, strong=True)
        fitting = min(_ROWS, box.height() // 19)
        for number, (address, note) in enumerate(page.rows[:fitting]):
            top = box.top() + number * 19
            self._write(painter, QRect(box.left(), top, 20, 18), str(number + 1), font)
            self._write(painter, QRect(box.left() + 20, top, 62, 18), address, font)
            title = note.title or note.issue
            self._write(painter, QRect(box.left() + 84, top, box.width() - 84 - 44, 18), title, font)
            if page.graded:
                ink, ground = _INK[note.severity]
                tag = QRect(box.right() - 38, top + 3, 38, 13)
                painter.fillRect(tag, QColor(ground))
                self._write(painter, tag, severity_short(note.severity), small, centre=True, colour=ink)
            painter.fillRect(QRect(box.left(), top + 18, box.width(), 1), QColor("#E3E6EA"))
        if len(page.rows) > fitting:
            self._write(
                painter,
                QRect(box.left(), box.top() + fitting * 19 + 2, box.width(), 14),
                f"… + {len(page.rows) - fitting}",
                font,
                colour="#666C75",
            )

    def _write(  # noqa: PLR0913 - a line of words is all of this
        self, painter: QPainter, box: QRect, text: str, font: QFont, *, centre: bool = False, colour: str = "#111111"
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        side = Qt.AlignmentFlag.AlignHCenter if centre else Qt.AlignmentFlag.AlignLeft
        shown = QFontMetricsF(font).elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), shown)
