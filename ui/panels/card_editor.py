"""The open card: every field of a note, saved as it is typed, where the card stands in the list."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from annotations.model import Note, Review
from ui.dialog import pressed_by_return
from ui.labels import review_label, severity_label
from ui.look import Look
from ui.models.vocabulary import Vocabulary
from ui.panels.card_fields import GrowingText
from ui.panels.card_foot import CardFoot
from ui.panels.card_keys import stays_in_card
from ui.panels.card_painter import CardState, paint_frame
from ui.panels.choice_button import ChoiceButton
from ui.panels.note_fields import FIELDS
from ui.panels.note_form import AnyField, NoteForm
from ui.panels.replies import Replies
from ui.panels.reviewer_row import ReviewerRow
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

    def __init__(self, session: Session, look: Look, vocabulary: Vocabulary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self._note: Note | None = None
        self.visits = Visits(session, self)
        for fact in (self.visits.begun, self.visits.committed, session.unsaved_changed):
            fact.connect(self._show_state)
        self.form = NoteForm(vocabulary, self)
        self.form.typed.connect(self._typed)
        self.form.left.connect(self.visits.leave)
        self._shape = SeverityShape(next(iter(look.theme.severities)), look.theme, 14, self)
        self._word = QLabel(self)
        self._place = QLabel(self)
        self._place.setProperty("look", "second")
        self._place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
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
    def fields(self) -> dict[str, AnyField]:
        """The fields of the note by their names."""
        return self.form.fields

    @property
    def uid(self) -> str:
        """The open note, empty for none."""
        return "" if self._note is None else self._note.uid

    @property
    def unsaved(self) -> bool:
        """Whether words of the open note could not be kept so far."""
        return any(uid == self.uid for uid, _field in self._session.unsaved)

    def show_note(self, note: Note, address: str) -> None:
        """Show a note; what is being typed into it stays."""
        if note.uid != self.uid:
            self.visits.leave()
        self._note = note
        self._shape.set_severity(note.severity)
        self._word.setText(severity_label(note.severity))
        self._colour_word()
        self._place.setText(f"{address}  #{note.number}".strip())
        self._place.setToolTip(self._place.text())
        self.form.show_note(note, lambda name: self.visits.pending_text(note.uid, name))
        self.form.show_their_words(note, self._session.their_words(note))
        self.foot.show_note(note)
        self.review.show_value(note.review)
        self.replies.show_note(note)
        self.reviewer.refresh()
        self.form.set_read_only(read_only=self._session.read_only)
        for part in (self.foot, self.review, self.replies):
            part.setDisabled(self._session.read_only)
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
        self.form.start(field)

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

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self._look = look
        self._shape.set_theme(look.theme)
        self._colour_word()
        self.foot.set_look(look)
        self.replies.set_look(look)
        self.form.set_look(look)
        self.update()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.form.retranslate()
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
        """Go back to the text on Esc. What no field took ends here: the list below would take it for its own."""
        if event.key() == Qt.Key.Key_Escape:
            self.visits.leave()
            self.leave_wanted.emit()
        else:
            pressed_by_return(self.window(), event)

    def event(self, event: QEvent) -> bool:
        """Tell the list when the card needs another height; keep commands of one key out of the card."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and stays_in_card(event):
            event.accept()
            return True
        if event.type() == QEvent.Type.LayoutRequest:
            done = super().event(event)
            self.height_changed.emit()
            return done
        return super().event(event)

    # -- inside ------------------------------------------------------------------------------------------------------

    def _wire_choices(self) -> None:
        self.replies.rebuilt.connect(self._order_keys)
        self.form.stops_changed.connect(self._order_keys)
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
        head.addWidget(self._place, 1)
        box.addLayout(head)
        box.addWidget(self.reviewer)
        box.addWidget(self.form)
        box.addWidget(self.replies)
        box.addSpacing(8)
        box.addWidget(self.foot)
        self._order_keys()

    def _order_keys(self) -> None:
        """Let Tab go down the card as the eye does; fields are made before they are laid out."""
        stops: list[QWidget] = [self.review, self.reviewer.field, *self.form.stops()]
        stops += [*self.replies.stops(), *self.foot.stops()]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _typed(self, name: str, text: str) -> None:
        if self._note is not None and not self._session.read_only:
            self.visits.typed(self._note.uid, name, text)

    def _chosen(self, field: str, value: Any) -> None:  # noqa: ANN401 - a field's value
        if self._note is not None:
            self._session.edit(self._note.uid, **{field: value})

    def _show_more(self, wanted: bool) -> None:  # noqa: FBT001 - Qt's own signal
        self.form.show_more(wanted=wanted)
        self.replies.set_open(wanted=wanted)
        self.height_changed.emit()

    def _show_state(self) -> None:
        words = self.tr("Read only") if self._session.read_only else self.tr("Saved")
        words = self.tr("Not saved") if self.unsaved else words
        self.foot.state.setText(self.tr("Saving…") if self.visits.pending else words)

    def _colour_word(self) -> None:
        if self._note is not None:
            colour, size = self._look.theme.severity(self._note.severity).label, self._look.px(13)
            self._word.setStyleSheet(f"color: {colour}; font-size: {size}px; font-weight: 600")
