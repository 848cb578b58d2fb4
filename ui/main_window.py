"""The window: start page, work page, messages, status. It builds and wires them; what a command does is in `wishes`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui.actions import Actions
from ui.announcements import ABOUT_FILE, Announcements
from ui.bilingual.bilingual_wishes import BilingualWishes
from ui.bringing import furniture_left_out, pages_unread
from ui.carry_over import CarryOver
from ui.comparing.comparing_wishes import ComparingWishes
from ui.copies import Copies
from ui.dialog import fitting, pressed_by_return
from ui.going import Going
from ui.habits import Habits
from ui.joined import Joined
from ui.last_time import LastTime
from ui.look import Look
from ui.matter_place import MatterPlace
from ui.matter_wishes import MatterWishes
from ui.menus import Menus
from ui.merging_wishes import MergingWishes
from ui.note_wishes import NoteWishes
from ui.opening_wishes import OpeningWishes
from ui.packages import Packages
from ui.panels.message_bar import Message, MessageBar
from ui.panels.start_page import StartPage
from ui.panels.status_line import StatusLine
from ui.places import shown_path
from ui.preferences import Preferences
from ui.reading_wishes import ReadingWishes
from ui.recents import Recents
from ui.reception import Reception
from ui.renamed import Renamed
from ui.returns import Returns
from ui.session import Session
from ui.side_by_side import SideBySide
from ui.tasks import Tasks
from ui.unsaved import Unsaved
from ui.versions_shown import VersionsShown
from ui.wishes import Wishes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.work_page import WorkPage

__all__ = ["MainWindow"]

_NEED_DOCUMENT = (
    "export", "print", "find", "find_next", "find_previous", "copy_citation", "next_clause", "previous_clause",
    "next_note", "previous_note", "open_note", "filter", "next_unread", "go_to_clause", "outline", "notes",
    "about_document", "select_sentence", "select_clause", "select_more", "select_less", "select_note",
    "review",
)  # fmt: skip
_NEED_WRITING = (
    "take_back", "set_range", "add_range", "more_fields", "delete", "read", "whole_document", "write_note", "redraft",
    "send_for_review", "send_all_for_review",
)  # fmt: skip


class MainWindow(QMainWindow):
    """One matter at a time; the start page while there is none."""

    def __init__(self, session: Session, tasks: Tasks, preferences: Preferences, look: Look) -> None:
        super().__init__()
        self.session, self.tasks, self.preferences, self.look = session, tasks, preferences, look
        self.actions_of = Actions(self)
        self.start = StartPage(look)
        self.messages = MessageBar(look)
        self.status = StatusLine()
        self._work: WorkPage | None = None
        self._menus = Menus(self.menuBar(), self.actions_of)
        self.pages = QStackedWidget(self)
        self.reception = Reception(self)
        self._lay_out()
        self.announcements = Announcements(self)
        Unsaved(self)
        OpeningWishes(self)
        Wishes(self)
        Going(self)
        self._keep_matters()
        Habits(self)
        ReadingWishes(self)
        NoteWishes(self)
        Returns(self)
        self._wire()
        self._restore()
        self.retranslate()
        self._matter_changed()

    @property
    def work(self) -> WorkPage:
        """The page of the open document; made when first asked for, so that the start page comes at once."""
        if self._work is None:
            from ui.work_page import Surroundings, WorkPage

            around = Surroundings(self.session, self.tasks, self.preferences, self.actions_of, self.status)
            self._work = WorkPage(around, self.look, self)
            self._work.policy.found.connect(self.announcements.found)
            self._work.top.hide()
            self._box.insertWidget(0, self._work.top)
            self.pages.addWidget(self._work)
            self.actions_of.set_look(self.look)
        return self._work

    # -- wishes from outside -----------------------------------------------------------------------------------------

    def open_file(self, path: Path) -> None:
        """Open a policy or a matter."""
        self.open_files([path])

    def open_files(self, paths: Sequence[Path]) -> None:
        """Open several, one after another; policies end in one matter."""
        self.session.open_paths(paths)

    def close_matter(self) -> None:
        """Back to the start page."""
        self.finish_typing()
        self.work.policy.remember_place()
        self.session.close()

    def finish_typing(self) -> None:
        """Turn what is being typed into a change now."""
        if self._work is not None:
            self._work.notes.finish_typing()

    def sides(self) -> tuple[int, int]:
        """Return how wide the clauses and the notes stand, or will stand, beside the policy."""
        return self.work.area.sides(self.width())

    def show_arriving(self, page: QWidget) -> None:
        """Give the middle to a policy that is on its way."""
        self.pages.setCurrentWidget(page)
        if self._work is not None:
            self._work.top.hide()

    def say(self, message: Message | Callable[[], Message]) -> None:
        """Say something above the work; what makes a message is asked again when the language changes."""
        self.messages.say(message)

    def set_look(self, look: Look) -> None:
        """Draw everything in other colours."""
        self.look = look
        for part in (self.actions_of, self.start, self.messages):
            part.set_look(look)
        self.reception.set_look()
        self.carry_over.set_look()
        self.comparing.set_look()
        self.bilingual.set_look()
        if self._work is not None:
            self._work.set_look(look)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        for part in (self.actions_of, self._menus, self.start, self.reception, self.status):
            part.retranslate()
        self.carry_over.retranslate()
        self.bilingual.retranslate()
        self.messages.retranslate()
        if self._work is not None:
            self._work.retranslate()
        self._show_title()

    # -- Qt's own ----------------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "announcements"):
            self.retranslate()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being typed and how the window stands; everything else is on disk already."""
        if not self.session.may_leave(self.close):
            event.ignore()
            return
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self.preferences.change(window=geometry)
        if self._work is not None:
            self._work.policy.remember_place()
            outline, notes = self._work.area.widths()
            self.preferences.change(outline_width=outline, notes_width=notes)
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
        self.open_files([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc give up a file on its way and Return press the button with the ring, if nothing nearer does."""
        if event.key() == Qt.Key.Key_Escape and self.reception.bar.isVisible():
            self.session.arrivals.cancel()
        elif not pressed_by_return(self, event):
            super().keyPressEvent(event)

    # -- facts -------------------------------------------------------------------------------------------------------

    def _matter_changed(self) -> None:
        self.messages.clear(keep="" if self.session.matter is None else ABOUT_FILE)
        if self.session.path is not None:
            self.pages.setCurrentWidget(self.work)  # made here, so that its panels hear of the document
            self.preferences.remember(self.session.path)
        else:
            self.status.rest()
        self.show_page()
        self._show_title()
        self._allow()

    def show_page(self) -> None:
        """Show the work, or the start page where there is none: also when undo took the only policy back."""
        if self.session.path is not None and (self.session.document is not None or self.session.documents()):
            self.pages.setCurrentWidget(self.work)
            self.work.top.show()
            return
        self.pages.setCurrentWidget(self.start)
        if self._work is not None:
            self._work.top.hide()
        self.recents.show()

    def _show_title(self) -> None:
        path = self.session.path
        if path is None:
            self.setWindowTitle("Clausemark")
            return
        discreet = self.session.discreet
        words = self.session.matter_name() if discreet else f"{path.stem} — {shown_path(path.parent)}"
        only = self.tr("read only")
        self.setWindowTitle(f"{words} ({only})" if self.session.read_only else words)
        self.setWindowFilePath("" if discreet else str(path))

    def _allow(self) -> None:
        session, acts = self.session, self.actions_of
        shown, writable = session.document is not None, not session.read_only
        acts["undo"].setEnabled(session.can_undo)
        acts["redo"].setEnabled(session.can_redo)
        for name in _NEED_DOCUMENT:
            acts[name].setEnabled(shown)
        for name in _NEED_WRITING:
            acts[name].setEnabled(shown and writable)
        policy = session.policy
        acts["encoding"].setEnabled(writable and policy is not None and bool(policy.encoding))
        acts["whole_page"].setEnabled(writable and policy is not None and furniture_left_out(policy))
        acts["recognise"].setEnabled(writable and policy is not None and pages_unread(policy))
        for name in ("close", "check", "search"):
            acts[name].setEnabled(session.matter is not None)
        paged = session.policy is not None and bool(session.policy.pages)
        for name in ("pages", "go_to_page"):
            acts[name].setEnabled(paged)
        acts["next_document"].setEnabled(len(session.documents()) > 1)
        for action in acts.severities.values():
            action.setEnabled(shown and writable)

    # -- putting it together -----------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.pages.addWidget(self.start)
        whole = QWidget(self)
        self._box = QVBoxLayout(whole)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(self.reception.bar)
        self._box.addWidget(self.messages)
        self._box.addWidget(self.pages, 1)
        self._box.addWidget(self.status)
        self.setCentralWidget(whole)
        self.setMinimumSize(640, 480)
        self.setAcceptDrops(True)

    def _keep_matters(self) -> None:
        self.recents = Recents(self)
        self.last_time = LastTime(self)
        self.side_by_side = SideBySide(self)
        self.bilingual = BilingualWishes(self)
        self.copies = Copies(self)
        self.merging = MergingWishes(self)
        self.carry_over = CarryOver(self)
        Joined(self)
        MatterPlace(self)
        Renamed(self)
        self.versions_shown = VersionsShown(self)
        self.comparing = ComparingWishes(self)
        self.matter_wishes = MatterWishes(self)
        self.packages = Packages(self)

    def _wire(self) -> None:
        session, acts, preferences = self.session, self.actions_of, self.preferences
        session.leaving.connect(self.finish_typing)
        session.matter_changed.connect(self._matter_changed)
        session.document_changed.connect(self.show_page)
        session.document_changed.connect(self._show_title)
        session.document_changed.connect(self._allow)
        session.history_changed.connect(self._allow)
        session.saved.connect(self.status.show_saved)
        self.start.open_wanted.connect(acts["open"].trigger)
        self.start.paste_wanted.connect(acts["paste"].trigger)
        self.start.sample_wanted.connect(acts["sample"].trigger)
        for wish in (self.start.recent_wanted, self._menus.recent_wanted):
            wish.connect(lambda name: self.open_file(Path(name)))
        acts["full_screen"].triggered.connect(lambda on: self.showFullScreen() if on else self.showNormal())
        for name, action in acts.themes.items():
            action.triggered.connect(lambda _checked=False, name=name: preferences.change(theme=name))
        for name, action in acts.languages.items():
            action.triggered.connect(lambda _checked=False, name=name: preferences.change(language=name))
        preferences.changed.connect(self._show_recent)
        session.names_changed.connect(self._show_title)

    def _restore(self) -> None:
        settings = self.preferences.settings
        self.resize(1280, 800)
        if settings.window and QApplication.platformName() != "offscreen":
            self.restoreGeometry(QByteArray.fromBase64(settings.window.encode("ascii")))
        elif QApplication.platformName() != "offscreen":
            self.resize(fitting(self.size(), self.screen().availableSize()))
        self._show_recent()

    def _show_recent(self) -> None:
        settings = self.preferences.settings
        self._menus.show_recent(settings.recent, discreet=settings.discreet)
