"""The paragraphs of a Word file, one after another: their characters on the tape, and what each one is."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from documents.model import Block, BlockKind, Span, Story
from documents.word.facts import (
    BIDI,
    MARK,
    NUMBERING,
    OUTLINE,
    SETTING_CHANGE,
    STYLE,
    Facts,
    bare_facts_of,
    facts_of,
    label_of,
)
from documents.word.inline import Inline
from documents.word.names import attribute, is_on, is_set, w
from documents.word.numbering import Label, Numbering
from documents.word.structure import is_deleted_mark
from documents.word.styles import ParagraphStyle, Styles, whole_number
from documents.word.tape import Tape

__all__ = ["Paragraph", "Paragraphs"]

_BODY_TEXT = 9
_MARK_CHANGES = tuple(w(name) for name in ("ins", "del", "moveFrom", "moveTo"))
_NUMBERING_CHANGES = (w("ins"), w("numberingChange"))


class Paragraph(NamedTuple):
    """A w:p and the text it gave; a paragraph without a character has start == end."""

    element: etree._Element
    part: str
    start: int
    end: int


class Paragraphs:
    """Writes paragraphs in the part and story one is in; one whose mark was deleted runs on into the next."""

    def __init__(self, tape: Tape, inline: Inline, styles: Styles, numbering: Numbering, *, describes: bool) -> None:
        self._tape, self._inline, self._styles, self._numbering = tape, inline, styles, numbering
        self._describes = describes
        self._facts_of = facts_of if describes else bare_facts_of
        self._blocks: list[Block] = []
        self._paragraphs: list[Paragraph] = []
        self._part = ""
        self._story = Story.MAIN
        self._titled = False
        self._run_on: int | None = None

    def _block(self, element: etree._Element) -> None:
        facts = self._facts_of(element)
        style = self._styles.paragraph(attribute(facts.get(STYLE), "val"))
        start = self._characters(element, style, facts)
        mark = facts.get(MARK)
        if mark is not None and is_deleted_mark(mark):
            self._run_on = start if self._run_on is None else self._run_on
            return
        if self._run_on is not None:
            start, self._run_on = self._run_on, None
        end = self._tape.position
        label = self._label(facts, style, says=start < end)
        self._tape.line_feed()
        if start < end and self._describes:
            self._blocks.append(self._described(Span(start, end), facts, style, label))

    def _characters(self, element: etree._Element, style: ParagraphStyle, facts: Facts) -> int:
        start = self._tape.position
        self._inline.paragraph(element, style)
        end = self._tape.position
        self._paragraphs.append(Paragraph(element, self._part, start, end))
        if SETTING_CHANGE in facts:
            self._inline.asides.change(facts[SETTING_CHANGE], Span(start, end))
        if NUMBERING in facts:
            for change in facts[NUMBERING].iterchildren(*_NUMBERING_CHANGES):
                self._inline.asides.setting(change, Span(start, end))
        if MARK in facts:
            self._mark_changes(facts[MARK], end)
        return start

    def _mark_changes(self, mark: etree._Element, end: int) -> None:
        """Note what was recorded of the paragraph's end."""
        for change in mark.iterchildren(*_MARK_CHANGES):
            self._inline.has_revisions = True
            self._inline.asides.change(change, Span(end, end), "\n")

    def _end_run_on(self) -> None:
        """A paragraph that should run on into the next, and there is none."""
        if self._run_on is not None and self._run_on < self._tape.position:
            self._blocks.append(Block(BlockKind.PARAGRAPH, Span(self._run_on, self._tape.position), self._story))
            self._tape.line_feed()
        self._run_on = None

    def _described(self, span: Span, facts: Facts, style: ParagraphStyle, label: Label | None) -> Block:
        contents = self._inline.in_contents or style.is_contents
        kind, level = (BlockKind.PARAGRAPH, 0) if contents else self._kind(facts, style, label)
        return Block(
            kind,
            span,
            self._story,
            level,
            label=label.text if label else "",
            list_id=label.list_id if label else None,
            ordered=label is not None and label.ordered,
            right_to_left=is_set(facts[BIDI]) if BIDI in facts else bool(style.right_to_left),
            contents=contents,
        )

    def _kind(self, facts: Facts, style: ParagraphStyle, label: Label | None) -> tuple[BlockKind, int]:
        outline = whole_number(attribute(facts[OUTLINE], "val")) if OUTLINE in facts else None
        heading = style.heading if outline is None else outline + 1 if outline < _BODY_TEXT else 0
        if style.is_title and not self._titled and self._story is Story.MAIN:
            self._titled = True
            return BlockKind.TITLE, 0
        if heading:
            return BlockKind.HEADING, heading
        if label and label.text:
            return BlockKind.LIST_ITEM, label.level
        return BlockKind.QUOTE if style.is_quote else BlockKind.PARAGRAPH, 0

    def _label(self, facts: Facts, style: ParagraphStyle, *, says: bool) -> Label | None:
        """Count a paragraph, unless it is hidden whole."""
        if not self._describes or (not says and is_on(facts.get(MARK), "vanish")):
            return None
        return label_of(facts, style, self._numbering)
