"""The open card: an editor laid over its row of the list, which keeps room for it."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QModelIndex, QObject, QPoint, QRect, QSize, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QStyle

from annotations.model import Note
from ui.models.notes_model import NotesModel
from ui.panels.card_delegate import CardDelegate
from ui.panels.card_editor import CardEditor
from ui.panels.card_painter import CARD_GAP, MARGIN

__all__ = ["OpenCard"]

_UNFOLDING = 160
_MOST_MOVED = 400
"""Rows up to which the list is laid out anew for every frame of the movement."""


class OpenCard(QObject):
    """Opens, places and shuts the editor. `moved` says that its row has another height now."""

    moved = Signal()

    def __init__(self, view: QListView, notes: NotesModel, cards: CardDelegate, editor: CardEditor) -> None:
        super().__init__(view)
        self._view, self._notes, self._cards, self.editor = view, notes, cards, editor
        self._height = 0
        self._unfolding = QVariantAnimation(self)
        self._unfolding.setDuration(_UNFOLDING)
        self._unfolding.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._unfolding.valueChanged.connect(self._unfold)
        self._unfolding.finished.connect(self._unfolded)
        editor.hide()
        editor.height_changed.connect(self._grew)
        view.verticalScrollBar().valueChanged.connect(self.place)

    @property
    def uid(self) -> str:
        """The note whose card is open, empty for none."""
        return self._cards.open

    @property
    def height(self) -> int:
        """How high the card is, or will be once it has unfolded."""
        return self._height

    def open(self, note: Note) -> None:
        """Open a note's card where it stands."""
        folded = self._view.visualRect(self._index(note.uid)).height() - CARD_GAP
        again = self.uid == note.uid
        self._cards.current = self._cards.open = note.uid
        self._show(note)
        self.editor.setFixedWidth(self._cards.card_width)
        self.measure()
        self.editor.show()
        if not again and self._may_move() and 0 < folded < self._height:
            self._unfolding.setStartValue(folded)
            self._unfolding.setEndValue(self._height)
            self._unfolding.start()
        QTimer.singleShot(0, self, self.show_whole)

    def close(self) -> None:
        """Shut the card; what was typed is kept, and the list gets the keys the card had."""
        if not self.uid:
            return
        focused = self._view.window().focusWidget()
        had_focus = focused is not None and self.editor.isAncestorOf(focused)
        self._unfolding.stop()
        self.editor.clearMask()
        self.editor.close_note()
        self._cards.open = ""
        self.editor.hide()
        if had_focus:
            self._view.setFocus()

    def refresh(self) -> None:
        """Show the note as it is now; shut the card of one that is gone."""
        row = self._notes.row_of(self.uid) if self.uid else -1
        if self.uid and row < 0:
            self.close()
        elif row >= 0:
            self._show(self._notes.shown[row])

    def set_width(self, width: int) -> None:
        """Be as wide as the cards."""
        self.editor.setFixedWidth(width)

    def measure(self) -> bool:
        """Fit the card into the panel; whether that gave it another height."""
        height = self.editor.fit_into(self._view.viewport().height() - CARD_GAP)
        grew = height != self._height
        self._height = height
        if self._running:
            self._unfolding.setEndValue(height)
        else:
            self._cards.open_height = height
        return grew

    def place(self) -> None:
        """Lay the editor over its row."""
        if not self.uid or self._notes.row_of(self.uid) < 0:
            return
        rect = self._view.visualRect(self._index(self.uid))
        size = QSize(self._cards.card_width, self._height if self._running else rect.height() - CARD_GAP)
        self.editor.setGeometry(QRect(QPoint(rect.left() + MARGIN, rect.top()), size))
        if self._running:
            self.editor.setMask(QRegion(0, 0, size.width(), self._cards.open_height))

    def show_whole(self) -> None:
        """Bring the card into sight once its height is settled; one too tall for the panel by its head."""
        if not self.uid or self._running or self._notes.row_of(self.uid) < 0:
            return
        index = self._index(self.uid)
        tall = self._view.visualRect(index).height() > self._view.viewport().height()
        hints = QAbstractItemView.ScrollHint
        self._view.scrollTo(index, hints.PositionAtTop if tall else hints.EnsureVisible)
        self.place()
        self._show_caret()

    # -- inside ------------------------------------------------------------------------------------------------------

    @property
    def _running(self) -> bool:
        return self._unfolding.state() is QVariantAnimation.State.Running

    def _index(self, uid: str) -> QModelIndex:
        return self._notes.index(self._notes.row_of(uid))

    def _show(self, note: Note) -> None:
        self.editor.show_note(note, self._notes.address_of(note))

    def _show_caret(self) -> None:
        """Scroll a card too tall for the panel until the field with the keys is in sight."""
        field, view = self.editor.focusWidget(), self._view.viewport()
        if field is not None and field.hasFocus():
            below = field.mapTo(view, field.rect().bottomLeft()).y() + CARD_GAP - view.height()
            if below > 0:
                self._view.verticalScrollBar().setValue(self._view.verticalScrollBar().value() + below)

    def _grew(self) -> None:
        if self.uid and self.measure():
            self.moved.emit()
            QTimer.singleShot(0, self, self.show_whole)

    def _unfold(self, height: object) -> None:
        if self.uid and isinstance(height, int):
            self._cards.open_height = height
            self.moved.emit()

    def _unfolded(self) -> None:
        self.editor.clearMask()
        self._cards.open_height = self._height
        self.moved.emit()
        self.show_whole()

    def _may_move(self) -> bool:
        """Whether movement is wanted, by the system and by the reviewer, and would not stutter."""
        view, application = self._view, QApplication.instance()
        wanted = view.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, view) > 0
        still = application is not None and bool(application.property("still"))
        return wanted and not still and view.isVisible() and self._notes.rowCount() <= _MOST_MOVED
