"""The open card: every field of a note, saved as it is typed, where the card stands in the list."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotations.model import Note, Review
from ui.icons import pixmap
from ui.labels import review_label, severity_label
from ui.look import Look
from ui.panels.card_fields import ChipsField, GrowingText
from ui.panels.card_foot import CardFoot
from ui.panels.card_painter import CardState, paint_frame
from ui.panels.choice_button import ChoiceButton
from ui.panels.note_fields import FIELDS, ONE_LINE, Field, field_label
from ui.panels.replies import Replies
from ui.panels.reviewer_row import ReviewerRow
from ui.panels.wording_field import WordingField
from ui.session import Session
from ui.shapes import SeverityShape
from ui.visits import Visits

__all__ = ["CardEditor"]


_FEWEST = 2
"""As many lines of a field stay in sight, however full the card is."""

_NO_LIMIT = 1_000


def _longest(shown: dict[GrowingText, int]) -> GrowingText | None:
    """Return the field that can best do with a line less, the one being written in last; None when none can."""
    able = [text for text, lines in shown.items() if lines > _FEWEST]
    return max(able, key=lambda text: (not text.hasFocus(), shown[text]), default=None)


class CardEditor(QWidget):
    """One live editor; it shows whichever note is open."""

    height_changed = Signal()
    leave_wanted = Signal()
    delete_wanted = Signal(str)

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self._note: Note | None = None
        self.visits = Visits(session, self)
        self.visits.begun.connect(self._show_state)
        self.visits.committed.connect(self._show_state)
        self.fields: dict[str, GrowingText | ChipsField | WordingField] = {}
        self._labels: dict[str, QLabel] = {}
        self._shape = SeverityShape(next(iter(look.theme.severities)), look.theme, 14, self)
        self._word = QLabel(self)
        self._place = QLabel(self)
        self._place.setProperty("look", "second")
        self._lock = QLabel(self)
        self.reviewer = ReviewerRow(session, self)
        self.replies = Replies(session, self)
        self.review = ChoiceButton(self)
        self.foot = CardFoot(look, self)
        self._wire_choices()
        self._lay_out()
        self._show_more(wanted=False)
        self.set_look(look)
        self.retranslate()

    @property
    def uid(self) -> str:
        """The open note, empty for none."""
        return "" if self._note is None else self._note.uid

    def show_note(self, note: Note, address: str) -> None:
        """Show a note; what is being typed into it stays."""
        if note.uid != self.uid:
            self.visits.leave()
        self._note = note
        self._shape.set_severity(note.severity)
        self._word.setText(severity_label(note.severity))
        self._colour_word()
        self._place.setText(f"{address}  #{note.number}".strip())
        for field in FIELDS:
            pending = self.visits.pending_text(note.uid, field.name)
            self._fill(field.name, getattr(note, field.name) if pending is None else pending)
        self.foot.show_note(note)
        self.review.show_value(note.review)
        self.replies.show_note(note)
        self.reviewer.refresh()
        self._set_read_only(read_only=self._session.read_only)
        self._show_state()
        self.update()

    def start(self, field: str = "title") -> None:
        """Put the caret into a field of the note, or with "reply" into that of a new answer."""
        if any(known.name == field and known.more for known in FIELDS):
            self.foot.more.setChecked(True)
        if field == "reply":
            self.replies.set_open(wanted=True)
            self.replies.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        widget = self.fields[field]
        if isinstance(widget, WordingField):
            widget.open_text()
        widget.stops()[-1].setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(widget, GrowingText):
            widget.moveCursor(QTextCursor.MoveOperation.End)

    def fit_into(self, height: int) -> int:
        """Show less of the longest fields, which then scroll, until the card fits; returns the card's height.

        Nothing is cut below a few lines, and the field one writes in gives way last.
        """
        texts = [text for text in self.findChildren(GrowingText) if text.isVisibleTo(self)]
        needed = self._natural_height() + sum((text.wanted_lines - text.lines) * text.line_height for text in texts)
        shown = {text: text.wanted_lines for text in texts}
        while needed > height and (longest := _longest(shown)) is not None:
            shown[longest] -= 1
            needed -= longest.line_height
        for text, lines in shown.items():
            text.show_at_most(lines if lines < text.wanted_lines else _NO_LIMIT)
        return needed

    def _natural_height(self) -> int:
        layout = self.layout()
        if layout is None:
            return 0
        width = self.width()
        return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()

    def close_note(self) -> None:
        """Finish what is being typed and show nothing."""
        self.visits.leave()
        self._note = None

    def set_known_citations(self, citations: list[str]) -> None:
        """Offer these while a legal basis is typed."""
        chips = self.fields["legal_basis"]
        if isinstance(chips, ChipsField):
            chips.set_known(citations)

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self._look = look
        self._shape.set_theme(look.theme)
        self._word.setFont(look.font(13, strong=True))
        self._colour_word()
        self._lock.setPixmap(pixmap("lock-simple", look.theme.third, 14, self.devicePixelRatioF()))
        self.foot.set_look(look)
        self.replies.set_look(look)
        wording = self.fields["proposed_wording"]
        if isinstance(wording, WordingField):
            wording.set_look(look)
        self.update()

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
        never = self.tr("never exported")
        self._labels["private_remark"].setText(f"{field_label('private_remark')} · {never}")
        self.foot.retranslate()
        self.review.set_choices(self.tr("Review"), [(value, review_label(value)) for value in Review])
        self.replies.retranslate()
        self.reviewer.retranslate()
        if self._note is not None:
            self._word.setText(severity_label(self._note.severity))
            self._show_state()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card's ground and edge."""
        if self._note is not None:
            painter = QPainter(self)
            paint_frame(painter, self.rect(), self._look.theme, self._note.severity, CardState(current=True))
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the text on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.visits.leave()
            self.leave_wanted.emit()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tell the list when the card needs another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            done = super().event(event)
            self.height_changed.emit()
            return done
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Return move on from a field of one line."""
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in enter:
            self.focusNextPrevChild(True)  # noqa: FBT003 - Qt's own signature
            return True
        return super().eventFilter(watched, event)

    # -- inside ------------------------------------------------------------------------------------------------------

    def _wire_choices(self) -> None:
        self.replies.rebuilt.connect(self._order_keys)
        self.review.chosen.connect(lambda value: self._chosen("review", value))
        self.foot.changed.connect(self._chosen)
        self.foot.more_wanted.connect(self._show_more)
        self.foot.delete_wanted.connect(lambda: self.delete_wanted.emit(self.uid))

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 12, 8)
        box.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._shape)
        head.addWidget(self._word)
        head.addWidget(self.review)
        head.addStretch(1)
        head.addWidget(self._place)
        box.addLayout(head)
        box.addWidget(self.reviewer)
        for field in FIELDS:
            box.addSpacing(0)
            box.addLayout(self._labelled(field))
        box.addWidget(self.replies)
        box.addSpacing(8)
        box.addWidget(self.foot)
        self._order_keys()

    def _order_keys(self) -> None:
        """Let Tab go down the card as the eye does; fields are made before they are laid out."""
        stops: list[QWidget] = [self.review, self.reviewer.field]
        for field in FIELDS:
            stops += self.fields[field.name].stops()
        stops += [*self.replies.stops(), *self.foot.stops()]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _labelled(self, field: Field) -> QVBoxLayout:
        label = QLabel(self)
        label.setProperty("look", "second")
        label.setContentsMargins(0, 7, 0, 0)
        widget = self._make(field)
        self._labels[field.name] = label
        self.fields[field.name] = widget
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

    def _make(self, field: Field) -> GrowingText | ChipsField | WordingField:
        if field.name == "legal_basis":
            chips = ChipsField(self)
            chips.edited.connect(lambda text: self._typed(field.name, text))
            chips.field.textEdited.connect(lambda _text: self._typed(field.name, chips.text))
            chips.left.connect(self._left)
            chips.rebuilt.connect(self._order_keys)
            return chips
        if field.name == "proposed_wording":
            wording = WordingField(self)
            self._wire(wording.field, field.name)
            return wording
        text = GrowingText(field.least, field.most, self)
        if field.name in ONE_LINE:
            text.installEventFilter(self)
        if field.name == "private_remark":
            text.setProperty("look", "private")
        self._wire(text, field.name)
        return text

    def _wire(self, text: GrowingText, name: str) -> None:
        text.textChanged.connect(lambda: self._typed(name, text.toPlainText()))
        text.left.connect(self._left)

    def _fill(self, name: str, text: str) -> None:
        widget = self.fields[name]
        if isinstance(widget, WordingField):
            quote = self._note.anchors[0].exact if self._note is not None and self._note.anchors else ""
            blocked = widget.field.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            widget.set_words(text, quote)
            widget.field.blockSignals(blocked)
        else:
            widget.set_words(text)

    def _typed(self, name: str, text: str) -> None:
        if self._note is not None and not self._session.read_only:
            self.visits.typed(self._note.uid, name, text)

    def _left(self) -> None:
        self.visits.leave()

    def _chosen(self, field: str, value: Any) -> None:  # noqa: ANN401 - a field's value
        if self._note is not None:
            self._session.edit(self._note.uid, **{field: value})

    def _show_more(self, wanted: bool) -> None:  # noqa: FBT001 - Qt's own signal
        for field in FIELDS:
            if field.more:
                self._labels[field.name].setVisible(wanted)
                self.fields[field.name].setVisible(wanted)
        self.replies.set_open(wanted=wanted)
        self.height_changed.emit()

    def _show_state(self) -> None:
        words = self.tr("Read only") if self._session.read_only else self.tr("Saved")
        self.foot.state.setText(self.tr("Saving…") if self.visits.pending else words)

    def _colour_word(self) -> None:
        if self._note is not None:
            self._word.setStyleSheet(f"color: {self._look.theme.severity(self._note.severity).label}")

    def _set_read_only(self, *, read_only: bool) -> None:
        for widget in self.fields.values():
            if isinstance(widget, ChipsField):
                widget.set_read_only(read_only=read_only)
            else:
                target = widget.field if isinstance(widget, WordingField) else widget
                target.setReadOnly(read_only)
        self.foot.setEnabled(not read_only)
        self.review.setEnabled(not read_only)
        self.replies.setEnabled(not read_only)
