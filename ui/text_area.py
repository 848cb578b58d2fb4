"""The policy's text on screen as a page to look at: a read-only QTextEdit that paints highlights and labels."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit, QToolTip, QWidget
from shiboken6 import delete, isValid

from ui.highlight_painter import HighlightPainter, VisibleBlock
from ui.layout_pace import LayoutPace, reaches
from ui.page_style import GUTTER, PageStyle
from ui.revision_marks import RevisionMarks

if TYPE_CHECKING:
    from ui.policy_page import Page

__all__ = ["TextArea"]

_ROWS_BACK = 24
_WHITE = 96  # more than the space that any two paragraphs have between them


class TextArea(QTextEdit):
    """Shows a `Page`. Positions are Qt's: the view around it converts them."""

    resized = Signal()

    def __init__(self, painter: HighlightPainter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painter = painter
        self.revisions = RevisionMarks(painter.theme)
        self._labels: dict[int, str] = {}
        self._style = PageStyle(painter.theme)
        self._shown = self.document()
        self._pace = LayoutPace(self)
        self.copied: Callable[[], QMimeData] = QMimeData
        self.carried: Callable[[], QMimeData] = QMimeData
        self.seen: Callable[[int, int], None] | None = None
        self.described: Callable[[int], str] = lambda _position: ""
        self._set_up()

    @property
    def painter(self) -> HighlightPainter:
        """What paints the marks."""
        return self._painter

    def rest(self, *, resting: bool) -> None:
        """Paint and lay out nothing while a picture of the page to come lies over this one, or go on."""
        self._pace.hold(held=resting)
        self.setUpdatesEnabled(not resting)

    def _set_up(self) -> None:
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("look", "policy")
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.viewport().setAutoFillBackground(False)
        self.setAutoFillBackground(True)

    def show_page(self, page: Page, style: PageStyle) -> None:
        """Show a filled page in place of the last one."""
        self._style = style
        self._apply_theme()
        self._take(page)
        self.setLineWrapColumnOrWidth(GUTTER + style.measure)  # behind it: the old page is not laid out for that

    def _take(self, page: Page) -> None:
        self._labels = page.labels
        self.setDocument(page.document)
        self._pace.watch(page.document)
        last, self._shown = self._shown, page.document
        if isValid(last):
            delete(last)  # PySide 6.11 keeps every document a widget was given as long as the widget lives

    def exchange_page(self, page: Page) -> None:
        """Show more of the policy that is shown: the caret, the selected words and the place in view stay."""
        strip, cursor = self.verticalScrollBar(), self.textCursor()
        value, anchor, position = strip.value(), cursor.anchor(), cursor.position()
        reached = strip.maximum()
        self._take(page)
        cursor = QTextCursor(page.document)
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.make_room(max(value, reached))  # the strip's handle stays as well
        strip.setValue(value)

    def make_all_room(self) -> None:
        """Let the scroll bar reach the end, laid out or not."""
        height = round(self.document().documentLayout().documentSize().height())
        self.verticalScrollBar().setMaximum(max(height - self.viewport().height(), 0))

    def make_room(self, value: int) -> None:
        """Let the scroll bar reach a height that Qt has not laid out yet: Qt tells it step by step, much later."""
        strip = self.verticalScrollBar()
        if value <= strip.maximum():
            return
        if reaches(self.document(), value + self.viewport().height()):
            strip.setMaximum(value)
        else:
            self.make_all_room()

    def _apply_theme(self) -> None:
        theme = self._style.theme
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, QColor(theme.page))
        palette.setColor(QPalette.ColorRole.Base, QColor(theme.page))
        palette.setColor(QPalette.ColorRole.Text, QColor(theme.text))
        palette.setColor(QPalette.ColorRole.Highlight, QColor(theme.selection))
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor(theme.selected_text or theme.text))
        self.setPalette(palette)

    def set_left_margin(self, pixels: int) -> None:
        """Move the column in the view without laying it out again."""
        if self.viewportMargins().left() != pixels:
            self.setViewportMargins(pixels, 0, 0, 0)

    def visible_blocks(self, top: int, bottom: int) -> list[VisibleBlock]:
        """Return the paragraphs between two heights of the viewport, walked from the top.

        Never hit-test the bottom: near a table that answers the end of the document.
        """
        layout = self.document().documentLayout()
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        block = self._first_block(top, down)
        found: list[VisibleBlock] = []
        while block.isValid():
            box = layout.blockBoundingRect(block)
            if box.top() > bottom + down:
                break
            if box.bottom() >= top + down:
                found.append(VisibleBlock(block, QPointF(box.left() - across, box.top() - down)))
            block = block.next()
        return found

    def outlined(self) -> QRect:
        """Return the part of the viewport that the current note's outline takes."""
        blocks = self.visible_blocks(0, self.viewport().height())
        return self._painter.outline_around(blocks).toAlignedRect()

    def _first_block(self, top: int, down: int) -> QTextBlock:
        """Return the first block that may reach below `top`: cells of one row stand side by side, so look back."""
        layout = self.document().documentLayout()
        block = self.cursorForPosition(QPoint(GUTTER + 1, top)).block()
        earlier = block.previous()
        steps = 0
        while earlier.isValid() and steps < _ROWS_BACK:
            if layout.blockBoundingRect(earlier).bottom() > top + down:
                block = earlier
            elif QTextCursor(earlier).currentTable() is None:
                break
            earlier = earlier.previous()
            steps += 1
        return block

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page and the fills, then the letters, then lines and outlines."""
        area = event.rect()
        blocks = self.visible_blocks(area.top() - 16, area.bottom() + 16)
        marked = self._painter.visible_highlights(blocks)
        if self.seen is not None and blocks:
            self.seen(blocks[0].start, blocks[-1].end)
        beneath = QPainter(self.viewport())
        beneath.fillRect(area, QColor(self._style.theme.page))
        self.revisions.paint_beneath(beneath, blocks)
        self._painter.paint_beneath(beneath, blocks, marked)
        beneath.end()
        super().paintEvent(event)
        above = QPainter(self.viewport())
        self._paint_labels(above, blocks)
        self.revisions.paint_above(above, blocks)
        self._painter.paint_above(above, blocks, marked)
        above.end()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say under the pointer what a tracked change is."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self.viewport())
            return True
        return super().viewportEvent(event)

    def tip_at(self, place: QPoint) -> str:
        """Return what is to be said of a point of the viewport; "" for nothing."""
        blocks = self.visible_blocks(place.y() - 1, place.y() + 1)
        return self.revisions.tip_at(place, blocks) or self.described(self.character_at(place))

    def _paint_labels(self, painter: QPainter, blocks: list[VisibleBlock]) -> None:
        if not self._labels:
            return
        painter.setPen(QColor(self._style.theme.second))
        for visible in blocks:
            label = self._labels.get(visible.start)
            if label is not None and visible.block.layout().lineCount():
                painter.setFont(self._style.font_of_label(label))
                line = visible.block.layout().lineAt(0)
                right = visible.origin.x() + line.x() - self._style.label_gap(label)
                width = painter.fontMetrics().horizontalAdvance(label)
                if width > right:
                    label = self._style.cut_label(label, right)
                    width = painter.fontMetrics().horizontalAdvance(label)
                painter.drawText(QPointF(right - width, visible.origin.y() + line.y() + line.ascent()), label)

    def nearest(self, place: QPoint) -> QPoint:
        """Return a point on the line nearest to a place: the white between two paragraphs belongs to one of them."""
        lines = list(self._lines_near(place))
        if not lines or any(line.top() <= place.y() < line.bottom() for line in lines):
            return place
        line = min(lines, key=lambda line: max(line.top() - place.y(), place.y() - line.bottom()))
        return QPoint(place.x(), round(line.center().y()))

    def on_letters(self, place: QPoint) -> bool:
        """Whether a place is on a line's letters, not in the white beside or between them."""
        return any(line.contains(QPointF(place)) for line in self._lines_near(place))

    def _lines_near(self, place: QPoint) -> Iterator[QRectF]:
        """Give the boxes of lines as wide as their letters; in a table only those of the columns at the place."""
        for visible in self.visible_blocks(place.y() - _WHITE, place.y() + _WHITE):
            box = self.document().documentLayout().blockBoundingRect(visible.block)
            across = place.x() + self.horizontalScrollBar().value()
            if QTextCursor(visible.block).currentTable() is None or box.left() <= across <= box.right():
                yield from _lines_about(visible, place.y())

    def character_at(self, place: QPoint) -> int:
        """Return Qt's position of the character whose box holds a point, not of the nearest gap between two."""
        cursor = self.cursorForPosition(place)
        if self.cursorRect(cursor).left() > place.x() and not cursor.atBlockStart():
            cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
        return cursor.position()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the view, which keeps the column in the middle."""
        super().resizeEvent(event)
        self.resized.emit()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy our own words, never Qt's; what is dragged out by the mouse also says where it stands."""
        held = QApplication.mouseButtons() & Qt.MouseButton.LeftButton
        return self.carried() if held else self.copied()


def _lines_about(visible: VisibleBlock, height: int) -> Iterator[QRectF]:
    """Give the boxes of a paragraph's lines near a height of the viewport; a paragraph may have thousands."""
    layout, near = visible.block.layout(), height - visible.origin.y()
    lines = range(layout.lineCount())
    first = bisect_left(lines, near - _WHITE, key=lambda number: layout.lineAt(number).y())
    for number in lines[max(first - 1, 0) :]:
        box = layout.lineAt(number).naturalTextRect()
        if box.top() > near + _WHITE:
            return
        yield box.translated(visible.origin)
