"""Where in a template something stands, in words a person can follow: a .docx knows no page numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from lxml import etree

from export.word.names import w

__all__ = ["Place", "place_of"]

_SHOWN: Final = 48
_HEADING: Final = re.compile(r"(?:heading|标题)\s*\d|title|标题$", re.IGNORECASE)
_LOOK_BACK: Final = 400
_PARTS: Final = {
    "header": ("the header", "页眉"),
    "footer": ("the footer", "页脚"),
    "footnotes": ("a footnote", "脚注"),
    "endnotes": ("an endnote", "尾注"),
    "body": ("the text", "正文"),
}


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph of a template: the part, its words, the table and row it stands in, the words of a heading above."""

    part: str
    words: str = ""
    table: int = 0
    row: int = 0
    box: bool = False
    above: str = ""

    def sentence(self, language: str) -> str:
        """Return the place in English or Chinese."""
        return self._chinese() if language.startswith("zh") else self._english()

    def _english(self) -> str:
        told = f"in {_PARTS[self.part][0]}"
        told += ", in a text box" if self.box else ""
        told += f", table {self.table}, row {self.row}" if self.table else ""
        told += f", below “{self.above}”" if self.above else ""
        return told + (f", at “{self.words}”" if self.words else "")

    def _chinese(self) -> str:
        told = _PARTS[self.part][1]
        told += "文本框内" if self.box else ""
        told += f"第{self.table}个表格第{self.row}行" if self.table else ""
        told += f"“{self.above}”之下" if self.above else ""
        return told + (f"，“{self.words}”处" if self.words else "")


def place_of(paragraph: etree._Element, part: str, text: str) -> Place:
    """Return where a paragraph with these words stands."""
    rows = list(paragraph.iterancestors(w("tr")))
    table, row = _table_and_row(rows[0]) if rows else (0, 0)
    box = next(paragraph.iterancestors(w("txbxContent")), None) is not None
    above = _heading_above(paragraph) if part == "body" else ""
    return Place(part, _short(text), table, row, box, above)


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN else flat[:_SHOWN].rstrip() + "…"


def _table_and_row(row: etree._Element) -> tuple[int, int]:
    """Return which table of its part a row stands in, counted from 1, and which row of the table it is."""
    table = next(row.iterancestors(w("tbl")))
    tables = list(table.getroottree().getroot().iter(w("tbl")))
    return tables.index(table) + 1, list(table.iter(w("tr"))).index(row) + 1


def _heading_above(paragraph: etree._Element) -> str:
    """Return the words of the nearest heading before a paragraph, "" where none is near."""
    outermost = paragraph
    for ancestor in paragraph.iterancestors():
        if ancestor.tag == w("body"):
            break
        outermost = ancestor
    for count, before in enumerate(outermost.itersiblings(w("p"), preceding=True)):
        style = before.find(f"{w('pPr')}/{w('pStyle')}")
        if style is not None and _HEADING.match(style.get(w("val"), "")):
            return _short("".join(piece.text or "" for piece in before.iter(w("t"))))
        if count > _LOOK_BACK:
            break
    return ""
