"""The places to be looked at on a new version, each with its note and what became of it; its keys decide."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from annotations.carry_review import ToSee
from annotations.model import Note
from ui.icons import icon
from ui.look import Look
from ui.models.carried import state_words
from ui.shapes import shape_icon

__all__ = ["KEYS", "CarryList"]

KEYS = {
    Qt.Key.Key_A: "accept", Qt.Key.Key_P: "place", Qt.Key.Key_D: "resolve", Qt.Key.Key_L: "lost",
    Qt.Key.Key_J: "next", Qt.Key.Key_K: "previous", Qt.Key.Key_Return: "look", Qt.Key.Key_Enter: "look",
    Qt.Key.Key_Escape: "leave",
}  # fmt: skip
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_TITLE = 60
_DONE, _ALARMING = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class _Rows(QStyledItemDelegate):
    """Writes a note's title, and below it what became of it, what is alarming in the colour of alerts."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, box = self.look, option.rect.adjusted(4, 2, -4, -2)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.theme.row))
            painter.drawRoundedRect(box, 6, 6)
            painter.fillRect(QRect(box.left() - 4, box.top() + 6, 3, box.height() - 12), QColor(look.theme.accent))
        side = look.px(16)
        index.data(Qt.ItemDataRole.DecorationRole).paint(painter, QRect(box.left() + 8, box.top() + 6, side, side))
        words = box.adjusted(side + 16, 4, -8, -4)
        self._write(painter, words, index, top=True)
        self._write(painter, words, index, top=False)
        painter.restore()

    def _write(self, painter: QPainter, box: QRect, index: QModelIndex | QPersistentModelIndex, *, top: bool) -> None:
        look = self.look
        done, alarming = index.data(_DONE), index.data(_ALARMING)
        colour = look.theme.third if done else look.theme.text if top else look.theme.second
        if alarming and not top and not done:
            colour = look.theme.alert
        font = look.font(13, strong=not done) if top else look.font(12)
        words = str(index.data()).split("\n")[0 if top else 1]
        half = QRect(box.left(), box.top() if top else box.center().y(), box.width(), box.height() // 2)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, half.width())
        painter.drawText(half, int(Qt.AlignmentFlag.AlignVCenter), shown)


class CarryList(QListWidget):
    """Tells which key was pressed and which row is looked at; knows nothing of what comes of it."""

    key_wanted = Signal(str)
    choice_wanted = Signal(int)
    row_wanted = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows = _Rows(look, self)
        self.setItemDelegate(self._rows)
        self.setUniformItemSizes(True)
        self.setViewportMargins(8, 0, 4, 8)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentRowChanged.connect(self.row_wanted)

    def fill(self, items: Sequence[ToSee], notes: Sequence[Note], row: int, language: str) -> None:
        """Show the places, one of them the current one."""
        known = {note.uid: note for note in notes}
        blocked = self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.clear()
        for one in items:
            self.addItem(self._item(one, known[one.note], language))
        self.setCurrentRow(row)
        self.blockSignals(blocked)

    def set_look(self, look: Look) -> None:
        """Draw in other colours from the next filling on."""
        self._look = self._rows.look = look

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the list from commands of the window that have the same."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A accepts, P places, D resolves, L keeps as lost, a digit chooses a place, J and K step."""
        if not _own(event):
            super().keyPressEvent(event)
        elif event.key() in KEYS:
            self.key_wanted.emit(KEYS[Qt.Key(event.key())])
        else:
            self.choice_wanted.emit(event.key() - Qt.Key.Key_1)

    def _item(self, one: ToSee, note: Note, language: str) -> QListWidgetItem:
        theme = self._look.theme
        title = note.title or " ".join(note.issue.split())[:_TITLE] or " ".join(one.words.split())[:_TITLE]
        item = QListWidgetItem(f"#{note.number}  {title}\n{state_words(one, language)}")
        item.setSizeHint(QSize(0, self._look.px(48)))
        item.setIcon(icon("check-circle", theme.done, 16) if one.decided else shape_icon(note.severity, theme))
        item.setData(_DONE, bool(one.decided))
        item.setData(_ALARMING, bool(one.alerts))
        item.setToolTip(item.text())
        return item


def _own(event: QKeyEvent) -> bool:
    digit = Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9
    return event.modifiers() in _PLAIN and (event.key() in KEYS or digit)
