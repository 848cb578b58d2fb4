"""Both texts in aligned rows, side by side or as one: only the rows in view are set, however long the texts are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from documents.comparing.model import Row
from ui.comparing.heights import Heights
from ui.comparing.row_painter import ABOVE, HEAD, TAG, Column, SetRow, columns, paint_ring, paint_row
from ui.comparing.strips import Cell, Sides, cells_of, sign_of
from ui.comparing.typesetting import Typesetter
from ui.look import Look

__all__ = ["RowsView"]

_KEPT = 600
"""Rows that stay set; the others are set again when they come into view."""
_STEP, _EDGE = 40, 24


class RowsView(QAbstractScrollArea):
    """Rows are added as they come. What is shown of each, and which of them are current, is said from outside."""

    row_clicked = Signal(int)
    menu_wanted = Signal(int, QPoint)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sides: Sides | None = None
        self._rows: list[Row] = []
        self._lengths: list[tuple[int, int]] = []
        self._tags: dict[int, str] = {}
        self._numbers: dict[int, str] = {}
        self._current: tuple[range, ...] = ()
        self._heights = Heights()
        self._set: dict[int, SetRow] = {}
        self._together = False
        self._settling = False
        self._setters = (Typesetter(look, "en"), Typesetter(look, "en"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(_STEP)

    @property
    def together(self) -> bool:
        """Whether both are shown as one text."""
        return self._together

    @property
    def rows(self) -> Sequence[Row]:
        """The rows that have come so far."""
        return self._rows

    def across(self) -> tuple[Column, ...]:
        """Return where the texts stand across."""
        return columns(self.viewport().width(), self._look, together=self._together)

    # -- what is shown -----------------------------------------------------------------------------------------------

    def show_texts(self, sides: Sides) -> None:
        """Begin anew with two other texts, of which no row has come yet."""
        self._sides = sides
        self._setters = (Typesetter(self._look, sides.old.language), Typesetter(self._look, sides.new.language))
        self._rows, self._lengths, self._current = [], [], ()
        self._tags.clear()
        self._numbers.clear()
        self._guess_anew()
        self.verticalScrollBar().setValue(0)

    def add_rows(self, rows: Sequence[Row]) -> None:
        """Show more rows below those that are there."""
        self._rows += rows
        lengths = [_lengths(row) for row in rows]
        self._lengths += lengths
        self._heights.extend(self._guesses(lengths))
        self._settle()

    def tell(self, tags: Mapping[int, str], numbers: Mapping[int, str]) -> None:
        """Say of rows from or to where they were moved; and in one text, which number gave way to which."""
        self._tags |= tags
        self._numbers |= numbers
        for row in (*tags, *numbers):
            self._set.pop(row, None)
            if row < len(self._heights):
                self._heights.forget(row)
        self._settle()

    def show_together(self, *, together: bool) -> None:
        """Show one text, or two side by side; the same words stay in view."""
        if together != self._together:
            top = self._heights.row_at(self.verticalScrollBar().value())
            self._together = together
            self._guess_anew()
            self._bring(top, 0)

    def set_current(self, places: tuple[range, ...]) -> None:
        """Outline some rows."""
        self._current = places
        self.viewport().update()

    def go_to(self, row: int) -> None:
        """Bring a row into view, a quarter from the top, unless it stands well within already."""
        top, bar = self._heights.top(row), self.verticalScrollBar()
        first, last = bar.value() + _EDGE, bar.value() + self.viewport().height() - _EDGE
        if not (self._heights.measured(row) and first <= top and top + self._heights.height(row) <= last):
            self._bring(row, self.viewport().height() // 4)

    def row_at(self, y: int) -> int:
        """Return the row at a height of the view; -1 where there is none."""
        place = self.verticalScrollBar().value() + y
        return self._heights.row_at(place) if place < self._heights.total else -1

    def place_of(self, row: int) -> QRect:
        """Return where a row stands in the view."""
        top = self._heights.top(row) - self.verticalScrollBar().value()
        return QRect(0, top, self.viewport().width(), self._heights.height(row))

    # -- Qt's own ----------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the rows in view."""
        painter = QPainter(self.viewport())
        theme, across, whole = self._look.theme, self.across(), self.viewport().rect()
        painter.fillRect(whole, QColor(theme.page))
        top, row = self.verticalScrollBar().value(), self._heights.row_at(self.verticalScrollBar().value())
        y = self._heights.top(row) - top if row >= 0 else 0
        while 0 <= row < len(self._rows) and y < whole.height():
            paint_row(painter, self._laid(row), across, y, self._look)
            y += self._heights.height(row)
            row += 1
        if len(across) > 1:
            painter.fillRect(across[1].left, 0, 1, whole.height(), QColor(theme.line))
        self._paint_rings(painter, across)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(whole.adjusted(1, 1, -1, -1))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the lines anew; the same words stay at the top."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            top = self._heights.row_at(self.verticalScrollBar().value())
            self._guess_anew()
            self._bring(top, 0)
        self._settle()

    def scrollContentsBy(self, _across: int, _down: int) -> None:  # noqa: N802 - Qt's name
        """Set what has come into view."""
        self._settle()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell which row is pressed."""
        row = self.row_at(round(event.position().y()))
        if event.button() is Qt.MouseButton.LeftButton and row >= 0:
            self.row_clicked.emit(row)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu about the row under the pointer; from the keyboard, about the first outlined one."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        row = self._first_current() if by_key else self.row_at(event.pos().y())
        if row >= 0:
            place = self.place_of(row).topLeft() + QPoint(24, 24) if by_key else event.pos()
            self.menu_wanted.emit(row, self.viewport().mapToGlobal(place))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys are here."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that they are elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    # -- rows in their lines -----------------------------------------------------------------------------------------

    def _laid(self, row: int) -> SetRow:
        found = self._set.get(row)
        if found is None:
            if len(self._set) >= _KEPT:
                self._set.clear()
            found = self._set[row] = self._lay(row)
        return found

    def _lay(self, row: int) -> SetRow:
        assert self._sides is not None
        cells, across = cells_of(self._rows[row], self._sides, together=self._together), self.across()
        setters = self._setters if len(cells) > 1 else self._setters[1:]
        laid = tuple(
            setter.set(cell, column.words) for setter, cell, column in zip(setters, cells, across, strict=True)
        )
        tag = self._tags.get(row, "") or (self._numbers.get(row, "") if self._together else "")
        words = max((one.height for one in laid if one is not None), default=0)
        return SetRow(cells, laid, sign_of(self._rows[row]), tag, self._height(cells, words, tag=bool(tag)))

    def _height(self, cells: tuple[Cell, ...], words: int, *, tag: bool) -> int:
        if not words:
            return 0
        head = HEAD if any(cell.head for cell in cells) else 0
        return words + 2 * ABOVE + head + (self._look.px(TAG) if tag else 0)

    def _guesses(self, lengths: Sequence[tuple[int, int]]) -> list[int]:
        width, setter = self.across()[-1].words, self._setters[1]
        return [setter.guess(pair[self._together], width) + 2 * ABOVE for pair in lengths]

    def _guess_anew(self) -> None:
        self._set.clear()
        self._heights = Heights(self._guesses(self._lengths))
        self._settle()

    # -- what is in view ---------------------------------------------------------------------------------------------

    def _settle(self) -> None:
        """Measure what is in view; where a row that begins above it proves higher, what is read stays in its place."""
        if self._settling:
            return
        self._settling = True
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top = bar.value()
        row = self._heights.row_at(top)
        y = self._heights.top(row) if row >= 0 else 0
        while 0 <= row < len(self._rows) and y < top + height:
            if not self._heights.measured(row):
                more = self._heights.set(row, self._laid(row).height)
                top += more if y < top else 0
            y += self._heights.height(row)
            row += 1
        bar.setPageStep(max(1, height - _STEP))
        bar.setRange(0, max(0, self._heights.total - height))
        bar.setValue(top)
        self._settling = False
        self.viewport().update()

    def _bring(self, row: int, below: int) -> None:
        """Scroll until a row stands so far below the top; the rows in between may prove higher than was thought."""
        if 0 <= row < len(self._rows):
            for _time in range(3):
                self.verticalScrollBar().setValue(self._heights.top(row) - below)
                self._settle()

    def _first_current(self) -> int:
        return next((rows.start for rows in self._current if rows), -1)

    def _paint_rings(self, painter: QPainter, across: tuple[Column, ...]) -> None:
        left, right = across[0].left, across[-1].left + across[-1].width
        for rows in self._current:
            if rows and rows.stop <= len(self._rows):
                first, last = self.place_of(rows.start), self.place_of(rows.stop - 1)
                paint_ring(painter, QRect(left, first.top(), right - left, last.bottom() - first.top() + 1), self._look)


def _lengths(row: Row) -> tuple[int, int]:
    """Return how many letters a row has side by side, on its longer side, and as one text."""
    both = sum(len(piece.new) or len(piece.old) for piece in row.pieces)
    return max(len(row.old), len(row.new)), both
