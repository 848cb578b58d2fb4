"""Our own sections as blocks for a template. The one place here that knows how the memo lays them out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from lxml import etree

from export.memo.document import section
from export.memo.layout import Layout, Plan, layout_of
from export.memo.looks import Page
from export.memo.styles import styles_part
from export.report import Report
from export.templating.blocks import Blocks
from export.word.names import w

__all__ = ["blocks_of"]

_BLOCK: Final = "_block"
_ROOM: Final = 1.2
"""How much wider labels may run in a house's letters than in ours."""


def blocks_of(report: Report, product: str, names: Iterable[str]) -> Blocks:
    """Return the blocks of a report, in the words of a product ("memo" or "gap").

    `names` are the blocks that will be asked for: what one of them tells, another only refers to.
    """
    told = tuple(name.removesuffix(_BLOCK) for name in names)
    layout = layout_of(report, Plan(product, sections=told or ("table",)))

    def build(name: str, width: int) -> Sequence[etree._Element]:
        wide = _as_wide(layout, width)
        return _without_heading(section(wide, name.removesuffix(_BLOCK)))

    return Blocks(build, lambda width: styles_part(_as_wide(layout, width).look), str(layout.look.measures["ink"]))


def _as_wide(layout: Layout, width: int) -> Layout:
    """Return the layout for a text of `width`, upright and turned alike: a template's pages are its own."""
    page = layout.portrait
    page = Page(width + page.left + page.right, page.height, page.top, page.right, page.bottom, page.left)
    label = int(int(layout.look.measures["label_width"]) * _ROOM)
    measures = {**layout.look.measures, "label_width": label}
    return replace(layout, look=replace(layout.look, portrait=page, landscape=page, measures=measures))


def _without_heading(block: Sequence[etree._Element]) -> Sequence[etree._Element]:
    """Return a section without its own heading: a template has headings of its own."""
    if not block:
        return block
    style = block[0].find(f"{w('pPr')}/{w('pStyle')}")
    return block[1:] if style is not None and style.get(w("val")) == "Heading1" else block
