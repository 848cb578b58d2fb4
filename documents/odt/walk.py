"""One walk through an OpenDocument text: words in order, blocks, runs, labels, notes; no recursion."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from documents.markdown.page import Page
from documents.model import Block, BlockKind, Cell, Run, Span, Story, Warning  # noqa: A004
from documents.normalise import normalise
from documents.odt.names import attribute, name_of, whole_number
from documents.odt.numbering import Counter, ListStyles, Painted
from documents.odt.styles import PLAIN, Styles

__all__ = ["Walk", "walk"]

_NOWHERE = Span(0, 0)
_UNREAD = frozenset(
    {
        *("text:tracked-changes", "office:annotation", "office:annotation-end", "text:note-citation", "text:ruby-text"),
        *("text:sequence-decls", "text:variable-decls", "text:user-field-decls", "office:forms", "text:number"),
        *("text:table-of-content-source", "text:alphabetical-index-source", "svg:title", "svg:desc", "dc:creator"),
        *("text:illustration-index-source", "text:table-index-source", "text:bibliography-source", "office:scripts"),
        *("draw:object", "draw:object-ole", "draw:plugin", "table:covered-table-cell", "text:hidden-text"),
    }
)
_MOST_REPEATED = 1_000
_DEEPEST_HEADING = 9
_SPACE = re.compile("[ \t\n\r]+")
_MOST_BOXES = 20
PICTURE = "\ufffc"


@dataclass(slots=True)
class _List:
    """An open list; `waiting`: the item at hand has not painted its label yet."""

    id: int
    style: str
    counter: Counter
    start: str = ""
    waiting: bool = False


@dataclass(slots=True)
class _Table:
    """An open table. `cell` is the one at hand, `has_lines` whether it holds words already."""

    number: int
    row: int = -1
    column: int = 0
    header: bool = False
    cell: Block | None = None
    has_lines: bool = False


@dataclass(frozen=True, slots=True)
class Walk:
    """What was read."""

    text: str
    blocks: tuple[Block, ...]
    runs: tuple[Run, ...]
    warnings: tuple[Warning, ...] = field(default=())


def walk(body: etree._Element, styles: etree._Element | None) -> Walk:
    """Read the body, then footnotes, endnotes, headers and footers, each distinct one once."""
    roots = [root for root in (body.getroottree().getroot(), styles) if root is not None]
    walker = _Walker(roots)
    walker.read(body, Story.MAIN)
    walker.read_notes()
    for story, kind in ((Story.HEADER, "header"), (Story.FOOTER, "footer")):
        walker.read_margins(roots, kind, story)
    return walker.walk()


class _Walker:
    def __init__(self, roots: list[etree._Element]) -> None:
        self._page = Page()
        self._styles = Styles(roots)
        self._list_styles = ListStyles(roots)
        self._headings = Counter(self._list_styles)
        self._counters: dict[str, Counter] = {}
        self._story = Story.MAIN
        self._looks = [PLAIN]
        self._block: Block | None = None
        self._after_space = True
        self._owes_line = False
        self._lists: list[_List] = []
        self._list_count = self._table_count = self._depth = 0
        self._tables: list[_Table | None] = []
        self._boxes: list[etree._Element] = []
        self._notes: list[etree._Element] = []
        self._hidden = 0
        self._has_changes = False
        self._enters: Mapping[str, Callable[[etree._Element], bool]] = {
            "text:p": self._open_paragraph,
            "text:h": self._open_paragraph,
            "text:list": self._open_list,
            "text:list-item": self._open_item,
            "text:list-header": self._open_item,
            "text:span": self._open_span,
            "text:a": self._open_span,
            "text:s": self._spaces,
            "text:tab": self._tab,
            "text:line-break": self._line_break,
            "text:note": self._note,
            "text:tracked-changes": self._changes,
            "text:section": self._section,
            "table:table": self._open_table,
            "table:table-header-rows": self._open_header,
            "table:table-row": self._open_row,
            "table:table-cell": self._open_cell,
            "table:covered-table-cell": self._covered_cell,
        }
        self._leaves: Mapping[str, Callable[[], object]] = {
            "text:p": self._close_paragraph,
            "text:h": self._close_paragraph,
            "text:list": self._lists.pop,
            "text:span": self._looks.pop,
            "text:a": self._looks.pop,
            "table:table": self._tables.pop,
            "table:table-header-rows": self._close_header,
            "table:table-cell": self._close_cell,
        }

    def walk(self) -> Walk:
        warnings = [Warning("tracked_changes")] if self._has_changes else []
        if self._hidden:
            warnings.append(Warning("hidden_text", {"count": self._hidden}))
        return Walk(self._page.text, tuple(self._page.blocks), tuple(self._page.runs), tuple(warnings))

    def read(self, root: etree._Element, story: Story) -> None:
        """Write what an element holds, in order."""
        self._story = story
        node: etree._Element | None = root
        while node is not None:
            if (node is root or self._enter(node)) and len(node):
                self._words(node.text)
                node = node[0]
                continue
            node = self._next(node, root)

    def _next(self, node: etree._Element, root: etree._Element) -> etree._Element | None:
        """Close a node that was read, and those it was the last child of; return the one that follows."""
        at: etree._Element | None = node
        while at is not None and at is not root:
            self._words(at.tail)
            following = at.getnext()
            if following is not None:
                return following
            at = at.getparent()
            if at is not None and at is not root:
                self._leave(at)
        return None

    def _enter(self, node: etree._Element) -> bool:
        """Begin a node; whether its children are to be read. One without children is closed at once."""
        name = name_of(node)
        if name.startswith("draw:"):
            return self._drawn(node)
        if not name or name in _UNREAD:
            return self._enters[name](node) if name in self._enters else False
        enter = self._enters.get(name)
        if enter is not None and not enter(node):
            return False
        if len(node):
            return True
        self._words(node.text)
        self._leave(node)
        return False

    def _leave(self, node: etree._Element) -> None:
        leave = self._leaves.get(name_of(node))
        if leave:
            leave()

    def _words(self, words: str | None) -> None:
        if not words or self._block is None:
            return
        collapsed = _SPACE.sub(" ", normalise(words))
        if self._after_space:
            collapsed = collapsed.lstrip(" ")
        if collapsed:
            self._after_space = collapsed.endswith(" ")
            self._write(collapsed)

    def _write(self, words: str) -> None:
        if self._block is None:
            return
        if self._owes_line:
            self._page.write("\n")
            self._owes_line = False
        table = self._table
        if table is not None:
            table.has_lines = True
        look = self._looks[-1]
        self._page.write(words.replace("\u00ad", ""), None if look == PLAIN else look)

    @property
    def _table(self) -> _Table | None:
        """The table whose cell is at hand; one inside a cell does not count."""
        return next((one for one in reversed(self._tables) if one is not None and one.cell is not None), None)

    def _open_paragraph(self, node: etree._Element) -> bool:
        name = attribute(node, "text:style-name")
        style = self._styles.whole("paragraph", name)
        if style.hidden:
            self._hide(node)
            return False
        level = whole_number(attribute(node, "text:outline-level"), 1) if name_of(node) == "text:h" else 0
        self._block = self._labelled(node, name, min(level, _DEEPEST_HEADING))
        self._after_space = True
        self._looks.append(PLAIN if level else self._styles.look(name, PLAIN, "paragraph"))
        table = self._table
        self._owes_line = table is not None and table.has_lines
        if table is not None and table.cell is not None and not table.has_lines and self._block.label:
            table.cell = replace(
                table.cell, label=self._block.label, list_id=self._block.list_id, ordered=self._block.ordered
            )
        return True

    def _labelled(self, node: etree._Element, name: str, level: int) -> Block:
        kind = BlockKind.HEADING if level else BlockKind.PARAGRAPH
        if not level and self._styles.is_title(name):
            kind = BlockKind.TITLE
        block = Block(kind, _NOWHERE, self._story, level=level)
        style = self._styles.whole("paragraph", name)
        inner = self._lists[-1] if self._lists else None
        if inner is not None and inner.waiting:
            inner.waiting = False
            painted = inner.counter.count(inner.style or style.lists or "", len(self._lists), inner.start)
            return self._with_label(block, painted, inner.id)
        if level and inner is None and style.lists != "" and not attribute(node, "text:is-list-header"):
            painted = self._headings.count(style.lists or "", level, attribute(node, "text:start-value"))
            return self._with_label(block, painted, 0)
        return block

    def _with_label(self, block: Block, painted: Painted | None, list_id: int) -> Block:
        if painted is None or not painted.text:
            return block
        block = replace(block, label=painted.text, list_id=list_id, ordered=painted.ordered)
        if block.kind is not BlockKind.PARAGRAPH:
            return block
        return replace(block, kind=BlockKind.LIST_ITEM, level=len(self._lists) - 1)

    def _close_paragraph(self) -> None:
        self._looks.pop()
        block, self._block = self._block, None
        self._owes_line = False
        if self._table is None and block is not None:
            self._page.end(block)
            self._read_boxes()

    def _read_boxes(self) -> None:
        """Write the text boxes of the paragraph just closed; boxes within boxes only so deep."""
        boxes, self._boxes = self._boxes, []
        story, lists = self._story, self._lists[:]
        self._depth += 1
        for box in boxes if self._depth < _MOST_BOXES else ():
            self._lists.clear()
            self.read(box, Story.TEXT_BOX if story is Story.MAIN else story)
        self._depth -= 1
        self._story = story
        self._lists[:] = lists

    def _open_span(self, node: etree._Element) -> bool:
        style = attribute(node, "text:style-name")
        if self._styles.whole("text", style).hidden:
            self._hide(node)
            return False
        look = self._styles.look(style, self._looks[-1])
        link = attribute(node, "xlink:href") if name_of(node) == "text:a" else ""
        self._looks.append(replace(look, link=link) if link else look)
        return True

    def _hide(self, node: etree._Element) -> None:
        self._hidden += len("".join("".join(str(one) for one in node.itertext()).split()))

    def _spaces(self, node: etree._Element) -> bool:
        self._write(" " * min(whole_number(attribute(node, "text:c"), 1), _MOST_REPEATED))
        self._after_space = False
        return False

    def _tab(self, _node: etree._Element) -> bool:
        self._write("\t")
        self._after_space = False
        return False

    def _line_break(self, _node: etree._Element) -> bool:
        self._write("\n")
        self._after_space = True
        return False

    def _note(self, node: etree._Element) -> bool:
        self._notes.append(node)
        return False

    def _changes(self, node: etree._Element) -> bool:
        self._has_changes = self._has_changes or len(node) > 0
        return False

    def _section(self, node: etree._Element) -> bool:
        if attribute(node, "text:display") != "none":
            return True
        self._hide(node)
        return False

    def _drawn(self, node: etree._Element) -> bool:
        """A box with words is read after the paragraph; a picture is one character."""
        if next(node.iter("{*}p", "{*}h"), None) is not None:
            self._boxes.append(node)
            if self._block is None and self._table is None:
                self._read_boxes()
        elif next(node.iter("{*}image"), None) is not None:
            self._write(PICTURE)
        return False

    def _open_list(self, node: etree._Element) -> bool:
        around = self._lists[-1] if self._lists else None
        style = attribute(node, "text:style-name") or (around.style if around else "")
        if around is not None:
            counter = around.counter
            if not around.waiting and attribute(node, "text:continue-numbering") != "true":
                counter.restart(len(self._lists) + 1)
        else:
            counter = self._counter(node, style)
        if around is None:
            self._list_count += 1
        self._lists.append(_List(self._list_count, style, counter))
        if identity := attribute(node, "xml:id"):
            self._counters[identity] = counter
        self._counters[f"style {style}"] = counter
        return True

    def _counter(self, node: etree._Element, style: str) -> Counter:
        """Return the counter of the list this one goes on from, else a new one."""
        wanted = attribute(node, "text:continue-list")
        if not wanted and attribute(node, "text:continue-numbering") == "true":
            wanted = f"style {style}"
        return self._counters.get(wanted) or Counter(self._list_styles)

    def _open_item(self, node: etree._Element) -> bool:
        if self._lists:
            self._lists[-1].waiting = name_of(node) == "text:list-item"
            self._lists[-1].start = attribute(node, "text:start-value")
        return True

    def _open_table(self, _node: etree._Element) -> bool:
        if self._table is not None:
            self._tables.append(None)
        else:
            self._tables.append(_Table(self._table_count))
            self._table_count += 1
        return True

    def _open_header(self, _node: etree._Element) -> bool:
        if self._tables and self._tables[-1] is not None:
            self._tables[-1].header = True
        return True

    def _close_header(self) -> None:
        if self._tables and self._tables[-1] is not None:
            self._tables[-1].header = False

    def _open_row(self, _node: etree._Element) -> bool:
        if self._tables and self._tables[-1] is not None:
            self._tables[-1].row += 1
            self._tables[-1].column = 0
        return True

    def _open_cell(self, node: etree._Element) -> bool:
        table = self._tables[-1] if self._tables else None
        if table is not None:
            columns = min(whole_number(attribute(node, "table:number-columns-spanned"), 1), _MOST_REPEATED)
            rows = whole_number(attribute(node, "table:number-rows-spanned"), 1)
            cell = Cell(table.number, max(table.row, 0), table.column, max(rows, 1), max(columns, 1), table.header)
            table.cell = Block(BlockKind.CELL, _NOWHERE, self._story, cell=cell)
            table.has_lines = False
            table.column += min(whole_number(attribute(node, "table:number-columns-repeated"), 1), _MOST_REPEATED)
        return True

    def _covered_cell(self, node: etree._Element) -> bool:
        if self._tables and self._tables[-1] is not None:
            repeated = whole_number(attribute(node, "table:number-columns-repeated"), 1)
            self._tables[-1].column += min(repeated, _MOST_REPEATED)
        return False

    def _close_cell(self) -> None:
        table = self._tables[-1] if self._tables else None
        if table is not None and table.cell is not None:
            self._page.end(table.cell)
            table.cell = None

    def read_notes(self) -> None:
        """Write the notes found in the body: footnotes first, then endnotes."""
        notes, self._notes = self._notes, []
        for story, kind in ((Story.FOOTNOTE, "footnote"), (Story.ENDNOTE, "endnote")):
            for note in notes:
                if attribute(note, "text:note-class", "footnote") == kind:
                    self.read(note, story)

    def read_margins(self, roots: list[etree._Element], kind: str, story: Story) -> None:
        """Write headers or footers, each distinct one once."""
        seen = set()
        for root in roots:
            for element in root.iter(*(f"{{*}}{kind}{which}" for which in ("", "-left", "-first"))):
                words = "".join(str(one) for one in element.itertext()).strip()
                if name_of(element).startswith("style:") and words and words not in seen:
                    seen.add(words)
                    self.read(element, story)
