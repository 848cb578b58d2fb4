"""A PDF's own pages on screen, with the same highlights, selection and signals as the view of its text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotations.model import Severity
from documents.model import PolicyDocument, Span
from ui.beside_selection import Copying
from ui.highlights import Highlight, note_after, note_here
from ui.jump import Jump
from ui.page_style import DEFAULT_SIZE
from ui.paper_input import PaperInput
from ui.paper_layout import FIT, ZOOMS
from ui.paper_marks import PaperMarks
from ui.paper_pictures import PaperPictures, Pictures
from ui.policy_text import Press
from ui.policy_view import PolicyView
from ui.reading import unread
from ui.risk_strip import mark_strip
from ui.spoken_marks import say_marks, spoken
from ui.tasks import Tasks
from ui.theme import LIGHT, Theme

__all__ = ["PageView"]

_EDGE = 24
_ABOVE = 4


class PageView(PolicyView):
    """Shows the pages of one PDF. `set_pictures` says what draws them; without it the sheets stay white."""

    zoomed = Signal()
    page_changed = Signal(int)

    def __init__(self, tasks: Tasks, parent: QWidget | None = None, theme: Theme = LIGHT) -> None:
        super().__init__(parent, theme)
        self._size = DEFAULT_SIZE
        self._page = -1
        self._brought = (-1, 0)  # the scroll bar's place and the code point that was brought to the top there
        self._showing = False
        self._marks = PaperMarks(theme)
        self._pictures = PaperPictures(tasks, self)
        self._area = PaperInput(self._marks, self._pictures, self)
        self._area.setVerticalScrollBar(self._strip)
        self._jump = Jump(self._area, self._marks.emphasis)
        self.setFocusProxy(self._area)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._area)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        area = self._area
        area.selection_moved.connect(self._selection_moved)
        area.caret_moved.connect(self._describe)
        area.caret_moved.connect(self.caret_moved)
        area.digit_typed.connect(self.severity_chosen)
        area.pressed_at.connect(self._pressed)
        area.press_began.connect(self._beside.hide)
        area.let_go.connect(self._beside.come_soon)
        area.resized.connect(self._resized)
        area.zoom_wanted.connect(self._zoom_at)
        area.copy_wanted.connect(self._copy)
        area.carry_wanted.connect(self._carry_at)
        area.pointed_at.connect(lambda point: self._point(self._marks.index.at(point) if point >= 0 else ()))
        area.end_moved.connect(lambda handle, span: self._tell_range(handle.highlight, span))
        area.customContextMenuRequested.connect(self._show_menu)
        self._strip.valueChanged.connect(self._scrolled)

    def retranslate(self) -> None:
        """Write names in the language of the window."""
        super().retranslate()
        self._area.setAccessibleName(QCoreApplication.translate("PageView", "Pages of the policy"))
        self._describe()

    # -- what is shown --------------------------------------------------------------------------------------------

    def set_document(self, policy: PolicyDocument) -> None:
        """Show a policy's pages from the first, without highlights."""
        self._policy = policy
        self._highlights, self._hits, self._read = [], [], frozenset()
        self._beside.hide()
        self._jump.stop()
        self._showing, self._brought = True, (-1, 0)
        self._area.show_policy(policy)
        self._showing = False
        self._page = -1
        self._strip_timer.start()
        self._scrolled()

    def set_pictures(self, source: Pictures | None) -> None:
        """Say what draws the pages of the policy shown."""
        self._pictures.set_source(source)
        self._area.viewport().update()

    def set_language(self, language: str) -> None:
        """Say in which language a page that cannot be drawn says so."""
        self._area.language = language
        self._area.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Show everything in another theme's colours; the paper stays white."""
        super().set_theme(theme)
        self._marks.set_theme(theme)
        self._area.viewport().update()

    def set_text_size(self, pixels: int) -> None:
        """Remember the size of the policy's letters: a page's own are zoomed, never set anew."""
        self._size = pixels

    def text_size(self) -> int:
        """Return the size that the view of the text has."""
        return self._size

    def set_highlights(self, highlights: Iterable[Highlight]) -> None:
        """Mark words. A note with several anchors comes as several highlights of one uid."""
        marked = list(highlights)
        if marked != self._highlights:
            self._highlights = marked
            self._marks.set_highlights(marked)
            self._describe()
            self._strip_timer.start()
            self._area.viewport().update()

    def judge_note(self, uid: str, severity: Severity) -> None:
        """Mark a note's words by another severity, and leave every other mark as it is."""
        super().judge_note(uid, severity)
        self._marks.judge(uid, severity)
        self._describe()
        self._area.viewport().update()

    def set_current_note(self, uid: str | None) -> None:
        """Draw the accent outline round a note's words."""
        self._marks.choose(uid or "")
        self._area.viewport().update()

    def set_ends_movable(self, movable: bool) -> None:  # noqa: FBT001 - a tick
        """Let the ends of the current note's words be dragged, or not."""
        self._marks.emphasis.movable = movable
        self._area.viewport().update()

    def set_hover_note(self, uid: str | None) -> None:
        """Bring a note's words forward and let other fills fade."""
        if self._marks.hover(uid or ""):
            self._area.viewport().update()

    def set_search_hits(self, hits: Sequence[Span], current: int = -1) -> None:
        """Show what a search found; `current` is the index of the one it stands on."""
        if self._hits != list(hits):
            self._hits = list(hits)
            self._marks.set_hits(self._hits)
            self._strip_timer.start()
        self._marks.set_current_hit(current)
        self._area.viewport().update()

    # -- zoom and pages -------------------------------------------------------------------------------------------

    def zoom(self, step: int, at: QPoint | None = None) -> None:
        """Show the pages larger (1) or smaller (-1) by a step; 0 makes them as wide as the room again."""
        now = self._area.layout_of_pages.percent
        larger = [zoom for zoom in ZOOMS if zoom > now] or [ZOOMS[-1]]
        smaller = [zoom for zoom in ZOOMS if zoom < now] or [ZOOMS[0]]
        self._beside.hide()
        self._area.set_zoom(larger[0] if step > 0 else smaller[-1] if step < 0 else FIT, at)
        self.zoomed.emit()

    def _zoom_at(self, notches: int, place: QPoint) -> None:
        for _ in range(abs(notches)):
            self.zoom(1 if notches > 0 else -1, place)

    def percent(self) -> int:
        """Return how large the pages are shown, 100 for their true size."""
        return self._area.layout_of_pages.percent

    def page_label(self) -> str:
        """Return the label of the page in view, as the file names it."""
        return self._policy.pages[self._page].label if 0 <= self._page < len(self._policy.pages) else ""

    def go_to_page(self, number: int) -> None:
        """Bring the top of a page, counted from 0, to the top of the view."""
        if 0 <= number < len(self._policy.pages):
            self._jump.to(max(self._area.layout_of_pages.top(number) - _ABOVE, 0))

    # -- where the reader is --------------------------------------------------------------------------------------

    def reading_position(self) -> int:
        """Return the code point of the first whole line in view, or what was brought there and is there still."""
        here = self._strip.value()
        if here == self._brought[0]:
            return self._brought[1]
        return self._area.first_point() if here else 0

    def restore(self, position: int) -> None:
        """Bring a code point to the top of the view, at once."""
        self._brought = (-1, 0)
        self._jump.at_once(max(self._area.height_of(position) - _ABOVE, 0) if position else 0)
        self._brought = (self._strip.value(), position)
        self._scrolled()

    def reveal(self, span: Span, *, select: bool = False) -> None:
        """Bring words into view, a third from the top, unless they are in view already."""
        if select:
            self.select(span)
        if not self.shows(span):
            self._show_across(span)
            self._jump.to(max(self._area.height_of(span.start) - self._area.viewport().height() // 3, 0))

    def _show_across(self, span: Span) -> None:
        """Scroll sideways to words, where the page is wider than the room."""
        bar = self._area.horizontalScrollBar()
        place = self._marks.places.place_of(span.start)
        if bar.maximum() and place is not None:
            layout = self._area.layout_of_pages
            left = round(layout.left(place.page) + layout.shown(place.page, place.box)[0])
            if not bar.value() <= left <= bar.value() + bar.pageStep() * 2 // 3:
                bar.setValue(left - bar.pageStep() // 3)

    def shows(self, span: Span) -> bool:
        """Whether words are in view, not right at its edge."""
        top, bottom = self._area.height_of(span.start), self._area.height_of(max(span.end - 1, span.start))
        shown, room = self._strip.value(), self._area.viewport().height()
        return shown + _EDGE // 2 <= top and bottom + 2 * _EDGE <= shown + room

    def height_in_view(self, point: int) -> int:
        """Return how far below the view's top a code point's line begins, in pixels; negative above it."""
        return self._area.height_of(point) - self._strip.value()

    def _scrolled(self) -> None:
        if self._showing:
            return
        self._beside.hide()
        self._jump.scrolled()
        self._tell_page()
        position = self.reading_position()
        if position != self._position:
            self._position = position
            self.position_changed.emit(position)

    def _tell_page(self) -> None:
        page = self._area.page_in_view()
        if page != self._page:
            self._page = page
            self._describe()
            self.page_changed.emit(page)

    def _describe(self) -> None:
        """Tell a screen reader which notes are on the words the caret is in, and which page is in view."""
        words = QCoreApplication.translate("PageView", "Page {page} of {pages}")
        page = words.format(page=self.page_label(), pages=len(self._policy.pages))
        selected = self._area.selected()
        marks = spoken(self._marks.index.at(self._area.selection.caret if selected is None else selected.start))
        say_marks(self._area, "; ".join(part for part in (marks, page) if part))

    def _resized(self) -> None:
        self._beside.hide()
        self._strip_timer.start()
        self.zoomed.emit()

    # -- the selection --------------------------------------------------------------------------------------------

    def select(self, span: Span) -> None:
        """Select words, without scrolling."""
        self._area.take(span)

    def select_all(self) -> None:
        """Select the whole policy."""
        self._area.take(Span(0, len(self._policy.text)))

    def clear_selection(self) -> None:
        """Select nothing; the caret stays."""
        self._area.selection.clear()
        self._area.show_selection()

    def put_caret(self, point: int) -> None:
        """Select nothing and let the keys go on from a code point, without scrolling."""
        self._area.selection.put(point)
        self._area.show_selection()

    def _selected(self) -> Span | None:
        """Return all that is selected as one span, None for nothing."""
        return self._area.selected()

    def _caret(self) -> int:
        """Return the code point the keys go on from; where one reads if the caret is out of sight."""
        here = self._jump.moving or self._area.caret_in_view()
        return self._area.selection.caret if here else self.reading_position()

    def _flip_selection(self) -> None:
        self._area.selection.flip()

    def _copy(self) -> None:
        if self._selected() is not None:
            QGuiApplication.clipboard().setMimeData(self.copied())

    def _selection_moved(self) -> None:
        if self._selected() is None:
            self._beside.hide()
        self.selection_changed.emit()

    def _pressed(self, press: Press, point: int) -> None:
        self._take_press(press, point, point)

    def _carry_at(self, point: int) -> None:
        self._carry(note_here(self._marks.index.at(point), self._marks.emphasis.current))

    def _note_pressed(self, place: int) -> None:
        """Choose the innermost note here; a further click on the same words goes to the next one outwards."""
        uid = note_after(self._marks.index.at(place), self._marks.emphasis.current)
        if uid:
            self.note_clicked.emit(uid)

    # -- what floats, and the strip -------------------------------------------------------------------------------

    def _show_bar(self) -> None:
        """Show the bar beside the selected words, if there are any."""
        span = self._selected()
        boxes = self._area.boxes_of(span) if span is not None else []
        if not boxes:
            return
        room = self._area.viewport()
        self._beside.show_beside(boxes[0], boxes[-1], room)
        bar = self._beside.bar.geometry().translated(-room.mapTo(self, QPoint(0, 0)))
        if any(bar.intersects(box) for box in boxes):  # as across columns: then beside all of them together
            whole = reduce(QRect.united, boxes)
            self._beside.show_beside(whole, whole, room)

    def _show_menu(self, place: QPoint) -> None:
        copying = Copying(self._copy, self.select_all)
        self._beside.show_menu(self._area.viewport().mapToGlobal(place), copying, selected=self._selected() is not None)

    def _mark_strip(self) -> None:
        """Show on the strip where risks, hits and unread parts are."""
        height = max(self._area.layout_of_pages.height, 1)

        def where(point: int) -> float:
            return self._area.height_of(point) / height

        mark_strip(self._strip, where, self._highlights, self._hits, unread(self._policy, self._read))
