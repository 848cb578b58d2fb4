"""HTML -> our blocks: one walk over the tree as a browser builds it, without recursion."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from documents.markdown.page import Page
from documents.markup.furniture import is_furniture, suspect
from documents.markup.lists import OpenList
from documents.markup.measure import Scales
from documents.markup.paragraphs import is_numbered, paragraphs_of, seen_lines, words_of
from documents.markup.spaces import PLAIN, Flow, Line, WhiteSpace
from documents.markup.tables import OpenTable, holds_the_page
from documents.markup.tags import (
    UNREAD,
    Attributes,
    heading_level,
    is_box,
    is_hidden,
    look_within,
    styles_of,
    white_space_within,
)
from documents.model import Block, BlockKind, Cell, Run, Span

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

__all__ = ["BlockWalk"]

PICTURE = "\ufffc"
_NOWHERE = Span(0, 0)
_STEPS_A_NODE = 4
_LEAST_STEPS = 100_000
_LISTS = frozenset({"ol", "ul", "menu", "dir"})
_TINY = {"0", "1", "2"}
_SUSPECTS = frozenset(
    {"nav", "search", "header", "footer", "aside", "dialog"}
)  # those that may be so without attributes
_WHOLE_PAGE = frozenset({"html", "body", "main"})


_Opener = Callable[["LexborNode", Attributes, Mapping[str, str]], Callable[[], object] | None]


class _Frame(NamedTuple):
    """What holds inside an open element; `after` is done when it closes."""

    box: bool = True
    look: Run = PLAIN
    white_space: WhiteSpace = WhiteSpace.NORMAL
    heading: int = 0
    quoted: bool = False
    code: bool = False
    after: Callable[[], object] | None = None


class BlockWalk:
    """Writes the words of one tree after the other to `page`; counts the letters it left out.

    `furniture` and `hidden` say whether to keep menus and hidden parts; `letters_left_out` and `letters_hidden` count
    those not kept. `tops` are the words of the top headings.
    """

    def __init__(self, *, furniture: bool = False, hidden: bool = False) -> None:
        self.page = Page()
        self.letters_left_out = self.letters_hidden = 0
        self.tops: list[str] = []
        self._keeps = (furniture, hidden)
        self._flow = Flow()
        self._frames = [_Frame()]
        self._looks: dict[tuple[str, int], tuple[Run, Run]] = {}
        self._lists: list[OpenList] = []
        self._list_count = 0
        self._tables: list[OpenTable | None] = []
        self._table_count = 0
        self._cell: Cell | None = None
        self._cell_label: OpenList | None = None
        self._scales = Scales(_LEAST_STEPS)
        self._root: LexborNode | None = None
        self._letters_of_page = -1
        self._openers: Mapping[str, _Opener] = {
            **dict.fromkeys(_LISTS, self._open_list),
            "li": self._open_item,
            "table": self._open_table,
            "tr": self._open_row,
            "td": self._open_cell,
            "th": self._open_cell,
            "q": self._open_quotation,
        }

    def read(self, root: LexborNode, *, size: int) -> None:
        """Write the words of a tree; `size` is about how many nodes it has."""
        self._scales = Scales(max(_LEAST_STEPS, size * _STEPS_A_NODE))
        self._root, self._letters_of_page = root, -1
        node: LexborNode | None = root
        depth = 0
        while node is not None:
            child = None
            if self._enter(node):
                child = node.first_child
                if child is None:
                    self._leave()
            if child is not None:
                node, depth = child, depth + 1
                continue
            while node is not None and depth and node.next is None:
                node, depth = node.parent, depth - 1
                self._leave()
            node = node.next if node is not None and depth else None
        self._boundary()

    def _enter(self, node: LexborNode) -> bool:
        """Take in one node; whether to go on inside it."""
        frame = self._frames[-1]
        if node.is_text_node:
            self._flow.add(node.text_content or "", frame.look, frame.white_space)
            return False
        tag = node.tag or ""
        if not node.is_element_node or tag in UNREAD:
            return False
        if tag == "br":
            self._flow.break_line()
            return False
        attributes = node.attributes
        styles = styles_of(attributes)
        box = is_box(tag, styles)
        if box:
            self._boundary()
        if (attributes or tag in _SUSPECTS) and self._is_left_out(node, tag, attributes, styles):
            return False
        if tag == "img":
            self._picture(attributes)
            return False
        self._open(node, (tag, attributes, styles), box=box)
        return True

    def _open(self, node: LexborNode, element: tuple[str, Attributes, Mapping[str, str]], *, box: bool) -> None:
        tag, attributes, styles = element
        around = self._frames[-1]
        opener = self._openers.get(tag)
        self._frames.append(
            _Frame(
                box,
                self._look(tag, attributes, styles),
                white_space_within(tag, styles, around.white_space),
                heading_level(tag, attributes) or around.heading,
                around.quoted or tag == "blockquote",
                around.code or (tag == "pre" and _is_code(node)),
                opener(node, attributes, styles) if opener else None,
            )
        )

    def _look(self, tag: str, attributes: Attributes, styles: Mapping[str, str]) -> Run:
        """Return how words inside the element are set; the same marks within the same words are worked out once."""
        around = self._frames[-1].look
        if styles or tag == "a":
            return look_within(tag, attributes, styles, around)
        key = (tag, id(around))
        known = self._looks.get(key)
        if known is None:
            known = self._looks[key] = (around, look_within(tag, attributes, styles, around))
        return known[1]

    def _leave(self) -> None:
        if self._frames[-1].box:
            self._boundary()
        frame = self._frames.pop()
        if frame.after:
            frame.after()

    def _is_left_out(self, node: LexborNode, tag: str, attributes: Attributes, styles: Mapping[str, str]) -> bool:
        keeps_furniture, keeps_hidden = self._keeps
        if not keeps_hidden and tag not in _WHOLE_PAGE and is_hidden(tag, attributes, styles):
            measure = self._scales.weigh(node)
            self.letters_hidden += measure.letters if measure else 0
            return measure is not None
        kind = None if keeps_furniture else suspect(tag, attributes)
        measure = self._scales.weigh(node) if kind else None
        if kind is None or measure is None or not is_furniture(kind, measure, self._page_letters()):
            return False
        self.letters_left_out += measure.letters
        return True

    def _page_letters(self) -> int:
        """Return how many letters the page has, its furniture with it."""
        if self._letters_of_page < 0:
            whole = self._scales.weigh(self._root) if self._root else None
            self._letters_of_page = whole.letters if whole else 0
        return self._letters_of_page

    def _picture(self, attributes: Attributes) -> None:
        """Write a sign for a picture unless it only adorns the page."""
        tiny = attributes.get("width") in _TINY or attributes.get("height") in _TINY
        if not tiny and attributes.get("alt") != "" and attributes.get("src"):
            self._flow.sign(PICTURE, self._frames[-1].look)

    def _open_quotation(
        self, _node: LexborNode, _attributes: Attributes, _styles: Mapping[str, str]
    ) -> Callable[[], None]:
        look = self._frames[-1].look
        self._flow.add("“", look)
        return lambda: self._flow.add("”", look)

    def _open_list(self, node: LexborNode, attributes: Attributes, styles: Mapping[str, str]) -> Callable[[], object]:
        self._list_count += 1
        tag = node.tag or ""
        items = _count_items(node) if "reversed" in attributes else 0
        self._lists.append(
            OpenList.begin(tag, attributes, styles, around=self._lists, id=self._list_count, items=items)
        )
        return self._lists.pop

    def _open_item(
        self, node: LexborNode, attributes: Attributes, styles: Mapping[str, str]
    ) -> Callable[[], object] | None:
        after = None
        if not self._lists:  # a browser paints a bullet before an item without a list
            after = self._open_list(node, {}, {})
        self._lists[-1].item(attributes, styles)
        return after

    def _open_table(self, node: LexborNode, attributes: Attributes, _styles: Mapping[str, str]) -> Callable[[], object]:
        if self._cell is not None or holds_the_page(node, attributes):
            self._tables.append(None)
        else:
            self._tables.append(OpenTable(self._table_count))
            self._table_count += 1
        return self._tables.pop

    def _open_row(self, _node: LexborNode, _attributes: Attributes, _styles: Mapping[str, str]) -> None:
        if self._tables and self._tables[-1] is not None:
            self._tables[-1].row()

    def _open_cell(
        self, node: LexborNode, attributes: Attributes, _styles: Mapping[str, str]
    ) -> Callable[[], None] | None:
        table = self._tables[-1] if self._tables else None
        if table is None:
            return None
        self._cell = table.cell(attributes, header=node.tag == "th")
        self._cell_label = None
        return self._end_cell

    def _end_cell(self) -> None:
        for index, line in enumerate(seen_lines(self._flow.take())):
            self._write(line, first=index == 0)
        listed = self._cell_label
        block = Block(BlockKind.CELL, _NOWHERE, cell=self._cell)
        if listed is not None:
            block = replace(block, label=listed.label, list_id=listed.id, ordered=listed.ordered)
        self.page.end(block)
        self._cell = self._cell_label = None

    def _boundary(self) -> None:
        """End the block at hand; inside a cell, the line."""
        if self._cell is not None:
            if self._lists and self._lists[-1].label and self._flow.is_empty:
                self._cell_label = replace(self._lists[-1])
            self._flow.new_line()
            return
        if self._flow.is_empty:
            self._flow.forget_space()
            return
        frame = self._frames[-1]
        lines = self._flow.take()
        for group in [lines] if frame.code else [seen_lines(lines)] if frame.heading else paragraphs_of(lines):
            self._block(frame, group)

    def _block(self, frame: _Frame, lines: Sequence[Line]) -> None:
        for index, line in enumerate(lines):
            self._write(line, first=index == 0)
        words = words_of(lines[0]) if lines else ""
        block = self._labelled(_plain_block(frame), words)
        if self.page.end(block) and frame.heading == 1:
            self._add_top(" ".join(words_of(line) for line in lines))

    def _add_top(self, words: str) -> None:
        if any(letter.isalnum() for letter in words):
            self.tops.append(words)

    def _write(self, line: Line, *, first: bool) -> None:
        if not first:
            self.page.write("\n")
        for stretch in line:
            self.page.write(stretch.words, stretch.look)

    def _labelled(self, block: Block, words: str) -> Block:
        """Give the first block of an item its label, unless a number is typed: then the page hides its own."""
        inner = self._lists[-1] if self._lists else None
        if inner is None or not inner.label or not words.strip():
            return block
        label, inner.label = inner.label, ""
        if is_numbered(words):
            return block
        if block.kind is BlockKind.HEADING:
            return replace(block, label=label, list_id=inner.id, ordered=inner.ordered)
        return Block(
            BlockKind.LIST_ITEM, _NOWHERE, level=inner.level, label=label, list_id=inner.id, ordered=inner.ordered
        )


def _plain_block(frame: _Frame) -> Block:
    if frame.heading:
        return Block(BlockKind.HEADING, _NOWHERE, level=frame.heading)
    if frame.code:
        return Block(BlockKind.CODE, _NOWHERE)
    return Block(BlockKind.QUOTE if frame.quoted else BlockKind.PARAGRAPH, _NOWHERE)


def _is_code(node: LexborNode) -> bool:
    child = node.first_child
    while child is not None and child.is_text_node and not (child.text_content or "").strip():
        child = child.next
    return child is not None and child.tag in {"code", "samp", "kbd"}


def _count_items(node: LexborNode) -> int:
    count = 0
    child = node.first_child
    while child is not None:
        count += child.tag == "li"
        child = child.next
    return count
