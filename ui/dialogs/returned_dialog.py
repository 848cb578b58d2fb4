"""What a file brought back: counts, then every single thing under the note it is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotations.model import Note
from annotations.returned import Came, Returned
from ui.dialog import Dialog
from ui.icons import icon
from ui.look import Look

__all__ = ["BroughtBack", "ReturnedDialog"]

_SIGNS = {
    "version": "file-text", "new_note": "note-pencil", "new_reply": "chat-text", "resolved": "check-circle",
    "reopened": "arrow-u-up-left", "changed": "pencil-simple", "changed_reply": "pencil-simple",
    "remark": "chat-text", "deleted": "trash", "accepted": "check", "rejected": "x", "edited": "pencil-simple",
    "conflict": "warning", "emptied": "warning", "cleared": "trash", "copied": "warning", "gone": "warning",
    "cut": "warning", "no_choice": "warning", "no_mark": "warning",
    "told": "pencil-simple", "other_words": "arrow-bend-up-left", "note_deleted": "trash", "undecided": "warning",
    "lost": "warning", "unplaced": "warning", "struck": "info", "stranger": "warning",
}  # fmt: skip
_TITLE = 60
_ALARMING = {"lost", "unplaced", "deleted", "stranger", "conflict", "emptied", "copied", "gone", "cut", "no_choice",
             "undecided", "note_deleted"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """A file, the uid of the document it was taken into, and what came in with it; whether anything was written.

    `own`: it is the document's own file, which never was sent; its comments came in.
    """

    name: str
    document: str
    returned: Returned
    wrote: bool = True
    own: bool = False


class ReturnedDialog(Dialog):
    """Stays open beside the work; a click on a line goes to its note, `Undo` takes all of it back."""

    note_wanted = Signal(str)
    undo_wanted = Signal()

    def __init__(
        self, back: BroughtBack, notes: Sequence[Note], look: Look, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setWindowTitle(self.tr("Brought in") if back.own else self.tr("What came back"))
        self.resize(640, 520)
        self.head = QLabel(self._headline(back), self)
        self.head.setFont(look.font(14, strong=True))
        self.counts = QLabel(" · ".join(self._counts(back.returned)), self)
        self.counts.setProperty("look", "second")
        self.list = QListWidget(self)
        self.undo = QPushButton(self.tr("Undo all of it"), self)
        self.close_button = QPushButton(self.tr("Close"), self)
        self._lay_out()
        self._fill(back.returned.came, {note.uid: note for note in notes}, language)
        self.list.itemClicked.connect(self._clicked)
        self.list.itemActivated.connect(self._clicked)
        self.undo.clicked.connect(self._undo)
        self.close_button.clicked.connect(self.accept)

    # -- words -------------------------------------------------------------------------------------------------------

    def _headline(self, back: BroughtBack) -> str:
        if not back.returned.came:
            return self.tr("{file} brought nothing that is not here already.").format(file=back.name)
        if back.own:
            return self.tr("The comments in {file} are notes now.").format(file=back.name)
        return self.tr("{file} was taken back.").format(file=back.name)

    def _counts(self, returned: Returned) -> list[str]:
        counted = (
            (returned.notes, self.tr("new comments: {count}")),
            (returned.replies, self.tr("replies: {count}")),
            (returned.resolved, self.tr("resolved: {count}")),
            (returned.reopened, self.tr("reopened: {count}")),
            (returned.changed, self.tr("changed: {count}")),
            (returned.deleted, self.tr("deleted there: {count}")),
            (returned.redrafts, self.tr("redrafts decided: {count}")),
        )
        told = [words.format(count=count) for count, words in counted if count]
        if returned.new_version:
            told.insert(0, self.tr("the text was changed: version {number}").format(number=returned.version))
        return told

    # -- the list ----------------------------------------------------------------------------------------------------

    def _fill(self, came: Iterable[Came], notes: dict[str, Note], language: str) -> None:
        order = {uid: place for place, uid in enumerate(notes)}
        told = sorted(came, key=lambda one: order.get(one.note, -1))
        for uid, things in groupby(told, key=lambda one: one.note):
            note = notes.get(uid)
            if note is not None:
                self._head(note)
            for one in things:
                self._line(one, language)

    def _head(self, note: Note) -> None:
        title = note.title or " ".join(note.issue.split())[:_TITLE]
        item = QListWidgetItem(f"#{note.number}  {title}".strip())
        item.setFont(self._look.font(13, strong=True))
        item.setData(Qt.ItemDataRole.UserRole, note.uid)
        self.list.addItem(item)

    def _line(self, one: Came, language: str) -> None:
        theme = self._look.theme
        item = QListWidgetItem(one.sentence(language))
        colour = theme.alert if one.code in _ALARMING else theme.second
        item.setIcon(icon(_SIGNS.get(one.code, "info"), colour, 16))
        item.setData(Qt.ItemDataRole.UserRole, one.note)
        self.list.addItem(item)

    def _clicked(self, item: QListWidgetItem) -> None:
        uid = item.data(Qt.ItemDataRole.UserRole)
        if uid:
            self.note_wanted.emit(uid)

    def outlive(self) -> None:
        """Offer no undo any more: something else was changed since, and would be taken back instead."""
        self.undo.setEnabled(False)
        self.undo.setToolTip(self.tr("Something else was changed since. Edit › Undo takes back step by step."))

    def _undo(self) -> None:
        self.undo_wanted.emit()
        self.accept()

    # -- putting it together -----------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        for words in (self.head, self.counts):
            words.setWordWrap(True)
            words.setTextFormat(Qt.TextFormat.PlainText)
        self.counts.setVisible(bool(self.counts.text()))
        self.list.setAccessibleName(self.tr("What came in, note by note"))
        self.list.setWordWrap(True)
        self.list.setSpacing(1)
        for button in (self.undo, self.close_button):
            button.setAccessibleName(button.text())
            button.setMinimumHeight(32)
            button.setAutoDefault(False)
        self.close_button.setProperty("look", "strong")
        self.close_button.setDefault(True)
        foot = QHBoxLayout()
        foot.addWidget(self.undo)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(8)
        box.addWidget(self.head)
        box.addWidget(self.counts)
        box.addWidget(self.list, 1)
        box.addLayout(foot)
