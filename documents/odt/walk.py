"""One walk through an OpenDocument text: words in order, blocks, runs, labels, notes; no recursion."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from lxml import etree

from documents.markdown.page import Page
from documents.model import (
    Block,
    BlockKind,
    Hidden,
    NoteMark,
    Picture,
    Revision,
    Run,
    Span,
    Story,
    Warning,  # noqa: A004
)
from documents.normalise import normalise
from documents.odt.changes import Changes
from documents.odt.lists import Lists
from documents.odt.names import attribute, name_of, points, whole_number
from documents.odt.numbering import ListStyles
from documents.odt.styles import PLAIN, Styles
from documents.odt.tables import Tables

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


@dataclass(frozen=True, slots=True)
class Walk:
    """What was read."""

    text: str
    blocks: tuple[Block, ...]
    runs: tuple[Run, ...]
    warnings: tuple[Warning, ...] = ()
    revisions: tuple[Revision, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    pictures: tuple[Picture, ...] = ()
    note_marks: tuple[NoteMark, ...] = ()


def walk(body: etree._Element, styles: etree._Element | None) -> Walk:
    """Read the body, then footnotes, endnotes, headers and footers, each distinct one once."""
    roots = [root for root in (body.getroottree().getroot(), styles) if root is not None]
    walker = _Walker(roots)
    walker.read(body, Story.MAIN)
    walker.read_notes()
    for story, kind in ((Story.HEADER, "header"), (Story.FOOTER, "footer")):
        walker.read_margins(roots, kind, story)
    return walker.walk()


def _picture(frame: etree._Element, image: etree._Element) -> Picture:
    words = next((one.text or "" for kind in ("title", "desc") for one in frame.iter(f"{{*}}{kind}")), "")
    name = " ".join(words.split()) or attribute(frame, "draw:name")
    width, height = (points(attribute(frame, f"svg:{side}")) for side in ("width", "height"))
    return Picture(0, name, width, height, attribute(image, "xlink:href"))


class _Walker:
    def __init__(self, roots: list[etree._Element]) -> None:
        self._page = Page()
        self._styles = Styles(roots)
        self._lists = Lists(ListStyles(roots))
        self._tables = Tables()
        self._changes = Changes()
        self._story = Story.MAIN
        self._looks = [PLAIN]
        self._block: Block | None = None
        self._after_space = True
        self._owes_line = False
        self._depth = 0
        self._boxes: list[etree._Element] = []
        self._notes: list[tuple[etree._Element, int]] = []
        self._note_marks: list[NoteMark] = []
        self._enters: Mapping[str, Callable[[etree._Element], bool]] = {
            "text:p": self._open_paragraph,
            "text:h": self._open_paragraph,
            "text:list": self._lists.begin,
            "text:list-item": self._lists.item,
            "text:list-header": self._lists.item,
            "text:span": self._open_span,
            "text:a": self._open_span,
            "text:s": self._spaces,
            "text:tab": self._tab,
            "text:line-break": self._line_break,
            "text:note": self._note,
            "text:tracked-changes": self._list_changes,
            "text:section": self._section,
            "text:change": self._change,
            "text:change-start": self._change,
            "text:change-end": self._change,
            "table:table": self._tables.open,
            "table:table-header-rows": self._tables.open_header,
            "table:table-row": self._tables.row,
            "table:table-cell": self._open_cell,
            "table:covered-table-cell": self._tables.covered,
        }
        self._leaves: Mapping[str, Callable[[], object]] = {
            "text:p": self._close_paragraph,
            "text:h": self._close_paragraph,
            "text:list": self._lists.end,
            "text:span": self._looks.pop,
            "text:a": self._looks.pop,
            "table:table": self._tables.close,
            "table:table-header-rows": self._tables.close_header,
            "table:table-cell": self._close_cell,
        }

    def walk(self) -> Walk:
        warnings = [Warning("tracked_changes")] if self._changes.are_listed else []
        page = self._page
        if page.hidden:
            count = sum(len("".join(one.words.split())) for one in page.hidden)
            warnings.append(Warning("hidden_text", {"count": count}))
        return Walk(
            page.text,
            tuple(page.blocks),
            tuple(page.runs),
            tuple(warnings),
            tuple(sorted(self._changes.found, key=lambda one: one.span)),
            tuple(page.hidden),
            tuple(page.pictures),
            tuple(self._note_marks),
        )

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
        table = self._tables.at_hand
        if table is not None:
            table.say(self._page.position)
        look = self._looks[-1]
        self._page.write(words.replace("\u00ad", ""), None if look == PLAIN else look)

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
        table = self._tables.at_hand
        self._owes_line = table is not None and table.has_lines
        if table is not None:
            table.begin(self._block, goes_on=bool(self._lists.open))
        return True

    def _labelled(self, node: etree._Element, name: str, level: int) -> Block:
        kind = BlockKind.HEADING if level else BlockKind.PARAGRAPH
        if not level and self._styles.is_title(name):
            kind = BlockKind.TITLE
        own_style = self._styles.whole("paragraph", name).lists
        return self._lists.labelled(Block(kind, _NOWHERE, self._story, level=level), node, own_style)

    def _close_paragraph(self) -> None:
        self._looks.pop()
        block, self._block = self._block, None
        self._owes_line = False
        if self._tables.at_hand is None and block is not None:
            self._page.end(block)
            self._read_boxes()

    def _read_boxes(self) -> None:
        """Write the text boxes of the paragraph just closed; boxes within boxes only so deep."""
        boxes, self._boxes = self._boxes, []
        story, lists = self._story, self._lists.open[:]
        self._depth += 1
        for box in boxes if self._depth < _MOST_BOXES else ():
            self._lists.open.clear()
            self.read(box, Story.TEXT_BOX if story is Story.MAIN else story)
        self._depth -= 1
        self._story = story
        self._lists.open[:] = lists

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
        self._page.hide("".join(str(one) for one in node.itertext()))

    def _change(self, node: etree._Element) -> bool:
        self._changes.mark(node, self._page.position)
        return False

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
        self._notes.append((node, self._page.position))
        return False

    def _list_changes(self, node: etree._Element) -> bool:
        self._changes.listed(node)
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
            if self._block is None and self._tables.at_hand is None:
                self._read_boxes()
        elif (image := next(node.iter("{*}image"), None)) is not None and self._block is not None:
            self._page.picture(_picture(node, image))
            self._write(PICTURE)
        return False

    def _open_cell(self, node: etree._Element) -> bool:
        self._tables.cell(node, self._story, self._page.position)
        return True

    def _close_cell(self) -> None:
        cell = self._tables.take_cell()
        if cell is not None:
            self._page.end(cell)

    def read_notes(self) -> None:
        """Write the notes found in the body: footnotes first, then endnotes."""
        notes, self._notes = self._notes, []
        for story, kind in ((Story.FOOTNOTE, "footnote"), (Story.ENDNOTE, "endnote")):
            for note, place in notes:
                if attribute(note, "text:note-class", "footnote") == kind:
                    start = self._page.position
                    self.read(note, story)
                    if self._page.position > start:
                        self._note_marks.append(NoteMark(place, Span(start, self._page.position - 1)))

    def read_margins(self, roots: list[etree._Element], kind: str, story: Story) -> None:
        """Write headers or footers, each distinct one once."""
        seen = set()
        for root in roots:
            for element in root.iter(*(f"{{*}}{kind}{which}" for which in ("", "-left", "-first"))):
                words = "".join(str(one) for one in element.itertext()).strip()
                if name_of(element).startswith("style:") and words and words not in seen:
                    seen.add(words)
                    self.read(element, story)
