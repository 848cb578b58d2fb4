"""Tables of a page: which hold facts and which only hold the page; where each cell stands."""

from __future__ import annotations

import re
from collections import defaultdict

from documents.markup.tags import Attributes
from documents.markup.tokens import Tokens
from documents.model import Cell

__all__ = ["OpenTable", "holds_the_page"]

_WHOLE = re.compile(r"\s*(\d{1,6})")
_MOST_COLUMNS, _MOST_ROWS = 1_000, 65_534  # as browsers have it
_LONGEST_CELL = 4_000
_LOOK = 20_000


class OpenTable:
    """A table while it is read. Columns taken by a cell that spans rows above are passed over."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._row = -1
        self._column = 0
        self._taken: defaultdict[int, int] = defaultdict(int)  # column -> first row that is free again

    def row(self) -> None:
        """Begin a row."""
        self._row += 1
        self._column = 0

    def cell(self, attributes: Attributes, *, header: bool) -> Cell:
        """Place the next cell of the row."""
        if self._row < 0:
            self.row()
        while self._column < _MOST_COLUMNS and self._taken.get(self._column, 0) > self._row:
            self._column += 1
        columns = min(max(1, _number(attributes.get("colspan"))), _MOST_COLUMNS)
        rows = min(max(1, _number(attributes.get("rowspan"))), _MOST_ROWS)
        cell = Cell(self._number, self._row, self._column, rows, columns, header)
        if rows > 1:
            for column in range(self._column, self._column + columns):
                self._taken[column] = self._row + rows
        self._column += columns
        return cell


def _number(written: str | None) -> int:
    match = _WHOLE.match(written or "")
    return int(match[1]) if match else 1


def holds_the_page(tokens: Tokens, first: int) -> bool:
    """Whether the table that begins at `first` only places things: its cells are then read as blocks, in order."""
    role = tokens.tags[first].attributes.get("role")
    if role in {"presentation", "none"}:
        return True
    if role in {"table", "grid", "treegrid"}:
        return False
    shape = _Shape()
    at, last = first + 1, min(tokens.ends[first], first + _LOOK)
    while at <= last:
        shape.words(tokens.words[at])
        tag = tokens.tags[at]
        at = (at if tag.closes or shape.descends(tag.name) else tokens.ends[at]) + 1
    return shape.holds_the_page()


class _Shape:
    """What tells the two kinds apart, gathered from one look."""

    def __init__(self) -> None:
        self._rows = self._cells = self._letters = 0
        self._is_stated = self._has_inner = self._has_headings = self._has_long_cell = False

    def words(self, words: str) -> None:
        self._letters += len(words.strip())
        self._has_long_cell = self._has_long_cell or self._letters > _LONGEST_CELL

    def descends(self, name: str) -> bool:
        if name == "tr":
            self._rows += 1
        elif name in {"td", "th"}:
            self._cells += 1
            self._letters = 0
            self._is_stated = self._is_stated or name == "th"
        elif name in {"caption", "thead"}:
            self._is_stated = True
        elif name == "table":
            self._has_inner = True
            return False
        elif name in {"h1", "h2", "h3", "main", "article", "nav", "header", "footer"}:
            self._has_headings = True
        return True

    def holds_the_page(self) -> bool:
        if self._rows == 0 or self._cells <= 1 or self._has_long_cell:
            return True
        if self._is_stated:
            return False
        return self._has_inner or self._has_headings or self._cells <= self._rows or self._rows == 1
