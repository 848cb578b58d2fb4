"""The window: builds the panels and wires them to the session. What a command does stands in `wishes`."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from ui.actions import MENUS, Actions, menu_words
from ui.announcements import Announcements
from ui.finder import Found
from ui.look import Look
from ui.panels.document_tabs import DocumentTabs
from ui.panels.message_bar import Message, MessageBar
from ui.panels.notes_column import NotesColumn
from ui.panels.notes_panel import NotesPanel
from ui.panels.outline_panel import OutlinePanel
from ui.panels.policy_panel import PolicyPanel
from ui.panels.start_page import StartPage
from ui.panels.status_line import StatusLine
from ui.panels.top_bar import TopBar
from ui.places import shown_path
from ui.preferences import Preferences
from ui.session import Session
from ui.tasks import Tasks
from ui.wishes import Wishes
from ui.work_area import WorkArea

__all__ = ["MainWindow"]


class MainWindow(QMainWindow):
    """One matter at a time; the start page while there is none."""

    def __init__(self, session: Session, tasks: Tasks, preferences: Preferences, look: Look) -> None:
        super().__init__()
        self.session, self.tasks, self.preferences, self.look = session, tasks, preferences, look
        self.actions_of = Actions(look, self)
        self.start = StartPage(look)
        self.top = TopBar(look)
        self.tabs = DocumentTabs(session)
        self.messages = MessageBar(look)
        self.outline = OutlinePanel(session, look)
        self.policy = PolicyPanel(session, look)
        self.notes = NotesPanel(session, look)
        self.column = NotesColumn(self.notes.model, look)
        self.area = WorkArea(self.outline, self.policy, self.notes, self.column)
        self.status = StatusLine()
        self._menus: dict[str, QMenu] = {}
        self._jump = QTimer(self, singleShot=True, interval=400)
        self._lay_out()
        self._build_menus()
        self.announcements = Announcements(self)
        self._wishes = Wishes(self)
        self._wire()
        self._restore()
        self.retranslate()
        self._matter_changed()

    # -- wishes from outside -----------------------------------------------------------------------------------------

    def open_file(self, path: Path) -> None:
        """Open a policy or a matter."""
        self.notes.finish_typing()
        self.session.open_path(path)

    def close_matter(self) -> None:
        """Back to the start page."""
        self.notes.finish_typing()
        self.policy.remember_place()
        self.session.close()

    def say(self, message: Message) -> None:
        """Say something above the work."""
        self.messages.say(message)

    def open_note(self, uid: str, field: str = "") -> None:
        """Open a note's card, unfolding the notes if they are folded."""
        if not self.area.notes_open:
            self.area.show_notes(shown=True)
        self.session.set_current(uid)
        self._note_clicked(uid)
        self.notes.open_note(uid, field)

    def go_to_note(self, uid: str) -> None:
        """Make a note the current one and show its words."""
        self.session.set_current(uid)
        self._note_clicked(uid)

    def step_clause(self, step: int) -> None:
        """Go on by some clauses."""
        rows = self.outline.model.rows
        now = self.outline.list.currentIndex().row()
        if rows:
            self.go_to_clause(rows[min(max(now + step, 0), len(rows) - 1)].address)

    def go_to_clause(self, address: str) -> None:
        """Show a clause and mark it in the outline."""
        start = self.policy.reveal_clause(address)
        if start >= 0:
            self._jump_to(start)

    def set_look(self, look: Look) -> None:
        """Draw everything in other colours."""
        self.look = look
        for part in (self.actions_of, self.start, self.top, self.messages, self.outline, self.policy, self.notes,
                     self.column):  # fmt: skip
            part.set_look(look)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.actions_of.retranslate()
        for name, menu in self._menus.items():
            menu.setTitle(menu_words(name))
        for part in (self.start, self.top, self.tabs, self.outline, self.policy, self.notes, self.column, self.status):
            part.retranslate()
        self._show_counts()
        self._show_title()

    # -- Qt's own ----------------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "announcements"):
            self.retranslate()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being typed and how the window stands; everything else is on disk already."""
        self.notes.finish_typing()
        outline, notes = self.area.widths()
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self.preferences.change(window=geometry, outline_width=outline, notes_width=notes)
        self.session.close()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self.start.set_lit(lit=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Go back to rest."""
        super().dragLeaveEvent(event)
        self.start.set_lit(lit=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        self.start.set_lit(lit=False)
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.open_file(Path(url.toLocalFile()))
        event.acceptProposedAction()

    # -- facts -------------------------------------------------------------------------------------------------------

    def _matter_changed(self) -> None:
        open_now = self.session.matter is not None
        self._pages.setCurrentIndex(1 if open_now else 0)
        self.top.setVisible(open_now)
        self.messages.clear()
        if self.session.path is not None:
            self.preferences.remember(self.session.path)
        else:
            self.start.set_recent(self.preferences.settings.recent)
            self.status.show_saved(None)
            self.status.show_document("", self._percent())
            self.status.show_counts((), -1)
        self._show_title()
        self._allow()

    def _document_changed(self) -> None:
        policy = self.session.policy
        self.status.calm()
        self.status.show_document("" if policy is None else policy.language, self._percent())
        self._show_place(0)
        self._show_title()
        self._show_counts()
        self._allow()
        self.policy.view.setFocus()

    def _scrolled(self, position: int) -> None:
        if not self._jump.isActive():
            self._show_place(position)

    def _jump_to(self, position: int) -> None:
        self._jump.start()
        self._show_place(position)

    def _show_place(self, position: int) -> None:
        row = self.outline.show_position(position)
        document, path = self.session.document, self.session.path
        parts = [] if path is None else [path.stem]
        if document is not None:
            parts.append(document.title or document.latest.file_name)
        parts += [f"{step.label} {step.title}".strip() for step in self.outline.model.trail(row)[-2:]]
        self.top.breadcrumb.set_parts(tuple(parts))

    def _note_clicked(self, uid: str) -> None:
        note = self.session.note(uid)
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

    def _shape_clicked(self, uid: str) -> None:
        self.go_to_note(uid)
        self.open_note(uid)

    def _back_to_text(self) -> None:
        self.notes.list.close_note()
        self.policy.view.setFocus()

    def _show_counts(self) -> None:
        total = len(self.outline.model.rows)
        percent = round(100 * self.outline.model.read_count() / total) if total else 0
        self.status.show_counts(self.session.notes, percent if self.session.document is not None else -1)

    def _show_title(self) -> None:
        path = self.session.path
        if path is None:
            self.setWindowTitle("Clausemark")
            return
        words = f"{path.stem} — {shown_path(path.parent)}"
        only = self.tr("read only")
        self.setWindowTitle(f"{words} ({only})" if self.session.read_only else words)
        self.setWindowFilePath(str(path))

    def _allow(self) -> None:
        writable = not self.session.read_only
        shown = self.session.document is not None
        acts = self.actions_of
        acts["undo"].setEnabled(self.session.can_undo)
        acts["redo"].setEnabled(self.session.can_redo)
        for name in ("export", "find", "find_next", "find_previous", "copy_citation", "next_clause", "previous_clause",
                     "next_note", "previous_note", "open_note", "filter", "outline", "notes"):  # fmt: skip
            acts[name].setEnabled(shown)
        for name in ("set_range", "delete", "read", "whole_document", "encoding"):
            acts[name].setEnabled(shown and writable)
        for name in ("close", "check"):
            acts[name].setEnabled(self.session.matter is not None)
        acts["next_document"].setEnabled(len(self.session.documents()) > 1)
        for action in acts.severities.values():
            action.setEnabled(shown and writable)

    def _folding_changed(self) -> None:
        self.actions_of["outline"].setChecked(self.area.outline_shown)
        self.actions_of["notes"].setChecked(self.area.notes_open)

    def _preferences_changed(self) -> None:
        settings = self.preferences.settings
        self.policy.view.set_text_size(settings.text_size)
        policy = self.session.policy
        self.status.show_document("" if policy is None else policy.language, self._percent())
        self._fill_recent()

    def _percent(self) -> int:
        return round(100 * self.preferences.settings.text_size / 17)

    # -- putting it together -----------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        work = QWidget(self)
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.area, 1)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.start)
        self._pages.addWidget(work)
        whole = QWidget(self)
        box = QVBoxLayout(whole)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for part in (self.top, self.messages):
            box.addWidget(part)
        box.addWidget(self._pages, 1)
        box.addWidget(self.status)
        self.setCentralWidget(whole)
        self.setMinimumSize(640, 480)
        self.setAcceptDrops(True)

    def _build_menus(self) -> None:
        acts = self.actions_of
        for menu_name, entries in MENUS:
            menu = self._menus[menu_name] = self.menuBar().addMenu("")
            for entry in entries:
                self._add_entry(menu, entry)
        self.notes.set_menu([*acts.severities.values(), acts["set_range"], acts["delete"]])
        acts["delete"].setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.notes.list.addAction(acts["delete"])
        acts["open_note"].setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.policy.addAction(acts["open_note"])
        self.top.set_actions(acts["undo"], acts["redo"], acts["export"])

    def _add_entry(self, menu: QMenu, entry: str) -> None:
        acts = self.actions_of
        groups = {name: list(found.values()) for name, found in acts.groups().items()}
        if not entry:
            menu.addSeparator()
        elif entry == "recent":
            self._menus["recent"] = menu.addMenu("")
        elif entry in groups:
            self._menus[entry] = menu.addMenu("")
            self._menus[entry].addActions(groups[entry])
        else:
            menu.addAction(acts[entry])

    def _fill_recent(self) -> None:
        menu = self._menus["recent"]
        menu.clear()
        for name in self.preferences.settings.recent:
            path = Path(name)
            action = menu.addAction(f"{path.stem}  —  {shown_path(path.parent)}".replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, path=path: self.open_file(path))
        menu.setEnabled(bool(self.preferences.settings.recent))

    def _wire(self) -> None:
        session, acts = self.session, self.actions_of
        session.matter_changed.connect(self._matter_changed)
        session.document_changed.connect(self._document_changed)
        for fact in (session.notes_changed, session.note_edited, session.read_changed):
            fact.connect(self._show_counts)
        session.history_changed.connect(self._allow)
        session.saved.connect(self.status.show_saved)
        session.note_added.connect(lambda uid: self.open_note(uid, "title"))
        session.current_changed.connect(self.column.set_current)
        self.policy.view.note_clicked.connect(self._note_clicked)
        self._wire_panels()
        for severity, action in acts.severities.items():
            action.triggered.connect(lambda _checked=False, severity=severity: self.policy.judge(severity))
        acts["outline"].triggered.connect(lambda shown: self.area.show_outline(shown=shown))
        acts["notes"].triggered.connect(lambda shown: self.area.show_notes(shown=shown))
        acts["full_screen"].triggered.connect(lambda on: self.showFullScreen() if on else self.showNormal())
        for name, action in acts.themes.items():
            action.triggered.connect(lambda _checked=False, name=name: self.preferences.change(theme=name))
        for name, action in acts.languages.items():
            action.triggered.connect(lambda _checked=False, name=name: self.preferences.change(language=name))
        self.preferences.changed.connect(self._preferences_changed)

    def _wire_panels(self) -> None:
        self.start.open_wanted.connect(self.actions_of["open"].trigger)
        self.start.paste_wanted.connect(self.actions_of["paste"].trigger)
        self.start.sample_wanted.connect(self.actions_of["sample"].trigger)
        self.start.recent_wanted.connect(lambda name: self.open_file(Path(name)))
        self.tabs.document_wanted.connect(self.session.show_document)
        self.outline.clause_wanted.connect(self.go_to_clause)
        self.policy.found.connect(self._found)
        self.policy.clause_wanted.connect(self.go_to_clause)
        self.policy.clause_clicked.connect(self._clause_clicked)
        self.policy.position_changed.connect(self._scrolled)
        self.policy.redraft_wanted.connect(lambda uid: self.open_note(uid, "proposed_wording"))
        self.policy.copy_wanted.connect(self.actions_of["copy_citation"].trigger)
        self.notes.note_chosen.connect(self.session.set_current)
        self.notes.note_chosen.connect(self._note_clicked)
        self.notes.note_hovered.connect(lambda uid: self.policy.view.set_hover_note(uid or None))
        self.notes.severity_chosen.connect(self.policy.judge)
        self.notes.leave_wanted.connect(self._back_to_text)
        self.column.note_wanted.connect(self._shape_clicked)
        self.area.folding_changed.connect(self._folding_changed)
        self.top.find_field.words_changed.connect(self.policy.look_for)
        self.top.find_field.next_wanted.connect(self.policy.find_next)
        self.top.find_field.left.connect(self.policy.view.setFocus)

    def _restore(self) -> None:
        settings = self.preferences.settings
        self.area.set_widths(settings.outline_width, settings.notes_width)
        self.policy.view.set_text_size(settings.text_size)
        self.resize(1280, 800)
        if settings.window and QApplication.platformName() != "offscreen":
            self.restoreGeometry(QByteArray.fromBase64(settings.window.encode("ascii")))
        self._fill_recent()
