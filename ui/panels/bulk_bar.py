"""The bar over the list while several notes are selected: how many, and what all of them shall be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from annotations.model import Note, Review, Severity, Status, Visibility
from ui.icons import icon
from ui.labels import review_label, severity_label, status_label, visibility_label
from ui.look import Look
from ui.models.due import due_text
from ui.models.vocabulary import Vocabulary
from ui.panels.choice_button import ChoiceButton
from ui.panels.note_fields import field_label
from ui.panels.offers import Offers

__all__ = ["BulkBar"]

_WRITTEN = ("owner", "category", "due")


class BulkBar(QWidget):
    """Tells what was chosen for all of them; a text is written in the bar itself and taken with Enter."""

    wanted = Signal(str, object)
    delete_wanted = Signal()
    left = Signal()

    def __init__(self, look: Look, vocabulary: Vocabulary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = ""
        self._several = 0
        self._taken = False
        self.count = QLabel(self)
        self.count.setProperty("look", "head")
        self.close_button = QToolButton(self)
        self.close_button.clicked.connect(self.left)
        self.choices = {name: self._choice(name) for name in ("severity", "status", "visibility", "review")}
        self.buttons = {name: self._written(name) for name in _WRITTEN}
        self.delete = QToolButton(self)
        self.delete.clicked.connect(self.delete_wanted)
        self.text = QLineEdit(self)
        self.text.hide()
        self.text.returnPressed.connect(self._take)
        self.offers = Offers(self.text, lambda: vocabulary.words(self._field))
        self.offers.taken.connect(self.text.setText)
        self._lay_out()
        self.set_look(look)

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Stand there for several notes, with what they have in common ticked; go for one or none."""
        if len(notes) != self._several:
            self._write("")
        self._several = len(notes)
        self.setVisible(len(notes) > 1)
        if len(notes) < 2:
            return
        self.count.setText(self.tr("{count} notes").format(count=len(notes)))
        for name, button in self.choices.items():
            common = {getattr(note, name) for note in notes}
            button.uncheck()
            if len(common) == 1:
                button.show_value(common.pop())

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [*self.choices.values(), *self.buttons.values(), self.text, self.delete, self.close_button]

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self.close_button.setIcon(icon("x", look.theme.second, 16))
        self.delete.setIcon(icon("trash", look.theme.second, 16))

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._offer("severity", self.tr("Severity"), ((value, severity_label(value)) for value in Severity))
        self._offer("status", self.tr("Status"), ((value, status_label(value)) for value in Status))
        self._offer("visibility", self.tr("For whom"), ((value, visibility_label(value)) for value in Visibility))
        self._offer("review", self.tr("Review"), ((value, review_label(value)) for value in Review))
        for name, button in self.buttons.items():
            button.setText(f"{field_label(name)}…")
            button.setAccessibleName(field_label(name))
        for button, words in ((self.close_button, self.tr("Back to one note")), (self.delete, self.tr("Delete notes"))):
            button.setToolTip(words)
            button.setAccessibleName(words)
        self._name_text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc shut the field, then the bar."""
        if self._taken and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._taken = False  # the field took it and went; the button that has the keys now is not meant
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._field:
            self._write("")
        else:
            self.left.emit()

    # -- inside ------------------------------------------------------------------------------------------------------

    def _offer(self, name: str, words: str, values: Iterable[tuple[StrEnum, str]]) -> None:
        self.choices[name].set_choices(words, list(values))

    def _choice(self, name: str) -> ChoiceButton:
        button = ChoiceButton(self, named=True)
        button.chosen.connect(lambda value: self.wanted.emit(name, value))
        return button

    def _written(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("look", "choice")
        button.clicked.connect(lambda: self._write(name))
        return button

    def _write(self, name: str) -> None:
        """Ask for a text in the bar; no name shuts the field."""
        self._field = name
        self.text.clear()
        self.text.setVisible(bool(name))
        self._name_text()
        if name:
            self.text.setFocus()

    def _name_text(self) -> None:
        if self._field:
            words = self.tr("{field} of all of them, then Enter").format(field=field_label(self._field))
            self.text.setPlaceholderText(words)
            self.text.setAccessibleName(field_label(self._field))

    def _take(self) -> None:
        name, words = self._field, self.text.text().strip()
        words = due_text(words) if name == "due" else words
        self._taken = True
        self._write("")
        if name:
            self.wanted.emit(name, words)

    def _lay_out(self) -> None:
        head, chosen, written = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.delete)
        head.addWidget(self.close_button)
        for row, buttons in ((chosen, self.choices), (written, self.buttons)):
            row.setSpacing(0)
            for button in buttons.values():
                row.addWidget(button)
            row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 0, 8, 8)
        head.setContentsMargins(4, 0, 0, 0)
        box.setSpacing(0)
        for row in (head, chosen, written):
            box.addLayout(row)
        box.addWidget(self.text)
