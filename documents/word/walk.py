"""The one walk through a Word file: text, blocks, runs, and for every character the element it comes from.

The reader takes its text and blocks; the writer splits runs in the very elements its atoms name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from documents.cell_labels import labelled_cell
from documents.encodings import decode
from documents.errors import UnreadableDocument
from documents.model import (
    Block,
    BlockKind,
    Cell,
    ForeignNote,
    Hidden,
    InnerLabel,
    Picture,
    Revision,
    Run,
    Span,
    Story,
    Warning,  # noqa: A004
)
from documents.word.chunks import kind_of_chunk, paragraphs_of_page, paragraphs_of_text
from documents.word.comments import comment_ranges, foreign_notes
from documents.word.facts import (
    MARK,
    STYLE,
    said_in,
    shows_anything,
)
from documents.word.graphics import DRAWN, drawn_words
from documents.word.inline import Inline
from documents.word.margins import margin_links, unshown_links
from documents.word.names import R, attribute, w
from documents.word.numbering import Label, Numbering
from documents.word.package import Package
from documents.word.paragraphs import Paragraph, Paragraphs
from documents.word.structure import (
    CHUNK,
    TABLE,
    TableCell,
    cells_of,
    is_deleted_mark,
    paragraphs_and_tables,
    paragraphs_within,
)
from documents.word.styles import Styles
from documents.word.table_changes import note_table_changes
from documents.word.tape import Atom, Tape

__all__ = ["Atom", "Paragraph", "Walk", "walk"]

_NOTES = (
    ("footnotes", "footnote", "footnoteReference", Story.FOOTNOTE),
    ("endnotes", "endnote", "endnoteReference", Story.ENDNOTE),
)
_MARGINS = (("headerReference", Story.HEADER), ("footerReference", Story.FOOTER))
_BOXES_WITHIN = 10


@dataclass(frozen=True, slots=True)
class Walk:
    """What a walk found. Atoms and paragraphs are in order of the text; text between atoms is line feeds."""

    text: str
    blocks: tuple[Block, ...]
    runs: tuple[Run, ...]
    atoms: tuple[Atom, ...]
    paragraphs: tuple[Paragraph, ...]
    warnings: tuple[Warning, ...] = field(default=())
    revisions: tuple[Revision, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    pictures: tuple[Picture, ...] = ()
    foreign_notes: tuple[ForeignNote, ...] = ()


def walk(package: Package, *, atoms: bool | Callable[[int], bool] = True, blocks: bool = True) -> Walk:
    """Read the main text, footnotes, endnotes, headers and footers, in this order. Raises UnreadableDocument.

    Without `atoms`, which only who writes into the file needs, it takes less time; so it does without `blocks`, which
    that one does not need: text, atoms and paragraphs are the same, but no paragraph, label or comment is described.
    Without blocks, `atoms` may tell by the place where a paragraph of words alone begins whether it needs any.
    """
    return _Walker(package, Tape(atoms=atoms, runs=blocks), blocks=blocks).walk()


def _inner(offset: int, label: Label | None) -> InnerLabel:
    if label is None or not label.text:
        return InnerLabel(offset, "")
    return InnerLabel(offset, label.text, label.level, label.list_id, label.ordered)


class _Walker(Paragraphs):
    def __init__(self, package: Package, tape: Tape, *, nested: bool = False, blocks: bool = True) -> None:
        self._package = package
        self._nested = nested
        self._main = package.main_part
        self._missing: list[str] = []
        self._unread: list[str] = []
        self._unshown: set[str] = set()
        self._letters_unshown = 0
        self._tables = 0
        self._box_depth = 0
        styles, numbering = Styles(self._optional("styles")), Numbering(self._optional("numbering"))
        super().__init__(tape, Inline(package, styles, tape), styles, numbering, describes=blocks)

    def walk(self) -> Walk:
        body = self._package.tree(self._main).find(w("body"))
        if body is None:
            raise UnreadableDocument("not_word", name=self._package.name)
        self._enter(self._main, Story.MAIN)
        self._inline.begin()
        self._inline.survey(body)
        self._container(body)
        for kind, element, mark, story in _NOTES:
            self._notes(kind, element, mark, story)
        self._unshown = unshown_links(body, lambda: self._optional("settings"))
        for reference, story in _MARGINS:
            self._margins(body, reference, story)
        notes = self._foreign_notes(body) if self._describes else ()
        asides = self._inline.asides
        return Walk(
            self._tape.text,
            tuple(self._blocks) if self._describes else (),
            tuple(self._tape.runs),
            tuple(self._tape.atoms),
            tuple(self._paragraphs),
            tuple(self._warnings()),
            tuple(asides.revisions),
            tuple(asides.hidden),
            tuple(asides.pictures),
            notes,
        )

    def _foreign_notes(self, body: etree._Element) -> tuple[ForeignNote, ...]:
        ranges = comment_ranges(self._inline.asides, self._paragraphs, body)
        return foreign_notes(self._package, self._tree, ranges, self._blocks, self._paragraphs)

    def _optional(self, kind: str) -> etree._Element | None:
        part = self._package.related(self._main, kind)
        return None if part is None else self._tree(part)

    def _tree(self, part: str) -> etree._Element | None:
        """Return a part we can do without, None and a warning where it is damaged."""
        try:
            return self._package.tree(part)
        except UnreadableDocument as error:
            if error.code == "too_large":
                raise
            self._missing.append(part)
            return None

    def _warnings(self) -> Iterator[Warning]:
        if hidden := sum(len(one.words) for one in self._inline.asides.hidden):
            yield Warning("hidden_text", {"count": hidden})
        if self._inline.has_revisions:
            yield Warning("tracked_changes")
        if self._letters_unshown:
            yield Warning("margins_unshown", {"count": self._letters_unshown})
        if self._inline.numbers_unread:
            yield Warning("numbers_unread", {"count": self._inline.numbers_unread})
        for part in self._missing:
            yield Warning("part_missing", {"part": part})
        for part in dict.fromkeys([*self._unread, *self._inline.unread]):
            yield Warning("part_unread", {"part": part})

    def _enter(self, part: str, story: Story) -> None:
        self._part, self._story = part, story
        self._inline.enter(part)

    def _container(self, container: etree._Element) -> None:
        for element in self._unfolded(paragraphs_and_tables(container)):
            if element.tag == TABLE:
                self._end_run_on()
                self._table(element)
            else:
                self._block(element)
            if self._inline.boxes:
                self._boxes()
        self._end_run_on()

    def _unfolded(self, elements: Iterable[etree._Element]) -> Iterator[etree._Element]:
        """Yield elements in order, those of a document put whole into this one in its place and as of its part."""
        for element in elements:
            if element.tag != CHUNK:
                yield element
                continue
            outer = self._part
            link = self._package.relationships(outer).get(element.get(f"{{{R}}}id") or "")
            part = "" if link is None or link.external else link.target
            self._enter(part, self._story)
            yield from self._chunk(part)
            self._enter(outer, self._story)

    def _chunk(self, part: str) -> list[etree._Element]:
        try:
            data = self._package.raw(part)
            kind = kind_of_chunk(part, data)
            if kind == "word" and not self._nested:
                inner = Package(data, name=self._package.name, limits=self._package.limits)
                found = _Walker(inner, Tape(atoms=False), nested=True)
                text = found.walk().text
                self._unread.extend([*found._unread, *found._inline.unread])
                return paragraphs_of_text(text)
            if kind == "text":
                return paragraphs_of_text(decode(data).text)
            if kind in {"page", "mail"}:
                return paragraphs_of_page(data, mail=kind == "mail")
        except UnreadableDocument as error:
            if error.code == "too_large":
                raise
        self._unread.append(part)
        return []

    # Tables
    def _table(self, table: etree._Element) -> None:
        number, self._tables = self._tables, self._tables + 1
        placed: list[tuple[TableCell, Span]] = []
        for cell in cells_of(table):
            start = self._tape.position
            if cell.element is not None:
                self._cell(
                    cell.element, Cell(number, cell.row, cell.column, cell.row_span, cell.column_span, cell.header)
                )
            placed.append((cell, Span(start, max(start, self._tape.position - 1))))
        if note_table_changes(table, placed, self._inline.asides):
            self._inline.has_revisions = True

    def _cell(self, element: etree._Element, place: Cell) -> None:
        start = self._tape.position
        labels = self._cell_paragraphs(element)
        block = Block(BlockKind.CELL, Span(start, self._tape.position), self._story, cell=place)
        self._blocks.append(labelled_cell(block, labels))
        self._tape.line_feed()

    def _cell_paragraphs(self, cell: etree._Element) -> list[InnerLabel]:
        """Write the paragraphs of a cell, those with words on lines of their own; return their labels.

        A cell without a word has the label of its first numbered paragraph: many a table counts its rows so.
        """
        labels: list[InnerLabel] = []
        unsaid: list[InnerLabel] = []
        first = line = self._tape.position
        open_line = False  # by a paragraph whose mark was taken out
        for element in self._unfolded(paragraphs_within(cell)):
            facts = self._facts_of(element)
            style = self._styles.paragraph(attribute(facts.get(STYLE), "val"))
            if not open_line:
                if self._tape.position > first and shows_anything(element):
                    self._tape.line_feed()
                line = self._tape.position
            began = self._characters(element, style, facts)
            if MARK in facts and is_deleted_mark(facts[MARK]):
                open_line = open_line or self._tape.position > began
                continue
            open_line = False
            label = self._label(facts, style, says=self._tape.position > line)
            (labels if self._tape.position > line else unsaid).append(_inner(line - first, label))
        return labels if self._tape.position > first else [one for one in unsaid if one.label][:1]

    # Text boxes, notes, headers and footers
    def _boxes(self) -> None:
        boxes, self._inline.boxes = self._inline.boxes, []
        if self._box_depth >= _BOXES_WITHIN:
            return
        story, run_on = self._story, self._run_on
        self._story, self._run_on = Story.TEXT_BOX, None
        self._box_depth += 1
        if run_on is not None and run_on < self._tape.position:
            self._run_on, self._story = run_on, story
            self._end_run_on()
            self._story, run_on = Story.TEXT_BOX, None
        for box in boxes:
            if box.tag in DRAWN:
                self._drawn(box)
            else:
                self._container(box)
        self._box_depth -= 1
        self._story, self._run_on = story, run_on

    def _drawn(self, element: etree._Element) -> None:
        """Read what a diagram, a chart or a shape says, as of the part that holds it."""
        outer = self._part
        part, box = drawn_words(element, self._package.relationships(outer), self._tree)
        self._enter(part, self._story)
        self._container(box)
        self._enter(outer, self._story)

    def _notes(self, kind: str, tag: str, mark: str, story: Story) -> None:
        part = self._package.related(self._main, kind)
        wanted = self._inline.notes[mark]
        root = self._tree(part) if part and wanted else None
        if root is None or part is None:
            return
        self._inline.survey(root)
        elements = {attribute(one, "id"): one for one in root.iterfind(w(tag))}
        for number, note in enumerate(list(wanted), 1):
            if note in elements:
                before = len(self._blocks)
                self._enter(part, story)
                self._inline.begin()
                self._container(elements[note])
                self._number_note(before, str(number))

    def _number_note(self, index: int, number: str) -> None:
        if index < len(self._blocks):
            block = self._blocks[index]
            self._blocks[index] = Block(block.kind, block.span, block.story, block.level, block.label or number)

    def _margins(self, body: etree._Element, reference: str, story: Story) -> None:
        relationships = self._package.relationships(self._main)
        links = list(margin_links(body, reference))
        kept = {relationships[link].target for link in links if link in relationships and link not in self._unshown}
        seen: set[str] = set()
        for target in map(relationships.get, links):
            if target is None or target.target in seen or not self._package.has(target.target):
                continue
            seen.add(target.target)
            root = self._tree(target.target)
            words = "" if root is None else said_in(root)
            if root is not None and (not words or words not in seen):
                seen.add(words)
                self._enter(target.target, story)
                self._inline.begin()
                self._inline.survey(root)
                self._container(root)
                if target.target not in kept and any(map(str.isalpha, words)):  # a page number alone is no words
                    self._letters_unshown += len(words)
