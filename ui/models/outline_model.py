"""The clauses of a policy as rows of the outline, with the worst severity and the number of notes in each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotations.model import Anchor, AnchorState, Note, Severity
from annotations.overview import listed_clauses
from documents.lines import without_pictures
from documents.model import Clause, ClausePart, PolicyDocument, Span
from ui.labels import severity_label

__all__ = ["OutlineModel", "OutlineRow", "RowRole", "rows_of"]

RowRole = int(Qt.ItemDataRole.UserRole) + 1
AnyIndex = QModelIndex | QPersistentModelIndex
_LONGEST_TITLE = 80
_PLACELESS = (AnchorState.LOST, AnchorState.AMBIGUOUS)


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """One clause: its number and title, how deep it stands, where it lies."""

    address: str
    label: str
    title: str
    level: int
    span: Span
    worst: Severity | None = None
    count: int = 0
    read: bool = False


def rows_of(policy: PolicyDocument) -> tuple[OutlineRow, ...]:
    """Return the rows of a policy: its numbered clauses, or its paragraphs where nothing is numbered."""
    listed = listed_clauses(policy)
    top = min((clause.level for clause in listed), default=1)
    return tuple(_row(clause, policy.text, top) for clause in listed)


def _row(clause: Clause, text: str, top: int) -> OutlineRow:
    if clause.part in (ClausePart.PREFACE, ClausePart.CLOSING):
        return OutlineRow(clause.address, "", clause.address, clause.level - top, clause.span)
    title = clause.title or " ".join(without_pictures(clause.own.of(text)[:_LONGEST_TITLE]).split())
    return OutlineRow(clause.address, clause.label, title, clause.level - top, clause.span)


class OutlineModel(QAbstractListModel):
    """A flat list of rows; a note counts in its clause and in every clause around it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[OutlineRow, ...] = ()
        self._starts: list[int] = []
        self._parents: list[int] = []
        self._notes: tuple[Note, ...] = ()
        self._read: frozenset[str] = frozenset()
        self._found: list[tuple[Severity | None, int]] = []
        self._around: dict[str, tuple[tuple[Anchor, ...], set[int]]] = {}

    @property
    def rows(self) -> Sequence[OutlineRow]:
        """All rows, without what the notes say."""
        return self._rows

    def set_policy(self, policy: PolicyDocument | None) -> None:
        """Show the clauses of a policy."""
        self.beginResetModel()
        self._rows = () if policy is None else rows_of(policy)
        self._starts = [row.span.start for row in self._rows]
        self._parents = _parents(self._rows)
        self._found, self._around = [(None, 0)] * len(self._rows), {}
        self.endResetModel()

    def set_notes(self, notes: Sequence[Note]) -> None:
        """Count the notes of each clause."""
        counts = [0] * len(self._rows)
        worst: list[Severity | None] = [None] * len(self._rows)
        before, self._around = self._around, {}
        for note in notes:
            stands = before.get(note.uid)
            rows = stands[1] if stands is not None and stands[0] == note.anchors else self._rows_around(note)
            self._around[note.uid] = (note.anchors, rows)
            for row in rows:
                counts[row] += 1
                known = worst[row]
                worst[row] = note.severity if known is None or note.severity.rank > known.rank else known
        self._found = list(zip(worst, counts, strict=True))
        self._all_changed()

    def set_read(self, read: frozenset[str]) -> None:
        """Show which clauses are read."""
        self._read = read
        self._all_changed()

    def read_count(self) -> int:
        """Return how many of the rows are read."""
        return sum(row.address in self._read for row in self._rows)

    def row_at(self, position: int) -> int:
        """Return the innermost row that holds a place of the text, -1 for none."""
        row = bisect_right(self._starts, position) - 1
        while row >= 0 and not self._rows[row].span.start <= position < max(self._rows[row].span.end, 1):
            row = self._parents[row]
        return row

    def trail(self, row: int) -> tuple[OutlineRow, ...]:
        """Return the rows from the outermost clause down to this one."""
        found: list[OutlineRow] = []
        while row >= 0:
            found.append(self._rows[row])
            row = self._parents[row]
        return tuple(reversed(found))

    def siblings(self, address: str) -> tuple[OutlineRow, ...]:
        """Return the rows that stand under the same clause as this one, itself among them."""
        found = next((number for number, row in enumerate(self._rows) if row.address == address), -1)
        if found < 0:
            return ()
        pairs = zip(self._rows, self._parents, strict=True)
        return tuple(row for row, parent in pairs if parent == self._parents[found])

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        """Return how many clauses are listed."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row itself with its notes, or its words for screen readers."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == RowRole:
            return self._full(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.label} {row.title}".strip()
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.address}  {row.title}".strip()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(self._full(index.row()))
        return None

    def _full(self, number: int) -> OutlineRow:
        row = self._rows[number]
        worst, count = self._found[number]
        read = row.address in self._read
        return OutlineRow(row.address, row.label, row.title, row.level, row.span, worst, count, read)

    def _spoken(self, row: OutlineRow) -> str:
        translate = QCoreApplication.translate
        parts = [f"{row.label} {row.title}".strip()]
        if row.worst is not None:
            parts.append(
                translate("Outline", "notes: {count}, worst {worst}").format(
                    count=row.count, worst=severity_label(row.worst)
                )
            )
        if row.read:
            parts.append(translate("Outline", "read"))
        return ", ".join(parts)

    def _rows_around(self, note: Note) -> set[int]:
        found: set[int] = set()
        for anchor in note.anchors:
            if anchor.state in _PLACELESS:
                continue
            row = self.row_at(anchor.start)
            while row >= 0:
                found.add(row)
                row = self._parents[row]
        return found

    def _all_changed(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))


def _parents(rows: Sequence[OutlineRow]) -> list[int]:
    parents: list[int] = []
    open_rows: list[int] = []
    for number, row in enumerate(rows):
        while open_rows and rows[open_rows[-1]].span.end <= row.span.start:
            open_rows.pop()
        while open_rows and rows[open_rows[-1]].level >= row.level:
            open_rows.pop()
        parents.append(open_rows[-1] if open_rows else -1)
        open_rows.append(number)
    return parents
