"""A page of a report in the HTML that Qt's documents understand, cut into parts that are each set at once."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import inf
from typing import Any, Final

from export.memo.looks import FILLS
from export.memo.markup import clean
from export.pages.blocks import (
    Bar,
    Block,
    Cell,
    Facts,
    Heading,
    Items,
    Line,
    Look,
    Mark,
    Paragraph,
    Quote,
    Table,
    Text,
)
from export.pages.page import Page
from ui.paged.measures import units

__all__ = ["parts_of"]

_PART: Final = 20_000
"""Characters of HTML after which a new part, and with it a new sheet, begins at the next heading."""
_AT_LAST: Final = 2.0
"""How many parts' length stands on after each other before a sheet begins with any paragraph there is."""
_NEVER: Final = inf
_ROWS: Final = 40
"""Rows of a table that stand in one part: a longer table goes on under the same heads on the next sheet."""
_GAPS: Final = re.compile(r"  +")
_EDGE: Final = "#B9C1CC"
_MARKS: Final[Mapping[Mark, str]] = {
    Mark.STRONG: "font-weight:600",
    Mark.QUOTED: "background-color:#FFF3BF; text-decoration:underline",
    Mark.CONTEXT: "color:#4B5563",
    Mark.VERIFY: "font-weight:600; background-color:#FFE3E3; color:#7A0000",
    Mark.TAKEN_OUT: "color:#9B1C1C; text-decoration:line-through",
    Mark.PUT_IN: "color:#14532D; text-decoration:underline",
}
_HEADS: Final = (Look.FACTS, Look.SOURCE)
"""Paragraphs that stay with what follows: as captions, they are headings of the least ranks to Qt."""


def parts_of(page: Page) -> list[str]:
    """Return the page as HTML, in parts of which each begins on a sheet of its own."""
    parts: list[list[str]] = [[]]
    length = 0
    for piece, ease in _pieces(page):
        if length > _PART * ease:
            parts.append([])
            length = 0
        parts[-1].append(piece)
        length += len(piece)
    return ["".join(part) for part in parts]


def _pieces(page: Page) -> Iterator[tuple[str, float]]:
    """Yield the page piece by piece, and how many parts' length must stand before it if a sheet is to begin with it."""
    yield _top(page), _NEVER
    for section in page.sections:
        yield f"<h2>{_said(section.title)}</h2>", 1
        under = True
        for block in section.blocks:
            for piece in _cut(block):
                good = isinstance(block, (Heading, Table)) and not under
                yield piece, 1 if good else _NEVER if under and not isinstance(block, Heading) else _AT_LAST
                under = isinstance(block, Heading)


def _cut(block: Block) -> Iterator[str]:
    if isinstance(block, Table) and len(block.rows) > _ROWS:
        for at in range(0, len(block.rows), _ROWS):
            yield _table(block, block.rows[at : at + _ROWS])
    else:
        yield _MAKERS[type(block)](block)


def _top(page: Page) -> str:
    firm = f'<p class="firm">{_said(page.firm)}</p>' if page.firm else ""
    return f"{firm}<h1>{_said(page.title)}</h1>{_facts(page.heading)}"


def _said(text: str) -> str:
    """Return words that are only words, whatever they look like."""
    kept = _GAPS.sub(lambda found: "\u00a0" * len(found[0]), html.escape(clean(text)))
    return kept.replace("\n", "<br>")


def _line(line: Line) -> str:
    return "".join(map(_text, line))


def _text(text: Text) -> str:
    words = _said(text.words)
    if text.rates:
        fill, ink = FILLS[text.rates]
        return f'<span style="background-color:#{fill}; color:#{ink}; font-weight:600">\u00a0{words}\u00a0</span>'
    return f'<span style="{_MARKS[text.mark]}">{words}</span>' if text.mark in _MARKS else words


def _heading(heading: Heading) -> str:
    return f"<h{heading.level}>{_line(heading.words)}</h{heading.level}>"


