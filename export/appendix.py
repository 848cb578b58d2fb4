"""The policy's text with the numbers of the findings at their words, as values. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from documents.model import Block, BlockKind, PolicyDocument, Span, Story
from export.findings import Finding

__all__ = ["AnnotatedBlock", "AnnotatedText", "Piece", "annotated_text"]

_FIGURE = "\ufffc"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in a row that are alike: `marked` if a finding is about them; `ends` are the findings that end there."""

    words: str
    marked: bool = False
    ends: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class AnnotatedBlock:
    """A paragraph of the policy, or a whole row of a table, whose cells are joined by tabs."""

    kind: BlockKind
    level: int
    pieces: tuple[Piece, ...]
    right_to_left: bool = False


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """A document's main text, and the findings that stand on no words of it."""

    uid: str
    blocks: tuple[AnnotatedBlock, ...]
    elsewhere: tuple[Finding, ...] = ()


def annotated_text(uid: str, policy: PolicyDocument, findings: Sequence[Finding]) -> AnnotatedText:
    """Return the text of `policy` with `findings` at the ends of their words."""
    spans = [(quotation.at, item) for item in findings for quotation in item.quotations if quotation.at]
    placed = {item.uid for _, item in spans}
    elsewhere = tuple(item for item in findings if item.uid not in placed)
    return AnnotatedText(uid, tuple(_blocks(policy, spans)), elsewhere)


def _blocks(policy: PolicyDocument, spans: Sequence[tuple[Span, Finding]]) -> Iterator[AnnotatedBlock]:
    """Yield the blocks in order, each with the spans that touch it: both are walked once."""
    waiting = sorted(spans, key=lambda pair: pair[0], reverse=True)
    open_ones: list[tuple[Span, Finding]] = []
    row: list[Piece] = []
    at: tuple[int, int] | None = None
    for block in sorted((b for b in policy.blocks if b.story in (Story.MAIN, Story.TEXT_BOX)), key=lambda b: b.span):
        while waiting and waiting[-1][0].start < block.span.end:
            open_ones.append(waiting.pop())
        open_ones = [pair for pair in open_ones if pair[0].end > block.span.start]
        pieces = tuple(_pieces(policy.text, block, open_ones))
        here = (block.cell.table, block.cell.row) if block.cell else None
        if row and here != at:
            yield AnnotatedBlock(BlockKind.CELL, 0, tuple(row))
            row = []
        at = here
        if here is None:
            yield AnnotatedBlock(block.kind, block.level, pieces, block.right_to_left)
        else:
            row += [Piece("\t"), *pieces] if row else pieces
    if row:
        yield AnnotatedBlock(BlockKind.CELL, 0, tuple(row))


def _pieces(text: str, block: Block, spans: Sequence[tuple[Span, Finding]]) -> Iterator[Piece]:
    labels = {block.span.start + one.offset: one.label for one in block.labels if one.label}
    depths: Counter[int] = Counter({block.span.start: 0, block.span.end: 0, **dict.fromkeys(labels, 0)})
    ends: dict[int, list[Finding]] = {}
    for span, item in spans:
        first, last = max(span.start, block.span.start), min(span.end, block.span.end)
        if first < last:
            depths[first] += 1
            depths[last] -= 1
            if last == span.end:
                ends.setdefault(last, []).append(item)
    depth = 0
    for start, end in pairwise([*sorted(depths), block.span.end]):
        if start in labels:
            yield Piece(labels[start] + " ")
        if start == end:
            continue
        depth += depths[start]
        words = text[start:end].replace(_FIGURE, "▢")
        yield Piece(words, depth > 0, tuple(dict.fromkeys(ends.get(end, ()))))
