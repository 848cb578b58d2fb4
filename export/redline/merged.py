"""One policy of two: every paragraph, row and cell of the old and of the new version, each set as what it is. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from documents.comparing.model import Comparison, Fate, Row
from documents.model import Block, Picture, PolicyDocument, Run, Span, Story
from export.redline.strands import Strand, Woven, woven
from export.redline.tables import CellFate, Paired, with_tables

__all__ = ["NEW", "OLD", "Merged", "merged"]

OLD: Final = "old:"
NEW: Final = "new:"
_MARGINS: Final = {Story.HEADER, Story.FOOTER}


@dataclass(frozen=True, slots=True)
class Merged:
    """The policy of both texts, and what became of each letter.

    `cells` tells by where a cell begins what became of it and of its row (KEPT: it stays). The sources of pictures
    begin with OLD or NEW, whichever file has the bytes.
    """

    policy: PolicyDocument
    woven: Woven
    cells: dict[int, CellFate]


def merged(found: Comparison) -> Merged:
    """Return both versions of a comparison as one policy."""
    both = woven(found)
    parts: list[Paired] = []
    for row, span in zip(found.rows, both.rows, strict=True):
        old, new = found.old.blocks[_range(row.old_blocks)], found.new.blocks[_range(row.new_blocks)]
        fate = Fate.KEPT if old and new else Fate.INSERTED if new else Fate.DELETED
        if any(block.cell is not None for block in (*old, *new)):
            parts.append(_cell(old, new, span, both))
        else:
            parts += [Paired(block, fate) for block in _paragraphs(old, new, span, both)]
    blocks, cells = with_tables(_with_margins_apart(parts, found))
    policy = replace(
        found.new, text=both.text, format="markdown", blocks=tuple(blocks), clauses=(), boxes=None, pages=(),
        runs=tuple(_runs(found, both)), pictures=tuple(_pictures(found, both)), revisions=(), hidden=(),
        foreign_notes=(), note_marks=(), warnings=(),
    )  # fmt: skip
    return Merged(policy, both, cells)


def _range(blocks: range) -> slice:
    return slice(blocks.start, blocks.stop)


# -- paragraphs ---------------------------------------------------------------------------------------------------


def _paragraphs(old: Sequence[Block], new: Sequence[Block], span: Span, both: Woven) -> Iterator[Block]:
    """Yield a block for each paragraph of a row: one of the new text where it has words of it, else of the old."""
    left = list(new)
    for stretch in _inside(old, new, span, both):
        strands = list(both.within(stretch))
        block = next((one for one in left if any(_holds(one, strand, Fate.INSERTED) for strand in strands)), None)
        if block is not None:
            left.remove(block)
        else:
            gone = (one for one in old if any(_holds(one, strand, Fate.DELETED) for strand in strands))
            block = next(gone, (new or old)[-1])
        yield _set(block, stretch, strands)


def _inside(old: Sequence[Block], new: Sequence[Block], span: Span, both: Woven) -> Iterator[Span]:
    """Yield the stretches of a row that are words of a block on the side they belong to."""
    start = -1
    for place in range(span.start, span.end):
        strand = both.at(place)
        held = strand is not None and _is_held(old, new, strand, place)
        if held and start < 0:
            start = place
        elif not held and start >= 0:
            yield Span(start, place)
            start = -1
    if start >= 0:
        yield Span(start, span.end)


def _is_held(old: Sequence[Block], new: Sequence[Block], strand: Strand, place: int) -> bool:
    gone = strand.fate is Fate.DELETED
    at = (strand.old if gone else strand.new) + place - strand.start
    return any(block.span.start <= at < block.span.end for block in (old if gone else new))


def _holds(block: Block, strand: Strand, side: Fate) -> bool:
    """Whether a block of the new text (INSERTED) or of the old one (DELETED) has some letters of a strand."""
    if side is Fate.INSERTED and strand.fate is Fate.DELETED:
        return False
    if side is Fate.DELETED and strand.fate is not Fate.DELETED:
        return False
    at = strand.new if side is Fate.INSERTED else strand.old
    return block.span.start < at + len(strand.words) and at < block.span.end


def _set(block: Block, stretch: Span, strands: Sequence[Strand]) -> Block:
    """A block with the stretch it has in both texts as one; a typed number reaches as far as its last letter does."""
    label = None
    if block.label_span is not None:
        end = block.label_span.end
        ends = [min(strand.end, strand.start + end - strand.new) for strand in strands if _reaches(strand, end)]
        label = Span(stretch.start, min(stretch.end, max(ends, default=stretch.start + len(block.label_span))))
    return replace(block, span=stretch, label_span=label)


def _reaches(strand: Strand, end: int) -> bool:
    return strand.fate is not Fate.DELETED and strand.new < end <= strand.new + len(strand.words)


# -- cells --------------------------------------------------------------------------------------------------------


def _cell(old: Sequence[Block], new: Sequence[Block], span: Span, both: Woven) -> Paired:
    """Return the cell of a row: it has all the words of both, but for the line feeds behind them."""
    end = span.end
    while end > span.start and both.text[end - 1] == "\n":
        end -= 1
    fate = Fate.KEPT if old and new else Fate.INSERTED if new else Fate.DELETED
    made = replace((new or old)[0], span=Span(span.start, end), label_span=None, inner_labels=())
    return Paired(made, fate, old[0].cell if old and new else None)


def _with_margins_apart(parts: Sequence[Paired], found: Comparison) -> Sequence[Paired]:
    """Headers and footers stay in the margins where nothing changed in them; else they stand at the end to be read."""
    changed = any(_is_of_margins(row, found) for row in found.rows if not row.is_same)
    if not changed:
        return parts
    return [
        replace(part, block=replace(part.block, story=Story.ENDNOTE)) if part.block.story in _MARGINS else part
        for part in parts
    ]


def _is_of_margins(row: Row, found: Comparison) -> bool:
    blocks = (*found.old.blocks[_range(row.old_blocks)], *found.new.blocks[_range(row.new_blocks)])
    return any(block.story in _MARGINS for block in blocks)


# -- looks and pictures -------------------------------------------------------------------------------------------


def _runs(found: Comparison, both: Woven) -> Iterator[Run]:
    """Yield the looks of words: those that went as they were, all others as they are."""
    old, new = _Looks(found.old.runs), _Looks(found.new.runs)
    for strand in both.strands:
        gone = strand.fate is Fate.DELETED
        at = strand.old if gone else strand.new
        for run in (old if gone else new).within(Span(at, at + len(strand.words))):
            start, end = max(run.span.start, at), min(run.span.end, at + len(strand.words))
            yield replace(run, span=Span(start - at + strand.start, end - at + strand.start))


class _Looks:
    """The runs of one text, to be asked by stretches."""

    def __init__(self, runs: Iterable[Run]) -> None:
        self._runs = sorted((run for run in runs if len(run.span)), key=lambda run: run.span)
        self._ends = [run.span.end for run in self._runs]

    def within(self, span: Span) -> Iterator[Run]:
        """Yield the runs that have letters of `span`."""
        for run in self._runs[bisect_left(self._ends, span.start + 1) :]:
            if run.span.start >= span.end:
                return
            yield run


def _pictures(found: Comparison, both: Woven) -> Iterator[Picture]:
    old = {picture.place: picture for picture in found.old.pictures}
    new = {picture.place: picture for picture in found.new.pictures}
    for strand in both.strands:
        gone = strand.fate is Fate.DELETED
        known, lead, at = (old, OLD, strand.old) if gone else (new, NEW, strand.new)
        for offset, letter in enumerate(strand.words):
            picture = known.get(at + offset) if letter == "\ufffc" else None
            if picture is not None:
                yield replace(picture, place=strand.start + offset, source=lead + picture.source)
