"""The notes folded away: a column of 44 with one shape a note."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from annotations.model import Note
from ui.look import Look
from ui.models.notes_model import NoteRole, NotesModel
from ui.panels.beside_words import CardsBeside
from ui.shapes import paint_shape
from ui.theme import row_pen

__all__ = ["COLUMN_WIDTH", "NotesColumn"]

COLUMN_WIDTH = 44
_ROW = 28


class _ShapeDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.current = ""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self.look.px(COLUMN_WIDTH), self.look.px(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        note = index.data(NoteRole)
        if not isinstance(note, Note):
            return
        rect, side, sign = option.rect, self.look.px(8), self.look.px(14)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if note.uid == self.current or hovered:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(row_pen(self.look.theme))
            painter.setBrush(QColor(self.look.theme.row if note.uid == self.current else self.look.theme.window))
            painter.drawRoundedRect(rect.adjusted(side, 0, -side, 0), 6, 6)
        middle = rect.center()
        paint_shape(
            painter,
            QRectF(middle.x() - sign / 2, middle.y() + 1 - sign / 2, sign, sign),
            note.severity,
            self.look.theme,
        )


class NotesColumn(CardsBeside):
    """Tells which shape was clicked; the full panel then opens on that note."""

    note_wanted = Signal(str)

    def __init__(self, model: NotesModel, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes = model
        self._shapes = _ShapeDelegate(look, self)
        self.setModel(model)
        self.setItemDelegate(self._shapes)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedWidth(look.px(COLUMN_WIDTH))
        self.setMouseTracking(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.activated.connect(self._wanted)
        self.clicked.connect(self._wanted)

    def set_current(self, uid: str) -> None:
        """Show a note as the current one."""
        self._shapes.current = uid
        row = self._notes.row_of(uid)
        if row >= 0:
            self.setCurrentIndex(self._notes.index(row))
        self.viewport().update()

    def stand_beside(self, uid: str, height: int) -> None:
        """Bring a note's shape to a height of the viewport, where its words stand in the policy."""
        row = self._notes.row_of(uid)
        if row >= 0:
            self.put_beside(self.visualRect(self._notes.index(row)), height)

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self._shapes.look = look
        self.setFixedWidth(look.px(COLUMN_WIDTH))
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.setAccessibleName(self.tr("Notes, folded"))

    def viewportEvent(self, event: QEvent) -> bool:
        """Say under the pointer what the note is called."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            words = index.data(Qt.ItemDataRole.DisplayRole) if index.isValid() else ""
            QToolTip.showText(event.globalPos() + QPoint(0, 8), str(words or ""), self)
            return True
        return super().viewportEvent(event)

    def _wanted(self, index: QModelIndex) -> None:
        note = index.data(NoteRole)
        if isinstance(note, Note):
            self.note_wanted.emit(note.uid)
