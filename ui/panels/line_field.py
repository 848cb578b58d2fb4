"""Fields of one line on the open card: words that were used before are offered, a day can be taken from a calendar."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QDate, QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QVBoxLayout, QWidget

from annotations.words import category_in
from ui.icons import icon
from ui.look import Look
from ui.models.due import due_text, due_words
from ui.panels.offers import Offers

__all__ = ["CategoryField", "DueField", "LineField"]


class LineField(QLineEdit):
    """Tells every change a person makes, and when the field is left."""

    changed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offers: Offers | None = None
        self.textChanged.connect(lambda _text: self.changed.emit(self.words))

    @property
    def words(self) -> str:
        """What a note keeps of what is written here."""
        return self.text()

    def offer(self, source: Callable[[], Iterable[str]]) -> None:
        """Offer these words while one types."""
        self.offers = Offers(self, source)
        self.offers.taken.connect(self.take)

    def take(self, words: str) -> None:
        """Write other words as a person does: undo brings the old ones back."""
        self.selectAll()
        self.insert(words)

    def set_words(self, text: str) -> None:
        """Show other words, unless they stand there already."""
        if self.words == text:
            return
        blocked = self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.setText(self._shown(text))
        self.blockSignals(blocked)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self]

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""

    def event(self, event: QEvent) -> bool:
        """Leave undo to the window once this field has nothing of its own to take back."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the visit is over."""
        super().focusOutEvent(event)
        self.left.emit()

    def _shown(self, text: str) -> str:
        return text


class CategoryField(LineField):
    """A category by its name in the window's language; kept as it was until a person writes another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language, self._kept = "en", ""

    @property
    def words(self) -> str:
        """The category as the note has it, or what was written instead."""
        return self._kept if self.text() == self._shown(self._kept) else self.text()

    def set_words(self, text: str) -> None:
        """Show another category."""
        self._kept = text
        super().set_words(text)

    def set_look(self, look: Look) -> None:
        """Name it in the language that the window speaks now."""
        kept = self.words
        self._language = look.language
        if not self.hasFocus():
            self.set_words(kept)

    def _shown(self, text: str) -> str:
        return category_in(text, self._language)


class DueField(LineField):
    """A day as people write it, kept as 2026-11-22; anything else that is written is kept as it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = "en"
        self.calendar: QCalendarWidget | None = None
        self._action = QAction(self)
        self.addAction(self._action, QLineEdit.ActionPosition.TrailingPosition)
        self._action.triggered.connect(self.open_calendar)

    @property
    def words(self) -> str:
        """The day in ISO form, or what else is written."""
        return due_text(self.text())

    def set_look(self, look: Look) -> None:
        """Draw in other colours, and write days as the language does."""
        kept = self.words
        self._language = look.language
        self._action.setIcon(icon("calendar-blank", look.theme.second, 16))
        if not self.hasFocus():
            self.set_words("")
            self.set_words(kept)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._action.setText(self.tr("Choose a day (Alt+Down)"))
        self._action.setToolTip(self._action.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar with Alt+Down, as fields of days do."""
        if event.key() == Qt.Key.Key_Down:
            self.open_calendar()
            return
        super().keyPressEvent(event)

    def open_calendar(self) -> None:
        """Show a month to take a day from."""
        if self.isReadOnly():
            return
        day = QDate.fromString(self.words, Qt.DateFormat.ISODate)
        frame = QFrame(self, Qt.WindowType.Popup)
        frame.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        frame.setProperty("look", "floating")
        calendar = self.calendar = QCalendarWidget(frame)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setAccessibleName(self.accessibleName())
        if day.isValid():
            calendar.setSelectedDate(day)
        calendar.activated.connect(lambda chosen: self._choose(chosen, frame))
        calendar.clicked.connect(lambda chosen: self._choose(chosen, frame))
        box = QVBoxLayout(frame)
        box.setContentsMargins(4, 4, 4, 4)
        box.addWidget(calendar)
        frame.adjustSize()
        place = self.mapToGlobal(QPoint(self.width() - frame.width(), self.height() + 4))
        frame.move(place)
        frame.show()
        calendar.setFocus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write the day as the language does."""
        kept = self._shown(self.words)
        if kept != self.text():
            blocked = self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            self.setText(kept)
            self.blockSignals(blocked)
        super().focusOutEvent(event)

    def _choose(self, day: QDate, frame: QFrame) -> None:
        frame.close()
        self.take(self._shown(day.toString(Qt.DateFormat.ISODate)))
        self.setFocus()

    def _shown(self, text: str) -> str:
        return due_words(text, self._language)
