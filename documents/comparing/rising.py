"""The weightiest row of pairs that rise on both sides."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

__all__ = ["rising"]


def rising(pairs: Sequence[tuple[int, int, float]]) -> list[tuple[int, int]]:
    """Return the pairs (place, other place), each place once, that rise in both and weigh most together.

    Pairs come in the order of their first place; several may share one.
    """
    ends = sorted({to for _, to, _ in pairs})
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(ends) + 1)
    before: list[int] = []
    waiting: list[tuple[int, float, int]] = []
    last = -1
    for index, (start, to, weight) in enumerate(pairs):
        if start != last:
            _settle(best, waiting)
            waiting, last = [], start
        rank = bisect_left(ends, to)
        sofar, came = _most(best, rank)
        before.append(came)
        waiting.append((rank + 1, sofar + weight, index))
    _settle(best, waiting)
    index = _most(best, len(ends))[1]
    found: list[tuple[int, int]] = []
    while index >= 0:
        found.append(pairs[index][:2])
        index = before[index]
    return found[::-1]


def _settle(best: list[tuple[float, int]], waiting: Sequence[tuple[int, float, int]]) -> None:
    """Enter what weighs `weight` up to a rank into the tree of most weights."""
    for rank, weight, index in waiting:
        at = rank
        while at < len(best):
            if best[at][0] < weight:
                best[at] = (weight, index)
            at += at & -at


def _most(best: Sequence[tuple[float, int]], rank: int) -> tuple[float, int]:
    """Return the most weight below a rank, and the pair it ends with."""
    found = (0.0, -1)
    while rank > 0:
        if best[rank][0] > found[0]:
            found = best[rank]
        rank -= rank & -rank
    return found
