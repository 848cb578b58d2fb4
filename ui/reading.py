"""Questions about a policy's paragraphs and clauses that the view asks: where a point lies, what a click means."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from documents.model import Block, Clause, PolicyDocument, Span

__all__ = ["block_at", "by_story", "clause_of", "clause_words", "on_label", "unread"]


def _place(blocks: Sequence[Block], point: int) -> int:
    return bisect_right(blocks, point, key=lambda block: block.span.start) - 1


def block_at(policy: PolicyDocument, point: int) -> Span:
    """Return the paragraph a code point lies in or behind; an empty span before the first."""
    place = _place(policy.blocks, point)
    return policy.blocks[place].span if place >= 0 else Span(point, point)


def on_label(policy: PolicyDocument, point: int) -> bool:
    """Whether a code point belongs to a typed number."""
    place = _place(policy.blocks, point)
    label = policy.blocks[place].label_span if place >= 0 else None
    return label is not None and label.start <= point < label.end


def by_story(policy: PolicyDocument, whole: Span) -> tuple[Span, ...]:
    """Cut a selection where a story ends; line ends between stories belong to neither part."""
    found: list[Span] = []
    last = None
    for block in policy.blocks[max(_place(policy.blocks, whole.start), 0) :]:
        if block.span.start >= whole.end:
            break
        part = Span(max(block.span.start, whole.start), min(block.span.end, whole.end))
        if len(part) <= 0:
            continue
        if found and block.story is last:
            found[-1] = Span(found[-1].start, part.end)
        else:
            found.append(part)
        last = block.story
    return tuple(found)


def clause_of(clauses: Sequence[Clause], block: Span) -> Clause | None:
    """Return the clause that begins in a paragraph, else the innermost one that holds it."""
    holding = None
    for clause in clauses:
        if block.start <= clause.own.start < max(block.end, block.start + 1):
            return clause
        if clause.span.start <= block.start < clause.span.end:
            holding = clause
    return holding


def clause_words(policy: PolicyDocument, point: int) -> tuple[str, Span, Span] | None:
    """Return the clause a paragraph belongs to: its address, its own words, and those with its sub-clauses."""
    clause = clause_of(policy.clauses, block_at(policy, point))
    return None if clause is None else (clause.address, clause.own, clause.span)


def unread(policy: PolicyDocument, read: frozenset[str]) -> list[Span]:
    """Return the parts whose clauses are not among the addresses read, each up to where the next clause begins."""
    clauses = sorted(policy.clauses, key=lambda clause: clause.own.start)
    ends = [clause.own.start for clause in clauses[1:]] + [len(policy.text)]
    found: list[Span] = []
    for clause, end in zip(clauses, ends, strict=False):
        if clause.address not in read:
            start = clause.own.start
            joined = found.pop().start if found and found[-1].end == start else start
            found.append(Span(joined, end))
    return found
