"""What several reviewers left to decide: three lists, both sides of each side by side, and the reason that is kept.

By keys: Up and Down go through the list, 1 to 4 let a side stand, B keeps both, V shows the words in the policy.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from annotations.history import GONE
from annotations.model import Note, Severity
from ui.dialog import Dialog
from ui.dialogs.undecided_sides import Sides
from ui.dialogs.undecided_words import headline, sides_of
from ui.labels import severity_label
from ui.look import Look
from ui.models.undecided_items import Item, Kind, heading, is_text, items_of
from ui.people import People, Sign
from ui.session import Session
from ui.shapes import shape_icon

__all__ = ["UndecidedDialog"]

_ROLE = Qt.ItemDataRole.UserRole


class UndecidedDialog(Dialog):
    """Stands beside the work and follows it; what is decided is written at once, and undo takes it back."""

    note_wanted = Signal(str)

    def __init__(self, session: Session, people: People, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._people, self._look = session, people, look
        self._notes: Mapping[str, Note] = {}
        self.setWindowTitle(self.tr("Left to decide between reviewers"))
        self.resize(1000, 620)
        self.list = QListWidget(self)
        self.head = QLabel(self)
        self.sides = Sides(look, self)
        self.edited = QPlainTextEdit(self)
        self.take_edited = QPushButton(self.tr("Let these words stand"), self)
        self.both = QPushButton(self)
        self.words = QPushButton(self.tr("Show in the policy (V)"), self)
        self.ratings = {severity: QPushButton(severity_label(severity), self) for severity in Severity}
        self.why = QLineEdit(self)
        self.undo = QPushButton(self.tr("Undo"), self)
        self.shut = QPushButton(self.tr("Close"), self)
        self._lay_out()
        self._wire()
        self.fill()

    @property
    def item(self) -> Item | None:
        """What is being decided."""
        chosen = self.list.currentItem()
        found = None if chosen is None else chosen.data(_ROLE)
        return found if isinstance(found, Item) else None

    # -- the list ----------------------------------------------------------------------------------------------------

    def fill(self) -> None:
        """List what there is now; go on where one was."""
        row, before = max(self.list.currentRow(), 0), self.item
        self._notes = {note.uid: note for note in self._session.notes_and_deleted()}
        notes, names = self._notes, self._session.names_and_removed()
        blocked = self.list.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.list.clear()
        for kind, several in groupby(items_of(self._session.undecided(), notes, names), key=lambda item: item.kind):
            items = list(several)
            self._add_heading(heading(kind, len(items)))
            for item in items:
                self._add(item)
        self.list.blockSignals(blocked)
        self._choose(row, None if before is None else before.key)
        self._show()

    def _add_heading(self, words: str) -> None:
        entry = QListWidgetItem(words)
        entry.setFont(self._look.font(13, strong=True))
        entry.setFlags(Qt.ItemFlag.NoItemFlags)
        self.list.addItem(entry)

    def _add(self, item: Item) -> None:
        entry = QListWidgetItem(item.words)
        entry.setData(_ROLE, item)
        entry.setToolTip(item.words)
        self.list.addItem(entry)

    def _choose(self, row: int, key: tuple[str, ...] | None) -> None:
        items = [(n, self.list.item(n).data(_ROLE)) for n in range(self.list.count())]
        rows = [n for n, item in items if isinstance(item, Item)]
        same = next((n for n, item in items if isinstance(item, Item) and item.key == key), None)
        after = next((n for n in rows if n >= row), rows[-1] if rows else -1)
        self.list.setCurrentRow(after if same is None else same)

    def go_to(self, kind: str) -> None:
        """Go to the first thing of a kind."""
        for row in range(self.list.count()):
            item = self.list.item(row).data(_ROLE)
            if isinstance(item, Item) and item.kind == kind:
                self.list.setCurrentRow(row)
                return

    # -- what is shown -----------------------------------------------------------------------------------------------

    def _show(self) -> None:
        item, notes = self.item, self._notes
        done = self.tr("Nothing is left to decide.")
        self.head.setText(done if item is None else headline(item, notes))
        self.sides.show_sides(() if item is None else tuple(sides_of(item, self._sign)))
        conflict = None if item is None else item.conflict
        writes = conflict is not None and is_text(conflict)
        for part in (self.edited, self.take_edited):
            part.setVisible(writes)
        if conflict is not None and writes:
            self.edited.setPlainText("\n\n".join(str(claim.value) for claim in conflict.claims if claim.value))
        for button in self.ratings.values():
            button.setVisible(item is not None and item.kind is Kind.RATING)
        self.both.setText(self._both_words(item))
        self.both.setAccessibleName(self.both.text())
        self.both.setVisible(bool(self.both.text()))
        self.words.setVisible(item is not None and self._session.note_anywhere(item.note) is not None)
        self.undo.setEnabled(self._session.can_undo)
        self._allow()

    def _both_words(self, item: Item | None) -> str:
        if item is None:
            return ""
        if item.conflict is not None:
            own = item.conflict.target == f"note/{item.note}" and item.conflict.field != GONE
            return self.tr("Make two notes of it (B)") if own else ""
        return self.tr("Keep both (B)") if item.kind is Kind.SAME_WORDS else self.tr("Let both stand (B)")

    def _sign(self, name: str) -> Sign | None:
        return self._people.sign(name, self._look.theme)

    def _allow(self) -> None:
        able = bool(self.why.text().strip()) and not self._session.read_only
        for button in (*self.sides.buttons, *self.ratings.values(), self.both, self.take_edited):
            button.setEnabled(able)

    # -- what is decided ---------------------------------------------------------------------------------------------

    def _stand(self, side: int) -> None:
        """Let what one side says stand; of two notes, the one that the other goes into."""
        item, why = self.item, self.why.text().strip()
        if item is None or not why:
            return
        if item.conflict is not None:
            self._session.decide(item.conflict, item.conflict.claims[side].value, why)
        elif item.double is not None:
            pair = (item.double.first, item.double.second)
            if item.kind is Kind.SAME_WORDS:
                self._session.join(pair[side].uid, pair[1 - side].uid, why)
            else:
                self._session.rate(item.double, pair[side].severity, why)

    def _keep_both(self) -> None:
        item, why = self.item, self.why.text().strip()
        if item is None or not why:
            return
        if item.kind is Kind.FIELD:
            self._session.keep_both(item.note, why)
        elif item.double is not None and item.kind is Kind.SAME_WORDS:
            self._session.keep_apart(item.double, why)
        elif item.double is not None:
            self._session.rate(item.double, None, why)

    def _take_edited(self) -> None:
        item, why = self.item, self.why.text().strip()
        if item is not None and item.conflict is not None and why:
            self._session.decide(item.conflict, self.edited.toPlainText().strip(), why)

    def _rate(self, severity: Severity) -> None:
        item, why = self.item, self.why.text().strip()
        if item is not None and item.double is not None and why:
            self._session.rate(item.double, severity, why)

    def _show_words(self) -> None:
        if self.item is not None:
            self.note_wanted.emit(self.item.note)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Decide by keys while the list has them; without a reason, ask for it first."""
        if watched is self.list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return not event.isAutoRepeat() and self._pressed(event.text().upper())
        return super().eventFilter(watched, event)

    def _pressed(self, key: str) -> bool:
        buttons = {str(number): button for number, button in enumerate(self.sides.buttons, start=1)}
        button = {**buttons, "B": self.both, "V": self.words}.get(key)
        if button is None or not button.isVisible():
            return False
        if button.isEnabled():
            button.click()
        else:
            self.why.setFocus()
        return True

    # -- putting it together -----------------------------------------------------------------------------------------

    def _wire(self) -> None:
        self.list.installEventFilter(self)
        self.list.currentRowChanged.connect(lambda _row: self._show())
        self.sides.chosen.connect(self._stand)
        self.both.clicked.connect(self._keep_both)
        self.take_edited.clicked.connect(self._take_edited)
        self.words.clicked.connect(self._show_words)
        for severity, button in self.ratings.items():
            button.clicked.connect(lambda _checked=False, severity=severity: self._rate(severity))
        self.why.textChanged.connect(lambda _text: self._allow())
        self.why.returnPressed.connect(self.list.setFocus)
        self.undo.clicked.connect(self._session.undo)
        self.shut.clicked.connect(self.close)
        self._session.notes_changed.connect(self.fill)
        self._session.matter_changed.connect(self.close)

    def _lay_out(self) -> None:
        self._name_parts()
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.list)
        split.addWidget(self._right())
        split.setStretchFactor(1, 1)
        split.setSizes([280, 696])
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(12)
        box.addWidget(split, 1)
        box.addLayout(_row(self.undo, self.words, None, self.shut))

    def _name_parts(self) -> None:
        self.list.setAccessibleName(self.tr("What is left to decide"))
        self.list.setMinimumWidth(240)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.head.setFont(self._look.font(14, strong=True))
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.head.setWordWrap(True)
        self.edited.setAccessibleName(self.tr("Other words"))
        self.edited.setMaximumHeight(96)
        self.edited.setTabChangesFocus(True)
        self.why.setPlaceholderText(self.tr("Why? The reason is kept with the decision."))
        self.why.setAccessibleName(self.tr("Reason"))
        buttons = (self.take_edited, self.both, self.words, self.undo, self.shut, *self.ratings.values())
        for button in buttons:
            button.setAccessibleName(button.text())
            button.setMinimumHeight(32)
            button.setAutoDefault(False)
        for severity, button in self.ratings.items():
            button.setIcon(shape_icon(severity, self._look.theme, 16))
            button.setAccessibleName(self.tr("Rate both {severity}").format(severity=severity_label(severity)))

    def _right(self) -> QWidget:
        right = QWidget(self)
        box = QVBoxLayout(right)
        box.setContentsMargins(12, 0, 0, 0)
        box.setSpacing(12)
        reason = QLabel(self.tr("Reason"), right)
        reason.setProperty("look", "second")
        reason.setBuddy(self.why)
        box.addWidget(self.head)
        box.addWidget(self.sides, 1)
        box.addWidget(self.edited)
        box.addLayout(_row(*self.ratings.values(), None, self.both, self.take_edited))
        box.addWidget(reason)
        box.addWidget(self.why)
        return right


def _row(*parts: QWidget | None) -> QHBoxLayout:
    """Put parts into a row; None stands for the room between them."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return row
