"""What a page is made of, whatever it is written as: sections of headings, paragraphs, quotations, tables. Values."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from annotations.model import Severity

__all__ = [
    "Bar",
    "Block",
    "Cell",
    "Facts",
    "Heading",
    "Items",
    "Line",
    "Look",
    "Mark",
    "Paragraph",
    "Quote",
    "Section",
    "Table",
    "Text",
    "line",
]


class Mark(StrEnum):
    """How a stretch of words stands out in its line."""

    PLAIN = "plain"
    STRONG = "strong"
    QUOTED = "quoted"
    CONTEXT = "context"
    VERIFY = "verify"
    TAKEN_OUT = "taken out"
    PUT_IN = "put in"


class Look(StrEnum):
    """What a paragraph is."""

    BODY = "body"
    NOTE = "note"
    FACTS = "facts"
    SOURCE = "source"
    FIELD = "field"
    WORDING = "wording"


@dataclass(frozen=True, slots=True)
class Text:
    """Words in a row that are alike: `to` is the name of the place they lead to, `rates` the severity they name."""

    words: str
    mark: Mark = Mark.PLAIN
    to: str = ""
    rates: Severity | None = None


Line = tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; the section's own is of level two."""

    level: int
    words: Line
    name: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    words: Line
    look: Look = Look.BODY


@dataclass(frozen=True, slots=True)
class Quote:
    """Paragraphs that are the policy's own words; `language` is theirs, "" for that of the page."""

    lines: tuple[Line, ...]
    language: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Names with what each stands for; lines to sign on are facts too."""

    rows: tuple[tuple[str, tuple[Line, ...]], ...]
    look: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A numbered list."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its paragraphs, and the severity whose colour it bears beside its words."""

    lines: tuple[Line, ...] = ()
    rates: Severity | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption. `widths` are shares of a hundred; the first cell of a row may be its head."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...] = ()
    row_heads: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """How many findings there are of each severity, to be looked at."""

    parts: tuple[tuple[Severity, int], ...]
    legend: str


Block = Heading | Paragraph | Quote | Facts | Items | Table | Bar


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page under a heading of its own."""

    name: str
    title: str
    blocks: tuple[Block, ...] = field(default=())


def line(words: str, mark: Mark = Mark.PLAIN) -> Line:
    """Return words as a line without more ado."""
    return (Text(words, mark),)
