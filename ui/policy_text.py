"""Mouse and keys on the policy's text: what a click turned out to be, selecting, digits, the ends of a note's words."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QWidget

from annotations.model import Severity
from ui.highlight_painter import HighlightPainter
from ui.page_style import GUTTER
from ui.paper_selection import Motion
from ui.range_handles import Handle, handle_at
from ui.text_area import TextArea

__all__ = ["PolicyText", "Press", "is_del_for_a_command", "severity_of_key"]

_DIGITS = {
    digit: severity for digits in ("12345", "１２３４５") for digit, severity in zip(digits, Severity, strict=True)
}
_MODIFIERS = frozenset({Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr})
_WHEN_ALONE = Qt.KeyboardModifier.KeypadModifier
_ARROWS = frozenset({
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down,
    Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
})  # fmt: skip
_Key = QKeySequence.StandardKey
_BY_WORDS = {
    _Key.MoveToPreviousWord: (Motion.WORD_BACK, False),
    _Key.MoveToNextWord: (Motion.WORD_ON, False),
    _Key.SelectPreviousWord: (Motion.WORD_BACK, True),
    _Key.SelectNextWord: (Motion.WORD_ON, True),
}
_BY_LETTERS = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
_MOUSE = frozenset({
    QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick
})  # fmt: skip


def is_del_for_a_command(event: QEvent) -> bool:
    """Whether Del is about to be a command. While words are selected it would take a note that may be far away."""
    asked = event.type() is QEvent.Type.ShortcutOverride
    return asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete


def severity_of_key(text: str) -> Severity | None:
    """Return the severity of a digit as typed, half or full width; None for anything else."""
    return _DIGITS.get(text)


class Press(Enum):
    """What a press of the mouse turned out to be."""

    CLICK = auto()
    GUTTER = auto()
    WORD = auto()
    SENTENCE = auto()
    DRAG = auto()
    HANDLE = auto()


class PolicyText(TextArea):
    """The page with hands on it. Positions in its signals are Qt's."""

    digit_typed = Signal(object)
    pressed_at = Signal(object, int)  # Press, position
    let_go = Signal()
    carry_wanted = Signal(int)  # position: what is marked there is dragged out
    press_began = Signal()
    whole_wanted = Signal()  # what comes may need all of the policy
    motion_wanted = Signal(object, bool)  # Motion, whether the selection goes along
    pointed_at = Signal(int)  # the position under the pointer, -1 for none
    end_moved = Signal(object, int, int)  # the Handle that was dragged, the new range's ends

    def __init__(self, painter: HighlightPainter, parent: QWidget | None = None) -> None:
        super().__init__(painter, parent)
        self._pressed = QPoint()
        self._press = Press.CLICK
        self._held: Handle | None = None
        self._beside_page = False
        self._dragged_from = 0
        self.snapped: Callable[[int, int], tuple[int, int]] = lambda anchor, caret: (anchor, caret)
        self._third_click = QTimer(self)
        self._third_click.setSingleShot(True)
        self.viewport().setMouseTracking(True)

    # -- keys -------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a digit as a severity when words are selected, go by our own words; everything else is Qt's."""
        if self._judges(event) or self._lets_go(event):
            event.accept()
            return
        if event.key() not in _MODIFIERS:
            self.whole_wanted.emit()
        if event.key() in _ARROWS:
            self._bring_caret()
        motion = next((wish for key, wish in _BY_WORDS.items() if event.matches(key)), None)
        if motion is not None:
            self.motion_wanted.emit(*motion)
            event.accept()
        else:
            super().keyPressEvent(event)
        self._follow_caret()

    def _judges(self, event: QKeyEvent) -> bool:
        severity = severity_of_key(event.text())
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, _WHEN_ALONE)
        if severity is None or not plain or not self.textCursor().hasSelection():
            return False
        self.digit_typed.emit(severity)
        return True

    def _lets_go(self, event: QKeyEvent) -> bool:
        """Whether Esc gave up the end of a note's words that was being dragged, or let go of what is selected."""
        dragging = self._press is Press.HANDLE
        if event.key() != Qt.Key.Key_Escape or not (dragging or self.textCursor().hasSelection()):
            return False
        if dragging:
            self._press, self._held = Press.WORD, None  # what is still held down means nothing any more
        self._clear()
        return True

    def _bring_caret(self) -> None:
        """Begin where one reads, not where the caret was left many screens ago."""
        cursor = self.textCursor()
        if not cursor.hasSelection() and not self.viewport().rect().intersects(self.cursorRect()):
            cursor.setPosition(self.cursorForPosition(self.nearest(QPoint(GUTTER + 1, 8))).position())
            self.setTextCursor(cursor)

    def _follow_caret(self) -> None:
        """Show the caret where Qt could not: it goes no further than the scroll bar knew before the key."""
        strip, caret = self.verticalScrollBar(), self.cursorRect()
        below = caret.bottom() - self.viewport().height()
        if below > 0 and strip.value() == strip.maximum():
            self.make_room(strip.value() + below)
            self.ensureCursorVisible()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take a full-width digit that an input method commits all the same."""
        severity = severity_of_key(event.commitString())
        if severity is not None and self.textCursor().hasSelection():
            self.digit_typed.emit(severity)
        event.accept()

    # -- the mouse --------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Take what is done in the white left of the column as done in the text: a drag may begin there."""
        if event.type() in _MOUSE and isinstance(event, QMouseEvent) and self._from_margin(event):
            there = _at(event, event.position() - self.viewport().pos())
            match event.type():
                case QEvent.Type.MouseMove:
                    self.mouseMoveEvent(there)
                case QEvent.Type.MouseButtonRelease:
                    self.mouseReleaseEvent(there)
                case _:
                    self.mousePressEvent(there)
            return True
        if is_del_for_a_command(event) and self.textCursor().hasSelection():
            event.accept()
            return True
        return super().event(event)

    def _from_margin(self, event: QMouseEvent) -> bool:
        """Whether the left button went down beside the page; what the page itself let pass comes here too."""
        left = Qt.MouseButton.LeftButton
        if event.type() is QEvent.Type.MouseMove:
            return self._beside_page and bool(event.buttons() & left)
        if event.button() is not left:
            return False
        if event.type() is QEvent.Type.MouseButtonRelease:
            was, self._beside_page = self._beside_page, False
            return was
        self._beside_page = not self.viewport().geometry().contains(event.position().toPoint())
        return self._beside_page

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember what began here: a click, a click in the gutter, a third click, a drag of a note's end."""
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        place, last = event.position().toPoint(), self._pressed
        self._pressed = place
        if self._third_click.isActive() and (place - last).manhattanLength() < QApplication.startDragDistance():
            self._press = Press.SENTENCE
            self._announce()
            return
        self.press_began.emit()
        self._held = self._handle_at(place)
        self._press = Press.HANDLE if self._held else Press.GUTTER if self._in_gutter(place) else Press.CLICK
        if self._press is Press.CLICK:
            super().mousePressEvent(_at(event, QPointF(self.nearest(place))))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag a selection or a note's end; a press that has already taken something drags nothing."""
        place = event.position().toPoint()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._show_pointer(place)
            self.pointed_at.emit(self.character_at(place) if self.on_letters(place) else -1)
            super().mouseMoveEvent(event)
            return
        if self._press is Press.HANDLE:
            self._drag_end(place)
            return
        far = (place - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if far and self._press is Press.CLICK and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._press = Press.WORD  # nothing follows: what is dragged out ends elsewhere
            self.carry_wanted.emit(self.character_at(self.nearest(self._pressed)))
            return
        if far and self._press in (Press.CLICK, Press.GUTTER):
            self._begin_drag(event)
        if self._press is Press.DRAG:
            inside = self.viewport().rect().contains(place)  # beyond it Qt scrolls along
            super().mouseMoveEvent(_at(event, QPointF(self.nearest(place))) if inside else event)
            if not event.modifiers() & _BY_LETTERS:
                self._take_whole_words()

    def _take_whole_words(self) -> None:
        """Let the drag take whole words where it began inside one."""
        cursor = self.textCursor()
        anchor, caret = self.snapped(self._dragged_from, cursor.position())
        if (anchor, caret) != (cursor.anchor(), cursor.position()):
            cursor.setPosition(anchor)
            cursor.setPosition(caret, QTextCursor.MoveMode.KeepAnchor)
            strip, value = self.verticalScrollBar(), self.verticalScrollBar().value()
            self.setTextCursor(cursor)
            strip.setValue(value)

    def viewportEvent(self, event: QEvent) -> bool:
        """Point at nothing when the pointer leaves."""
        if event.type() is QEvent.Type.Leave:
            self.pointed_at.emit(-1)
        return super().viewportEvent(event)

    def _begin_drag(self, event: QMouseEvent) -> None:
        """Begin to select; what was pressed left of the words begins with the first of its line."""
        if self._press is Press.GUTTER:
            self._clear()
            press = QEvent.Type.MouseButtonPress
            place = QPointF(self.nearest(QPoint(max(self._pressed.x(), 0), self._pressed.y())))
            everywhere = self.viewport().mapToGlobal(place)
            left = Qt.MouseButton.LeftButton
            super().mousePressEvent(QMouseEvent(press, place, everywhere, left, left, event.modifiers()))
        self._press = Press.DRAG
        self._dragged_from = self.textCursor().anchor()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Say what the press came to."""
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)
            return
        if self._press is Press.GUTTER or (self._press is Press.CLICK and self.on_letters(self._pressed)):
            self._announce()
        if self._press in (Press.CLICK, Press.DRAG):
            super().mouseReleaseEvent(_at(event, QPointF(self.nearest(event.position().toPoint()))))
        if self._press is Press.HANDLE and self._held is not None:
            self._settle_end(self._held)
            return
        self.let_go.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for the word; a third press soon after asks for the sentence."""
        place = event.position().toPoint()
        if event.button() is Qt.MouseButton.LeftButton and not self._in_gutter(place):
            self._pressed = place
            self._press = Press.WORD
            self._third_click.start(QApplication.doubleClickInterval())
            self._announce()
            return
        self.mousePressEvent(event)

    def _announce(self) -> None:
        place = self._pressed
        if self._press is Press.GUTTER:
            place = QPoint(max(place.x(), GUTTER), place.y())
        self.pressed_at.emit(self._press, self.character_at(self.nearest(place)))

    def _in_gutter(self, place: QPoint) -> bool:
        return 0 <= place.x() + self.horizontalScrollBar().value() < GUTTER - 1

    def _clear(self) -> None:
        """Select nothing and scroll nowhere: Qt would go to the caret."""
        cursor, value = self.textCursor(), self.verticalScrollBar().value()
        cursor.clearSelection()
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(value)

    # -- the ends of the current note's words -----------------------------------------------------------------------

    def _handle_at(self, place: QPoint) -> Handle | None:
        if not (self._painter.emphasis.movable and self._painter.emphasis.current):
            return None
        blocks = self.visible_blocks(place.y() - GUTTER, place.y() + GUTTER)
        return handle_at(self._painter.handles(blocks), QPointF(place))

    def _drag_end(self, place: QPoint) -> None:
        """Select what the note would speak about if the mouse were let go here."""
        if self._held is None:
            return
        gap = self.cursorForPosition(self.nearest(place)).position()
        cursor = self.textCursor()
        cursor.setPosition(self._held.fixed)
        cursor.setPosition(gap, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _settle_end(self, held: Handle) -> None:
        cursor = self.textCursor()
        self._press, self._held = Press.CLICK, None
        if cursor.hasSelection():
            self.end_moved.emit(held, cursor.selectionStart(), cursor.selectionEnd())
            self._clear()

    def _show_pointer(self, place: QPoint) -> None:
        """Show by the pointer what a press here would do."""
        shape = Qt.CursorShape.IBeamCursor
        if self._handle_at(place) is not None:
            shape = Qt.CursorShape.SizeHorCursor
        elif self._in_gutter(place):
            shape = Qt.CursorShape.PointingHandCursor
        if self.viewport().cursor().shape() is not shape:
            self.viewport().setCursor(shape)


def _at(event: QMouseEvent, place: QPointF) -> QMouseEvent:
    """Return the same event at another place."""
    return QMouseEvent(event.type(), place, event.globalPosition(), event.button(), event.buttons(), event.modifiers())
