"""A policy set as a page: fills a QTextDocument, and says where each of our characters stands in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
    QTextTable,
)

from documents.cell_labels import labelled_parts
from documents.model import Block, BlockKind, Picture, PolicyDocument
from ui.page_style import GUTTER, Level, PageStyle
from ui.picture_box import PICTURE, PictureBox, PlacedPicture
from ui.runs import RunReader
from ui.text_map import Pieces, TextMap, Units

__all__ = ["Page", "PageSetter", "set_page"]

_BATCH = 8_000  # characters between two steps: less than a millisecond
_CELL_PADDING = 24
_BLANK = re.compile(r"[\s\u3000]*")
_AFTER_LABEL = re.compile(r"[、.．。)）:：]?[\s\u3000]*")


@dataclass(frozen=True, slots=True)
class Page:
    """A filled document, its map, and the computed labels to paint: Qt block position -> label.

    `pictures` are those that the policy's file may hold, in the order of Qt's positions.
    """

    document: QTextDocument
    map: TextMap
    labels: dict[int, str]
    pictures: tuple[PlacedPicture, ...] = ()


@dataclass(slots=True)
class _Format:
    block: QTextBlockFormat
    letters: QTextCharFormat
    labelled: dict[tuple[str, str], QTextBlockFormat] = field(default_factory=dict)
    indented: dict[float, QTextBlockFormat] = field(default_factory=dict)
    hung: dict[float, QTextBlockFormat] = field(default_factory=dict)

    def hung_by(self, margin: float) -> QTextBlockFormat:
        """The format with room for a label in a cell, which has no gutter."""
        if margin not in self.hung:
            self.hung[margin] = QTextBlockFormat(self.block)
            self.hung[margin].setLeftMargin(margin)
        return self.hung[margin]


def set_page(policy: PolicyDocument, style: PageStyle) -> Page:
    """Fill a document that no view shows yet (four times as fast as filling one that is shown)."""
    return PageSetter(policy, style).page()


class PageSetter:
    """Sets one policy, or some of its blocks. A plain paragraph's path is short: a million characters have 18,000.

    Steps are taken from outside, so that nothing here refers to itself: a Qt document must never wait for the
    garbage collector, which may run on a worker's thread.
    """

    def __init__(self, policy: PolicyDocument, style: PageStyle, blocks: int | None = None, first: int = 0) -> None:
        self._blocks = policy.blocks[first:blocks] if first or blocks is not None else policy.blocks
        self._text = policy.text
        self._style = style
        self._units = Units(policy.text)
        self._pieces = Pieces(self._units)
        self._formats: dict[tuple[object, ...], _Format] = {}
        self._labels: dict[int, str] = {}
        self._fresh = True
        self._in_cell = False
        self._last_block: QTextBlockFormat | None = None
        self._waiting: list[str] = []
        self._waiting_letters: QTextCharFormat | None = None
        self._runs = RunReader(policy.runs)
        self._top = _least_level(policy, BlockKind.HEADING)
        self._first_depth = _least_level(policy, BlockKind.LIST_ITEM)
        self._document = QTextDocument()
        self._document.setUndoRedoEnabled(False)
        self._document.setDocumentMargin(0)
        self._cursor = QTextCursor(self._document)
        self._picture = PictureBox(style, self._document) if PICTURE in policy.text else None
        self._known = _pictures_of(policy) if self._picture is not None else {}
        self._names = {one.place: one.name for one in policy.pictures}
        self._places = sorted(self._known)
        self._placed: list[PlacedPicture] = []
        self._room = style.measure

    def page(self) -> Page:
        """Set everything at once."""
        for _ in self.steps():
            pass
        return self.result()

    def result(self) -> Page:
        """Return the page, once every step has been taken."""
        placed = tuple(sorted(self._placed, key=lambda one: one.position))
        return Page(self._document, TextMap(self._text, self._units, self._pieces), self._labels, placed)

    def steps(self) -> Iterator[None]:
        """Set the blocks; between two steps there is time for something else."""
        self._cursor.beginEditBlock()
        self._document.rootFrame().setFrameFormat(self._style.root)
        due = _BATCH
        for table, blocks in groupby(self._blocks, key=_table_of):
            for _ in map(self._paragraph, blocks) if table is None else self._table(list(blocks)):
                if self._pieces.position >= due:
                    self._flush()
                    due = self._pieces.position + _BATCH
                    yield
        self._flush()
        self._cursor.endEditBlock()

    def _format(self, block: Block) -> _Format:
        header = block.cell is not None and block.cell.header
        key = (block.kind, block.level, block.ordered, header)
        found = self._formats.get(key)
        if found is None:
            level = self._level(block)
            found = self._formats[key] = _Format(self._style.block(level), self._style.letters(level))
        return found

    def _level(self, block: Block) -> Level:
        if block.kind is BlockKind.LIST_ITEM:
            return Level(block.kind, depth=min(block.level - self._first_depth, 4), tight=not block.ordered)
        if block.kind is BlockKind.HEADING:
            return Level(block.kind, section=block.level <= self._top)
        if block.kind is BlockKind.QUOTE:
            return Level(block.kind, depth=1)
        return Level(block.kind, head=block.cell is not None and block.cell.header)

    def _paragraph(self, block: Block) -> None:
        form = self._format(block)
        start, end = block.span.start, block.span.end
        if block.label:
            self._labelled(form, block)
            return
        if self._text[start].isspace():
            start = _skip(_BLANK, self._text, start, end)
        self._open(self._roomy(form.block, start, end), form.letters)
        self._insert(form.letters, start, end)

    def _labelled(self, form: _Format, block: Block) -> None:
        if block.label_span is None:
            start = _skip(_BLANK, self._text, block.span.start, block.span.end)
            indented = self._indented(form, "", block.label)
            self._open(self._roomy(indented, start, block.span.end), form.letters)
            self._labels[self._pieces.position] = block.label
            self._insert(form.letters, start, block.span.end)
            return
        start = block.label_span.start
        words = _skip(_AFTER_LABEL, self._text, block.label_span.end, block.span.end)
        label = self._text[start:words].rstrip()
        self._open(self._roomy(self._indented(form, label, ""), words, block.span.end), form.letters)
        self._label(label)
        self._words(form.letters, words, block.span.end)
        if start + len(label) < words:
            self._pieces.add(start, start + len(label))
            start = words
        self._pieces.add(start, block.span.end)

    def _indented(self, form: _Format, typed: str, computed: str) -> QTextBlockFormat:
        """A typed label starts left of the words; a computed one pushes them a little if the gutter is too narrow."""
        found = form.labelled.get((typed, computed))
        if found is None:
            hang = self._style.hang(typed or computed)
            indent = -min(hang, GUTTER) if typed else max(0.0, min(hang, self._style.longest_label) - GUTTER)
            found = form.indented.setdefault(indent, QTextBlockFormat(form.block))
            found.setTextIndent(indent)
            form.labelled[typed, computed] = found
        return found

    def _roomy(self, form: QTextBlockFormat, start: int, end: int) -> QTextBlockFormat:
        """Let the lines of a paragraph grow with the pictures in it; any other keeps its fixed lines."""
        if not self._places or bisect_left(self._places, start) == bisect_left(self._places, end):
            return form
        grown = QTextBlockFormat(form)
        grown.setLineHeight(form.lineHeight(), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        return grown

    def _open(self, block: QTextBlockFormat, letters: QTextCharFormat) -> None:
        """Begin a paragraph. One set like the last costs no call of its own: its break goes in with the words."""
        if self._fresh:
            self._cursor.setBlockFormat(block)
            if not self._in_cell:  # there it would take back how many rows and columns the cell spans
                self._cursor.setBlockCharFormat(letters)
            self._fresh = False
        elif block is self._last_block and letters is self._waiting_letters:
            self._waiting.append("\u2029")
            self._pieces.position += 1
        else:
            self._flush()
            self._cursor.insertBlock(block, letters)
            self._pieces.position += 1
        self._last_block = block

    def _flush(self) -> None:
        """Put in the words that wait for what follows them."""
        if self._waiting and self._waiting_letters is not None:
            self._cursor.insertText("".join(self._waiting), self._waiting_letters)
            self._waiting.clear()
        self._waiting_letters = None

    def _label(self, label: str) -> None:
        if not label:
            return
        self._flush()
        last = self._style.label_end(label)
        if last is None:
            self._cursor.insertText(label, self._style.label)
        else:
            if len(label) > 1:
                self._cursor.insertText(label[:-1], self._style.label)
            self._cursor.insertText(label[-1], last)

    def _insert(self, letters: QTextCharFormat, start: int, end: int) -> None:
        self._words(letters, start, end)
        self._pieces.add(start, end)

    def _words(self, letters: QTextCharFormat, start: int, end: int) -> None:
        if self._runs.before(end):
            for stretch, run in self._runs.within(start, end):
                self._put(stretch.start, stretch.end, letters if run is None else self._style.run(letters, run))
        else:
            self._put(start, end, letters)

    def _put(self, start: int, end: int, letters: QTextCharFormat) -> None:
        words = self._text[start:end]
        if self._picture is not None and PICTURE in words:
            self._put_pictures(self._picture, start, end, letters)
            return
        if letters is not self._waiting_letters:
            self._flush()
            self._waiting_letters = letters
        self._waiting.append(words.replace("\n", "\u2028") if "\n" in words else words)

    def _put_pictures(self, boxes: PictureBox, start: int, end: int, letters: QTextCharFormat) -> None:
        at = start
        while (found := self._text.find(PICTURE, at, end)) >= 0:
            self._put(at, found, letters)
            self._flush()
            self._cursor.insertText(PICTURE, self._box(boxes, found, letters))
            at = found + 1
        self._put(at, end, letters)

    def _box(self, boxes: PictureBox, place: int, letters: QTextCharFormat) -> QTextImageFormat:
        picture = self._known.get(place)
        if picture is None:
            return boxes.letters(letters, self._names.get(place, ""))
        placed = PlacedPicture(self._cursor.position(), picture, self._room)
        self._placed.append(placed)
        return boxes.room(letters, placed)

    def _table(self, blocks: list[Block]) -> Iterator[None]:
        self._flush()
        if self._fresh:
            self._cursor.setBlockFormat(self._style.spacer)
        cells = [block.cell for block in blocks if block.cell is not None]
        rows = max(cell.row + cell.row_span for cell in cells)
        columns = max(cell.column + cell.column_span for cell in cells)
        table = self._cursor.insertTable(rows, columns, self._style.table)
        for cell in cells:
            if cell.row_span > 1 or cell.column_span > 1:
                table.mergeCells(cell.row, cell.column, cell.row_span, cell.column_span)
        self._in_cell = True
        self._room = max(self._style.measure // columns - _CELL_PADDING, _CELL_PADDING)
        for place, within in groupby(blocks, key=_place_of):
            self._cell(table, place, list(within))
            yield
        self._in_cell = False
        self._room = self._style.measure
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._pieces.position = self._cursor.position()
        self._fresh = True

    def _cell(self, table: QTextTable, place: tuple[int, int], blocks: list[Block]) -> None:
        self._cursor = table.cellAt(*place).firstCursorPosition()
        self._pieces.position = self._cursor.position()
        self._fresh = True
        for block in blocks:
            form = self._format(block)
            hangs = self._style.hangs(block.labels, self._room)
            for span, label in labelled_parts(block):
                hung = form.block if label is None else form.hung_by(hangs[label.level])
                start = _skip(_BLANK, self._text, span.start, span.end)
                self._open(self._roomy(hung, start, span.end), form.letters)
                if label is not None:
                    self._labels[self._pieces.position] = self._style.fitting(label.label)
                self._insert(form.letters, start, span.end)
        self._flush()


def _pictures_of(policy: PolicyDocument) -> dict[int, Picture]:
    """Return the pictures that may be shown, by place."""
    from documents.picture_bytes import may_show

    return {one.place: one for one in policy.pictures if may_show(policy.format, one.source)}


def _table_of(block: Block) -> int | None:
    return None if block.cell is None else block.cell.table


def _place_of(block: Block) -> tuple[int, int]:
    return (0, 0) if block.cell is None else (block.cell.row, block.cell.column)


def _skip(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    match = pattern.match(text, start, end)
    return match.end() if match else start


def _least_level(policy: PolicyDocument, kind: BlockKind) -> int:
    return min((block.level for block in policy.blocks if block.kind is kind), default=0)
