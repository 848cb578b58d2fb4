"""The lines of a pasted policy in a list: each is kept or struck out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont

from documents.model import Span
from ui.pasting import Line

__all__ = ["PastedLines"]

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_Role = Qt.ItemDataRole


class PastedLines(QAbstractListModel):
    """A line that looks like chat begins struck out; a tick keeps it."""

    struck_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self._struck: set[int] = set()
        self._grey = QColor()
        self._letters = QFont()

    def set_letters(self, letters: QFont, grey: str) -> None:
        """Write lines so, and struck ones in `grey`."""
        self._letters, self._grey = letters, QColor(grey)

    def show_lines(self, lines: Iterable[Line]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self._struck = {row for row, line in enumerate(self._lines) if line.noise is not None}
        self.endResetModel()
        self.struck_changed.emit()

    @property
    def struck(self) -> tuple[Span, ...]:
        """The places of the struck lines."""
        return tuple(self._lines[row].span for row in sorted(self._struck))

    @property
    def any_kept(self) -> bool:
        """Whether there is a line that is not struck."""
        return len(self._struck) < len(self._lines)

    def strike(self, rows: Iterable[int], *, struck: bool) -> None:
        """Strike lines, or keep them."""
        tick = Qt.CheckState.Unchecked if struck else Qt.CheckState.Checked
        for row in rows:
            self.setData(self.index(row), tick, _Role.CheckStateRole)

    def is_struck(self, row: int) -> bool:
        """Whether a line is struck."""
        return row in self._struck

    # -- Qt's own ----------------------------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = _TOP) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Every line can be ticked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        """Return the words of a line, its tick and how it is written."""
        if not index.isValid():
            return None
        line, struck = self._lines[index.row()], index.row() in self._struck
        words = f"{line.label} {line.words}" if line.label else line.words
        if role == _Role.DisplayRole:
            return words
        if role == _Role.AccessibleTextRole:
            return self.tr("struck out: {words}").format(words=words) if struck else words
        if role == _Role.CheckStateRole:
            return Qt.CheckState.Unchecked if struck else Qt.CheckState.Checked
        if role == _Role.FontRole:
            return self._font(line, struck=struck)
        return self._grey if role == _Role.ForegroundRole and struck else None

    def setData(self, index: _Index, value: Any, role: int = _Role.EditRole) -> bool:  # noqa: ANN401 - Qt's own
        """Take a tick."""
        if role != _Role.CheckStateRole or not index.isValid():
            return False
        (self._struck.discard if Qt.CheckState(value) is Qt.CheckState.Checked else self._struck.add)(index.row())
        self.dataChanged.emit(index, index)
        self.struck_changed.emit()
        return True

    def _font(self, line: Line, *, struck: bool) -> QFont:
        font = QFont(self._letters)
        font.setStrikeOut(struck)
        if line.heading:
            font.setWeight(QFont.Weight.DemiBold)
        return font
