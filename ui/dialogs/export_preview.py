"""The sheet at the right of the export window: what will go out, page by page. A likeness, or the real pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from annotations.model import Visibility
from ui.dialogs.policy_likeness import PolicyLooks, policy_pieces, write_comments
from ui.dialogs.sheet_flow import PAGE, Placed, dealt_out
from ui.foreseeing import Foreseen
from ui.icons import icon
from ui.look import Look
from ui.paged.measures import PAPER
from ui.paged.sheets import Sheets

__all__ = ["ExportPreview"]

_MOST_PAGES = 60
_MARGINS = (44, 36, 44, 36)
_AROUND, _LEAST = (32, 12), (256, 300)
"""Pixels of ground beside and above a page; the least room the sheet has."""

Draw = Callable[[QPainter, QRect], None]


class _Drawn(NamedTuple):
    """How a page is drawn, and its width and height on the screen."""

    draw: Draw
    size: tuple[int, int] = PAGE


class _Sheet(QWidget):
    """One page of white paper on the window's ground."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.page: _Drawn | None = None
        self.setMinimumSize(*_LEAST)

    def sizeHint(self) -> QSize:
        """Ask for the room of a page at its usual size."""
        return QSize(PAGE[0] + _AROUND[0], PAGE[1] + _AROUND[1])

    def shown_size(self) -> tuple[float, float]:
        """Return how large the paper is drawn: smaller where the window is."""
        width, height = self.page.size if self.page is not None else PAGE
        scale = min(1.0, (self.width() - _AROUND[0]) / width, (self.height() - _AROUND[1]) / height)
        return width * scale, height * scale

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the paper and what stands on it."""
        if self.page is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        width, height = self.page.size
        scale = self.shown_size()[0] / width
        painter.translate(self.width() / 2, self.height() / 2)
        painter.scale(scale, scale)
        page = QRect(-width // 2, -height // 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        for depth in range(6, 0, -1):
            painter.setBrush(QColor(0, 0, 0, 6))
            painter.drawRoundedRect(QRectF(page).adjusted(-depth, -depth + 2, depth, depth + 2), depth, depth)
        painter.fillRect(page, QColor("#FFFFFF"))
        painter.setClipRect(page)
        self.page.draw(painter, page)
        painter.end()


class ExportPreview(QWidget):
    """Shows pages and turns them. A report is set in steps, so that the window answers in between."""

    real_wanted = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: list[_Drawn] = []
        self._number = 0
        self._turned = False
        self._first = self._wanted = 0
        self._total = 0
        self._steps: Iterator[None] = iter(())
        self._sheets: Sheets | None = None
        self._going_on = QTimer(self, interval=0)
        self._going_on.timeout.connect(self._set_more)
        self.setProperty("look", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Preview"))
        self._sheet = _Sheet(self)
        self.place = QLabel(self)
        self.place.setProperty("look", "second")
        self.what = QLabel(self.tr("Preview"), self)
        self.what.setProperty("look", "hint")
        self.real = self._real_button()
        self.back = self._turner("caret-left", self.tr("Previous page (PageUp)"), look)
        self.on = self._turner("caret-right", self.tr("Next page (PageDown)"), look)
        self.back.clicked.connect(lambda: self.turn(-1))
        self.on.clicked.connect(lambda: self.turn(1))
        self._lay_out()
        self._show()

    @property
    def pages(self) -> int:
        """How many pages there are to see."""
        return len(self._pages)

    @property
    def whole(self) -> bool:
        """Whether all that is shown is set."""
        return not self._going_on.isActive()

    def show_foreseen(self, foreseen: Foreseen, title: str = "") -> None:
        """Show a likeness of what would go out; a report under another title if one is given."""
        self._stop()
        self._first = _first_page(foreseen) if foreseen.kind == "pdf" else 0
        filled = foreseen.options.template is not None
        self.what.setText(self.tr("Preview of the words") if filled else self.tr("Preview"))
        if foreseen.page is None:
            self._show_policy(foreseen)
            return
        page = replace(foreseen.page, title=title) if title else foreseen.page
        self._sheets = Sheets(page, foreseen.options.look)
        self._steps = self._sheets.steps()
        self._set_more()
        self._going_on.start()
        self.setAccessibleDescription(" ".join(foreseen.report.conclusion))

    def show_real(self, number: int, count: int, picture: QImage) -> None:
        """Show a page as it really is; the first one begins anew."""
        if number == 0:
            self._stop()
            self._pages, self._wanted = [], self._number if self._turned else self._first
            self.what.setText(self.tr("Real pages"))
        self._pages.append(_pictured(picture))
        if len(self._pages) - 1 <= self._wanted:
            self._number = len(self._pages) - 1
        self._total = count
        self._show()

    def offer_real(self, *, there: bool, shown: bool) -> None:
        """Offer real pages where they can be had."""
        self.real.setVisible(there)
        self.real.setChecked(shown)

    def say_at_work(self, *, at_work: bool) -> None:
        """Say that the real pages are being made."""
        self.what.setText(self.tr("Laying out the pages…") if at_work else self.tr("Preview"))

    def turn(self, step: int) -> None:
        """Go some pages on; until then it is at the first page with a note."""
        self._turned, self._wanted = True, 0
        self._number = min(max(self._number + step, 0), max(0, len(self._pages) - 1))
        self._show()

    def _show_policy(self, foreseen: Foreseen) -> None:
        graded, options = foreseen.report.profile is not Visibility.OUTSIDE, foreseen.options
        colours = "pdf" if foreseen.kind == "pdf" else options.highlight
        looks = PolicyLooks(graded, colours, options.redrafts == "tracked")
        pieces = policy_pieces(foreseen.policy, foreseen.notes, foreseen.remarks, looks)
        placed = dealt_out(pieces, PAGE[1] - _MARGINS[1] - _MARGINS[3], _MOST_PAGES)
        pages = [_Drawn(_policy_page(page, foreseen.report.language, looks)) for page in placed]
        if not self._turned:
            self._number = next((at for at, page in enumerate(placed) if any(one.piece.remarks for one in page)), 0)
        self._take(pages, _MOST_PAGES + 1 if len(pages) >= _MOST_PAGES else len(pages))
        self.setAccessibleDescription(foreseen.policy.title)

    def _set_more(self) -> None:
        """Set another part of the report, and show that there is more of it."""
        sheets = self._sheets
        if sheets is None or next(self._steps, self) is self or sheets.count >= _MOST_PAGES:
            self._going_on.stop()
        if sheets is None:
            return
        shown = min(sheets.count, _MOST_PAGES)
        total = sheets.count if sheets.whole else max(sheets.count, shown + 1)
        pages = [_Drawn(_report_page(sheets, number, self._told_total)) for number in range(shown)]
        self._take(pages, total)

    def _told_total(self) -> int:
        return self._total

    def _take(self, pages: list[_Drawn], total: int) -> None:
        self._pages = pages
        self._total = total
        self._number = min(self._number, max(0, len(pages) - 1))
        self._show()

    def _stop(self) -> None:
        self._going_on.stop()
        self._sheets, self._steps = None, iter(())

    def _show(self) -> None:
        shown = len(self._pages)
        self._sheet.page = self._pages[self._number] if shown else None
        self._sheet.update()
        more = "+" if self._total > shown and not self._going_on.isActive() else ""
        self.place.setText(f"{self._number + 1} / {shown}{more}" if shown else "")
        self.back.setEnabled(self._number > 0)
        self.on.setEnabled(self._number < shown - 1)
        for part in (self.back, self.on, self.place):
            part.setVisible(shown > 1)

    def _real_button(self) -> QPushButton:
        button = QPushButton(self.tr("Real pages"), self)
        button.setProperty("look", "link")
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setMinimumHeight(28)
        button.setAccessibleName(button.text())
        button.setToolTip(self.tr("Let LibreOffice lay out the pages as they will be. Takes some seconds."))
        button.clicked.connect(self.real_wanted)
        button.hide()
        return button

    def _turner(self, name: str, words: str, look: Look) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name, look.theme.second, 16))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setFixedSize(look.px(28), look.px(28))
        return button

    def _lay_out(self) -> None:
        turning = QHBoxLayout()
        turning.setSpacing(8)
        for part in (self.back, self.place, self.on):
            turning.addWidget(part)
        foot = QWidget(self)
        row = QGridLayout(foot)
        row.setRowMinimumHeight(0, 28)
        row.setContentsMargins(24, 0, 24, 0)
        row.setColumnStretch(0, 1)
        row.setColumnStretch(2, 1)
        row.addWidget(self.what, 0, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(turning, 0, 1, Qt.AlignmentFlag.AlignCenter)
        row.addWidget(self.real, 0, 2, Qt.AlignmentFlag.AlignRight)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 2)
        box.setSpacing(0)
        box.addWidget(self._sheet, 1)
        box.addWidget(foot)


def _first_page(foreseen: Foreseen) -> int:
    """Return which page of a PDF has the first note, counted from 0."""
    places = [anchor.start for note in foreseen.notes for anchor in note.anchors]
    pieces = foreseen.policy.boxes.pieces if foreseen.policy.boxes is not None and places else ()
    begun = (pieces[at + 2] for at in range(0, len(pieces), 7) if pieces[at + 1] > min(places))
    return next(begun, 0)


def _report_page(sheets: Sheets, number: int, total: Callable[[], int]) -> Draw:
    def draw(painter: QPainter, page: QRect) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(page.topLeft())
        scale = page.width() / PAPER.width()
        painter.scale(scale, scale)
        sheets.draw(painter, number, total())
        painter.restore()

    return draw


def _pictured(picture: QImage) -> _Drawn:
    """Return a picture of a page to be drawn: as large as the room takes it, also one on its side."""
    wide = picture.width() > picture.height()
    room = QSize(PAGE[1], PAGE[1]) if wide else QSize(*PAGE)
    shown = picture.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    return _Drawn(lambda painter, page: painter.drawImage(page, picture), (shown.width(), shown.height()))


def _policy_page(placed: Sequence[Placed], language: str, looks: PolicyLooks) -> Draw:
    def draw(painter: QPainter, page: QRect) -> None:
        write_comments(painter, page, placed, language, looks)
        for item in placed:
            box = QRect(page.left() + 26, page.top() + _MARGINS[1] + item.top, 226, item.piece.height)
            item.piece.draw(painter, box)

    return draw
