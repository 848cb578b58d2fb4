"""The values a file is read into. Offsets are code points into `PolicyDocument.text`, half-open."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from math import inf

from documents.errors import sentence
from documents.pages import Boxes, Page
from documents.sentences import SENTENCES

__all__ = [
    "Block",
    "BlockKind",
    "Boxes",
    "Cell",
    "Clause",
    "ClausePart",
    "ForeignNote",
    "ForeignReply",
    "Hidden",
    "InnerLabel",
    "NoteMark",
    "Page",
    "Picture",
    "PolicyDocument",
    "Revision",
    "RevisionKind",
    "Run",
    "Span",
    "Story",
    "Warning",
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text, `start` up to but not including `end`, in code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words this span covers."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


class Story(StrEnum):
    """Which stream of a document a block belongs to; an anchor lies in one story."""

    MAIN = "main"
    TEXT_BOX = "text_box"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    HEADER = "header"
    FOOTER = "footer"


class BlockKind(StrEnum):
    """What a block is to a reader."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    CODE = "code"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Run:
    """Letters set alike. Only runs that differ from plain text are kept."""

    span: Span
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    code: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a block of kind CELL stands: the table's number in the document, counted from 0."""

    table: int
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    header: bool = False


@dataclass(frozen=True, slots=True)
class InnerLabel:
    """The computed number or bullet of a later paragraph of a cell, painted where that begins, never inserted.

    `offset` counts from the start of the block; `level`, `list_id` and `ordered` as of a block. An empty `label` tells
    where a paragraph without one begins, which so is no part of the item above it.
    """

    offset: int
    label: str
    level: int = 0
    list_id: int | None = None
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or cell. `span` leaves out the line feed that closes it.

    Paragraphs without a character have no block (their line feed is in the text); cells always have one.
    `level` is 1 to 9 for headings, the depth counted from 0 for list items and for the label of a cell, else 0.
    `label` is the number or bullet before the words: typed in the text (then `label_span` says where, inside
    `span`) or computed by the format (then `label_span` is None and the label is painted, never inserted).
    A cell is one block however many paragraphs it has: `label` is its first one's, `inner_labels` those of later ones.
    """

    kind: BlockKind
    span: Span
    story: Story = Story.MAIN
    level: int = 0
    label: str = ""
    label_span: Span | None = None
    cell: Cell | None = None
    list_id: int | None = None
    ordered: bool = False
    right_to_left: bool = False
    contents: bool = False
    inner_labels: tuple[InnerLabel, ...] = ()

    @property
    def labels(self) -> tuple[InnerLabel, ...]:
        """The computed labels of all its paragraphs, in order."""
        if not self.label or self.label_span is not None:
            return self.inner_labels
        return (InnerLabel(0, self.label, self.level, self.list_id, self.ordered), *self.inner_labels)


class ClausePart(StrEnum):
    """How a clause is addressed within the numbered clause above it."""

    NUMBERED = "numbered"
    PREFACE = "preface"
    FIRST = "first"
    NTH = "nth"
    LAST = "last"
    BULLET = "bullet"
    TABLE = "table"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Clause:
    """One node of the clause tree, in document order; the tree is given by `level` (1 is the top).

    `span` takes in the clause's own words and all of its sub-clauses. `own` is its words without them.
    `path` is the address of the numbered clause it is or stands under ("三.6"; empty for 前言 and 文末);
    `part` and `ordinal` say which part of it (`BULLET`, 2 is 第2点). `address` is the whole in the document's language.
    """

    label: str
    address: str
    title: str
    level: int
    span: Span
    own: Span
    path: str = ""
    part: ClausePart = ClausePart.NUMBERED
    ordinal: int = 0


@dataclass(frozen=True, slots=True)
class Warning:  # noqa: A001 - the design's own word; python's Warning is never wanted in this room
    """Something the reader should know about how a file was read: a code and its arguments."""

    code: str
    arguments: Mapping[str, object] = field(default_factory=dict)

    def sentence(self, language: str = "en") -> str:
        """Return one sentence for the user."""
        return sentence(SENTENCES, self.code, self.arguments, language)


class RevisionKind(StrEnum):
    """What a recorded change did to the words."""

    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_FROM = "moved_from"
    MOVED_TO = "moved_to"
    FORMATTED = "formatted"


@dataclass(frozen=True, slots=True)
class Revision:
    """A recorded change of the file. `span` covers the words it left in the text; of words taken out it is the empty
    place where they stood, and `words` are they. `date` is as the file writes it, "" for none.
    """

    kind: RevisionKind
    span: Span
    author: str = ""
    date: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Hidden:
    """Words of the file that it does not show, kept out of the text; `place` is where they would stand."""

    place: int
    words: str


@dataclass(frozen=True, slots=True)
class Picture:
    """What a U+FFFC at `place` stands for. Sizes are points, 0 where unknown; `source` names the bytes in the file."""

    place: int
    name: str = ""
    width: float = 0.0
    height: float = 0.0
    source: str = ""


@dataclass(frozen=True, slots=True)
class NoteMark:
    """Where the mark of a footnote or endnote stood, which is no text, and the stretch of text that the note is."""

    place: int
    note: Span


@dataclass(frozen=True, slots=True)
class ForeignReply:
    """An answer to a comment found in the file; `marks` and `written` as in ForeignNote."""

    author: str
    text: str
    initials: str = ""
    date: str = ""
    id: str = ""
    marks: tuple[str, ...] = ()
    written: str = ""


@dataclass(frozen=True, slots=True)
class ForeignNote:
    """A comment or highlight found in the file, with its thread. No spans: it hangs on nothing that can be read.

    `date` is ISO 8601, true UTC with its Z where the file tells, else as the file writes it; `done` is a resolved one.
    `marks` are the ids that last from save to save, the one that lasts longest first; `written` is the author's own
    wall clock as Word keeps it, whatever zone it claims.
    """

    id: str
    author: str
    text: str
    spans: tuple[Span, ...] = ()
    initials: str = ""
    date: str = ""
    done: bool = False
    replies: tuple[ForeignReply, ...] = ()
    marks: tuple[str, ...] = ()
    written: str = ""


@dataclass(frozen=True)
class PolicyDocument:
    """A policy as read: the text that anchors count in, and what is known about it. Never changed after.

    `origin` is where the file itself says it came from: a saved page's address, with its time in brackets.
    """

    title: str
    format: str
    language: str
    text: str
    blocks: tuple[Block, ...] = ()
    runs: tuple[Run, ...] = ()
    clauses: tuple[Clause, ...] = ()
    warnings: tuple[Warning, ...] = ()
    encoding: str = ""
    reader: str = ""
    reader_version: int = 1
    revisions: tuple[Revision, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    pictures: tuple[Picture, ...] = ()
    foreign_notes: tuple[ForeignNote, ...] = ()
    pages: tuple[Page, ...] = ()
    boxes: Boxes | None = None
    origin: str = ""
    note_marks: tuple[NoteMark, ...] = ()

    @cached_property
    def clause_bounds(self) -> tuple[list[int], list[Clause | None]]:
        """Positions where the innermost clause changes, in order, and the clause that holds from each on."""
        starts: list[int] = []
        held: list[Clause | None] = []
        open_clauses: list[Clause] = []

        def close_before(position: float) -> None:
            while open_clauses and open_clauses[-1].span.end <= position:
                starts.append(open_clauses.pop().span.end)
                held.append(open_clauses[-1] if open_clauses else None)

        for clause in self.clauses:
            close_before(clause.span.start)
            starts.append(clause.span.start)
            held.append(clause)
            open_clauses.append(clause)
        close_before(inf)
        return starts, held

    def block_at(self, position: int) -> Block | None:
        """Return the block that holds `position` or ends there, None between blocks."""
        index = bisect_right(self._block_starts, position) - 1
        return self.blocks[index] if index >= 0 and position <= self.blocks[index].span.end else None

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    @cached_property
    def title_block(self) -> Block | None:
        """The block the title was taken from, else the first block; None for a document without blocks."""
        titles = (block for block in self.blocks if block.kind is BlockKind.TITLE)
        return next(titles, self.blocks[0] if self.blocks else None)
