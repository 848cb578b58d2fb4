"""Lists of an OpenDocument text while they are read, and the labels of their items and of numbered headings."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml import etree

from documents.model import Block, BlockKind
from documents.odt.names import attribute, name_of
from documents.odt.numbering import Counter, ListStyles, Painted

__all__ = ["Lists", "OpenList"]


@dataclass(slots=True)
class OpenList:
    """An open list; `waiting`: the item at hand has not painted its label yet."""

    id: int
    style: str
    counter: Counter
    start: str = ""
    waiting: bool = False


class Lists:
    """The open lists, the innermost last, and the counters that later lists may go on with."""

    def __init__(self, styles: ListStyles) -> None:
        self.open: list[OpenList] = []
        self._styles = styles
        self._headings = Counter(styles)
        self._counters: dict[str, Counter] = {}
        self._count = 0

    def begin(self, node: etree._Element) -> bool:
        """Begin a list."""
        around = self.open[-1] if self.open else None
        style = attribute(node, "text:style-name") or (around.style if around else "")
        if around is not None:
            counter = around.counter
            if not around.waiting and attribute(node, "text:continue-numbering") != "true":
                counter.restart(len(self.open) + 1)
        else:
            counter = self._counter(node, style)
            self._count += 1
        self.open.append(OpenList(self._count, style, counter))
        if identity := attribute(node, "xml:id"):
            self._counters[identity] = counter
        self._counters[f"style {style}"] = counter
        return True

    def end(self) -> None:
        """End the innermost list."""
        self.open.pop()

    def _counter(self, node: etree._Element, style: str) -> Counter:
        """Return the counter of the list this one goes on from, else a new one."""
        wanted = attribute(node, "text:continue-list")
        if not wanted and attribute(node, "text:continue-numbering") == "true":
            wanted = f"style {style}"
        return self._counters.get(wanted) or Counter(self._styles)

    def item(self, node: etree._Element) -> bool:
        """Begin an item, or a header, which has no number."""
        if self.open:
            self.open[-1].waiting = name_of(node) == "text:list-item"
            self.open[-1].start = attribute(node, "text:start-value")
        return True

    def labelled(self, block: Block, node: etree._Element, own_style: str | None) -> Block:
        """Return the block with the label of its item or of its level of headings.

        `own_style` is the list style that the paragraph's style names, None for none, "" where it says there is none.
        """
        inner = self.open[-1] if self.open else None
        if inner is not None and inner.waiting:
            inner.waiting = False
            painted = inner.counter.count(inner.style or own_style or "", len(self.open), inner.start)
            return self._with_label(block, painted, inner.id)
        if block.level and inner is None and own_style != "" and not attribute(node, "text:is-list-header"):
            painted = self._headings.count(own_style or "", block.level, attribute(node, "text:start-value"))
            return self._with_label(block, painted, 0)
        return block

    def _with_label(self, block: Block, painted: Painted | None, list_id: int) -> Block:
        if painted is None or not painted.text:
            return block
        block = replace(block, label=painted.text, list_id=list_id, ordered=painted.ordered)
        if block.kind is not BlockKind.PARAGRAPH:
            return block
        return replace(block, kind=BlockKind.LIST_ITEM, level=len(self.open) - 1)
