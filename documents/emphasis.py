"""Headings that nothing marks but their looks: paragraphs wholly bold, and bold words that open a paragraph."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from documents.model import Block, BlockKind, Run, Story

__all__ = ["Emphasis", "emphasis_of"]

_PLAIN = {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}
_LONGEST = 100
_LEAST_LEADS = 3
_ENDS = (".", ":", "。", "：", "．")
_HEAVY = 0.5


@dataclass(frozen=True, slots=True)
class Emphasis:
    """By the index of a block: which are bold throughout, and where the bold words that open one end."""

    whole: frozenset[int] = frozenset()
    leads: Mapping[int, int] = field(default_factory=dict)


def emphasis_of(text: str, blocks: Sequence[Block], runs: Sequence[Run]) -> Emphasis:
    """Return what stands out of the main story. Nothing where a format has headings, or where most is bold."""
    if any(block.kind is BlockKind.HEADING and block.story is Story.MAIN for block in blocks):
        return Emphasis()
    bold = [run.span for run in runs if run.bold]
    if not bold:
        return Emphasis()
    starts, ends = [span.start for span in bold], [span.end for span in bold]
    whole: set[int] = set()
    leads: dict[int, int] = {}
    plain = [index for index, block in enumerate(blocks) if _is_plain(block)]
    for index in plain:
        start, end = _trimmed(text, blocks[index])
        at = bisect_left(ends, start + 1)
        if at == len(bold) or starts[at] > start:
            continue
        reached = _reached(text, starts[at : at + 9], ends[at : at + 9], end)
        if reached >= end:
            whole.add(index)
        elif reached - start <= _LONGEST and text[start:reached].rstrip().endswith(_ENDS):
            leads[index] = reached
    if len(whole) > len(plain) * _HEAVY:
        whole = set()
    return Emphasis(frozenset(whole), leads if len(leads) >= _LEAST_LEADS else {})


def _is_plain(block: Block) -> bool:
    return block.story is Story.MAIN and block.kind in _PLAIN and not block.contents


def _trimmed(text: str, block: Block) -> tuple[int, int]:
    start, end = block.span.start, block.span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _reached(text: str, starts: Sequence[int], ends: Sequence[int], limit: int) -> int:
    """Return how far bold goes on without a letter between that is not."""
    reached = ends[0]
    for start, end in zip(starts[1:], ends[1:], strict=True):
        if text[reached:start].strip() or reached >= limit:
            break
        reached = end
    return reached
