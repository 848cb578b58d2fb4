"""Outline, policy, notes side by side: their widths, and which of them folds when the window gets narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QWidget

from ui.panels.notes_column import COLUMN_WIDTH, NotesColumn
from ui.panels.notes_panel import NotesPanel
from ui.panels.outline_panel import OutlinePanel

__all__ = ["NOTES_FOLD_BELOW", "OUTLINE_FOLDS_BELOW", "WorkArea"]

NOTES_FOLD_BELOW = 1180
OUTLINE_FOLDS_BELOW = 900
_OUTLINE = (180, 360)
_NOTES = (280, 440)


class WorkArea(QWidget):
    """A reviewer's own folding counts until the window's width crosses a bound; then the width decides anew."""

    folding_changed = Signal()

    def __init__(self, outline: OutlinePanel, policy: QWidget, notes: NotesPanel, column: NotesColumn) -> None:
        super().__init__()
        self._outline = outline
        self._notes = notes
        self._column = column
        self._stack = QStackedWidget(self)
        self._stack.addWidget(notes)
        self._stack.addWidget(column)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        for panel in (outline, policy, self._stack):
            self._splitter.addWidget(panel)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.splitterMoved.connect(self._dragged)
        outline.setMinimumWidth(_OUTLINE[0])
        outline.setMaximumWidth(_OUTLINE[1])
        policy.setMinimumWidth(320)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._splitter)
        self._widths = [224, 728, 328]
        self._outline_wanted = True
        self._notes_wanted = True
        self._last_width = 0
        self._scale = 1.0

    @property
    def outline_shown(self) -> bool:
        """Whether the clauses can be seen."""
        return not self._outline.isHidden()

    @property
    def notes_open(self) -> bool:
        """Whether the notes stand as cards, not as a column of shapes."""
        return self._stack.currentWidget() is self._notes

    def set_widths(self, outline: int, notes: int) -> None:
        """Set how wide the two side panels are when they are open."""
        self._widths = [self._px(outline), 728, self._px(notes)]

    def set_scale(self, scale: float) -> None:
        """Grow with the letters in the panels; the bounds under which they fold grow as well."""
        if scale == self._scale:
            return
        outline, notes = self.widths()
        self._scale = scale
        self.set_widths(outline, notes)
        self._outline.setMinimumWidth(self._px(_OUTLINE[0]))
        self._outline.setMaximumWidth(self._px(_OUTLINE[1]))
        self._fold(self.width())

    def _px(self, pixels: int) -> int:
        return round(pixels * self._scale)

    def widths(self) -> tuple[int, int]:
        """Return how wide the two side panels are when they are open, at the letters' usual size."""
        return round(self._widths[0] / self._scale), round(self._widths[2] / self._scale)

    def sides(self, width: int) -> tuple[int, int]:
        """Return how wide clauses and notes stand in a window that wide; 0 for clauses that are folded away."""
        if self.isVisible():
            outline, notes = self.outline_shown, self.notes_open
        else:
            outline, notes = width >= self._px(OUTLINE_FOLDS_BELOW), width >= self._px(NOTES_FOLD_BELOW)
        left, right = self._widths[0], self._widths[2]
        return (left if outline else 0), (right if notes else self._px(COLUMN_WIDTH))

    def show_outline(self, *, shown: bool) -> None:
        """Fold the clauses away or bring them back."""
        self._outline_wanted = shown
        self._apply(outline=shown, notes=self.notes_open)

    def show_notes(self, *, shown: bool) -> None:
        """Fold the notes to shapes or bring the cards back."""
        self._notes_wanted = shown
        self._apply(outline=self.outline_shown, notes=shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold and unfold where a bound is crossed."""
        super().resizeEvent(event)
        width, before = event.size().width(), self._last_width
        self._last_width = width
        bounds = self._px(NOTES_FOLD_BELOW), self._px(OUTLINE_FOLDS_BELOW)
        if not before or any((width < bound) != (before < bound) for bound in bounds):
            self._fold(width)
        else:
            self._place(outline=self.outline_shown, notes=self.notes_open)

    def _fold(self, width: int) -> None:
        self._apply(
            outline=self._outline_wanted and width >= self._px(OUTLINE_FOLDS_BELOW),
            notes=self._notes_wanted and width >= self._px(NOTES_FOLD_BELOW),
        )

    def _dragged(self, _place: int, handle: int) -> None:
        """Remember the width of the panel whose edge was dragged; what the window squeezes is nobody's choice."""
        sizes = self._splitter.sizes()
        if handle == 1 and self.outline_shown:
            self._widths[0] = sizes[0]
        elif handle != 1 and self.notes_open:
            self._widths[2] = sizes[2]

    def _apply(self, *, outline: bool, notes: bool) -> None:
        self._outline.setVisible(outline)
        self._stack.setCurrentWidget(self._notes if notes else self._column)
        self._stack.setMinimumWidth(self._px(_NOTES[0]) if notes else self._px(COLUMN_WIDTH))
        self._stack.setMaximumWidth(self._px(_NOTES[1]) if notes else self._px(COLUMN_WIDTH))
        self._place(outline=outline, notes=notes)
        self.folding_changed.emit()

    def _place(self, *, outline: bool, notes: bool) -> None:
        """Give each panel the width that was chosen for it, as far as the window has room."""
        left = self._widths[0] if outline else 0
        right = self._widths[2] if notes else self._px(COLUMN_WIDTH)
        self._splitter.setSizes([left, max(320, self.width() - left - right), right])
