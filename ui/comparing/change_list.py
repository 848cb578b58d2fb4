"""The list of changes: a row each with its clause, what happened, the words before and after, signs and notes."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from documents.comparing.model import Change
from ui.comparing.change_words import ChangeWords
from ui.comparing.changes_model import ChangesModel, NotesRole, WordsRole
from ui.icons import icon
from ui.look import Look
from ui.theme import row_pen

__all__ = ["ChangeList"]

_LINE, _PAD = 20, 8
AnyIndex = QModelIndex | QPersistentModelIndex


class _Rows(QStyledItemDelegate):
    """Draws four lines a change: a list of thousands need not be measured, as all are equally high."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        return QSize(0, self._look.px(4 * _LINE) + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        words, look = index.data(WordsRole), self._look
        if not isinstance(words, ChangeWords):
            return
        box = option.rect.adjusted(4, 2, -4, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(box.left() + 12, option.rect.bottom(), box.width() - 20, 1, QColor(look.theme.line))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(row_pen(look.theme))
            painter.setBrush(QColor(look.theme.row))
            painter.drawRoundedRect(box, 6, 6)
            painter.fillRect(QRect(box.left(), box.top() + 6, 3, box.height() - 12), QColor(look.theme.accent))
        lines = [
            QRect(box.left() + 12, box.top() + _PAD - 2 + look.px(_LINE * number), box.width() - 20, look.px(_LINE))
            for number in range(4)
        ]
        self._write_head(painter, lines[0], words, index.data(NotesRole))
        used = self._write_words(painter, lines[1], lines[2], words)
        self._write_kind(painter, lines[1 + used], words)
        painter.restore()

    def _write_head(self, painter: QPainter, line: QRect, words: ChangeWords, notes: tuple[int, ...]) -> None:
        look = self._look
        if notes:
            marks = " ".join(f"#{number}" for number in notes[:3]) + (" …" if len(notes) > 3 else "")
            taken = _write(painter, line, marks, look.font(12), look.theme.second, right=True)
            side = look.px(14)
            place = QRect(line.right() - taken - side - 4, line.center().y() - side // 2, side, side)
            icon("chat-text", look.theme.second, side).paint(painter, place)
            line.setRight(place.left() - 8)
        _write(painter, line, words.where, look.font(13, strong=True), look.theme.text)

    def _write_words(self, painter: QPainter, first: QRect, second: QRect, words: ChangeWords) -> int:
        """Write what went above what came; what stands alone may take both lines. Return how many it took."""
        look, theme = self._look, self._look.theme
        if words.before and words.after:
            _write(painter, first, f"− {words.before}", look.font(13), theme.deleted_text)
            _write(painter, second, f"+ {words.after}", look.font(13), theme.inserted_text)
            return 2
        said, colour = words.quoted, theme.second
        if words.before:
            said, colour = f"− {words.before}", theme.deleted_text
        elif words.after:
            said, colour = f"+ {words.after}", theme.inserted_text
        cut = _first_line(said, look.font(13), first.width())
        _write(painter, first, said[:cut].rstrip(), look.font(13), colour)
        _write(painter, second, said[cut:].lstrip(), look.font(13), colour)
        return 1 if cut >= len(said) else 2

    def _write_kind(self, painter: QPainter, line: QRect, words: ChangeWords) -> None:
        look, theme = self._look, self._look.theme
        room = QRect(line)
        if words.signs:
            taken = _write(painter, room, f"⚠ {words.signs}", look.font(12, strong=True), theme.alert)
            room.setLeft(min(room.left() + taken + 12, room.right()))
        _write(painter, room, words.what, look.font(12), theme.second)


class ChangeList(QListView):
    """Tells which change is gone to; knows nothing of the texts."""

    change_chosen = Signal(object)

    def __init__(self, model: ChangesModel, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._changes = model
        self.setModel(model)
        self.setItemDelegate(_Rows(look, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.clicked.connect(lambda index: self.change_chosen.emit(model.shown[index.row()]))

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:  # noqa: N802 - Qt's name
        """Tell which change the keys went to."""
        super().currentChanged(current, previous)
        if self.hasFocus() and current.isValid():
            self.change_chosen.emit(self._changes.shown[current.row()])

    def keyboardSearch(self, _letters: str) -> None:  # noqa: N802 - Qt's name
        """Letters and digits are keys of the window."""

    def show_current(self, change: Change | None) -> None:
        """Mark a change, and bring it into view."""
        row = self._changes.row_of(change)
        if row < 0:
            self.clearSelection()
            return
        index = self._changes.index(row)
        if index != self.currentIndex() or not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        self.scrollTo(index)


def _write(  # noqa: PLR0913 - one line: where, what, how
    painter: QPainter, box: QRect, words: str, font: QFont, colour: str, *, right: bool = False
) -> int:
    """Write a line, cut by … at its end; return how wide it is."""
    shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.setFont(font)
    painter.setPen(QColor(colour))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), shown)
    return QFontMetrics(font).horizontalAdvance(shown)


def _first_line(words: str, font: QFont, width: int) -> int:
    """Return how many letters fit into a line: up to a space where there is one, all where all fit."""
    if QFontMetrics(font).horizontalAdvance(words) <= width:
        return len(words)
    layout = QTextLayout(words, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width - 4)
    layout.endLayout()
    return line.textLength()
