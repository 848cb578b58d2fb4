"""Markdown's blocks -> ours: headings, paragraphs, lists with computed labels, quotes, code, tables."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from documents.cell_labels import labelled_cell
from documents.errors import UnreadableDocument
from documents.markdown.cells import parts_of, trimmed
from documents.markdown.inline import Stretch, lines_of
from documents.markdown.page import Page
from documents.markup.blocks import BlockWalk
from documents.markup.parsing import parsed_page
from documents.model import Block, BlockKind, Cell, InnerLabel, NoteMark, Span, Story

__all__ = ["marked_blocks_of"]

_BULLETS = "•○▪"
_NOWHERE = Span(0, 0)
_COMMENTS = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_LINE_TAGS = re.compile(r"<(?:br|/p|/div|/li|/tr|/h[1-6]|/td|/th|/summary)\b[^>]*>", re.IGNORECASE)
_TAGS = re.compile(r"</?[a-zA-Z][^<>]*>")
_STRUCTURED = re.compile(r"<(?:table|ol|ul|dl|pre)\b|\s(?:hidden\b|style=)", re.IGNORECASE)
_MOST_NESTED = 50
_HOLDERS = {"list_item_open", "blockquote_open"}  # what lies in one this deep, the parser skips
_NO_NOTES: Mapping[str, str] = {}


@dataclass(slots=True)
class _List:
    """An open list. `label` waits for the first block of the item at hand."""

    id: int
    ordered: bool
    number: int
    label: str = ""


def marked_blocks_of(
    markdown: str, notes: Mapping[str, str] = _NO_NOTES, *, name: str = ""
) -> tuple[Page, tuple[NoteMark, ...]]:
    """Return text, blocks and runs of `markdown`, normalised already, with its footnotes after it, and their places.

    `notes` are the footnotes' own Markdown by their name; marks that name one are left out of the text.
    Raises UnreadableDocument, `too_large`, when it is nested so deeply that the parser would leave words out.
    """
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": _MOST_NESTED}).enable(["table", "strikethrough"])
    reading = _Reading(frozenset(notes))
    for token in _whole(parser.parse(markdown), name):
        reading.take(token)
    reading.story = Story.FOOTNOTE
    found: list[NoteMark] = []
    for number, note in enumerate(sorted(notes, key=lambda one: _first_mark(markdown, one)), 1):
        start, blocks = reading.page.position, len(reading.page.blocks)
        for token in _whole(parser.parse(notes[note]), name):
            reading.take(token)
        _number_note(reading.page.blocks, blocks, number)
        if note in reading.marks and reading.page.position > start:
            found.append(NoteMark(reading.marks[note], Span(start, reading.page.position - 1)))
    return reading.page, tuple(found)


def _whole(tokens: list[Token], name: str) -> list[Token]:
    if any(token.level >= _MOST_NESTED - 1 and token.type in _HOLDERS for token in tokens):
        raise UnreadableDocument("too_large", name=name)
    return tokens


def _number_note(blocks: list[Block], first: int, number: int) -> None:
    """Give the block that opens a note its number, counted as it is shown: by the marks, whatever the notes' names."""
    if first < len(blocks) and not blocks[first].label:
        blocks[first] = replace(blocks[first], label=str(number))


def _first_mark(markdown: str, name: str) -> int:
    at = markdown.find(f"[^{name}]")
    return at if at >= 0 else len(markdown)


def _of_list(label: InnerLabel, identity: int | None) -> InnerLabel:
    return replace(label, list_id=identity)


