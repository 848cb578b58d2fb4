"""Hits of a search as lines: where each stands above, its words below with the found ones marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotations.model import Severity
from annotations.search import AROUND
from ui.look import Look
from ui.shapes import paint_shape
from ui.theme import row_pen

__all__ = ["HitLine", "HitLines", "HitRole"]

AnyIndex = QModelIndex | QPersistentModelIndex
HitRole = int(Qt.ItemDataRole.UserRole) + 1
_ROW, _SIDE, _SHAPE = 52, 12, 14
_PART_OF_A_WORD = re.compile(r"^(?:[^\W\u3000-\u9fff\uf900-\uffef]|[.,;:'’\-)])*\s*")
"""What a cut leaves of a word of letters at the beginning; Chinese has no words that a cut can halve."""
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)


@dataclass(frozen=True, slots=True)
class HitLine:
    """Where some words stand, their context and where they lie in it (code points); a note's severity."""

    where: str
    context: str
    start: int
    end: int
    mark: Severity | None
    about: object

    def parts(self) -> tuple[str, str, str]:
        """Return the context on one line: before the words, the words, after them."""
        before, words, after = self.context[: self.start], self.context[self.start : self.end], self.context[self.end :]
        first, last = _flat(before), _flat(after)
        if len(before) == AROUND:
            first = "… " + _PART_OF_A_WORD.sub("", first)
        if len(after) == AROUND:
            last = _PART_OF_A_WORD.sub("", last[::-1])[::-1] + " …"
        return first.lstrip(), _flat(words), last.rstrip()


def _flat(words: str) -> str:
    return "".join(" " if letter.isspace() or letter == "￼" else letter for letter in words)


class _Model(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: tuple[HitLine, ...] = ()

    def show(self, lines: Sequence[HitLine]) -> None:
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role == HitRole:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{line.where}: {''.join(line.parts())}"
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        return QSize(100, self._look.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        line = index.data(HitRole)
        if not isinstance(line, HitLine):
            return
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(row_pen(self._look.theme))
            painter.setBrush(QColor(self._look.theme.row))
            painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 6, 6)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        inner = rect.adjusted(_SIDE, 4, -_SIDE, -4)
        px = self._look.px
        self._where(painter, QRect(inner.left(), inner.top(), inner.width(), px(18)), line)
        self._context(painter, QRect(inner.left(), inner.top() + px(20), inner.width(), px(24)), line)

    def _where(self, painter: QPainter, place: QRect, line: HitLine) -> None:
        if line.mark is not None:
            box = QRectF(place.left(), place.center().y() - 6, _SHAPE, _SHAPE)
            paint_shape(painter, box, line.mark, self._look.theme)
            place.setLeft(place.left() + _SHAPE + 6)
        font = self._look.font(12)
        painter.setFont(font)
        painter.setPen(QColor(self._look.theme.second))
        words = QFontMetricsF(font).elidedText(line.where, Qt.TextElideMode.ElideMiddle, place.width())
        painter.drawText(place, _MIDDLE, words)

    def _context(self, painter: QPainter, place: QRect, line: HitLine) -> None:
        """Draw the words in their context; what stands before them gives way first."""
        font, theme = self._look.serif(13), self._look.theme
        metrics = QFontMetricsF(font)
        before, words, after = line.parts()
        before = metrics.elidedText(before, Qt.TextElideMode.ElideLeft, place.width() // 2)
        left = float(place.left())
        painter.setFont(font)
        for part, found in ((before, False), (words, True), (after, False)):
            width = metrics.horizontalAdvance(part)
            box = QRectF(left, place.top(), max(0.0, min(width, place.right() - left)), place.height())
            if found and theme.high_contrast:
                painter.setPen(QColor(theme.text))
                painter.drawRect(box.adjusted(-1, 2, 1, -2))
            elif found:
                painter.fillRect(box.adjusted(-1, 2, 1, -2), QColor(theme.hit))
            painter.setPen(QColor(theme.text))
            painter.drawText(box, _MIDDLE, metrics.elidedText(part, Qt.TextElideMode.ElideRight, box.width() + 1))
            left += width


class HitLines(QObject):
    """A list of hits; `view` is the widget."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = _Model(self)
        self.view = QListView(parent)
        self.view.setModel(self._model)
        self.view.setItemDelegate(_Delegate(look, self.view))
        self.view.setUniformItemSizes(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show(self, lines: Sequence[HitLine]) -> None:
        """Show other hits, the first one chosen."""
        self._model.show(lines)
        self.view.setCurrentIndex(self._model.index(0))

    def step(self, step: int) -> None:
        """Choose the next hit or the one before."""
        rows = self._model.rowCount()
        if rows:
            row = min(max(self.view.currentIndex().row() + step, 0), rows - 1)
            self.view.setCurrentIndex(self._model.index(row))
