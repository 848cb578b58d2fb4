"""The fields of an open card: text that grows with what is written, and citations as chips."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QTextOption
from PySide6.QtWidgets import (
    QCompleter,
    QLayout,
    QLayoutItem,
    QLineEdit,
    QSizePolicy,
    QTextEdit,
    QToolButton,
    QWidget,
)

from ui.models.citations import join, split

__all__ = ["ChipsField", "FlowLayout", "GrowingText"]

_LEAST_FIELD = 64
"""As much room as a line of chips must have left for the field to stand in it."""


class GrowingText(QTextEdit):
    """A plain text field as high as its words, from one line to a given number of them."""

    entered = Signal()
    left = Signal()

    def __init__(self, least: int = 1, most: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least
        self._most = most
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def set_words(self, text: str) -> None:
        """Show other words, unless they stand there already; the caret keeps its place."""
        if self.toPlainText() == text:
            return
        place = self.textCursor().position()
        blocked = self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.setPlainText(text)
        self.blockSignals(blocked)
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again when the width has changed the lines."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Leave undo to the window once this field has nothing of its own to take back."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            document = self.document()
            if event.matches(QKeySequence.StandardKey.Undo) and not document.isUndoAvailable():
                event.ignore()
                return False
            if event.matches(QKeySequence.StandardKey.Redo) and not document.isRedoAvailable():
                event.ignore()
                return False
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that a visit to the field begins."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the visit is over."""
        super().focusOutEvent(event)
        self.left.emit()

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        wanted = self.document().size().height()
        inside = min(max(wanted, self._least * line + 4), self._most * line + 4)
        fits = wanted <= inside + 1
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        if self.verticalScrollBarPolicy() != policy:
            self.setVerticalScrollBarPolicy(policy)
        height = round(inside) + 8
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)


class FlowLayout(QLayout):
    """Lays items out in lines, as words are."""

    def __init__(self, parent: QWidget | None = None, gap: int = 4) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item in."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item back."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines at a width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Lay the items out."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the least that is needed."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the largest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, move: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            if (widget := item.widget()) is not None and widget.isHidden():
                continue
            size = item.sizeHint()
            is_field = isinstance(widget, QLineEdit)
            width = _LEAST_FIELD if is_field else min(size.width(), max(rect.width(), 1))
            if x > rect.x() and x + width > rect.right() + 1:
                x, y, line = rect.x(), y + line + self._gap, 0
            width = rect.right() + 1 - x if is_field else width
            if move:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, size.height())))
            x += width + self._gap
            line = max(line, size.height())
        return y + line - rect.y()


class ChipsField(QWidget):
    """A legal basis: one chip a citation; a click takes it back into the field, Backspace removes the last."""

    edited = Signal(str)
    entered = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._citations: list[str] = []
        self._known: list[str] = []
        self._chips: list[QToolButton] = []
        self._flow = FlowLayout(self)
        self.field = QLineEdit(self)
        self.field.setProperty("look", "chips")
        self.field.setMinimumWidth(48)
        self.field.returnPressed.connect(self._take)
        self.field.installEventFilter(self)
        self._flow.addWidget(self.field)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusProxy(self.field)

    @property
    def text(self) -> str:
        """The legal basis as one text, with what still stands in the field."""
        return join([*self._citations, self.field.text()])

    def set_words(self, text: str) -> None:
        """Show another legal basis."""
        if text != self.text:
            self.field.clear()
            self._citations = list(split(text))
            self._rebuild()

    def set_known(self, citations: Sequence[str]) -> None:
        """Offer citations used elsewhere in the matter while typing."""
        if list(citations) == self._known:
            return
        self._known = list(citations)
        completer = QCompleter(self._known, self.field)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.field.setCompleter(completer)

    def set_read_only(self, *, read_only: bool) -> None:
        """Let nothing be changed."""
        self.field.setReadOnly(read_only)
        self.field.setVisible(not read_only)
        for chip in self._chips:
            chip.setEnabled(not read_only)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the last chip back on Backspace; finish the visit when the field is left."""
        if watched is self.field:
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._took_back(event):
                return True
            if event.type() == QEvent.Type.FocusIn:
                self.entered.emit()
            if event.type() == QEvent.Type.FocusOut:
                self._take()
                self.left.emit()
        return super().eventFilter(watched, event)

    def _took_back(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_Backspace or self.field.text() or not self._citations:
            return False
        if not self.field.isReadOnly():
            self._edit_chip(len(self._citations) - 1)
        return True

    def _take(self) -> None:
        words = split(self.field.text())
        if words:
            self.field.clear()
            self._citations += words
            self._rebuild()
            self.edited.emit(self.text)

    def _edit_chip(self, number: int) -> None:
        taken = self._citations.pop(number)
        self._rebuild()
        self.field.setText(taken)
        self.field.setFocus()

    def _rebuild(self) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._flow.removeWidget(self.field)
        self._chips = [self._chip(number, words) for number, words in enumerate(self._citations)]
        for chip in self._chips:
            self._flow.addWidget(chip)
            chip.show()
        self._flow.addWidget(self.field)
        self.updateGeometry()

    def _chip(self, number: int, words: str) -> QToolButton:
        chip = QToolButton(self)
        chip.setProperty("look", "chip")
        chip.setText(self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, 240))
        chip.setToolTip(words)
        chip.setAccessibleName(words)
        chip.clicked.connect(lambda: self._edit_chip(number))
        return chip
