"""Mouse and keys on the pages of a PDF: selecting by letter, scrolling, zooming, and what a click turned out to be."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from documents.model import PolicyDocument, Span
from ui.paper_area import PaperArea
from ui.paper_marks import PaperMarks
from ui.paper_pictures import PaperPictures
from ui.paper_places import Hit
from ui.paper_selection import Motion, PaperSelection
from ui.policy_text import Press, is_del_for_a_command, severity_of_key
from ui.range_handles import Handle, handle_at
from ui.reading import on_label

__all__ = ["PaperInput"]

_Key = QKeySequence.StandardKey
_MOTIONS = {
    _Key.SelectPreviousChar: Motion.PREVIOUS,
    _Key.SelectNextChar: Motion.NEXT,
    _Key.SelectPreviousLine: Motion.LINE_UP,
    _Key.SelectNextLine: Motion.LINE_DOWN,
    _Key.SelectPreviousWord: Motion.WORD_BACK,
    _Key.SelectNextWord: Motion.WORD_ON,
    _Key.SelectStartOfLine: Motion.LINE_START,
    _Key.SelectEndOfLine: Motion.LINE_END,
    _Key.SelectStartOfDocument: Motion.START,
    _Key.SelectEndOfDocument: Motion.END,
}
_A_NOTCH = 120
_PULL_EVERY = 40
_MODIFIERS_OF_DIGITS = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class PaperInput(PaperArea):
    """The pages with hands on them."""

    selection_moved = Signal()
    caret_moved = Signal()
    digit_typed = Signal(object)
    pressed_at = Signal(object, int)  # Press, the letter
    press_began = Signal()
    let_go = Signal()
    copy_wanted = Signal()
    carry_wanted = Signal(int)  # the letter
    zoom_wanted = Signal(int, QPoint)
    pointed_at = Signal(int)  # the letter under the pointer, -1 for none
    end_moved = Signal(object, object)  # the Handle that was dragged, the new Span

    def __init__(self, marks: PaperMarks, pictures: PaperPictures, parent: QWidget | None = None) -> None:
        super().__init__(marks, pictures, parent)
        self._policy = PolicyDocument("", "", "en", "")
        self.selection = PaperSelection(self._policy, marks.places)
        self._press = Press.CLICK
        self._pressed = QPoint()
        self._pressed_hit: Hit | None = None
        self._held: Handle | None = None
        self._turned, self._extends = 0, False
        self._third_click = QTimer(self, singleShot=True)
        self._pull = QTimer(self, interval=_PULL_EVERY)
        self._pull.timeout.connect(self._pull_along)

    def show_policy(self, policy: PolicyDocument) -> None:
        """Lay out another file's pages, with nothing selected."""
        super().show_policy(policy)
        self._policy = policy
        self.selection = PaperSelection(policy, self.marks.places)

    def selected(self) -> Span | None:
        """Return what is selected, None for nothing."""
        return self.selection.span

    def take(self, span: Span) -> None:
        """Select words."""
        self.selection.take(span)
        self.show_selection()

    def show_selection(self) -> None:
        """Paint what is selected now and tell of it, if it is something else than before."""
        now = self.selection.span
        if now != self.marks.selection:
            self.marks.selection = now
            self.viewport().update()
            self.selection_moved.emit()
        self.caret_moved.emit()

    # -- the mouse --------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click, a selection, the extension of one, or take the sentence by a third click."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        place, last = event.position().toPoint(), self._pressed
        self._pressed, self._pressed_hit = place, self.hit(place)
        if self._third_click.isActive() and (place - last).manhattanLength() < QApplication.startDragDistance():
            self._press = Press.SENTENCE
            self._announce()
            return
        self.press_began.emit()
        self._held = self._handle_at(place)
        if self._held is not None:
            self._press = Press.HANDLE
        elif self._pressed_hit is None:
            self._press = Press.CLICK
            self._put(None)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._press, self._extends = Press.DRAG, True
            self.selection.drag(self._pressed_hit.gap)
            self.show_selection()
        else:
            self._press = Press.GUTTER if self._takes_clause(self._pressed_hit) else Press.CLICK
            self._put(self._pressed_hit if self._press is Press.CLICK else None)

    def _put(self, hit: Hit | None) -> None:
        if hit is not None:
            self.selection.put(hit.gap)
        elif self._press is Press.CLICK:
            self.selection.clear()
        self.show_selection()

    def _takes_clause(self, hit: Hit) -> bool:
        return hit.beside or (hit.inside and on_label(self._policy, hit.point))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag a selection, or show by the pointer what is under it."""
        place = event.position().toPoint()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._show_pointer(place)
            return
        if self._press is Press.HANDLE and self._held is not None:
            self.selection.anchor = self._held.fixed
            self._drag_to(place)
            return
        far = (place - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._press in (Press.CLICK, Press.GUTTER) and far and self._pressed_hit is not None:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._press = Press.WORD  # nothing follows: what is dragged out ends elsewhere
                self.carry_wanted.emit(self._pressed_hit.point)
                return
            self._press, self._extends = Press.DRAG, False
            self.selection.put(self._pressed_hit.gap)
        if self._press is Press.DRAG:
            self._drag_to(place)
            outside = not self.viewport().rect().adjusted(0, 8, 0, -8).contains(QPoint(self._pressed.x(), place.y()))
            if outside and not self._pull.isActive():
                self._pull.start()

    def _drag_to(self, place: QPoint) -> None:
        hit = self.hit(place)
        if hit is not None:
            by_letters = self._press is not Press.DRAG or self._extends
            by_letters = by_letters or bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.AltModifier)
            (self.selection.drag if by_letters else self.selection.drag_over)(hit.gap)
            self.show_selection()

    def _pull_along(self) -> None:
        """Scroll while a selection is dragged beyond the view's edge."""
        place = self.viewport().mapFromGlobal(self.cursor().pos())
        room = self.viewport().rect()
        step = min(place.y() - 8, 0) or max(place.y() - room.bottom() + 8, 0)
        pressed = QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton
        if self._press is not Press.DRAG or not step or not pressed:
            self._pull.stop()
            return
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + step)
        self._drag_to(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Say what the press came to."""
        self._pull.stop()
        if event.button() is Qt.MouseButton.LeftButton:
            if self._press is Press.HANDLE and self._held is not None:
                self._settle_end(self._held)
                return
            if self._press in (Press.CLICK, Press.GUTTER):
                self._announce()
            self.let_go.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for the word; a third press soon after asks for the sentence."""
        place = event.position().toPoint()
        hit = self.hit(place)
        if event.button() is not Qt.MouseButton.LeftButton or hit is None or self._takes_clause(hit):
            self.mousePressEvent(event)
            return
        self._pressed, self._pressed_hit, self._press = place, hit, Press.WORD
        self._third_click.start(QApplication.doubleClickInterval())
        self._announce()

    def _handle_at(self, place: QPoint) -> Handle | None:
        layout = self.layout_of_pages
        handles = (handle for sheet in self.sheets() for handle in self.marks.handles(layout, sheet))
        return handle_at(handles, QPointF(place)) if self.marks.emphasis.movable else None

    def _settle_end(self, held: Handle) -> None:
        chosen = self.selected()
        self._press, self._held = Press.CLICK, None
        if chosen is not None:
            self.end_moved.emit(held, chosen)
            self.selection.clear()
            self.show_selection()

    def _announce(self) -> None:
        hit = self._pressed_hit
        if hit is not None and (hit.inside or self._press is not Press.CLICK):
            self.pressed_at.emit(self._press, hit.point)

    def _show_pointer(self, place: QPoint) -> None:
        hit = self.hit(place) if self._on_paper(place) else None
        shape = Qt.CursorShape.ArrowCursor
        if self._handle_at(place) is not None:
            shape = Qt.CursorShape.SizeHorCursor
        elif hit is not None and self._takes_clause(hit):
            shape = Qt.CursorShape.PointingHandCursor
        elif hit is not None and hit.inside:
            shape = Qt.CursorShape.IBeamCursor
        if self.viewport().cursor().shape() is not shape:
            self.viewport().setCursor(shape)
        self.pointed_at.emit(hit.point if hit is not None and hit.inside else -1)

    def event(self, event: QEvent) -> bool:
        """Let Del do nothing while words are selected: it would take the current note, wherever that is."""
        if is_del_for_a_command(event) and self.selected() is not None:
            event.accept()
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Point at nothing when the pointer leaves."""
        if event.type() is QEvent.Type.Leave:
            self.pointed_at.emit(-1)
        return super().viewportEvent(event)

    def _on_paper(self, place: QPoint) -> bool:
        return any(self.paper(sheet).contains(QPointF(place)) for sheet in self.sheets())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, zoom by whole notches."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._turned += event.angleDelta().y()
        notches = int(self._turned / _A_NOTCH)
        self._turned -= notches * _A_NOTCH
        if notches:
            self.zoom_wanted.emit(notches, event.position().toPoint())
        event.accept()

    # -- keys -------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Judge by a digit, extend the selection, copy, scroll."""
        severity = severity_of_key(event.text())
        if event.key() == Qt.Key.Key_Escape and self._lets_go():
            return
        if severity is not None and event.modifiers() in _MODIFIERS_OF_DIGITS and self.selected() is not None:
            self.digit_typed.emit(severity)
            return
        motion = next((motion for key, motion in _MOTIONS.items() if event.matches(key)), None)
        if motion is not None:
            self._extend(motion)
        elif event.matches(_Key.Copy):
            self.copy_wanted.emit()
        elif event.matches(_Key.SelectAll):
            self.take(Span(0, len(self._policy.text)))
        elif not self._scrolls(event):
            super().keyPressEvent(event)

    def _lets_go(self) -> bool:
        """Give up the end of a note's words that is being dragged, or what is selected; False where there is none."""
        if self._press is Press.HANDLE:
            self._press, self._held = Press.WORD, None  # what is still held down means nothing any more
        elif self.selected() is None:
            return False
        self.selection.clear()
        self.show_selection()
        return True

    def _extend(self, motion: Motion) -> None:
        if self.selection.anchor == self.selection.caret and not self.caret_in_view():
            self.selection.put(self.first_point())
        self.selection.move(motion)
        self.show_selection()
        self.show_point(self.selection.caret)

    def caret_in_view(self) -> bool:
        """Whether the line that keys go on from is in sight."""
        height = self.height_of(self.selection.caret) - self.verticalScrollBar().value()
        return 0 <= height < self.viewport().height()

    def show_point(self, point: int) -> None:
        """Scroll as little as needed to have a letter in view."""
        bar, room = self.verticalScrollBar(), self.viewport().height()
        height = self.height_of(point)
        bar.setValue(min(max(bar.value(), height + 2 * bar.singleStep() - room), max(height - bar.singleStep(), 0)))

    def _scrolls(self, event: QKeyEvent) -> bool:
        bar = self.verticalScrollBar()
        page = bar.pageStep() - bar.singleStep()
        back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        places = {
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
            Qt.Key.Key_Space: bar.value() + (-page if back else page),
            Qt.Key.Key_PageDown: bar.value() + page,
            Qt.Key.Key_PageUp: bar.value() - page,
        }
        place = places.get(Qt.Key(event.key()))
        if place is not None:
            bar.setValue(place)
        return place is not None
