"""Everything about the open document: bar, outline, policy, notes. Built when it is first needed."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ui.actions import Actions
from ui.finder import Found
from ui.look import Look
from ui.panels.document_tabs import DocumentTabs
from ui.panels.notes_column import NotesColumn
from ui.panels.notes_panel import NotesPanel
from ui.panels.outline_panel import OutlinePanel
from ui.panels.policy_panel import PolicyPanel
from ui.panels.side_panel import SidePanel
from ui.panels.status_line import StatusLine
from ui.panels.top_bar import TopBar
from ui.preferences import Preferences
from ui.reading_places import ReadingPlaces
from ui.session import Session
from ui.tasks import Tasks
from ui.trail import Trail
from ui.work_area import WorkArea

__all__ = ["Surroundings", "WorkPage"]

_SETTLING = 400
_IN_STEP = 60
"""Milliseconds after the last scrolled line until the notes follow: they keep still while the policy moves."""
_NORMAL_TEXT = 17


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the page takes from the window it stands in."""

    session: Session
    tasks: Tasks
    preferences: Preferences
    actions: Actions
    status: StatusLine


def _pair_of(policy: PolicyPanel) -> QSplitter:
    """Let a second policy stand beside the first one day."""
    pair = QSplitter(Qt.Orientation.Horizontal)
    pair.setHandleWidth(1)
    pair.setChildrenCollapsible(False)
    pair.addWidget(policy)
    return pair


