"""The notes, right of the policy: a head, a filter, the cards; or, when there are none, how to make one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from annotations.model import Note
from ui.icons import icon
from ui.look import Look
from ui.models.note_filter import NoteFilter
from ui.models.notes_model import NotesModel
from ui.models.offering import known_words
from ui.models.vocabulary import Vocabulary
from ui.panels.bulk_bar import BulkBar
from ui.panels.filter_bar import FilterBar
from ui.panels.notes_list import NotesList
from ui.panels.notes_review import NotesReview
from ui.panels.review_bar import ReviewBar
from ui.people import People
from ui.quoting import cited_notes
from ui.session import Session

__all__ = ["NotesPanel"]


class NotesPanel(QWidget):
    """Shows the notes of the shown document and passes on what is done to them."""

    note_chosen = Signal(str)
    note_hovered = Signal(str)
    leave_wanted = Signal()

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._menu_actions: list[QAction] = []
        self.vocabulary = Vocabulary(lambda field: known_words(session.every_note(), field))
        self.model = NotesModel(session.address_of, self)
        self.people = People(lambda: session.reviewer.name)
        self.list = NotesList(session, self.model, look, self.vocabulary)
        self.filter = FilterBar(look, lambda: session.notes, self)
        self.filter.hide()
        self.model.today = lambda: session.clock().date()
        self.bulk = BulkBar(look, self.vocabulary, self)
        self.bulk.hide()
        self.review_bar = ReviewBar(look, self)
        self.review = NotesReview(session, self.list, self.review_bar, self.model)
        self._count = QLabel(self)
        self._count.setProperty("look", "head")
        self.filter_button = QToolButton(self)
        self._nothing = QLabel(self)
        self.show_all = QPushButton(self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._wire()
        self.set_look(look)

    def set_menu(self, actions: list[QAction]) -> None:
        """Offer these on a right click, and their keys while the list has the keys."""
        self._menu_actions = actions

    def open_note(self, uid: str, field: str = "") -> None:
        """Open a card; a filter that hides it gives way."""
        if self.model.row_of(uid) < 0:
            self.filter.clear()
        self.list.open_note(uid, field)

    def _carried(self, notes: Sequence[Note]) -> QMimeData:
        """Return what cards are in another program: the words they are about, with where those stand."""
        policy = self._session.policy
        return QMimeData() if policy is None else cited_notes(policy, notes).mime()

    def chosen(self) -> tuple[str, ...]:
        """Return the notes a command is about: those that are selected together, else the current one."""
        several = self.list.chosen
        if len(several) > 1:
            return several
        return (self._session.current,) if self._session.current else ()

    def finish_typing(self) -> None:
        """Turn what is being typed into a change now: before undo, export, closing."""
        self.list.editor.visits.leave()

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self.filter_button.setIcon(icon("funnel-simple", look.theme.second, 16))
        for bar in (self.filter, self.bulk, self.review_bar):
            bar.set_look(look)
        self.list.set_look(look)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        for part in (self.filter, self.bulk, self.review_bar, self.list):
            part.retranslate()
        self.review.refresh()
        self._show_chosen()
        self.filter_button.setToolTip(self.tr("Filter notes by severity, status, words"))
        self.filter_button.setAccessibleName(self.tr("Filter notes"))
        self._show_counts()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the note under the pointer."""
        place = self.list.viewport().mapFromGlobal(event.globalPos())
        note = self.model.note_at(self.list.indexAt(place))
        if note is not None:
            if note.uid not in self.list.chosen:
                self._session.set_current(note.uid)
            menu = QMenu(self)
            menu.addActions(self._menu_actions)
            menu.exec(event.globalPos())

    # -- inside ------------------------------------------------------------------------------------------------------

    def _wire(self) -> None:
        self.model.carried, self.model.other = self._carried, self.people.other
        self.list.set_signs(self.people.sign_of)
        session = self._session
        self.filter_button.setCheckable(True)
        self.filter_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.filter_button.toggled.connect(self._filter_shown)
        session.document_changed.connect(self._document_changed)
        session.notes_changed.connect(self._notes_changed)
        session.note_edited.connect(self._notes_changed)
        session.current_changed.connect(self.list.set_current)
        self.list.note_chosen.connect(self.note_chosen)
        self.list.note_hovered.connect(self.note_hovered)
        self.list.severity_chosen.connect(lambda severity: self._set("severity", severity))
        self.list.several_chosen.connect(lambda _count: self._show_chosen())
        self.bulk.wanted.connect(self._set)
        self.bulk.delete_wanted.connect(lambda: session.delete_notes(self.chosen()))
        self.bulk.left.connect(self._one_again)
        self.review.note_wanted.connect(self.note_chosen)
        self.list.leave_wanted.connect(self.leave_wanted)
        self.list.editor.delete_wanted.connect(session.delete_note)
        self.filter.changed.connect(self._filtered)

    def _set(self, field: str, value: object) -> None:
        """Change a field of all notes that are chosen, as one step."""
        if not self._session.read_only:
            self._session.edit_many(self.chosen(), **{field: value})

    def _show_chosen(self) -> None:
        chosen = set(self.list.chosen)
        self.bulk.show_notes([note for note in self.model.shown if note.uid in chosen] if len(chosen) > 1 else [])

    def _one_again(self) -> None:
        self.list.choose_one()
        self.list.setFocus()

    def _document_changed(self) -> None:
        self.people.know(self._session.every_note())
        self.list.close_note()
        self.list.forget()
        self.model.forget_words()
        self._notes_changed()
        self.list.to_top()

    def _notes_changed(self) -> None:
        self.model.set_notes(self._session.notes)
        self.review.refresh()
        self._show_chosen()
        self._show_counts()

    def _filtered(self, wanted: NoteFilter) -> None:
        self.model.set_filter(wanted)
        self._show_counts()

    def _filter_shown(self, shown: bool) -> None:  # noqa: FBT001 - Qt's own signal
        self.filter.setVisible(shown)
        if shown:
            self.filter.words.setFocus()
            self.model.read_words()

    def _show_counts(self) -> None:
        shown, total = len(self.model.shown), self.model.total
        counted = self.tr("Notes · {shown} of {total}") if shown != total else self.tr("Notes {total}")
        self._count.setText(counted.format(shown=shown, total=total))
        self.filter_button.setText(self.tr("Filtered") if self.model.filter.active else self.tr("All"))
        self._nothing.setText(
            self.tr("No note fits this filter.")
            if total
            else self.tr("Select words, then press 1 to 5. Click a clause number to take the whole clause.")
        )
        self.show_all.setText(self.tr("Show all {total}").format(total=total))
        self.show_all.setVisible(bool(total))
        self.filter_button.setVisible(bool(total))
        self._stack.setCurrentIndex(0 if shown else 1)

    def _empty_page(self) -> QWidget:
        self._nothing.setWordWrap(True)
        self._nothing.setProperty("look", "hint")
        self.show_all.setProperty("look", "link")
        self.show_all.clicked.connect(self.filter.clear)
        page = QWidget(self)
        box = QVBoxLayout(page)
        box.setContentsMargins(24, 24, 24, 24)
        box.setSpacing(8)
        box.addWidget(self._nothing)
        box.addWidget(self.show_all, 0, Qt.AlignmentFlag.AlignLeft)
        box.addStretch(1)
        return page

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 4, 8, 4)
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.filter_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        for bar in (self.filter, self.review_bar, self.bulk):
            box.addWidget(bar)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty_page())
        stops = [self.list, *self.bulk.stops(), *self.filter.stops(), *self.review_bar.stops()]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        box.addWidget(self._stack, 1)
