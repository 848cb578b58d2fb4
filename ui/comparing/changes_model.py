"""The changes as rows of a list: all that have come, or those of the chosen sorts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from documents.comparing.model import Category, Change
from ui.comparing.change_words import ChangeWords, said_aloud, words_of
from ui.comparing.strips import Sides

__all__ = ["AT_FIRST", "ChangesModel", "NotesRole", "WordsRole"]

WordsRole = int(Qt.ItemDataRole.UserRole) + 1
NotesRole = int(Qt.ItemDataRole.UserRole) + 2
AT_FIRST = frozenset(Category) - {Category.RENUMBERING, Category.FORM}
"""What is listed until more is asked for."""

AnyIndex = QModelIndex | QPersistentModelIndex


class ChangesModel(QAbstractListModel):
    """Rows are added as they come; what is said of a change is worked out when it is first looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.changes: list[Change] = []
        self.shown: list[Change] = []
        self.counts: Counter[Category] = Counter()
        self._wanted: frozenset[Category] = AT_FIRST
        self._sides: Sides | None = None
        self._language = "en"
        self._words: dict[str, ChangeWords] = {}
        self._notes: Mapping[str, Sequence[int]] = {}

    def show_texts(self, sides: Sides, language: str) -> None:
        """Begin anew with two other texts."""
        self.beginResetModel()
        self._sides, self._language = sides, language
        self.changes, self.shown = [], []
        self.counts.clear()
        self._words.clear()
        self._notes = {}
        self.endResetModel()

    def add(self, changes: Sequence[Change]) -> None:
        """List more changes below."""
        self.changes += changes
        for change in changes:
            self.counts.update(change.categories)
        more = [change for change in changes if self._wants(change)]
        if more:
            self.beginInsertRows(QModelIndex(), len(self.shown), len(self.shown) + len(more) - 1)
            self.shown += more
            self.endInsertRows()

    def show_only(self, wanted: frozenset[Category]) -> None:
        """List the changes of some sorts."""
        self.beginResetModel()
        self._wanted = wanted
        self.shown = [change for change in self.changes if self._wants(change)]
        self.endResetModel()

    def tell_notes(self, notes: Mapping[str, Sequence[int]]) -> None:
        """Say which changes have notes, by the changes' ids."""
        self._notes = notes
        if self.shown:
            self.dataChanged.emit(self.index(0), self.index(len(self.shown) - 1))

    def row_of(self, change: Change | None) -> int:
        """Return the row of a change; -1 where it is not listed."""
        return next((row for row, one in enumerate(self.shown) if one is change), -1)

    def words(self, change: Change) -> ChangeWords:
        """Return what is said of a change."""
        assert self._sides is not None
        if change.id not in self._words:
            self._words[change.id] = words_of(change, self._sides, self._language)
        return self._words[change.id]

    def aloud(self, change: Change) -> str:
        """Return what a screen reader says of a change."""
        return said_aloud(self.words(change), self._notes.get(change.id, ()))

    # -- Qt's own ----------------------------------------------------------------------------------------------------

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        """Return how many are listed."""
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what is asked of a row."""
        if not 0 <= index.row() < len(self.shown):
            return None
        change = self.shown[index.row()]
        if role == WordsRole:
            return self.words(change)
        if role == NotesRole:
            return tuple(self._notes.get(change.id, ()))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.aloud(change)
        return None

    def _wants(self, change: Change) -> bool:
        return any(category in self._wanted for category in change.categories)