class _Reading:
    def __init__(self, notes: frozenset[str]) -> None:
        self.page = Page()
        self.marks: dict[str, int] = {}
        self.story = Story.MAIN
        self._notes = notes
        self._lists: list[_List] = []
        self._list_count = 0
        self._quotes = 0
        self._heading = 0
        self._table = -1
        self._row = self._column = -1
        self._in_cell = self._is_header = False
        self._takers: Mapping[str, Callable[[Token], None]] = {
            "inline": self._inline,
            "heading_open": self._open_heading,
            "heading_close": self._close_heading,
            "bullet_list_open": self._open_list,
            "ordered_list_open": self._open_list,
            "bullet_list_close": self._close_list,
            "ordered_list_close": self._close_list,
            "list_item_open": self._open_item,
            "blockquote_open": self._open_quote,
            "blockquote_close": self._close_quote,
            "fence": self._code,
            "code_block": self._code,
            "html_block": self._html,
            "table_open": self._open_table,
            "tr_open": self._open_row,
            "th_open": self._open_cell,
            "td_open": self._open_cell,
        }

    def take(self, token: Token) -> None:
        taker = self._takers.get(token.type)
        if taker:
            taker(token)

    def _inline(self, token: Token) -> None:
        if self._in_cell:
            self._cell(token)
            return
        for line in lines_of(token.children or [], self._notes):
            for stretch in line:
                self._write(stretch)
            self._end(self._block())

    def _write(self, stretch: Stretch) -> None:
        if stretch.picture is not None:
            self.page.picture(stretch.picture)
        self.page.write(stretch.words, stretch.look)
        for name in stretch.marks if self.story is Story.MAIN else ():
            self.marks.setdefault(name, self.page.position)

    def _block(self) -> Block:
        if self._heading:
            return Block(BlockKind.HEADING, _NOWHERE, self.story, level=self._heading)
        return Block(BlockKind.QUOTE if self._quotes else BlockKind.PARAGRAPH, _NOWHERE, self.story)

    def _end(self, block: Block) -> None:
        """End the block; the first one of a list item takes its label."""
        if not self._lists or not self._lists[-1].label:
            self.page.end(block)
            return
        inner = self._lists[-1]
        kind = BlockKind.LIST_ITEM if block.kind is not BlockKind.HEADING else BlockKind.HEADING
        level = block.level if kind is BlockKind.HEADING else len(self._lists) - 1
        block = replace(block, kind=kind, level=level, label=inner.label, list_id=inner.id, ordered=inner.ordered)
        if self.page.end(block):
            inner.label = ""

    def _open_heading(self, token: Token) -> None:
        self._heading = int(token.tag[1:])

    def _close_heading(self, _token: Token) -> None:
        self._heading = 0

    def _open_list(self, token: Token) -> None:
        self._list_count += 1
        ordered = token.type.startswith("ordered")
        start = int(token.attrs.get("start", 1)) if ordered else 1
        self._lists.append(_List(self._list_count, ordered, start - 1))

    def _close_list(self, _token: Token) -> None:
        self._lists.pop()

    def _open_item(self, token: Token) -> None:
        inner = self._lists[-1]
        inner.number += 1
        depth = sum(1 for one in self._lists if not one.ordered) - 1
        bullet = _BULLETS[min(max(depth, 0), len(_BULLETS) - 1)]
        inner.label = f"{inner.number}{token.markup or '.'}" if inner.ordered else bullet

    def _open_quote(self, _token: Token) -> None:
        self._quotes += 1

    def _close_quote(self, _token: Token) -> None:
        self._quotes -= 1

    def _code(self, token: Token) -> None:
        self.page.write(token.content.rstrip("\n"))
        self.page.end(Block(BlockKind.CODE, _NOWHERE, self.story))

    def _html(self, token: Token) -> None:
        if _STRUCTURED.search(token.content):
            self._page_within(token.content)
            return
        words = _TAGS.sub("", _LINE_TAGS.sub("\n", _COMMENTS.sub("", token.content)))
        for line in html.unescape(words).split("\n"):
            self.page.write(" ".join(line.split(" ")).strip())
            self._end(self._block())

    def _page_within(self, written: str) -> None:
        """Read HTML with tables, lists or hidden parts as a web page."""
        walk = BlockWalk(furniture=True)
        walk.read(parsed_page(written).tokens)
        for aside in walk.page.hidden:
            self.page.hide(aside.words)
        tables, lists = self._table + 1, self._list_count
        for block in walk.page.blocks:
            cell = block.cell and replace(block.cell, table=block.cell.table + tables)
            self._table = max(self._table, cell.table if cell else -1)
            identities = [block.list_id, *(one.list_id for one in block.inner_labels)]
            listed, *within = [one if one is None else one + lists for one in identities]
            self._list_count = max(self._list_count, *(one or 0 for one in (listed, *within)))
            inner = tuple(map(_of_list, block.inner_labels, within))
            self.page.take(walk.page, replace(block, cell=cell, list_id=listed, story=self.story, inner_labels=inner))

    def _open_table(self, _token: Token) -> None:
        self._table += 1
        self._row = -1

    def _open_row(self, _token: Token) -> None:
        self._row += 1
        self._column = -1

    def _open_cell(self, token: Token) -> None:
        self._column += 1
        self._in_cell = True
        self._is_header = token.type == "th_open"

    def _cell(self, token: Token) -> None:
        parts, self._list_count = parts_of(token.children or [], self._list_count)
        start = self.page.position
        labels: list[InnerLabel] = []
        for part in parts:
            if self.page.position > start:
                self.page.write("\n")
            if part.label is not None:
                labels.append(replace(part.label, offset=self.page.position - start))
            stretches = [stretch for line in lines_of(part.tokens, self._notes) for stretch in line]
            for stretch in trimmed(stretches) if len(parts) > 1 else stretches:
                self._write(stretch)
        cell = Cell(self._table, self._row, self._column, header=self._is_header)
        self.page.end(labelled_cell(Block(BlockKind.CELL, _NOWHERE, self.story, cell=cell), labels))
        self._in_cell = False
