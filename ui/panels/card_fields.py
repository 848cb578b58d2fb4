"""The fields of an open card: text that grows with what is written, and citations as chips."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QTextOption
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QToolButton, QWidget

from ui.models.citations import join, split
from ui.panels.card_keys import is_typing
from ui.panels.offers import Offers
from ui.yielding_line import YieldingLine

__all__ = ["ChipsField", "GrowingText"]

_LEAST_FIELD = 48
"""As much room as a line of chips must have left for the field to stand in it."""

_CHIP_GAP = 4


class GrowingText(QTextEdit):
    """A plain text field as high as its words, from one line to a given number of them."""

    entered = Signal()
    left = Signal()

    def __init__(self, least: int = 1, most: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least
        self._most = most
        self._allowed = most
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

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self]

    @property
    def wanted_lines(self) -> int:
        """How many lines the words take, as far as the field may grow."""
        line = self.fontMetrics().lineSpacing()
        lines = round((self.document().size().height() - 4) / line)
        return min(max(lines, self._least), self._most)

    @property
    def line_height(self) -> int:
        """Height of one line."""
        return self.fontMetrics().lineSpacing()

    @property
    def lines(self) -> int:
        """How many lines are in sight."""
        return min(self.wanted_lines, self._allowed)

    def show_at_most(self, lines: int) -> None:
        """Show no more than so many lines and scroll the rest."""
        if lines != self._allowed:
            self._allowed = lines
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
        inside = min(max(wanted, self._least * line + 4), max(min(self._allowed, self._most), self._least) * line + 4)
        fits = wanted <= inside + 1
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        if self.verticalScrollBarPolicy() != policy:
            self.setVerticalScrollBarPolicy(policy)
        height = round(inside) + 8
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)


class ChipsField(QWidget):
    """A legal basis: one chip a citation; a click takes it back into the field, Del removes it."""

    edited = Signal(str)
    entered = Signal()
    left = Signal()
    rebuilt = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._citations: list[str] = []
        self._chips: list[QToolButton] = []
        self.field = YieldingLine(self)
        self.field.setProperty("look", "chips")
        self.offers: Offers | None = None
        self.field.setMinimumWidth(48)
        self.field.returnPressed.connect(self._take)
        self.field.installEventFilter(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def offer(self, source: Callable[[], Iterable[str]]) -> None:
        """Offer these citations while one types; one that is chosen becomes a chip at once."""
        self.offers = Offers(self.field, source)
        self.offers.taken.connect(self._take_offered)

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

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order; chips come and go in front of the field."""
        return [*self._chips, self.field]

    def set_read_only(self, *, read_only: bool) -> None:
        """Let nothing be changed."""
        self.field.setReadOnly(read_only)
        self.field.setVisible(not read_only)
        for chip in self._chips:
            chip.setEnabled(not read_only)

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines at a width."""
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:
        """Return what the chips need at the present width."""
        return QSize(self.width(), self._place(max(self.width(), _LEAST_FIELD), move=False))

    def minimumSizeHint(self) -> QSize:
        """Return the least that is needed: a line with the field in it."""
        return QSize(_LEAST_FIELD, self.field.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the chips out in lines, as words are."""
        super().resizeEvent(event)
        self._place(event.size().width(), move=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the last chip back on Backspace, and keys pressed on one; finish the visit when the field is left."""
        if watched in self._chips and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed_on_chip(self._chips.index(watched), event)
        if watched is self.field:
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._took_back(event):
                return True
            if event.type() == QEvent.Type.FocusIn:
                self.entered.emit()
            if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent) and not _only_a_list(event):
                self._take()
                self.left.emit()
        return super().eventFilter(watched, event)

    def _place(self, width: int, *, move: bool) -> int:
        """Lay out in lines by hand: simpler than a QLayout of our own, whose items C++ owns too."""
        x, y, line = 0, 0, 0
        for widget in (*self._chips, self.field):
            size = widget.sizeHint()
            wanted = _LEAST_FIELD if widget is self.field else min(size.width(), width)
            if x and x + wanted > width:
                x, y, line = 0, y + line + _CHIP_GAP, 0
            if widget is self.field:
                wanted = width - x
            if move:
                widget.setGeometry(x, y, wanted, size.height())
            x, line = x + wanted + _CHIP_GAP, max(line, size.height())
        return y + line

    def _took_back(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_Backspace or self.field.text() or not self._citations:
            return False
        if not self.field.isReadOnly():
            self._edit_chip(len(self._citations) - 1)
        return True

    def _pressed_on_chip(self, number: int, event: QKeyEvent) -> bool:
        """Remove the chip, or begin to write a new one with the letter that was typed."""
        if self.field.isReadOnly():
            return False
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._remove(number)
            return True
        if not is_typing(event) or event.text() == " ":  # the space bar presses a button
            return False
        self.field.setFocus()
        self.field.setCursorPosition(len(self.field.text()))
        self.field.insert(event.text())
        self.field.textEdited.emit(self.field.text())
        return True

    def _remove(self, number: int) -> None:
        del self._citations[number]
        self._rebuild()
        self.edited.emit(self.text)
        following = self._chips[number] if number < len(self._chips) else self.field
        following.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_offered(self, words: str) -> None:
        self.field.setText(words)
        self._take()

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
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(number, words) for number, words in enumerate(self._citations)]
        for chip in self._chips:
            chip.show()
        self.rebuilt.emit()
        self._place(self.width(), move=True)
        self.updateGeometry()

    def _chip(self, number: int, words: str) -> QToolButton:
        chip = QToolButton(self)
        chip.setProperty("look", "chip")
        chip.setText(self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, 240))
        chip.setToolTip(words)
        chip.setAccessibleName(words)
        chip.clicked.connect(lambda: self._edit_chip(number))
        chip.installEventFilter(self)
        return chip


def _only_a_list(event: QFocusEvent) -> bool:
    """Whether the keys only went to the list of completions, or to another window."""
    return event.reason() in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
