"""The page a policy is set as: its style, its size and width, and where the reader is on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from documents.model import PolicyDocument, Span
from ui.glimpse import Marked, glimpse, height_of
from ui.highlight_painter import HighlightPainter
from ui.jump import Jump
from ui.page_anew import PageAnew
from ui.page_loading import PageLoading, far_in
from ui.page_style import GUTTER, LARGEST, SMALLEST, PageStyle
from ui.pictures_in_place import PicturesInPlace
from ui.policy_page import Page
from ui.policy_text import PolicyText
from ui.policy_view import PolicyView
from ui.text_map import TextMap, Units
from ui.theme import Theme

if TYPE_CHECKING:
    from documents.picture_bytes import PictureFile
    from ui.tasks import Tasks

__all__ = ["ReadingSurface"]

_SIDE = 8  # at least; the design's 12 at 1280, less what splitters take


class ReadingSurface(PolicyView):
    """Sets the page and keeps the place while style, size or width change. What is marked on it is the view's."""

    _showing = False

    def __init__(self, parent: QWidget | None, theme: Theme) -> None:
        super().__init__(parent, theme)
        self._style = PageStyle(theme)
        self._map = TextMap("", Units(""))
        self._painter = HighlightPainter(theme)
        self._text = PolicyText(self._painter, self)
        self._text.setVerticalScrollBar(self._strip)
        self._width_timer = QTimer(self, singleShot=True, interval=150)
        self._jump = Jump(self._text, self._painter.emphasis)
        self._loading = PageLoading(self)
        self._anew = PageAnew(self._text, self)
        self._selected_before: Span | None = None
        self._in_place = PicturesInPlace(self)
        self.setFocusProxy(self._text)
        self._text.described = self._picture_name
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._text)
        self._listen()

    def _listen(self) -> None:
        self._text.resized.connect(self._resized)
        self._text.whole_wanted.connect(self._loading.finish)
        self._strip.sliderPressed.connect(self._strip_taken)
        self._strip.valueChanged.connect(self._scrolled)
        self._text.whole_wanted.connect(self._anew.finish)
        self._loading.page_built.connect(self._exchange_page)
        self._anew.built.connect(self._show_anew)
        self._anew.arrived.connect(self._arrived_anew)
        self._in_place.came.connect(self._text.viewport().update)
        self._width_timer.timeout.connect(self._fit_column)

    def _index(self) -> None:
        """Mark anew what is marked: the page is another one."""
        raise NotImplementedError

    # -- what is shown ------------------------------------------------------------------------------------------

    def set_document(self, policy: PolicyDocument) -> None:
        """Show a policy from its beginning, without highlights."""
        self._policy = policy
        self._highlights, self._hits, self._read = [], [], frozenset()
        self._style = replace(self._style, language=policy.language, width=self._room_for(self._style.size))
        self._set_page()
        self._scrolled()

    def _room_for(self, size: int) -> int:
        """Return the width there is for a column of letters of that size."""
        return max(self.width() - 2 * _SIDE - GUTTER - self._strip.width(), 12 * size)

    def _set_page(self) -> None:
        self._anew.stop()
        self._rest(resting=False)
        self._beside.hide()
        self._jump.stop()
        self._put(self._loading.start(self._policy, self._style))
        self._strip.setValue(0)
        self._showing = False
        self._centre()
        self._index()

    def _put(self, page: Page) -> None:
        """Show a page; heights mean nothing until who asked for it says so."""
        self._showing = True
        self._map = page.map
        self._text.show_page(page, self._style)
        self._place_pictures(page)

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
        place, caret = self.reading_position(), self.place()
        selected = self._selected() or Span(caret, caret)
        self._style = style
        if far_in(self._policy, place):
            self._begin_anew(place, selected)
            return
        self._set_page()
        if selected is not None:
            self.select(selected)
        self.restore(place)

    def _begin_anew(self, place: int, selected: Span | None) -> None:
        """Show what is in view at once, and set the page in slices behind it."""
        self._beside.hide()
        self._jump.stop()
        self._loading.stop()
        self._selected_before = selected
        self._rest(resting=True)
        self._anew.begin(self._policy, self._style, place)
        self._cover_anew()

    def _rest(self, *, resting: bool) -> None:
        self._text.rest(resting=resting)
        self._strip.setUpdatesEnabled(not resting)  # its handle would run along

    def _cover_anew(self) -> None:
        """Show what will be in view."""
        marked = Marked(self._highlights, self._hits, self._selected_before, self._painter.emphasis)
        picture = glimpse(self._policy, self._style, self._anew.place, marked, (self, self._left()))
        self._anew.cover(picture, self._covered())

    def _covered(self) -> QRect:
        return QRect(0, 0, self.width() - self._strip.width(), self.height())

    def _show_anew(self, page: Page) -> None:
        before = self._map
        self._put(page)
        self._text.rest(resting=True)
        self._centre()
        if not page.map.stands_as(before):
            self._index()

    def _arrived_anew(self) -> None:
        place, selected = self._anew.place, self._selected_before
        if selected is not None:
            self.select(selected)
        self.restore(place)
        self._showing = False
        self._rest(resting=False)
        self._scrolled()

    def set_text_size(self, pixels: int) -> None:
        """Set the policy larger or smaller, 13 to 26 pixels."""
        size = min(max(pixels, SMALLEST), LARGEST)
        if size != self._style.size:
            self._reset_page(replace(self._style, size=size, width=self._room_for(size)))

    def text_size(self) -> int:
        """Return the size of the policy's letters in pixels."""
        return self._style.size

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - a tick
        """Set the policy in a narrower column, or in the usual one."""
        if narrow != self._style.narrow:
            self._reset_page(replace(self._style, narrow=narrow))

    def set_theme(self, theme: Theme) -> None:
        """Show everything in another theme's colours."""
        if theme == self._style.theme:
            return
        self._painter.theme = self._text.revisions.theme = theme
        super().set_theme(theme)
        self._reset_page(replace(self._style, theme=theme))

    # -- where the reader is ------------------------------------------------------------------------------------

    def reading_position(self) -> int:
        """Return the code point at the top of the view."""
        if self._anew.under_way:
            return self._anew.place
        if self._strip.value() == 0:  # there Qt's answer is the last words, until the page has been painted
            return self._map.to_point(0)
        return self._map.to_point(self._text.cursorForPosition(QPoint(GUTTER + 1, 1)).position())

    def restore(self, position: int) -> None:
        """Bring a code point to the top of the view, at once."""
        if self._loading.under_way and far_in(self._policy, position):
            self._begin_anew(position, self._selected())
            return
        self._anew.finish()
        self._loading.reach_screen_at(position)
        self._jump.at_once(self._height_of(position))

    def reveal(self, span: Span, *, select: bool = False) -> None:
        """Bring words into view, a third from the top, unless they are in view already."""
        self._anew.finish()
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

    def height_in_view(self, point: int) -> int:
        """Return how far below the view's top a code point's line begins, in pixels; negative above it."""
        return self._height_of(point) - self._strip.value()

    def _height_of(self, point: int) -> int:
        """Return the height of a code point's line in the document."""
        return height_of(self._text.document(), self._map.to_qt(point))

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
        self._anew.finish()
        self._loading.finish()
        self._text.make_all_room()

    def _resized(self) -> None:
        self._centre()
        if self._anew.under_way and self._anew.size() != self._covered().size():
            self._cover_anew()
        self._beside.hide()
        self._strip_timer.start()
        self._width_timer.start()

    def _centre(self) -> None:
        self._text.set_left_margin(self._left())

    def _left(self) -> int:
        """Return the white left of the column, which stands in the middle."""
        free = self.width() - self._strip.width() - GUTTER - self._style.measure
        return max(free // 2, _SIDE)

    def _fit_column(self) -> None:
        """Narrow the column where the window is too small for it, once the window rests."""
        style = replace(self._style, width=self._room_for(self._style.size))
        if style.measure != self._style.measure:
            self._reset_page(style)
