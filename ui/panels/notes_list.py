"""The list of note cards: thousands are drawn, one is live. The open card is an editor laid over its row."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from annotations.model import Note, Severity
from ui.look import Look
from ui.models.notes_model import NoteRole, NotesModel
from ui.models.vocabulary import Vocabulary
from ui.panels.beside_words import CardsBeside
from ui.panels.card_delegate import CardDelegate
from ui.panels.card_editor import CardEditor
from ui.panels.card_painter import CARD_GAP, MARGIN
from ui.panels.note_fields import first_field
from ui.panels.open_card import OpenCard
from ui.people import Sign
from ui.session import Session

__all__ = ["NotesList"]

AnyIndex = QModelIndex | QPersistentModelIndex

_DIGITS = {str(number): severity for number, severity in enumerate(Severity, start=1)}
_DIGITS |= {chr(0xFF10 + number): severity for number, severity in enumerate(Severity, start=1)}
_ADD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_STEPS: dict[int, int] = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}
_A_SLICE = 60
"""Cards measured in one turn of the event loop: some milliseconds."""
_REVIEW: dict[int, str] = {Qt.Key.Key_A: "approve", Qt.Key.Key_R: "answer"}


class NotesList(CardsBeside):
    """Tells which note is pointed at, chosen, opened, judged; draws cards."""

    note_chosen = Signal(str)
    note_hovered = Signal(str)
    several_chosen = Signal(int)
    severity_chosen = Signal(Severity)
    step_wanted = Signal(int)
    review_key = Signal(str)
    leave_wanted = Signal()

    def __init__(self, session: Session, model: NotesModel, look: Look, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._notes = model
        self._cards = CardDelegate(look, self)
        self.reviewing = False
        self._pressing = self._everything = False
        self.setModel(model)
        self.setItemDelegate(self._cards)
        self._lay_out()
        self.editor = CardEditor(session, look, vocabulary, self.viewport())
        self.editor.leave_wanted.connect(self.leave_wanted)
        self._card = OpenCard(self, model, self._cards, self.editor)
        self._card.moved.connect(self._relay)
        self._measuring = QTimer(self, interval=0)
        self._measuring.timeout.connect(self._measure_some)
        model.modelReset.connect(self._forget_chosen)
        model.modelReset.connect(self._refresh)
        model.dataChanged.connect(self._refresh)

    @property
    def open_uid(self) -> str:
        """The note whose card is open, empty for none."""
        return self._cards.open

    @property
    def chosen(self) -> tuple[str, ...]:
        """The notes that are selected, in their order."""
        if self._everything:
            return tuple(note.uid for note in self._notes.shown)
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self._notes.shown[row].uid for row in rows)

    def set_current(self, uid: str) -> None:
        """Show a note as the current one and bring its card into sight; any other open card closes."""
        if self._cards.open and self._cards.open != uid:
            self._card.close()
        self._cards.current = uid
        self._relay()
        several = len(self.selectionModel().selectedRows()) > 1
        if not (several and self.hasFocus() and self._notes.row_of(uid) == self.currentIndex().row()):
            self._select(uid)

    def copy(self) -> None:
        """Put the words of the selected notes on the clipboard, with where they stand."""
        if self._everything:
            self._notes.reach(len(self._notes.shown) - 1)
            super().selectAll()
        rows = self.selectionModel().selectedRows()
        if rows:
            QGuiApplication.clipboard().setMimeData(self._notes.mimeData(rows))

    def choose_one(self) -> None:
        """Let go of all notes that are selected but the current one."""
        self._select(self._cards.current)

    def open_note(self, uid: str, field: str = "") -> None:
        """Open the card of a note where it stands; a field name puts the caret there."""
        row = self._notes.row_of(uid)
        if row < 0:
            return
        self._card.open(self._notes.shown[row])
        self._relay()
        self._select(uid)
        if field:
            self.editor.start(field)

    def keep_in_step(self, position: int) -> None:
        """Have the card of the first note from a place of the policy on in sight; an open card stays where it is."""
        if self._cards.open:
            return
        row = next((row for row, note in enumerate(self._notes.shown) if _first_place(note) >= position), -1)
        if row < 0:
            return
        self._notes.reach(row)
        index = self._notes.index(row)
        rect = self.visualRect(index)
        if rect.top() < 0 or rect.bottom() > self.viewport().height():
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)

    def stand_beside(self, uid: str, height: int) -> None:
        """Bring a note's card to a height of the viewport, where its words stand in the policy."""
        row = self._notes.row_of(uid)
        if row >= 0:
            card = self.visualRect(self._notes.index(row)).adjusted(0, 0, 0, -CARD_GAP)
            if uid == self.open_uid:
                card.setHeight(self._card.height)  # it may still be unfolding
            self.put_beside(card, height)

    def close_note(self) -> None:
        """Shut the open card; what was typed is kept."""
        self._card.close()
        self._relay()

    def set_signs(self, sign_of: Callable[[Note, Look], Sign | None]) -> None:
        """Let cards bear the signs of who wrote them."""
        self._cards.sign_of = sign_of

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self._cards.set_look(look)
        self.editor.set_look(look)
        self._relay()
        self.viewport().update()

    def forget(self) -> None:
        """Forget what was measured for another document's notes."""
        self._cards.forget()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.setAccessibleName(self.tr("Notes"))
        self.editor.retranslate()
        self._relay()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the cards as wide as the panel allows."""
        super().resizeEvent(event)
        width = max(200, self.viewport().width() - MARGIN)
        other = width != self._cards.card_width
        self._cards.card_width = width
        self._card.set_width(width)
        if other or self._cards.open:
            self._card.measure()
            self._relay()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose; with Ctrl or Shift beside what is chosen already. Cards stay where they are until all is chosen."""
        self._pressing = True
        super().mousePressEvent(event)
        self._pressing = False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the card that was clicked; with several chosen none is open."""
        self._pressing = True
        pressed = self.indexAt(event.position().toPoint())
        super().mouseReleaseEvent(event)
        self._pressing = False
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if event.modifiers() & _ADD or len(self.chosen) > 1:
            self._tell(self.currentIndex())
            self.close_note()
        else:
            self._choose(pressed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which note the pointer is on."""
        super().mouseMoveEvent(event)
        note = self.indexAt(event.position().toPoint()).data(NoteRole)
        self.note_hovered.emit(note.uid if isinstance(note, Note) else "")

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer is on no note."""
        super().leaveEvent(event)
        self.note_hovered.emit("")

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the list from commands of the window that have the same."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the card, a digit judges it, J and K step, Esc lets go of several, then goes back to the text."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.choose_one() if len(self.chosen) > 1 else self.leave_wanted.emit()
        elif not self._own(event):
            super().keyPressEvent(event)
        elif event.text() in _DIGITS:
            self.severity_chosen.emit(_DIGITS[event.text()])
        elif event.key() in _STEPS:
            self.step_wanted.emit(_STEPS[event.key()])
        else:
            self.review_key.emit(_REVIEW[event.key()])

    def selectAll(self) -> None:  # noqa: N802 - Qt's own name
        """Choose every note that is shown, also those the list has not come to: they are not laid out for that."""
        super().selectAll()
        self._everything = len(self._notes.shown) > 1
        self._tell_chosen()

    def moveCursor(  # noqa: N802 - Qt's own name
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Let End be the end of all that is shown."""
        if action == QAbstractItemView.CursorAction.MoveEnd:
            self._notes.reach(len(self._notes.shown) - 1)
        return super().moveCursor(action, modifiers)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:  # noqa: N802 - Qt's own
        """Tell how many notes are selected."""
        super().selectionChanged(selected, deselected)
        self._everything = False
        self._tell_chosen()

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:  # noqa: N802 - Qt's own name
        """Make the note the keys have come to the current one."""
        super().currentChanged(current, previous)
        if self.hasFocus() and not self._pressing:
            self._tell(current)

    # -- inside ------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("look", "cards")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Fixed)
        self.setMouseTracking(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.verticalScrollBar().setSingleStep(24)

    def _own(self, event: QKeyEvent) -> bool:
        """Whether a key pressed alone means something to the list."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        return event.text() in _DIGITS or event.key() in _STEPS or (self.reviewing and event.key() in _REVIEW)

    def _forget_chosen(self) -> None:
        self._everything = False
        self._tell_chosen()

    def _tell_chosen(self) -> None:
        self._cards.chosen = frozenset(self.chosen)
        self.several_chosen.emit(len(self._cards.chosen))
        self.viewport().update()

    def _tell(self, index: AnyIndex) -> None:
        note = index.data(NoteRole)
        if isinstance(note, Note) and note.uid != self._cards.current:
            self.note_chosen.emit(note.uid)

    def _choose(self, index: QModelIndex) -> None:
        note = index.data(NoteRole)
        if isinstance(note, Note):
            self.note_chosen.emit(note.uid)
            self.open_note(note.uid, first_field(note))

    def _select(self, uid: str) -> None:
        row = self._notes.row_of(uid)
        if row < 0:
            self.clearSelection()
            return
        index = self._notes.index(row)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        rect = self.visualRect(index)
        if rect.top() < 0 or rect.bottom() > self.viewport().height():
            fits = rect.height() <= self.viewport().height()
            hint = QAbstractItemView.ScrollHint.EnsureVisible if fits else QAbstractItemView.ScrollHint.PositionAtTop
            self.scrollTo(index, hint)
        self._card.place()

    def _refresh(self) -> None:
        self._card.refresh()
        self._relay()

    def _relay(self) -> None:
        """Lay the cards out; those far from what is in sight may stand by their last heights for a moment."""
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        self._card.place()
        self.viewport().update()
        if self._cards.due:
            self._measuring.start()

    def _measure_some(self) -> None:
        """Measure cards far away between other things; in the end lay them out, and what is in sight stays there."""
        self._cards.measure_some(_A_SLICE)
        if self._cards.due:
            return
        self._measuring.stop()
        if not self._cards.take_other_heights():
            return
        top = self.indexAt(QPoint(MARGIN, 1))
        stood = self.visualRect(top).top()
        self._relay()
        if top.isValid():
            strip = self.verticalScrollBar()
            strip.setValue(strip.value() + self.visualRect(top).top() - stood)
            self._card.place()


def _first_place(note: Note) -> int:
    """Where a note's words begin; -1, before everything, for a note without a place."""
    return min((anchor.start for anchor in note.anchors), default=-1)
