"""Going somewhere by its name: the palette, clauses by number, the next unread clause, a search of the whole matter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from documents.model import Span
from ui.action_words import menu_words
from ui.actions import MENUS
from ui.labels import severity_label
from ui.models.entries import Entry, Kind
from ui.synonyms import synonyms

if TYPE_CHECKING:
    from ui.main_window import MainWindow

__all__ = ["Going"]


class Going(QObject):
    """Connects the commands that go to a place; keeps no state of its own."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        for name, wish in {
            "palette": self.show_palette,
            "go_to_clause": self.go_to_clause,
            "next_unread": self.next_unread,
            "search": self.search,
        }.items():
            window.actions_of.connect_to(name, wish)

    def show_palette(self, typed: str = "") -> None:
        """Offer every command, and every place of the matter."""
        from ui.dialogs.palette import Palette

        self._window.finish_typing()
        entries = [*self._commands(), *self._clauses(), *self._notes(), *self._documents()]
        before = self._window.focusWidget()
        palette = Palette(entries, self._window.look, self._window, typed)
        palette.left.connect(lambda: before.setFocus() if before is not None and shiboken6.isValid(before) else None)
        palette.open()

    def go_to_clause(self) -> None:
        """Ask for a clause by its number or title."""
        self.show_palette(Kind.CLAUSE.value)

    def next_unread(self) -> None:
        """Go to the next clause that is not marked read, from where one is; round the end."""
        outline = self._window.work.outline
        rows = outline.model.rows
        read = self._session.read_clauses()
        now = outline.list.currentIndex().row()
        order = [*range(now + 1, len(rows)), *range(now + 1)]
        found = next((row for row in order if rows[row].address not in read), None)
        if found is None:
            self._window.status.tell(self.tr("Every clause is read."))
        else:
            self._window.work.go_to_clause(rows[found].address)

    def search(self) -> None:
        """Look for words in all documents and notes; those in the find field to begin with."""
        from ui.dialogs.search_dialog import SearchDialog

        window = self._window
        window.finish_typing()
        words = window.work.top.find_field.text()
        dialog = SearchDialog(window.session, window.tasks, window.look, words, window)
        dialog.hit_chosen.connect(self._go_to_hit)
        dialog.show()

    # -- what the palette offers -------------------------------------------------------------------------------------

    def _commands(self) -> Iterator[Entry]:
        actions = self._window.actions_of
        groups = actions.groups()
        for menu, names in MENUS:
            for name in filter(None, names):
                if name in groups:
                    for key, action in groups[name].items():
                        also = synonyms(name, str(key))
                        yield _command(action, f"{menu_words(name)}: {_plain(action)}", *also)
                elif name not in ("recent", "palette"):
                    yield _command(actions[name], _plain(actions[name]), menu_words(menu), *synonyms(name))

    def _clauses(self) -> Iterator[Entry]:
        if self._session.document is None:
            return
        for row in self._window.work.outline.model.rows:
            words = f"{row.label} {row.title}".strip()
            yield Entry(Kind.CLAUSE, words, row.address, (row.address, row.label), self._to_clause(row.address))

    def _to_clause(self, address: str) -> Callable[[], object]:
        return lambda: self._window.work.go_to_clause(address)

    def _notes(self) -> Iterator[Entry]:
        for note in self._session.notes:
            words = note.title or " ".join((note.issue or self.tr("Note without a title")).split())[:80]
            hint = f"{self._session.address_of(note)}  #{note.number}"
            also = (str(note.number), severity_label(note.severity))
            yield Entry(Kind.NOTE, words, hint, also, self._to_note(note.uid), mark=note.severity)

    def _to_note(self, uid: str) -> Callable[[], object]:
        return lambda: self._window.work.open_note(uid)

    def _documents(self) -> Iterator[Entry]:
        documents = self._session.documents()
        for document in documents if len(documents) > 1 else ():
            name = document.latest.file_name
            yield Entry(Kind.DOCUMENT, document.title or name, name, (name,), self._to_document(document.uid))

    def _to_document(self, uid: str) -> Callable[[], object]:
        return lambda: self._session.show_document(uid)

    def _go_to_hit(self, document: str, note: str, start: int, end: int) -> None:
        if self._session.document is None or self._session.document.uid != document:
            self._session.show_document(document)
        if note:
            self._window.work.go_to_note(note)
        else:
            self._window.work.policy.view.reveal(Span(start, end), select=True)


def _command(action: QAction, words: str, *also: str) -> Entry:
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return Entry(Kind.COMMAND, words, key, also, action.trigger, allowed=action.isEnabled())


def _plain(action: QAction) -> str:
    return action.text().replace("&", "").rstrip("…")