class WorkPage(QWidget):
    """Wires the panels to the session and to one another. `top` is laid out by the window, above its messages."""

    def __init__(self, around: Surroundings, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._preferences = around.session, around.preferences
        self._actions, self._status = around.actions, around.status
        self.top = TopBar(look, self)
        self.tabs = DocumentTabs(self._session, look, self)
        self.outline = OutlinePanel(self._session, look)
        places = ReadingPlaces(self._preferences.folder / "places.json")
        self.policy = PolicyPanel(self._session, around.tasks, look, places)
        self.notes = NotesPanel(self._session, look)
        self.column = NotesColumn(self.notes.model, look)
        self.pair = _pair_of(self.policy)
        self.guests: list[SidePanel] = []
        self.area = WorkArea(self.outline, self.pair, self.notes, self.column)
        self._jump, self._step = (QTimer(self, singleShot=True, interval=pause) for pause in (_SETTLING, _IN_STEP))
        self.trail = Trail(self.top.breadcrumb, self.outline.model, self._session, self.go_to_clause)
        self._lay_out()
        self._give_actions()
        self._follow_session()
        self._wire_panels()
        settings = self._preferences.settings
        self.area.set_widths(settings.outline_width, settings.notes_width)
        self.area.set_scale(look.scale)
        self._set_text()
        self._show_revisions()
        self.retranslate()

    @property
    def writing(self) -> PolicyPanel:
        """The policy that has the keys, where a second one stands beside the first."""
        focused = self.focusWidget()
        holding = (one.policy for one in self.guests if focused is not None and one.isAncestorOf(focused))
        return next(holding, self.policy)

    # -- wishes ------------------------------------------------------------------------------------------------------

    def open_note(self, uid: str, field: str = "") -> None:
        """Open a note's card, unfolding the notes if they are folded."""
        if not self.area.notes_open:
            self.area.show_notes(shown=True)
        self.go_to_note(uid)
        self.notes.open_note(uid, field)

    def go_to_note(self, uid: str) -> None:
        """Make a note the current one and show its words."""
        self._session.set_current(uid)
        self._show_words(uid)

    def go_to_clause(self, address: str) -> None:
        """Show a clause and mark it in the outline."""
        start = self.policy.reveal_clause(address)
        if start >= 0:
            self._jump_to(start)

    def step_clause(self, step: int) -> None:
        """Go on by some clauses."""
        rows = self.outline.model.rows
        now = self.outline.list.currentIndex().row()
        if rows:
            self.go_to_clause(rows[min(max(now + step, 0), len(rows) - 1)].address)

    def back_to_text(self) -> None:
        """Close the card and give the keys to the policy, where the eye was; one that is not saved stays open."""
        if not self.notes.list.editor.unsaved:
            self.notes.list.close_note()
        self.policy.take_focus()
        self._step.start()

    def set_look(self, look: Look) -> None:
        """Draw everything in other colours."""
        self.area.set_scale(look.scale)
        for part in (self.top, self.tabs, self.outline, self.policy, self.notes, self.column):
            part.set_look(look)
        for guest in self.guests:
            guest.set_look(look)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        for part in (self.top, self.tabs, self.outline, self.policy, self.notes, self.column):
            part.retranslate()
        for guest in self.guests:
            guest.retranslate()

    # -- facts -------------------------------------------------------------------------------------------------------

    def _document_changed(self) -> None:
        self._status.calm()
        self._show_views()
        self._show_place(0)
        self._show_counts()
        self.policy.take_focus()

    def _show_document(self) -> None:
        policy, views = self._session.policy, self.policy.views
        language = "" if policy is None else policy.language
        if policy is not None and views.pages_shown:
            words = self.tr("Page {page} of {pages}")
            page = words.format(page=views.pages.page_label(), pages=len(policy.pages))
            self._status.show_document(language, views.pages.percent(), page)
            return
        size = self._preferences.settings.text_size
        self._status.show_document(language, round(100 * size / _NORMAL_TEXT))

    def _show_views(self) -> None:
        """Offer the pages of a file that has them, and say which view is shown."""
        policy = self._session.policy
        paged = policy is not None and bool(policy.pages)
        self._actions["revisions"].setEnabled(policy is not None and bool(policy.revisions))
        self._actions["pages"].setChecked(self.policy.views.pages_shown)
        self.top.views.setVisible(paged)
        self._show_document()

    def _turn(self, pages: bool) -> None:  # noqa: FBT001 - as Qt's signal gives it
        self.policy.show_pages(pages=pages)
        self._show_views()

    def _preferences_changed(self) -> None:
        self.notes.filter.set_saved(self._preferences.settings.filters)
        self._set_text()
        self._show_revisions()
        self._show_document()

    def _set_text(self) -> None:
        settings = self._preferences.settings
        self.policy.set_text(settings.text_size, narrow=settings.narrow)
        self._actions["narrow"].setChecked(settings.narrow)

    def _show_revisions(self) -> None:
        shown = self._preferences.settings.revisions
        self._actions["revisions"].setChecked(shown)
        self.policy.views.text.set_revisions_shown(shown)

    def _scrolled(self, _position: int) -> None:
        if not self._jump.isActive():
            self._caret_moved()
            self._step.start()

    def _caret_moved(self) -> None:
        """Name the clause that commands act on: the caret's, or where one reads while the caret is out of sight."""
        if not self._jump.isActive():
            self._show_place(self.policy.view.place())

    def _notes_follow(self) -> None:
        """Have a card stand beside its words, once the policy rests; an open one stays where it is."""
        cards = self.notes.list
        if self._jump.isActive() or cards.open_uid or cards.underMouse() or self.column.underMouse():
            return
        found = self.policy.note_in_view(self.notes.model.shown)
        if found:
            self._stand_beside(found)
        else:
            cards.keep_in_step(self.policy.view.reading_position())

    def _stand_beside(self, uid: str) -> None:
        view, cards = self.policy.view, self.notes.list if self.area.notes_open else self.column
        height = self.policy.height_of_note(uid)
        if height is not None:
            cards.stand_beside(uid, cards.viewport().mapFromGlobal(view.mapToGlobal(QPoint(0, height))).y())

    def _open_beside(self, uid: str) -> None:
        """Open a new note's card beside the words it was put on."""
        self.open_note(uid, "title")
        QTimer.singleShot(0, self, lambda: self._stand_beside(uid))

    def _jump_to(self, position: int) -> None:
        """Name the place that was gone to, although the view still moves and will show what is above it too."""
        self._jump.start()
        self._show_place(position)

    def _show_place(self, position: int) -> None:
        self.trail.show(self.outline.show_position(position))

    def _show_words(self, uid: str) -> None:
        note = self._session.note(uid)
        if note is not None and note.anchors:
            self._jump_to(note.anchors[0].start)
            self.policy.reveal_note(note)

    def _found(self, hits: Found) -> None:
        if hits.current >= 0:
            self._jump_to(hits.spans[hits.current].start)

    def _clause_clicked(self, address: str) -> None:
        row = next((row for row in self.outline.model.rows if row.address == address), None)
        if row is not None:
            self._jump_to(row.span.start)

    def _show_counts(self) -> None:
        total = len(self.outline.model.rows)
        percent = round(100 * self.outline.model.read_count() / total) if total else 0
        self._status.show_counts(self._session.notes, percent if self._session.document is not None else -1)

    def _folding_changed(self) -> None:
        self._actions["outline"].setChecked(self.area.outline_shown)
        self._actions["notes"].setChecked(self.area.notes_open)

    # -- putting it together -----------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.area, 1)
        text = self.policy.view.focusProxy() or self.policy.view
        stops: list[QWidget] = [self.top.export, self.outline.list, text, self.notes.filter_button, self.notes.list]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _give_actions(self) -> None:
        acts = self._actions
        self.notes.set_menu([*acts.severities.values(), acts["set_range"], acts["send_for_review"], acts["delete"]])
        acts["delete"].setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        acts["delete"].setAutoRepeat(False)
        for holder in (self.notes.list, self.policy):
            holder.addAction(acts["delete"])
        acts["open_note"].setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.policy.addAction(acts["open_note"])
        self.top.set_actions(acts["undo"], acts["redo"], acts["export"])
        self.top.views.follow(acts["pages"])
        acts["pages"].toggled.connect(self._turn)
        acts["revisions"].triggered.connect(lambda shown: self._preferences.change(revisions=shown))
        acts["outline"].triggered.connect(lambda shown: self.area.show_outline(shown=shown))
        acts["notes"].triggered.connect(lambda shown: self.area.show_notes(shown=shown))
        for severity, action in acts.severities.items():
            action.triggered.connect(lambda _checked=False, severity=severity: self.writing.judge(severity))

    def _follow_session(self) -> None:
        session = self._session
        session.document_changed.connect(self._document_changed)
        session.names_changed.connect(lambda: self._show_place(self.policy.view.place()))
        session.matter_changed.connect(self._show_views)
        for fact in (session.notes_changed, session.note_edited, session.read_changed):
            fact.connect(self._show_counts)
        session.note_added.connect(self._open_beside)
        session.current_changed.connect(self.column.set_current)
        session.current_changed.connect(lambda _uid: self._step.start())
        session.notes_changed.connect(self._step.start)
        session.document_changed.connect(self.column.to_top)
        self._preferences.changed.connect(self._preferences_changed)
        self._step.timeout.connect(self._notes_follow)
        self._jump.timeout.connect(self._notes_follow)

    def _wire_panels(self) -> None:
        session, policy, notes = self._session, self.policy, self.notes
        self.tabs.document_wanted.connect(session.show_document)
        self.outline.clause_wanted.connect(self.go_to_clause)
        policy.note_clicked.connect(self._show_words)
        policy.look_changed.connect(self._show_document)
        policy.found.connect(self._found)
        policy.clause_wanted.connect(self.go_to_clause)
        policy.clause_clicked.connect(self._clause_clicked)
        policy.position_changed.connect(self._scrolled)
        policy.caret_moved.connect(self._caret_moved)
        policy.refused.connect(lambda: self._status.tell(self.tr("Read only: nothing can be marked here")))
        policy.redraft_wanted.connect(lambda uid: self.open_note(uid, "proposed_wording"))
        policy.copy_wanted.connect(self._actions["copy_citation"].trigger)
        policy.views.offer((self._actions["word_history"],))
        notes.note_chosen.connect(self.go_to_note)
        notes.note_hovered.connect(lambda uid: policy.view.set_hover_note(uid or None))
        notes.leave_wanted.connect(self.back_to_text)
        notes.filter.set_saved(self._preferences.settings.filters)
        notes.filter.kept.connect(lambda filters: self._preferences.change(filters=filters))
        notes.review.turned.connect(self._actions["review"].setChecked)
        self.column.note_wanted.connect(self.open_note)
        self.area.folding_changed.connect(self._folding_changed)
        self._wire_find(policy)

    def _wire_find(self, policy: PolicyPanel) -> None:
        find = self.top.find_field
        find.words_changed.connect(policy.look_for)
        find.ways_changed.connect(policy.look_in_ways)
        find.next_wanted.connect(policy.find_next)
        find.mark_wanted.connect(policy.judge_hit)
        find.left.connect(policy.take_hit)
