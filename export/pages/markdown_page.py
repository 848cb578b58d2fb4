"""A page as Markdown: CommonMark with the pipe tables that everybody reads. Every word stays a word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from export.memo.markup import clean
from export.pages.blocks import (
    Bar,
    Cell,
    Facts,
    Heading,
    Items,
    Line,
    Look,
    Mark,
    Paragraph,
    Quote,
    Section,
    Table,
    Text,
)
from export.pages.page import Page

__all__ = ["escaped", "markdown_page"]

_SPECIAL: Final = re.compile(r"[\\`*_{}\[\]<>|~&$]")
"""What could mean something anywhere in a line, to CommonMark and to those who added to it."""
_AT_START: Final = re.compile(r"^(#{1,6}(?=\s|$)|[-+=](?=[\s=-]|$)|:)|^(\d{1,9})([.)])(?=\s|$)")
"""What could mean something at the beginning of a line."""
_ADDRESS: Final = re.compile(r"(?i)(https?|ftp)(:)(?=//)|(www)(\.)")
"""What some programs make a link of by themselves."""
_SPACES: Final = re.compile(r"[^\S\u00a0\u3000]+")
_LETTERS: Final = re.compile(r"([\W_]*)(.*[^\W_])([\W_]*)", re.DOTALL)
_MARKS: Final = {Mark.STRONG: "**", Mark.QUOTED: "**"}


def markdown_page(page: Page) -> bytes:
    """Return the file, UTF-8 with line feeds. The same page gives the same bytes."""
    parts = [
        *([escaped(page.firm)] if page.firm else []),
        f"# {escaped(page.title)}",
        _facts(page.heading),
        *(piece for section in page.sections for piece in _section(section)),
        "---",
        escaped(page.confidentiality),
    ]
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def escaped(text: str) -> str:
    """Return words on one line as Markdown that means these words and nothing else."""
    return _begun(_inline(_SPACES.sub(" ", clean(text)).strip()))


def _inline(text: str) -> str:
    """Return words from the middle of a line."""
    told = _SPECIAL.sub(lambda found: "\\" + found[0], text)
    return _ADDRESS.sub(lambda found: f"{found[1] or found[3]}\\{found[2] or found[4]}", told)


def _begun(line: str) -> str:
    """Return a line that begins nothing but itself."""
    return _AT_START.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", line)


def _section(section: Section) -> Iterator[str]:
    yield f"## {escaped(section.title)}"
    yield from (_MAKERS[type(block)](block) for block in section.blocks)


def _line(line: Line) -> str:
    return _begun(_SPACES.sub(" ", "".join(map(_text, line))).strip())


def _text(text: Text) -> str:
    """Return words in their emphasis. It begins and ends at letters, or it would not be taken for one beside hanzi."""
    words = _SPACES.sub(" ", clean(text.words))
    sign = _MARKS.get(text.mark, "")
    found = _LETTERS.fullmatch(words) if sign else None
    if found is None:
        return _inline(words)
    before, inside, after = found.groups()
    return f"{_inline(before)}{sign}{_inline(inside)}{sign}{_inline(after)}"


def _heading(heading: Heading) -> str:
    plain = _line(tuple(Text(piece.words) for piece in heading.words))
    return f"{'#' * heading.level} {plain}"


def _paragraph(paragraph: Paragraph) -> str:
    told = _line(paragraph.words)
    return f"> {told}" if paragraph.look is Look.WORDING and told else told


def _quote(quote: Quote) -> str:
    return "\n>\n".join(f"> {told}" for told in map(_line, quote.lines) if told)


def _facts(facts: Facts) -> str:
    rows = ((escaped(name.rstrip(":：")), " ".join(map(_line, lines))) for name, lines in facts.rows)
    return "\n".join(f"- **{name}** {words}".rstrip() for name, words in rows)


def _items(items: Items) -> str:
    return "\n".join(f"{order}. {_line(line)}" for order, line in enumerate(items.lines, start=1))


def _table(table: Table) -> str:
    heads = _row(escaped(head) for head in table.heads)
    rule = _row("---" for _ in table.heads)
    rows = "\n".join(_row(map(_cell, row)) for row in table.rows)
    return f"{escaped(table.caption)}\n\n{heads}\n{rule}\n{rows}"


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _cell(cell: Cell) -> str:
    return "<br>".join(filter(None, map(_line, cell.lines)))


def _bar(bar: Bar) -> str:
    return escaped(bar.legend)


_MAKERS: Final[Mapping[type, Callable[[Any], str]]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Quote: _quote,
    Facts: _facts,
    Items: _items,
    Table: _table,
    Bar: _bar,
}
