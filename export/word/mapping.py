"""From places in the text as it was read to places in the file as it reads now, where the lines are the same."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from difflib import SequenceMatcher

from documents.model import Span

__all__ = ["mapping"]


def mapping(read: str, standing: str) -> Callable[[Span], Span | None]:
    """Return a function from a span of `read` to the same words in `standing`; None where they are not the same.

    The two differ only when the reader has learnt something since the file was first read.
    """
    if read == standing:
        return lambda span: span
    stretches = _same_stretches(read, standing)
    starts = [stretch[0] for stretch in stretches]

    def moved(span: Span) -> Span | None:
        index = bisect_right(starts, span.start) - 1
        if index < 0:
            return None
        start, length, to = stretches[index]
        if span.end > start + length:
            return None
        return Span(span.start - start + to, span.end - start + to)

    return moved


def _same_stretches(read: str, standing: str) -> list[tuple[int, int, int]]:
    """Runs of lines that both texts have: where in the one, how long, where in the other."""
    before, after = read.split("\n"), standing.split("\n")
    begins, ends = _line_starts(before), _line_starts(after)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    stretches = []
    for block in matcher.get_matching_blocks():
        if block.size:
            start = begins[block.a]
            length = begins[block.a + block.size] - 1 - start
            stretches.append((start, length, ends[block.b]))
    return stretches


def _line_starts(lines: list[str]) -> list[int]:
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    return starts
