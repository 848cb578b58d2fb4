"""The policy in the middle: brings what the session knows to the view, and what is done in the view to the session."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotations.model import Assessment, Note, Severity
from documents.model import Span
from ui.finder import Finder, Found, Ways
from ui.highlights import Highlight
from ui.look import Look
from ui.paper_places import page_named
from ui.policy_view import PolicyView
from ui.policy_views import PolicyViews
from ui.reading import by_story
from ui.reading_places import ReadingPlace, ReadingPlaces
from ui.session import Session
from ui.tasks import Tasks

if TYPE_CHECKING:
    from documents.page_pictures import PagePictures
    from documents.picture_bytes import PictureFile

__all__ = ["PolicyPanel"]

_LINE = 24
_REST = 2_000
"""Milliseconds after the last scrolled line until the place is written down."""


class PolicyPanel(QWidget):
    """Shows the document of the session, where it was left the last time."""

    note_clicked = Signal(str)
    look_changed = Signal()
    position_changed = Signal(int)
    caret_moved = Signal()
    clause_clicked = Signal(str)
    clause_wanted = Signal(str)
    redraft_wanted = Signal(str)
    copy_wanted = Signal()
    refused = Signal()
    """Something was to be marked in a matter that is open to read only."""
    found = Signal(object)

    def __init__(
        self, session: Session, tasks: Tasks, look: Look, places: ReadingPlaces, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._finder = Finder(None)
        self._marked: tuple[object, ...] = ()
        self._hits = Found()
        self._ways = Ways()
        self._gone_to = ""
        self._places = places
        self._shown = ""
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self.remember_place)
        self._tasks = tasks
        self.views = PolicyViews(tasks, look.theme, self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.views)
        self._wire()
        self.set_look(look)

    @property
    def session(self) -> Session:
        """Return whose document it shows."""
        return self._session

    @property
    def view(self) -> PolicyView:
        """The view shown: of the text, or of the file's own pages."""
        return self.views.view

    # -- wishes ------------------------------------------------------------------------------------------------------

    def show_pages(self, *, pages: bool) -> None:
        """Turn to the file's own pages or back to its text; remembered for this document."""
        self.views.show_pages(pages=pages)
        self.remember_place()

    def zoom(self, step: int) -> bool:
        """Show the pages larger or smaller, 0 for as wide as the room; False where the text is shown."""
        if self.views.pages_shown:
            self.views.pages.zoom(step)
        return self.views.pages_shown

    def go_to_page(self, name: str) -> None:
        """Go to a page of the file by its label, else by its number; to nothing where there is none such."""
        policy = self._session.policy
        number = -1 if policy is None else page_named(policy, name)
        if number >= 0:
            self.views.go_to_page(number)

    def take_focus(self) -> None:
        """Give the keys to the view shown."""
        self.view.setFocus()

    def set_text(self, pixels: int, *, narrow: bool) -> None:
        """Set the text larger or smaller, its lines shorter or as usual."""
        self.views.text.set_text_size(pixels)
        self.views.text.set_narrow(narrow)

    def judge(self, severity: Severity) -> None:
        """Put a note on the selected words; with nothing selected, judge the current note anew."""
        if self._session.read_only:
            self.refused.emit()
            return
        spans = self.view.selection()
        if spans:
            self._add(spans, severity)
        elif self._session.current:
            self._session.edit(self._session.current, severity=severity)

    def note_on_document(self) -> None:
        """Put a note on the whole document: for what is missing."""
        if not self._session.read_only:
            self._session.add_note((), Severity.MEDIUM, assessment=Assessment.MISSING)

    def note_on_selection(self) -> None:
        """Put a note of medium risk on the selected words; its severity is chosen in the card."""
        spans = self.view.selection()
        if spans and not self._session.read_only:
            self._add(spans, Severity.MEDIUM)

    def use_selection(self) -> None:
        """Let the current note speak about the selected words."""
        spans = self.view.selection()
        if spans and self._session.current and not self._session.read_only:
            self._session.set_spans(self._session.current, spans)
            self.view.clear_selection()

    def add_selection(self) -> None:
        """Let the current note speak about the selected words too."""
        spans, note = self.view.selection(), self._session.note(self._session.current)
        if spans and note is not None and not self._session.read_only:
            spoken = [span for span in self._session.spans_of(note) if span not in spans]
            self._session.set_spans(note.uid, sorted([*spoken, *spans], key=lambda span: span.start))
            self.view.clear_selection()

    def reveal_note(self, note: Note | None) -> None:
        """Bring a note's words into sight, with the caret at them."""
        spans = () if note is None else self._session.spans_of(note)
        if spans:
            self._go_to(spans[0])

    def _go_to(self, span: Span) -> None:
        """Go to words; what is selected stays so, and so does a caret that is in them already."""
        if self.view.selection() or span.start <= self.view.place() < span.end:
            self.view.reveal(span)
        else:
            self.view.go_to(span)

    def note_in_view(self, notes: Sequence[Note]) -> str:
        """Return the current note if its words are in view, else the first of `notes` whose words are; "" for none."""
        if self._in_view(self._session.note(self._session.current)):
            return self._session.current
        position = self.view.reading_position()
        behind = (note for note in notes if note.anchors and note.anchors[0].start >= position)
        first = next(behind, None)
        return first.uid if first is not None and self._in_view(first) else ""

    def _in_view(self, note: Note | None) -> bool:
        height = None if note is None else self.height_of_note(note.uid)
        return height is not None and 0 <= height < self.view.height() - _LINE

    def height_of_note(self, uid: str) -> int | None:
        """Return how far below the view's top a note's words begin; None for one without words."""
        note = self._session.note(uid)
        spans = () if note is None else self._session.spans_of(note)
        return self.view.height_in_view(spans[0].start) if spans else None

    def reveal_clause(self, address: str) -> int:
        """Go to a clause; returns where it begins, -1 when there is none of that address."""
        policy = self._session.policy
        clause = next((c for c in policy.clauses if c.address == address), None) if policy is not None else None
        if clause is None:
            return -1
        self.view.go_to(Span(clause.span.start, max(clause.own.end, clause.span.start)))
        return clause.span.start

    def look_for(self, words: str) -> None:
        """Show every place of some words, from where one is reading on."""
        self._gone_to = ""
        self._show_hits(self._finder.find(words, self.view.reading_position(), self._ways))

    def look_in_ways(self, ways: Ways) -> None:
        """Look for the same words again, as exactly as now wished."""
        self._ways = ways
        self.look_for(self._hits.words)

    def find_next(self, words: str, step: int) -> None:
        """Go on to the next place of the words, or back; a clause number goes to the clause."""
        known = words == self._hits.words
        if not known:
            self.look_for(words)
        clause = self._finder.clause(words)
        if clause is not None and self._gone_to != words:
            self._gone_to = words
            self.clause_wanted.emit(clause.address)
        elif known:
            self._show_hits(self._hits.moved(step))

    def judge_hit(self, severity: Severity) -> None:
        """Put a note on the place of the words that is looked at."""
        policy = self._session.policy
        if policy is not None and self._hits.current >= 0 and not self._session.read_only:
            self._add(by_story(policy, self._hits.spans[self._hits.current]), severity)
            self.view.set_search_hits(list(self._hits.spans))  # the note's own colour shows now

    def take_hit(self) -> None:
        """Give the keys to the text, with the place of the words that is looked at selected."""
        if self._hits.current >= 0:
            self.view.reveal(self._hits.spans[self._hits.current], select=True)
        self.take_focus()

    def clause_named(self, words: str) -> bool:
        """Whether the words are the number of a clause."""
        return self._finder.clause(words) is not None

    def remember_place(self) -> None:
        """Keep where the shown document is being read, for the next start too."""
        if self._shown:
            self._places.keep(self._shown, ReadingPlace(self.view.reading_position(), self.views.pages_shown))

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self.views.set_theme(look.theme)
        self.views.set_language(look.language)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.views.setAccessibleName(self.tr("Policy"))
        self.views.set_language(self._session.language)

    # -- facts -------------------------------------------------------------------------------------------------------

    def _wire(self) -> None:
        session, view = self._session, self.views
        session.matter_changed.connect(self._matter_changed)
        session.document_changed.connect(self._document_changed)
        session.notes_changed.connect(self._notes_changed)
        session.note_marked.connect(self._note_marked)
        session.current_changed.connect(self._current_changed)
        session.read_changed.connect(self._read_changed)
        view.severity_chosen.connect(self.judge)
        view.note_clicked.connect(session.set_current)
        view.note_clicked.connect(self.note_clicked)
        view.look_changed.connect(self.look_changed)
        view.switched.connect(self._tell_everything)
        view.clause_clicked.connect(self.clause_clicked)
        view.position_changed.connect(self.position_changed)
        view.caret_moved.connect(self.caret_moved)
        view.position_changed.connect(lambda _position: self._rest.start())
        view.note_wanted.connect(self.note_on_selection)
        view.redraft_wanted.connect(self.redraft)
        view.range_moved.connect(self._move_range)
        view.copy_wanted.connect(self.copy_wanted)

    def redraft(self) -> None:
        """Put a note on the selected words and ask for other ones in their place."""
        spans = self.view.selection()
        if not spans or self._session.read_only:
            return
        note = self._add(spans, Severity.MEDIUM)
        if note is not None:
            self.redraft_wanted.emit(note.uid)

    def _move_range(self, uid: str, old: Span, new: Span) -> None:
        """Let a note speak about other words where it spoke about `old`; its other places stay."""
        note, policy = self._session.note(uid), self._session.policy
        if note is None or policy is None or self._session.read_only:
            return
        moved = (by_story(policy, new) if span == old else (span,) for span in self._session.spans_of(note))
        self._session.set_spans(uid, [span for part in moved for span in part])

    def _add(self, spans: tuple[Span, ...], severity: Severity) -> Note | None:
        """Put a note on the words; they are marked now, and need not be selected any more."""
        note = self._session.add_note(spans, severity)
        if note is not None:
            self.view.clear_selection()
        return note

    def _document_changed(self) -> None:
        self.remember_place()
        document, policy = self._session.document, self._session.policy
        self._shown = "" if document is None else document.uid
        self._finder = Finder(policy)
        self._hits = Found()
        pictured = policy is not None and bool(policy.pictures)
        self.views.text.set_picture_file(self._tasks, self._open_pictures if pictured else None)
        if policy is None:
            return
        place = self._places.of(self._shown)
        self.views.set_policy(policy, self._open_file, pages=place.pages)
        self._tell_everything()
        point = min(place.point, len(policy.text))
        self.view.put_caret(point)
        self.view.restore(point)

    def _matter_changed(self) -> None:
        if self._session.matter is None:
            self.views.let_go()
            self.views.text.set_picture_file(self._tasks, None)
        self.view.set_markable(not self._session.read_only)

    def _open_file(self) -> PagePictures:
        """Open the shown version's own file, to draw its pages from."""
        from documents.page_pictures import PagePictures

        assert self._session.matter is not None
        version = self._session.shown_version
        assert version is not None
        return PagePictures(self._session.matter.original(version.uid), name=version.file_name)

    def _open_pictures(self) -> PictureFile:
        """Open the shown version's own file, to take its pictures out."""
        from documents.picture_bytes import PictureFile

        assert self._session.matter is not None
        version = self._session.shown_version
        assert version is not None
        assert self._session.policy is not None
        data = self._session.matter.original(version.uid)
        return PictureFile(data, self._session.policy.format)

    def _tell_everything(self) -> None:
        """Tell a view that knows only the policy what is marked, found and read in it."""
        self._marked = ()
        self._notes_changed()
        self._read_changed()
        self._current_changed(self._session.current)
        self.view.set_search_hits(list(self._hits.spans), self._hits.current)

    def _notes_changed(self) -> None:
        """Mark the notes' words, unless only something else about the notes was changed."""
        before, self._marked = self._marked, self._session.marked()
        if before == self._marked:
            return
        self.view.set_highlights([mark for note in self._session.notes for mark in self._marks_of(note)])

    def _marks_of(self, note: Note) -> list[Highlight]:
        return [Highlight(note.uid, span, note.severity, note.number) for span in self._session.spans_of(note)]

    def _note_marked(self, uid: str) -> None:
        """Mark one note otherwise; where it stands on other words, all are laid anew."""
        note, self._marked = self._session.note(uid), ()
        marks = [] if note is None else self._marks_of(note)
        stands = [(one.span, one.number) for one in self.view.highlights_of(uid)]
        if note is not None and marks and stands == [(one.span, one.number) for one in marks]:
            self.view.judge_note(uid, note.severity)
        else:
            self._notes_changed()

    def _current_changed(self, uid: str) -> None:
        self.view.set_current_note(uid or None)
        self.view.set_markable(not self._session.read_only)

    def _read_changed(self) -> None:
        self.view.set_read(self._session.read_clauses())

    def _show_hits(self, hits: Found) -> None:
        self._hits = hits
        self.view.set_search_hits(list(hits.spans), hits.current)
        if hits.current >= 0:
            self._go_to(hits.spans[hits.current])
        self.found.emit(hits)
