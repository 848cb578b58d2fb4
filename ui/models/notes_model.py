"""The notes of the shown document as Qt asks for them, filtered, in document order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import islice

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from annotations.model import Note
from ui.labels import note_row
from ui.models.note_filter import NoteFilter, Said

__all__ = ["NoteRole", "NotesModel"]

_AT_ONCE = 80
"""Rows the list lays out before it is scrolled: thousands take longer than a frame."""
NoteRole = int(Qt.ItemDataRole.UserRole) + 1
_A_SLICE = 150
"""As many notes are read in a few milliseconds."""
AnyIndex = QModelIndex | QPersistentModelIndex


class NotesModel(QAbstractListModel):
    """A flat list of notes; `address` gives the words for where a note stands."""

    def __init__(self, address: Callable[[Note], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._address = address
        self._all: tuple[Note, ...] = ()
        self._shown: list[Note] = []
        self._rows: dict[str, int] = {}
        self._reached = 0
        self.filter = NoteFilter()
        self.today: Callable[[], date] = lambda: date.max
        """What day it is, for what is overdue."""
        self._said = Said()
        self._to_read: Iterator[Note] = iter(())
        self._reading = QTimer(self, interval=0)
        self._reading.timeout.connect(self._read_some)
        self.carried: Callable[[Sequence[Note]], QMimeData] = lambda _notes: QMimeData()
        self.other: Callable[[Note], str] = lambda _note: ""
        """Who wrote a note, where it was not whoever is at the keys."""

    @property
    def total(self) -> int:
        """How many notes there are, shown or not."""
        return len(self._all)

    @property
    def shown(self) -> Sequence[Note]:
        """The notes that pass the filter."""
        return self._shown

    def set_notes(self, notes: tuple[Note, ...]) -> None:
        """Show these notes; rows are kept where only their contents changed."""
        passing = self._passing(notes)
        same = [note.uid for note in passing] == [note.uid for note in self._shown]
        self._all = notes
        if same:
            self._exchange(passing)
            return
        self._reset(passing)

    def set_filter(self, wanted: NoteFilter) -> None:
        """Show only the notes that pass; where they are those that are shown, nothing moves."""
        self.filter = wanted
        passing = self._passing(self._all)
        if [note.uid for note in passing] != [note.uid for note in self._shown]:
            self._reset(passing)

    def forget_words(self) -> None:
        """Forget the words of another document's notes."""
        self._to_read, self._said = iter(()), Said()

    def read_words(self) -> None:
        """Get ready to look for words, between other things: somebody is about to type them."""
        self._to_read = iter(self._all)
        self._reading.start()

    def row_of(self, uid: str) -> int:
        """Return the row of a note, laid out from now on; -1 when it is not shown."""
        row = self._rows.get(uid, -1)
        self.reach(row)
        return row

    def reach(self, row: int) -> None:
        """Let the list lay out as far as a row."""
        if row >= self._reached:
            self._grow(row + 1)

    def note_at(self, index: AnyIndex) -> Note | None:
        """Return the note of a row."""
        return self._shown[index.row()] if index.isValid() and index.row() < len(self._shown) else None

    def address_of(self, note: Note) -> str:
        """Return where a note stands, in words."""
        return self._address(note)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        """Return how many notes are shown, as far as the list has come."""
        return 0 if parent.isValid() else self._reached

    def canFetchMore(self, parent: AnyIndex) -> bool:
        """Whether more are shown than the list has come to."""
        return not parent.isValid() and self._reached < len(self._shown)

    def fetchMore(self, _parent: AnyIndex) -> None:
        """Let the list come further: it is scrolled to its end."""
        self._grow(self._reached + 1)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the note itself, or its one line for screen readers."""
        note = self.note_at(index)
        if note is None:
            return None
        if role == NoteRole:
            return note
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            row, other = note_row(note, self._address(note)), self.other(note)
            return f"{row}, {other}" if other else row
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let cards be dragged out of the window."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeData(self, indexes: Sequence[AnyIndex]) -> QMimeData:
        """Return what dragged or copied cards are in another program."""
        return self.carried([note for index in indexes if (note := self.note_at(index)) is not None])

    def _read_some(self) -> None:
        some = list(islice(self._to_read, _A_SLICE))
        for note in some:
            self._said.of(note)
        if not some:
            self._reading.stop()

    def _passing(self, notes: tuple[Note, ...]) -> list[Note]:
        if not self.filter.active:
            return list(notes)
        return list(self.filter.passing(notes, self.today(), self._said))

    def _exchange(self, passing: list[Note]) -> None:
        pairs = enumerate(zip(self._shown, passing, strict=True))
        changed = [row for row, (old, new) in pairs if old is not new and old != new]
        self._shown = passing
        seen = [row for row in changed if row < self._reached]
        if seen:  # told once: the list lays itself out at every telling
            self.dataChanged.emit(self.index(seen[0]), self.index(seen[-1]))

    def _reset(self, passing: list[Note]) -> None:
        self.beginResetModel()
        self._shown = passing
        self._reached = min(_AT_ONCE, len(passing))
        self._rows = {note.uid: row for row, note in enumerate(passing)}
        self.endResetModel()

    def _grow(self, least: int) -> None:
        """Come as far as that, and as much again: each step lays out everything anew."""
        end = min(max(least, 2 * self._reached, _AT_ONCE), len(self._shown))
        if end > self._reached:
            self.beginInsertRows(QModelIndex(), self._reached, end - 1)
            self._reached = end
            self.endInsertRows()
