"""What the commands of the window do: each asks for what it needs and hands it to the session or to a panel."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QInputDialog

from ui.announcements import UNDO, change_words
from ui.panels.message_bar import Message
from ui.panels.note_fields import first_field

if TYPE_CHECKING:
    from documents.model import Span
    from ui.main_window import MainWindow

__all__ = ["Wishes"]

_SIZES = (13, 14, 15, 16, 17, 18, 20, 22, 24, 26)
_NORMAL = 17


class Wishes(QObject):
    """Connects every action; keeps no state of its own."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        for name, wish in {**self._about_files(), **self._about_notes(), **self._about_places()}.items():
            window.actions_of.connect_to(name, wish)
        window.status.document_pressed.connect(self.about_document)

    def _about_files(self) -> dict[str, Callable[[], object]]:
        return {
            "export": self.export,
            "close": self._window.close_matter,
            "quit": self._window.close,
            "check": self.check,
            "about_document": self.about_document,
            "about": self.about,
        }

    def _about_notes(self) -> dict[str, Callable[[], object]]:
        return {
            "undo": self.undo,
            "redo": self.redo,
            "open_note": self.open_note,
            "next_note": self.next_note,
            "previous_note": self.previous_note,
            "whole_document": self.note_on_document,
            "set_range": self.set_range,
            "add_range": self.add_range,
            "more_fields": self.more_fields,
            "delete": self.delete,
            "filter": self.filter,
        }

    def _about_places(self) -> dict[str, Callable[[], object]]:
        return {
            "find": self.find,
            "find_next": self.find_next,
            "find_previous": self.find_previous,
            "read": self.read,
            "next_clause": self.next_clause,
            "previous_clause": self.previous_clause,
            "go_to_page": self.go_to_page,
            "next_document": self.next_document,
            "larger": self.larger,
            "smaller": self.smaller,
            "normal_size": self.normal_size,
        }

    # -- files -------------------------------------------------------------------------------------------------------

    def export(self) -> None:
        """Open the export window."""
        self._window.finish_typing()
        if self._session.path is None or self._session.document is None:
            return
        from ui.dialogs.export_dialog import ExportDialog
        from ui.exporting import ExportHabits

        window = self._window
        kept = window.preferences.settings
        habits = ExportHabits(
            self._session.path.parent,
            kept.highlight,
            kept.redrafts,
            kept.ask_unapproved,
            profile=kept.profile,
            author=kept.signed,
            kept=window.preferences.folder / "exports.json",
        )
        dialog = ExportDialog(self._session, window.tasks, window.look, habits, window)
        dialog.silenced.connect(lambda: window.preferences.change(ask_unapproved=False))
        dialog.form.looks.chosen.connect(lambda: self._remember(dialog.form.looks.values))
        dialog.open()

    def _remember(self, looks: tuple[str, str]) -> None:
        self._window.preferences.change(highlight=looks[0], redrafts=looks[1])

    def about_document(self) -> None:
        """Tell what is known about the shown document; a thing found in it can be gone to."""
        if self._session.document is None or self._session.policy is None:
            return
        from ui.dialogs.about_document import AboutDocumentDialog

        dialog = AboutDocumentDialog(self._session, self._window.look, self._window)
        dialog.place_wanted.connect(self._go_to)
        dialog.show()

    def _go_to(self, place: Span) -> None:
        view = self._window.work.policy.view
        view.put_caret(place.start)
        view.reveal(place, select=len(place) > 0)

    def check(self) -> None:
        """Look through the matter file and say what is found."""
        if self._session.matter is None:
            return
        problems = self._session.matter.check()
        if problems:
            words = " ".join(problem.sentence(self._session.language) for problem in problems[:3])
            self._window.say(Message("check", words, alert=True))
        else:
            self._window.say(Message("check", self.tr("The file, its list of changes and all places are in order.")))

    # -- history and notes -------------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take back the last change; a document that came in is not taken out again unasked."""
        self._window.finish_typing()
        kind = self._session.next_undo
        if kind == "add_document":
            self._window.say(lambda: self._asked_first(kind))
        else:
            self._session.undo()

    def _asked_first(self, kind: str) -> Message:
        words = self.tr("The last step was {change}. Undo would take away what it brought.")
        return Message(UNDO, words.format(change=change_words(kind)), ((self.tr("Take it back"), self._session.undo),))

    def redo(self) -> None:
        """Take back the undo."""
        self._window.finish_typing()
        self._session.redo()

    def open_note(self) -> None:
        """Open the current note's card."""
        note = self._session.note(self._session.current)
        if note is not None:
            self._window.work.open_note(note.uid, first_field(note))

    def next_note(self) -> None:
        """Go to the next note."""
        self._step(1)

    def previous_note(self) -> None:
        """Go to the previous note."""
        self._step(-1)

    def set_range(self) -> None:
        """Let the current note speak about the selected words, or about those that were found."""
        self._take_hit()
        self._window.work.policy.use_selection()

    def add_range(self) -> None:
        """Let the current note speak about the selected words too, or about those that were found."""
        self._take_hit()
        self._window.work.policy.add_selection()

    def more_fields(self) -> None:
        """Go to the fields of the current note that stand behind `More`."""
        if self._session.current:
            self._window.work.open_note(self._session.current, "category")

    def delete(self) -> None:
        """Delete the current note, or all that are selected."""
        if not self._session.read_only:
            self._window.finish_typing()
            chosen = self._window.work.notes.chosen()
            self._session.delete_notes(chosen)
            if chosen:
                one, more = (
                    self.tr("Note deleted; undo brings it back"),
                    self.tr("{count} notes deleted; undo brings them back"),
                )
                self._window.status.tell((one if len(chosen) == 1 else more).format(count=len(chosen)))

    def note_on_document(self) -> None:
        """Put a note on the whole document."""
        self._window.work.policy.note_on_document()

    def filter(self) -> None:
        """Turn to the filter of the notes."""
        self._window.work.area.show_notes(shown=True)
        self._window.work.notes.filter_button.setChecked(True)
        self._window.work.notes.filter.words.setFocus()

    # -- moving about ------------------------------------------------------------------------------------------------

    def find(self) -> None:
        """Turn to the find field."""
        field = self._window.work.top.find_field
        field.setFocus()
        field.selectAll()

    def find_next(self) -> None:
        """Go to the next hit."""
        self._find(1)

    def find_previous(self) -> None:
        """Go to the previous hit."""
        self._find(-1)

    def read(self) -> None:
        """Mark the clause one is in as read, or as unread when it was."""
        row = self._window.work.outline.current
        if row is not None and not self._session.read_only:
            self._session.mark_read(row.address, read=row.address not in self._session.read_clauses())

    def next_clause(self) -> None:
        """Go to the next clause."""
        self._window.work.step_clause(1)

    def previous_clause(self) -> None:
        """Go to the previous clause."""
        self._window.work.step_clause(-1)

    def go_to_page(self) -> None:
        """Ask for a page by its label or number."""
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(self.tr("Go to page"))
        policy = self._session.policy
        pages = 0 if policy is None else len(policy.pages)
        dialog.setLabelText(self.tr("Page, of {pages}:").format(pages=pages))
        dialog.textValueSelected.connect(self._window.work.policy.go_to_page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def next_document(self) -> None:
        """Show the next document of the matter."""
        uids = [document.uid for document in self._session.documents()]
        if len(uids) > 1 and self._session.document is not None:
            self._session.show_document(uids[(uids.index(self._session.document.uid) + 1) % len(uids)])

    # -- view and help -----------------------------------------------------------------------------------------------

    def larger(self) -> None:
        """Set the policy larger."""
        if not self._zooms(1):
            self._set_size(next((size for size in _SIZES if size > self._size()), _SIZES[-1]))

    def smaller(self) -> None:
        """Set the policy smaller."""
        if not self._zooms(-1):
            self._set_size(next((size for size in reversed(_SIZES) if size < self._size()), _SIZES[0]))

    def normal_size(self) -> None:
        """Set the policy as it is meant to be."""
        if not self._zooms(0):
            self._set_size(_NORMAL)

    def about(self) -> None:
        """Say what this is."""
        from ui.dialogs.help_dialogs import AboutDialog

        AboutDialog(QGuiApplication.applicationVersion(), self._window.look, self._window).open()

    def _take_hit(self) -> None:
        """Select what was found, if the keys are in the find field."""
        work = self._window.work
        if work.top.find_field.hasFocus():
            work.top.find_field.catch_up()
            work.policy.take_hit()

    def _find(self, step: int) -> None:
        """Go on among the hits; outside the find field the hit is selected, ready to be marked."""
        work = self._window.work
        work.policy.find_next(work.top.find_field.text(), step)
        if not work.top.find_field.hasFocus():
            work.policy.take_hit()

    def _zooms(self, step: int) -> bool:
        """Zoom a file's own pages, if they are what is shown."""
        return self._session.document is not None and self._window.work.policy.zoom(step)

    def _size(self) -> int:
        return self._window.preferences.settings.text_size

    def _set_size(self, pixels: int) -> None:
        self._window.preferences.change(text_size=pixels)

    def _step(self, step: int) -> None:
        shown = [note.uid for note in self._window.work.notes.model.shown]
        if not shown:
            return
        current = self._session.current
        place = shown.index(current) + step if current in shown else (0 if step > 0 else len(shown) - 1)
        self._window.work.go_to_note(shown[place % len(shown)])
