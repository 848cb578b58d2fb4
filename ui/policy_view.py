"""What a view of a policy is to the rest of the window, whether it shows the text or a PDF's own pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QDrag
from PySide6.QtWidgets import QWidget

from annotations.model import Severity
from documents.model import PolicyDocument, Span
from ui.beside_selection import BesideSelection
from ui.growing import clause_from, larger, sentences_from, smaller
from ui.highlights import Highlight, Placed
from ui.policy_text import Press
from ui.quoting import cited, words_of
from ui.reading import block_at, by_story, clause_words, on_label
from ui.risk_strip import RiskStrip
from ui.stretches import only_word_at, sentence_at
from ui.theme import Theme

__all__ = ["EMPTY", "PolicyView"]

EMPTY = PolicyDocument(title="", format="text", language="en", text="")


class PolicyView(QWidget):
    """Shows one policy and speaks in our own spans. Facts go out as signals; what follows is the session's business."""

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
    """An end of a note's words was dragged: the note, the Span it had, the Span it is to have."""

    def __init__(self, parent: QWidget | None, theme: Theme) -> None:
        super().__init__(parent)
        self._policy = EMPTY
        self._highlights: list[Highlight] = []
        self._hits: list[Span] = []
        self._read: frozenset[str] = frozenset()
        self._position = 0
        self._grown_from = 0
        self._pointed = ""
        self._strip = RiskStrip(theme, self)
        self._strip_timer = QTimer(self, singleShot=True, interval=0)
        self._strip_timer.timeout.connect(self._mark_strip)
        self._beside = BesideSelection(theme, self)
        self._beside.due.connect(self._show_bar)
        self._beside.severity_chosen.connect(self.severity_chosen)
        self._beside.note_wanted.connect(self.note_wanted)
        self._beside.redraft_wanted.connect(self.redraft_wanted)
        self._beside.copy_wanted.connect(self.copy_wanted)

    def set_markable(self, markable: bool) -> None:  # noqa: FBT001 - a tick
        """Offer to mark what is selected, or not: the matter is open to read only."""
        self._beside.marks = markable
        self.set_ends_movable(markable)

    def offer(self, commands: tuple[QAction, ...]) -> None:
        """Offer commands in the menu of the right button."""
        self._beside.more = commands

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # -- what each view does in its own way -----------------------------------------------------------------------

    def retranslate(self) -> None:
        """Write names in the language of the window."""
        self._strip.retranslate()
        self._beside.retranslate()

    def set_document(self, policy: PolicyDocument) -> None:
        """Show a policy from its beginning, without highlights."""
        raise NotImplementedError

    def set_theme(self, theme: Theme) -> None:
        """Show everything in another theme's colours."""
        self._strip.set_theme(theme)
        self._beside.set_theme(theme)

    def set_text_size(self, pixels: int) -> None:
        """Set the policy larger or smaller, 13 to 26 pixels."""
        raise NotImplementedError

    def text_size(self) -> int:
        """Return the size of the policy's letters in pixels."""
        raise NotImplementedError

    def set_highlights(self, highlights: Iterable[Highlight]) -> None:
        """Mark words. A note with several anchors comes as several highlights of one uid."""
        raise NotImplementedError

    def highlights_of(self, uid: str) -> list[Highlight]:
        """Return how a note's words are marked."""
        return [one for one in self._highlights if one.note_uid == uid]

    def judge_note(self, uid: str, severity: Severity) -> None:
        """Mark a note's words by another severity, and leave every other mark as it is."""
        self._highlights = [replace(one, severity=severity) if one.note_uid == uid else one for one in self._highlights]
        self._strip_timer.start()

    def set_current_note(self, uid: str | None) -> None:
        """Draw the accent outline round a note's words."""
        raise NotImplementedError

    def set_ends_movable(self, movable: bool) -> None:  # noqa: FBT001 - a tick
        """Let the ends of the current note's words be dragged, or not."""
        raise NotImplementedError

    def set_hover_note(self, uid: str | None) -> None:
        """Bring a note's words forward and let other fills fade."""
        raise NotImplementedError

    def set_search_hits(self, hits: Sequence[Span], current: int = -1) -> None:
        """Show what a search found; `current` is the index of the one it stands on."""
        raise NotImplementedError

    def reading_position(self) -> int:
        """Return the code point at the top of the view."""
        raise NotImplementedError

    def restore(self, position: int) -> None:
        """Bring a code point to the top of the view, at once."""
        raise NotImplementedError

    def reveal(self, span: Span, *, select: bool = False) -> None:
        """Bring words into view, a third from the top, unless they are in view already."""
        raise NotImplementedError

    def shows(self, span: Span) -> bool:
        """Whether words are in view, not right at its edge."""
        raise NotImplementedError

    def height_in_view(self, point: int) -> int:
        """Return how far below the view's top a code point's line begins, in pixels; negative above it."""
        raise NotImplementedError

    def select(self, span: Span) -> None:
        """Select words, without scrolling."""
        raise NotImplementedError

    def select_all(self) -> None:
        """Select the whole policy."""
        raise NotImplementedError

    def clear_selection(self) -> None:
        """Select nothing; the caret stays."""
        raise NotImplementedError

    def put_caret(self, point: int) -> None:
        """Select nothing and let the keys go on from a code point, without scrolling."""
        raise NotImplementedError

    def _selected(self) -> Span | None:
        """Return all that is selected as one span, None for nothing."""
        raise NotImplementedError

    def _caret(self) -> int:
        """Return the code point the keys go on from; where one reads if the caret is out of sight."""
        raise NotImplementedError

    def _flip_selection(self) -> None:
        """Let the other end of the selection be the one that keys move."""
        raise NotImplementedError

    def _note_pressed(self, place: int) -> None:
        """Choose the note at a place, in whatever the view counts its highlights."""
        raise NotImplementedError

    def _show_bar(self) -> None:
        """Show the bar beside the selected words, if there are any."""
        raise NotImplementedError

    def _mark_strip(self) -> None:
        """Show on the strip where risks, hits and unread parts are."""
        raise NotImplementedError

    # -- what they have in common ---------------------------------------------------------------------------------

    def set_read(self, addresses: frozenset[str]) -> None:
        """Say which clauses have been read; the strip shows the others in the panel's colour."""
        self._read = addresses
        self._strip_timer.start()

    def selection(self) -> tuple[Span, ...]:
        """Return the selected words, one span for each story they lie in; empty when nothing is selected."""
        whole = self._selected()
        return () if whole is None else by_story(self._policy, whole)

    def place(self) -> int:
        """Return the code point that commands act on: the selection's, else the caret's, else where one reads."""
        selected = self._selected()
        return self._caret() if selected is None else selected.start

    def go_to(self, span: Span) -> None:
        """Bring words into view, with the caret at them."""
        self.put_caret(span.start)
        self.reveal(span)

    def select_more(self) -> None:
        """Let the selection grow: from the caret to the word, the sentence, the paragraph, the clause, everything."""
        selected = self._selected()
        if selected is None:
            self._grown_from = self._caret()
        elif not selected.start <= self._grown_from < selected.end:
            self._grown_from = selected.start
        self._select_ready(larger(self._policy, selected or Span(self._grown_from, self._grown_from)))

    def select_less(self) -> None:
        """Let the selection shrink by the same steps, round where it began to grow."""
        selected = self._selected()
        if selected is not None:
            inside = selected.start <= self._grown_from < selected.end
            self._select_ready(smaller(self._policy, selected, self._grown_from if inside else selected.start))

    def select_sentence(self) -> None:
        """Select the sentence the caret is in; if it is selected, one more."""
        caret = self._caret()
        self._select_ready(sentences_from(self._policy, self._selected() or Span(caret, caret)))

    def select_clause(self) -> None:
        """Select the clause the caret is in; if it is selected, with its sub-clauses, then the one around it."""
        caret = self._caret()
        self._select_ready(clause_from(self._policy, self._selected() or Span(caret, caret)))

    def select_again(self, span: Span) -> None:
        """Select words that are to be changed by keys; if they are selected, let their other end move."""
        if self._is_selected(span):
            self._flip_selection()
        else:
            self._select_ready(span)
        self.setFocus()

    def _select_ready(self, span: Span) -> None:
        self._make_ready(span)
        self.select(span)

    def _tell_range(self, highlight: Highlight, span: Span) -> None:
        """Tell that a note is to speak about other words, if they are other and any."""
        if len(span) and span != highlight.span:
            self.range_moved.emit(highlight.note_uid, highlight.span, span)

    def copied(self) -> QMimeData:
        """Return the selected words as the clipboard takes them, plain and with their letters and numbers."""
        return words_of(self._policy, self.selection()).mime()

    def carried(self, uid: str = "") -> QMimeData:
        """Return a note's words, else the selected ones, in quotation marks and with where they stand."""
        spans = [highlight.span for highlight in self._highlights if highlight.note_uid == uid]
        return cited(self._policy, spans or self.selection()).mime()

    def _carry(self, uid: str) -> None:
        """Let a note's words, or the selected ones where there is no note, be dropped in another program."""
        carried = self.carried(uid)
        if uid or self.selection():
            drag = QDrag(self)
            drag.setMimeData(carried)
            drag.exec(Qt.DropAction.CopyAction)

    def _point(self, covering: Sequence[Placed]) -> None:
        """Bring the innermost note under the pointer forward, where notes overlap; alone it needs no help."""
        uids = list(dict.fromkeys(item.highlight.note_uid for item in covering))
        uid = uids[0] if len(uids) > 1 else ""
        if uid != self._pointed:
            self._pointed = uid
            self.set_hover_note(uid or None)

    def _take_press(self, press: Press, point: int, place: int) -> None:
        """Do what a press means: `point` is the letter it is on, `place` what the view finds its notes by."""
        if press is Press.GUTTER or (press is Press.CLICK and on_label(self._policy, point)):
            self._clause_pressed(point)
        elif press is Press.WORD:
            self.select(only_word_at(self._policy.text, point))
        elif press is Press.SENTENCE:
            self.select(sentence_at(self._policy.text, point, block_at(self._policy, point)))
        elif press is Press.CLICK and self._selected() is None:
            self._note_pressed(place)

    def _clause_pressed(self, point: int) -> None:
        """Take the whole clause: its own words, and on a second click its sub-clauses too."""
        found = clause_words(self._policy, point)
        if found is None:
            return
        address, own, whole = found
        self._make_ready(whole)
        self.select(whole if self._is_selected(own) else own)
        self.setFocus()
        self.clause_clicked.emit(address)

    def _make_ready(self, span: Span) -> None:
        """Make sure that words can be selected."""

    def _is_selected(self, span: Span) -> bool:
        return self._selected() == span
