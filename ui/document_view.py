"""The policy on screen, its highlights and the selection, behind a small interface that speaks in our own spans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QPoint, QRect
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from annotations.model import Severity
from documents.model import Span
from ui.beside_selection import Copying
from ui.highlights import Highlight, HighlightIndex, note_after, note_here
from ui.paper_selection import Motion
from ui.policy_text import Press
from ui.range_handles import Handle
from ui.reading import unread
from ui.reading_surface import ReadingSurface
from ui.revision_marks import Mark, marks_of
from ui.risk_strip import mark_strip
from ui.spoken_marks import say_marks, spoken
from ui.stretches import whole_words, word_step
from ui.theme import LIGHT, Theme

__all__ = ["DocumentView", "Highlight"]

_EXACT_BELOW = 60_000  # characters; above this the strip places marks by count, so that nothing waits for the layout


class DocumentView(ReadingSurface):
    """Shows the text of one policy, set as a page of our own."""

    _revisions_shown = False

    def __init__(self, parent: QWidget | None = None, theme: Theme = LIGHT) -> None:
        super().__init__(parent, theme)
        self._text.copied = self.copied
        self._text.carried = self.carried
        self._text.snapped = self._snapped
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self._text.selectionChanged.connect(self._selection_moved)
        self._text.cursorPositionChanged.connect(self._say_marks)
        self._text.cursorPositionChanged.connect(self._caret_moved)
        self._text.digit_typed.connect(self.severity_chosen)
        self._text.pressed_at.connect(self._pressed)
        self._text.press_began.connect(self._beside.hide)
        self._text.let_go.connect(self._beside.come_soon)
        self._text.carry_wanted.connect(self._carry_at)
        self._text.motion_wanted.connect(self._move)
        self._text.end_moved.connect(self._end_moved)
        self._text.pointed_at.connect(lambda place: self._point(self._painter.index.at(place) if place >= 0 else ()))
        self._text.customContextMenuRequested.connect(self._show_menu)

    def retranslate(self) -> None:
        """Write names in the language of the window."""
        self._text.setAccessibleName(QCoreApplication.translate("DocumentView", "Policy text"))
        super().retranslate()

    # -- what is marked -----------------------------------------------------------------------------------------

    def set_highlights(self, highlights: Iterable[Highlight]) -> None:
        """Mark words. A note with several anchors comes as several highlights of one uid."""
        marked = list(highlights)
        if marked != self._highlights:
            self._highlights = marked
            self._index()
            self._say_marks()

    def judge_note(self, uid: str, severity: Severity) -> None:
        """Mark a note's words by another severity, and leave every other mark as it is."""
        super().judge_note(uid, severity)
        self._painter.index.judge(uid, severity)
        self._text.viewport().update()
        self._say_marks()

    def set_current_note(self, uid: str | None) -> None:
        """Draw the accent outline round a note's words."""
        self._painter.emphasis.current = uid or ""
        self._text.viewport().update()

    def set_ends_movable(self, movable: bool) -> None:  # noqa: FBT001 - a tick
        """Let the ends of the current note's words be dragged, or not."""
        self._painter.emphasis.movable = movable
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

    # -- the selection ------------------------------------------------------------------------------------------

    def select(self, span: Span) -> None:
        """Select words, without scrolling."""
        self._anew.finish()
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
        self._anew.finish()
        self._loading.finish()
        self._text.selectAll()

    def clear_selection(self) -> None:
        """Select nothing; the caret stays."""
        self._selected_before = None
        cursor, value = self._text.textCursor(), self._strip.value()
        cursor.clearSelection()
        self._text.setTextCursor(cursor)
        self._strip.setValue(value)  # Qt scrolls to the caret, wherever it was left

    def put_caret(self, point: int) -> None:
        """Select nothing and let the keys go on from a code point, without scrolling."""
        self._anew.finish()
        self._loading.reach_screen_at(point)
        cursor, value = self._text.textCursor(), self._strip.value()
        cursor.setPosition(self._map.to_qt(point))
        self._text.setTextCursor(cursor)
        self._strip.setValue(value)

    def _caret_moved(self) -> None:
        if not self._loading.delivering:
            self.caret_moved.emit()

    def _selected(self) -> Span | None:
        """Return all that is selected as one span, None for nothing."""
        if self._anew.under_way:
            return self._selected_before or None
        cursor = self._text.textCursor()
        if not cursor.hasSelection():
            return None
        span = self._map.span_of(cursor.selectionStart(), cursor.selectionEnd())
        return span if len(span) else None

    def _selection_moved(self) -> None:
        if self._loading.delivering or self._anew.under_way:
            return
        if not self._text.textCursor().hasSelection():
            self._beside.hide()
        self.selection_changed.emit()

    def _caret(self) -> int:
        """Return the code point the keys go on from; where one reads if the caret is out of sight."""
        if not self._jump.moving and not self._text.viewport().rect().intersects(self._text.cursorRect()):
            return self.reading_position()
        return self._map.to_point(self._text.textCursor().position())

    def _flip_selection(self) -> None:
        cursor = self._text.textCursor()
        anchor, caret = cursor.anchor(), cursor.position()
        cursor.setPosition(caret)
        cursor.setPosition(anchor, QTextCursor.MoveMode.KeepAnchor)
        self._text.setTextCursor(cursor)

    def _move(self, motion: Motion, extend: bool) -> None:  # noqa: FBT001 - as Qt's signal gives it
        """Go to the next end of a word, ours and not Qt's, which takes every Chinese character for a word."""
        cursor = self._text.textCursor()
        gap = word_step(
            self._policy.text, self._map.to_point(cursor.position()), -1 if motion is Motion.WORD_BACK else 1
        )
        mode = QTextCursor.MoveMode.KeepAnchor if extend else QTextCursor.MoveMode.MoveAnchor
        cursor.setPosition(self._map.to_qt(gap), mode)
        self._text.setTextCursor(cursor)

    def _snapped(self, anchor: int, caret: int) -> tuple[int, int]:
        """Return where a drag between two places selects, in whole words if it began inside one."""
        points = self._map.to_point(anchor), self._map.to_point(caret)
        found = whole_words(self._policy.text, *points)
        return (anchor, caret) if found == points else (self._map.to_qt(found[0]), self._map.to_qt(found[1]))

    def _end_moved(self, handle: Handle, start: int, end: int) -> None:
        self._tell_range(handle.highlight, self._map.span_of(start, end))

    def _pressed(self, press: Press, position: int) -> None:
        self._take_press(press, self._map.to_point(position), position)

    def _make_ready(self, span: Span) -> None:
        """Set the page as far as these words."""
        self._loading.reach(span.end)

    def _is_selected(self, span: Span) -> bool:
        """Whether words are selected, as far as Qt holds them."""
        return self._selected() == self._map.span_of(*self._map.range_of(span))

    def _say_marks(self) -> None:
        """Tell a screen reader which notes are on the words the caret is in."""
        cursor = self._text.textCursor()
        say_marks(self._text, spoken(self._painter.index.at(cursor.selectionStart())))

    def _carry_at(self, place: int) -> None:
        self._carry(note_here(self._painter.index.at(place), self._painter.emphasis.current))

    def _note_pressed(self, place: int) -> None:
        """Choose the innermost note here; a further click on the same words goes to the next one outwards."""
        uid = note_after(self._painter.index.at(place), self._painter.emphasis.current)
        if uid:
            self.note_clicked.emit(uid)

    # -- what floats, and the strip -----------------------------------------------------------------------------

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

    def _mark_strip(self) -> None:
        """Show on the strip where risks, hits and unread parts are."""
        where = self._exact_fraction if len(self._policy.text) < _EXACT_BELOW else self._counted_fraction
        mark_strip(self._strip, where, self._highlights, self._hits, unread(self._policy, self._read))

    def _exact_fraction(self, point: int) -> float:
        return self._height_of(point) / max(self._text.document().size().height(), 1.0)

    def _counted_fraction(self, point: int) -> float:
        return point / max(len(self._policy.text), 1)
