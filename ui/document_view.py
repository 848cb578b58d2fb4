"""The policy on screen, its highlights and the selection, behind a small interface that speaks in our own spans."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotations.model import Severity
from documents.model import PolicyDocument, Span
from ui.beside_selection import Copying
from ui.highlight_painter import HighlightPainter
from ui.highlights import Highlight, HighlightIndex, note_after
from ui.jump import Jump
from ui.page_loading import PageLoading
from ui.page_style import GUTTER, LARGEST, SMALLEST, PageStyle
from ui.pictures_in_place import PicturesInPlace
from ui.policy_page import Page
from ui.policy_text import PolicyText, Press
from ui.policy_view import PolicyView
from ui.reading import unread
from ui.revision_marks import Mark, marks_of
from ui.risk_strip import mark_strip
from ui.text_map import TextMap, Units
from ui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from documents.picture_bytes import PictureFile
    from ui.tasks import Tasks

__all__ = ["DocumentView", "Highlight"]

_SIDE = 8  # at least; the design's 12 at 1280, less what splitters take
_EXACT_BELOW = 60_000  # characters; above this the strip places marks by count, so that nothing waits for the layout


class DocumentView(PolicyView):
    """Shows the text of one policy, set as a page of our own."""

    _showing = False
    _revisions_shown = False

    def __init__(self, parent: QWidget | None = None, theme: Theme = LIGHT) -> None:
        super().__init__(parent, theme)
        self._style = PageStyle(theme)
        self._map = TextMap("", Units(""))
        self._painter = HighlightPainter(theme)
        self._text = PolicyText(self._painter, self)
        self._text.setVerticalScrollBar(self._strip)
        self._width_timer = QTimer(self, singleShot=True, interval=150)
        self._jump = Jump(self._text, self._painter.emphasis)
        self._loading = PageLoading(self)
        self._in_place = PicturesInPlace(self)
        self.setFocusProxy(self._text)
        self._text.copied_text = self._selected_text
        self._text.described = self._picture_name
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._text)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self._text.selectionChanged.connect(self._selection_moved)
        self._text.digit_typed.connect(self.severity_chosen)
        self._text.pressed_at.connect(self._pressed)
        self._text.press_began.connect(self._beside.hide)
        self._text.let_go.connect(self._beside.come_soon)
        self._text.resized.connect(self._resized)
        self._text.customContextMenuRequested.connect(self._show_menu)
        self._text.whole_wanted.connect(self._loading.finish)
        self._strip.sliderPressed.connect(self._strip_taken)
        self._strip.valueChanged.connect(self._scrolled)
        self._loading.page_built.connect(self._exchange_page)
        self._in_place.came.connect(self._text.viewport().update)
        self._width_timer.timeout.connect(self._fit_column)

    def retranslate(self) -> None:
        """Write names in the language of the window."""
        self._text.setAccessibleName(QCoreApplication.translate("DocumentView", "Policy text"))
        super().retranslate()

    # -- what is shown ------------------------------------------------------------------------------------------

    def set_document(self, policy: PolicyDocument) -> None:
        """Show a policy from its beginning, without highlights."""
        self._policy = policy
        self._highlights, self._hits, self._read = [], [], frozenset()
        self._style = PageStyle(self._style.theme, policy.language, self._style.size, self._room_for(self._style.size))
        self._set_page()
        self._scrolled()

    def _room_for(self, size: int) -> int:
        """Return the width there is for a column of letters of that size."""
        return max(self.width() - 2 * _SIDE - GUTTER - self._strip.width(), 12 * size)

    def _set_page(self) -> None:
        self._beside.hide()
        self._jump.stop()
        page = self._loading.start(self._policy, self._style)
        self._map = page.map
        self._showing = True  # while pages change, heights mean nothing
        self._text.show_page(page, self._style)
        self._place_pictures(page)
        self._strip.setValue(0)
        self._showing = False
        self._centre()
        self._index()

    def _exchange_page(self, page: Page) -> None:
        """Put the whole policy in place of its first screens; nothing that is seen changes, so nobody is told."""
        self._map = page.map
        self._text.exchange_page(page)
        self._place_pictures(page)
        self._index()

    def set_picture_file(self, tasks: Tasks, open_file: Callable[[], PictureFile] | None) -> None:
        """Take the pictures of the next policy from a file, opened when the first of them comes into view."""
        self._in_place.set_file(tasks, open_file)

    def _place_pictures(self, page: Page) -> None:
        self._text.seen = self._in_place.seen if page.pictures else None
        self._in_place.set_page(page, self._style, self.devicePixelRatioF())

    def _picture_name(self, position: int) -> str:
        point = self._map.to_point(position)
        return next((one.name for one in self._policy.pictures if one.place == point), "")

    def _reset_page(self, style: PageStyle) -> None:
        """Set the page anew in another style, with the same words in view and selected."""
        place, selected = self.reading_position(), self._selected()
        self._style = style
        self._set_page()
        if selected is not None:
            self.select(selected)
        self.restore(place)

    def set_text_size(self, pixels: int) -> None:
        """Set the policy larger or smaller, 13 to 26 pixels."""
        size = min(max(pixels, SMALLEST), LARGEST)
        if size != self._style.size:
            room = self._room_for(size)
            self._reset_page(PageStyle(self._style.theme, self._policy.language, size, room))

    def text_size(self) -> int:
        """Return the size of the policy's letters in pixels."""
        return self._style.size

    def set_theme(self, theme: Theme) -> None:
        """Show everything in another theme's colours."""
        if theme == self._style.theme:
            return
        self._painter.theme = self._text.revisions.theme = theme
        super().set_theme(theme)
        self._reset_page(PageStyle(theme, self._policy.language, self._style.size, self._style.width))

    def set_highlights(self, highlights: Iterable[Highlight]) -> None:
        """Mark words. A note with several anchors comes as several highlights of one uid."""
        marked = list(highlights)
        if marked != self._highlights:
            self._highlights = marked
            self._index()

    def set_current_note(self, uid: str | None) -> None:
        """Draw the accent outline round a note's words."""
        self._painter.emphasis.current = uid or ""
        self._text.viewport().update()

    def set_hover_note(self, uid: str | None) -> None:
        """Bring a note's words forward and let other fills fade."""
        if self._painter.emphasis.hovered != (uid or ""):
            self._painter.emphasis.hovered = uid or ""
            self._text.viewport().update()

    def set_revisions_shown(self, shown: bool) -> None:  # noqa: FBT001 - a tick
        """Mark the tracked changes of the file, or do not."""
        if shown != self._revisions_shown:
            self._revisions_shown = shown
            self._index()

    def set_search_hits(self, hits: Sequence[Span], current: int = -1) -> None:
        """Show what a search found; `current` is the index of the one it stands on."""
        if self._hits != list(hits):
            self._hits = list(hits)
            self._painter.emphasis.hits = self._hit_index()
            self._strip_timer.start()
        self._painter.emphasis.current_hit = current
        self._text.viewport().update()

    def _index(self) -> None:
        held = (item for item in self._highlights if self._loading.holds(item.span.start))
        self._painter.index = HighlightIndex((*self._map.range_of(item.span), item) for item in held)
        self._painter.emphasis.hits = self._hit_index()
        self._text.revisions.show_marks(self._revision_marks())
        self._strip_timer.start()
        self._text.viewport().update()

    def _revision_marks(self) -> Iterator[Mark]:
        marks = marks_of(self._policy, self._map) if self._revisions_shown else ()
        return (mark for mark in marks if self._loading.holds(mark.revision.span.end))

    def _hit_index(self) -> HighlightIndex:
        hits = (Highlight("", span, Severity.INFO, number) for number, span in enumerate(self._hits))
        held = (hit for hit in hits if self._loading.holds(hit.span.start))
        return HighlightIndex((*self._map.range_of(hit.span), hit) for hit in held)

    # -- where the reader is ------------------------------------------------------------------------------------

    def reading_position(self) -> int:
        """Return the code point at the top of the view."""
        if self._strip.value() == 0:  # there Qt's answer is the last words, until the page has been painted
            return self._map.to_point(0)
        return self._map.to_point(self._text.cursorForPosition(QPoint(GUTTER + 1, 1)).position())

    def restore(self, position: int) -> None:
        """Bring a code point to the top of the view, at once."""
        self._loading.reach_screen_at(position)
        self._jump.at_once(self._height_of(position))

    def reveal(self, span: Span, *, select: bool = False) -> None:
        """Bring words into view, a third from the top, unless they are in view already."""
        self._loading.reach_screen_at(span.end)
        if select:
            self.select(span)
        if not self.shows(span):
            self._jump.to(max(self._height_of(span.start) - self._text.viewport().height() // 3, 0))

    def shows(self, span: Span) -> bool:
        """Whether words are in view, not right at its edge."""
        top, bottom = self._height_of(span.start), self._height_of(span.end)
        shown, page = self._strip.value(), self._text.viewport().height()
        return shown + GUTTER <= top and bottom + 2 * GUTTER <= shown + page

    def _height_of(self, point: int) -> int:
        """Return the height of a code point's line in the document."""
        document = self._text.document()
        position = self._map.to_qt(point)
        block = document.findBlock(position)
        box = document.documentLayout().blockBoundingRect(block)
        line = block.layout().lineForTextPosition(position - block.position())
        return round(box.top() + (line.y() if line.isValid() else 0))

    def _scrolled(self) -> None:
        if self._showing or self._loading.delivering:
            return
        self._beside.hide()
        self._jump.scrolled()
        position = self.reading_position()
        self._loading.reach_screen_soon(position)
        if position != self._position:
            self._position = position
            self.position_changed.emit(position)

    def _strip_taken(self) -> None:
        """The strip's ends are the policy's ends for whoever takes hold of it, however young the page."""
        self._loading.finish()
        self._text.make_all_room()

    def _resized(self) -> None:
        self._centre()
        self._beside.hide()
        self._strip_timer.start()
        self._width_timer.start()

    def _centre(self) -> None:
        free = self.width() - self._strip.width() - GUTTER - self._style.measure
        self._text.set_left_margin(max(free // 2, _SIDE))

    def _fit_column(self) -> None:
        """Narrow the column where the window is too small for it, once the window rests."""
        style = PageStyle(self._style.theme, self._style.language, self._style.size, self._room_for(self._style.size))
        if style.measure != self._style.measure:
            self._reset_page(style)

    # -- the selection ------------------------------------------------------------------------------------------

    def select(self, span: Span) -> None:
        """Select words, without scrolling."""
        self._loading.reach(span.end)
        start, end = self._map.range_of(span)
        value = self._strip.value()
        cursor = self._text.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._text.setTextCursor(cursor)
        self._strip.setValue(value)

    def select_all(self) -> None:
        """Select the whole policy."""
        self._loading.finish()
        self._text.selectAll()

    def clear_selection(self) -> None:
        """Select nothing; the caret stays."""
        cursor = self._text.textCursor()
        cursor.clearSelection()
        self._text.setTextCursor(cursor)

    def _selected(self) -> Span | None:
        """Return all that is selected as one span, None for nothing."""
        cursor = self._text.textCursor()
        if not cursor.hasSelection():
            return None
        span = self._map.span_of(cursor.selectionStart(), cursor.selectionEnd())
        return span if len(span) else None

    def _selection_moved(self) -> None:
        if self._loading.delivering:
            return
        if not self._text.textCursor().hasSelection():
            self._beside.hide()
        self.selection_changed.emit()

    def _pressed(self, press: Press, position: int) -> None:
        self._take_press(press, self._map.to_point(position), position)

    def _make_ready(self, span: Span) -> None:
        """Set the page as far as these words."""
        self._loading.reach(span.end)

    def _is_selected(self, span: Span) -> bool:
        """Whether words are selected, as far as Qt holds them."""
        return self._selected() == self._map.span_of(*self._map.range_of(span))

    def _note_pressed(self, place: int) -> None:
        """Choose the innermost note here; a further click on the same words goes to the next one outwards."""
        uid = note_after(self._painter.index.at(place), self._painter.emphasis.current)
        if uid:
            self.note_clicked.emit(uid)

    # -- what floats --------------------------------------------------------------------------------------------

    def _show_bar(self) -> None:
        """Show the bar beside the selected words, if there are any."""
        cursor = self._text.textCursor()
        if cursor.hasSelection():
            first, last = self._line_box(cursor.selectionStart()), self._line_box(cursor.selectionEnd())
            self._beside.show_beside(first, last, self._text.viewport())

    def _line_box(self, position: int) -> QRect:
        cursor = QTextCursor(self._text.document())
        cursor.setPosition(position)
        return self._text.cursorRect(cursor)

    def _show_menu(self, place: QPoint) -> None:
        selected = self._text.textCursor().hasSelection()
        copying = Copying(self._text.copy, self.select_all)
        self._beside.show_menu(self._text.viewport().mapToGlobal(place), copying, selected=selected)

    # -- the strip ----------------------------------------------------------------------------------------------

    def _mark_strip(self) -> None:
        """Show on the strip where risks, hits and unread parts are."""
        where = self._exact_fraction if len(self._policy.text) < _EXACT_BELOW else self._counted_fraction
        mark_strip(self._strip, where, self._highlights, self._hits, unread(self._policy, self._read))

    def _exact_fraction(self, point: int) -> float:
        return self._height_of(point) / max(self._text.document().size().height(), 1.0)

    def _counted_fraction(self, point: int) -> float:
        return point / max(len(self._policy.text), 1)
