"""What changed between two versions: both texts in aligned rows, the list of changes beside them, notes on changes.

By keys: F7 and Shift+F7, or J and K, go from change to change; 1 to 5 and N make a note; V turns to the other way.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from annotations.model import Severity, Version
from documents.comparing.model import Change, Part
from documents.model import Span
from ui.comparing.change_words import place_words
from ui.comparing.changes_model import ChangesModel
from ui.comparing.choices import Chosen
from ui.comparing.noting import NotePlaces
from ui.comparing.places import Places
from ui.comparing.running import Running
from ui.comparing.window_layout import Parts, lay_out
from ui.dialog import Dialog
from ui.errors import sentence_for
from ui.look import Look
from ui.session import Session
from ui.spoken_marks import say_marks
from ui.tasks import Tasks

if TYPE_CHECKING:
    from ui.comparing.strips import Sides

__all__ = ["CompareWindow"]

_SIZE = 1200, 760
_SEVERITIES = {str(number): severity for number, severity in enumerate(Severity, start=1)}


class CompareWindow(Dialog):
    """Stands beside the work; what is noted is in the matter at once, and undo takes it back."""

    note_wanted = Signal(str)
    history_wanted = Signal(str, str, Span)
    """A document, a version of it, and the words whose history is asked for."""
    export_wanted = Signal()

    def __init__(self, session: Session, tasks: Tasks, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setWindowTitle(self.tr("What changed between two versions"))
        self.resize(*_SIZE)
        self._session = session
        self.running = Running(session, tasks, self)
        self.model = ChangesModel(self)
        self.parts: Parts = lay_out(self, session, self.model, look)
        self.current: Change | None = None
        self._places = Places()
        self._note_places: NotePlaces | None = None
        self._noted = QTimer(self, singleShot=True, interval=0)
        self._wire()
        self._allow()

    # -- which versions ----------------------------------------------------------------------------------------------

    def show_versions(self, pair: tuple[Version, Version]) -> None:
        """Compare two versions of the matter's documents."""
        self.parts.choices.fill(pair)
        self.compare()

    def compare(self) -> None:
        """Compare what is chosen."""
        pair = self.parts.choices.pair
        self.running.stop()
        self._go_to(None)
        if pair is None:  # what was compared was taken out
            self.close()
            return
        for label, words in zip(self.parts.heads, self.parts.choices.names, strict=True):
            label.setText(words)
            label.setToolTip(words)
        self.parts.foot.say(self.tr("Comparing…"))
        self.running.start(pair[0].version, pair[1].version)
        self._allow()

    def _texts_read(self, sides: Sides) -> None:
        self._places, self._note_places = Places(), NotePlaces(sides)
        self.parts.view.show_texts(sides)
        self.model.show_texts(sides, self._session.language)
        self._count()

    def _part_came(self, part: Part) -> None:
        view = self.parts.view
        self._places.add(part.changes)
        view.add_rows(part.rows)
        self.model.add(part.changes)
        view.tell(*self._tags(part))
        self._count()
        self._noted.start()
        if part.done < part.total:
            percent = round(100 * part.done / part.total)
            self.parts.foot.say(self.tr("Comparing… {percent}%").format(percent=percent))
        if self.current is None and self.model.shown:
            self._go_to(self.model.shown[0])

    def _finished(self) -> None:
        same = not self.model.changes
        words = self.tr("The two say the same.") if same else self.tr("F7 goes to the next change, Shift+F7 back.")
        self.parts.foot.say(words)
        self._allow()

    def _tags(self, part: Part) -> tuple[dict[int, str], dict[int, str]]:
        """Return what is said above rows: from and to where they were moved; which number they had."""
        tags: dict[int, str] = {}
        numbers: dict[int, str] = {}
        for change in part.changes:
            if change.left:
                tags[change.left.start] = self.tr("moved to {place}").format(place=change.new_clause or "—")
                tags[change.rows.start] = self.tr("moved from {place}").format(place=change.old_clause or "—")
            if change.old_label != change.new_label and self._is_painted(change):
                numbers[change.rows.start] = f"{change.old_label or '—'} → {change.new_label or '—'}"
        return tags, numbers

    def _is_painted(self, change: Change) -> bool:
        """Whether the number of what was renumbered is no letter of the text: those are struck and underlined."""
        sides, view = self.running.sides, self.parts.view
        blocks = view.rows[change.rows.start].new_blocks if change.rows else range(0)
        return sides is not None and bool(blocks) and sides.new.blocks[blocks.start].label_span is None

    # -- going about -------------------------------------------------------------------------------------------------

    def step(self, by: int) -> None:
        """Go to the next listed change, or the one before."""
        shown = self.model.shown
        if not shown:
            return
        row = self.model.row_of(self.current)
        if row < 0:
            row = self._places.row_near(shown, self.current) - (by > 0)
        self._go_to(shown[(row + by) % len(shown)])

    def _go_to(self, change: Change | None) -> None:
        self.current = change
        view = self.parts.view
        view.set_current(() if change is None else (change.rows, change.left))
        if change is not None:
            view.go_to(change.rows.start)
        self.parts.list.show_current(change)
        said = "" if change is None else self.model.aloud(change)
        say_marks(view, said)
        self._allow()

    def _row_clicked(self, row: int) -> None:
        change = self._places.change_at(row)
        if change is not None:
            self._go_to(change)

    def turn(self) -> None:
        """Show both as one text, or side by side again."""
        self.parts.ways.choose(not self.parts.view.together)

    def _show_way(self, together: object) -> None:
        view = self.parts.view
        view.show_together(together=bool(together))
        self.parts.name_view(together=bool(together))
        if self.current is not None:
            view.go_to(self.current.rows.start)

    def _filter(self, wanted: object) -> None:
        assert isinstance(wanted, frozenset)
        self.model.show_only(wanted)
        self._count()
        self.parts.list.show_current(self.current)

    def _count(self) -> None:
        self.parts.filters.show_counts(self.model.counts, len(self.model.shown), len(self.model.changes))

    def _menu(self, row: int, place: QPoint) -> None:
        """Offer what can be done with the words of a row."""
        pair, sides, one = self.parts.choices.pair, self.running.sides, self.parts.view.rows[row]
        if pair is None or sides is None:
            return
        menu = QMenu(self)
        told = ((pair[0], _trimmed(sides.old.text, one.old)), (pair[1], _trimmed(sides.new.text, one.new)))
        texts, names = (sides.old.text, sides.new.text), (self.tr("Copy the old words"), self.tr("Copy the new words"))
        for (_chosen, span), text, name in zip(told, texts, names, strict=True):
            words, action = span.of(text), menu.addAction(name)
            action.triggered.connect(lambda _on=False, words=words: _copy(words))
            action.setEnabled(len(span) > 0)
        menu.addSeparator()
        asked = menu.addAction(self.tr("When did these words appear?"))
        asked.triggered.connect(lambda: self._ask_history(told[1] if len(told[1][1]) else told[0]))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _ask_history(self, told: tuple[Chosen, Span]) -> None:
        self.history_wanted.emit(told[0].document, told[0].version, told[1])

    # -- notes -------------------------------------------------------------------------------------------------------

    def judge(self, severity: Severity, *, write: bool = False) -> None:
        """Put a note on the words of the current change; `write`: go on to its card."""
        change, places, pair = self.current, self._note_places, self.parts.choices.pair
        if change is None or places is None or pair is None or self._why_not():
            return
        place = places.place_for(change)
        if place is None or not self._show_document(pair[1].document):
            return
        fields = {}
        if place.struck:
            struck = self.tr("Struck in version {number}: “{words}”")
            fields["issue"] = struck.format(number=pair[1].number, words=place.struck)
        note = self._session.add_note((place.span,), severity, **fields)
        if note is not None:
            said = self.tr("Note #{number} is on the words at {place}.")
            self.parts.foot.say(said.format(number=note.number, place=place_words(change)))
            if write:
                self.note_wanted.emit(note.uid)

    def _show_document(self, uid: str) -> bool:
        """Let the latest version of a document be the one that is worked in."""
        session = self._session
        if session.document is None or session.document.uid != uid:
            session.show_document(uid)
        elif session.looking_back:
            session.show_version(session.document.latest.uid)
        return session.document is not None and session.document.uid == uid and not session.looking_back

    def _why_not(self) -> str:
        """Return why no note can be made now; nothing where one can."""
        pair, matter = self.parts.choices.pair, self._session.matter
        if matter is None or matter.read_only:
            return self.tr("The matter is open to read only.")
        if pair is not None and not pair[1].latest:
            return self.tr("Notes go on the latest version of a document: compare with that one.")
        return "" if self.current is not None else self.tr("No change is chosen.")

    def _show_notes(self) -> None:
        """Mark the changes that have notes."""
        pair, places, matter = self.parts.choices.pair, self._note_places, self._session.matter
        if pair is None or places is None or matter is None:
            return
        if all(document.uid != pair[1].document for document in self._session.documents()):
            return
        notes = self._session.notes_of(pair[1].document)
        self.model.tell_notes(places.numbers(self.model.changes, notes, pair[1].version))

    # -- keys --------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the list and of the texts."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._pressed(event):
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that go from change to change, wherever the focus is."""
        if event.key() == Qt.Key.Key_F7:
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _pressed(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        acts: dict[str, Callable[[], object]] = {
            "J": lambda: self.step(1),
            "K": lambda: self.step(-1),
            "V": self.turn,
            "N": lambda: self.judge(Severity.MEDIUM, write=True),
        }
        key = event.text().upper()
        if not plain or (key not in acts and key not in _SEVERITIES):
            return False
        if key in acts:
            acts[key]()
        elif not event.isAutoRepeat():
            self.judge(_SEVERITIES[key])
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the work that is under way go."""
        self.running.stop()
        super().closeEvent(event)

    # -- putting it together -----------------------------------------------------------------------------------------

    def _wire(self) -> None:
        parts, running, session = self.parts, self.running, self._session
        running.texts_read.connect(self._texts_read)
        running.part_came.connect(self._part_came)
        running.finished.connect(self._finished)
        running.failed.connect(lambda error: parts.foot.say(sentence_for(error, session.language), "alert"))
        parts.choices.changed.connect(self.compare)
        parts.ways.chosen.connect(self._show_way)
        parts.export.clicked.connect(self.export_wanted)
        parts.view.row_clicked.connect(self._row_clicked)
        parts.view.menu_wanted.connect(self._menu)
        parts.filters.changed.connect(self._filter)
        parts.list.change_chosen.connect(self._go_to)
        parts.notes.severity_chosen.connect(self.judge)
        parts.notes.note_wanted.connect(lambda: self.judge(Severity.MEDIUM, write=True))
        for part in (parts.list, parts.view):
            part.installEventFilter(self)
        for keys, step in (
            (QKeySequence.StandardKey.Undo, session.undo),
            (QKeySequence.StandardKey.Redo, session.redo),
        ):
            QShortcut(keys, self, step)
        self._noted.timeout.connect(self._show_notes)
        for fact in (session.notes_changed, session.note_edited):
            fact.connect(self._noted.start)
        session.documents_changed.connect(self._documents_changed)
        session.matter_changed.connect(self.close)

    def _documents_changed(self) -> None:
        """List the versions as they are now; what is compared and is there no more gives way."""
        before = self.parts.choices.pair
        self.parts.choices.fill()
        if self.parts.choices.pair != before:
            self.compare()

    def _allow(self) -> None:
        why = self._why_not()
        self.parts.notes.allow(writing=not why, why=why)
        self.parts.export.setEnabled(self.running.done)


def _copy(words: str) -> None:
    QGuiApplication.clipboard().setText(words)


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))
