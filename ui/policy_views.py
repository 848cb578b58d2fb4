"""The two views of a policy, one above the other: its text and, for a file that has them, its own pages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from documents.model import PolicyDocument, Span
from ui.document_view import DocumentView
from ui.page_view import PageView
from ui.paper_pictures import Pictures
from ui.paper_places import PaperPlaces
from ui.policy_view import EMPTY, PolicyView
from ui.tasks import Tasks
from ui.theme import Theme

__all__ = ["PolicyViews"]


class PolicyViews(QStackedWidget):
    """`view` is the one shown. The pages are made when they are first wanted. Signals of both come out here."""

    selection_changed = Signal()
    severity_chosen = Signal(object)
    note_clicked = Signal(str)
    clause_clicked = Signal(str)
    position_changed = Signal(int)
    caret_moved = Signal()
    note_wanted = Signal()
    redraft_wanted = Signal()
    copy_wanted = Signal()
    range_moved = Signal(str, object, object)
    look_changed = Signal()  # another view, zoom or page
    switched = Signal()  # the view shown knows the policy, and nothing of its notes yet

    def __init__(self, tasks: Tasks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._theme = theme
        self._language = "en"
        self._policy = EMPTY
        self._pictures: Callable[[], Pictures] | None = None
        self._pages_if_made: PageView | None = None
        self._shown_in_text: PolicyDocument | None = None
        self._shown_in_pages: PolicyDocument | None = None
        self._came_to = (-1, 0)
        self._offered: tuple[QAction, ...] = ()
        self.text = DocumentView(self, theme)
        self.addWidget(self.text)
        self._listen_to(self.text)

    @property
    def view(self) -> PolicyView:
        """The view shown."""
        return self._pages_if_made if self.pages_shown and self._pages_if_made is not None else self.text

    @property
    def pages_shown(self) -> bool:
        """Whether the pages are in front."""
        return self._pages_if_made is not None and self.currentWidget() is self._pages_if_made

    @property
    def pages(self) -> PageView:
        """The view of the pages."""
        if self._pages_if_made is None:
            made = self._pages_if_made = PageView(self._tasks, self, self._theme)
            made.set_language(self._language)
            made.zoomed.connect(self.look_changed)
            made.page_changed.connect(lambda _page: self.look_changed.emit())
            self.addWidget(made)
            self._listen_to(made)
            made.offer(self._offered)
        return self._pages_if_made

    def offer(self, commands: tuple[QAction, ...]) -> None:
        """Offer commands in the menus of both views."""
        self._offered = commands
        for view in (self.text, self._pages_if_made):
            if view is not None:
                view.offer(commands)

    def _listen_to(self, view: PolicyView) -> None:
        view.selection_changed.connect(self.selection_changed)
        view.severity_chosen.connect(self.severity_chosen)
        view.note_clicked.connect(self.note_clicked)
        view.clause_clicked.connect(self.clause_clicked)
        view.position_changed.connect(self.position_changed)
        view.caret_moved.connect(self.caret_moved)
        view.note_wanted.connect(self.note_wanted)
        view.redraft_wanted.connect(self.redraft_wanted)
        view.copy_wanted.connect(self.copy_wanted)
        view.range_moved.connect(self.range_moved)

    def set_policy(self, policy: PolicyDocument, pictures: Callable[[], Pictures] | None, *, pages: bool) -> None:
        """Show a policy from its beginning. `pictures` opens its file, called when its pages are first wanted."""
        self.let_go()
        self._policy, self._pictures = policy, pictures
        self._put_in_front(pages=pages and bool(policy.pages))
        self.look_changed.emit()

    def let_go(self) -> None:
        """Hold no file any more."""
        self._pictures = self._shown_in_text = self._shown_in_pages = None
        if self._pages_if_made is not None:
            self._pages_if_made.set_pictures(None)

    def show_pages(self, *, pages: bool) -> None:
        """Turn from the text to the pages or back, with the same words in view and selected."""
        if pages == self.pages_shown or (pages and not self._policy.pages):
            return
        old = self.view
        selected, proxy = old.selection(), old.focusProxy()
        focused = proxy is not None and proxy.hasFocus()
        words = Span(selected[0].start, selected[-1].end) if selected else None
        seen = words is not None and old.shows(words)
        place, caret = self._place_in(old), old.place()
        self._put_in_front(pages=pages)
        self.switched.emit()
        self._go_on(place, caret, words, seen=seen)
        if focused:
            self.view.setFocus()
        self.look_changed.emit()

    def go_to_page(self, number: int) -> None:
        """Bring a page, counted from 0, into view; of the text, the first words that stand on it or after it."""
        places = PaperPlaces(self._policy)
        lines = (line for page in range(number, len(self._policy.pages)) for line in places.lines_on(page))
        first = next(lines, None)
        if first is not None:
            self.view.put_caret(first.span.start)
        if self.pages_shown:
            self.pages.go_to_page(number)
        elif first is not None:
            self.text.restore(first.span.start)

    def _go_on(self, place: int, caret: int, words: Span | None, *, seen: bool) -> None:
        """Bring the view in front to where the other one was."""
        view = self.view
        if words is None:
            view.put_caret(caret)
        else:
            view.select(words)
        view.restore(place)
        self._came_to = place, view.reading_position()
        if words is not None and seen and not view.shows(words):
            view.reveal(words)

    def _place_in(self, view: PolicyView) -> int:
        """Return where one reads; who has not moved since the last turn goes back to just where that began."""
        place, there = self._came_to
        now = view.reading_position()
        return place if place >= 0 and now == there else now

    def _put_in_front(self, *, pages: bool) -> None:
        view: PolicyView = self.pages if pages else self.text
        view.setGeometry(self.rect())
        layout = view.layout()
        if layout is not None:
            layout.activate()
        known = self._shown_in_pages if pages else self._shown_in_text
        if known is not self._policy:
            self._show_in(pages=pages)
        self.setCurrentWidget(view)

    def _show_in(self, *, pages: bool) -> None:
        self._came_to = (-1, 0)
        if pages:
            self.pages.set_document(self._policy)
            self.pages.set_pictures(self._pictures() if self._pictures is not None else None)
            self._shown_in_pages = self._policy
        else:
            self.text.set_document(self._policy)
            self._shown_in_text = self._policy

    def set_theme(self, theme: Theme) -> None:
        """Draw both in other colours."""
        self._theme = theme
        self.text.set_theme(theme)
        if self._pages_if_made is not None:
            self._pages_if_made.set_theme(theme)

    def set_language(self, language: str) -> None:
        """Speak the window's language where a page cannot be drawn."""
        self._language = language
        if self._pages_if_made is not None:
            self._pages_if_made.set_language(language)
            self._pages_if_made.retranslate()
        self.text.retranslate()
