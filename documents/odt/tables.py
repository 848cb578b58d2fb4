"""Tables of an OpenDocument text while they are read: where each cell stands; one in a cell is its words."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from lxml import etree

from documents.cell_labels import labelled_cell
from documents.model import Block, BlockKind, Cell, InnerLabel, Span, Story
from documents.odt.names import attribute, whole_number

__all__ = ["OpenTable", "Tables"]

_NOWHERE = Span(0, 0)
_MOST_REPEATED = 1_000


@dataclass(slots=True)
class OpenTable:
    """An open table. `cell` is the one at hand, `start` its place in the text, `has_lines` whether it holds words.

    `waiting` is the label of the paragraph at hand, until its first character tells where it stands.
    """

    number: int
    row: int = -1
    column: int = 0
    header: bool = False
    cell: Block | None = None
    start: int = 0
    has_lines: bool = False
    labels: list[InnerLabel] = field(default_factory=list)
    waiting: InnerLabel | None = None
    _unsaid: InnerLabel | None = None

    def begin(self, paragraph: Block, *, goes_on: bool) -> None:
        """Begin a paragraph of the cell, or one that goes on with an item.

        One without a word leaves its label to a cell that has none.
        """
        if self.waiting is not None and self.waiting.label:
            self._unsaid = self._unsaid or self.waiting
        level = paragraph.level if paragraph.kind is BlockKind.LIST_ITEM else 0
        label = InnerLabel(0, paragraph.label, level, paragraph.list_id, paragraph.ordered)
        self.waiting = None if goes_on and not label.label else label

    def say(self, position: int) -> None:
        """Take in words that stand at `position` of the text."""
        self.has_lines = True
        if self.waiting is not None:
            self.labels.append(replace(self.waiting, offset=position - self.start))
            self.waiting = None

    def open_cell(self, cell: Block, position: int) -> None:
        """Begin a cell whose words will stand from `position` of the text on."""
        self.cell, self.start = cell, position
        self.has_lines, self.labels, self.waiting, self._unsaid = False, [], None, None

    def take_cell(self) -> Block | None:
        """End the cell and return it with the labels of its paragraphs."""
        cell, self.cell = self.cell, None
        unsaid = None if self.has_lines else self._unsaid or self.waiting
        return cell and labelled_cell(cell, [unsaid] if unsaid else self.labels)


class Tables:
    """The open tables, the innermost last; None stands for one inside a cell."""

    def __init__(self) -> None:
        self._open: list[OpenTable | None] = []
        self._count = 0

    @property
    def at_hand(self) -> OpenTable | None:
        """The table whose cell is at hand; one inside a cell does not count."""
        return next((one for one in reversed(self._open) if one is not None and one.cell is not None), None)

    @property
    def _inner(self) -> OpenTable | None:
        return self._open[-1] if self._open else None

    def open(self, _node: etree._Element) -> bool:
        """Begin a table."""
        if self.at_hand is not None:
            self._open.append(None)
        else:
            self._open.append(OpenTable(self._count))
            self._count += 1
        return True

    def close(self) -> None:
        """End the innermost table."""
        self._open.pop()

    def open_header(self, _node: etree._Element) -> bool:
        """Begin the rows that are repeated on each page."""
        if self._inner is not None:
            self._inner.header = True
        return True

    def close_header(self) -> None:
        """End the rows that are repeated on each page."""
        if self._inner is not None:
            self._inner.header = False

    def row(self, _node: etree._Element) -> bool:
        """Begin a row."""
        if self._inner is not None:
            self._inner.row += 1
            self._inner.column = 0
        return True

    def cell(self, node: etree._Element, story: Story, position: int) -> None:
        """Begin a cell whose words will stand from `position` of the text on."""
        table = self._inner
        if table is None:
            return
        columns = min(whole_number(attribute(node, "table:number-columns-spanned"), 1), _MOST_REPEATED)
        rows = whole_number(attribute(node, "table:number-rows-spanned"), 1)
        cell = Cell(table.number, max(table.row, 0), table.column, max(rows, 1), max(columns, 1), table.header)
        table.open_cell(Block(BlockKind.CELL, _NOWHERE, story, cell=cell), position)
        table.column += min(whole_number(attribute(node, "table:number-columns-repeated"), 1), _MOST_REPEATED)

    def covered(self, node: etree._Element) -> bool:
        """Pass over a cell that another one covers."""
        if self._inner is not None:
            repeated = whole_number(attribute(node, "table:number-columns-repeated"), 1)
            self._inner.column += min(repeated, _MOST_REPEATED)
        return False

    def take_cell(self) -> Block | None:
        """End the cell at hand and return it; None inside a table within a cell."""
        table = self._inner
        return None if table is None else table.take_cell()
