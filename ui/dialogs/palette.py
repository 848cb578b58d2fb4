"""The palette: every command, clause, note and document at one field, found by a few letters."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.look import Look
from ui.models.entries import Entry, fitting
from ui.shapes import paint_shape
from ui.theme import row_pen

__all__ = ["Palette"]

_WIDTH, _HEIGHT, _ROW, _SIDE = 560, 420, 32, 12
_FROM_TOP = 84
AnyIndex = QModelIndex | QPersistentModelIndex
_ENTRY = int(Qt.ItemDataRole.UserRole) + 1
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}


class _Lines(QAbstractListModel):
    """The entries that fit, as rows."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: tuple[Entry, ...] = ()

    def show(self, entries: tuple[Entry, ...]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entries[index.row()]
        if role == _ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (entry.words, entry.hint) if part)
        return None


class _LineDelegate(QStyledItemDelegate):
    """Draws a line: words on the left, key or place on the right."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        return QSize(_WIDTH, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        entry = index.data(_ENTRY)
        if not isinstance(entry, Entry):
            return
        rect: QRect = option.rect
        theme, font, small = self._look.theme, self._look.font(13), self._look.font(12)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(row_pen(theme))
            painter.setBrush(QColor(theme.row))
            painter.drawRoundedRect(rect.adjusted(4, 1, -4, -1), 6, 6)
        inner = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        taken = self._right(painter, inner, entry.hint, QFontMetricsF(small).horizontalAdvance(entry.hint))
        if entry.mark is not None:
            paint_shape(painter, QRectF(inner.left(), inner.center().y() - 6, 14, 14), entry.mark, theme)
            inner.setLeft(inner.left() + 22)
        painter.setFont(font)
        painter.setPen(QColor(theme.text if entry.allowed else theme.third))
        room = inner.width() - taken
        words = QFontMetricsF(font).elidedText(entry.words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)

    def _right(self, painter: QPainter, inner: QRect, hint: str, width: float) -> float:
        """Draw what stands on the right; returns the room it takes."""
        painter.setFont(self._look.font(12))
        painter.setPen(QColor(self._look.theme.second))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), hint)
        return width + 16 if hint else 0.0


class Palette(QFrame):
    """Type, choose with the arrows, Return. It floats in the window, and goes when one turns away from it.

    No window of its own: it has the keys at once, and an input method works in it as in any field.
    """

    left = Signal()

    def __init__(self, entries: Sequence[Entry], look: Look, parent: QWidget, typed: str = "") -> None:
        super().__init__(parent)
        self._entries = entries
        name = self.tr("Go to or do anything")
        self.setAccessibleName(name)
        self.field = QLineEdit(self)
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(self.tr("A command, § a clause, # a note, / a document"))
        self.model = _Lines(self)
        self.list = QListView(self)
        self.nothing = QLabel(self.tr("Nothing is called that."), self)
        self.nothing.setProperty("look", "hint")
        self._lay_out(look)
        self.field.textChanged.connect(self._typed)
        self.field.installEventFilter(self)
        self.list.clicked.connect(self._choose)
        self.field.setText(typed)
        self._typed(typed)
        self._place(parent)

    def open(self) -> None:
        """Come up over everything and take the keys."""
        self.show()
        self.raise_()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows walk the list while the letters go into the field."""
        if watched is self.field and event.type() == QEvent.Type.FocusOut:
            self._go()
        elif watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._pressed(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _pressed(self, key: Qt.Key) -> bool:
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self._leave()
        else:
            return False
        return True

    def _leave(self) -> None:
        """Go, and let the keys go back to where they were."""
        self.field.removeEventFilter(self)
        self._go()
        self.left.emit()

    def _go(self) -> None:
        self.hide()
        self.deleteLater()

    def _typed(self, typed: str) -> None:
        self.model.show(fitting(self._entries, typed))
        self.nothing.setVisible(not self.model.entries)
        self.list.setCurrentIndex(self.model.index(0))

    def _step(self, step: int) -> None:
        rows = self.model.rowCount()
        if rows:
            row = (self.list.currentIndex().row() + step) % rows if abs(step) == 1 else self._far(step)
            self.list.setCurrentIndex(self.model.index(row))

    def _far(self, step: int) -> int:
        return min(max(self.list.currentIndex().row() + step, 0), self.model.rowCount() - 1)

    def _choose(self, index: QModelIndex) -> None:
        entry = index.data(_ENTRY)
        if isinstance(entry, Entry) and entry.allowed:
            self._leave()
            behind = self.parentWidget()
            if behind is not None:
                behind.repaint(self.geometry())  # it is gone before a slow command begins
            entry.go()

    def _lay_out(self, look: Look) -> None:
        self.setProperty("look", "floating")
        self.list.setModel(self.model)
        self.list.setItemDelegate(_LineDelegate(look, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("What fits"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.setSpacing(8)
        box.addWidget(self.field)
        box.addWidget(self.nothing)
        box.addWidget(self.list, 1)
        self.setFocusProxy(self.field)

    def _place(self, parent: QWidget) -> None:
        width = min(_WIDTH, parent.width() - 48)
        self.resize(width, min(_HEIGHT, parent.height() - _FROM_TOP - 48))
        self.move((parent.width() - width) // 2, _FROM_TOP)
