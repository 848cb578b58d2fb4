"""The sheet at the right of the export window: what will go out, page by page. A likeness, not the file itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from annotations.model import Visibility
from export.memo.words import say
from ui.dialogs.memo_likeness import memo_pieces
from ui.dialogs.policy_likeness import PolicyLooks, policy_pieces, write_comments
from ui.dialogs.sheet_flow import PAGE, Placed, Style, dealt_out, write
from ui.fonts import interface_font
from ui.foreseeing import Foreseen
from ui.icons import icon
from ui.look import Look

__all__ = ["ExportPreview"]

_MOST_PAGES = 40
_MARGINS = (44, 36, 44, 36)

Draw = Callable[[QPainter, QRect], None]


class _Sheet(QWidget):
    """One page of white paper on the window's ground."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.draw: Draw | None = None
        self.setMinimumSize(PAGE[0] + 32, PAGE[1] + 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the paper and what stands on it."""
        if self.draw is None:
            return
        painter = QPainter(self)
        page = QRect((self.width() - PAGE[0]) // 2, (self.height() - PAGE[1]) // 2, *PAGE)
        painter.setPen(Qt.PenStyle.NoPen)
        for depth in range(6, 0, -1):
            painter.setBrush(QColor(0, 0, 0, 6))
            painter.drawRoundedRect(QRectF(page).adjusted(-depth, -depth + 2, depth, depth + 2), depth, depth)
        painter.fillRect(page, QColor("#FFFFFF"))
        painter.setClipRect(page)
        self.draw(painter, page)
        painter.end()


class ExportPreview(QWidget):
    """Shows pages and turns them."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: list[Draw] = []
        self._number = 0
        self._cut = False
        self.setProperty("look", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Preview"))
        self._sheet = _Sheet(self)
        self.place = QLabel(self)
        self.place.setProperty("look", "second")
        self.back = self._turner("caret-left", self.tr("Previous page"), look)
        self.on = self._turner("caret-right", self.tr("Next page"), look)
        self.back.clicked.connect(lambda: self.turn(-1))
        self.on.clicked.connect(lambda: self.turn(1))
        self._lay_out()
        self._show()

    @property
    def pages(self) -> int:
        """How many pages there are to see."""
        return len(self._pages)

    def show_memo(self, foreseen: Foreseen, title: str = "") -> None:
        """Show the memo, or under another title the same findings."""
        pieces = memo_pieces(foreseen.report, PAGE[0] - _MARGINS[0] - _MARGINS[2], title)
        placed = dealt_out(pieces, PAGE[1] - _MARGINS[1] - _MARGINS[3], _MOST_PAGES)
        language = foreseen.report.language
        self._take([_memo_page(page, (number, len(placed)), language) for number, page in enumerate(placed, start=1)])
        self.setAccessibleDescription(" ".join(foreseen.report.conclusion))

    def show_policy(self, foreseen: Foreseen) -> None:
        """Show the policy with its comments in the margin."""
        graded, options = foreseen.report.profile is not Visibility.OUTSIDE, foreseen.options
        colours = "pdf" if foreseen.kind == "pdf" else options.highlight
        looks = PolicyLooks(graded, colours, options.redrafts == "tracked", options.redrafts != "report")
        pieces = policy_pieces(foreseen.policy, foreseen.notes, looks)
        placed = dealt_out(pieces, PAGE[1] - _MARGINS[1] - _MARGINS[3], _MOST_PAGES)
        self._take([_policy_page(page, foreseen.report.language, looks) for page in placed])
        self.setAccessibleDescription(foreseen.policy.title)

    def turn(self, step: int) -> None:
        """Go some pages on."""
        self._number = min(max(self._number + step, 0), max(0, len(self._pages) - 1))
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the pages by the keys, too."""
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if event.key() in steps:
            self.turn(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _take(self, pages: list[Draw]) -> None:
        self._pages = pages
        self._cut = len(pages) >= _MOST_PAGES
        self._number = min(self._number, max(0, len(pages) - 1))
        self._show()

    def _show(self) -> None:
        total = len(self._pages)
        self._sheet.draw = self._pages[self._number] if total else None
        self._sheet.update()
        self.place.setText(f"{self._number + 1} / {total}{'+' if self._cut else ''}" if total else "")
        self.back.setEnabled(self._number > 0)
        self.on.setEnabled(self._number < total - 1)
        for part in (self.back, self.on, self.place):
            part.setVisible(total > 1)

    def _turner(self, name: str, words: str, look: Look) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name, look.theme.second, 16))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setFixedSize(28, 28)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for part in (self.back, self.place, self.on):
            row.addWidget(part)
        row.addStretch(1)
        foot = QWidget(self)
        foot.setFixedHeight(28)
        row.setContentsMargins(0, 0, 0, 0)
        foot.setLayout(row)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 2)
        box.setSpacing(0)
        box.addWidget(self._sheet, 1)
        box.addWidget(foot)


def _memo_page(placed: Sequence[Placed], numbers: tuple[int, int], language: str) -> Draw:
    def draw(painter: QPainter, page: QRect) -> None:
        _draw_placed(painter, page, placed, PAGE[0] - _MARGINS[0] - _MARGINS[2], _MARGINS[0])
        words = f"{say('page', language)}{numbers[0]}{say('of', language)}{numbers[1]}{say('page_end', language)}"
        style = Style(interface_font(language, 8), 12, "#666C75", centre=True)
        write(painter, QRect(page.left(), page.bottom() - 24, page.width(), 12), words, style)

    return draw


def _policy_page(placed: Sequence[Placed], language: str, looks: PolicyLooks) -> Draw:
    def draw(painter: QPainter, page: QRect) -> None:
        write_comments(painter, page, placed, language, looks)
        _draw_placed(painter, page, placed, 226, 26)

    return draw


def _draw_placed(painter: QPainter, page: QRect, placed: Sequence[Placed], width: int, left: int) -> None:
    for item in placed:
        box = QRect(page.left() + left, page.top() + _MARGINS[1] + item.top, width, item.piece.height)
        item.piece.draw(painter, box)