def _paragraph(paragraph: Paragraph) -> str:
    words = _line(paragraph.words)
    if paragraph.look in _HEADS:
        return f"<h5>{words}</h5>"
    if paragraph.look is Look.WORDING:
        return _boxed([f'<p class="wording">{words}</p>'], "#F1F8F2", "#2E7D32")
    return f'<p class="{"small" if paragraph.look is Look.NOTE else "body"}">{words}</p>'


def _quote(quote: Quote) -> str:
    return _boxed([f'<p class="cell">{_line(line)}</p>' for line in quote.lines], "#F7F8FA", "#8795A8")


def _boxed(lines: Iterable[str], fill: str, bar: str) -> str:
    """Return paragraphs set off by a bar at their left."""
    return (
        f'<table width="100%" cellspacing="0" cellpadding="{units(4)}"><tr>'
        f'<td width="1%" bgcolor="{bar}" style="padding-left:0; padding-right:{units(2)}px"></td>'
        f'<td width="99%" bgcolor="{fill}">{"".join(lines)}</td></tr></table><p class="gap"></p>'
    )


def _facts(facts: Facts) -> str:
    rows = (
        f'<tr><td width="22%"><p class="fact">{_said(name)}</p></td><td width="78%">'
        + "".join(f'<p class="cell">{_line(line)}</p>' for line in lines)
        + "</td></tr>"
        for name, lines in facts.rows
    )
    look = f' style="border-collapse:collapse; border-color:{_EDGE}; border-style:solid"'
    edge = ' border="1"' if facts.look != "signature" else f' border="0" cellpadding="{units(6)}"'
    return (
        f'<table width="100%" cellspacing="0" cellpadding="{units(3)}"{edge}{look}>'
        f'{"".join(rows)}</table><p class="gap"></p>'
    )


def _items(items: Items) -> str:
    return "".join(f'<p class="item">{order}. {_line(line)}</p>' for order, line in enumerate(items.lines, start=1))


def _table(table: Table, rows: Sequence[tuple[Cell, ...]] | None = None) -> str:
    widths = list(table.widths) or [100 // max(len(table.heads), 1)] * len(table.heads)
    heads = "".join(
        f'<th width="{width}%" bgcolor="#E7EBF1"><p class="head">{_said(head)}</p></th>'
        for head, width in zip(table.heads, widths, strict=True)
    )
    told = "".join("<tr>" + "".join(map(_cell, row)) + "</tr>" for row in (table.rows if rows is None else rows))
    return (
        f"<h6>{_said(table.caption)}</h6>"
        f'<table width="100%" cellspacing="0" cellpadding="{units(3)}" border="1"'
        f' style="border-collapse:collapse; border-color:{_EDGE}; border-style:solid">'
        f'<thead><tr>{heads}</tr></thead>{told}</table><p class="gap"></p>'
    )


def _cell(cell: Cell) -> str:
    fill, ink = FILLS[cell.rates] if cell.rates else ("", "")
    ground = f' bgcolor="#{fill}"' if fill else ""
    colour = f' style="color:#{ink}"' if ink else ""
    lines = "".join(f'<p class="cell"{colour}>{_line(line)}</p>' for line in cell.lines)
    return f"<td{ground}>{lines}</td>"


def _bar(bar: Bar) -> str:
    """Return the bar as a row whose cells are as wide as what they count."""
    total = max(sum(number for _severity, number in bar.parts), 1)
    cells = "".join(
        f'<td width="{max(round(100 * number / total), 6)}%" bgcolor="#{FILLS[severity][0]}" align="center">'
        f'<p class="cell" align="center" style="color:#{FILLS[severity][1]}; font-weight:600">{number}</p></td>'
        for severity, number in bar.parts
    )
    return (
        f'<table width="100%" cellspacing="0" cellpadding="{units(4)}"><tr>{cells}</tr></table>'
        f'<p class="small">{_said(bar.legend)}</p>'
    )


_MAKERS: Final[Mapping[type, Callable[[Any], str]]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Quote: _quote,
    Facts: _facts,
    Items: _items,
    Table: _table,
    Bar: _bar,
}
