"""The fields of the open card, each under its name: made once, filled for every note anew."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotations.model import Note
from ui.icons import pixmap
from ui.look import Look
from ui.models.vocabulary import Vocabulary
from ui.panels.card_fields import ChipsField, GrowingText
from ui.panels.line_field import CategoryField, DueField, LineField
from ui.panels.note_fields import FIELDS, ONE_LINE, Field, field_label
from ui.panels.their_words import TheirWords
from ui.panels.wording_field import WordingField

__all__ = ["AnyField", "NoteForm"]

AnyField = GrowingText | ChipsField | WordingField | LineField


class NoteForm(QWidget):
    """Tells what is typed into which field; knows nothing of where that goes."""

    typed = Signal(str, str)
    left = Signal()
    stops_changed = Signal()

    def __init__(self, vocabulary: Vocabulary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vocabulary = vocabulary
        self.fields: dict[str, AnyField] = {}
        self._labels: dict[str, QLabel] = {}
        self._lock = QLabel(self)
        self.quoted = TheirWords(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.quoted)
        for field in FIELDS:
            box.addLayout(self._labelled(field))

    def show_note(self, note: Note, pending: Callable[[str], str | None]) -> None:
        """Show what stands in a note; where something is being typed, that."""
        for field in FIELDS:
            typed = pending(field.name)
            text = getattr(note, field.name) if typed is None else typed
            widget = self.fields[field.name]
            if isinstance(widget, WordingField):
                widget.set_words(text, note.anchors[0].exact if note.anchors else "")
            else:
                widget.set_words(text)

    def show_their_words(self, note: Note, words: str) -> None:
        """Show what somebody else said in the comment that a note came as: a quotation, never an issue of ours."""
        self.quoted.show_words(note, words)
        own_issue = not words or (bool(note.issue.strip()) and note.issue.strip() != words.strip())
        self._labels["issue"].setVisible(own_issue)
        self.fields["issue"].setVisible(own_issue)

    def start(self, name: str) -> None:
        """Put the caret into a field."""
        name = "recommendation" if name == "issue" and self.fields["issue"].isHidden() else name
        widget = self.fields[name]
        if isinstance(widget, WordingField):
            widget.open_text()
        widget.stops()[-1].setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(widget, GrowingText):
            widget.moveCursor(QTextCursor.MoveOperation.End)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [stop for field in FIELDS for stop in self.fields[field.name].stops()]

    def show_more(self, *, wanted: bool) -> None:
        """Show the fields that wait behind `More`, or not."""
        for field in FIELDS:
            if field.more:
                self._labels[field.name].setVisible(wanted)
                self.fields[field.name].setVisible(wanted)

    def set_read_only(self, *, read_only: bool) -> None:
        """Let nothing be changed."""
        for widget in self.fields.values():
            if isinstance(widget, ChipsField):
                widget.set_read_only(read_only=read_only)
            else:
                target = widget.field if isinstance(widget, WordingField) else widget
                target.setReadOnly(read_only)

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self._lock.setPixmap(pixmap("lock-simple", look.theme.third, 14, self.devicePixelRatioF()))
        self.quoted.set_look(look)
        for widget in self.fields.values():
            if isinstance(widget, WordingField | LineField):
                widget.set_look(look)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        for name, widget in self.fields.items():
            words = field_label(name)
            self._labels[name].setText(words)
            target = widget.field if isinstance(widget, ChipsField) else widget
            target.setAccessibleName(words)
            if isinstance(widget, WordingField):
                widget.set_names(words)
            if isinstance(widget, ChipsField):
                widget.field.setPlaceholderText(self.tr("add…"))
            if isinstance(widget, DueField):
                widget.retranslate()
        self.quoted.retranslate()
        never = self.tr("never exported")
        self._labels["private_remark"].setText(f"{field_label('private_remark')} · {never}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Return move on from a field of one line."""
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in enter:
            self.focusNextPrevChild(True)  # noqa: FBT003 - Qt's own signature
            return True
        return super().eventFilter(watched, event)

    # -- inside ------------------------------------------------------------------------------------------------------

    def _labelled(self, field: Field) -> QVBoxLayout:
        label = self._labels[field.name] = QLabel(self)
        label.setProperty("look", "second")
        label.setContentsMargins(0, 7, 0, 0)
        widget = self.fields[field.name] = self._make(field)
        if field.name in ONE_LINE:
            widget.installEventFilter(self)
        self._offer(field.name, widget)
        column = QVBoxLayout()
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(4)
        if field.name == "private_remark":
            self._lock.setContentsMargins(0, 7, 0, 0)
            row.addWidget(self._lock)
        row.addWidget(label)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(widget)
        return column

    def _make(self, field: Field) -> AnyField:
        name = field.name
        if name == "legal_basis":
            chips = ChipsField(self)
            chips.edited.connect(lambda text: self.typed.emit(name, text))
            chips.field.textEdited.connect(lambda _text: self.typed.emit(name, chips.text))
            chips.left.connect(self.left)
            chips.rebuilt.connect(self.stops_changed)
            return chips
        if name in ("owner", "category", "due", "proposed_wording"):
            return self._wired(name, self._special(name))
        text = GrowingText(field.least, field.most, self)
        text.textChanged.connect(lambda: self.typed.emit(name, text.toPlainText()))
        text.left.connect(self.left)
        if name == "private_remark":
            text.setProperty("look", "private")
        return text

    def _special(self, name: str) -> WordingField | LineField:
        if name == "proposed_wording":
            return WordingField(self)
        kinds = {"due": DueField, "category": CategoryField}
        return kinds.get(name, LineField)(self)

    def _wired(self, name: str, widget: WordingField | LineField) -> WordingField | LineField:
        widget.changed.connect(lambda text: self.typed.emit(name, text))
        widget.left.connect(self.left)
        return widget

    def _offer(self, name: str, widget: AnyField) -> None:
        """Offer what was written in that field of other notes."""
        if name in ("owner", "category", "legal_basis") and isinstance(widget, LineField | ChipsField):
            widget.offer(lambda: self._vocabulary.words(name))
