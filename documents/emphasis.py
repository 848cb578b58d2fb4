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
    ends = [span.end for span in bold]
    whole: set[int] = set()
    leads: dict[int, int] = {}
    plain = 0
    for index, block in enumerate(blocks):
        if block.story is not Story.MAIN or block.kind not in _PLAIN or block.contents:
            continue
        plain += 1
        start, end = _trimmed(text, block)
        at = bisect_left(ends, start + 1)
        if at == len(bold) or bold[at].start > start:
            continue
        reached = _reached(text, [span.start for span in bold[at : at + 9]], ends[at : at + 9], end)
        if reached >= end:
            whole.add(index)
        elif reached - start <= _LONGEST and text[start:reached].rstrip().endswith(_ENDS):
            leads[index] = reached
    if len(whole) > plain * _HEAVY:
        whole = set()
    return Emphasis(frozenset(whole), leads if len(leads) >= _LEAST_LEADS else {})


def _trimmed(text: str, block: Block) -> tuple[int, int]:
    words = block.span.of(text)
    lead = len(words) - len(words.lstrip())
    return block.span.start + lead, block.span.start + len(words.rstrip())


def _reached(text: str, starts: Sequence[int], ends: Sequence[int], limit: int) -> int:
    """Return how far bold goes on without a letter between that is not."""
    reached = ends[0]
    for start, end in zip(starts[1:], ends[1:], strict=True):
        if text[reached:start].strip() or reached >= limit:
            break
        reached = end
    return reached
